"""The printed forms before anyone filled them in, as offices publish and mail them. All places are invented.

Lives here: `BLANK_FORMS`, and the rows of the forms of 2014, 2019 and 2021 and of the coastal annex with a given filling.
Elsewhere: other documents that are no report (documents_about_disclosure.py), reports with blank cells (unusual_reports.py).
"""

from collections.abc import Sequence


def bars(rows: Sequence[Sequence[str]]) -> str:
    """A table with bars, its first row the header."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def of_2014(fill: str) -> str:
    labels = [
        ("一、主动公开情况", "——"),
        ("（一）主动公开政府信息数", "条"),
        ("其中：主动公开规范性文件数", "条"),
        ("制发规范性文件总数", "件"),
        ("二、依申请公开情况", "——"),
        ("（一）收到申请数", "件"),
        ("1．当面申请数", "件"),
        ("2．网络申请数", "件"),
        ("（二）申请办结数", "件"),
    ]
    return bars([["统计指标", "单位", "统计数"], *([label, unit, "" if unit == "——" else fill] for label, unit in labels)])


def of_2021(fill: str) -> str:
    """Section two and the first rows of section three."""
    second = bars(
        [
            ["第二十条第（一）项", "", "", ""],
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", fill, fill, fill],
            ["行政规范性文件", fill, fill, fill],
        ]
    )
    columns = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    third = bars(
        [
            ["本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和", *columns],
            ["一、本年新收政府信息公开申请数量", *[fill] * 7],
            ["二、上年结转政府信息公开申请数量", *[fill] * 7],
            ["三、本年度办理结果（一）予以公开", *[fill] * 7],
            ["四、结转下年度继续办理", *[fill] * 7],
        ]
    )
    return f"二、主动公开政府信息情况\n\n{second}\n\n三、收到和处理政府信息公开申请情况\n\n{third}"


def outcomes_of_2021(fill: str) -> str:
    """The rows of section three that have three columns of labels."""
    groups = (
        ("（三）不予公开", ("1.属于国家秘密", "2.其他法律行政法规禁止公开")),
        ("（五）不予处理", ("1.信访举报投诉类申请", "2.重复申请")),
        ("（六）其他处理", ("1.逾期不补正", "2.逾期不缴费", "3.其他")),
    )
    rows = [["三、本年度办理结果", group, label, fill, fill] for group, labels in groups for label in labels]
    return bars([["申请人情况", "", "", "自然人", "总计"], ["一、本年新收政府信息公开申请数量", "", "", fill, fill], *rows])


def of_2019(fill: str) -> str:
    second = bars(
        [
            ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
            ["规章", fill, fill, fill],
            ["规范性文件", fill, fill, fill],
        ]
    )
    return f"二、主动公开政府信息情况\n\n{second}"


def coastal(fill: str) -> str:
    return bars(
        [
            ["指标名称", "计量单位", "2017年", "历年累计"],
            ["主动公开文件数", "条", fill, fill],
            ["受理政府信息公开申请总数", "条", fill, fill],
            ["行政复议数", "件", fill, fill],
        ]
    )


BLANK_FORMS = {
    "the form of 2014": f"政府信息公开情况统计表\n\n（    年度）\n\n填报单位：\n\n{of_2014('')}\n\n单位负责人：     审核人：     填报人：",
    "the form of 2014 with its year": f"政府信息公开情况统计表\n\n（2017年度）\n\n{of_2014('')}",
    "the form of 2014 with lines to write on": f"政府信息公开情况统计表\n\n（____年度）\n\n填报单位：________\n\n{of_2014('____')}",
    "the form of 2019": f"政府信息公开工作年度报告\n\n一、总体情况\n\n{of_2019('')}\n\n六、其他需要报告的事项",
    "the form of 2019 with crosses": f"××县××局2019年政府信息公开工作年度报告\n\n一、总体情况\n\n{of_2019('××')}\n\n六、其他需要报告的事项",
    "the form of 2021": f"政府信息公开工作年度报告格式\n\n一、总体情况\n\n{of_2021('')}\n\n六、其他需要报告的事项",
    "the form of 2021 without a word of form": (
        "望舒县XX局2021年政府信息公开工作年度报告\n\n一、总体情况\n\n（简述全年工作）\n\n"
        f"{of_2021('')}\n\n五、存在的主要问题及改进情况\n\n六、其他需要报告的事项\n\n望舒县XX局\n\n2022年X月X日"
    ),
    "a form in sentences": (
        "×××2017年政府信息公开工作年度报告\n\n一、主动公开情况\n\n2017年，我单位共主动公开政府信息××条，其中网站公开××条。\n\n"
        "二、依申请公开情况\n\n2017年，共收到申请××件，答复××件。\n\n×××\n\n2018年×月×日"
    ),
    "a form in sentences with lines": (
        "政府信息公开工作年度报告\n\n一、主动公开情况\n\n____年，共主动公开政府信息____条，其中网站公开____条。\n\n"
        "二、依申请公开情况\n\n共收到申请____件，答复____件。\n\n（单位名称）\n\n____年__月__日"
    ),
    "the coastal annex": f"附表：指标统计附表\n\n{coastal('')}",
    "the tables of 2021 alone": of_2021(""),
    "the outcomes of 2021": f"三、收到和处理政府信息公开申请情况\n\n{outcomes_of_2021('')}",
    "the outcomes of 2021 under a title": f"政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n{outcomes_of_2021('')}",
    "the form with how to fill it in": (
        f"政府信息公开情况统计表\n\n{of_2014('')}\n\n填表说明：\n\n1.统计时限为1月1日至12月31日。\n\n2.主动公开政府信息数，不同渠道和方式公开相同信息计1条。\n\n"
        "3.没有数据的填0，不要空着，也不要填写“无”。"
    ),
    "the form sent as an attachment": f"附件2\n\n政府信息公开情况统计表（样表）\n\n{of_2014('')}",
}
