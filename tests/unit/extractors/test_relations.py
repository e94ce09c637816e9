"""What sentences say about their own figures: totals with parts, shares, changes, rates; and candidates for a cause.

Lives here: sentences of our own with the relations that a reader finds in them.
Elsewhere: whether a relation holds (tests/pipeline/test_findings.py).
"""

import pytest

from extractors.extract import extract
from extractors.records import Relation

HEAD = "松烟镇2016年政府信息公开工作年度报告\n\n二、主动公开政府信息的情况\n\n"
TAIL = "\n\n松烟镇人民政府\n2017年1月9日\n"


def relations(*paragraphs: str) -> list[Relation]:
    return extract("年报.txt", (HEAD + "\n\n".join(paragraphs) + TAIL).encode()).relations


def side(relation: Relation, role: str) -> str:
    """The numbers of one side as they are printed, with their signs."""
    return " ".join(f"{'-' if one.sign < 0 else ''}{one.value_printed}" for one in relation.operands if one.role == role)


def told(rule: str, *paragraphs: str) -> list[tuple[str, str]]:
    """Both sides of each relation of a rule; of a rate its numerator and denominator."""
    found = [relation for relation in relations(*paragraphs) if relation.rule_id == rule]
    return [
        (side(one, "lhs"), side(one, "rhs") or " / ".join(filter(None, (side(one, "numerator"), side(one, "denominator")))))
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "parts", "total"),
    [
        ("全年主动公开政府信息64条，其中机构职能类24条，人事任免类40条。", "24条 40条", "64条"),
        ("全年主动公开政府信息64条（其中：机构职能类24条，人事任免类40条），历年累计900条。", "24条 40条", "64条"),
        ("全年主动公开政府信息64条。其中，机构职能类24条；人事任免类40条。另有简报7期。", "24条 40条", "64条"),
        ("共发放宣传材料500份：折页300份，画册120份，年历80份。", "300份 120份 80份", "500份"),
        ("全镇现有脱贫人口310人，其中东岭村120人，西岭村190人。", "120人 190人", "310人"),
        ("主动公开信息64条，包括机构职能类24条，占37.5%，人事任免类40条，占62.5%。", "24条 40条", "64条"),
    ],
)
def test_parts_are_linked_with_their_total(text: str, parts: str, total: str) -> None:
    assert told("report.list.parts_within_total", text) == [(parts, total)]
    assert told("report.list.parts_cover_total", text) == [(total, parts)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("全年主动公开政府信息64条，其中：", "1. 机构职能类24条；", "2. 人事任免类40条。", "三、其他情况"),
        (
            "全年主动公开政府信息64条。其中：",
            "1. 公开的类别：机构职能类24条，人事任免类40条。",
            "2. 公开的场所：设公开栏9块，公开栏更新31次。",
        ),
    ],
)
def test_parts_may_follow_in_paragraphs_of_their_own(paragraphs: tuple[str, ...]) -> None:
    assert told("report.list.parts_cover_total", *paragraphs) == [("64条", "24条 40条")]


def test_ways_may_overlap_and_have_a_rule_of_their_own() -> None:
    text = "全年公开信息64条，其中通过政府网站公开60条，通过微信公众号发布30条。"
    assert told("report.list.channels_counted_once", text) == [("60条 30条", "64条")]
    assert told("report.list.parts_within_total", text) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("收到咨询64件，其中房产类24件，户籍类近30件。", "24件"),
        ("收到咨询64件，其中房产类24件，户籍类30件，涉及3个村。", "24件 30件"),
        ("开展普法活动64场，其中进校园24场。", "24场"),
    ],
)
def test_a_list_that_may_be_incomplete_is_no_equation(text: str, parts: str) -> None:
    assert [parts for parts, _ in told("report.list.parts_within_total", text)] == [parts]
    assert told("report.list.parts_cover_total", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "网站公开信息276条，微博公开154条。其中，招生类102条，人事类66条，财务类262条。",
        "网站公开信息276条，微博公开154条，其中招生类102条，人事类66条，财务类262条。",
        "网站公开信息10条，微博公开20条，公众号公开30条，其中招生类22条，人事类28条。",
        "全年公开信息约300条，其中招生类102条，人事类66条。",
        "植树64亩，清理河道24公里，修路40公里。",
        "共有干部64人。其中一村路灯24盏，二村路灯40盏。",
        "修路64公里，投入其中的机械24台。",
    ],
)
def test_numbers_that_are_no_parts_are_not_linked(text: str) -> None:
    assert [relation.rule_id for relation in relations(text)] == []


