"""Whose figures a sentence tells.

Lives here: noticing that a sentence turns to a place or a body above the one that reports: "据市政府办公室通报，2015年全市受理…" in a
county's report. Its figures are in no report but its own; nor are those of all offices of a kind together. And that it is about cases of
another matter ("受理低保申请12件，办结12件").
Elsewhere: the words (terms.csv), which figure a number is (matching.py, disclosure.py).
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
_CASES = frozenset(("件", "宗", "起", "例", "件次", "封"))
_NAMES_CASES = re.compile("申请(?!人)|复议|诉讼|应诉|案件|来信|来访")
_OF_SOMETHING = re.compile(
    "(?:受理|收到|接到|办理|审核|审查|接收)(?:了)?(?P<what>[^,;:#]{2,14}?)(?:的)?(?:类)?(?:申请|(?:行政)?复议)(?:书|件|案件?|事项)?$"
    "|(?:受理|收到|接到|办理|接收)(?:了)?(?P<named>[^,;:#]{0,8}?(?:审批|许可|登记|备案|仲裁|信访|举报信|工单|来信来访|投诉))(?:事项|案件|业务|件)?$"
)
_BARE_OUTCOME = re.compile("(?:已|均|共|全部|其中|按时|按期|及时|并)*(?:办结|答复|回复|办复|办理|审结)(?:了)?")
# Words before 申请 or 复议 that leave open what it is about.
_OF_ANYTHING = re.compile(
    "公开|信息|依申请|(?:公民|群众|公众|市民|社会|法人|其他组织|自然人|企业|单位|个人|书面|网上|网络|在线|信函|当面|传真|邮件|电子|窗口|来信|来函"
    "|各类|各种|有效|有关|相关|新|本|的|向|我局|我镇|提出|提交|提起|当事人|行政|和|及|与|、|或|者)+$"
)
_OF_DISCLOSURE = re.compile("信息公开|政务公开|公开申请|申请公开|依申请|公开(?:政府)?信息|被申请人|被告")
OPENS_COUNT = re.compile("受理|收到|接到|上报|处理|发现|排查|接待")
_ASKS = re.compile("申请|公开|受理$|收到$|接到$|办理$|答复$|办结$")
_JUDGES = re.compile("作为[^,;。]{0,16}复议机[构关]")
# What may stand between the beginning of a clause and its subject.
_OPENING = re.compile("(?:^|[,;:。])(?:其中|此外|另外|另|同时|(?:19|20)\\d\\d年度?|全年|本年度?|当年|去年|截[至止][^,]{0,12}|[,:])*$")
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
    """ "全市国土资源系统共受理412件，其中市局本级57件": of all offices of a kind, where the reporter tells its own part."""
    if "系统" not in place.label or pattern_of("own_part").fullmatch(place.stem):
        return False
    rest = squeezed(text[place.clause_start : min(sentence.end, place.clause_start + LONGEST_REACH)])
    return pattern_of("whole_system").search(rest) is not None


def is_other_case(place: Place) -> bool:
    """Whether a number counts cases of another matter than disclosure ("受理门诊慢性病申请12件")."""
    named = _OF_SOMETHING.search(place.label) if place.numeral.unit in _CASES else None
    return named is not None and _OF_ANYTHING.search(named["what"] or named["named"]) is None


def counts_things(place: Place) -> bool:
    """Whether a number that no rule knows counts cases of something that its clause names, but not requests ("上报事件12件")."""
    return place.numeral.unit in _CASES and len(place.stem) > 1 and _ASKS.search(place.label) is None


def is_of_other_cases(text: str, sentence: Sentence, place: Place, before: str) -> bool:
    """ "受理低保申请12件，办结12件": of the cases that the sentence began with, which are none of disclosure."""
    if place.numeral.unit not in _CASES:
        return False
    if _OF_DISCLOSURE.search(place.label):
        sentence.unread_cases = -1
        return False
    if "复议机" in before and _JUDGES.search(before):
        # "作为复议机构，我局收到行政复议申请137件": those that it decides on.
        return True
    if sentence.is_of_unread and _BARE_OUTCOME.fullmatch(place.stem):
        # "巡查发现事件3600件，办结3580件".
        return True
    if sentence.unread_cases < 0 or ";" in text[sentence.unread_cases : place.numeral.open]:
        return False
    if "其中" in text[sentence.unread_cases : place.numeral.open]:
        return True
    is_joined = text[place.clause_start - 1 : place.clause_start] not in (",", ":") or "、" in text[place.clause_start : place.numeral.open]
    return is_joined or _NAMES_CASES.search(place.label) is None


def _is_above(level: int, own: int) -> bool:
    return level > own


def _opens(before: str, match: re.Match[str]) -> bool:
    return _OPENING.search(before[: match.start()]) is not None


def _is_higher_teller(body: str, own: int) -> bool:
    level = _BODY_LEVELS.get(body[:1], _NATION if body.startswith(("国家", "国务院")) else -1)
    return level > own
