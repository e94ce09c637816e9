"""A last lot of sentences on information disclosed, and many on other matters of the same units; labelled before they were read."""

from prose_clauses import OVERVIEW, PROACTIVE, WORK, Case

FORMS = "（二）公开渠道"
FIELDS = "（二）重点领域信息公开情况"
PROB = "五、存在的主要问题及改进情况"
OTHER = "六、其他需要报告的事项"
MGMT = "（三）政府信息管理"
PLAT = "（四）平台建设"

LATE: tuple[Case, ...] = (
    (2012, PROACTIVE, "本单位2012年度主动公开政府信息共55条，其中新增55条。", ("proactive.items 55",)),
    (2012, PROACTIVE, "2012年，通过不同渠道和方式主动公开政府信息2,136条（不同渠道和方式公开相同信息计1条）。", ("proactive.items 2136",)),
    (
        2015,
        PROACTIVE,
        "（一）主动公开政府信息2,136条。\n\n（二）通过政府网站公开1,986条。\n\n（三）通过政务微博公开150条。",
        ("proactive.items 2136", "proactive.items.website 1986", "proactive.items.weibo 150"),
    ),
    (2013, PROACTIVE, "主动公开政府信息136条，公开率和及时率均为100%。", ("proactive.items 136",)),
    (2013, PROACTIVE, "我乡2013年政府信息公开总数为136条。", ("proactive.items 136",)),
    (2013, PROACTIVE, "2013年全乡共主动公开政府信息136条,同比增长12%.", ("proactive.items 136", "proactive.items.yoy_rate 12")),
    (2013, PROACTIVE, "截止12月，共公开信息136余条。", ("proactive.items >=136",)),
    (2013, PROACTIVE, "全年累计主动公开信息已达136条之多。", ("proactive.items 136",)),
    (2013, PROACTIVE, "公开政府信息一百三十六条，占应公开信息的百分之百。", ("proactive.items 136",)),
    (
        2020,
        OVERVIEW,
        "我街道2020年主动公开政府信息136条，未制发规范性文件。",
        ("proactive.items 136", "proactive.normative_documents.issued zero"),
    ),
    (
        2020,
        OVERVIEW,
        "主动公开信息总量136条，其中政策解读类12条、办事服务类24条、动态要闻类100条。",
        (
            "proactive.items 136",
            "proactive.items.by_category[政策解读] 12",
            "proactive.items.by_category[办事服务] 24",
            "proactive.items.by_category[动态要闻] 100",
        ),
    ),
    (
        2020,
        OVERVIEW,
        "2020年，我局共公开政府信息136条，涵盖机构职能（3条）、行政执法（46条）、工作动态（87条）等方面。",
        (
            "proactive.items 136",
            "proactive.items.by_category[机构职能] 3",
            "proactive.items.by_category[行政执法] 46",
            "proactive.items.by_category[工作动态] 87",
        ),
    ),
    (
        2020,
        OVERVIEW,
        "全年在县政府网站主动公开136条，其中法定主动公开内容86条，工作动态50条。",
        ("proactive.items.website 136", "proactive.items.by_category[法定主动公开内容] 86", "proactive.items.by_category[工作动态] 50"),
    ),
    (
        2020,
        OVERVIEW,
        "全年网站公开136条、微信公开86条、微博公开0条，总计222条。",
        ("proactive.items.website 136", "proactive.items.wechat 86", "proactive.items.weibo 0", "proactive.items 222"),
    ),
    (2020, OVERVIEW, "政务新媒体全年推送信息612条，总阅读量86万次。", ("proactive.items.by_channel[政务新媒体] 612",)),
    (2020, OVERVIEW, "同时，通过电子显示屏、公开栏等渠道公开136条。", ("proactive.items 136",)),
    (2020, OVERVIEW, "较2019年相比，公开信息增加36条。", ("proactive.items.yoy_change 36",)),
    (2020, OVERVIEW, "公开信息136条，较上年增加36.0%。", ("proactive.items 136", "proactive.items.yoy_rate 36")),
    (2020, OVERVIEW, "信息公开数量较去年下降8%。", ("proactive.items.yoy_rate -8",)),
    (
        2020,
        OVERVIEW,
        "2020年公开信息136条，分别是：一季度30条、二季度36条、三季度32条、四季度38条。",
        (
            "proactive.items 136",
            "proactive.items 30 @part_year",
            "proactive.items 36 @part_year",
            "proactive.items 32 @part_year",
            "proactive.items 38 @part_year",
        ),
    ),
    (
        2020,
        PROB,
        "2020年，针对上年公开数量不足的问题，我局加大公开力度，全年公开信息136条，同比增长51%。",
        ("proactive.items 136", "proactive.items.yoy_rate 51"),
    ),
    (
        2011,
        FORMS,
        "1.政府网站 公开信息126条\n2.政务公开栏 公开信息36条",
        ("proactive.items.website 126", "proactive.items.by_channel[政务公开栏] 36"),
    ),
    (
        2011,
        FORMS,
        "（1）县政府信息公开网站公开126条；（2）乡公示栏公示36条；（3）通过广播、会议等形式公开24条。",
        ("proactive.items.website 126", "proactive.items.by_channel[乡公示栏] 36", "proactive.items.by_channel[广播、会议] 24"),
    ),
    (2011, FORMS, "网站公开的126条信息中，首次公开的98条。", ("proactive.items.website 126",)),
    (
        2011,
        FIELDS,
        "一是公开行政权力信息86条。二是公开财政资金信息12条。三是公开公共服务信息36条。",
        ("proactive.items.by_field[行政权力] 86", "proactive.items.by_field[财政资金] 12", "proactive.items.by_field[公共服务] 36"),
    ),
    (
        2011,
        FIELDS,
        "（一）财政资金信息。全年公开12条。\n\n（二）公共资源配置信息。全年公开36条。",
        ("proactive.items.by_field[财政资金] 12", "proactive.items.by_field[公共资源配置] 36"),
    ),
    (
        2011,
        PROACTIVE,
        "在主动公开的136条政府信息中，政策法规类12条，占8.8%，业务类124条，占91.2%。",
        (
            "proactive.items 136",
            "proactive.items.by_category[政策法规] 12",
            "proactive.items.share_by_category[政策法规] 8.8",
            "proactive.items.by_category[业务] 124",
            "proactive.items.share_by_category[业务] 91.2",
        ),
    ),
    (
        2011,
        PROACTIVE,
        "主动公开的信息分为机构概况、法规文件、业务动态三类，分别为5条、12条、119条。",
        (
            "proactive.items.by_category[机构概况] 5",
            "proactive.items.by_category[法规文件] 12",
            "proactive.items.by_category[业务动态] 119",
            "proactive.category_count 3",
        ),
    ),
    (
        2011,
        PROACTIVE,
        "主动公开：机构职能2条；法规文件6条；工作动态128条。",
        ("proactive.items.by_category[机构职能] 2", "proactive.items.by_category[法规文件] 6", "proactive.items.by_category[工作动态] 128"),
    ),
)


