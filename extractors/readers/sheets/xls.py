"""XLS (and ET, which WPS writes the same way) to a Document.

Lives here: the records of a workbook stream (BIFF5 and BIFF8): visible sheets in order, shared strings, formats, cells, merges.
Elsewhere: the container (../compound_files.py), what a number prints (number_formats.py), how sheets become text (sheet.py).

The layout is that of [MS-XLS]; numbers in comments are its record types.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.document import Document
from extractors.readers.compound_files import CompoundFile
from extractors.readers.media_types import XLS
from extractors.readers.sheets.number_formats import GENERAL, built_in, printed
from extractors.readers.sheets.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, SheetWriter
from extractors.readers.unreadable import UnreadableError
from extractors.readers.writer import Writer

BOF, EOF, CONTINUE, FILEPASS, CODEPAGE, DATEMODE, BOUNDSHEET = 0x0809, 0x0A, 0x3C, 0x2F, 0x42, 0x22, 0x85
FORMAT, FORMAT_5, XF, SST, ROW, COLINFO, MERGES = 0x041E, 0x1E, 0xE0, 0xFC, 0x0208, 0x7D, 0xE5
NUMBER, RK, MULRK, LABELSST, LABEL, RSTRING, FORMULA, STRING, BOOLERR = 0x0203, 0x027E, 0xBD, 0xFD, 0x0204, 0xD6, 0x06, 0x0207, 0x0205
_BIFF8, _BIFF5 = 0x0600, 0x0500
_WORKSHEET = 0
# More records than bytes of the smallest one can't be; this many are no report.
_MOST_RECORDS = 1_000_000
_MOST_STRINGS = 400_000
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_CODE_PAGES = {936: "gb18030", 950: "cp950", 1200: "utf-16-le", 1252: "cp1252", 10008: "gb18030", 10002: "cp950", 65001: "utf-8"}


@dataclass(slots=True)
class _Workbook:
    """What the first part of the stream says for all sheets."""

    is_biff8: bool = True
    encoding: str = "gb18030"
    is_1904: bool = False
    strings: list[str] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=lambda: dict(built_in()))
    styles: list[int] = field(default_factory=list)
    framing: set[int] = field(default_factory=set)
    sheets: list[int] = field(default_factory=list)

    def shown(self, value: float, style: int) -> str:
        code = self.codes.get(self.styles[style], GENERAL) if style < len(self.styles) else GENERAL
        return printed(repr(value), code, self.is_1904)


def read(name: str, data: bytes) -> Document:
    """The Document of an XLS or ET. Raises `UnreadableError` for what is encrypted, damaged or too large."""
    stream = CompoundFile(data).stream("Workbook", "Book")
    if stream is None:
        raise UnreadableError("unsupported_format")
    document = Document(name, XLS, reader="xls")
    writer = Writer(document)
    sheets = SheetWriter(writer)
    try:
        workbook = _workbook(stream)
        for position in workbook.sheets:
            sheets.emit(_sheet(stream, position, workbook))
    except (struct.error, IndexError) as error:
        # A record shorter than its type demands.
        raise UnreadableError("damaged_file") from error
    return writer.finish_with_text()


def _records(stream: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    """The records from `position` to the end of their part, parts within it left out."""
    depth = 0
    for _ in range(_MOST_RECORDS):
        if position + 4 > len(stream):
            return
        kind, length = struct.unpack_from("<HH", stream, position)
        content = stream[position + 4 : position + 4 + length]
        position += 4 + length
        if kind == BOF:
            depth += 1
        if depth == 1:
            yield kind, content
        if kind == EOF:
            depth -= 1
            if depth <= 0:
                return
    raise UnreadableError("document_too_large")


def _workbook(stream: bytes) -> _Workbook:
    workbook = _Workbook()
    shared: list[bytes] = []
    last = 0
    for kind, content in _records(stream, 0):
        if kind == BOF:
            version = struct.unpack_from("<H", content)[0]
            if version not in (_BIFF8, _BIFF5):
                raise UnreadableError("unsupported_format")
            workbook.is_biff8 = version == _BIFF8
        elif kind == FILEPASS:
            raise UnreadableError("encrypted_file")
        elif kind == CODEPAGE:
            workbook.encoding = _CODE_PAGES.get(struct.unpack_from("<H", content)[0], "gb18030")
        elif kind == DATEMODE:
            workbook.is_1904 = content[:1] == b"\x01"
        elif kind == BOUNDSHEET:
            position, state, sheet_type = struct.unpack_from("<IBB", content)
            if state & 3 == 0 and sheet_type == _WORKSHEET:
                workbook.sheets.append(position)
        elif kind in (FORMAT, FORMAT_5):
            workbook.codes[struct.unpack_from("<H", content)[0]] = _format(content, workbook)
        elif kind == XF:
            if workbook.is_biff8 and _is_framed(content):
                workbook.framing.add(len(workbook.styles))
            workbook.styles.append(struct.unpack_from("<H", content, 2)[0])
        elif kind == SST or (kind == CONTINUE and last == SST):
            shared.append(content)
            kind = SST
        last = kind
    if not workbook.sheets and not workbook.styles:
        raise UnreadableError("damaged_file")
    if shared:
        workbook.strings = _shared_strings(shared)
    return workbook


def _is_framed(content: bytes) -> bool:
    """Whether a cell style draws a border at the left, and at the top or bottom (styles of lines, four bits each)."""
    lines = int.from_bytes(content[10:12], "little")
    return bool(lines & 0xF and lines & 0xFF00)


def _format(content: bytes, workbook: _Workbook) -> str:
    if workbook.is_biff8:
        return _string(content, 2)
    return content[3 : 3 + content[2]].decode(workbook.encoding, errors="replace")


def _string(content: bytes, position: int) -> str:
    """A string of BIFF8 within one record."""
    count, flags = struct.unpack_from("<HB", content, position)
    position += 3 + (2 if flags & 8 else 0) + (4 if flags & 4 else 0)
    if flags & 1:
        return content[position : position + 2 * count].decode("utf-16-le", errors="replace")
    return content[position : position + count].decode("latin-1")


def _shared_strings(pieces: list[bytes]) -> list[str]:
    """The shared strings. They run over the ends of records; characters that do so begin with their width anew."""
    total = struct.unpack_from("<I", pieces[0], 4)[0]
    if total > _MOST_STRINGS:
        raise UnreadableError("document_too_large")
    reader = _Pieces(pieces)
    reader.position = 8
    strings: list[str] = []
    while len(strings) < total and not reader.at_end():
        strings.append(reader.string())
    return strings


class _Pieces:
    """Reads on from one record into the next."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces
        self._index = 0
        self.position = 0

    def at_end(self) -> bool:
        while self._index < len(self._pieces) and self.position >= len(self._pieces[self._index]):
            self._index += 1
            self.position = 0
        return self._index >= len(self._pieces)

    def _take(self, count: int) -> bytes:
        taken = b""
        while len(taken) < count:
            if self.at_end():
                raise UnreadableError("damaged_file")
            part = self._pieces[self._index][self.position : self.position + count - len(taken)]
            self.position += len(part)
            taken += part
        return taken

    def string(self) -> str:
        return self._whole_string() or self._torn_string()

    def _whole_string(self) -> str | None:
        """A string that stands in one record with all that belongs to it, as most do; None where it doesn't, and where it is empty."""
        if self.at_end():
            return None
        piece, start = self._pieces[self._index], self.position + 3
        if start + 6 > len(piece):
            return None
        count, flags = struct.unpack_from("<HB", piece, self.position)
        rest = 0
        if flags & 8:
            rest = 4 * int.from_bytes(piece[start : start + 2], "little")
            start += 2
        if flags & 4:
            rest += int.from_bytes(piece[start : start + 4], "little")
            start += 4
        end = start + (2 * count if flags & 1 else count)
        if end + rest > len(piece):
            return None
        self.position = end + rest
        return piece[start:end].decode("utf-16-le" if flags & 1 else "latin-1", "replace")

    def _torn_string(self) -> str:
        count, flags = struct.unpack("<HB", self._take(3))
        runs = struct.unpack("<H", self._take(2))[0] if flags & 8 else 0
        extra = struct.unpack("<I", self._take(4))[0] if flags & 4 else 0
        text = ""
        is_wide = bool(flags & 1)
        while len(text) < count:
            if self.position >= len(self._pieces[self._index]):
                if self.at_end():
                    raise UnreadableError("damaged_file")
                is_wide = bool(self._take(1)[0] & 1)
            piece = self._pieces[self._index]
            size = 2 if is_wide else 1
            chunk = piece[self.position : self.position + size * (count - len(text))]
            if len(chunk) < size:
                raise UnreadableError("damaged_file")
            chunk = chunk[: len(chunk) // size * size]
            self.position += len(chunk)
            # Every two bytes are one character here: halves of pairs are put together below.
            text += "".join(map(chr, memoryview(chunk).cast("H"))) if is_wide else chunk.decode("latin-1")
        self._skip(4 * runs + extra)
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _skip(self, count: int) -> None:
        while count > 0 and not self.at_end():
            step = min(count, len(self._pieces[self._index]) - self.position)
            self.position += step
            count -= step


def _sheet(stream: bytes, position: int, workbook: _Workbook) -> Sheet:
    sheet = Sheet()
    awaited: tuple[int, int] | None = None
    for kind, content in _records(stream, position):
        if kind == ROW:
            row, flags = struct.unpack_from("<H10xH", content)
            if flags & 0x20:
                sheet.hidden_rows.add(row)
        elif kind == COLINFO:
            first, last, _, _, flags = struct.unpack_from("<5H", content)
            if flags & 1:
                sheet.hide_columns(first, last)
        elif kind == MERGES:
            count = struct.unpack_from("<H", content)[0]
            for index in range(count):
                top, bottom, left, right = struct.unpack_from("<4H", content, 2 + 8 * index)
                sheet.merge(top, left, bottom, right)
        elif kind == STRING and awaited is not None:
            sheet.put(*awaited, _text(content, 0, workbook))
            awaited = None
        elif kind in _CELLS:
            awaited = _cell(sheet, kind, content, workbook)
    return sheet


_CELLS = frozenset((NUMBER, RK, MULRK, LABELSST, LABEL, RSTRING, FORMULA, BOOLERR))


def _cell(sheet: Sheet, kind: int, content: bytes, workbook: _Workbook) -> tuple[int, int] | None:
    """Puts a cell into the sheet; the place of one whose text is told by the next record."""
    row, column, style = struct.unpack_from("<3H", content)
    if row >= MOST_ROWS or column >= MOST_COLUMNS:
        raise UnreadableError("damaged_file")
    if style in workbook.framing:
        sheet.framed.add((row, column))
    if kind == NUMBER:
        sheet.put(row, column, workbook.shown(struct.unpack_from("<d", content, 6)[0], style))
    elif kind == RK:
        sheet.put(row, column, workbook.shown(_rk(content, 6), style))
    elif kind == MULRK:
        for index in range((len(content) - 6) // 6):
            style = struct.unpack_from("<H", content, 4 + 6 * index)[0]
            sheet.put(row, column + index, workbook.shown(_rk(content, 6 + 6 * index), style))
    elif kind == LABELSST:
        index = struct.unpack_from("<I", content, 6)[0]
        if index >= len(workbook.strings):
            raise UnreadableError("damaged_file")
        sheet.put(row, column, workbook.strings[index])
    elif kind in (LABEL, RSTRING):
        sheet.put(row, column, _text(content, 6, workbook))
    elif kind == BOOLERR:
        sheet.put(row, column, _truth(content[6], content[7]))
    elif content[12:14] != b"\xff\xff":
        sheet.put(row, column, workbook.shown(struct.unpack_from("<d", content, 6)[0], style))
    elif content[6] == 0:
        return row, column
    elif content[6] in (1, 2):
        sheet.put(row, column, _truth(content[8], content[6] - 1))
    return None


def _truth(value: int, is_error: int) -> str:
    if is_error:
        return _ERRORS.get(value, "#N/A")
    return "TRUE" if value else "FALSE"


def _text(content: bytes, position: int, workbook: _Workbook) -> str:
    if workbook.is_biff8:
        return _string(content, position)
    count = struct.unpack_from("<H", content, position)[0]
    return content[position + 2 : position + 2 + count].decode(workbook.encoding, errors="replace")


def _rk(content: bytes, position: int) -> float:
    """A number in four bytes: the upper half of a double, or a whole number; hundredfold or not."""
    packed = struct.unpack_from("<i", content, position)[0]
    if packed & 2:
        value: float = packed >> 2
    else:
        value = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return float(Decimal(repr(value)) / 100) if packed & 1 else value
