"""The last list of sentences of invented reports, labelled before they were read."""

from prose_clauses import APPEALS, CONSULTING, FEES, OVERVIEW, PROACTIVE, REQUESTS, RESOURCES, RESPONSE, WORK, Case

UNSEEN: tuple[Case, ...] = (
    (2014, PROACTIVE, "2014年全年，我局在门户网站上共发布各类政务信息1206条。", ("proactive.items.website 1206",)),
    (
        2014,
        PROACTIVE,
        "本年度我单位主动公开政府信息总数为45条，其中公文类12条，工作信息类33条。",
        ("proactive.items 45", "proactive.items.by_category[公文] 12", "proactive.items.by_category[工作信息] 33"),
    ),
    (2014, PROACTIVE, "共整理、录入、发布政府信息167条。", ("proactive.items 167",)),
    (
        2014,
        PROACTIVE,
        "截至2014年12月31日，全镇累计主动公开政府信息1055条，其中2014年主动公开201条。",
        ("proactive.items 1055 @cumulative", "proactive.items 201"),
    ),
    (
        2014,
        PROACTIVE,
        "其中，办事指南25条，占16%；公告公示131条，占84%。",
        (
            "proactive.items.by_category[办事指南] 25",
            "proactive.items.share_by_category[办事指南] 16",
            "proactive.items.by_category[公告公示] 131",
            "proactive.items.share_by_category[公告公示] 84",
        ),
    ),
    (2014, PROACTIVE, "我办通过微信公众号发布信息九十余条。", ("proactive.items.wechat >=90",)),
    (2014, PROACTIVE, "利用电子显示屏公开信息33次。", ("proactive.items.by_channel[电子显示屏] 33",)),
    (2014, PROACTIVE, "主动公开政府信息数与去年持平，为210条。", ("proactive.items 210",)),
    (2014, PROACTIVE, "全文电子化率为98.5%。", ("proactive.fulltext_rate 98.5",)),
    (2014, REQUESTS, "2014年度，我局未接到公民、法人或其他组织依申请公开政府信息的申请。", ("application.received zero",)),
    (
        2014,
        REQUESTS,
        "全年共收到依申请公开政府信息申请11件，其中通过网络提交8件，当面提交3件，均已按时答复。",
        ("application.received 11", "application.received.online 8", "application.received.in_person 3"),
    ),
    (2014, REQUESTS, "本年度无依申请公开事项。", ("application.received zero",)),
    (
        2014,
        REQUESTS,
        "共受理申请公开政府信息2件，属于已主动公开范围1件，不属于本机关公开范围1件。",
        ("application.received 2", "application.replied.already_public 1", "application.replied.not_this_agency 1"),
    ),
    (2014, FEES, "2014年，本机关没有向申请人收取任何费用。", ("application.fees zero",)),
    (2014, FEES, "未向公民、法人和其他组织收取政府信息公开费用。", ("application.fees zero",)),
    (2014, APPEALS, "2014年未出现因政府信息公开引发的行政复议和行政诉讼案件。", ("review zero", "litigation zero")),
    (2014, APPEALS, "2014年，我局没有被申请行政复议，没有被提起行政诉讼。", ("review zero", "litigation zero")),
    (2014, APPEALS, "因政府信息公开发生行政复议1件，结果维持。", ("review 1", "review.upheld 1")),
    (2014, CONSULTING, "全年接待来人来电咨询1100人次。", ("response.consultations 1100",)),
    (
        2014,
        RESOURCES,
        "目前我局从事政府信息公开工作的专职人员2名、兼职人员6名。",
        ("resource.staff.full_time 2", "resource.staff.part_time 6"),
    ),
    (2014, RESOURCES, "全年组织政府信息公开工作培训3次，参训人员85人次。", ("training.courses 3", "training.attendees 85")),
    (2014, RESPONSE, "举办新闻发布会1次，开展网上访谈4次。", ("response.press_conferences 1", "response.online_interviews 4")),
    (
        2021,
        REQUESTS,
        "本年度共收到政府信息公开申请15件，上年结转1件，办结14件，结转下年度2件。",
        ("application.new 15", "application.carried_over 1", "application.outcome.total 14", "application.carried_forward 2"),
    ),
    (
        2021,
        REQUESTS,
        "全年办理依申请公开8件，其中予以公开5件、部分公开1件、无法提供2件。",
        ("application.new 8", "application.outcome.granted 5", "application.outcome.partly_granted 1", "application.unavailable 2"),
    ),
    (
        2021,
        OVERVIEW,
        "全年主动公开政府信息560条，未收到政府信息公开申请，未发生行政复议、行政诉讼。",
        ("proactive.items 560", "application.new zero", "review zero", "litigation zero"),
    ),
    (2014, WORK, "领导高度重视，专门召开政务公开工作会议2次，安排部署工作。", ("training.meetings 2",)),
)

UNSEEN_NOTHING: tuple[tuple[int, str, str], ...] = (
    (2014, WORK, "发放便民服务卡5000张，为民代办事项230件。"),
    (2014, WORK, "公开选拔干部6名，公开招聘教师12人。"),
    (2014, WORK, "受理行政审批事项1230件，办结率100%。"),
    (2014, OVERVIEW, "镇便民服务中心设窗口8个，入驻单位6家。"),
    (2014, OVERVIEW, "信息公开领导小组成员由9人组成。"),
    (2014, REQUESTS, "自收到申请之日起15个工作日内予以答复，经同意可延长15个工作日。"),
    (2014, PROACTIVE, "公开内容更新不超过20个工作日，做到五个统一。"),
    (2014, APPEALS, "全年接待上访群众32批，未发生越级上访。"),
    (2014, FEES, "严格执行收费标准，每页收取0.5元。"),
    (2014, RESPONSE, "走访群众300户，收集民情120条。"),
)
