"""What a PDF page draws beside its characters: rules and pictures.

Lives here: walking through the objects of a page and of the forms drawn on it, paths to rules, how much of the page pictures cover.
Elsewhere: characters, pages that are turned, the file (pdf.py); rules to tables (grid.py).
"""

import ctypes
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from extractors.document import Box
from extractors.readers.pages.grid import THICKEST, Rule
from extractors.readers.pages.matrices import IDENTITY, Matrix, moved, within

# Maps and drawings have more objects or finer paths; no table does: each character may be an object, and a page of print has some 10,000.
MOST_OBJECTS = 100_000
MOST_SEGMENTS = 20_000
DEEPEST_FORMS = 6
# A picture with a table takes up this share of its page at least; seals, codes and signatures are smaller. A page has a few of them.
LEAST_PICTURE, MOST_PICTURES = 0.04, 8

Point = Callable[[float, float], tuple[float, float]]


class Drawn:
    """Rules of a page, in points from its top left corner, and the area of its pictures (`pictured`, square points).

    `finest` is the most dots a point, and `most_dots` the most dots, that one of its pictures has; rules drawn as pictures aside.
    `pictures` are those large enough to show a table.
    `is_covered`: a picture that hides what is under it was drawn over text, and takes up half of the page at least.
    """

    def __init__(self, page: pdfium.FPDF_PAGE, point: Point, width: float, height: float) -> None:
        self.point = point
        self.width, self.height = width, height
        self.rules: list[Rule] = []
        self.pictured = self.finest = 0.0
        self.most_dots = 0
        self.pictures: list[Box] = []
        self.count = self.segments = 0
        self.has_text = self.is_covered = False
        self._numbers = [ctypes.c_float() for _ in range(4)]
        self._at = [ctypes.byref(number) for number in self._numbers]
        self._matrix = pdfium.FS_MATRIX()
        self._walk(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, IDENTITY, 0)

    def _walk(self, owner: Any, count_of: Callable[..., int], object_of: Callable[..., Any], matrix: Matrix, depth: int) -> None:
        type_of = pdfium.FPDFPageObj_GetType
        for index in range(count_of(owner)):
            self.count += 1
            if self.count > MOST_OBJECTS:
                return
            found = object_of(owner, index)
            kind = type_of(found)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self.has_text = True
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(found, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(found, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORMS:
                inner = within(self._matrix_of(found), matrix)
                self._walk(found, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner, depth + 1)

    def _matrix_of(self, found: Any) -> Matrix:
        made = self._matrix
        if not pdfium.FPDFPageObj_GetMatrix(found, made):
            return IDENTITY
        return made.a, made.b, made.c, made.d, made.e, made.f

    def _box(self, found: Any, matrix: Matrix) -> Box | None:
        if not pdfium.FPDFPageObj_GetBounds(found, *self._at):
            return None
        left, bottom, right, top = (number.value for number in self._numbers)
        return self._box_of([(left, bottom), (left, top), (right, bottom), (right, top)], matrix)

    def _box_of(self, points: list[tuple[float, float]], matrix: Matrix) -> Box:
        placed = [self.point(*moved(x, y, matrix)) for x, y in points]
        xs, ys = [x for x, _ in placed], [y for _, y in placed]
        return min(xs), min(ys), max(xs), max(ys)

    def _picture(self, found: Any, matrix: Matrix) -> None:
        box = self._box(found, matrix)
        if box is None:
            return
        left, top, right, bottom = max(box[0], 0.0), max(box[1], 0.0), min(box[2], self.width), min(box[3], self.height)
        if right <= left or bottom <= top:
            return
        if min(right - left, bottom - top) <= THICKEST:
            # Some printers draw borders as pictures of one dot's height.
            self.rules.append(Rule(left, top, right, bottom))
            return
        area = (right - left) * (bottom - top)
        self.pictured += area
        if area > LEAST_PICTURE * self.width * self.height and len(self.pictures) < MOST_PICTURES:
            self.pictures.append((left, top, right, bottom))
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        if pdfium.FPDFImageObj_GetImagePixelSize(found, wide, high):
            dots = wide.value * high.value
            self.most_dots = max(self.most_dots, dots)
            self.finest = max(self.finest, (dots / ((box[2] - box[0]) * (box[3] - box[1]))) ** 0.5)
        if self.has_text and 2 * area > self.width * self.height and not pdfium.FPDFPageObj_HasTransparency(found):
            self.is_covered = True

    def _path(self, found: Any, matrix: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(found, fill, stroke) or not (fill.value or stroke.value):
            return
        box = self._box(found, matrix)
        if box is None:
            return
        if box[2] - box[0] <= THICKEST or box[3] - box[1] <= THICKEST:
            self.rules.append(Rule(*box))
            return
        count = pdfium.FPDFPath_CountSegments(found)
        # A filled surface without border (the shading of a cell or paragraph) draws no line.
        if count <= 5 and not stroke.value:
            return
        self.segments += count
        if self.segments <= MOST_SEGMENTS:
            own = within(self._matrix_of(found), matrix)
            for part in self._parts(found, count):
                self._part(part, own, bool(stroke.value))

    def _parts(self, found: Any, count: int) -> list[list[tuple[float, float]]]:
        """The points of each part of a path; a curve ends a part."""
        parts: list[list[tuple[float, float]]] = [[]]
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(found, index)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, self._at[0], self._at[1])
            point = self._numbers[0].value, self._numbers[1].value
            if kind != pdfium.FPDF_SEGMENT_LINETO:
                parts.append([])
            parts[-1].append(point)
            if kind == pdfium.FPDF_SEGMENT_LINETO and pdfium.FPDFPathSegment_GetClose(segment):
                parts[-1].append(parts[-1][0])
        return [part for part in parts if len(part) > 1]

    def _part(self, part: list[tuple[float, float]], matrix: Matrix, is_stroked: bool) -> None:
        box = self._box_of(part, matrix)
        if box[2] - box[0] <= THICKEST or box[3] - box[1] <= THICKEST:
            self.rules.append(Rule(*box))
        elif is_stroked:
            for start, end in pairwise(part):
                left, top, right, bottom = self._box_of([start, end], matrix)
                if min(right - left, bottom - top) <= THICKEST:
                    self.rules.append(Rule(left, top, right, bottom))
