"""Tables of the known forms give exactly the figures they print, with proof; what can't be told gives an issue."""

from decimal import Decimal

import pytest
from printed_tables import (
    COASTAL_HEADER,
    NATIONAL_HEADER,
    PRINTERS,
    coastal_figures,
    coastal_rows,
    national_figures,
    national_rows,
    with_bars,
    with_tabs,
)

from extractors.document import Document
from extractors.forms.matcher import Reading, read_forms
from extractors.readers import read
from extractors.records import Observation


def reading_of(text: str) -> tuple[Document, Reading]:
    document = read("a.txt", text.encode())
    return document, read_forms(document)


def figures_of(reading: Reading) -> dict[tuple[str, str], str | None]:
    return {
        (found.indicator_code, found.basis): None if found.number is None else str(found.number)
        for found in reading.observations
        if found.status in ("reported", "blank")
    }


def national(*changes: tuple[str, list[str]], header: list[str] | None = None) -> list[list[str]]:
    """The national table with the rows that begin with a label replaced."""
    replaced = dict(changes)
    rows = [replaced.get(row[0], row) for row in national_rows()]
    return [header or rows[0], *rows[1:]]


def found(reading: Reading, code: str, basis: str = "current") -> Observation:
    (observation,) = (each for each in reading.observations if (each.indicator_code, each.basis) == (code, basis))
    return observation


def reasons(reading: Reading) -> list[str]:
    return [issue.reason for issue in reading.issues]


@pytest.mark.parametrize("printer", ["bars", "tabs", "lined up", "one cell a line"])
def test_both_forms_are_read_whole(printer: str) -> None:
    _, reading = reading_of(PRINTERS[printer](national_rows()) + "\n\n附表\n\n")
    assert (figures_of(reading), reading.generations, reading.issues) == (national_figures(), ["national_2014"], [])
    _, reading = reading_of(PRINTERS[printer](coastal_rows()))
    assert (figures_of(reading), reading.generations, reading.issues) == (coastal_figures(), ["fujian"], [])


def test_one_cell_a_line_without_the_blank_ones_is_read() -> None:
    _, reading = reading_of("\n".join(cell for cells in national_rows() for cell in cells if cell))

    assert (figures_of(reading), reading.issues) == (national_figures(), [])


def test_every_figure_carries_its_proof() -> None:
    document, reading = reading_of("某乡年度报告\n\n" + with_bars(national_rows()) + "\n\n" + "说明\n\n" + with_tabs(coastal_rows()[:9]))
    assert len(reading.observations) == 60
    for each in reading.observations:
        assert document.text[each.char_start : each.char_end] == each.quote
        assert each.char_start <= each.value_start <= each.value_end <= each.char_end
        assert document.text[each.value_start : each.value_end] == (each.value_printed or "")
        assert each.line == document.text.count("\n", 0, each.value_start) + 1
        assert 0 < each.confidence <= 1


def test_a_figure_names_its_place_in_the_table() -> None:
    _, reading = reading_of(with_bars(national_rows()))
    figure = found(reading, "application.received.in_person")
    assert figure.row_path == "三、依申请公开情况 > （一）收到申请数 > 1.当面申请数"
    assert (figure.column_path, figure.table_index, figure.row_index, figure.column_index) == ("统计数", 0, 23, 2)
    assert (figure.value_printed, figure.number, figure.unit_printed) == ("11", Decimal(11), "件")
    assert (figure.source_kind, figure.text_origin, figure.confidence, figure.member_code) == ("table", "native", 1.0, None)


def test_a_blank_is_not_a_zero_and_a_zero_is_not_a_blank() -> None:
    _, reading = reading_of(with_bars(national_rows()))
    blank, zero = found(reading, "proactive.items.weibo"), found(reading, "proactive.items.gazette")
    assert (blank.status, blank.number, blank.value_printed, blank.qualifier, blank.value_start == blank.value_end) == (
        "blank",
        None,
        None,
        None,
        True,
    )
    assert (zero.status, zero.number, zero.value_printed, zero.qualifier) == ("reported", Decimal(0), "0", "exact")


