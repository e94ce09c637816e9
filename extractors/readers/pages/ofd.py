"""OFD (GB/T 33190: a zip of XML) to a Document.

Lives here: the package and its pages, templates under pages, annotations over them, composite objects, characters by their deltas, paths
to rules. Signatures are not read: their stamps are no text of the page.
Elsewhere: pages that are pictures (ofd_scans.py), what stands on a page (page.py), rules to tables (grid.py).

OFD measures in millimetres from the top left corner; all leaves here in points.
"""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from itertools import compress, pairwise
from typing import Any

from lxml import etree

from extractors.document import Box, Document
from extractors.readers import media_types
from extractors.readers.media_types import JPEG, OFD
from extractors.readers.pages.grid import THICKEST, Rule
from extractors.readers.pages.lines import Char
from extractors.readers.pages.matrices import IDENTITY, Matrix, moved, within
from extractors.readers.pages.ofd_scans import Picture, Scans
from extractors.readers.pages.page import Page, write_pages
from extractors.readers.unreadable import UnreadableError

POINTS = 72 / 25.4
# As for PDF: what has more is no report.
MOST_PAGES = 1_000
MOST_CHARS = 2_000_000
# Of one member unpacked, and of all that are read: the pages of the longest report seen take 3 MB.
MOST_MEMBER_BYTES = 16 * 1024 * 1024
MOST_BYTES = 128 * 1024 * 1024
# Objects within objects, and objects drawn on one page (a composite object may be drawn many times) and on all.
DEEPEST = 8
MOST_OBJECTS = 200_000
MOST_OBJECTS_OF_ALL = 2_000_000
# Above and below the line that characters stand on, in parts of their size.
ABOVE, BELOW = 0.88, 0.12
LEANING = 0.05
# As for PDF: a picture over this share of the page, with hardly any characters, makes a scan.
SCANNED_SHARE = 0.5
FEW_CHARS = 40
# Annotations that say nothing of the report.
SILENT = ("Stamp", "Watermark", "Link", "Highlight")
# No page is ten metres wide.
BEYOND = 10_000.0
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
DELTA = re.compile(r"g\s+(\d+)\s+(\S+)|(\S+)")
STEP = re.compile(r"([A-Za-z])([^A-Za-z]*(?:[eE][-+]?\d[^A-Za-z]*)*)")
# How many numbers follow each operator of a path; the last two are where it goes.
OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}

# What zipfile raises for damage, documented or met (a directory that points before the file is a ValueError).
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error)


