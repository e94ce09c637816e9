"""Bytes of any file to a Document.

Lives here: choosing the reader by what the file holds, never by its name; refusing what no reader can read, with a reason.
Elsewhere: what a file holds (media_types.py), the encodings of text (encoding.py), emission of the canonical text (writer.py); a module a
format, in the folder of its kind: text/, web/, word/, sheets/, pages/.

A reader is a function `read(name, data) -> Document`, or, for formats that are text, `read_decoded(name, decoded)`. It raises
`UnreadableError` with a code of issue_reasons.csv for what it can't read; anything else that it raises is a fault of ours.
"""

from importlib import import_module
from typing import Any

from extractors.document import Document
from extractors.readers import media_types
from extractors.readers.encoding import Decoded, decode
from extractors.readers.text.plain_text import read_text
from extractors.readers.unreadable import UnreadableError

# The longest text report seen has under 0.1 million bytes; a text of more than 16 MiB is a dump of something else,
# and reading it would take more memory than a worker may have (about 30 bytes a character).
MOST_TEXT_BYTES = 16 * 1024 * 1024
# Formats that carry fonts and pictures may be larger.
MOST_BYTES = 64 * 1024 * 1024
# The module of extractors.readers that reads a format; imported when the first such file comes.
READERS: dict[str, str] = {
    media_types.OFD: "pages.ofd",
    media_types.PDF: "pages.pdf",
    media_types.DOCX: "word.docx",
    media_types.XLSX: "sheets.xlsx",
    media_types.DOC: "word.doc",
    media_types.XLS: "sheets.xls",
    media_types.OLE: "compound_files",
    media_types.WORD_XML: "word.word_xml",
    media_types.EXCEL_XML: "sheets.excel_xml",
    media_types.CSV: "sheets.csv_text",
    media_types.HTML: "web.html",
    media_types.MHTML: "web.mhtml",
    media_types.PNG: "pages.image",
    media_types.JPEG: "pages.image",
    media_types.TIFF: "pages.image",
}
# Those that take text whose encoding is known (`read_decoded`); the parts of a mail have encodings of their own.
DECODED = frozenset((media_types.CSV, media_types.EXCEL_XML, media_types.HTML, media_types.WORD_XML))


def read(name: str, data: bytes) -> Document:
    """The Document of a file. What can't be read comes back with `reason` (a code of issue_reasons.csv) and no text."""
    if not data.strip(b"\x00 \t\r\n"):
        return Document(name, "application/octet-stream" if data else "inode/x-empty", reason="empty_file")
    media_type = media_types.of_package(data)
    if media_type in READERS:
        return _read_with(media_type, name, data)
    if len(data) > MOST_TEXT_BYTES:
        return Document(name, media_type or media_types.of_signature(data) or "application/octet-stream", reason="file_too_large")
    decoded = None if media_type else decode(data)
    if decoded is not None:
        return _read_text(name, data, decoded)
    # What is no text is looked up among the formats that are known but not read.
    media_type = media_type or media_types.of_signature(data)
    reason = "unsupported_format" if media_type else "undecodable_text"
    return Document(name, media_type or "application/octet-stream", reason=reason)


def _read_text(name: str, data: bytes, decoded: Decoded) -> Document:
    if not decoded.text.strip("\ufeff\x00 \t\r\n\f\u3000\u00a0"):
        return Document(name, media_types.TEXT, encoding=decoded.encoding, reason="empty_file")
    media_type = media_types.of_text(decoded)
    if media_type in READERS:
        return _read_with(media_type, name, data, decoded if media_type in DECODED else None)
    if media_type not in (media_types.TEXT, media_types.MARKDOWN):
        return Document(name, media_type, encoding=decoded.encoding, reason="unsupported_format")
    try:
        return read_text(name, media_type, decoded)
    except UnreadableError as error:
        return Document(name, media_type, encoding=decoded.encoding, reason=error.reason)


def _read_with(media_type: str, name: str, data: bytes, decoded: Decoded | None = None) -> Document:
    if len(data) > MOST_BYTES:
        return Document(name, media_type, reason="file_too_large")
    reader: Any = import_module(f"extractors.readers.{READERS[media_type]}")
    try:
        document: Document = reader.read(name, data) if decoded is None else reader.read_decoded(name, decoded)
        return document
    except UnreadableError as error:
        return Document(name, media_type, reason=error.reason)
