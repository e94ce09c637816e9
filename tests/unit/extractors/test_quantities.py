"""Numbers that are no indicator are kept with unit, noun, headings and quote. All words are invented."""

import pytest

from extractors.extract import extract

_REPORT = "墨痕镇2018年政务公开工作总结\n\n一、主要工作\n（一）农业\n{text}\n"
# A sentence, and of each quantity in it the printed number, the unit and the noun.
COUNTED = [
    ("植树造林521亩，完成投资3.2亿元。", [("521", "亩", "植树造林"), ("3.2", "亿元", "完成投资")]),
    ("惠及群众1,200余人，新建道路12.5公里。", [("1,200", "人", "惠及群众"), ("12.5", "公里", "新建道路")]),
    ("发放宣传单2000余份，张贴标语120幅。", [("2000", "份", "发放宣传单"), ("120", "幅", "张贴标语")]),
    ("共有12个行政村，总人口2.3万人。", [("12", "个", "行政村"), ("2.3万", "人", "总人口")]),
    ("建成3座水库，新打机井7眼。", [("3", "座", "水库"), ("7", "眼", "新打机井")]),
    ("其中11个项目已开工，水田0.6万亩。", [("11", "个", "项目"), ("0.6万", "亩", "水田")]),
    ("种植油菜2000亩、玉米1500亩和大豆800亩。", [("2000", "亩", "种植油菜"), ("1500", "亩", "玉米"), ("800", "亩", "大豆")]),
    ("分别拨付资金20万元、30万元。", [("20", "万元", "拨付资金"), ("30", "万元", "拨付资金")]),
    ("完成8.5公里长的渠道清淤。", [("8.5", "公里", "渠道清淤")]),
    ("举办两期培训班，邀请专家五名。", [("两", "期", "培训班"), ("五", "名", "邀请专家")]),
    ("发放补助资金达1300万元，受益农户共计420户。", [("1300", "万元", "发放补助资金"), ("420", "户", "受益农户")]),
    ("绿化率百分之三十五。", [("百分之三十五", "%", "绿化率")]),
]


@pytest.mark.parametrize(("text", "wanted"), COUNTED, ids=[text[:14] for text, _ in COUNTED])
def test_a_quantity_has_its_unit_and_noun(text: str, wanted: list[tuple[str, str, str]]) -> None:
    found = extract("a.txt", _REPORT.format(text=text).encode()).quantities
    assert [(quantity.value_printed, quantity.unit_printed, quantity.noun) for quantity in found] == wanted


def test_a_quantity_has_its_headings_and_its_sentence() -> None:
    (found,) = extract("a.txt", _REPORT.format(text="加强管护。植树造林521亩，绿化村庄。").encode()).quantities
    assert (found.heading_path, found.quote) == ("一、主要工作 > (一)农业", "植树造林521亩，绿化村庄。")


def test_a_number_of_a_table_that_no_form_knows_is_named_by_its_row() -> None:
    found = extract("a.txt", _REPORT.format(text="村名|面积\n---|---\n东坡|120\n西坡|340").encode()).quantities
    assert [(quantity.numeral_class, quantity.value_printed, quantity.noun) for quantity in found] == [
        ("bare", "120", "东坡"),
        ("bare", "340", "西坡"),
    ]
