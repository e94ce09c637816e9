"""Whose figure a number is, and nouns that stand behind it: sentences labelled before they were read.

The reports of test_prose.py are a township's, 望舒县桂影镇.
"""

from prose_clauses import APPEALS, CONSULTING, OVERVIEW, PROACTIVE, REQUESTS, RESOURCES, RESPONSE, WORK, Case

NEW_REQUESTS = "三、收到和处理政府信息公开申请情况"
NEW_APPEALS = "四、政府信息公开行政复议、行政诉讼情况"
NEW_PROACTIVE = "二、主动公开政府信息情况"

ORDER: tuple[Case, ...] = (
    # The noun behind the number.
    (
        2016,
        REQUESTS,
        "收到的7份申请中，当面递交2份，其余5份都从网上申请系统提交。",
        (
            "application.received 7",
            "application.received.in_person 2",
            "application.received.online 5",
        ),
    ),
    (2021, OVERVIEW, "全年印发的3件规范性文件均已公开。", ("proactive.normative_documents.issued 3",)),
    (
        2016,
        REQUESTS,
        "共答复申请9件，其中7份准予公开，剩余2份告知不予公开。",
        (
            "application.replied 9",
            "application.replied.granted 7",
            "application.replied.refused 2",
        ),
    ),
    # The section of the regulation of 2019 says what is counted.
    (
        2021,
        NEW_REQUESTS,
        "决定不予公开的6件，无法提供的11件，不予处理的2件，其他处理1件。",
        (
            "application.refused 6",
            "application.unavailable 11",
            "application.not_processed 2",
            "application.outcome.other 1",
        ),
    ),
    (
        2021,
        NEW_REQUESTS,
        "本年收进的新申请共31件，另有2020年未办结转来的4件，余下3件留待2022年办理。",
        (
            "application.new 31",
            "application.carried_over 4",
            "application.carried_forward 3",
        ),
    ),
    # Whose cases they are.
    (
        2021,
        NEW_APPEALS,
        "未经复议直接起诉4件，复议后起诉3件，其中尚未审结共2件。",
        (
            "litigation.direct 4",
            "litigation.after_review 3",
            "litigation.pending 2",
        ),
    ),
    (
        2021,
        NEW_APPEALS,
        "行政复议5件，责令重新答复1件，按其他方式结案2件，年底未审结的2件。",
        (
            "review 5",
            "review.corrected 1",
            "review.other 2",
            "review.pending 2",
        ),
    ),
    # Zeros behind their names.
    (2016, APPEALS, "无论行政复议还是行政诉讼，我镇全年均为零记录。", ("review zero", "litigation zero")),
    (2016, APPEALS, "行政复议和行政诉讼一起也没有发生。", ("review zero", "litigation zero")),
    (
        2021,
        NEW_PROACTIVE,
        "全年作出行政许可26件、行政处罚4件、行政强制1件。",
        (
            "proactive.licensing.decisions 26",
            "proactive.penalties.decisions 4",
            "proactive.compulsion.decisions 1",
        ),
    ),
    # Ways, and what is left.
    (
        2016,
        PROACTIVE,
        "主动公开政府信息90条，其中村务公示栏张贴30条，余下60条另行汇编成册。",
        (
            "proactive.items 90",
            "proactive.items.by_channel[村务公示栏] 30",
        ),
    ),
    (2016, PROACTIVE, "借助《桂影报》《望舒快讯》等报刊刊登信息14条。", ("proactive.items.by_channel[报刊] 14",)),
    (2016, PROACTIVE, "“桂影之声”微信公众号推出图文210余篇。", ("proactive.items.wechat >=210",)),
    (2016, PROACTIVE, "我镇主动向社会公开的信息突破1200条。", ("proactive.items >=1200",)),
    (2016, RESPONSE, "发布解读材料9篇，文字解读6篇、图表解读3篇。", ("response.policy_interpretations 9",)),
    (2016, PROACTIVE, "编发《桂影政务简报》18期。", ("proactive.bulletins[桂影政务简报] 18",)),
    (
        2016,
        RESOURCES,
        "从事信息公开的有6人，其中1人是专职，其余5人均为兼职。",
        (
            "resource.staff.full_time 1",
            "resource.staff.part_time 5",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "涉及民生救助的公开信息21条，涉及工程建设的34条。",
        ("proactive.items.by_category[民生救助] 21", "proactive.items.by_category[工程建设] 34"),
    ),
    (
        2016,
        PROACTIVE,
        "主动公开政府信息90条，其中公示栏张贴30条，其余60条发布在县政府网站桂影镇子站。",
        ("proactive.items 90", "proactive.items.by_channel[公示栏] 30", "proactive.items.website 60"),
    ),
    (2016, PROACTIVE, "全年挂网信息95条。", ("proactive.items.website 95",)),
    (
        2016,
        CONSULTING,
        "便民窗口当面答疑204人次，电话里释疑560余人次。",
        ("response.consultations.by_channel[便民窗口] 204", "response.consultations.by_channel[电话] >=560"),
    ),
    (2021, NEW_REQUESTS, "本年度既无新增申请，也无上年结转申请。", ("application.new zero", "application.carried_over zero")),
    (2021, NEW_APPEALS, "复议7件，5件维持，2件纠正。", ("review 7", "review.upheld 5", "review.corrected 2")),
    (
        2016,
        APPEALS,
        "法院受理此类案件6件，驳回原告诉请4件，判令履行答复职责1件，原告撤诉1件。",
        ("litigation.upheld 4", "litigation.corrected 1", "litigation.withdrawn 1"),
    ),
    # A body above the township is named, then the township again.
    (2016, PROACTIVE, "全县主动公开政府信息5210条，我镇主动公开政府信息88条。", ("proactive.items 88",)),
    (2016, PROACTIVE, "在全县率先开通公众号，全年主动公开政府信息88条。", ("proactive.items 88",)),
    (2016, PROACTIVE, "县政府门户网站公开信息72条。", ("proactive.items.website 72",)),
)

# Figures of others, and nouns behind a number that are no figure of the rules.
ORDER_NOTHING: tuple[tuple[int, str, str], ...] = (
    (2016, REQUESTS, "据县政府办公室通报，2016年全县受理信息公开申请218件，被提起行政复议9件、行政诉讼4件。"),
    (2016, PROACTIVE, "2016年，全市主动公开政府信息52000条，全省主动公开政府信息310000条。"),
    (2021, OVERVIEW, "市司法局2021年共办理政府信息公开申请77件，印发规范性文件5件。"),
    (2016, PROACTIVE, "我镇当年出台的4件制度全部上墙。"),
    (2016, WORK, "政务服务中心、文化站各辟出一个信息查阅点。"),
    (2016, WORK, "一年来，全镇3人均为兼职网格员。"),
    (2016, OVERVIEW, "人均公共绿地面积突破12平方米，绿化造林突破300亩。"),
    (2016, OVERVIEW, "法院受理民事案件6起，原告撤诉1起。"),
    (2016, APPEALS, "因土地纠纷，责令重新处理1件。"),
    (2021, OVERVIEW, "商标续展申请多了3件，重复提交2件。"),
    (2016, WORK, "教师为学生答疑204人次，网上答疑30人次。"),
    (2016, PROACTIVE, "主动公开制度挂在墙上3处，宣传画贴在村口12张。"),
    (2016, WORK, "涉及土地纠纷的信访件21件。"),
    (2016, REQUESTS, "指导群众填写信息公开申请表5份，配备网络设备5件。"),
    (2016, WORK, "心理咨询答疑20人次。"),
    (2016, PROACTIVE, "推出便民措施12条，发出倡议书300份，推出系列报道12篇。"),
    (2021, NEW_REQUESTS, "新申请专利3件，重复提交材料8份。"),
    (2016, PROACTIVE, "如有疑问，请来信，邮编\n：000000。"),
)
