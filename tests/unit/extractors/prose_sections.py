"""Whole reports: headings of every scheme, lines of a form, cases told over several sentences."""

from prose_clauses import Case

HEADINGS: tuple[Case, ...] = (
    (
        2012,
        "1 概述",
        "本局的情况是：\n公共查阅点：1处\n专职人员：2人\n兼职人员：3人\n4 收费\n检索费：0元\n复制费：18元\n减免：无",
        (
            "application.fees 0",
            "application.fees 18",
            "application.fees.waived zero",
            "resource.reading_points 1",
            "resource.staff.full_time 2",
            "resource.staff.part_time 3",
        ),
    ),
    (
        2015,
        "第四部分　依申请公开政府信息情况",
        "一、申请\n收到申请14宗，当面申请9宗，网上申请5宗。\n二、答复\n已办结13宗（含上年结转的2宗），结转2016年3宗。答复情况：\n"
        "同意公开：8宗\n不同意公开：3宗\n申请信息不存在：2宗\n第五部分　复议、诉讼和举报\n行政复议2宗，行政诉讼1宗，举报4宗。",
        (
            "application.carried_forward 3",
            "application.carried_over 2",
            "application.closed 13",
            "application.received 14",
            "application.received.in_person 9",
            "application.received.online 5",
            "application.replied.granted 8",
            "application.replied.not_exist 2",
            "application.replied.refused 3",
            "complaints 4",
            "litigation 1",
            "review 2",
        ),
    ),
    (
        2012,
        "3 依申请公开",
        "收到申请：7件\n当面：4件\n网上：3件\n传真：无\n已答复：7件\n同意公开：5件\n信息不存在：2件\n4 收费\n"
        "复制费：12元（24页）\n减免：无\n5 复议、诉讼、申诉\n行政复议：1件\n申诉：无",
        (
            "appeals zero",
            "application.fees 12",
            "application.fees.waived zero",
            "application.received 7",
            "application.received.fax zero",
            "application.received.in_person 4",
            "application.received.online 3",
            "application.replied 7",
            "application.replied.granted 5",
            "application.replied.not_exist 2",
            "review 1",
        ),
    ),
    (
        2012,
        "2 主动公开",
        "2.1 总数\n主动公开政府信息：118条\n2.2 类别\n机构概况：9\n人事任免：无\n其他：4\n2.3 服务\n"
        "接受政府信息公开咨询：210人次\n——现场：140\n——电话：70",
        (
            "proactive.items 118",
            "proactive.items.by_category[人事任免] zero",
            "proactive.items.by_category[其他] 4",
            "proactive.items.by_category[机构概况] 9",
            "response.consultations 210",
            "response.consultations.by_channel[现场] 140",
            "response.consultations.by_channel[电话] 70",
        ),
    ),
    (
        2011,
        "一、概述",
        "本年度各项工作平稳。\n㈠ 依申请公开情况。受理申请21件，已答复18件，另有3件按规定于2012年答复。\n"
        "㈡ 行政复议情况。收到行政复议2件，未被纠错。",
        (
            "application.carried_forward 3",
            "application.received 21",
            "application.replied 18",
            "review 2",
            "review.corrected zero",
        ),
    ),
    (
        2013,
        "第一部分　总体情况",
        "一年来平稳。\n第五部分  依申请公开  全年受理申请9件，其中信函6件、网上3件。\n第六部分  复议和诉讼  无。",
        (
            "application.received 9",
            "application.received.letter 6",
            "application.received.online 3",
            "litigation zero",
            "review zero",
        ),
    ),
)

