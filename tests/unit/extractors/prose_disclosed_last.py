"""Sentences on ways of publishing and what else they count: accounts, followers and visits, papers, things handed out."""

from prose_clauses import OVERVIEW, PROACTIVE, WORK, Case

FORMS = "（二）公开渠道"
PLAT = "（四）平台建设"

LAST: tuple[Case, ...] = (
    (
        2022,
        PLAT,
        "运维政务新媒体账号3个，其中微信公众号1个、微博1个、抖音号1个，全年分别发布信息482条、367条、58条。",
        (
            "platform.new_media_accounts 3",
            "proactive.items.by_channel[抖音号] 58",
            "proactive.items.wechat 482",
            "proactive.items.weibo 367",
        ),
    ),
    (
        2019,
        OVERVIEW,
        "镇微信公众号“清溪发布”关注人数8640人，全年推送图文184篇，累计阅读23万次。",
        ("platform.wechat_followers 8640", "proactive.items.wechat 184"),
    ),
    (
        2018,
        OVERVIEW,
        "官方微博发博文1905条，粉丝12.7万；官方微信推送信息365期共980条；今日头条号发稿二百三十篇。",
        ("proactive.items.by_channel[今日头条号] 230", "proactive.items.wechat 980", "proactive.items.weibo 1905"),
    ),
    (
        2022,
        OVERVIEW,
        "“清溪教育”微信公众号粉丝量达18.2万，全年推文486篇；视频号发布作品63个，总播放量约210万次。",
        ("platform.wechat_followers 182000", "proactive.items.by_channel[视频号] 63", "proactive.items.wechat 486"),
    ),
    (2022, PLAT, "“清溪发布”公众号累计关注1.2万人，本年度编发图文消息268条。", ("proactive.items.wechat 268",)),
    (2022, PLAT, "微信公众号推送图文420期、1260篇，阅读量36万次。", ("proactive.items.wechat 1260",)),
    (2017, PROACTIVE, "全年发微博320条、微信公众号文章215篇。", ("proactive.items.wechat 215", "proactive.items.weibo 320")),
    (
        2013,
        FORMS,
        "二是发挥公示栏、电子屏作用，分别公开信息43条和109条。",
        ("proactive.items.by_channel[公示栏] 43", "proactive.items.by_channel[电子屏] 109"),
    ),
    (
        2014,
        FORMS,
        "各部门、乡镇通过政务微博、微信分别公开信息2350条和1780条。",
        ("proactive.items.wechat 1780", "proactive.items.weibo 2350"),
    ),
    (
        2017,
        PROACTIVE,
        "通过网站、微信等公开信息110条，公开栏公开信息57条。",
        ("proactive.items.by_channel[公开栏] 57", "proactive.items.by_channel[网站、微信等] 110"),
    ),
    (2013, FORMS, "2、公开栏。利用镇政府及12个村的公开栏张贴信息156条。", ("proactive.items.by_channel[公开栏] 156",)),
    (
        2010,
        PROACTIVE,
        "通过县政府网站公开70条，县电视台公开5条，《清溪报》公开3条。",
        ("proactive.items.by_channel[《清溪报》] 3", "proactive.items.by_channel[县电视台] 5", "proactive.items.website 70"),
    ),
    (2010, FORMS, "1.互联网。在区政府信息公开专栏公开政府信息55条。", ("proactive.items.website 55",)),
    (
        2009,
        PROACTIVE,
        "本局2009年主动公开政府信息件数为97件，到2009年底累计共主动公开163件。",
        ("proactive.items 163 @cumulative", "proactive.items 97"),
    ),
    (
        2011,
        PROACTIVE,
        "2011年共主动公开政府信息95条，其中新增的行政规范性文件2条。历年累计公开信息367条。",
        ("proactive.items 367 @cumulative", "proactive.items 95", "proactive.normative_documents.added 2"),
    ),
    (2018, PROACTIVE, "在县政府门户网站公开信息95条，与上年持平。", ("proactive.items.website 95", "proactive.items.yoy_change zero")),
    (
        2017,
        PROACTIVE,
        "今年以来，我局主动公开信息402条。其中，1至6月187条，7至12月215条。",
        ("proactive.items 187 @part_year", "proactive.items 215 @part_year", "proactive.items 402"),
    ),
    (
        2018,
        OVERVIEW,
        "共主动公开政府信息39.6万条，通过政府公报公开318条。共收到申请2417件，同比增长18.3%，办结2386件。",
        (
            "application.closed 2386",
            "application.received 2417",
            "application.yoy_rate 18.3",
            "proactive.items 396000",
            "proactive.items.gazette 318",
        ),
    ),
    (
        2020,
        PROACTIVE,
        "本年新制作规范性文件1件，新公开1件，对外公开总数9件。行政许可事项上一年项目数量22项，本年减少3项。",
        (
            "proactive.licensing.change -3",
            "proactive.licensing.items_last_year 22",
            "proactive.normative_documents.disclosed_total 9",
            "proactive.normative_documents.made 1",
            "proactive.normative_documents.newly_disclosed 1",
        ),
    ),
    (
        2012,
        PROACTIVE,
        "本局公开的信息分为6大类、共71条，分别是：机构职能4条，法规文件15条，业务工作52条。",
        (
            "proactive.category_count 6",
            "proactive.items 71",
            "proactive.items.by_category[业务工作] 52",
            "proactive.items.by_category[机构职能] 4",
            "proactive.items.by_category[法规文件] 15",
        ),
    ),
    (
        2012,
        PROACTIVE,
        "公开审计结果公告18篇、部门预决算信息2条、人事任免信息6条，其余141条均为工作动态类信息。",
        (
            "proactive.items.by_category[人事任免] 6",
            "proactive.items.by_category[审计结果公告] 18",
            "proactive.items.by_category[工作动态] 141",
            "proactive.items.by_category[部门预决算] 2",
        ),
    ),
    (
        2012,
        PROACTIVE,
        "社会救助领域公开32条，养老服务领域公开5条，公共法律服务领域没有公开内容。",
        (
            "proactive.items.by_field[公共法律服务] zero",
            "proactive.items.by_field[养老服务] 5",
            "proactive.items.by_field[社会救助] 32",
        ),
    ),
    (
        2020,
        OVERVIEW,
        "通过县政府信息公开平台公开信息87条，政务微信未发布信息。",
        ("proactive.items.website 87", "proactive.items.wechat zero"),
    ),
)

LAST_NOTHING: tuple[tuple[int, str, str], ...] = (
    (2016, WORK, "在《人民日报》发表文章4篇。"),
    (2016, FORMS, "8个社区公开栏共更新96次。"),
    (2016, FORMS, "三是手机短信公开。向种养大户发送农事短信3.2万条次。"),
    (2016, FORMS, "微博、微信共发布气象服务信息1420条，网站访问总人次突破30万。"),
    (2016, OVERVIEW, "开展政务公开日活动1次，发放宣传页500份，摆放宣传折页120份。"),
    (2022, PLAT, "微信公众号关注人数2.3万，回复留言126条。"),
    (2022, PLAT, "微信公众号1个，发布政策解读12篇。"),
    (2022, PLAT, "个别栏目长期未更新内容。"),
)
