"""Workbooks in one file of XML (XML Spreadsheet 2003) to a Document.

Systems that fill in templates write such files, and mostly name them .xls.

Lives here: visible sheets, rows, cells with their places, merges and formats.
Elsewhere: what a number prints (number_formats.py), how sheets become text (sheet.py).
"""

import re
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from extractors.document import Document
from extractors.readers import media_types
from extractors.readers.encoding import Decoded
from extractors.readers.packages import parsed
from extractors.readers.sheets.number_formats import GENERAL, printed
from extractors.readers.sheets.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, SheetWriter
from extractors.readers.unreadable import UnreadableError
from extractors.readers.writer import Writer

_S = "{urn:schemas-microsoft-com:office:spreadsheet}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_INDEX, _SPAN, _HIDDEN, _STYLE = f"{_S}Index", f"{_S}Span", f"{_S}Hidden", f"{_S}StyleID"
_NUMBER = re.compile(r"\d{1,7}")
# The day from which spreadsheets count.
_EPOCH = datetime(1899, 12, 30)
_SECONDS_OF_DAY = 86_400
# Formats that have a name in these files.
_NAMED = {
    "General Number": GENERAL,
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Percent": "0.00%",
    "Short Date": "yyyy/m/d",
    "Medium Date": "yyyy/m/d",
    "Long Date": 'yyyy"年"m"月"d"日"',
    "General Date": "yyyy/m/d",
    "Long Time": "h:mm:ss",
    "Medium Time": "h:mm",
    "Short Time": "h:mm",
    # The sign is that of the system, which the file doesn't tell.
    "Currency": "#,##0.00",
    "Euro Currency": "€#,##0.00",
    "Scientific": "0.00E+00",
}


@dataclass(slots=True)
class _Styles:
    """Formats by the id of the style, and the styles that draw a border at the left, and at the top or bottom."""

    formats: dict[str, str] = field(default_factory=dict)
    framing: set[str] = field(default_factory=set)


def read_decoded(name: str, decoded: Decoded) -> Document:
    """The Document of a workbook in XML. Raises `UnreadableError` for what is damaged or too large."""
    # The declaration may name another encoding than the file has.
    root = parsed(media_types.XML_DECLARATION.sub("", decoded.text.lstrip("\ufeff"), count=1).encode())
    if root.tag != f"{_S}Workbook":
        raise UnreadableError("unsupported_format")
    styles = _styles(root)
    document = Document(name, media_types.EXCEL_XML, reader="excel_xml")
    writer = Writer(document)
    sheets = SheetWriter(writer)
    for worksheet in root.iterchildren(f"{_S}Worksheet"):
        table = worksheet.find(f"{_S}Table")
        if table is not None and worksheet.findtext(f"{_X}WorksheetOptions/{_X}Visible", "SheetVisible") == "SheetVisible":
            sheets.emit(_sheet(table, styles))
    return writer.finish_with_text()


def _styles(root: etree._Element) -> _Styles:
    styles = _Styles()
    for style in root.iterfind(f"{_S}Styles/{_S}Style"):
        style_id = style.get(f"{_S}ID", "")
        shown = style.find(f"{_S}NumberFormat")
        code = GENERAL if shown is None else shown.get(f"{_S}Format", GENERAL)
        styles.formats[style_id] = _NAMED.get(code, code)
        sides = {
            border.get(f"{_S}Position")
            for border in style.iterfind(f"{_S}Borders/{_S}Border")
            if border.get(f"{_S}LineStyle", "None") != "None"
        }
        if "Left" in sides and not sides.isdisjoint(("Top", "Bottom")):
            styles.framing.add(style_id)
    return styles


def _sheet(table: etree._Element, styles: _Styles) -> Sheet:
    sheet = Sheet()
    column = -1
    for element in table.iterchildren(f"{_S}Column"):
        column = _place(element, column)
        last = column + _count(element, _SPAN)
        if element.get(_HIDDEN) == "1":
            sheet.hide_columns(column, last)
        column = last
    row = -1
    for line in table.iterchildren(f"{_S}Row"):
        above, row = row, _place(line, row)
        last = row + _count(line, _SPAN)
        # Rows that go back would be walked over again and again.
        if row <= above or last >= MOST_ROWS:
            raise UnreadableError("damaged_file")
        if line.get(_HIDDEN) == "1":
            sheet.hidden_rows.update(range(row, last + 1))
        else:
            _line(sheet, line, row, styles)
        row = last
    return sheet


def _line(sheet: Sheet, line: etree._Element, row: int, styles: _Styles) -> None:
    column = -1
    for cell in line.iterchildren(f"{_S}Cell"):
        column = _place(cell, column)
        if column >= MOST_COLUMNS:
            raise UnreadableError("damaged_file")
        style = cell.get(_STYLE) or line.get(_STYLE) or ""
        sheet.put(row, column, _shown(cell.find(f"{_S}Data"), styles.formats.get(style, GENERAL)))
        if style in styles.framing:
            sheet.framed.add((row, column))
        across, down = _count(cell, f"{_S}MergeAcross"), _count(cell, f"{_S}MergeDown")
        sheet.merge(row, column, row + down, column + across)
        column += across


def _place(element: etree._Element, before: int) -> int:
    """The row or column of an element: the next one, unless it says which."""
    if element.get(_INDEX) is None:
        return before + 1
    index = _count(element, _INDEX)
    if not index:
        raise UnreadableError("damaged_file")
    return index - 1


def _count(element: etree._Element, name: str) -> int:
    value = element.get(name, "0")
    if _NUMBER.fullmatch(value) is None:
        raise UnreadableError("damaged_file")
    return int(value)


def _shown(data: etree._Element | None, code: str) -> str:
    """What a cell prints of its content."""
    if data is None:
        return ""
    text = "".join(data.itertext())
    kind = data.get(f"{_S}Type")
    if kind == "Number":
        return printed(text.strip(), code) if text.strip() else ""
    if kind == "DateTime":
        try:
            moment = datetime.fromisoformat(text.strip()).replace(tzinfo=None) - _EPOCH
        except ValueError:
            return text
        return printed(str(moment.days + moment.seconds / _SECONDS_OF_DAY), _NAMED["Short Date"] if code == GENERAL else code)
    if kind == "Boolean":
        return "TRUE" if text.strip() == "1" else "FALSE"
    return text