@pytest.mark.parametrize(
    ("cell", "status", "number", "unit"),
    [
        ("12件", "reported", "12", "件"),
        ("＋７", "reported", "7", "件"),
        ("-3", "reported", "-3", "件"),
        ("1，204", "reported", "1204", "件"),
        ("\u00a0", "blank", None, "件"),
        ("——", "not_applicable", None, "件"),
        ("/", "not_applicable", None, "件"),
        ("无", "stated_zero", "0", "件"),
        ("见附件", "unreadable", None, "件"),
        ("1 2", "unreadable", None, "件"),
        ("4\ufffd", "unreadable", None, "件"),
    ],
)
def test_a_cell_says_what_it_says(cell: str, status: str, number: str | None, unit: str) -> None:
    _, reading = reading_of(with_bars(national(("四、行政复议数量", ["四、行政复议数量", "件", cell]))))
    figure = found(reading, "review")
    assert (figure.status, None if figure.number is None else str(figure.number), figure.unit_printed) == (status, number, unit)
    assert reasons(reading) == (["unreadable_cell"] if status == "unreadable" else [])


def test_same_labels_are_told_by_their_group() -> None:
    _, reading = reading_of(with_bars(national_rows()))
    assert [str(found(reading, code).number) for code in ("review.corrected", "litigation.corrected", "litigation.other")] == [
        "23",
        "27",
        "28",
    ]
    assert found(reading, "review.other").status == "blank"


def test_a_label_whose_group_is_unknown_gives_no_figure() -> None:
    rows = [row for row in national_rows() if row[0] not in ("四、行政复议数量", "五、行政诉讼数量")]
    rows = [row for row in rows if not row[0].startswith("（一）维持")]
    once = [
        row for index, row in enumerate(rows) if row[0] != "（二）被依法纠错数" or "（二）被依法纠错数" not in [r[0] for r in rows[:index]]
    ]
    _, reading = reading_of(with_bars(once))
    assert not [each for each in reading.observations if each.indicator_code.endswith(".corrected")]
    assert "ambiguous_label" in reasons(reading)


def test_an_unknown_row_becomes_an_issue_with_its_text() -> None:
    rows = national_rows()
    rows.insert(10, ["6.政务客户端公开政府信息数", "条", "55"])
    document, reading = reading_of(with_bars(rows))
    assert figures_of(reading) == national_figures()
    (issue,) = reading.issues
    assert (issue.stage, issue.reason, issue.detail, issue.line) == ("forms", "unmatched_label", "6.政务客户端公开政府信息数 条 55", 11)
    assert document.text[issue.char_start : issue.char_end] == "6.政务客户端公开政府信息数\t条\t55"


def test_an_unknown_column_becomes_an_issue_and_the_others_are_read() -> None:
    rows = [[*row, "9"] for row in national_rows()]
    rows[0] = [*NATIONAL_HEADER, "其中乡镇填报"]
    _, reading = reading_of(with_bars(rows))
    assert figures_of(reading) == national_figures()
    assert [(issue.reason, issue.detail) for issue in reading.issues] == [("unmatched_column", "其中乡镇填报")]


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (["区政府统计数", "区直单位统计数", "乡镇街道统计数"], ["district_government", "district_departments", "townships"]),
        (["县政府统计数", "县直部门统计数", "乡镇（街道）统计数"], ["district_government", "district_departments", "townships"]),
        (["市政府", "市直单位", "镇街"], ["district_government", "district_departments", "townships"]),
    ],
)
def test_columns_of_the_reporting_levels_are_members(names: list[str], codes: list[str]) -> None:
    rows = [["", row[0], row[1], row[2], "" if row[1] in ("——", "") else "1", ""] for row in national_rows()]
    rows[0] = ["序号", "统计指标", "单位", *names]
    _, reading = reading_of(with_bars(rows))
    reviews = [(each.member_code, each.status, each.number, each.basis) for each in reading.observations if each.indicator_code == "review"]
    assert reviews == [
        (codes[0], "reported", Decimal(21), "current"),
        (codes[1], "reported", Decimal(1), "current"),
        (codes[2], "blank", None, "current"),
    ]
    assert reading.issues == []


def test_columns_of_other_offices_are_no_column_of_the_office() -> None:
    rows = [[row[0], row[1], row[2], "1"] for row in national_rows()]
    rows[0] = ["统计指标", "单位", "城建局统计数", "其中乡镇填报"]
    _, reading = reading_of(with_bars(rows))
    assert reading.observations == []
    assert reasons(reading) == ["unmatched_column"] * 2


