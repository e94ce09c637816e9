"""Ways: by which information is published, or questions come.

Lives here: the way that the words before a number name ("通过…", "在…上", "政府网站"), and its indicator.
Elsewhere: the words themselves (channels.csv, terms.csv), what is published or asked (disclosure/, matching.py).
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from extractors.prose.wording import KEPT_WORDINGS, any_channel, channels, pattern_of

if TYPE_CHECKING:
    from extractors.prose.writing import Sentence

# What a count is of: its indicator, the label of its member, and how sure that is.
Said = tuple[str, str | None, float]
BY_CHANNEL = "proactive.items.by_channel"
OTHER_CHANNEL = "proactive.items.other_channel"
SITE = "proactive.items.website"
GAZETTE = "proactive.items.gazette"
CHANNELS = frozenset(f"proactive.items.{way}" for way in ("by_channel", "gazette", "other_channel", "website", "wechat", "weibo"))
# What is written there bears their name: "发布微博12条".
MEDIA = ("proactive.items.wechat", "proactive.items.weibo")
# A channel's own name ("“桂影发布”微信公众号").
QUOTED = re.compile('"[^"]*"?')
_QUOTED_PART = re.compile('"[^"]+"[^"]+$')
# "《甲报》《乙报》等报刊": the kind that the names before 等 are of.
_ALIKE = re.compile("等(?P<kind>[^,、等]{2,8})$")
# "通过其他途径公开": what is left of it before the verb; in a list of ways, what no other item names.
OTHER = ("其他", "其它")
# Several ways told under a meeting are no whole.
_NO_TOTAL = re.compile("会议|会$")
# What is printed in journals is no information of the office.
_NO_WAYS = ("刊物", "杂志", "期刊", "会刊")
# "通过网站、微信公开110条，公开栏公开57条": a count by another way follows.
_NEXT_WAY = re.compile(
    r"[,;](?:在|通过|利用)?(?P<way>[^,;:。\d]{2,20})(?<!信息)(?:上)?(?:公开|发布|更新|推送|张贴)(?:(?!公开|发布)[^,;:。\d]){0,8}\d"
)
# "通过网站、公开栏公开信息118条、46条".
_MORE_NUMBERS = re.compile(r"、\d+(?:余|多)?条")
# What stands between the names of ways.
_NAMES = re.compile("[、和与及]")
# "《桂影报》": a newspaper, where no other word tells so.
_PAPER = re.compile("《[^《》]{1,8}[^公简快年通月周季专政]报》$|(?<![公政])》(?:晚报|日报|周报|报)$")
# "“望舒县信息公开网”镇子栏目", and a name in quotes that is all there is: "“望舒县政府网站”".
_PART_OF_SITE = re.compile('"[^"]{0,12}(?:政府|政务|公开|门户)网站?"[^"]{0,12}(?:栏目?|子站|子网站|页面|频道|专[栏区页版]|板块)$')
_ONLY_QUOTED = re.compile('"[^"]*网站?"')
_PLATFORM = re.compile("公开(?:统一)?(?:网络|发布)?平台(?P<verb>(?:上)?(?:主动|共)?(?:公开|发布|更新)(?:(?:政府)?信息)?)?$")
# "镇、村两级公开栏": of all the levels, one way.
_LEVELS = re.compile("[省市州县区乡镇街村社组](?:级)?(?=[、和与及][省市州县区乡镇街村社组](?:[两三]?级|居|公|政|务|宣|信))[、和与及]")
# Ways that name no site.
_ONLINE = ("网上", "网络")


def way_of(stem: str) -> str | None:
    """The way named by 通过…, 在…上, 利用… before the verb; None where there is none, or more than one."""
    match = pattern_of("way").search(stem)
    return tidy(match["way"]) if match is not None and not pattern_of("several").search(match["way"]) else None


@lru_cache(maxsize=KEPT_WORDINGS)
def channel_code(words: str) -> str | None:
    """The indicator of a way of publishing that the words end with."""
    if _PAPER.search(words):
        return BY_CHANNEL
    if _PART_OF_SITE.search(words):
        return SITE
    words = words.strip('"') if _ONLY_QUOTED.fullmatch(words) else words
    bare = QUOTED.sub("", words.replace("《", "").replace("》", ""))
    if any_channel().search(bare) is None:
        return None
    return next(code for pattern, code in channels() if pattern.search(bare))


def channel_of_item(stem: str) -> str | None:
    """The way that an item of a list of consultations names ("电话咨询" -> 电话)."""
    match = pattern_of("consulting_way").search(stem)
    return tidy(match["way"]) if match is not None and pattern_of("ways_to_ask").search(match["way"]) else None


def way_asked(stem: str) -> str | None:
    """The way by which questions came, from a count of them ("电话咨询", "接听咨询电话", "现场接待")."""
    match = pattern_of("way_asked").search(stem)
    return next(filter(None, match.groups()), None) if match is not None else None


def whole_of(code: str) -> str | None:
    """What the ways by which information is published, or questions are asked, are the parts of."""
    if code == "response.consultations.by_channel":
        return "response.consultations"
    return "proactive.items" if code in CHANNELS else None


def by_way(lead: str, sentence: "Sentence", behind: str = "") -> Said | None:
    """What is counted by the way that the words before a verb of publishing name; None where they name none."""
    way = pattern_of("way_to_publish").search(lead)
    words = way["way"] if way is not None else lead
    # "通过网上公开": the name, and no more than where.
    words = "网上" if words == "网" else words
    code = channel_code(words) or (OTHER_CHANNEL if words.endswith(OTHER) else None)
    if way is None and sum(channel_code(name) is not None for name in _NAMES.split(words)) > 1:
        # "微博、微信发布普法信息20条": of neither alone.
        return None
    if way is None:
        return by_channel(code, words) if code is not None else None
    if code is None and words.endswith(_NO_WAYS):
        return None
    if _MORE_NUMBERS.match(behind):
        # "通过网站、公开栏公开信息118条、46条": one number for each.
        return None
    if code == OTHER_CHANNEL or not pattern_of("several").search(QUOTED.sub("", words)):
        return by_channel(code or BY_CHANNEL, words)
    if (alike := _ALIKE.search(words)) is not None and (code := channel_code(alike["kind"])) is not None:
        # "《甲报》《乙报》等报刊": one kind of way.
        return by_channel(code, alike["kind"])
    if (one := _of_one_sort(words)) is not None:
        return by_channel(one, words)
    # Several ways together: the whole of what was published, unless it is a part of a total already told.
    following = _NEXT_WAY.match(behind)
    is_part = sentence.list_kind is not None or sentence.last_code in CHANNELS or sentence.is_further
    if sentence.topic and channel_code(sentence.topic) is None and (sentence.topic.startswith(OTHER) or _NO_TOTAL.search(sentence.topic)):
        # "其他方式。通过广播、电视、报刊等公开".
        return (OTHER_CHANNEL, None, 0.9) if sentence.topic.startswith(OTHER) else None
    is_part = is_part or (following is not None and channel_code(following["way"]) is not None)
    if is_part:
        # "院内及各村公开栏" may be one way or two, unless a short sentence before names it.
        is_plain = "、" in words or channel_code(sentence.topic) is not None
        return by_channel(BY_CHANNEL, words) if is_plain else None
    return "proactive.items", None, 0.85


def _of_one_sort(words: str) -> str | None:
    """The indicator that all the ways named share ("门户网站及部门网站"); None where one of them has another, or none of its own."""
    codes = {channel_code(name) for name in _NAMES.split(QUOTED.sub("", words)) if name}
    code = codes.pop() if len(codes) == 1 else None
    return code if code != BY_CHANNEL else None


def bare_platform(words: str) -> str | None:
    """The name of a platform, which is the office's site where no other is told ("市政府信息公开平台"); None where it is no such name."""
    named = _PLATFORM.search(words)
    return None if named is None else words.removesuffix(named["verb"] or "")


def is_several(words: str) -> bool:
    """Whether the words name more than one way; the boards of a town and its villages are one."""
    return pattern_of("several").search(_LEVELS.sub("", QUOTED.sub("", words))) is not None


def by_channel(code: str, words: str) -> Said:
    """A count by one way; only ways without an indicator of their own are told by name."""
    return code, tidy(words) if code == BY_CHANNEL else None, 0.95


def listed_code(code: str, words: str) -> str:
    """The indicator of a way in a list of ways: of 网上 beside 公告栏 nobody knows whose site it was."""
    return BY_CHANNEL if words.startswith(_ONLINE) else code


def tidy(name: str) -> str:
    """A name without the marks and the 的 around it."""
    bare = name.strip("'、,.:;的()-—")
    # “双随机”检查结果: the quotes are a part of the name.
    return bare if _QUOTED_PART.match(bare) else bare.strip("\"'、,.:;的()-—")
