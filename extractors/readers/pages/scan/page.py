"""One scanned page to what a page holds: rules, and runs of recognised print.

Lives here: the order of work on a page, cells before what stands outside of them; pages that lie on their side; pages that can't be read;
pages whose tables go on although the sheet was fed in a little higher, lower or aside.
Elsewhere: each step (the other modules here); tables and paragraphs of the runs (../page.py).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from extractors.masking import mask
from extractors.readers.encoding import REPLACEMENT as LOST
from extractors.readers.pages.grid import Grid, Rule, grids
from extractors.readers.pages.lines import Run, clean
from extractors.readers.pages.page import SUREST, Page
from extractors.readers.pages.scan.ink import LEAST_PRINT, Box, lines_of_cell, lines_outside, pieces, print_height, within
from extractors.readers.pages.scan.models import ZEROS, Reading
from extractors.readers.pages.scan.picture import Dots, Picture, prepared
from extractors.readers.pages.scan.recognise import BESIDE, look_again, read
from extractors.readers.pages.scan.ruled import find_rules
from extractors.readers.pages.scan.sums import confirmed
from extractors.readers.pages.scan.trust import (
    DOUBTFUL,
    HOPELESS,
    SURE,
    SURE_IF_WORN,
    WORN,
    is_hidden,
    is_number,
    judged,
    numbers_in,
    sureness_of_number,
)

# A page of which the recogniser is this sure stands upright; below the second it can't read it (a photograph, a drawing).
UPRIGHT, LEGIBLE = 0.85, 0.7
# Lines looked at for which way is up.
SAMPLE = 6
# Sheets of one document lie this far apart at most (points), and their tables differ in width by this share at most.
SHIFTED, STRETCHED = 40.0, 0.02
LONGEST_NOISE = 2
# A full stop that begins a line, or ends one apart, is taken for a zero; a zero is higher (in parts of the height of print).
FULL_STOPS, LEAST_ZERO = frozenset(ZEROS), 0.55
# A page of A3 in small print has some 1,000 cells and lines; more are a drawing, or noise.
MOST_LINES = 1_500
# Print of one size: lines between these parts of the usual height.
LEAST_USUAL, MOST_USUAL = 0.7, 1.2
OPENING, CLOSING = frozenset("（《〈“‘【〔"), frozenset("）》〉”’】〕，。、；：！？")
WIDE = str.maketrans("()", "（）")
HAN = re.compile(r"[\u3400-\u9fff]")
# Cells with numbers that make a column one of numbers.
NUMBERS_BESIDE = 2
# Dashes as they are seen, and how flat they are: no line of characters is.
STROKES, FLAT = re.compile("[一二—－-]{2,}"), 0.15
ROUND, ROUND_NUMBER = str.maketrans(dict.fromkeys(ZEROS, "0")), re.compile(f"[1-9{ZEROS}]+")


@dataclass(slots=True)
class _Line:
    """A line of print as read: its box, the box that it may not be seen beyond, and its cell (grid, region), None outside of tables."""

    box: Box
    within: Box
    cell: tuple[int, int] | None
    reading: Reading
    sureness: float = 0.0
    is_confirmed: bool = False


class Scanner:
    """Reads the pages of one document in their order."""

    def __init__(self) -> None:
        self.last: tuple[float, float] | None = None

    def read(self, dots: Dots, width: float, height: float) -> Page:
        """The page that a picture shows; `width` and `height` in points. A page that can't be read comes back with its reason."""
        if min(width, height) < LEAST_PRINT:
            return Page(width, height, reason="unreadable_scan")
        page = _read_page(dots, width, height)
        found = grids(page.rules)
        if found:
            if self.last is not None:
                page = _shifted(page, self.last, (found[0].xs[0], found[0].xs[-1]))
                found = grids(page.rules)
            self.last = found[-1].xs[0], found[-1].xs[-1]
        return page


