"""The scanned pages of a PDF.

Lives here: drawing such a page as a picture, no finer than its own pictures and no larger than may be; the page that it shows.
Elsewhere: which pages are scans (pdf.py), reading the picture (scan/).
"""

from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.document import Box
from extractors.readers.pages import scan
from extractors.readers.pages.grid import Rule
from extractors.readers.pages.lines import Char
from extractors.readers.pages.page import OCR_NOT_INSTALLED, Page
from extractors.readers.pages.pdf_objects import Drawn
from extractors.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from extractors.readers.pages.scan.page import Scanner


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
        return self.scanner.read(_dots(page, drawn), width, height)

    def read_pictures(self, page: pypdfium2.PdfPage, drawn: Drawn, found: Page) -> None:
        """Adds to a page of text what those of its pictures show that no text is printed on: tables pasted as pictures.

        What holds no table is a photograph, a drawing or a sentence in ornamental print, and taken for nothing.
        """
        boxes = [box for box in drawn.pictures if not any(_holds(box, char) for char in found.chars)]
        if not boxes or self.count >= scan.MOST_SCANNED_PAGES or drawn.most_dots > scan.MOST_DOTS_OF_PICTURE or not scan.is_installed():
            return
        self.count += 1
        dots = _dots(page, drawn)
        scale = dots.shape[1] / found.width
        for left, top, right, bottom in boxes:
            part = dots[round(top * scale) : round(bottom * scale), round(left * scale) : round(right * scale)]
            # A document's pages go on with one another; pictures on them don't.
            shown = scan.scanner().read(part, right - left, bottom - top)
            if shown.rules and shown.width == right - left:
                found.rules += [Rule(x0 + left, y0 + top, x1 + left, y1 + top) for x0, y0, x1, y1 in shown.rules]
                found.doubts += shown.doubts
                for run in shown.runs:
                    run.left, run.top, run.right, run.bottom = run.left + left, run.top + top, run.right + left, run.bottom + top
                    found.runs.append(run)


def _dots(page: pypdfium2.PdfPage, drawn: Drawn) -> Any:
    """The page as it is shown, red-green-blue."""
    width, height = page.get_size()
    scale = min(max(drawn.finest or scan.USUAL, scan.COARSEST), scan.FINEST, (scan.MOST_DOTS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=pdfium.FPDFBitmap_BGR, draw_annots=False)
    try:
        return bitmap.to_numpy().copy()
    finally:
        bitmap.close()


def _holds(box: Box, char: Char) -> bool:
    _, left, top, right, bottom = char
    return box[0] <= (left + right) / 2 <= box[2] and box[1] <= (top + bottom) / 2 <= box[3]