def read(name: str, data: bytes) -> Document:
    """The Document of an OFD file. Encrypted, damaged, overlong and wholly scanned ones raise UnreadableError."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise UnreadableError("damaged_file") from error
    reader = _Reader(package)
    document = write_pages(Document(name, OFD, reader="ofd"), reader.pages())
    if not document.text.strip():
        raise UnreadableError(reader.reason or "empty_file")
    return document


class _Reader:
    """The members of one package."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package = package
        self.members = {info.filename.replace("\\", "/").lower(): info for info in package.infolist()}
        self.unpacked = self.chars = self.objects = 0
        self.scans = Scans()
        self.reason: str | None = None
        self.templates: dict[str, str] = {}
        self.composites: dict[str, Any] = {}
        self.pictures: dict[str, str] = {}
        # By the page that they stand on.
        self.annotations: dict[str, str] = {}

    def pages(self) -> Iterator[Page]:
        root = self._xml("OFD.xml")
        found = [_text(element) for element in root.iter("{*}DocRoot")]
        if not found:
            raise UnreadableError("damaged_file")
        count = 0
        for place in found:
            where = _path("", place)
            document = self._xml(where)
            box = next((_numbers(_text(element)) for element in document.iter("{*}PhysicalBox")), [])
            self.templates = {
                element.get("ID", ""): _path(where, element.get("BaseLoc", "")) for element in document.iter("{*}TemplatePage")
            }
            self._resources(where, document)
            self.annotations = self._annotations(where, document)
            for element in document.iterfind("{*}Pages/{*}Page"):
                count += 1
                if count > MOST_PAGES:
                    raise UnreadableError("document_too_large")
                yield self._page(_path(where, element.get("BaseLoc", "")), box, self.annotations.get(element.get("ID", "")))
        if not count:
            raise UnreadableError("damaged_file")

    def _resources(self, where: str, document: Any) -> None:
        """Keeps the composite objects and the places of the pictures of the document's resources."""
        self.composites, self.pictures = {}, {}
        for kind in ("{*}PublicRes", "{*}DocumentRes"):
            for element in document.iter(kind):
                path = _path(where, _text(element))
                if path.lower() in self.members:
                    resources = self._xml(path)
                    for unit in resources.iter("{*}CompositeGraphicUnit", "{*}CompositeGraphUnit"):
                        self.composites[unit.get("ID", "")] = unit
                    base = posixpath.join(posixpath.dirname(path), resources.get("BaseLoc", ""), "_")
                    for media in resources.iter("{*}MultiMedia"):
                        self.pictures[media.get("ID", "")] = _path(base, next((_text(file) for file in media.iter("{*}MediaFile")), ""))

    def _annotations(self, where: str, document: Any) -> dict[str, str]:
        """For each page by its ID the file of its annotations."""
        found = {}
        for element in document.iterfind("{*}Annotations"):
            path = _path(where, _text(element))
            if path.lower() in self.members:
                for page in self._xml(path).iterfind("{*}Page"):
                    found[page.get("PageID", "")] = _path(path, page.findtext("{*}FileLoc", "").strip())
        return found

    def _page(self, path: str, usual: list[float], annotations: str | None) -> Page:
        page = self._xml(path)
        box = next((_numbers(_text(element)) for element in page.iterfind("{*}Area/{*}PhysicalBox")), usual)
        if len(box) != 4:
            box = [0.0, 0.0, 210.0, 297.0]
        drawn = _Drawn(self.composites)
        for template in page.iterfind("{*}Template"):
            if (place := self.templates.get(template.get("TemplateID", ""))) is not None and place.lower() in self.members:
                drawn.content(self._xml(place), IDENTITY, 0)
        drawn.content(page, IDENTITY, 0)
        if annotations is not None and annotations.lower() in self.members:
            for annotation in self._xml(annotations).iterfind("{*}Annot"):
                if annotation.get("Visible") != "false" and annotation.get("Type") not in SILENT:
                    for appearance in annotation.iterfind("{*}Appearance"):
                        drawn.content(appearance, _placed(appearance, IDENTITY), 0)
        right, bottom = box[2] * POINTS, box[3] * POINTS
        self._uncover(drawn, right * bottom)
        drawn.chars = [char for char in drawn.chars if 0 <= char[1] <= right and char[4] >= 0 and char[2] <= bottom]
        self.chars += len(drawn.chars)
        self.objects += drawn.count
        if self.chars > MOST_CHARS or self.objects > MOST_OBJECTS_OF_ALL:
            raise UnreadableError("document_too_large")
        is_pictured = drawn.pictured > SCANNED_SHARE * box[2] * box[3]
        is_scanned = len(drawn.chars) < FEW_CHARS if is_pictured else not drawn.chars and drawn.pictured > 0
        if not is_scanned:
            return Page(right, bottom, drawn.chars, drawn.rules)
        pictures = [Picture(self.pictures.get(key, ""), place) for key, place, _ in drawn.pictures]
        found = self.scans.read(right, bottom, pictures, self._bytes)
        self.reason = found.reason or "unreadable_scan"
        return found

    def _uncover(self, drawn: "_Drawn", area: float) -> None:
        """Takes off the characters that a scan was drawn over: some program's guess at what the scan shows."""
        for key, (left, top, right, bottom), before in reversed(drawn.pictures):
            if before and (right - left) * (bottom - top) > SCANNED_SHARE * area and self._is_opaque(self.pictures.get(key, "")):
                is_bare = [not (left <= (c[1] + c[3]) / 2 <= right and top <= (c[2] + c[4]) / 2 <= bottom) for c in drawn.chars[:before]]
                drawn.chars = [*compress(drawn.chars, is_bare), *drawn.chars[before:]]
                return

    def _is_opaque(self, path: str) -> bool:
        """Whether nothing shows through a picture: a JPEG has no transparency."""
        try:
            return path.lower() in self.members and media_types.of_package(self._bytes(path, 1024)) == JPEG
        except UnreadableError:
            # Damaged: it hides nothing.
            return False

    def _xml(self, path: str) -> Any:
        data = self._bytes(path)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            is_encrypted = any(name.endswith("encryptions.xml") for name in self.members)
            raise UnreadableError("encrypted_file" if is_encrypted else "damaged_file") from error

    def _bytes(self, path: str, most: int = MOST_MEMBER_BYTES + 1) -> bytes:
        info = self.members.get(path.lower())
        if info is None:
            raise UnreadableError("damaged_file")
        if info.flag_bits & 1:
            raise UnreadableError("encrypted_file")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableError("damaged_file")
        try:
            with self.package.open(info) as member:
                data = member.read(most)
        except _DAMAGE as error:
            raise UnreadableError("damaged_file") from error
        self.unpacked += len(data)
        if len(data) > MOST_MEMBER_BYTES or self.unpacked > MOST_BYTES:
            raise UnreadableError("document_too_large")
        return data


