"""Counts of information by the way it is published: "网站35条", "余下30条发布在县政府网站".

Lives here: rules that find the way in the words of the count, or right behind its number.
Elsewhere: which words are ways (../ways.py), ways told earlier (told_before.py), a way before words that count information as such
(wholes.py), items of a list of ways (in_list.py).
"""

import re

from extractors.prose import kinds, ways
from extractors.prose.disclosure.pieces import (
    ALL,
    LEADS_ON,
    NONE_OF_OURS,
    OWN_INFORMATION,
    PIECES,
    WHOLES,
    Answer,
    Pieces,
    PublishedKind,
)
from extractors.prose.disclosure.told_before import topic_of
from extractors.prose.ways import Said
from extractors.prose.wording import pattern_of

# "14个村": a count of places right before what they publish.
_COUNTS_WAYS = re.compile(r"[\d余多](?:个|块|处|家|所)(?!类|大类|方面|领域|栏目)[^,;:。、]{0,24}$")
# "12个村公开栏共公开村务信息588条": all of them together.
_TOGETHER = re.compile(
    r"\d+(?:余|多)?(?:个|块|处)(?P<way>[^,;:。、\d]{2,12}?)(?:全年)?(?:共计?|累计|合计|总共)(?:主动)?(?:公开|更新|发布|张贴)(?:[村党财居校政]务|办事)+信息$"
)
# "在便民中心和14个村公示栏张贴55条": led by one verb, all that was put up there.
_PUT_UP_IN_ALL = re.compile(
    r"(?:在|通过|利用)[^,;:。]{0,20}?\d+(?:余|多)?个(?:行政)?(?P<way>[村居社镇乡][^,;:。、\d]{0,8}公[开示告]栏)(?:上|中|里|内)?"
    "(?:共计?|累计)?(?:张贴|公开|公布|公示|发布)(?:了)?(?:各类)?(?:政府|政务|村务)*(?:信息)?$"
)
# "全县18个部门共公开政府信息": nobody is left out.
_EVERY_OFFICE = re.compile(
    r"全[省市州县区旗](?:共有?)?\d+(?:余|多)?[个家](?:[^,;:。]{0,12}、\d+(?:余|多)?[个家])?(?:乡镇|镇|乡|街道|部门|单位|县直|市直|区直|行政机关)"
    r"[^,;:。网栏]{0,16}(?:共|累计|总共|合计)?(?:主动)?公开(?:各类)?(?:政府|政务)?信息$"
)
# What is written there, behind the name of a way: "微信公众号文章".
_POST = re.compile("(?:文章|图文|推文|消息|作品|短视频|视频)$")
# Ways that need no other word right behind the whole.
_BARE_WAYS = frozenset(("网站", "政府网站", "微博", "微信", "政务微博", "政务微信"))
# What a gazette prints: "政府公报刊发文件26件".
_PAPERS = ("文件", "规章", "公文", "信息", "稿件")
# "政府网站全年新增信息315条".
_ADDED = re.compile("(?:全年|年内|本年度?|今年|共|累计)*新增(?:了)?(?:各类)?(?:政府|政务|公开)?信息$")
_FIRST_PART = re.compile(r"^[,(]其中[:,]?(?P<name>[^,;:。、\d]{2,12})\d")
# "向农户发送短信3万条".
_HANDED_OUT = re.compile("^[向给为]|发[送放]|群发")
# "印发明白纸3000份".
_PRINTED = re.compile("(?:印发|印制|制作|发放|散发|派发|分发|张贴悬挂|悬挂)(?:了)?[^,#]{2,10}$")


def beside_total(count: Pieces) -> Answer:
    """ "公开信息90条，其中网站60条，简报30条": beside a total of information even these are ways."""
    sentence = count.sentence
    if sentence.list_kind != "category" or sentence.list_total is None or count.unit not in PIECES:
        return None
    code = None if pattern_of("means").search(count.stem) else ways.channel_code(count.stem)
    if code is None:
        return None
    return code, kinds.item_label(count.stem) if code == ways.BY_CHANNEL else None, 0.9


def named_behind(count: Pieces) -> Answer:
    """ "余下30条发布在县政府网站": where nothing before the number says what it counts."""
    sentence, behind = count.sentence, count.behind
    if count.stem:
        may_be = sentence.last_code is not None and kinds.is_rest(count.stem)
    else:
        may_be = sentence.list_kind == "category" or behind.startswith("信息")
    put = (pattern_of("put_on").match(behind) or pattern_of("put_by").match(behind)) if may_be else None
    if put is None:
        return None
    code = ways.channel_code(put["way"])
    return NONE_OF_OURS if code is None else ways.by_channel(code, put["way"])


def of_counted_ways(count: Pieces) -> Answer:
    """ "8个社区公开栏共更新96次", "14个村公开信息420条": each of them; "全县18个部门共公开政府信息420条" is the whole."""
    if _COUNTS_WAYS.search(count.before) is None:
        return None
    if count.whole is not None and _EVERY_OFFICE.search(count.before):
        return ALL, None, 0.85
    if count.unit not in PIECES:
        return NONE_OF_OURS
    topic = count.sentence.topic
    is_told = topic and (count.whole is not None or pattern_of("published_what").search(count.stem))
    if is_told and (code := ways.channel_code(topic)):
        return ways.by_channel(code, topic)
    together = _TOGETHER.search(count.before) or _PUT_UP_IN_ALL.search(count.before)
    return ways.by_channel(code, together["way"]) if together and (code := ways.channel_code(together["way"])) else NONE_OF_OURS


