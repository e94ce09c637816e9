"""Sentences with numbers to figures.

Lives here: walking through the numerals and negations of a passage in reading order, with what the sentence has said so far (its last
total, the list that it is in), and making observations of them.
Elsewhere: which words mean which indicator (figures.csv, zeros.csv), information disclosed and its channels and kinds (disclosure.py),
the basis of a figure (basis.py), numerals (../numerals.py).
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.document import Document
from extractors.numerals import PERCENT, READABLE, Numeral
from extractors.prose import disclosure
from extractors.prose.basis import basis_of, is_other_year, years_in
from extractors.prose.passages import Passage
from extractors.prose.wording import Rule, candidates, pattern_of, rules, squeezed
from extractors.prose.writing import BEHIND, BOUNDARY, LONGEST_BEFORE, LONGEST_REACH, Sentence, Writer, last_boundary
from extractors.records import Basis, Observation

_MARKS = re.compile('["《》〈〉]')
_OF_WHICH = re.compile(r"\s*(?:其中|按)")
_AND = ("和", "及", "与", "、")
_CLAUSE_OF_KEY = re.compile("[^#]*#[^,;:(。]*")
_JOINT = re.compile("[、和与及或]")
_WEAK_START = re.compile(
    r"^(?:[、和及]|与(?!去年|上年|上一年|同期|20)|以及|其中(?:包括)?[:,]?|包括|\d{1,2}[.、)]|[一二三四五六七八九十]是)+"
)
_SENTENCE = re.compile("[^。!?]+[。!?]?")
# A word of a list item is never longer: what is longer is a sentence.
_LONGEST_LABEL = 28
_LONGEST_LEAD = 44


@dataclass(slots=True)
class Place:
    """One number in its clause: the words before it, with and without what only leads to a number, and the words behind it."""

    numeral: Numeral
    label: str
    stem: str
    behind: str
    clause_start: int

    def key(self, stem: str | None = None) -> str:
        unit = self.numeral.unit or ""
        return f"{self.stem if stem is None else stem}#{unit}{self.behind}"


class ProseReader(Writer):
    """Reads the passages of one report."""

    def __init__(self, document: Document, text: str, year: int | None, publisher: str | None, is_new: bool) -> None:
        super().__init__(document, text)
        self.year = year
        self.publisher = squeezed(publisher or "")
        self.is_new = is_new
        self._carried: str | None = None
        self._carried_total: Observation | None = None
        self._field: str | None = None

    def read(self, passage: Passage, numerals: list[Numeral], zeros: list[re.Match[str]]) -> None:
        """Adds the figures of one passage. `numerals` and `zeros` are those that stand in it."""
        body = self.text[passage.start : passage.end]
        lead, heads = _lead_in(body, passage.heads)
        kind = disclosure.list_of(lead) if lead else None
        numbered = lead is not None or _WEAK_START.match(squeezed(body[:6])) is not None
        carried = kind or (self._carried if numbered or (self._carried and not lead) else None)
        last_code: str | None = None
        total = self._carried_total if carried and kind != "catalogue" else None
        self._field = None
        at_numeral = at_zero = 0
        for match in _SENTENCE.finditer(body) if numerals or zeros else ():
            start, end = passage.start + match.start(), passage.start + match.end()
            first_numeral, first_zero = at_numeral, at_zero
            while at_numeral < len(numerals) and numerals[at_numeral].start < end:
                at_numeral += 1
            while at_zero < len(zeros) and zeros[at_zero].start() < end:
                at_zero += 1
            if at_numeral == first_numeral and at_zero == first_zero:
                continue
            if carried is None and _OF_WHICH.match(body, match.start()):
                carried = disclosure.LISTS.get(total.indicator_code) if total is not None else disclosure.list_under(heads)
            sentence = Sentence(start, end, heads, carried, last_code, list_total=total if carried else None)
            if "领域" in body:
                self._field = disclosure.field_of(body[max(0, match.start() - LONGEST_BEFORE) : match.start()], heads)
            self._sentence(sentence, numerals[first_numeral:at_numeral], zeros[first_zero:at_zero])
            last_code = sentence.last_code
            total = sentence.last_total or sentence.list_total
            carried = kind or (sentence.list_kind if sentence.closes else None)
        if body.rstrip()[-1:] == ":":
            # "…96条。其中：" and the list follows in paragraphs of its own.
            self._carried = carried or (disclosure.LISTS.get(total.indicator_code) if total is not None else None)
            self._carried_total = total
        elif not (self._carried and numbered):
            self._carried = self._carried_total = None

    def _sentence(self, sentence: Sentence, numerals: list[Numeral], zeros: list[re.Match[str]]) -> None:
        if pattern_of("looking_ahead").match(self.text, sentence.start, sentence.end):
            return
        events: list[Numeral | re.Match[str]] = [*numerals, *zeros]
        if numerals and zeros:
            events.sort(key=lambda event: event.start if isinstance(event, Numeral) else event.start())
        previous = sentence.start
        for event in events:
            if isinstance(event, Numeral):
                if event.kind in READABLE and event.value is not None and not self._is_quoted(sentence, event.start):
                    self._numeral(sentence, event, previous)
                previous = event.close
            elif not self._is_quoted(sentence, event.start()):
                self._zero(sentence, event, previous)
        tail = self.text[previous : sentence.end]
        sentence.closes = tail.rstrip()[-1:] in "：:" or "其中" in tail[-8:]
        if sentence.closes and sentence.last_total is not None and sentence.list_kind is None:
            sentence.list_kind = disclosure.LISTS.get(sentence.last_total.indicator_code)

    def _is_quoted(self, sentence: Sentence, position: int) -> bool:
        start = max(sentence.start, position - LONGEST_REACH)
        return self.text.rfind("《", start, position) > self.text.rfind("》", start, position)

    # Numbers

    def _place(self, sentence: Sentence, numeral: Numeral, previous: int) -> Place:
        text = self.text
        previous = max(previous, numeral.open - LONGEST_REACH)
        start = last_boundary(text, previous, numeral.open)
        label = _WEAK_START.sub("", squeezed(text[start : numeral.open]))
        if label.endswith(_AND):
            # "2名专职人员和3名…": what stands before "和" belongs to the number before.
            label = ""
        stem = _stem(label)
        if not stem and start > previous and text[start - 1] in ",:(":
            # "收到申请，共7件": the words before the comma lead to the number.
            earlier = last_boundary(text, previous, start - 1)
            before = squeezed(text[earlier : start - 1])
            # Words right behind the number before belong to that one ("一名专职，两名兼职").
            if before and not before.startswith("其中") and (earlier > previous or previous == sentence.start):
                label, start = before + label, earlier
                stem = _stem(label)
        end = min(numeral.close + BEHIND, sentence.end)
        return Place(numeral, label, stem, squeezed(text[numeral.close : end]), start)

    def _numeral(self, sentence: Sentence, numeral: Numeral, previous: int) -> None:
        place = self._place(sentence, numeral, previous)
        before = sentence.read_on(self.text, numeral.open)
        if pattern_of("requirement").search(place.label + self.text[numeral.open : numeral.start]):
            return
        own = years_in(place.label)
        if is_other_year(sentence.years, own, self.year):
            return
        basis = basis_of(before, squeezed(self.text[previous : numeral.open]), place.label, own, self.year)
        if numeral.kind == PERCENT:
            self._percent(sentence, place, basis)
            return
        if self._finance(sentence, place) or self._by_rule(sentence, place, basis, before):
            return
        if self._again(sentence, place, basis) or self._change(sentence, place):
            return
        self._disclosed(sentence, place, basis, before)

    def _by_rule(self, sentence: Sentence, place: Place, basis: Basis, before: str) -> bool:
        found = self._matching(sentence, place.key(), before)
        value = place.numeral.value
        is_joint = value == 0 or (place.label != place.stem and any(word in place.label[len(place.stem) :] for word in "各均"))
        if is_joint and _JOINT.search(place.stem):
            parts = [self._matching(sentence, place.key(part), before) for part in _JOINT.split(place.stem) if part]
            several = {rule.code: rule for rule in parts if rule is not None}
            if len(several) > 1:
                for rule in several.values():
                    self._add_rule(sentence, rule, place, basis)
                return True
        if pattern_of("each").search(place.label):
            return True
        if found is None or self._is_kind(sentence, found, place):
            return False
        self._add_rule(sentence, found, place, basis)
        return True

    def _is_kind(self, sentence: Sentence, rule: Rule, place: Place) -> bool:
        """In a list of kinds of information "政策解读信息12条" is a kind, not a count of 解读."""
        return (
            sentence.list_kind in ("category", "catalogue")
            and rule.code.startswith(("response.", "resource.", "complaints", "proposal."))
            and place.numeral.unit in disclosure.UNITS
            and pattern_of("doing").search(place.stem) is None
        )

    def _matching(self, sentence: Sentence, key: str, before: str) -> Rule | None:
        found = candidates(key)
        if not found:
            return None
        context: str | None = None
        clause = _CLAUSE_OF_KEY.match(key)
        own = clause[0] if clause is not None else key
        for rule in found:
            if rule.pattern.search(key) is None or (rule.unless is not None and rule.unless.search(own)):
                continue
            if rule.context is not None:
                context = context if context is not None else "\n".join((*sentence.heads, before, key))
                if rule.context.search(context) is None:
                    continue
            return rule
        return None

    def _add_rule(self, sentence: Sentence, rule: Rule, place: Place, basis: Basis) -> None:
        code = rule.indicator(self.is_new)
        sentence.last_code = code
        if code is None:
            return
        label = None
        if code in ("response.consultations", "proactive.bulletins"):
            label = disclosure.way_of(place.stem)
            if label is None and sentence.list_kind == "consult":
                label = disclosure.channel_of_item(place.stem)
            if label and code == "response.consultations":
                code = "response.consultations.by_channel"
        added = self._add(sentence, code, place.numeral, rule.rule_id, rule.confidence, basis, label)
        if added is not None and code in disclosure.LISTS:
            sentence.last_total = added
            self._open_list(sentence, place, disclosure.LISTS[code])
        if code in ("proposal.deputy_motions", "proposal.deputy_suggestions", "proposal.cppcc"):
            self._open_list(sentence, place, "subject")

    def _open_list(self, sentence: Sentence, place: Place, kind: str) -> None:
        if pattern_of("list_opens").search(place.behind.split("#")[0]):
            sentence.list_kind = kind
            sentence.list_total = sentence.last_total

    def _finance(self, sentence: Sentence, place: Place) -> bool:
        if not place.numeral.unit or not place.numeral.unit.endswith("元") or sentence.finance is None:
            return False
        basis: Basis | None = None
        if pattern_of("budget").search(place.label):
            basis = "budget"
        elif pattern_of("year_before").search(place.label):
            basis = "prior_year"
        if basis is None or pattern_of("difference").search(place.stem[-4:]):
            return False
        self._add(sentence, sentence.finance, place.numeral, f"prose:{sentence.finance}", 0.9, basis)
        return True

    def _again(self, sentence: Sentence, place: Place, basis: Basis) -> bool:
        """ "历年累计574条": the same thing once more, on another basis."""
        code = sentence.last_total.indicator_code if sentence.last_total is not None else sentence.last_code
        if basis != "cumulative" or code is None or pattern_of("bare_total").fullmatch(place.stem) is None:
            return False
        self._add(sentence, code, place.numeral, f"prose:{code}", 0.9, "cumulative")
        return True

    def _change(self, sentence: Sentence, place: Place) -> bool:
        match = pattern_of("change").search(place.label)
        code = {
            "proactive.items": "proactive.items.yoy_",
            "application.received": "application.yoy_",
            "application.new": "application.yoy_",
        }.get(sentence.last_code or "")
        if match is None:
            return False
        if code is None or pattern_of("year_on_year").search(place.label) is None:
            return True
        kind = "rate" if place.numeral.kind == PERCENT else "change"
        sign = -1 if pattern_of("less").search(match[0]) else 1
        numeral = replace(place.numeral, value=(place.numeral.value or Decimal(0)) * sign)
        self._add(sentence, code + kind, numeral, f"prose:{code}{kind}", 0.9, "current", keep_last=True)
        return True

    def _percent(self, sentence: Sentence, place: Place, basis: Basis) -> None:
        if self._change(sentence, place):
            return
        if sentence.last_item is not None and pattern_of("share").fullmatch(place.label):
            if place.label[0] != "占":
                place.numeral.qualifier = "approximate"
            self._add(
                sentence, "proactive.items.share_by_category", place.numeral, "prose:share", 0.9, basis, sentence.last_item, keep_last=True
            )
            return
        self._by_rule(sentence, place, basis, sentence.before)

    def _disclosed(self, sentence: Sentence, place: Place, basis: Basis, before: str) -> None:
        unit = place.numeral.unit
        if sentence.list_kind in ("consult", "subject"):
            self._item(sentence, place, basis)
            return
        if unit is not None and unit not in disclosure.UNITS:
            return
        says = disclosure.disclosed(place.stem, place.label, unit, sentence, self.publisher, self._field, before)
        if says is None:
            return
        code, label, confidence = says
        if code == "proactive.items" and disclosure.means_all_years(place.behind, place.label):
            basis = "cumulative"
        elif code == "proactive.items" and basis == "current" and "累计" in place.label:
            confidence = min(confidence, 0.9 if pattern_of("this_year").search(before) else 0.6)
        added = self._add(sentence, code, place.numeral, f"prose:{code}", confidence, basis, label)
        if code in disclosure.LISTS:
            sentence.last_total = added
            self._open_list(sentence, place, disclosure.LISTS[code])
        if code == "proactive.items.by_category":
            sentence.last_item = label
            sentence.list_kind = sentence.list_kind or "category"

    def _item(self, sentence: Sentence, place: Place, basis: Basis) -> None:
        label = disclosure.item_label(place.stem)
        if not 0 < len(label) <= _LONGEST_LABEL:
            return
        code = "response.consultations.by_channel" if sentence.list_kind == "consult" else "proposal.by_subject"
        if sentence.list_kind == "consult":
            label = disclosure.channel_of_item(place.stem) or label
        self._add(sentence, code, place.numeral, f"prose:{code}", 0.9, basis, label)

    # Zeros in words

    def _zero(self, sentence: Sentence, match: re.Match[str], previous: int) -> None:
        text = self.text
        start = match.start()
        previous = max(previous, start - LONGEST_REACH)
        boundary = last_boundary(text, previous, start)
        before = sentence.read_on(text, start)
        if self.year is not None and sentence.years and self.year not in sentence.years:
            return
        if match.lastgroup == "label":
            self._labelled_zero(sentence, match, boundary, before)
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
        context = "\n".join((*sentence.heads, before + clause))
        for rule in rules("zeros.csv"):
            found = rule.pattern.search(clause)
            if found is None or (rule.unless is not None and rule.unless.search(squeezed(text[boundary:end]))):
                continue
            if rule.context is not None and rule.context.search(context) is None:
                continue
            label = found.groupdict().get("member")
            code = rule.indicator(self.is_new)
            if code is not None:
                self._add_zero(sentence, code, start, rule, label)

    def _labelled_zero(self, sentence: Sentence, match: re.Match[str], boundary: int, before: str) -> None:
        start = match.start()
        label = _WEAK_START.sub("", squeezed(self.text[boundary:start]))
        stem = _stem(label)
        parts = [part for part in _JOINT.split(stem) if part] if _JOINT.search(stem) else []
        found = [rule for part in (parts or [stem]) if (rule := self._matching(sentence, f"{part}#", before)) is not None]
        if parts and len({rule.code for rule in found}) < 2:
            whole = self._matching(sentence, f"{stem}#", before)
            found = [whole] if whole is not None else []
        for rule in found:
            code = rule.indicator(self.is_new)
            if code is not None and rule.code not in ("proactive.items",):
                self._add_zero(sentence, code, start, rule, None)

    def _add_zero(self, sentence: Sentence, code: str, start: int, rule: Rule, label: str | None) -> None:
        numeral = Numeral("zero", start, start, start, Decimal(0))
        self._add(sentence, code, numeral, rule.rule_id, rule.confidence, "current", label, status="stated_zero")


def _stem(label: str) -> str:
    """The words before a number without those that only lead to it (数, 共计, 达 …)."""
    return pattern_of("aside").sub("", pattern_of("tail").sub("", label))


def _lead_in(body: str, heads: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The words of "（一）主动公开数量：…" before the colon, and the headings with them."""
    match = pattern_of("lead_in").match(body) if ":" in body[:_LONGEST_LEAD] else None
    if match is None:
        return None, heads
    lead = squeezed(match["lead"] or match["plain"])
    return lead, (*heads, lead)
