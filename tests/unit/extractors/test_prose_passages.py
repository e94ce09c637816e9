"""What is running text of the report itself: torn paragraphs joined, headings above, plans and pasted documents left out."""

import csv
from decimal import Decimal
from importlib.resources import files

import pytest

from extractors.extract import extract
from extractors.prose.wording import rules
from extractors.records import Extraction, Observation

TITLE = "望舒县桂影镇2016年政府信息公开工作年度报告"
OPENING = "一年来，我镇围绕群众关心的事项做好公开工作，各项工作平稳推进，没有出现差错。"


def read(*paragraphs: str) -> Extraction:
    return extract("report.txt", "\n\n".join((TITLE, OPENING, *paragraphs)).encode())


def prose(*paragraphs: str) -> list[Observation]:
    return [observation for observation in read(*paragraphs).observations if observation.source_kind == "prose"]


def test_a_label_torn_by_a_page_break_is_put_together() -> None:
    found = prose("二、主动公开政府信息的情况", "全年主动公开政府信息64条，其中：机构职能类信息24条，人事", "任免类信息40条。")
    assert [observation.member_label for observation in found] == [None, "机构职能", "人事任免"]


def test_a_number_torn_from_its_unit_is_put_together() -> None:
    found = prose(
        "二、主动公开政府信息的情况", "全年主动公开政府信息64条，其中：机构职能类信息24条，占37.5%，人事任免类信息40", "条，占62.5%。"
    )
    assert [(observation.number, observation.unit_printed) for observation in found if observation.unit_printed != "%"] == [
        (Decimal(64), "条"),
        (Decimal(24), "条"),
        (Decimal(40), "条"),
    ]


def test_a_plan_gives_no_figure() -> None:
    assert prose("七、2017年工作计划", "主动公开政府信息500条，举办政务公开培训班4期。") == []


def test_a_sentence_about_what_is_to_come_gives_no_figure() -> None:
    assert prose("二、主动公开政府信息的情况", "下一步，公开政府信息600条。") == []


def test_a_pasted_document_gives_no_figure() -> None:
    assert prose("## 桂影镇“公开月”活动实施方案", "### 一、活动安排", "公开政府信息60条，收到政府信息公开申请2件。") == []


def test_after_a_pasted_document_the_report_goes_on() -> None:
    text = (
        "## 桂影镇“公开月”活动实施方案",
        "### 一、活动安排",
        "公开政府信息60条。",
        "## 二、主动公开政府信息的情况",
        "主动公开政府信息88条。",
    )
    assert [observation.number for observation in prose(*text)] == [Decimal(88)]


def test_a_table_gives_no_figure_of_sentences() -> None:
    assert prose("二、主动公开政府信息的情况", "项目\t内容\t数量\n主动公开政府信息\t条\t88\n收到申请\t件\t3") == []


def test_a_title_in_marks_gives_no_figure() -> None:
    assert prose("二、主动公开政府信息的情况", "印发《关于主动公开政府信息100条的通知》。") == []


def test_an_earlier_year_gives_no_zero() -> None:
    assert prose("三、政府信息依申请公开情况", "2014年未收到政府信息公开申请。") == []


def test_a_zero_in_words_stands_inside_its_quote_without_digits() -> None:
    (found,) = prose("三、政府信息依申请公开情况", "2016年我镇未收到政府信息公开申请。")
    assert (found.status, found.number, found.value_printed, found.value_start - found.value_end) == ("stated_zero", Decimal(0), None, 0)
    assert found.quote == "2016年我镇未收到政府信息公开申请。"


def test_the_label_keeps_the_printed_characters() -> None:
    found = prose("二、主動公開政府信息的情況", "主動公開政府信息58條，其中業務工作類9條，工作動態類49條。")
    assert [observation.member_label for observation in found] == [None, "業務工作", "工作動態"]


def test_a_figure_whose_basis_cannot_be_told_waits_for_review() -> None:
    (found,) = prose("二、主动公开政府信息的情况", "目前累计公开政府信息300条。")
    assert found.confidence < 0.8


