"""Pieces of tables to whole tables.

Lives here: which pieces a page break tore and belong together, what between them is noise (page numbers, 续表, empty header rows),
which header rows only repeat, and which short lines between rows may be the rest of a wrapped label.
Elsewhere: cutting lines into cells (readers/); the columns and merged cells of ruled tables over a page break (torn_tables.py);
which short lines do belong to a label, and what rows mean (forms/): layout knows no form.
"""

import re
from dataclasses import dataclass, field

from extractors.document import Block, Cell, Document, Drawing, Row, Span, Table
from extractors.frames import is_frame_cell
from extractors.numbers import ZERO_WORDS, units
from extractors.torn_tables import edges, mend, on_one_grid

MARKED_PAGE_NUMBER = re.compile(
    r"[-—–－~·]{1,3}\s*\d{1,4}\s*[-—–－~·]{1,3}|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}|共\s*\d{1,4}\s*页"
)
BARE_NUMBER = re.compile(r"\d{1,4}")
CONTINUED = re.compile(r"[（(【\[]?\s*(?:续表?|接?续?上[表页]|表续)\s*[）)】\]]?\d*")
# A line that titles or closes a table is never the rest of a label.
TITLE = re.compile(r"表\s*[一二三四五六七八九十\d]{0,3}[:：]?$|^附[件表]|^[（(]?\s*\d{4}\s*年|^注[:：]|[。；;：:]$|[:：].*[:：]")
YEAR_HEADING = re.compile(r"\d{4}\s*年度?")
HAN = re.compile(r"[\u3400-\u9fff]")
# The longest line of a wrapped label seen has 21 characters; full sentences are longer.
LONGEST_FRAGMENT = 30
MOST_FRAGMENTS = 3
# A header may take up to this many lines.
MOST_HEADER_ROWS = 3


@dataclass(slots=True)
class WholeTable:
    """One table, rejoined. `outside` holds the indices of rows that were short lines outside every piece: perhaps label, perhaps not.

    `borders` are the places of its columns where they are drawn, on the page of its last piece.
    """

    drawing: Drawing
    rows: list[Row]
    width: int
    outside: set[int] = field(default_factory=set)
    borders: list[float] = field(default_factory=list)


def whole_tables(document: Document) -> list[WholeTable]:
    """Every table of the document, in reading order; offsets and pages are those of the document."""
    tables: list[WholeTable] = []
    current: WholeTable | None = None
    between: list[Block] = []
    for block in document.blocks:
        if block.table is None:
            if current is None or len(between) <= 2 * MOST_FRAGMENTS:
                between.append(block)
            else:
                between[:] = [*between[: MOST_FRAGMENTS + 1], *between[MOST_FRAGMENTS + 2 :], block]
            continue
        rest = _continues(document, current, between, block.table) if current is not None else None
        if current is not None and rest is not None:
            for fragment in (found for found in between if not _is_noise(document, found)):
                current.outside.add(len(current.rows))
                current.rows.append(_row_of(document, fragment))
            current.rows.extend(rest)
        else:
            if current is not None:
                _adopt_below(document, current, between)
            current = WholeTable(block.table.drawing, [], block.table.width)
            _adopt_above(document, current, between, block)
            current.rows.extend(row for row in block.table.rows if not _is_page_mark(row))
            if block.table.drawing == "ruled":
                current.borders = edges(current.rows) or []
            tables.append(current)
        between = []
    if current is not None:
        _adopt_below(document, current, between)
    return tables


def squeezed(text: str) -> str:
    """A text without any white space: header words are often spaced out."""
    return "".join(text.split())


def _continues(document: Document, current: WholeTable, between: list[Block], table: Table) -> list[Row] | None:
    """The rows that `table` adds to `current`; None where it is a table of its own."""
    if table.drawing == current.drawing == "ruled":
        return _continues_ruled(document, current, between, table)
    if table.drawing != current.drawing or table.width > current.width or (table.width < current.width and table.drawing == "pipes"):
        return None
    fragments = [block for block in between if not _is_noise(document, block)]
    if len(fragments) > MOST_FRAGMENTS or not all(_is_fragment(document, block) for block in fragments):
        return None
    rows = [row for row in table.rows if not _is_page_mark(row)]
    while rows and not any(cell.text for cell in rows[0].cells):
        del rows[0]
    repeated = _drop_repeated(current, rows)
    if rows and not repeated and _is_header(rows[0]):
        return None
    if table.width < current.width:
        for row in rows:
            row.is_aligned = False
    return rows


