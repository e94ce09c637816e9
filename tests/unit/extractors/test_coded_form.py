"""The coded form: its printed codes say which row is which, its two value columns never contradict each other as the year's figures."""

from decimal import Decimal

import pytest
from printed_tables import with_bars, with_tabs

from extractors.forms.matcher import Reading, read_forms
from extractors.readers import read
from extractors.records import Observation

HEADER = ["指标名称", "计量单位", "代码", "本期实际", "本年累计"]
# (label, unit, code, value in both columns, indicator code)
ROWS = [
    ("主动公开信息数", "条", "01", "312", "proactive.items"),
    ("其中：全文电子化的主动公开信息数", "条", "02", "309", "proactive.items.fulltext"),
    ("新增的行政规范性文件数", "件", "03", "6", "proactive.normative_documents.added"),
    ("提供服务类信息数", "条", "04", "41", "proactive.service_information"),
    ("网站专栏页面访问量", "次", "05", "8,120", "platform.column_visits"),
    ("现场接待人数", "人次", "06", "55", "response.consultations.by_channel"),
    ("网上咨询数", "次", "07", "17", "response.consultations.by_channel"),
    ("咨询电话接听数", "次", "08", "90", "response.consultations.by_channel"),
    ("依申请公开信息目录数", "条", "09", "", "application.catalogue_entries"),
    ("申请总数", "件", "10", "24", "application.received"),
    ("其中：1.当面申请数", "件", "11", "10", "application.received.in_person"),
    ("2.传真申请数", "件", "12", "0", "application.received.fax"),
    ("3.电子邮件申请数", "件", "13", "2", "application.received.email"),
    ("4.网上申请数", "件", "14", "7", "application.received.online"),
    ("5.信函申请数", "件", "15", "4", "application.received.letter"),
    ("6.其他形式申请数", "件", "16", "1", "application.received.other_form"),
    ("对申请的答复总数", "件", "17", "23", "application.replied"),
    ("其中：1.同意公开答复数", "件", "18", "12", "application.replied.granted"),
    ("2.同意部分公开答复数", "件", "19", "3", "application.replied.partly_granted"),
    ("3.否决公开答复数", "件", "20", "8", "application.replied.refused"),
    ("其中：“非《规定》所指政府信息”", "件", "21", "1", "application.replied.refused.not_government_information"),
    ("“信息不存在”", "件", "22", "2", "application.replied.refused.not_exist"),
    ("“非本部门掌握”", "件", "23", "3", "application.replied.refused.not_held"),
    ("“申请内容不明确”", "件", "24", "", "application.replied.refused.unclear"),
    ("“免予公开范围1”", "件", "25", "5", "application.replied.refused.exempt_1"),
    ("“免予公开范围2”", "件", "26", "6", "application.replied.refused.exempt_2"),
    ("其它原因", "件", "31", "9", "application.replied.refused.other"),
    ("行政复议数", "件", "32", "11", "review"),
    ("行政诉讼数", "件", "33", "13", "litigation"),
    ("行政申诉数", "件", "34", "14", "appeals"),
    ("其中：对本部门首次处理不满意的行政申诉数*", "件", "35", "15", "appeals.first_handling_disputed"),
]


def table(*, with_names: bool = True, **labels: str) -> list[list[str]]:
    """The form; `labels` replaces the label of the row with a code ("c08")."""
    names = [["甲", "乙", "丙", "1", "2"]] if with_names else []
    return [HEADER, *names, *([labels.get(f"c{code}", label), unit, code, value, value] for label, unit, code, value, _ in ROWS)]


def reading_of(text: str) -> Reading:
    return read_forms(read("a.txt", text.encode()))


def figures(reading: Reading) -> list[tuple[str, str, Decimal | None]]:
    return [(each.indicator_code, each.basis, each.number) for each in reading.observations if each.status != "unreadable"]


TRUTH = [(code, "current", Decimal(value.replace(",", "")) if value else None) for _, _, _, value, code in ROWS]


def cells_with_bars(rows: list[list[str]], gap: str) -> str:
    return "\n".join(f"{cell}{gap}|" for cells in rows for cell in cells)


