"""Sentences of invented reports: known channels, counts glued together, and indicators that few reports give in prose."""

from prose_clauses import APPEALS, OVERVIEW, PROACTIVE, REQUESTS, RESOURCES, RESPONSE, Case

CHANNELS: tuple[Case, ...] = (
    (
        2016,
        PROACTIVE,
        "网站公开信息20条，公报公开信息5条，微博公开信息7条，微信公开信息9条，其他方式公开信息3条。",
        (
            "proactive.items.website 20",
            "proactive.items.gazette 5",
            "proactive.items.weibo 7",
            "proactive.items.wechat 9",
            "proactive.items.other_channel 3",
        ),
    ),
    (2016, PROACTIVE, "通过其他途径公开政府信息12条。", ("proactive.items.other_channel 12",)),
    (2016, PROACTIVE, "以其他方式公开信息4条。", ("proactive.items.other_channel 4",)),
    (2016, PROACTIVE, "官网发布信息22条。", ("proactive.items.website 22",)),
    (2016, PROACTIVE, "网站（含转发）35条。", ("proactive.items.website 35",)),
    (2016, PROACTIVE, "微信公众号发布有关图文12条。", ("proactive.items.wechat 12",)),
    (2016, PROACTIVE, "线上信息公开15条。", ("proactive.items.by_channel[线上] 15",)),
    (2016, PROACTIVE, "星桥网发布信息87条。", ("proactive.items.by_channel[星桥网] 87",)),
    (2016, PROACTIVE, "政务微信群发布信息9条。", ("proactive.items.by_channel[政务微信群] 9",)),
    (2016, PROACTIVE, "主动公开政府信息（不含转载）120条。", ("proactive.items 120",)),
)

GLUED: tuple[Case, ...] = (
    (2016, PROACTIVE, "全年发布信息20项135条。", ("proactive.items 135",)),
    (2016, PROACTIVE, "主动公开政府信息320条45项。", ("proactive.items 320",)),
    (2016, PROACTIVE, "主动公开政府信息45项20份。", ()),
    (
        2016,
        PROACTIVE,
        "1.机构职能5;2.政策法规100;3.工作动态20",
        (
            "proactive.items.by_category[机构职能] 5",
            "proactive.items.by_category[政策法规] 100",
            "proactive.items.by_category[工作动态] 20",
        ),
    ),
    # 52 of the first, or 5 and the number of the next item: nobody can tell.
    (
        2016,
        PROACTIVE,
        "主动公开政府信息125条，其中：1.机构职能52.政策法规1003.工作动态20。",
        ("proactive.items 125", "proactive.items.by_category[工作动态] 20"),
    ),
    (
        2016,
        PROACTIVE,
        "机构职能类信息180条，新增31条。",
        ("proactive.items.by_category[机构职能] 180 @cumulative", "proactive.items.by_category[机构职能] 31"),
    ),
    (2016, "一、主要做法", "1.培训干部5;2.走访群众100;3.整改问题20", ()),
)

