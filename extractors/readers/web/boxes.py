"""The elements of a page to lines, boxes and grids.

Lives here: one walk over the parsed page. Inline elements run together ("<b>1</b>2" is 12), block elements and line breaks cut lines,
white space collapses as a browser would have it.
Elsewhere: what becomes of a table's cells (grids.py), which boxes are the article (article.py).
"""

import re

from selectolax.lexbor import LexborNode

from extractors.readers.web.frame import is_frame
from extractors.readers.web.grids import settle, settle_texts
from extractors.readers.web.items import Box, Item, Line, PageCell, PageTable
from extractors.readers.web.kinds import BOX, CELL, HEADED, HEADING, INLINE, KEPT, KINDS, LINK, RAISED, ROW, TABLE, TEXT, UNSHOWN
from extractors.readers.web.plain import PlainTable, PlainTables, plain_line
from extractors.readers.writer import INVISIBLE_ENDS, one_line

# A heading longer than this is a paragraph in large letters (titles of reports have up to 60 characters).
LONGEST_TITLE = 80
_SPACES = re.compile(r"[ \t\n\r\f]*[\t\n\r\f][ \t\n\r\f]*|  +")
# A line break of the source between two Chinese characters shows nothing (CSS Text 3, segment breaks).
_WIDE = "\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\uff01-\uffee"
_WIDE_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{_WIDE}])")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
# Most lines hold nothing but these: no white space to collapse, nothing to compose.
_PLAIN = re.compile("[!-~\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e“”‘’—…·]+")
_ENDS = INVISIBLE_ENDS + "\n\r\f"
_SPAN = re.compile(' (rowspan|colspan)="([^"]*)"')
_SPANS = {"rowspan": "row_span", "colspan": "column_span"}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def page_boxes(body: LexborNode | None, hidden: set[int], *, is_sheet: bool = False) -> Box:
    """The content of `body` as one box, without elements whose `mem_id` is among `hidden`, and without parts named as a site's frame.

    `is_sheet`: the page is a saved spreadsheet. Raises UnreadableError where a table has too many cells.
    """
    walk = _Walk(len(body.text()) if body is not None else 0, is_sheet)
    tables = PlainTables(may_hide=bool(hidden))
    pieces = walk.pieces
    above: list[tuple[LexborNode, int]] = []
    node = body.child if body is not None else None
    while node is not None:
        kind = KINDS.get(node.tag, INLINE)
        if kind == TEXT:
            text = node.text_content or ""
            if walk.is_plain:
                if pieces or not text.isspace():
                    pieces.append(text)
            else:
                walk.text(text)
        elif kind != UNSHOWN and not (hidden and node.mem_id in hidden):
            child = node.child
            if kind >= TABLE and child is not None and walk.is_plain and _is_whole(walk, tables, kind, node, child, hidden):
                pass
            elif not kind or walk.enter(kind, node):
                if child is not None:
                    above.append((node, kind))
                    node = child
                    continue
                if kind:
                    walk.leave(kind)
        following = node.next
        while following is None and above:
            node, kind = above.pop()
            if kind:
                walk.leave(kind)
            following = node.next
        node = following
    walk.end_line()
    return walk.root


def _is_whole(walk: "_Walk", tables: PlainTables, kind: int, node: LexborNode, child: LexborNode, hidden: set[int]) -> bool:
    """Takes an element that is simple as a whole, with what it holds; says whether it was."""
    if kind == TABLE:
        if walk.is_sheet:
            return False
        table = tables.read(node)
        return table is not None and walk.table(table)
    text = plain_line(node, child, hidden)
    if text is None:
        return False
    walk.leaf(kind, node, text)
    return True


