"""What the printed table says about its report.

Lives here: the lines around an official table (填报单位, the year in brackets, 填报日期), and what heads such a table.
Elsewhere: the table's figures (../forms), whether it was left empty (content.py).
"""

import re
from collections.abc import Iterator

from extractors.identity import dates
from extractors.identity.evidence import Line
from extractors.records import Evidence

_FILLED_BY = re.compile(
    r"填\s*报\s*(?:单\s*位|部\s*门)\s*(?:[（(](?:盖章|公章|签章)[）)])?\s*[:：]\s*(?P<name>[一-鿿][一-鿿（）()]*(?:[ ][一-鿿]+)*)"
)
_FILLED_ON = re.compile(r"(?:填\s*报|填\s*表|制\s*表|报\s*出|上\s*报|报\s*送)\s*(?:日\s*期|时\s*间)\s*(?:[:：]|\t)\s*")
_LONGEST_FRAME = 120
# A day by which a form is due is not the one on which it was filled in.
_DUE = re.compile(r"\s*(?:之?前|以前|止)")
_YEAR = re.compile(r"^[\s#*（(]*(\d{4}|[一二三四五六七八九〇零○]{4})\s*年\s*度?\s*[）)]*[\s*]*$")
# Within one cell: a blank that could be a tab would be tried anew from every empty cell of a row.
YEAR_COLUMN = re.compile(r"(?:^|\t)[^\S\t]{0,20}(\d{4})[^\S\t]{0,8}年度?[^\S\t]{0,20}(?=\t)")
_CONTENTS = re.compile("统\\s*计\\s*指\\s*标|指\\s*标\\s*名\\s*称|信\\s*息\\s*内\\s*容|申\\s*请\\s*人\\s*情\\s*况")


def read_form(lines: list[Line]) -> Iterator[Evidence]:
    """The author, the year and the day that the lines around tables print."""
    for index, line in enumerate(lines):
        text = line.text
        if "填" in text or (len(text) < _LONGEST_FRAME and ("日期" in text or "时间" in text)):
            for match in _FILLED_BY.finditer(text):
                name = re.sub(r"\s+(?:单位|填|审|联).*$|\s", "", match["name"])
                yield Evidence("publisher", name, "form_header", line.start + match.start("name"), line.start + match.end("name"))
            filled = _FILLED_ON.search(text)
            first = dates.first_day(text, filled.end()) if filled else None
            if filled and first and first[1] == filled.end() and not _DUE.match(text, first[2]):
                yield Evidence("filled_date", first[0].isoformat(), "form_footer", line.start + first[1], line.start + first[2])
        elif len(text) < 60 and not line.is_table:
            year = _YEAR.match(text)
            if year and any("表" in near.text or near.is_table for near in lines[max(0, index - 2) : index + 3] if near is not line):
                yield from _year(year, line)
        elif line.is_table and "年" in text:
            column = YEAR_COLUMN.search(text)
            if column and _CONTENTS.search(text):
                yield from _year(column, line)


def _year(match: re.Match[str], line: Line) -> Iterator[Evidence]:
    value = dates.number(match[1])
    if value is not None and 1990 <= value <= 2099:
        yield Evidence("report_year", str(value), "form_header", line.start + match.start(1), line.start + match.end(1))


def has_official_header(row: str) -> bool:
    """Do the words of a row head one of the official tables?"""
    return _CONTENTS.search(row) is not None
