"""Information disclosed: totals, changes and parts of the year in the words of clerks, labelled before the rules that read them."""

from prose_clauses import OVERVIEW, PROACTIVE, WORK, Case

PROBLEMS = "六、存在的主要问题及改进措施"

TOTALS: tuple[Case, ...] = (
    (2012, PROACTIVE, "我局2012年经审核主动公开的信息有三大类46条。", ("proactive.items 46",)),
    (2013, PROACTIVE, "截至12月底，今年编制公开信息共87条。", ("proactive.items 87",)),
    (2016, PROACTIVE, "2016年我镇主动公开政务115条。", ("proactive.items 115",)),
    (2016, PROACTIVE, "全年公开各类政务事项230余条。", ("proactive.items >=230",)),
    (2011, PROACTIVE, "全年公开政府信息的总条数是408条。", ("proactive.items 408",)),
    (2010, PROACTIVE, "本年度新增主动公开政府信息66条，总数达到309条。", ("proactive.items 66", "proactive.items 309 @cumulative")),
    (2014, PROACTIVE, "累计公开政府信息1500条，其中2014年公开230条。", ("proactive.items 1500 @cumulative", "proactive.items 230")),
    (
        2010,
        PROACTIVE,
        "自《条例》施行以来，我局累计公开政府信息2.3万条，2010年新增6800条。",
        ("proactive.items 23000 @cumulative", "proactive.items 6800"),
    ),
    (2009, PROACTIVE, "2009年我局公开信息61条，2008年公开45条。", ("proactive.items 61", "proactive.items 45 @prior_year")),
    (2008, PROACTIVE, "自2008年5月1日起至2008年12月31日止，我镇共主动公开政府信息83条。", ("proactive.items 83",)),
    (2017, PROACTIVE, "全年信息公开总量达到1,350条，全部实现全文电子化。", ("proactive.items 1350",)),
    (
        2015,
        PROACTIVE,
        "公开的210条政府信息中，机构职能类5条，业务动态类205条。",
        ("proactive.items 210", "proactive.items.by_category[机构职能] 5", "proactive.items.by_category[业务动态] 205"),
    ),
    (
        2015,
        PROACTIVE,
        "上半年主动公开政府信息40条，下半年主动公开政府信息52条，合计92条。",
        ("proactive.items 40 @part_year", "proactive.items 52 @part_year", "proactive.items 92"),
    ),
    (
        2015,
        PROACTIVE,
        "2015年，我镇主动公开政府信息情况如下：一季度21条，二季度34条，三季度27条，四季度40条，合计122条。",
        (
            "proactive.items 21 @part_year",
            "proactive.items 34 @part_year",
            "proactive.items 27 @part_year",
            "proactive.items 40 @part_year",
            "proactive.items 122",
        ),
    ),
    (2015, PROACTIVE, "主动公开政府信息数量：58条。", ("proactive.items 58",)),
    (
        2015,
        PROACTIVE,
        "主动公开政府信息数（条）：58\n\n通过政府网站公开政府信息数（条）：50\n\n通过政务微信公开政府信息数（条）：8",
        ("proactive.items 58", "proactive.items.website 50", "proactive.items.wechat 8"),
    ),
    (2022, OVERVIEW, "主动公开方面。全年通过各类平台主动公开信息2300余条。", ("proactive.items >=2300",)),
    (2022, OVERVIEW, "2022年，通过政府网站、微信公众号等渠道累计公开信息856条。", ("proactive.items 856",)),
    (2016, PROACTIVE, "全文电子化率达到100％，全年电子化信息221条。", ("proactive.fulltext_rate 100",)),
    (2016, PROACTIVE, "全文电子化的主动公开政府信息58条。", ("proactive.items.fulltext 58",)),
    (
        2019,
        OVERVIEW,
        "截至2019年底，我局历年累计主动公开政府信息8,214条，2019年度主动公开1,102条。",
        ("proactive.items 8214 @cumulative", "proactive.items 1102"),
    ),
    (2013, PROACTIVE, "经统计，2013年1月至12月全镇共主动公开各类信息137条。", ("proactive.items 137",)),
    (2013, WORK, "一是抓好信息报送工作，共上报信息126条，被采用34条；二是抓好信息公开，共公开信息88条。", ("proactive.items 88",)),
)

