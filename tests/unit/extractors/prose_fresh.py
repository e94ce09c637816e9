"""Sentences that fresh passages led to: what is told of others, of parts of parts, by several at once."""

from prose_clauses import Case

FRESH: tuple[Case, ...] = (
    (
        2017,
        "五、行政复议和行政诉讼",
        "全年办理行政复议案件9件，行政诉讼4件，其中涉及信息公开的行政复议2件、行政诉讼1件。",
        ("litigation 1", "review 2"),
    ),
    (2017, "五、行政复议和行政诉讼", "本年被申请行政复议18件，其中征地类12件、处罚类5件、信息公开类1件。", ("review 1",)),
    (
        2017,
        "五、行政复议和行政诉讼",
        "行政诉讼案件6件，其中信息公开类2件，均判决驳回原告诉讼请求。",
        ("litigation 2", "litigation.upheld 2"),
    ),
    (
        2017,
        "五、行政复议和行政诉讼",
        "因信息公开申请行政复议3件，其中维持2件，撤回1件；因信息公开引发行政诉讼1件。",
        ("litigation 1", "review 3", "review.upheld 2", "review.withdrawn 1"),
    ),
    (2017, "五、行政复议和行政诉讼", "发生行政复议3件，与政府信息公开有关。", ("review 3",)),
    (2017, "五、行政复议和行政诉讼", "收到政府信息公开行政复议案件5件，行政诉讼案件2件。", ("litigation 2", "review 5")),
    (2012, "二、主动公开情况", "县政府网站全年发布信息3200条，其中我镇上报95条。", ("proactive.items.website 95",)),
    (2012, "二、主动公开情况", "全县各乡镇共公开政府信息12.6万条，我乡公开305条。", ("proactive.items 305",)),
    (2022, "三、收到和处理政府信息公开申请情况", "市政府本级收到申请20件，各县区收到申请118件。", ("application.new 20",)),
    (
        2022,
        "三、收到和处理政府信息公开申请情况",
        "收到申请22件，其中自然人20件、法律服务机构2件。自然人提出的申请中，予以公开13件，无法提供7件；法律服务机构的申请均予以公开。",
        (
            "application.new 22",
            "application.new[法律服务机构] 2",
            "application.new[自然人] 20",
            "application.outcome.granted[自然人] 13",
            "application.unavailable[自然人] 7",
        ),
    ),
    (
        2022,
        "三、收到和处理政府信息公开申请情况",
        "新收申请22件。商业企业申请中，不予公开2件。",
        ("application.new 22", "application.refused[商业企业] 2"),
    ),
    (
        2022,
        "三、收到和处理政府信息公开申请情况",
        "新收申请22件，其中自然人18件，商业企业3件，其他1件。予以公开20件，其他处理2件。",
        (
            "application.new 22",
            "application.new[其他] 1",
            "application.new[商业企业] 3",
            "application.new[自然人] 18",
            "application.outcome.granted 20",
            "application.outcome.other 2",
        ),
    ),
    (2013, "三、依申请公开情况", "全年未收到书面申请，通过网络收到申请3件，均已答复。", ("application.received.online 3",)),
    (
        2013,
        "三、依申请公开情况",
        "未收到当面申请，收到信函申请1件、网上申请2件。",
        ("application.received.letter 1", "application.received.online 2"),
    ),
    (2013, "三、依申请公开情况", "未收到书面申请。", ("application.received zero",)),
    (
        2020,
        "三、收到和处理政府信息公开申请情况",
        "收到申请31件，较上年收到的申请减少7件。",
        ("application.new 31", "application.yoy_change -7"),
    ),
    (
        2013,
        "二、主动公开情况",
        "公开信息160条（其中网站110条（其中县网站90条，局网站20条），公示栏50条）。",
        ("proactive.items 160", "proactive.items.by_channel[公示栏] 50", "proactive.items.website 110"),
    ),
    (
        2013,
        "二、主动公开情况",
        "公开信息160条，其中政策类30条（其中规范性文件8条、政策解读22条），财政类20条，其他110条。",
        (
            "proactive.items 160",
            "proactive.items.by_category[其他] 110",
            "proactive.items.by_category[政策] 30",
            "proactive.items.by_category[财政] 20",
        ),
    ),
    (
        2013,
        "二、主动公开情况",
        "公开信息160条，其中网站110条（其中机构信息20条、财政信息90条），公示栏50条。",
        (
            "proactive.items 160",
            "proactive.items.by_category[机构信息] 20",
            "proactive.items.by_category[财政信息] 90",
            "proactive.items.by_channel[公示栏] 50",
            "proactive.items.website 110",
        ),
    ),
    (2013, "四、收费及减免情况", "为困难群众减免检索费、复印费共320元。", ("application.fees.waived 320",)),
    (2013, "四、收费及减免情况", "减免申请人复制费用86元。", ("application.fees.waived 86",)),
    (
        2013,
        "三、回应",
        "县长信箱收到来信60件，办结58件；12345热线受理工单300件，办结290件。",
        ("response.messages_answered 58", "response.messages_received 60"),
    ),
    (2013, "六、机构", "专职人员不足，仅有1名兼职人员负责政务公开。", ("resource.staff.part_time 1",)),
    (2013, "三、依申请公开情况", "受理群众来信30件，收到来信申请2件。", ("application.received.letter 2",)),
    (
        2013,
        "三、依申请公开情况",
        "全年收到申请6件，其中来信申请4件、网上申请2件。",
        ("application.received 6", "application.received.letter 4", "application.received.online 2"),
    ),
    (2021, "一、总体情况", "制定规范性文件3件，均主动公开；印发政策文件12件，主动公开9件。", ("proactive.normative_documents.issued 3",)),
    (
        2021,
        "一、总体情况",
        "出台规范性文件5件，公开5件，废止2件。",
        ("proactive.normative_documents.disclosed 5", "proactive.normative_documents.issued 5", "proactive.normative_documents.repealed 2"),
    ),
    (2013, "四、收费及减免情况", "为困难群众减免检索费、复印费共320元。", ("application.fees.waived 320",)),
    (2013, "四、收费及减免情况", "公证处减免公证费2.6万元，政府信息公开减免费用120元。", ("application.fees.waived 120",)),
)

FRESH_NOTHING: tuple[tuple[int, str, str], ...] = (
    (2022, "三、收到和处理政府信息公开申请情况", "各县区收到申请118件，各自办理。"),
    (2016, "六、存在的问题", "专职人员不足，全年14个科室仅有1名兼职人员熟悉业务。"),
    (2016, "六、机构、人员情况", "8个科室1名兼职人员。"),
    (2022, "一、总体情况", "印发政策文件12件，主动公开9件。"),
)
