"""Whose report it is, also where the document misleads. All places are invented."""

from datetime import date

import pytest
from invented_reports import BODY, Case, fields

CASES: list[Case] = [
    (
        "the longest form of the same name is kept",
        "流萤镇2017年政府信息公开工作年度报告\n\n"
        f"本报告由流萤镇人民政府编制，现向社会公布，欢迎广大群众监督，提出宝贵意见和建议。\n{BODY}\n"
        "望舒市云上区流萤镇人民政府\n\n2018年1月3日\n",
        {"publisher": "望舒市云上区流萤镇人民政府"},
    ),
    (
        "a town in the title is its government where the text prints it",
        "流萤镇2017年政府信息公开工作年度报告\n\n"
        "编制了《流萤镇人民政府信息公开指南》，由望舒市流萤镇党政办公室编制本报告，联系地址为流萤镇光明路。\n"
        f"{BODY}",
        {"publisher": "流萤镇人民政府"},
    ),
    (
        "a subdistrict in the title is its office where the text prints it",
        "疏影街道2017年政府信息公开工作年度报告\n\n"
        f"疏影街道办事处根据上级要求编写本报告，内容包括概述、主动公开等，现予公布，请监督。\n{BODY}",
        {"publisher": "疏影街道办事处"},
    ),
    (
        "a successor in the block doesn't replace the author",
        "索引号：WS031-2020-00012 发布机构：望舒县自然资源和规划委员会 发布日期：2020-06-01\n"
        f"望舒县规划局2014年政府信息公开年度报告\n\n{BODY}\n望舒县规划局\n2015年2月6日\n",
        {"publisher": "望舒县规划局"},
    ),
    (
        "the operator of the site is not the author of a report that says only 我局",
        "发布机构：望舒县政务网站 发布日期：2016-03-01\n2015年政府信息公开工作年度报告\n\n"
        "2015年，我局认真贯彻条例，我局领导高度重视，我局上下共同努力，各项工作取得了新进展。\n",
        {"publisher": None, "document_type": "annual_report"},
    ),
    (
        "a government in the block is not the author of a report that says 我局",
        "发布机构：望舒县人民政府 发布日期：2016-03-01\n2015年政府信息公开工作年度报告\n\n"
        "2015年，我局认真贯彻条例，我局领导高度重视，我局上下共同努力，各项工作取得了新进展。\n",
        {"publisher": None},
    ),
    (
        "a bureau in the block is the author of a report that says 我局",
        "发布机构：望舒县水务局 发布日期：2016-03-01\n2015年政府信息公开工作年度报告\n\n"
        "2015年，我局认真贯彻条例，我局领导高度重视，我局上下共同努力，各项工作取得了新进展。\n",
        {"publisher": "望舒县水务局"},
    ),
    (
        "only 我局 names nobody",
        "2015年政府信息公开工作年度报告\n\n2015年，我局认真贯彻条例，我局领导高度重视，我局上下共同努力，各项工作取得了新进展。\n",
        {"publisher": None, "report_year": 2015},
    ),
    (
        "another town's signature left from a template doesn't replace the title's town",
        "流萤镇2017年政府信息公开工作年度报告\n\n"
        f"流萤镇地处山区，流萤镇政府重视公开，流萤镇各村积极配合，现将情况报告如下，请审阅。\n{BODY}\n"
        "墨痕镇人民政府\n2018年1月3日\n",
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
        "name and day under the title are the author's and the signature's",
        f"2017年政府信息公开工作年度报告\n望舒县水务局\n（2018年1月15日）\n\n{BODY}",
        {"publisher": "望舒县水务局", "signed_date": date(2018, 1, 15), "report_year": 2017},
    ),
    (
        "the day that a page prints under its title is no signature",
        f"望舒县水务局2017年政府信息公开工作年度报告\n2018-01-15\n\n{BODY}",
        {"signed_date": None},
    ),
    (
        "a seal behind the name is no part of it",
        f"2017年政府信息公开工作年度报告\n\n{BODY}\n望舒县水务局（盖章）\n2018年1月3日\n",
        {"publisher": "望舒县水务局", "signed_date": date(2018, 1, 3)},
    ),
    (
        "an abbreviated bureau in the signature doesn't contradict the title",
        f"望舒县卫生和计划生育局2017年政府信息公开工作年度报告\n\n{BODY}\n望舒县卫计局\n2018年1月3日\n",
        {"publisher": "望舒县卫生和计划生育局"},
    ),
    (
        "the office that compiled stands for its bureau",
        "2017年政府信息公开工作年度报告\n\n本报告由望舒县水务局办公室编制，内容包括概述、主动公开和依申请公开，现予公布，欢迎监督。\n"
        + BODY,
        {"publisher": "望舒县水务局"},
    ),
    (
        "a government's own office is a body of its own",
        "2017年政府信息公开工作年度报告\n\n本报告由望舒县人民政府办公室编制，内容包括概述、主动公开和依申请公开，现予公布，欢迎监督。\n"
        + BODY,
        {"publisher": "望舒县人民政府办公室"},
    ),
    (
        "the name of the channel above the title is not the title",
        f"望舒县水务局2017年政府信息公开工作年度报告\n政府信息公开年度报告\n\n{BODY}",
        {"title": "望舒县水务局2017年政府信息公开工作年度报告", "report_year": 2017},
    ),
    (
        "a quoted title inside an interpretation's title doesn't make it a report",
        f"关于《望舒县2022年政府信息公开工作年度报告》的解读\n\n{BODY}",
        {"document_type": "interpretation"},
    ),
    (
        "a day alone at the end is a signature only in words",
        f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n今后将继续努力。\n\n2018-06-07\n",
        {"signed_date": None},
    ),
    (
        "a day alone behind the last sentence is the signature",
        f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n今后将继续努力。\n\n2018年1月7日\n",
        {"signed_date": date(2018, 1, 7)},
    ),
    (
        "a county's report signed by its office is the county government's",
        f"望舒县2017年政府信息公开工作年度报告\n\n{BODY}\n望舒县人民政府办公室\n2018年3月3日\n",
        {"publisher": "望舒县人民政府", "signed_date": date(2018, 3, 3)},
    ),
    (
        "the page's own line of time and source is read for the time only",
        "望舒县水务局2017年政府信息公开工作年度报告\n"
        f"发布时间：2018-03-15 10:20 来源：望舒县政务网 浏览次数：77 字号：[大 中 小]\n\n{BODY}",
        {"published_date": date(2018, 3, 15), "publisher": "望舒县水务局"},
    ),
    (
        "a town's line above the day is its government where the text prints it",
        f"2017年政府信息公开工作年度报告\n\n编制了《流萤镇人民政府信息公开指南》，现将2017年工作情况报告如下，请各位领导和群众审阅。\n{BODY}\n流萤镇\n2018年1月3日\n",
        {"publisher": "流萤镇人民政府"},
    ),
    (
        "words of a page's navigation are no publisher",
        f"乡镇街道\n信息中心\n2017年政府信息公开工作年度报告\n\n{BODY}",
        {"publisher": None, "title": "2017年政府信息公开工作年度报告"},
    ),
    (
        "a name that begins with a number word is a name",
        f"三叶县八琴镇人民政府2017年政府信息公开工作年度报告\n\n{BODY}",
        {"publisher": "三叶县八琴镇人民政府"},
    ),
    (
        "a party committee's signature doesn't replace the town's government",
        f"流萤镇2017年政府信息公开工作年度报告\n\n流萤镇人民政府高度重视，现将2017年工作情况报告如下，请各位领导和群众审阅。\n{BODY}\n中共流萤镇委员会\n2018年1月3日\n",
        {"publisher": "流萤镇人民政府"},
    ),
    (
        "a place whose name holds a word of dates is a place",
        f"霁月县日弦镇人民政府2017年政府信息公开工作年度报告\n\n{BODY}\n霁月县日弦镇人民政府\n2018年1月3日\n",
        {"publisher": "霁月县日弦镇人民政府"},
    ),
    *[
        (
            f"a street and its office are one author: {signed}",
            f"月影街道2017年政府信息公开工作年度报告\n\n{BODY}\n{signed}\n2018年1月3日\n",
            {"publisher": publisher},
        )
        for signed, publisher in (
            ("月影街道办事处", "月影街道办事处"),
            ("望舒市月影街道办事处", "望舒市月影街道办事处"),
            ("月影街道办", "月影街道办"),
            ("月影镇人民政府", None),
            ("竹简街道办事处", None),
        )
    ],
    (
        "the street's inner office that compiled is not the author",
        f"2017年政府信息公开工作年度报告\n\n本报告由望舒市月影街道党政办公室编制，现予公布，欢迎社会各界监督。\n{BODY}",
        {"publisher": None},
    ),
    (
        "a compiling body that the end of a line tore is read",
        "2017年政府信息公开工作年度报告\n\n根据《中华人民共和国政府信息公开条例》规定，由望舒县水\n务局编制本报告，现予公布，欢迎社会各界监督并提出意见。\n"
        + BODY,
        {"publisher": "望舒县水务局"},
    ),
    (
        "another street of the same city doesn't sign for it",
        f"望舒市月影街道2017年政府信息公开工作年度报告\n\n{BODY}\n望舒市竹简街道办事处\n2018年1月3日\n",
        {"publisher": None},
    ),
    (
        "words that hand a report over are no part of the name",
        f"望舒县水务局关于报送2017年政务公开工作总结的报告\n\n{BODY}",
        {"publisher": "望舒县水务局"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_identity_is_what_the_document_prints(text: str, expected: dict[str, object]) -> None:
    assert fields(text, expected) == expected
