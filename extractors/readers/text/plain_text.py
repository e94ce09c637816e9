"""Plain text and Markdown to a Document.

Lives here: line ends, form feeds as page breaks, NFC, lost characters, Markdown marks, headings.
Elsewhere: emission of the canonical text (../writer.py), which encoding (../encoding.py), which lines form a table and where its columns
are (text_tables.py).
"""

import html
import re
import unicodedata

from extractors.document import Document
from extractors.readers.damage import note_damage
from extractors.readers.encoding import CONTROL_CHARACTER, REPLACEMENT, Decoded
from extractors.readers.text.groups import Paragraph
from extractors.readers.text.text_tables import group_lines
from extractors.readers.unreadable import UnreadableError
from extractors.readers.writer import INVISIBLE_ENDS, MOST_CHARACTERS, Writer, outline_level

LINE_END = re.compile("[\r\v\x85\u2028\u2029]")
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


def read_text(name: str, media_type: str, decoded: Decoded) -> Document:
    """The Document of decoded text. Pages are counted only where form feeds stand. Raises `UnreadableError` where it is too long."""
    document = Document(name, media_type, reader="text", encoding=decoded.encoding)
    text = _normalised(decoded)
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError("document_too_large")
    if "\f" in text:
        sheets = text.split("\f")
        if not sheets[-1].strip():
            del sheets[-1]
    else:
        sheets = [text]
    writer = Writer(document)
    for sheet in sheets:
        if "\f" in text:
            writer.begin_page()
        for group in group_lines(sheet.split("\n")):
            if isinstance(group, Paragraph):
                _paragraph(writer, group.text)
            else:
                writer.plain_table(group.rows, group.drawing)
    writer.finish()
    note_damage(document)
    return document


def _normalised(decoded: Decoded) -> str:
    text = decoded.text
    if "&" in text:
        text = REFERENCE.sub(lambda match: html.unescape(match[0]), text)
    has_references = text is not decoded.text
    text = LINE_END.sub("\n", text.removeprefix("\ufeff").rstrip("\x00\x1a").replace("\r\n", "\n"))
    if decoded.damaged or has_references:
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


def _paragraph(writer: Writer, raw: str) -> None:
    text = raw.strip(INVISIBLE_ENDS)
    if not text:
        writer.blank()
        return
    if text[0] == "#" and (match := HASH_HEADING.match(text)):
        level: int | None = len(match[1])
        text = match[2]
    else:
        level = outline_level(text)
    writer.paragraph(text.replace("\t", " ") if "\t" in text else text, level)
