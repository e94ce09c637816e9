"""Pictures of pages (PNG, JPEG, TIFF with one page or many) to a Document.

Lives here: their pages, each with its size in points.
Elsewhere: bytes to dots (scan/unpack.py), what a picture shows (scan/page.py), what stands on a page (page.py).
"""

from collections.abc import Iterator

from extractors.document import Document
from extractors.readers import media_types
from extractors.readers.pages import scan
from extractors.readers.pages.page import OCR_NOT_INSTALLED, Page, write_pages
from extractors.readers.unreadable import UnreadableError

# The short side of A4 in points: what a page is taken for that doesn't say how large it is.
A4 = 595.0
# A resolution below or above these is a default that some program wrote, and tells nothing (dots an inch).
COARSEST, FINEST = 70, 1_300
# From A6 to A2.
SMALLEST, LARGEST = 290.0, 1_700.0


def read(name: str, data: bytes) -> Document:
    """The Document of a picture. Where recognition isn't installed, and what is damaged or too large, raises UnreadableError."""
    if not scan.is_installed():
        raise UnreadableError(OCR_NOT_INSTALLED)
    media_type = media_types.of_package(data) or media_types.PNG
    document = write_pages(Document(name, media_type, reader="image"), _pages(data))
    if not document.text.strip():
        raise UnreadableError("unreadable_scan")
    return document


def _pages(data: bytes) -> Iterator[Page]:
    from extractors.readers.pages.scan.unpack import pictures

    scanner = scan.scanner()
    for dots, dpi in pictures(data):
        scale = _scale(dpi, dots.shape[1], dots.shape[0])
        yield scanner.read(dots, dots.shape[1] / scale, dots.shape[0] / scale)


def _scale(dpi: float | None, width: int, height: int) -> float:
    """Dots a point: as the file says, if that makes a page; else as if it were A4."""
    if dpi is not None and COARSEST <= dpi <= FINEST:
        scale = dpi / 72
        if min(width, height) / scale >= SMALLEST and max(width, height) / scale <= LARGEST:
            return scale
    return max(min(width, height) / A4, 0.1)
