"""The strips of a block as lines of label and values, and which rows of the form they are.

Lives here: the values of a strip by the layout, names of groups (whole, torn, glued to labels or running down the edge) kept apart from
the labels of rows.
Elsewhere: which lines are which row (../rows.py), for lists and crosstabs alike.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.characters import simplified
from extractors.document import Cell
from extractors.forms.crosstabs import sums
from extractors.forms.crosstabs.blocks import LEAST_NAMES, SHORTEST_OPENING, Block
from extractors.forms.crosstabs.definitions import Crosstab
from extractors.forms.crosstabs.headings import Layout, Slot
from extractors.forms.crosstabs.sections import Section
from extractors.forms.crosstabs.strips import Strip, own_label
from extractors.forms.labels import label_key
from extractors.forms.lines import Line
from extractors.forms.matches import Match
from extractors.forms.rows import match_rows
from extractors.numbers import parse_cell

# The longest name of a group with its number, "（六）其他处理", and what it is numbered with.
LONGEST_GLUED = 10
NUMBER_OF_GROUP = re.compile(r"[（()）、一二三四五六七八九\s]")
NUMBER_OF_ROW = re.compile(r"\d{1,2}[.．、](?=\D)")


class Rows:
    """Reads the rows of one section. `disorderly` has the indexes of strips whose figures can't be counted off."""

    def __init__(self, crosstab: Crosstab, section: Section) -> None:
        self.crosstab = crosstab
        self.section = section
        self.disorderly: set[int] = set()
        parents = {row.parent for row in crosstab.form.rows}
        named = (row.label for row in crosstab.form.rows if row.kind == "group" or row.position in parents)
        self._characters_of_groups = frozenset(character for label in named for character in label)
        self._rightmost_labels = _rightmost_labels(section)

    def matches(self, block: Block, layout: Layout | None) -> list[Match]:
        """The rows of the form among the strips; without a layout only their labels are told."""
        lines = self._lines(block.body, layout)
        self._doubt_moved(lines)
        groups = self._groups(lines)
        names = [own for position in groups for own in self.crosstab.form.rows[position].keys]
        for line in lines:
            # A group's name, or a piece of it, may stand beside the figures of a label that stands above and below them.
            if line.has_value and len(label_key(line.label)) > 1 and self._is_of_groups(line.label, groups, names):
                line.label = ""
        return match_rows(self.crosstab.form, [line for line in lines if line.has_value or not self._is_piece(line.label, names)])

    def _doubt_moved(self, lines: list[Line]) -> None:
        """Takes figures off the columns that they stand in where other rows are whole and this one was closed up to the left."""
        if self.crosstab.name != "applications" or not any(_ends_blank(line) for line in lines):
            return
        numbers = {line.index: row for line in lines if (row := whole_numbers(line)) is not None}
        if sum(None not in row for row in numbers.values()) < sums.LEAST_WHOLE_ROWS:
            return
        for line in lines:
            if line.index in numbers and sums.is_moved(numbers[line.index]):
                line.loose = [cell for cell in line.values if cell is not None and cell.text]
                line.values = []

    def only_row(self, block: Block, layout: Layout) -> list[Match]:
        """The one row of a crosstab whose label is seldom printed: the only one that holds figures."""
        strips = [strip for strip in block.body if strip.figures] or [strip for strip in block.body if not strip.texts][:1]
        lines = self._lines(strips, layout)
        doubt = "ambiguous_label" if len(lines) > 1 else None
        return [Match([line], (0,), 0, doubt=doubt) for line in lines]

    def _groups(self, lines: list[Line]) -> set[int]:
        """The rows that only name a group here: a row that may be a figure does so where a row of its group is found."""
        form = self.crosstab.form
        keys = [key for line in lines if len(key := label_key(line.label)) >= SHORTEST_OPENING]
        parts = [row for row in form.rows if row.kind == "data" and row.parent is not None]
        parents: set[int | None] = set()
        for row in parts:
            if row.parent not in parents and any(key in own for own in row.keys for key in keys):
                parents.add(row.parent)
        return {row.position for row in form.rows if row.kind == "group" or row.position in parents}

    def _is_of_groups(self, label: str, groups: set[int], names: list[str]) -> bool:
        hits = self.crosstab.form.find(label)
        return bool(hits and groups.issuperset(hits)) or self._is_piece(label, names)

    def _lines(self, strips: Sequence[Strip], layout: Layout | None) -> list[Line]:
        """Strips as labels and values."""
        slots = layout.slots if layout is not None else []
        first = min((place for slot in slots for place in slot.places), default=self.section.table.width)
        return [self._line(strip, layout, slots, first) for strip in strips]

    def _line(self, strip: Strip, layout: Layout | None, slots: list[Slot], first: int) -> Line:
        """A strip as label and values; `first` is the column in which the values begin."""
        is_on_grid = strip.row.is_aligned and len(strip.row.cells) == self.section.table.width
        if strip.figures and not (slots and is_on_grid):
            first = min(first, strip.figures[0][0])
        if not strip.is_orderly:
            self.disorderly.add(strip.index)
        label = self._unglued(own_label([cell for column, cell in strip.texts if column < first]))
        line = Line(strip.index, strip.row, label, "", is_outside=strip.index in self.section.table.outside)
        figures = [cell for _, cell in strip.figures]
        if layout is None:
            line.loose = figures
        elif slots and is_on_grid and len(slots) == len(layout.columns):
            values = [self._cell_at(strip, slot) for slot in slots]
            line.values = values if any(value is not None for value in values) else []
        elif layout.is_whole and len(strip.row.cells) in self._narrow_widths(len(layout.columns)):
            line.values = list(strip.row.cells[-len(layout.columns) :])
        elif layout.is_whole and strip.is_orderly and len(figures) == len(layout.columns):
            line.values = list(figures)
        else:
            line.loose = figures
        return line

    def _narrow_widths(self, columns: int) -> set[int]:
        """The widths of pieces that lost a column of labels, and have all of their figures: rows of one width, with room for no more."""
        return {width for width, place in self._rightmost_labels.items() if width - place - 1 == columns}

    def _unglued(self, label: str) -> str:
        """A label without the pieces of its groups' names that a conversion glued before it ("年三2.其他法律行政法规禁止公开")."""
        if not label or self.crosstab.form.find(label):
            return label
        plain = simplified(label)
        for length in range(1, min(LONGEST_GLUED, len(label) - 1) + 1):
            if plain[length - 1] not in self._characters_of_groups and not NUMBER_OF_GROUP.match(plain[length - 1]):
                break
            if self.crosstab.form.find(label[length:]) or NUMBER_OF_ROW.match(plain, length):
                return label[length:]
        return label

    def _is_piece(self, label: str, names: list[str]) -> bool:
        """Whether a line without figures holds nothing, or only a piece of a group's name."""
        key = label_key(label) if label else ""
        return not key or (not self.crosstab.form.find(label) and any(key in name for name in names))

    def _cell_at(self, strip: Strip, slot: Slot) -> Cell | None:
        """The cell of a place; None where several hold something."""
        if len(slot.places) == 1:
            return strip.row.cells[slot.places[0]]
        cells = list({id(strip.row.cells[place]): strip.row.cells[place] for place in slot.places}.values())
        filled = [cell for cell in cells if cell.text]
        if len(filled) > 1:
            return None
        return filled[0] if filled else cells[0]


def _rightmost_labels(section: Section) -> dict[int, int]:
    """For the widths of rows that are off the grid, and not few: the last column that holds words. Spaces tell no columns."""
    found: dict[int, list[int]] = {}
    for strip in section.strips if section.table.drawing != "spaces" else ():
        if strip.figures and strip.texts and not strip.row.is_aligned:
            found.setdefault(len(strip.row.cells), []).append(strip.texts[-1][0])
    return {width: max(places) for width, places in found.items() if len(places) >= LEAST_NAMES}


def _ends_blank(line: Line) -> bool:
    """Whether the last column of a row holds no number."""
    last = line.values[-1] if line.values else None
    return last is not None and parse_cell(last.text).number is None


def whole_numbers(line: Line) -> list[Decimal | None] | None:
    """The numbers of a row that lost no cell, None for a blank; None where one can't be read."""
    if line.loose or not line.values:
        return None
    cells = [parse_cell(cell.text) if cell is not None else None for cell in line.values]
    if any(cell is None or cell.status in ("unreadable", "not_applicable") for cell in cells):
        return None
    return [cell.number for cell in cells if cell is not None]
