"""Tables that a conversion set one cell a line: label, unit, figures, and the next label.

Lives here: finding them by the units that come back at every row, and cutting them into rows. Some conversions set a bar behind each
cell, on its line or on one of its own; then bars tell where an empty cell stood.
Elsewhere: tables whose rows are lines (text_tables.py); what a cell means (../../forms).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

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
# Where rows have numbers, a cut along these is believed before one that finds a few more rows.
LEAST_NUMBERED = 0.8
MOST_ROWS_GONE = 3
MOST_LABEL_LINES = 3
_REMARKED = re.compile(r"[+＋-]?\d[\d,，]*\s*[（(]")
_PAGE_NUMBER = re.compile(r"\d{1,3}|[-—－–]\s*\d{1,3}\s*[-—－–]|第\s*\d{1,3}\s*页")
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


def marks_row(text: str) -> bool:
    """Whether a cell is the unit of its row, or a label with its unit in a bracket behind it."""
    if text in units():
        return True
    if text[-1:] not in ("）", ")") or len(text) > LONGEST_LABEL:
        return False
    bracket = max(text.rfind("（"), text.rfind("("))
    return bracket > 0 and text[bracket + 1 : -1].removeprefix("单位：").removeprefix("单位:") in units()


def _cut_by_bars(cells: Sequence[str], is_closed: Sequence[bool]) -> list[Stacked]:
    """The tables of cells that bars close: rows of the one length at which units come back. None if they don't come back so."""
    places = [index for index, cell in enumerate(cells) if is_closed[index] and marks_row(cell)]
    distances = Counter(below - above for above, below in pairwise(places) if below - above <= COLUMNS[-1])
    if not distances:
        return []
    width, _ = distances.most_common(1)[0]
    regular = sum(not (below - above) % width for above, below in pairwise(places))
    if width not in COLUMNS or regular < LEAST_REGULAR * (len(places) - 1) or len(places) < LEAST_ROWS:
        return []
    before_label = 2 * sum(cells[place] in units() for place in places) > len(places)
    numbers = [cells[place - 1 - before_label] for place in places if place > before_label]
    lead = before_label + (_are_numbered(numbers) and width > COLUMNS[0])
    tables: list[Stacked] = []
    for place in places:
        start = place - lead
        if start < (tables[-1].end if tables else 0):
            continue
        end = start
        label, unit = lead - before_label, lead if before_label else None
        while end + width <= len(cells) and all(is_closed[end : end + width]) and _is_row(cells[end : end + width], label, unit):
            # A unit right behind: the last cell is the label of the next row, and a cell of this one is gone.
            if any(cell in units() for cell in cells[end + width : end + width + lead]):
                break
            end += width
        if end == start:
            continue
        done = tables[-1].end if tables else 0
        while start - width >= done and all(is_closed[start - width : start]):
            above = cells[start - width : start]
            if not _is_row(above, label, unit) and not _may_stand_above(above):
                break
            start -= width
        tables.append(Stacked(start, end, [(list(cells[row : row + width]), True) for row in range(start, end, width)]))
    return tables


def _are_numbered(numbers: Sequence[str]) -> bool:
    """Whether the cells before the labels are the numbers of rows: they only grow."""
    found = [int(text) for text in numbers if text.isdecimal()]
    return len(found) > 1 and 10 * len(found) > 9 * len(numbers) and found == sorted(set(found))


def _is_row(cells: Sequence[str], label: int, unit: int | None) -> bool:
    if unit is None:
        return marks_row(cells[label]) or (not is_value(cells[label]) and not any(cells[label + 1 :]))
    if any(cell in units() for cell in cells[unit + 1 :]):
        return False
    return cells[unit] in units() or (not is_value(cells[label]) and (not cells[unit] or DASH.fullmatch(cells[unit]) is not None))