def posts(count: Pieces) -> Answer:
    """ "发布微博320条、微信公众号文章215篇"."""
    post = _POST.search(count.stem) if count.sentence.last_code in ways.CHANNELS else None
    if post is None:
        return None
    words = count.stem[: post.start()]
    return ways.by_channel(code, words) if (code := ways.channel_code(words)) else None


def other_ways(count: Pieces) -> Answer:
    """ "网站公开60条，微信30条，其他5条": in a list of ways."""
    return (ways.OTHER_CHANNEL, None, 0.9) if count.stem in ways.OTHER and count.sentence.last_code in ways.CHANNELS else None


def published(count: Pieces) -> Answer:
    """ "微信公众号推送文章120篇": the way stands before the verb, and nothing behind it says more than the verb does."""
    verb = pattern_of("published").search(count.stem) or _ADDED.search(count.stem)
    return None if verb is None else _way_before(count, verb)


def published_what(count: Pieces) -> Answer:
    """ "在显示屏播放政策信息30条": by the way, unless the count is one of the kind.

    "在网站公示许可、处罚等信息40条" is none: by the way, or of several kinds?
    """
    verb = pattern_of("published_what").search(count.stem)
    said = None if verb is None else _way_before(count, verb)
    if verb is None or said is None:
        return None
    words = count.stem[verb.start() :]
    if _is_way_of_kind(said, words, count.publisher) or _are_its_parts(words, count.behind):
        return said
    return NONE_OF_OURS if said[0] != ways.BY_CHANNEL and "、" in words else None


def bare_way(count: Pieces) -> Answer:
    """ "网站35条": where the section is about information disclosed, or the sentence about ways."""
    code = ways.channel_code(count.stem) if count.unit is not None and count.kind is None else None
    if code is None:
        return None
    if _HANDED_OUT.search(count.stem) or _PRINTED.search(count.stem):
        return NONE_OF_OURS
    if code == ways.BY_CHANNEL:
        is_way = count.is_of_ways
    else:
        # "主动公开信息17条，网站17条，微博0条": right behind the whole.
        is_way = count.is_about or (count.unit == "条" and count.sentence.last_code in WHOLES and count.stem in _BARE_WAYS)
    return ways.by_channel(code, count.stem) if is_way else NONE_OF_OURS


def or_by_kind(told: PublishedKind) -> Answer:
    """ "电子屏公开药品价格、服务价格2600项", "微博、微信共发布气象信息1420条": by what way, and of what kind? Nobody knows."""
    lead, name = told.lead, told.name
    if lead and "、" in name and not name.endswith("信息") and ways.channel_code(lead) is not None:
        return NONE_OF_OURS
    if "、" in lead and ways.channel_code(LEADS_ON.sub("", lead)) is not None and pattern_of("way_to_publish").search(lead) is None:
        return NONE_OF_OURS
    return None


def of_medium(told: PublishedKind) -> Answer:
    """ "发布微博320条、微信215条"."""
    code = ways.channel_code(told.name)
    return ways.by_channel(code, told.name) if code in ways.MEDIA else None


def of_its_information(told: PublishedKind) -> Answer:
    """ "更新网站信息156条"."""
    if not told.name.endswith("信息"):
        return None
    words = OWN_INFORMATION.sub("", told.name)
    return ways.by_channel(code, words) if (code := ways.channel_code(words)) is not None else None


def _way_before(count: Pieces, verb: re.Match[str]) -> Said | None:
    """The way that stands before a verb of publishing; where nothing does, the one that the passage is about."""
    lead = pattern_of("subject").sub("", count.stem[: verb.start()])
    said = ways.by_way(LEADS_ON.sub("", lead), count.sentence)
    if said is not None or lead:
        return said
    topic = topic_of(count)
    return topic if topic is not None and topic[0] in ways.CHANNELS else None


def _are_its_parts(words: str, behind: str) -> bool:
    """ "在网站公开政策、公告、动态等1542条，其中政策316条": whether one of the kinds named is the first part told of the count."""
    part = _FIRST_PART.match(behind)
    verb = pattern_of("verb_of_ways").match(words)
    return part is not None and verb is not None and part["name"] in words[verb.end() :].split("等")[0].split("、")


def _is_way_of_kind(said: Said, words: str, publisher: str) -> bool:
    """Whether "在显示屏播放政策信息30条" counts by its way: of a site it counts the kind, unless that is all that the office has."""
    if said[0] in ways.MEDIA or (said[0] == ways.GAZETTE and words.endswith(_PAPERS)):
        return True
    if said[0] == ways.BY_CHANNEL:
        return ways.channel_code(said[1] or "") is not None
    verb = pattern_of("verb_of_ways").match(words)
    return kinds.is_own(words[verb.end() :] if verb is not None else words, publisher)