def test_so_many_for_each_is_no_total() -> None:
    assert prose("六、机构建设和保障经费情况", "在便民中心、图书室各设一处政府信息公开查阅点。") == []


def test_other_quantities_keep_unit_noun_and_heading() -> None:
    (found,) = read("一、主要做法", "（一）改善环境", "植树造林830亩。").quantities
    assert (found.numeral_class, found.number, found.unit_printed, found.noun, found.heading_path) == (
        "quantity",
        Decimal(830),
        "亩",
        "植树造林",
        "一、主要做法 > (一)改善环境",
    )


def test_a_figure_is_no_other_quantity() -> None:
    assert read("二、主动公开政府信息的情况", "主动公开政府信息88条。").quantities == []


def test_numerals_are_counted_and_what_nothing_explains_too() -> None:
    report = read("二、主动公开政府信息的情况", "主动公开政府信息88条，编号另计77。").report
    assert report is not None
    # 2016 of the title, 二 of the heading, 88 and 77.
    assert (report.numerals_total, report.numerals_unexplained) == (4, 1)


@pytest.mark.parametrize("name", ["terms.csv", "figures.csv", "zeros.csv", "channels.csv"])
def test_the_wording_is_sorted_and_holds_nothing_twice(name: str) -> None:
    with (files("extractors.prose") / name).open(encoding="utf-8") as handle:
        rows = list(csv.reader(handle))[1:]
    assert rows == sorted(rows)
    assert len({tuple(row) for row in rows}) == len(rows)


@pytest.mark.parametrize("name", ["figures.csv", "zeros.csv"])
def test_no_cue_hides_in_another(name: str) -> None:
    cues = {cue for rule in rules(name) for cue in rule.cues}
    assert [(one, other) for one in cues for other in cues if one != other and one in other] == []


@pytest.mark.parametrize("name", ["figures.csv", "zeros.csv"])
def test_every_rule_has_a_cue(name: str) -> None:
    assert [rule.rule_id for rule in rules(name) if not rule.cues] == []


def test_every_code_is_in_the_dictionary() -> None:
    with (files("dbt_project") / "seeds" / "indicators.csv").open(encoding="utf-8") as handle:
        known = {row["indicator_code"] for row in csv.DictReader(handle)}
    codes = {code for name in ("figures.csv", "zeros.csv") for rule in rules(name) for code in (rule.code, rule.new_code)}
    assert codes - {"", "-"} <= known


def test_a_sentence_goes_on_behind_the_number_of_a_page() -> None:
    found = prose("二、主动公开政府信息的情况", "全年主动公开政府信", "- 3 -", "息64条，其中机构职能类24条。")
    assert [(observation.number, observation.member_label) for observation in found] == [(64, None), (24, "机构职能")]


def test_short_lines_that_tear_words_and_numbers_are_put_together() -> None:
    found = prose("二、主动公开政府信息的情况", "我镇2016年度\n主动公开政府信\n息共计6\n4条，比上年增加1\n2条。")
    assert [(observation.indicator_code, observation.number) for observation in found] == [
        ("proactive.items", 64),
        ("proactive.items.yoy_change", 12),
    ]


def test_western_full_stops_end_sentences() -> None:
    found = prose("二、主动公开政府信息的情况", "主动公开政府信息64条,全文电子化率达100%.\n在主动公开的信息中,机构职能类24条,占37.5%.")
    assert [observation.number for observation in found] == [64, 100, 24, Decimal("37.5")]


def test_a_report_of_a_quarter_counts_over_part_of_the_year() -> None:
    extraction = extract("report.txt", "望舒县水务局2016年第二季度政府信息公开情况\n\n本季度主动公开19条，未收到依申请公开件。\n".encode())
    assert [(figure.indicator_code, figure.basis) for figure in extraction.observations] == [
        ("proactive.items", "part_year"),
        ("application.received", "part_year"),
    ]
