"""Ruled tables that a page break tore: the columns of both pieces, and the cells that were cut in two.

Lives here: whether two pieces have the same outer edges, columns that only one of them shows, merged cells and labels that go on.
Elsewhere: which pieces are candidates, header rows that are repeated (layout.py); labels torn into rows of their own (forms/, which
knows them).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractors.document import Cell, Row

# The same border on two pages: tables of one document are set up to some points apart from page to page.
SAME_EDGE = 6.0
NUMBERED = re.compile(r"\s*(?:其中\s*[:：]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}\s*[、.．])")
FIGURE = re.compile(r"[\d.,，．\s%-]*")


def edges(rows: Sequence[Row]) -> list[float] | None:
    """The borders between and around the columns, from left to right; None where a cell has no box."""
    found: list[float] = []
    for row in rows:
        for cell in row.cells:
            if cell.box is None:
                return None
            found += cell.box[0], cell.box[2]
    found.sort()
    borders: list[float] = []
    for place in found:
        if not borders or place - borders[-1] > SAME_EDGE:
            borders.append(place)
    return borders


def on_one_grid(above: Sequence[Row], borders: Sequence[float], below: Sequence[Row]) -> tuple[list[Row], list[Row], list[float]] | None:
    """Both pieces with the columns of either, and their borders; None where they don't have the same outer edges.

    `borders` are those of the columns of `above`. A cell that covers several of the new columns stands at each, as one that was merged.
    """
    lower = edges(below)
    if not borders or not lower or abs(borders[0] - lower[0]) > SAME_EDGE or abs(borders[-1] - lower[-1]) > SAME_EDGE:
        return None
    if _are_shifted(borders, lower):
        spread = _spread(below, lower)
        return None if spread is None else ([_with(row, row.cells) for row in above], spread, lower)
    both = list(borders)
    for place in lower:
        if all(abs(place - border) > SAME_EDGE for border in both):
            both.insert(bisect_left(both, place), place)
    spread = _spread(below, both)
    if spread is None:
        return None
    origins = [bisect_right(borders, place) - 1 for place in both[:-1]]
    widened = [_with(row, [row.cells[index] for index in origins]) for row in above]
    return widened, spread, both


def _are_shifted(upper: Sequence[float], lower: Sequence[float]) -> bool:
    """Whether both pieces have the same columns, only somewhat wider or narrower: each border is still nearest to its own."""
    return len(upper) == len(lower) and all(
        _nearest(lower, place) == index and _nearest(upper, lower[index]) == index for index, place in enumerate(upper)
    )


def _spread(rows: Sequence[Row], borders: Sequence[float]) -> list[Row] | None:
    spread = []
    for row in rows:
        cells: list[Cell | None] = [None] * (len(borders) - 1)
        for cell in row.cells:
            assert cell.box is not None
            start, end = _nearest(borders, cell.box[0]), _nearest(borders, cell.box[2])
            if start == end or any(other is not None and other is not cell for other in cells[start:end]):
                return None
            cells[start:end] = [cell] * (end - start)
        whole = [cell for cell in cells if cell is not None]
        if len(whole) < len(cells):
            return None
        spread.append(_with(row, whole))
    return spread


def _with(row: Row, cells: Sequence[Cell]) -> Row:
    """A row of its own: those of the document stay as they were read."""
    return Row(list(cells), row.start, row.end, row.page, row.is_aligned)


def _nearest(borders: Sequence[float], place: float) -> int:
    return min(range(len(borders)), key=lambda index: abs(borders[index] - place))


def mend(above: list[Row], below: list[Row]) -> None:
    """Makes one cell of two where the page break went through a merged cell: in the rows given, which are on one grid."""
    if not above or not below:
        return
    last, first = above[-1].cells, below[0].cells
    done: set[int] = set()
    for column, (upper, lower) in enumerate(zip(last, first, strict=True)):
        if id(lower) in done or _extent(last, column) != _extent(first, column):
            continue
        done.add(id(lower))
        if not _is_one(upper, lower):
            continue
        pieces = tuple(piece for cell in (upper, lower) if cell.text for piece in cell.pieces) or upper.pieces
        text = upper.text + lower.text
        joined = Cell(text, pieces, upper.row_span + lower.row_span, upper.column_span, upper.box, upper.text_origin)
        joined.confidence = min(upper.confidence, lower.confidence)
        for rows, torn in ((above, upper), (below, lower)):
            for row in rows:
                row.cells[:] = [joined if cell is torn else cell for cell in row.cells]


def _extent(cells: Sequence[Cell], column: int) -> tuple[int, int]:
    """The first column that the cell at `column` covers, and the one after its last."""
    start, end = column, column + 1
    while start > 0 and cells[start - 1] is cells[column]:
        start -= 1
    while end < len(cells) and cells[end] is cells[column]:
        end += 1
    return start, end


def _is_one(upper: Cell, lower: Cell) -> bool:
    """Whether two cells are one that the page break tore: merged, and empty on one side; or a bracket that the rest closes; or a numbered
    label whose rest has no number.

    Cells of one row each are not: an empty one below a figure is an empty cell.
    """
    if max(upper.row_span, lower.row_span) < 2:
        return False
    if not lower.text or not upper.text:
        return not (FIGURE.fullmatch(upper.text or lower.text) and (upper.text or lower.text))
    if _open_brackets(upper.text) > 0 > _open_brackets(lower.text):
        return True
    return NUMBERED.match(upper.text) is not None and NUMBERED.match(lower.text) is None and not FIGURE.fullmatch(lower.text)


def _open_brackets(text: str) -> int:
    """How many brackets stay open; below zero where more are closed than opened."""
    return sum(text.count(bracket) for bracket in "（(《") - sum(text.count(bracket) for bracket in "）)》")
