"""The pages of an OFD file that are pictures.

Lives here: putting the pictures of such a page where they stand on it; the page that they show.
Elsewhere: the package and which pages are scans (ofd.py), bytes to dots (scan/unpack.py), reading the picture (scan/page.py).
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from extractors.document import Box
from extractors.readers.pages import scan
from extractors.readers.pages.page import OCR_NOT_INSTALLED, Page
from extractors.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from extractors.readers.pages.scan.page import Scanner

# Scanners that cut a page in stripes or tiles make fewer.
MOST_PICTURES = 100


class Picture(NamedTuple):
    """A picture on a page: its member, and its place in points."""

    path: str
    box: Box


class Scans:
    """The scanned pages of one document, in their order."""

    def __init__(self) -> None:
        self.scanner: Scanner | None = None
        self.count = 0

    def read(self, width: float, height: float, pictures: Sequence[Picture], bytes_of: Callable[[str], bytes]) -> Page:
        """The page that its pictures show."""
        if not scan.is_installed():
            return Page(width, height, reason=OCR_NOT_INSTALLED)
        self.count += 1
        if self.count > scan.MOST_SCANNED_PAGES or len(pictures) > MOST_PICTURES:
            raise UnreadableError("document_too_large")
        import numpy as np
        from PIL import Image, ImageChops

        from extractors.readers.pages.scan.unpack import pictures as unpacked

        scale = min(scan.FINEST, (scan.MOST_DOTS / max(width * height, 1.0)) ** 0.5)
        sheet = Image.new("RGB", (max(round(width * scale), 1), max(round(height * scale), 1)), "white")
        for path, (left, top, right, bottom) in pictures:
            size = round(abs(right - left) * scale), round(abs(bottom - top) * scale)
            if 0 in size:
                continue
            if size[0] > 2 * sheet.width or size[1] > 2 * sheet.height:
                # Which part of it the page shows, is not looked at.
                return Page(width, height, reason="unreadable_scan")
            try:
                dots, _ = next(unpacked(bytes_of(path)))
            except UnreadableError:
                # A picture in a format that isn't read (JBIG2), or damaged: the page can't be told.
                return Page(width, height, reason="unreadable_scan")
            piece = Image.fromarray(dots).convert("RGB").resize(size)
            # Paper is transparent: the ground of a seal hides no print.
            at = round(left * scale), round(top * scale)
            under = sheet.crop((*at, at[0] + size[0], at[1] + size[1]))
            sheet.paste(ImageChops.darker(under, piece), at)
        self.scanner = self.scanner or scan.scanner()
        return self.scanner.read(np.asarray(sheet), width, height)