def _shifted(page: Page, above: tuple[float, float], own: tuple[float, float]) -> Page:
    """The page moved sideways, so that its first table has the edges of the last one before, where both are as wide."""
    if abs(own[0] - above[0]) > SHIFTED or abs((own[1] - own[0]) / (above[1] - above[0]) - 1) > STRETCHED:
        return page
    stretch = (above[1] - above[0]) / (own[1] - own[0])

    def moved(x: float) -> float:
        return above[0] + (x - own[0]) * stretch

    rules = [Rule(moved(rule.left), rule.top, moved(rule.right), rule.bottom) for rule in page.rules]
    runs = [Run(run.text, moved(run.left), run.top, moved(run.right), run.bottom, run.key, run.confidence) for run in page.runs]
    return replace(page, rules=rules, runs=runs)


def _read_page(dots: Dots, width: float, height: float) -> Page:
    picture = prepared(dots, dots.shape[1] / max(width, 1.0))
    page, sureness = _read_upright(picture, width, height)
    if sureness >= UPRIGHT and not _may_lie_sideways(picture):
        return page
    scale = dots.shape[1] / max(width, 1.0)
    samples = [(_sample(prepared(np.ascontiguousarray(np.rot90(dots, turns)), scale)), turns) for turns in (1, 2, 3)]
    best, turns = max(samples)
    if best > max(sureness, UPRIGHT):
        size = (width, height) if turns == 2 else (height, width)
        page, sureness = _read_upright(prepared(np.ascontiguousarray(np.rot90(dots, turns)), scale), *size)
    return page if sureness >= LEGIBLE else Page(width, height, reason="unreadable_scan")


def _may_lie_sideways(picture: Picture) -> bool:
    """Whether print leaves whiter stripes from top to bottom than from side to side; a table may, upright."""
    ink = find_rules(picture)[1] > 0
    across, down = ink.sum(axis=1), ink.sum(axis=0)
    return bool(down.var() > across.var() * (ink.shape[0] / ink.shape[1]) ** 2)


def _sample(picture: Picture) -> float:
    """How sure the recogniser is of the longest lines, taken as print of an upright page."""
    picture = replace(picture, ink=find_rules(picture)[1])
    found = pieces(picture)
    lines = sorted(lines_outside(found, [], picture.scale), key=lambda line: line[0][0] - line[0][2])[:SAMPLE]
    size = print_height(found, picture.scale)
    sureness = [value for line, seen in lines for value in read(picture, line, seen, size, is_in_cell=False).sureness]
    return float(np.mean(sureness)) if sureness else 0.0


def _read_upright(picture: Picture, width: float, height: float) -> tuple[Page, float]:
    """The page, and how sure the recogniser is of its characters."""
    scale = picture.scale
    rules, ink = find_rules(picture)
    tables = grids(rules)
    # Borders are no print: the recogniser doesn't see them.
    clear, dark = picture.grey.copy(), picture.dark.copy()
    for rule in rules:
        left, top, right, bottom = (round(edge * scale) for edge in rule)
        around = slice(max(top - 2, 0), bottom + 2), slice(max(left - 2, 0), right + 2)
        clear[around], dark[around] = 255, 0
    picture = replace(picture, grey=clear, ink=ink, dark=dark)
    found = pieces(picture)
    size = print_height(found, scale)
    places: list[tuple[Box, Box, tuple[int, int] | None, float]] = []
    for number, grid in enumerate(tables):
        high = print_height(within(found, _box(grid.box, scale)), scale)
        for region in range(len(grid.regions)):
            cell = _inside(grid, region, scale)
            if cell is not None:
                places += [(line, cell, (number, region), high) for line in lines_of_cell(found, cell, scale, high)]
    places += [(line, seen, None, size) for line, seen in lines_outside(found, [_box(grid.box, scale) for grid in tables], scale)]
    if len(places) > MOST_LINES:
        return Page(width, height, reason="unreadable_scan"), 0.0
    lines = [_Line(line, seen, cell, read(picture, line, seen, high, cell is not None)) for line, seen, cell, high in places]
    seen_lines = _without_noise(lines)
    sureness = [value for line in seen_lines for value in line.reading.sureness]
    page = Page(width, height, rules=rules)
    _judge(page, picture, found, size, seen_lines, tables)
    # Nothing on a page is no reason to turn it.
    return page, float(np.mean(sureness)) if sureness else 0.0 if lines else 1.0


