"""Sheets of cells to paragraphs and tables.

Lives here: what a sheet of any spreadsheet (XLSX, XLS, ET, CSV) prints: hidden rows and columns out, empty edges off, blank rows between
tables, rows of one cell as the paragraphs that they are, cells merged.
Elsewhere: reading the cells (xlsx.py, xls.py, csv_text.py), what a number prints (number_formats.py), emission (../writer.py).
"""

from collections.abc import Callable
from itertools import pairwise

from extractors.readers.unreadable import UnreadableError
from extractors.readers.writer import INVISIBLE_ENDS, LONGEST_HEADING, GridCell, Writer, one_line, one_lines, outline_level

# Reports have under a thousand cells; a document with more places than this is a dump of data.
MOST_CELLS = 200_000
# The longest report seen has 60,000 characters. A string that is kept once may be shown by every cell.
MOST_CHARACTERS = 8_000_000
# The furthest cell of any spreadsheet.
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
# A merged title covers a table of at least this many columns; over two columns a merged cell may be a label.
_LEAST_TITLED = 3
_FRAME_STARTS = ("注", "说明", "备注", "填报", "单位负责人", "审核", "联系")
_FRAME_ENDS = "。；;"
# What one_line() leaves nothing of.
_BLANKS = INVISIBLE_ENDS + "\n\v\f\r\x85\u2028\u2029"


class Sheet:
    """The cells of one sheet by row, then by column, counted from 0. A merge is (first row, first column, last row, last column)."""

    def __init__(self) -> None:
        self.rows: dict[int, dict[int, str]] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self.hidden_rows: set[int] = set()
        # Cells with a border at their left and at their top or bottom.
        self.framed: set[tuple[int, int]] = set()
        self._hidden_columns: list[tuple[int, int]] = []
        self.cells = self.characters = 0

    def put(self, row: int, column: int, text: str) -> None:
        """A cell that prints something."""
        if text.strip(_BLANKS) and not text.isspace():
            cells = self.rows.get(row)
            if cells is None:
                cells = self.rows[row] = {}
            cells[column] = text
            self.cells += 1
            self.characters += len(text)
            if self.cells > MOST_CELLS or self.characters > MOST_CHARACTERS:
                raise UnreadableError("document_too_large")

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Cells drawn as one."""
        if 0 <= top <= bottom < MOST_ROWS and 0 <= left <= right < MOST_COLUMNS and (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))
            if len(self.merges) > MOST_CELLS:
                raise UnreadableError("document_too_large")

    def hide_columns(self, first: int, last: int) -> None:
        """Columns that aren't shown."""
        self._hidden_columns.append((first, min(last, MOST_COLUMNS - 1)))

    def hidden_columns(self) -> set[int]:
        """All columns that aren't shown."""
        found: set[int] = set()
        end = -1
        for first, last in sorted(self._hidden_columns):
            found.update(range(max(first, end + 1), last + 1))
            end = max(end, last)
        return found


_Merges = dict[int, list[tuple[int, int, int]]]


