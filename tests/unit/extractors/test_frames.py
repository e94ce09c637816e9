"""The printed frame of a form (who filled it in, when, how to reach them) is neither a row nor an issue; and other ways to set a table."""

from collections.abc import Callable

import pytest
from printed_tables import (
    PRINTERS,
    Cells,
    Figures,
    coastal_figures,
    coastal_rows,
    lined_up,
    national_figures,
    national_rows,
    with_bars,
    with_tabs,
)

from extractors.forms.matcher import read_forms
from extractors.frames import is_frame_cell, opens_frame
from extractors.readers import read

FORMS = {"national": (national_rows, national_figures), "coastal": (coastal_rows, coastal_figures)}


def outcome(text: str) -> tuple[Figures, list[str]]:
    reading = read_forms(read("a.txt", text.encode()))
    figures = {(each.indicator_code, each.basis): None if each.number is None else str(each.number) for each in reading.observations}
    return figures, [issue.detail for issue in reading.issues]


FOOTERS = [
    ["单位负责人：某甲", "审核人：某乙", "填报人：某丙"],
    ["联系电话：0000-0000001", "填报日期：2017年1月5日", ""],
    ["单位负责人（签字）", "某甲", ""],
    ["制表人", "某乙", "1"],
    ["联 系 电 话", "", "80000001"],
    ["填表日期", "2017.1.5", ""],
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("printer", ["bars", "tabs", "lined up"])
@pytest.mark.parametrize("gap", ["none", "one line"])
def test_footers_below_a_table_are_no_issue(form: str, printer: str, gap: str) -> None:
    rows, truth = FORMS[form][0](), FORMS[form][1]()
    footers = [[*cells, *[""] * (len(rows[0]) - len(cells))] for cells in FOOTERS]
    text = PRINTERS[printer](rows + footers) if gap == "none" else PRINTERS[printer](rows) + "\n\n" + PRINTERS[printer](footers[:2])
    assert outcome(text) == (truth, [])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "line", ["填报单位：枕石镇    单位：件", "填报单位（盖章）：枕石镇  填报日期：2017年1月5日    联系人：某甲    电话：0"]
)
def test_a_frame_set_with_spaces_leaves_the_columns_of_the_rows_alone(form: str, line: str) -> None:
    rows, truth = FORMS[form][0](), FORMS[form][1]()
    assert outcome(line + "\n" + lined_up(rows) + "\n" + line) == (truth, [])


def test_headers_of_the_frame_are_no_part_of_the_columns() -> None:
    rows = coastal_rows()
    above = [["（2016年度）", "", "", ""], ["填报单位：枕石镇", "", "", "单位：件"]]
    assert outcome(with_bars(above + rows)) == (coastal_figures(), [])


@pytest.mark.parametrize("text", ["单位", "日期", "联系群众次数", "单位负责人参加新闻发布会次数", "填报", "主要负责人", ""])
def test_what_only_begins_like_a_frame_is_none(text: str) -> None:
    assert not is_frame_cell(text)
    assert not opens_frame(text)


WAYS: dict[str, Callable[[list[Cells]], str]] = {
    "bars between cells only": lambda rows: "\n".join(" | ".join(cells) for cells in rows),
    "bars between cells only, blank lines between rows": lambda rows: "\n\n\n".join(" | ".join(cells) for cells in rows),
    "tabs, blank lines between rows": lambda rows: "\n\n".join("\t".join(cells) for cells in rows),
    "columns, two blank lines between rows": lambda rows: lined_up(rows).replace("\n", "\n\n\n"),
    "columns, three blank lines between rows": lambda rows: lined_up(rows).replace("\n", "\n\n\n\n"),
    "tabs doubled": lambda rows: with_tabs(rows).replace("\t", "\t\t"),
    "references": lambda rows: with_bars(rows).replace("（", "&#65288;").replace("）", "&#xFF09;").replace(" | ", "&ensp;|&emsp;"),
    "spaced separators": lambda rows: with_bars(rows).replace("1,204", "1 ， 204"),
    "indented": lambda rows: "\n".join("        " + line for line in with_tabs(rows).split("\n")),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("way", WAYS)
def test_all_figures_are_read_however_the_table_is_set(form: str, way: str) -> None:
    rows, truth = FORMS[form][0](), FORMS[form][1]()
    assert outcome(WAYS[way](rows)) == (truth, [])


@pytest.mark.parametrize("header", ["2016年发生数", "本年度数", "当年发生数"])
@pytest.mark.parametrize("cumulative", ["自2008年累计", "截至2016年底累计", "2008年以来累计数"])
def test_columns_of_a_year_and_of_all_years_are_told_by_their_words(header: str, cumulative: str) -> None:
    rows = [["指标名称", "计量单位", header, cumulative], *coastal_rows()[1:]]
    assert outcome(with_bars(rows)) == (coastal_figures(), [])
