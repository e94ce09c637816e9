"""Tables that a conversion set one cell a line: label, unit, figures, and the next label.

Lives here: finding them by the units that come back at every row, and cutting them into rows. Some conversions set a bar behind each
cell, on its line or on one of its own; then bars tell where an empty cell stood.
Elsewhere: tables whose rows are lines (text_tables.py); what a cell means (../../forms).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.numbers import DASH, parse_cell, units

# Fewer rows may come about by chance.
LEAST_ROWS = 4
# Label, unit and a figure; the widest form with units has four figures.
COLUMNS = range(3, 7)
LONGEST_LABEL = 100
BARS = "|｜│┃"
# Fewer lines that end with their only bar are no table of such lines: four rows have twelve.
LEAST_BARS = 12
LONGEST_HEADER = 16
_COLUMN_NAME = re.compile("[甲乙丙丁戊己A-Z]|[(（]?\\d[)）]?")
_HAN = re.compile("[\u3400-\u9fff]")
_SPACES = " \t\u00a0\u3000\u200b\ufeff"


@dataclass(slots=True)
class Stacked:
    """Rows that stand on the lines [start, end); the flag of a row says whether its cells are known to stand in their columns."""

    start: int
    end: int
    rows: list[tuple[list[str], bool]]


def stacked_tables(lines: Sequence[str]) -> Iterator[Stacked]:
    """Every such table, in order."""
    texts = [line.strip(_SPACES) for line in lines]
    if sum(text[-1:] in BARS and text.count(text[-1]) == 1 for text in texts if text) < LEAST_BARS:
        yield from _found(texts)
        return
    cells, ends = _between_bars(texts)
    for table in _found(cells):
        table.start = ends[table.start - 1] if table.start else 0
        table.end = ends[table.end - 1]
        yield table


def _between_bars(texts: Sequence[str]) -> tuple[list[str], list[int]]:
    """The cells that bars close, and one past the last line of each. Lines that no bar closes stay what they are, blank ones left out."""
    cells: list[str] = []
    ends: list[int] = []
    open_lines: list[tuple[str, int]] = []
    for index, text in enumerate(texts):
        words, bars = text.rstrip(BARS + _SPACES), sum(map(text.count, BARS))
        if words and not text.startswith(tuple(BARS)):
            open_lines.append((words, index + 1))
        if text[-1:] not in tuple(BARS) or (words and bars > 1):
            continue
        closed = open_lines or [("", index + 1)]
        cells += [cell for cell, _ in closed]
        ends += [*(end for _, end in closed[:-1]), index + 1]
        open_lines = []
    cells += [cell for cell, _ in open_lines]
    ends += [end for _, end in open_lines]
    return cells, ends


def _found(texts: Sequence[str]) -> Iterator[Stacked]:
    known = units()
    places = [index for index, text in enumerate(texts) if text in known]
    if len(places) < LEAST_ROWS:
        return
    done = 0
    for place in places:
        if place - 1 < done:
            continue
        start = _first_row(texts, place - 1, done)
        found = max((_table(texts, start, width) for width in COLUMNS), key=lambda table: len(table.rows))
        if sum(cells[1] in known for cells, _ in found.rows) >= LEAST_ROWS:
            _with_header(texts, found, done)
            done = found.end
            yield found


def _first_row(texts: Sequence[str], start: int, done: int) -> int:
    """The row at `start`, or the group rows above it, which have a dash for their unit, or nothing."""
    while True:
        above = next(
            (
                row
                for row in range(start - 2, max(done, start - COLUMNS[-1]) - 1, -1)
                if _is_label(texts[row]) and DASH.fullmatch(texts[row + 1]) and not any(texts[row + 2 : start])
            ),
            None,
        )
        if above is None:
            return start
        start = above


def _table(texts: Sequence[str], start: int, width: int) -> Stacked:
    """The rows of this width from `start` on, to the last that has a unit."""
    known = units()
    found = Stacked(start, start, [])
    rows: list[tuple[list[str], bool]] = []
    place = start
    while place + 1 < len(texts) and _is_label(texts[place]):
        unit = texts[place + 1]
        cells = [texts[place], unit]
        place += 2
        while len(cells) < width and place < len(texts) and _is_value(texts[place]):
            cells.append(texts[place])
            place += 1
        if unit in known or DASH.fullmatch(unit):
            # A table of one figure leaves nothing open where that one is missing.
            is_aligned = len(cells) == width or (width == COLUMNS[0] and len(cells) == width - 1)
            rows.append((cells + [""] * (width - len(cells)) if is_aligned else cells, is_aligned))
            found.rows += rows
            found.end = place
            rows = []
        elif not any(cells[1:]) and len(cells) == width:
            rows.append((cells, True))
        else:
            break
    return found


def _is_label(text: str) -> bool:
    return (
        _HAN.search(text) is not None
        and len(text) <= LONGEST_LABEL
        and text not in units()
        and text[-1] not in "。；"
        and not _is_value(text)
    )


def _is_value(text: str) -> bool:
    return not text or (parse_cell(text).status != "unreadable" and text not in units())


def _with_header(texts: Sequence[str], table: Stacked, done: int) -> None:
    """Takes in the header: as many short lines as there are columns, right above, or above a line that names the columns (甲, 乙, 1)."""
    width = len(table.rows[0][0])
    names = list(texts[max(table.start - width, 0) : table.start])
    if table.start - width >= done and all(map(_COLUMN_NAME.fullmatch, names)):
        table.start -= width
        table.rows.insert(0, (names, True))
    start = table.start - width
    header = texts[max(start, 0) : table.start]
    if start < done or not all(text and len(text) <= LONGEST_HEADER and _HAN.search(text) for text in header):
        return
    if any(text[-1] in "。：；）" or text in units() for text in header):
        return
    table.start = start
    table.rows.insert(0, (list(header), True))
