"""Cases whose parts tell of each other: what is left of them, what they add up to, whose they are. Written as reports say it.

Format as in prose_clauses.py.
"""

from prose_clauses import Case

PARTS: tuple[Case, ...] = (
    (
        2016,
        "三、政府信息依申请公开情况",
        "接受申请11件（信函6、网络5），同意公开8件，告知作出更改补充1件，其他2件。",
        (
            "application.received 11",
            "application.received.letter 6",
            "application.received.online 5",
            "application.replied.amendment_asked 1",
            "application.replied.granted 8",
            "application.replied.other 2",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "已答复37件，其中同意30件，部分同意2件，不同意5件。",
        (
            "application.replied 37",
            "application.replied.granted 30",
            "application.replied.partly_granted 2",
            "application.replied.refused 5",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "当面申请11件，以电子邮件形式申请4件，以其他形式申请1件。",
        (
            "application.received.email 4",
            "application.received.in_person 11",
            "application.received.other_form 1",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "收到申请9件，同意公开3件，不予公开2件（其中涉及商业秘密1件），其他情况答复4件。",
        (
            "application.received 9",
            "application.replied.granted 3",
            "application.replied.other 4",
            "application.replied.refused 2",
            "application.replied.refused.trade_secret 1",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "收到申请12件，其中当面3件、网络7件、信函2件，无传真申请。",
        (
            "application.received 12",
            "application.received.fax zero",
            "application.received.in_person 3",
            "application.received.letter 2",
            "application.received.online 7",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "申请人通过在线申请平台提交申请5件，通过邮寄提交4件，现场提交1件，合计10件。",
        (
            "application.received 10",
            "application.received.in_person 1",
            "application.received.letter 4",
            "application.received.online 5",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "全年受理申请3项，1项属于主动公开范围，1项不属本镇职责，1项信息不存在。",
        (
            "application.received 3",
            "application.replied.already_public 1",
            "application.replied.not_exist 1",
            "application.replied.not_this_agency 1",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "办结6件，均按时办结，无延期办结。",
        (
            "application.closed 6",
            "application.closed.extended zero",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "14件申请均已按期答复，同意公开、部分公开和不同意公开的分别为8件、4件和2件。",
        (
            "application.replied 14",
            "application.replied.granted 8",
            "application.replied.partly_granted 4",
            "application.replied.refused 2",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "申请数较2015年的64件增长12.5%。",
        (
            "application.received 64 @prior_year",
            "application.yoy_rate 12.5",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "依申请和不予公开政府信息条数均为0。",
        ("application.received 0",),
    ),
    (
        2016,
        "一、主要做法",
        "三是规范申请。全年受理17件，答复17件，其中同意公开13件，信息不存在2件，非本机关掌握2件。",
        (
            "application.received 17",
            "application.replied 17",
            "application.replied.granted 13",
            "application.replied.not_exist 2",
            "application.replied.not_this_agency 2",
        ),
    ),
    (
        2016,
        "一、主要做法",
        "（二）依申请公开。收到申请3件，在答复的3件中：\n“同意公开”2件；\n“信息不存在”1件。",
        (
            "application.received 3",
            "application.replied 3",
            "application.replied.granted 2",
            "application.replied.not_exist 1",
        ),
    ),
    (
        2022,
        "一、总体情况",
        "（二）依申请公开。新收申请40件，上年结转3件，合计43件。办结41件：\n予以公开16件；\n“其他处理”25件。\n结转下年度2件。",
        (
            "application.carried_forward 2",
            "application.carried_over 3",
            "application.new 40",
            "application.outcome.granted 16",
            "application.outcome.other 25",
            "application.outcome.total 41",
            "application.received_incl_carried_over 43",
        ),
    ),
    (
        2022,
        "三、收到和处理政府信息公开申请情况",
        "办结件中，予以公开44件，部分公开6件，不予公开8件（保护第三方合法权益5件、属于行政查询事项3件），不予处理5件，其他2件。",
        (
            "application.not_processed 5",
            "application.outcome.granted 44",
            "application.outcome.other 2",
            "application.outcome.partly_granted 6",
            "application.outcome.refused.administrative_query 3",
            "application.outcome.refused.third_party 5",
            "application.refused 8",
        ),
    ),
    (
        2022,
        "三、收到和处理政府信息公开申请情况",
        "予以公开6件，本机关不掌握3件，申请人逾期未补正2件，其他1件，总计12件。",
        (
            "application.outcome.granted 6",
            "application.outcome.other.not_amended 2",
            "application.outcome.other.unspecified 1",
            "application.outcome.total 12",
            "application.outcome.unavailable.not_held 3",
        ),
    ),
    (
        2022,
        "三、收到和处理政府信息公开申请情况",
        "新收申请76件，加上上年度结转2件，共78件。",
        (
            "application.carried_over 2",
            "application.new 76",
            "application.received_incl_carried_over 78",
        ),
    ),
    (
        2022,
        "三、收到和处理政府信息公开申请情况",
        "新收申请19件，上年无结转。",
        (
            "application.carried_over zero",
            "application.new 19",
        ),
    ),
    (
        2022,
        "三、收到和处理政府信息公开申请情况",
        "部分公开1件，不属于本机关职责无法提供2件。",
        (
            "application.outcome.partly_granted 1",
            "application.unavailable 2",
        ),
    ),
    (
        2022,
        "四、政府信息公开行政复议、行政诉讼情况",
        "被申请行政复议6件（含上年度结转1件），其中结果维持3件、结果纠正1件、其他2件。",
        (
            "review 6",
            "review.corrected 1",
            "review.other 2",
            "review.upheld 3",
        ),
    ),
    (
        2022,
        "四、政府信息公开行政复议、行政诉讼情况",
        "被申请行政复议2件、被提起行政诉讼1件，复议机关均维持我镇答复。",
        (
            "litigation 1",
            "review 2",
        ),
    ),
    (
        2016,
        "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
        "行政复议：受理1件，维持1件。行政诉讼：0件。",
        (
            "litigation 0",
            "review 1",
            "review.upheld 1",
        ),
    ),
    (
        2016,
        "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
        "收到行政复议申请2件（与信息公开无关），行政诉讼0件。",
        ("litigation 0",),
    ),
    (
        2016,
        "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
        "县政府全年受理行政复议案件46件，审结44件，维持30件。",
        (),
    ),
    (
        2016,
        "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
        "接受行政申诉、举报0件。",
        ("complaints 0",),
    ),
    (
        2016,
        "六、举报投诉情况",
        "接到有关政府信息公开的举报3起、投诉2起，均已办结。",
        (),
    ),
    (
        2016,
        "四、政府信息公开的收费及减免情况",
        "收取复印费32元，减免2人次费用共18元。",
        (
            "application.fees 32",
            "application.fees.waived 18",
        ),
    ),
    (
        2016,
        "四、政府信息公开的收费及减免情况",
        "落实涉企收费政策，减免各类费用120万元。",
        (),
    ),
    (
        2016,
        "一、概述",
        "全年没有收取检索、复制、邮寄等相关费用。",
        ("application.fees zero",),
    ),
    (
        2022,
        "六、其他需要报告的事项",
        "全镇共发出收费通知3件，总金额1240元，实际收取信息处理费两笔共640元。",
        ("application.information_handling_fee 640",),
    ),
)
