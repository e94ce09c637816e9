"""Titles, kinds and years, in the layouts that offices and their web pages use. All places are invented."""

from datetime import date

import pytest
from invented_reports import BODY, LONG_BODY, Case, fields

from extractors.extract import extract
from extractors.identity import titles

CASES: list[Case] = [
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
        "关于报送2014年政府信息公开工作年度报告的函\n\n县政府办公室：\n\n"
        "现将我局年度报告随函报上，请审阅，如有不妥之处请及时指正为盼。\n\n"
        f"望舒县水务局2014年政府信息公开工作年度报告\n\n{LONG_BODY}",
        {"document_type": "annual_report", "title": "望舒县水务局2014年政府信息公开工作年度报告", "publisher": "望舒县水务局"},
    ),
    ("a plan is no report", f"望舒县2017年政务公开工作要点\n{BODY}", {"document_type": "other"}),
    ("rules about reports are no report", f"望舒县政府信息公开年度报告制度\n{BODY}", {"document_type": "other"}),
    ("a self-check is no annual report", f"流萤镇2017年政务公开工作自查报告\n{BODY}", {"document_type": "other"}),
    (
        "news about a training on reports is no report",
        "望舒县召开政府信息公开年度报告编制培训会\n\n"
        "昨日上午，望舒县召开培训会，来自各乡镇的五十名信息员参加，会议讲解了编写要求和常见错误，提出三点意见。\n",
        {"document_type": "other", "title": None},
    ),
    (
        "an economic bulletin is no report",
        "望舒县2017年国民经济和社会发展统计公报\n\n"
        "2017年，全县实现生产总值86.2亿元，同比增长7.1%，其中第一产业增加值12.4亿元，第二产业增加值40.3亿元。\n",
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
        "政府信息公开情况统计表\n（    年度）\n\n| 统计指标 | 单位 | 统计数 |\n|---|---|---|\n"
        "| 一、主动公开情况 | —— | |\n| （一）主动公开政府信息数 | 条 | |\n"
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
    # the year
    (
        "the title's year wins over a wrong year inside",
        "流萤镇2018年政府信息公开工作年度报告\n\n"
        f"本报告所列数据统计期限为2017年1月1日至2017年12月31日，现予公布，请社会各界和广大群众监督。\n{BODY}",
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
    *[
        (
            f"what a report reports on decides its kind: {title}",
            f"{title}\n\n{BODY}",
            {"document_type": kind, "report_year": 2017},
        )
        for title, kind in (
            ("望舒县水务局关于2017年政务公开工作总结的报告", "work_summary"),
            ("望舒县水务局2017年度政府信息公开工作小结的报告", "work_summary"),
            ("望舒县水务局2017年政务公开工作总结情况的报告", "work_summary"),
            ("望舒县水务局关于2017年政府信息公开工作情况的报告", "annual_report"),
            ("望舒县水务局关于报送2017年政务公开工作总结的通知", "notice"),
            ("望舒县水务局2017年政务公开工作总结及2018年工作计划的报告", "work_summary"),
            ("望舒县水务局关于2017年政务公开工作自查总结的报告", "other"),
            ("望舒县水务局关于2017年政务公开工作整改情况的报告", "other"),
            ("望舒县水务局2017年第一季度政务公开工作总结的报告", "quarterly_report"),
        )
    ],
    (
        "a sentence that the end of its line cut behind a title is no title",
        "望舒县水务局\n2017年政府信息公开工作年度报告\n2017年，在县委、县政府的正确领导下，我局认真执行《中华人民共和国政府信息公开条例\n》的规定，"
        f"现将一年来的工作情况报告如下。\n{BODY}",
        {"document_type": "annual_report", "title": "望舒县水务局2017年政府信息公开工作年度报告"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_identity_is_what_the_document_prints(text: str, expected: dict[str, object]) -> None:
    assert fields(text, expected) == expected


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


HEAD_IN_COLUMNS = (
    "索 引 号：1234-05/2017-00018　　发布机构：松烟镇人民政府\n文　　号：无　　发布日期：2017-03-02\n{title}\n"
    "来源：松烟镇人民政府　浏览次数：12\n\n"
)


@pytest.mark.parametrize("title", ["松烟镇2016年政务公开工作总结", "青石市松烟区松烟镇人民政府2016年政府信息公开工作年度报告"])
def test_a_title_between_the_columns_of_a_metadata_block_is_found(title: str) -> None:
    assert fields(HEAD_IN_COLUMNS.format(title=title) + BODY, {"title": title}) == {"title": title}


def test_a_sentence_that_a_line_break_ends_is_no_title() -> None:
    sentence = "为保障公众依法获取政府信息，松烟镇人民政府依照《中华人民共和国政府信息公开条例》\n编制本报告。\n\n"
    text = "松烟镇2016年政府信息公开工作年度报告\n\n" + sentence + BODY
    assert fields(text, {"title": "", "document_type": ""}) == {
        "title": "松烟镇2016年政府信息公开工作年度报告",
        "document_type": "annual_report",
    }


def test_an_ordinal_torn_by_a_line_break_belongs_to_its_run() -> None:
    text = "松烟镇2016年政府信息公开工作年度报告\n\n一、概述\n\n一是健全组织，由办公室承担日常工作。二\n是完善制度。三是强化督查。\n"
    inline = [(section.number, section.follows) for section in extract("a.txt", text.encode()).sections if section.is_inline]
    assert inline == [(1, 0), (2, 1), (3, 2)]
