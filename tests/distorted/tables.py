"""The model of a printed table, and what is true of its figures.

Lives here: `Place` (a printed cell, with the figure it holds), `Table` (rows of places, as HTML counts them), `Case` (a report with its
tables, and what a judge may ask of them), and how places cover a grid.
Elsewhere: which tables there are (forms.py), what befalls them (distortions*.py), how they are written (text_writers.py,
file_writers.py).
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

# What a reader can say of a figure from what is left of its table. "asked": where it belongs is plain. "dropped": its column can be told
# from the printed sums only; right or missing. "open": nobody can tell, or the domain notes leave it open; right or missing.
Asked = Literal["asked", "dropped", "open"]
Role = Literal["title", "header", "group", "label", "unit", "code", "value", "filler"]


@dataclass(frozen=True)
class Key:
    """What a figure is: preference in the warehouse goes by the same three."""

    indicator_code: str
    member_code: str | None = None
    basis: str = "current"


@dataclass
class Place:
    """One printed cell: its text, how many rows and columns it covers, and what it is.

    A figure has its `key`, its `value` (None: left blank) and its `unit`; `row` is the form's own number of the row ("3.5.1").
    `number` is the numbering that `text` begins with.
    """

    text: str
    role: Role
    down: int = 1
    across: int = 1
    key: Key | None = None
    value: Decimal | None = None
    unit: str = ""
    asked: Asked = "asked"
    row: str = ""
    number: str = ""

    @property
    def label(self) -> str:
        return self.text[len(self.number) :]


@dataclass
class Table:
    """`kind`: list, stacked (section 二), applicants (三), disputes (四). Rows hold the places that begin in them, left to right.

    `header` counts the rows that head the columns; `values` the columns of figures at the right.
    """

    generation: str
    kind: str
    rows: list[list[Place]]
    header: int
    values: int
    is_ragged: bool = False
    # Figures of cells that a conversion dropped: nobody asks for them, but a blank is a right answer.
    dropped: list[Place] = field(default_factory=list)
    # The pieces of the table that this one was torn from, itself among them: they have their columns in common.
    pieces: list["Table"] = field(default_factory=list, compare=False, repr=False)

    def places(self) -> Iterator[Place]:
        for row in self.rows:
            yield from row

    def figures(self) -> Iterator[Place]:
        return (place for place in (*self.places(), *self.dropped) if place.key is not None)

    def is_label(self, place: Place) -> bool:
        return place.role in ("label", "group")

    def open(self) -> None:
        """Nobody can tell the columns of what is left."""
        for place in self.figures():
            place.asked = "open"

    def width(self) -> int:
        return max((spot.column + spot.place.across for spot in covered(self)), default=0)

    def of_values(self, row: list[Place]) -> list[Place]:
        return [place for place in row if place.role == "value"]


@dataclass(frozen=True)
class Spot:
    """A place with where it stands in the grid."""

    place: Place
    row: int
    column: int


def covered(table: Table) -> list[Spot]:
    """Every place with its row and column, as HTML lays cells out."""
    spots: list[Spot] = []
    taken: set[tuple[int, int]] = set()
    for row, places in enumerate(table.rows):
        column = 0
        for place in places:
            while (row, column) in taken:
                column += 1
            spots.append(Spot(place, row, column))
            taken |= {(row + down, column + across) for down in range(place.down) for across in range(place.across)}
            column += place.across
    return spots


def grid_rows(table: Table) -> list[list[Place | None]]:
    """Each row as the grid has it: the place that begins there, None where a merged one goes on or nothing stands."""
    width = table.width()
    grid: list[list[Place | None]] = [[None] * width for _ in table.rows]
    for spot in covered(table):
        grid[spot.row][spot.column] = spot.place
    return grid


def insert_row(table: Table, at: int, places: list[Place], goes_on: bool = False) -> None:
    """A row before row `at`; merged cells that go over the place grow. `places` are those of the columns that none of them covers.

    `goes_on`: the row belongs to the one above, so merged cells that end there end with it.
    """
    for spot in covered(table):
        end = spot.row + spot.place.down
        if spot.row < at < end or (goes_on and spot.place.down > 1 and at == end):
            spot.place.down += 1
    table.rows.insert(at, places)


def split(table: Table, at: int, tears: bool) -> tuple[Table, Table]:
    """The rows above `at` and those from it on, a table each. Merged cells end and go on; `tears`: their text is torn in two as well."""
    lower = [list(row) for row in table.rows[at:]]
    before = [spot for spot in covered(table) if spot.row < at < spot.row + spot.place.down]
    for spot in sorted(before, key=lambda spot: spot.column, reverse=True):
        rest = replace(spot.place, down=spot.row + spot.place.down - at, text="", number="", key=None)
        spot.place.down = at - spot.row
        if tears and len(spot.place.text) > 4:
            middle = len(spot.place.number) + 1
            rest.text, spot.place.text = spot.place.text[middle:], spot.place.text[:middle]
        lower[0].insert(0, rest)
    upper = replace(table, rows=table.rows[:at])
    return upper, replace(table, rows=lower, header=0, dropped=[])


@dataclass
class Case:
    """A report to be written: its parts in order, paragraphs and tables, and how it came about.

    `style` are wishes to the writer (narrow labels). `slip` names a sum that the office got wrong: what is printed is true.
    """

    number: int
    generation: str
    form: str
    kinds: tuple[str, ...]
    year: int
    town: str
    parts: list[str | Table] = field(default_factory=list)
    style: set[str] = field(default_factory=set)
    slip: str = ""

    @property
    def tables(self) -> list[Table]:
        return [part for part in self.parts if isinstance(part, Table)]

    def truth(self) -> dict[Key, Place]:
        """The figures by what they are; no report of ours prints one twice with different values."""
        found: dict[Key, Place] = {}
        for table in self.tables:
            for place in table.figures():
                assert place.key is not None
                found[place.key] = place
        return found


def chance(rng: random.Random, share: float) -> bool:
    return rng.random() < share
