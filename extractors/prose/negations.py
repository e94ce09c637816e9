"""Zeros in words.

Lives here: what a negation denies ("未收到…申请"), and labels that end in 无 or 零 ("收费情况：无").
Elsewhere: where a negation may stand (terms.csv, zero_trigger), which words mean which indicator (zeros.csv, figures.csv).
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.document import Document
from extractors.numerals import Numeral
from extractors.prose import kinds, outcomes, ways
from extractors.prose.basis import is_part_of_year, years_in
from extractors.prose.clauses import NUMBERING, clause_before, leading, stem_of
from extractors.prose.matching import Matcher
from extractors.prose.passages import Passage
from extractors.prose.topics import topic
from extractors.prose.wording import JOINT, Rule, candidates, pattern_of, squeezed
from extractors.prose.writing import BOUNDARY, LONGEST_REACH, Sentence
from extractors.records import Basis

# "2016年度，我局没有此类情况。"
_LONGEST_NONE = 24
# No unit at all first: rules that need none come before those that do.
UNITS_OF_ZERO = ("", "件", "次", "人", "个", "篇", "期", "万元")
# As many zeros as a sentence may tell at once.
_FEW = 6
_NOTHING_PUBLISHED = re.compile(
    "(?:未|没有|无)(?:主动)?(?:(?:公开|发布|更新|推送)(?:过)?(?:任何)?(?:政府|政务)?(?:信息|内容)|(?:信息|内容)(?:公开|发布))"
)
_BARE_DENIAL = re.compile("(?:未|没有)(?:发生|出现|产生|收到|接到|受理)(?:过)?")
_KIND_OR_FIELD = re.compile("(?P<name>[^,;:]{2,12}?)(?P<what>类|领域)")
# "未收到书面申请，收到网上申请1件": none of one sort.
_BUT_OTHERS = re.compile(r"[,;][^。;]{0,6}(?:收到|接到|受理)[^,;。\d]{0,16}申请[^,;。\d]{0,4}[1-9]")
_BUT_OTHER_COMPLAINTS = re.compile(r"[,;][^。;]{0,6}(?:收到|接到|受理)[^,;。\d]{0,16}(?:投诉|举报)[^,;。\d]{0,4}[1-9]")
_MARKS = re.compile('["《》〈〉]')
_CASES_BEFORE = re.compile(r"\d\s*[件宗份起]")
_OF_SORTS = frozenset(("complaints", "response.consultations", "response.messages_received"))
# "四、复议诉讼".
_SIDE_BY_SIDE = re.compile("(?<=复议)(?=(?:行政)?(?:诉讼|应诉))")


class Negations(Matcher):
    """Reads the negations of a report. `year` is the report's."""

    year: int | None = None

    def __init__(self, document: Document, text: str) -> None:
        super().__init__(document, text)
        self._not_applicable: dict[str, tuple[Sentence, int, Rule]] = {}

    def _zero(self, sentence: Sentence, match: re.Match[str], previous: int) -> None:
        text = self.text
        start = match.start()
        previous = max(previous, start - LONGEST_REACH)
        boundary, lead = clause_before(text, previous, start)
        before = sentence.read_on(text, start)
        if self.year is not None and sentence.years and self.year not in sentence.years:
            return
        if pattern_of("hypothetical").search(squeezed(lead)):
            return
        if match.lastgroup == "label":
            if boundary > previous and text[boundary - 1] == "," and pattern_of("own").fullmatch(stem_of(squeezed(lead))):
                # "无论复议还是诉讼，我局全年均为零": the names stand in the clause before.
                _, lead = clause_before(text, previous, boundary - 1)
            # "复议为零、诉讼为零": each has its own.
            self._labelled_zero(sentence, lead.rpartition("为零、")[2], start, before)
            return
        if sentence.topic and pattern_of("bare_none").fullmatch(squeezed(text[sentence.start : sentence.end])):
            # "（一）行政复议情况。未发生。": as if it said "行政复议情况：未发生".
            self._labelled_zero(sentence, sentence.topic, start, before)
            return
        last = min(sentence.end, start + LONGEST_REACH)
        following = BOUNDARY.search(text, match.end(), last)
        end = following.start() if following else last
        if following is not None and following[0] == ",":
            further = BOUNDARY.search(text, following.end(), last)
            rest = further.start() if further else last
            if pattern_of("same_negation").fullmatch(squeezed(text[following.end() : rest])):
                end = rest
        clause = squeezed(text[start:end])
        clause = _MARKS.sub("", clause)
        if _NOTHING_PUBLISHED.fullmatch(clause) and self._nothing_of(sentence, stem_of(leading(lead)[1]), start):
            return
        if _BARE_DENIAL.fullmatch(clause) is not None:
            # "行政复议案件没有发生": the name stands before.
            self._labelled_zero(sentence, lead, start, before)
            return
        context: str | None = None
        for rule in candidates("zeros.csv", clause):
            found = rule.pattern.search(clause)
            if found is None or (rule.unless is not None and rule.unless.search(squeezed(text[boundary:end]))):
                continue
            if rule.context is not None:
                context = context if context is not None else "\n".join((*sentence.heads, topic(sentence) + before + clause))
                if rule.code.startswith("application.received."):
                    # Ways by which none came, beside those by which some did.
                    if not self._came_in() and _CASES_BEFORE.search(before) is None:
                        continue
                elif rule.context.search(context) is None:
                    continue
            label = found.groupdict().get("member")
            code = rule.indicator(self.is_new)
            if code is None:
                continue
            if code == "complaints" and "公开" not in clause and _BUT_OTHER_COMPLAINTS.match(text, end, sentence.end):
                continue
            if rule.code in outcomes.REQUESTS and (_BUT_OTHERS.match(text, end, sentence.end) or self._came_in()):
                continue
            if code in _OF_SORTS and self._largest.get((code, "current")):
                # "接受咨询1200人次。没有收到网上咨询".
                continue
            if rule.status == "stated_zero":
                self._add_zero(sentence, code, start, rule, label)
            else:
                self._not_applicable.setdefault(code, (sentence, start, rule))

    def _came_in(self) -> bool:
        """ "受理申请29件。各乡镇均未收到申请": whether requests have been told, so that none of a sort is not the whole."""
        return any(self._largest.get((code, "current")) for code in outcomes.REQUESTS)

    def _nothing_of(self, sentence: Sentence, name: str, start: int) -> bool:
        """ "政务微信未发布信息", "应急管理类无信息公开": a way or a kind of which nothing was published."""
        code, label = ways.channel_code(name), None
        if pattern_of("several").search(name):
            return False
        if code is None and (kind := _KIND_OR_FIELD.fullmatch(name)) is not None:
            code = "proactive.items.by_category" if kind["what"] == "类" else "proactive.items.by_field"
            label = kind["name"]
        if code is None or code == ways.BY_CHANNEL:
            return False
        zero = zero_at(start)
        self._add(sentence, code, zero, 0.85, "current", label, status="stated_zero")
        return True

    def _empty_section(self, passage: Passage) -> None:
        """ "五、收费情况" with nothing but "无" under it: as if it said "收费情况：无"."""
        body = self.text[passage.start : passage.end]
        if len(body) > _LONGEST_NONE or passage.start - passage.head_start > LONGEST_REACH or not passage.heads:
            return
        if pattern_of("bare_none").fullmatch(squeezed(body)) is None:
            return
        sentence = Sentence(passage.head_start, passage.end, passage.heads)
        if years_in(body) and self.year not in years_in(body):
            return
        self._labelled_zero(sentence, NUMBERING.sub("", passage.heads[-1]), passage.start, "")

    def _labelled_zero(self, sentence: Sentence, words: str, start: int, before: str) -> None:
        _, stem = leading(words)
        found = self._named(sentence, stem, before, UNITS_OF_ZERO)
        if not found:
            self._no_item(sentence, stem, start)
        for rule in found:
            code = rule.indicator(self.is_new)
            if code is not None and rule.code not in ("proactive.items",):
                self._add_zero(sentence, code, start, rule, None)

    def _no_item(self, sentence: Sentence, stem: str, start: int) -> None:
        """ "政务微博：无" in a section on the ways of publishing, "人事任免：无" in one on the kinds of information."""
        if sentence.list_kind == "category" and kinds.is_label(stem):
            self._add(sentence, kinds.BY_CATEGORY, zero_at(start), 0.85, "current", kinds.item_label(stem), status="stated_zero")
            return
        code = ways.channel_code(stem) if sentence.heads and pattern_of("about_ways").search(sentence.heads[-1]) else None
        if code is not None and code != ways.BY_CHANNEL:
            numeral = zero_at(start)
            self._add(sentence, code, numeral, 0.85, "current", status="stated_zero")

    def _named(self, sentence: Sentence, stem: str, before: str, units: Sequence[str]) -> list[Rule]:
        """The rules of each of the names that stand together ("复议、诉讼情况"), or of the one that they make."""
        stem = _SIDE_BY_SIDE.sub("、", pattern_of("joins_subjects").sub("", stem).replace("还是", "、"))
        parts = [part for part in JOINT.split(stem) if part] if JOINT.search(stem) else []
        names = [stem_of(part).removesuffix("等") for part in parts] or [stem]
        found = [rule for name in names if (rule := self._of_any_unit(sentence, name, before, units)) is not None]
        if parts and len({rule.code for rule in found}) < 2:
            whole = self._of_any_unit(sentence, stem, before, units)
            found = [whole] if whole is not None else []
        return found

    def _of_any_unit(self, sentence: Sentence, stem: str, before: str, units: Sequence[str]) -> Rule | None:
        """The rule of the words before a zero that has no unit: "新闻发布会：无" says no more and no less than "新闻发布会0次"."""
        keys = (f"{stem}#{unit}" for unit in units)
        return next((rule for key in keys if (rule := self._matching(sentence, key, before)) is not None), None)

    def _add_zero(self, sentence: Sentence, code: str, start: int, rule: Rule, label: str | None) -> None:
        if any(
            (told.indicator_code, told.member_label) == (code, label) and told.value_start >= sentence.start
            for told in self.observations[-_FEW:]
            if told.status == "stated_zero"
        ):
            # What stands alone under a heading is a sentence, too.
            return
        numeral = zero_at(start)
        basis: Basis = "part_year" if is_part_of_year(sentence.before) else "current"
        self._add(sentence, code, numeral, rule.confidence, basis, label, status="stated_zero", recogniser=rule.rule_id)

    def _settle(self, first: int) -> None:
        """Writes down what doesn't apply, unless a passage (its figures begin at `first`) says a number of it after all."""
        told = {observation.indicator_code for observation in self.observations[first:]}
        for code, (sentence, start, rule) in self._not_applicable.items():
            if code not in told:
                numeral = Numeral("zero", start, start, start)
                self._add(sentence, code, numeral, rule.confidence, "current", status="not_applicable", recogniser=rule.rule_id)
        self._not_applicable.clear()


def zero_at(place: int) -> Numeral:
    """A zero that words say, where they begin."""
    return Numeral("zero", place, place, place, Decimal(0))
