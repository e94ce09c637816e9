"""Requests and disputes among cases of other kinds, and what is carried from year to year. Written as reports say it.

Format as in prose_clauses.py.
"""

from prose_clauses import Case

MORE_PARTS: tuple[Case, ...] = (
    (
        2020,
        "三、收到和处理政府信息公开申请情况",
        "受理政府信息公开申请342件（本年新收329件、上年结转13件），其中自然人申请302件。",
        (
            "application.carried_over 13",
            "application.new 329",
            "application.new[自然人] 302",
            "application.received_incl_carried_over 342",
        ),
    ),
    (
        2020,
        "三、收到和处理政府信息公开申请情况",
        "新收1件、结转0件。",
        (
            "application.carried_over 0",
            "application.new 1",
        ),
    ),
    (
        2020,
        "三、收到和处理政府信息公开申请情况",
        "收到申请7件，办结7件，无结转。",
        (
            "application.carried_forward zero",
            "application.new 7",
            "application.outcome.total 7",
        ),
    ),
    (
        2020,
        "三、收到和处理政府信息公开申请情况",
        "收到依申请公开27件，上年结转无。",
        (
            "application.carried_over zero",
            "application.new 27",
        ),
    ),
    (
        2020,
        "三、收到和处理政府信息公开申请情况",
        "收到申请9宗，已按期答复7宗，未到答复期2宗。",
        (
            "application.carried_forward 2",
            "application.new 9",
            "application.outcome.total 7",
        ),
    ),
    (
        2020,
        "三、收到和处理政府信息公开申请情况",
        "予以公开5件、本机关不掌握2件、信访类申请不予处理1件。",
        (
            "application.outcome.granted 5",
            "application.outcome.not_processed.petition 1",
            "application.outcome.unavailable.not_held 2",
        ),
    ),
    (
        2020,
        "一、总体情况",
        "处理依申请公开8件，比上一年度少2件。",
        (
            "application.new 8",
            "application.yoy_change -2",
        ),
    ),
    (
        2020,
        "一、总体情况",
        "依申请公开：收到0件，办理0件。",
        (
            "application.new 0",
            "application.outcome.total 0",
        ),
    ),
    (
        2020,
        "一、总体情况",
        "申请公开3件，全部予以公开。",
        (
            "application.new 3",
            "application.outcome.granted 3",
        ),
    ),
    (
        2020,
        "四、政府信息公开行政复议、行政诉讼情况",
        "行政诉讼8件，其中未经复议直接起诉5件，复议后起诉3件，结果维持6件，尚未审结2件。",
        (
            "litigation 8",
            "litigation.after_review 3",
            "litigation.direct 5",
            "litigation.pending 2",
            "litigation.upheld 6",
        ),
    ),
    (
        2020,
        "四、政府信息公开行政复议、行政诉讼情况",
        "行政复议0件，行政诉讼2件，均未经复议直接起诉，1件维持、1件尚未审结。",
        (
            "litigation 2",
            "litigation.direct 2",
            "litigation.direct.pending 1",
            "litigation.direct.upheld 1",
            "review 0",
        ),
    ),
    (
        2020,
        "四、政府信息公开行政复议、行政诉讼情况",
        "行政复议四件，其中维持三件、撤销重作一件；诉讼案件无。",
        (
            "litigation zero",
            "review 4",
            "review.corrected 1",
            "review.upheld 3",
        ),
    ),
    (
        2020,
        "四、政府信息公开行政复议、行政诉讼情况",
        "我镇被申请行政复议1件（宅基地登记事项），已被驳回。因政府信息公开工作被申请行政复议0件、提起行政诉讼0件。",
        (
            "litigation 0",
            "review 0",
        ),
    ),
    (
        2020,
        "四、政府信息公开行政复议、行政诉讼情况",
        "政府信息公开类行政复议17件，维持12件，其他5件。另有治安类行政复议案件46件、行政应诉21件。",
        (
            "review 17",
            "review.other 5",
            "review.upheld 12",
        ),
    ),
    (
        2020,
        "四、政府信息公开行政复议、行政诉讼情况",
        "作为行政复议机构，全年收到行政复议申请137件，受理121件，维持62件。本机关作为被申请人的政府信息公开类行政复议0件、行政诉讼0件。",
        (
            "litigation 0",
            "review 0",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "受理村民申请查询土地承包合同五件，同意公开四件，不属本机关一件。",
        (
            "application.received 5",
            "application.replied.granted 4",
            "application.replied.not_this_agency 1",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "对申请的答复12件，“同意公开”10件；“申请内容不明确”要求补正2件。",
        (
            "application.replied 12",
            "application.replied.amendment_asked 2",
            "application.replied.granted 10",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "在已答复的70件政府信息公开申请中：“同意公开”52件，“信息不存在”18件。",
        (
            "application.replied 70",
            "application.replied.granted 52",
            "application.replied.not_exist 18",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "编制依申请公开信息目录17条。",
        ("application.catalogue_entries 17",),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "受理门诊慢性病申请2871件，办结2871件。未收到政府信息公开申请。",
        ("application.received zero",),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "受理群众来信来访412件次，按期办结率99.5%。",
        (),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "补发结婚证件156件，收取工本费3.2万元。",
        (),
    ),
    (
        2016,
        "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
        "没有因政府信息公开工作引起的申诉、行政复议和行政诉讼。",
        (
            "appeals zero",
            "litigation zero",
            "review zero",
        ),
    ),
    (
        2016,
        "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
        "发生行政复议5起、行政诉讼2起。5起行政复议中，维持4起，申请人撤回1起；2起行政诉讼均在审理中。",
        (
            "litigation 2",
            "litigation.pending 2",
            "review 5",
            "review.upheld 4",
            "review.withdrawn 1",
        ),
    ),
    (
        2016,
        "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
        "复议1宗（维持），诉讼0宗，投诉0宗。",
        (
            "complaints 0",
            "litigation 0",
            "review 1",
            "review.upheld 1",
        ),
    ),
    (
        2016,
        "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
        "行政复议数0件，行政诉讼数0件，行政申诉数0件。",
        (
            "appeals 0",
            "litigation 0",
            "review 0",
        ),
    ),
    (
        2024,
        "一、总体情况",
        "因信息公开被申请复议2件，均维持；被诉1件，尚在审理。",
        (
            "litigation 1",
            "litigation.pending 1",
            "review 2",
            "review.upheld 2",
        ),
    ),
    (
        2024,
        "一、总体情况",
        "因信息公开被提起诉讼1件，法院驳回诉讼请求。",
        (
            "litigation 1",
            "litigation.upheld 1",
        ),
    ),
    (
        2024,
        "一、总体情况",
        "办理的申请中，2件经补正后申请内容仍不明确，1件属重复申请不予处理，申请人主动撤回1件。",
        (
            "application.outcome.not_processed.repeated 1",
            "application.outcome.unavailable.unclear 2",
            "application.withdrawn 1",
        ),
    ),
    (
        2024,
        "四、政府信息公开行政复议、行政诉讼情况",
        "以本镇为被申请人的政府信息公开类复议案件没有发生，投诉举报也没有。",
        (
            "complaints zero",
            "review zero",
        ),
    ),
    (
        2016,
        "依申请公开情况",
        "本年度收到5份申请，较上年增加2份，其中“同意公开”4份，“不属于本机关公开”1份。",
        (
            "application.received 5",
            "application.replied.granted 4",
            "application.replied.not_this_agency 1",
            "application.yoy_change 2",
        ),
    ),
    (
        2022,
        "四、政府信息公开行政复议、行政诉讼情况",
        "无行政复议，1件行政诉讼正在审理。",
        (
            "litigation 1",
            "litigation.pending 1",
            "review zero",
        ),
    ),
    (
        2022,
        "三、收到和处理政府信息公开申请情况",
        "全部公开8件，部分公开3件，本机关不掌握4件，其他1件。",
        (
            "application.outcome.granted 8",
            "application.outcome.other 1",
            "application.outcome.partly_granted 3",
            "application.outcome.unavailable.not_held 4",
        ),
    ),
    (
        2016,
        "三、政府信息依申请公开情况",
        "申请受理15件、办结14件；办结的14件中公开9件、部分公开1件、不公开4件。",
        (
            "application.closed 14",
            "application.received 15",
            "application.replied.granted 9",
            "application.replied.partly_granted 1",
            "application.replied.refused 4",
        ),
    ),
    (
        2012,
        "四、政府信息公开的收费及减免情况",
        "全年实际收取费用56.5元，其中检索费12元、复制费24.5元、邮寄费20元。",
        ("application.fees 56.5",),
    ),
    (
        2012,
        "四、政府信息公开的收费及减免情况",
        "收取检索费12元、复制费24元、邮寄费20元。",
        (),
    ),
    (
        2012,
        "四、政府信息公开的收费及减免情况",
        "由于没有申请人，本年度未发生收费和减免费用情况。",
        (
            "application.fees zero",
            "application.fees.waived zero",
        ),
    ),
    (
        2015,
        "三、政府信息依申请公开情况",
        "依申请公开、不予公开、收费、复议、诉讼等情况均为零。",
        (
            "application.fees zero",
            "application.received zero",
            "application.replied.refused zero",
            "litigation zero",
            "review zero",
        ),
    ),
)
