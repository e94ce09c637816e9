"""Characters with boxes to runs, lines and the text of cells.

Lives here: which characters touch and so are one run, which run stands in which cell, which runs are one line, where a line has gaps,
where a blank was meant, and how lines of one cell or paragraph are put together.
Elsewhere: the characters themselves (pdf.py, ofd.py), lines to paragraphs and columns (flow.py).
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.document import Box
from extractors.readers.pages.grid import Grid
from extractors.readers.text.text_tables import NUMBERING_CELL

# text, left, top, right, bottom in points of the page, origin at its top left corner
Char = tuple[str, float, float, float, float]

# All in parts of the character's height. A word space is a quarter of it, justified lines spread characters by less than 0.15.
TOUCHING = 0.15
# Between Chinese characters, or a Chinese and a Latin one, typesetting itself sets up to a quarter: a blank was meant where there is more.
MEANT_BLANK = 0.4
# A Chinese space, or two Latin ones: what comes after may stand in another column.
WIDE_GAP = 0.9
# Characters drawn twice to look bold lie nearer to each other than this share of their width.
DRAWN_TWICE = 0.5
# A border that cuts a character, and not only touches it, leaves at least this share of its width on both sides.
CUT = 0.2
# Marks of notes and exponents: digits lower than this share of what they follow, whose foot is raised by this share of it.
SMALL = 0.75
RAISED = 0.25
# Cells are padded by up to this many points on each side (the default of word processors is 5.4).
CELL_PADDING = 5.7
OUTSIDE = -1
# One cell's key is grid * REGIONS + region; no grid has as many regions.
REGIONS = 1_000_000
# Radicals that fonts give for the characters that they look like; those of the second block that have no decomposition of their own.
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_RADICALS.update(zip(map(ord, "⺟⺠⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⻅⻆⻉⻋"), "母民长门青页风飞食马骨鬼鱼鸟黄齐齿龙见角贝车", strict=True))


_RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True, eq=False)
class Run:
    """Characters of one line that touch. `key` tells its cell, OUTSIDE for none; `confidence` is below 1 where they were recognised."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    key: int = OUTSIDE
    confidence: float = 1.0


@dataclass(slots=True, eq=False)
class Line:
    """Runs on one height, put together into pieces that wide gaps part.

    `size` and `base` are the height of most of its characters and where they stand: fonts differ in height, and lines hold several.
    """

    pieces: list[Run]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    base: float

    @property
    def box(self) -> Box:
        return self.left, self.top, self.right, self.bottom

    @property
    def confidence(self) -> float:
        return min(piece.confidence for piece in self.pieces)

    @property
    def text(self) -> str:
        """All pieces, the gaps as wide as they are in half characters."""
        if len(self.pieces) == 1:
            return self.pieces[0].text
        parts = [self.pieces[0].text]
        for before, piece in pairwise(self.pieces):
            halves = round(2 * (piece.left - before.right) / max(self.size, 1.0))
            parts += " " * max(2, min(halves, 40)), piece.text
        return "".join(parts)


def clean(text: str) -> str:
    """A text in NFC with radicals as the characters that they stand for."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_RADICALS))


def runs(chars: Iterable[Char], grids: Sequence[Grid]) -> list[Run]:
    """The runs of a page in the order of its content. A run ends at a border, unless the border cuts through one of its characters."""
    found: list[Run] = []
    texts: list[str] = []
    votes: list[int] = []
    left = top = right = bottom = last_left = 0.0
    key = OUTSIDE
    inside: Box = (1.0, 1.0, 0.0, 0.0)

    def close() -> None:
        if texts:
            found.append(Run("".join(texts), left, top, right, bottom, max(votes, key=votes.count) if len(set(votes)) > 1 else votes[0]))

    for text, start, upper, end, lower in chars:
        x, y = (start + end) / 2, (upper + lower) / 2
        before = key
        if grids and not (inside[0] <= x < inside[2] and inside[1] <= y < inside[3]):
            key, inside = _place(grids, x, y)
        height = min(lower - upper, bottom - top)
        if (
            texts
            and "0" <= text <= "9"
            and lower < bottom - RAISED * (bottom - top)
            and _is_small(upper, lower, top, bottom)
            and -DRAWN_TWICE * height < start - right < TOUCHING * (bottom - top)
            and key == before
        ):
            texts.append(text.translate(_RAISED_DIGITS))
            votes.append(key)
            right, last_left = max(right, end), start
            continue
        if texts and abs(2 * y - top - bottom) < 0.7 * height and -DRAWN_TWICE * height < start - right < TOUCHING * height:
            if text == texts[-1] and start - last_left < DRAWN_TWICE * (end - start):
                key = before
                continue
            if key == before or _is_cut(grids, before, key, start, end, right, right - last_left):
                texts.append(text)
                votes.append(key)
                right = max(right, end)
                if not text.isascii():
                    top, bottom = upper, lower
                last_left = start
                continue
        close()
        texts, votes = [text], [key]
        left, top, right, bottom, last_left = start, upper, end, lower, start
    close()
    return found


def _is_small(upper: float, lower: float, top: float, bottom: float) -> bool:
    return lower - upper < SMALL * (bottom - top) and upper > top - RAISED * (bottom - top)


def _place(grids: Sequence[Grid], x: float, y: float) -> tuple[int, Box]:
    for number, grid in enumerate(grids):
        region = grid.region_at(x, y)
        if region is not None:
            return number * REGIONS + region, grid.region_box(region)
    return OUTSIDE, (1.0, 1.0, 0.0, 0.0)


def _is_cut(grids: Sequence[Grid], before: int, key: int, start: float, end: float, last_right: float, last_width: float) -> bool:
    """Whether the border between two touching characters goes through one of them: then the text only runs over its cell."""
    if before == OUTSIDE or key == OUTSIDE:
        return False
    border = grids[before // REGIONS].region_box(before % REGIONS)[2]
    return start < border - CUT * (end - start) or last_right > border + CUT * last_width


def placed(found: Iterable[Run], grids: Sequence[Grid]) -> list[Run]:
    """Runs that came whole, each with the cell that its middle stands in."""
    return [replace(run, key=_place(grids, (run.left + run.right) / 2, (run.top + run.bottom) / 2)[0]) for run in found]


def lines(found: Iterable[Run]) -> list[Line]:
    """Runs to lines, from top to bottom. Runs that share more than half of the lower one's height stand on one line."""
    rows: list[tuple[float, float, list[Run]]] = []
    for run in sorted(found, key=lambda run: (run.top + run.bottom, run.left)):
        if rows:
            top, bottom, row = rows[-1]
            shared = min(bottom, run.bottom) - max(top, run.top)
            if 2 * shared > min(bottom - top, run.bottom - run.top):
                row.append(run)
                if run.bottom - run.top > bottom - top:
                    rows[-1] = run.top, run.bottom, row
                continue
        rows.append((run.top, run.bottom, [run]))
    return [_line(top, bottom, row) for top, bottom, row in rows]