def _continues_ruled(document: Document, current: WholeTable, between: list[Block], table: Table) -> list[Row] | None:
    """The same where borders are drawn: nothing but a page break lies between, and the outer edges are the same.

    A piece on the same page goes on only if it has all columns of the one above, and no header of its own.
    """
    pages = current.rows[-1].page if current.rows else None, table.rows[0].page
    if pages[0] is None or pages[1] is None or not all(_is_noise(document, block) for block in between):
        return None
    rows = table.rows
    while len(rows) > 1 and not any(cell.text for cell in rows[0].cells):
        rows = rows[1:]
    pieces = on_one_grid(current.rows, current.borders, rows)
    if pieces is None or pages[1] > pages[0] + 1:
        return None
    width = len(pieces[2]) - 1
    if pages[0] == pages[1] and (width > min(current.width, table.width) or _is_header(rows[0])):
        return None
    current.rows, rows, current.borders = pieces
    current.width = width
    _drop_repeated(current, rows)
    if pages[0] < pages[1]:
        mend(current.rows, rows)
    return rows


def _drop_repeated(current: WholeTable, rows: list[Row]) -> int:
    """Deletes the header rows that only repeat those of the table; their number."""
    repeated = 0
    for above, below in zip((row for row in current.rows if any(cell.text for cell in row.cells)), rows, strict=False):
        if repeated == MOST_HEADER_ROWS or _texts(above) != _texts(below) or any(map(_is_figure, _texts(below))):
            break
        repeated += 1
    del rows[:repeated]
    return repeated


def _texts(row: Row) -> list[str]:
    return [squeezed(cell.text) for cell in row.cells]


def _is_figure(text: str) -> bool:
    return any(map(str.isdigit, text)) and not YEAR_HEADING.search(text)


def _is_header(row: Row) -> bool:
    """Words in every cell, and no figure, unit or zero in the last: a row that names columns, not one that fills them."""
    texts = _texts(row)
    return (
        len(texts) > 1
        and texts[-1] not in ZERO_WORDS
        and texts[-1] not in units()
        and all(HAN.search(text) is not None and not _is_figure(text) for text in texts)
    )


def _is_noise(document: Document, block: Block) -> bool:
    text = document.text[block.start : block.end]
    if len(text) > LONGEST_FRAGMENT:
        return False
    if MARKED_PAGE_NUMBER.fullmatch(text) or CONTINUED.fullmatch(text):
        return True
    # A bare number is a page number only where it stands apart; next to a row it may be a figure.
    if BARE_NUMBER.fullmatch(text) is None:
        return False
    is_apart_above = document.text[block.start - 2 : block.start] == "\n\n" or block.start in document.page_starts
    return is_apart_above and (document.text[block.end : block.end + 2] == "\n\n" or block.end + 1 in document.page_starts)


def _is_page_mark(row: Row) -> bool:
    """A row that holds nothing but a page number or 续表: the page break went through the middle of a piece."""
    texts = [cell.text for cell in row.cells if cell.text]
    return len(texts) == 1 and (MARKED_PAGE_NUMBER.fullmatch(texts[0]) or CONTINUED.fullmatch(texts[0])) is not None


def _is_fragment(document: Document, block: Block) -> bool:
    if block.end - block.start > LONGEST_FRAGMENT:
        return False
    text = document.text[block.start : block.end]
    return TITLE.search(text) is None and not is_frame_cell(text)


def _row_of(document: Document, block: Block) -> Row:
    cell = Cell(document.text[block.start : block.end], (Span(block.start, block.end),))
    return Row([cell], block.start, block.end, block.page, is_aligned=False)


def _adopt_below(document: Document, table: WholeTable, between: list[Block]) -> None:
    """Takes in the short line right under the last row."""
    if table.rows and between and between[0].start == table.rows[-1].end + 1 and _is_fragment(document, between[0]):
        table.outside.add(len(table.rows))
        table.rows.append(_row_of(document, between[0]))


def _adopt_above(document: Document, table: WholeTable, between: list[Block], block: Block) -> None:
    """Takes in the short line right above the first row."""
    if between and between[-1].end + 1 == block.start and between[-1].start >= 0 and _is_fragment(document, between[-1]):
        table.outside.add(0)
        table.rows.append(_row_of(document, between[-1]))