@pytest.mark.parametrize(
    ("title", "basis"),
    [
        ("政府信息公开情况统计表（2016年第三季度）", "part_year"),
        ("2016年上半年", "part_year"),
        ("（2016年1-9月）", "part_year"),
        ("2016 年   季度", "part_year"),
        ("（2016年度）", "current"),
        ("（2016年1月1日至2016年12月31日）", "current"),
        ("2016年1-12月", "current"),
        ("各单位每季度报送一次，年终汇总后由县政府办公室统一公布，并接受群众的监督和评议，特此说明。", "current"),
    ],
)
def test_a_title_that_names_a_part_of_the_year_makes_it_part_of_the_year(title: str, basis: str) -> None:
    _, reading = reading_of(title + "\n\n" + with_bars(national_rows()))
    assert {each.basis for each in reading.observations} == {basis}
    _, reading = reading_of(with_bars([[title, "", ""], *national_rows()]))
    assert {each.basis for each in reading.observations} == {basis}


def test_two_rows_that_claim_one_are_both_left_out() -> None:
    rows = national_rows()
    rows.insert(40, ["1.当面申请数", "件", "99"])
    _, reading = reading_of(with_bars(rows))
    assert not [each for each in reading.observations if each.indicator_code == "application.received.in_person"]
    assert reasons(reading) == ["ambiguous_label", "ambiguous_label"]


def test_two_tables_that_contradict_each_other_are_both_left_out() -> None:
    other = national(("四、行政复议数量", ["四、行政复议数量", "件", "99"]))
    _, reading = reading_of(with_bars(national_rows()) + "\n\n全县政府信息公开情况统计表\n\n" + with_bars(other))
    assert not [each for each in reading.observations if each.indicator_code == "review"]
    assert len([each for each in reading.observations if each.indicator_code == "litigation"]) == 2
    assert reasons(reading) == ["ambiguous_label", "ambiguous_label"]


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("4.政务徽信公开政府信息数", "proactive.items.wechat"),
        ("（一）政府信息公开工作专门机沟数", "resource.dedicated_units"),
        ("（一）召开政府信息与政务公开工作会议", "training.meetings"),
        ("不是《条例》所指政府信患", "application.replied.refused.not_government_information"),
    ],
)
def test_a_slip_or_a_shortened_label_is_read_with_less_confidence(printed: str, code: str) -> None:
    rows = [[printed, *row[1:]] if row[0] in replaced(code) else row for row in national_rows()]
    _, reading = reading_of(with_bars(rows))
    assert figures_of(reading) == national_figures()
    assert (found(reading, code).confidence, reading.issues) == (0.8, [])


def replaced(code: str) -> list[str]:
    return {
        "proactive.items.wechat": ["4.政务微信公开政府信息数"],
        "resource.dedicated_units": ["（一）政府信息公开工作专门机构数"],
        "training.meetings": ["（一）召开政府信息与政务公开工作会议或专题会议数"],
        "application.replied.refused.not_government_information": ["不是《条例》所指政府信息"],
    }[code]


@pytest.mark.parametrize("printed", ["3.政务抖音公开政府信息数", "3.政务微视公开政府信息数", "3.公开政府信息数"])
def test_a_label_as_near_to_another_row_is_not_read(printed: str) -> None:
    rows = [[printed, "条", "77"] if row[0] == "3.政务微博公开政府信息数" else row for row in national_rows()]
    _, reading = reading_of(with_bars(rows))
    assert not [each for each in reading.observations if each.indicator_code == "proactive.items.weibo"]
    assert reasons(reading) == ["unmatched_label"]


def test_a_negation_is_no_slip() -> None:
    rows = [["4.未同意公开答复数", "件", "9"] if row[0] == "4.不同意公开答复数" else row for row in national_rows()]
    _, reading = reading_of(with_bars(rows))
    assert not [each for each in reading.observations if each.indicator_code == "application.replied.refused"]
    assert reasons(reading) == ["unmatched_label"]


def test_one_value_column_needs_no_header_and_two_do() -> None:
    _, reading = reading_of(with_bars(national_rows()[1:]))
    assert figures_of(reading) == national_figures()
    assert {each.confidence for each in reading.observations} == {0.9}
    _, reading = reading_of(with_tabs(coastal_rows()[1:]))
    assert {each.status for each in reading.observations} == {"unreadable"}
    assert reasons(reading) == ["unknown_column_position"]


