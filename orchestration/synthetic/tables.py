"""The printed tables: the national one of 2014-2018, and the annex with this year's and all years' figures.

Lives here: which row says which figure (national_rows.csv, annex_rows.csv), where cells are blank, how rows are drawn.
Elsewhere: the figures (`facts`).
"""

from functools import cache
from itertools import pairwise

from orchestration.synthetic.facts import Facts
from orchestration.synthetic.page import Page
from orchestration.synthetic.persons import person
from orchestration.synthetic.truth import Figure
from orchestration.synthetic.wording import rows

Row = tuple[str, str, str]
# Where a cell of a zero is left out: nowhere, below a zero, everywhere; "slash" prints a stroke below a zero.
_BLANKS = ("none", "none", "children", "children", "children", "zeros", "slash")
_HEADS = (("统计指标", "单位", "统计数"), ("统计指标", "单位", "统计数"), ("统 计 指 标", "单位", "统计数"), ("指标", "计量单位", "统计数"))


@cache
def _national(dot: str, *, is_wide: bool) -> tuple[Row, ...]:
    """label, unit, indicator code of every row, in full-width or half-width print."""
    found = []
    for row in rows("national_rows.csv"):
        number, label = row["number"], row["label"]
        if number.endswith("."):
            number = number[:-1] + dot
        text = number + label
        if not is_wide:
            text = text.replace("（", " (").replace("）", ") ").strip().replace("  ", " ")
        found.append((text, row["unit"], row["indicator_code"]))
    return tuple(found)


def write_national(page: Page) -> None:
    """The national table, with its head and foot."""
    dice, report = page.dice, page.report
    page.line(dice.pick(("附件：", "附表：", "附件1", "附：")))
    page.line(dice.pick(("政府信息公开情况统计表", "政府信息公开情况统计表", f"{report.year}年政府信息公开情况统计表")))
    page.line(f"（{report.year}年度）")
    page.line(f"填报单位：{report.name}")
    labels = _national(dice.pick((".", "．", "、", ". ")), is_wide=dice.chance(0.6))
    cells = _cells(page, report.table, labels, dice.pick(_BLANKS))
    roll = dice.roll()
    if roll < 0.65:
        _pipes(page, cells)
    elif roll < 0.88:
        page.table("\t".join(cell) for cell in (dice.pick(_HEADS), *cells))
    else:
        page.table(_aligned([dice.pick(_HEADS), *cells]))
    if page.is_signed and dice.chance(0.4):
        page.line(f"单位负责人：{person(dice)}　审核人：{person(dice)}　填报人：{person(dice)}")
        page.line(f"联系电话：{page.words['phone']}　填报日期：{report.signed.year}年{report.signed.month}月{report.signed.day}日")


def _cells(page: Page, facts: Facts, table: tuple[Row, ...], blanks: str) -> list[Row]:
    units, note = page.units, page.figures.append
    cells = []
    for label, unit, code in table:
        if not code:
            cells.append((label, unit, ""))
            continue
        value = facts[code]
        is_left_out = value == 0 and blanks != "none" and (blanks == "zeros" or facts.get(code.rpartition(".")[0]) == 0)
        if is_left_out and blanks == "slash":
            note(Figure(code, "", "current", "", units[code], "", "not_applicable", "table", "/"))
            cells.append((label, unit, "/"))
        elif is_left_out:
            note(Figure(code, "", "current", "", units[code], "", "blank", "table"))
            cells.append((label, unit, ""))
        else:
            printed = str(value)
            note(Figure(code, "", "current", printed, units[code], source_kind="table", printed=printed))
            cells.append((label, unit, printed))
    return cells


def _pipes(page: Page, cells: list[Row]) -> None:
    """Rows between pipes, in one piece or torn by page breaks, with page numbers or without."""
    dice = page.dice
    form, rule = dice.pick((("| {} | {} | {} |", "|------|------|------|"), ("|{}|{}|{}|", "|---|---|---|")))
    lines = [form.format(*cell) for cell in cells]
    head = [form.format(*dice.pick(_HEADS)), rule]
    if dice.chance(0.6):
        page.table(head + lines)
        return
    number = dice.between(3, 8) if dice.chance(0.4) else 0
    cuts = [dice.between(12, 24), dice.between(34, 50), len(lines)]
    page.table(head + lines[: cuts[0]])
    for start, end in pairwise(cuts):
        if number:
            page.line(f"- {number} -")
            number += 1
        page.table([form.format("", "", ""), rule, *lines[start:end]])


def _aligned(cells: list[Row]) -> list[str]:
    """Columns set with blanks; a Chinese character is as wide as two."""
    widest = 60
    lines = []
    for label, unit, value in cells:
        wide = len(label) + sum(character > "⺀" for character in label)
        lines.append(f"{label}{' ' * max(4, widest - wide)}{unit}{' ' * (10 - 2 * len(unit))}{value}".rstrip())
    return lines


def write_annex(page: Page) -> None:
    """The annex: this year, and all years together."""
    dice, report, facts = page.dice, page.report, page.report.table
    lines = [f"指标名称\t计量单位\t{report.year}年\t历年累计"]
    for row in rows("annex_rows.csv"):
        code, label = row["indicator_code"], row["label"]
        values = []
        for basis in ("current", "cumulative"):
            value = str(facts[code if basis == "current" else f"{code}@cumulative"])
            page.figures.append(Figure(code, "", basis, value, page.units[code], source_kind="table", printed=value))
            values.append(value)
        lines.append(f"{label}\t{row['unit']}\t{values[0]}\t{values[1]}")
    page.line(dice.pick(("附表：", "附件：政府信息公开情况统计表", "（二）附表：")))
    roll = dice.roll()
    if roll < 0.3:
        lines = [f"| {' | '.join(line.split(chr(9)))} |" for line in lines]
        lines.insert(1, "|---|---|---|---|")
    elif roll < 0.45:
        lines = [_torn(line) for line in lines]
    page.table(lines)


def _torn(line: str) -> str:
    """A long label runs over: its last character stands alone on the next line."""
    label, rest = line.split("\t", 1)
    return f"{label[:-1]}\t{rest}\n\n{label[-1]}\t\t\t" if len(label) > 12 else line