def _line(top: float, bottom: float, row: list[Run]) -> Line:
    if len(row) == 1:
        run = row[0]
        return Line([run], run.left, top, run.right, bottom, bottom - top, bottom)
    most = max(row, key=lambda run: len(run.text.encode()))
    row.sort(key=lambda run: run.left)
    first = row[0]
    pieces = [Run(first.text, first.left, first.top, first.right, first.bottom, first.key, first.confidence)]
    for run in row[1:]:
        last = pieces[-1]
        gap = run.left - last.right
        size = min(run.bottom - run.top, last.bottom - last.top)
        if run.text == last.text and run.left - last.left < DRAWN_TWICE * min(size, run.right - run.left):
            continue
        if run.text.isdecimal() and run.text.isascii() and gap < TOUCHING * (most.bottom - most.top) and _is_mark(run, most):
            last.text += run.text.translate(_RAISED_DIGITS)
            last.right = max(last.right, run.right)
            continue
        if gap > WIDE_GAP * size and not (len(pieces) == 1 and NUMBERING_CELL.fullmatch(last.text)):
            pieces.append(Run(run.text, run.left, run.top, run.right, run.bottom, run.key, run.confidence))
            continue
        last.text += _blank(last.text[-1], run.text[0], gap / max(size, 1.0)) + run.text
        last.right = max(last.right, run.right)
        last.confidence = min(last.confidence, run.confidence)
        last.top, last.bottom = min(last.top, run.top), max(last.bottom, run.bottom)
    return Line(pieces, pieces[0].left, top, max(piece.right for piece in pieces), bottom, most.bottom - most.top, most.bottom)


def _is_mark(run: Run, most: Run) -> bool:
    """Whether digits are the mark of a note, or an exponent, beside what most of their line is."""
    height = most.bottom - most.top
    return run.bottom < most.bottom - RAISED * height and _is_small(run.top, run.bottom, most.top, most.bottom)


def _blank(before: str, after: str, gap: float) -> str:
    """The blank between two runs, by the gap between them in parts of their height."""
    if before.isascii() and after.isascii():
        return " " if gap > TOUCHING else ""
    return " " if gap > MEANT_BLANK else ""


def joined(before: str, after: str, room: float, size: float) -> str:
    """What stands between two lines of one text; `room` is what was left of the first line.

    Words are parted by a blank. A number is broken only where not one more digit had room.
    """
    if not before or not after or not (before[-1].isascii() and after[0].isascii()):
        return ""
    if before[-1].isdigit() and after[0].isdigit():
        return "" if room < 0.6 * size else " "
    return " " if before[-1].isalnum() and after[0].isalnum() else ""


def cell_text(found: list[Run], box: Box) -> str:
    """The text of the runs in one cell: its lines put together."""
    if len(found) == 1:
        return found[0].text
    text = ""
    last: Line | None = None
    rows = lines(found)
    for line in rows:
        if last is not None:
            text += joined(text, line.text, box[2] - box[0] - 2 * CELL_PADDING - (last.right - last.left), last.size)
        text += line.text if line is rows[-1] else _closed_up(line.text)
        last = line
    return text


def _closed_up(text: str) -> str:
    """A line that others follow, without blanks where each of its characters stands alone: justified, it was spread over the whole cell."""
    parts = text.split()
    return "".join(parts) if all(len(part) == 1 and not part.isascii() for part in parts) else text
