"""What identity reads and what it hands on.

Lives here: `Line` (one line of the canonical text, characters folded), the head of a document, and `Identity`.
Elsewhere: `Evidence` (../records.py); who finds which evidence (metadata.py, titles.py, publishers.py, periods.py, signatures.py,
origins.py), who weighs it (__init__.py).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from extractors.document import Document
from extractors.identity import wording
from extractors.records import Evidence, Issue, Report

# Longer than any title; a line of this length with a comma in it is the text itself.
_BODY_LENGTH = 50
_HEAD_LINES = 120
_TITLE_ROWS = 2
_NUMBERED = re.compile(
    r"^[\s#*]*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+[部章节])"
)
_SENTENCE = re.compile("[，,。；;]")


@dataclass(slots=True)
class Identity:
    """What report a document is, the signs that prove it, and what was wrong with it."""

    report: Report
    evidence: list[Evidence] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """One non-empty line. `text` has the printed length; traditional characters are folded. `end` is the offset behind it."""

    text: str
    start: int
    is_table: bool
    is_heading: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def lines_of(document: Document, text: str) -> list[Line]:
    """The non-empty lines, in reading order; `text` is the folded canonical text."""
    lines: list[Line] = []
    for block in document.blocks:
        if block.table is not None:
            # A row of one cell at the head of a document is a line that stands between the columns of a metadata block: often its title.
            rows = [(text[row.start : row.end], row.start) for row in block.table.rows]
            # So is a title that was set as the first row over all columns.
            first = len(lines)
            lines.extend(
                Line(row, start, first + index > _HEAD_LINES or "\t" in (row.strip() if index < _TITLE_ROWS else row), False)
                for index, (row, start) in enumerate(rows)
            )
        else:
            position = block.start
            whole = text[position : block.end]
            for part in whole.split("\n") if "\n" in whole else (whole,):
                if part.strip():
                    lines.append(Line(part, position, False, block.kind == "heading"))
                position += len(part) + 1
    return lines


def is_body(line: Line) -> bool:
    """Is this line running text, so that the head of the document has ended?"""
    if line.is_table:
        return False
    if _NUMBERED.match(line.text):
        return True
    stripped = line.text.strip()
    return (len(stripped) >= _BODY_LENGTH and bool(_SENTENCE.search(stripped))) or (len(stripped) > 20 and stripped.endswith("。"))


def head_length(lines: list[Line], is_metadata: Callable[[Line], bool]) -> int:
    """How many lines stand before the text begins (site chrome, metadata, title)."""
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if is_body(line) and not is_metadata(line):
            return index
    return min(len(lines), _HEAD_LINES)


_CHROME_START = tuple(row["words"] for row in wording.rows("chrome") if row["where"] == "start")
_CHROME_ANY = tuple(row["words"] for row in wording.rows("chrome") if row["where"] == "any")
_BREADCRUMB = re.compile(r"[>»›＞]|->|→")


def is_chrome(text: str) -> bool:
    """Does the line belong to the page around the document: navigation, counters, buttons?"""
    stripped = text.strip().lstrip("·•-* ")
    return stripped.startswith(_CHROME_START) or any(words in stripped for words in _CHROME_ANY) or bool(_BREADCRUMB.search(stripped))
