"""The cross tables of 2019 and 2021: columns by name and by order, what is refused, what only the sums tell.

Distortions of every kind are tried in ../test_distorted.py; here each rule has the smallest table that shows it.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from extractors.extract import extract
from extractors.forms.crosstabs.definitions import crosstabs
from extractors.forms.crosstabs.sums import are_shifted, placements
from extractors.forms.matcher import Reading, read_forms
from extractors.readers import read
from tests.unit.extractors.formats import FORMATS
from tests.unit.extractors.report_parts import as_printed

SHARED = Path(__file__).resolve().parents[4] / "shared"
MEMBERS = "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计"
NATURAL, TOTAL = "natural_person", "total"


def reading_of(*tables: str) -> Reading:
    text = "映月县藏书局2022年政府信息公开工作年度报告\n\n" + "\n\n中间的话说完了。\n\n".join(tables) + "\n"
    return read_forms(read("a.txt", text.encode()))


def values(reading: Reading) -> dict[tuple[str, str | None, str], str | None]:
    return {
        (each.indicator_code, each.member_code, each.basis): None if each.number is None else str(each.number)
        for each in reading.observations
        if each.status != "unreadable"
    }


def reasons(reading: Reading) -> set[str]:
    return {issue.reason for issue in reading.issues}


def applications(header: str, *rows: str) -> str:
    return "\n".join(f"|{line}|" for line in (header, *rows))


def test_every_code_that_the_dictionary_gives_to_these_generations_can_be_read() -> None:
    found = set()
    for crosstab in crosstabs().values():
        for row in crosstab.form.rows:
            columns = [column for heading in crosstab.headings for column in heading.columns if column.stands_over(row.position)]
            found |= {".".join(filter(None, (row.indicator_code, column.measure))) for column in columns if row.kind == "data"}
    dictionary = Path(__file__).resolve().parents[3] / "dbt_project" / "seeds" / "indicators.csv"
    with dictionary.open(encoding="utf-8", newline="") as handle:
        asked = {row["indicator_code"] for row in csv.DictReader(handle) if {"2019", "2021"} & set(row["forms"].split())}
    assert asked == found


def test_a_figure_has_the_member_of_its_column() -> None:
    table = applications(
        f"申请人情况|{MEMBERS}",
        "一、本年新收政府信息公开申请数量|3|1|0|0|0|2|6",
        "二、上年结转政府信息公开申请数量|0|0|0|0|0|0|0",
        "四、结转下年度继续办理|1||0|0|0|0|1",
    )
    found = values(reading_of(table))
    assert found["application.new", "other_organisation", "current"] == "2"
    assert found["application.carried_forward", "commercial_enterprise", "current"] is None
    assert len(found) == 21


def test_columns_in_another_order_are_told_by_their_names() -> None:
    names = MEMBERS.split("|")
    turned = [names[-1], *names[:-1]]
    table = applications(
        "申请人情况|" + "|".join(turned), "一、本年新收政府信息公开申请数量|6|3|1|0|0|0|2", "二、上年结转政府信息公开申请数量|0|0|0|0|0|0|0"
    )
    assert values(reading_of(table))["application.new", TOTAL, "current"] == "6"


@pytest.mark.parametrize("header", ["申请人情况|自然人|商业企业|科研机构|总计", "申请人情况|甲|乙|丙|丁"])
def test_with_columns_gone_only_named_ones_are_read(header: str) -> None:
    rows = ("一、本年新收政府信息公开申请数量|3|1|0|4", "二、上年结转政府信息公开申请数量|0|0|1|1", "四、结转下年度继续办理|0|0|0|0")
    reading = reading_of(applications(header, *rows))
    if "自然人" in header:
        assert values(reading)["application.carried_over", "research_institution", "current"] == "1"
    else:
        assert values(reading) == {}
        assert "unreadable_table" in reasons(reading)


def test_figures_that_moved_to_the_left_are_not_read() -> None:
    rows = ("一、本年新收政府信息公开申请数量|3|1|4||||", "二、上年结转政府信息公开申请数量|0|2|2||||", "四、结转下年度继续办理|0|0|0||||")
    assert values(reading_of(applications(f"申请人情况|{MEMBERS}", *rows))) == {}


def test_two_years_side_by_side_have_the_older_as_prior_year() -> None:
    table = applications(
        "申请人情况|2021年|2021年|2021年|2021年|2021年|2021年|2021年|2022年|2022年|2022年|2022年|2022年|2022年|2022年",
        f"申请人情况|{MEMBERS}|{MEMBERS}",
        "一、本年新收政府信息公开申请数量|1|0|0|0|0|0|1|5|0|0|0|0|0|5",
        "二、上年结转政府信息公开申请数量|0|0|0|0|0|0|0|1|0|0|0|0|0|1",
        "四、结转下年度继续办理|1|0|0|0|0|0|1|0|0|0|0|0|0|0",
    )
    found = values(reading_of(table))
    assert found["application.new", NATURAL, "prior_year"] == "1"
    assert found["application.new", NATURAL, "current"] == "5"
    undated = "\n".join(line for line in table.split("\n") if "2021年" not in line)
    assert values(reading_of(undated)) == {}


def test_the_row_of_other_outcomes_tells_the_generation() -> None:
    rows = ["一、本年新收政府信息公开申请数量|1|0|0|0|0|0|1", "三、本年度办理结果|||||||", "（一）予以公开|1|0|0|0|0|0|1"]
    single = applications(f"申请人情况|{MEMBERS}", *rows, "（六）其他处理|0|0|0|0|0|0|0")
    parts = applications(
        f"申请人情况|{MEMBERS}",
        *rows,
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|0|0|0|0|0|0|0",
        "3.其他|0|0|0|0|0|0|0",
    )
    assert reading_of(single).generations == ["national_2019"]
    assert reading_of(parts).generations == ["national_2021"]


def test_both_generations_in_one_report_keep_their_own() -> None:
    stock = "|信息内容|本年新制作数量|本年新公开数量|对外公开总数量|\n|规章|0|0|2|\n|规范性文件|3|4|15|"
    fees = "|信息内容|本年收费金额（单位：万元）|\n|行政事业性收费|8.25|"
    reading = reading_of(stock, fees)
    assert values(reading)["proactive.normative_documents.disclosed_total", None, "current"] == "15"
    assert values(reading)["proactive.fees.amount", None, "current"] == "8.25"
    assert reading.generations == ["national_2019", "national_2021"]


def test_names_of_columns_that_lost_their_second_line_are_told_by_their_order() -> None:
    table = "|信息内容|本年新|本年新|对外公开总数量|\n|规章|1|2|3|\n|规范性文件|4|5|6|"
    found = values(reading_of(table))
    assert found["proactive.rules.made", None, "current"] == "1"
    assert found["proactive.rules.newly_disclosed", None, "current"] == "2"


def test_a_heading_of_another_row_gives_no_figure() -> None:
    table = "|第二十条第（九）项|||\n|信息内容|上一年项目数量|本年增/减|\n|政府集中采购|12|+3|"
    reading = reading_of(table)
    assert values(reading) == {}
    assert reading.issues


def test_signs_and_remarks_belong_to_the_cell() -> None:
    table = "|信息内容|上一年项目数量|本年增/减|处理决定数量|\n|行政许可|22（其中修订16件）|-126|+4|\n|其他对外管理服务事项|0|0|0|"
    found = values(reading_of(table))
    assert found["proactive.licensing.items_last_year", None, "current"] == "22"
    assert found["proactive.licensing.change", None, "current"] == "-126"


def test_half_a_case_is_none() -> None:
    reading = reading_of("|信息内容|本年处理决定数量|\n|行政处罚|12.5|\n|行政强制|3|")
    assert values(reading) == {("proactive.compulsion.decisions", None, "current"): "3"}
    assert "unreadable_cell" in reasons(reading)


def test_money_in_another_unit_keeps_it() -> None:
    reading = reading_of("|信息内容|本年收费金额（单位：元）|\n|行政事业性收费|1250|", "|信息内容|本年处理决定数量|\n|行政许可|5|")
    assert [each.unit_printed for each in reading.observations if each.indicator_code == "proactive.fees.amount"] == ["元"]


def test_fifteen_numbers_are_reviews_and_lawsuits() -> None:
    table = (
        "|行政复议|||||行政诉讼||||||||||\n"
        "||||||未经复议直接起诉|||||复议后起诉|||||\n"
        "|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|\n"
        "|1|2|3|4|10|5|0|0|1|6|0|0|0|2|2|"
    )
    found = values(reading_of(table))
    assert found["review", None, "current"] == "10"
    assert found["litigation.direct.pending", None, "current"] == "1"
    assert found["litigation.after_review", None, "current"] == "2"
    fewer = table.replace("|1|2|3|4|10|5|0|0|1|6|0|0|0|2|2|", "1 2 3 4 10 5 0 0 1 6 0 0 2 2")
    assert values(reading_of(fewer)) == {}


def test_rows_and_columns_of_no_form_are_named() -> None:
    table = applications(
        f"申请人情况|{MEMBERS}",
        "一、本年新收政府信息公开申请数量|1|0|0|0|0|0|1",
        "受理热线工单数量|7|0|0|0|0|0|7",
        "四、结转下年度继续办理|0|0|0|0|0|0|0",
    )
    reading = reading_of(table)
    assert [issue.detail for issue in reading.issues if issue.reason == "unmatched_label"] == ["受理热线工单数量 7 0 0 0 0 0 7"]


def test_tables_of_the_same_words_that_are_no_form_give_nothing() -> None:
    other = "|项目|数量|\n|行政许可|35|\n|行政处罚|10|\n|行政强制|0|"
    assert values(reading_of(other)) == {}


def test_a_row_that_lost_its_empty_cells_is_placed_by_the_sums_where_they_leave_one_column() -> None:
    lines = ["一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3", "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0"]
    lines += ["（一）予以公开 1 0 0 0 0 0 1", "（二）部分公开 2 2", "（七）总计 3 0 0 0 0 0 3", "四、结转下年度继续办理 0 0 0 0 0 0 0"]
    lines += ["1.属于国家秘密 0 0 0 0 0 0 0", "2.重复申请 0 0 0 0 0 0 0"]
    reading = reading_of("\n".join(["申请人情况", *MEMBERS.split("|"), *lines]))
    placed = {each.member_code: each for each in reading.observations if each.indicator_code == "application.outcome.partly_granted"}
    assert (placed[NATURAL].number, placed[NATURAL].confidence < 0.8) == (Decimal(2), True)
    assert placed["commercial_enterprise"].status == "unreadable"


@pytest.mark.parametrize(
    ("figures", "residual", "has_totals", "places"),
    [
        ([3, 3], None, True, [None, 6]),
        ([3, 3], [3, 0, 0, 0, 0, 0, 3], True, [0, 6]),
        ([3, 3], [3, 0, 0, 0, 0, 0, 3], False, [0, 6]),
        ([0, 0], [0, 0, 0, 0, 0, 0, 0], True, [None, None]),
        ([3, 4], None, True, [None, None]),
        ([3, 4], None, False, [None, None]),
    ],
)
def test_sums_place_a_figure_only_where_nothing_else_is_left(
    figures: list[int], residual: list[int] | None, has_totals: bool, places: list[int | None]
) -> None:
    left = None if residual is None else [Decimal(number) for number in residual]
    assert placements([Decimal(number) for number in figures], 7, left, has_totals) == places


def test_shifted_rows_are_told_by_an_empty_last_column_before_which_all_adds_up() -> None:
    one, two, three = Decimal(1), Decimal(2), Decimal(3)
    assert are_shifted([[one, two, three, None], [two, Decimal(0), two, None]])
    assert not are_shifted([[one, two, three, None], [two, one, one, None]])
    assert not are_shifted([[one, two, three, three], [None, None, None, None]])


@pytest.fixture(scope="module")
def labelled() -> dict[tuple[str, str], Decimal]:
    path = SHARED / "contract" / "golden_huaian_2024.csv"
    if not path.exists():
        pytest.skip("the labelled report is not beside this repository")
    with path.open(encoding="utf-8", newline="") as handle:
        return {
            (row["indicator_code"], row["member_code"]): Decimal(row["value"])
            for row in csv.DictReader(handle)
            if row["source_kind"] == "table"
        }


@pytest.mark.parametrize("form", FORMATS)
def test_a_real_report_in_every_format(form: str, labelled: dict[tuple[str, str], Decimal]) -> None:
    printed = as_printed(read("a.pdf", (SHARED / "reports" / "huaian-2024.pdf").read_bytes()))
    found = {
        (each.indicator_code, each.member_code or ""): each.number
        for each in extract("a", FORMATS[form](printed)).observations
        if each.source_kind == "table"
    }
    assert found == labelled
