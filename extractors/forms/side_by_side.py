"""Tables that hold a form twice beside itself: its lower half at the right of its upper one, or two years; and rows glued together.

Lives here: telling such tables by their labels, which stand in several columns at equal distances, and cutting them into parts.
Elsewhere: two years that share one column of labels (columns.py); which rows a label is (rows.py).
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Cell, Row
from extractors.forms.columns import HEADER_DEPTH
from extractors.forms.definitions import Form
from extractors.forms.labels import folded, label_key
from extractors.layout import WholeTable
from extractors.numbers import is_number, units

# Fewer labels in a second column may be words of the rows themselves.
LEAST_LABELS = 3
# Label and figure, twice.
LEAST_WIDTH = 4
SHORTEST_LABEL = 4
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(slots=True)
class Part:
    """A part of a printed table, to be read as a table of its own.

    `places` says for each of its rows where that row begins in the printed table: its row, and its first column.
    `is_older`: of two years it holds the one before. `is_doubtful`: it stands beside its like, and nothing tells whose figures it holds.
    """

    table: WholeTable
    places: list[tuple[int, int]]
    is_older: bool = False
    is_doubtful: bool = False


def parts_of(form: Form, table: WholeTable) -> list[Part]:
    """The parts of a table, in reading order; the table itself where nothing in it stands side by side."""
    if table.width < LEAST_WIDTH and all(len(row.cells) < LEAST_WIDTH for row in table.rows):
        return [Part(table, [(index, 0) for index in range(len(table.rows))])]
    starts = _label_columns(form, table)
    if len(starts) < 2:
        return [_with_glued_rows_cut(form, table)]
    width = table.width // len(starts)
    first = starts[0] % width
    slices = [_slice(table, start - first, width) for start in starts]
    if not _are_alike(slices, first):
        return [_stacked(table, slices)]
    years = [_year(form, part.table) for part in slices]
    known = sorted({year for year in years if year is not None}, reverse=True)
    if None in years or len(known) != len(slices) or len(known) != 2:
        for part in slices:
            part.is_doubtful = True
    for part, year in zip(slices, years, strict=True):
        part.is_older = not part.is_doubtful and year != known[0]
    return slices


def _label_columns(form: Form, table: WholeTable) -> list[int]:
    """The columns that hold labels, where they divide the table into parts of one width; else none."""
    hits = Counter(
        index
        for row in table.rows
        if row.is_aligned and len(row.cells) == table.width
        for index, cell in enumerate(row.cells)
        if len(cell.text) >= SHORTEST_LABEL and (index == 0 or cell is not row.cells[index - 1]) and form.find(cell.text)
    )
    columns = sorted(index for index, count in hits.items() if count >= LEAST_LABELS)
    if len(columns) < 2 or table.width % len(columns):
        return []
    width = table.width // len(columns)
    return columns if width > 1 and all(column % width == columns[0] and column // width == at for at, column in enumerate(columns)) else []


def _slice(table: WholeTable, start: int, width: int) -> Part:
    part = Part(WholeTable(table.drawing, [], width), [])
    for index, row in enumerate(table.rows):
        if len(row.cells) != table.width:
            # A line that stands in no column belongs to the first part, if to any.
            if start:
                continue
            cells = row.cells
            if index in table.outside:
                part.table.outside.add(len(part.table.rows))
        else:
            cells = row.cells[start : start + width]
        part.table.rows.append(Row(cells, row.start, row.end, row.page, row.is_aligned))
        part.places.append((index, start))
    return part


def _are_alike(slices: list[Part], label: int) -> bool:
    """Whether the parts hold the same rows: two years, not two halves."""
    keys = [
        {label_key(row.cells[label].text) for row in part.table.rows if len(row.cells) > label and row.cells[label].text} for part in slices
    ]
    return 2 * len(set.intersection(*keys)) > min(map(len, keys))


def _stacked(table: WholeTable, slices: list[Part]) -> Part:
    """Parts put below each other again."""
    whole = Part(WholeTable(table.drawing, [], slices[0].table.width), [])
    for part in slices:
        whole.table.outside.update(index + len(whole.table.rows) for index in part.table.outside)
        whole.table.rows += part.table.rows
        whole.places += part.places
    return whole


def _year(form: Form, table: WholeTable) -> int | None:
    """The one year that stands above the first row of a part."""
    years: set[int] = set()
    for row in table.rows[:HEADER_DEPTH]:
        if any(form.find(cell.text) for cell in row.cells if cell.text):
            break
        years.update(int(found) for cell in row.cells for found in YEAR.findall(cell.text))
    return years.pop() if len(years) == 1 else None


def _with_glued_rows_cut(form: Form, table: WholeTable) -> Part:
    """A table whose lines hold one row each: a line is cut before a label that stands behind a figure or a unit."""
    part = Part(table, [(index, 0) for index in range(len(table.rows))])
    cuts = {index: found for index, row in enumerate(table.rows) if (found := _cuts(form, row))}
    if not cuts:
        return part
    cut = Part(WholeTable(table.drawing, [], table.width, borders=table.borders), [])
    for index, row in enumerate(table.rows):
        if index in table.outside:
            cut.table.outside.add(len(cut.table.rows))
        bounds = [0, *cuts.get(index, []), len(row.cells)]
        for start, end in pairwise(bounds):
            is_whole = len(bounds) == 2
            cut.table.rows.append(row if is_whole else Row(row.cells[start:end], row.start, row.end, row.page, is_aligned=False))
            cut.places.append((index, start))
    return cut


def _cuts(form: Form, row: Row) -> list[int]:
    cells = row.cells
    behind = [index for index in range(2, len(cells)) if len(cells[index].text) >= SHORTEST_LABEL]
    return [index for index in behind if _says_something(cells[index - 1]) and form.find(cells[index].text)]


def _says_something(cell: Cell) -> bool:
    return is_number(cell.text) or folded(cell.text) in units()