CHANGES: tuple[Case, ...] = (
    (
        2018,
        PROACTIVE,
        "2018年主动公开政府信息245条，较2017年增加35条，增长16.7%。",
        ("proactive.items 245", "proactive.items.yoy_change 35", "proactive.items.yoy_rate 16.7"),
    ),
    (
        2018,
        PROACTIVE,
        "主动公开政府信息186条，与上年相比减少了24条，降幅为11.4%。",
        ("proactive.items 186", "proactive.items.yoy_change -24", "proactive.items.yoy_rate -11.4"),
    ),
    (2018, PROACTIVE, "主动公开信息98条，与上年持平。", ("proactive.items 98", "proactive.items.yoy_change zero")),
    (2018, PROACTIVE, "主动公开信息98条，与上年基本持平。", ("proactive.items 98",)),
    (
        2018,
        PROACTIVE,
        "公开信息212条，比上年的183条增加29条，增幅15.8%。",
        ("proactive.items 212", "proactive.items 183 @prior_year", "proactive.items.yoy_change 29", "proactive.items.yoy_rate 15.8"),
    ),
    (
        2018,
        PROACTIVE,
        "公开信息212条，较2017年（183条）增加29条。",
        ("proactive.items 212", "proactive.items 183 @prior_year", "proactive.items.yoy_change 29"),
    ),
    (2018, PROACTIVE, "公开信息量由上年的80条增加到120条。", ("proactive.items 80 @prior_year", "proactive.items 120")),
    (2018, PROACTIVE, "2018年公开信息420条（上年同期388条）。", ("proactive.items 420", "proactive.items 388 @prior_year")),
    (2018, PROACTIVE, "全年共公开信息420条，同比多32条。", ("proactive.items 420", "proactive.items.yoy_change 32")),
    (
        2018,
        PROACTIVE,
        "全年共公开信息420条，比上一年度增加了32条，上升8.2个百分点。",
        ("proactive.items 420", "proactive.items.yoy_change 32"),
    ),
    (2018, PROACTIVE, "全年公开信息420条，同比增幅达8.2%。", ("proactive.items 420", "proactive.items.yoy_rate 8.2")),
    (
        2020,
        OVERVIEW,
        "全年收到政府信息公开申请25件，同比减少5件，下降16.7%；公开信息420条，同比增长10.5%。",
        (
            "application.new 25",
            "application.yoy_change -5",
            "application.yoy_rate -16.7",
            "proactive.items 420",
            "proactive.items.yoy_rate 10.5",
        ),
    ),
    (
        2020,
        OVERVIEW,
        "新收政府信息公开申请18件，比2019年的12件增长50%。",
        ("application.new 18", "application.new 12 @prior_year", "application.yoy_rate 50"),
    ),
    (2018, PROACTIVE, "今年公开的信息数量比去年增加了46条。", ("proactive.items.yoy_change 46",)),
    (2018, PROACTIVE, "主动公开信息较去年增长12.3%。", ("proactive.items.yoy_rate 12.3",)),
    (2018, PROACTIVE, "网站公开信息120条，同比增长20%。", ("proactive.items.website 120",)),
    (2018, PROACTIVE, "公开信息120条，网站公开率比上年提高5个百分点。", ("proactive.items 120",)),
)

PERIODS: tuple[Case, ...] = (
    (2016, PROACTIVE, "第一季度公开信息52条。", ("proactive.items 52 @part_year",)),
    (2016, PROACTIVE, "1-6月公开信息52条。", ("proactive.items 52 @part_year",)),
    (2016, PROACTIVE, "截至6月底，公开信息52条。", ("proactive.items 52 @part_year",)),
    (2016, PROBLEMS, "一是公开数量偏少，全年仅公开58条，比上年减少11条。", ("proactive.items 58", "proactive.items.yoy_change -11")),
    (2016, PROBLEMS, "2015年我镇公开45条，2016年公开61条，总量仍然偏少。", ("proactive.items 45 @prior_year", "proactive.items 61")),
)

DISCLOSED = (*TOTALS, *CHANGES, *PERIODS)

DISCLOSED_NOTHING: tuple[tuple[int, str, str], ...] = (
    (2016, PROACTIVE, "每季度首月10日前公开上季度内容，全年4次。"),
    (2016, PROACTIVE, "8个社区公开栏共更新96次，发放明白卡6000余张。"),
    (2016, PROACTIVE, "在村级公示栏公示贫困户名单420期，悬挂横幅45条，发放宣传单2000余份。"),
    (2016, PROACTIVE, "我局公开事项目录共有11类137项。"),
    (2016, PROACTIVE, "按照要求，公开信息不少于100条，每周更新不少于2条。"),
    (2016, PROBLEMS, "2017年，我局争取公开量达到100条，并把更新频率由每周1次提高到每周3次。"),
    (2016, PROBLEMS, "二是举办培训班2期，公开信息不少于120条。"),
    (2016, PROBLEMS, "一是编制目录12项；二是公开信息200条以上。"),
    (2016, PROACTIVE, "共上报政务信息126条，被市级采用34条。"),
    (2016, PROACTIVE, "征集群众意见36条，采纳12条，反馈24条。"),
    (2016, PROACTIVE, "全年完成民生实事20件，新建道路12条，修复路灯45盏。"),
    (2016, PROACTIVE, "清理各类文件312件，废止15件，修改7件。"),
    (2016, PROACTIVE, "68家部门公开了预算，54家公开了“三公”经费。"),
    (2016, PROACTIVE, "网站开设栏目12个，其中一级栏目4个、二级栏目8个。"),
    (2016, PROACTIVE, "开展执法检查45次，发现隐患120条，整改118条。"),
    (2016, PROACTIVE, "本年度公开信息数未单独统计。"),
    (2016, PROACTIVE, "全县共有公开栏126个，其中镇级18个、村级108个。"),
    (2016, PROACTIVE, "政府网站更新率比上年提高5%，群众满意度增长3%。"),
    (2016, PROACTIVE, "围绕26个试点领域梳理公开事项320项。"),
    (2016, PROACTIVE, "接待群众咨询120次，处理留言35条，办结率100%。"),
)
