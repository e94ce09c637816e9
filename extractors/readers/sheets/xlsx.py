"""XLSX to a Document.

Lives here: the parts of a workbook: visible sheets in order, shared strings, formats, cells, merges.
Elsewhere: the package (../packages.py), what a number prints (number_formats.py), how sheets become text (sheet.py).

Read here and not by a library: those known give numbers as floats without their format, hidden rows as if they were shown, and room
to every place up to the furthest cell.
"""

import re
from functools import lru_cache

from lxml import etree

from extractors.document import Document
from extractors.readers.media_types import XLSX
from extractors.readers.packages import Package
from extractors.readers.sheets.number_formats import GENERAL, built_in, printed
from extractors.readers.sheets.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, SheetWriter
from extractors.readers.unreadable import UnreadableError
from extractors.readers.writer import Writer

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_T, _V, _ROW, _RUN, _IS, _F, _SI, _READING = f"{_S}t", f"{_S}v", f"{_S}row", f"{_S}r", f"{_S}is", f"{_S}f", f"{_S}si", f"{_S}rPh"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
# Characters that XML can't hold are written so.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_YES = ("1", "true")
# What tells the format (../media_types.py).
MAIN_PART = "xl/workbook.xml"


def read(name: str, data: bytes) -> Document:
    """The Document of an XLSX (XLSM). Raises `UnreadableError` for what is encrypted, damaged or too large."""
    package = Package(data)
    main_part = package.main_part(MAIN_PART)
    workbook = package.xml(main_part)
    if workbook is None:
        raise UnreadableError("damaged_file")
    relations = package.relations(main_part)
    parts = {relation.kind: relation.target for relation in relations.values()}
    strings = _strings(package.xml(parts["sharedStrings"])) if "sharedStrings" in parts else []
    styles = package.xml(parts["styles"]) if "styles" in parts else None
    formats, framing = _formats(styles), _framing(styles)
    properties = workbook.find(f"{_S}workbookPr")
    is_1904 = properties is not None and properties.get("date1904") in _YES
    document = Document(name, XLSX, reader="xlsx")
    writer = Writer(document)
    sheets = SheetWriter(writer)
    for element in workbook.iterfind(f"{_S}sheets/{_S}sheet"):
        relation = relations.get(element.get(_R_ID, ""))
        if element.get("state", "visible") != "visible" or relation is None or relation.kind != "worksheet":
            continue
        root = package.xml(relation.target)
        if root is not None:
            sheets.emit(_sheet(root, strings, formats, framing, is_1904))
    return writer.finish_with_text()


def _strings(root: etree._Element | None) -> list[str]:
    if root is None:
        return []
    if next(root.iter(_READING), None) is not None:
        return [_text(element) for element in root.iterchildren(_SI)]
    # Without readings all texts in a string are its own: one pass over both.
    strings: list[str] = []
    for element in root.iter(_SI, _T):
        if element.tag == _SI:
            strings.append("")
        elif strings:
            strings[-1] += element.text or ""
    return [_plain(text) if "_x" in text else text for text in strings]


def _text(element: etree._Element) -> str:
    """The runs of a string, without the reading that may stand above it."""
    text = ""
    for child in element:
        tag = child.tag
        if tag == _T:
            text += child.text or ""
        elif tag == _RUN:
            text += child.findtext(_T) or ""
    return _plain(text) if "_x" in text else text


def _plain(text: str) -> str:
    return _ESCAPED.sub(_unescaped, text)


def _unescaped(match: re.Match[str]) -> str:
    """A character written by its code, unless it is a control character or half of one."""
    code = int(match[1], 16)
    return chr(code) if 0x20 <= code < 0xD800 or code == 0x0A else ""


def _formats(root: etree._Element | None) -> list[str]:
    """The number format of each cell style."""
    if root is None:
        return []
    codes = dict(built_in())
    for element in root.iterfind(f"{_S}numFmts/{_S}numFmt"):
        codes[_number(element.get("numFmtId"), -1)] = element.get("formatCode", GENERAL)
    return [codes.get(_number(element.get("numFmtId"), 0), GENERAL) for element in root.iterfind(f"{_S}cellXfs/{_S}xf")]


