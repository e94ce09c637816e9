"""The words of a clause to an indicator.

Lives here: trying the rules of figures.csv on a clause and writing down what the first that fits counts.
Elsewhere: the rules (wording.py reads them), the clause (clauses.py), what else is tried on it (counts.py), zeros in words (negations.py).
"""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from extractors.document import Document
from extractors.prose import applicants, disclosure, lists, other_cases, outcomes, ways
from extractors.prose.clauses import Place, change_in
from extractors.prose.distribution import names_of
from extractors.prose.topics import topic
from extractors.prose.wording import DIGIT, JOINT, KEPT_WORDINGS, Rule, candidates, pattern_of, squeezed
from extractors.prose.writing import LONGEST_REACH, Sentence, Writer, last_boundary
from extractors.records import Basis

_CLAUSE_OF_KEY = re.compile("[^#]*#[^,;:(。、]*")
_CLAUSE_END = re.compile("[,;:。(]")
_PLACES = frozenset("个处家所")
# What stands before a number whose name follows it: "其中3件予以公开".
_PART = re.compile(
    "(?:(?:已|现已)?审结的?|截[至止][^,]{0,6}(?:年底|月底|日)|[尚仍]有?|其中|另|另外|另有|还|还有|有|其余|剩余|剩下|余下|余|共|、|和)*"
)
# What points back to a number told before.
_BACK = re.compile("(?:在|对|上述|以上|这|所?(?:收到|受理|接收|接到|答复|办结)的|$)")
# "累计受理34件，其中2016年受理9件": all years, then this one.
_THIS_YEAR = re.compile(rf"[,(](?:其中)?[:,]?{outcomes.OF_THIS_YEAR}")
# What is told by its reasons.
_REASONED = frozenset(("application.replied.refused", "application.refused", "application.unavailable", "application.not_processed"))
_TOTALS = frozenset(
    (
        "application.received",
        "application.new",
        "application.outcome.total",
        "application.replied",
        "review",
        "litigation",
        "litigation.direct",
        "litigation.after_review",
    )
)
# "接受行政申诉、举报0件": one row of the form.
_ONE_FIGURE = frozenset(("appeals", "complaints"))
_DONE = frozenset(("application.closed", "application.outcome.total", "application.replied"))
_OTHER_YEAR = re.compile("(?:至|到)(?:20\\d\\d年|下年|次年|明年)[^,]{0,8}(?:答复|办结|办理)")
_HANDLED = re.compile("(?:办理|处理)(?:了)?(?:政府信息公开|信息公开|依申请公开)?申请$")
_IN_MONTHS = re.compile(r"(?:^|[,;])(?:[2-9]|1[0-2])月?[至到—-]\d{1,2}月(?!底)[^;。]*$")
_OF_THESE_ON_DISCLOSURE = re.compile("[,(]其中[:,]?[^;。\\d]{0,10}(?:政务公开|信息公开|公开工作)[^;。\\d]{0,8}\\d")
_WAIVED = "application.fees.waived"
# "编发《某某简报》12期".
_TITLED = re.compile("《(?P<title>[^《》]{2,16})》(?:简报|简讯)?$")
_ALL_OF_A_KIND = re.compile("[,(](?:均|全部|都)(?:为|是|系|由)?(?:(?P<kind>专职)|兼职|兼任)(?=人员|[,;。)]|$)")
# How many figures behind a total a sentence that begins with 其中 may tell its parts.
_PARTS_BEHIND = 6
_MAILBOXES = frozenset(("response.messages_received", "response.messages_answered"))
JOINING = ("、", "和", "及", "与")
# "在档案馆、图书馆各设查阅点1个": two, or more.
_FOR_EACH_PLACE = re.compile("各(?:自)?(?:设立?|设置|建立?|配备?|明确|确定|安排|指定|开设)")
_FOR_EACH = re.compile("[各均]")


