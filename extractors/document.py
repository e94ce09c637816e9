"""What every reader returns: one canonical text, and the blocks that it is made of.

Lives here: Document, Block, Table, Row, Cell and Span: what stands where. A reader of any format (text, PDF, OFD, a scan, a web page,
a word processor, a spreadsheet) fills the same types; formats without pages or boxes leave those None.
Elsewhere: how bytes become blocks (readers/), how torn tables are rejoined (layout.py), what they mean (forms/, identity/).

The canonical text is NFC with LF line ends. A paragraph or heading is one line. A table row is one line, its cells separated by tabs; a tab
stands nowhere else. All offsets count code points of that text, `[start, end)` as in Python slices.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from extractors.records import Issue, TextOrigin

BlockKind = Literal["heading", "paragraph", "table"]
# How a table was drawn: it tells how far the column of a cell can be trusted ("spaces": only as far as the columns line up).
Drawing = Literal["pipes", "tabs", "spaces", "ruled", "markup", "sheet"]
Box = tuple[float, float, float, float]  # left, top, right, bottom in points of the page, origin at its top left corner


class Span(NamedTuple):
    """A stretch of the canonical text."""

    start: int
    end: int


@dataclass(slots=True)
class Cell:
    """One printed cell. An empty cell has the empty span at its place.

    `pieces` holds more than one span where the text of one cell stands on several lines. A cell that covers several rows or columns
    is the same object at each grid position that it covers (compare with `is`): its text is never copied into new cells.
    `confidence` is below 1 where the characters themselves were recognised (OCR), never for what they mean.
    """

    text: str
    pieces: tuple[Span, ...]
    row_span: int = 1
    column_span: int = 1
    box: Box | None = None
    text_origin: TextOrigin = "native"
    confidence: float = 1.0

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end


@dataclass(slots=True)
class Row:
    """One line of a table as printed: `cells[i]` is the cell that covers column i.

    `is_aligned` is False where the line has fewer pieces than the table has columns and nothing tells which columns they belong to.
    """

    cells: list[Cell]
    start: int
    end: int
    page: int | None = None
    is_aligned: bool = True


@dataclass(slots=True)
class Table:
    """One printed piece of a table: rows as they stand. Pieces of one table that a page break tore are joined by layout.py."""

    rows: list[Row]
    drawing: Drawing

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(slots=True)
class Block:
    """One heading, paragraph or table piece, in reading order. `level` is the depth of a heading (1 = highest)."""

    kind: BlockKind
    start: int
    end: int
    page: int | None = None
    level: int | None = None
    table: Table | None = None
    box: Box | None = None
    text_origin: TextOrigin = "native"
    confidence: float = 1.0


@dataclass(slots=True)
class Document:
    """One file as read. `reason` (a code of issue_reasons.csv) is set where it could not be read: then text and blocks are empty.

    `page_starts` holds the offset at which each page begins, empty for formats without pages. `page_title` is what a web page calls
    itself (<title>); it is no part of the text.
    """

    name: str
    media_type: str
    reader: str | None = None
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    encoding: str | None = None
    page_starts: list[int] = field(default_factory=list)
    reason: str | None = None
    issues: list[Issue] = field(default_factory=list)
    page_title: str | None = None
    _line_starts: list[int] = field(default_factory=list, repr=False)

    @property
    def pages(self) -> int | None:
        return len(self.page_starts) or None

    @property
    def tables(self) -> list[Block]:
        """The table pieces, in reading order."""
        return [block for block in self.blocks if block.table is not None]

    def line_of(self, offset: int) -> int:
        """The 1-based line of the canonical text that holds `offset`."""
        starts = self._line_starts
        if not starts:
            position = 0
            for line in self.text.split("\n"):
                starts.append(position)
                position += len(line) + 1
        return bisect_right(starts, offset)

    def page_of(self, offset: int) -> int | None:
        """The 1-based page that holds `offset`; None for formats without pages."""
        return bisect_right(self.page_starts, offset) if self.page_starts else None
