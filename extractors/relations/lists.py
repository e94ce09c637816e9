"""Totals with the parts that the text names, and the shares that it prints beside them.

Lives here: finding where a list of parts opens (其中, a bracket, a colon) and closes, and the relations of a list: parts within the
total, parts that make up the total, shares of the total, shares that make 100.
Elsewhere: numbers and their part in a clause (counts.py), causes of a sum that fails (causes.py).

A list whose bounds aren't plain gives less: a number that can't be compared leaves only "the parts are within the total", and parts of
several dimensions (ways and kinds under one total) are each compared for themselves.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.prose.wording import pattern_of, squeezed
from extractors.records import Relation
from extractors.relations.causes import cause_of_failure, wording
from extractors.relations.counts import Count, CountedPassage

# Units that count the same pieces.
_SAME_UNIT = {"条次": "条", "则": "条", "件次": "件", "宗": "件", "例": "件", "份次": "份", "篇次": "篇", "名": "人", "位": "人"}
_NUMBERED = re.compile(r"(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、)])")
_HUNDRED = Decimal(100)
# Of these kinds reports name the main ones only: their sum is below the total without any slip.
_OPEN_DIMENSIONS = frozenset(("application.outcome", "application.outcome.refused", "application.replied", "application.replied.refused"))
# From a total to its first part it is never further; hostile texts stay cheap.
_LONGEST_LEAD = 160
# Nobody lists the parts of more totals at once.
_MOST_BESIDE = 12
# 其中包括: and the like, at the end of a paragraph.
_LONGEST_OPENING = 8


@dataclass(slots=True)
class PartList:
    """A total and what is named as its parts, in reading order."""

    total: Count
    # `depth`: how many brackets are open inside the list; a list in brackets begins with one of its own.
    # `beside`: counts before the total in its sentence, of which the parts may be parts as well.
    is_bracketed: bool
    depth: int = 0
    beside: list[Count] = field(default_factory=list)
    items: list[Count] = field(default_factory=list)
    shares: list[tuple[Count, Count]] = field(default_factory=list)
    is_complete: bool = True
    separator: str | None = None


def lists(text: str, passages: Sequence[CountedPassage], figures: Mapping[str, Count]) -> Iterator[Relation]:
    """The relations of every list of parts. `figures` are the figures that the text gives one value, by indicator."""
    for found in _part_lists(text, passages, figures.get("proactive.items")):
        yield from _sums(found)
        yield from _shares(found)


def _part_lists(text: str, passages: Sequence[CountedPassage], whole: Count | None) -> Iterator[PartList]:
    carried: PartList | None = None
    for counted in passages:
        if carried is not None:
            items = [count for count in counted.counts if count.part == "count"]
            lead = squeezed(text[counted.passage.start : counted.passage.start + 8])
            if _NUMBERED.match(lead) and len(items) == 1:
                # "其中：" and each part in a numbered paragraph of its own.
                _add(carried, items[0])
                continue
            if _NUMBERED.match(lead) and items and not carried.items:
                # The first paragraph lists all parts.
                yield from _Walk(carried, whole).through(counted.counts)
                carried = None
                continue
            yield from _closed(carried)
            carried = None
        walk = _Walk(None, whole)
        yield from walk.through(counted.counts)
        if walk.last is not None and counted.tail.endswith(":") and pattern_of("parts_follow").search(counted.tail[-_LONGEST_OPENING:]):
            carried = PartList(walk.last, False)
    if carried is not None:
        yield from _closed(carried)


class _Walk:
    """Through the numbers of one passage: which list is open, and what a list that opens next would be the parts of."""

    def __init__(self, current: PartList | None, whole: Count | None) -> None:
        self.current = current
        # What a list "by kind" divides where the passage itself has told no total: the information disclosed in all.
        self.whole = whole
        self.last: Count | None = None
        self._last_counted: Count | None = None
        # The nearest first: parts may be parts of the total and of those just before it.
        self._beside: deque[Count] = deque(maxlen=_MOST_BESIDE)
        # The words since `last`.
        self._words = ""

    def through(self, counts: Sequence[Count]) -> Iterator[PartList]:
        """The lists that close in this passage, each once for every dimension that it names."""
        for count in counts:
            self._words = (self._words + count.gap)[:_LONGEST_LEAD]
            if self.current is not None and _ends(self.current, count):
                yield from self._close()
            total = self._total_before() if count.part == "count" else None
            if total is not None:
                yield from self._leave(total)
                is_bracketed = self._words.startswith("(")
                self.current = PartList(total, is_bracketed, _depth(self._words), list(self._beside))
            if self.current is not None:
                if _continues(self.current, count):
                    _add(self.current, count)
                else:
                    yield from self._close()
            self._pass(count)
        yield from self._close()

    def _total_before(self) -> Count | None:
        """The total of which the next count begins the list of parts; None where it begins none."""
        if pattern_of("divided_by").search(self._words) is not None:
            return self.whole if self._last_counted is None or self._is_ambiguous(self._last_counted) else self._last_counted
        if self.last is None or not _opens(self._words):
            return None
        return None if "。" in self._words and self._beside else self.last

    def _is_ambiguous(self, last: Count) -> bool:
        return self.current is None and bool(self._beside) and self.whole is not last

    def _close(self) -> Iterator[PartList]:
        if self.current is not None:
            yield from _closed(self.current)
            # A second list, by another kind, divides the same total; behind "累计841条，其中本年67条" it divides this year's.
            total, items = self.current.total, self.current.items
            self.last = self._last_counted = items[0] if total.part == "all_years" and len(items) == 1 else total
            self._beside.clear()
            self.current = None

    def _leave(self, total: Count) -> Iterator[PartList]:
        """Ends a list inside which another one opens."""
        current = self.current
        if current is not None and current.items and current.items[-1] is total:
            if any(mark in total.gap for mark in "。;"):
                current.items.pop()
            else:
                current.is_complete = False
        if current is not None:
            yield from _closed(current)
            self.current = None

    def _pass(self, count: Count) -> None:
        if count.part not in ("count", "all_years"):
            return
        if "。" in count.gap:
            self._beside.clear()
        elif self.last is not None and self.last.part == "count" and _unit(self.last) == _unit(count):
            self._beside.appendleft(self.last)
        self.last, self._words = count, ""
        if count.part == "count" and self.current is None:
            self._last_counted = count


def _depth(words: str) -> int:
    return words.count("(") - words.count(")")


def _opens(words: str) -> bool:
    """Whether the words between two counts make the second a part of the first."""
    before, stop, behind = words.rpartition("。")
    if stop:
        return before.count("。") == 0 and pattern_of("parts_follow").match(behind) is not None
    if words.startswith("("):
        return _depth(words) > 0
    return words.startswith(":") or pattern_of("parts_follow").search(words) is not None


def _ends(current: PartList, count: Count) -> bool:
    """Whether the words before `count` end the list."""
    if not current.items:
        return False
    current.depth += _depth(count.gap)
    if current.is_bracketed and current.depth < 1:
        return True
    if "。" in count.gap or "!" in count.gap:
        return True
    if ";" in count.gap and current.separator not in (None, ";"):
        # What stands behind the semicolon may be one more part, or a statement of its own where the parts are complete without it.
        current.is_complete = current.is_complete and sum(item.value for item in current.items) == current.total.value
        return True
    return False


def _continues(current: PartList, count: Count) -> bool:
    """A figure over all years or a comparison belongs to the total, not to a list that has begun."""
    if count.part == "change":
        return not current.items
    return count.part != "all_years" and pattern_of("no_part").search(count.gap if current.items else count.words) is None


def _add(current: PartList, count: Count) -> None:
    if count.part == "percent":
        if current.items and pattern_of("share").fullmatch(count.words):
            current.shares.append((current.items[-1], count))
        return
    if count.part == "change":
        return
    if count.part != "count" or _unit(count) != _unit(current.total):
        current.is_complete = False
        return
    if len(current.items) == 1:
        current.separator = next((mark for mark in ";,、" if mark in count.gap), None)
    current.items.append(count)


def _unit(count: Count) -> str:
    unit = count.numeral.unit or ""
    return _SAME_UNIT.get(unit, unit)


def _closed(current: PartList) -> Iterator[PartList]:
    """A list that has ended, by dimension: ways and kinds under one total are lists of their own."""
    if not current.items or _is_of_several(current):
        return
    dimensions: dict[str, list[Count]] = {}
    for item in current.items:
        dimensions.setdefault(_dimension(item), []).append(item)
    if len(dimensions) == 1 or (len(dimensions) == 2 and "" in dimensions):
        # Parts of which no indicator tells the kind are of the kind of the others.
        yield current
        return
    for dimension, items in dimensions.items():
        shares = [(item, share) for item, share in current.shares if _dimension(item) == dimension]
        yield PartList(current.total, current.is_bracketed, items=items, shares=shares, is_complete=False)


def _is_of_several(current: PartList) -> bool:
    """ "网站276条，微博154条，其中…": parts that add up to both totals are no parts of the second."""
    parts = sum(item.value for item in current.items)
    reached = current.total.value
    for count in current.beside:
        reached += count.value
        if parts == reached:
            return True
    return False


def _dimension(item: Count) -> str:
    """What the parts divide the total by; "" where no indicator tells."""
    if item.code is None:
        return ""
    if ".by_" in item.code:
        return "channel" if item.code.endswith("by_channel") else item.code
    parent = item.code.rpartition(".")[0]
    return "channel" if parent in ("proactive.items", "response.consultations") else parent


def _sums(found: PartList) -> Iterator[Relation]:
    total, items = found.total, found.items
    parts = [item.operand("lhs") for item in items]
    whole = total.operand("rhs")
    dimension = max(_dimension(item) for item in items)
    is_ways = dimension == "channel"
    is_equation = found.is_complete and len(items) > 1 and dimension not in _OPEN_DIMENSIONS
    cause = cause_of_failure(total, items) if is_equation else None
    within = "report.list.channels_counted_once" if is_ways else "report.list.parts_within_total"
    yield Relation(within, [*parts, whole], cause)
    if is_equation:
        covered = [total.operand("lhs"), *(item.operand("rhs") for item in items)]
        yield Relation("report.list.parts_cover_total", covered, cause)


def _shares(found: PartList) -> Iterator[Relation]:
    if found.total.value == 0:
        return
    is_whole = found.is_complete and len(found.shares) == len(found.items) > 1
    makes_100 = sum(share.value for _, share in found.shares) == _HUNDRED
    for item, share in found.shares:
        operands = [share.operand("lhs"), item.operand("numerator"), found.total.operand("denominator")]
        last_digit = Decimal(1).scaleb(-share.decimals)
        exact = item.value * _HUNDRED / found.total.value
        is_forced = is_whole and makes_100 and last_digit / 2 < abs(share.value - exact) < 2 * last_digit
        yield Relation("report.ratio.share", operands, wording("forced_to_100") if is_forced else None)
    if is_whole and sum(item.value for item in found.items) == found.total.value:
        yield Relation("report.list.shares_make_100", [share.operand("lhs") for _, share in found.shares])
