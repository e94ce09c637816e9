"""Sums that a table holds, as witnesses of its readings.

Lives here: finding rows and columns that are sums of others by the sure numbers alone, and what they say of the doubtful ones.
Elsewhere: how sure a reading is (trust.py); which sums a form must hold, and reports that contradict themselves (the rules of the
warehouse): here no number is ever computed, put in or changed.
"""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

# A sum is believed in when it holds this often on sure numbers, with something to add up, and never fails.
WITNESSES = 3

_Numbers = list[list[Decimal | None]]


def confirmed(
    texts: Sequence[Sequence[str | None]], sureness: Sequence[Sequence[float]], hopeless: float, sure: float
) -> dict[tuple[int, int], bool]:
    """For doubtful cells (row, column): True where every sum that they are part of holds, False where one doesn't; others are not named.

    A sum tells nothing of a cell that stands beside another doubtful one: two faults may hide each other.
    """
    numbers: _Numbers = [[_number(text) for text in row] for row in texts]
    verdicts: dict[tuple[int, int], bool] = {}
    doubtful = {
        (row, column)
        for row, found in enumerate(numbers)
        for column, number in enumerate(found)
        if number is not None and hopeless <= sureness[row][column] < sure
    }
    if not doubtful:
        return {}
    certain: _Numbers = [
        [number if sureness[row][column] >= sure else None for column, number in enumerate(found)] for row, found in enumerate(numbers)
    ]
    across = _sums(certain)
    down = _sums([list(column) for column in zip(*certain, strict=True)])
    for row, column in sorted(doubtful):
        checks = [[(row, part) for part in parts] + [(row, total)] for total, parts in across if column == total or column in parts] + [
            [(part, column) for part in parts] + [(total, column)] for total, parts in down if row == total or row in parts
        ]
        said = [
            sum((_at(numbers, place) for place in places[:-1]), Decimal(0)) == _at(numbers, places[-1])
            for places in checks
            if all(numbers[r][c] is not None for r, c in places)
            and not any(place in doubtful for place in places if place != (row, column))
        ]
        if said:
            verdicts[row, column] = all(said)
    return verdicts


def _at(numbers: _Numbers, place: tuple[int, int]) -> Decimal:
    value = numbers[place[0]][place[1]]
    assert value is not None
    return value


def _number(text: str | None) -> Decimal | None:
    try:
        return None if text is None else Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def _sums(rows: _Numbers) -> list[tuple[int, list[int]]]:
    """Which column of the rows is the sum of columns that stand together before it: (total, parts)."""
    width = len(rows[0]) if rows else 0
    found = []
    for total in range(2, width):
        for first in range(total - 1):
            parts = list(range(first, total))
            witnesses, fails = 0, False
            for row in rows:
                values = [row[column] for column in parts]
                if row[total] is None or any(value is None for value in values):
                    continue
                added = [value for value in values if value is not None]
                if sum(added, Decimal(0)) != row[total]:
                    fails = True
                    break
                # One part alone, or none, is a copy and no sum.
                witnesses += sum(value != 0 for value in added) > 1
            if not fails and witnesses >= WITNESSES:
                found.append((total, parts))
    return found
