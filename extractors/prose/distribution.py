"""Numbers told for several names in turn: "机构职能、政策法规类信息分别为12条、8条".

Lives here: names that stand together before their numbers, what they share ("类信息" behind the last is behind each), and which number
is whose. Where names and numbers are not one to one, nobody can tell: the numbers are passed over.
Elsewhere: what a name with its number means (matching.py, disclosure/), one number alone (clauses.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.numerals import PERCENT, READABLE, Numeral
from extractors.prose import ways
from extractors.prose.clauses import WEAK_START, Place, stem_of
from extractors.prose.wording import pattern_of, squeezed
from extractors.prose.writing import LONGEST_REACH, Sentence, last_boundary

RESPECTIVELY = ("分别", "依次")
Event = Numeral | re.Match[str]
_BETWEEN_NUMBERS = re.compile(r"\s*(?:[、,;]|[、,]?(?:和|及|与|以及))?\s*")
BETWEEN_NAMES = re.compile("以及|[、和与及]")
_LAST_AND = re.compile("(.+)(?:以及|[和与及])(.+)")
_NO_CLAUSE = re.compile("[,;。!?()]")
# "分别公开政府信息120条" says what was done, "分别在网站、微信公众号公开120条、80条" also where.
_LONGEST_MIDDLE = 60
# "…两类信息分别为": a number that only counts the names.
_COUNTS_NAMES = frozenset("两二三四五六七八九十23456789")
_LONGEST_COUNTED = 8
# "各部门、乡镇通过微博、微信分别公开": who did it is none of the names.
_WHO = re.compile(
    "^[^,;:]{0,24}?(?=通过|利用|依托|借助)|^(?:充分)?(?:发挥|用好|用活)|^[^,;:、]{0,16}?公开的?(?:信息|内容)(?:主要)?(?:为|是|有|分为|涉及|集中在|包括|涵盖|包含)"
)
# "发挥公示栏、电子屏作用".
_ROLE = re.compile("(?:的)?(?:阵地|平台|载体)?(?:作用|优势|功能)$")
# "微信公众号1个、微博1个，分别发布…": names that were counted themselves.
_COUNTED = re.compile(r"(?:[^、]*?其中)?(?P<name>[^\d、,;:。]{2,12})[\d一二两三]+个")
_SHARE_BEFORE = re.compile("(?:各|约|所)?占(?:比例?|比重|(?:总|全部|公开|信息|主动)[^,、]{0,10}(?:比例|比重|百分比)?)的?$")
_RUN = re.compile(
    "(?:开通|开设|建有|拥有|运营|维护|管理|依托|利用|通过|用好|建成)(?:了)?(?:的|官方|政务)?(?P<names>[^,;:。]{4,60}?)(?:等)?$"
)
# "网站、微信、公开栏三种渠道公开": the last word is none of the last name's.
_COUNTS_WAYS = re.compile("^(?:渠道|方式|平台|载体|途径|形式|媒介)")
# "…等，数量分别为": the names stand in the clause before.
_ONLY_COUNTS = re.compile("(?:信息|公开|发布)*(?:数量|条数|数)?")
# "机构概况、法规文件两类，数量分别为": what stands behind the number that only counts the names.
_COUNTS_BEHIND = re.compile(",(?:信息|公开|发布)*(?:数量|条数|数)?$")
# "民政、卫生领域信息最多，分别为": no part of the last name.
_BEHIND_NAMES = re.compile("(?:最多|较多|居多|居前|等)$")
_EXAMPLES = re.compile("等(?=(?:方面|领域|类|信息|渠道|方式|平台|媒体|[两二三四五六七八九十]))")
_LED = re.compile("[^、]{0,24}?(?:分为|包括|分成)")


@dataclass(slots=True)
class Distribution:
    """`numerals` are those told in turn. `names` is None where they aren't one to one, empty where the sentence named them before."""

    names: list[str] | None
    numerals: list[Numeral]
    middle: str
    clause_start: int

    @property
    def start(self) -> int:
        return self.numerals[0].open

    @property
    def end(self) -> int:
        return self.numerals[-1].close

    @property
    def is_share(self) -> bool:
        return self.numerals[0].kind == PERCENT and pattern_of("share").fullmatch(self.middle) is not None

    def places(self) -> list[Place]:
        """Each number as if its name alone stood before it."""
        if not self.names:
            return []
        labels = [name + self.middle for name in self.names]
        return [Place(numeral, label, stem_of(label), "", self.clause_start) for label, numeral in zip(labels, self.numerals, strict=True)]


def distribution_at(text: str, sentence: Sentence, events: Sequence[Event], at: int) -> Distribution | None:
    """The distribution that begins with the number `events[at]`; None where 分别 doesn't stand before it, or hands out nothing."""
    first = events[at]
    assert isinstance(first, Numeral)
    since = max(sentence.start, first.open - LONGEST_REACH, _end(events[at - 1]) if at else 0)
    word = max(text.rfind(said, since, first.open) for said in RESPECTIVELY)
    middle = squeezed(text[word + len(RESPECTIVELY[0]) : first.open]).replace(":", "")
    if word < 0 or len(middle) > _LONGEST_MIDDLE or _NO_CLAUSE.search(middle):
        return None
    numerals = [first]
    while at + len(numerals) < len(events):
        following = events[at + len(numerals)]
        if not isinstance(following, Numeral) or following.kind not in READABLE or (following.kind == PERCENT) != (first.kind == PERCENT):
            break
        if _BETWEEN_NUMBERS.fullmatch(text, numerals[-1].close, following.open) is None:
            break
        numerals.append(following)
    start, words = _names_before(text, sentence, events, at, word)
    if len(numerals) == 1 and len(BETWEEN_NAMES.split(words)) == 1:
        return None
    if first.kind == PERCENT and (share := _SHARE_BEFORE.search(words)) is not None:
        # "占总数的比例分别为": as if it said "分别占总数的比例为".
        words, middle = words[: share.start()], share[0]
    if first.kind != PERCENT and pattern_of("own").fullmatch(words):
        words = _counted_names(text, sentence, word) or _ways_before(text, sentence, start)
    elif first.kind != PERCENT and pattern_of("whole_only").fullmatch(words) and (ways_named := _ways_before(text, sentence, start)):
        # "开通微信、微博，全年发布信息分别为".
        words, middle = ways_named, words + middle
    if not words and first.kind == PERCENT:
        return Distribution([], numerals, middle, start)
    if (pieces := _split(words, len(numerals))) is None and (pieces := _split(middle, len(numerals))) is not None:
        middle = ""
    if pieces is None or any(pattern_of("office").search(piece) and ways.channel_code(piece) is None for piece in pieces):
        # "镇、村分别公开40条、120条" is told of places, each of which has a report of its own.
        return Distribution(None, numerals, middle, start)
    return Distribution(completed(pieces), numerals, middle, start)