def _box(points: tuple[float, float, float, float], scale: float) -> Box:
    left, top, right, bottom = points
    return round(left * scale), round(top * scale), round(right * scale), round(bottom * scale)


def _inside(grid: Grid, region: int, scale: float) -> Box | None:
    left, top, right, bottom = _box(grid.region_box(region), scale)
    return (left + 1, top + 1, right - 1, bottom - 1) if right - left > 4 and bottom - top > 4 else None


def _judge(page: Page, picture: Picture, found: NDArray[np.int32], size: float, lines: list[_Line], tables: Sequence[Grid]) -> None:
    """Fills the page with the runs of the lines, and with what had to be given up."""
    _in_columns_of_numbers(lines, tables)
    numbers = [line for line in lines if line.cell is not None and is_number(line.reading.text)]
    for line in numbers:
        line.sureness = sureness_of_number(picture, found, line.reading, line.box, line.within, size)
    checked = set(map(id, numbers))
    for line in lines:
        if id(line) not in checked and picture.veil is not None:
            _doubt_hidden(picture, line)
    words = [line.reading for line in lines if id(line) not in checked]
    sure = [line.sureness for line in numbers] + [number[2] for found in words for number in numbers_in(found.text, found.sureness)]
    is_worn = sum(value < SURE for value in sure) > max(WORN * len(sure), 2)
    bound = SURE_IF_WORN if is_worn else DOUBTFUL
    _confirm(numbers, tables)
    lines_in = Counter(line.cell for line in numbers)
    for line in numbers:
        if lines_in[line.cell] > 1:
            # One number torn in two, or two numbers: which, the cell doesn't tell.
            line.sureness, line.is_confirmed = 0.0, False
    guesses: list[tuple[str, float]] = []
    outside: list[Run] = []
    for line in lines:
        text, confidence = line.reading.text, line.sureness
        if line.cell is None and text in FULL_STOPS and line.box[3] - line.box[1] < LEAST_ZERO * size:
            line.reading.text = text = "。"
        if not text:
            if line.cell is None:
                continue
            # Ink that nothing was recognised in: not a blank.
            text, confidence = LOST, 0.0
            guesses.append(("？", 0.0))
        elif id(line) not in checked:
            look = partial(_texts_again, picture, line, size)
            result = judged(text, line.reading.sureness, bound, look)
            text, confidence = result.text, result.confidence
            guesses += result.guesses
        elif line.sureness < bound and not line.is_confirmed:
            guesses.append((text, line.sureness))
            text = LOST * len(text)
        left, top, right, bottom = (edge / picture.scale for edge in line.box)
        page.runs.append(Run(_wide(clean(text)), left, top, right, bottom, confidence=min(confidence, SUREST)))
        if line.cell is None:
            outside.append(page.runs[-1])
    _even(outside)
    page.doubts = [mask(f"{guess}（{sure:.2f}）") for guess, sure in guesses]


def _doubt_hidden(picture: Picture, line: _Line) -> None:
    """Makes numbers of a sentence unsure that a seal may hide a part of."""
    left, top, right, bottom = line.box
    reading = line.reading
    pad = BESIDE * (bottom - top)
    for start, end, _ in numbers_in(reading.text, reading.sureness):
        first, last = (left - pad + reading.places[place] * (right - left + 2 * pad) for place in (start, end - 1))
        half = (bottom - top) / 4
        if is_hidden(picture, (round(first - half), top, round(last + half), bottom)):
            reading.sureness[start:end] = [0.0] * (end - start)


