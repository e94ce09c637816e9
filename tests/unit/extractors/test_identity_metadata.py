"""The metadata blocks of web pages, and the numbers of a report. All places and numbers are invented."""

from datetime import date

import pytest
from invented_reports import BODY, Case, fields

CASES: list[Case] = [
    (
        "a block in one line with spaces inside the labels is read",
        "流萤镇2017年政府信息公开工作年度报告\n\n"
        "索引号 010122-150/2018-93016 文 号 流政发〔2018〕29号 发布日期 2018-12-10\n"
        f"发布机构 流萤镇人民政府 公开时限 长期公开 所属分类 报告\n关 键 词 年报\n\n{BODY}",
        {
            "index_number": "010122-150/2018-93016",
            "document_number": "流政发〔2018〕29号",
            "published_date": date(2018, 12, 10),
            "publisher": "流萤镇人民政府",
        },
    ),
    (
        "a block of bullets is read",
        "- 索 引 号：WS00104-0501-2012-00007\n- 备注/文号：流财[2012]7号\n- 发布机构：望舒县财政局\n"
        f"- 公文生成日期：2012-03-09\n\n望舒县财政局2011年政府信息公开年度报告\n\n{BODY}",
        {"index_number": "WS00104-0501-2012-00007", "document_number": "流财[2012]7号", "signed_date": date(2012, 3, 9)},
    ),
    (
        "a row of labels above a row of values is read",
        "| 索引号 | 公开方式 | 发布机构 | 发布日期 |\n|---|---|---|---|\n"
        "| WS031-2015-00012 | 主动公开 | 望舒县水务局 | 2015-03-20 |\n\n"
        f"望舒县水务局2014年政府信息公开年度报告\n\n{BODY}",
        {"index_number": "WS031-2015-00012", "published_date": date(2015, 3, 20), "publisher": "望舒县水务局"},
    ),
    (
        "labels and values side by side in a table are read",
        "| 标题 | 望舒县水务局2014年政府信息公开年度报告 | 索引号 | /2015-172732 |\n|---|---|---|---|\n"
        "| 文号 | 无文号 | 发文日期 | 2015-03-20 |\n| 发布机构 | 望舒县水务局 | 主题分类 | 水利 |\n\n" + BODY,
        {"document_number": None, "index_number": None, "signed_date": date(2015, 3, 20), "publisher": "望舒县水务局", "report_year": 2014},
    ),
    (
        "a label above its value is read",
        "索引号：\nza779940273-2023-000071\n发文字号：\n发布日期：\n2023-01-31 13:24\n\n"
        f"望舒县水务局2022年政府信息公开工作年度报告\n\n{BODY}",
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
        "流萤镇2017年政府信息公开年度报告\n\n"
        f"根据《关于做好工作的通知》（望政办发〔2017〕54号）的要求，现将工作情况报告如下，请予审阅。\n{BODY}",
        {"document_number": None},
    ),
    (
        "a number on a line of its own above the title is the report's",
        f"流政发〔2018〕3号\n\n流萤镇人民政府2017年政府信息公开工作年度报告\n\n{BODY}",
        {"document_number": "流政发〔2018〕3号"},
    ),
    (
        "labels that are spaced out wide are read, also where they look like cells",
        "索　引　号：WS01-2018-00012　　发布机构：望舒县水务局\n文　　　号：望水发〔2018〕3号　　公开日期：2018-01-20\n\n"
        f"望舒县水务局2017年政府信息公开工作年度报告\n\n{BODY}",
        {
            "index_number": "WS01-2018-00012",
            "document_number": "望水发〔2018〕3号",
            "published_date": date(2018, 1, 20),
            "publisher": "望舒县水务局",
        },
    ),
    (
        "words of two cells are no label",
        "| 主题 | 名称 | 发布 | 日期 |\n|---|---|---|---|\n| 水利 | 年报 | 望舒县 | 2018-01-20 |\n\n"
        f"望舒县水务局2017年政府信息公开工作年度报告\n\n{BODY}",
        {"published_date": None, "publisher": "望舒县水务局"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_identity_is_what_the_document_prints(text: str, expected: dict[str, object]) -> None:
    assert fields(text, expected) == expected
