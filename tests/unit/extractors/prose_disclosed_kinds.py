"""Kinds and ways told in lists: by turns, behind their number, from the beginning of a sentence, over parts of the year."""

from prose_clauses import Case

KINDS: tuple[Case, ...] = (
    (
        2016,
        "二、主动公开政府信息的情况",
        "我办事处全年公开信息64条，按类别分：机构概况3、政策文件12、工作动态49。",
        (
            "proactive.items 64",
            "proactive.items.by_category[工作动态] 49",
            "proactive.items.by_category[政策文件] 12",
            "proactive.items.by_category[机构概况] 3",
        ),
    ),
    (
        2014,
        "二、主动公开政府信息的情况",
        "年内，共采集、审核、发布88条信息，其中水文公告12条、防汛简讯76条。",
        ("proactive.items 88", "proactive.items.by_category[水文公告] 12", "proactive.items.by_category[防汛简讯] 76"),
    ),
    (
        2013,
        "二、主动公开政府信息的情况",
        "公开的政务信息共五大类77条：班子分工5条；办事流程12条；补贴公示60条。",
        (
            "proactive.category_count 5",
            "proactive.items 77",
            "proactive.items.by_category[办事流程] 12",
            "proactive.items.by_category[班子分工] 5",
            "proactive.items.by_category[补贴公示] 60",
        ),
    ),
    (
        2015,
        "二、主动公开政府信息的情况",
        "全年公开信息54条。从内容上看，畜牧兽医20条，占37%；其余34条为综合政务信息，占63%。",
        (
            "proactive.items 54",
            "proactive.items.by_category[畜牧兽医] 20",
            "proactive.items.by_category[综合政务] 34",
            "proactive.items.share_by_category[畜牧兽医] 37",
            "proactive.items.share_by_category[综合政务] 63",
        ),
    ),
    (
        2019,
        "二、主动公开政府信息的情况",
        "公开社会救助、危房改造、农机补贴信息依次为18条、7条、40条，占总数的比重分别为27.7%、10.8%和61.5%。",
        (
            "proactive.items.by_category[农机补贴] 40",
            "proactive.items.by_category[危房改造] 7",
            "proactive.items.by_category[社会救助] 18",
            "proactive.items.share_by_category[农机补贴] 61.5",
            "proactive.items.share_by_category[危房改造] 10.8",
            "proactive.items.share_by_category[社会救助] 27.7",
        ),
    ),
    (
        2018,
        "二、主动公开政府信息的情况",
        "公开义务教育、食品安全、征地补偿等领域信息分别9条、31条、6条。",
        ("proactive.items.by_field[义务教育] 9", "proactive.items.by_field[征地补偿] 6", "proactive.items.by_field[食品安全] 31"),
    ),
    (
        2020,
        "二、主动公开政府信息的情况",
        "公开内容涵盖就业、社保、人才三个方面，数量依次为51条、30条、12条。",
        ("proactive.items.by_category[人才] 12", "proactive.items.by_category[就业] 51", "proactive.items.by_category[社保] 30"),
    ),
    (
        2018,
        "三、公开渠道建设",
        "开通“云上桂影”微信公众号和微博，全年发布信息分别为320条和75条。",
        ("proactive.items.wechat 320", "proactive.items.weibo 75"),
    ),
    (
        2017,
        "（二）公开形式",
        "（1）网站。镇政府网页公开41条。\n（2）其他方式。通过广播、橱窗等公开26条。",
        ("proactive.items.by_channel[广播、橱窗等] 26", "proactive.items.website 41"),
    ),
    (
        2019,
        "二、主动公开政府信息的情况",
        "我局利用门户网站、办事大厅显示屏、微信公众号等渠道公开信息共190条，其中网站120条，显示屏28条，公众号42条。",
        ("proactive.items 190", "proactive.items.by_channel[显示屏] 28", "proactive.items.website 120", "proactive.items.wechat 42"),
    ),
    (
        2021,
        "（四）平台建设",
        "我单位未建网站，所有信息均在县政府网站公开，全年75条，其中通知公告栏目20条、双公示栏目55条。",
        ("proactive.items.by_category[双公示] 55", "proactive.items.by_category[通知公告] 20", "proactive.items.website 75"),
    ),
    (
        2016,
        "二、公开平台",
        "区政府信息公开专栏中，“政策解读”栏目发布6条，“行政执法”栏目14条。",
        ("proactive.items.by_category[政策解读] 6", "proactive.items.by_category[行政执法] 14"),
    ),
    (
        2012,
        "二、主动公开政府信息的情况",
        "设置政务公开栏6块，公开信息84条次；印发明白卡2000份。",
        ("proactive.items.by_channel[政务公开栏] 84", "resource.notice_boards 6"),
    ),
    (
        2020,
        "二、主动公开政府信息的情况",
        "通过县政府网站公开政府信息140条，较上年的125条增加15条。",
        ("proactive.items.website 125 @prior_year", "proactive.items.website 140", "proactive.items.yoy_change 15"),
    ),
    (
        2014,
        "二、主动公开政府信息的情况",
        "领导简介7条、民生保障22条、项目建设41条、其他5条，合计75条。",
        (
            "proactive.items 75",
            "proactive.items.by_category[其他] 5",
            "proactive.items.by_category[民生保障] 22",
            "proactive.items.by_category[项目建设] 41",
            "proactive.items.by_category[领导简介] 7",
        ),
    ),
    (
        2015,
        "一、主动公开政府信息的情况",
        "本年度共110条，其中网站80条，微信30条，比上年多12条。",
        ("proactive.items 110", "proactive.items.website 80", "proactive.items.wechat 30", "proactive.items.yoy_change 12"),
    ),
    (
        2011,
        "二、主动公开政府信息的情况",
        "截至2011年底，累计2140条，其中2011年新增365条。",
        ("proactive.items 2140 @cumulative", "proactive.items 365"),
    ),
    (
        2016,
        "二、主动公开政府信息的情况",
        "1—6月，在县政府网站公开信息33条，7—12月公开21条，全年合计54条。",
        ("proactive.items.website 21 @part_year", "proactive.items.website 33 @part_year", "proactive.items.website 54"),
    ),
    (
        2013,
        "二、主动公开政府信息的情况",
        "（一）公开内容\n1.组织机构类。公开领导简介、内设科室等信息18条。\n2.民生保障类。公开低保、医保等信息52条。",
        ("proactive.items.by_category[民生保障] 52", "proactive.items.by_category[组织机构] 18"),
    ),
    (
        2022,
        "（四）平台建设",
        "县政府门户网站设专题9个，页面访问量30.2万次，更新信息5230条。",
        ("platform.website_visits 302000", "proactive.items.website 5230"),
    ),
    (
        2015,
        "二、主动公开政府信息的情况",
        "在支队网站公布便民信息37条，在《松醪晚报》刊登启事4则。",
        ("proactive.items.by_category[便民信息] 37", "proactive.items.by_channel[《松醪晚报》] 4"),
    ),
    (2019, "二、主动公开政府信息的情况", "公开规章1件；各乡镇公开信息共9120条。", ("proactive.rules.newly_disclosed 1",)),
    (2012, "二、主动公开政府信息的情况", "全年主动公开政府信息共6200条，其中各乡镇公开4100条。", ("proactive.items 6200",)),
)

KINDS_NOTHING: tuple[tuple[int, str, str], ...] = (
    (2016, "二、主动公开政府信息的情况", "推出便民举措12条，发出倡议书300份，刊发报道12篇。"),
    (2016, "二、主动公开政府信息的情况", "收到意见15条，采纳9条，答复15条。"),
    (2016, "二、主动公开政府信息的情况", "被市电视台采用稿件31篇。"),
    (2018, "三、公开渠道建设", "通过短信平台向农户发送气象短信3.2万条，印发明白纸6000份。"),
    (2016, "二、主动公开政府信息的情况", "“双随机、一公开”抽查120次。"),
    (2017, "二、主动公开政府信息的情况", "其中图片信息30条，视频信息5条。"),
    (2021, "（四）平台建设", "全年更新信息260条。"),
)
