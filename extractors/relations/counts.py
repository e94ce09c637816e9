"""The numbers of running text, each with the part that it plays in its clause.

Lives here: `Count`, and `by_passage()`, which tells counts from shares, differences and figures of another year or of the budget.
Elsewhere: finding numerals (../numerals.py), what the counts add up to (lists.py, changes.py).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extractors.numerals import COUNTED, PERCENT, Numeral
from extractors.prose.passages import Passage
from extractors.prose.wording import pattern_of, squeezed
from extractors.records import Observation, Operand, Role

# count: so many; base: a figure of another year or of the budget; all_years: counted over all years; change: so many more or fewer;
# percent: a share or rate. `other` is a number that can't be compared: approximate, a range, or without a unit.
Part = Literal["count", "base", "all_years", "change", "percent", "other"]

_BY_BASIS: dict[str, Part] = {"prior_year": "base", "budget": "base", "cumulative": "all_years"}
_BOUNDARY = re.compile("[,;:。!?(]")
# Words before a label that are no part of it.
_LEAD = re.compile(r"^(?:[、和及与]|以及|其中(?:包括)?[:,]?|包括|\d{1,2}[.、)]|[一二三四五六七八九十]是)+")
# A clause is never longer: hostile texts without any full stop stay cheap.
_LONGEST_CLAUSE = 60
_LONGEST_LABEL = 24


@dataclass(slots=True)
class Count:
    """One number of a passage.

    `gap` are the words since the number before it (or since the passage began), `words` those of its own clause, both without white
    space. `code` is the indicator of which it is a figure.
    """

    numeral: Numeral
    part: Part
    gap: str
    words: str
    code: str | None
    printed: str

    @property
    def value(self) -> Decimal:
        assert self.numeral.value is not None
        return self.numeral.value

    @property
    def label(self) -> str:
        """What is counted, as a statement shows it: without the words that only lead to the number."""
        return pattern_of("tail").sub("", self.words)[-_LONGEST_LABEL:]

    @property
    def decimals(self) -> int:
        """How many digits behind the point are printed."""
        return len(self.printed.partition(".")[2].rstrip("%")) if self.part == "percent" else 0

    def operand(self, role: Role, sign: int = 1) -> Operand:
        unit = self.numeral.unit or ""
        return Operand(role, sign, self.value, self.label, f"{self.printed}{unit}", self.decimals, self.numeral.start)


@dataclass(slots=True)
class CountedPassage:
    """A passage with its numbers. `tail` are the words behind the last of them."""

    passage: Passage
    counts: list[Count]
    tail: str


def by_passage(
    text: str, passages: Sequence[Passage], numerals: Sequence[Numeral], figures: Mapping[int, Observation]
) -> list[CountedPassage]:
    """The passages of the report's own account, each with its numbers; passages without any number included."""
    counted = [numeral for numeral in numerals if numeral.kind in COUNTED]
    starts = [numeral.start for numeral in counted]
    found = []
    for passage in passages:
        if not passage.is_account:
            continue
        inside = counted[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        counts = list(_counts(text, passage, inside, figures))
        last = inside[-1].close if inside else passage.start
        found.append(CountedPassage(passage, counts, squeezed(text[last : passage.end])[-_LONGEST_CLAUSE:]))
    return found


def the_figures(passages: Sequence[CountedPassage]) -> dict[str, Count]:
    """The first count of every indicator to which the text gives one value throughout."""
    found: dict[str, Count] = {}
    differing: set[str] = set()
    for counted in passages:
        for count in counted.counts:
            if count.code is not None and count.part == "count" and found.setdefault(count.code, count).value != count.value:
                differing.add(count.code)
    return {code: count for code, count in found.items() if code not in differing}


def _counts(text: str, passage: Passage, numerals: Sequence[Numeral], figures: Mapping[int, Observation]) -> Iterator[Count]:
    previous = passage.start
    for numeral in numerals:
        since = max(previous, numeral.open - 4 * _LONGEST_CLAUSE)
        gap = squeezed(text[since : numeral.open])
        words = _LEAD.sub("", _BOUNDARY.split(gap)[-1])
        printed = text[numeral.start : numeral.end]
        figure = figures.get(numeral.start)
        part = _part(numeral, words)
        if part == "count" and figure is not None:
            part = _BY_BASIS.get(figure.basis, "count")
        yield Count(numeral, part, gap, words, figure.indicator_code if figure is not None else None, printed)
        previous = numeral.close


def _part(numeral: Numeral, words: str) -> Part:
    if numeral.value is None or numeral.qualifier != "exact":
        return "other"
    if numeral.kind == PERCENT:
        return "percent"
    if numeral.unit is None:
        return "other"
    if pattern_of("change").search(words):
        return "change"
    if pattern_of("budget").search(words) or (pattern_of("year_before").search(words) and "结转" not in words):
        return "base"
    if "累计" in words or pattern_of("all_years").search(words):
        return "all_years"
    return "count"
