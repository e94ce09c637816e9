"""Cases that are not about disclosure, or not the reporter's: "受理低保申请12件，办结12件", "行政复议2件（与信息公开无关）".

Lives here: noticing that a number counts such cases, and what a sentence has told of them, so that what became of them is no figure.
Elsewhere: bodies above the reporter (subjects.py), what became of cases that are figures (outcomes.py), which figure a number is
(matching.py), the order in which a number is asked (counts.py).
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.prose.outcomes import UNITS
from extractors.prose.wording import squeezed

if TYPE_CHECKING:
    from extractors.prose.clauses import Place
    from extractors.prose.writing import Sentence

_CASES = frozenset(("件", "宗", "起", "例", "件次", "封"))
_NAMES_CASES = re.compile("申请(?!人)|复议|诉讼|应诉|案件|来信|来访")
_OF_SOMETHING = re.compile(
    "(?:受理|收到|接到|办理|审核|审查|接收)(?:了)?(?P<what>[^,;:#]{2,14}?)(?:的)?(?:类)?(?:申请|(?:行政)?复议)(?:书|件|案件?|事项)?$"
    "|(?:受理|收到|接到|办理|接收)(?:了)?(?P<named>[^,;:#]{0,8}?(?:审批|许可|登记|备案|仲裁|信访|举报信|工单|来信来访|投诉))(?:事项|案件|业务|件)?$"
)
# Words before 申请 or 复议 that leave open what it is about.
_OF_ANYTHING = re.compile(
    "公开|信息|依申请|(?:公民|群众|公众|市民|社会|法人|其他组织|自然人|企业|单位|个人|书面|网上|网络|在线|信函|当面|传真|邮件|电子|窗口|来信|来函"
    "|各类|各种|有效|有关|相关|新|本|的|向|我局|我镇|提出|提交|提起|当事人|行政|和|及|与|、|或|者)+$"
)
_OF_DISCLOSURE = re.compile("信息公开|政务公开|公开申请|申请公开|依申请|公开(?:政府)?信息|被申请人|被告")
_BARE_OUTCOME = re.compile("(?:已|均|共|全部|其中|按时|按期|及时|并)*(?:办结|答复|回复|办复|办理|审结)(?:了)?")
_OPENS_COUNT = re.compile("受理|收到|接到|上报|处理|发现|排查|接待")
_ASKS = re.compile("申请|公开|受理$|收到$|接到$|办理$|答复$|办结$")
_JUDGES = re.compile("作为[^,;。]{0,16}复议机[构关]")

# What may turn out to count cases of another matter.
_TOTALS = frozenset(("application.received", "complaints", "litigation", "review"))
_DISPUTES = ("review", "litigation")
_COUNT_OF_CASES = re.compile("(?P<kind>复议|诉讼|应诉)(?:的)?(?:申请|案件|案|事项)?$")
_BOTH = re.compile("复议[^,]{0,8}(?:诉讼|应诉)|(?:诉讼|应诉)[^,]{0,8}复议")
_COUNT_OF_REQUESTS = re.compile("[^,]{0,8}?(?:收到|受理|接到|办理|接收)[^,]{2,16}申请$")
# "全市共受理申请412件".
_OF_PLACE = re.compile("[^,]{0,8}?全(?:省|市|州|县|区|旗)(?![^,]*系统)")
_UNRELATED = re.compile(
    "[,(](?:但|且|均|都|全部|经查)*(?:与(?:政府|政务)?信息公开(?:工作)?无关|(?:不涉及|非|不属于?)(?:政府|政务)?信息公开)"
)
# "行政复议1件（职称评定事项）", "因学区划分引发行政诉讼2件".
_IN_BRACKETS = re.compile(
    r"\((?:涉及|系|属|为|因|均为)?(?![^)]*(?:公开|申请))[^)\d,]{2,16}(?:纠纷|处罚|许可|征收|拆迁|认定|评定|登记|确权|执法)[^)\d,]{0,4}\)"
)
_CAUSE = re.compile("因(?!此|上述|该|工作)(?![^,]*(?:公开|申请|答复))[^,]{2,20}(?:引发|引起|产生|导致)")
# "收到行政复议申请89件，受理80件，审结72件": told by who decides on them; "行政复议15件、行政诉讼23件，其中涉及信息公开的…": of all kinds.
_JUDGED = re.compile(
    r"[,、](?:受理[^,、]{1,6}[,、])?(?:已)?审结\d|[,、](?:行政)?(?:诉讼|应诉)(?:案件|案)?\d+[件起宗][,(]其中[^。;\d]{0,6}信息公开"
)
# "行政复议31件，其中治安类24件、信息公开类2件", "复议12件，诉讼7件，与信息公开有关的复议1件": those told first are of all kinds.
_OF_ALL_KINDS = re.compile(
    r"[^。;]{0,60}?[,(、](?:其中)?[:,]?(?:[^\d,;。、]{2,10}类(?:案件)?\d+[件起宗例][、,])*(?:涉及|[因与和涉]|属于|关于|有关)?(?:政府|政务)?信息公开"
    r"(?:类|方面|有关|引发|引起|相关|事项|工作|的)+(?:行政|复议|诉讼|应诉|申请|案件|案)*\d+[件起宗例]"
)
_NAMES_DISCLOSURE = re.compile("(?:信息|政务)公开|依申请")
# "行政复议4件、行政诉讼3件，均为征收补偿案件".
_OF_ONE_MATTER = re.compile(
    r"(?:[,、](?:行政)?(?:诉讼|应诉)(?:案件|案)?\d+[件起宗])?[,(](?:均|都|全部)(?:为|系|是|属于?|涉及|因)"
    r"(?![^,;。]*(?:公开|申请|政府信息|维持|驳回|撤|纠(?!纷)|审理|直接|复议))[^,;。\d]{2,16}(?:案件?|纠纷|类|引发|引起)(?=[,;。)]|$)"
)
# "各类申请326件，其中政府信息公开申请5件": of all kinds.
_OF_THESE_REQUESTS = re.compile(
    r"[,(]其中[:,]?(?:涉及|属于?|属)?(?:(?:依申请公开|(?:政府|政务)?信息公开)(?:类|方面|的)*(?:申请|事项|件)?|申请公开(?:政府)?信息(?:的)?)\d"
)
# Made by the reporter.
_TO_OTHERS = re.compile("向上(?:级|一级)[^,]{0,8}(?:提出|提交|递交)")
# How far behind a count its parts may be told.
_FAR = 200
# "各街道新收申请27件": of offices below, each of which has a report of its own.
_OF_OFFICES_BELOW = re.compile("(?:其中)?各(?:街道|乡镇|镇街|镇乡|县区|区县|县市区|县|区|镇|乡|社区|村)(?![^,]*(?:部门|单位|机关|本级))")


@dataclass(slots=True)
class OtherCases:
    """What a sentence has told of such cases so far."""

    # The matter of the last count of requests, reviews or lawsuits that nothing was read of, and where its number ends.
    matter: str | None = None
    matter_until: int = -1
    # Where the last number ends that counts cases named by what they are about.
    named_until: int = -1
    # Whether cases of something that is no figure have been counted, and no figure told since.
    is_last: bool = False

    def is_part(self, code: str) -> bool:
        """Whether an indicator tells what became of the cases passed over."""
        return self.matter is not None and code not in _TOTALS and code.startswith(f"{self.matter}.")

    def end_with(self, code: str) -> None:
        """Notes that cases on disclosure are told: "受理行政复议案件46件，其中涉及政府信息公开的2件"."""
        if code in _TOTALS and code.partition(".")[0] == self.matter:
            self.matter = None

    def pass_over(self, matter: str | None, until: int) -> None:
        """Notes that nothing is read of a count whose number ends at `until`."""
        if matter is not None:
            self.matter, self.matter_until = matter, until

    def note(self, place: "Place", is_first: bool) -> None:
        """Notes what a number counts that is no figure. `is_first` is True where the sentence has told no figure yet."""
        if place.numeral.unit not in _CASES:
            return
        named = _OF_SOMETHING.search(place.label)
        if named is not None and _OF_ANYTHING.search(named["what"] or named["named"]) is None:
            # "受理门诊慢性病申请12件".
            self.named_until = place.numeral.close
        counts_things = len(place.stem) > 1 and _ASKS.search(place.label) is None
        if counts_things and (is_first or _OPENS_COUNT.search(place.label)):
            # "上报事件12件".
            self.is_last = True


def are_told_on(text: str, sentence: "Sentence", place: "Place", before: str) -> bool:
    """ "受理低保申请12件，办结12件": whether a number tells of the cases that the sentence began with, which are none of disclosure."""
    if place.numeral.unit not in _CASES:
        return False
    others = sentence.others
    if _OF_DISCLOSURE.search(place.label):
        others.named_until = -1
        return False
    if "复议机" in before and _JUDGES.search(before):
        # "作为复议机构，我局收到行政复议申请137件": those that it decides on.
        return True
    if others.is_last and _BARE_OUTCOME.fullmatch(place.stem):
        # "巡查发现事件3600件，办结3580件".
        return True
    if others.named_until < 0 or ";" in text[others.named_until : place.numeral.open]:
        return False
    if "其中" in text[others.named_until : place.numeral.open]:
        return True
    is_joined = text[place.clause_start - 1 : place.clause_start] not in (",", ":") or "、" in text[place.clause_start : place.numeral.open]
    return is_joined or _NAMES_CASES.search(place.label) is None


def are_counted(text: str, sentence: "Sentence", code: str, place: "Place", is_bureau: bool) -> bool:
    """Whether a number that a rule reads as this total counts other cases.

    "行政复议2件（与信息公开无关）", "治安类行政复议46件、行政应诉21件", "全市受理申请412件" in the report of a bureau.
    """
    if code not in _TOTALS:
        return False
    if _UNRELATED.match(place.behind) is not None or (is_bureau and _OF_PLACE.match(place.label) is not None):
        return True
    if _OF_OFFICES_BELOW.match(place.label) is not None or _TO_OTHERS.search(place.label) is not None:
        return True
    if (
        code == "application.received"
        and _NAMES_DISCLOSURE.search(place.label) is None
        and _OF_THESE_REQUESTS.match(place.behind) is not None
    ):
        return True
    return code in _DISPUTES and _are_disputed_elsewhere(text, sentence, place)


def matter_counted(stem: str, unit: str | None) -> str | None:
    """The matter of which the words before a number that no rule knows name cases: "治安类行政复议案件46件"."""
    match = _COUNT_OF_CASES.search(stem) if unit in UNITS and _BOTH.search(stem) is None else None
    if match is None:
        return "application" if unit in UNITS and _COUNT_OF_REQUESTS.match(stem) is not None else None
    return "review" if match["kind"] == "复议" else "litigation"


def _are_disputed_elsewhere(text: str, sentence: "Sentence", place: "Place") -> bool:
    if _IN_BRACKETS.match(place.behind) is not None or _CAUSE.search(place.label) is not None:
        return True
    if _NAMES_DISCLOSURE.search(place.label) is not None:
        return False
    until = sentence.others.matter_until
    between = text[until : place.clause_start].strip() if until >= 0 else ";"
    is_joined = between in ("", ",", "、") and "其中" not in text[place.clause_start : place.numeral.open]
    behind = squeezed(text[place.numeral.close : min(sentence.end, place.numeral.close + _FAR)])
    if _OF_ALL_KINDS.match(behind) is not None:
        return True
    if _OF_ONE_MATTER.match(behind) is not None:
        return True
    is_judged = _JUDGED.match(place.behind) is not None and "被" not in place.label
    if is_judged and place.stem.endswith("诉讼") and any("诉讼" in head for head in sentence.heads):
        # No office but a court decides on lawsuits.
        is_judged = False
    return is_joined or (is_judged and _NAMES_DISCLOSURE.search(sentence.before) is None)
