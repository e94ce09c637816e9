"""Sections of invented reports that say that there was nothing, or that there was nothing to ask for."""

from prose_clauses import APPEALS, FEES, PROACTIVE, REQUESTS, WORK, Case

NONE: tuple[Case, ...] = (
    (2016, FEES, "收费情况：无", ("application.fees zero",)),
    (2016, FEES, "（一）收费情况：无。\n\n（二）减免情况：无。", ("application.fees zero", "application.fees.waived zero")),
    (2016, FEES, "（一）收费情况\n\n无\n\n（二）减免情况\n\n无", ("application.fees zero", "application.fees.waived zero")),
    (2016, FEES, "无。", ("application.fees zero", "application.fees.waived zero")),
    (2016, FEES, "因未收到申请，不存在收费问题。", ("application.fees zero",)),
    (2016, FEES, "本年度无申请，未发生收费。", ("application.fees zero",)),
    (2016, REQUESTS, "暂无", ("application.received zero",)),
    (2021, REQUESTS, "无。", ("application.new zero",)),
    (2016, APPEALS, "2016年度，没有此类情况。", ("review zero", "litigation zero")),
    (2016, APPEALS, "行政复议情况：无。行政诉讼情况：无。", ("review zero", "litigation zero")),
    (2016, "六、投诉举报情况", "无", ("complaints zero",)),
)

DOES_NOT_APPLY: tuple[Case, ...] = (
    (2016, FEES, "无申请，不涉及收费。", ("application.fees n/a",)),
    (2016, FEES, "本年度没有收到申请。", ("application.fees n/a",)),
    (2016, FEES, "2016年我乡不涉及收费及减免情况。", ("application.fees n/a", "application.fees.waived n/a")),
    (2016, FEES, "不适用。", ("application.fees n/a",)),
)

SAYS_NOTHING: tuple[tuple[int, str, str], ...] = (
    (2016, FEES, "\n\n七、附表"),
    (2016, PROACTIVE, "无。"),
    (2016, "七、其他需要报告的事项", "无。"),
    (2016, "六、存在的主要问题及改进措施", "无。"),
    (2016, APPEALS, "2014年度，没有此类情况。"),
    (2016, FEES, "诉讼费用不涉及。"),
    (2016, WORK, "本级不涉及行政事业性收费。"),
    (2016, PROACTIVE, "主动公开政府信息数（不同渠道和方式公开相同信息计1条）"),
    (2016, PROACTIVE, "回应热点数（同一热点计1次）"),
)
