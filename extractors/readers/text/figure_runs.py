"""Tables without units that a conversion set one cell a line: words, a run of figures, words, and so on.

Lives here: finding them by their runs of figures, and cutting them into rows. A row tells how many figures it has, not which are missing.
Elsewhere: tables of one cell a line whose rows have units (stacked_tables.py); what a cell means (../../forms).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.numbers import parse_cell
from extractors.readers.text.stacked_tables import Stacked

# A run of so many figures is a row; one of so many is a table by itself.
LEAST_FIGURES = 3
LONGEST_RUN = 9
LONGEST_PIECE = 50
# An empty cell that left its border.
EMPTY = "|"
_HEADING = re.compile(r"[#\s]*[一二三四五六七八九]、.*(?:情况|问题|事项|措施|工作|打算)")
_HAN = re.compile("[\u3400-\u9fff]")
_BARS = "|｜│┃"
_SPACES = " \t\u00a0\u3000\u200b\ufeff"


def figure_runs(lines: Sequence[str]) -> Iterator[Stacked]:
    """Every such table, in order."""
    texts = [EMPTY if _is_empty_cell(line) else _without_border(line.strip(_SPACES)) for line in lines]
    runs = [run for run in _runs(texts) if run[1] - run[0] >= LEAST_FIGURES]
    done = 0
    for first, _ in runs:
        if first < done:
            continue
        start = _first_words(texts, first, done)
        table = _table_of_runs(texts, start)
        _align(table, any(text == EMPTY for text in texts[table.start : table.end]))
        if sum(len(cells) > LEAST_FIGURES for cells, _ in table.rows) > 1 or any(len(cells) > LONGEST_RUN for cells, _ in table.rows):
            done = table.end
            yield table


def _align(table: Stacked, has_borders: bool) -> None:
    """Where each cell left its border, the commonest number of cells is that of the columns, and rows of so many have all of theirs."""
    lengths = Counter(len(cells) for cells, _ in table.rows if len(cells) > LEAST_FIGURES)
    if has_borders and lengths:
        width = lengths.most_common(1)[0][0]
        table.rows = [(cells, len(cells) == width) for cells, _ in table.rows]


def _without_border(text: str) -> str:
    """A cell without the borders that some conversions leave around each ("799 |")."""
    bare = text.strip(_BARS + _SPACES)
    return text if any(bar in bare for bar in _BARS) else bare


def _is_empty_cell(line: str) -> bool:
    """Whether a line is the border of one cell and nothing else."""
    text = line.strip(_SPACES)
    return len(text) == 1 and text in _BARS


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
