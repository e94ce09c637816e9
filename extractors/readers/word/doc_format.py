"""The binary Word format: where its text and properties stand.

Lives here: the header, the pieces of the text (fast-saved ones too), the properties of paragraphs and characters by file position, styles.
Elsewhere: what comes of them (doc.py), lists (doc_numbering.py), the container (../compound_files.py).

The layout is that of [MS-DOC]; names in comments are its names. A structure shorter than it says raises struct.error or IndexError.
"""

import struct
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from extractors.readers.unreadable import UnreadableError

_WORD_97 = 0xC1
_IS_ENCRYPTED, _USES_TABLE_1 = 0x0100, 0x0200
_PAGE = 512
# The longest report seen has 60,000 characters.
MOST_CHARACTERS = 8_000_000
_MOST_RUNS = 1_000_000
# A report saved fast again and again has some hundred pieces, and some hundred stretches that are hidden or deleted.
MOST_COMPARED = 5_000_000
# Pairs of the header (FibRgFcLcb97) by their index.
STYLES, NOTE_TEXTS, CHARACTER_PAGES, PARAGRAPH_PAGES, PIECES, ANCHORS, BOX_TEXTS, LISTS, LIST_USES = 1, 3, 12, 13, 33, 40, 56, 73, 74
# Modifiers (sprm) that matter here.
IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW_END, OUTLINE = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C, 0x2640
LIST_USE, LIST_LEVEL, ROW_CELLS, ROW_MERGE, CELLS_MERGE = 0x460B, 0x260A, 0xD608, 0xD62B, 0x5624
# What doesn't fit on a page of properties stands in the Data stream: those of a paragraph, and of a row.
ELSEWHERE = (0x6645, 0x6646, 0x646B)
DELETED, HIDDEN, SYMBOL = 0x0800, 0x083C, 0x6A09
_CHANGED_TABS = 0xC615
# What a piece may say in short (Prm0) of the modifiers above.
_SHORT = {0x18: IN_TABLE, 0x19: ROW_END, 0x41: DELETED, 0x5C: HIDDEN, 0x0C: LIST_LEVEL}
_SIZES = (1, 1, 2, 4, 2, 2, -1, 3)


@dataclass(slots=True)
class Piece:
    """Characters [start, end) of the text stand in the file from `position` on, each in `size` bytes, changed by `modifiers`."""

    start: int
    end: int
    position: int
    size: int
    modifiers: bytes


@dataclass(slots=True)
class Header:
    """`lengths` of the parts of the text: main, notes, headers, macros, comments, end notes, text boxes, boxes of headers."""

    table_stream: str
    lengths: tuple[int, ...]
    pairs: list[tuple[int, int]]

    def part(self, table: bytes, index: int) -> bytes:
        """A structure of the table stream; empty where the file has none."""
        if index >= len(self.pairs):
            return b""
        offset, length = self.pairs[index]
        return table[offset : offset + length]


def header(stream: bytes) -> Header:
    """The header (Fib) of the WordDocument stream."""
    magic, version = struct.unpack_from("<HH", stream)
    if magic not in (0xA5EC, 0xA5DC):
        raise UnreadableError("damaged_file")
    if version < _WORD_97:
        raise UnreadableError("unsupported_format")
    flags = struct.unpack_from("<H", stream, 10)[0]
    if flags & _IS_ENCRYPTED:
        raise UnreadableError("encrypted_file")
    words = struct.unpack_from("<H", stream, 32)[0]
    longs_at = 34 + 2 * words
    longs = struct.unpack_from("<H", stream, longs_at)[0]
    values = struct.unpack_from("<11i", stream, longs_at + 2)
    pairs_at = longs_at + 2 + 4 * longs
    count = struct.unpack_from("<H", stream, pairs_at)[0]
    numbers = struct.unpack_from(f"<{2 * count}I", stream, pairs_at + 2)
    if min(values[3:]) < 0:
        raise UnreadableError("damaged_file")
    if sum(values[3:]) > MOST_CHARACTERS:
        raise UnreadableError("document_too_large")
    return Header("1Table" if flags & _USES_TABLE_1 else "0Table", values[3:], list(zip(numbers[::2], numbers[1::2], strict=True)))


