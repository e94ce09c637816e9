"""Tables of a page to grids.

Lives here: rowspan and colspan, rows and columns that hold nothing of their own, and telling a table that holds data from one that only
arranges the page: where a cell holds an article, or another table, the table is cut around it.
Elsewhere: the lines of a cell (boxes.py).
"""

from collections.abc import Iterator

from extractors.readers.unreadable import UnreadableError
from extractors.readers.web.items import Box, Grid, Item, Line, PageCell, PageTable
from extractors.readers.writer import GridCell, one_line

# The widest official table has a dozen columns; all cells spread out, a table has at most this many places.
MOST_COLUMNS = 200
MOST_PLACES = 400_000
# A cell with so many lines and characters holds an article; the longest cell of a form is one or two paragraphs.
ARTICLE_LINES = 3
ARTICLE_CHARACTERS = 300
# A cell with so many lines, most of them links, holds a menu.
MENU_LINES = 5


def settle(table: PageTable, *, is_sheet: bool = False) -> list[Item]:
    """What a table is to its page: grids, and boxes of those cells that hold more than a cell of a form does.

    `is_sheet`: a spreadsheet was saved as this page; then the table is one grid, rows of blanks included.
    """
    rows = [row for row in table.rows if row]
    width = max(map(len, rows), default=0)
    if width > MOST_COLUMNS or width * len(rows) > MOST_PLACES:
        raise UnreadableError("document_too_large")
    grid = _without_twins(_spread(table)) if table.has_spans else rows
    if max(map(len, grid), default=0) < 2:
        return [_box(cell) for row in grid for cell in row]
    if is_sheet and not any(isinstance(item, Grid) for row in rows for cell in row for item in cell.items):
        return [_grid(grid, set(), keeps_blanks=True)]
    flowing = {cell for row in rows for cell in row if len(cell.items) > 1 and _is_flow(cell)}
    flowing |= {cell for row in rows for cell in row if len(cell.items) == 1 and not isinstance(cell.items[0], Line) and _is_flow(cell)}
    return list(_cut(grid, flowing)) if flowing else [_grid(grid, set()) if table.has_spans else _plain_grid(grid)]


def settle_texts(rows: list[list[str]]) -> Grid | None:
    """What a table of one line a cell, none of which covers several places, is to its page; None where that isn't plain."""
    rows = [row for row in rows if row]
    width = max(map(len, rows), default=0)
    if width < 2 or width > MOST_COLUMNS or width * len(rows) > MOST_PLACES:
        return None
    return Grid([row for row in rows if any(row)], sum(sum(map(len, row)) for row in rows), 0)


def _box(cell: PageCell) -> Box:
    return Box(cell.items)


def _spread(table: PageTable) -> list[list[PageCell]]:
    """Every cell at each place that it covers; rows without a cell of their own are left out."""
    grid: list[list[PageCell]] = []
    reaching: dict[int, tuple[PageCell, int]] = {}  # column: the cell from above, and how many rows it covers from here on
    places = 0
    for number, found in enumerate(table.rows):
        row: list[PageCell] = []
        above, reaching = reaching, {}
        last = max(above, default=-1)
        waiting = iter(found)
        cell = next(waiting, None)
        while cell is not None or len(row) <= last:
            column = len(row)
            if column in above:
                row.append(above[column][0])
                if above[column][1] > 1:
                    reaching[column] = (above[column][0], above[column][1] - 1)
            elif cell is None:
                row.append(PageCell())
            else:
                rows_below = len(table.rows) - number - 1
                below = rows_below if cell.row_span == 0 else min(cell.row_span - 1, rows_below)
                for place in range(column, column + min(max(cell.column_span, 1), MOST_COLUMNS)):
                    if place in above:
                        break
                    row.append(cell)
                    if below:
                        reaching[place] = (cell, below)
                cell = next(waiting, None)
        places += len(row)
        if len(row) > MOST_COLUMNS or places > MOST_PLACES:
            raise UnreadableError("document_too_large")
        if found:
            grid.append(row)
    return grid


