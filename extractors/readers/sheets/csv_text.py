"""Comma-separated and tab-separated values to a Document.

Lives here: telling them from prose, conservatively, and cutting them into cells.
Elsewhere: the encoding (../encoding.py), how cells become text (sheet.py).
"""

import csv
import io
import re
from itertools import islice

from extractors.document import Document
from extractors.readers.damage import note_damage
from extractors.readers.encoding import CONTROL_CHARACTER, REPLACEMENT, Decoded
from extractors.readers.sheets.sheet import MOST_COLUMNS, Sheet, SheetWriter
from extractors.readers.unreadable import UnreadableError
from extractors.readers.writer import Writer

MEDIA_TYPE = "text/csv"
# Every line of a table has as many commas as the next; that so many lines of prose do so by chance is not to be expected.
_LEAST_ROWS = 3
# A table says numbers: prose whose lines all have a comma doesn't, between its commas.
_LEAST_NUMBERS = 0.15
# A report saved from a sheet has its text in the first column: most of its rows end in empty fields, as no line of prose does.
_LEAST_PADDED = 0.5
_LONGEST_FIELD = 300
_TRIED_ROWS = 50
_HEAD = 8192
_VALUE = re.compile(r"\s*-?\d[\d,，]*(?:[.．]\d+)?[%％]?\s*")


def is_csv(text: str) -> bool:
    """Whether a text is a table of comma-separated (or tab-separated) values, as spreadsheets save them."""
    return _delimiter(text) is not None


def _delimiter(text: str) -> str | None:
    """What parts the values: every row is as wide as the next, and has numbers or an empty end. None where the text is something else.

    Tabs also stand between the cells of tables within a text: only where a title is padded with them all of it is a sheet.
    """
    head = text[:_HEAD]
    if "\t" in head:
        title = head.lstrip("\r\n").partition("\n")[0]
        if "\t" not in title and '"' not in title:
            return None
        rows = _rows(text, "\t")
        return "\t" if rows and rows[0][0].strip() and not any(rows[0][1:]) else None
    if _is_quoted(head):
        return ","
    if head.count(",") < max(_LEAST_ROWS, head.count("\n")):
        return None
    rows = _rows(text, ",")
    fields = [field for row in rows for field in row if field.strip()]
    numbers = sum(_VALUE.fullmatch(field) is not None for field in fields)
    is_table = rows and numbers >= _LEAST_NUMBERS * len(fields) and not any(len(field) > _LONGEST_FIELD for field in fields)
    return "," if is_table or _is_padded(rows) else None


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """The first rows; none where they are not equally wide, or of one field."""
    try:
        rows = [row for row in islice(csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter), _TRIED_ROWS) if row]
    except csv.Error:
        return []
    widths = {len(row) for row in rows}
    return rows if len(rows) >= _LEAST_ROWS and len(widths) == 1 and widths != {1} else []


def _is_padded(rows: list[list[str]]) -> bool:
    return bool(rows) and sum(not row[-1] for row in rows) >= _LEAST_PADDED * len(rows)


def _is_quoted(head: str) -> bool:
    """Whether every line is one field in quotes: a sheet of one column, all of whose texts were put in quotes."""
    if not head.startswith('"'):
        return False
    lines = [line.rstrip() for line in head.split("\n")]
    if len(head) == _HEAD:
        lines.pop()
    filled = [line for line in lines if line]
    return len(filled) >= _LEAST_ROWS and all(len(line) > 1 and line[0] == line[-1] == '"' for line in filled)


def read_decoded(name: str, decoded: Decoded) -> Document:
    """The Document of comma-separated values. Raises `UnreadableError` for what is no table after all or too large."""
    document = Document(name, MEDIA_TYPE, reader="csv", encoding=decoded.encoding)
    sheet = Sheet()
    text = CONTROL_CHARACTER.sub(REPLACEMENT, decoded.text.removeprefix("\ufeff").rstrip("\x00\x1a"))
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text) or ",")):
            if len(row) > MOST_COLUMNS:
                raise UnreadableError("document_too_large")
            for column, field in enumerate(row):
                sheet.put(number, column, field)
    except csv.Error as error:
        raise UnreadableError("damaged_file") from error
    writer = Writer(document)
    SheetWriter(writer).emit(sheet)
    writer.finish()
    note_damage(document)
    return document
