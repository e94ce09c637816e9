"""Bytes of any file to a Document.

Lives here: choosing the reader by what the file holds, never by its name; refusing what no reader can read, with a reason.
Elsewhere: one file a format (text.py), the encodings of text (encoding.py).
"""

import re

import filetype

from extractors.document import Document
from extractors.readers.encoding import Decoded, decode
from extractors.readers.text import read_text

# The longest text report seen has under 0.1 million bytes; a file of more than 16 MiB is a dump of something else,
# and reading it would take more memory than a worker may have (about 30 bytes a character).
MOST_BYTES = 16 * 1024 * 1024
# Formats whose bytes may be valid text all the same: their signature decides.
TEXTUAL_SIGNATURES = (
    (re.compile(r"\s*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<table[\s>])", re.I | re.S), "text/html"),
    (re.compile(r"\s*<\?xml\s"), "application/xml"),
    (re.compile(r"\s*\{\\rtf"), "application/rtf"),
    (re.compile(r"%PDF-"), "application/pdf"),
    (re.compile(r"%!PS"), "application/postscript"),
    (re.compile(r"MIME-Version:", re.I), "multipart/related"),
)
# A web page may begin with a fragment of its frame: so many closing tags are never plain text.
CLOSING_TAG = re.compile(r"</(?:p|div|td|tr|table|span|html)>", re.I)
MARKDOWN = re.compile(r"^(?:#{1,6} |\|? *:?-{3,}:? *\|)", re.M)


def read(name: str, data: bytes) -> Document:
    """The Document of a file. What can't be read comes back with `reason` (a code of issue_reasons.csv) and no text; nothing is raised."""
    if not data.strip(b"\x00 \t\r\n"):
        return Document(name, "application/octet-stream" if data else "inode/x-empty", reason="empty_file")
    if len(data) > MOST_BYTES:
        return Document(name, _media_type(data) or "application/octet-stream", reason="file_too_large")
    decoded = None if data.startswith((b"%PDF-", b"PK\x03\x04")) else decode(data)
    if decoded is None:
        media_type = _media_type(data)
        reason = "unsupported_format" if media_type else "undecodable_text"
        return Document(name, media_type or "application/octet-stream", reason=reason)
    if not decoded.text.strip("\ufeff\x00 \t\r\n\f\u3000\u00a0"):
        return Document(name, "text/plain", encoding=decoded.encoding, reason="empty_file")
    media_type = _textual_media_type(decoded)
    if not media_type.startswith(("text/plain", "text/markdown")):
        return Document(name, media_type, encoding=decoded.encoding, reason="unsupported_format")
    return read_text(name, media_type, decoded)


def _media_type(data: bytes) -> str | None:
    """The media type by signature; None where the bytes have no known one."""
    kind = filetype.guess(data[:8192])
    return None if kind is None else str(kind.mime)


def _textual_media_type(decoded: Decoded) -> str:
    head = decoded.text[:4096].lstrip("\ufeff").lstrip()
    # Comments that a web page begins with; not within the patterns, where they could be cut apart in ever more ways.
    while head.startswith("<!--") and (end := head.find("-->")) >= 0:
        head = head[end + 3 :].lstrip()
    for signature, media_type in TEXTUAL_SIGNATURES:
        if signature.match(head):
            return media_type
    if len(CLOSING_TAG.findall(head)) > 10:
        return "text/html"
    return "text/markdown" if MARKDOWN.search(decoded.text) else "text/plain"
