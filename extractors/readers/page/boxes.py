"""The elements of a page to lines, boxes and grids.

Lives here: one walk over the parsed page. Inline elements run together ("<b>1</b>2" is 12), block elements and line breaks cut lines,
white space collapses as a browser would have it.
Elsewhere: what becomes of a table's cells (grids.py), which boxes are the article (article.py).
"""

import re

from selectolax.lexbor import LexborNode

from extractors.readers.page.frame import is_frame
from extractors.readers.page.grids import settle
from extractors.readers.page.items import Box, Item, Line, PageCell, PageTable
from extractors.readers.writer import INVISIBLE_ENDS, one_line

# fmt: off
# Never shown as text of the page, or only within a control of it, or struck out.
UNSHOWN = frozenset([
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "base", "select", "option", "datalist", "button",
    "input", "textarea", "iframe", "frame", "object", "embed", "applet", "svg", "canvas", "audio", "video", "map", "img", "rt",
    "rp", "progress", "meter", "dialog", "del", "s", "strike", "-comment", "!doctype",
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
HEADING = {f"h{level}": level for level in range(1, 7)}
# What the walk must be told of; all other elements only hold text.
TOLD = BOXES | LINES | CELLS | {"a", "br", "sup", "table", "tr"}
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
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def page_boxes(body: LexborNode | None, hidden: set[int], *, is_sheet: bool = False) -> Box:
    """The content of `body` as one box, without elements whose `mem_id` is among `hidden`, and without parts named as a site's frame.

    `is_sheet`: the page is a saved spreadsheet. Raises UnreadableError where a table has too many cells.
    """
    walk = _Walk(len(body.text()) if body is not None else 0, is_sheet)
    pieces = walk.pieces
    above: list[tuple[LexborNode, str]] = []
    node = body.child if body is not None else None
    while node is not None:
        tag = node.tag or ""
        if tag == "-text":
            text = node.text_content or ""
            if walk.is_plain:
                if pieces or not text.isspace():
                    pieces.append(text)
            else:
                walk.text(text)
        elif tag not in UNSHOWN and not (hidden and node.mem_id in hidden):
            is_told = tag in TOLD
            if not is_told or walk.enter(tag, node):
                child = node.child
                if child is not None:
                    above.append((node, tag))
                    node = child
                    continue
                if is_told:
                    walk.leave(tag)
        following = node.next
        while following is None and above:
            node, tag = above.pop()
            if tag in TOLD:
                walk.leave(tag)
            following = node.next
        node = following
    walk.end_line()
    return walk.root


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
            text = text.translate(_RAISED)
        if self._kept and "\n" in text:
            *whole, text = text.split("\n")
            for line in whole:
                self.pieces.append(line)
                self.end_line()
        self.pieces.append(text)
        if self._links:
            self._linked += len(text.strip())

    def enter(self, tag: str, node: LexborNode) -> bool:
        """Begins an element; says whether what it holds belongs to the page's text."""
        if tag == "a" or tag == "sup" or tag == "pre":
            self._count(tag, 1)
            return True
        if self.pieces:
            self.end_line()
        if tag in CELLS:
            self._begin_cell(node)
        elif tag in BOXES:
            attributes = node.attrs
            name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
            if is_frame(tag, name) and 2 * len(node.text()) <= self._length:
                return False
            box = Box()
            self._items.append(box)
            self._outer.append(self._items)
            self._items = box.items
        elif tag == "tr":
            if self._tables:
                self._tables[-1].rows.append([])
        elif tag == "table":
            self._tables.append(PageTable())
        elif tag in HEADING:
            self._level = HEADING[tag]
        return True

    def leave(self, tag: str) -> None:
        if tag == "a" or tag == "sup" or tag == "pre":
            self._count(tag, -1)
            return
        if self.pieces:
            self.end_line()
        if tag in CELLS or tag in BOXES:
            self._items = self._outer.pop()
        elif tag == "table":
            self._items += settle(self._tables.pop(), is_sheet=self.is_sheet)
        elif tag in HEADING:
            self._level = None

    def _count(self, tag: str, change: int) -> None:
        if tag == "a":
            self._links += change
        elif tag == "sup":
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

    def _begin_cell(self, node: LexborNode) -> None:
        cell = PageCell()
        if self._tables:
            table = self._tables[-1]
            attributes = node.attrs
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
        self._outer.append(self._items)
        self._items = cell.items


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
