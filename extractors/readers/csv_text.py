"""Comma-separated values to a Document.

Lives here: telling them from prose, conservatively, and cutting them into cells.
Elsewhere: the encoding (encoding.py), how cells become text (sheets.py).
"""

import csv
import io
import re
from itertools import islice

from extractors.document import Document
from extractors.readers.damage import note_damage
from extractors.readers.encoding import CONTROL_CHARACTER, REPLACEMENT, Decoded, decode
from extractors.readers.sheets import MOST_COLUMNS, Sheet, SheetWriter
from extractors.readers.unreadable import UnreadableError
from extractors.readers.writer import Writer

MEDIA_TYPE = "text/csv"
# Every line of a table has as many commas as the next; that so many lines of prose do so by chance is not to be expected.
_LEAST_ROWS = 3
# A table says numbers: prose whose lines all have a comma doesn't, between its commas.
_LEAST_NUMBERS = 0.15
_LONGEST_FIELD = 300
_TRIED_ROWS = 50
_VALUE = re.compile(r"\s*-?\d[\d,]*(?:\.\d+)?%?\s*")


def is_csv(text: str) -> bool:
    """Whether a text is a table of comma-separated values: every row as wide as the next, and numbers among its fields."""
    head = text[:8192]
    if head.count(",") < max(_LEAST_ROWS, head.count("\n")) or "\t" in head:
        return False
    try:
        rows = [row for row in islice(csv.reader(io.StringIO(text, newline=""), strict=True), _TRIED_ROWS) if row]
    except csv.Error:
        return False
    widths = {len(row) for row in rows}
    if len(rows) < _LEAST_ROWS or len(widths) != 1 or widths == {1}:
        return False
    fields = [field for row in rows for field in row if field.strip()]
    numbers = sum(_VALUE.fullmatch(field) is not None for field in fields)
    return numbers >= _LEAST_NUMBERS * len(fields) and not any(len(field) > _LONGEST_FIELD for field in fields)


def read(name: str, data: bytes) -> Document:
    """The Document of comma-separated values. Raises `UnreadableError` for what is no table after all or too large."""
    decoded = decode(data)
    if decoded is None:
        raise UnreadableError("undecodable_text")
    return read_decoded(name, decoded)


def read_decoded(name: str, decoded: Decoded) -> Document:
    """The same of a text whose encoding is known."""
    document = Document(name, MEDIA_TYPE, reader="csv", encoding=decoded.encoding)
    sheet = Sheet()
    text = CONTROL_CHARACTER.sub(REPLACEMENT, decoded.text.removeprefix("\ufeff").rstrip("\x00\x1a"))
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""))):
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
