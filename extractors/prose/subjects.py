"""Whose figures a sentence tells.

Lives here: noticing that a sentence turns to a place or a body above the one that reports: "据市政府办公室通报，2015年全市受理…" in a
county's report. Its figures are in no report but its own; nor are those of all offices of a kind together.
Elsewhere: cases of another matter (other_cases.py), the words (terms.csv), which figure a number is (matching.py, disclosure/).
"""

import re
from functools import lru_cache

from extractors.prose.clauses import Place
from extractors.prose.wording import KEPT_WORDINGS, pattern_of, squeezed
from extractors.prose.writing import LONGEST_REACH, Sentence

# From the lowest to the highest; a name's last mark tells where its bearer stands ("望舒县桂影镇人民政府": a township).
_LEVELS = (
    re.compile("(?<!城)[镇乡](?![村镇企化])|街道|苏木"),
    re.compile("[县旗](?![级道域])|(?<![社地园治山])区(?!域)"),
    re.compile("[市州盟](?!场|政|容|民|监)"),
    re.compile("省|自治区"),
)
_WHOLE = re.compile("全(?:国|省|自治区|市|州|县|区|旗|镇|乡|街道)")
_WHOLE_LEVELS = {"镇": 0, "乡": 0, "街道": 0, "县": 1, "区": 1, "旗": 1, "市": 2, "州": 2, "省": 3, "自治区": 3, "国": 4}
_BODY_LEVELS = {"县": 1, "区": 1, "市": 2, "省": 3, "自治区": 3}
_NATION = 4
# What may stand between the beginning of a clause and its subject.
_OPENING = re.compile("(?:^|[,;:。])(?:其中|此外|另外|另|同时|(?:19|20)\\d\\d年度?|全年|本年度?|当年|去年|截[至止][^,]{0,12}|[,:])*$")
# "区政府网站共发布6124条，其中我局提供187条".
_OWN_OF_THESE = re.compile(
    r"[^,;。()\d]{0,8}[,(](?:其中)?[:,]?(?:由)?我(?:局|委|办|院|镇|乡|街道|单位)(?:信息)?(?:共|为其)?(?:提供|报送|上报|上传|采编|供稿|被(?:采用|录用|采纳))(?:的)?(?:信息)?\d"
)
_MEDIUM = re.compile("网|平台|公众号|微博|公报")
MAY_TURN = re.compile("据|全[国省市州县区旗自]|省|市|县|区|国|中央")


@lru_cache(maxsize=KEPT_WORDINGS)
def level_of(publisher: str) -> int | None:
    """How high the publisher stands; None where its name does not tell."""
    found = [(match.start(), level) for level, pattern in enumerate(_LEVELS) for match in pattern.finditer(publisher)]
    return max(found)[1] if found else None


@lru_cache(maxsize=KEPT_WORDINGS)
def tells_of_others(before: str, publisher: str) -> bool:
    """Whether the last subject that the words before a number name stands above the publisher."""
    if MAY_TURN.search(before) is None or (own := level_of(publisher)) is None:
        return False
    turns = [match.end() for match in _WHOLE.finditer(before) if _is_above(_WHOLE_LEVELS[match[0][1:]], own) and _opens(before, match)]
    turns += [
        match.end()
        for match in pattern_of("higher_body").finditer(before)
        if _is_above(_BODY_LEVELS.get(match["level"], _NATION), own) and _opens(before, match)
    ]
    turns += [match.end() for match in pattern_of("reported_by").finditer(before) if _is_higher_teller(match["body"], own)]
    if not turns:
        return False
    returns = [match.end() for match in pattern_of("own_subject").finditer(before)]
    return max(turns) > max(returns, default=-1)


def is_of_system(text: str, sentence: Sentence, place: Place) -> bool:
    """Whether a number is of others, where the reporter tells its own part of it behind.

    "全市国土资源系统共受理412件，其中市局本级57件", "区政府网站发布6124条，其中我局提供187条".
    """
    if _OWN_OF_THESE.match(text, place.numeral.close, min(sentence.end, place.numeral.close + LONGEST_REACH)) is not None:
        return "我" not in place.label and _MEDIUM.search(place.label + squeezed(text[sentence.start : place.clause_start])) is not None
    if ("系统" not in place.label and "部门" not in place.label) or pattern_of("own_part").fullmatch(place.stem):
        return False
    rest = squeezed(text[place.clause_start : min(sentence.end, place.clause_start + LONGEST_REACH)])
    return pattern_of("whole_system").search(rest) is not None


def _is_above(level: int, own: int) -> bool:
    return level > own


def _opens(before: str, match: re.Match[str]) -> bool:
    return _OPENING.search(before[: match.start()]) is not None


def _is_higher_teller(body: str, own: int) -> bool:
    level = _BODY_LEVELS.get(body[:1], _NATION if body.startswith(("国家", "国务院")) else -1)
    return level > own
