"""Signs of a report that contradict each other or lost characters: who is right, what is told of the other. Places are invented."""

from datetime import date

import pytest
from invented_reports import BODY, Case, fields, read_identity

TITLE = "望舒县水务局2017年政府信息公开工作年度报告"
TABLE = "| 统计指标 | 单位 | 统计数 |\n|---|---|---|\n| （一）主动公开政府信息数 | 条 | 31 |\n"
ME = "2017年，我局认真贯彻条例，我局领导高度重视，我局上下共同努力，主动公开政府信息120条，没有收到申请。\n"
TOWN = "2017年，我镇认真贯彻条例，我镇领导高度重视，我镇各村共同努力，主动公开政府信息120条，没有收到申请。\n"


def disagreements(text: str) -> list[str]:
    return [issue.detail for issue in read_identity(text).issues if issue.reason == "identity_disagrees"]


CASES: list[Case] = [
    (
        "another town that compiled, left from a template, is not the signing town",
        f"2017年政府信息公开工作年度报告\n\n本报告由黄叶乡人民政府编制，现予公布，欢迎社会各界监督。\n{TOWN}\n流萤镇人民政府\n2018年1月3日\n",
        {"publisher": "流萤镇人民政府"},
    ),
    (
        "another town that compiled is not the author where the text says 我镇",
        f"2017年政府信息公开工作年度报告\n\n本报告由黄叶乡人民政府编制，现予公布，欢迎社会各界监督。\n{TOWN}",
        {"publisher": None},
    ),
    (
        "another town that compiled gives way to the block of 我镇",
        "发布机构：流萤镇人民政府\n2017年政府信息公开工作年度报告\n\n本报告由黄叶乡人民政府编制，现予公布，欢迎社会各界监督。\n" + TOWN,
        {"publisher": "流萤镇人民政府"},
    ),
    (
        "two towns, one in the block and one in the sentence, name nobody",
        "发布机构：流萤镇人民政府\n2017年政府信息公开工作年度报告\n\n本报告由黄叶镇人民政府编制，现予公布，欢迎社会各界监督。\n" + TOWN,
        {"publisher": None},
    ),
    (
        "another town's name all over the text doesn't replace title and signature",
        f"流萤镇2017年政府信息公开工作年度报告\n\n黄叶乡各村积极配合，黄叶乡党委高度重视，黄叶乡公开120条。\n{BODY}\n流萤镇人民政府\n2018年1月3日\n",
        {"publisher": "流萤镇人民政府"},
    ),
    (
        "the site's breadcrumb is the author of a text that says 我局",
        f"您现在的位置：首页 > 望舒县水务局 > 信息公开年报\n2017年政府信息公开工作年度报告\n\n{ME}",
        {"publisher": "望舒县水务局"},
    ),
    (
        "a town in the breadcrumb is the author of a text that says 我镇",
        f"当前位置：首页 > 望舒县 > 乡镇 > 流萤镇 > 年报\n2017年政府信息公开工作年度报告\n\n{TOWN}",
        {"publisher": "流萤镇"},
    ),
    (
        "the county's breadcrumb is not the author of a text that says 我局",
        f"您现在的位置：首页 > 望舒县人民政府 > 信息公开年报\n2017年政府信息公开工作年度报告\n\n{ME}",
        {"publisher": None},
    ),
    (
        "the title's year goes before a wrong year in the table and in the signature",
        f"{TITLE}\n\n{BODY}\n望舒县水务局\n2010年1月8日\n\n政府信息公开情况统计表\n（2016年度）\n\n{TABLE}",
        {"report_year": 2017, "signed_date": date(2010, 1, 8)},
    ),
    *[
        (
            f"a day that lost a character is none: {printed}",
            f"{TITLE}\n\n{BODY}\n望舒县水务局\n{printed}\n",
            {"signed_date": None, "report_year": 2017},
        )
        for printed in ("20181月8", "201818日", "20185月", "2018年1月日", "2018年18日", "22018年1月8日")
    ],
    *[
        (
            f"a period that lost characters is read only where one reading is left: {printed}",
            f"{TITLE}\n\n本报告所列数据的统计期限{printed}，现予公布，欢迎社会各界监督。\n{BODY}",
            {"period_start": first, "period_end": last},
        )
        for printed, first, last in (
            ("自20171月1日起至201712月31日止", date(2017, 1, 1), date(2017, 12, 31)),
            ("自201711日起至20171231日止", None, None),
            ("自2017年1月日起至2017年12月31日止", None, None),
            ("自2017年1月1日----12月31日", date(2017, 1, 1), date(2017, 12, 31)),
            ("自2017年1月1日——2017年12月31日", date(2017, 1, 1), date(2017, 12, 31)),
            ("为2016年12月1日至2017年11月30日", date(2016, 12, 1), date(2017, 11, 30)),
            ("截至2017年12月31日", None, None),
        )
    ],
    *[
        (
            f"a number that is none or broken is no number: {printed}",
            f"索引号：{index}\n文号：{printed}\n{TITLE}\n\n{BODY}",
            {"document_number": number, "index_number": index_number},
        )
        for printed, number, index, index_number in (
            ("无文号", None, "WS07/2018-00021", "WS07/2018-00021"),
            ("望水〔202130号", None, "WS07-None", None),
            ("望水办20183号", None, "/2018-00021", None),
            ("望水〔2018〕号", None, "无", None),
            ("望水〔2018〕3号", "望水〔2018〕3号", "/", None),
            ("望水[2018]03", "望水[2018]03", "WS07/2018-", None),
        )
    ],
    (
        "three days that differ, and the day of filling in, keep their meanings",
        "成文日期：2018-01-05 发布日期：2018-03-31\n"
        f"{TITLE}\n\n{BODY}\n望舒县水务局\n2018年1月8日\n\n政府信息公开情况统计表\n（2017年度）\n\n{TABLE}"
        "\n单位负责人：××× 填报日期：2018年1月10日\n",
        {"signed_date": date(2018, 1, 8), "published_date": date(2018, 3, 31), "filled_date": date(2018, 1, 10)},
    ),
    *[
        (
            f"the day of filling in is read under its names: {label}",
            f"{TITLE}\n\n{BODY}\n{TABLE}\n{label}：2018年1月10日\n",
            {"filled_date": date(2018, 1, 10)},
        )
        for label in ("填报日期", "填表日期", "填报时间", "填 报 日 期", "制表日期", "报出日期", "上报日期", "填表时间")
    ],
    (
        "two tables that were filled in on different days name no day",
        f"{TITLE}\n\n{BODY}\n填报日期：2018年1月10日\n\n填报日期：2018年1月11日\n",
        {"filled_date": None},
    ),
    (
        "a day by which a form is due is no day of filling in",
        f"{TITLE}\n\n{BODY}\n报送时间：2018年1月10日前\n",
        {"filled_date": None},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_identity_is_what_the_document_prints(text: str, expected: dict[str, object]) -> None:
    assert fields(text, expected) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"发布机构：望舒县自然资源和规划委员会\n望舒县规划局2014年政府信息公开年度报告\n\n{BODY}\n望舒县规划局\n2015年2月6日\n",
            ["publisher: 望舒县规划局（signature） ≠ 望舒县自然资源和规划委员会（metadata_block）"],
        ),
        (
            f"流萤镇2017年政府信息公开工作年度报告\n\n本报告由黄叶乡人民政府编制，现予公布，欢迎社会各界监督。\n{BODY}\n流萤镇人民政府\n2018年1月3日\n",
            ["publisher: 流萤镇人民政府（signature） ≠ 黄叶乡人民政府（compiled_by）"],
        ),
        (
            f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n墨痕镇人民政府\n2018年1月3日\n",
            ["publisher: 流萤镇（title） ≠ 墨痕镇人民政府（signature）"],
        ),
        (
            f"{TITLE}\n\n本报告所列数据统计期限为2016年1月1日至2016年12月31日，现予公布，请社会各界和广大群众监督。\n{BODY}",
            ["report_year: 2017（title） ≠ 2016（period_sentence）"],
        ),
        (f"{TITLE}\n\n{BODY}\n望舒县水务局\n2010年1月8日\n", ["report_year: 2017（title） ≠ 2010（signature）"]),
        (
            f"{TITLE}\n\n{BODY}\n（2016年度）\n\n{TABLE}",
            ["report_year: 2017（title） ≠ 2016（form_header）"],
        ),
        # What contradicts nothing.
        (f"发布机构：望舒县人民政府\n{TITLE}\n\n{BODY}\n望舒县水务局\n2018年1月8日\n", []),
        (f"发布机构：望舒县人民政府\n流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n流萤镇人民政府\n2018年1月8日\n", []),
        (f"发布机构：望舒县政务网站\n{TITLE}\n\n{BODY}", []),
        (f"望舒县卫生和计划生育局2017年政府信息公开工作年度报告\n\n{BODY}\n望舒县卫计局\n2018年1月3日\n", []),
        (f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n中共流萤镇委员会\n2018年1月3日\n", []),
        (f"望舒县2017年政府信息公开工作年度报告\n\n{BODY}\n望舒县人民政府办公室\n2018年3月3日\n", []),
        (
            f"{TITLE}\n\n本报告所列数据统计期限为2016年12月1日至2017年11月30日，现予公布，请社会各界和广大群众监督。\n{BODY}",
            [],
        ),
    ],
)
def test_a_disagreement_is_told_with_both_values_and_their_sources(text: str, told: list[str]) -> None:
    assert disagreements(text) == told
