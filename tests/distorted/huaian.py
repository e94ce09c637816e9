"""The tables of the real PDF, with its 222 labelled figures, printed and distorted as the invented ones are.

Lives here: filling the tables of 2021 with the figures of the labelled CSV. Without that CSV there is nothing to do.
"""

import csv
import random
from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial
from pathlib import Path

from tests.distorted.reports import report
from tests.distorted.tables import Case

LABELLED = Path(__file__).resolve().parents[2].parent / "shared" / "contract" / "golden_huaian_2024.csv"
Figures = dict[tuple[str, str], str]


@cache
def figures(path: Path = LABELLED) -> Figures:
    """Indicator and member to the figure as printed."""
    with path.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["source_kind"] == "table"]
    return {(code, row["member_code"]): row["value"] for row in rows for code in row["indicator_code"].split("|")}


def refilled() -> Callable[[random.Random, int, str, tuple[str, ...]], Case]:
    return partial(_refilled, figures())


def _refilled(found: Figures, rng: random.Random, number: int, generation: str, kinds: tuple[str, ...]) -> Case:
    case = report(rng, number, generation, (*kinds, "all_tables"))
    case.slip, case.kinds = "", kinds
    for table in case.tables:
        for place in table.figures():
            assert place.key is not None
            printed = found.get((place.key.indicator_code, place.key.member_code or ""))
            if printed is not None:
                place.text, place.value = printed, Decimal(printed) if printed else None
    return case
