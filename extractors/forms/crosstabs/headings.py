"""Which column of a crosstab is what: by the words above it, and by their order, which no generation ever changed.

Lives here: the places that figures can stand in, the words above each, and the sequence of columns that they are.
Elsewhere: the columns as data (columns.csv, definitions.py); figures whose column was lost (sums.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Levenshtein

from extractors.characters import simplified
from extractors.forms.columns import is_invented_header
from extractors.forms.crosstabs.definitions import Column, Heading
from extractors.forms.crosstabs.strips import Strip
from extractors.forms.labels import LONGEST_KEPT, folded, is_shortened, label_key
from extractors.forms.lookalikes import without_lookalikes
from extractors.records import Basis

Fit = Literal["exact", "near", "unknown", "other"]
# All columns are named by what is printed above them; some are, in the one order; none is, and the printed sums bear the order out.
BY_NAME, BY_ORDER, BY_SUMS = 1.0, 0.9, 0.85
YEAR = re.compile(r"(20\d\d)(?:年|$)")
YEAR_WORDS = {"上年": -1, "上年度": -1, "上一年": -1, "上一年度": -1, "去年": -1, "本年": 0, "本年度": 0, "今年": 0}
SHORTEST_SLIP = 3
# More words over columns than this that are none of their names, nor a slip of one, name other columns.
MOST_STRANGE_NAMES = 1
# Longer words in a header are no name of a column but a note on the table.
LONGEST_NAME = 14
# What stands over the labels of rows.
HEADS_OF_LABELS = frozenset(("信息内容", "项目", "内容", "指标", "指标名称", "项目名称", "名称"))


@dataclass(slots=True)
class Slot:
    """A place for a figure: the grid columns that it covers, and the words above it, from the top."""

    places: tuple[int, ...]
    words: list[str] = field(default_factory=list)

    def names(self) -> list[str]:
        """What the words may be as a label: each, the lowest two and all of them together."""
        found = [label_key(word) for word in self.words]
        if len(found) > 1:
            found += [label_key(self.words[-2] + self.words[-1]), label_key("".join(self.words))]
        return [key for key in found if key]


@dataclass(slots=True)
class Placed:
    """One column of the form at its slot, and its printed name. `slot` is None where figures are counted off instead.

    `header` is all that is printed above the column.
    """

    column: Column
    slot: Slot | None
    basis: Basis = "current"
    name: str | None = None
    header: str | None = field(init=False)

    def __post_init__(self) -> None:
        self.header = "".join(self.slot.words) if self.slot is not None else self.name


@dataclass(slots=True)
class Layout:
    """The columns of a block of rows. `is_whole`: they are all there are, so that a row with as many figures can be counted off."""

    columns: list[Placed]
    confidence: float
    is_whole: bool
    unknown: list[Slot] = field(default_factory=list)

    @property
    def slots(self) -> list[Slot]:
        return [placed.slot for placed in self.columns if placed.slot is not None]


def slots_of(header: Sequence[Strip], body: Sequence[Strip], width: int) -> list[Slot]:
    """The places of figures in rows that are on one grid: right of all labels. Columns under one lowest header cell are one place."""
    named = [strip for strip in header if strip.row.is_aligned and len(strip.row.cells) == width]
    filled = [strip for strip in body if strip.row.is_aligned and len(strip.row.cells) == width]
    if not filled:
        return []
    heads = [place for strip in named for place, cell in enumerate(strip.row.cells) if label_key(cell.text) in HEADS_OF_LABELS]
    first = 1 + max((*heads, *(place for strip in filled for place in _label_places(strip))), default=-1)
    slots: list[Slot] = []
    last: object = None
    for place in range(first, width):
        above = list({id(strip.row.cells[place]): strip.row.cells[place] for strip in named}.values())
        lowest = above[-1] if above else None
        if slots and lowest is not None and lowest is last:
            slots[-1].places += (place,)
        else:
            slots.append(Slot((place,), [cell.text for cell in above if cell.text]))
            last = lowest
    return slots


def _label_places(strip: Strip) -> list[int]:
    """The grid columns of a row that hold its words, as far as its figures begin."""
    if not strip.figures:
        return []
    end = strip.figures[0][0]
    return [place for place in range(end) if strip.row.cells[place].text]


def without_unfilled(slots: list[Slot], body: Sequence[Strip]) -> list[Slot]:
    """The places that say or hold something: others were added by a conversion, or belong to a wider table in the same grid."""
    filled = {place for strip in body for place, cell in enumerate(strip.row.cells) if cell.text and strip.row.is_aligned}
    return [slot for slot in slots if slot.words or not filled.isdisjoint(slot.places)]


def fit(keys: Sequence[str], column: Column, known: frozenset[str]) -> Fit:
    """How the words above a place go with a column: `other` where they are the name of another (`known`: the names of all)."""
    fit_of = _fit if sum(map(len, keys)) <= LONGEST_KEPT else _fit.__wrapped__
    return fit_of(tuple(keys), column.keys, known)


# Headers recur in every report.
@lru_cache(maxsize=8192)
def _fit(keys: tuple[str, ...], names: tuple[str, ...], known: frozenset[str]) -> Fit:
    if any(key in names for key in keys):
        return "exact"
    if any(key in known for key in keys):
        return "other"
    for key in keys:
        for own in names:
            if without_lookalikes(key) == without_lookalikes(own):
                return "near"
            if len(own) >= SHORTEST_SLIP and Levenshtein.distance(key, own, score_cutoff=1) <= 1:
                return "near"
            if SHORTEST_SLIP <= len(key) < len(own) <= 2 * len(key) and is_shortened(key, own):
                return "near"
    return "unknown"


def names_others(headings: Sequence[Heading], header: Sequence[Strip]) -> bool:
    """Whether a header names columns that no heading has (offices, months), more than a damaged name or two could be."""
    columns = [column for heading in headings for column in heading.columns]
    over_all = {heading.key for heading in headings} | HEADS_OF_LABELS
    own = [key for column in columns for key in column.keys]
    are_years = len(years_of(header)) <= 2
    for strip in header:
        words = dict.fromkeys(cell.text for _, cell in strip.texts)
        keys = [
            label_key(word) for word in words if not is_invented_header([folded(word)]) and not (are_years and _year_of(word) is not None)
        ]
        told = [key for key in keys if 0 < len(key) <= LONGEST_NAME and not any(key in name or name in key for name in own)]
        told = [key for key in told if not any(Levenshtein.distance(key, name, score_cutoff=1) <= 1 for name in over_all)]
        if sum(not any(is_named(column, [key]) for column in columns) for key in told) > MOST_STRANGE_NAMES:
            return True
    return False


def is_named(column: Column, words: Sequence[str]) -> bool:
    """Whether a column's name is among the words, a slip or a shortening of it included."""
    return any(fit([word], column, frozenset()) in ("exact", "near") for word in words)


