"""Plain text and Markdown to a Document.

Lives here: line ends, form feeds as page breaks, NFC, lost characters, Markdown marks, headings; emission of the canonical text.
Elsewhere: which encoding (encoding.py), which lines form a table and where its columns are (text_tables.py).
"""

import html
import re
import unicodedata

from extractors.document import Block, Cell, Document, Row, Span, Table
from extractors.readers.encoding import CONTROL_CHARACTER, REPLACEMENT, Decoded
from extractors.readers.text_tables import Paragraph, TableLines, group_lines
from extractors.records import Issue

LINE_END = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
# References that pages leave in their text (&nbsp; &#65288;); one to a bar stands there so as not to be a border.
REFERENCE = re.compile(r"&(?!#124;|#x7c;|vert;|verbar;)(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.I)
WIDE_BLANK = str.maketrans(
    {**dict.fromkeys("\u2000\u2002\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f", " "), "\u2001": "\u3000", "\u2003": "\u3000"}
)
BLANK = re.compile("[\u2000-\u200a\u202f\u205f]")
BOLD = re.compile(r"(?<!\*)\*\*(?![*\s])([^*\n]*[^*\s])\*\*(?!\*)")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~])")
MARKUP_BREAK = re.compile(r"<br\s*/?>", re.I)
HASH_HEADING = re.compile(r"(#{1,6})[ \t\u00a0\u3000]+(?=\S)(.*?)(?:[ \t]+#+)?$")
OUTLINE_HEADING = re.compile(r"(?:([一二三四五六七八九十]{1,3}、)|([（(][一二三四五六七八九十]{1,3}[）)]))\s*\S")
# A numbered line longer than this is a sentence, not a heading (section titles of the forms known have at most 35 characters).
LONGEST_HEADING = 40
INVISIBLE_ENDS = " \t\u00a0\u3000\u200b\ufeff"


def read_text(name: str, media_type: str, decoded: Decoded) -> Document:
    """The Document of decoded text. Pages are counted only where form feeds stand."""
    document = Document(name, media_type, reader="text", encoding=decoded.encoding)
    text = _normalised(decoded.text)
    if "\f" in text:
        sheets = text.split("\f")
        if not sheets[-1].strip():
            del sheets[-1]
        numbered = list(enumerate(sheets, start=1))
    else:
        numbered = [(0, text)]
    writer = _Writer(document)
    for page, sheet in numbered:
        if page:
            document.page_starts.append(writer.position)
        for group in group_lines(sheet.split("\n")):
            if isinstance(group, Paragraph):
                writer.paragraph(group.text, page or None)
            else:
                writer.table(group, page or None)
    document.text = "\n".join(writer.lines)
    first_lost = document.text.find(REPLACEMENT)
    if first_lost >= 0:
        document.issues.append(
            Issue(
                "read",
                "damaged_characters",
                f"{document.text.count(REPLACEMENT)} 处字符损坏",
                page=document.page_of(first_lost),
                line=document.line_of(first_lost),
                char_start=first_lost,
                char_end=first_lost + 1,
            )
        )
    return document


def _normalised(text: str) -> str:
    if "&" in text:
        text = REFERENCE.sub(lambda match: html.unescape(match[0]), text)
    text = LINE_END.sub("\n", text.removeprefix("\ufeff").rstrip("\x00\x1a"))
    text = CONTROL_CHARACTER.sub(REPLACEMENT, text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if "<" in text:
        text = MARKUP_BREAK.sub(" ", text)
    if BLANK.search(text):
        text = text.translate(WIDE_BLANK)
    if "**" in text:
        text = BOLD.sub(r"\1", text)
    if "\\" in text:
        text = ESCAPE.sub(r"\1", text)
    return text


class _Writer:
    """Collects canonical lines and blocks, and keeps their offsets in step."""

    __slots__ = ("document", "lines", "position")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines: list[str] = []
        self.position = 0

    def _line(self, line: str) -> int:
        start = self.position
        self.lines.append(line)
        self.position = start + len(line) + 1
        return start

    def paragraph(self, raw: str, page: int | None) -> None:
        text = raw.strip(INVISIBLE_ENDS)
        if not text:
            self._line("")
            return
        level = None
        if text[0] == "#" and (match := HASH_HEADING.match(text)):
            level, text = len(match[1]), match[2]
        elif len(text) <= LONGEST_HEADING and text[-1] not in "。；;，,：:" and (match := OUTLINE_HEADING.match(text)):
            level = 1 if match[1] else 2
        if "\t" in text:
            text = text.replace("\t", " ")
        start = self.position
        self.lines.append(text)
        self.position = start + len(text) + 1
        self.document.blocks.append(Block("paragraph" if level is None else "heading", start, start + len(text), page, level))

    def table(self, group: TableLines, page: int | None) -> None:
        table = Table([], group.drawing)
        for texts, is_aligned in group.rows:
            line = "\t".join(texts)
            start = offset = self._line(line)
            cells = []
            for text in texts:
                end = offset + len(text)
                cells.append(Cell(text, (Span(offset, end),)))
                offset = end + 1
            table.rows.append(Row(cells, start, start + len(line), page, is_aligned))
        self.document.blocks.append(Block("table", table.rows[0].start, table.rows[-1].end, page, table=table))