def _may_stand_above(cells: Sequence[str]) -> bool:
    """A header, the names of columns, or a group that has neither unit nor figures."""
    if all(map(COLUMN_NAME.fullmatch, cells)) or (any(cells) and not any(map(is_value, filter(None, cells)))):
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
    places = [index for index, text in enumerate(texts) if marks_row(text)]
    done = 0
    for place in places:
        if place - 1 < done:
            continue
        is_unit = texts[place] in known
        start = _first_row(texts, place - 1, done) if is_unit else place
        numbered = _numbered_table(texts, _number_before(texts, place - is_unit, done), done)
        found = max((_table(texts, start, width) if is_unit else _unit_in_label(texts, start, width) for width in COLUMNS), key=_rank)
        if len(numbered.rows) >= LEAST_NUMBERED * len(found.rows):
            found = numbered
        marked = sum(any(map(marks_row, cells[:3])) for cells, _ in found.rows)
        if marked and (_with_header(texts, found, done) or marked >= LEAST_ROWS):
            done = found.end
            yield found


def _rank(table: Stacked) -> tuple[int, int]:
    """The more rows whose cells are known to stand in their columns, the likelier is a width; then the more rows at all."""
    return 2 * sum(is_aligned for _, is_aligned in table.rows) > len(table.rows), len(table.rows)


def _unit_in_label(texts: Sequence[str], start: int, width: int) -> Stacked:
    """The rows from `start` on whose labels hold their units: each label with the figures below it."""
    found = Stacked(start, start, [])
    width -= 1
    place = start
    rows: list[tuple[list[str], bool]] = []
    while place < len(texts) and _is_label(texts[place]):
        cells = [texts[place]]
        place += 1
        while len(cells) < width and place < len(texts) and is_value(texts[place]):
            cells.append(texts[place])
            place += 1
        rows.append((cells, True) if len(cells) == width else (cells, False))
        if marks_row(cells[0]):
            found.rows += rows
            found.end = place
            rows = []
        elif len(cells) > 1:
            break
    return found


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
        if rows[-1:] != [([texts[place - 1]], False)] and _is_wrapped(texts, place):
            rows.append(([texts[place]], False))
            place += 1
            continue
        cells = [texts[place], unit]
        place += 2
        while len(cells) < width and place < len(texts) and is_value(texts[place]):
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
            if len(cells) == width:
                place = _next_row(texts, place)
        elif not any(cells[1:]) and len(cells) == width:
            rows.append((cells, True))
        else:
            break
    return _without_gaps(found, width)


def _without_gaps(table: Stacked, width: int) -> Stacked:
    """The table with its blank lines read as gaps, not as cells, where other rows lost theirs without a trace; at its end always."""
    if width == COLUMNS[0]:
        return table
    loses_blanks = any(not is_aligned and 2 < len(cells) < width for cells, is_aligned in table.rows)
    last = len(table.rows) - 1
    for place, (cells, is_aligned) in enumerate(table.rows):
        if is_aligned and (loses_blanks or place == last) and any(cells[2:]) and not all(cells[2:]):
            table.rows[place] = ([*cells[:2], *filter(None, cells[2:])], False)
    return table


def _is_wrapped(texts: Sequence[str], place: int) -> bool:
    """Whether the label here goes on in the next line: that one has the unit."""
    after = texts[place + 1 : place + 3]
    return len(after) == 2 and _is_label(after[0]) and after[1] in units()


def _next_row(texts: Sequence[str], place: int) -> int:
    """Where the row below a whole one begins: blank lines between pieces of a table and page numbers behind them are no cells."""
    below = place
    while below < len(texts) and (not texts[below] or (below > place and _PAGE_NUMBER.fullmatch(texts[below]))):
        below += 1
    return below if below + 1 < len(texts) and _is_label(texts[below]) and texts[below + 1] in units() else place


def _number_before(texts: Sequence[str], label: int, done: int) -> int:
    """Where the number stands that a label has, which may take up to three lines; -1 where there is none."""
    places = range(label - 1, max(done, label - MOST_LABEL_LINES) - 1, -1)
    return next((place for place in places if not _is_label(texts[place])), -1)


