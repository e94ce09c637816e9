"""Invented figures that are believable: mostly zero in a town, hundreds of thousands in a province, sums that hold.

Lives here: the figures of each form by what they are. Elsewhere: the tables that print them (forms.py).
"""

import random
from decimal import Decimal

from tests.distorted.forms_data import APPLICANTS, application_rows, list_rows, stacked_cells

SIZES = {"town": 6, "county": 60, "city": 900, "province": 40_000}


def applications(rng: random.Random, generation: str, size: int) -> dict[tuple[str, str], Decimal]:
    """Table 三: code and member to figure. Rows and columns sum up; new + carried over = outcomes + carried forward."""
    codes = [row.code for row in application_rows(generation) if row.code]
    outcomes = [code for code in codes if code.startswith("application.outcome.") and code != "application.outcome.total"]
    figures: dict[tuple[str, str], int] = {}
    members = [member for member, _ in APPLICANTS if member != "total"]
    for index, member in enumerate(members):
        share = size if index == 0 else size // 12
        new = rng.randint(0, share) if rng.random() < (0.9 if index == 0 else 0.35) else 0
        carried = rng.randint(0, max(1, share // 20)) if rng.random() < 0.3 else 0
        left = new + carried
        forward = rng.randint(0, min(left, share // 15 + 1)) if rng.random() < 0.4 else 0
        figures["application.new", member] = new
        figures["application.carried_over", member] = carried
        figures["application.carried_forward", member] = forward
        figures["application.outcome.total", member] = left = left - forward
        drawn = rng.sample(outcomes, len(outcomes))
        parts = dict.fromkeys(outcomes, 0)
        for code in drawn[: rng.choice((2, 4, 9, 20))]:
            parts[code] = rng.randint(0, left)
            left -= parts[code]
        parts[drawn[0]] += left
        figures |= {(code, member): part for code, part in parts.items()}
    for code in codes:
        figures[code, "total"] = sum(figures[code, member] for member in members)
    return {key: Decimal(figure) for key, figure in figures.items()}


def disputes(rng: random.Random, size: int) -> list[Decimal]:
    """The 15 numbers of table 四."""
    made: list[int] = []
    for _ in range(3):
        parts = [rng.randint(0, max(1, size // 20)) if rng.random() < (0.15 if size < 50 else 0.8) else 0 for _ in range(4)]
        made += [*parts, sum(parts)]
    return [Decimal(figure) for figure in made]


def stacked(rng: random.Random, generation: str, size: int) -> dict[str, Decimal]:
    """Table 二 by code; money has decimals, changes have signs."""
    figures = {}
    for cell in stacked_cells(generation):
        code = cell.code
        if cell.unit == "万元":
            figures[code] = money(rng, size)
        elif code.endswith(".change"):
            figures[code] = Decimal(rng.randint(-size // 10, size // 4) if rng.random() < 0.5 else 0)
        elif code.endswith(".decisions"):
            figures[code] = Decimal(rng.randint(0, size * 90) if rng.random() < 0.7 else 0)
        else:
            figures[code] = Decimal(rng.randint(0, size // 3 + 8) if rng.random() < (0.3 if size < 50 else 0.8) else 0)
    return figures


def money(rng: random.Random, size: int) -> Decimal:
    if rng.random() < 0.4:
        return Decimal(0)
    digits = rng.choice((0, 1, 2, 4))
    return Decimal(rng.randint(1, size * 10**digits * 3)).scaleb(-digits)


def listed(rng: random.Random, generation: str, size: int) -> dict[str, Decimal | None]:
    """A list form by row. A parent is the sum of its parts; a small office leaves many lines blank, and parts of a zero more often."""
    rows = [row for row in list_rows(generation) if row.code]
    empty_parts, empty = rng.random() < 0.5, rng.choice((0.0, 0.0, 0.05, 0.2))
    drawn: dict[str, Decimal | None] = {}
    for row in rows:
        if row.unit == "万元":
            drawn[row.row] = money(rng, size)
        elif row.code.startswith("proactive"):
            drawn[row.row] = Decimal(rng.randint(0, size * 30) if rng.random() < 0.8 else 0)
        else:
            drawn[row.row] = Decimal(rng.randint(1, size) if rng.random() < (0.15 if size < 50 else 0.7) else 0)
    for row in reversed(rows):
        parts = [part for part in rows if _is_summed(generation, row.row, part.row)]
        if parts:
            drawn[row.row] = sum((drawn[part.row] or Decimal(0) for part in parts), Decimal(0))
    for row in rows:
        parents = [parent for parent in rows if _is_summed(generation, parent.row, row.row)]
        is_zero = bool(parents) and all(not drawn[parent.row] for parent in parents)
        if (is_zero and empty_parts) or (not drawn[row.row] and rng.random() < empty):
            drawn[row.row] = None
    return drawn


SUMMED = {
    "national_2014": {
        "1.1": ["1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5"],
        "3.1": ["3.1.1", "3.1.2", "3.1.3", "3.1.4"],
        "3.2": ["3.2.1", "3.2.2"],
        "3.3": [f"3.3.{number}" for number in range(1, 9)],
        "3.3.4": [f"3.3.4.{number}" for number in range(1, 7)],
        "4": ["4.1", "4.2", "4.3"],
        "5": ["5.1", "5.2", "5.3"],
        "8.3": ["8.3.1", "8.3.2"],
    },
    "fujian": {"2": ["2.1", "2.2", "2.3"], "3": ["3.1", "3.2", "3.3", "3.4"]},
    "dingxi": {"10": [str(number) for number in range(11, 17)], "17": ["18", "19", "20"]},
}


def _is_summed(generation: str, parent: str, part: str) -> bool:
    return part in SUMMED[generation].get(parent, ())
