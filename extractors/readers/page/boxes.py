"""The elements of a page to lines, boxes and grids.

Lives here: one walk over the parsed page. Inline elements run together ("<b>1</b>2" is 12), block elements and line breaks cut lines,
white space collapses as a browser would have it.
Elsewhere: what becomes of a table's cells (grids.py), which boxes are the article (article.py).
"""

import re

from selectolax.lexbor import LexborNode

from extractors.readers.page.frame import is_frame
from extractors.readers.page.grids import settle, settle_texts
from extractors.readers.page.items import Box, Item, Line, PageCell, PageTable
from extractors.readers.page.plain_markup import PlainMarkup, Rows
from extractors.readers.writer import INVISIBLE_ENDS, one_line

# fmt: off
# Never shown as text of the page, or only within a control of it.
UNSHOWN = frozenset([
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "base", "select", "option", "datalist", "button",
    "input", "textarea", "iframe", "frame", "object", "embed", "applet", "svg", "canvas", "audio", "video", "map", "img", "rt",
    "rp", "progress", "meter", "dialog", "-comment", "!doctype",
])
# An element of these kinds begins and ends a line. Those that can hold an article make a box.
BOXES = frozenset([
    "body", "div", "section", "article", "main", "aside", "nav", "header", "footer", "form", "fieldset", "ul", "ol", "dl", "center",
    "blockquote", "caption",
])
LINES = frozenset([
    "p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "address", "figure", "figcaption", "legend", "hr", "details",
    "summary", "tbody", "thead", "tfoot", "html",
])
# fmt: on
CELLS = frozenset(("td", "th"))
HEADING: dict[str | None, int] = {f"h{level}": level for level in range(1, 7)}
# What an element is to the walk. Those that are none of the others (_INLINE) only hold text.
_INLINE, _TEXT, _UNSHOWN, _LINK, _RAISED, _KEPT, _ROW, _TABLE, _LINE, _HEADING, _BOX, _CELL = range(12)
_KINDS: dict[str | None, int] = {
    "-text": _TEXT,
    **dict.fromkeys(UNSHOWN, _UNSHOWN),
    **dict.fromkeys((*LINES, "br"), _LINE),
    **dict.fromkeys(HEADING, _HEADING),
    **dict.fromkeys(BOXES, _BOX),
    **dict.fromkeys(CELLS, _CELL),
    "a": _LINK,
    "sup": _RAISED,
    "pre": _KEPT,
    "tr": _ROW,
    "table": _TABLE,
}
# The text of an element is looked for through so many that hold nothing else.
_MOST_WRAPS = 4
_PARAGRAPHS = frozenset(("p", *HEADING))
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


def page_boxes(body: LexborNode | None, hidden: set[int]) -> Box:
    """The content of `body` as one box, without elements whose `mem_id` is among `hidden`, and without parts named as a site's frame.

    Raises UnreadableError where a table has too many cells.
    """
    walk = _Walk(len(body.text()) if body is not None else 0)
    markup = PlainMarkup(may_hide=bool(hidden))
    pieces = walk.pieces
    above: list[tuple[LexborNode, int]] = []
    node = body.child if body is not None else None
    while node is not None:
        kind = _KINDS.get(node.tag, _INLINE)
        if kind == _TEXT:
            text = node.text_content or ""
            if walk.is_plain:
                if pieces or not text.isspace():
                    pieces.append(text)
            else:
                walk.text(text)
        elif kind != _UNSHOWN and not (hidden and node.mem_id in hidden):
            child = node.child
            if kind >= _TABLE and child is not None and walk.is_plain and _is_whole(walk, markup, kind, node, child, hidden):
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


def _is_whole(walk: "_Walk", markup: PlainMarkup, kind: int, node: LexborNode, child: LexborNode, hidden: set[int]) -> bool:
    """Takes an element that is simple as a whole, with what it holds; says whether it was."""
    if kind == _TABLE:
        rows = markup.rows(node)
        return rows is not None and walk.table(rows)
    text = _only_text(child, hidden)
    if text is None and kind in (_LINE, _HEADING) and node.tag in _PARAGRAPHS:
        text = markup.line(node)
    if text is None:
        return False
    walk.leaf(kind, node, text)
    return True


