"""Lines of pages to columns and paragraphs.

Lives here: whether a page is set in two columns and in which order its parts are read, where the margins are, which line goes on
with the paragraph of the line above, also over columns and pages.
Elsewhere: characters to lines (lines.py), which lines are no text (furniture.py), emission (page.py).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.document import Box
from extractors.readers.pages.lines import Line, joined
from extractors.readers.writer import OUTLINE_HEADING

# A paragraph's first line is set in by two characters; tables of contents and lists by one.
INDENT = 1.2
# A line is full if less than two characters would still fit: a mark that may not begin a line takes one more character along.
FULL = 2.0
# Addresses, names, numbers: shorter ones fit into what a full line leaves.
LATIN_WORD = re.compile(r"[0-9A-Za-z@:/._-]{4,}")
# Latin characters take up to this share of their height on average.
LATIN_WIDTH = 0.6
# Lines of one paragraph have one size and one distance, but for rounding and for lines with higher characters.
SAME_SIZE = 0.15
WIDER = 1.45
# Behind a full line that ends a sentence, a smaller difference tells that a paragraph begins.
APART = 1.15
# The distance where a page has too few lines to tell: 28 points for 16-point print is the widest that official documents are set in.
USUAL_DISTANCE = 2.2
MOST_TITLE_LINES = 3
FULL_STOPS = "。！？；!?;"
ANY_STOP = FULL_STOPS + "：:，,、）)】］]》”’…"
SENTENCE_ENDS = FULL_STOPS + "：:"
# A gutter is sought in the middle of a page, has at most this share of lines across, and long lines on both sides.
MIDDLE = (0.35, 0.65)
MOST_ACROSS = 0.25
LEAST_BESIDE = 5
LEAST_FILLED = 0.6
NARROWEST_GUTTER = 8.0
# Of a page five metres wide; beyond that nothing is print.
WIDEST_MIDDLE = 4_000


@dataclass(slots=True)
class Margins:
    """Where the lines of a column begin and end."""

    left: float
    right: float


def columns(lines: Sequence[Line], tables: Sequence[Box]) -> list[tuple[list[Line], list[int]]]:
    """The columns of a page in reading order, each with its lines and the indices of its tables; one for an ordinary page."""
    gutter = _gutter(lines)
    if gutter is None:
        return [(list(lines), list(range(len(tables))))]
    parts: list[tuple[float, float, float, Line | int]] = [
        (part.top, part.left, part.right, part) for line in lines for part in _beside(line, gutter)
    ]
    parts += [(box[1], box[0], box[2], index) for index, box in enumerate(tables)]
    parts.sort(key=lambda part: part[:3])
    streams: list[tuple[list[Line], list[int]]] = []
    sides: tuple[list[Line | int], list[Line | int]] = ([], [])
    across: list[Line | int] = []

    def close(*groups: list[Line | int]) -> None:
        for group in groups:
            if group:
                streams.append(([part for part in group if isinstance(part, Line)], [part for part in group if isinstance(part, int)]))
                group.clear()

    for _, left, right, part in parts:
        if left < gutter < right:
            close(*sides)
            across.append(part)
        else:
            close(across)
            sides[left >= gutter].append(part)
    close(across, *sides)
    return streams


def _beside(line: Line, gutter: float) -> list[Line]:
    """A line cut at the gutter; whole where it goes across."""
    left = [piece for piece in line.pieces if piece.right <= gutter]
    right = [piece for piece in line.pieces if piece.left >= gutter]
    if not left or not right or len(left) + len(right) < len(line.pieces):
        return [line]
    return [
        Line(side, side[0].left, line.top, max(piece.right for piece in side), line.bottom, line.size, line.base) for side in (left, right)
    ]


def _gutter(lines: Sequence[Line]) -> float | None:
    """The place between two columns of text; None where there is one column. Tables without rules have short pieces and are no columns."""
    pieces = [piece for line in lines for piece in line.pieces]
    if len(pieces) < 2 * LEAST_BESIDE:
        return None
    first, last = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    low, high = (round(first + share * (last - first)) for share in MIDDLE)
    if not NARROWEST_GUTTER <= high - low <= WIDEST_MIDDLE or sum(piece.left > low for piece in pieces) < LEAST_BESIDE:
        return None
    crossing = [0] * (high - low)
    for piece in pieces:
        for place in range(max(low, round(piece.left)), min(high, round(piece.right))):
            crossing[place - low] += 1
    least = min(crossing)
    if least > MOST_ACROSS * len(pieces):
        return None
    start = crossing.index(least)
    end = start
    while end < len(crossing) and crossing[end] == least:
        end += 1
    if end - start < NARROWEST_GUTTER:
        return None
    gutter = low + (start + end) / 2
    for side, edge in (
        ([piece for piece in pieces if piece.right <= gutter], first),
        ([piece for piece in pieces if piece.left >= gutter], last),
    ):
        widths = sorted(piece.right - piece.left for piece in side)
        if len(widths) < LEAST_BESIDE or widths[len(widths) // 2] < LEAST_FILLED * (abs(gutter - edge) - NARROWEST_GUTTER):
            return None
    return gutter


def margins(lines: Iterable[Line]) -> Margins | None:
    """The edges that most lines keep; None where no two lines agree."""
    lefts: Counter[int] = Counter()
    rights: Counter[int] = Counter()
    for line in lines:
        lefts[round(line.left / 3)] += 1
        rights[round(line.right / 3)] += 1
    if not lefts:
        return None
    # The leftmost that is kept: continuing lines begin there, first lines stand in. The rightmost likewise.
    kept = [edge for edge, count in lefts.items() if count > 1] or list(lefts)
    ends = [edge for edge, count in rights.items() if count > 1] or list(rights)
    return Margins(min(kept) * 3.0, max(ends) * 3.0)


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph, and the offsets in `text` at which a new page begins. `distance` is that of its last two lines."""

    text: str
    last: Line
    box: Box
    page_breaks: list[int] = field(default_factory=list)
    lines: int = 1
    distance: float | None = None
    confidence: float = 1.0