class Matcher(Writer):
    """Writes down figures that rules of figures.csv name. `is_new` is True for reports of the regulation of 2019."""

    is_new = False
    # Whether the publisher is an office for one matter: what a whole city received is not its own.
    is_bureau = False

    def __init__(self, document: Document, text: str) -> None:
        super().__init__(document, text)
        # What has been told of each indicator without a label, and the largest of it.
        self._totals: dict[tuple[str, str], set[Decimal]] = {}
        self._largest: dict[tuple[str, str], Decimal] = {}

    def _by_rule(self, sentence: Sentence, place: Place, basis: Basis, before: str) -> bool:
        found = self._matching(sentence, place.key(), before)
        if found is None and '"' in place.stem and sentence.matter in outcomes.MATTERS:
            # "“其他处理”3件": the quotes are no part of the name.
            found = self._matching(sentence, place.key().replace('"', ""), before)
        if (verb := verb_of(place.stem)) is not None:
            sentence.verb = verb
        elif found is None:
            found = self._by_shared_verb(sentence, place, before)
        # "通过网络、信函等方式受理申请26件": the ways are several, what is counted is one.
        joined = JOINT.search(disclosure.WAYS_TOLD.sub("", place.stem)) is not None
        for_each = joined and (place.numeral.value == 0 or _FOR_EACH.search(place.label, len(place.stem)) is not None)
        if joined and (found is not None or for_each):
            parts = [self._matching(sentence, place.key(name), before) for name in names_of(place.stem)]
            several = {rule.code: rule for rule in parts if rule is not None}
            if len(several) > 1 and _ONE_FIGURE.issuperset(several):
                found = several.pop("complaints")
            if found is not None and found.code == _WAIVED and "收" not in place.stem.partition("减免")[0]:
                # "减免检索费、复印费320元": both are waived.
                several = {_WAIVED: found}
            if len(several) > 1 and for_each:
                for rule in several.values():
                    self._add_rule(sentence, rule, place, basis)
                return True
            if len(several) > 1 and found is not None and found.code in several:
                # "行政复议、行政诉讼案件共3件": one number for both, and none for either.
                return True
        if place.numeral.value == 1 and place.numeral.unit in _PLACES and self._both(sentence, place, basis, before):
            return True
        is_same_twice = found is not None and found.code == "proactive.archive_deliveries"
        # "向档案馆、图书馆报送信息各24条": the same to both.
        if "各" in place.label and not is_same_twice and (pattern_of("each").search(place.label) or _FOR_EACH_PLACE.search(place.label)):
            return True
        if found is not None and found.code in outcomes.REQUESTS and change_in(place.label) is not None:
            # "新收申请减少7件".
            return False
        if found is not None and found.code.startswith("training.") and _OF_THESE_ON_DISCLOSURE.match(place.behind) is not None:
            # "培训12期，其中政务公开培训2期": of all kinds.
            return True
        if found is None:
            sentence.others.pass_over(self._matter_counted(sentence, place), place.numeral.close)
            return False
        if sentence.others.is_part(found.code):
            return True
        if other_cases.are_counted(self.text, sentence, found.code, place, self.is_bureau):
            sentence.others.pass_over(found.code.partition(".")[0], place.numeral.close)
            return True
        if self._is_kind(sentence, found, place):
            return False
        self._add_rule(sentence, found, place, basis)
        if found.code == "resource.staff" and (kind := _ALL_OF_A_KIND.match(place.behind)) is not None:
            # "工作人员3人，均为兼职".
            code = "resource.staff.full_time" if kind["kind"] else "resource.staff.part_time"
            self._add(sentence, code, place.numeral, 0.9, basis, keep_last=True)
        return True

    def _matter_counted(self, sentence: Sentence, place: Place) -> str | None:
        """The matter of a count of cases that no rule knows; None behind a figure of the same sentence where it would be requests."""
        matter = other_cases.matter_counted(place.stem, place.numeral.unit)
        return None if matter == "application" and self._has_told(sentence) else matter

    def _by_shared_verb(self, sentence: Sentence, place: Place, before: str) -> Rule | None:
        """ "废止规章1部、规范性文件6件": the second count leaves out the verb of the first."""
        words = self.text[place.clause_start : place.numeral.open]
        if not sentence.verb or not place.stem or (words[:1] not in JOINING and self.text[place.clause_start - 1] not in ",，"):
            return None
        return self._matching(sentence, place.key(sentence.verb + place.stem), before)

    def _fate(self, sentence: Sentence, place: Place, basis: Basis, before: str, until: int, is_led: bool = False) -> bool:
        """ "3件予以公开", "2件经协调，申请人撤回": a part of the cases, told behind its number.

        `is_led` is True where words before a comma or colon may lead to the number: only what stands right behind it is its own then.
        """
        unit = place.numeral.unit
        if unit not in outcomes.UNITS or not place.behind or pattern_of("other_papers").search(before):
            return False
        if not is_led and _PART.fullmatch(place.label) is None:
            return False
        behind = self.text[place.numeral.close : until]
        if (named := outcomes.NAMED.match(behind)) is not None:
            # "2起行政诉讼均在审理中": the cases told of before, by their name.
            behind = behind[named.end() :]
            sentence.matter = outcomes.matter_of(named[0])
            total = self._matching(sentence, f"{named[0]}#{unit}", before)
            if total is not None and total.code == sentence.matter and (total.code, basis) not in self._totals:
                self._add_rule(sentence, total, place, basis)
            before += named[0]
        for clause in outcomes.clauses_behind(behind, is_one=True, is_part=True):
            if is_led and not squeezed(behind).startswith(clause):
                return False
            if _OTHER_YEAR.search(clause) is not None:
                # "1件延期至2015年答复".
                return False
            words = outcomes.turned(clause.replace('"', ""))
            rule = self._matching(sentence, f"{words}#{unit}", before)
            if rule is not None and outcomes.is_part(rule.code, clause) and not sentence.others.is_part(rule.code):
                self._add_rule(sentence, rule, place, basis)
                return True
            if is_led:
                return False
        return False

    def _fate_of_all(self, sentence: Sentence, place: Place, basis: Basis, before: str, until: int) -> None:
        """ "1件，被依法纠错", "2件，均驳回": what became of all that the number just told counts."""
        unit, matter, last = place.numeral.unit, sentence.matter, sentence.last_code
        if unit not in outcomes.UNITS or not place.behind or not place.numeral.value or (last not in _TOTALS and last not in _REASONED):
            return
        if self.text[until : until + 1] == "、":
            # "14件均已答复，同意公开、部分公开的分别为8件、6件": the last clause goes on to other numbers.
            until = max(place.numeral.close, last_boundary(self.text, place.numeral.close, until))
        for clause in outcomes.clauses_behind(self.text[place.numeral.close : until], is_one=place.numeral.value == 1):
            rule = self._matching(sentence, f"{outcomes.turned(clause)}#{unit}", before)
            if last in _REASONED and (rule is None or not outcomes.is_within(rule.code, (last,))):
                continue
            if rule is not None and rule.code.startswith(f"{matter}.") and outcomes.is_outcome(rule.code, clause):
                self._add_rule(sentence, rule, place, basis)
                sentence.last_code, sentence.matter = last, matter
                if rule.code not in outcomes.ROUTES and not rule.code.startswith("application.received."):
                    return
                # "1件，系直接起诉，法院判决驳回": what follows is of those.
                before += clause

    def _both(self, sentence: Sentence, place: Place, basis: Basis, before: str) -> bool:
        """ "1个信息查阅点和受理点": one place that is both."""
        behind = _CLAUSE_END.split(place.behind, maxsplit=1)[0]
        if DIGIT.search(behind):
            # "受理点1个、查阅点1个": the next has a number of its own.
            return False
        found = [self._matching(sentence, f"{place.stem}#{place.numeral.unit}{name}", before) for name in JOINT.split(behind)]
        several = {rule.code: rule for rule in found if rule is not None}
        if len(several) < 2 or len(several) < len(found):
            return False
        for rule in several.values():
            self._add_rule(sentence, rule, place, basis)
        return True

    def _is_kind(self, sentence: Sentence, rule: Rule, place: Place) -> bool:
        """In a list of kinds of information "政策解读信息12条" is a kind, not a count of 解读."""
        return (
            sentence.list_kind in lists.OF_INFORMATION
            and rule.code.startswith(("response.", "resource.", "complaints", "proposal."))
            and place.numeral.unit in disclosure.UNITS
            and not (place.numeral.unit == "篇" and rule.code == "response.policy_interpretations")
            and pattern_of("doing").search(place.stem) is None
        )

    def _matching(self, sentence: Sentence, key: str, before: str) -> Rule | None:
        found = candidates("figures.csv", key)
        if not found:
            return None
        context: str | None = None
        clause = _CLAUSE_OF_KEY.match(key)
        own = clause[0] if clause is not None else key
        for rule in found:
            if rule.is_foreign(self.is_new) or rule.pattern.search(key) is None or (rule.unless is not None and rule.unless.search(own)):
                continue
            if rule.context is not None:
                context = (
                    context
                    if context is not None
                    else "\n".join((*sentence.heads, *((sentence.topic,) if sentence.topic else ()), topic(sentence) + before, own))
                )
                if rule.context.search(context) is None:
                    continue
            return rule
        return None

    def _add_rule(self, sentence: Sentence, rule: Rule, place: Place, basis: Basis) -> None:
        code = rule.indicator(self.is_new)
        sentence.others.end_with(rule.code)
        sentence.last_code = code
        sentence.matter = rule.code.split(".", 1)[0]
        if code is None:
            return
        if code == "application.carried_over" and basis == "prior_year":
            # "2018年结转12件": the year that they come from, not the one that they are counted in.
            basis = "current"
        if code.endswith(".items_last_year"):
            # "行政许可：上一年项目数量5项": what the form of this year asks for.
            basis = "current"
        if code.endswith(".change") and place.label.endswith("-"):
            # "本年增/减-2项".
            place.numeral = replace(place.numeral, value=-(place.numeral.value or Decimal(0)))
        if code.startswith("training.") and basis == "part_year" and not self.is_part and _IN_MONTHS.search(sentence.before):
            # "6至8月对信息员进行培训": when it was, not what was counted.
            basis = "current"
        if code == "proactive.fulltext_rate" and basis == "current" and sentence.last_total is not None:
            # "累计公开402条，全文电子化率达94.3%": of what was told right before.
            told = self.observations[-1]
            # The year's own has been told.
            is_second = (code, basis) in sentence.totals and told.indicator_code == "proactive.items"
            basis = told.basis if is_second else sentence.last_total.basis
        if code in outcomes.REQUESTS and basis == "current" and "累计" in place.label and _THIS_YEAR.match(place.behind):
            basis = "cumulative"
        if code in outcomes.REQUESTS and _HANDLED.search(place.stem) and (place.numeral.value or 0) < self._largest.get((code, basis), 0):
            # "收到申请21件。共办理申请20件": fewer than came in.
            sentence.last_code = code = "application.outcome.total" if self.is_new else "application.closed"
        if rule.member is not None:
            # Only reports of the regulation of 2019 count applicants, and only after the total that they add up to.
            if self.is_new and self._are_applicants(sentence, code, place) and not applicants.are_among_answered(sentence.before):
                self._add_applicants(sentence, code, place, basis, rule, applicants.named_in(place.stem), rule.member)
            return
        if self._is_told(sentence, code, place, basis):
            return
        if code.startswith("application.") and self._of_one_group(sentence, code, place, basis, rule):
            return
        label = None
        if code in ("response.consultations", "proactive.bulletins"):
            title = _TITLED.search(place.stem) if code == "proactive.bulletins" else None
            label = title["title"] if title is not None else ways.way_of(place.stem)
            if label is None and code == "response.consultations" and (line := pattern_of("line_opened").search(sentence.before)):
                # "开通“12316”热线，解答咨询3200人次".
                label = ways.tidy(line["way"])
            if label is None and code == "response.consultations":
                label = ways.channel_of_item(place.stem) if sentence.list_kind == "consult" else ways.way_asked(place.stem)
            if label and code == "response.consultations":
                code = "response.consultations.by_channel"
        if label is None and self._is_part(sentence, code, place, basis):
            return
        added = self._add(sentence, code, place.numeral, rule.confidence, basis, label, recogniser=rule.rule_id)
        if added is not None and added.member_label is None and added.number is not None:
            sentence.totals.setdefault((code, basis), added.number)
            self._totals.setdefault((code, basis), set()).add(added.number)
            self._largest[code, basis] = max(added.number, self._largest.get((code, basis), added.number))
        if added is not None and code in lists.BEHIND:
            sentence.last_total = added
            self._open_list(sentence, place, lists.BEHIND[code])
        if code in ("proposal.deputy_motions", "proposal.deputy_suggestions", "proposal.cppcc"):
            self._open_list(sentence, place, "subject")

    def _are_applicants(self, sentence: Sentence, code: str, place: Place) -> bool:
        """Whether a group of applicants stands behind the requests told, be it that the ways by which they came stand between."""
        if sentence.last_code == code:
            return True
        whole = self._largest.get((code, "current"), Decimal(0))
        return sentence.matter == "application" and sentence.last_code is None and (place.numeral.value or Decimal(0)) <= whole

    def _of_one_group(self, sentence: Sentence, code: str, place: Place, basis: Basis, rule: Rule) -> bool:
        """ "自然人申请中，予以公开13件", "收到自然人申请6件，商业企业申请1件": of these applicants alone.

        Only the form of 2019 asks for some of them; of others nothing is written down.
        """
        is_one = code in outcomes.REQUESTS and applicants.is_one_of_several(place)
        group = applicants.group_of(sentence.before, place.stem, is_one)
        if group is None:
            return is_one
        group_rule = applicants.rule_of(group)
        if self.is_new and group_rule is not None:
            self._add_applicants(sentence, code, place, basis, rule, group, group_rule.member)
        return True

    def _add_applicants(
        self, sentence: Sentence, code: str, place: Place, basis: Basis, rule: Rule, group: str, member: str | None
    ) -> None:
        """Writes down what a rule counts of a group of applicants; `member` is "-" where the group has no code."""
        member = None if member == "-" else member
        self._add(sentence, code, place.numeral, rule.confidence, basis, group, member=member, recogniser=rule.rule_id)

    def _is_told(self, sentence: Sentence, code: str, place: Place, basis: Basis) -> bool:
        """ "在4件申请中" after "收到申请4件"; "市政府本级受理214件" after what the whole city received."""
        told, value = self._totals.get((code, basis), set()), place.numeral.value or Decimal(0)
        came_in = max(self._largest.get((request, basis), Decimal(0)) for request in outcomes.REQUESTS)
        if (code in outcomes.REQUESTS or code in _DONE) and value < came_in and applicants.are_of_one_office(place):
            # "其中，区政府收到申请91件，答复90件": what became of these is no figure, either.
            sentence.others.pass_over("application", place.numeral.close)
            sentence.last_code = None
            return True
        if code in _TOTALS and _BACK.match(place.label) is not None:
            return value in told
        return "本级" in place.stem and value < self._largest.get((code, basis), Decimal(0))

    def _is_part(self, sentence: Sentence, code: str, place: Place, basis: Basis) -> bool:
        """ "政策解读28条，其中视频解读3条", "解读28条，视频3条": a part of a figure before, not the same thing once more."""
        if not self.observations:
            return False
        last = self.observations[-1]
        is_same = last.indicator_code == code and last.basis == basis and last.member_label is None and last.value_start >= sentence.start
        if is_same and sentence.last_code == code and "其中" in self.text[last.value_end : place.numeral.open]:
            return True
        if sentence.before.startswith("其中") and any(
            (told.indicator_code, told.basis, told.member_label) == (code, basis, None)
            and (told.number or 0) > (place.numeral.value or 0)
            and told.value_start >= sentence.start - LONGEST_REACH
            for told in self.observations[-_PARTS_BEHIND:]
        ):
            # "办理建议136件、提案118件。其中县人大代表建议120件".
            return True
        if code in _MAILBOXES and self._is_another_box(sentence, code, place):
            return False
        total = sentence.totals.get((code, basis))
        return total is not None and (place.numeral.value or 0) < total

    def _is_another_box(self, sentence: Sentence, code: str, place: Place) -> bool:
        """ "网站收到留言64条；县长信箱收到来信18件": whether the last of the same stands before a semicolon."""
        told = next((figure for figure in reversed(self.observations) if figure.indicator_code == code), None)
        return told is not None and told.value_start >= sentence.start and ";" in self.text[told.value_end : place.numeral.open]

    def _open_list(self, sentence: Sentence, place: Place, kind: str) -> None:
        if pattern_of("list_opens").search(place.behind.split("#")[0]):
            sentence.list_kind = kind
            sentence.list_total = sentence.last_total


@lru_cache(maxsize=KEPT_WORDINGS)
def verb_of(stem: str) -> str | None:
    """The verb that a count begins with, which the next one may leave out."""
    own = pattern_of("shared_verb").match(stem)
    return None if own is None else own["verb"]
