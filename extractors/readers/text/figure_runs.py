"""Tables without units whose cells a conversion set one a line, or one behind the other with single spaces.

Lives here: finding them by their runs of figures (words, figures, words, and so on), and cutting them into rows. A row tells how many
figures it has, not which are missing, unless each cell left its border.
Elsewhere: the same where rows print units (stacked_tables.py, joined_tables.py); what a cell means (../../forms).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.numbers import is_figure
from extractors.readers.text.stacked_tables import Stacked

# A run of so many figures is a row; two such rows are a table, or one that is so long.
LEAST_FIGURES = 3
LEAST_ROWS = 2
LONG_RUN = 5
LONGEST_LABEL = 110
LONGEST_LINE = 160
HEADING = re.compile(r"[#\s]*[一二三四五六七八九]、.*(?:情况|情況|问题|問題|事项|事項|措施|工作|打算)")
_HAN = re.compile("[\u3400-\u9fff]")
_BARS = "|｜│┃"
_SPACES = " \t\u00a0\u3000\u200b\ufeff"
_RARE_BORDER = re.compile("[｜│┃]")
# Blanks that cells were padded with.
_PADDING = re.compile(r" *[\u00a0\u3000][ \u00a0\u3000]*")


@dataclass(slots=True, frozen=True)
class _Line:
    """Words, figures, or words and then figures; an empty figure is a cell of which only its border is left."""

    label: str
    figures: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        return not self.label and not self.figures


_BLANK = _Line("", ())


def figure_runs(lines: Sequence[str]) -> Iterator[Stacked]:
    """Every such table, in order."""
    cut = [_cut(line) for line in lines]
    opens = _over_figures(cut)
    place = 0
    while place < len(cut):
        line = cut[place]
        if line is None or line.is_blank or not opens[place]:
            place += 1
            continue
        table = _table(cut, place)
        if _is_table(table):
            yield table
        place = max(table.end, place + 1)


def _cut(line: str) -> _Line | None:
    """A line as words and figures; None where it is a sentence, a heading, or has columns of its own."""
    text = line.strip(_SPACES)
    if not text:
        return _BLANK
    if len(text) == 1 and text in _BARS:
        return _Line("", ("",))
    bare = text.strip(_BARS + _SPACES)
    if len(bare) > LONGEST_LINE:
        return None
    if not bare:
        return _BLANK
    if "|" in bare or "\t" in bare or _RARE_BORDER.search(bare):
        return None
    if "\u00a0" in bare or "\u3000" in bare:
        bare = _PADDING.sub(" ", bare)
    if "  " in bare or "。" in bare or bare[-1] == "；" or HEADING.match(bare):
        return None
    words = bare.split(" ")
    start = len(words)
    while start and is_figure(words[start - 1]):
        start -= 1
    label = " ".join(words[:start])
    if label and (len(label) > LONGEST_LABEL or _HAN.search(label) is None):
        return None
    return _Line(label, tuple(words[start:]))


def _over_figures(cut: Sequence[_Line | None]) -> list[bool]:
    """For each line whether it has figures, or stands over some with nothing but words between."""
    found = [False] * (len(cut) + 1)
    for place in range(len(cut) - 1, -1, -1):
        line = cut[place]
        found[place] = line is not None and (bool(line.figures) or found[place + 1])
    return found


def _table(cut: Sequence[_Line | None], start: int) -> Stacked:
    """The rows from a line on to the last that has figures."""
    found = Stacked(start, start, [])
    rows: list[tuple[list[str], bool]] = []
    place = start
    while place < len(cut) and (line := cut[place]) is not None:
        if line.is_blank:
            place += 1
            continue
        if line.label and line.figures:
            cells, place = [line.label, *line.figures], place + 1
        elif line.label:
            rows.append(([line.label], False))
            place += 1
            continue
        elif len(line.figures) > 1:
            cells, place = list(line.figures), place + 1
        else:
            figures, place = _run(cut, place)
            label = rows.pop()[0] if rows and len(rows[-1][0]) == 1 else []
            cells = [*label, *figures]
        rows.append((cells, False))
        found.rows += rows
        found.end = place
        rows = []
    if any(line is not None and line.figures == ("",) for line in cut[found.start : found.end]):
        found.rows = _aligned(found.rows)
    return found


def _run(cut: Sequence[_Line | None], start: int) -> tuple[list[str], int]:
    """The figures, one a line, that stand equally far apart, and the line after them: one further off is the number of a page."""
    figures: list[str] = []
    step = 0
    place = end = start
    while place < len(cut) and (line := cut[place]) is not None and not line.label and len(line.figures) == 1:
        figures.append(line.figures[0])
        end = place + 1
        place = next((index for index in range(end, len(cut)) if (after := cut[index]) is None or not after.is_blank), len(cut))
        step = step or place - end
        if place - end != step:
            break
    return figures, end


def _aligned(rows: list[tuple[list[str], bool]]) -> list[tuple[list[str], bool]]:
    """Where each cell left its border, the commonest number of cells is that of the columns, and rows of so many have all of theirs."""
    lengths = Counter(len(cells) for cells, _ in rows if len(cells) > LEAST_FIGURES)
    width = lengths.most_common(1)[0][0] if lengths else None
    return [(cells, len(cells) == width) for cells, _ in rows]


def _is_table(table: Stacked) -> bool:
    """Whether the runs of figures are more than a chance."""
    runs = [sum(is_figure(cell) or not cell for cell in cells) for cells, _ in table.rows]
    return sum(run >= LEAST_FIGURES for run in runs) >= LEAST_ROWS or any(run >= LONG_RUN for run in runs)
