"""What a file holds, told by its content, never by its name.

Lives here: signatures of binary formats, the members that tell one zip or OLE format from another, signatures of text formats.
Elsewhere: decoding text (encoding.py), reading what was recognised (one module a format).
"""

import io
import re
import zipfile
from typing import IO

import filetype

from extractors.readers.encoding import Decoded
from extractors.readers.sheets.csv_text import is_csv

PDF = "application/pdf"
HTML = "text/html"
MHTML = "multipart/related"
MAIL = "message/rfc822"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OFD = "application/ofd"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
OLE = "application/x-ole-storage"
WORD_XML = "application/x-word-xml"
EXCEL_XML = "application/x-excel-xml"
ZIP = "application/zip"
PACKAGE = "application/x-zip-package"
CSV = "text/csv"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"
TEXT = "text/plain"
MARKDOWN = "text/markdown"

_PICTURES = ((b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG), (b"II*\0", TIFF), (b"MM\0*", TIFF))
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The member that a package of this kind must have.
_ZIP_MEMBERS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "OFD.xml": OFD}
# Some writers number the main part.
_MAIN_PARTS = ((re.compile(r"word/document\d*\.xml"), DOCX), (re.compile(r"xl/workbook\d*\.xml"), XLSX))
# Any other document that is a zip (slides, OpenDocument, e-books) has one of these.
_PACKAGE = frozenset(("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"))
# The stream that a compound file of this kind must have, as its directory names it. WPS writes the same streams.
_OLE_STREAMS = ((("WordDocument",), DOC), (("Workbook", "Book"), XLS))
# A member list longer than this is no office document; it is not walked.
_MOST_MEMBERS = 20_000
# Formats whose bytes may be valid text all the same: their signature decides.
_TEXTUAL_SIGNATURES = (
    (re.compile(r"\s*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<table[\s>])", re.I | re.S), HTML),
    (re.compile(r"\s*<\?xml\s"), "application/xml"),
    (re.compile(r"\s*\{\\rtf"), "application/rtf"),
    (re.compile(r"%PDF-"), PDF),
    (re.compile(r"%!PS"), "application/postscript"),
)
# A web page may begin with a fragment of its frame: so many closing tags are never plain text.
_CLOSING_TAG = re.compile(r"</(?:p|div|td|tr|table|span|html)>", re.I)
XML_DECLARATION = re.compile(r"\s*<\?xml\s[^>]{0,200}\?>")
# Office documents that are one file of XML, by what their root element is.
_XML_ROOTS = (
    (
        re.compile(r"<(?:\w+:)?(?:wordDocument|package)\s[^>]*http://schemas\.microsoft\.com/office/(?:word/2003/wordml|2006/xmlPackage)"),
        WORD_XML,
    ),
    (re.compile(r"<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet"), EXCEL_XML),
)
_MARKDOWN = re.compile(r"^(?:#{1,6} |\|? *:?-{3,}:? *\|)", re.M)
# The lines that a mail, or a page saved as one, begins with; a mail has been sent, a page only saved.
_MAIL_HEADER = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+")
_OF_A_MESSAGE = re.compile(r"^(?:MIME-Version|Content-Type)\s*:", re.I | re.M)
_OF_A_MAIL = re.compile(r"^(?:To|Cc|Received|Return-Path|Message-ID|Delivered-To)\s*:", re.I | re.M)
_PDF_HEADER = re.compile(rb"%PDF-\d")


def of_package(data: bytes) -> str | None:
    """The media type of a PDF, a picture, a zip or a compound file, by its signature and what it holds; None for everything else."""
    if _PDF_HEADER.search(data, 0, 1024):
        return PDF
    for signature, media_type in _PICTURES:
        if data.startswith(signature):
            return media_type
    if data.startswith(b"PK\x03\x04"):
        return of_zip(io.BytesIO(data))
    return _of_compound_file(data) if data.startswith(_OLE_SIGNATURE) else None


def of_signature(data: bytes) -> str | None:
    """The media type of any binary format that has a known signature; None for what has none."""
    kind = filetype.guess(data[:8192])
    return None if kind is None else str(kind.mime)


def of_text(decoded: Decoded) -> str:
    """The media type of what could be decoded: plain text, unless its beginning says otherwise."""
    head = decoded.text[:4096].lstrip("\ufeff").lstrip()
    # Comments that a web page begins with; not within the patterns, where they could be cut apart in ever more ways.
    while head.startswith("<!--") and (end := head.find("-->")) >= 0:
        head = head[end + 3 :].lstrip()
    declaration = XML_DECLARATION.match(head)
    if declaration and _TEXTUAL_SIGNATURES[0][0].match(head, declaration.end()):
        return HTML
    if "schemas" in head:
        for root, media_type in _XML_ROOTS:
            if head.startswith("<") and root.search(head):
                return media_type
    for signature, media_type in _TEXTUAL_SIGNATURES:
        if signature.match(head):
            return media_type
    if message := of_message(head):
        return message
    if len(_CLOSING_TAG.findall(head)) > 10:
        return HTML
    # A heading in Markdown may stand in a cell of a sheet, but no sheet in a text.
    if is_csv(decoded.text):
        return CSV
    return MARKDOWN if _MARKDOWN.search(decoded.text) else TEXT


def of_message(head: str) -> str | None:
    """Whether a text begins as a mail does, or as a page saved with its pictures."""
    header = _MAIL_HEADER.match(head)
    if header is None or _OF_A_MESSAGE.search(header[0]) is None:
        return None
    is_mail = _OF_A_MAIL.search(header[0]) is not None or "multipart/related" not in header[0].lower()
    return MAIL if is_mail else MHTML


def of_zip(handle: IO[bytes]) -> str:
    """Which document a zip is by its members; ZIP where it only holds files."""
    try:
        with zipfile.ZipFile(handle) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return ZIP
    if len(names) > _MOST_MEMBERS:
        return ZIP
    found = {name.replace("\\", "/") for name in names}
    named = next((media_type for member, media_type in _ZIP_MEMBERS.items() if member in found), None)
    if named is not None or found.isdisjoint(_PACKAGE):
        return named or ZIP
    return next((media_type for part, media_type in _MAIN_PARTS if any(map(part.fullmatch, found))), PACKAGE)


def _of_compound_file(data: bytes) -> str:
    """By the names in its directory, which are UTF-16: enough to choose a reader, which then opens the file properly."""
    found = [media_type for streams, media_type in _OLE_STREAMS if any(stream.encode("utf-16-le") + b"\0\0" in data for stream in streams)]
    if len(found) > 1:
        # A document with a sheet embedded, or a sheet with a document: what stands at the root counts. Imported only for these.
        from extractors.readers.compound_files import has_stream

        return next((media_type for streams, media_type in _OLE_STREAMS if has_stream(data, *streams)), OLE)
    return found[0] if found else OLE