CODES: tuple[Case, ...] = (
    (2021, PROACTIVE, "2021年制定政府规章2件，现行有效规章14件。", ("proactive.rules.issued 2", "proactive.rules.in_force 14")),
    (2021, PROACTIVE, "全年行政事业性收费12.5万元。", ("proactive.fees.amount 12.5",)),
    (
        2021,
        PROACTIVE,
        "全年作出行政许可126件，作出行政处罚决定35件。",
        ("proactive.licensing.decisions 126", "proactive.penalties.decisions 35"),
    ),
    (
        2016,
        PROACTIVE,
        "产生政府信息320条，其中主动公开280条，依申请公开30条，不予公开10条。",
        (
            "proactive.information_produced 320",
            "proactive.items 280",
            "proactive.information_on_request 30",
            "proactive.information_withheld 10",
        ),
    ),
    (2016, RESPONSE, "在线访谈3次，其中主要负责同志参加1次。", ("response.online_interviews 3", "response.online_interviews.led 1")),
    (2016, RESPONSE, "主要负责同志参加政府网站在线访谈2次。", ("response.online_interviews.led 2",)),
    (2016, RESPONSE, "召开新闻发布会4次，其中主要负责人参加2次。", ("response.press_conferences 4", "response.press_conferences.led 2")),
    (2016, RESPONSE, "微博微信回应事件数12次，其他方式回应事件数5次。", ("response.social_media_replies 12", "response.other_replies 5")),
    (
        2016,
        REQUESTS,
        "收到申请50件，较上年减少10件，下降16.7%。",
        ("application.received 50", "application.yoy_change -10", "application.yoy_rate -16.7"),
    ),
    (
        2021,
        REQUESTS,
        "共受理申请121件（其中新收112件，上年结转9件）。",
        ("application.received_incl_carried_over 121", "application.new 112", "application.carried_over 9"),
    ),
    (2021, REQUESTS, "已答复45件，转下年度办理5件。", ("application.outcome.total 45", "application.carried_forward 5")),
    (2021, REQUESTS, "3件由申请人主动撤回。", ("application.withdrawn 3",)),
    (
        2021,
        REQUESTS,
        "申请中属于国家秘密1件，属于三类内部事务信息2件；本机关不掌握相关政府信息3件，补正后申请内容仍不明确4件；重复申请5件。",
        (
            "application.outcome.refused.state_secret 1",
            "application.outcome.refused.internal_affairs 2",
            "application.outcome.unavailable.not_held 3",
            "application.outcome.unavailable.unclear 4",
            "application.outcome.not_processed.repeated 5",
        ),
    ),
    (
        2014,
        REQUESTS,
        "不同意公开3件，其中涉及国家秘密1件、涉及商业秘密2件。",
        (
            "application.replied.refused 3",
            "application.replied.refused.state_secret 1",
            "application.replied.refused.trade_secret 2",
        ),
    ),
    (
        2021,
        APPEALS,
        "行政诉讼12件，其中结果维持8件，结果纠正1件，其他结果2件，尚未审结1件。",
        ("litigation 12", "litigation.upheld 8", "litigation.corrected 1", "litigation.other 2", "litigation.pending 1"),
    ),
    (
        2014,
        APPEALS,
        "行政复议8件。其中维持具体行政行为5件，被依法纠错2件，其他情形1件。行政诉讼4件。其中维持3件。",
        ("review 8", "review.upheld 5", "review.corrected 2", "review.other 1", "litigation 4", "litigation.upheld 3"),
    ),
    (
        2021,
        APPEALS,
        "行政诉讼46件，其中未经复议直接起诉26件，结果维持20件；复议后起诉20件，结果维持15件。",
        (
            "litigation 46",
            "litigation.direct 26",
            "litigation.direct.upheld 20",
            "litigation.after_review 20",
            "litigation.after_review.upheld 15",
        ),
    ),
    (2014, APPEALS, "行政诉讼3件，驳回原告诉讼请求2件。", ("litigation 3", "litigation.upheld 2")),
    # Beside 维持 it is the decision that was revoked, not the case.
    (2014, APPEALS, "行政复议案件5件，其中维持3件、撤销2件。", ("review 5", "review.upheld 3")),
    (2014, APPEALS, "行政复议案件5件，其中2件已撤销。", ("review 5", "review.withdrawn 2")),
    (2016, RESOURCES, "安排信息公开专项经费5万元，实际支出4.6万元。", ("resource.funds 5", "resource.expenditure 4.6")),
    (2021, OVERVIEW, "政府网站访问量达23.5万次，运维政务新媒体3个。", ("platform.website_visits 235000", "platform.new_media_accounts 3")),
)

NO_CODES: tuple[tuple[int, str, str], ...] = (
    (2021, PROACTIVE, "完善规章制度6项。"),
    (2021, PROACTIVE, "制定规章制度6项。"),
    (2021, PROACTIVE, "取消行政事业性收费12万元，公布行政事业性收费项目3项。"),
    (2021, PROACTIVE, "减免行政事业性收费120万元。"),
    (2016, PROACTIVE, "在全省政务公开网评比中获奖3次。"),
    (2016, PROACTIVE, "接入互联网发布信息12条。"),
    (2021, PROACTIVE, "梳理行政许可126项、行政处罚350项。"),
    (2016, APPEALS, "结果维持3件。"),
    (2016, RESPONSE, "主要负责同志参加会议4次。"),
    (2016, OVERVIEW, "全年支出3.2万元。"),
    (2016, OVERVIEW, "重复申请低保3件，商标撤回2件。"),
)