def test_parts_of_two_kinds_are_compared_for_themselves() -> None:
    text = "主动公开信息64条，其中：机构职能类24条，人事任免类40条，网站公开信息30条，公示栏公开信息20条。"
    assert sorted(parts for parts, _ in told("report.list.parts_within_total", text)) == ["24条 40条"]
    assert told("report.list.channels_counted_once", text) == [("30条 20条", "64条")]
    assert told("report.list.parts_cover_total", text) == []


def test_a_plan_states_no_relation() -> None:
    document = f"{HEAD}二、2017年工作计划\n\n公开信息64条，其中招生类24条，人事类60条。{TAIL}"
    assert extract("年报.txt", document.encode()).relations == []


def test_shares_are_of_the_total_of_their_list() -> None:
    text = "主动公开信息64条，其中机构职能类24条，占37.5%，人事任免类40条，占62.5%。"
    assert told("report.ratio.share", text) == [("37.5%", "24条 / 64条"), ("62.5%", "40条 / 64条")]
    assert told("report.list.shares_make_100", text) == [("37.5% 62.5%", "")]


def test_a_share_bent_to_make_100_is_remarked() -> None:
    text = "公开信息7条，其中甲类信息2条，占28.57%，乙类信息2条，占28.57%，丙类信息3条，占42.86%。"
    bent = text.replace("公开信息7条", "公开信息9条").replace("3条，占42.86", "5条，占55.56").replace("28.57", "22.22")
    forced = [
        relation.explanation
        for relation in relations(bent.replace("55.56", "55.57").replace("22.22%，丙", "22.21%，丙"))
        if relation.explanation
    ]
    assert forced == ["各项占比之和为 100%：本项末位可能为凑足 100% 而调整"] * 2
    assert [relation.explanation for relation in relations(text) if relation.explanation] == []


def test_changes_are_against_the_year_before_or_the_plan() -> None:
    text = "全年收入806万元，完成年初预算数800万元的100.75%，超收6万元，比上年同期的764万元增收42万元，增长5.5%。"
    assert told("report.change.amount", text) == [("806万元 -800万元", "6万元"), ("806万元 -764万元", "42万元")]
    assert told("report.ratio.completion", text) == [("100.75%", "806万元 / 800万元")]
    assert told("report.change.rate", text) == [("5.5%", "806万元 -764万元 / 764万元")]


def test_less_is_a_negative_change() -> None:
    text = "主动公开信息90条，比去年的100条减少10条，下降10%。"
    assert told("report.change.amount", text) == [("90条 -100条", "-10条")]
    assert told("report.change.rate", text) == [("-10%", "90条 -100条 / 100条")]


def test_a_rate_needs_no_printed_figure_of_the_year_before() -> None:
    assert told("report.change.rate", "主动公开信息120条，同比增加20条，增长20%。") == [("20%", "20条 / 120条 -20条")]


@pytest.mark.parametrize("text", ["公开信息120条，同比增长20%。", "公开信息120余条，同比增加20条，增长20%。", "增加投入20万元，增长20%。"])
def test_a_change_without_its_figures_is_not_computed(text: str) -> None:
    assert relations(text) == []


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (
            "全镇建档立卡贫困户22158人，其中东岭村930人，西岭村13128人。",
            "各数中间可能都漏印了“户”：22户158人 = 9户30人 + 13户128人，两部分分别相加都成立",
        ),
        ("公开信息191条，其中政策类49条，财政类47条，民生类50条。", "49 可能是 94（相邻两位数字颠倒）：改后各项之和等于总数"),
        ("公开信息100条，其中政策类51条，财政类29条，民生类27条。", None),
        ("公开信息100条，其中政策类51条，财政类29条，民生类20条。", None),
        ("公开信息801条，其中政策类511条，财政类290条，民生类123条。", "各项之和恰好多出 123条：这一项可能已包含在其他项中"),
    ],
)
def test_a_cause_is_told_where_just_one_explains_the_sum(text: str, cause: str | None) -> None:
    assert {relation.explanation for relation in relations(text)} == {cause}
