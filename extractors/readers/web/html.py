"""A web page to a Document.

Lives here: bytes to characters (what the bytes say, whatever charset the page declares), repair of tables that lack their beginning,
bounds, parsing, and emission of the article.
Elsewhere: the page's lines, tables and article (boxes.py, grids.py, article.py), pages saved with their pictures (mhtml.py).
"""

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from extractors.document import Document
from extractors.readers import media_types
from extractors.readers.damage import note_damage
from extractors.readers.encoding import Decoded, decode
from extractors.readers.sheets.sheet import Sheet, SheetWriter
from extractors.readers.unreadable import UnreadableError
from extractors.readers.web.article import article
from extractors.readers.web.boxes import page_boxes
from extractors.readers.web.items import Box, Grid
from extractors.readers.writer import Writer, one_line, outline_level

# Pictures within a page (data:) make it large; its text is far smaller.
MOST_CHARACTERS = 16 * 1024 * 1024
# A word processor's page of the longest report seen, with every digit in elements of its own, has 200,000 tags; each takes half a
# kilobyte.
MOST_TAGS = 600_000
# The parser walks up all open elements at each new one: 5,000 deep it takes a tenth of a second, 200,000 deep minutes.
MOST_DEPTH = 5_000
# So many elements are never that deep together, or read in a moment all the same.
FEW_TAGS = 10_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
# fmt: off
# Elements that hold nothing, or end where the next of their kind begins.
_FLAT = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td",
    "th", "tr", "option", "dt", "dd",
])
# fmt: on
# What spreadsheet programs, and systems that write for them, put at the head of a page. Cells pasted into another page may say as much.
_SHEET = re.compile(
    r"<html\b[^>]*urn:schemas-microsoft-com:office:excel"
    r"|\bcontent=[\"']?(?:Microsoft Excel|WPS Spreadsheets|ET )"
    r"|a\.comment-indicator",
    re.I,
)
# One of these stands in each of them, and in few other pages: words are looked for much faster than patterns.
_SHEET_WORDS = ("office:excel", "microsoft excel", "wps spreadsheets", '="et ', "='et ", "=et ", "a.comment-indicator")
_HEAD = 16_384
_TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{1,400})", re.I)
_PICTURE = re.compile(r"data:[a-z]+/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=\s]+", re.I)
# The first begins with a word, which is looked for much faster than a bracket; what stands before it is looked at where it is found.
_TABLE_TAG = re.compile(rb"table[\s>/]")
_CELL_TAG = re.compile(rb"<t[rdh][\s>/]")
# Apart, so that each begins with a word that is looked for quickly.
_HIDING = (re.compile(r"display\s*:\s*none"), re.compile(r"visibility\s*:\s*hidden"), re.compile("line-through"))
_MAY_HIDE = tuple(re.compile(pattern.pattern.encode()) for pattern in _HIDING)


def read(name: str, data: bytes) -> Document:
    """The article of a page. Raises UnreadableError where there is no text, or too much."""
    decoded = decode(data)
    if decoded is None:
        raise UnreadableError("undecodable_text")
    return read_decoded(name, decoded)


def read_decoded(name: str, decoded: Decoded) -> Document:
    """The same of a page whose encoding is known."""
    document = Document(name, media_types.HTML, reader="html", encoding=decoded.encoding, page_title=_title(decoded.text[:_HEAD]))
    is_sheet = _is_sheet(decoded.text[:_HEAD])
    page = _parsed(decoded.text, is_sheet)
    writer = Writer(document)
    sheets = SheetWriter(writer)
    for item in article(page):
        if isinstance(item, Grid) and is_sheet:
            sheets.emit(_sheet(item))
        elif isinstance(item, Grid):
            writer.blank()
            width = max(map(len, item.rows), default=0)
            if item.merged is not None:
                writer.table(item.merged, "markup", aligned=[len(row) == width for row in item.rows])
            else:
                writer.plain_table([(row, len(row) == width) for row in item.rows], "markup")
            writer.blank()
        else:
            writer.paragraph(item.text, item.level or outline_level(item.text))
    writer.finish()
    if not document.blocks:
        raise UnreadableError("no_text")
    note_damage(document)
    return document


def _title(head: str) -> str | None:
    """What the page calls itself; no part of its text."""
    match = _TITLE.search(head)
    return one_line(unescape(match[1])) or None if match else None


def _is_sheet(head: str) -> bool:
    lowered = head.lower()
    return any(word in lowered for word in _SHEET_WORDS) and _SHEET.search(head) is not None


def _sheet(grid: Grid) -> Sheet:
    """The cells of a page that a spreadsheet was saved as."""
    sheet = Sheet()
    done: set[int] = set()
    for row, cells in enumerate(grid.merged or ()):
        for column, cell in enumerate(cells):
            if id(cell) not in done:
                done.add(id(cell))
                sheet.put(row, column, cell.text)
                sheet.merge(row, column, row + cell.row_span - 1, column + cell.column_span - 1)
    return sheet


def _parsed(source: str, is_sheet: bool) -> Box:
    if len(source) > MOST_CHARACTERS:
        source = _PICTURE.sub("", source)
    tags = source.count("<")
    if len(source) > MOST_CHARACTERS or tags > MOST_TAGS or (tags > FEW_TAGS and _depth(source) > MOST_DEPTH):
        raise UnreadableError("document_too_large")
    page = source.encode("utf-8", "ignore")
    lowered = page.lower()
    tree = LexborHTMLParser(_with_table_begins(page, lowered))
    return page_boxes(tree.body, _hidden(tree, lowered), is_sheet=is_sheet)


def _hidden(tree: LexborHTMLParser, lowered: bytes) -> set[int]:
    """The `mem_id` of elements that their own attributes hide or strike out. `lowered` is the page in lower case."""
    hidden: set[int] = set()
    if b"hidden" in lowered:
        hidden |= {node.mem_id for node in tree.css("[hidden]")}
    if any(pattern.search(lowered) for pattern in _MAY_HIDE):
        for node in tree.css('[style*="display" i], [style*="visibility" i], [style*="line-through" i]'):
            style = (node.attributes["style"] or "").lower()
            if any(pattern.search(style) for pattern in _HIDING):
                hidden.add(node.mem_id)
    return hidden


def _depth(source: str) -> int:
    """How many elements are open at once, at most; an end tag closes whatever is open."""
    depth = deepest = 0
    for closing, name in _TAG.findall(source):
        if name.lower() in _FLAT:
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _with_table_begins(page: bytes, lowered: bytes) -> bytes:
    """The page with a table begun where rows or cells stand outside any: a parser drops such tags and glues the cells together."""
    depth = start = 0
    begins = []
    for match in _TABLE_TAG.finditer(lowered):
        begin = match.start()
        before = lowered[max(begin - 2, 0) : begin]
        if not before.endswith(b"<") and before != b"</":
            continue
        is_end = before == b"</"
        if not depth and (stray := _CELL_TAG.search(lowered, start, begin - 1)):
            begins.append(stray.start())
            depth = 1
        depth = max(depth - 1, 0) if is_end else depth + 1
        start = match.end()
    if not depth and (stray := _CELL_TAG.search(lowered, start)):
        begins.append(stray.start())
    if not begins:
        return page
    pieces = [page[start:end] for start, end in zip([0, *begins], [*begins, len(page)], strict=True)]
    return b"<table>".join(pieces)
