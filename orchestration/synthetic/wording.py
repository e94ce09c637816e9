"""Wording, read once.

Lives here: the tables of `wording/` as rows, phrases by topic, the units of the dictionary.
Elsewhere: what a slot of a phrase prints (`slots`), when a phrase is said (`prose`, `summary`).
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from orchestration.synthetic.slots import FigureSlot, Slot, Zero, slot

FOLDER = Path(__file__).with_name("wording")
# The packages of the project lie side by side, in a clone and in an installed wheel.
SEEDS = Path(__file__).resolve().parents[2] / "dbt_project" / "seeds"
_SLOT = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`needs` are the figures without which it can't be said, `zeros` those that it says are zero."""

    needs: frozenset[str]
    zeros: tuple[str, ...]
    parts: tuple[str | Slot, ...]


@cache
def rows(name: str) -> list[dict[str, str]]:
    """A table of `wording/`."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@cache
def units() -> dict[str, str]:
    """The unit of every indicator of the dictionary."""
    with (SEEDS / "indicators.csv").open(encoding="utf-8", newline="") as handle:
        return {row["indicator_code"]: row["unit"] for row in csv.DictReader(handle)}


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """Every phrase, by topic."""
    found: dict[str, list[Phrase]] = {}
    for row in rows("phrases.csv"):
        found.setdefault(row["topic"], []).append(_phrase(row["text"]))
    return {topic: tuple(texts) for topic, texts in found.items()}


def _phrase(text: str) -> Phrase:
    pieces = _SLOT.split(text)
    parts = tuple(slot(piece, units()) if number % 2 else piece for number, piece in enumerate(pieces) if piece)
    needs = frozenset(part.key for part in parts if isinstance(part, FigureSlot))
    zeros = tuple(code for part in parts if isinstance(part, Zero) for code in part.codes)
    return Phrase(needs, zeros, parts)
