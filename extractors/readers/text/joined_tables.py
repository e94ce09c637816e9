"""Tables whose cells a conversion set one behind the other with single spaces: label, unit, figures.

Lives here: finding them by the units that stand before their last words, and cutting their lines into cells.
Elsewhere: tables of one cell a line (stacked_tables.py), tables whose columns line up (spaced_tables.py); what a cell means (../../forms).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.numbers import DASH, units
from extractors.readers.text.stacked_tables import COLUMN_NAME, Stacked, heads_form, is_value, marks_row

# Fewer rows may come about by chance.
LEAST_ROWS = 4
LONGEST_LINE = 120
# Between rows: the rest of a wrapped label, a page number, a blank line.
MOST_BETWEEN = 4
LONGEST_BETWEEN = 30
_HAN = re.compile("[\u3400-\u9fff]")
_HEAD_OF_UNITS = re.compile("单位|單位")
_NUMBER = re.compile(r"\d{1,3}")


def joined_tables(lines: Sequence[str]) -> Iterator[Stacked]:
    """Every such table, in order."""
    cut = [_cells(line) for line in lines]
    places = [index for index, cells in enumerate(cut) if cells]
    for run in _runs(lines, places):
        rows = [cells for index in run if (cells := cut[index])]
        marked = sum(_has_unit(cells) for cells in rows)
        # A unit that ends the line counts the number before it: a sentence without its full stop.
        has_figures = any(len(cells) > 2 - marks_row(cells[0]) for cells in rows if _has_unit(cells))
        if not has_figures or 2 * sum(_is_lined_up(lines[index]) for index in run) > len(run):
            continue
        table = _table(lines, cut, run, is_numbered=_are_numbered(rows))
        if marked >= LEAST_ROWS or heads_form(table.rows[0][0]):
            yield table


def _cells(line: str) -> list[str]:
    """Label, unit and figures of a line; empty where it is none. The unit may stand in a bracket behind the label."""
    if (
        line[-1:] in "。；：，"
        or len(line) > LONGEST_LINE
        or (" " not in line and line[-1:] not in ("）", ")"))
        or "\t" in line
        or "|" in line
    ):
        return []
    words = line.split()
    for place in range(len(words) - 1, 0, -1):
        word = words[place]
        is_dash = place == len(words) - 1 and DASH.fullmatch(word) is not None and words[place - 1] not in units()
        if word in units() or (is_dash and not is_value(words[place - 1])):
            # A number before its unit is how sentences put it.
            is_said = place == len(words) - 1 and not is_dash and is_value(words[place - 1])
            label = " ".join(words[:place])
            return [label, *words[place:]] if _HAN.search(label) and not is_said else []
        if not is_value(word):
            label = " ".join(words[: place + 1])
            return [label, *words[place + 1 :]] if marks_row(label) and place + 1 < len(words) else []
    return words if len(words) > 1 and marks_row(words[0]) else []


def _is_lined_up(line: str) -> bool:
    """Whether the cells stand apart, as in columns: such tables are those of spaced_tables.py."""
    return "  " in line.strip() or "\u3000" in line.strip()


def _has_unit(cells: list[str]) -> bool:
    return any(map(marks_row, cells[:2]))


def _runs(lines: Sequence[str], places: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for place in places:
        if run and not _goes_on(lines[run[-1] + 1 : place]):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _goes_on(between: Sequence[str]) -> bool:
    filled = [line.strip() for line in between if line.strip()]
    return len(filled) <= MOST_BETWEEN and len(between) <= 2 * MOST_BETWEEN and all(len(text) <= LONGEST_BETWEEN for text in filled)


def _are_numbered(rows: list[list[str]]) -> bool:
    """Whether every label begins with the number of its row."""
    numbers = [int(first) if _NUMBER.fullmatch(first := cells[0].partition(" ")[0]) else None for cells in rows]
    found = [number for number in numbers if number is not None]
    return bool(found) and 10 * len(found) > 9 * len(rows) and found == sorted(set(found))


def _table(lines: Sequence[str], cut: list[list[str]], run: list[int], *, is_numbered: bool) -> Stacked:
    start, end = run[0], run[-1] + 1
    lead = 1 + is_numbered
    figures = Counter(len(cells) for index in run if _has_unit(cells := cut[index]))
    width = lead - 1 + max(figures)
    is_lone = width == lead + (1 if any(marks_row(cut[index][0]) for index in run) else 2)
    table = Stacked(start, end, [])
    for index in range(start, end):
        text = lines[index].strip()
        if not text:
            continue
        cells = cut[index] or [text]
        if is_numbered and cut[index]:
            number, _, label = cells[0].partition(" ")
            cells = [number, label, *cells[1:]]
        # A table of one figure leaves nothing open where that one is missing; nor does a dash for a unit, as groups have.
        is_open = len(cells) < width and not (cut[index] and (is_lone or (len(cells) == lead + 1 and DASH.fullmatch(cells[-1]))))
        table.rows.append((cells if is_open else cells + [""] * (width - len(cells)), not is_open))
    _with_header(lines, table, width, lead, has_units=not any(marks_row(cut[index][0]) for index in run if cut[index]))
    return table


def _with_header(lines: Sequence[str], table: Stacked, width: int, lead: int, *, has_units: bool) -> None:
    """Takes in the header, the row of its numbers, and the name of a group that may stand under it."""
    for above in range(table.start - 1, max(-1, table.start - 2 - MOST_BETWEEN), -1):
        words = lines[above].split()
        if len(words) != width or not all(_HAN.search(word) and word not in units() for word in words):
            continue
        # A header whose words are spaced out may have as many pieces by chance: then none heads the units.
        if has_units and not _HEAD_OF_UNITS.search(words[lead]):
            return
        between = [line.split() for line in lines[above + 1 : table.start] if line.strip()]
        rows = [(found if all(map(COLUMN_NAME.fullmatch, found)) else [" ".join(found)], len(found) == width) for found in between]
        table.rows[:0] = [(words, True), *rows]
        table.start = above
        return
