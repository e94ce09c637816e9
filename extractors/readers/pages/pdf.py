"""PDF to a Document.

Lives here: the characters of each page, through pdfium; pages that are turned; which pages are scans; what is no readable file.
Elsewhere: rules and pictures (pdf_objects.py), filled-in fields and remarks (pdf_annotations.py), scanned pages as pictures
(pdf_scans.py), what stands on a page (page.py).

pdfium places everything in the page's own space (points, y upwards, not turned); all leaves here as a reader sees the page.
"""

import ctypes
from collections.abc import Iterator
from math import hypot

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.document import Document
from extractors.readers.media_types import PDF
from extractors.readers.pages.lines import Char
from extractors.readers.pages.page import LOST, Page, write_pages
from extractors.readers.pages.pdf_annotations import draw_annotations
from extractors.readers.pages.pdf_objects import Drawn, Point
from extractors.readers.pages.pdf_scans import Scans
from extractors.readers.pages.turned_cells import Turned
from extractors.readers.unreadable import UnreadableError

# A yearbook of a province's reports has some hundred pages; what has more is no report.
MOST_PAGES = 1_000
# A page of the smallest print holds some 10,000 characters; the longest report seen has 60,000.
MOST_CHARS_OF_PAGE = 50_000
MOST_CHARS = 2_000_000
# A picture over this share of the page, and hardly any characters beside it (a page number, a stamp), make a scan.
SCANNED_SHARE = 0.5
FEW_CHARS = 40
# Text converted to outlines: no characters, but at least this many drawn objects.
MANY_OBJECTS = 100
# Print whose line leans by more than this (its sine) is a stamp or a watermark across the page.
LEANING = 0.05
# Above and below the line that characters stand on, in parts of their size, where the font's own measures don't hold.
ABOVE, BELOW = 0.88, 0.12
# Fonts that don't say which characters they draw have pdfium guess: digits are looked at one by one, of the others one in so many.
SAMPLED = 8
# What pdfium makes of a hyphen at the end of a line.
LINE_END_HYPHENS = (2, 0xFFFE)
INVISIBLE = (0xAD, 0x200B, 0xFEFF)


def read(name: str, data: bytes) -> Document:
    """The Document of a PDF. Encrypted, damaged, overlong and wholly scanned ones raise UnreadableError."""
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_encrypted = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise UnreadableError("encrypted_file" if is_encrypted else "damaged_file") from error
    try:
        if len(file) > MOST_PAGES:
            raise UnreadableError("document_too_large")
        if file.get_formtype() != pdfium.FORMTYPE_NONE:
            file.init_forms()
        pages = _Pages(file)
        document = write_pages(Document(name, PDF, reader="pdf"), pages)
    finally:
        file.close()
    if not document.text.strip():
        raise UnreadableError(pages.reason or "empty_file")
    return document


class _Pages:
    """The pages of a file, each closed before the next is opened; `reason` tells why one could not be read, if that is all there is."""

    def __init__(self, file: pypdfium2.PdfDocument) -> None:
        self.file = file
        self.scans = Scans()
        self.reason: str | None = None

    def __iter__(self) -> Iterator[Page]:
        chars = 0
        for index in range(len(self.file)):
            found = self._read(index)
            if found.reason == "damaged_page":
                self.reason = self.reason or "damaged_file"
            elif found.reason is not None or self.scans.count:
                self.reason = found.reason or "unreadable_scan"
            chars += len(found.chars)
            if chars > MOST_CHARS:
                raise UnreadableError("document_too_large")
            yield found

    def _read(self, index: int) -> Page:
        try:
            page = self.file[index]
            if draw_annotations(page):
                page.close()
                page = self.file[index]
        except pypdfium2.PdfiumError:
            return Page(0.0, 0.0, reason="damaged_page")
        try:
            return _page(page, self.scans)
        except pypdfium2.PdfiumError:
            width, height = page.get_size()
            return Page(width, height, reason="damaged_page")
        finally:
            page.close()


def _page(page: pypdfium2.PdfPage, scans: Scans) -> Page:
    width, height = page.get_size()
    point = _turned(page)
    drawn = Drawn(page.raw, point, width, height)
    is_pictured = drawn.pictured > SCANNED_SHARE * width * height
    chars: list[Char] = []
    turned: list[Turned] = []
    if not drawn.is_covered:
        textpage = page.get_textpage()
        try:
            count = textpage.count_chars()
            if count > MOST_CHARS_OF_PAGE:
                raise UnreadableError("document_too_large")
            reader = _Chars(textpage.raw, point, bool(drawn.pictures))
            chars, turned = reader.read(count, width, height), reader.turned
        finally:
            textpage.close()
    is_scanned = len(chars) < FEW_CHARS if is_pictured else not chars and (drawn.pictured > 0 or drawn.count > MANY_OBJECTS)
    if is_scanned:
        return scans.read(page, drawn)
    found = Page(width, height, chars, drawn.rules, turned)
    if drawn.pictures:
        scans.read_pictures(page, drawn, found)
    return found


