"""Emission of a Document: lines of the canonical text and the blocks on them, offsets in step.

Lives here: `Writer`, which every reader writes through: pages, blank lines, paragraphs, headings, tables with merged cells.
Elsewhere: finding these in the bytes of a format (its own module).
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Block, BlockKind, Box, Cell, Document, Drawing, Row, Span, Table
from extractors.readers.damage import note_damage
from extractors.readers.encoding import REPLACEMENT
from extractors.readers.unreadable import UnreadableError
from extractors.records import TextOrigin

# The longest report seen has 60,000 characters and under a thousand cells. What has more than these is a dump of something else, and
# all that is found in it would take more memory than a worker may have (each number of a table or a sentence some 500 bytes).
MOST_CHARACTERS = 2_000_000
MOST_CELLS = 400_000
OUTLINE_HEADING = re.compile(r"(?:([一二三四五六七八九十]{1,3}、)|([（(][一二三四五六七八九十]{1,3}[）)]))\s*\S")
# A numbered line longer than this is a sentence, not a heading (section titles of the forms known have at most 35 characters).
LONGEST_HEADING = 40
INVISIBLE_ENDS = " \t\u00a0\u3000\u200b\ufeff"
# Makes a named tuple in half the time that its own name takes.
_new = tuple.__new__
_BREAKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")
# What a file may hold in place of a character, and no text may: control characters, halves of pairs, codes that are no character.
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(eq=False, slots=True)
class GridCell:
    """A cell as a reader found it. One that covers several grid places is given as the same object at each of them."""

    text: str
    row_span: int = 1
    column_span: int = 1
    box: Box | None = None
    text_origin: TextOrigin = "native"
    confidence: float = 1.0


class Writer:
    """Collects canonical lines and blocks. `finish()` puts the text into the document.

    Raises UnreadableError where there are more characters or cells than any report has.
    """

    __slots__ = ("_cells", "_lines", "_page", "_position", "document")

    def __init__(self, document: Document) -> None:
        self.document = document
        self._lines: list[str] = []
        self._position = self._cells = 0
        self._page: int | None = None

    def begin_page(self) -> None:
        """Counts a page: what follows stands on it."""
        self.document.page_starts.append(self._position)
        self._page = len(self.document.page_starts)

    def blank(self) -> None:
        self._line("")

    def paragraph(
        self,
        text: str,
        level: int | None = None,
        box: Box | None = None,
        text_origin: TextOrigin = "native",
        confidence: float = 1.0,
        page_breaks: Sequence[int] = (),
    ) -> None:
        """One paragraph, or a heading where `level` is given. `text` is one line, without tabs (see `one_line`).

        `page_breaks` are the offsets in `text` at which it goes on at the top of a new page.
        """
        start = self._line(text)
        kind: BlockKind = "paragraph" if level is None else "heading"
        self.document.blocks.append(Block(kind, start, start + len(text), self._page, level, None, box, text_origin, confidence))
        for offset in page_breaks:
            self.document.page_starts.append(start + offset)
            self._page = len(self.document.page_starts)

    def table(self, rows: Sequence[Sequence[GridCell]], drawing: Drawing, box: Box | None = None, aligned: Sequence[bool] = ()) -> None:
        """A table piece. `aligned[i]` is False where the cells of row i are not known to stand in their columns (default: all are).

        The text of a cell that covers several places stands at the first of them; the other places are empty.
        """
        made: dict[GridCell, Cell] = {}
        table = Table([], drawing)
        for index, found in enumerate(rows):
            self._count(len(found))
            start = offset = self._position
            cells, texts = [], []
            for cell in found:
                printed = made.get(cell)
                if printed is None:
                    text = cell.text
                    end = offset + len(text)
                    printed = made[cell] = Cell(
                        text, (_new(Span, (offset, end)),), cell.row_span, cell.column_span, cell.box, cell.text_origin, cell.confidence
                    )
                else:
                    text, end = "", offset
                cells.append(printed)
                texts.append(text)
                offset = end + 1
            line = "\t".join(texts)
            self._line(line)
            table.rows.append(Row(cells, start, start + len(line), self._page, aligned[index] if aligned else True))
        if table.rows:
            block = Block("table", table.rows[0].start, table.rows[-1].end, self._page, None, table, box)
            block.text_origin = "ocr" if any(cell.text_origin == "ocr" for cell in rows[0]) else "native"
            self.document.blocks.append(block)

    def plain_table(self, rows: Sequence[tuple[Sequence[str], bool]], drawing: Drawing) -> None:
        """A table piece without merged cells: the texts of each row, and whether they are known to stand in their columns."""
        table = Table([], drawing)
        for texts, is_aligned in rows:
            self._count(len(texts))
            start = offset = self._position
            cells = []
            for text in texts:
                end = offset + len(text)
                cells.append(Cell(text, (_new(Span, (offset, end)),)))
                offset = end + 1
            line = "\t".join(texts)
            self._line(line)
            table.rows.append(Row(cells, start, start + len(line), self._page, is_aligned))
        if table.rows:
            self.document.blocks.append(Block("table", table.rows[0].start, table.rows[-1].end, self._page, None, table))

    def finish(self) -> Document:
        text = "\n".join(self._lines)
        if _NO_TEXT.search(text):
            text = _NO_TEXT.sub(REPLACEMENT, text)
            for block in self.document.tables:
                _replace_in_cells(block.table)
        self.document.text = text
        # A page that nothing stands on, after the last line, begins where the text ends.
        self.document.page_starts = [min(start, len(text)) for start in self.document.page_starts]
        return self.document

    def finish_with_text(self) -> Document:
        """The same of a file that is nothing without text: raises `UnreadableError` where there is none. Lost characters are noted."""
        document = self.finish()
        if not document.text.strip():
            raise UnreadableError("no_text")
        note_damage(document)
        return document

    def _line(self, line: str) -> int:
        start = self._position
        self._lines.append(line)
        self._position = start + len(line) + 1
        if self._position > MOST_CHARACTERS:
            raise UnreadableError("document_too_large")
        return start

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MOST_CELLS:
            raise UnreadableError("document_too_large")


def _replace_in_cells(table: Table | None) -> None:
    for row in () if table is None else table.rows:
        for cell in row.cells:
            cell.text = _NO_TEXT.sub(REPLACEMENT, cell.text)


def one_line(text: str) -> str:
    """NFC, breaks and tabs as one space, no blanks at the ends: what a paragraph or a cell may hold."""
    if _BREAKS.search(text):
        text = _BREAKS.sub(" ", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.strip(INVISIBLE_ENDS)


def one_lines(rows: list[list[str]]) -> list[list[str]]:
    """`one_line` of each. Whether anything is to be done is seen in all of them at once: parts of a text in NFC are in NFC."""
    together = "".join(map("".join, rows))
    if _BREAKS.search(together) or not unicodedata.is_normalized("NFC", together):
        return [[one_line(text) for text in texts] for texts in rows]
    return [[text.strip(INVISIBLE_ENDS) for text in texts] for texts in rows]


def outline_level(text: str) -> int | None:
    """The level of a heading that its numbering tells: 一、 is 1, （一） is 2; None for what is no heading."""
    if len(text) > LONGEST_HEADING or text[-1:] in "。；;，,：:":
        return None
    match = OUTLINE_HEADING.match(text)
    return None if match is None else 1 if match[1] else 2
