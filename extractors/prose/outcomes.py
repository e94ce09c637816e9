"""What became of cases, told behind their number: "1件，被依法纠错", "2件，均驳回", "3件予以公开，1件信息不存在".

Lives here: the clauses behind a number that speak of all it counts, each turned so that it reads as if it stood before the number; what is
left of cases ("其他4件") and what they are parts of.
Elsewhere: what the words mean (figures.csv; matching.py tries them), words before a number (clauses.py), zeros in words (negations.py),
cases that are not about disclosure (other_cases.py).
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from extractors.prose.basis import THIS_YEAR
from extractors.prose.wording import JOINT, KEPT_WORDINGS, pattern_of, squeezed

# Requests, reviews and lawsuits: what can be answered, upheld, withdrawn.
MATTERS = frozenset(("application", "review", "litigation"))
# What counts the requests that came in, before 2019 and since.
REQUESTS = ("application.received", "application.new")
# "累计受理34件，其中2016年受理9件": this year's part of those of all years.
OF_THIS_YEAR = rf"{THIS_YEAR}新?(?:受理|收到|接到|办理|申请|(?=\d|$))"
_WORDS = {"application": "依申请", "review": "复议", "litigation": "诉讼"}
UNITS = frozenset("件宗份起例项条封次")
_END = re.compile("[;。!?)]")
_BREAK = re.compile("[,:(]")
# "因涉及个人隐私不予公开": why, then what.
_REASON = re.compile(
    "(?:因|由于|鉴于|经)(?![^,]*不存在)[^,]*?(?=(?:不予|未予|不同意|无法提供|予以|同意|申请人(?:主动|自行|自愿|撤|放弃)|原告|撤))"
)
_COPULA = re.compile("^(?:(?:其中|已经?|均|都|全部|皆|一律|被|为|是|系|则|经审查|结果|依法|得到|获得?|予以(?!公开|部分))+(?:为|是)?)+")
_WAY_TOLD = re.compile("(?:申请|提出|提交|递交|寄来|寄送|送达|受理|收到|收取|接收)(?:的)?$")
_IS = re.compile("(?:为|是|系|属)")
# What was asked for is not what came of it.
_ABOUT = re.compile("(?:申请|主要)?内容|关于|要求|主要|反映|针对|请求|对(?!外)")
_LONGEST_CLAUSE = 28
_NO_OUTCOMES = frozenset(
    (
        "application.carried_over",
        "application.closed",
        "application.closed.on_time",
        "application.outcome.total",
        "application.replied",
    )
)
# "办理的申请中，2件…".
AMONG_REQUESTS = re.compile("(?:在|已)*(?:办理|办结|答复|受理|收到|处理)(?:完毕)?的(?:政府信息公开|信息公开|依申请公开)?申请(?:件)?[中里],")
# "2起行政诉讼均在审理中": cases told of before, by their name.
NAMED = re.compile("(?:行政)?(?:复议|诉讼)(?:案件|案|申请)?(?=[均都全已被]|正在|[尚仍还][在未]|维持|结果|驳回)")
# How a lawsuit came about, before how it ended.
ROUTES = ("litigation.direct", "litigation.after_review")
# "规范申请", "申请受理情况".
_OF_REQUESTS = re.compile(
    "(?:规范|做好|畅通|严格|依法|及时|认真|抓好|加强)*(?:办理|受理|处理|答复)?(?:公开)?申请(?:的)?(?:公开|受理|办理|处理|答复|渠道|工作|情况|流程|程序)*"
)
_OF_THE_OTHER = {
    "application": re.compile("复议|诉讼|法院"),
    "litigation": re.compile("复议机关"),
    "review": re.compile("诉讼|法院"),
}


@lru_cache(maxsize=KEPT_WORDINGS)
def matter_of(heading: str) -> str | None:
    """What a section is about by its heading; None where it is about none of these, or more than one."""
    found = [matter for matter, word in _WORDS.items() if word in heading]
    if not found and _OF_REQUESTS.fullmatch(heading) is not None:
        return "application"
    return found[0] if len(found) == 1 else None


def clauses_behind(words: str, is_one: bool, is_part: bool = False) -> Iterator[str]:
    """The clauses behind a number that tell of all it counts: of one case each does, of several those from 均, 全部 or 都 on.

    `is_part` is True for one of several numbers, whose own words end where all of them are spoken of.
    """
    told_of_all = is_one
    for place, clause in enumerate(_BREAK.split(_END.split(squeezed(words), maxsplit=1)[0])):
        names_all = pattern_of("all_of_them").search(clause) is not None
        if is_part and names_all and place > 0:
            # "一份是…，都已答复": of this one and those before.
            return
        told_of_all = told_of_all or names_all
        if told_of_all and 0 < len(clause) <= _LONGEST_CLAUSE and _ABOUT.match(clause) is None:
            yield clause


def turned(clause: str) -> str:
    """The clause without what only joins it to its number: "均为网上申请" -> "网上申请"."""
    reason = _REASON.match(clause)
    return _COPULA.sub("", clause if reason is None else clause[reason.end() :])


def is_part(code: str, clause: str) -> bool:
    """Whether a clause behind a number may tell this of it: not what it merely mentions ("1件，在网站公开")."""
    if code.startswith("application.received."):
        if JOINT.search(clause) is not None and code != "application.received.letter_or_fax":
            # "全部为网上提交和信函提交": so many by each way, nobody knows.
            return False
        return _WAY_TOLD.search(clause) is not None or _IS.search(clause) is not None
    matter, _, part = code.partition(".")
    return matter in MATTERS and part not in ("", "received", "new", "received_incl_carried_over")


def is_outcome(code: str, clause: str) -> bool:
    """Whether it may be told of a whole total: that all was answered or closed only says that nothing was left lying."""
    if _OF_THE_OTHER[code.partition(".")[0]].search(clause) is not None:
        # "被提起行政诉讼1件，复议机关均维持": of the reviews told before.
        return False
    # "均已撤销": the case, or the decision? "均为书面申请": by what way, nobody knows.
    return is_part(code, clause) and code not in _NO_OUTCOMES and "撤销" not in clause and "书面" not in clause


def whole_of(code: str) -> str | None:
    """What a part is counted in, where parts of the kind add up to it; None for what is no such part."""
    if code.startswith("application.outcome.") or code in _NEW_KINDS:
        return "application.outcome.total" if code != "application.outcome.total" else None
    if code in (*REQUESTS, "application.carried_over"):
        return "application.received_incl_carried_over"
    whole = next((whole for whole in _WHOLES if code.startswith(f"{whole}.")), None)
    return None if whole is None or "." in code.removeprefix(f"{whole}.") else whole


# From the narrowest on: a lawsuit after a review is one of those first.
_WHOLES = ("litigation.direct", "litigation.after_review", "litigation", "review", "application.replied", "application.received")
_NEW_KINDS = frozenset(("application.granted_or_partly", "application.refused", "application.unavailable", "application.not_processed"))


def is_within(code: str, codes: Collection[str]) -> bool:
    """Whether a result is a part of another of `codes`: a reason of the refusals that have been told."""
    if code.startswith("application.replied.refused."):
        return "application.replied.refused" in codes
    for kind in ("refused", "unavailable", "not_processed"):
        if code.startswith(f"application.outcome.{kind}."):
            return f"application.{kind}" in codes
    return code.startswith("application.outcome.other.") and "application.outcome.other" in codes


# "其他4件", "其他情况答复9条": what is left of the parts before.
REST = re.compile(
    "(?:以|通过|采取|采用)?其[他它](?P<what>类型|情况|情形|结果|方式|形式|途径|渠道|处理|答复|原因)?(?:的)?(?:申请|答复|处理|办理|提出|提交)*(?:的)?"
)
_WAY_WORDS = ("方式", "形式", "途径", "渠道")
_ANSWERS = frozenset(
    f"application.replied.{part}"
    for part in (
        "already_public",
        "amendment_asked",
        "granted",
        "not_exist",
        "not_this_agency",
        "other_route",
        "partly_granted",
        "refused",
    )
)
_RESULTS = _NEW_KINDS | {"application.outcome.granted", "application.outcome.partly_granted"}
_INNER_RESULTS = tuple(f"application.outcome.{kind}." for kind in ("refused", "unavailable", "not_processed"))
_ENDINGS = frozenset(("upheld", "corrected", "pending", "withdrawn"))


def rest_of(code: str, what: str, between: str, told: Collection[str]) -> str | None:
    """What 其他 is behind a part of this indicator. `between` stands between both numbers: brackets in it open or close a list of parts.

    `told` are the indicators that the sentence has told.
    """
    is_opened, is_closed = "(" in between, ")" in between
    if code.startswith("application.received."):
        return "application.received.other_form" if what in ("", *_WAY_WORDS) and not is_opened else None
    if what in _WAY_WORDS and "答复" not in between and "处理" not in between:
        return None
    if code in _ANSWERS or code in _RESULTS:
        rest = "application.replied.other" if code in _ANSWERS else "application.outcome.other"
        return rest if not is_opened or is_closed else None
    if code.startswith("application.replied.refused."):
        if is_closed:
            return "application.replied.other"
        return "application.replied.refused.other" if ";" not in between else None
    if code.startswith(_INNER_RESULTS):
        # Beside "部分公开3件" and the like a reason is one of the outcomes, unless they have been summed up before.
        is_among = _RESULTS & set(told) and not is_within(code, told) and not is_opened
        return "application.outcome.other" if is_closed or is_among else None
    if code in ("application.outcome.other.not_amended", "application.outcome.other.fee_unpaid"):
        return "application.outcome.other.unspecified" if not is_closed else None
    matter, _, part = code.rpartition(".")
    return f"{matter}.other" if matter.startswith(("review", "litigation")) and part in _ENDINGS and not is_opened else None