def pieces(clx: bytes) -> list[Piece]:
    """The pieces of the text in its order (Clx)."""
    position = 0
    changes: list[bytes] = []
    while clx[position] == 1:
        length = struct.unpack_from("<H", clx, position + 1)[0]
        changes.append(clx[position + 3 : position + 3 + length])
        position += 3 + length
    if clx[position] != 2:
        raise UnreadableError("damaged_file")
    table = clx[position + 5 : position + 5 + struct.unpack_from("<I", clx, position + 1)[0]]
    count = (len(table) - 4) // 12
    starts = struct.unpack_from(f"<{count + 1}I", table)
    found = []
    for index, (start, end) in enumerate(pairwise(starts)):
        address, change = struct.unpack_from("<IH", table, 4 * (count + 1) + 8 * index + 2)
        if not start <= end <= MOST_CHARACTERS:
            raise UnreadableError("damaged_file")
        is_narrow = bool(address & 0x4000_0000)
        address &= 0x3FFF_FFFF
        found.append(Piece(start, end, address // 2 if is_narrow else address, 1 if is_narrow else 2, _modifiers(change, changes)))
    return found


def _modifiers(change: int, changes: list[bytes]) -> bytes:
    if change & 1:
        return changes[change >> 1] if change >> 1 < len(changes) else b""
    code = _SHORT.get(change >> 1 & 0x7F)
    return b"" if code is None else struct.pack("<HB", code, change >> 8)


def text_of(stream: bytes, found: list[Piece]) -> str:
    """The characters of all pieces: one for each place, halves of pairs included, so that places and characters agree."""
    parts = []
    position = 0
    for piece in found:
        if piece.start != position:
            raise UnreadableError("damaged_file")
        position = piece.end
        count = piece.end - piece.start
        data = stream[piece.position : piece.position + count * piece.size]
        if len(data) < count * piece.size:
            raise UnreadableError("damaged_file")
        if piece.size == 1:
            parts.append(data.decode("cp1252", "replace"))
            continue
        text = data.decode("utf-16-le", "surrogatepass")
        parts.append(text if len(text) == count else "".join(map(chr, struct.unpack(f"<{count}H", data))))
    return "".join(parts)


@lru_cache(maxsize=4096)
def modifiers(grpprl: bytes) -> tuple[tuple[int, bytes], ...]:
    """Each modifier (sprm) of a list with its operand. A list that breaks off gives what stands before the break."""
    found = []
    position, end = 0, len(grpprl)
    while position + 2 < end:
        code = grpprl[position] | grpprl[position + 1] << 8
        position += 2
        size = _SIZES[code >> 13]
        if size < 0:
            if code == ROW_CELLS:
                if position + 2 > end:
                    break
                size = (grpprl[position] | grpprl[position + 1] << 8) - 1
                position += 2
            else:
                size = grpprl[position]
                position += 1
                if code == _CHANGED_TABS and size == 255:
                    break
        found.append((code, grpprl[position : position + size]))
        position += max(size, 0)
    return tuple(found)


class Runs:
    """Properties by file position: those of paragraphs or of characters."""

    def __init__(self, stream: bytes, pages: bytes, is_paragraphs: bool) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.properties: list[bytes] = []
        count = (len(pages) - 4) // 8
        if count < 1:
            return
        for number in sorted(set(struct.unpack_from(f"<{count}I", pages, 4 * (count + 1)))):
            self._page(stream, (number & 0x3F_FFFF) * _PAGE, is_paragraphs)
            if len(self.starts) > _MOST_RUNS:
                raise UnreadableError("document_too_large")
        if any(start > after for start, after in pairwise(self.starts)):
            order = sorted(range(len(self.starts)), key=lambda index: self.starts[index])
            self.starts = [self.starts[index] for index in order]
            self.ends = [self.ends[index] for index in order]
            self.properties = [self.properties[index] for index in order]

    def _page(self, stream: bytes, at: int, is_paragraphs: bool) -> None:
        page = stream[at : at + _PAGE]
        count = page[_PAGE - 1]
        bounds = struct.unpack_from(f"<{count + 1}I", page)
        step = 13 if is_paragraphs else 1
        for index in range(count):
            offset = 2 * page[4 * (count + 1) + step * index]
            found = b""
            if offset:
                length = page[offset]
                if not is_paragraphs:
                    found = page[offset + 1 : offset + 1 + length]
                elif length:
                    found = page[offset + 1 : offset + 2 * length]
                else:
                    found = page[offset + 2 : offset + 2 + 2 * page[offset + 1]]
            self.starts.append(bounds[index])
            self.ends.append(bounds[index + 1])
            self.properties.append(found)

    def at(self, position: int) -> tuple[bytes, int]:
        """The properties at a file position, and where their run ends; nothing where there are none."""
        index = bisect_right(self.starts, position) - 1
        if index < 0 or position >= self.ends[index]:
            return b"", -1
        return self.properties[index], self.ends[index]


@dataclass(slots=True)
class DocStyle:
    """`level` of a heading (1 = highest); `list_use` and `depth` name a list; None where the style says nothing."""

    level: int | None = None
    list_use: int | None = None
    depth: int | None = None
    is_contents: bool = False


@dataclass(slots=True)
class _Definition:
    sti: int
    base: int
    grpprl: bytes = b""


@dataclass(slots=True)
class DocStyles:
    """The paragraph styles of a document, by their index."""

    _definitions: dict[int, _Definition] = field(default_factory=dict)
    _made: dict[int, DocStyle] = field(default_factory=dict)

    @classmethod
    def parsed(cls, stylesheet: bytes) -> "DocStyles":
        """From the style sheet (STSH)."""
        styles = cls()
        if len(stylesheet) < 6:
            return styles
        length, count, base = struct.unpack_from("<HHH", stylesheet)
        position = 2 + length
        for index in range(count):
            if position + 2 > len(stylesheet):
                break
            size = struct.unpack_from("<H", stylesheet, position)[0]
            definition = stylesheet[position + 2 : position + 2 + size]
            position += 2 + size
            if size >= base >= 10:
                styles._add(index, definition, base)
        return styles

    def _add(self, index: int, definition: bytes, base: int) -> None:
        first, second = struct.unpack_from("<HH", definition)
        if second & 0xF != 1:
            return
        made = _Definition(first & 0xFFF, second >> 4)
        name_length = struct.unpack_from("<H", definition, base)[0]
        at = base + 2 + 2 * name_length + 2
        if at + 4 <= len(definition):
            length = struct.unpack_from("<H", definition, at)[0]
            made.grpprl = definition[at + 4 : at + 2 + length]
        self._definitions[index] = made

    def of(self, index: int) -> DocStyle:
        """What a style and those that it is based on say."""
        if index not in self._made:
            self._made[index] = self._style(index)
        return self._made[index]

    def _style(self, index: int) -> DocStyle:
        style = DocStyle()
        level: int | None = None
        seen: set[int] = set()
        while index in self._definitions and index not in seen:
            seen.add(index)
            definition = self._definitions[index]
            own = dict(modifiers(definition.grpprl))
            if level is None and OUTLINE in own:
                level = own[OUTLINE][0]
            if level is None and 1 <= definition.sti <= 9:
                level = definition.sti - 1
            if level is None and definition.sti == 62 and len(seen) == 1:
                level = 0
            if style.list_use is None and LIST_USE in own:
                style.list_use = int.from_bytes(own[LIST_USE], "little")
            if style.depth is None and LIST_LEVEL in own:
                style.depth = own[LIST_LEVEL][0]
            style.is_contents = style.is_contents or (len(seen) == 1 and 19 <= definition.sti <= 27)
            index = definition.base
        style.level = level + 1 if level is not None and level < 9 else None
        return style


def places(positions: Sequence[tuple[int, int]], found: list[Piece]) -> list[tuple[int, int]]:
    """Stretches of the file as stretches of the text, in its order. Raises UnreadableError where there are too many of both."""
    stretches = []
    if len(positions) * len(found) > MOST_COMPARED:
        raise UnreadableError("document_too_large")
    for start, end in positions:
        for piece in found:
            first = max(start, piece.position)
            last = min(end, piece.position + (piece.end - piece.start) * piece.size)
            if first < last:
                stretches.append(
                    (piece.start + (first - piece.position) // piece.size, piece.start + (last - piece.position) // piece.size)
                )
    return sorted(stretches)
