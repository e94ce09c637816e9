"""Rows of word processor cells to a grid.

Lives here: cells merged over columns and rows, columns that only a slip of the hand drew, tables of one column (frames about text),
limits on size. The same for DOCX and DOC.
Elsewhere: finding rows and cells in the file (docx.py, doc.py), emission (../writer.py).
"""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from extractors.readers.unreadable import UnreadableError
from extractors.readers.writer import GridCell, Writer, one_line, outline_level

# Word allows 63 columns. The longest table of a report seen has 100 rows; a document of more places than this is a dump of data.
MOST_COLUMNS = 256
MOST_CELLS = 200_000
MOST_PARAGRAPHS = 200_000
# Word keeps 108 twentieths of a point on either side of a cell's text: a column of less than one such margin holds nothing.
NARROWEST_COLUMN = 100
# A heading by its style that is longer than this, or ends as a sentence does, is text that was given the wrong style.
LONGEST_STYLED_HEADING = 60


@dataclass(slots=True)
class Paragraph:
    """`text` may hold line breaks. `level` is that of the style, None where the style is no heading's."""

    text: str
    level: int | None = None


@dataclass(slots=True)
class WordCell:
    """`span` counts columns. `is_continued` marks the lower part of a cell merged over rows."""

    flow: "list[Block]"
    span: int = 1
    is_continued: bool = False


@dataclass(slots=True)
class WordRow:
    """`before` and `after` count the columns that the row leaves out at its sides."""

    cells: list[WordCell]
    before: int = 0
    after: int = 0


@dataclass(slots=True)
class WordTable:
    """`widths` of the columns in twentieths of a point; empty where unknown."""

    rows: list[WordRow] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)


Block: TypeAlias = Paragraph | WordTable


class Flow:
    """Emits blocks, counting them."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._cells = 0

    def emit(self, blocks: list[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            else:
                self._table(block)

    def _paragraph(self, paragraph: Paragraph) -> None:
        lines = [one_line(line) for line in paragraph.text.split("\n")]
        if not any(lines):
            self._writer.blank()
            return
        for line in lines:
            if line:
                is_heading = (
                    paragraph.level is not None and len(lines) == 1 and len(line) <= LONGEST_STYLED_HEADING and line[-1] not in "。；;"
                )
                self._writer.paragraph(line, paragraph.level if is_heading else outline_level(line))

    def _table(self, table: WordTable) -> None:
        if not table.rows:
            return
        starts = _starts(table)
        width = max((row_starts[-1] + row.after for row, row_starts in zip(table.rows, starts, strict=True)), default=0)
        self._cells += width * len(table.rows)
        if self._cells > MOST_CELLS:
            raise UnreadableError("document_too_large")
        kept = _kept_columns(table, starts, width)
        if len(kept) < 2:
            # A frame about text, not a table.
            for row in table.rows:
                for cell in row.cells:
                    if not cell.is_continued:
                        self.emit(cell.flow)
            return
        rows, aligned = _grid(table, starts, kept)
        self._writer.table(rows, "markup", aligned=aligned)
        nested = [block for row in table.rows for cell in row.cells if not cell.is_continued for block in cell.flow]
        self.emit([block for block in nested if isinstance(block, WordTable)])


def _starts(table: WordTable) -> list[list[int]]:
    """For each row the column at which each of its cells begins, and the one after the last."""
    found = []
    for row in table.rows:
        column = row.before
        starts = []
        for cell in row.cells:
            starts.append(column)
            column += cell.span
        starts.append(column)
        if column + row.after > MOST_COLUMNS:
            raise UnreadableError("document_too_large")
        found.append(starts)
    return found


def _kept_columns(table: WordTable, starts: list[list[int]], width: int) -> list[int]:
    """The columns that tell anything apart: neither those that no cell begins in, nor slivers between edges that were meant to be one."""
    begun = {column for row_starts in starts for column in row_starts}
    kept = [column for column in range(width) if column in begun]
    if len(table.widths) < width:
        return kept or [0]
    for column in [column for column in kept if _width(table, kept, column, width) < NARROWEST_COLUMN]:
        without = [other for other in kept if other != column]
        if all(_is_whole(row_starts, without) for row_starts in starts):
            kept = without
    return kept


def _width(table: WordTable, kept: list[int], column: int, width: int) -> int:
    end = next((other for other in kept if other > column), width)
    return sum(table.widths[column:end])


def _is_whole(row_starts: list[int], kept: list[int]) -> bool:
    """Whether every cell of a row keeps a column."""
    return all(any(start <= column < end for column in kept) for start, end in pairwise(row_starts))


def _grid(table: WordTable, starts: list[list[int]], kept: list[int]) -> tuple[list[list[GridCell]], list[bool]]:
    rows: list[list[GridCell]] = []
    aligned: list[bool] = []
    above: dict[tuple[int, int], GridCell] = {}
    for row, row_starts in zip(table.rows, starts, strict=True):
        by_column: dict[int, GridCell] = {}
        here: dict[tuple[int, int], GridCell] = {}
        for cell, start, end in zip(row.cells, row_starts, row_starts[1:], strict=False):
            columns = [column for column in kept if start <= column < end]
            if not columns:
                continue
            edges = columns[0], columns[-1]
            made = above.get(edges) if cell.is_continued else None
            if made is None:
                made = GridCell(cell_text(cell.flow), column_span=len(columns))
            else:
                made.row_span += 1
            here[edges] = made
            by_column.update(dict.fromkeys(columns, made))
        above = here
        # A row that stops short without saying so lost its merges in a conversion: nothing tells which columns it covers.
        is_aligned = row_starts[-1] + row.after > kept[-1] or len(row.cells) < 2
        if is_aligned:
            rows.append([by_column[column] if column in by_column else GridCell("") for column in kept])
        else:
            rows.append(list({id(cell): cell for cell in by_column.values()}.values()))
        aligned.append(is_aligned)
    return rows, aligned


def cell_text(flow: list[Block]) -> str:
    """The words of a cell as one line; tables within it are set apart."""
    if len(flow) == 1 and isinstance(flow[0], Paragraph):
        return one_line(flow[0].text)
    return " ".join(text for text in (one_line(block.text) for block in flow if isinstance(block, Paragraph)) if text)


# Symbol fonts draw other signs in the place of letters; of these only boxes and ticks bear a meaning in a report.
_SYMBOLS = {0x50: "√", 0x51: "×", 0x52: "☑", 0x6F: "□", 0xA3: "□", 0xA8: "□", 0xFB: "×", 0xFC: "√", 0xFE: "☑"}


def symbol(code: int) -> str:
    """The sign that a character of a symbol font draws; nothing where it is only a drawing."""
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get(code - 0xF000, "")
    return chr(code) if 0x20 <= code < 0xD800 else ""
