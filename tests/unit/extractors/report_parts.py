"""A report between the formats that the tests write: lines of text, and tables whose merged cells know their places.

Lives here: `Report`, made of what a reader found, and what a reader found as cells that can be compared.
Elsewhere: how each format writes one (formats.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Document, Row
from extractors.layout import whole_tables
from extractors.readers.media_types import MARKDOWN


@dataclass(frozen=True)
class Text:
    """One paragraph; `level` where it is a heading."""

    text: str
    level: int | None = None


@dataclass(frozen=True)
class Printed:
    """One cell with its first place, and how many it covers."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True)
class Grid:
    """The cells of a table in reading order."""

    height: int
    width: int
    cells: tuple[Printed, ...]

    def rows(self) -> list[list[Printed | None]]:
        """Each place with the cell that begins there; None where a merged one goes on."""
        places: list[list[Printed | None]] = [[None] * self.width for _ in range(self.height)]
        for cell in self.cells:
            places[cell.row][cell.column] = cell
        return places

    def texts(self) -> list[list[str]]:
        """Each place with its text, that of a merged cell only at its first."""
        return [["" if cell is None else cell.text for cell in row] for row in self.rows()]


@dataclass(frozen=True)
class Report:
    """The parts in reading order; `is_marked` where the headings were marked as such, not only numbered."""

    parts: tuple[Text | Grid, ...]
    is_marked: bool = False

    @property
    def grids(self) -> list[Grid]:
        return [part for part in self.parts if isinstance(part, Grid)]

    @property
    def lines(self) -> list[str]:
        return [part.text for part in self.parts if isinstance(part, Text)]


def grid_of(rows: Sequence[Row]) -> Grid:
    """Rows as a reader gives them; a cell that stands at several places is one that was merged."""
    width = max(len(row.cells) for row in rows)
    places: dict[int, list[tuple[int, int]]] = {}
    texts: dict[int, str] = {}
    cells = []
    for row, found in enumerate(rows):
        for column, cell in enumerate(found.cells):
            places.setdefault(id(cell), []).append((row, column))
            texts[id(cell)] = cell.text
        cells += [Printed("", row, column) for column in range(len(found.cells), width)]
    for key, covered in places.items():
        (top, left), (bottom, right) = min(covered), max(covered)
        assert len(covered) == (bottom - top + 1) * (right - left + 1)
        cells.append(Printed(texts[key], top, left, bottom - top + 1, right - left + 1))
    return Grid(len(rows), width, tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def as_written(document: Document) -> Report:
    """The blocks of a text one by one. Rows that a conversion tore apart were one table before, if they have the same columns."""
    parts: list[Text | Grid] = []
    held: list[Row] = []
    for block in document.blocks:
        rows = [] if block.table is None else [row for row in block.table.rows if any(cell.text for cell in row.cells)]
        if held and (block.table is None or (rows and len(held[0].cells) != max(len(row.cells) for row in rows))):
            parts.append(grid_of(held))
            held = []
        held += rows
        if block.table is None:
            parts.append(Text(document.text[block.start : block.end], block.level))
    if held:
        parts.append(grid_of(held))
    return Report(tuple(parts), document.media_type == MARKDOWN)


def as_printed(document: Document) -> Report:
    """The same of a document with pages: tables that went over a page break are whole."""
    tables = {table.rows[0].start: grid_of(table.rows) for table in whole_tables(document)}
    parts: list[Text | Grid] = []
    for block in document.blocks:
        if block.table is None:
            parts.append(Text(document.text[block.start : block.end], block.level))
        elif block.start in tables:
            parts.append(tables[block.start])
    return Report(tuple(parts))