def _framing(root: etree._Element | None) -> frozenset[str]:
    """The numbers of the cell styles that draw a border at the left, and at the top or bottom."""
    if root is None:
        return frozenset()
    borders = {
        str(index)
        for index, border in enumerate(root.iterfind(f"{_S}borders/{_S}border"))
        if _is_drawn(border, "left", "start") and _is_drawn(border, "top", "bottom")
    }
    return frozenset(str(index) for index, style in enumerate(root.iterfind(f"{_S}cellXfs/{_S}xf")) if style.get("borderId") in borders)


def _is_drawn(border: etree._Element, *sides: str) -> bool:
    found = (border.find(f"{_S}{side}") for side in sides)
    return any(side is not None and side.get("style", "none") != "none" for side in found)


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdecimal() and len(text) < 10 else default


def _sheet(root: etree._Element, strings: list[str], formats: list[str], framing: frozenset[str], is_1904: bool) -> Sheet:
    sheet = Sheet()
    for element in root.iterfind(f"{_S}cols/{_S}col"):
        if element.get("hidden") in _YES:
            sheet.hide_columns(_number(element.get("min"), 1) - 1, _number(element.get("max"), 1) - 1)
    row = -1
    for line in root.iterfind(f"{_S}sheetData/{_ROW}"):
        row = _number(line.get("r"), row + 2) - 1
        if not 0 <= row < MOST_ROWS:
            raise UnreadableError("damaged_file")
        if line.get("hidden") in _YES:
            sheet.hidden_rows.add(row)
            continue
        column = -1
        for cell in line:
            reference = cell.get("r")
            column = column + 1 if reference is None else _column(reference.rstrip("0123456789"))
            if not 0 <= column < MOST_COLUMNS:
                raise UnreadableError("damaged_file")
            if not len(cell):
                continue
            text = _shown(cell, strings, formats, is_1904)
            if text:
                sheet.put(row, column, text)
                if cell.get("s") in framing:
                    sheet.framed.add((row, column))
    for element in root.iterfind(f"{_S}mergeCells/{_S}mergeCell"):
        first, _, last = element.get("ref", "").partition(":")
        sheet.merge(*_place(first), *_place(last or first))
    return sheet


def _place(reference: str) -> tuple[int, int]:
    """Row and column of a reference as B3."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise UnreadableError("damaged_file")
    return int(match[2]) - 1, _column(match[1])


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """The number of a column; -1 for what is no name of one."""
    if len(letters) > 3 or not (letters.isascii() and letters.isalpha() and letters.isupper()):
        return -1
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _shown(cell: etree._Element, strings: list[str], formats: list[str], is_1904: bool) -> str:
    """What a cell prints. A formula without its result prints itself: what it would give isn't in the file."""
    kind = cell.get("t")
    value: str | None = None
    formula = inline = None
    # Most have a value and nothing else.
    for child in cell if len(cell) > 1 else (cell[0],):
        tag = child.tag
        if tag == _V:
            value = child.text
            formula = None
            break
        if tag == _F:
            formula = child.text
        elif tag == _IS:
            inline = child
    if kind == "inlineStr":
        return "" if inline is None else _text(inline)
    if not value:
        return f"={formula}" if formula else ""
    if kind == "s":
        index = int(value) if value.isdecimal() and len(value) < 8 else -1
        if not 0 <= index < len(strings):
            raise UnreadableError("damaged_file")
        return strings[index]
    if kind == "b":
        return "TRUE" if value.strip() in _YES else "FALSE"
    if kind in ("str", "e", "d"):
        return value
    style = _number(cell.get("s"), 0)
    return printed(value.strip(), formats[style] if style < len(formats) else GENERAL, is_1904)
