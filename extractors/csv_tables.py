"""The tables that hold what varies: wordings, labels, units, names.

Lives here: `records_of`, the one way to read them. Elsewhere: what a table means (the module that asks for it, in the folder of the table).
"""

import csv
from functools import cache
from importlib.resources import files


@cache
def records_of(path: str) -> tuple[dict[str, str], ...]:
    """The rows of a table, in its order, by the names of its columns. `path` is its place in `extractors`: "annexes/surnames.csv"."""
    with files("extractors").joinpath(path).open(encoding="utf-8") as handle:
        return tuple(csv.DictReader(handle))
