"""Pages of HTML that a DOCX holds in place of paragraphs (altChunk), as systems that export web pages to Word leave them.

Lives here: what such a page says, as blocks of the document.
Elsewhere: reading the page (../web/html.py, ../web/mhtml.py), the document (docx.py).
"""

from extractors.document import Document, Table
from extractors.readers import media_types
from extractors.readers.encoding import decode
from extractors.readers.unreadable import UnreadableError
from extractors.readers.web import html, mhtml
from extractors.readers.word.word_tables import Block, Paragraph, WordCell, WordRow, WordTable


def blocks_of(data: bytes) -> list[Block]:
    """The blocks of a chunk. Raises `UnreadableError` where it is no web page."""
    decoded = decode(data)
    media_type = None if decoded is None else media_types.of_text(decoded)
    if media_type not in (media_types.HTML, media_types.MHTML):
        raise UnreadableError("unsupported_format")
    try:
        return _blocks((html if media_type == media_types.HTML else mhtml).read("", data))
    except UnreadableError as error:
        if error.reason == "no_text":
            return []
        raise


def _blocks(document: Document) -> list[Block]:
    return [
        Paragraph(document.text[block.start : block.end], block.level) if block.table is None else _table(block.table)
        for block in document.blocks
    ]


def _table(table: Table) -> WordTable:
    made = WordTable()
    above: set[int] = set()
    for row in table.rows:
        cells = []
        for cell in {id(cell): cell for cell in row.cells}.values():
            is_continued = id(cell) in above
            span = sum(other is cell for other in row.cells)
            cells.append(WordCell([] if is_continued else [Paragraph(cell.text)], span, is_continued))
        above = set(map(id, row.cells))
        made.rows.append(WordRow(cells))
    return made
