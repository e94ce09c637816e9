"""Headers, footers and page numbers: what stands on pages and is no part of the text.

Lives here: telling them by their place, their number and their repetition.
Elsewhere: what remains (flow.py); page numbers within plain text, which has no places (../../layout.py).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Protocol

from extractors.layout import MARKED_PAGE_NUMBER
from extractors.readers.pages.lines import Line

# Margins hold headers and footers: of 297 mm, at most this share at the top and at the bottom.
MARGIN = 0.12
# Headers and footers have at most this many lines.
MOST_LINES = 2
# The same line on this share of the pages, at least on two, is a header. Left and right pages may have their own.
REPEATED = 0.3
# The same header stands at the same height (points).
SAME_HEIGHT = 4.0
DIGITS = re.compile(r"\d+")
BARE_NUMBER = re.compile(r"\d{1,4}")


class Sheet(Protocol):
    """What is needed of a page: its height and its lines outside of tables, from top to bottom."""

    height: float
    lines: list[Line]


def remove_furniture(sheets: Sequence[Sheet]) -> None:
    """Takes headers, footers and page numbers off the lines of the sheets."""
    candidates = [_marginal(sheet) for sheet in sheets]
    shapes: defaultdict[str, list[float]] = defaultdict(list)
    offsets: Counter[int] = Counter()
    for index, found in enumerate(candidates):
        for line in found:
            text = "".join(line.text.split())
            shapes[DIGITS.sub("#", text)].append(line.top)
            if BARE_NUMBER.fullmatch(text):
                offsets[int(text) - index] += 1
    least = max(2, REPEATED * len(sheets))
    for index, (sheet, found) in enumerate(zip(sheets, candidates, strict=True)):
        gone = {id(line) for line in found if _is_furniture(line, index, len(sheets), shapes, offsets, least)}
        if gone:
            sheet.lines = [line for line in sheet.lines if id(line) not in gone]


def _marginal(sheet: Sheet) -> list[Line]:
    """The outermost lines, as far as they stand in the margins."""
    top, bottom = MARGIN * sheet.height, (1 - MARGIN) * sheet.height
    above = [line for line in sheet.lines[:MOST_LINES] if line.bottom < top]
    return above + [line for line in sheet.lines[-MOST_LINES:] if line.top > bottom]


def _is_furniture(line: Line, index: int, pages: int, shapes: dict[str, list[float]], offsets: Counter[int], least: float) -> bool:
    text = "".join(line.text.split())
    if MARKED_PAGE_NUMBER.fullmatch(text):
        return True
    if BARE_NUMBER.fullmatch(text):
        # Counting on with the pages, or the lone 1 of a document of one page.
        return offsets[int(text) - index] > 1 or (pages == 1 and int(text) == 1)
    return sum(abs(top - line.top) <= SAME_HEIGHT for top in shapes[DIGITS.sub("#", text)]) >= least
