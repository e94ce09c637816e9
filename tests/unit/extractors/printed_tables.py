"""Tables of two generations as an office might print them, and ways in which conversions distort them.

Lives here: label texts, values and the figures expected, all written out and of a place that doesn't exist; printing with bars,
tabs and spaces.
It shares nothing with `extractors/forms`: a label changed there must not change what a test expects.
"""

import unicodedata
from collections.abc import Callable, Iterable

Cells = list[str]

NATIONAL_HEADER = ["统计指标", "单位", "统计数"]
# (label, unit, value as printed, indicator code; "" for a row that holds no figure)
NATIONAL = [
    ("一、主动公开情况", "——", "", ""),
    ("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "1,204", "proactive.items"),
    ("其中：主动公开规范性文件数", "条", "31", "proactive.normative_documents.disclosed"),
    ("制发规范性文件总数", "件", "33", "proactive.normative_documents.issued_total"),
    ("（二）通过不同渠道和方式公开政府信息的情况", "——", "", ""),
    ("1.政府公报公开政府信息数", "条", "0", "proactive.items.gazette"),
    ("2.政府网站公开政府信息数", "条", "871", "proactive.items.website"),
    ("3.政务微博公开政府信息数", "条", "", "proactive.items.weibo"),
    ("4.政务微信公开政府信息数", "条", "302", "proactive.items.wechat"),
    ("5.其他方式公开政府信息数", "条", "29", "proactive.items.other_channel"),
    ("二、回应解读情况", "——", "", ""),
    ("（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "次", "4", "response.hot_topics"),
    ("（二）通过不同渠道和方式回应解读的情况", "——", "", ""),
    ("1.参加或举办新闻发布会总次数", "次", "2", "response.press_conferences"),
    ("其中：主要负责同志参加新闻发布会次数", "次", "1", "response.press_conferences.led"),
    ("2.政府网站在线访谈次数", "次", "3", "response.online_interviews"),
    ("其中：主要负责同志参加政府网站在线访谈次数", "次", "", "response.online_interviews.led"),
    ("3.政策解读稿件发布数", "篇", "15", "response.policy_interpretations"),
    ("4.微博微信回应事件数", "次", "6", "response.social_media_replies"),
    ("5.其他方式回应事件数", "次", "7", "response.other_replies"),
    ("三、依申请公开情况", "——", "", ""),
    ("（一）收到申请数", "件", "40", "application.received"),
    ("1.当面申请数", "件", "11", "application.received.in_person"),
    ("2.传真申请数", "件", "0", "application.received.fax"),
    ("3.网络申请数", "件", "24", "application.received.online"),
    ("4.信函申请数", "件", "5", "application.received.letter"),
    ("（二）申请办结数", "件", "39", "application.closed"),
    ("1.按时办结数", "件", "37", "application.closed.on_time"),
    ("2.延期办结数", "件", "", "application.closed.extended"),
    ("（三）申请答复数", "件", "38", "application.replied"),
    ("1.属于已主动公开范围数", "件", "8", "application.replied.already_public"),
    ("2.同意公开答复数", "件", "12", "application.replied.granted"),
    ("3.同意部分公开答复数", "件", "3", "application.replied.partly_granted"),
    ("4.不同意公开答复数", "件", "9", "application.replied.refused"),
    ("其中：涉及国家秘密", "件", "", "application.replied.refused.state_secret"),
    ("涉及商业秘密", "件", "2", "application.replied.refused.trade_secret"),
    ("涉及个人隐私", "件", "1", "application.replied.refused.privacy"),
    ("危及国家安全、公共安全、经济安全和社会稳定", "件", "0", "application.replied.refused.public_security"),
    ("不是《条例》所指政府信息", "件", "6", "application.replied.refused.not_government_information"),
    ("法律法规规定的其他情形", "件", "", "application.replied.refused.other_law"),
    ("5.不属于本行政机关公开数", "件", "14", "application.replied.not_this_agency"),
    ("6.申请信息不存在数", "件", "16", "application.replied.not_exist"),
    ("7.告知作出更改补充数", "件", "17", "application.replied.amendment_asked"),
    ("8.告知通过其他途径办理数", "件", "18", "application.replied.other_route"),
    ("（四）申请公开的主要内容", "", "", ""),
    ("主要侧重____、____等几个方面，其中____占比___%、____占比___%。", "——", "", ""),
    ("四、行政复议数量", "件", "21", "review"),
    ("（一）维持具体行政行为数", "件", "22", "review.upheld"),
    ("（二）被依法纠错数", "件", "23", "review.corrected"),
    ("（三）其他情形数", "件", "", "review.other"),
    ("五、行政诉讼数量", "件", "25", "litigation"),
    ("（一）维持具体行政行为或者驳回原告诉讼请求数", "件", "26", "litigation.upheld"),
    ("（二）被依法纠错数", "件", "27", "litigation.corrected"),
    ("（三）其他情形数", "件", "28", "litigation.other"),
    ("六、举报投诉数量", "件", "30", "complaints"),
    ("七、依申请公开信息收取的费用", "万元", "0.35", "application.fees"),
    ("八、机构建设和保障经费情况", "——", "", ""),
    ("（一）政府信息公开工作专门机构数", "个", "44", "resource.dedicated_units"),
    ("（二）设置政府信息公开查阅点数", "个", "45", "resource.reading_points"),
    ("（三）从事政府信息公开工作人员数", "人", "46", "resource.staff"),
    ("1.专职人员数（不包括政府公报及政府网站工作人员数）", "人", "19", "resource.staff.full_time"),
    ("2.兼职人员数", "人", "20", "resource.staff.part_time"),
    ("（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）", "万元", "12.5", "resource.funds"),
    ("九、政府信息公开会议和培训情况", "——", "", ""),
    ("（一）召开政府信息与政务公开工作会议或专题会议数", "次", "51", "training.meetings"),
    ("（二）举办各类培训班数", "次", "52", "training.courses"),
    ("（三）接受培训人员数", "人次", "530", "training.attendees"),
]

COASTAL_HEADER = ["指标名称", "计量单位", "2016年", "历年累计"]
# (label, unit, this year, cumulative, indicator code)
COASTAL = [
    ("主动公开文件数", "条", "310", "4120", "proactive.items"),
    ("其中：1.政府网站公开数", "条", "298", "3987", "proactive.items.website"),
    ("2.政府公报公开数", "条", "12", "133", "proactive.items.gazette"),
    ("受理政府信息公开申请总数", "条", "9", "77", "application.received"),
    ("其中：1.当面申请数", "条", "1", "20", "application.received.in_person"),
    ("2.网络申请数", "条", "7", "50", "application.received.online"),
    ("3.信函、传真申请数", "条", "", "6", "application.received.letter_or_fax"),
    ("对申请的答复总数", "条", "8", "76", "application.replied"),
    ("其中：1.同意公开答复数", "条", "5", "60", "application.replied.granted"),
    ("2.同意部分公开答复数", "条", "2", "", "application.replied.partly_granted"),
    ("3.不予公开答复数", "条", "0", "4", "application.replied.refused"),
    ("4.其他类型答复数", "条", "3", "11", "application.replied.other"),
    ("政府信息公开收费减免金额", "元", "15.5", "240", "application.fees.waived"),
    ("接受行政申诉、举报数", "件", "13", "14", "complaints"),
    ("行政复议数", "件", "16", "17", "review"),
    ("行政诉讼数", "件", "18", "19", "litigation"),
]

# Figures by (indicator, basis): the number without separators, or None for a blank.
Figures = dict[tuple[str, str], str | None]


def national_rows() -> list[Cells]:
    return [NATIONAL_HEADER, *([label, unit, value] for label, unit, value, _ in NATIONAL)]


def national_figures() -> Figures:
    return {(code, "current"): value.replace(",", "") or None for _, _, value, code in NATIONAL if code}


def coastal_rows() -> list[Cells]:
    return [COASTAL_HEADER, *([label, unit, year, total] for label, unit, year, total, _ in COASTAL)]


def coastal_figures() -> Figures:
    figures: Figures = {}
    for _, _, year, total, code in COASTAL:
        figures[code, "current"] = year or None
        figures[code, "cumulative"] = total or None
    return figures


def with_bars(rows: Iterable[Cells]) -> str:
    lines = ["| " + " | ".join(cells) + " |" for cells in rows]
    return "\n".join([lines[0], "|" + "---|" * (lines[0].count("|") - 1), *lines[1:]])


def with_tabs(rows: Iterable[Cells]) -> str:
    return "\n".join("\t".join(cells) for cells in rows)


def one_cell_a_line(rows: Iterable[Cells]) -> str:
    """As word processors export tables to text."""
    return "\n".join(cell for cells in rows for cell in cells)


def with_two_spaces(rows: Iterable[Cells]) -> str:
    """Cells one after the other: an empty cell leaves no trace."""
    return "\n".join("  ".join(cell for cell in cells if cell) for cells in rows)


def lined_up(rows: Iterable[Cells]) -> str:
    """Columns padded to one display width, as `pdftotext -layout` sets them."""
    table = list(rows)
    widths = [max(_places(cells[index]) for cells in table if index < len(cells)) for index in range(max(map(len, table)))]
    return "\n".join(
        "".join(cell + " " * (widths[index] - _places(cell) + 3) for index, cell in enumerate(cells)).rstrip() for cells in table
    )


def _places(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


PRINTERS: dict[str, Callable[[Iterable[Cells]], str]] = {
    "bars": with_bars,
    "tabs": with_tabs,
    "two spaces": with_two_spaces,
    "lined up": lined_up,
    "one cell a line": one_cell_a_line,
}
