"""Sentences of whole reports on what an office does besides: the form of 2019 told, accounts and visits, courses, staff and money.

Lives here: wordings that whole reports showed, each with near ones that say something else. Elsewhere: their sections and lines
(prose_sections.py).
"""

from prose_clauses import Case

REPORTS_WORK: tuple[Case, ...] = (
    (
        2019,
        "二、主动公开政府信息情况",
        "行政处罚上年共有612项，今年减少18项，作出处罚决定95件；行政强制去年36项，本年无变化，作出强制决定2件。",
        (
            "proactive.compulsion.change zero",
            "proactive.compulsion.decisions 2",
            "proactive.compulsion.items_last_year 36",
            "proactive.penalties.change -18",
            "proactive.penalties.decisions 95",
            "proactive.penalties.items_last_year 612",
        ),
    ),
    (
        2020,
        "二、主动公开政府信息情况",
        "行政许可：上一年项目数量12项，本年增/减-2项，处理决定数量356件。行政事业性收费项目上年9项，本年减少1项。",
        (
            "proactive.fees.change -1",
            "proactive.fees.items_last_year 9",
            "proactive.licensing.change -2",
            "proactive.licensing.decisions 356",
            "proactive.licensing.items_last_year 12",
        ),
    ),
    (
        2020,
        "二、主动公开政府信息情况",
        "对外公开规范性文件总数63件，其中本年新制作7件，新公开8件；规章2件。",
        (
            "proactive.normative_documents.disclosed_total 63",
            "proactive.normative_documents.made 7",
            "proactive.normative_documents.newly_disclosed 8",
            "proactive.rules.disclosed_total 2",
        ),
    ),
    (2019, "二、主动公开政府信息情况", "2019年我镇未制作规范性文件。", ("proactive.normative_documents.made zero",)),
    (
        2023,
        "一、总体情况",
        "现行有效规章30件、行政规范性文件612件。",
        ("proactive.normative_documents.in_force 612", "proactive.rules.in_force 30"),
    ),
    (
        2022,
        "（四）平台建设",
        "微博粉丝3.6万，“桂影”微信公众号推送120条，年末关注人数2.1万。",
        ("platform.wechat_followers 21000", "proactive.items.wechat 120"),
    ),
    (2022, "（四）平台建设", "“桂影家园”微信公众号粉丝数由年初的3100人增加到4,260人。", ("platform.wechat_followers 4260",)),
    (
        2022,
        "（四）平台建设",
        "镇网站设9个一级栏目，全年访问量6.8万人次。关停“清风桂影”微博1个，保留微信公众号1个。",
        ("platform.new_media_accounts 1", "platform.new_media_closed 1", "platform.website_visits 68000"),
    ),
    (
        2012,
        "五、培训",
        "党委会、镇长办公会专题研究政务公开4次，对各村信息员集中轮训2次，共86人次。",
        ("training.attendees 86", "training.courses 2", "training.meetings 4"),
    ),
    (
        2018,
        "六、机构、人员与经费",
        "设专门机构6个，专职人员8人，兼职人员19人，共27人，安排专项经费5万元。",
        (
            "resource.dedicated_units 6",
            "resource.funds 5",
            "resource.staff 27",
            "resource.staff.full_time 8",
            "resource.staff.part_time 19",
        ),
    ),
    (
        2011,
        "二、主动公开",
        "主动公开政府信息632条，全文电子化率达99.1%；截至2011年底，累计主动公开政府信息3817条，全文电子化率98.2%。",
        (
            "proactive.fulltext_rate 98.2 @cumulative",
            "proactive.fulltext_rate 99.1",
            "proactive.items 3817 @cumulative",
            "proactive.items 632",
        ),
    ),
    (2013, "四、咨询", "开通“12316”三农热线，解答农民咨询3200余人次。", ("response.consultations.by_channel[“12316”三农热线] >=3200",)),
    (
        2020,
        "二、主动公开政府信息情况",
        "规章：本年新制作0件，新公开0件，对外公开总数1件；政府集中采购：项目数量4个，采购总金额56.8万元。",
        (
            "proactive.procurement.amount 56.8",
            "proactive.procurement.projects 4",
            "proactive.rules.disclosed_total 1",
            "proactive.rules.made 0",
            "proactive.rules.newly_disclosed 0",
        ),
    ),
    (
        2014,
        "（一）政府网站",
        "镇政府网站总访问量累计达到26万人次，其中本年度新增访问量5.3万人次。",
        ("platform.website_visits 53000",),
    ),
    (
        2022,
        "二、主动公开政府信息情况",
        "行政规范性文件：本年制发件数2件，本年废止件数1件，现行有效件数11件。行政事业性收费：本年收费金额1,286.5万元。",
        (
            "proactive.fees.amount 1286.5",
            "proactive.normative_documents.in_force 11",
            "proactive.normative_documents.issued 2",
            "proactive.normative_documents.repealed 1",
        ),
    ),
    (2010, "一、概述", "全年镇政府信息公开办公室共召开工作会议4次。", ("training.meetings 4",)),
    # Lines stand under the words that lead to them; a line of its own goes on with none before it.
    (
        2010,
        "1 概述",
        "党政办为政府信息公开工作机构，基本情况是：\n工作机构：1个\n分管领导：1人\n兼职人员：3人\n公共查阅点：1处（一楼大厅，面积20平方米，电脑2台）\n"
        "召开专题会议：2次\n培训：1期，24人次",
        (
            "resource.dedicated_units 1",
            "resource.reading_points 1",
            "resource.staff.managers 1",
            "resource.staff.part_time 3",
            "training.attendees 24",
            "training.courses 1",
            "training.meetings 2",
        ),
    ),
    (2010, "1 概述", "全镇基本情况是：\n专业户：36户\n技能培训：4期，210人次", ()),
    (2014, "六、提案", "办理人大代表建议36件。其中县人大代表建议20件。", ("proposal.deputy_suggestions 36",)),
    (2024, "（五）监督保障", "1名干部专职、2名干部兼职负责政务公开。", ("resource.staff.full_time 1", "resource.staff.part_time 2")),
    (2024, "（五）监督保障", "参加县上培训2次，自办培训1次，32人参加。", ("training.attendees 32", "training.courses 1")),
    (
        2021,
        "一、总体情况",
        "全年发布58篇政策解读，其中文字解读31篇；镇长信箱收到网民留言74条，公开答复71条。",
        ("response.messages_answered 71", "response.messages_received 74", "response.policy_interpretations 58"),
    ),
    (
        2018,
        "三、互动",
        "网上征求《桂影镇集镇停车管理办法》意见1次，就供水价格组织听证2场；接受媒体采访41人次。",
        ("response.hearings 2", "response.media_interviews 41", "response.public_consultations 1"),
    ),
)

REPORTS_WORK_NOTHING: tuple[tuple[int, str, str], ...] = (
    (2019, "二、主动公开政府信息情况", "许可事项进驻率100%，上年办件量1.2万件，本年增加3000件。"),
    (2015, "三、平台", "新浪微博“桂影”粉丝3.1万人。"),
    (2022, "四、平台", "网站注册用户2.1万人，微信小程序用户8600人。"),
    (2020, "四、平台", "保留微信公众号2个、头条号1个。"),
    (2016, "一、概述", "抽调8名工作人员参加专项整治，抽调3名干部负责拆迁。"),
    (2016, "一、概述", "镇党委会专题研究脱贫攻坚工作12次。"),
    (2018, "三、互动", "受理行政处罚听证申请3件，组织信访听证5场，告知听证权利21件。"),
)
