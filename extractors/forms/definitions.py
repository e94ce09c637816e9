"""The forms as data: CSV files to rows, columns and lookups, read once.

Lives here: FormRow, ColumnPattern, Form and their loading. A new generation is a new <generation>.csv plus its lines in columns.csv.
Elsewhere: matching (rows.py, columns.py, matcher.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from extractors.csv_tables import records_of
from extractors.forms.labels import LONGEST_KEPT, is_shortened, label_key, stem
from extractors.forms.lookalikes import without_lookalikes
from extractors.records import Basis

RowKind = Literal["data", "group", "text"]
Role = Literal["label", "unit", "code", "value", "to_date", "number", "remark", "void"]
NOT_A_GENERATION = frozenset(("columns", "lookalikes", "notes", "remarks", "units"))
ANY_GENERATION = "any"


@dataclass(slots=True, frozen=True)
class FormRow:
    """One row of a form. `position` is its place among the rows of its form, `parent` the position of the row above it in the outline."""

    position: int
    row_code: str
    parent: int | None
    kind: RowKind
    label: str
    unit: str
    indicator_code: str
    # The indicator's member is what the row prints as its label.
    is_member: bool
    keys: tuple[str, ...]
    # The keys with characters that scans confuse folded to one.
    blurred: tuple[str, ...]


@dataclass(slots=True, frozen=True)
class ColumnPattern:
    role: Role
    pattern: re.Pattern[str]
    basis: Basis | None
    member_code: str | None
    # The same with characters that scans confuse folded to one.
    blurred: re.Pattern[str]


class Place(NamedTuple):
    """What a value column counts."""

    basis: Basis
    member_code: str | None
    is_to_date: bool


@dataclass(slots=True, eq=False)
class Form:
    """One generation. `by_key` gives the positions of all rows that a label key or its stem can mean."""

    generation: str
    rows: list[FormRow]
    columns: list[ColumnPattern]
    by_key: dict[str, tuple[int, ...]] = field(default_factory=dict)
    openings: tuple[tuple[str, int], ...] = ()
    # Rows whose key is also a piece of another row's label: a lost line would turn the one into the other.
    inside_others: frozenset[int] = frozenset()
    # For each row, the rows whose label is the same but for words left out or for one character: a slip turns the one into the other.
    mistakable: dict[int, tuple[int, ...]] = field(default_factory=dict)
    bases: tuple[Basis, ...] = ()
    # Whether the form prints a code of two digits in each row: then that is the row's `row_code`.
    has_codes: bool = False
    # What the value columns are from left to right: alone, or one for each member.
    layouts: tuple[tuple[Place, ...], ...] = ()
    # Rows with the stems by which their labels are sought in running text.
    stems: tuple[tuple[int, str], ...] = ()

    def find(self, label: str) -> tuple[int, ...]:
        """Positions of the rows that `label` names exactly; several where only its group can tell."""
        return _found(self, label) if len(label) <= LONGEST_KEPT else _found.__wrapped__(self, label)

    def ordinal(self, position: int) -> int:
        """The number of a row among those beside it, as the form prints it."""
        return int(self.rows[position].row_code.rsplit(".", 1)[-1])

    def is_first_part(self, position: int) -> bool:
        """Whether the form prints 其中 before this row: the first part of a figure."""
        parent = self.rows[position].parent
        return parent is not None and self.rows[parent].kind == "data" and self.ordinal(position) == 1

    def ancestors(self, position: int) -> list[int]:
        """The rows above in the outline, nearest first."""
        found = []
        parent = self.rows[position].parent
        while parent is not None:
            found.append(parent)
            parent = self.rows[parent].parent
        return found


# Labels recur in every report.
@lru_cache(maxsize=16384)
def _found(form: Form, label: str) -> tuple[int, ...]:
    key = label_key(label)
    found = form.by_key.get(key) or form.by_key.get(stem(key))
    return found or tuple({position for opening, position in form.openings if key.startswith(opening)})


@lru_cache(maxsize=1)
def notes() -> re.Pattern[str]:
    """Lines that stand among the rows of a form and are none: titles, years, remarks. The frame of a form is ../frames.py."""
    return re.compile("|".join(f"(?:{record['pattern']})" for record in records_of("forms/notes.csv")))


@lru_cache(maxsize=1)
def invented_headers() -> tuple[re.Pattern[str], ...]:
    """What conversions write where a header was lost (columns.csv, role void)."""
    return tuple(re.compile(record["pattern"], re.I) for record in records_of("forms/columns.csv") if record["role"] == "void")


@lru_cache(maxsize=1)
def forms() -> tuple[Form, ...]:
    """Every known generation, by name."""
    names = sorted(entry.name for entry in files("extractors.forms").iterdir() if entry.name.endswith(".csv"))
    columns = records_of("forms/columns.csv")
    return tuple(_form(name.removesuffix(".csv"), columns) for name in names if name.removesuffix(".csv") not in NOT_A_GENERATION)


def _mistakable(rows: list[FormRow]) -> dict[int, tuple[int, ...]]:
    stems = {key: stem(key) for row in rows for key in row.keys}
    alike = {(row.position, other.position) for row in rows for other in rows if other is not row and _is_like(row, other, stems)}
    return {
        row.position: tuple(
            other.position for other in rows if (row.position, other.position) in alike or (other.position, row.position) in alike
        )
        for row in rows
    }


def _is_like(short: FormRow, long: FormRow, stems: dict[str, str]) -> bool:
    """Whether a label of `short` is one of `long` that lost words, or differs from it in one character. `stems` has those of all keys."""
    mine = {stems[key] for key in short.keys}
    for theirs in long.keys:
        if theirs in short.keys:
            continue
        their_stem = stems[theirs]
        for my_stem in mine:
            if my_stem == their_stem:
                continue
            if len(my_stem) <= len(theirs) and is_shortened(my_stem, theirs):
                return True
            if Levenshtein.distance(my_stem, their_stem, score_cutoff=1) <= 1:
                return True
    return False


def _layout(generation: str, columns: tuple[dict[str, str], ...], *, has_members: bool) -> tuple[Place, ...]:
    found = {
        int(record["place"]): Place(record["basis"], record["member_code"] or None, record["role"] == "to_date")  # type: ignore[arg-type]
        for record in columns
        if record["generation"] == generation and record["place"] and bool(record["member_code"]) == has_members
    }
    return tuple(found[place] for place in sorted(found))


def _form(generation: str, columns: tuple[dict[str, str], ...]) -> Form:
    patterns = [
        ColumnPattern(
            record["role"],  # type: ignore[arg-type]
            re.compile(record["pattern"], re.I),
            record["basis"] or None,  # type: ignore[arg-type]
            record["member_code"] or None,
            re.compile(without_lookalikes(record["pattern"]), re.I),
        )
        for scope in (generation, ANY_GENERATION)
        for record in columns
        if record["generation"] == scope
    ]
    form = form_of(generation, records_of(f"forms/{generation}.csv"), patterns)
    form.layouts = tuple(layout for has_members in (False, True) if (layout := _layout(generation, columns, has_members=has_members)))
    return form


def form_of(generation: str, records: Sequence[dict[str, str]], patterns: list[ColumnPattern]) -> Form:
    """A form with the rows of a CSV, and what can be told of its labels beforehand."""
    positions = {record["row_code"]: position for position, record in enumerate(records)}
    rows: list[FormRow] = []
    by_key: dict[str, list[int]] = {}
    openings: list[tuple[str, int]] = []
    for position, record in enumerate(records):
        labels = [record["label"], *filter(None, record["aliases"].split("|"))]
        openings += [(label_key(label[:-1]), position) for label in labels if label.endswith("*")]
        keys = tuple(dict.fromkeys(label_key(label) for label in labels if not label.endswith("*")))
        for key in dict.fromkeys((*keys, *map(stem, keys))):
            by_key.setdefault(key, []).append(position)
        rows.append(
            FormRow(
                position,
                record["row_code"],
                positions[record["parent_code"]] if record["parent_code"] else None,
                record["kind"],  # type: ignore[arg-type]
                record["label"],
                record["unit"],
                record["indicator_code"],
                record.get("member") == "printed",
                keys,
                tuple(dict.fromkeys(map(without_lookalikes, keys))),
            )
        )
    inside = set()
    for row in rows:
        others = (key for other in rows if other is not row for key in other.keys if key not in row.keys)
        if any(stem(row.keys[0]) in key for key in others):
            inside.add(row.position)
    return Form(
        generation,
        rows,
        patterns,
        {key: tuple(found) for key, found in by_key.items()},
        tuple(openings),
        frozenset(inside),
        _mistakable(rows),
        tuple(dict.fromkeys(pattern.basis for pattern in patterns if pattern.role == "value" and pattern.basis)),
        any(pattern.role == "code" for pattern in patterns),
        stems=tuple((row.position, short) for row in rows for short in dict.fromkeys(map(stem, row.keys))),
    )
