"""What report a document is, in the layouts that offices and their web pages use. All places are invented."""

from datetime import date
from pathlib import Path

import pytest

from extractors.identity import Identity, dates, identify, titles
from extractors.readers import read

BODY = "一、概述\n\n一年来，全体干部围绕群众关心的事项做好公开，主动公开政府信息，受理依申请公开，各项工作平稳推进，没有出现差错。\n"
LONG_BODY = (
    BODY
    + "二、主动公开情况\n\n"
    + "全年通过网站、公示栏、微信群发布各类消息，内容涉及修路、办学、看病、用水等方面，群众普遍满意。" * 20
    + "\n"
)


def read_identity(text: str) -> Identity:
    return identify(read("report.txt", text.encode()))


# Each row: what would be false, the text, and what must come out. A field that is not named isn't judged.
CASES: list[tuple[str, str, dict[str, object]]] = [
    # --- title and kind
    (
        "a title over two lines takes in the publisher's line",
        f"望舒县流萤镇人民政府\n\n2016 年政府信息公开工作年度报告\n\n{BODY}",
        {
            "document_type": "annual_report",
            "title": "望舒县流萤镇人民政府2016年政府信息公开工作年度报告",
            "publisher": "望舒县流萤镇人民政府",
            "report_year": 2016,
        },
    ),
    (
        "a title over four lines is one title",
        f"墨痕镇\n2015年度\n政府信息公开工作\n年度报告\n\n{BODY}",
        {"document_type": "annual_report", "title": "墨痕镇2015年度政府信息公开工作年度报告", "report_year": 2015},
    ),
    (
        "a heading broken by a space inside is printed without it",
        f"# 墨痕镇 2015 年政府信息公开 工作年度报告\n\n{BODY}",
        {"title": "墨痕镇2015年政府信息公开工作年度报告", "report_year": 2015},
    ),
    (
        "a breadcrumb and a slogan before the title are no part of it",
        f"★书香之镇　★花园之镇\n您所在的位置：首页 >> 信息公开 >> 年度报告\n竹简镇2014年政府信息公开年报\n{BODY}",
        {"document_type": "annual_report", "title": "竹简镇2014年政府信息公开年报", "report_year": 2014},
    ),
    (
        "of a list of other years before the text the last title counts",
        f"竹简镇2012年政府信息公开年报\n竹简镇2013年政府信息公开年报\n竹简镇2014年政府信息公开年报\n{BODY}",
        {"title": "竹简镇2014年政府信息公开年报", "report_year": 2014},
    ),
    (
        "a link to another report after the text changes nothing",
        f"望舒县教育局2014年政府信息公开年报\n{LONG_BODY}\n下一篇：望舒县教育局2015年政府信息公开年报\n",
        {"report_year": 2014, "publisher": "望舒县教育局"},
    ),
    (
        "a summary with next year's plan is a summary of the first year",
        f"望舒县墨痕镇2018年政务公开工作总结暨2019年工作计划\n\n{BODY}",
        {"document_type": "work_summary", "report_year": 2018},
    ),
    (
        "a report about the work's state is an annual report",
        f"望舒县水务局关于2013年度政府信息公开工作情况的报告\n{BODY}",
        {"document_type": "annual_report", "publisher": "望舒县水务局", "report_year": 2013},
    ),
    (
        "the year may stand before the name",
        f"2012年望舒县水务局政府信息公开年度报告\n{BODY}",
        {"publisher": "望舒县水务局", "report_year": 2012},
    ),
    (
        "a year in Chinese numerals is a year",
        f"流萤镇二〇一一年政府信息公开年度报告\n{BODY}",
        {"report_year": 2011},
    ),
    (
        "a year in brackets behind the title is its year",
        f"流萤镇政府信息公开工作年度报告（2010年）\n{BODY}",
        {"document_type": "annual_report", "report_year": 2010},
    ),
    (
        "a quarter's report is no annual report",
        f"流萤镇2016年第三季度政务公开工作总结\n{BODY}",
        {"document_type": "quarterly_report", "report_year": 2016},
    ),
    (
        "half a year's report is no annual report",
        f"流萤镇2016年上半年政府信息公开工作情况报告\n{BODY}",
        {"document_type": "quarterly_report", "report_year": 2016},
    ),
    (
        "an interpretation of a report is no report",
        f"【图解】望舒县2022年政府信息公开工作年度报告\n{BODY}",
        {"document_type": "interpretation"},
    ),
    (
        "words of interpretation behind the title count too",
        f"望舒县2022年政府信息公开工作年度报告解读\n{BODY}",
        {"document_type": "interpretation"},
    ),
    (
        "a call for reports is a notice",
        f"望舒县人民政府办公室关于做好2017年政府信息公开工作年度报告编制工作的通知\n\n各乡镇：\n\n{BODY}",
        {"document_type": "notice"},
    ),
    (
        "a cover letter before its report doesn't hide the report",
        f"关于报送2014年政府信息公开工作年度报告的函\n\n县政府办公室：\n\n现将我局年度报告随函报上，请审阅，如有不妥之处请及时指正为盼。\n\n"
        f"望舒县水务局2014年政府信息公开工作年度报告\n\n{LONG_BODY}",
        {"document_type": "annual_report", "title": "望舒县水务局2014年政府信息公开工作年度报告", "publisher": "望舒县水务局"},
    ),
    ("a plan is no report", f"望舒县2017年政务公开工作要点\n{BODY}", {"document_type": "other"}),
    ("rules about reports are no report", f"望舒县政府信息公开年度报告制度\n{BODY}", {"document_type": "other"}),
    ("a self-check is no annual report", f"流萤镇2017年政务公开工作自查报告\n{BODY}", {"document_type": "other"}),
    (
        "news about a training on reports is no report",
        "望舒县召开政府信息公开年度报告编制培训会\n\n昨日上午，望舒县召开培训会，来自各乡镇的五十名信息员参加，会议讲解了编写要求和常见错误，提出三点意见。\n",
        {"document_type": "other", "title": None},
    ),
    (
        "an economic bulletin is no report",
        "望舒县2017年国民经济和社会发展统计公报\n\n2017年，全县实现生产总值86.2亿元，同比增长7.1%，其中第一产业增加值12.4亿元，第二产业增加值40.3亿元。\n",
        {"document_type": "other", "publisher": None},
    ),
    (
        "a government work report is no disclosure report",
        f"2018年望舒县人民政府工作报告\n\n{BODY}",
        {"document_type": "other"},
    ),
    (
        "a form with places left open is a blank form",
        f"××镇____年政府信息公开工作年度报告\n\n{BODY}",
        {"document_type": "blank_form"},
    ),
    (
        "an empty table is a blank form",
        "政府信息公开情况统计表\n（    年度）\n\n| 统计指标 | 单位 | 统计数 |\n|---|---|---|\n| 一、主动公开情况 | —— | |\n| （一）主动公开政府信息数 | 条 | |\n"
        "| 其中：主动公开规范性文件数 | 条 | |\n",
        {"document_type": "blank_form", "report_year": None},
    ),
    (
        "a filled table alone is a report of the year in its header",
        "政府信息公开情况统计表\n（2016年度）\n填报单位：望舒县流萤镇人民政府\n\n| 统计指标 | 单位 | 统计数 |\n|---|---|---|\n"
        "| （一）主动公开政府信息数 | 条 | 31 |\n| 其中：主动公开规范性文件数 | 条 | 2 |\n",
        {"document_type": "annual_report", "report_year": 2016, "publisher": "望舒县流萤镇人民政府"},
    ),
    (
        "a report that lost its title names itself",
        "根据《中华人民共和国政府信息公开条例》的要求，现公布归雁乡2012年度政府信息公开工作年度报告，内容包括概述和主动公开情况。\n\n"
        + BODY,
        {"document_type": "annual_report", "title": None},
    ),
    (
        "a traditional title is read and stays as printed",
        f"紙鳶縣檔案局2013年政府信息公開工作年度報告\n\n{BODY}",
        {
            "document_type": "annual_report",
            "title": "紙鳶縣檔案局2013年政府信息公開工作年度報告",
            "publisher": "紙鳶縣檔案局",
            "report_year": 2013,
        },
    ),
    # --- year
    (
        "the title's year wins over a wrong year inside",
        f"流萤镇2018年政府信息公开工作年度报告\n\n本报告所列数据统计期限为2017年1月1日至2017年12月31日，现予公布，请社会各界和广大群众监督。\n{BODY}",
        {"report_year": 2018, "period_start": date(2017, 1, 1)},
    ),
    (
        "without a year in the title the period gives it",
        f"流萤镇政府信息公开工作年度报告\n\n本报告所列数据的统计期限自2009年1月1日起至2009年12月31日止，现予公布，请社会各界监督。\n{BODY}",
        {"report_year": 2009},
    ),
    (
        "without year and period an early signature gives the year before",
        f"流萤镇政府信息公开工作年度报告\n\n{BODY}\n流萤镇人民政府\n\n2012年2月8日\n",
        {"report_year": 2011, "signed_date": date(2012, 2, 8)},
    ),
    (
        "a signature in autumn gives no year",
        f"流萤镇政府信息公开工作年度报告\n\n{BODY}\n流萤镇人民政府\n\n2012年9月8日\n",
        {"report_year": None},
    ),
    (
        "the day of upload gives no year",
        f"流萤镇政府信息公开工作年度报告\n发布日期：2019-05-05\n\n{BODY}",
        {"report_year": None, "published_date": date(2019, 5, 5)},
    ),
    # --- period
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
        "the days of a campaign are no period",
        f"流萤镇2015年政府信息公开工作年度报告\n\n{BODY}\n活动时间\n\n2015年6月1日至6月30日\n\n宣传月从2015年9月1日至2015年9月30日，共发放折页三千份，接待群众二百人次。\n",
        {"period_start": None, "period_end": None},
    ),
    (
        "a law's day of effect is no period",
        f"流萤镇2015年政府信息公开工作年度报告\n\n根据自2008年5月1日起施行的条例，现公布本报告，欢迎社会各界监督和指正，共同做好工作。\n{BODY}",
        {"period_start": None, "period_end": None},
    ),
    (
        "a summary's closing day is the end of its period only",
        f"流萤镇2018年政务公开工作总结\n\n截止11月30日，我镇在县政府网站发布信息120条，在公示栏张贴公告四十份，群众反映良好。\n",
        {"period_start": None, "period_end": date(2018, 11, 30)},
    ),
    (
        "a stale closing day of another year is no period",
        f"流萤镇2013年政务公开工作总结\n\n截至2012年12月31日，我镇在县政府网站发布信息120条，在公示栏张贴公告四十份，群众反映良好。\n",
        {"period_end": None},
    ),
    # --- days
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
        "| 统计指标 | 单位 | 统计数 |\n|---|---|---|\n| （一）主动公开政府信息数 | 条 | 31 |\n| 其中：主动公开规范性文件数 | 条 | 2 |\n\n填报日期：2018年1月9日\n",
        {"signed_date": date(2018, 1, 3)},
    ),
    (
        "days in the text are never a signature",
        f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n镇里的会议开在2017年3月5日\n\n会后各村于2017年4月6日前张榜公布了结果，群众没有提出异议，工作顺利结束。\n",
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
        f"索 引 号：WS010/2018-00077 发布机构：望舒县水务局 成文日期：2018-01-05 发布日期：2018-03-31\n望舒县水务局2017年政府信息公开工作年度报告\n\n{BODY}\n"
        "望舒县水务局\n2018年1月8日\n",
        {"signed_date": date(2018, 1, 8), "published_date": date(2018, 3, 31), "index_number": "WS010/2018-00077"},
    ),
    (
        "without a signature the block's day of making is the day of signing",
        f"索 引 号：WS010/2018-00077 发布机构：望舒县水务局 成文日期：2018-01-05 发布日期：2018-03-31\n望舒县水务局2017年政府信息公开工作年度报告\n\n{BODY}",
        {"signed_date": date(2018, 1, 5), "published_date": date(2018, 3, 31)},
    ),
    (
        "the caption of a table inside the text gives no day of publication",
        f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n收支明细\t\t\n来源： 作者： 发布时间：2017-06-16 浏览：27\t\t\n年\t月\t日\n2017\t1\t12\n",
        {"published_date": None},
    ),
    # --- metadata blocks
    (
        "a block in one line with spaces inside the labels is read",
        f"流萤镇2017年政府信息公开工作年度报告\n\n索引号 010122-150/2018-93016 文 号 流政发〔2018〕29号 发布日期 2018-12-10\n发布机构 流萤镇人民政府 公开时限 长期公开 所属分类 报告\n关 键 词 年报\n\n{BODY}",
        {
            "index_number": "010122-150/2018-93016",
            "document_number": "流政发〔2018〕29号",
            "published_date": date(2018, 12, 10),
            "publisher": "流萤镇人民政府",
        },
    ),
    (
        "a block of bullets is read",
        f"- 索 引 号：WS00104-0501-2012-00007\n- 备注/文号：流财[2012]7号\n- 发布机构：望舒县财政局\n- 公文生成日期：2012-03-09\n\n望舒县财政局2011年政府信息公开年度报告\n\n{BODY}",
        {"index_number": "WS00104-0501-2012-00007", "document_number": "流财[2012]7号", "signed_date": date(2012, 3, 9)},
    ),
    (
        "a row of labels above a row of values is read",
        f"| 索引号 | 公开方式 | 发布机构 | 发布日期 |\n|---|---|---|---|\n| WS031-2015-00012 | 主动公开 | 望舒县水务局 | 2015-03-20 |\n\n望舒县水务局2014年政府信息公开年度报告\n\n{BODY}",
        {"index_number": "WS031-2015-00012", "published_date": date(2015, 3, 20), "publisher": "望舒县水务局"},
    ),
    (
        "labels and values side by side in a table are read",
        f"| 标题 | 望舒县水务局2014年政府信息公开年度报告 | 索引号 | /2015-172732 |\n|---|---|---|---|\n| 文号 | 无文号 | 发文日期 | 2015-03-20 |\n| 发布机构 | 望舒县水务局 | 主题分类 | 水利 |\n\n"
        + BODY,
        {"document_number": None, "index_number": None, "signed_date": date(2015, 3, 20), "publisher": "望舒县水务局", "report_year": 2014},
    ),
    (
        "a label above its value is read",
        f"索引号：\nza779940273-2023-000071\n发文字号：\n发布日期：\n2023-01-31 13:24\n\n望舒县水务局2022年政府信息公开工作年度报告\n\n{BODY}",
        {"index_number": "za779940273-2023-000071", "document_number": None, "published_date": date(2023, 1, 31)},
    ),
    (
        "an empty value takes nothing from its neighbour",
        f"索引号： 文号： 发布机构： 发布日期：2016-01-20\n望舒县水务局2015年政府信息公开年度报告\n\n{BODY}",
        {"index_number": None, "document_number": None, "published_date": date(2016, 1, 20), "publisher": "望舒县水务局"},
    ),
    (
        "a title in the number's place is no number",
        f"发文字号：望舒县水务局2022年政府信息公开工作年度报告号\n望舒县水务局2022年政府信息公开工作年度报告\n\n{BODY}",
        {"document_number": None},
    ),
    (
        "a broken number is none",
        f"文号：流台管办〔20131. 索引号：WS01-None\n望舒县水务局2013年政府信息公开年度报告\n\n{BODY}",
        {"document_number": None, "index_number": None},
    ),
    (
        "a number without its last word is kept as printed",
        f"文号：流政发[2013]05\n流萤镇2012年政府信息公开年度报告\n\n{BODY}",
        {"document_number": "流政发[2013]05"},
    ),
    (
        "numbers that the text cites are not the report's own",
        f"流萤镇2017年政府信息公开年度报告\n\n根据《关于做好工作的通知》（望政办发〔2017〕54号）的要求，现将工作情况报告如下，请予审阅。\n{BODY}",
        {"document_number": None},
    ),
    (
        "a number on a line of its own above the title is the report's",
        f"流政发〔2018〕3号\n\n流萤镇人民政府2017年政府信息公开工作年度报告\n\n{BODY}",
        {"document_number": "流政发〔2018〕3号"},
    ),
    # --- publisher
    (
        "the longest form of the same name is kept",
        f"流萤镇2017年政府信息公开工作年度报告\n\n本报告由流萤镇人民政府编制，现向社会公布，欢迎广大群众监督，提出宝贵意见和建议。\n{BODY}\n望舒市云上区流萤镇人民政府\n\n2018年1月3日\n",
        {"publisher": "望舒市云上区流萤镇人民政府"},
    ),
    (
        "a town in the title is its government where the text prints it",
        f"流萤镇2017年政府信息公开工作年度报告\n\n编制了《流萤镇人民政府信息公开指南》，由望舒市流萤镇党政办公室编制本报告，联系地址为流萤镇光明路。\n{BODY}",
        {"publisher": "流萤镇人民政府"},
    ),
    (
        "a subdistrict in the title is its office where the text prints it",
        f"疏影街道2017年政府信息公开工作年度报告\n\n疏影街道办事处根据上级要求编写本报告，内容包括概述、主动公开等，现予公布，请监督。\n{BODY}",
        {"publisher": "疏影街道办事处"},
    ),
    (
        "a successor in the block doesn't replace the author",
        f"索引号：WS031-2020-00012 发布机构：望舒县自然资源和规划委员会 发布日期：2020-06-01\n望舒县规划局2014年政府信息公开年度报告\n\n{BODY}\n望舒县规划局\n2015年2月6日\n",
        {"publisher": "望舒县规划局"},
    ),
    (
        "the operator of the site is not the author of a report that says only 我局",
        f"发布机构：望舒县政务网站 发布日期：2016-03-01\n2015年政府信息公开工作年度报告\n\n2015年，我局认真贯彻条例，我局领导高度重视，我局上下共同努力，各项工作取得了新进展。\n",
        {"publisher": None, "document_type": "annual_report"},
    ),
    (
        "a government in the block is not the author of a report that says 我局",
        f"发布机构：望舒县人民政府 发布日期：2016-03-01\n2015年政府信息公开工作年度报告\n\n2015年，我局认真贯彻条例，我局领导高度重视，我局上下共同努力，各项工作取得了新进展。\n",
        {"publisher": None},
    ),
    (
        "a bureau in the block is the author of a report that says 我局",
        f"发布机构：望舒县水务局 发布日期：2016-03-01\n2015年政府信息公开工作年度报告\n\n2015年，我局认真贯彻条例，我局领导高度重视，我局上下共同努力，各项工作取得了新进展。\n",
        {"publisher": "望舒县水务局"},
    ),
    (
        "only 我局 names nobody",
        "2015年政府信息公开工作年度报告\n\n2015年，我局认真贯彻条例，我局领导高度重视，我局上下共同努力，各项工作取得了新进展。\n",
        {"publisher": None, "report_year": 2015},
    ),
    (
        "another town's signature left from a template doesn't replace the title's town",
        f"流萤镇2017年政府信息公开工作年度报告\n\n流萤镇地处山区，流萤镇政府重视公开，流萤镇各村积极配合，现将情况报告如下，请审阅。\n{BODY}\n墨痕镇人民政府\n2018年1月3日\n",
        {"publisher": "流萤镇"},
    ),
    (
        "title and signature that contradict each other name nobody",
        f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n墨痕镇人民政府\n2018年1月3日\n",
        {"publisher": None},
    ),
    (
        "a party committee beside a government is not the author",
        f"2017年政府信息公开工作年度报告\n\n{BODY}\n中共流萤镇委员会　流萤镇人民政府\n2018年1月3日\n",
        {"publisher": "流萤镇人民政府", "signed_date": date(2018, 1, 3)},
    ),
    (
        "a place whose name holds a word of dates is a place",
        f"霁月县日新镇人民政府2017年政府信息公开工作年度报告\n\n{BODY}\n霁月县日新镇人民政府\n2018年1月3日\n",
        {"publisher": "霁月县日新镇人民政府"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_identity_is_what_the_document_prints(text: str, expected: dict[str, object]) -> None:
    report = read_identity(text).report

    assert {field: getattr(report, field) for field in expected} == expected


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


def test_every_chosen_sign_stands_in_the_text() -> None:
    document = read("report.txt", f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n流萤镇人民政府\n\n2018年1月3日\n".encode())
    signs = {sign.field: document.text[sign.start : sign.end] for sign in identify(document).evidence if sign.is_chosen}

    assert signs == {"title": "流萤镇2017年政府信息公开工作年度报告", "publisher": "流萤镇人民政府", "signed_date": "2018年1月3日"}


def test_what_is_no_report_has_one_issue_with_its_title() -> None:
    issues = read_identity(f"望舒县2017年政务公开工作要点\n{BODY}").issues

    assert [(issue.stage, issue.reason, issue.line) for issue in issues] == [("identity", "not_a_report", 1)]
    assert "望舒县2017年政务公开工作要点" in issues[0].detail


def test_a_report_has_no_issue() -> None:
    assert read_identity(f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}").issues == []


@pytest.mark.parametrize("text", ["", "\n\n", "。", "2018年1月3日", "索引号：", "|", "\t\t", "年度报告" * 500, "文号 " * 300])
def test_odd_texts_are_identified_without_an_error(text: str) -> None:
    assert read_identity(text).report.document_type in ("other", "annual_report")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("望舒县水务局2014年政府信息公开年度报告", "望舒县水务局"),
        ("2014年度望舒县水务局政府信息公开年度报告", "望舒县水务局"),
        ("望舒县水务局关于2014年度政府信息公开工作情况的报告", "望舒县水务局"),
        ("流萤镇政府信息公开工作年度报告", "流萤镇"),
        ("望舒县人民政府信息公开年度报告", "望舒县人民政府"),
        ("2014年政府信息公开年度报告", ""),
    ],
)
def test_the_name_in_a_title_is_told_from_the_words_around_it(title: str, name: str) -> None:
    assert titles.name_in(title) == name


GOLDEN = Path(__file__).resolve().parents[4] / "shared" / "contract" / "golden_metadata.csv"
SEEDS = GOLDEN.parents[1] / "seeds"
JUDGED = ("document_type", "report_year", "period_start", "period_end", "signed_date", "published_date", "document_number", "index_number")


@pytest.mark.skipif(not GOLDEN.exists(), reason="the acceptance data is not beside this repository")
def test_the_acceptance_reports_are_identified() -> None:
    import csv

    with GOLDEN.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    wrong = []
    for row in rows:
        report = identify(read(row["source_file"], (SEEDS / row["source_file"]).read_bytes())).report
        for field in JUDGED:
            value = getattr(report, field)
            if ("" if value is None else str(value)) not in row[field].split("|"):
                wrong.append((row["source_file"], field, value))
        if not (report.publisher and row["township"] in report.publisher and row["publisher"].endswith(report.publisher)):
            wrong.append((row["source_file"], "publisher", report.publisher))
    assert wrong == []
