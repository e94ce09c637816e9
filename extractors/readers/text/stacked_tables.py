"""Tables that a conversion set one cell a line: label, unit, figures, and the next label.

Lives here: finding them by the units that come back at every row, or by runs of figures; and cutting them into rows.
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
LONGEST_HEADER = 16
# Without units: a run of so many figures is a row; one of so many is a table by itself.
LEAST_FIGURES = 3
LONGEST_RUN = 9
LONGEST_PIECE = 50
_HEADING = re.compile(r"[#\s]*[一二三四五六七八九]、.*(?:情况|问题|事项|措施|工作|打算)")
_HAN = re.compile("[\u3400-\u9fff]")
# An empty cell that left its border.
EMPTY = "|"
_BARS = "|｜│┃"
_SPACES = " \t\u00a0\u3000\u200b\ufeff"


@dataclass(slots=True)
class Stacked:
    """Rows that stand on the lines [start, end); the flag of a row says whether its cells are known to stand in their columns."""

    start: int
    end: int
    rows: list[tuple[list[str], bool]]


def stacked_tables(lines: Sequence[str]) -> Iterator[Stacked]:
    """Every such table, in order."""
    texts = [_without_border(line.strip(_SPACES)) for line in lines]
    known = units()
    places = [index for index, text in enumerate(texts) if text in known]
    if len(places) < LEAST_ROWS:
        yield from _tables_of_runs([EMPTY if not text and _is_empty_cell(line) else text for text, line in zip(texts, lines, strict=True)])
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


def _without_border(text: str) -> str:
    """A cell without the borders that some conversions leave around each ("799 |")."""
    bare = text.strip(_BARS + _SPACES)
    return text if any(bar in bare for bar in _BARS) else bare


def _is_empty_cell(line: str) -> bool:
    """Whether a line is the border of one cell and nothing else."""
    return len(line.strip(_SPACES)) == 1


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
    """Takes in the header: as many short lines as there are columns, right above."""
    width = len(table.rows[0][0])
    start = table.start - width
    header = texts[max(start, 0) : table.start]
    if start < done or not all(text and len(text) <= LONGEST_HEADER and _HAN.search(text) for text in header):
        return
    if any(text[-1] in "。：；）" or text in units() for text in header):
        return
    table.start = start
    table.rows.insert(0, (list(header), True))


def _tables_of_runs(texts: Sequence[str]) -> Iterator[Stacked]:
    """Tables without units: words, a run of figures, and so on. A row tells how many figures it has, not which are missing."""
    runs = [run for run in _runs(texts) if run[1] - run[0] >= LEAST_FIGURES]
    done = 0
    for first, _ in runs:
        if first < done:
            continue
        start = _first_words(texts, first, done)
        table = _table_of_runs(texts, start)
        if sum(len(cells) > LEAST_FIGURES for cells, _ in table.rows) > 1 or any(len(cells) > LONGEST_RUN for cells, _ in table.rows):
            done = table.end
            yield table


def _runs(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of lines that hold figures and blanks only."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for index, text in enumerate([*texts, "end"]):
        if text and _is_figure(text):
            start = index if start is None else start
        elif text and start is not None:
            found.append((start, index))
            start = None
    return found


def _first_words(texts: Sequence[str], first: int, done: int) -> int:
    """The first of the short lines above a run: the header."""
    start = first
    while start > done and (not texts[start - 1] or _is_short(texts[start - 1]) or _is_figure(texts[start - 1])):
        start -= 1
    while not texts[start]:
        start += 1
    return start


def _table_of_runs(texts: Sequence[str], start: int) -> Stacked:
    found = Stacked(start, start, [])
    rows: list[tuple[list[str], bool]] = []
    place = start
    while place < len(texts):
        if not texts[place]:
            place += 1
            continue
        figures, end = _figures(texts, place)
        if figures:
            label = rows.pop()[0] if rows and len(rows[-1][0]) == 1 else []
            place = end
            if any(figures):
                rows.append(([*label, *figures], False))
                found.rows += rows
                rows = []
                found.end = end
        elif _is_short(texts[place]):
            rows.append(([texts[place]], False))
            place += 1
        else:
            break
    return found


def _figures(texts: Sequence[str], start: int) -> tuple[list[str], int]:
    """The figures from a line on that stand equally far apart, and the line after them: one further off is the number of a page."""
    figures: list[str] = []
    step = 0
    place = start
    while place < len(texts) and texts[place] and _is_figure(texts[place]):
        figures.append("" if texts[place] == EMPTY else texts[place])
        after = next((index for index in range(place + 1, len(texts)) if texts[index]), len(texts))
        step = step or after - place
        end, place = place + 1, after
        if after - end + 1 != step:
            break
    return figures, end if figures else start


def _is_figure(text: str) -> bool:
    return text == EMPTY or parse_cell(text).status in ("reported", "not_applicable", "stated_zero")


def _is_short(text: str) -> bool:
    """A label, or a piece of one: neither a sentence nor a heading of the report."""
    return len(text) <= LONGEST_PIECE and text[-1] not in "。；" and _HEADING.match(text) is None and _HAN.search(text) is not None