def test_of_two_years_the_newer_is_current() -> None:
    rows = [row[:4] for row in coastal_rows()]
    rows[0] = ["指标名称", "计量单位", "2015年", "2016年度"]
    _, reading = reading_of(with_bars(rows))
    assert [(each.basis, str(each.number)) for each in reading.observations[:2]] == [("prior_year", "310"), ("current", "4120")]


def test_a_lone_figure_in_a_row_that_lost_a_cell_is_not_placed() -> None:
    rows = [row if row[0] != "行政复议数" else ["行政复议数", "件", "16"] for row in coastal_rows()]
    _, reading = reading_of(with_bars(rows))
    assert [(each.status, each.value_printed) for each in reading.observations if each.indicator_code == "review"] == [
        ("unreadable", "16")
    ] * 2
    assert reasons(reading) == ["unknown_column_position"]


def test_a_figure_torn_in_two_lines_is_not_read() -> None:
    rows = national_rows()
    place = next(index for index, row in enumerate(rows) if row[0] == "3.网络申请数")
    rows[place : place + 1] = [["3.网络申请数", "件", "2"], ["", "", "4"]]
    _, reading = reading_of(with_bars(rows))
    assert found(reading, "application.received.online").status == "unreadable"


def test_money_in_another_kind_of_unit_is_not_read() -> None:
    _, reading = reading_of(with_bars(national(("四、行政复议数量", ["四、行政复议数量", "万元", "21"]))))
    assert (found(reading, "review").status, reasons(reading)) == ("unreadable", ["unit_mismatch"])


def test_units_in_header_and_label_are_taken() -> None:
    rows = [[row[0], row[2]] for row in national_rows()]
    rows[0] = ["统计指标", "统计数（件）"]
    _, reading = reading_of(with_bars(rows))
    assert found(reading, "review").unit_printed == "件"
    rows = [[row[0], row[2]] if row[0] != "四、行政复议数量" else ["四、行政复议数量（件）", row[2]] for row in national_rows()]
    _, reading = reading_of(with_bars(rows))
    assert (found(reading, "review").unit_printed, found(reading, "litigation").unit_printed) == ("件", None)


@pytest.mark.parametrize(
    "table",
    [
        "| 日期 | 事项 | 金额 |\n|---|---|---|\n| 3月1日 | 购办公用品 | 230.5 |\n| 3月9日 | 维修费 | 1200 |\n",
        "| 姓名 | 职务 | 电话 |\n|---|---|---|\n| 甲某 | 乡长 | 1 |\n| 乙某 | 干事 | 2 |\n",
        "| 项目 | 单位 | 数量 |\n|---|---|---|\n| 行政复议数 | 件 | 3 |\n| 行政诉讼数 | 件 | 1 |\n| 行政处罚数 | 件 | 16 |\n",
    ],
)
def test_other_tables_give_neither_figures_nor_issues(table: str) -> None:
    _, reading = reading_of("某乡年度报告\n\n" + table)
    assert (reading.generations, reading.observations, reading.issues) == ([], [], [])


def test_signatures_and_remarks_among_the_rows_are_no_issue() -> None:
    rows = [
        ["政府信息公开情况统计表", "", ""],
        ["（2016年度）", "", ""],
        *national_rows(),
        ["单位负责人：某某", "审核人：某某", ""],
        ["注：本表一式两份", "", ""],
    ]
    _, reading = reading_of(with_bars(rows))
    assert (figures_of(reading), reading.issues) == (national_figures(), [])


def test_a_second_piece_after_other_words_goes_on_with_the_form() -> None:
    rows = national_rows()
    text = (
        with_tabs(rows[:30])
        + "\n\n以上为主动公开和申请受理情况，以下为答复情况，请一并查阅，如有疑问请联系本乡。\n\n"
        + with_tabs(rows[30:])
    )
    _, reading = reading_of(text)
    assert (figures_of(reading), reading.issues) == (national_figures(), [])


def test_coastal_header_words_may_wrap() -> None:
    rows = [["指标", "计量", "2016", "历年"], ["名称", "单位", "年", "累计"], *coastal_rows()[1:]]
    _, reading = reading_of(with_bars(rows))
    assert (COASTAL_HEADER[2], figures_of(reading)) == ("2016年", coastal_figures())