def _numbered_table(texts: Sequence[str], start: int, done: int) -> Stacked:
    """The rows from `start` on that begin with their numbers, each more than the last; before it, groups above the first unit."""
    found = Stacked(max(start, 0), max(start, 0), [])
    if start < 0 or not texts[start].isdecimal() or len(texts[start]) > 2:
        return found
    number = int(texts[start])
    while number > 1 and (above := _number_above(texts, start, number - 1, done)) is not None:
        start, number = above, number - 1
    rows: list[list[str]] = []
    end = start
    while True:
        places = range(end + 2, min(end + 2 * COLUMNS[-1], len(texts) - 1))
        below = next((place for place in places if texts[place] in _numbers_after(number) and _HAN.search(texts[place + 1])), None)
        stop = below or next((place for place in range(end + 2, len(texts)) if not _is_part(texts[place])), len(texts))
        rows.append([text for text in texts[end:stop] if text])
        end = stop
        if below is None:
            break
        number = int(texts[below])
    width = max((len(cells) - _wrapped_lines(cells) for cells in rows if all(map(_is_part, cells[2 + _wrapped_lines(cells) :]))), default=0)
    # Number, label, unit and a figure; one less where the unit is in the label.
    if width not in COLUMNS or len(rows) < LEAST_ROWS or (width == COLUMNS[0] and not any(marks_row(cells[1]) for cells in rows)):
        return found
    found.start, found.end = start, end
    for cells in rows:
        for _ in range(_wrapped_lines(cells)):
            found.rows.append((cells[:2], False))
            cells[:2] = [""]
        has_unit = any(map(marks_row, cells))
        # What is no part of a row (a page number, a row without number) makes it uncertain which of its cells are there.
        if not all(map(_is_part, cells[2:])):
            own = [*cells[:2], *takewhile(_is_part, cells[2:])]
            found.rows += [(own, False), (cells[len(own) :], False)]
            continue
        is_group = len(cells) < 4 and not has_unit
        found.rows.append((cells + [""] * (width - len(cells)), True) if is_group or len(cells) == width else (cells, False))
    return found


def _wrapped_lines(cells: list[str]) -> int:
    """How many lines a label takes before the last one."""
    return next((place for place, text in enumerate(cells[2:]) if _is_part(text) or DASH.fullmatch(text)), 0)


def _numbers_after(number: int) -> list[str]:
    """The numbers that the next row may have: rows without figures may have gone, with theirs."""
    return [str(number + step) for step in range(1, MOST_ROWS_GONE + 2)]


def _number_above(texts: Sequence[str], start: int, number: int, done: int) -> int | None:
    places = range(start - 2, max(done, start - 2 - COLUMNS[-1]) - 1, -1)
    return next((place for place in places if texts[place] == str(number) and _is_label(texts[place + 1])), None)


def _is_part(text: str) -> bool:
    return text in units() or (bool(text) and is_value(text))


def _is_label(text: str) -> bool:
    return (
        _HAN.search(text) is not None
        and len(text) <= LONGEST_LABEL
        and text not in units()
        and text[-1] not in "。；"
        and not is_value(text)
    )


def _is_unreadable(texts: Sequence[str], place: int) -> bool:
    """Whether a figure that can't be read stands here: words that have no unit behind them, but another label that has one."""
    known = units()
    after = texts[place + 1 : place + 3]
    return len(after) == 2 and bool(texts[place]) and after[0] not in known and not DASH.fullmatch(after[0]) and after[1] in known


def is_value(text: str) -> bool:
    """Whether a text stands where a figure does: a number, nothing, or a number with a remark, whatever becomes of that."""
    return not text or (text not in units() and (parse_cell(text).status != "unreadable" or _REMARKED.match(text) is not None))


def _with_header(texts: Sequence[str], table: Stacked, done: int) -> bool:
    """Takes in the header: as many short lines as there are columns, right above, or above a line that names the columns (甲, 乙, 1).

    Whether it is the header of a form, so that a few rows below it are a table.
    """
    width = max(len(cells) for cells, _ in table.rows)
    names = list(texts[max(table.start - width, 0) : table.start])
    if table.start - width >= done and all(map(COLUMN_NAME.fullmatch, names)):
        table.start -= width
        table.rows.insert(0, (names, True))
    start = table.start - width
    header = texts[max(start, 0) : table.start]
    if start < done or not all(text and len(text) <= LONGEST_HEADER and _HAN.search(text) for text in header):
        return False
    if any(text[-1] in "。：；" or text[0] in "（(" or text in units() for text in header):
        return False
    table.start = start
    table.rows.insert(0, (list(header), True))
    return heads_form(header)


def heads_form(header: Sequence[str]) -> bool:
    """Whether a header names a column of units or of indicators."""
    return any(text.endswith(("单位", "單位", "指标", "指標", "指标名称", "指標名稱")) for text in header[:3])
