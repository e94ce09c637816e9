"""Tables whose cells are told apart by runs of spaces.

Lives here: cutting a line into pieces, and the columns that pieces line up to. Widths are display widths (a Chinese character takes two
places), as the tools that align such tables count them.
Elsewhere: which lines form such a table (text_tables.py).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from extractors.numbers import is_figure
from extractors.readers.text.groups import SPACES, Paragraph, TableLines

# Text tables of more columns than this aren't set with spaces: at 4 places each they would be wider than any page. Such lines are dumps.
MOST_SPACED_COLUMNS = 60
GAP = re.compile(r"[ \u00a0]{2,}|[ \u00a0]*\u3000[ \u00a0\u3000]*")
# "第二部分  组织领导  我局由1名副局长分管…": a heading and its text in one line are no row.
_SECTION = re.compile("第[一二三四五六七八九十]{1,3}部分")
# The figures of so many columns and rows are needed to tell where columns are when words don't line up.
LEAST_COLUMNS = 5
LEAST_WHOLE_ROWS = 3
# Header and figures of one column are often set to different sides: places this near, never used by one line together, are one column.
WIDEST_DRIFT = 4

Piece = tuple[str, int, int]  # text, first display place, place after the last


def spaced(lines: list[str]) -> Iterator[Paragraph | TableLines]:
    """Lines that may be such a table: what they are."""
    cut = [_pieces(line) for line in lines]
    if sum(len(pieces) > 1 for pieces in cut) < 2 or any(_SECTION.fullmatch(pieces[0][0]) for pieces in cut if len(pieces) > 2):
        yield from map(Paragraph, lines)
        return
    cut[_first_row(cut)] = _closed_up(cut[_first_row(cut)])
    if by_figures := _rows_by_figures(cut):
        yield TableLines("spaces", by_figures)
        return
    columns = _columns(cut)
    rows: list[tuple[list[str], bool]] = []
    for line, pieces in zip(lines, cut, strict=True):
        if not pieces:
            continue
        if columns:
            places = [_column_of(piece, columns) for piece in pieces]
            if None not in places:
                cells = [""] * len(columns)
                for (text, _, _), place in zip(pieces, places, strict=True):
                    cells[place or 0] = text
                rows.append((cells, True))
                continue
        if len(pieces) == 1 and columns:
            if rows:
                yield TableLines("spaces", rows)
                rows = []
            yield Paragraph(line)
            continue
        rows.append(([text for text, _, _ in pieces], False))
    if rows:
        if not columns:
            most = max(len(cells) for cells, _ in rows)
            rows = [(cells, len(cells) == most) for cells, _ in rows]
        yield TableLines("spaces", rows)


def _pieces(line: str) -> list[Piece]:
    pieces: list[Piece] = []
    place = offset = 0
    body = line.rstrip(SPACES)
    for gap in GAP.finditer(body):
        if gap.start() > offset:
            start = place
            place += sum(map(_place_width, body[offset : gap.start()]))
            pieces.append((body[offset : gap.start()].strip(SPACES), start, place))
        place += sum(map(_place_width, gap[0]))
        offset = gap.end()
    text = body[offset:]
    stripped = text.lstrip(SPACES)
    place += len(text) - len(stripped)
    if stripped:
        pieces.append((stripped, place, place + sum(map(_place_width, stripped))))
    return [cut for piece in pieces if piece[0] for cut in _without_figures_behind(piece)]


def _without_figures_behind(piece: Piece) -> Iterator[Piece]:
    """A piece cut where figures stand behind its words, or behind each other, with one blank between ("上年结转 0 3")."""
    text, start, end = piece
    if " " not in text or is_figure(text):
        yield piece
        return
    words = text.split(" ")
    count = len(words)
    while count and is_figure(words[count - 1]):
        count -= 1
    label = " ".join(words[:count])
    if not label and not all(word[-1:].isdigit() for word in words):
        # Dashes around a number: that of a page.
        yield piece
        return
    if label:
        yield label, start, end if count == len(words) else start + width(label)
    place = start + (width(label) + 1 if label else 0)
    for word in words[count:]:
        yield word, place, place + width(word)
        place += width(word) + 1


def _rows_by_figures(cut: list[list[Piece]]) -> list[tuple[list[str], bool]]:
    """The rows of a table of many figures: labels to the left, each figure in its column, as far as the figures of whole rows line up.

    Where they don't, no row tells its columns. Empty where there are few figures.
    """
    figures = [_figures_behind(pieces) for pieces in cut]
    most = max(map(len, figures))
    whole = [found for found in figures if len(found) == most]
    if most < LEAST_COLUMNS or len(whole) < LEAST_WHOLE_ROWS:
        return []
    columns = [(min(row[index][1] for row in whole), max(row[index][2] for row in whole)) for index in range(most)]
    if any(left[1] > right[0] for left, right in pairwise(columns)):
        return [([text for text, _, _ in pieces], False) for pieces in cut if pieces]
    labels = max(len(pieces) - len(found) for pieces, found in zip(cut, figures, strict=True) if found)
    rows: list[tuple[list[str], bool]] = []
    for pieces, found in zip(cut, figures, strict=True):
        texts = [text for text, _, _ in pieces[: len(pieces) - len(found)]]
        places = [_column_of(piece, columns) for piece in found]
        if not pieces:
            continue
        if not found or None in places or len(set(places)) < len(places):
            rows.append(([text for text, _, _ in pieces], False))
            continue
        cells = [""] * (labels - len(texts)) + texts + [""] * most
        for (text, _, _), place in zip(found, places, strict=True):
            cells[labels + (place or 0)] = text
        rows.append((cells, True))
    return rows


def _figures_behind(pieces: list[Piece]) -> list[Piece]:
    """The figures that a line ends with."""
    start = len(pieces)
    while start and is_figure(pieces[start - 1][0]):
        start -= 1
    return pieces[start:]


def _first_row(cut: list[list[Piece]]) -> int:
    return next(index for index, pieces in enumerate(cut) if len(pieces) > 1)


def _closed_up(pieces: list[Piece]) -> list[Piece]:
    """A header line whose words are spaced out ("单　位") with single characters put back together."""
    closed: list[Piece] = []
    for text, start, end in pieces:
        if closed and len(text) == 1 and not text.isascii() and start - closed[-1][2] <= 2:
            before, before_start, _ = closed[-1]
            if len(before) == 1 or "\u3000" in before:
                closed[-1] = (before + "\u3000" + text, before_start, end)
                continue
        closed.append((text, start, end))
    return closed if len(closed) > 1 else pieces


def _columns(cut: list[list[Piece]]) -> list[tuple[int, int]]:
    """The places of the columns; empty where the lines don't line up."""
    intervals = sorted((start, end) for pieces in cut if len(pieces) > 1 for _, start, end in pieces)
    columns: list[tuple[int, int]] = []
    for start, end in intervals:
        if columns and start < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    widest = max(map(len, cut))
    if len(columns) > 2 * MOST_SPACED_COLUMNS:
        return []
    rows = [pieces for pieces in cut if len(pieces) > 1]
    index = 0
    while len(columns) > widest and index + 1 < len(columns):
        left, right = columns[index], columns[index + 1]
        joint = (left[0], right[1])
        is_near = right[0] - left[1] <= WIDEST_DRIFT or any(_heads_only(rows, column) for column in (left, right))
        if is_near and all(sum(joint[0] <= start < joint[1] for _, start, _ in pieces) <= 1 for pieces in rows):
            columns[index : index + 2] = [joint]
        else:
            index += 1
    for pieces in cut:
        if len(pieces) > 1 and len({_column_of(piece, columns) for piece in pieces}) < len(pieces):
            return []
    return columns if len(columns) > 1 else []


def _heads_only(rows: list[list[Piece]], column: tuple[int, int]) -> bool:
    """Whether a column holds the word of a header, set to the middle of it, and nothing else."""
    inside = [(index, text) for index, pieces in enumerate(rows) for text, start, _ in pieces if column[0] <= start < column[1]]
    return len(inside) == 1 and inside[0][0] == 0 and not any(map(str.isdigit, inside[0][1]))


def _column_of(piece: Piece, columns: list[tuple[int, int]]) -> int | None:
    """The one column that a piece overlaps; None where it overlaps none or several."""
    found = [index for index, (start, end) in enumerate(columns) if piece[1] < end and piece[2] > start]
    return found[0] if len(found) == 1 else None


def width(text: str) -> int:
    """How many places a text takes."""
    return sum(map(_place_width, text))


@lru_cache(maxsize=4096)
def _place_width(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Cf") else 1