def _without_twins(grid: list[list[PageCell]]) -> list[list[PageCell]]:
    """The grid without columns that hold in every row what stands left of them: no cell begins there.

    Nor those in which only titles begin that cover two more columns to their right: such slivers are left by conversions.
    """
    width = max(map(len, grid), default=0)
    begins = [False] * width
    has_titles = [False] * width
    for row in grid:
        left = None
        for column, cell in enumerate(row):
            if cell is not left:
                if column and row[column + 1 : column + 3] == [cell, cell]:
                    has_titles[column] = True
                else:
                    begins[column] = True
            left = cell
    # A title goes on in the next column: that one must stay, so that the title does.
    kept = [begins[column] or (has_titles[column] and not any(begins[column + 1 : column + 3])) for column in range(width)]
    if all(kept):
        return grid
    return [[cell for column, cell in enumerate(row) if kept[column]] for row in grid]


def _is_flow(cell: PageCell) -> bool:
    """Whether a cell holds an article, a menu or a table."""
    lines = characters = linked = 0
    for item in _leaves(cell):
        if isinstance(item, Grid):
            return True
        lines += 1
        characters += len(item.text)
        linked += item.linked
        # Told at once: cells within cells would be walked through for each around them.
        if lines >= ARTICLE_LINES and characters > ARTICLE_CHARACTERS:
            return True
    return lines >= MENU_LINES and linked > characters / 2


def _cut(grid: list[list[PageCell]], flowing: set[PageCell]) -> Iterator[Item]:
    """The pieces around rows with such a cell, which are given up: their cells follow one another."""
    told: set[PageCell] = set()
    piece: list[list[PageCell]] = []
    for row in grid:
        if flowing.isdisjoint(row):
            piece.append(row)
            continue
        yield from _piece(piece, told)
        piece = []
        for cell in row:
            if cell not in told:
                told.add(cell)
                yield _box(cell)
    yield from _piece(piece, told)


def _piece(rows: list[list[PageCell]], told: set[PageCell]) -> Iterator[Item]:
    """The rows as a grid, where it has two columns; cells that reach into it and were told above are empty there."""
    rows = _without_twins([row for row in rows if not told.issuperset(row)])
    if max(map(len, rows), default=0) > 1:
        yield _grid(rows, told)
    else:
        yield from (_box(cell) for row in rows for cell in row if cell not in told)
    told.update(cell for row in rows for cell in row)


def _plain_grid(rows: list[list[PageCell]]) -> Grid:
    """The cells of a table of which none covers several places; rows of blanks are left out."""
    grid: list[list[str]] = []
    characters = linked = 0
    for row in rows:
        texts = []
        for cell in row:
            text, of_links = _text(cell)
            texts.append(text)
            characters += len(text)
            linked += of_links
        if any(texts):
            grid.append(texts)
    return Grid(grid, characters, linked)


def _grid(rows: list[list[PageCell]], told: set[PageCell], *, keeps_blanks: bool = False) -> Grid:
    """The cells with their text and the extent that they really have; rows of blanks are left out, unless `keeps_blanks`."""
    made: dict[PageCell, GridCell] = {}
    grid: list[list[GridCell]] = []
    characters = linked = 0
    for row in rows:
        cells = []
        is_blank = not keeps_blanks
        for cell in row:
            shown = made.get(cell)
            if shown is None:
                text, of_links = ("", 0) if cell in told else _text(cell)
                shown = made[cell] = GridCell(text)
                characters += len(text)
                linked += of_links
            if shown.text:
                is_blank = False
            cells.append(shown)
        if not is_blank:
            grid.append(cells)
    for shown in made.values():
        shown.row_span = shown.column_span = 0
    for cells in grid:
        for shown in dict.fromkeys(cells):
            shown.row_span += 1
            shown.column_span = cells.count(shown)
    return Grid([[shown.text for shown in cells] for cells in grid], characters, linked, grid)


def _text(cell: PageCell) -> tuple[str, int]:
    if not cell.items:
        return "", 0
    first = cell.items[0]
    if len(cell.items) == 1 and isinstance(first, Line):
        return first.text, first.linked
    lines = [item for item in _leaves(cell) if isinstance(item, Line)]
    return one_line(" ".join(line.text for line in lines)), sum(line.linked for line in lines)


def _leaves(cell: PageCell) -> Iterator[Line | Grid]:
    """Lines and grids of a cell, in order, however deep they are."""
    waiting: list[Iterator[Item]] = [iter(cell.items)]
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
        elif isinstance(item, Box):
            waiting.append(iter(item.items))
        else:
            yield item
