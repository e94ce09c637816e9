"""Information disclosed by ways and kinds, in sentences and lists; labelled before the rules that read them."""

from prose_clauses import OVERVIEW, PROACTIVE, Case

FORMS = "（二）公开形式"
CONTENT = "（一）公开内容"
FIELDS = "（二）重点领域信息公开情况"

WAYS: tuple[Case, ...] = (
    (
        2012,
        FORMS,
        "1、网站公开201；2、公开栏公开34；3、信息查阅点公开5",
        ("proactive.items.website 201", "proactive.items.by_channel[公开栏] 34", "proactive.items.by_channel[信息查阅点] 5"),
    ),
    (
        2014,
        FORMS,
        "其中，网站45条、公开栏31条、会议8条。",
        ("proactive.items.website 45", "proactive.items.by_channel[公开栏] 31", "proactive.items.by_channel[会议] 8"),
    ),
    (
        2014,
        FORMS,
        "利用村村通广播播发15条，利用LED显示屏滚动播放政策信息30多条。",
        ("proactive.items.by_channel[村村通广播] 15", "proactive.items.by_channel[LED显示屏] >=30"),
    ),
    (
        2018,
        FORMS,
        "街道运维微信公众号1个，全年推送318条，阅读量12.6万次；抖音号发布短视频44条。",
        ("proactive.items.wechat 318", "proactive.items.by_channel[抖音号] 44"),
    ),
    (
        2014,
        OVERVIEW,
        "局门户网站总访问量突破100万人次，发布信息860条。",
        ("platform.website_visits >=1000000", "proactive.items.website 860"),
    ),
    (
        2020,
        OVERVIEW,
        "县政府门户网站完成改版，新设专栏6个，全年发布信息12403条；官方微博发布5216条，微信发布3908条。",
        ("proactive.items.website 12403", "proactive.items.weibo 5216", "proactive.items.wechat 3908"),
    ),
    (2011, FORMS, "本镇没有开通政务微博，未通过微博公开信息。", ("proactive.items.weibo zero",)),
    (
        2015,
        FORMS,
        "政府网站公开132条，政务微信公开41条，通过新闻媒体、宣传册等其他方式公开19条，三项合计192条。",
        ("proactive.items.website 132", "proactive.items.wechat 41", "proactive.items.other_channel 19", "proactive.items 192"),
    ),
    (2008, FORMS, "其中，网上公开61条，公告栏公开22条。", ("proactive.items.by_channel[网上] 61", "proactive.items.by_channel[公告栏] 22")),
    (2018, FORMS, "“桂影发布”公众号全年推文156篇。", ("proactive.items.wechat 156",)),
    (
        2018,
        FORMS,
        "在《望舒日报》刊登政务信息23篇，在县电视台播出专题节目12条。",
        ("proactive.items.by_channel[《望舒日报》] 23", "proactive.items.by_channel[县电视台] 12"),
    ),
    (
        2018,
        FORMS,
        "今日头条号发布图文32篇，抖音号发布短视频66条。",
        ("proactive.items.by_channel[今日头条号] 32", "proactive.items.by_channel[抖音号] 66"),
    ),
    (2018, FORMS, "政府门户网站公开信息量320条；微信公众号推送量210条。", ("proactive.items.website 320", "proactive.items.wechat 210")),
    (
        2018,
        FORMS,
        "网站、微信、微博分别公开信息120条、80条、34条。",
        ("proactive.items.website 120", "proactive.items.wechat 80", "proactive.items.weibo 34"),
    ),
    (2018, FORMS, "微信公众号累计发布信息800条，关注人数5.6万人。", ("platform.wechat_followers 56000", "proactive.items.wechat 800")),
    (2018, FORMS, "其他方式公开政府信息30条。", ("proactive.items.other_channel 30",)),
    (
        2018,
        FORMS,
        "一是政府网站。全年公开政府信息126条。二是公开栏。张贴各类公示48条。",
        ("proactive.items.website 126", "proactive.items.by_channel[公开栏] 48"),
    ),
    (
        2018,
        FORMS,
        "（一）政府网站公开信息：126条\n\n（二）政务微博公开信息：0条\n\n（三）政务微信公开信息：52条",
        ("proactive.items.website 126", "proactive.items.weibo 0", "proactive.items.wechat 52"),
    ),
    (
        2018,
        PROACTIVE,
        "全年公开政府信息215条，其中通过县政府网站公开的有160条，通过镇公众号公开的有55条。",
        ("proactive.items 215", "proactive.items.website 160", "proactive.items.wechat 55"),
    ),
    (
        2018,
        PROACTIVE,
        "全年公开政府信息215条，其中160条在县政府网站公开，55条在镇公示栏公开。",
        ("proactive.items 215", "proactive.items.website 160", "proactive.items.by_channel[镇公示栏] 55"),
    ),
    (
        2018,
        PROACTIVE,
        "全年公开政府信息215条（网站160条、微信55条）。",
        ("proactive.items 215", "proactive.items.website 160", "proactive.items.wechat 55"),
    ),
    (2018, FORMS, "通过新浪微博发布信息200条，其中原创150条。", ("proactive.items.weibo 200",)),
    (
        2021,
        OVERVIEW,
        "在县政府网站政府信息公开专栏发布信息97条，在“桂影在线”微信公众号发布信息320条。",
        ("proactive.items.website 97", "proactive.items.wechat 320"),
    ),
    (
        2021,
        OVERVIEW,
        "依托区政府门户网站，主动公开信息402条；依托政务新媒体，发布信息610条。",
        ("proactive.items.website 402", "proactive.items.by_channel[政务新媒体] 610"),
    ),
)