def _only_text(child: LexborNode, hidden: set[int]) -> str | None:
    """The text of an element of which `child` is the first, where it holds nothing else; None where it may."""
    node: LexborNode | None = child
    for _ in range(_MOST_WRAPS):
        if node is None or node.next is not None:
            return None
        kind = _KINDS.get(node.tag, _INLINE)
        if kind == _TEXT:
            return node.text_content or ""
        if (kind != _INLINE and kind != _LINE) or (hidden and node.mem_id in hidden):
            return None
        node = node.child
    return None


class _Walk:
    """What is open while the page is walked through. `_items` takes what comes: it belongs to the innermost open box or cell.

    `is_plain` says that text needs no more than to be added to `pieces`.
    """

    __slots__ = ("_items", "_kept", "_length", "_level", "_linked", "_links", "_outer", "_raised", "_tables", "is_plain", "pieces", "root")

    def __init__(self, length: int) -> None:
        self.root = Box()
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
        if kind <= _KEPT:
            self._count(kind, 1)
            return True
        if self.pieces:
            self.end_line()
        if kind == _CELL:
            self._outer.append(self._items)
            self._items = self._cell(node).items
        elif kind == _BOX:
            if self._is_frame(node):
                return False
            self._outer.append(self._items)
            self._items = self._box().items
        elif kind == _ROW:
            if self._tables:
                self._tables[-1].rows.append([])
        elif kind == _TABLE:
            self._tables.append(PageTable())
        elif kind == _HEADING:
            self._level = HEADING[node.tag]
        return True

    def leave(self, kind: int) -> None:
        if kind <= _KEPT:
            self._count(kind, -1)
            return
        if self.pieces:
            self.end_line()
        if kind >= _BOX:
            self._items = self._outer.pop()
        elif kind == _TABLE:
            self._items += settle(self._tables.pop())
        elif kind == _HEADING:
            self._level = None

    def leaf(self, kind: int, node: LexborNode, text: str) -> None:
        """An element that holds nothing but this text: the same as to enter and to leave it, in one step."""
        if self.pieces:
            self.end_line()
        items = self._items
        if kind == _CELL:
            items = self._cell(node).items
        elif kind == _BOX:
            if self._is_frame(node):
                return
            items = self._box().items
        elif kind == _HEADING:
            self._level = HEADING[node.tag]
        if not _PLAIN.fullmatch(text):
            text = _shown(text)
        if text:
            items.append(Line(text, 0, self._level if len(text) <= LONGEST_TITLE else None))
        if kind == _HEADING:
            self._level = None

    def table(self, rows: Rows) -> bool:
        """A table of one line a cell; False where what it is to the page takes the walk to tell."""
        if self._level is not None:
            return False
        texts = [[text.strip(_ENDS) for _, text in row] for row in rows]
        if not _PLAIN.fullmatch("".join(map("".join, texts))):
            texts = [[_shown(text) for text in row] for row in texts]
        if any("span=" in attributes for row in rows for attributes, _ in row):
            items = settle(_with_spans(rows, texts))
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
        if kind == _LINK:
            self._links += change
        elif kind == _RAISED:
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


def _with_spans(rows: Rows, texts: list[list[str]]) -> PageTable:
    """The cells of a table as the walk would have left them."""
    table = PageTable(has_spans=True)
    for row, row_texts in zip(rows, texts, strict=True):
        table.rows.append([])
        for (attributes, _), text in zip(row, row_texts, strict=True):
            cell = PageCell(**{_SPANS[name]: _span(printed) for name, printed in _SPAN.findall(attributes)})
            if text:
                cell.items.append(Line(text, 0))
            table.rows[-1].append(cell)
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
