"""Several ways of publishing that share one number: "政府网站及微信公众号共发布信息364条".

Lives here: noticing that the words before a number name ways side by side, and what the number counts then. It is none of theirs; where a
site is among them and nothing has been told before, it is the whole.
Elsewhere: one way (ways.py), ways led by 通过 (ways.py, too), several ways with a number each (distribution.py).
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from extractors.prose import ways
from extractors.prose.distribution import BETWEEN_NAMES
from extractors.prose.ways import Said
from extractors.prose.wording import KEPT_WORDINGS, pattern_of

if TYPE_CHECKING:
    from extractors.prose.writing import Sentence

_LED = re.compile("通过|利用|依托|借助|运用|在(?!线)|各")
_LEADS_ON = re.compile("(?:平台)?(?:全年|年内|分别|共计?|累计|总共|合计|一共)*$")
_OF_INFORMATION = re.compile("(?:各类|各种|各项)*(?:政府|政务|公开)?(?:信息)?")
# A count by another way follows.
_NEXT_WAY = re.compile(r"[,;](?:在|通过|利用)?(?P<way>[^,;:。\d]{2,20}?)(?:上)?(?:公开|发布|更新|推送|张贴)")
# "抖音、视频号等其他平台".
_OTHERS = re.compile("等其[他它](?:新媒体)?(?:平台|渠道|方式|途径|形式|媒体)(?:全年|共计?|累计)*$")


@lru_cache(maxsize=KEPT_WORDINGS)
def named_in(stem: str) -> tuple[frozenset[str], str]:
    """The indicators of the ways named side by side before a verb of publishing, and the words behind it; none where they are no two."""
    match = pattern_of("verb_side_by_side").match(stem)
    if match is not None and _OTHERS.search(match["names"]) is not None and _LED.search(match["names"]) is None:
        return frozenset((ways.OTHER_CHANNEL,)), match["what"]
    if match is None or BETWEEN_NAMES.search(match["names"]) is None or _LED.search(match["names"]) is not None:
        return frozenset(), ""
    names = BETWEEN_NAMES.split(ways.QUOTED.sub("", _LEADS_ON.sub("", pattern_of("subject").sub("", match["names"]))))
    codes = [ways.channel_code(name) for name in names if name]
    found = frozenset(code for code in codes if code is not None)
    # Of ways without an indicator of their own the names together are a name, too: "报刊、电视".
    are_several = len(codes) > 1 and None not in codes and len(found) > 1
    return (found, match["what"]) if are_several else (frozenset(), "")


def count_of(named: frozenset[str], what: str, sentence: "Sentence", behind: str) -> Said | None:
    """What a number counts that several ways share: the whole, or nothing that is asked for."""
    if named == {ways.OTHER_CHANNEL}:
        return (ways.OTHER_CHANNEL, None, 0.85) if _OF_INFORMATION.fullmatch(what) else None
    is_told = (sentence.last_total or sentence.list_total) is not None or (sentence.last_code or "").startswith("proactive.items")
    is_told = is_told or sentence.list_kind not in (None, "category")
    if is_told or sentence.is_further or ways.SITE not in named or _OF_INFORMATION.fullmatch(what) is None:
        return None
    following = _NEXT_WAY.match(behind)
    is_part = following is not None and ways.channel_code(following["way"]) is not None
    return None if is_part else ("proactive.items", None, 0.85)