def sequence_at(slots: Sequence[Slot], sequence: Sequence[Column], known: frozenset[str]) -> int | None:
    """How many of the places bear the names of the columns in turn; None where one bears another's, or their numbers differ."""
    if len(slots) != len(sequence):
        return None
    fits = [fit(slot.names(), column, known) for slot, column in zip(slots, sequence, strict=True)]
    return None if "other" in fits else fits.count("exact") * 2 + fits.count("near")


def by_name(slots: Sequence[Slot], columns: Sequence[Column]) -> Layout:
    """The columns whose own names stand above a place, and above one place only; all others are unknown."""
    found: dict[int, list[Column]] = {
        index: [column for column in columns if any(key in column.keys for key in slot.names())] for index, slot in enumerate(slots)
    }
    # The same words stand over reviews and over lawsuits: they name no column then.
    is_one = {index: len({(match.label, match.measure) for match in matches}) == 1 for index, matches in found.items()}
    claimed = [matches[0].position for index, matches in found.items() if is_one[index]]
    placed, unknown = [], []
    for index, slot in enumerate(slots):
        matches = found[index]
        if is_one[index] and claimed.count(matches[0].position) == 1:
            placed.append(Placed(matches[0], slot))
        else:
            unknown.append(slot)
    return Layout(placed, BY_NAME, False, unknown)


def years_of(header: Sequence[Strip]) -> list[int]:
    """The years that the header names, in printed order; 0 for this year, -1 for the one before, where it says so in words."""
    found: list[int] = []
    every: list[int] = []
    for strip in header:
        row: list[int] = []
        for word in strip.words:
            year = _year_of(word)
            if year is not None and year not in row:
                row.append(year)
        every += [year for year in row if year not in every]
        if len(row) > 1:
            found = row
    return found or every


def _year_of(word: str) -> int | None:
    text = simplified(folded(word))
    match = YEAR.search(text)
    return int(match[1]) if match else YEAR_WORDS.get(text)


def with_years(sequence: Sequence[Column], header: Sequence[Strip], slots: Sequence[Slot] | None) -> list[Placed] | None:
    """Two years side by side: both halves, the older one as prior year; None where the header doesn't tell which is which."""
    years = years_of(header)
    if len(years) != 2 or years[0] == years[1]:
        return None
    bases: list[Basis] = ["prior_year" if year < max(years) else "current" for year in years]
    places: list[Slot | None] = [None] * (2 * len(sequence)) if slots is None else list(slots)
    half = len(sequence)
    return [Placed(sequence[index % half], places[index], bases[index // half]) for index in range(2 * half)]


def names_in(header: Sequence[Strip]) -> list[str]:
    """The keys of all words of a header, row by row."""
    return [key for strip in header for key in strip.keys]


def headings_named(headings: Sequence[Heading], header: Sequence[Strip]) -> list[Heading]:
    """The headings whose own name is printed in a header; in one run of words, since it may be torn."""
    run = "".join(names_in(header))
    return [heading for heading in headings if heading.key and heading.key in run]


def name_of(column: Column, header: Sequence[Strip]) -> str | None:
    """What a header prints for a column, with its unit."""
    return next((word for strip in header for word in strip.words if label_key(word) in column.keys), None)
