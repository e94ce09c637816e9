"""Cases that others decide on, cases of other causes, and how such words stand beside the reporter's own. Written as reports say it.

Format as in prose_clauses.py.
"""

from prose_clauses import Case

OTHER_PARTS: tuple[Case, ...] = (
    (
        2022,
        "四、政府信息公开行政复议、行政诉讼情况",
        "全县行政复议机关共收到行政复议申请89件，受理80件，审结72件，其中维持40件。",
        (),
    ),
    (
        2022,
        "四、政府信息公开行政复议、行政诉讼情况",
        "法庭全年受理行政诉讼案件86件，审结80件，其中判决驳回原告诉讼请求42件。",
        (),
    ),
    (
        2022,
        "四、政府信息公开行政复议、行政诉讼情况",
        "因土地确权引发行政复议1件，维持；因房屋拆迁引发行政诉讼2件，均驳回。",
        (),
    ),
    (
        2022,
        "四、政府信息公开行政复议、行政诉讼情况",
        "因信息公开引发行政复议1件，维持；被提起行政诉讼2件，已审结1件，驳回1件。",
        (
            "litigation 2",
            "litigation.upheld 1",
            "review 1",
            "review.upheld 1",
        ),
    ),
    (
        2022,
        "一、总体情况",
        "办理12345热线工单1260件，按时办结1258件。",
        (),
    ),
    (
        2022,
        "一、总体情况",
        "法律顾问审核答复书26份。",
        (),
    ),
    (
        2022,
        "三、收到和处理政府信息公开申请情况",
        "出具答复书9份。",
        ("application.outcome.total 9",),
    ),
    (
        2016,
        "四、政府信息公开的收费及减免情况",
        "全年收取公路通行费3200万元，减免绿色通道车辆通行费86万元。",
        (),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "接待查阅档案860人次，提供档案资料2300卷次，收取复印费0元。",
        (),
    ),
    (
        2010,
        "三、政府信息依申请公开情况",
        "以当面申请形式提出申请3条，以互联网提交申请15条，以信函形式申请6条，以其他形式申请1条。",
        (
            "application.received.in_person 3",
            "application.received.letter 6",
            "application.received.online 15",
            "application.received.other_form 1",
        ),
    ),
    (
        2017,
        "三、政府信息依申请公开情况",
        "收到政府信息公开申请9件：3件通过网上平台提交，4件通过EMS寄送，2件现场递交。",
        (
            "application.received 9",
            "application.received.in_person 2",
            "application.received.letter 4",
            "application.received.online 3",
        ),
    ),
    (
        2023,
        "一、总体情况",
        "依申请公开工作平稳有序，全年登记申请63件、答复59件、结转4件。",
        (
            "application.carried_forward 4",
            "application.new 63",
            "application.outcome.total 59",
        ),
    ),
    (
        2023,
        "三、收到和处理政府信息公开申请情况",
        "对基层单位答复的12件申请进行了案卷评查。",
        (),
    ),
    (
        2022,
        "一、总体情况",
        "（一）主动公开。全年公开120条。\n（二）依申请公开。收到申请3件。\n网站公开200条，微信公众号公开96条。",
        (
            "application.new 3",
            "proactive.items 120",
            "proactive.items.website 200",
            "proactive.items.wechat 96",
        ),
    ),
    (
        2022,
        "一、总体情况",
        "（一）主动公开。围绕重点领域抓好公开。\n全年公开信息120条。\n（二）依申请公开。规范办理流程。\n收到3件，均已答复。\n（三）监督保障。加强培训。\n举办培训2次。",
        (
            "application.new 3",
            "proactive.items 120",
            "training.courses 2",
        ),
    ),
    (
        2021,
        "三、收到和处理政府信息公开申请情况",
        "共收到申请17件，其中网上11件；信函5件；当面1件。办理结果：\n1．予以公开9件；\n2．部分公开2件；\n3．其他处理6件。",
        (
            "application.new 17",
            "application.outcome.granted 9",
            "application.outcome.other 6",
            "application.outcome.partly_granted 2",
        ),
    ),
    (
        2021,
        "三、收到和处理政府信息公开申请情况",
        "予以公开9件，占53%；部分公开2件，占12%；其它6件，占35%。",
        (
            "application.outcome.granted 9",
            "application.outcome.other 6",
            "application.outcome.partly_granted 2",
        ),
    ),
    (
        2014,
        "三、政府信息依申请公开情况",
        "全年申请量5件，答复率100%，投诉量0件，复议量0件，诉讼量0件。",
        (
            "application.received 5",
            "litigation 0",
            "review 0",
        ),
    ),
    (
        2012,
        "三、政府信息依申请公开情况",
        "全年共收到政府信息公开申请\n7件，其中当面申请3件，网上申请\n4件，均已答复。",
        (
            "application.received 7",
            "application.received.in_person 3",
            "application.received.online 4",
        ),
    ),
    (
        2012,
        "三、政府信息依申请公开情况",
        "通过县信息公开网受理申请4件，镇办公室当面受理3件。",
        (
            "application.received.in_person 3",
            "application.received.online 4",
        ),
    ),
    (
        2020,
        "三、收到和处理政府信息公开申请情况",
        "新收：5件；结转：1件；办结：5件；申请人撤销1件。",
        (
            "application.carried_over 1",
            "application.new 5",
            "application.outcome.total 5",
            "application.withdrawn 1",
        ),
    ),
    (
        2016,
        "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
        "因信息公开答复被县政府复议纠正1件，被法院判决败诉0件。",
        (
            "litigation.corrected 0",
            "review.corrected 1",
        ),
    ),
    (
        2020,
        "四、政府信息公开行政复议、行政诉讼情况",
        "本年度行政复议0件，行政诉讼1件，系未经复议直接起诉，判决驳回原告诉讼请求。",
        (
            "litigation 1",
            "litigation.direct 1",
            "litigation.direct.upheld 1",
            "review 0",
        ),
    ),
    (
        2020,
        "四、政府信息公开行政复议、行政诉讼情况",
        "行政诉讼5件，其中未经复议直接起诉3件、复议后起诉2件，已审结的4件均为结果维持，1件尚未审结。",
        (
            "litigation 5",
            "litigation.after_review 2",
            "litigation.direct 3",
            "litigation.pending 1",
            "litigation.upheld 4",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "一季度受理申请2件，二季度3件，三季度4件，四季度5件，合计14件。",
        (
            "application.received 14",
            "application.received 2 @part_year",
            "application.received 3 @part_year",
            "application.received 4 @part_year",
            "application.received 5 @part_year",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "2008年5月1日条例施行至2016年底，共受理申请86件，今年14件。",
        (
            "application.received 14",
            "application.received 86 @cumulative",
        ),
    ),
    (
        2022,
        "三、收到和处理政府信息公开申请情况",
        "新收申请数由2021年的20件降至14件。",
        (
            "application.new 14",
            "application.new 20 @prior_year",
        ),
    ),
    (
        2017,
        "三、政府信息依申请公开情况",
        "收到依申请公开35件，其中水利系统外转来2件；答复35件。",
        (
            "application.received 35",
            "application.replied 35",
        ),
    ),
    (
        2023,
        "三、收到和处理政府信息公开申请情况",
        "58件新收申请中，自然人申请55件、商业企业申请3件。",
        (
            "application.new 58",
            "application.new[商业企业] 3",
            "application.new[自然人] 55",
        ),
    ),
    (
        2023,
        "三、收到和处理政府信息公开申请情况",
        "办结60件，其中：予以公开22件；不予公开8件，包括涉及第三方合法权益5件，属于内部事务信息3件；无法提供19件，包括本机关不掌握17件，需要另行制作2件；其他处理11件。结转1件。",
        (
            "application.carried_forward 1",
            "application.outcome.granted 22",
            "application.outcome.other 11",
            "application.outcome.refused.internal_affairs 3",
            "application.outcome.refused.third_party 5",
            "application.outcome.total 60",
            "application.outcome.unavailable.needs_making 2",
            "application.outcome.unavailable.not_held 17",
            "application.refused 8",
            "application.unavailable 19",
        ),
    ),
    (
        2021,
        "一、总体情况",
        "（二）依申请公开。线上收到4件、邮寄1件，共5件。",
        ("application.new 5",),
    ),
    (
        2011,
        "三、政府信息依申请公开情况",
        "依申请公开系统全年转来8宗、窗口受理14宗，合计22宗，已全部办结。",
        (
            "application.received 22",
            "application.received.in_person 14",
        ),
    ),
)
