"""Totals and parts that no 其中 ties together: totals behind their parts, parts told with 分别, 各 or shares, or in sentences of their own.

Lives here: sentences of our own with the sums that they state, and near-misses that state none; the balance of the applications.
Elsewhere: lists behind 其中, brackets and colons, shares, changes, causes (test_relations.py).
"""

import pytest

from extractors.extract import extract

HEAD = "松烟镇{year}年政府信息公开工作年度报告\n\n{heading}\n\n"
DISCLOSED = "二、主动公开政府信息的情况"
REQUESTED = "三、收到和处理政府信息公开申请情况"
TAIL = "\n\n松烟镇人民政府\n{next}年1月9日\n"


def told(rule: str, text: str, heading: str = DISCLOSED, year: int = 2016) -> list[tuple[str, str]]:
    """Both sides of each relation of a rule, as printed; of a share its part and total."""
    document = HEAD.format(year=year, heading=heading) + text + TAIL.format(next=year + 1)
    found = [one for one in extract("年报.txt", document.encode()).relations if one.rule_id == f"report.{rule}"]
    sides = {"lhs": ("lhs",), "rhs": ("rhs", "numerator", "denominator")}
    return [
        tuple(" ".join(one.value_printed for role in roles for one in relation.operands if one.role == role) for roles in sides.values())  # type: ignore[misc]
        for relation in found
    ]


def parts(text: str) -> list[tuple[str, str]]:
    """What is said to be within what, of whatever kind."""
    return told("list.parts_within_total", text) + told("list.channels_counted_once", text)


@pytest.mark.parametrize(
    ("text", "items", "total"),
    [
        ("办理代表建议12件、政协提案20件，两项合计32件。", "12件 20件", "32件"),
        ("办理代表建议12件、政协提案20件，两项合计34件。", "12件 20件", "34件"),
        ("微博发布信息556条，公众号发布信息289条，门户网站发布61条，三者共计906条。", "556条 289条 61条", "906条"),
        ("机构职能类16条、政策法规类40条、其他类66条。合计122条。", "16条 40条 66条", "122条"),
        ("上半年编发简报21期，下半年编发简报34期，全年合计55期。", "21期 34期", "55期"),
        ("来访3起，来信5起，以上两项合计8起。", "3起 5起", "8起"),
        ("全年公开信息200条，其中网站66条、公示栏40条，两项合计106条。", "66条 40条", "106条"),
        ("村务公开栏、财务公开栏各更新16次，电子屏更新20次，三项合计52次。", "16次 16次 20次", "52次"),
        ("全年公开120条，网站公开66条，公示栏公开54条，合计120条。", "66条 54条", "120条"),
    ],
)
def test_a_total_may_stand_behind_its_parts(text: str, items: str, total: str) -> None:
    assert (items, total) in parts(text)
    assert (total, items) in told("list.parts_cover_total", text)


@pytest.mark.parametrize(
    "text",
    [
        "办理代表建议约12件、政协提案20件，两项合计34件。",
        "办理代表建议12件、走访农户20户，合计34件。",
        "收到建议12件，答复12件，收到提案20件，答复20件，合计32件。",
        "历年累计办理建议12件，今年办理提案20件，两项合计34件。",
        "东岭村修路12公里，西岭村修路20公里，南岭村修路9公里，两项合计45公里。",
        "收到建议12件，其中环保类3件，收到提案20件，合计35件。",
        "办理建议12件、提案20件，两项合计占全部的80%。",
        "发放折页12份、画册20份，合计约40份。",
        "每季度开会12次，走访20次，共计发放资料40次。",
    ],
)
def test_a_number_behind_others_need_not_be_their_total(text: str) -> None:
    assert [items for items, _ in parts(text) if " " in items] == []
    assert told("list.parts_cover_total", text) == []


@pytest.mark.parametrize(
    ("text", "items", "total"),
    [
        ("全年公开信息197条，网站、微信分别公开66条和131条。", "66条 131条", "197条"),
        ("全年公开信息197条，其中网站、微信分别公开66条和131条。", "66条 131条", "197条"),
        ("全年公开信息64条，机构职能类16条，占25%，人事任免类48条，占75%。", "16条 48条", "64条"),
        ("全年公开信息64条，同比增长3%，机构职能类16条，占25%，人事任免类48条，占75%。", "16条 48条", "64条"),
        ("全年公开信息64条。机构职能类16条，占25%。人事任免类48条，占75%。", "16条 48条", "64条"),
        ("全年主动公开政府信息64条。机构职能类信息24条；人事任免类信息40条。", "24条 40条", "64条"),
        ("全镇现有脱贫人口310人，东岭村120人、西岭村190人。", "120人 190人", "310人"),
        ("配备工作人员4人，其中专职、兼职各2人。", "2人 2人", "4人"),
        ("配备工作人员5人（专职3人，兼职和聘用人员各1人）。", "3人 1人 1人", "5人"),
        ("全年公开信息64条，其中政策类、规划类、统计类各16条，其他类16条。", "16条 16条 16条 16条", "64条"),
    ],
)
def test_parts_may_follow_without_a_word_that_says_so(text: str, items: str, total: str) -> None:
    assert parts(text) == [(items, total)]
    assert told("list.parts_cover_total", text) == [(total, items)]


