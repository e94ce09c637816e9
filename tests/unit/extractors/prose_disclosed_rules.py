"""The examples that rules on information disclosed (extractors/prose/disclosure) read, in the order in which the rules are asked."""

from prose_clauses import PROACTIVE, Case

# A passage that is one item would be taken for a list.
_OPENED = "今年各项工作扎实推进。"
RULES: tuple[Case, ...] = (
    (
        2016,
        PROACTIVE,
        "公开信息90条，其中宣传栏60条，简报30条。",
        ("proactive.items 90", "proactive.items.by_channel[宣传栏] 60", "proactive.items.by_channel[简报] 30"),
    ),
    (
        2016,
        PROACTIVE,
        "主动公开信息85条，其中政策文件类55条，余下30条发布在县政府网站。",
        ("proactive.items 85", "proactive.items.by_category[政策文件] 55", "proactive.items.website 30"),
    ),
    (
        2016,
        PROACTIVE,
        "主动公开信息85条，其中政策文件类55条，其余30条均为工作动态类。",
        ("proactive.items 85", "proactive.items.by_category[政策文件] 55", "proactive.items.by_category[工作动态] 30"),
    ),
    (2016, PROACTIVE, "涉及民生方面的信息18条。", ("proactive.items.by_category[民生] 18",)),
    (2016, PROACTIVE, "从公开目录看，“工作动态”栏目公开64条。", ("proactive.items.by_catalogue[工作动态] 64",)),
    (2016, "三、重点领域信息公开", "教育领域信息24条。", ("proactive.items.by_field[教育] 24",)),
    (2016, PROACTIVE, "机构职能类公开12条。", ("proactive.items.by_category[机构职能] 12",)),
    (2016, PROACTIVE, "环境保护信息公开30条。", ("proactive.items.by_category[环境保护] 30",)),
    (
        2016,
        PROACTIVE,
        "党务公开12条，政务公开30条。",
        ("proactive.items.by_category[党务公开] 12", "proactive.items.by_category[政务公开] 30"),
    ),
    (2016, PROACTIVE, "发布微博320条、微信公众号文章215篇。", ("proactive.items.weibo 320", "proactive.items.wechat 215")),
    (2016, PROACTIVE, "“政策法规”栏目发布8条。", ("proactive.items.by_category[政策法规] 8",)),
    (
        2016,
        PROACTIVE,
        "网站公开60条，微信30条，其他5条。",
        ("proactive.items.website 60", "proactive.items.wechat 30", "proactive.items.other_channel 5"),
    ),
    (2016, PROACTIVE, "依托政府网站，公开信息40条。", ("proactive.items.website 40",)),
    (2016, PROACTIVE, "微信公众号1个，全年推送318条。", ("proactive.items.wechat 318",)),
    (2016, PROACTIVE, "在环境保护领域，公开信息24条。", ("proactive.items.by_field[环境保护] 24",)),
    (2016, PROACTIVE, "环境保护领域公开信息24条。", ("proactive.items.by_field[环境保护] 24",)),
    (2016, PROACTIVE, "在县政府网站公开信息40条。", ("proactive.items.website 40",)),
    (2016, PROACTIVE, "政府信息公开目录公开信息40条。", ("proactive.items 40",)),
    (2016, PROACTIVE, "微信公众号推送文章120篇。", ("proactive.items.wechat 120",)),
    (2016, PROACTIVE, "在显示屏播放政策信息30条。", ("proactive.items.by_channel[显示屏] 30",)),
    (
        2016,
        "三、公开渠道",
        "其中：网站30条，村级群聊12条。",
        ("proactive.items.website 30", "proactive.items.by_channel[村级群聊] 12"),
    ),
    (2016, PROACTIVE, "全年更新276条，其中机构职能12条。", ("proactive.items 276", "proactive.items.by_category[机构职能] 12")),
    (
        2016,
        PROACTIVE,
        _OPENED + "民政领域信息12条，政策解读类信息14条。",
        ("proactive.items.by_field[民政] 12", "proactive.items.by_category[政策解读] 14"),
    ),
    (2016, PROACTIVE, "公布抽检信息15期，行政处罚信息61条。", ("proactive.items.by_category[行政处罚] 61",)),
    (2016, PROACTIVE, _OPENED + "网站35条。", ("proactive.items.website 35",)),
    (2016, PROACTIVE, "教育领域。公开招生简章12条。", ("proactive.items.by_field[教育] 12",)),
    (2016, PROACTIVE, _OPENED + "公开政务、财务信息204条。", ("proactive.items 204",)),
    (2016, PROACTIVE, _OPENED + "全乡共公开计生、低保、惠农等信息101条。", ("proactive.items 101",)),
    (2016, PROACTIVE, "安全生产领域公开事故调查报告4份。", ("proactive.items.by_field[安全生产] 4",)),
    (2016, PROACTIVE, _OPENED + "更新网站信息156条。", ("proactive.items.website 156",)),
    (2016, PROACTIVE, "机构职能类。公开领导简介、内设机构等信息14条。", ("proactive.items.by_category[机构职能] 14",)),
    (2016, PROACTIVE, _OPENED + "公开财政预决算信息12条。", ("proactive.items.by_category[财政预决算] 12",)),
)
RULES_NOTHING: tuple[tuple[int, str, str], ...] = (
    (2016, PROACTIVE, "8个社区公开栏共更新96次。"),
    (2016, PROACTIVE, "14个村公开信息420条。"),
    (2016, PROACTIVE, "收到意见建议12条。"),
    (2016, PROACTIVE, "公开审批事项45项。"),
    (2016, PROACTIVE, "出台的4件制度已公开。"),
    (2016, PROACTIVE, "各乡镇公开信息9120条。"),
    (2016, PROACTIVE, "在网站公示许可、处罚等信息40条。"),
    (2016, PROACTIVE, _OPENED + "电子屏公开药品价格、服务价格2600项。"),
    (2016, PROACTIVE, _OPENED + "微博、微信共发布气象信息1420条。"),
)
