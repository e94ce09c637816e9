"""DOC files made by hand for the tests: the structures of [MS-DOC] that a report needs, and nothing else.

Lives here: text in pieces, properties of paragraphs, rows with their cells and merges, heading styles.
Elsewhere: the compound file about them (office_files.py).
"""

import struct
from dataclasses import dataclass

from tests.unit.extractors.office_files import compound_file
from tests.unit.extractors.report_parts import Grid, Report, Text

PAGE = 512
TEXT_AT = 2048
PAIRS = 93
# Twentieths of a point from one edge to the next.
COLUMN = 600


@dataclass
class _Paragraph:
    """`text` with its end mark; `properties` are a list of modifiers."""

    text: str
    properties: bytes = b""
    style: int = 0


def doc(report: Report, is_mixed: bool = False) -> bytes:
    """A DOC. `is_mixed`: ASCII stands in pieces of one byte a character, as in files that were saved piece by piece, and what a row
    is stands in the Data stream, as for rows of many cells.
    """
    paragraphs: list[_Paragraph] = []
    data = bytearray() if is_mixed else None
    for part in report.parts:
        if isinstance(part, Text):
            paragraphs.append(_Paragraph(part.text + "\r", style=part.level or 0))
        else:
            paragraphs += [*_rows(part, data), _Paragraph("\r")]
    return _file(paragraphs, data)


def _modifier(code: int, operand: bytes) -> bytes:
    return struct.pack("<H", code) + operand


_IN_TABLE = _modifier(0x2416, b"\x01")


