"""Tables that look like a report's own and are not, or not quite: other columns, other offices, other units, figures out of place."""

from decimal import Decimal

import pytest

from extractors.forms.crosstabs.sums import are_shifted
from extractors.forms.matcher import Reading, read_forms
from extractors.readers import read

MEMBERS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
ROWS = ["一、本年新收政府信息公开申请数量", "（一）予以公开", "（二）部分公开", "（七）总计", "四、结转下年度继续办理"]
LIST = [
    "（一）主动公开政府信息数",
    "制发规范性文件总数",
    "1.政府公报公开政府信息数",
    "2.政府网站公开政府信息数",
    "3.政务微博公开政府信息数",
]
BETWEEN = "以上是全县的情况，以下是县教育局的情况，两者都由各自的单位在年底前统计并且上报。"


def reading_of(*parts: str) -> Reading:
    return read_forms(read("a.txt", "\n\n".join(("映月县人民政府2022年政府信息公开工作年度报告", *parts, "")).encode()))


def numbers(reading: Reading) -> dict[tuple[str, str | None], Decimal | None]:
    return {(each.indicator_code, each.member_code): each.number for each in reading.observations if each.number is not None}


def reasons(reading: Reading) -> set[str]:
    return {issue.reason for issue in reading.issues}


def applications(columns: list[str], *figures: object) -> str:
    """A table whose rows all hold the same figures."""
    lines = [["申请人情况", *columns], *([row, *map(str, figures)] for row in ROWS)]
    return "\n".join("|" + "|".join(cells) + "|" for cells in lines)


def as_list(*figures: object, unit: str = "条", header: str = "统计数") -> str:
    lines = [["指标名称", "计量单位", header], *([row, unit, str(figure)] for row, figure in zip(LIST, figures, strict=True))]
    return "\n".join("|" + "|".join(cells) + "|" for cells in lines)


@pytest.mark.parametrize(
    "columns",
    [
        ["县教育局", "县民政局", "县财政局", "县司法局", "县公安局", "其他", "总计"],
        ["一月", "二月", "三月", "四月", "五月", "六月", "总计"],
        ["自然人", "国企", "民企", "科研机构", "社会公益组织", "其他", "总计"],
    ],
)
@pytest.mark.parametrize("bar", ["|", "\t", "   "])
def test_columns_with_other_names_are_no_applicants(columns: list[str], bar: str) -> None:
    table = applications(columns, 1, 2, 0, 0, 0, 0, 3)
    reading = reading_of("\n".join(line.strip("|").replace("|", bar) for line in table.split("\n")) if bar != "|" else table)
    assert not numbers(reading)
    assert reasons(reading) == {"unreadable_table"}


def test_one_column_with_another_name_does_not_lose_the_others() -> None:
    found = numbers(reading_of(applications([*MEMBERS[:3], "社团", *MEMBERS[4:]], 1, 2, 0, 0, 0, 0, 3)))
    assert found["application.new", "commercial_enterprise"] == 2


@pytest.mark.parametrize("label", ["", "行政诉讼", "信访复查"])
def test_results_without_the_name_of_their_proceedings_are_no_reviews(label: str) -> None:
    reading = reading_of(f"|事项|结果维持|结果纠正|其他结果|尚未审结|总计|\n|{label}|5|6|7|8|26|")
    assert not numbers(reading)
    assert reasons(reading) == {"unreadable_table"}


def test_results_under_the_name_of_their_proceedings_are_read() -> None:
    header = "|" + "行政复议|" * 5 + "\n|结果维持|结果纠正|其他结果|尚未审结|总计|"
    assert numbers(reading_of(header + "\n|5|6|7|8|26|"))["review", None] == 26


def test_figures_in_multiples_of_a_unit_are_not_taken_for_the_unit() -> None:
    fees = "|信息内容|本年收费金额（单位：千元）|\n|行政事业性收费|12|"
    decisions = "|信息内容|本年处理决定数量（万件）|\n|行政许可|3|\n|行政处罚|4|"
    reading = reading_of(fees + "\n" + decisions)
    assert not numbers(reading)
    assert "unit_mismatch" in reasons(reading)


@pytest.mark.parametrize(("unit", "header"), [("千条", "统计数"), ("", "统计数（万条）"), ("", "统计数（万）")])
def test_a_list_in_multiples_of_a_unit_gives_no_figures(unit: str, header: str) -> None:
    reading = reading_of(as_list(1, 2, 3, 4, 5, unit=unit, header=header))
    assert not numbers(reading)
    assert reasons(reading) == {"unit_mismatch"}


def test_blanks_of_one_table_are_not_filled_from_another_that_differs() -> None:
    assert not numbers(reading_of(as_list(9, "", 9, "", 9), BETWEEN, as_list(2, 2, 2, 2, 2)))
    crosstabs = applications(MEMBERS, 1, "", 0, 0, 0, 0, 1), applications(MEMBERS, 0, 2, 0, 0, 0, 0, 2)
    assert set(numbers(reading_of(crosstabs[0], BETWEEN, crosstabs[1])).values()) == {0}


def test_tables_that_agree_fill_each_others_blanks() -> None:
    found = numbers(reading_of(as_list(9, "", 9, "", 9), BETWEEN, as_list(9, 2, 9, 2, 9)))
    assert sorted(map(str, found.values())) == ["2", "2", "9", "9", "9"]


@pytest.mark.parametrize(
    "figures", [(2, 0, 0, 0, 0, 3, ""), (1, "", 2, 0, 0, 0, 0), ("", 1, 0, 0, 0, 0, 3)], ids=["to the left", "to the right", "lost"]
)
def test_figures_out_of_their_columns_are_not_taken(figures: tuple[object, ...]) -> None:
    reading = reading_of(applications(MEMBERS, *figures))
    assert not numbers(reading)
    assert reasons(reading) == {"unreadable_table"}


def test_columns_that_an_office_leaves_blank_are_no_sign_of_shifted_figures() -> None:
    one, two, three = Decimal(1), Decimal(2), Decimal(3)
    assert not are_shifted([[one, None, two, three], [two, None, one, three]])
    assert not are_shifted([[two, one, one, None], [one, two, one, None]])
    assert not are_shifted([[None, None, None, three], [None, None, None, one]])


def test_a_row_closed_up_to_the_left_is_not_taken_at_its_places() -> None:
    lines = applications(MEMBERS, 1, 2, 0, 0, 0, 0, 3).split("\n")
    lines[2] = "|（一）予以公开|1|2|3|||||"
    found = numbers(reading_of("\n".join(lines)))
    assert found["application.new", "research_institution"] == 0
    assert ("application.outcome.granted", "research_institution") not in found
    lines[2] = "|（一）予以公开|3|1|0|||||"
    assert numbers(reading_of("\n".join(lines)))["application.outcome.granted", "natural_person"] == 3