def _end(event: Event) -> int:
    return event.close if isinstance(event, Numeral) else event.end()


def _names_before(text: str, sentence: Sentence, events: Sequence[Event], at: int, word: int) -> tuple[int, str]:
    """The words that hold the names, and where they begin; no words where the clause names nothing."""
    limit = max(sentence.start, word - LONGEST_REACH)
    end, shared = word, ""
    before = events[at - 1] if at else None
    if isinstance(before, Numeral):
        counted = _COUNTS_BEHIND.sub("", squeezed(text[before.close : word]))
        if text[before.start : before.end] in _COUNTS_NAMES and len(counted) <= _LONGEST_COUNTED and not _NO_CLAUSE.search(counted):
            # "政策法规、规划计划两类信息分别为": as if it said "政策法规类、规划计划类信息".
            end, shared = before.open, ("类" if before.unit in ("类", "大类") else "") + _COUNTS_WAYS.sub("", counted)
            limit = max(limit, _end(events[at - 2]) if at > 1 else 0)
            if (led := _LED.match(text, last_boundary(text, limit, end), end)) is not None:
                # "信息分为机构概况、法规文件两类，分别为": the names begin behind 分为.
                limit = led.end()
        else:
            limit = max(limit, before.close)
    elif before is not None:
        limit = max(limit, _end(before))
    start = max(limit, last_boundary(text, limit, end))
    if start > limit and text[start - 1] == "," and _ONLY_COUNTS.fullmatch(squeezed(text[start:end])):
        # "政策法规、规划计划类信息，分别为12条、8条".
        end = start - 1
        start = last_boundary(text, limit, end)
    return start, _EXAMPLES.sub(
        "", _BEHIND_NAMES.sub("", _ROLE.sub("", stem_of(_WHO.sub("", WEAK_START.sub("", squeezed(text[start:end]))) + shared)))
    )


def _counted_names(text: str, sentence: Sentence, word: int) -> str:
    """The names of the clause before, where it is nothing but names with a count of each."""
    end = last_boundary(text, max(sentence.start, word - LONGEST_REACH), word) - 1
    if end <= sentence.start:
        return ""
    counts = [
        _COUNTED.fullmatch(part)
        for part in squeezed(text[last_boundary(text, max(sentence.start, end - LONGEST_REACH), end) : end]).split("、")
    ]
    return "、".join(match["name"] for match in counts if match is not None) if None not in counts else ""


def _ways_before(text: str, sentence: Sentence, start: int) -> str:
    """The ways of publishing that the clause before names, where it names nothing else."""
    begin = last_boundary(text, max(sentence.start, start - LONGEST_REACH), start - 1)
    named = _RUN.search(squeezed(text[begin : start - 1]))
    names = BETWEEN_NAMES.split(ways.QUOTED.sub("", named["names"])) if named is not None else []
    return "、".join(names) if len(names) > 1 and all(ways.channel_code(name) for name in names) else ""


def _split(words: str, count: int) -> list[str] | None:
    """The names in `words` if they can be parted into `count` of them: by every mark, by "、" alone, or by "、" and the last "和"."""
    if count < 2:
        return None
    every = BETWEEN_NAMES.split(words)
    listed = words.split("、")
    last = _LAST_AND.fullmatch(listed[-1])
    for pieces in (every, listed, [*listed[:-1], *last.groups()] if last is not None else []):
        if len(pieces) == count and all(pieces):
            return pieces
    return None


def completed(names: list[str]) -> list[str]:
    """Each name with what the first shares in front and the last behind ("行政复议、行政诉讼案件", "通过网站、微信")."""
    if names[0].endswith("专") and names[1].startswith("兼职"):
        # "专、兼职人员".
        names = [names[0] + "职", *names[1:]]
    opening = pattern_of("shared_start").match(names[0])
    closing = pattern_of("shared_end").search(names[-1])
    shared = closing[0] if closing is not None else ""
    found = []
    for name in names:
        if opening is not None and name is not names[0] and pattern_of("shared_start").match(name) is None:
            name = opening[0] + name
        own = pattern_of("shared_end").search(name)
        if shared and (own is None or shared.startswith(own[0])):
            overlap = next(length for length in range(len(shared), -1, -1) if name.endswith(shared[:length]))
            name += shared[overlap:]
        found.append(name)
    return found


def names_of(words: str) -> list[str]:
    """The names that stand together in `words`, each complete; one where they name one thing."""
    pieces = [piece for piece in re.split("以及|[、和与及或]", words) if piece]
    return completed(pieces) if len(pieces) > 1 else pieces
