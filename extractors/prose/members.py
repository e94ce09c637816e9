"""Codes of known members: what a printed label of a way of publishing, a kind of content or a way of asking stands for.

Lives here: `give_codes()`, and reading members.csv (patterns, matched against a whole label without quotation marks, 类 and 信息).
Elsewhere: the labels themselves (kinds.py, ways.py, matching.py), the names of the codes (dbt_project/seeds/members.csv).

A code that two different labels of a report would share ("公示栏30条、公告栏12条") is given to neither: they are two members.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from extractors.csv_tables import records_of
from extractors.prose.wording import KEPT_WORDINGS, squeezed
from extractors.records import Observation

_DIMENSIONS = {
    "proactive.items.by_catalogue": "content",
    "proactive.items.by_category": "content",
    "proactive.items.by_channel": "channel",
    "proactive.items.by_field": "content",
    "proactive.items.share_by_category": "content",
    "response.consultations.by_channel": "consultation_way",
}
_MARKS = re.compile("[\"'“”‘’《》〈〉]")
_ENDS = re.compile("(?:的?(?:政府|政务)?信息|类|方面|栏目|领域)+$")


def give_codes(observations: Iterable[Observation]) -> None:
    """Writes the code of each known member into its observations."""
    known = [
        (observation, dimension, label)
        for observation in observations
        if observation.member_code is None
        and observation.member_label
        and (dimension := _DIMENSIONS.get(observation.indicator_code)) is not None
        and code_of(dimension, label := bare(observation.member_label)) is not None
    ]
    labels: dict[tuple[str, str | None], set[str]] = {}
    for _, dimension, label in known:
        labels.setdefault((dimension, code_of(dimension, label)), set()).add(label)
    for observation, dimension, label in known:
        code = code_of(dimension, label)
        if len(labels[dimension, code]) == 1:
            observation.member_code = code


@lru_cache(maxsize=KEPT_WORDINGS)
def bare(label: str) -> str:
    """A label without quotation marks and the words that end any label."""
    words = _MARKS.sub("", squeezed(label))
    return _ENDS.sub("", words) or words


@lru_cache(maxsize=KEPT_WORDINGS)
def code_of(dimension: str, label: str) -> str | None:
    """The code of a bare label; None where it is no known member."""
    return next((code for pattern, code in _patterns(dimension) if pattern.fullmatch(label)), None)


@cache
def _patterns(dimension: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = (row for row in records_of("prose/members.csv") if row["dimension"] == dimension)
    return tuple((re.compile(row["pattern"]), row["member_code"]) for row in rows)
