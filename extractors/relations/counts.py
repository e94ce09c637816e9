"""The numbers of running text, each with the part that it plays in its clause.

Lives here: `Count`, and `by_passage()`, which tells counts from shares, differences and figures of another year or of the budget.
Elsewhere: finding numerals (../numerals), what the counts add up to (lists.py, changes.py).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from extractors.numerals import COUNTED, PERCENT, Numeral
from extractors.prose.passages import Passage
from extractors.prose.wording import KEPT_WORDINGS, pattern_of, squeezed
from extractors.prose.writing import BOUNDARY
from extractors.records import Observation, Operand, Role

# count: so many; base: a figure of another year or of the budget; all_years: counted over all years; change: so many more or fewer;
# percent: a share or rate; average: so many a month or a head.
# `other` is a number that can't be compared: approximate, a range, or without a unit.
Part = Literal["count", "base", "all_years", "change", "percent", "average", "other"]

_BY_BASIS: dict[str, Part] = {"prior_year": "base", "budget": "base", "cumulative": "all_years"}
# Words before a label that are no part of it.
_LEAD = re.compile(r"^(?:[、和及与]|以及|其中(?:包括)?[:,]?|包括|\d{1,2}[.、)]|[一二三四五六七八九十]是)+")
# A clause is never longer: hostile texts without any full stop stay cheap.
_LONGEST_CLAUSE = 60
_LONGEST_LABEL = 24
# "专职、兼职各2人": two for each name.
_EACH = re.compile(r"(?P<names>[^,;:]*?)各(?:自)?(?![类种项级界方部镇乡村县市区科单处位个])[^,;:、各占]{0,8}$")
_BETWEEN_NAMES = re.compile("[、]|以及|[和及与](?=[^、]*$)")
# Kinds of offices and places, of which there may be any number.
_ANY_NUMBER = re.compile("(?:全|每个?|各)?(?:[县市区乡镇村组街道社区居委会部门单位科室股处站所学校年级班级小组]|行政村|中心|机关)+")
_SUMS_UP = re.compile("合计|共计|总计")
_POINTS_BACK = re.compile("(?:以上|上述|前述|这|全年)*")
_AVERAGE = re.compile("平均|人均|日均|月均|户均|每")
_OTHER_YEAR = re.compile(r"[较比与](?:19|20)\d\d年")


@dataclass(slots=True)
class Count:
    """One number of a passage.

    `gap` are the words since the number before it (or since the passage began), `words` those of its own clause, both without white
    space. `code` is the indicator of which it is a figure (of its member `member`, if any).
    `names` are those of which each has this number ("专职、兼职各2人"), if several.
    """

    numeral: Numeral
    part: Part
    gap: str
    words: str
    code: str | None
    printed: str
    names: tuple[str, ...] = ()
    member: str | None = None

    @property
    def value(self) -> Decimal:
        assert self.numeral.value is not None
        return self.numeral.value

    @property
    def total(self) -> Decimal:
        """What it adds to a sum: as often as there are names that have it."""
        return self.value * max(len(self.names), 1)

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

    def operands(self, role: Role) -> list[Operand]:
        """What it adds to a sum, name by name."""
        one = self.operand(role)
        return [replace(one, label=name[-_LONGEST_LABEL:]) for name in self.names] or [one]


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
        counts = _joined(list(_counts(text, passage, inside, figures)))
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
    previous, is_bare = passage.start, False
    for numeral in numerals:
        since = max(previous, numeral.open - 4 * _LONGEST_CLAUSE)
        gap = squeezed(text[since : numeral.open])
        words = _LEAD.sub("", BOUNDARY.split(gap)[-1])
        printed = text[numeral.start : numeral.end]
        figure = figures.get(numeral.start)
        # Digits right before are a torn number: "1 2件".
        is_torn = gap[-1:].isdigit() or (is_bare and not gap)
        part = "other" if is_torn else _part(numeral, words)
        if part == "count" and figure is not None:
            part = _BY_BASIS.get(figure.basis, "count")
        names = _names(words) if part == "count" else ()
        if names is None:
            names, part = (), "other"
        code, member = (figure.indicator_code, figure.member_label) if figure is not None else (None, None)
        yield Count(numeral, part, gap, words, code, printed, names, member)
        previous, is_bare = numeral.close, numeral.unit is None and numeral.kind != PERCENT


def _joined(counts: list[Count]) -> list[Count]:
    """Without the numbers that only say how many numbers are summed up: "两项合计32件" is one number, and its words begin with 两项."""
    found: list[Count] = []
    for count in counts:
        last = found[-1] if found and count.gap == count.words and _SUMS_UP.match(count.words) is not None else None
        if last is not None and last.part == "count" and last.code is None and _POINTS_BACK.fullmatch(last.words) is not None:
            found.pop()
            count.gap = f"{last.gap}{last.printed}{last.numeral.unit}{count.gap}"
            count.words = f"{last.words}{last.printed}{last.numeral.unit}{count.words}"
        found.append(count)
    return found


def _names(words: str) -> tuple[str, ...] | None:
    """The names of which each has the number; none where it is told of one thing, None where nobody can say of how many."""
    match = _EACH.fullmatch(words) if "各" in words else None
    if match is None:
        return ()
    names = tuple(_BETWEEN_NAMES.split(match["names"]))
    return names if len(names) > 1 and all(name and _ANY_NUMBER.fullmatch(name) is None for name in names) else None


def _part(numeral: Numeral, words: str) -> Part:
    if numeral.value is None or numeral.qualifier != "exact":
        return "other"
    if numeral.kind == PERCENT:
        return "percent"
    return "other" if numeral.unit is None else _part_by(words)


@lru_cache(maxsize=KEPT_WORDINGS)
def _part_by(words: str) -> Part:
    """What the words before an exact number with a unit make of it."""
    if _AVERAGE.search(words):
        return "average"
    if pattern_of("change").search(words):
        return "change"
    if _OTHER_YEAR.search(words) or pattern_of("budget").search(words) or (pattern_of("year_before").search(words) and "结转" not in words):
        return "base"
    if "累计" in words or pattern_of("all_years").search(words):
        return "all_years"
    return "count"
