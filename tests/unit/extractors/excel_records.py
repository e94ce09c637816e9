"""XLS workbooks made by hand for the tests: the records of BIFF8 that a sheet needs, and nothing else.

Lives here: one workbook stream of sheets with texts, numbers and merged cells. Elsewhere: the compound file about it (office_files.py).
"""

import struct
from collections.abc import Sequence

from tests.unit.extractors.office_files import Sheet, compound_file

LONGEST_RECORD = 8224


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def xls(sheets: Sequence[Sheet]) -> bytes:
    """An XLS of these sheets; every text is kept once for all sheets."""
    shared: dict[str, int] = {}
    bodies = [_sheet(sheet, shared) for sheet in sheets]
    before = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 6)) + record(0x42, struct.pack("<H", 1200))
    # Style 0 has no borders, style 1 thin ones.
    before += record(0xE0, bytes(20)) + record(0xE0, bytes(10) + b"\x11\x11" + bytes(8))
    after = _strings(list(shared)) + record(0x0A)
    names = [_name(f"表{index + 1}") for index in range(len(sheets))]
    position = len(before) + sum(4 + 6 + len(name) for name in names) + len(after)
    bounds = b""
    for name, body in zip(names, bodies, strict=True):
        bounds += record(0x85, struct.pack("<IBB", position, 0, 0) + name)
        position += len(body)
    return compound_file({"Workbook": before + bounds + after + b"".join(bodies)})


def _name(text: str) -> bytes:
    return struct.pack("<BB", len(text), 1) + text.encode("utf-16-le")


def _strings(texts: list[str]) -> bytes:
    """The shared strings, going on in further records where one is full."""
    made = b""
    content = struct.pack("<II", len(texts), len(texts))
    kind = 0xFC
    for text in texts:
        is_wide = not all(ord(character) < 256 for character in text)
        coded = text.encode("utf-16-le") if is_wide else text.encode("latin-1")
        string = struct.pack("<HB", len(coded) // (2 if is_wide else 1), is_wide) + coded
        if len(content) + len(string) > LONGEST_RECORD:
            made += record(kind, content)
            kind, content = 0x3C, b""
        content += string
    return made + record(kind, content)


def _sheet(sheet: Sheet, shared: dict[str, int]) -> bytes:
    made = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 6))
    for row, cells in enumerate(sheet.rows):
        style = int(row in sheet.framed)
        for column, value in enumerate(cells):
            if isinstance(value, str) and value:
                index = shared.setdefault(value, len(shared))
                made += record(0xFD, struct.pack("<HHHI", row, column, style, index))
            elif isinstance(value, int | float):
                made += record(0x0203, struct.pack("<HHHd", row, column, style, value))
    if sheet.merges:
        areas = b"".join(struct.pack("<4H", top, bottom, left, right) for top, left, bottom, right in sheet.merges)
        made += record(0xE5, struct.pack("<H", len(sheet.merges)) + areas)
    return made + record(0x0A)
