"""Figures compared with another year or with the plan: differences, rates of change, and how much of the plan was reached.

Lives here: finding which figure a difference or a rate speaks of, and what it is compared with.
Elsewhere: numbers and their part in a clause (counts.py); the arithmetic (`dbt_project`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.prose.wording import pattern_of
from extractors.records import Relation
from extractors.relations.counts import Count, CountedPassage

_LIST = re.compile("其中|包括|[:(]")
# Indicators whose figure a change "of the applications" may speak of: the words of the old forms, and those of the new.
_COMPARED = {"application": ("application.received", "application.new")}


@dataclass(slots=True)
class Comparison:
    """What a sentence compares: the figure, what it is compared with (if that is printed), and the difference (if that is printed)."""

    figure: Count | None = None
    # The total of the list in which the figure is a part: the comparison may be of either.
    whole: Count | None = None
    base: Count | None = None
    change: Count | None = None
    sign: int = 1
    is_base_first: bool = False


def changes(passages: Sequence[CountedPassage], figures: Mapping[str, Count]) -> Iterator[Relation]:
    """The relations of every comparison. `figures` are the figures that the text gives one value, by indicator."""
    for counted in passages:
        now = Comparison()
        for count in counted.counts:
            if "。" in count.gap:
                now = Comparison()
            if count.part in ("change", "percent") and now.figure is None:
                # "与上年相比，主动公开数增加24条": the figure itself stands in an earlier sentence.
                now.figure = _compared(figures, count)
            yield from _step(now, count)


def _compared(figures: Mapping[str, Count], change: Count) -> Count | None:
    """The figure of which `change` tells the difference, where its indicator or its words say so."""
    stem = (change.code or "").rpartition(".yoy_")[0]
    if not stem and pattern_of("request").search(change.words) is not None:
        stem = "application"
    elif not stem and pattern_of("about_disclosure").search(change.words) is not None:
        stem = "proactive.items"
    return next((found for code in _COMPARED.get(stem, (stem,)) if (found := figures.get(code)) is not None), None)


def _step(now: Comparison, count: Count) -> Iterator[Relation]:
    if count.part == "count":
        if not (now.is_base_first and now.figure is None):
            now.base = None
        now.whole = _whole(now, count)
        now.figure, now.change, now.is_base_first = count, None, False
    elif count.part == "base":
        now.is_base_first = now.figure is None
        now.base, now.change = count, None
    elif count.part == "change" and now.figure is not None:
        now.change, now.sign = count, _sign(count)
        if now.whole is not None and now.base is not None:
            now.figure = _the_one(now, now.figure, now.whole, now.base, count)
        if now.figure is not None and now.base is not None and _is_same_unit(now.figure, now.base) and _is_same_unit(now.figure, count):
            operands = [now.figure.operand("lhs"), now.base.operand("lhs", -1), count.operand("rhs", now.sign)]
            yield Relation("report.change.amount", operands)
    elif count.part == "percent" and now.figure is not None:
        yield from _rate(now, now.figure, count)
    elif count.part in ("all_years", "other"):
        now.figure = now.base = now.change = None


def _whole(now: Comparison, count: Count) -> Count | None:
    if _LIST.search(count.gap):
        return now.figure
    return None if ";" in count.gap else now.whole


def _the_one(now: Comparison, part: Count, whole: Count, base: Count, change: Count) -> Count | None:
    """Which of a part and its total differs from `base` by just that change; None where neither does, and nobody can tell."""
    return next((figure for figure in (part, whole) if figure.value - base.value == now.sign * change.value), None)


def _rate(now: Comparison, figure: Count, rate: Count) -> Iterator[Relation]:
    if pattern_of("change").search(rate.words):
        sign = _sign(rate)
        if now.base is not None and _is_same_unit(figure, now.base):
            above = [figure.operand("numerator"), now.base.operand("numerator", -1)]
            yield Relation("report.change.rate", [rate.operand("lhs", sign), *above, now.base.operand("denominator")])
        elif now.base is None and now.change is not None and _is_same_unit(figure, now.change) and now.sign == sign:
            below = [figure.operand("denominator"), now.change.operand("denominator", -now.sign)]
            yield Relation("report.change.rate", [rate.operand("lhs", sign), now.change.operand("numerator", now.sign), *below])
    elif now.base is not None and now.change is None and rate.gap == "的" and _is_same_unit(figure, now.base):
        operands = [rate.operand("lhs"), figure.operand("numerator"), now.base.operand("denominator")]
        yield Relation("report.ratio.completion", operands)


def _sign(count: Count) -> int:
    match = pattern_of("change").search(count.words)
    return -1 if match is not None and pattern_of("less").search(match[0]) else 1


def _is_same_unit(one: Count, other: Count) -> bool:
    return one.numeral.unit == other.numeral.unit