def _texts_again(picture: Picture, line: _Line, size: float) -> list[str]:
    return [reading.text for reading in look_again(picture, line.box, line.within, size)]


def _without_noise(lines: list[_Line]) -> list[_Line]:
    """The lines without what noise leaves outside of tables, or in a shaded cell beside sure words: a character or two, guessed at."""
    in_words = {
        line.cell
        for line in lines
        if line.cell is not None and HAN.search(line.reading.text) and float(np.mean(line.reading.sureness)) >= UPRIGHT
    }
    return [
        line
        for line in lines
        if (line.cell is not None and line.cell not in in_words)
        or len(line.reading.text) > LONGEST_NOISE
        or min(line.reading.sureness, default=0.0) >= HOPELESS
    ]


def _wide(text: str) -> str:
    """Brackets among Chinese characters are wide: the recogniser takes them for either."""
    return text.translate(WIDE) if HAN.search(text) else text


def _even(runs: list[Run]) -> None:
    """Gives print outside of tables the boxes that type has: one height a size, wide marks with the blank that belongs to them.

    What is seen is ink, and a line is as high as the highest of its strokes.
    """
    heights = sorted(run.bottom - run.top for run in runs if len(run.text) > 3)
    usual = heights[len(heights) // 2] if heights else 0.0
    for run in runs:
        height = run.bottom - run.top
        if LEAST_USUAL * usual <= height <= MOST_USUAL * usual:
            middle = (run.top + run.bottom) / 2
            run.top, run.bottom = middle - usual / 2, middle + usual / 2
        if run.text[0] in OPENING:
            run.left -= (run.bottom - run.top) / 2
        if run.text[-1] in CLOSING:
            run.right += (run.bottom - run.top) / 2


def _confirm(numbers: list[_Line], tables: Sequence[Grid]) -> None:
    """Marks what sums of the table confirm; gives up what they contradict."""
    by_cell: defaultdict[tuple[int, int], list[_Line]] = defaultdict(list)
    for line in numbers:
        if line.cell is not None:
            by_cell[line.cell].append(line)
    for number, grid in enumerate(tables):
        alone = {region: found[0] for (table, region), found in by_cell.items() if table == number and len(found) == 1}
        places = [[alone[region].reading.text if region in alone else None for region in row] for row in grid.places]
        sureness = [[alone[region].sureness if region in alone else 0.0 for region in row] for row in grid.places]
        verdicts = confirmed(places, sureness, HOPELESS, SURE)
        for (row, column), holds in verdicts.items():
            line = alone[grid.places[row][column]]
            line.is_confirmed = holds
            line.sureness = max(line.sureness, DOUBTFUL) if holds else min(line.sureness, HOPELESS - 0.01)


def _in_columns_of_numbers(lines: list[_Line], tables: Sequence[Grid]) -> None:
    """Flat strokes in a row are dashes; between numbers, a lone one is too, and a round letter a zero. They are taken for 一 and O."""
    columns: Counter[tuple[int, int]] = Counter()
    for line in lines:
        if line.cell is not None and is_number(line.reading.text):
            columns[line.cell[0], tables[line.cell[0]].regions[line.cell[1]].column] += 1
    alone = Counter(line.cell for line in lines)
    for line in lines:
        if line.cell is None or alone[line.cell] > 1:
            continue
        grid, region = line.cell
        if STROKES.fullmatch(line.reading.text) and line.box[3] - line.box[1] < FLAT * (line.box[2] - line.box[0]):
            line.reading.text, line.reading.sureness = "——", [1.0, 1.0]
        elif columns[grid, tables[grid].regions[region].column] >= NUMBERS_BESIDE:
            text = line.reading.text
            line.reading.text = "—" if text == "一" else text.translate(ROUND) if ROUND_NUMBER.fullmatch(text) else text
