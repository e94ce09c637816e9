"""Totals with the parts that the text names, and the shares that it prints beside them.

Lives here: finding where a list of parts opens (其中, a bracket, a colon) and closes, and the relations of a list: parts within the
total, parts that make up the total, shares of the total, shares that make 100.
Elsewhere: numbers and their part in a clause (counts.py), causes of a sum that fails (causes.py).

A list whose bounds aren't plain gives less: a number that can't be compared leaves only "the parts are within the total", and parts of
several dimensions (ways and kinds under one total) are each compared for themselves.
"""

import re
from collections.abc import Iterator, Sequence
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
# From a total to its first part it is never further; hostile texts stay cheap.
_LONGEST_LEAD = 160
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


def lists(text: str, passages: Sequence[CountedPassage]) -> Iterator[Relation]:
    """The relations of every list of parts."""
    for found in _part_lists(text, passages):
        yield from _sums(found)
        yield from _shares(found)


def _part_lists(text: str, passages: Sequence[CountedPassage]) -> Iterator[PartList]:
    carried: PartList | None = None
    for counted in passages:
        if carried is not None:
            items = [count for count in counted.counts if count.part == "count"]
            lead = squeezed(text[counted.passage.start : counted.passage.start + 8])
            if not _NUMBERED.match(lead) or not items:
                yield from _closed(carried)
                carried = None
            elif len(items) == 1:
                # "其中：" and each part in a numbered paragraph of its own.
                _add(carried, items[0])
                continue
            elif not carried.items:
                # The first paragraph lists all parts.
                yield from _walk(counted.counts, carried)[0]
                carried = None
                continue
            else:
                yield from _closed(carried)
                carried = None
        found, last = _walk(counted.counts, None)
        yield from found
        if last is not None and counted.tail.endswith(":") and pattern_of("parts_follow").search(counted.tail[-_LONGEST_OPENING:]):
            carried = PartList(last, False)
    if carried is not None:
        yield from _closed(carried)


def _walk(counts: Sequence[Count], current: PartList | None) -> tuple[list[PartList], Count | None]:
    """The lists of one passage, and the last count that is no part of any: what a list behind the passage would be parts of."""
    found: list[PartList] = []
    last: Count | None = None
    place = -1
    words = ""
    for index, count in enumerate(counts):
        words = (words + count.gap)[:_LONGEST_LEAD]
        if current is not None and _ends(current, count):
            found += _closed(current)
            current = None
        if last is not None and count.part == "count" and _opens(words) and not ("。" in words and _beside(counts, place)):
            if current is not None:
                # A list inside a list: the outer one can't be told apart from here on.
                if current.items and current.items[-1] is last and not _begins_sentence(last):
                    current.is_complete = False
                elif current.items and current.items[-1] is last:
                    current.items.pop()
                found += _closed(current)
            is_bracketed = words.startswith("(")
            current = PartList(last, is_bracketed, _depth(words), _beside(counts, place))
        if current is not None:
            if not _continues(current, count):
                found += _closed(current)
                current = None
            else:
                _add(current, count)
        if count.part in ("count", "all_years"):
            last, place, words = count, index, ""
    if current is not None:
        found += _closed(current)
    return found, last


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


def _beside(counts: Sequence[Count], place: int) -> list[Count]:
    """The counts of the same unit before the one at `place` in its sentence: behind "网站276条，微博154条。其中…" both may be meant."""
    found: list[Count] = []
    last = counts[place]
    for earlier in range(place, max(0, place - _MOST_BESIDE), -1):
        if "。" in counts[earlier].gap:
            break
        before = counts[earlier - 1]
        if before.part == "count" and _unit(before) == _unit(last):
            found.append(before)
    return found


def _begins_sentence(count: Count) -> bool:
    return any(mark in count.gap for mark in "。;")


def _ends(current: PartList, count: Count) -> bool:
    """Whether the words before `count` end the list."""
    if not current.items:
        return False
    current.depth += _depth(count.gap)
    if current.is_bracketed and current.depth < 1:
        return True
    if "。" in count.gap or "!" in count.gap:
        return True
    return ";" in count.gap and current.separator not in (None, ";")


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
    if len(dimensions) == 1:
        yield current
        return
    for items in dimensions.values():
        shares = [(item, share) for item, share in current.shares if item in items]
        yield PartList(current.total, current.is_bracketed, items=items, shares=shares, is_complete=False)


def _is_of_several(current: PartList) -> bool:
    """ "网站276条，微博154条，其中…": parts that add up to both totals are no parts of the second."""
    reached = current.total.value
    for count in current.beside:
        reached += count.value
        if sum(item.value for item in current.items) == reached:
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
    is_ways = _dimension(items[0]) == "channel"
    is_equation = found.is_complete and len(items) > 1
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
