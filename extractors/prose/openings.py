"""What a passage opens with.

Lives here: lead-ins ("（一）主动公开数量：…"), numbered names and short sentences that are no more than a name, taken for headings, and
the list that a passage is, by its headings and the shape of its lines.
Elsewhere: marked and numbered headings (passages.py), what heads a list of information (lists.py), walking through a passage (figures.py).
"""

import re

from extractors.prose import kinds, lists, ways
from extractors.prose.clauses import NUMBERING, WEAK_START
from extractors.prose.wording import pattern_of, squeezed

# "1.机构职能5;2.政策法规100": a list of counts without units.
_BARE_ITEM = re.compile(r"(?:^|[;,。\s])\d{1,2}[.、][^\d;,。]{2,20}\d+(?=[;,。\s]|$)|[^\d,;。()]{2,16}\(\d+条\)")
# "机构职能11，法规文件26，规划计划4": a paragraph that begins with items.
_BARE_LIST = re.compile(r"(?:\s*[^\d\s,;:。、()]{2,12}\d{1,5}[,;、。]){3}")
# "1、政策法规：12条；2、规划计划：8条。": nothing but items.
_ITEMS_ONLY = re.compile(r"(?:\s*[(（]?\d{1,2}[)）、.．]\s*[^\d,;:。()]{2,16}[:]?\s*\d+\s*条\s*[;。]?)+\s*")
# "计划生育40条": a line that is an item.
_ITEM_LINE = re.compile(r"\s*[^\d\s,;:。()]{2,16}\s*:?\s*\d+\s*条次?\s*[;。]?\s*")
_FURTHER = re.compile(r"\s*(?:[(（]?(?:[二三四五六七八九十]|[2-9])[)）、.．]|[二三四五六七八九]是)")
# "机构概况：7": a line of a form.
_BARE_LINE = re.compile(r"[^\d,;:。()]{2,24}:\s*(?:\d+\s*条?|无)\s*")
# "领导信息9条、部门文件34条、扶贫信息52条": three items at least.
_UNIT_OF_ITEM = "(?:条次|条|件|份|篇|则|宗|项|期|次)"
_ITEMS = re.compile(
    rf"\s*(?:[^\s\d,;:。()]{{2,20}}\d{{1,5}}\s*{_UNIT_OF_ITEM}\s*[、,;]\s*(?:另有)?){{2}}[^\s\d,;:。()]{{2,20}}\d{{1,5}}\s*{_UNIT_OF_ITEM}"
)
_ITEM_NAME = re.compile(r"([^\d、,;][^\d,;]*?)\d+[^、,;]*")
# What the form of 2019 asks for is told as a list, too.
_ASKED_BY_FORM = re.compile("(?:行政)?(?:许可|处罚|强制|规范性文件)|行政事业性收费|规章|其他对外管理服务事项|政府集中采购")
_DOES = re.compile(
    "(?:办理|召开|举办|开展|受理|收到|接待|接受|解答|发放|印发|悬挂|制作|设立|设置|配备|编印|报送|排查|检查|培训|调解|完成|组织|新增)"
    "|^(?:推出|发出|提供|出台|制定|落实|实施|走访|签订|评选|征集|查处|清理|修订|废止|建立|建设|改造|投入|争取|引进|化解|处理|处置|回复|答复|采纳|转办|承办|梳理|整理|撰写)"
    "|^(?:编写|上报|刊发|播放|播出|张贴|印制|赠送|移交|接听|参加|开设|开通|关停|维护|巡查|立案|结案|调查|审核|审批|核发|颁发|办结|提出|提交|下发|转发|整改)"
    "|(?:公开|发布|公布|更新|上传|推送)(?:了)?(?![类栏])[^,]"
)
LONGEST_LEAD = 44
_LONGEST_TOPIC = 20
# What a heading says of its section it says sooner; longer ones are paragraphs that markup made headings.
_LONGEST_HEADING = 80


def opening_of(body: str, heads: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The words of "（一）主动公开数量：…" before the colon, if it begins so, and the headings with what it opens with."""
    lead, heads = _lead_in(body, heads)
    if any(len(head) > _LONGEST_HEADING for head in heads):
        heads = tuple(head[:_LONGEST_HEADING] for head in heads)
    if lead is None and (opening := _opening_name(body)):
        heads = (*heads, opening)
    return lead, heads


def is_numbered(body: str, lead: str | None) -> bool:
    """Whether the passage may be an item of a list that one before it began."""
    return lead is not None or _ITEM_LINE.fullmatch(body) is not None or WEAK_START.match(squeezed(body[:6])) is not None


def is_further_way(body: str, above: tuple[str, ...]) -> bool:
    """Whether the passage is an item behind the first in a numbered list of ways ("2、通过广播、电视、报刊等公开1207条")."""
    return bool(above) and _FURTHER.match(body) is not None and pattern_of("about_ways").search(above[-1]) is not None


def list_in(body: str, numbered: bool, heads: tuple[str, ...], above: tuple[str, ...]) -> str | None:
    """What the items of the passage are, if it is a list; `above` are the headings without what it opens with itself."""
    if heads and (numbered or "条)" in body):
        listed = lists.headed(heads[-1])
        if listed is not None and len(_BARE_ITEM.findall(body)) > 1:
            return listed
    if not above:
        return None
    if (_BARE_LIST.match(body) or _BARE_LINE.fullmatch(body)) and (listed := lists.headed(above[-1])) is not None:
        return listed
    is_items = _ITEM_LINE.fullmatch(body) is not None or _ITEMS_ONLY.fullmatch(body) is not None
    return "category" if is_items and pattern_of("about_disclosure").search(above[-1]) else None


def items_from(body: str, start: int, end: int, heads: tuple[str, ...]) -> str | None:
    """What a sentence lists that is nothing but items from its beginning on ("领导信息9条、部门文件34条、扶贫信息52条")."""
    if not heads or pattern_of("about_disclosure").search(heads[-1]) is None or (match := _ITEMS.match(body, start, end)) is None:
        return None
    names = _ITEM_NAME.findall(squeezed(match[0]))
    is_list = all(kinds.is_label(name) and not pattern_of("not_information").search(name) and not _DOES.search(name) for name in names)
    is_list = is_list and not any(_ASKED_BY_FORM.fullmatch(name) for name in names)
    return "category" if is_list and not any(ways.channel_code(name) for name in names) else None


def topic_in(body: str, start: int, end: int) -> str:
    """What a short sentence names, if it is no more than a name ("一是政府网站。")."""
    if end - start > _LONGEST_TOPIC:
        return ""
    words = WEAK_START.sub("", NUMBERING.sub("", squeezed(body[start:end]))).rstrip("。")
    return "" if any(mark in words for mark in ",:;!?") else words


def _opening_name(body: str) -> str:
    """ "（一）主动公开情况。全年…": the numbered name that a paragraph begins with, as if it were its heading."""
    end = body.find("。", 0, _LONGEST_TOPIC + 4)
    if end < 0 or NUMBERING.match(squeezed(body[:end])) is None:
        return ""
    words = topic_in(body, 0, end + 1)
    return "" if ways.channel_code(words) or words.endswith(("类", "领域")) or any(mark.isdigit() for mark in words) else words


def _lead_in(body: str, heads: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The words of "（一）主动公开数量：…" before the colon, and the headings with them."""
    match = pattern_of("lead_in").match(body) if ":" in body[:LONGEST_LEAD] else None
    if match is None:
        return None, heads
    lead = squeezed(match["lead"] or match["plain"])
    return lead, (*heads, lead)
