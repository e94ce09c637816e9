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
)