def _rows(grid: Grid, data: bytearray | None) -> list[_Paragraph]:
    """The rows of a table. Merged cells have common edges and flags; in the Data stream modifiers of the row merge cells that stay."""
    paragraphs = []
    by_place = {(row, cell.column): cell for cell in grid.cells for row in range(cell.row, cell.row + cell.row_span)}
    for row in range(grid.height):
        edges, flags, changes = [0], [], b""
        while edges[-1] < grid.width * COLUMN:
            cell = by_place[row, edges[-1] // COLUMN]
            merge = 0 if cell.row_span == 1 else 0x60 if cell.row == row else 0x20
            texts = [cell.text if cell.row == row else ""]
            if data is None:
                edges.append(edges[-1] + cell.column_span * COLUMN)
            else:
                first = len(edges) - 1
                edges += [edges[-1] + COLUMN * step for step in range(1, cell.column_span + 1)]
                texts += [""] * (cell.column_span - 1)
                changes += _modifier(0xD62B, bytes([2, first, merge >> 5])) if merge else b""
                changes += _modifier(0x5624, bytes([first, first + cell.column_span])) if cell.column_span > 1 else b""
                merge = 0
            flags += [merge] * len(texts)
            paragraphs += [_Paragraph(text + "\x07", _IN_TABLE) for text in texts]
        definition = bytes([len(flags)]) + struct.pack(f"<{len(edges)}h", *edges) + b"".join(struct.pack("<H18x", flag) for flag in flags)
        row_is = _modifier(0xD608, struct.pack("<H", len(definition) + 1) + definition) + changes
        if data is not None:
            place = len(data)
            data += struct.pack("<H", len(row_is)) + row_is
            row_is = _modifier(0x646B, struct.pack("<I", place))
        paragraphs.append(_Paragraph("\x07", _IN_TABLE + _modifier(0x2417, b"\x01") + row_is))
    return paragraphs


def _file(paragraphs: list[_Paragraph], data: bytearray | None) -> bytes:
    text = "".join(paragraph.text for paragraph in paragraphs)
    starts, coded, places = _pieces(text, data is not None)
    stream = bytearray(TEXT_AT) + coded
    stream += bytes(-len(stream) % PAGE)
    bounds, numbers = [], []
    for first, page in _pages(paragraphs, places):
        bounds.append(first)
        numbers.append(len(stream) // PAGE)
        stream += page
    bounds.append(places[-1])
    table = b""
    pairs = [(0, 0)] * PAIRS
    for index, content in (
        (1, _styles()),
        (13, struct.pack(f"<{len(bounds) + len(numbers)}I", *bounds, *numbers)),
        (33, b"\x02" + struct.pack("<I", len(starts)) + starts),
    ):
        pairs[index] = len(table), len(content)
        table += content
    head = struct.pack("<5HH", 0xA5EC, 0xC1, 0, 0x0804, 0, 0x0200).ljust(32, b"\0") + struct.pack("<H", 14) + bytes(28)
    head += struct.pack("<H", 22) + struct.pack("<4I", len(stream), 0, 0, len(text)).ljust(88, b"\0") + struct.pack("<H", PAIRS)
    head += b"".join(struct.pack("<II", *pair) for pair in pairs)
    stream[: len(head)] = head
    return compound_file({"WordDocument": bytes(stream), "1Table": table, "Data": bytes(data or b"")})


def _pieces(text: str, is_mixed: bool) -> tuple[bytes, bytes, list[int]]:
    """The piece table, the text as it stands in the file, and the place of each character there."""
    coded = b""
    places: list[int] = []
    starts: list[int] = []
    addresses: list[int] = []
    was_narrow: bool | None = None
    for index, character in enumerate(text):
        is_narrow = is_mixed and character.isascii()
        if is_narrow is not was_narrow:
            # Wide characters begin at even places.
            coded += bytes(len(coded) % 2)
            starts.append(index)
            place = TEXT_AT + len(coded)
            addresses.append(place * 2 | 0x4000_0000 if is_narrow else place)
            was_narrow = is_narrow
        places.append(TEXT_AT + len(coded))
        coded += character.encode("ascii" if is_narrow else "utf-16-le")
    places.append(TEXT_AT + len(coded))
    table = struct.pack(f"<{len(starts) + 1}I", *starts, len(text))
    return table + b"".join(struct.pack("<HIH", 0, address, 0) for address in addresses), coded, places


def _pages(paragraphs: list[_Paragraph], places: list[int]) -> list[tuple[int, bytes]]:
    """Properties by place in the file (PapxFkp): as many on a page as it holds."""
    pages: list[tuple[int, bytes]] = []
    runs: list[tuple[int, bytes]] = []
    room = 0
    position = 0
    for paragraph in paragraphs:
        found = struct.pack("<H", paragraph.style) + paragraph.properties
        found = b"\0" + bytes([(len(found) + 1) // 2]) + found.ljust(len(found) + len(found) % 2, b"\0")
        if runs and (room + 17 + len(found) > PAGE - 8 or len(runs) == 29):
            pages.append(_page(runs, places[position]))
            runs, room = [], 0
        runs.append((places[position], found))
        room += 17 + len(found)
        position += len(paragraph.text)
    pages.append(_page(runs, places[-1]))
    return pages


def _page(runs: list[tuple[int, bytes]], end: int) -> tuple[int, bytes]:
    page = bytearray(PAGE)
    page[-1] = len(runs)
    struct.pack_into(f"<{len(runs) + 1}I", page, 0, *(place for place, _ in runs), end)
    at = PAGE - 1
    for index, (_, found) in enumerate(runs):
        at = (at - len(found)) // 2 * 2
        page[at : at + len(found)] = found
        page[4 * (len(runs) + 1) + 13 * index] = at // 2
    return runs[0][0], bytes(page)


def _styles() -> bytes:
    """The style sheet: plain text, and headings 1 to 6."""
    sheet = struct.pack("<H", 18) + struct.pack("<9H", 7, 10, 0, 0, 0, 0, 0, 0, 0)
    for index in range(7):
        name = f"heading {index}" if index else "Normal"
        base = struct.pack("<5H", index, 1 | 0xFFF0, 0, 0, 0)
        content = base + struct.pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
        sheet += struct.pack("<H", len(content)) + content
    return sheet
