"""Bare numbers under a heading: "（一）收到申请情况" and below it "2件。".

Lives here: a number with nothing before it but the year and the reporter counts what the heading right above it names.
Elsewhere: which words are headings (passages.py, openings.py), what their words mean (figures.csv), nothing but 无 under one
(negations.py).
"""

import re

from extractors.prose import disclosure
from extractors.prose.clauses import NUMBERING, Place, leading, stem_of
from extractors.prose.negations import UNITS_OF_ZERO
from extractors.prose.totals import Totals
from extractors.prose.wording import JOINT, pattern_of, squeezed
from extractors.prose.writing import Sentence
from extractors.records import Basis

# The number stands alone: what follows it is no name of what it counts.
_ENDS = re.compile("[,;:。(、]|$|均|都|全部")
# Only the first number of a section is its heading's.
_LONGEST_OPENING = 60
_PUBLISHED = re.compile("(?:主动)?(?:公开|发布)(?:了)?(?:共|共计)?$")
_UNITS_OF_EVENTS = frozenset(("次", "期", "场", "个"))
_UNITS_OF_INFORMATION = frozenset(("条", "条次", "件", "项", "篇"))


class Headings(Totals):
    """Reads numbers that say what they count no sooner than their heading does."""

    def _of_heading(self, sentence: Sentence, place: Place, basis: Basis, before: str) -> bool:
        if not sentence.is_under_head or not sentence.heads or sentence.last_code is not None or sentence.list_kind is not None:
            return False
        if place.numeral.open - sentence.start > _LONGEST_OPENING:
            return False
        head = sentence.topic or sentence.heads[-1]
        lead, colon, opening = squeezed(self.text[sentence.start : place.numeral.open]).rpartition(":")
        if colon and not lead.endswith(head):
            return False
        if pattern_of("consult_head").search(head) and pattern_of("way_alone").fullmatch(place.stem):
            # "（三）咨询情况": "电话188人次，现场65人次".
            sentence.list_kind = "consult"
            return False
        if (pattern_of("bare_count").fullmatch(stem_of(_PUBLISHED.sub("", opening))) is None) or _ENDS.match(place.behind) is None:
            return False
        unit = place.numeral.unit
        if _PUBLISHED.search(opening) and unit not in _UNITS_OF_INFORMATION:
            return False
        words = NUMBERING.sub("", head)
        if unit in _UNITS_OF_INFORMATION and pattern_of("items_head").fullmatch(words):
            if disclosure.means_all_years(place.behind, place.label):
                basis = "cumulative"
            sentence.last_total = self._add(sentence, "proactive.items", place.numeral, 0.9, basis)
            self._open_list(sentence, place, "category")
            return True
        is_none = place.numeral.value == 0
        units = UNITS_OF_ZERO if is_none and unit is None else (unit or "",)
        if JOINT.search(words) and unit in _UNITS_OF_EVENTS and not is_none:
            # "会议和培训情况": "5次" may be of both.
            return False
        found = {rule.code: rule for rule in self._named(sentence, leading(words)[1], before, units)}
        if len(found) > 1 and not is_none:
            if set(found) != {"review", "litigation"} or not self._turns_to_lawsuits(sentence, place):
                # "复议、诉讼情况": of which of them?
                return False
            del found["litigation"]
        for rule in found.values():
            self._add_rule(sentence, rule, place, basis)
        return bool(found)

    def _turns_to_lawsuits(self, sentence: Sentence, place: Place) -> bool:
        """Whether the passage names lawsuits behind a number, and reviews nowhere: the number is of the reviews."""
        rest = self.text[place.clause_start : sentence.passage_end]
        return "复议" not in rest and pattern_of("lawsuits_next").search(rest) is not None
