"""Zeros in words.

Lives here: what a negation denies ("未收到…申请"), and labels that end in 无 or 零 ("收费情况：无").
Elsewhere: where a negation may stand (terms.csv, zero_trigger), which words mean which indicator (zeros.csv, figures.csv).
"""

import re
from decimal import Decimal

from extractors.numerals import Numeral
from extractors.prose.clauses import JOINT, WEAK_START, stem_of
from extractors.prose.matching import Matcher
from extractors.prose.wording import Rule, pattern_of, rules, squeezed
from extractors.prose.writing import BOUNDARY, LONGEST_REACH, Sentence, last_boundary

_MARKS = re.compile('["《》〈〉]')


class Negations(Matcher):
    """Reads the negations of a report. `year` is the report's."""

    year: int | None = None

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
        label = WEAK_START.sub("", squeezed(self.text[boundary:start]))
        stem = stem_of(label)
        parts = [part for part in JOINT.split(stem) if part] if JOINT.search(stem) else []
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