def goes_on(open_paragraph: Paragraph, line: Line, edges: Margins, last_edges: Margins, distance: float | None) -> bool:
    """Whether a line continues the paragraph. `distance` is the usual one between lines; None over the end of a column or page."""
    last = open_paragraph.last
    size = max(line.size, 1.0)
    is_ended = open_paragraph.text[-1:] in SENTENCE_ENDS
    room = FULL * size
    if open_paragraph.text[-1:] not in FULL_STOPS and (word := LATIN_WORD.match(line.pieces[0].text)):
        # A word that isn't broken goes over as a whole, with a mark that may not begin a line, and leaves as much room as they take.
        room = max(room, (LATIN_WIDTH * len(word[0]) + 1) * size)
    if last_edges.right - last.right > room or abs(line.size - last.size) > SAME_SIZE * size:
        return False
    if distance is not None and line.base - last.base > WIDER * distance:
        return False
    if open_paragraph.text[-1:] in FULL_STOPS and edges.right - line.right > FULL * size and line.pieces[-1].text[-1] not in ANY_STOP:
        # The last line of a paragraph of sentences ends one too: a short line without a stop is a heading or a signature.
        return False
    if is_ended and distance is not None and line.base - last.base > APART * (open_paragraph.distance or distance):
        return False
    if line.left - edges.left > INDENT * size:
        # A title that takes more than one line.
        if not is_ended and _is_centred(last, last_edges) and _is_centred(line, edges) and open_paragraph.lines < MOST_TITLE_LINES:
            return True
        # A block that is set in as a whole.
        return not is_ended and distance is not None and abs(line.left - last.left) < 0.5 * size and len(line.pieces) == 1
    return not (is_ended and OUTLINE_HEADING.match(line.pieces[0].text))


def _is_centred(line: Line, edges: Margins) -> bool:
    """Whether a line stands in the middle, and not at the left edge."""
    left, right = line.left - edges.left, edges.right - line.right
    return left > 0.2 * line.size and abs(left - right) < line.size


def extend(paragraph: Paragraph, line: Line, edges: Margins, is_on_new_page: bool) -> None:
    """Adds a line to the paragraph."""
    paragraph.text += joined(paragraph.text, line.text, edges.right - paragraph.last.right, line.size)
    if is_on_new_page:
        paragraph.page_breaks.append(len(paragraph.text))
    else:
        left, top, right, bottom = paragraph.box
        # A paragraph that goes on in the next column keeps the box of its beginning.
        if line.top > top:
            paragraph.box = min(left, line.left), top, max(right, line.right), max(bottom, line.bottom)
    paragraph.text += line.text
    paragraph.distance = line.base - paragraph.last.base if line.base > paragraph.last.base else None
    paragraph.last = line
    paragraph.lines += 1
    paragraph.confidence = min(paragraph.confidence, line.confidence)


def usual_distance(lines: Sequence[Line]) -> float:
    """The distance from one line to the next that most lines of a column keep."""
    distances = sorted(
        below.base - above.base
        for above, below in pairwise(lines)
        if below.base > above.base and abs(below.size - above.size) <= SAME_SIZE * above.size
    )
    size = max((line.size for line in lines), default=12.0)
    # The lower third: the gaps around headings and tables only ever add to it.
    return min(distances[len(distances) // 3], USUAL_DISTANCE * size) if len(distances) > 2 else USUAL_DISTANCE * size / WIDER
