"""XLS workbooks made by hand for the tests: the records of BIFF8 that a sheet needs, and nothing else.

Lives here: one workbook stream of sheets with texts, numbers and merged cells; the older records of BIFF5 too.
Elsewhere: the compound file about it (office_files.py).
"""

import struct
from collections.abc import Sequence

from tests.unit.extractors.office_files import Sheet, compound_file

LONGEST_RECORD = 8224


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def xls(sheets: Sequence[Sheet], is_old: bool = False) -> bytes:
    """An XLS of these sheets; every text is kept once for all sheets. `is_old`: as Excel 95 wrote it, each text in its cell, in GBK."""
    shared: dict[str, int] = {}
    version, code_page = (0x0500, 936) if is_old else (0x0600, 1200)
    bodies = [_sheet(sheet, version, None if is_old else shared) for sheet in sheets]
    before = _begin(version, 0x0005) + record(0x42, struct.pack("<H", code_page))
    # Style 0 has no borders, style 1 thin ones.
    before += record(0xE0, bytes(20)) + record(0xE0, bytes(10) + b"\x11\x11" + bytes(8))
    after = (b"" if is_old else _strings(list(shared))) + record(0x0A)
    names = [_name(f"表{index + 1}", is_old) for index in range(len(sheets))]
    position = len(before) + sum(4 + 6 + len(name) for name in names) + len(after)
    bounds = b""
    for name, body in zip(names, bodies, strict=True):
        bounds += record(0x85, struct.pack("<IBB", position, 0, 0) + name)
        position += len(body)
    return compound_file({"Book" if is_old else "Workbook": before + bounds + after + b"".join(bodies)})


def _begin(version: int, kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", version, kind, 0, 0, 0, 6))


def _name(text: str, is_old: bool) -> bytes:
    if is_old:
        return bytes([len(text.encode("gbk"))]) + text.encode("gbk")
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


def _sheet(sheet: Sheet, version: int, shared: dict[str, int] | None) -> bytes:
    made = _begin(version, 0x0010)
    for row, cells in enumerate(sheet.rows):
        style = int(row in sheet.framed)
        for column, value in enumerate(cells):
            if isinstance(value, str) and value and shared is None:
                coded = value.encode("gbk")
                made += record(0x0204, struct.pack("<HHHH", row, column, style, len(coded)) + coded)
            elif isinstance(value, str) and value and shared is not None:
                index = shared.setdefault(value, len(shared))
                made += record(0xFD, struct.pack("<HHHI", row, column, style, index))
            elif isinstance(value, int | float):
                made += record(0x0203, struct.pack("<HHHd", row, column, style, value))
    if sheet.merges:
        areas = b"".join(struct.pack("<4H", top, bottom, left, right) for top, left, bottom, right in sheet.merges)
        made += record(0xE5, struct.pack("<H", len(sheet.merges)) + areas)
    return made + record(0x0A)
