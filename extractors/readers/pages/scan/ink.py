"""Where print stands on a scanned page.

Lives here: specks, the lines of print in a cell, the lines of print outside of tables, how high print is.
Elsewhere: rules (ruled.py), what a line says (recognise.py); lines to paragraphs and columns (../flow.py).

All in dots of the picture; sizes that the constants name are points.
"""

from bisect import insort
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.readers.pages.scan.picture import Picture

Box = tuple[int, int, int, int]  # left, top, right, bottom

# A speck is smaller than this both ways; the point in a number and a comma too, but they stand beside digits. The smallest print
# (7 points) has digits of 5 points and dashes of 3.5.
SPECK = 2.3
# Less than a point in a number: dust.
DUST = 0.6
# What is left of a border that the scan bent: thin, and at the edge of the cell.
RESIDUE = 1.6
# Of print with 10 to 16 points, characters of one line are no further apart than this, and lines nearer.
LEAST_PRINT, MOST_PRINT = 5.0, 40.0
USUAL_PRINT = 10.0
# A line of characters, in parts of their height: gaps between words and columns are wider.
WORD_GAP = 0.9
# A point or comma stands no further from its number.
REACH = 0.6
# Specks further than this from a line, in reaches, are not looked at.
FURTHEST = 8.0
# No page has as many dots in a row.
BEYOND = 1_000_000
# Strokes of one character (二, 三, 公) lie apart, but within its height.
ONE_LINE = 1.2


def pieces(picture: Picture) -> NDArray[np.int32]:
    """Everything on the ink that is connected, somewhere certainly dark, and no dust: left, top, right, bottom, area."""
    scale = picture.scale
    count, labels, stats, _ = cv2.connectedComponentsWithStats(picture.ink, connectivity=8)
    is_dark = np.zeros(count, dtype=bool)
    is_dark[labels[picture.dark > 0]] = True
    found = np.asarray(stats[1:count][is_dark[1:]], dtype=np.int32).reshape(-1, 5)
    found[:, 2] += found[:, 0]
    found[:, 3] += found[:, 1]
    least = max((DUST * scale) ** 2, 2.0)
    return found[found[:, 4] >= least]


def within(found: NDArray[np.int32], box: Box) -> NDArray[np.int32]:
    """The pieces whose middle stands in a box."""
    x, y = (found[:, 0] + found[:, 2]) / 2, (found[:, 1] + found[:, 3]) / 2
    return found[(x >= box[0]) & (x < box[2]) & (y >= box[1]) & (y < box[3])]


def print_height(found: NDArray[np.int32], scale: float) -> float:
    """The height of most print in dots: Chinese characters are broken into pieces, so of the higher half."""
    heights = found[:, 3] - found[:, 1]
    likely = heights[(heights >= LEAST_PRINT * scale) & (heights <= MOST_PRINT * scale)]
    return float(np.percentile(likely, 75)) if len(likely) >= 5 else USUAL_PRINT * scale


def lines_of_cell(found: NDArray[np.int32], cell: Box, scale: float, size: float) -> list[Box]:
    """The lines of print in a cell, from top to bottom; none where only specks and what is left of its borders stand there.

    `size` is the height of most print in the table.
    """
    left, top, right, bottom = cell
    edge = thin = RESIDUE * scale
    inside = within(found, cell)
    x0, y0, x1, y1 = (inside[:, index] for index in range(4))
    is_residue = (y1 - y0 <= thin) & ((y0 - top <= edge) | (bottom - y1 <= edge))
    is_residue |= (x1 - x0 <= thin) & ((x0 - left <= edge) | (right - x1 <= edge))
    return _lines(inside[~is_residue], scale, size)


def _lines(found: NDArray[np.int32], scale: float, size: float) -> list[Box]:
    """Pieces to lines: those that overlap in height, and those that together are no higher than the print is."""
    rows: list[list[int]] = []
    solid, specks = _without_specks(found, scale)
    for left, top, right, bottom in sorted(solid, key=lambda box: (box[1], box[0])):
        if rows and top < rows[-1][3]:
            row = rows[-1]
            rows[-1] = [min(row[0], left), row[1], max(row[2], right), max(row[3], bottom)]
        else:
            rows.append([left, top, right, bottom])
    # Print of a cell is of one size: that of its highest row, or of the page where all rows may be strokes of one character.
    highest = max((row[3] - row[1] for row in rows), default=0)
    merged: list[list[int]] = []
    for row in rows:
        if merged:
            last = merged[-1]
            if row[3] - last[1] <= ONE_LINE * max(highest, size):
                merged[-1] = [min(row[0], last[0]), last[1], max(row[2], last[2]), row[3]]
                continue
        merged.append(row)
    return [_with_specks((row[0], row[1], row[2], row[3]), specks) for row in merged]


def _without_specks(found: NDArray[np.int32], scale: float) -> tuple[list[Box], NDArray[np.int32]]:
    """Pieces that are print, and those so small that they are only where they stand beside print."""
    sizes = np.maximum(found[:, 2] - found[:, 0], found[:, 3] - found[:, 1])
    solid = found[sizes >= SPECK * scale]
    return [(left, top, right, bottom) for left, top, right, bottom, _ in solid.tolist()], found[sizes < SPECK * scale]


