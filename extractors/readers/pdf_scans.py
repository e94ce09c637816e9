"""The scanned pages of a PDF.

Lives here: drawing such a page as a picture, no finer than its own pictures and no larger than may be; the page that it shows.
Elsewhere: which pages are scans (pdf.py), reading the picture (scan/).
"""

from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.readers import scan
from extractors.readers.pages import OCR_NOT_INSTALLED, Page
from extractors.readers.pdf_objects import Drawn
from extractors.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from extractors.readers.scan.page import Scanner


class Scans:
    """The scanned pages of one document, in their order."""

    def __init__(self) -> None:
        self.scanner: Scanner | None = None
        self.count = 0

    def read(self, page: pypdfium2.PdfPage, drawn: Drawn) -> Page:
        """A page of which all is a picture, or drawn as curves."""
        width, height = page.get_size()
        if not scan.is_installed():
            return Page(width, height, reason=OCR_NOT_INSTALLED)
        self.count += 1
        if self.count > scan.MOST_SCANNED_PAGES:
            raise UnreadableError("document_too_large")
        if drawn.most_dots > scan.MOST_DOTS_OF_PICTURE:
            return Page(width, height, reason="unreadable_scan")
        self.scanner = self.scanner or scan.scanner()
        scale = min(max(drawn.finest or scan.USUAL, scan.COARSEST), scan.FINEST, (scan.MOST_DOTS / max(width * height, 1.0)) ** 0.5)
        bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=pdfium.FPDFBitmap_BGR, draw_annots=False)
        try:
            return self.scanner.read(bitmap.to_numpy().copy(), width, height)
        finally:
            bitmap.close()