class _Drawn:
    """What a page draws: characters and rules in points, and the area of its pictures in square millimetres."""

    def __init__(self, composites: dict[str, Any]) -> None:
        self.composites = composites
        self.chars: list[Char] = []
        self.rules: list[Rule] = []
        self.pictured = 0.0
        # By their resource; and how many characters had been drawn before.
        self.pictures: list[tuple[str, Box, int]] = []
        self.count = 0

    def content(self, element: Any, matrix: Matrix, depth: int) -> None:
        """Draws the layers and blocks of a page, template or composite object."""
        if depth > DEEPEST:
            return
        for found in element:
            if not isinstance(found.tag, str):
                continue
            self.count += 1
            if self.count > MOST_OBJECTS or len(self.chars) > MOST_CHARS or len(self.rules) > MOST_OBJECTS:
                raise UnreadableError("document_too_large")
            kind = etree.QName(found).localname
            if kind in ("Content", "Layer", "PageBlock"):
                self.content(found, matrix, depth + (kind == "PageBlock"))
            elif found.get("Visible") == "false":
                continue
            elif kind == "TextObject" and _is_inked(found):
                self._text(found, _placed(found, matrix))
            elif kind == "PathObject":
                self._path(found, _placed(found, matrix))
            elif kind == "ImageObject":
                box = _numbers(found.get("Boundary", ""))
                if len(box) == 4:
                    self.pictured += box[2] * box[3]
                    under = len(self.chars) if found.get("Alpha", "255") == "255" else 0
                    self.pictures.append((found.get("ResourceID", ""), _box_of(box, matrix), under))
            elif kind in ("CompositeObject", "CompositeGraphicObject"):
                unit = self.composites.get(found.get("ResourceID", ""))
                if unit is not None:
                    self.content(unit, _placed(found, matrix), depth + 1)

    def _text(self, found: Any, matrix: Matrix) -> None:
        a, b, c, d, e, f = matrix
        size = _number(found.get("Size"), 0.0)
        stretch = _number(found.get("HScale"), 1.0)
        if a <= 0 or abs(b) > LEANING * a or found.get("ReadDirection", "0") != "0" or found.get("CharDirection", "0") != "0":
            # Leaning or turned print is a stamp or a watermark.
            return
        height = size * abs(d) * POINTS
        x = y = 0.0
        for code in found.iterfind("{*}TextCode"):
            text = code.text or ""
            x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
            across = _deltas(code.get("DeltaX", ""), len(text))
            down = _deltas(code.get("DeltaY", ""), len(text))
            at_x, at_y = x, y
            for index, character in enumerate(text):
                step = across[index] if index < len(across) else 0.0
                own = size * stretch * (0.5 if character.isascii() else 1.0)
                if not character.isspace():
                    # A letter may be wider than half its height: then its step tells.
                    wide = min(max(own, step), size * stretch)
                    wide = min(wide, step) if step > 0 else own
                    left, base = (a * at_x + c * at_y + e) * POINTS, (b * at_x + d * at_y + f) * POINTS
                    self.chars.append((character, left, base - ABOVE * height, left + wide * a * POINTS, base + BELOW * height))
                at_x += step if across else own
                at_y += down[index] if index < len(down) else 0.0

    def _path(self, found: Any, matrix: Matrix) -> None:
        is_stroked, is_filled = found.get("Stroke", "true") != "false", found.get("Fill", "false") == "true"
        if not (is_stroked or is_filled):
            return
        for data in found.iterfind("{*}AbbreviatedData"):
            for part in _parts(data.text or ""):
                self._part([moved(x, y, matrix) for x, y in part], is_stroked)

    def _part(self, part: list[tuple[float, float]], is_stroked: bool) -> None:
        whole = _rule(part)
        if min(whole.right - whole.left, whole.bottom - whole.top) <= THICKEST:
            self.rules.append(whole)
        elif is_stroked:
            for start, end in pairwise(part):
                rule = _rule([start, end])
                if min(rule.right - rule.left, rule.bottom - rule.top) <= THICKEST:
                    self.rules.append(rule)