LATE_NOTHING: tuple[tuple[int, str, str], ...] = (
    (2016, WORK, "新修道路12条，整治河道6条，新建桥梁3座。"),
    (2016, WORK, "全年发布森林火险预警信息46条，防汛预警信息23条。"),
    (2016, WORK, "网站群整合栏目36个，迁移数据1.2万条。"),
    (2016, WORK, "微信公众号关注人数2.3万人，较上年增加3,200人。"),
    (2016, WORK, "组织开展政务公开培训2期，参训86人次，发放学习资料120份。"),
    (2016, WORK, "公开招聘工作人员12名，公开选拔干部5名。"),
    (2016, WORK, "公开拍卖土地6宗，成交额3.2亿元。"),
    (2016, WORK, "完善公开制度5项，修订办事指南36项。"),
    (2016, WORK, "推送就业岗位1,200个，发布招聘会信息12场次。"),
    (2016, WORK, "报送政务信息156条，其中被省级采用12条、市级采用36条。"),
    (2016, WORK, "撰写理论文章8篇，在省级刊物发表3篇。"),
    (2016, OVERVIEW, "2016年，全县上报应急信息56条，同比下降12%。"),
    (2016, OVERVIEW, "收到网民留言126条，同比增加12条，办结率100%。"),
    (2016, OVERVIEW, "门户网站访问量126万次，同比增长23%。"),
    (2016, OTHER, "落实整改事项12项，其中已完成10项，正在推进2项。"),
    (2016, OTHER, "开展监督检查4次，发现问题23条，全部整改到位。"),
    (2016, MGMT, "对历史信息进行清理，下架失效信息126条，规范标签450条。"),
    (2016, MGMT, "审核发布信息严格执行“三审三校”，全年退回修改36条。"),
    (2016, PLAT, "网站新开设专栏3个，优化栏目12个，修复错链56条。"),
    (2016, PLAT, "网站自查中发现错敏词12条，更正12条。"),
    (2016, PLAT, "开设微博1个，粉丝1.2万人，被转发评论3,400条次。"),
    (2016, PROB, "一是公开内容不够全面，二是解读数量偏少，三是3个栏目更新不及时。"),
    (2016, PROB, "针对2015年提出的4个问题，逐条整改落实。"),
    (2016, PROB, "下一步，一是加大公开力度，全年公开信息不少于200条；二是举办培训2期。"),
    (2016, PROB, "今后将每季度开展一次检查，全年通报4次。"),
    (2016, PROACTIVE, "编印《便民手册》2000册，发放到户，户均1册。"),
    (2016, PROACTIVE, "村务公开栏每季度更新1次，全年更新4次，涉及村12个。"),
    (2016, PROACTIVE, "依法公开的内容包括12大类86项。"),
    (2016, PROACTIVE, "全县共有政务微博36个、政务微信52个。"),
    (2016, PROACTIVE, "公开大厅接待群众1,260人次，受理事项860件。"),
    (2016, PROACTIVE, "督办督查事项126件，办结120件，办结率95%。"),
    (2016, PROACTIVE, "举办新闻发布会2场，发布新闻通稿4篇，接受采访12次。"),
    (2016, PROACTIVE, "各村公开栏公示低保对象126户、危房改造36户。"),
    (2016, PROACTIVE, "从严控制“三公”经费，全年支出12万元，比上年减少3万元。"),
    (2016, PROACTIVE, "2015年全县公开信息8,620条，排名全市第三。"),
    (2016, PROACTIVE, "全年开展大走访活动，收集问题320条，解决298条。"),
    (2016, PROACTIVE, "组织编写年鉴1部，收录资料560条。"),
    (2016, PROACTIVE, "公布举报电话3部，接到举报线索12条。"),
    (2016, PROACTIVE, "依托村村响广播宣传政策120次。"),
    (2016, PROACTIVE, "与上年相比，办件量增加126件。"),
    (2016, PROACTIVE, "建立信息公开台账1本，登记信息156条。"),
)
