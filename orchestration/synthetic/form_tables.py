"""The three tables that are asked for since 2019, printed.

Lives here: which row and column says which figure (form_proactive.csv, form_applications.csv), headings over several columns, how the
cells that a heading covers come out of a conversion. Elsewhere: the figures (`form_facts`).
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from orchestration.synthetic.form_facts import APPLICANTS, RESULTS, TOTAL, WAYS
from orchestration.synthetic.page import Page
from orchestration.synthetic.truth import Figure
from orchestration.synthetic.wording import rows

_RULE = "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和"
_RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", TOTAL)
_WAYS = ("行政复议", "未经复议直接起诉", "复议后起诉")


class Style:
    """How the tables of one report are drawn: between pipes or with tabs, merged cells written once or in each place, zeros or blanks."""

    def __init__(self, page: Page) -> None:
        dice = page.dice
        self.is_piped = dice.chance(0.6)
        self.is_filled = dice.chance(0.5)
        # An office that contradicts itself leaves nothing blank, or nobody could tell.
        self.has_blanks = not page.report.is_altered and dice.chance(0.15)

    def over(self, text: str, width: int) -> list[str]:
        """A merged cell: its text in each of its places, or in the first only."""
        return [text] * width if self.is_filled else [text, *[""] * (width - 1)]

    def down(self, texts: Sequence[str]) -> list[str]:
        """Cells below each other that are one where they say the same."""
        if self.is_filled:
            return list(texts)
        return [text if at == 0 or text != texts[at - 1] else "" for at, text in enumerate(texts)]


def write_proactive(page: Page, style: Style) -> None:
    """Table 二: a small table for each item of the Regulation, one below the other."""
    found = [row for row in rows("form_proactive.csv") if row["form"] == page.report.kind]
    width = 1 + max(len(row["indicator_codes"].split("|")) for row in found)
    lines: list[list[str]] = []
    for section, members in groupby(found, key=lambda row: row["section"]):
        lines.append(style.over(section, width))
        for at, row in enumerate(members):
            if at == 0:
                lines.append(["信息内容", *row["headings"].split("|")])
            lines.append([row["label"], *(_cell(page, style, code, "") for code in row["indicator_codes"].split("|"))])
    _draw(page, style, lines, width)


def write_applications(page: Page, style: Style) -> None:
    """Table 三: what became of the applications, by kind of applicants."""
    members = (*APPLICANTS.values(), TOTAL)
    found = [row for row in rows("form_applications.csv") if row["form"] in ("", page.report.kind)]
    groups, subgroups = style.down([row["group"] for row in found]), style.down([row["subgroup"] for row in found])
    head = style.over(f"（{_RULE}）", 3)
    below = head if style.is_filled else [""] * 3
    lines = [
        head + style.over("申请人情况", 7),
        [*below, "自然人", *style.over("法人或其他组织", 5), TOTAL],
        [*below, *members],
    ]
    for row, group, subgroup in zip(found, groups, subgroups, strict=True):
        if row["subgroup"]:
            labels = [group, subgroup, row["label"]]
        elif row["group"]:
            labels = [group, *style.over(row["label"], 2)]
        else:
            labels = style.over(row["label"], 3)
        lines.append(labels + [_cell(page, style, row["indicator_code"], member) for member in (*APPLICANTS, "")])
    _draw(page, style, lines, 10)


def write_remedies(page: Page, style: Style) -> None:
    """Table 四: one row of fifteen numbers."""
    review, direct, later = _WAYS
    lines = [style.over(review, 5) + style.over("行政诉讼", 10)]
    lines.append([*_RESULTS, *style.over(direct, 5), *style.over(later, 5)])
    lines.append([*(_RESULTS if style.is_filled else [""] * 5), *_RESULTS, *_RESULTS])
    lines.append([_cell(page, style, code, None) for way in WAYS for code in (*(f"{way}.{result}" for result in RESULTS), way)])
    _draw(page, style, lines, 15)


def _cell(page: Page, style: Style, code: str, member: str | None) -> str:
    """The figure, noted as printed. `member` is "" for the total of all kinds of applicants and for figures that have no kinds."""
    facts, unit = page.report.table, page.units[code]
    value = str(facts[f"{code}:{member}" if member else code])
    is_divided = member is not None and code.startswith("application.")
    label = (APPLICANTS[member] if member else TOTAL) if is_divided else ""
    if style.has_blanks and value == "0" and label != TOTAL:
        page.figures.append(Figure(code, label, "current", "", unit, "", "blank", "table"))
        return ""
    printed = f"+{value}" if code.endswith(".change") and int(value) > 0 and page.dice.chance(0.5) else value
    page.figures.append(Figure(code, label, "current", value, unit, source_kind="table", printed=printed))
    return printed


def _draw(page: Page, style: Style, lines: Iterable[list[str]], width: int) -> None:
    filled = [cells + [""] * (width - len(cells)) for cells in lines]
    if not style.is_piped:
        page.table("\t".join(cells) for cells in filled)
        return
    drawn = [f"| {' | '.join(cells)} |" for cells in filled]
    page.table([drawn[0], "|" + "---|" * width, *drawn[1:]])
