"""The seeds that the gate reads.

Lives here: the extraction rules of the registry, the unit of each indicator, the member codes, as dbt's seeds state them.
The gate runs before dbt has ever built a table, so it reads the CSV files themselves, beside this package in a clone as in a wheel.
Elsewhere: which expectation a rule becomes (suites/).
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "dbt_project" / "seeds"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of rules.csv whose boundary is `extraction`. A failed rule holds the load back, unless its severity is `warning`."""

    rule_id: str
    statement: str
    severity: str
    rationale: str


def rules() -> dict[str, Rule]:
    """The extraction rules by rule_id, in the order of the file."""
    return {
        row["rule_id"]: Rule(row["rule_id"], row["statement_zh"], row["severity"], row["rationale"])
        for row in _rows("rules.csv")
        if row["boundary"] == "extraction"
    }


def indicator_units() -> dict[str, str]:
    """The dictionary's unit of each indicator code."""
    return {row["indicator_code"]: row["unit"] for row in _rows("indicators.csv")}


def member_codes() -> list[str]:
    """Every member code of any dimension, sorted."""
    return sorted({row["member_code"] for row in _rows("members.csv")})


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
