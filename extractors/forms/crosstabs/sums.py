"""The printed sums of the table of applications, where they tell what a lost column can't.

Lives here: whether rows add up to their totals, and the one place that the sums leave for a printed number. Sums decide where a number
stands, never what it is.
Elsewhere: columns that are printed (headings.py); sums as statements about a report (dbt, rules).
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

# A column that only the sums tell: below what is ever preferred.
BY_SUMS_ALONE = 0.4
# So many rows with all figures show that this office fills in its totals.
LEAST_WHOLE_ROWS = 3

Numbers = Sequence[Decimal | None]


def add_up(rows: Sequence[Numbers]) -> bool:
    """Whether most rows with something to add have their last number as the sum of the others; True where all are zero."""
    filled = [row for row in rows if row[-1] is not None and any(row)]
    return not filled or 2 * sum(map(_is_sum, filled)) > len(filled)


def are_shifted(rows: Sequence[Numbers]) -> bool:
    """Whether figures have moved out of their columns: the last column is empty in every row, and what stands last is as much as all
    before it, or more, as the total of a row is that lost a figure; or another column is empty in every row, all others are filled, and
    nothing adds up.

    Where all are zero nothing speaks against it, either.
    """
    printed = [row for row in rows if any(number is not None for number in row)]
    if not printed:
        return False
    empty = {tuple(place for place, number in enumerate(row) if number is None) for row in printed}
    if any(row[-1] is not None for row in rows):
        # Offices err in a sum or two, and leave columns blank, but seldom both all over a table.
        telling = [row for row in printed if any(row[:-1])]
        return empty != {()} and len(empty) == 1 and len(telling) > 1 and not any(_is_sum(row) for row in telling)
    filled = [[number for number in row if number is not None] for row in printed]
    return all(len(row) > 1 and row[-1] >= sum(row[:-1], Decimal(0)) for row in filled if any(row))


def is_moved(row: Numbers) -> bool:
    """Whether a row looks as if its blanks were taken out and put at its end: its figures stand together at the left, and the last of
    them is as much as those before it, or more."""
    filled = [number for number in row if number is not None]
    together = row[-1] is None and None not in row[: len(filled)]
    return together and bool(filled) and filled[-1] > 0 and filled[-1] >= sum(filled[:-1], Decimal(0))


def _is_sum(row: Numbers) -> bool:
    return sum((number or Decimal(0) for number in row[:-1]), Decimal(0)) == row[-1]


def placements(figures: Sequence[Decimal], width: int, residual: Numbers | None, has_totals: bool) -> list[int | None]:
    """For each figure the column that it must stand in; None where more than one is left.

    `figures` in printed order, fewer than `width`; the last column is the sum of the others. `residual` is what the sums down the columns
    leave for this row. `has_totals`: the other rows print their sums, so this one does, too.
    """
    if figures[-1] == 0:
        # Zeros add up wherever they stand.
        return [None] * len(figures)
    left = [
        places
        for places in combinations(range(width), len(figures))
        if _adds_up(figures, places, width, has_totals) and _fills(figures, places, residual)
    ]
    if not left:
        return [None] * len(figures)
    return [places[0] if len(set(places)) == 1 else None for places in zip(*left, strict=True)]


def _adds_up(figures: Sequence[Decimal], places: tuple[int, ...], width: int, has_totals: bool) -> bool:
    if places[-1] != width - 1:
        return not has_totals
    return sum(figures[:-1], Decimal(0)) == figures[-1]


def _fills(figures: Sequence[Decimal], places: tuple[int, ...], residual: Numbers | None) -> bool:
    if residual is None:
        return True
    row = dict(zip(places, figures, strict=True))
    return all(number is None or row.get(place, Decimal(0)) == number for place, number in enumerate(residual))
