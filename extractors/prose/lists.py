"""Lists of information.

Lives here: what heads or opens a list ("按内容分：", "重点领域信息公开方面，", a heading on 公开渠道), and what its items are then.
Elsewhere: the words (terms.csv), the items themselves (kinds.py, ways.py), lists that a passage is by the shape of its lines (openings.py).
"""

import re
from functools import lru_cache

from extractors.prose.wording import KEPT_WORDINGS, pattern_of

# What the items of a list mean that follows a figure of this indicator.
BEHIND = {
    "proactive.items": "category",
    "proactive.items.website": "category",
    "proactive.items.wechat": "category",
    "proactive.items.weibo": "category",
    "proactive.items.by_channel": "category",
    "proactive.items.by_field": "category",
    "response.consultations": "consult",
}
# Lists whose items are counts of information.
OF_INFORMATION = frozenset(("category", "catalogue", "field", "way"))
_MAY_LEAD = re.compile("[按从就为是有括及:]|公开目录|领域|信息中")
_OPENED = {"consultations": "consult", "requests": "request", "columns": "catalogue", "fields": "field", "categories": "category"}


@lru_cache(maxsize=KEPT_WORDINGS)
def opened(since: str, about_proposals: bool) -> str | None:
    """What the items are of a list that the words behind the last number open ("按内容分，", "重点领域信息公开方面，")."""
    if _MAY_LEAD.search(since) is None:
        return None
    if about_proposals:
        return "subject" if pattern_of("lead_of_subjects").search(since) else None
    for kind in ("consultations", "requests", "columns", "fields", "categories"):
        if pattern_of(f"lead_of_{kind}").search(since):
            return _OPENED[kind]
    return None


@lru_cache(maxsize=KEPT_WORDINGS)
def headed(lead: str) -> str | None:
    """What the items of a list under this heading or lead-in are; None where it heads no list of information."""
    if pattern_of("catalogue_list").search(lead):
        return "catalogue"
    if pattern_of("category_list").search(lead):
        return "category"
    return "way" if pattern_of("about_ways").search(lead) else None


def under(heads: tuple[str, ...]) -> str | None:
    """What a sentence that begins with 其中 lists, where its total stands in an earlier paragraph: told by the section alone."""
    if heads and pattern_of("about_ways").search(heads[-1]):
        return "way"
    return "category" if heads and pattern_of("about_disclosure").search(heads[-1]) else None
