"""Sentences on information disclosed that whole reports led to: names told in turn, lists in lines, words that a section announces."""

from prose_clauses import PROACTIVE, Case

REPORTS: tuple[Case, ...] = (
    (2016, PROACTIVE, "其中县政府办公室及各部门（含直属单位，下同）公开1206条。", ()),
    (
        2016,
        PROACTIVE,
        "一是县政府网站，公开96条；二是镇、村两级公开栏，公布58条；三是召开村民代表会议12次。",
        (
            "proactive.items.by_channel[镇、村两级公开栏] 58",
            "proactive.items.website 96",
        ),
    ),
    (2016, PROACTIVE, "——微信：“桂影人家”公众号5月份上线，截至年底推送132条；", ("proactive.items.wechat 132",)),
    (2016, PROACTIVE, "政务微博于3月停用，全年发布信息26条。", ("proactive.items.weibo 26",)),
    (2016, PROACTIVE, "在便民服务中心和11个村公示栏张贴48条。", ("proactive.items.by_channel[村公示栏] 48",)),
    (2016, PROACTIVE, "县政府门户网站全年新增政府信息2,315条。", ("proactive.items.website 2315",)),
    (2016, PROACTIVE, "通过“望舒之窗”门户网站及部门网站公开8420条。", ("proactive.items.website 8420",)),
    (2016, PROACTIVE, "在“望舒县政府信息公开网”桂影镇子栏目发布87条。", ("proactive.items.website 87",)),
    (
        2016,
        PROACTIVE,
        "（二）政府公报。出版《望舒县人民政府公报》4期，登载县政府决定、规范性文件等52件。",
        (
            "proactive.gazette_issues 4",
            "proactive.items.gazette 52",
        ),
    ),
    (2016, PROACTIVE, "政府公报刊发文件26件。", ("proactive.items.gazette 26",)),
    (
        2016,
        PROACTIVE,
        "县广播电视台播发120条，《望舒新闻》报刊登46条。",
        (
            "proactive.items.by_channel[《望舒新闻》报] 46",
            "proactive.items.by_channel[县广播电视台] 120",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "门户网站212条；县政府信息公开平台68条；微信公众号49条。",
        (
            "proactive.items.by_channel[县政府信息公开平台] 68",
            "proactive.items.website 212",
            "proactive.items.wechat 49",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "（三）按渠道分：政府网站四百二十条；政府公报及《望舒政报》二十条；其他渠道三十条。",
        (
            "proactive.items.gazette 20",
            "proactive.items.other_channel 30",
            "proactive.items.website 420",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "公开目录各栏目信息数为：机构职能12条，政策法规23条，规划计划6条。",
        (
            "proactive.items.by_catalogue[政策法规] 23",
            "proactive.items.by_catalogue[机构职能] 12",
            "proactive.items.by_catalogue[规划计划] 6",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "网站公开213条，占60%；公众号公开142条，占40%。内容包括：政策文件28条、医保协议管理96条、集采公告73条。",
        (
            "proactive.items.by_category[医保协议管理] 96",
            "proactive.items.by_category[政策文件] 28",
            "proactive.items.by_category[集采公告] 73",
            "proactive.items.website 213",
            "proactive.items.wechat 142",
        ),
    ),
    (
        2016,
        "二、分类公开",
        "一是财政资金公开。预决算、“三公”经费等情况公开34条。二是社会救助公开。发放临时救助金18.6万元，有关信息公开45条。三是环境整治公开。清运垃圾1.1万吨，公开整治动态19条。",
        (
            "proactive.items.by_category[整治动态] 19",
            "proactive.items.by_category[社会救助] 45",
            "proactive.items.by_category[财政资金] 34",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "（四）环保信息公开。公开空气质量月报12期，环评审批结果105条，信用评价结果37条。",
        (
            "proactive.items.by_category[信用评价结果] 37",
            "proactive.items.by_category[环评审批结果] 105",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "一、重点领域。公开住房保障信息218条、食品药品监管信息147条。",
        (
            "proactive.items.by_field[住房保障] 218",
            "proactive.items.by_field[食品药品监管] 147",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "2016年公开信息1823条，其中规范性文件35件；全年共制发规范性文件36件。与上年的1602条相比，增加221条，增幅为13.8%。",
        (
            "proactive.items 1602 @prior_year",
            "proactive.items 1823",
            "proactive.items.yoy_change 221",
            "proactive.items.yoy_rate 13.8",
            "proactive.normative_documents.disclosed 35",
            "proactive.normative_documents.issued_total 36",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "主动公开政府信息1378条，收到申请92件，同比分别增长8.5%、下降35.3%。",
        (
            "application.received 92",
            "application.yoy_rate -35.3",
            "proactive.items 1378",
            "proactive.items.yoy_rate 8.5",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "本年公开信息523条，加上2015年公开的387条，《条例》施行以来累计公开910条。",
        (
            "proactive.items 387 @prior_year",
            "proactive.items 523",
            "proactive.items 910 @cumulative",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "公开信息312条，较去年多46条；《条例》实施以来，共公开1870条。",
        (
            "proactive.items 1870 @cumulative",
            "proactive.items 312",
            "proactive.items.yoy_change 46",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "2016年公开信息603条，全文电子化率达99.6%；历年累计公开信息3851条，全文电子化率98.2%。",
        (
            "proactive.fulltext_rate 98.2 @cumulative",
            "proactive.fulltext_rate 99.6",
            "proactive.items 3851 @cumulative",
            "proactive.items 603",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "空气质量日报366条、水质月报64条、其他126条。上述三类信息全部按月更新。",
        (
            "proactive.category_count 3",
            "proactive.items.by_category[其他] 126",
            "proactive.items.by_category[水质月报] 64",
            "proactive.items.by_category[空气质量日报] 366",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "去年同期我镇公开221条，今年比去年多了47条，增长21.3%。",
        (
            "proactive.items 221 @prior_year",
            "proactive.items.yoy_change 47",
            "proactive.items.yoy_rate 21.3",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "通过县政府门户网站主动公开信息256条，较去年增加28条，增长12.3%，其中：机构职能6条，政策文件15条。",
        (
            "proactive.items.by_category[政策文件] 15",
            "proactive.items.by_category[机构职能] 6",
            "proactive.items.website 256",
            "proactive.items.yoy_change 28",
            "proactive.items.yoy_rate 12.3",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "网站新增信息1250条，累计达9860条。",
        (
            "proactive.items.website 1250",
            "proactive.items.website 9860 @cumulative",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "从内容看：\n——机构设置及人事信息31条；\n——政策法规信息148条；\n——其他31条。",
        (
            "proactive.items.by_category[其他] 31",
            "proactive.items.by_category[政策法规] 148",
            "proactive.items.by_category[机构设置及人事] 31",
        ),
    ),
    (
        2016,
        PROACTIVE,
        "1.县政府门户网站（桂影镇频道）——204条\n2.镇村公开栏——96条\n3.村级广播——12条",
        (
            "proactive.items.by_channel[村级广播] 12",
            "proactive.items.by_channel[镇村公开栏] 96",
            "proactive.items.website 204",
        ),
    ),
)

REPORTS_NOTHING = (
    (2016, PROACTIVE, "网站设疫情防控专栏，累计发布相关信息103条。"),
    (2016, PROACTIVE, "颁发不动产权证书1.9万本、登记证明1.2万份。"),
    (2016, PROACTIVE, "摆放《政府信息公开指南》等材料100余份。"),
    (2016, PROACTIVE, "发放《致全镇农民朋友的一封信》800份。"),
    (2016, PROACTIVE, "发布环境状况公报1份。"),
    (2016, PROACTIVE, "公众号阅读量31.2万次。"),
    (2016, "三、依申请公开情况", "收到申请9件，已办结。内容包括：社保2件，医疗3件，征地4件。"),
)
