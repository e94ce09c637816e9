"""What a passage opens with.

Lives here: lead-ins ("（一）主动公开数量：…"), numbered names and short sentences that are no more than a name, taken for headings, and
the list that a passage is, by its headings and the shape of its lines.
Elsewhere: marked and numbered headings (passages.py), what heads a list of information (lists.py), walking through a passage (figures.py).
"""

import re

from extractors.prose import lists, ways
from extractors.prose.clauses import NUMBERING, WEAK_START
from extractors.prose.wording import pattern_of, squeezed

# "1.机构职能5;2.政策法规100": a list of counts without units.
_BARE_ITEM = re.compile(r"(?:^|[;,。\s])\d{1,2}[.、][^\d;,。]{2,20}\d+(?=[;,。\s]|$)|[^\d,;。()]{2,16}\(\d+条\)")
# "机构职能11，法规文件26，规划计划4": a paragraph that begins with items.
_BARE_LIST = re.compile(r"(?:\s*[^\d\s,;:。、()]{2,12}\d{1,5}[,;、。]){3}")
# "1、政策法规：12条；2、规划计划：8条。": nothing but items.
_ITEMS_ONLY = re.compile(r"(?:\s*[(（]?\d{1,2}[)）、.．]\s*[^\d,;:。()]{2,16}[:]?\s*\d+\s*条\s*[;。]?)+\s*")
# "计划生育40条": a line that is an item.
_ITEM_LINE = re.compile(r"[^\d,;:。()]{2,16}:?\s*\d+\s*条次?\s*[;。]?\s*")
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


def list_in(body: str, numbered: bool, heads: tuple[str, ...], above: tuple[str, ...]) -> str | None:
    """What the items of the passage are, if it is a list; `above` are the headings without what it opens with itself."""
    if heads and (numbered or "条)" in body):
        listed = lists.headed(heads[-1])
        if listed is not None and len(_BARE_ITEM.findall(body)) > 1:
            return listed
    if not above:
        return None
    if _BARE_LIST.match(body) and (listed := lists.headed(above[-1])) is not None:
        return listed
    is_items = _ITEM_LINE.fullmatch(body) is not None or _ITEMS_ONLY.fullmatch(body) is not None
    return "category" if is_items and pattern_of("about_disclosure").search(above[-1]) else None


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