@pytest.mark.parametrize(
    "text",
    [
        "全年公开信息64条，微博推送短文80条，公众号推送短文24条。",
        "全年公开信息64条，编发简报24份，发放折页40份。",
        "全年公开信息约64条，机构职能类16条，占25%，人事任免类48条，占75%。",
        "历年累计公开信息164条，机构职能类16条，人事任免类48条。",
        "配备信息员13人，镇、村各1人。",
        "配备信息员13人，其中镇、村各1人。",
        "开展培训24次，参加会议9次，组织宣传11次。",
        "全年公开信息64条，微信、微博分别推送阅读量80条和131条。",
    ],
)
def test_numbers_behind_a_total_need_not_be_its_parts(text: str) -> None:
    assert parts(text) == []
    assert told("list.parts_cover_total", text) == []


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("全年公开信息64条，机构职能类16条，占25%，人事任免类48条，占75%。", [("25%", "16条 64条"), ("75%", "48条 64条")]),
        ("全年公开信息64条，其中机构职能类16条、政策法规类48条，分别占25%和75%。", [("25%", "16条 64条"), ("75%", "48条 64条")]),
        ("全年公开信息64条，机构职能类16条、政策法规类48条，分别占25%和75%。", [("25%", "16条 64条"), ("75%", "48条 64条")]),
        ("全年公开信息64条，其中机构职能类32条、政策法规类32条，各占50%。", [("50%", "32条 64条"), ("50%", "32条 64条")]),
        ("全年公开信息64条，其中机构职能类16条、政策法规类40条，分别占25%。", []),
        ("全年公开信息64条，同比增长25%，其中政策类16条、规划类48条，办结率分别为50%和75%。", []),
    ],
)
def test_shares_told_together_belong_to_the_parts_in_their_order(text: str, shares: list[tuple[str, str]]) -> None:
    assert told("ratio.share", text) == shares


@pytest.mark.parametrize(
    "text",
    [
        "全年公开信息105条，其中政策类14条，规划类3条，其余为工作动态。",
        "公开信息105条，其中政策类14条、规划类3条等。",
        "公开信息105条，其中土地信息14条、矿业信息3条。",
        "今年办理提案105件，其中涉及交通类14件、教育类3件。",
        "公开信息200条。类别主要有：政策类14条，占7%；规划类36条，占18%；\n\n统计类150条，占75%。",
        "公开信息105条，其中政策类14条；规划类3条；\n\n统计类88条。",
    ],
)
def test_a_list_of_some_parts_is_no_equation(text: str) -> None:
    assert told("list.parts_cover_total", text) == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("现有账号34个，其中公众号28个、微博4个、视频号2个，全年关停注销3个。", "28个 4个 2个"),
        ("收到申请45件，其中网络申请30件、信函申请15件，较2015年的38件增加7件。", "30件 15件"),
        ("答复申请31件，其中公开12件，不公开10件，不属于本机关公开范围9件，结转3件。", "12件 10件 9件"),
        ("接到投诉20件，其中办结18件、正在办理2件，回访20件。", "18件 2件"),
        ("发布解读稿件328件，其中负责人解读57件；信箱收到来信3914件，办结3902件。", "57件"),
    ],
)
def test_a_list_ends_where_another_statement_begins(text: str, items: str) -> None:
    assert [found for found, _ in parts(text)] == [items]


def test_traits_that_one_person_may_have_together_are_no_parts_of_one_sum() -> None:
    assert parts("全局现有干部职工45人，其中党员30人，女同志22人。") == [("30人", "45人"), ("22人", "45人")]
    assert parts("全局现有干部职工45人，其中男职工20人，女职工25人。") == [("20人 25人", "45人")]


def test_a_list_may_divide_one_part_of_the_total() -> None:
    text = "共受理申请176件（其中新收163件，上年结转13件），较上年下降9.4%。从申请方式看，网络91件，信函64件，当面8件。"
    assert told("list.parts_cover_total", text) == [("176件", "163件 13件")]


BALANCE = "application.balance.as_told"


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("2021年，我局新收政府信息公开申请213件，上年结转11件。全年办结218件，结转下年度继续办理6件。", "213件 11件", "218件 6件"),
        ("2021年，我局新收政府信息公开申请213件，上年结转11件。全年办结208件，结转下年度继续办理6件。", "213件 11件", "208件 6件"),
        ("新收政府信息公开申请3119件，同比增长8.9%，上年结转103件；答复3098件，另有124件顺延到下年度。", "3119件 103件", "3098件 124件"),
        ("全年受理政府信息公开申请121件（其中新收112件，上年结转9件），已办结118件，结转下年度3件。", "112件 9件", "118件 3件"),
    ],
)
def test_the_balance_of_the_applications_is_linked(text: str, left: str, right: str) -> None:
    assert told(BALANCE, text, REQUESTED, 2021) == [(left, right)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("新收政府信息公开申请213件，上年结转11件。全年办结约218件，结转下年度继续办理6件。", 2021),
        ("新收政府信息公开申请213件，上年结转11件。全年办结218件。", 2021),
        ("新收政府信息公开申请213件，上年结转11件。按时办结200件，延期办结18件，结转下年度6件。", 2021),
        ("新收政府信息公开申请213件，上年结转11件。答复208件，申请人撤回10件，结转下年度6件。", 2021),
        ("全市新收政府信息公开申请213件，其中市本级新收11件，上年结转3件，办结12件，结转下年度2件。", 2021),
        ("新收政府信息公开申请213件，上年结转11件。收到信访214件，办结218件，结转下年度6件。", 2021),
    ],
)
def test_a_balance_needs_all_four_of_its_numbers(text: str, year: int) -> None:
    assert told(BALANCE, text, REQUESTED, year) == []
