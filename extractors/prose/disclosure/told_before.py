"""What a count of information is of, where its own clause does not say so.

Lives here: the way told in a clause before ("依托政府网站，公开信息40条"), and what the short sentence before, the words before a colon or
the heading name ("一是政府网站。全年公开信息126条。").
Elsewhere: what the words of the clause itself say (by_way.py, wholes.py), which words are ways (../ways.py).
"""

import re

from extractors.prose import kinds, lists, ways
from extractors.prose.disclosure.pieces import Answer, Pieces
from extractors.prose.distribution import BETWEEN_NAMES
from extractors.prose.ways import Said
from extractors.prose.wording import pattern_of

_LONGEST_WAY = 36
_CLAUSES_OF_WAY = 3
_LONGEST_HEAD_OF_WAY = 8
_LONGEST_NAME = 16
_WAYS_NAMED = re.compile(
    "(?:通过|利用|依托|借助|运用|采取|采用)(?:了)?(?P<ways>[^,;:。]{4,60}?)等?(?:多种|各种|各类|多个|[两二三四五六七八九]种|[两二三四五六七八九]个)?(?:渠道|平台|方式|形式|载体|途径|媒介|阵地)(?:公开|发布|向|对外|主动|共|累计)"
)
# "一是县政府网站，公开103条；二是公开栏，公布64条": a way by its name alone, in an enumeration.
_WAY_IN_TURN = re.compile(r"(?:^|[,;。:])(?:[一二三四五六七八九十]是|\(?\d{1,2}[.、)])(?P<way>[^,;:。\d]{2,16}),[^,;:。]{0,4}$")
# "机构职能类信息：公开12条".
_NAMES_KIND = re.compile("类(?:(?:政府|政务)?信息)?$")
# "（二）政府网站信息公开".
_MADE_PUBLIC_THERE = re.compile("(?:(?:政府|政务)?信息)?(?:公开|发布)(?:情况)?$")
_ASPECT = re.compile("(?:公开|发布|建设|运行)?方面$")


def way(count: Pieces) -> Answer:
    """ "依托政府网站，公开信息40条", "微信公众号1个，全年推送318条": the way stands in a clause before."""
    if count.unit == "次" or count.label.startswith("其中"):
        return None
    stem, earlier, told = count.stem, count.before.removesuffix(count.label), None
    if pattern_of("whole_only").fullmatch(stem):
        if count.sentence.list_kind not in lists.OF_INFORMATION:
            told = pattern_of("way_told").search(earlier[-_LONGEST_WAY:])
        told = told or _way_set_up(earlier)
        told = told or _WAY_IN_TURN.search(earlier[-_LONGEST_WAY:])
    if told is None and pattern_of("whole_or_bare").fullmatch(stem):
        told = pattern_of("way_all_by").search(earlier[-_LONGEST_WAY:])
    if told is None and pattern_of("published_of_it").fullmatch(stem):
        told = _way_of_subject(earlier) or _way_set_up(earlier) or pattern_of("way_run").match(earlier[earlier.rfind(";") + 1 :])
    if told is None or ways.is_several(told["way"]):
        return None
    code = ways.channel_code(told["way"])
    return ways.by_channel(code, told["way"]) if code is not None else None


def one_of_ways(name: str, before: str) -> Said | None:
    """ "利用信息公开平台、公开栏等渠道公开251条，其中平台76条": a way by the last words of a name told before."""
    named = _WAYS_NAMED.search(before) if name and len(name) <= _LONGEST_NAME else None
    if named is None:
        return None
    full = next((told for told in BETWEEN_NAMES.split(named["ways"]) if told.endswith(name)), None)
    return None if full is None else ways.by_channel(ways.channel_code(full) or ways.BY_CHANNEL, name)


def topic_of(count: Pieces) -> Said | None:
    """ "一是政府网站。全年公开信息126条。": what the short sentence before names, the words before a colon, or the heading."""
    sentence, earlier = count.sentence, count.before[: count.before.rfind(count.stem)]
    led = pattern_of("colon_topic").search(earlier[-_LONGEST_WAY:])
    if led is not None and not pattern_of("no_topic").search(led["topic"]):
        name = _ASPECT.sub("", led["topic"])
        if (code := ways.channel_code(name)) is not None:
            return ways.by_channel(code, name)
        is_kind = sentence.list_kind in lists.OF_INFORMATION or _NAMES_KIND.search(name) is not None
        if is_kind or pattern_of("about_content").search("\n".join(sentence.heads[-2:])):
            return kinds.category(name)
    head = pattern_of("head_numbering").sub("", sentence.heads[-1]) if sentence.heads else ""
    topic = sentence.topic or (head if len(head) <= _LONGEST_HEAD_OF_WAY else "")
    if not topic or pattern_of("several").search(topic):
        return None
    way_named = _MADE_PUBLIC_THERE.sub("", topic)
    if (code := ways.channel_code(way_named)) is not None:
        return ways.by_channel(code, way_named)
    if topic.endswith("类") and (kind := kinds.category(topic)) is not None:
        return kind
    return kinds.kind_of(topic) if topic.endswith("领域") and not topic.endswith("重点领域") else None


def _way_set_up(earlier: str) -> re.Match[str] | None:
    """ "设置公开栏13个，公开信息156条": boards and screens, counted right before."""
    return pattern_of("way_set_up").match(earlier[earlier.rfind(";") + 1 :])


def _way_of_subject(earlier: str) -> re.Match[str] | None:
    """ "公众号关注人数2.3万，推送…": the way that the last clauses are about, the nearest first."""
    clauses = [clause.rpartition(":")[2] for clause in earlier[earlier.rfind(";") + 1 :].removesuffix(",").split(",")]
    found = (pattern_of("way_subject").match(clause) for clause in reversed(clauses[-_CLAUSES_OF_WAY:]))
    return next((match for match in found if match is not None), None)
