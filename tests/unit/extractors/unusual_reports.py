"""Reports that don't look like one at first: without a title, behind a letter, as a letter, with blank tables. All places are invented.

Lives here: `UNUSUAL`, what is odd about a report with its text (tables with bars, as the text reader takes them) and what must come out.
Elsewhere: documents that are no report (documents_about_disclosure.py), what must hold of both (test_kinds_of_documents.py).
"""

from tests.unit.extractors.blank_forms import coastal, of_2014, of_2021

Truth = dict[str, object]
ANNUAL, SUMMARY, QUARTERLY = "annual_report", "work_summary", "quarterly_report"

_SECTIONS = """一、主动公开情况

2017年，我镇共主动公开政府信息120条，其中通过县政府网站公开100条，公示栏公开20条。

二、依申请公开情况

2017年，我镇没有收到政府信息公开申请。

三、收费及减免情况

2017年，我镇没有收取任何费用。

四、因政府信息公开申请行政复议、提起行政诉讼情况

2017年，没有发生行政复议和行政诉讼。

五、存在问题及改进措施

公开内容还不够全面，今后将继续加强学习，提高水平。"""
_SIX = """一、总体情况

2022年，我局认真贯彻落实条例，主动公开政府信息120条。

{tables}

四、政府信息公开行政复议、行政诉讼情况

本年度没有发生行政复议、行政诉讼。

五、存在的主要问题及改进情况

公开内容还不够及时，今后将加强培训。

六、其他需要报告的事项

本年度没有收取信息处理费。"""
_LETTER = "按照要求，现将我局年度报告随函报上，请审阅。"

