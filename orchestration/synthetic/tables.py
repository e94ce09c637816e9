"""The printed tables: the national one of 2014-2018, and the annex with this year's and all years' figures.

Lives here: which row says which figure (national_rows.csv, annex_rows.csv), where cells are blank, how rows are drawn.
Elsewhere: the figures (`facts`).
"""

from functools import cache
from itertools import pairwise

from orchestration.synthetic.facts import Facts
from orchestration.synthetic.page import Page
from orchestration.synthetic.wording import rows

_NO_UNIT = "——"


@cache
def _national(width: int, dot: str) -> tuple[tuple[str, str, str], ...]:
    """label, unit, indicator code of every row, in full-width or half-width print."""
    found = []
    for row in rows("national_rows.csv"):
        number, label = row["number"], row["label"]
        if number.endswith("."):
            number = number[:-1] + dot
        text = number + label
        if not width:
            text = text.replace("（", " (").replace("）", ") ").strip().replace("  ", " ")
        found.append((text, row["unit"], row["indicator_code"]))
    return tuple(found)


def write_national(page: Page) -> None:
    """The national table: a blank is left where a total is zero and its parts say nothing, or where an office leaves zeros out."""
    dice, report = page.dice, page.report
    page.line("附件：" if dice.chance(0.4) else "附表：")
    page.line("政府信息公开情况统计表")
    page.line(f"（{report.year}年度）")
    page.line(f"填报单位：{report.name}")
    blanks = dice.pick(("none", "children", "children", "zeros"))
    cells = _cells(page, report.table, _national(int(dice.chance(0.6)), dice.pick((".", "．", "、"))), blanks)
    if dice.chance(0.75):
        _pipes(page, cells)
    else:
        page.table(["统计指标\t单位\t统计数", *[f"{label}\t{unit}\t{value}" for label, unit, value in cells]])
    page.line(f"填报日期：{report.signed.year}年{report.signed.month}月{report.signed.day}日")


def _cells(page: Page, facts: Facts, table: tuple[tuple[str, str, str], ...], blanks: str) -> list[tuple[str, str, str]]:
    units = page.units
    cells = []
    note = page.figures.append
    for label, unit, code in table:
        if not code:
            cells.append((label, unit, ""))
            continue
        value = facts[code]
        if value == 0 and (blanks == "zeros" or (blanks == "children" and _is_child_of_zero(facts, code))):
            note((code, "", "current", "", units[code], "", "blank", "table", ""))
            cells.append((label, unit, ""))
            continue
        printed = str(value)
        note((code, "", "current", printed, units[code], "exact", "reported", "table", printed))
        cells.append((label, unit, printed))
    return cells


def _is_child_of_zero(facts: Facts, code: str) -> bool:
    return facts.get(code.rpartition(".")[0]) == 0


def _pipes(page: Page, cells: list[tuple[str, str, str]]) -> None:
    """Rows between pipes, in one piece or torn by page breaks."""
    dice = page.dice
    form = dice.pick(("| {} | {} | {} |", "|{}|{}|{}|"))
    rule = "|---|---|---|"
    lines = [form.format(*cell) for cell in cells]
    head = [form.format("统计指标", "单位", "统计数"), rule]
    if dice.chance(0.6):
        page.table(head + lines)
        return
    cuts = [0, dice.between(12, 24), dice.between(34, 50), len(lines)]
    page.table(head + lines[: cuts[1]])
    for start, end in pairwise(cuts[1:]):
        page.table([form.format("", "", ""), rule, *lines[start:end]])


def write_annex(page: Page) -> None:
    """The annex: this year, and all years together."""
    report = page.report
    facts = report.table
    lines = [f"指标名称\t计量单位\t{report.year}年\t历年累计"]
    for row in rows("annex_rows.csv"):
        code, label = row["indicator_code"], row["label"]
        unit = page.units[code]
        values = []
        for basis in ("current", "cumulative"):
            value = str(facts[code if basis == "current" else f"{code}@cumulative"])
            page.figures.append((code, "", basis, value, unit, "exact", "reported", "table", value))
            values.append(value)
        lines.append(f"{label}\t{row['unit']}\t{values[0]}\t{values[1]}")
    page.line(page.dice.pick(("附表：", "附件：政府信息公开情况统计表", "（二）附表：")))
    if page.dice.chance(0.3):
        lines = ["| " + " | ".join(line.split("\t")) + " |" for line in lines]
        lines.insert(1, "|---|---|---|---|")
    page.table(lines)
