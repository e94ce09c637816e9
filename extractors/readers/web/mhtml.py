"""A page saved with its pictures as one mail (MHTML) to a Document.

Lives here: finding the page among the parts. Elsewhere: reading it (html.py), mails that were sent (`orchestration.bundles`).
"""

from email.errors import MessageError
from email.message import Message

from extractors.document import Document
from extractors.readers import media_types
from extractors.readers.messages import parsed_message
from extractors.readers.unreadable import UnreadableError
from extractors.readers.web import html

# A saved page has one part for each picture and style sheet; a few levels hold them.
MOST_BOUNDARIES = 100


def read(name: str, data: bytes) -> Document:
    """The article of the page. Raises UnreadableError where no part is a page."""
    try:
        page = _page(parsed_message(data, MOST_BOUNDARIES))
    except (MessageError, LookupError, ValueError, RecursionError) as error:
        raise UnreadableError("damaged_file") from error
    if page is None:
        raise UnreadableError("no_text")
    document = html.read(name, page)
    document.media_type = media_types.MHTML
    return document


def _page(message: Message) -> bytes | None:
    """The bytes of the part that is the page: the first of its type that holds anything; of a workbook, which has a part a sheet, all."""
    pages = []
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                pages.append(payload)
    if pages and b"<frameset" in pages[0].lower():
        return b"\n".join(page for page in pages[1:] if b"<table" in page.lower()) or None
    return pages[0] if pages else None