class _Walk:
    """What is open while the page is walked through. `_items` takes what comes: it belongs to the innermost open box or cell.

    `is_plain` says that text needs no more than to be added to `pieces`.
    """

    __slots__ = (
        "_items",
        "_kept",
        "_length",
        "_level",
        "_linked",
        "_links",
        "_outer",
        "_raised",
        "_tables",
        "is_plain",
        "is_sheet",
        "pieces",
        "root",
    )

    def __init__(self, length: int, is_sheet: bool) -> None:
        self.root = Box()
        self.is_sheet = is_sheet
        self.pieces: list[str] = []
        self.is_plain = True
        self._length = length
        self._items = self.root.items
        self._outer: list[list[Item]] = []
        self._tables: list[PageTable] = []
        self._linked = self._links = self._raised = self._kept = 0
        self._level: int | None = None

    def text(self, text: str) -> None:
        """Text in a link, in raised letters, or with its line ends kept."""
        if self._raised and text.strip().isdigit():
            text = text.translate(_SUPERSCRIPT)
        if self._kept and "\n" in text:
            *whole, text = text.split("\n")
            for line in whole:
                self.pieces.append(line)
                self.end_line()
        self.pieces.append(text)
        if self._links:
            self._linked += len(text.strip())

    def enter(self, kind: int, node: LexborNode) -> bool:
        """Begins an element; says whether what it holds belongs to the page's text."""
        if kind <= KEPT:
            self._count(kind, 1)
            return True
        if self.pieces:
            self.end_line()
        if kind == CELL:
            self._outer.append(self._items)
            self._items = self._cell(node).items
        elif kind == BOX:
            if self._is_frame(node):
                return False
            self._outer.append(self._items)
            self._items = self._box().items
        elif kind == ROW:
            if self._tables:
                self._tables[-1].rows.append([])
        elif kind == TABLE:
            self._tables.append(PageTable())
        elif kind == HEADED:
            self._level = HEADING[node.tag]
        return True

    def leave(self, kind: int) -> None:
        if kind <= KEPT:
            self._count(kind, -1)
            return
        if self.pieces:
            self.end_line()
        if kind >= BOX:
            self._items = self._outer.pop()
        elif kind == TABLE:
            self._items += settle(self._tables.pop(), is_sheet=self.is_sheet)
        elif kind == HEADED:
            self._level = None

    def leaf(self, kind: int, node: LexborNode, text: str) -> None:
        """An element that holds nothing but this text: the same as to enter and to leave it, in one step."""
        if self.pieces:
            self.end_line()
        items = self._items
        if kind == CELL:
            items = self._cell(node).items
        elif kind == BOX:
            if self._is_frame(node):
                return
            items = self._box().items
        elif kind == HEADED:
            self._level = HEADING[node.tag]
        if not _PLAIN.fullmatch(text):
            text = _shown(text)
        if text:
            items.append(Line(text, 0, self._level if len(text) <= LONGEST_TITLE else None))
        if kind == HEADED:
            self._level = None

    def table(self, table: PlainTable) -> bool:
        """A table of one line a cell; False where what it is to the page takes the walk to tell."""
        if self._level is not None:
            return False
        texts = [[text.strip(_ENDS) for text in row] for row in table.texts]
        if not _PLAIN.fullmatch("".join(map("".join, texts))):
            texts = [[_shown(text) for text in row] for row in texts]
        if table.attributes is not None:
            items = settle(_with_spans(table.attributes, texts))
        else:
            grid = settle_texts(texts)
            if grid is None:
                return False
            items = [grid]
        if self.pieces:
            self.end_line()
        self._items += items
        return True

    def _count(self, kind: int, change: int) -> None:
        if kind == LINK:
            self._links += change
        elif kind == RAISED:
            self._raised += change
        else:
            self.end_line()
            self._kept += change
        self.is_plain = not (self._links or self._raised or self._kept)

    def end_line(self) -> None:
        pieces = self.pieces
        if not pieces:
            return
        text = _shown(pieces[0] if len(pieces) == 1 else "".join(pieces))
        if text:
            level = self._level if len(text) <= LONGEST_TITLE else None
            self._items.append(Line(text, min(self._linked, len(text)), level))
        pieces.clear()
        self._linked = 0

    def _is_frame(self, node: LexborNode) -> bool:
        """Whether an element is named as a part of the site's frame and doesn't hold most of the page."""
        attributes = node.attributes
        name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        return is_frame(node.tag, name) and 2 * len(node.text()) <= self._length

    def _box(self) -> Box:
        box = Box()
        self._items.append(box)
        return box

    def _cell(self, node: LexborNode) -> PageCell:
        cell = PageCell()
        if self._tables:
            table = self._tables[-1]
            attributes = node.attributes
            if (printed := attributes.get("rowspan")) is not None:
                cell.row_span = _span(printed)
                table.has_spans = True
            if (printed := attributes.get("colspan")) is not None:
                cell.column_span = _span(printed)
                table.has_spans = True
            if table.rows:
                table.rows[-1].append(cell)
            else:
                table.rows.append([cell])
        return cell


def _with_spans(attributes: list[list[str]], texts: list[list[str]]) -> PageTable:
    """The cells of a table as the walk would have left them."""
    table = PageTable(has_spans=True)
    for row, row_texts in zip(attributes, texts, strict=True):
        cells = []
        for written, text in zip(row, row_texts, strict=True):
            cell = PageCell(**{_SPANS[name]: _span(printed) for name, printed in _SPAN.findall(written)})
            if text:
                cell.items.append(Line(text, 0))
            cells.append(cell)
        table.rows.append(cells)
    return table


def _span(printed: str) -> int:
    """A rowspan or colspan; what is no number counts as 1, as browsers have it. 0 stands for all rows that are left."""
    digits = printed.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 1


def _shown(text: str) -> str:
    """A line as it is seen: white space collapsed, invisible characters gone."""
    text = text.strip(_ENDS)
    if not text or _PLAIN.fullmatch(text):
        return text
    if "\n" in text:
        text = _WIDE_BREAK.sub("", text)
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    return one_line(_SPACES.sub(" ", text))