KINDS: tuple[Case, ...] = (
    (
        2016,
        PROACTIVE,
        "全年公开信息分四大类，共96条：（1）乡镇概况2条；（2）领导信息7条；（3）党建工作30条；（4）其他57条。",
        (
            "proactive.category_count 4",
            "proactive.items 96",
            "proactive.items.by_category[乡镇概况] 2",
            "proactive.items.by_category[领导信息] 7",
            "proactive.items.by_category[党建工作] 30",
            "proactive.items.by_category[其他] 57",
        ),
    ),
    (
        2009,
        PROACTIVE,
        "概况类10条占12.5%、计划总结类20条占25%、工作动态类50条占62.5%",
        (
            "proactive.items.by_category[概况] 10",
            "proactive.items.share_by_category[概况] 12.5",
            "proactive.items.by_category[计划总结] 20",
            "proactive.items.share_by_category[计划总结] 25",
            "proactive.items.by_category[工作动态] 50",
            "proactive.items.share_by_category[工作动态] 62.5",
        ),
    ),
    (
        2010,
        CONTENT,
        "计划生育40条\n低保五保26条\n粮食直补14条\n财务收支12条",
        (
            "proactive.items.by_category[计划生育] 40",
            "proactive.items.by_category[低保五保] 26",
            "proactive.items.by_category[粮食直补] 14",
            "proactive.items.by_category[财务收支] 12",
        ),
    ),
    (
        2012,
        PROACTIVE,
        "2012年公开的133条信息中，机构职能类信息占0.8%、业务动态类信息占96.2%、行政职责类信息占3%。",
        (
            "proactive.items 133",
            "proactive.items.share_by_category[机构职能] 0.8",
            "proactive.items.share_by_category[业务动态] 96.2",
            "proactive.items.share_by_category[行政职责] 3",
        ),
    ),
    (
        2012,
        PROACTIVE,
        "在公开的信息中，概述性信息占12%，执法信息占70%，其余占18%。",
        (
            "proactive.items.share_by_category[概述性] 12",
            "proactive.items.share_by_category[执法] 70",
            "proactive.items.share_by_category[其余] 18",
        ),
    ),
    (
        2015,
        PROACTIVE,
        "其中，低保信息公开36条，救灾救济8条，双拥优抚11条，婚姻登记0条。",
        (
            "proactive.items.by_category[低保] 36",
            "proactive.items.by_category[救灾救济] 8",
            "proactive.items.by_category[双拥优抚] 11",
            "proactive.items.by_category[婚姻登记] 0",
        ),
    ),
    (
        2019,
        OVERVIEW,
        "2019年主动公开402条，其中就业创业155、社会保险98、劳动关系41、人事考试108。",
        (
            "proactive.items 402",
            "proactive.items.by_category[就业创业] 155",
            "proactive.items.by_category[社会保险] 98",
            "proactive.items.by_category[劳动关系] 41",
            "proactive.items.by_category[人事考试] 108",
        ),
    ),
    (
        2023,
        OVERVIEW,
        "全年公开365条政府信息（土地出让公告45条、规划许可公示80条、其他240条）。",
        (
            "proactive.items 365",
            "proactive.items.by_category[土地出让公告] 45",
            "proactive.items.by_category[规划许可公示] 80",
            "proactive.items.by_category[其他] 240",
        ),
    ),
    (
        2023,
        OVERVIEW,
        "公示行政许可信息1204条、行政处罚信息96条，“双随机”检查结果30条。",
        (
            "proactive.items.by_category[行政许可] 1204",
            "proactive.items.by_category[行政处罚] 96",
            "proactive.items.by_category[“双随机”检查结果] 30",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "政策文件12条（占10%），人事任免8条（占6.7%），工作动态100条（占83.3%）。",
        (
            "proactive.items.by_category[政策文件] 12",
            "proactive.items.share_by_category[政策文件] 10",
            "proactive.items.by_category[人事任免] 8",
            "proactive.items.share_by_category[人事任免] 6.7",
            "proactive.items.by_category[工作动态] 100",
            "proactive.items.share_by_category[工作动态] 83.3",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "全年公开政府信息75条，涉及机构设置5条、人事任免3条、工作动态67条。",
        (
            "proactive.items 75",
            "proactive.items.by_category[机构设置] 5",
            "proactive.items.by_category[人事任免] 3",
            "proactive.items.by_category[工作动态] 67",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "在主动公开的信息中，属于财政资金类的有12条，属于民生保障类的有30条。",
        ("proactive.items.by_category[财政资金] 12", "proactive.items.by_category[民生保障] 30"),
    ),
    (
        2016,
        PROACTIVE,
        "全年公开信息80条，包括工作动态45条、通知公告30条和政策法规5条。",
        (
            "proactive.items 80",
            "proactive.items.by_category[工作动态] 45",
            "proactive.items.by_category[通知公告] 30",
            "proactive.items.by_category[政策法规] 5",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "从信息类别看，公告类最多，有60条，占48%；动态类次之，有40条，占32%。",
        (
            "proactive.items.by_category[公告] 60",
            "proactive.items.share_by_category[公告] 48",
            "proactive.items.by_category[动态] 40",
            "proactive.items.share_by_category[动态] 32",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "机构职能类公开信息5条；规划计划类公开信息3条；其他类公开信息70条。",
        ("proactive.items.by_category[机构职能] 5", "proactive.items.by_category[规划计划] 3", "proactive.items.by_category[其他] 70"),
    ),
    (
        2016,
        PROACTIVE,
        "公开机构概况5条、工作规则8条、年度计划2条、公示公告66条。",
        (
            "proactive.items.by_category[机构概况] 5",
            "proactive.items.by_category[工作规则] 8",
            "proactive.items.by_category[年度计划] 2",
            "proactive.items.by_category[公示公告] 66",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "1.概况信息类。公开信息3条。\n\n2.工作动态类。公开信息40条。\n\n3.财政信息类。公开信息6条。",
        ("proactive.items.by_category[概况信息] 3", "proactive.items.by_category[工作动态] 40", "proactive.items.by_category[财政信息] 6"),
    ),
    (
        2016,
        PROACTIVE,
        "（1）机构职能类：5条\n（2）政策法规类：12条\n（3）业务工作类：83条",
        ("proactive.items.by_category[机构职能] 5", "proactive.items.by_category[政策法规] 12", "proactive.items.by_category[业务工作] 83"),
    ),
    (
        2017,
        PROACTIVE,
        "按照统一编制的公开目录，我镇在“乡镇概况”栏目公开信息2条，在“重大项目”栏目公开11条，在“惠民资金”栏目公开39条。",
        (
            "proactive.items.by_catalogue[乡镇概况] 2",
            "proactive.items.by_catalogue[重大项目] 11",
            "proactive.items.by_catalogue[惠民资金] 39",
        ),
    ),
    (
        2017,
        PROACTIVE,
        "按照公开目录分类，机构信息栏目发布5条，业务信息栏目发布40条。",
        ("proactive.items.by_catalogue[机构信息] 5", "proactive.items.by_catalogue[业务信息] 40"),
    ),
    (
        2016,
        FIELDS,
        "在环境保护领域我局公开信息190条，其中空气质量120条、水环境质量70条。",
        (
            "proactive.items.by_field[环境保护] 190",
            "proactive.items.by_category[空气质量] 120",
            "proactive.items.by_category[水环境质量] 70",
        ),
    ),
    (
        2016,
        FIELDS,
        "一是财政资金领域。公开信息20条。二是保障性住房领域。公开信息15条。",
        ("proactive.items.by_field[财政资金] 20", "proactive.items.by_field[保障性住房] 15"),
    ),
    (
        2016,
        FIELDS,
        "扶贫领域公开信息45条，环境保护领域公开12条，教育领域30余条。",
        ("proactive.items.by_field[扶贫] 45", "proactive.items.by_field[环境保护] 12", "proactive.items.by_field[教育] >=30"),
    ),
    (
        2009,
        PROACTIVE,
        "2009年公开规范性文件33件，人事任免文件21件。",
        ("proactive.normative_documents.disclosed 33", "proactive.items.by_category[人事任免文件] 21"),
    ),
    (
        2015,
        PROACTIVE,
        "2015年主动公开政府信息126条，主要包括：政策法规15条、规划计划6条、重大项目9条、社会救助24条、其他72条。",
        (
            "proactive.items 126",
            "proactive.items.by_category[政策法规] 15",
            "proactive.items.by_category[规划计划] 6",
            "proactive.items.by_category[重大项目] 9",
            "proactive.items.by_category[社会救助] 24",
            "proactive.items.by_category[其他] 72",
        ),
    ),
    (
        2015,
        PROACTIVE,
        "无规划类信息、无统计类信息；概况类信息3条。",
        ("proactive.items.by_category[规划] zero", "proactive.items.by_category[统计] zero", "proactive.items.by_category[概况] 3"),
    ),
)

WAYS_AND_KINDS = (*WAYS, *KINDS)