class SheetWriter:
    """Emits the sheets of one document."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._places = self._characters = 0
        self._has_written = False

    def emit(self, sheet: Sheet) -> None:
        """One sheet: a region of rows after the other."""
        self._characters += sheet.characters
        if self._characters > MOST_CHARACTERS:
            raise UnreadableError("document_too_large")
        hidden = sheet.hidden_columns()
        by_row = _printing(sheet, hidden)
        merges: _Merges = {}
        # One cell begins one merge; of more, which only damage brings, the last counts.
        for (top, left), (bottom, right) in {merge[:2]: merge[2:] for merge in sheet.merges}.items():
            if left in by_row.get(top, ()):
                merges.setdefault(top, []).append((left, bottom, right))
        for rows in _regions(by_row, merges, sheet.hidden_rows):
            self._region(rows, by_row, merges, hidden, sheet.framed)

    def _region(
        self, rows: list[int], by_row: dict[int, dict[int, str]], merges: _Merges, hidden: set[int], framed: set[tuple[int, int]]
    ) -> None:
        used = [column for row in rows for column in by_row.get(row, ())]
        columns = [column for column in range(min(used), max(used) + 1) if column not in hidden]
        self._places += len(rows) * len(columns)
        if self._places > MOST_CELLS:
            raise UnreadableError("document_too_large")
        if self._has_written:
            self._writer.blank()
        self._has_written = True
        if any(row in merges for row in rows):
            grid = _grid(rows, columns, by_row, merges)
            single = [_single(row) for row in grid]
            sections = {
                index
                for index, (row, cell) in enumerate(zip(rows, single, strict=True))
                if cell is not None and (row, columns[0]) in framed and _is_section(cell, len(columns))
            }
            self._cut(single, len(columns), sections, lambda begin, end: self._merged_table(grid[begin:end]))
        else:
            cells = [by_row[row] for row in rows]
            texts = [[row.get(column, "") for column in columns] for row in cells]
            single = [GridCell(next(iter(row.values()))) if len(row) == 1 else None for row in cells]
            self._cut(single, len(columns), set(), lambda begin, end: self._plain_table(texts[begin:end]))

    def _cut(self, single: list[GridCell | None], width: int, sections: set[int], table: Callable[[int, int], None]) -> None:
        """Rows of one cell as paragraphs where they are some, and the rows between them as tables; `sections` may name rows of a table."""
        first = next((index for index, cell in enumerate(single) if cell is None), len(single))
        last = max((index for index, cell in enumerate(single) if cell is None), default=-1)
        inner = {index for index in sections if index < last}
        if not inner or max(inner) < first:
            # Nothing tells them from a title that has borders as its table has.
            inner = set()
        while first - 1 in inner:
            first -= 1
        begin = 0
        for index, cell in enumerate(single):
            is_inner = index >= first and index in inner
            if cell is not None and not is_inner and (index < first or _is_paragraph(cell, width, index > last)):
                if begin < index:
                    table(begin, index)
                begin = index + 1
                self._paragraph(cell.text)
        if begin < len(single):
            table(begin, len(single))

    def _plain_table(self, rows: list[list[str]]) -> None:
        self._writer.plain_table([(row, True) for row in one_lines(rows)], "sheet")

    def _merged_table(self, rows: list[list[GridCell]]) -> None:
        for row in rows:
            for cell in row:
                if cell.text:
                    cell.text = one_line(cell.text)
        self._writer.table(rows, "sheet")

    def _paragraph(self, text: str) -> None:
        for line in text.split("\n"):
            if cleaned := one_line(line):
                self._writer.paragraph(cleaned, outline_level(cleaned))


def _printing(sheet: Sheet, hidden: set[int]) -> dict[int, dict[int, str]]:
    """The cells that are shown and not merged into others."""
    if not (sheet.merges or sheet.hidden_rows or hidden):
        return sheet.rows
    covered = _covered(sheet)
    by_row = {}
    for row, cells in sheet.rows.items():
        if row not in sheet.hidden_rows:
            shown = {column: text for column, text in cells.items() if (row, column) not in covered and column not in hidden}
            if shown:
                by_row[row] = shown
    return by_row


def _covered(sheet: Sheet) -> set[tuple[int, int]]:
    """The cells that merged ones hide."""
    if len(sheet.merges) * sheet.cells > 10 * MOST_CELLS:
        # Many merges: by their places, which then can't be large each.
        places: set[tuple[int, int]] = set()
        for top, left, bottom, right in sheet.merges:
            if (bottom - top + 1) * (right - left + 1) + len(places) > MOST_CELLS:
                raise UnreadableError("document_too_large")
            places.update(
                (row, column) for row in range(top, bottom + 1) for column in range(left, right + 1) if (row, column) != (top, left)
            )
        return places
    return {
        (row, column)
        for top, left, bottom, right in sheet.merges
        for row, cells in sheet.rows.items()
        if top <= row <= bottom
        for column in cells
        if left <= column <= right and (row, column) != (top, left)
    }


def _regions(by_row: dict[int, dict[int, str]], merges: _Merges, hidden_rows: set[int]) -> list[list[int]]:
    """Rows that stand together: between them is no row that prints nothing."""
    if not by_row:
        return []
    end = max(by_row)
    printing = set(by_row)
    for top, found in merges.items():
        last = min(max(bottom for _, bottom, _ in found), end)
        if len(printing) + last - top > 2 * MOST_CELLS:
            raise UnreadableError("document_too_large")
        printing.update(row for row in range(top, last + 1) if row not in hidden_rows)
    ordered = sorted(printing)
    regions = [[ordered[0]]]
    for above, below in pairwise(ordered):
        if not all(row in hidden_rows for row in range(above + 1, below)):
            regions.append([])
        regions[-1].append(below)
    return regions


def _grid(rows: list[int], columns: list[int], by_row: dict[int, dict[int, str]], merges: _Merges) -> list[list[GridCell]]:
    made: dict[tuple[int, int], GridCell] = {}
    for index, top in enumerate(rows):
        for left, bottom, right in merges.get(top, ()):
            down = [row for row in rows[index : index + bottom - top + 1] if row <= bottom]
            across = [column for column in columns if left <= column <= right]
            cell = GridCell(by_row[top][left], len(down), len(across))
            made.update(dict.fromkeys(((row, column) for row in down for column in across), cell))
    grid = []
    for row in rows:
        texts = by_row.get(row, {})
        grid.append([made.get((row, column)) or GridCell(texts.get(column, "")) for column in columns])
    return grid


def _single(row: list[GridCell]) -> GridCell | None:
    """The only cell of a row that prints something; None where more than one does. A row that only merged cells cross prints theirs."""
    found: GridCell | None = None
    for cell in row:
        if cell.text and cell is not found:
            if found is not None:
                return None
            found = cell
    return found


def _is_section(cell: GridCell, width: int) -> bool:
    """Whether a row of one cell may name the rows of its table that follow: it covers the table and is neither sentence nor heading."""
    text = one_line(cell.text)
    return (
        cell.column_span == width >= _LEAST_TITLED
        and cell.row_span == 1
        and len(text) <= LONGEST_HEADING
        and outline_level(text) is None
        and text[-1] not in _FRAME_ENDS
        and "：" not in text
        and not text.startswith(_FRAME_STARTS)
    )


def _is_paragraph(cell: GridCell, width: int, is_below: bool) -> bool:
    """Whether a row of one cell is text rather than a row that was left blank: it covers the table, or reads as a sentence or a note."""
    if width < 2 or (cell.column_span == width >= _LEAST_TITLED and cell.row_span == 1):
        return True
    text = one_line(cell.text)
    return text[-1] in _FRAME_ENDS or (is_below and (text.startswith(_FRAME_STARTS) or "：" in text))
