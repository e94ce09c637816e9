"""Periods, signatures and days of publication. All places are invented."""

from datetime import date

import pytest
from invented_reports import BODY, Case, fields

from extractors.identity import dates

CASES: list[Case] = [
    *[
        (
            f"the period is read as it is written: {written}",
            f"流萤镇2015年政府信息公开工作年度报告\n\n本报告由镇政府编制，所列数据的统计期限{written}，现向社会公布，欢迎监督。\n{BODY}",
            {"period_start": first, "period_end": last},
        )
        for written, first, last in (
            ("自2015年1月1日起至2015年12月31日止", date(2015, 1, 1), date(2015, 12, 31)),
            ("为2015年1月1日——2015年12月31日", date(2015, 1, 1), date(2015, 12, 31)),
            ("为2015年1月1日----12月31日", date(2015, 1, 1), date(2015, 12, 31)),
            ("从 2015 年 1 月 1 日到 2015 年 12 月 31 日止", date(2015, 1, 1), date(2015, 12, 31)),
            ("为2015.1.1-2015.12.31", date(2015, 1, 1), date(2015, 12, 31)),
            ("为2015年12月1日至2016年10月30日", date(2015, 12, 1), date(2016, 10, 30)),
            ("为2015年1月1日至12月月31日", date(2015, 1, 1), date(2015, 12, 31)),
            ("自20151月1日起至201512月31日止", date(2015, 1, 1), date(2015, 12, 31)),
            ("自2015年1月日起至2015年12月31日止", None, None),
            ("自201511日至20151231日止", None, None),
            ("为2015年1月至12月", None, None),
            ("为2015年2月30日至2015年12月31日", None, date(2015, 12, 31)),
            ("为二〇一五年一月一日至二〇一五年十二月三十一日", date(2015, 1, 1), date(2015, 12, 31)),
        )
    ],
    (
        "a period in brackets under the title is the period",
        f"流萤镇2015年政府信息公开工作年度报告\n（2015年1月1日至2015年12月31日）\n\n{BODY}",
        {"period_start": date(2015, 1, 1), "period_end": date(2015, 12, 31)},
    ),
    (
        "a time limit for other things is no period",
        f"流萤镇2015年政府信息公开工作年度报告\n\n{BODY}\n公示期限为2015年6月1日至2015年7月30日，期间没有收到异议，镇里随后发放了补贴。\n",
        {"period_start": None},
    ),
    (
        "the years over which figures were added up are no period",
        f"流萤镇2015年政府信息公开工作年度报告\n\n累计统计数据自2008年5月1日起至2015年12月31日止，历年公开信息两千余条，群众满意。\n{BODY}",
        {"period_start": None, "period_end": None},
    ),
    (
        "a signed annex doesn't replace the report's own signature",
        f"流萤镇2015年政府信息公开工作年度报告\n\n{BODY}\n流萤镇人民政府\n2016年1月8日\n\n附件：信息公开月活动方案\n\n"
        "为做好宣传，决定开展信息公开月活动，由各村组织实施，现将有关事项安排如下，请遵照执行。\n\n流萤镇人民政府\n2015年3月2日\n",
        {"signed_date": date(2016, 1, 8)},
    ),
    (
        "a report whose lines were cut short keeps its signature",
        "流萤镇2015年政府信息公开工作年度报告\n\n一年来，全体干部围绕群众关心的\n事项做好公开，主动公开政府信息一\n百条，工作平稳推进。\n流萤镇人民政府\n2016年1月8日\n",
        {"signed_date": date(2016, 1, 8), "publisher": "流萤镇人民政府"},
    ),
    (
        "the days of a campaign are no period",
        f"流萤镇2015年政府信息公开工作年度报告\n\n{BODY}\n活动时间\n\n2015年6月1日至6月30日\n\n"
        "宣传月从2015年9月1日至2015年9月30日，共发放折页三千份，接待群众二百人次。\n",
        {"period_start": None, "period_end": None},
    ),
    (
        "a law's day of effect is no period",
        "流萤镇2015年政府信息公开工作年度报告\n\n"
        f"根据自2008年5月1日起施行的条例，现公布本报告，欢迎社会各界监督和指正，共同做好工作。\n{BODY}",
        {"period_start": None, "period_end": None},
    ),
    (
        "a summary's closing day is the end of its period only",
        "流萤镇2018年政务公开工作总结\n\n截止11月30日，我镇在县政府网站发布信息120条，在公示栏张贴公告四十份，群众反映良好。\n",
        {"period_start": None, "period_end": date(2018, 11, 30)},
    ),
    (
        "a stale closing day of another year is no period",
        "流萤镇2013年政务公开工作总结\n\n截至2012年12月31日，我镇在县政府网站发布信息120条，在公示栏张贴公告四十份，群众反映良好。\n",
        {"period_end": None},
    ),
    # days
    (
        "the signature in Chinese numerals is the day of signing",
        f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n流萤镇人民政府\n二〇一八年一月三日\n",
        {"signed_date": date(2018, 1, 3), "publisher": "流萤镇人民政府"},
    ),
    (
        "numerals mixed with letters and digits are read",
        f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n流萤镇人民政府\n二0一八年三月二十六日\n",
        {"signed_date": date(2018, 3, 26)},
    ),
    (
        "name and day on one line are a signature",
        f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n流萤镇人民政府　　2018.1.3\n",
        {"signed_date": date(2018, 1, 3)},
    ),
    (
        "the signature before the table counts, the day on the table doesn't",
        f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n流萤镇人民政府\n\n2018年1月3日\n\n附件：\n\n政府信息公开情况统计表\n\n"
        "| 统计指标 | 单位 | 统计数 |\n|---|---|---|\n| （一）主动公开政府信息数 | 条 | 31 |\n"
        "| 其中：主动公开规范性文件数 | 条 | 2 |\n\n填报日期：2018年1月9日\n",
        {"signed_date": date(2018, 1, 3)},
    ),
    (
        "days in the text are never a signature",
        f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n镇里的会议开在2017年3月5日\n\n"
        "会后各村于2017年4月6日前张榜公布了结果，群众没有提出异议，工作顺利结束。\n",
        {"signed_date": None},
    ),
    (
        "a month without a day is no day of signing",
        f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n流萤镇人民政府\n\n2018年3月\n",
        {"signed_date": None, "publisher": "流萤镇人民政府"},
    ),
    (
        "a day that no calendar has is no day of signing",
        f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n流萤镇人民政府\n\n2018年2月30日\n",
        {"signed_date": None},
    ),
    (
        "three days that differ keep their meanings",
        "索 引 号：WS010/2018-00077 发布机构：望舒县水务局 成文日期：2018-01-05 发布日期：2018-03-31\n"
        f"望舒县水务局2017年政府信息公开工作年度报告\n\n{BODY}\n"
        "望舒县水务局\n2018年1月8日\n",
        {"signed_date": date(2018, 1, 8), "published_date": date(2018, 3, 31), "index_number": "WS010/2018-00077"},
    ),
    (
        "without a signature the block's day of making is the day of signing",
        "索 引 号：WS010/2018-00077 发布机构：望舒县水务局 成文日期：2018-01-05 发布日期：2018-03-31\n"
        f"望舒县水务局2017年政府信息公开工作年度报告\n\n{BODY}",
        {"signed_date": date(2018, 1, 5), "published_date": date(2018, 3, 31)},
    ),
    (
        "the caption of a table inside the text gives no day of publication",
        f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n收支明细\t\t\n"
        "来源： 作者： 发布时间：2017-06-16 浏览：27\t\t\n年\t月\t日\n2017\t1\t12\n",
        {"published_date": None},
    ),
    *[
        (
            f"days at the head of the sentence that counts a year's disclosure are the period: {sentence}",
            f"望舒县水务局2017年政府信息公开工作年度报告\n\n{sentence}\n{BODY}",
            {"period_start": first, "period_end": last},
        )
        for sentence, first, last in (
            ("2017年1月1日至12月31日，我局主动公开政府信息共50条。", date(2017, 1, 1), date(2017, 12, 31)),
            ("自 2017 年 1 月 1 日至 2017 年 12 月 31 日止，我局共公开各类信息50条。", date(2017, 1, 1), date(2017, 12, 31)),
            ("截至2017年12月31日，我局当年主动公开政府信息50条。", None, date(2017, 12, 31)),
            ("截至2017年12月31日，我局累计主动公开政府信息50条。", None, None),
            ("截至2017年12月31日，我局主动公开政府信息50条。", None, None),
            ("截至2016年12月31日，我局当年主动公开政府信息50条。", None, None),
            ("2017年1月1日至6月30日，我局主动公开政府信息共50条。", None, None),
            ("2016年1月1日至2016年12月31日，我局主动公开政府信息共50条。", None, None),
            ("2017年1月1日至12月31日，我局共完成投资50万元。", None, None),
        )
    ],
    *[
        (
            f"a period that the end of a line tore is read: {torn!r}",
            f"望舒县水务局2017年政府信息公开工作年度报告\n\n本报告内容包括概述、公开情况、问题等，已在网站公布。统计时间为{torn}。电子版可从网站下载，欢迎监督。\n{BODY}",
            {"period_start": date(2017, 1, 1), "period_end": date(2017, 12, 31)},
        )
        for torn in ("2017年1月1\n日—12月31日", "201\n7年1月1日—12月31日", "2017年1月1日起，至12\n月31日止")
    ],
    (
        "a line that begins anew is not joined to the one above it",
        f"望舒县水务局2017年政府信息公开工作年度报告\n\n本报告所列数据按统计期限汇总，内容包括概述、公开情况\n一、2017年1月1日至12月31日防汛值班情况\n{BODY}",
        {"period_start": None, "period_end": None},
    ),
    (
        "the year of a title without one is that of the account where the page was published in the spring after it",
        f"发布日期：2018-02-03\n望舒县水务局政府信息公开工作年度报告\n\n2017年，我局公开信息50条。\n{BODY}",
        {"report_year": 2017},
    ),
    (
        "a page that was moved years later says nothing on the year",
        f"发布日期：2021-02-03\n望舒县水务局政府信息公开工作年度报告\n\n2017年，我局公开信息50条。\n{BODY}",
        {"report_year": None},
    ),
    (
        "an account of two years says nothing on the year",
        f"发布日期：2018-02-03\n望舒县水务局政府信息公开工作年度报告\n\n2017年，我局公开信息50条。2016年，我局公开信息40条。\n{BODY}",
        {"report_year": None},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_identity_is_what_the_document_prints(text: str, expected: dict[str, object]) -> None:
    assert fields(text, expected) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2018年1月3日", date(2018, 1, 3)),
        ("2018 年 1 月 3 日", date(2018, 1, 3)),
        ("2018-01-03", date(2018, 1, 3)),
        ("2018.1.3", date(2018, 1, 3)),
        ("2018/1/3", date(2018, 1, 3)),
        ("二〇一八年一月三日", date(2018, 1, 3)),
        ("二○一八年十二月三十一日", date(2018, 12, 31)),
        ("二O一八年十月廿日", date(2018, 10, 20)),
        ("２０１８年１月３日", date(2018, 1, 3)),
        ("2018年13月3日", None),
        ("2018年2月29日", None),
        ("20185月", None),
        ("2018年5月", None),
        ("201311日", None),
    ],
)
def test_a_day_is_read_only_where_one_reading_is_possible(printed: str, expected: date | None) -> None:
    found = dates.first_day(printed)

    assert (found[0] if found else None) == expected
