"""Tables that a conversion set one cell a line: label, unit, figures, and the next label.

Lives here: finding them by the units that come back at every row, and cutting them into rows. Some conversions set a bar behind each
cell, on its line or on one of its own; then bars tell where an empty cell stood.
Elsewhere: tables whose rows are lines (text_tables.py); what a cell means (../../forms).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.numbers import DASH, parse_cell, units

# Fewer rows may come about by chance.
LEAST_ROWS = 4
# Label, unit and a figure; the widest form with units has four figures, or three and the numbers of its rows.
COLUMNS = range(3, 7)
# Of rows cut by bars, so many may have another distance from the one before: a page number stood between.
LEAST_REGULAR = 0.7
LONGEST_LABEL = 100
BARS = "|｜│┃"
# Fewer lines that end with their only bar are no table of such lines: four rows have twelve.
LEAST_BARS = 12
LONGEST_HEADER = 16
COLUMN_NAME = re.compile("[甲乙丙丁戊己A-Z]|[(（]?\\d[)）]?")
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
    cells, ends, is_closed = _between_bars(texts)
    for table in _cut_by_bars(cells, is_closed) or _found(cells):
        table.start = ends[table.start - 1] if table.start else 0
        table.end = ends[table.end - 1]
        yield table


def _cut_by_bars(cells: Sequence[str], is_closed: Sequence[bool]) -> list[Stacked]:
    """The tables of cells that bars close: rows of the one length at which units come back. None if they don't come back so."""
    known = units()
    places = [index for index, cell in enumerate(cells) if is_closed[index] and cell in known]
    distances = Counter(below - above for above, below in pairwise(places) if below - above <= COLUMNS[-1])
    if not distances:
        return []
    width, _ = distances.most_common(1)[0]
    regular = sum(not (below - above) % width for above, below in pairwise(places))
    if width not in COLUMNS or regular < LEAST_REGULAR * (len(places) - 1) or len(places) < LEAST_ROWS:
        return []
    lead = 2 if _are_numbered([cells[place - 2] for place in places if place > 1]) and width > COLUMNS[0] else 1
    tables: list[Stacked] = []
    for place in places:
        start = place - lead
        if start < (tables[-1].end if tables else 0):
            continue
        end = start
        while end + width <= len(cells) and all(is_closed[end : end + width]) and _is_row(cells[end : end + width], lead):
            end += width
        if end == start:
            continue
        done = tables[-1].end if tables else 0
        while start - width >= done and all(is_closed[start - width : start]):
            above = cells[start - width : start]
            if not _is_row(above, lead) and not _may_stand_above(above):
                break
            start -= width
        tables.append(Stacked(start, end, [(list(cells[row : row + width]), True) for row in range(start, end, width)]))
    return tables


def _are_numbered(numbers: Sequence[str]) -> bool:
    """Whether the cells before the labels are the numbers of rows: they only grow."""
    found = [int(text) for text in numbers if text.isdecimal()]
    return len(found) > 1 and 10 * len(found) > 9 * len(numbers) and found == sorted(set(found))


def _is_row(cells: Sequence[str], lead: int) -> bool:
    unit = cells[lead]
    return unit in units() or (not _is_value(cells[lead - 1]) and (not unit or DASH.fullmatch(unit) is not None))


def _may_stand_above(cells: Sequence[str]) -> bool:
    """A header, the names of columns, or a group that has neither unit nor figures."""
    if all(map(COLUMN_NAME.fullmatch, cells)) or (any(cells) and not any(map(_is_value, filter(None, cells)))):
        return all(len(cell) <= LONGEST_HEADER for cell in cells) or not any(cells[2:])
    return False


def _between_bars(texts: Sequence[str]) -> tuple[list[str], list[int], list[bool]]:
    """The cells that bars close, one past the last line of each, and whether a bar does close them.

    Lines that no bar closes stay what they are, blank ones left out.
    """
    cells: list[str] = []
    ends: list[int] = []
    is_closed: list[bool] = []
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
        is_closed += [False] * (len(closed) - 1) + [True]
        open_lines = []
    cells += [cell for cell, _ in open_lines]
    ends += [end for _, end in open_lines]
    return cells, ends, is_closed + [False] * len(open_lines)


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
        found = max(
            (_numbered_table(texts, place - 2), *(_table(texts, start, width) for width in COLUMNS)), key=lambda table: len(table.rows)
        )
        if sum(bool(known.keys() & cells[1:3]) for cells, _ in found.rows) >= LEAST_ROWS:
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
        if len(cells) == width - 1 == 2 and _is_unreadable(texts, place):
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


def _numbered_table(texts: Sequence[str], start: int) -> Stacked:
    """The rows from `start` on that begin with their numbers, each one more than the last; before it, groups above the first unit."""
    found = Stacked(max(start, 0), max(start, 0), [])
    if start < 0 or not texts[start].isdecimal() or len(texts[start]) > 2:
        return found
    number = int(texts[start])
    while number > 1 and (above := _number_above(texts, start, number - 1)) is not None:
        start, number = above, number - 1
    rows: list[list[str]] = []
    end = start
    while True:
        below = next(
            (
                place
                for place in range(end + 2, min(end + 2 + COLUMNS[-1], len(texts) - 1))
                if texts[place] == str(number + 1) and _is_label(texts[place + 1])
            ),
            None,
        )
        stop = below or next((place for place in range(end + 2, len(texts)) if not _is_part(texts[place])), len(texts))
        rows.append([text for text in texts[end:stop] if text])
        end, number = stop, number + 1
        if below is None:
            break
    width = max(map(len, rows))
    if width not in COLUMNS or len(rows) < LEAST_ROWS:
        return found
    found.start, found.end = start, end
    for cells in rows:
        is_group = len(cells) < 4 and not any(cell in units() for cell in cells)
        found.rows.append((cells + [""] * (width - len(cells)), True) if is_group or len(cells) == width else (cells, False))
    return found


def _number_above(texts: Sequence[str], start: int, number: int) -> int | None:
    places = range(start - 2, max(-1, start - 2 - COLUMNS[-1]), -1)
    return next((place for place in places if texts[place] == str(number) and _is_label(texts[place + 1])), None)


def _is_part(text: str) -> bool:
    return text in units() or (bool(text) and _is_value(text))


def _is_label(text: str) -> bool:
    return (
        _HAN.search(text) is not None
        and len(text) <= LONGEST_LABEL
        and text not in units()
        and text[-1] not in "。；"
        and not _is_value(text)
    )


def _is_unreadable(texts: Sequence[str], place: int) -> bool:
    """Whether a figure that can't be read stands here: words that have no unit behind them, but another label that has one."""
    known = units()
    after = texts[place + 1 : place + 3]
    return len(after) == 2 and bool(texts[place]) and after[0] not in known and not DASH.fullmatch(after[0]) and after[1] in known


def _is_value(text: str) -> bool:
    return not text or (parse_cell(text).status != "unreadable" and text not in units())


def _with_header(texts: Sequence[str], table: Stacked, done: int) -> None:
    """Takes in the header: as many short lines as there are columns, right above, or above a line that names the columns (甲, 乙, 1)."""
    width = len(table.rows[0][0])
    names = list(texts[max(table.start - width, 0) : table.start])
    if table.start - width >= done and all(map(COLUMN_NAME.fullmatch, names)):
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