UNUSUAL: dict[str, tuple[str, Truth]] = {
    "no title, sections of a town": (
        f"2017年，在县委、县政府的正确领导下，我镇认真贯彻落实《政府信息公开条例》，扎实做好各项工作。\n\n{_SECTIONS}\n\n流萤镇人民政府\n\n2018年1月5日",
        {"document_type": ANNUAL, "publisher": "流萤镇人民政府", "signed_date": "2018-01-05", "title": None, "report_year": 2017},
    ),
    "no title, no signature": (
        f"2017年，我镇认真贯彻落实《政府信息公开条例》，扎实做好各项工作，现将有关情况报告如下。\n\n{_SECTIONS}",
        {"document_type": ANNUAL, "publisher": None},
    ),
    "sections alone": (_SECTIONS, {"document_type": ANNUAL, "publisher": None, "title": None}),
    "six sections without a title": (
        _SIX.format(tables=of_2021("0")),
        {"document_type": ANNUAL, "publisher": None},
    ),
    "tables alone, filled": (of_2021("0"), {"document_type": ANNUAL, "title": None}),
    "a title as one cell of a table": (
        "| 望舒县水务局2016年政府信息公开情况统计表 | | |\n|---|---|---|\n" + of_2014("3").replace("|---|---|---|\n", ""),
        {"document_type": ANNUAL, "publisher": "望舒县水务局", "report_year": 2016},
    ),
    "a title in the block's row": (
        "| 标题 | 望舒县水务局2014年政府信息公开年度报告 | 索引号 | WS0-2015-01 |\n|---|---|---|---|\n"
        f"| 文号 | 无文号 | 发文日期 | 2015-03-20 |\n\n{_SECTIONS.replace('2017', '2014')}",
        {"document_type": ANNUAL, "publisher": "望舒县水务局", "report_year": 2014, "document_number": None},
    ),
    "a cover letter, then the report": (
        f"关于报送2017年政府信息公开工作年度报告的函\n\n县政府办公室：\n\n{_LETTER}\n\n望舒县水务局\n\n2018年1月10日\n\n"
        f"望舒县水务局2017年政府信息公开工作年度报告\n\n{_SECTIONS.replace('我镇', '我局')}\n\n望舒县水务局\n\n2018年1月10日",
        {"document_type": ANNUAL, "publisher": "望舒县水务局", "report_year": 2017},
    ),
    "a notice that carries the whole report": (
        "关于印发望舒县水务局2017年政府信息公开工作年度报告的通知\n\n局属各单位：\n\n现将年度报告印发给你们，请认真贯彻执行。\n\n"
        f"望舒县水务局2017年政府信息公开工作年度报告\n\n{_SECTIONS.replace('我镇', '我局')}",
        {"document_type": ANNUAL, "publisher": "望舒县水务局"},
    ),
    "the first year": (
        "望舒县国土资源局政府信息公开2008年度报告\n\n本报告统计期限自2008年5月1日起至2008年12月31日止。\n\n"
        + _SECTIONS.replace("2017", "2008"),
        {"document_type": ANNUAL, "publisher": "望舒县国土资源局", "report_year": 2008, "period_start": "2008-05-01"},
    ),
    "the eastern form": (
        "望舒区霁月街道办事处2012年度政府信息公开工作年度报告\n\n根据《望舒市政府信息公开规定》要求编制本报告。全文包括概述、主动公开政府信息的情况、"
        "依申请公开情况、咨询处理情况、复议、诉讼和申诉的情况、主要问题和改进措施，并附相关说明和指标统计附表。\n\n一、概述\n\n"
        "二、主动公开政府信息的情况\n\n截至2012年底，本机关累计主动公开政府信息820条，全文电子化率达100%，2012年新增210条。\n\n三、咨询处理情况\n\n"
        "本机关2012年共接受市民咨询310人次。",
        {"document_type": ANNUAL, "publisher": "望舒区霁月街道办事处", "report_year": 2012},
    ),
    "a quarter": (
        "墨痕镇2016年第三季度政府信息公开工作总结\n\n第三季度，我镇主动公开政府信息31条，没有收到依申请公开，没有发生行政复议。\n\n墨痕镇人民政府\n\n2016年10月8日",
        {"document_type": QUARTERLY, "publisher": "墨痕镇人民政府", "report_year": 2016},
    ),
    "half a year": (
        "墨痕镇2016年上半年政务公开工作总结\n\n上半年，我镇主动公开政府信息60条，没有收到依申请公开。",
        {"document_type": QUARTERLY, "report_year": 2016},
    ),
    "a letter to the superior body": (
        "望舒县人民政府办公室：\n\n根据《关于报送政府信息公开工作情况的通知》要求，现将我局2017年政府信息公开工作情况报告如下：\n\n"
        f"{_SECTIONS.replace('我镇', '我局')}\n\n特此报告。\n\n望舒县水务局\n\n2018年1月8日",
        {"document_type": ANNUAL, "publisher": "望舒县水务局", "signed_date": "2018-01-08", "report_year": 2017},
    ),
    "a reply in form of a report": (
        "关于2017年政府信息公开工作情况的汇报\n\n县政府办公室：\n\n2017年，我局主动公开政府信息120条，没有收到政府信息公开申请。\n\n望舒县水务局\n\n2018年1月8日",
        {"document_type": SUMMARY, "publisher": "望舒县水务局", "report_year": 2017},
    ),
    "a picture's title over the whole text": (
        "（图解）望舒县水务局2022年政府信息公开工作年度报告\n\n本报告根据条例和有关规定编制，所列数据的统计期限自2022年1月1日起至2022年12月31日止。\n\n"
        + _SIX.format(tables=of_2021("3")),
        {"document_type": ANNUAL, "publisher": "望舒县水务局", "report_year": 2022},
    ),
    "blank tables, but an office, a year and sentences": (
        "流萤镇2021年政府信息公开工作年度报告\n\n"
        + _SIX.format(tables=of_2021("")).replace("2022", "2021").replace("我局", "我镇")
        + "\n\n流萤镇人民政府\n\n2022年1月12日",
        {"document_type": ANNUAL, "publisher": "流萤镇人民政府", "report_year": 2021},
    ),
    "blank tables and few sentences": (
        "流萤镇2021年政府信息公开工作年度报告\n\n一、总体情况\n\n2021年，我镇按要求公开各类信息，没有收到申请。\n\n"
        f"{of_2021('')}\n\n流萤镇人民政府\n\n2022年1月12日",
        {"document_type": ANNUAL, "publisher": "流萤镇人民政府", "report_year": 2021},
    ),
    "zeros only": (
        "竹简镇2021年政府信息公开工作年度报告\n\n" + _SIX.format(tables=of_2021("0")).replace("我局", "我镇"),
        {"document_type": ANNUAL, "publisher": "竹简镇", "report_year": 2021},
    ),
    "nothing in words only": (
        "竹简镇2015年政府信息公开年报\n\n2015年，我镇没有收到任何政府信息公开申请，没有收取费用，没有发生行政复议、行政诉讼。",
        {"document_type": ANNUAL, "report_year": 2015},
    ),
    "a year in Chinese numerals": (
        f"竹简镇二〇一七年度政府信息公开工作报告\n\n{_SECTIONS}",
        {"document_type": ANNUAL, "report_year": 2017},
    ),
    "a year behind the title": (
        f"竹简镇政府信息公开年报（2017）\n\n{_SECTIONS}",
        {"document_type": ANNUAL, "report_year": 2017},
    ),
    "a year after the last word": (
        f"竹简镇政府信息公开工作年度报告2017年\n\n{_SECTIONS}",
        {"document_type": ANNUAL, "report_year": 2017},
    ),
    "a summary of few words": (
        "望舒县气象局2012年政务信息公开工作总结\n\n2012年，我局在网站发布信息80条，未收到公开申请。",
        {"document_type": SUMMARY, "publisher": "望舒县气象局", "report_year": 2012},
    ),
    "an early summary": (
        "2009年政府信息公开总结\n\n2009年，我局主动公开政府信息40条，没有收到申请。\n\n望舒县物价局\n\n2010年1月20日",
        {"document_type": SUMMARY, "publisher": "望舒县物价局", "report_year": 2009},
    ),
    "a table alone": (
        f"望舒县档案局政府信息公开情况统计表\n\n（2016年度）\n\n{of_2014('5')}",
        {"document_type": ANNUAL, "publisher": "望舒县档案局", "report_year": 2016},
    ),
    "the coastal annex alone": (
        f"望舒县水务局2017年政府信息公开情况统计表\n\n{coastal('12')}",
        {"document_type": ANNUAL, "publisher": "望舒县水务局", "report_year": 2017},
    ),
    "a version's mark behind the title": (
        f"流萤镇2017年政府信息公开工作年度报告（定稿）\n\n{_SECTIONS}",
        {"document_type": ANNUAL, "publisher": "流萤镇", "report_year": 2017},
    ),
    "the name of a file as the first line": (
        f"流萤镇2017年政府信息公开工作年度报告.doc\n\n{_SECTIONS}",
        {"document_type": ANNUAL, "publisher": "流萤镇", "report_year": 2017},
    ),
    "a mirror in other characters": (
        "流螢鎮2017年政府信息公開工作年度報告\n\n一、概述\n\n2017年，流螢鎮共主動公開政府信息120條，沒有收到政府信息公開申請。",
        {"document_type": ANNUAL, "report_year": 2017},
    ),
    "a title without a break before the text": (
        f"望舒县水务局2017年政府信息公开工作年度报告\n一、概述\n2017年，我局认真做好工作。\n{_SECTIONS}",
        {"document_type": ANNUAL, "publisher": "望舒县水务局", "report_year": 2017},
    ),
    "a title of three lines under the office": (
        f"望舒县水务局\n\n2017年度\n\n政府信息公开工作年度报告\n\n{_SECTIONS.replace('我镇', '我局')}",
        {"document_type": ANNUAL, "publisher": "望舒县水务局", "report_year": 2017},
    ),
    "a report on open government affairs": (
        f"墨痕镇2017年政务公开工作年度报告\n\n{_SECTIONS}",
        {"document_type": ANNUAL, "report_year": 2017},
    ),
    "a site's list of other years before the text": (
        f"首页 >> 年报\n\n墨痕镇2015年政府信息公开年报\n\n墨痕镇2016年政府信息公开年报\n\n墨痕镇2017年政府信息公开年报\n\n{_SECTIONS}",
        {"document_type": ANNUAL, "report_year": 2017},
    ),
    "links to other reports under the text": (
        f"墨痕镇2017年政府信息公开年报\n\n{_SECTIONS}\n\n上一篇：墨痕镇2016年政府信息公开年报\n\n下一篇：墨痕镇2018年政府信息公开年报",
        {"document_type": ANNUAL, "report_year": 2017},
    ),
    "a report that names itself in a sentence": (
        f"根据条例要求，现公布归雁乡2017年度政府信息公开工作年度报告。\n\n{_SECTIONS.replace('我镇', '我乡')}",
        {"document_type": ANNUAL, "title": None},
    ),
    "a report of an office on a county": (
        f"望舒县2017年政府信息公开工作年度报告\n\n{_SECTIONS.replace('我镇', '全县')}\n\n望舒县人民政府办公室\n\n2018年3月3日",
        {"document_type": ANNUAL, "publisher": "望舒县人民政府", "report_year": 2017},
    ),
    "headings without numbers": (
        "2017年度，我乡政府信息公开工作情况如下。\n\n主动公开政府信息情况\n\n我乡主动公开政府信息60条。\n\n依申请公开政府信息情况\n\n没有收到申请。\n\n"
        "收费及减免情况\n\n没有收费。\n\n行政复议、行政诉讼情况\n\n没有发生。\n\n归雁乡人民政府\n\n2018年1月9日",
        {"document_type": ANNUAL, "publisher": "归雁乡人民政府", "report_year": 2017},
    ),
    "a combined summary and plan": (
        f"墨痕镇2017年政府信息公开工作总结及2018年工作打算\n\n{_SECTIONS}",
        {"document_type": SUMMARY, "report_year": 2017},
    ),
    "a report with its number and a block": (
        "索 引 号：WS07/2018-00021\n\n文号：望水〔2018〕7号\n\n发布机构：望舒县水务局\n\n发布日期：2018-01-22\n\n"
        f"望舒县水务局2017年政府信息公开工作年度报告\n\n{_SECTIONS.replace('我镇', '我局')}",
        {"document_type": ANNUAL, "document_number": "望水〔2018〕7号", "index_number": "WS07/2018-00021", "published_date": "2018-01-22"},
    ),
    "another town in the body": (
        "流萤镇2017年政府信息公开工作年度报告\n\n2017年，黄叶乡认真贯彻条例，由黄叶乡党政办负责公开工作，黄叶乡各村积极配合，现将情况报告如下。\n\n"
        f"{_SECTIONS}\n\n流萤镇人民政府\n\n2018年1月5日",
        {"document_type": ANNUAL, "publisher": "流萤镇人民政府"},
    ),
    "a report under a channel's menu": (
        f"首页\n\n政府信息公开指南\n\n政府信息公开制度\n\n政府信息公开年报\n\n流萤镇2017年政府信息公开工作年度报告\n\n{_SECTIONS}",
        {"document_type": ANNUAL, "publisher": "流萤镇", "report_year": 2017},
    ),
    "a report without a title under a channel's name": (
        f"首页\n\n政府信息公开指南\n\n政府信息公开年报\n\n{_SECTIONS}\n\n流萤镇人民政府\n\n2018年1月3日",
        {"document_type": ANNUAL, "publisher": "流萤镇人民政府", "report_year": 2017},
    ),
    "a title that says 我局": (
        "我局2017年政府信息公开工作年度报告\n\n2017年，我局主动公开政府信息120条，没有收到申请。\n",
        {"document_type": ANNUAL, "publisher": None, "report_year": 2017, "title": "我局2017年政府信息公开工作年度报告"},
    ),
    "a title that says 本机关": (
        "本机关2017年度政府信息公开工作年度报告\n\n2017年，本机关主动公开政府信息120条，没有收到申请。\n\n望舒县水务局\n\n2018年1月3日",
        {"document_type": ANNUAL, "publisher": "望舒县水务局", "report_year": 2017},
    ),
    "a summary that says 我镇": (
        "我镇2017年政务公开工作总结\n\n2017年，我镇主动公开政府信息120条，没有收到申请。\n",
        {"document_type": SUMMARY, "publisher": None, "report_year": 2017},
    ),
    "the words of a channel twice": (
        f"政府信息公开年度报告\n\n政府信息公开工作年度报告\n\n{_SECTIONS}",
        {"document_type": ANNUAL, "publisher": None},
    ),
    "a notice that is the report": (
        "关于发布2017年政府信息公开年度报告的公告\n\n根据条例规定，现将我镇2017年政府信息公开年度报告公布如下：\n\n"
        f"{_SECTIONS}\n\n流萤镇人民政府\n\n2018年1月3日",
        {"document_type": ANNUAL, "publisher": "流萤镇人民政府", "report_year": 2017},
    ),
    "all months of a year": (
        "墨痕镇2017年1-12月政务公开工作总结\n\n2017年，我镇主动公开政府信息120条。",
        {"document_type": SUMMARY, "publisher": "墨痕镇", "report_year": 2017},
    ),
    "eleven months": (
        "墨痕镇2017年1月至11月政务公开工作总结\n\n2017年，我镇主动公开政府信息120条。",
        {"document_type": SUMMARY, "report_year": 2017},
    ),
    "eleven months over two years": (
        "墨痕镇2016年12月至2017年10月政务公开工作总结\n\n2017年，我镇主动公开政府信息120条。",
        {"document_type": SUMMARY},
    ),
    "nine months": (
        "墨痕镇2017年1-9月政务公开工作总结\n\n2017年，我镇主动公开政府信息120条。",
        {"document_type": QUARTERLY, "report_year": 2017},
    ),
    "six months": (
        "墨痕镇2017年1-6月政务公开工作总结\n\n2017年，我镇主动公开政府信息120条。",
        {"document_type": QUARTERLY, "report_year": 2017},
    ),
    "a title set wide": (
        f"望 舒 县 水 务 局\n\n2017 年 政 府 信 息 公 开 工 作 年 度 报 告\n\n{_SECTIONS.replace('我镇', '我局')}",
        {"document_type": ANNUAL, "publisher": "望舒县水务局", "report_year": 2017},
    ),
    "a title that names no subject": (
        "2017年度报告\n\n本报告由望舒县水务局根据《政府信息公开条例》编制，所列数据的统计期限自2017年1月1日起至2017年12月31日止。\n\n"
        + _SECTIONS.replace("我镇", "我局"),
        {"document_type": ANNUAL, "publisher": "望舒县水务局", "report_year": 2017, "period_end": "2017-12-31"},
    ),
    "six sections, nothing to tell": (
        "一、总体情况\n\n2022年，我局主动公开政府信息12条。\n\n二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n没有收到申请。\n\n"
        "四、政府信息公开行政复议、行政诉讼情况\n\n没有发生。\n\n五、存在的主要问题及改进情况\n\n六、其他需要报告的事项\n\n无",
        {"document_type": ANNUAL, "publisher": None, "report_year": 2022},
    ),
    "an environment office's own kind of disclosure": (
        "望舒县环境保护局2010年环境信息公开年度报告\n\n2010年，我局主动公开环境信息60条，没有收到申请。",
        {"document_type": ANNUAL, "publisher": "望舒县环境保护局", "report_year": 2010},
    ),
    "a summary that is handed up": (
        "望舒县物价局关于上报2013年政府信息公开工作总结的报告\n\n2013年，我局公开信息60条。",
        {"document_type": SUMMARY, "publisher": "望舒县物价局", "report_year": 2013},
    ),
    "a version for the website": (
        f"望舒县水务局2023年政府信息公开工作年度报告（网站公开版）\n\n{_SECTIONS.replace('2017', '2023').replace('我镇', '我局')}",
        {"document_type": ANNUAL, "publisher": "望舒县水务局", "report_year": 2023},
    ),
    "words of news in the text": (
        "望舒县水务局2017年政府信息公开工作年度报告\n\n2017年，我局主动公开政府信息120条，接受记者采访3次，近日又公布了清单。",
        {"document_type": ANNUAL, "publisher": "望舒县水务局", "report_year": 2017},
    ),
    "a plan that was kept": (
        "墨痕镇2017年政府信息公开年报\n\n2017年，我镇按照年度计划公开信息120条。",
        {"document_type": ANNUAL, "publisher": "墨痕镇", "report_year": 2017},
    ),
}