def _turned(page: pypdfium2.PdfPage) -> Point:
    """From the page's own space to points from the top left corner, as the page is shown."""
    left, bottom, right, top = page.get_bbox()
    turn = page.get_rotation()
    if turn == 90:
        return lambda x, y: (y - bottom, x - left)
    if turn == 180:
        return lambda x, y: (right - x, y - bottom)
    if turn == 270:
        return lambda x, y: (top - y, right - x)
    return lambda x, y: (x - left, top - y)


class _Chars:
    """The printed characters of a page that stand upright before its reader, without white space.

    `has_picture`: the page shows a picture of some size; then invisible characters are some program's guess at what that shows, and left
    out.
    """

    def __init__(self, textpage: pdfium.FPDF_TEXTPAGE, point: Point, has_picture: bool) -> None:
        self.textpage = textpage
        self.point = point
        self.has_picture = has_picture
        # Some font of the page doesn't say which characters it draws: then each is asked for.
        self.is_unmapped = False
        # Those that lie on their side.
        self.turned: list[Turned] = []
        origin, beside = point(0.0, 0.0), point(1.0, 0.0)
        # A step along the page's own x axis, as its reader sees it.
        self.step = beside[0] - origin[0], beside[1] - origin[1]

    def read(self, count: int, width: float, height: float) -> list[Char]:
        textpage, point = self.textpage, self.point
        rect, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        rect_at, matrix_at = ctypes.byref(rect), ctypes.byref(matrix)
        code_of, box_of, matrix_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetMatrix
        is_unknown = pdfium.FPDFText_HasUnicodeMapError
        is_plain = self.step == (1.0, 0.0)
        chars: list[Char] = []
        high = 0
        for index in range(count):
            code = code_of(textpage, index)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            text = _text(code, high)
            high = 0
            if not text or (self.has_picture and self._is_invisible(index)):
                continue
            if (self.is_unmapped or not index % SAMPLED or "0" <= text <= "9") and is_unknown(textpage, index) == 1:
                if not self.is_unmapped:
                    self.is_unmapped = True
                    self.turned.clear()
                    return self.read(count, width, height)
                text = LOST
            matrix_of(textpage, index, matrix_at)
            if is_plain and matrix.a > 0 and abs(matrix.b) <= LEANING * matrix.a:
                box_of(textpage, index, rect_at)
                left, top = point(rect.left, rect.top)
                right, bottom = point(rect.right, rect.bottom)
                if bottom <= top or right <= left:
                    left, top, right, bottom = self._box(index, text, matrix)
            elif self._is_upright(matrix):
                left, top, right, bottom = self._box(index, text, matrix)
            else:
                self._keep_turned(index, text, matrix)
                continue
            if 0 <= left + right <= 2 * width and 0 <= top + bottom <= 2 * height:
                chars.append((text, left, top, right, bottom))
        return chars

    def _is_invisible(self, index: int) -> bool:
        found = pdfium.FPDFText_GetTextObject(self.textpage, index)
        mode: int = pdfium.FPDFTextObj_GetTextRenderMode(found) if found else pdfium.FPDF_TEXTRENDERMODE_UNKNOWN
        return bool(mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)

    def _is_upright(self, matrix: pdfium.FS_MATRIX) -> bool:
        """Whether the line of a character runs to the right before the reader."""
        right, down = self.step
        # The step along the page's own y axis is the other one, turned to the left.
        along = matrix.a * right + matrix.b * down
        across = matrix.a * down - matrix.b * right
        return bool(along > 0 and abs(across) <= LEANING * along)

    def _keep_turned(self, index: int, text: str, matrix: pdfium.FS_MATRIX) -> None:
        """Keeps a character that lies on its side before the reader; one that leans is a watermark's."""
        right, down = self.step
        along = matrix.a * right + matrix.b * down
        across = matrix.a * down - matrix.b * right
        if across and abs(along) <= LEANING * abs(across):
            left, top, right, bottom = self._ink(index)
            self.turned.append(((text, left, top, right, bottom), across < 0))

    def _ink(self, index: int) -> tuple[float, float, float, float]:
        numbers = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(self.textpage, index, *numbers)
        (x0, y0), (x1, y1) = self.point(numbers[0].value, numbers[2].value), self.point(numbers[1].value, numbers[3].value)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def _box(self, index: int, text: str, matrix: pdfium.FS_MATRIX) -> tuple[float, float, float, float]:
        """The box of a character where pdfium gives none: its ink, its origin and its size."""
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self.textpage, index, x, y)
        left, base = self.point(x.value, y.value)
        size = pdfium.FPDFText_GetFontSize(self.textpage, index) * hypot(matrix.c, matrix.d)
        right = max(self._ink(index)[2], left + (0.5 * size if text.isdigit() else 0.0))
        return left, base - ABOVE * size, right, base + BELOW * size


def _text(code: int, high: int) -> str:
    """The character of a code; empty for white space, LOST where the font doesn't say which it is. `high`: the first half of a pair."""
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else LOST
    if code in LINE_END_HYPHENS:
        return "-"
    if code == 0 or 0x7F <= code < 0xA0 or 0xE000 <= code < 0xF900 or code >= 0xF0000 or code == 0xFFFF:
        return LOST
    if code <= 0x20 or code in INVISIBLE:
        return ""
    text = chr(code)
    return "" if text.isspace() else text
