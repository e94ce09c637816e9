"""Bare numbers under a heading, which says what they count: (year, heading, text, facts); no facts where it leaves that open."""

from prose_clauses import Case

HEADINGS: tuple[Case, ...] = (
    (2014, "三、依申请公开情况", "本年度共5件，均已答复。", ("application.received 5",)),
    (
        2014,
        "三、依申请公开情况",
        "全年共计12件，其中网上申请8件，信函申请4件。",
        (
            "application.received 12",
            "application.received.online 8",
            "application.received.letter 4",
        ),
    ),
    (2014, "三、依申请公开情况", "受理数量：6件。", ("application.received 6",)),
    (2014, "三、依申请公开情况", "第一、收到申请情况。2件。", ("application.received 2",)),
    (2014, "三、依申请公开情况", "1．收到申请情况。3件。", ("application.received 3",)),
    (2014, "二、主动公开情况", "第一、政府网站。全年公开信息126条。", ("proactive.items.website 126",)),
    (2014, "5．收费情况", "无。", ("application.fees zero",)),
    (
        2014,
        "五、行政复议、行政诉讼情况",
        "均为0。",
        (
            "review 0",
            "litigation 0",
        ),
    ),
    (
        2014,
        "五、行政复议、行政诉讼情况",
        "0件。",
        (
            "review 0",
            "litigation 0",
        ),
    ),
    (2014, "五、复议、诉讼情况", "全年共2件。", ()),
    (
        2014,
        "五、行政复议情况",
        "全年共发生2件，均维持。",
        (
            "review 2",
            "review.upheld 2",
        ),
    ),
    (2014, "四、收费及减免情况", "全年共120元。", ()),
    (2014, "六、投诉举报情况", "全年共2件。", ("complaints 2",)),
    (2014, "六、投诉举报情况", "0件", ("complaints 0",)),
    (
        2014,
        "七、咨询情况",
        "电话咨询56人次，现场咨询12人次，合计68人次。",
        (
            "response.consultations.by_channel[电话] 56",
            "response.consultations.by_channel[现场] 12",
            "response.consultations 68",
        ),
    ),
    (2014, "七、咨询情况", "全年共68人次。", ("response.consultations 68",)),
    (2014, "七、新闻发布会情况", "全年共3场。", ("response.press_conferences 3",)),
    (2014, "七、会议和培训情况", "全年5次。", ()),
    (
        2014,
        "二、主动公开情况\n\n（一）公开数量",
        "本年度共118条，比上年增加12条。",
        (
            "proactive.items 118",
            "proactive.items.yoy_change 12",
        ),
    ),
    (2014, "二、主动公开情况\n\n（一）公开数量", "118条。", ("proactive.items 118",)),
    (
        2014,
        "二、主动公开政府信息情况",
        "共118条，其中政策法规类18条，工作动态类100条。",
        (
            "proactive.items 118",
            "proactive.items.by_category[政策法规] 18",
            "proactive.items.by_category[工作动态] 100",
        ),
    ),
    (2014, "二、主动公开政府信息情况", "全年召开会议3次。", ()),
    (2014, "三、依申请公开情况", "全年完成造林12件。", ()),
    (2014, "三、依申请公开情况", "共3次检查，发现问题2件。", ()),
    (2014, "三、依申请公开情况", "低保对象2件。", ()),
    (2022, "三、收到和处理政府信息公开申请情况", "0件。", ("application.new 0",)),
    (
        2022,
        "四、政府信息公开行政复议、行政诉讼情况",
        "行政诉讼方面，共2件，均维持。",
        (
            "litigation 2",
            "litigation.upheld 2",
        ),
    ),
    (
        2022,
        "四、政府信息公开行政复议、行政诉讼情况",
        "行政复议方面：0件；行政诉讼方面：0件。",
        (
            "review 0",
            "litigation 0",
        ),
    ),
    (
        2011,
        "三、依申请公开情况",
        "对5条申请均已答复，其中告知主动公开2条，不属于政府信息1条，涉及商业秘密不予公开2条。",
        (
            "application.replied 5",
            "application.replied.already_public 2",
            "application.replied.refused.not_government_information 1",
            "application.replied.refused.trade_secret 2",
        ),
    ),
    (2014, "三、依申请公开情况", "受理申请3件，均为书面申请。", ("application.received 3",)),
    (
        2020,
        "三、收到和处理政府信息公开申请情况",
        "已办结43件，正在办理2件。",
        ("application.outcome.total 43", "application.carried_forward 2"),
    ),
    (
        2012,
        "三、依申请公开情况",
        "截至2012年底，累计受理政府信息公开申请9件，其中本年度3件。",
        ("application.received 9 @cumulative", "application.received 3"),
    ),
    (2016, "四、复议、诉讼、收费情况", "行政复议为零、行政诉讼为零。", ("review zero", "litigation zero")),
    (2014, "四、收费及减免情况", "收取复印费46元，对2名低保申请人免收费用15元。", ("application.fees 46", "application.fees.waived 15")),
    (2014, "四、收费及减免情况", "为困难企业免收占道费15万元。", ()),
    (2022, "四、政府信息公开行政复议、行政诉讼情况", "区政府全年收到行政复议申请231件。", ()),
    (2022, "四、政府信息公开行政复议、行政诉讼情况", "办理全县各类行政复议案件143件，其中纠错21件。", ()),
)
