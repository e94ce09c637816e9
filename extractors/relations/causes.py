"""What may have made a sum fail: candidates for a cause, where text and sums allow just one.

Lives here: `cause_of_failure()` for a total and its parts; the sentences in which a cause is told are rows of causes.csv.
Elsewhere: finding totals and parts (lists.py).

A cause is a remark beside a finding. Nothing is repaired with it: the printed values stay as they are.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from extractors.csv_tables import records_of
from extractors.relations.counts import Count

# Every part may be split at each digit: a few parts are enough to tell, and more would take long.
_MOST_SPLIT = 4
# In shorter numbers both sums hold by chance too often.
_FEWEST_DIGITS = 4


def cause_of_failure(total: Count, items: Sequence[Count]) -> str | None:
    """Why `items` may not add up to `total`, in one sentence; None where they do, or where nothing or several things explain it."""
    surplus = sum(item.value for item in items) - total.value
    if surplus == 0:
        return None
    return lost_unit(total, items) or _transposed(surplus, total, items) or _counted_twice(surplus, items)


def wording(cause: str) -> str:
    """The sentence of a cause, with the places where its numbers go."""
    return {row["cause"]: row["text_zh"] for row in records_of("relations/causes.csv")}[cause]


def lost_unit(total: Count, items: Sequence[Count]) -> str | None:
    """ "216户989人" printed as 216989人, in the total and in every part: then both halves add up."""
    numbers = [total.printed, *(item.printed for item in items)]
    if not 1 < len(items) <= _MOST_SPLIT or len(total.printed) < _FEWEST_DIGITS or not all(number.isdecimal() for number in numbers):
        return None
    units = [row["lost_unit"] for row in records_of("relations/lost_units.csv") if row["unit"] == total.numeral.unit]
    named = [unit for unit in units if any(unit in count.words for count in (total, *items))]
    if not named:
        return None
    whole, *parts = ([*_splits(number)] for number in numbers)
    found = [
        (sides, choice)
        for choice in product(*parts)
        for sides in whole
        if sides == (sum(left for left, _ in choice), sum(right for _, right in choice))
    ]
    if len(found) != 1:
        return None
    sides, choice = found[0]
    unit, last = named[0], total.numeral.unit

    def printed(halves: tuple[int, int]) -> str:
        return f"{halves[0]}{unit}{halves[1]}{last}"

    return wording("lost_unit").format(unit=unit, total=printed(sides), parts=" + ".join(map(printed, choice)))


def _splits(number: str) -> Iterator[tuple[int, int]]:
    for place in range(1, len(number)):
        if number[place] != "0":
            yield int(number[:place]), int(number[place:])


def _transposed(surplus: Decimal, total: Count, items: Sequence[Count]) -> str | None:
    """One number whose neighbouring digits changed places."""
    found = []
    for count, needed in ((total, surplus), *((item, -surplus) for item in items)):
        found += [(count.printed, other) for other in _swapped(count.printed) if Decimal(other) - count.value == needed]
    if len(found) != 1:
        return None
    return wording("transposed_digits").format(printed=found[0][0], other=found[0][1])


def _swapped(number: str) -> Iterator[str]:
    if number.isdecimal() and number.isascii():
        for place in range(len(number) - 1):
            left, right = number[place], number[place + 1]
            if left != right and not (place == 0 and right == "0"):
                yield number[:place] + right + left + number[place + 2 :]


def _counted_twice(surplus: Decimal, items: Sequence[Count]) -> str | None:
    found = [item for item in items if item.value == surplus]
    if len(items) < 3 or len(found) != 1:
        return None
    return wording("counted_twice").format(printed=f"{found[0].printed}{found[0].numeral.unit or ''}")
