"""A last list, labelled before it was read: longer passages of invented reports."""

from prose_clauses import APPEALS, FEES, OVERVIEW, PROACTIVE, REQUESTS, RESOURCES, WORK, Case

LAST: tuple[Case, ...] = (
    (2013, APPEALS, "受理行政复议案件3件，其中2件已撤回。", ("review 3", "review.withdrawn 2")),
    (2013, APPEALS, "行政诉讼案件2件，撤诉1件。", ("litigation 2", "litigation.withdrawn 1")),
    (
        2022,
        PROACTIVE,
        "作出行政处罚决定35件，开设政务新媒体账号3个。",
        ("proactive.penalties.decisions 35", "platform.new_media_accounts 3"),
    ),
    (
        2013,
        PROACTIVE,
        "2013年，我县共主动公开政府信息8620条，其中县政府门户网站公开6200条，各乡镇公开栏公开2420条。政府公报编发6期。",
        (
            "proactive.items 8620",
            "proactive.items.website 6200",
            "proactive.items.by_channel[各乡镇公开栏] 2420",
            "proactive.gazette_issues 6",
        ),
    ),
    (
        2013,
        PROACTIVE,
        "（一）主动公开政府信息的数量\n\n本年度主动公开政府信息126条，与去年相比增加21条。\n\n（二）主动公开的主要类别\n\n政策法规类18条，占14.3%；\n\n规划计划类8条，占6.3%；\n\n工作动态类100条，占79.4%。",
        (
            "proactive.items 126",
            "proactive.items.yoy_change 21",
            "proactive.items.by_category[政策法规] 18",
            "proactive.items.share_by_category[政策法规] 14.3",
            "proactive.items.by_category[规划计划] 8",
            "proactive.items.share_by_category[规划计划] 6.3",
            "proactive.items.by_category[工作动态] 100",
            "proactive.items.share_by_category[工作动态] 79.4",
        ),
    ),
    (
        2013,
        REQUESTS,
        "2013年，我区收到政府信息公开申请34件，比上年减少6件。其中，当面申请10件，网上申请24件。在答复的34件中，同意公开30件，信息不存在4件。",
        (
            "application.received 34",
            "application.yoy_change -6",
            "application.received.in_person 10",
            "application.received.online 24",
            "application.replied 34",
            "application.replied.granted 30",
            "application.replied.not_exist 4",
        ),
    ),
    (2013, FEES, "2013年，我区对依申请公开政府信息未收取任何费用。", ("application.fees zero",)),
    (2013, APPEALS, "2013年，共发生政府信息公开行政复议4件，行政诉讼1件，未发生行政申诉。", ("review 4", "litigation 1", "appeals zero")),
    (
        2013,
        RESOURCES,
        "全镇配备专职工作人员12名，兼职工作人员85名，设立政府信息查阅点18个。全年召开政府信息公开工作会议4次，举办培训班3期，培训人员260人次。",
        (
            "resource.staff.full_time 12",
            "resource.staff.part_time 85",
            "resource.reading_points 18",
            "training.meetings 4",
            "training.courses 3",
            "training.attendees 260",
        ),
    ),
    (
        2023,
        OVERVIEW,
        "2023年，通过政府网站主动公开信息2310条，政务新媒体发布信息1045条；办理依申请公开12件，同比增长20%。",
        ("proactive.items.website 2310", "proactive.items.by_channel[政务新媒体] 1045", "application.new 12", "application.yoy_rate 20"),
    ),
    (
        2023,
        REQUESTS,
        "2023年度新收申请21件，上年结转2件，予以公开9件，不予公开3件，无法提供7件，不予处理1件，结转下年3件。",
        (
            "application.new 21",
            "application.carried_over 2",
            "application.outcome.granted 9",
            "application.refused 3",
            "application.unavailable 7",
            "application.not_processed 1",
            "application.carried_forward 3",
        ),
    ),
    (2023, APPEALS, "全年未发生因政府信息公开引起的行政复议和行政诉讼。", ("review zero", "litigation zero")),
    (
        2013,
        WORK,
        "一年来，我局在市级以上媒体刊发稿件86篇，举办大型宣传活动5场，接受群众咨询2600人次，发放资料1.2万份。",
        ("response.consultations 2600",),
    ),
)
LAST_NOTHING: tuple[tuple[int, str, str], ...] = (
    (2013, WORK, "全年完成招商引资项目18个，到位资金5.6亿元；新增城镇就业1200人，农村劳动力转移培训800人次。"),
    (2013, OVERVIEW, "对照公开目录，梳理行政职权256项，其中行政许可32项、行政处罚180项、行政强制12项。"),
    (2013, OVERVIEW, "设立举报箱12个，聘请监督员20名，开展督查4次，通报批评单位3个。"),
    (2013, REQUESTS, "公民、法人可通过信函、传真、电子邮件等方式提出申请，我局在15日内答复。"),
)