def _with_specks(line: Box, specks: NDArray[np.int32]) -> Box:
    """A line with the points and commas that stand at its ends."""
    left, top, right, bottom = line
    reach = REACH * (bottom - top)
    is_near = (specks[:, 1] >= top - reach / 4) & (specks[:, 3] <= bottom + reach / 4)
    is_near &= (specks[:, 2] >= left - FURTHEST * reach) & (specks[:, 0] <= right + FURTHEST * reach)
    near = sorted(specks[is_near].tolist())
    # A thin stroke that broke into specks leads on to the next.
    for box in reversed(near):
        if left - reach <= box[2] <= left:
            left, top, bottom = box[0], min(top, box[1]), max(bottom, box[3])
    for box in near:
        if right <= box[0] <= right + reach:
            right, top, bottom = box[2], min(top, box[1]), max(bottom, box[3])
    return left, top, right, bottom


def lines_outside(found: NDArray[np.int32], tables: list[Box], scale: float) -> list[tuple[Box, Box]]:
    """The lines of print outside of tables, cut at gaps wider than a character; and for each what may be seen of its surroundings."""
    for left, top, right, bottom in tables:
        x, y = (found[:, 0] + found[:, 2]) / 2, (found[:, 1] + found[:, 3]) / 2
        found = found[(x < left) | (x >= right) | (y < top) | (y >= bottom)]
    size = print_height(found, scale)
    # Pictures and frames are no print.
    found = found[(found[:, 3] - found[:, 1] <= 4 * size) & (found[:, 2] - found[:, 0] <= 30 * size)]
    solid, specks = _without_specks(found, scale)
    lines = []
    for band in _bands(solid, size):
        stretches: list[Box] = []
        for line in _cut(band, size):
            # A mark between two stretches closes the first.
            last = stretches[-1][2] if stretches else 0
            stretches.append(_with_specks(line, specks[specks[:, 0] >= last]))
        for index, line in enumerate(stretches):
            # Of a neighbour on the same line nothing.
            first = (stretches[index - 1][2] + line[0]) // 2 if index else 0
            end = (stretches[index + 1][0] + line[2]) // 2 if index + 1 < len(stretches) else BEYOND
            lines.append((line, (first, 0, end, BEYOND)))
    return lines


def _bands(boxes: list[Box], size: float) -> list[list[Box]]:
    """Pieces to lines: each joins the line that its middle stands in, the tall ones first, for they show where lines are."""
    tall = sorted((box for box in boxes if box[3] - box[1] >= 0.55 * size), key=lambda box: (box[1] + box[3], box[0]))
    bands: list[tuple[float, float, list[Box]]] = []
    # Of the tall members of each band, upper and lower edges in order: in their middle is where its line stands.
    edges: list[tuple[list[int], list[int]]] = []
    # Neighbours on one line: within some characters sideways. Columns side by side may have lines at different heights.
    for box in tall:
        best = None
        for index in range(len(bands) - 1, max(len(bands) - 12, -1), -1):
            top, bottom, members = bands[index]
            shared = min(bottom, box[3]) - max(top, box[1])
            if shared > 0.5 * min(bottom - top, box[3] - box[1]) and (best is None or shared > best[0]):
                best = shared, index
        if best is None:
            bands.append((box[1], box[3], [box]))
            edges.append(([box[1]], [box[3]]))
        else:
            members = bands[best[1]][2]
            members.append(box)
            tops, bottoms = edges[best[1]]
            insort(tops, box[1])
            insort(bottoms, box[3])
            middle = len(members) // 2
            bands[best[1]] = float(tops[middle]), float(bottoms[middle]), members
    for box in boxes:
        if box[3] - box[1] >= 0.55 * size:
            continue
        middle_y = (box[1] + box[3]) / 2
        near = [
            (abs(middle_y - (top + bottom) / 2), index)
            for index, (top, bottom, _) in enumerate(bands)
            if top - 0.35 * size <= middle_y <= bottom + 0.35 * size
        ]
        if near:
            bands[min(near)[1]][2].append(box)
        else:
            bands.append((float(box[1]), float(box[3]), [box]))
    return [members for _, _, members in sorted(bands, key=lambda band: band[0])]


def _cut(band: list[Box], size: float) -> list[Box]:
    """The stretches of one line that gaps wider than a character part."""
    band = sorted(band)
    # Of large print, strokes are as high as the usual print is.
    tallest = min(max(box[3] - box[1] for box in band), 3 * size)
    groups = [[band[0]]]
    reach = band[0][2]
    for before, box in pairwise(band):
        reach = max(reach, before[2])
        if box[0] - reach > WORD_GAP * max(size, tallest):
            groups.append([])
        groups[-1].append(box)
    return [
        (min(box[0] for box in group), min(box[1] for box in group), max(box[2] for box in group), max(box[3] for box in group))
        for group in groups
    ]