def _is_inked(found: Any) -> bool:
    """Whether a text is seen: one that isn't is some program's guess at what the scan beneath it shows."""
    is_filled = found.get("Fill", "true") != "false" and all(color.get("Alpha") != "0" for color in found.iterfind("{*}FillColor"))
    return bool(found.get("Alpha") != "0" and (is_filled or found.get("Stroke", "false") == "true"))


def _box_of(box: list[float], matrix: Matrix) -> Box:
    """A boundary in points of the page."""
    left, top = moved(box[0], box[1], matrix)
    right, bottom = moved(box[0] + box[2], box[1] + box[3], matrix)
    return left * POINTS, top * POINTS, right * POINTS, bottom * POINTS


def _rule(points: list[tuple[float, float]]) -> Rule:
    xs, ys = [x * POINTS for x, _ in points], [y * POINTS for _, y in points]
    return Rule(min(xs), min(ys), max(xs), max(ys))


def _parts(data: str) -> list[list[tuple[float, float]]]:
    """The points of each part of a path; a curve ends a part."""
    parts: list[list[tuple[float, float]]] = []
    for operator, operands in STEP.findall(data):
        numbers = _numbers(operands)
        if operator == "C" and parts:
            parts[-1].append(parts[-1][0])
        if not OPERANDS.get(operator) or len(numbers) < OPERANDS[operator]:
            continue
        point = numbers[-2], numbers[-1]
        if operator == "L" and parts:
            parts[-1].append(point)
        else:
            parts.append([point])
    return [part for part in parts if len(part) > 1]


def _deltas(printed: str, most: int) -> list[float]:
    """Steps from each character to the next; "g 3 5.2" stands for three steps of 5.2. No more than there are characters."""
    deltas: list[float] = []
    for times, repeated, single in DELTA.findall(printed):
        room = most - len(deltas)
        if room <= 0:
            break
        deltas += [_number(repeated or single, 0.0)] * (min(int(times[:9]), room) if times else 1)
    return deltas


def _placed(found: Any, outer: Matrix) -> Matrix:
    """From the space of an object to that of the page: its own matrix, then its place."""
    own = _numbers(found.get("CTM", ""))
    a, b, c, d, e, f = own if len(own) == 6 else IDENTITY
    box = _numbers(found.get("Boundary", ""))
    if len(box) == 4:
        e, f = e + box[0], f + box[1]
    return within((a, b, c, d, e, f), outer)


def _numbers(printed: str) -> list[float]:
    """The numbers of a list; none at all where one is beyond any page."""
    numbers = [float(number) for number in NUMBER.findall(printed)]
    return numbers if all(abs(number) < BEYOND for number in numbers) else []


def _number(printed: str | None, otherwise: float) -> float:
    found = NUMBER.match(printed.strip()) if printed else None
    number = float(found[0]) if found else otherwise
    return number if abs(number) < BEYOND else otherwise


def _text(element: Any) -> str:
    return (element.text or "").strip()


def _path(where: str, place: str) -> str:
    """A place as a path in the package: relative to the file that names it, or to the root where it begins with a slash."""
    place = place.replace("\\", "/")
    path = place if place.startswith("/") else posixpath.join(posixpath.dirname(where), place)
    return posixpath.normpath(path).lstrip("/")
