"""Quantities with their value, unit and qualifier, however they are written. All words are invented."""

from decimal import Decimal

import pytest

from extractors.numerals import tokenise
from extractors.numerals.worth import chinese_number

# A text with one quantity or share: its value (None where it is not told), unit, qualifier and printed number.
WRITTEN = [
    ("收到廿三件", "23", "件", "exact", "廿三"),
    ("一百二十万人次", "1200000", "人次", "exact", "一百二十万"),
    ("三万五千元", "35000", "元", "exact", "三万五千"),
    ("三万五千余人", "35000", "人", "at_least", "三万五千"),
    ("220千伏，", "220", "千伏", "exact", "220"),
    ("三万余份", "30000", "份", "at_least", "三万"),
    ("十余万人", "100000", "人", "at_least", "十"),
    ("五百万元", "500", "万元", "exact", "五百"),
    ("一亿两千万元", "120000000", "元", "exact", "一亿两千万"),
    ("三点五亿元", "3.5", "亿元", "exact", "三点五"),
    ("3万5千人", "35000", "人", "exact", "3万5千"),
    ("2亿3千万元", "230000000", "元", "exact", "2亿3千万"),
    ("2亿3,000万元", "230000000", "元", "exact", "2亿3,000万"),
    ("1亿零5万元", "100050000", "元", "exact", "1亿零5万"),
    ("3千5百万元", "35000000", "元", "exact", "3千5百万"),
    ("12万3千4百条", "123400", "条", "exact", "12万3千4百"),
    ("1万2000条", "12000", "条", "exact", "1万2000"),
    ("1千零5条", "1005", "条", "exact", "1千零5"),
    ("公开3万5条", None, "条", "exact", "3万5"),
    ("奖励5百元", "500", "元", "exact", "5百"),
    ("3百万元", "300", "万元", "exact", "3百"),
    ("两万三条", "23000", "条", "exact", "两万三"),
    ("三万零五条", "30005", "条", "exact", "三万零五"),
    ("三四十条", None, "条", "exact", "三四十"),
    ("十三四条", None, "条", "exact", "十三四"),
    ("近万份", "10000", "份", "approximate", "万"),
    ("万余人次", "10000", "人次", "at_least", "万"),
    ("上百人", "100", "人", "at_least", "百"),
    ("数十条", None, "条", "exact", "十"),
    ("十几个", None, "个", "exact", "十几"),
    ("三五个", None, "个", "exact", "三五"),
    ("来访２１人次", "21", "人次", "exact", "２１"),
    ("公开１，２０５条", "1205", "条", "exact", "１，２０５"),
    ("公开3，206条", "3206", "条", "exact", "3，206"),
    ("接听来电1 058次", "1058", "次", "exact", "1 058"),
    ("总计2 314余条", "2314", "条", "at_least", "2 314"),
    ("政府信息7\n6条。", "76", "条", "exact", "7\n6"),
    ("较上年增加1\n1条。", "11", "条", "exact", "1\n1"),
    ("公开1,\n206条", "1206", "条", "exact", "1,\n206"),
    ("修路7.4公\n里", "7.4", "公里", "exact", "7.4"),
    ("发布120\n余条信息", "120", "条", "at_least", "120"),
    ("30余(yú)条(tiáo)", "30", "条", "at_least", "30"),
    ("主动公开数（条）：58", "58", "条", "exact", "58"),
    ("公开58（条）", "58", "条", "exact", "58"),
    ("￥500", "500", "元", "exact", "500"),
    ("增减+126条", "126", "条", "exact", "+126"),
    ("（-4件）", "-4", "件", "exact", "-4"),
    ("主动公开数-58条", "58", "条", "exact", "58"),
    ("同比-3.2%", "-3.2", "%", "exact", "-3.2"),
    ("占百分之十二点五", "12.5", "%", "exact", "百分之十二点五"),
    ("近三成，", "30", "%", "approximate", "三成"),
    ("千分之三", "3", "‰", "exact", "千分之三"),
    ("30%以上", "30", "%", "at_least", "30"),
    ("3条（含）以上", "3", "条", "at_least", "3"),
    ("5人以下", "5", "人", "at_most", "5"),
    ("20人左右", "20", "人", "approximate", "20"),
    ("20来人", "20", "人", "approximate", "20"),
    ("将近50条", "50", "条", "approximate", "50"),
    ("大概50条", "50", "条", "approximate", "50"),
    ("约有50人", "50", "人", "approximate", "50"),
    ("签约12个", "12", "个", "exact", "12"),
    ("预约5次", "5", "次", "exact", "5"),
    ("附近5个村", "5", "个", "exact", "5"),
    ("近三年", "3", "年", "exact", "三"),
    ("分值5分，", "5", "分", "exact", "5"),
]


@pytest.mark.parametrize(("text", "value", "unit", "qualifier", "printed"), WRITTEN)
def test_a_quantity_is_read_as_it_is_written(text: str, value: str | None, unit: str, qualifier: str, printed: str) -> None:
    (numeral,) = tokenise(text)
    assert numeral.value == (None if value is None else Decimal(value))
    assert (numeral.unit, numeral.qualifier, text[numeral.start : numeral.end]) == (unit, qualifier, printed)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("7,020、3,116和585人次", [("7020", "人次"), ("3116", "人次"), ("585", "人次")]),
        ("分别公开3、4件", [("3", "件"), ("4", "件")]),
        ("分别为120，130，140条", [("120", None), ("130", None), ("140", "条")]),
        ("表1 120条", [(None, None), ("120", "条")]),
        ("附件1\n3份材料", [(None, None), ("3", "份")]),
    ],
)
def test_numbers_beside_each_other_stay_apart(text: str, wanted: list[tuple[str | None, str | None]]) -> None:
    found = [(numeral.value, numeral.unit) for numeral in tokenise(text)]
    assert found == [(None if value is None else Decimal(value), unit) for value, unit in wanted]


@pytest.mark.parametrize("text", ["3-5件", "三至五人", "3、4个工作日", "收到二、三个", "3%-5%", "5000～8000元"])
def test_bounds_and_guesses_have_no_single_value(text: str) -> None:
    found = tokenise(text)
    assert {(numeral.kind, numeral.value) for numeral in found} == {("range", None)}


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("二〇一六", "2016"),
        ("一百零五", "105"),
        ("一百二", "120"),
        ("一百零二", "102"),
        ("两千", "2000"),
        ("廿", "20"),
        ("一万零三十", "10030"),
    ],
)
def test_what_chinese_numbers_are_worth(printed: str, value: str) -> None:
    assert chinese_number(printed) == Decimal(value)


@pytest.mark.parametrize("printed", ["几", "十几", "三五"])
def test_a_guess_is_worth_nothing_certain(printed: str) -> None:
    assert chinese_number(printed) is None
