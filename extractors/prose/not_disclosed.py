"""Counts in pieces that are no information disclosed, or of no one way or kind.

Lives here: what the words before a count tell of whose it is (documents and requests told before, offices in turn, several years), and
names that no member has.
Elsewhere: what a count of information means (disclosure/), words that no kind is named by (kinds.py, terms.csv), several ways that share
a number (together.py), bodies above the reporter (subjects.py).
"""

import re

from extractors.prose import disclosure, outcomes, ways
from extractors.prose.clauses import Place
from extractors.prose.wording import pattern_of
from extractors.prose.writing import Sentence

# "两年共公开216条".
_SEVERAL_YEARS = re.compile("(?:^|[,;:。])(?:近|这|前)?[两二三四五六七八九十]年(?:来|间|以来)?(?:共|累计|合计|总)[^,;:。]*$")
_PAPERS = ("件", "份", "个")
_GRANTED = ("公开", "公开信息", "公开政府信息")
# "刊登", "公开".
_LONGEST_VERB = 2
_OF_DOCUMENTS = re.compile(
    r"(?:制发|制定|印发|出台|下发|发出)[^,;。]{0,14}(?:文件|公文)\d+[件份个],(?:均|已|其中|全部)*(?:主动|对外)?公开(?:了)?$"
)
_OFFICE = r"[^,;:。#\d通过在]{1,8}(?:办|局|委|部门|乡镇|镇街|街道|单位|机关|[乡镇])"
_OFFICES_IN_TURN = re.compile(rf"(?:其中)?{_OFFICE}(?:共|主动)*公开(?:政府|政务)?(?:信息)?#[,、;]{_OFFICE}(?:共|主动)*公开")
_WHAT_WAS_ASKED = re.compile("申请(?:公开)?的?(?:信息)?(?:内容|类别|类型|领域)")
# "在“领导之窗”更新12条": where in the site.
_COLUMN_NAME = re.compile("(?:之窗|动态|公告|通知|法规|指南|要闻|解读|机构|职能)$")
# Of which platform, nobody knows.
_NO_NAMES = frozenset(("平台", "该平台", "本平台", "系统"))
_SUMMED = re.compile("类(?:的)?(?:政府|政务)?(?:信息)?(?:共计?|合计|总计)$")


def is_over_years(before: str) -> bool:
    """ "两年共公开216条": neither of the year nor of all of them."""
    return _SEVERAL_YEARS.search(before) is not None


def is_of_others(sentence: Sentence, place: Place, unit: str | None, before: str) -> bool:
    """Whether a count in pieces is of documents, requests or offices that the sentence tells of."""
    is_of_documents = (sentence.last_code or "").startswith("proactive.normative_documents") and unit in _PAPERS
    if is_of_documents and "信息" not in place.stem and pattern_of("way_to_publish").search(place.stem[:-_LONGEST_VERB]) is not None:
        # "主动公开24件，通过《望舒政报》刊登18件": the same documents.
        return True
    if place.stem in _GRANTED and unit in outcomes.UNITS - disclosure.PIECES and any("申请" in head for head in sentence.heads[-2:]):
        # "答复情况：公开9件": of requests.
        return True
    if _OFFICES_IN_TURN.match(f"{place.label}#{place.behind}") is not None:
        # "县政府办公开1206条，乡镇公开3456条": so many each.
        return True
    # "印发政策文件12件，主动公开9件": of those. "从申请内容看，项目审批类20件": what requests were about.
    return _OF_DOCUMENTS.search(before) is not None or _WHAT_WAS_ASKED.search(before) is not None


def is_no_member(code: str, label: str | None, place: Place) -> bool:
    """Whether a name is of no one way ("平台"), or a number of several kinds ("政策法规、规划计划类信息共25条")."""
    if code == ways.BY_CHANNEL:
        return label in _NO_NAMES or _COLUMN_NAME.search(label or "") is not None
    return code == "proactive.items.by_category" and "、" in (label or "") and _SUMMED.search(place.label) is not None
