"""Sentences of invented reports where numbers and names stand apart: told in turn, for each, or for several together."""

from prose_clauses import APPEALS, CONSULTING, OVERVIEW, PROACTIVE, REQUESTS, RESOURCES, RESPONSE, Case

IN_TURN: tuple[Case, ...] = (
    (
        2016,
        PROACTIVE,
        "全年主动公开政府信息25条，其中机构职能、政策法规、工作动态类信息分别为12条、8条、5条。",
        (
            "proactive.items 25",
            "proactive.items.by_category[机构职能] 12",
            "proactive.items.by_category[政策法规] 8",
            "proactive.items.by_category[工作动态] 5",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "主动公开政府信息100条，其中政策法规类、工作动态类信息分别为28条、72条，分别占28%和72%。",
        (
            "proactive.items 100",
            "proactive.items.by_category[政策法规] 28",
            "proactive.items.by_category[工作动态] 72",
            "proactive.items.share_by_category[政策法规] 28",
            "proactive.items.share_by_category[工作动态] 72",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "主动公开政府信息50条，其中机构职能类10条、规划计划类40条，分别占20%和80%。",
        (
            "proactive.items 50",
            "proactive.items.by_category[机构职能] 10",
            "proactive.items.by_category[规划计划] 40",
            "proactive.items.share_by_category[机构职能] 20",
            "proactive.items.share_by_category[规划计划] 80",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "主动公开政府信息65条，政策法规、规划计划两类信息分别为12条和53条。",
        ("proactive.items 65", "proactive.items.by_category[政策法规] 12", "proactive.items.by_category[规划计划] 53"),
    ),
    (
        2016,
        PROACTIVE,
        "政策法规类、工作动态类、其他类信息分别占28%、12%和60%。",
        (
            "proactive.items.share_by_category[政策法规] 28",
            "proactive.items.share_by_category[工作动态] 12",
            "proactive.items.share_by_category[其他] 60",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "网站、微信、公告栏分别公开120条、80条、30条。",
        ("proactive.items.website 120", "proactive.items.wechat 80", "proactive.items.by_channel[公告栏] 30"),
    ),
    (2016, PROACTIVE, "在政府网站和政务微博分别发布信息230条和45条。", ("proactive.items.website 230", "proactive.items.weibo 45")),
    (
        2016,
        PROACTIVE,
        "我镇分别在县政府网站、微信公众号公开信息230条和45条。",
        ("proactive.items.website 230", "proactive.items.wechat 45"),
    ),
    (
        2016,
        PROACTIVE,
        "主动公开政府信息20条，分别为机构职能类12条、政策法规类8条。",
        ("proactive.items 20", "proactive.items.by_category[机构职能] 12", "proactive.items.by_category[政策法规] 8"),
    ),
    (
        2016,
        PROACTIVE,
        "主动公开政府信息39条，其中教育、卫生、民政领域信息分别为12条、13条、14条。",
        (
            "proactive.items 39",
            "proactive.items.by_field[教育] 12",
            "proactive.items.by_field[卫生] 13",
            "proactive.items.by_field[民政] 14",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "政务公开栏、村务公开栏分别更新12次、36次。",
        ("proactive.items.by_channel[政务公开栏] 12", "proactive.items.by_channel[村务公开栏] 36"),
    ),
    (
        2016,
        RESPONSE,
        "主要负责同志参加在线访谈、新闻发布会分别为1次、2次。",
        ("response.online_interviews.led 1", "response.press_conferences.led 2"),
    ),
    (2015, PROACTIVE, "2014年、2015年分别公开政府信息60条、85条。", ("proactive.items 60 @prior_year", "proactive.items 85")),
    (
        2016,
        REQUESTS,
        "收到申请9件，其中网络申请、信函申请分别为5件和4件。",
        ("application.received 9", "application.received.online 5", "application.received.letter 4"),
    ),
    (
        2021,
        REQUESTS,
        "予以公开、部分公开、不予公开分别为12件、3件、1件。",
        ("application.outcome.granted 12", "application.outcome.partly_granted 3", "application.refused 1"),
    ),
    (2016, APPEALS, "全年行政复议和行政诉讼案件分别为3件、1件。", ("review 3", "litigation 1")),
    (
        2016,
        CONSULTING,
        "接受群众咨询150人次，其中电话、现场咨询分别为120人次、30人次。",
        ("response.consultations 150", "response.consultations.by_channel[电话] 120", "response.consultations.by_channel[现场] 30"),
    ),
    (
        2016,
        CONSULTING,
        "电话咨询、现场咨询分别为120人次、30人次。",
        ("response.consultations.by_channel[电话] 120", "response.consultations.by_channel[现场] 30"),
    ),
    (
        2016,
        RESOURCES,
        "全县信息公开专职人员、兼职人员分别为12人、35人。",
        ("resource.staff.full_time 12", "resource.staff.part_time 35"),
    ),
)

FOR_EACH: tuple[Case, ...] = (
    (
        2016,
        PROACTIVE,
        "主动公开政府信息92条，其中网站、公示栏各46条。",
        ("proactive.items 92", "proactive.items.website 46", "proactive.items.by_channel[公示栏] 46"),
    ),
    # The same pieces of information to both.
    (2016, PROACTIVE, "向县档案馆、图书馆报送政府信息各46条。", ("proactive.archive_deliveries 46",)),
    (
        2016,
        PROACTIVE,
        "主动公开政府信息40条，其中政策法规类、工作动态类各20条。",
        ("proactive.items 40", "proactive.items.by_category[政策法规] 20", "proactive.items.by_category[工作动态] 20"),
    ),
    (2016, PROACTIVE, "微博、微信各发布信息30条。", ("proactive.items.weibo 30", "proactive.items.wechat 30")),
    (2016, RESOURCES, "我局有两名工作人员，其中专职与兼职人员各一人。", ("resource.staff.full_time 1", "resource.staff.part_time 1")),
    (2016, REQUESTS, "当面申请、网络申请各3件。", ("application.received.in_person 3", "application.received.online 3")),
    # 均已撤销 says what became of all, but prints no number of its own.
    (2016, APPEALS, "全年受理行政复议案件2件，均已撤销。", ("review 2",)),
    (2016, APPEALS, "行政诉讼案件5件，其中3件已撤回，2件不予立案。", ("litigation 5", "litigation.withdrawn 3")),
)

TOGETHER: tuple[Case, ...] = (
    (2016, APPEALS, "行政复议0件，行政诉讼2件，两项合计2件。", ("review 0", "litigation 2")),
    (2016, APPEALS, "行政复议、行政诉讼案件均为0件。", ("review 0", "litigation 0")),
    (2021, REQUESTS, "予以公开、部分公开共12件。", ("application.granted_or_partly 12",)),
    (2021, APPEALS, "共办理相关案件74件，其中行政复议61件，行政诉讼13件。", ("review 61", "litigation 13")),
    (2016, RESOURCES, "我局有信息公开专兼职人员共5名。", ("resource.staff 5",)),
    (2016, RESOURCES, "配备信息公开专职、兼职工作人员共5名。", ("resource.staff 5",)),
)

NOBODYS: tuple[tuple[int, str, str], ...] = (
    # Not one number for each name.
    (2016, PROACTIVE, "网站、微信、公告栏分别公开120条、80条。"),
    (2016, PROACTIVE, "其中政策法规类和财政信息类分别为20条、30条、40条。"),
    (2016, PROACTIVE, "政策法规类、规划计划类分别公开12条。"),
    (2016, PROACTIVE, "分别为120条、80条。"),
    (2016, PROACTIVE, "同比分别增长12%和20%。"),
    (2016, PROACTIVE, "微博粉丝、抖音粉丝分别为1200人、3000人。"),
    (2016, OVERVIEW, "植树、修路分别为12亩、20公里。"),
    (2016, PROACTIVE, "镇、村两级公开栏分别公开信息40条、120条。"),
    (2016, PROACTIVE, "教育局、卫生局分别公开信息12条、13条。"),
    # So many for each of those that nobody counted.
    (2016, PROACTIVE, "各科室、各村各公开信息10条。"),
    (2016, PROACTIVE, "其中党政办、便民中心各10条。"),
    (2016, PROACTIVE, "向县发改局、财政局报送政府信息各46条。"),
    # One number for two things.
    (2016, APPEALS, "行政复议和行政诉讼两项合计5件。"),
    (2016, APPEALS, "行政复议、行政诉讼、申诉共计6件。"),
    (2016, APPEALS, "共发生行政复议、行政诉讼案件4件。"),
    (2016, REQUESTS, "收到当面申请和网络申请共7件。"),
    (2021, REQUESTS, "新收和上年结转申请共15件。"),
    (2021, REQUESTS, "不予公开和无法提供共3件。"),
    (2016, RESPONSE, "新闻发布会、在线访谈共8次。"),
    (2016, "四、建议提案办理情况", "承办人大代表建议、政协提案共12件。"),
)
