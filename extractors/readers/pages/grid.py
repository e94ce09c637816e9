"""Ruled lines to cells.

Lives here: turning the rules of one page, whatever drew them (PDF paths, OFD paths, lines found on a scan), into grids of cells with
their row and column spans.
Elsewhere: reading the file (pdf.py, ofd.py), which characters stand in a cell (page.py); joining pieces over pages (../../layout.py);
what a cell means (../../forms).
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from extractors.document import Box

# Borders drawn double, or once by each of two neighbouring cells, lie up to this far apart; no row of print is as low (points).
NEAR = 3.0
# Pieces of one rule drawn cell by cell or dashed: gaps up to this are none.
LONGEST_GAP = 4.0
# A rule may be this thick; anything thicker is a surface.
THICKEST = 4.0
# Shorter marks (ticks, underlined blanks of one character) are no borders.
SHORTEST = 6.0
# A4 in the smallest print seen has 90 lines of 60 columns. What has more crossings is a drawing or a map.
MOST_RULES = 2_000
MOST_PLACES = 20_000


class Rule(NamedTuple):
    """The thin box of one straight horizontal or vertical line, in points of the page, origin at its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


class GridRegion(NamedTuple):
    """One cell: its first place, and how many it covers."""

    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(slots=True)
class Grid:
    """Rows between `ys`, columns between `xs`; `places[row][column]` is the index of the region that covers this place."""

    xs: list[float]
    ys: list[float]
    regions: list[GridRegion]
    places: list[list[int]]

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def region_box(self, index: int) -> Box:
        row, column, row_span, column_span = self.regions[index]
        return self.xs[column], self.ys[row], self.xs[column + column_span], self.ys[row + row_span]

    def region_at(self, x: float, y: float) -> int | None:
        """The region that holds a point; None where it lies outside of the grid."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1:
            return self.places[row][column]
        return None


class _Line(NamedTuple):
    """A rule without its thickness: the coordinate across, and where it begins and ends along."""

    at: float
    start: float
    end: float


def grids(rules: Iterable[Rule]) -> list[Grid]:
    """Every grid that the rules of a page draw, from top to bottom. Lone rules, frames and underlines are none."""
    lying, standing = [], []
    for left, top, right, bottom in rules:
        if bottom - top <= THICKEST and right - left > bottom - top:
            lying.append(_Line((top + bottom) / 2, left, right))
        elif right - left <= THICKEST:
            standing.append(_Line((left + right) / 2, top, bottom))
    lying, standing = _merged(lying), _merged(standing)
    if not lying or not standing or len(lying) > MOST_RULES or len(standing) > MOST_RULES:
        return []
    found = [grid for rows, columns in _connected(lying, standing) if (grid := _grid(rows, columns)) is not None]
    found.sort(key=lambda grid: (grid.ys[0], grid.xs[0]))
    return found


def _merged(lines: list[_Line]) -> list[_Line]:
    """Lines at nearly the same place on one coordinate, and those that touch put together."""
    lines.sort()
    merged: list[_Line] = []
    index = 0
    while index < len(lines):
        end = index + 1
        while end < len(lines) and lines[end].at - lines[index].at <= NEAR:
            end += 1
        group = lines[index:end]
        at = sum(line.at for line in group) / len(group)
        start, stop = None, 0.0
        for line in sorted(group, key=lambda line: line.start):
            if start is None:
                start, stop = line.start, line.end
            elif line.start <= stop + LONGEST_GAP:
                stop = max(stop, line.end)
            else:
                merged.append(_Line(at, start, stop))
                start, stop = line.start, line.end
        if start is not None:
            merged.append(_Line(at, start, stop))
        index = end
    return [line for line in merged if line.end - line.start >= SHORTEST]


def _connected(lying: list[_Line], standing: list[_Line]) -> list[tuple[list[_Line], list[_Line]]]:
    """Groups of lines that cross or touch one another."""
    parents = list(range(len(lying) + len(standing)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for offset, column in enumerate(standing, len(lying)):
        for index, row in enumerate(lying):
            if row.at > column.end + NEAR:
                break
            if row.at >= column.start - NEAR and row.start - NEAR <= column.at <= row.end + NEAR:
                parents[root(index)] = root(offset)
    groups: dict[int, tuple[list[_Line], list[_Line]]] = {}
    for index, row in enumerate(lying):
        groups.setdefault(root(index), ([], []))[0].append(row)
    for offset, column in enumerate(standing, len(lying)):
        groups.setdefault(root(offset), ([], []))[1].append(column)
    return [group for group in groups.values() if group[0] and group[1]]


def _coordinates(lines: list[_Line], across: list[_Line]) -> list[float]:
    """Where lines stand, and the two outer ends of those across: a table may be open at its sides."""
    found = sorted({line.at for line in lines})
    first, last = min(line.start for line in across), max(line.end for line in across)
    if first < found[0] - SHORTEST:
        found.insert(0, first)
    if last > found[-1] + SHORTEST:
        found.append(last)
    return found


def _grid(rows: list[_Line], columns: list[_Line]) -> Grid | None:
    xs, ys = _coordinates(columns, rows), _coordinates(rows, columns)
    width, height = len(xs) - 1, len(ys) - 1
    if width < 1 or height < 1 or width * height > MOST_PLACES:
        return None
    # is_walled[row][column]: a border right of this place; is_floored: one below it.
    is_walled = [_is_drawn(columns, xs[1:], (ys[row] + ys[row + 1]) / 2) for row in range(height)]
    by_column = [_is_drawn(rows, ys[1:], (xs[column] + xs[column + 1]) / 2) for column in range(width)]
    for walls in is_walled:
        walls[-1] = True
    for floors in by_column:
        floors[-1] = True
    regions: list[GridRegion] = []
    places = [[-1] * width for _ in range(height)]
    for row in range(height):
        for column in range(width):
            if places[row][column] >= 0:
                continue
            last = column
            while not is_walled[row][last] and places[row][last + 1] < 0:
                last += 1
            bottom = row
            while not any(by_column[at][bottom] for at in range(column, last + 1)) and not any(is_walled[bottom + 1][column:last]):
                bottom += 1
            for covered in range(row, bottom + 1):
                places[covered][column : last + 1] = [len(regions)] * (last + 1 - column)
            regions.append(GridRegion(row, column, bottom + 1 - row, last + 1 - column))
    return Grid(xs, ys, regions, places)


def _is_drawn(lines: list[_Line], at: list[float], middle: float) -> list[bool]:
    """For each coordinate, whether a line there goes through `middle`."""
    drawn = {line.at for line in lines if line.start <= middle <= line.end}
    return [coordinate in drawn for coordinate in at]