@pytest.mark.parametrize(
    "text",
    [
        with_bars(table()),
        with_tabs(table(with_names=False)),
        "01 单位名称\n|\n□□□□\n|\n" + cells_with_bars(table(), "\n"),
        cells_with_bars(table(), " "),
        cells_with_bars(table(), "\n\n"),
        "\n".join(" ".join(cells) for cells in table() if cells[3]),
    ],
    ids=["bars", "tabs", "bars on lines of their own", "bars behind cells", "blank lines as well", "single spaces"],
)
def test_the_form_is_read_whole(text: str) -> None:
    reading = reading_of(text)
    is_whole = "依申请公开信息目录数" in text
    assert figures(reading) == (TRUTH if is_whole else [each for each in TRUTH if each[2] is not None])
    assert (reading.generations, reading.issues) == (["dingxi"], [])


def test_ways_of_consulting_are_members_as_printed() -> None:
    found = [each for each in reading_of(with_bars(table())).observations if each.indicator_code == "response.consultations.by_channel"]
    assert [(each.member_label, each.number) for each in found] == [
        ("现场接待人数", Decimal(55)),
        ("网上咨询数", Decimal(17)),
        ("咨询电话接听数", Decimal(90)),
    ]


def one(reading: Reading, code: str) -> list[Observation]:
    return [each for each in reading.observations if each.indicator_code == code]


def test_a_damaged_label_is_known_by_its_code() -> None:
    reading = reading_of(with_bars(table(c09="依伸请公井信总目泵数", c25="“免予公开范围■”")))
    assert figures(reading) == TRUTH
    assert [one(reading, code)[0].confidence for code in ("application.catalogue_entries", "application.replied.refused.exempt_1")] == [
        0.85,
        0.85,
    ]


def test_another_label_with_the_code_of_a_row_is_not_that_row() -> None:
    reading = reading_of(with_bars(table(c04="受理热线工单数量")))
    assert one(reading, "proactive.service_information") == []
    assert [(issue.reason, issue.detail) for issue in reading.issues] == [("unmatched_label", "受理热线工单数量 条 04 41 41")]


def test_a_label_and_a_code_that_contradict_each_other_give_no_figure() -> None:
    rows = table()
    rows[14] = ["3.电子邮件申请数", "件", "12", "2", "2"]
    reading = reading_of(with_bars(rows))
    assert one(reading, "application.received.email") == []
    assert [issue.reason for issue in reading.issues] == ["ambiguous_label"]


def test_codes_of_another_table_are_no_evidence_against_its_labels() -> None:
    rows = table()
    for place, row in enumerate(rows[2:], start=51):
        row[2] = str(place)
    assert figures(reading_of(with_bars(rows))) == TRUTH


def test_a_code_is_never_taken_for_a_figure() -> None:
    rows = [[cell for cell in row if cell] if row[0] != "6.其他形式申请数" else ["6.其他形式申请数", "件", "16", "7"] for row in table()]
    reading = reading_of("\n".join(" ".join(row) for row in rows))
    assert [each.status for each in one(reading, "application.received.other_form")] == ["unreadable"]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("（2012年度）", [("current", 3)]),
        ("2012年第二季度", [("part_year", 3)]),
        ("2012年第四季度", [("part_year", 3), ("current", 12)]),
    ],
)
def test_the_year_so_far_is_the_years_figure_only_where_the_period_ends_the_year(title: str, found: list[tuple[str, int]]) -> None:
    rows = table()
    rows[29] = ["行政复议数", "件", "32", "3", "12"]
    reading = reading_of(title + "\n\n" + with_bars(rows))
    assert [(each.basis, each.number) for each in one(reading, "review")] == found


def test_years_so_far_that_say_something_else_are_named() -> None:
    rows = table()
    rows[29] = ["行政复议数", "件", "32", "3", "12"]
    reading = reading_of(with_bars(rows))
    assert [(each.basis, each.number) for each in one(reading, "review")] == [("current", 3)]
    assert [(issue.reason, issue.detail) for issue in reading.issues] == [("unmatched_column", "本年累计")]


def test_without_header_nothing_tells_the_two_columns_apart() -> None:
    reading = reading_of(with_bars(table(with_names=False)[1:]))
    assert figures(reading) == []
    assert [issue.reason for issue in reading.issues] == ["unknown_column_position"]
