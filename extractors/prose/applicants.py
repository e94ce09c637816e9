"""Whose requests a number counts: those of one group of applicants, or of one office below.

Lives here: telling such counts from those of all requests, and the rule that counts the applicants of a group.
Elsewhere: which indicator a number is (matching.py), offices above the reporter (subjects.py), requests for other things (other_cases.py).
"""

import re
from functools import lru_cache

from extractors.prose.clauses import Place
from extractors.prose.wording import KEPT_WORDINGS, Rule, candidates

_ASKED = re.compile("(?:申请|提出|提交|的)+$")
# "予以公开的9件中，自然人申请8件": of those.
_AMONG_ANSWERED = re.compile("(?:公开|提供|处理|答复|办结)的?\\d+[件宗份][中里],[^;。]*$")
# The groups of the form.
_GROUPS = "自然人|商业企业|科研机构|社会公益组织|法律服务机构"
_ONE_GROUP = re.compile(f"(?P<group>{_GROUPS})(?=(?:提出|提交|的)*(?:政府)?(?:信息公开)?(?:的)?申请$)")
# "收到企业申请5件、个人申请10件": neither is the whole.
_ASKED_BY = f"(?:{_GROUPS}|企业|个人|公民|法人|其[他它]组织|单位|群众|市民|村民|居民)"
_ASKERS = re.compile(f"{_ASKED_BY}(?:提出|提交|的)*(?:政府)?(?:信息公开)?(?:的)?申请$")
_OTHER_ASKERS = re.compile(rf"[,、](?:收到)?{_ASKED_BY}[^,、;。\d]{{0,8}}\d")
_AMONG_GROUP = re.compile(
    f"(?:^|[,;:。中])(?P<group>{_GROUPS}|法人(?:或者?|和)其他组织)(?:提出|提交|的)*(?:政府信息公开|信息公开)?(?:的)?申请[中里],[^;。]*$"
)
# Offices, of which the reporter's whole has been told before.
_OF_ONE_OFFICE = re.compile(
    "(?:其中|[,:])*(?!各级)[^,;:收受接办新我本全]{0,8}(?:政府|街道|乡镇|镇街|[镇乡局委办所站]|办公[室厅]|部门|单位|本级|机关)(?:共|累计)?(?:收到|受理|接到|接收|办理|新收|答复|办结|回复)"
)


def named_in(stem: str) -> str:
    """The applicants that the words before a number name."""
    return _ASKED.sub("", stem)


def are_among_answered(before: str) -> bool:
    """Whether the applicants are those of requests that were answered."""
    return _AMONG_ANSWERED.search(before) is not None


def is_one_of_several(place: Place) -> bool:
    """Whether other applicants follow: neither count is the whole."""
    return _ASKERS.search(place.stem) is not None and _OTHER_ASKERS.match(place.behind) is not None


def group_of(before: str, stem: str, is_one: bool) -> str | None:
    """The group of applicants that the sentence, or the words right before a number, tell of."""
    match = _AMONG_GROUP.search(before) or (_ONE_GROUP.search(stem) if is_one else None)
    return None if match is None else match["group"]


def are_of_one_office(place: Place) -> bool:
    """ "其中，区政府收到申请91件": whether an office is named that is not the reporter."""
    return _OF_ONE_OFFICE.match(place.label) is not None


@lru_cache(maxsize=KEPT_WORDINGS)
def rule_of(group: str) -> Rule | None:
    """The rule that counts the requests of a group of applicants."""
    asked = f"{group}#件"
    return next((rule for rule in candidates("figures.csv", asked) if rule.member and rule.pattern.search(asked)), None)
