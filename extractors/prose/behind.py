"""Information disclosed: what stands behind a number says of it.

Lives here: what is counted, where it follows its number ("发布74条信息"), and the kind of what is left of a whole ("其余30条均为工作动态").
Elsewhere: the words before the number (disclosure.py), nouns that follow the numbers of other counts (clauses.py).
"""

import re
from typing import TYPE_CHECKING

from extractors.prose import kinds, ways
from extractors.prose.ways import Said
from extractors.prose.wording import pattern_of

if TYPE_CHECKING:
    from extractors.prose.writing import Sentence

_INFORMATION = re.compile("(?:的)?(?P<what>(?:[^,;:。、()#\\d的]{0,14}(?<!等))(?:信息|公告|公示))(?=[,;。、(]|$)")
_REST_OF_KIND = re.compile(
    "(?:信息)?(?:均|全部|都|皆|则)?(?:为|是|属于?|系)(?P<kind>[^,;:。、]{2,16}?)(?P<said>类(?:的)?(?:政府|政务)?(?:信息)?|信息)?(?=[,;。(]|$)"
)


def turned(stem: str, behind: str) -> str | None:
    """ "发布74条信息", "公开12条财政信息": what is counted, where a verb of publishing ends before the number."""
    if pattern_of("verb_at_end").search(stem) is None or (match := _INFORMATION.match(behind)) is None:
        return None
    return match["what"]


def kind_of_rest(sentence: "Sentence", behind: str) -> Said | None:
    """ "其余30条均为工作动态类": the kind that what is left of the whole is of."""
    kind = _REST_OF_KIND.match(behind) if sentence.items else None
    if kind is None or (kind["said"] is None and sentence.list_total is None):
        return None
    name = kinds.item_label(kind["kind"])
    if not kinds.is_label(name) or ways.channel_code(name) is not None or pattern_of("doing").search(name):
        return None
    return "proactive.items.by_category", name, 0.9
