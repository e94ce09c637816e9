"""Numerals: all found once, told apart, with value, unit and qualifier."""

import csv
from decimal import Decimal
from importlib.resources import files

import pytest

from extractors.numerals import CLAIMED, classes, explain, tokenise
from extractors.numerals.worth import chinese_number

# A text, and the class and the printed characters of each numeral in it.
KINDS = [
    ("2016年3月1日至2016年12月31日", [("date", "2016年3月1日"), ("date", "2016年12月31日")]),
    ("二〇一六年六月", [("date", "二〇一六年六月")]),
    ("发布日期：2017-01-12", [("date", "2017-01-12")]),
    ("截至12月6日", [("date", "12月6日")]),
    ("桂政办发〔2016〕12号", [("document_number", "2016〕12号")]),
    ("索引号 640122-150/2018-93016", [("index_number", "640122-150/2018-93016")]),
    ("电话：0099-1234567", [("phone", "0099-1234567")]),
    ("拨打12345热线", [("phone", "12345")]),
    ("邮编：999001", [("postcode", "999001")]),
    ("网址：www.example12.cn/3", [("web", "12.cn/3")]),
    ("登录http://www.example12.cn/查阅信息30条", [("web", "12.cn/"), ("quantity", "30")]),
    ("邮箱99887@example.com", [("web", "99887@example.com")]),
    ("《条例》第二十条第（一）项", [("law_article", "二十"), ("law_article", "一")]),
    ("第十四届第2次会议", [("ordinal", "十四"), ("ordinal", "2")]),
    ("一、概述\n（二）公开\n3. 收费\n(4) 其他", [("numbering", "一"), ("numbering", "二"), ("numbering", "3"), ("numbering", "4")]),
    ("一是加强领导；二是落实责任", [("numbering", "一"), ("numbering", "二")]),
    ("上午9:30", [("clock", "9:30")]),
    ("龙江路61号", [("house_number", "61号")]),
    ("占21.17%", [("percent", "21.17")]),
    ("增长12.65个百分点", [("percent", "12.65")]),
    ("需要3-5个工作日", [("range", "3-5")]),
    ("植树造林521亩", [("quantity", "521")]),
    ("两名工作人员", [("quantity", "两")]),
    ("金额为0。", [("bare", "0")]),
]
NO_NUMERAL = [
    "统一部署，进一步加强",
    "第一时间发布",
    "三公经费和五公开",
    "千方百计、十分重视",
    "唯一渠道",
    "“两微一端”平台",
    "老百姓",
    "一站式服务",
]
# A text with one quantity: its value, unit, qualifier and printed number.
QUANTITIES = [
    ("主动公开1,482条", "1482", "条", "exact", "1,482"),
    ("主动公开５６条", "56", "条", "exact", "５６"),
    ("公开2300余条", "2300", "条", "at_least", "2300"),
    ("公开200多条", "200", "条", "at_least", "200"),
    ("公开300条以上", "300", "条", "at_least", "300"),
    ("公开14万余条", "140000", "条", "at_least", "14万"),
    ("完成5.2万亩", "52000", "亩", "exact", "5.2万"),
    ("接待39万人次", "390000", "人次", "exact", "39万"),
    ("投资3.18亿元", "3.18", "亿元", "exact", "3.18"),
    ("投入500余万元", "500", "万元", "at_least", "500"),
    ("约1.8万条", "18000", "条", "approximate", "1.8万"),
    ("近300个", "300", "个", "approximate", "300"),
    ("不足50条", "50", "条", "at_most", "50"),
    ("超过80次", "80", "次", "at_least", "80"),
    ("二十九大类", "29", "大类", "exact", "二十九"),
    ("四十余条", "40", "条", "at_least", "四十"),
    ("一百零五件", "105", "件", "exact", "一百零五"),
    ("信息 9\n\n条，占比", "9", "条", "exact", "9"),
]


@pytest.mark.parametrize(("text", "wanted"), KINDS, ids=[text[:16] for text, _ in KINDS])
def test_each_numeral_has_its_class(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(numeral.kind, text[numeral.start : numeral.end]) for numeral in tokenise(text)] == wanted


@pytest.mark.parametrize("text", NO_NUMERAL)
def test_a_word_with_a_number_character_is_no_numeral(text: str) -> None:
    assert tokenise(text) == []


@pytest.mark.parametrize(("text", "value", "unit", "qualifier", "printed"), QUANTITIES, ids=[text[:12] for text, *_ in QUANTITIES])
def test_a_quantity_has_value_unit_and_qualifier(text: str, value: str, unit: str, qualifier: str, printed: str) -> None:
    (numeral,) = tokenise(text)
    assert numeral.value == Decimal(value)
    assert (numeral.unit, numeral.qualifier, text[numeral.start : numeral.end]) == (unit, qualifier, printed)


def test_a_range_has_no_single_value() -> None:
    (numeral,) = tokenise("每次3至5人")
    assert (numeral.kind, numeral.value, numeral.count) == ("range", None, 2)


def test_an_uncertain_chinese_number_has_no_value() -> None:
    assert chinese_number("十几") is None


def test_only_bare_numbers_outside_claims_are_unexplained() -> None:
    text = "公开5条，电话0099-1234567，合计12，另计34。"
    numerals = tokenise(text)
    left = explain(numerals, [(text.index("12，"), text.index("12，") + 2, "prose_figure")])
    assert [text[numeral.start : numeral.end] for numeral in left] == ["34"]


def test_the_runs_of_a_date_are_counted_one_by_one() -> None:
    (numeral,) = tokenise("2016年3月1日")
    assert numeral.count == 3


def test_every_class_is_documented() -> None:
    text = "\n".join(text for text, _ in KINDS)
    assert {numeral.kind for numeral in tokenise(text)} | CLAIMED <= set(classes())


@pytest.mark.parametrize("name", ["numeral_words.csv", "numeral_units.csv", "numeral_classes.csv"])
def test_the_tables_are_sorted_and_hold_nothing_twice(name: str) -> None:
    with (files("extractors") / name).open(encoding="utf-8") as handle:
        keys = [row[0] for row in csv.reader(handle)][1:]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("来源：松烟镇　浏览次数：907　字体：大", ["page_counter"]),
        ("点击：2520", ["page_counter"]),
        ("全年点击量：3000次。", ["quantity"]),
        ("附件1\n情况表", ["numbering"]),
        ("邮编\n：100000，", ["postcode"]),
        ("新打机井7眼。", ["quantity"]),
    ],
)
def test_a_number_beside_the_text_is_told_by_its_label(text: str, kinds: list[str]) -> None:
    assert [numeral.kind for numeral in tokenise(text)] == kinds


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("自2014年1月1日至2014年12\n月31日", ["2014年1月1日", "2014年12\n月31日"]),
        ("（松政办发〔2018\n〕52号）", ["2018\n〕52号"]),
        ("2017年\n\n3、工作", ["2017年", "3"]),
    ],
)
def test_a_hard_wrap_tears_no_date_and_no_document_number(text: str, printed: list[str]) -> None:
    assert [text[numeral.start : numeral.end] for numeral in tokenise(text)] == printed


def test_a_number_beside_a_lost_character_has_no_value() -> None:
    found = tokenise("受理申请\ufffd3件，办结1\ufffd件，培训2\ufffd0次，开会4次。")

    assert [(numeral.kind, numeral.value) for numeral in found] == [("damaged", None)] * 4 + [("quantity", Decimal(4))]