TOLD_ON: tuple[Case, ...] = (
    (
        2016,
        "四、依申请公开",
        "58件申请全部办结。其中主动公开答复6件，同意公开答复50件，不予公开2件。",
        (
            "application.closed 58",
            "application.replied.already_public 6",
            "application.replied.granted 50",
            "application.replied.refused 2",
        ),
    ),
    (2018, "三、依申请公开情况", "全镇收到申请35件，其中农业办收到15件。农业办答复15件，经管站答复20件。", ("application.received 35",)),
    (2016, "四、依申请公开情况", "（三）收费情况：共收复印费陆元整。", ("application.fees 6",)),
    (
        2018,
        "四、依申请公开情况",
        "答复中，属主动公开范围25件，同意公开51件，申请内容不明确要求补正4件，其他2件。",
        (
            "application.replied.already_public 25",
            "application.replied.amendment_asked 4",
            "application.replied.granted 51",
            "application.replied.other 2",
        ),
    ),
    (
        2014,
        "三、依申请公开",
        "2014年新受理申请11件，办结10件，另1件因案情复杂延期至2015年答复。",
        ("application.carried_forward 1", "application.closed 10", "application.received 11"),
    ),
    (2014, "三、依申请公开", "公众通过网站查询信息3.2万次。", ()),
    (2017, "五、投诉举报", "未收到实名举报，收到匿名举报1件，经核查不属实。", ()),
    (
        2017,
        "四、行政复议和诉讼",
        "镇政府被提起行政诉讼6件，其中因征地补偿4件，因信息公开2件（1件驳回，1件撤诉）。",
        ("litigation 2", "litigation.upheld 1", "litigation.withdrawn 1"),
    ),
    (2017, "四、行政复议和诉讼", "作为被复议机关，收到政府信息公开类复议案件2件。", ("review 2",)),
    (
        2020,
        "三、收到和处理政府信息公开申请情况",
        "予以公开8件；无法提供5件，均为没有现成信息、需要另行制作；其他处理6件。上述办理结果共计19件。",
        (
            "application.outcome.granted 8",
            "application.outcome.other 6",
            "application.outcome.total 19",
            "application.outcome.unavailable.needs_making 5",
            "application.unavailable 5",
        ),
    ),
    (
        2014,
        "五、政府信息公开收费及减免情况",
        "本年度共收取检索费2元、复制费13.5元、邮寄费24元，共计39.5元，无减免。",
        ("application.fees 39.5", "application.fees.waived zero"),
    ),
    (
        2010,
        "五、咨询情况",
        "共接受咨询1200人次，其中电话900人次。没有收到网上咨询。",
        ("response.consultations 1200", "response.consultations.by_channel[电话] 900"),
    ),
    (
        2012,
        "三、依申请公开政府信息情况",
        "否决公开答复数3件，其中“属免予公开范围3”的1件，“信息不存在”的2件。",
        ("application.replied.not_exist 2", "application.replied.refused 3", "application.replied.refused.exempt_3 1"),
    ),
    (
        2019,
        "三、收到和处理政府信息公开申请情况",
        "不予公开1件（属于四类过程性信息），不予处理1件（重复申请）。",
        (
            "application.not_processed 1",
            "application.outcome.not_processed.repeated 1",
            "application.outcome.refused.process_information 1",
            "application.refused 1",
        ),
    ),
    (
        2012,
        "三、依申请公开政府信息情况",
        "全镇共受理申请29件。其中当面13件，网上16件。各站所均未收到申请。",
        (
            "application.received 29",
            "application.received.in_person 13",
            "application.received.online 16",
        ),
    ),
    (
        2012,
        "（一）申请情况",
        "收到书面申请37件（含网上31件、当面6件）；未收到传真和电子邮件申请。",
        (
            "application.received 37",
            "application.received.email zero",
            "application.received.fax zero",
            "application.received.in_person 6",
            "application.received.online 31",
        ),
    ),
    (2015, "四、依申请公开", "收到申请28件，其中镇农业办收到申请12件，办结11件。", ("application.received 28",)),
    (
        2018,
        "一、概述",
        "主动公开政府信息378条，受理依申请公开42件，较2017年分别增长8.5%和35.3%。",
        (
            "application.received 42",
            "application.yoy_rate 35.3",
            "proactive.items 378",
            "proactive.items.yoy_rate 8.5",
        ),
    ),
    (
        2018,
        "一、概述",
        "主动公开政府信息378条，其中网站200条，较2017年分别增长8.5%和35.3%。",
        (
            "proactive.items 378",
            "proactive.items.website 200",
        ),
    ),
    (
        2018,
        "四、复议情况",
        "政府信息公开行政复议14件，其中维持8件，撤销2件，申请人撤回3件，正在审理1件。",
        (
            "review 14",
            "review.corrected 2",
            "review.pending 1",
            "review.upheld 8",
            "review.withdrawn 3",
        ),
    ),
    (
        2018,
        "五、复议、诉讼情况",
        "行政诉讼（一审）9件，已审结7件：驳回5件、判令重新答复1件、撤诉1件；尚未审结2件。",
        (
            "litigation 9",
            "litigation.corrected 1",
            "litigation.pending 2",
            "litigation.upheld 5",
            "litigation.withdrawn 1",
        ),
    ),
    (
        2011,
        "三、依申请公开情况",
        "“不予公开”14件，其中因涉及个人隐私9件、商业秘密4件、国家秘密1件。",
        (
            "application.replied.refused 14",
            "application.replied.refused.privacy 9",
            "application.replied.refused.state_secret 1",
            "application.replied.refused.trade_secret 4",
        ),
    ),
    (
        2014,
        "三、依申请公开情况",
        "不同意公开6件。涉及国家秘密和危及“三安全一稳定”的均为零。",
        (
            "application.replied.refused 6",
            "application.replied.refused.public_security zero",
            "application.replied.refused.state_secret zero",
        ),
    ),
    (
        2016,
        "三、依申请公开情况",
        "收到申请9件。同意公开6件，不予公开3件，均涉及个人隐私。",
        (
            "application.received 9",
            "application.replied.granted 6",
            "application.replied.refused 3",
            "application.replied.refused.privacy 3",
        ),
    ),
    (
        2020,
        "三、收到和处理政府信息公开申请情况",
        "全年收到申请21件。本年度共办理申请20件：予以公开15件；不予公开5件（行政执法案卷3件、第三方不同意公开2件）。结转下年度1件。",
        (
            "application.carried_forward 1",
            "application.new 21",
            "application.outcome.granted 15",
            "application.outcome.refused.enforcement_files 3",
            "application.outcome.refused.third_party 2",
            "application.outcome.total 20",
            "application.refused 5",
        ),
    ),
    (
        2022,
        "（二）依申请公开情况",
        "收到申请9件，无上年结转和结转下年的申请。",
        (
            "application.carried_forward zero",
            "application.carried_over zero",
            "application.new 9",
        ),
    ),
    (
        2022,
        "（二）依申请公开情况",
        "收到申请28件，办理答复27件（含上年度结转2件），余3件转2023年办理。",
        (
            "application.carried_forward 3",
            "application.carried_over 2",
            "application.new 28",
            "application.outcome.total 27",
        ),
    ),
    (2022, "六、其他需要报告的事项", "信息处理费：全年按件计收2件，共收取400元。", ("application.information_handling_fee 400",)),
    (2022, "（三）政府信息管理", "全年制发公文142件，标注“主动公开”51件、“依申请公开”60件、“不予公开”31件。", ()),
    (2016, "七、复议情况", "申请人对不同意公开的1件不服，申请行政复议1件。", ("review 1",)),
    (
        2018,
        "一、概述",
        "公开信息378条，收到申请12件，分别下降2.1%、8.5%。",
        (
            "application.received 12",
            "proactive.items 378",
        ),
    ),
)

# One text under headings of every scheme.
SCHEMES: tuple[tuple[str, str, str], ...] = (
    ("【依申请公开】", "【复议诉讼】", "【收费】"),
    ("◆依申请公开", "◆复议诉讼", "◆收费情况"),
    ("三.依申请公开", "四.复议诉讼", "五.收费情况"),
    ("叁、依申请公开", "肆、复议诉讼", "伍、收费情况"),
    ("Ⅲ.依申请公开", "Ⅳ.复议诉讼", "Ⅴ.收费情况"),
    ("3）依申请公开", "4）复议诉讼", "5）收费情况"),
    ("三　依申请公开", "四　复议诉讼", "五　收费情况"),
    ("第三节 依申请公开", "第四节 复议诉讼", "第五节 收费情况"),
    ("第三章 依申请公开", "第四章 复议诉讼", "第五章 收费情况"),
    ("第三部分 依申请公开", "第四部分 复议诉讼", "第五部分 收费情况"),
)
