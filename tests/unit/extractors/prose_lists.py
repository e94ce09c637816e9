"""Lists that words open, and what else names what a number in them counts; labelled before they were read."""

from prose_clauses import APPEALS, CONSULTING, OVERVIEW, PROACTIVE, REQUESTS, RESOURCES, WORK, Case

FIELDS = "（二）推进重点领域信息公开"
PROPOSALS = "五、建议提案办理结果公开情况"

LISTS: tuple[Case, ...] = (
    (
        2015,
        PROPOSALS,
        "全年办理人大代表建议7件，政协提案9件。按内容分，农业水利3件，产业发展13件。",
        (
            "proposal.deputy_suggestions 7",
            "proposal.cppcc 9",
            "proposal.by_subject[农业水利] 3",
            "proposal.by_subject[产业发展] 13",
        ),
    ),
    (
        2015,
        REQUESTS,
        "收到申请14件，按申请方式分，当面提交11件，以网络形式提交3件。",
        ("application.received 14", "application.received.in_person 11", "application.received.online 3"),
    ),
    (
        2015,
        PROACTIVE,
        "在政府信息公开目录中，公开应急管理信息2条，机构概况栏目公开信息6条。",
        ("proactive.items.by_catalogue[应急管理] 2", "proactive.items.by_catalogue[机构概况] 6"),
    ),
    (
        2015,
        FIELDS,
        "重点领域信息公开方面，公开医疗卫生信息9条，环境保护方面公开信息4条，公开征地拆迁领域信息3条。",
        (
            "proactive.items.by_field[医疗卫生] 9",
            "proactive.items.by_field[环境保护] 4",
            "proactive.items.by_field[征地拆迁] 3",
        ),
    ),
    (
        2015,
        PROACTIVE,
        "信息类别主要包括：会议纪要信息3条，村务公开信息8条，政策解读信息5条，公开公告公示信息2条。",
        (
            "proactive.items.by_category[会议纪要] 3",
            "proactive.items.by_category[村务公开] 8",
            "proactive.items.by_category[政策解读] 5",
            "proactive.items.by_category[公告公示] 2",
        ),
    ),
    (
        2015,
        PROACTIVE,
        "1、政策解读：16条；\n\n2、计划总结：7条；",
        ("proactive.items.by_category[政策解读] 16", "proactive.items.by_category[计划总结] 7"),
    ),
    (
        2015,
        PROACTIVE,
        "全年产生政府信息57条，属于主动公开的47条，属于依申请公开的9条，属于不予公开的1条。",
        (
            "proactive.information_produced 57",
            "proactive.items 47",
            "proactive.information_on_request 9",
            "proactive.information_withheld 1",
        ),
    ),
    (
        2015,
        PROACTIVE,
        "其中，网站公开26条，横幅标语公开信息3条，在便民服务热线公开2条，利用宣传手册公开信息44条。",
        (
            "proactive.items.website 26",
            "proactive.items.by_channel[横幅标语] 3",
            "proactive.items.by_channel[便民服务热线] 2",
            "proactive.items.by_channel[宣传手册] 44",
        ),
    ),
    (
        2015,
        PROACTIVE,
        "2015年主动公开政府信息45条，累计主动公开469条。",
        ("proactive.items 45", "proactive.items 469 @cumulative"),
    ),
    (
        2015,
        PROACTIVE,
        "本年度主动公开政府信息121条，自《条例》施行以来累计公开494条。",
        ("proactive.items 121", "proactive.items 494 @cumulative"),
    ),
    (
        2015,
        PROACTIVE,
        "与上年相比，主动公开政府信息数增加42条，增长86%。",
        ("proactive.items.yoy_change 42", "proactive.items.yoy_rate 86"),
    ),
    (2015, PROACTIVE, "主动公开数同比下降8%。", ("proactive.items.yoy_rate -8",)),
    (2015, PROACTIVE, "较上年多公开133条。", ("proactive.items.yoy_change 133",)),
    (2015, PROACTIVE, "经审核后主动公开的政府信息共93条。", ("proactive.items 93",)),
    (2015, REQUESTS, "2015年，我局收到书面申请公开政府信息4件。", ("application.received 4",)),
    (
        2015,
        CONSULTING,
        "接听咨询电话350余人次，现场接待92人次。",
        ("response.consultations.by_channel[电话] >=350", "response.consultations.by_channel[现场] 92"),
    ),
    (
        2015,
        RESOURCES,
        "我镇明确分管领导两名，兼职人员4名，从事信息公开工作。",
        ("resource.staff.managers 2", "resource.staff.part_time 4"),
    ),
    (2015, WORK, "年内五次召开政府信息公开专题会议，研究解决工作中的问题。", ("training.meetings 5",)),
    (
        2015,
        WORK,
        "举办政府信息公开培训班4次，共130余人次参加。",
        ("training.courses 4", "training.attendees >=130"),
    ),
    (2015, PROACTIVE, "全年编发信息简报73期，完成调研报告9篇。", ("proactive.bulletins 73", "proactive.research_reports 9")),
    (2015, OVERVIEW, "开通政务微博、微信等新媒体账号2个。", ("platform.new_media_accounts 2",)),
    (
        2015,
        PROACTIVE,
        "按内容分，政策法规类20条，第三方评估22.5分，占12.5%，人事任免类4条，占2.5%。",
        (
            "proactive.items.by_category[政策法规] 20",
            "proactive.items.by_category[人事任免] 4",
            "proactive.items.share_by_category[人事任免] 2.5",
        ),
    ),
)

# The same words about other matters, or where nobody can tell.
LISTS_NOTHING: tuple[tuple[int, str, str], ...] = (
    (2015, WORK, "悬挂横幅标语43条，发放宣传手册600份。"),
    (2015, FIELDS, "重点领域信息公开方面，公开教育、养老和托育信息各9条。"),
    (2015, WORK, "全年村务公开检查18次，涉及党务公开事项77项。"),
    (2015, WORK, "年内五次召开安全生产专题会议。"),
    (2015, OVERVIEW, "较上年多公开庭审3次。"),
    (2015, APPEALS, "接待信访群众31批491人次。"),
    (2015, WORK, "举办农机培训班4次，共130余人次参加。"),
)
