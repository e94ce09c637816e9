"""One printed row of a table, told apart into label, unit and values.

Lives here: reading a row by the places of its cells, and, where cells were lost or shifted, by what they hold.
Elsewhere: which columns there are (columns.py); which row of the form a line is (rows.py).
"""

import re
from dataclasses import dataclass, field

from extractors.document import Cell, Row
from extractors.forms.columns import Columns
from extractors.forms.labels import folded
from extractors.numbers import DASH, is_number, parse_cell, units

PRINTED_CODE = re.compile(r"\d{2}")
# The rest of a figure that was torn at its point or separator (".35").
TORN_FIGURE = re.compile(r"[.,]\d+\D?")


@dataclass(slots=True)
class Line:
    """`values` has one entry a value column, None where the row has no cell for it. `loose` holds figures whose column can't be told.

    `is_outside`: a short line of text near the table, perhaps part of a label. `code` is the one that the form prints in the row.
    """

    index: int
    row: Row
    label: str
    unit: str
    values: list[Cell | None] = field(default_factory=list)
    loose: list[Cell] = field(default_factory=list)
    is_outside: bool = False
    code: str = ""

    @property
    def has_value(self) -> bool:
        return bool(self.loose) or any(cell is not None and cell.text for cell in self.values)

    @property
    def is_bare(self) -> bool:
        """Figures and nothing else: the figures of a wrapped label, or the rest of a figure that is itself torn."""
        return not self.label and not self.unit and self.has_value


def line_of(index: int, row: Row, columns: Columns, is_outside: bool) -> Line:
    """The parts of a row. Figures go to columns only where the row's cells tell which; else they are loose."""
    if columns.is_certain and row.is_aligned and len(row.cells) == columns.width:
        line = _by_place(index, row, columns)
        if line is not None:
            return line
    return _by_content(index, row, columns, is_outside)


def _by_place(index: int, row: Row, columns: Columns) -> Line | None:
    """None where a figure stands for the unit or the label, or a unit for a figure: then the cells have shifted."""
    cells = row.cells
    code = _code(cells[columns.code]) if columns.code is not None else ""
    unit = folded(cells[columns.unit].text) if columns.unit is not None else ""
    values: list[Cell | None] = [cells[column.index] for column in columns.values]
    filled = [cell for cell in values if cell is not None and cell.text]
    known = units()
    if not filled and columns.unit is None and is_number(cells[columns.label].text):
        return None
    if (unit and unit not in known and is_number(unit)) or any(not cell.text.isdecimal() and folded(cell.text) in known for cell in filled):
        return None
    if len(filled) == len(values):
        return Line(index, row, cells[columns.label].text, unit, values, code=code)
    mapped = {columns.label, columns.unit, columns.code, *columns.silent, *(column.index for column in columns.values)}
    mapped.update(place for place, _ in columns.unknown)
    strays = [cell for place, cell in enumerate(cells) if place not in mapped and cell.text]
    if strays:
        return Line(index, row, cells[columns.label].text, unit, [None] * len(values), [*filled, *strays], code=code)
    return Line(index, row, cells[columns.label].text, unit, values, code=code)


def _code(cell: Cell) -> str:
    """A printed code; sheets take it for a number and lose its 0."""
    text = folded(cell.text)
    return text.zfill(2) if text.isdecimal() else ""


def _is_code(figures: list[Cell], columns: Columns) -> bool:
    """Whether the first of the figures behind the unit is the row's code: it begins with a 0, as no count does, or is one too many."""
    return folded(figures[0].text)[0] == "0" or len(figures) == len(columns.values) + 1


def _is_value(text: str) -> bool:
    return parse_cell(text).status != "unreadable"


def _by_content(index: int, row: Row, columns: Columns, is_outside: bool) -> Line:
    """Label, unit, figures in this order. As many figures as value columns take their places in turn; fewer or more stay loose."""
    line = Line(index, row, "", "", [None] * len(columns.values), is_outside=is_outside)
    is_unit_first = columns.unit is not None and all(columns.unit < column.index for column in columns.values)
    figures: list[Cell] = []
    first = columns.label if len(row.cells) == columns.width else 0
    cells = list({id(cell): cell for cell in row.cells[first:] if cell.text}.values())
    if (
        columns.label > 0
        and len(cells) > 1
        and len(row.cells) < columns.width
        and cells[0].text.isdecimal()
        and not is_number(cells[1].text)
    ):
        # The number of the row, which has a column of its own.
        del cells[0]
    for cell in cells:
        text = folded(cell.text)
        if text in units() and not line.unit and len(cells) > 1:
            if figures and not line.label and is_unit_first:
                # A number before the unit is the number of the row ("3."), torn from its label: the figure stands behind the unit.
                line.label = "".join(figure.text for figure in figures)
                figures = []
            line.unit = text
        elif line.unit or figures or is_number(text) or TORN_FIGURE.fullmatch(text) or (line.label and _is_value(cell.text)):
            figures.append(cell)
        else:
            line.label += cell.text
    is_doubtful = False
    if columns.code is not None and figures and PRINTED_CODE.fullmatch(folded(figures[0].text)):
        if _is_code(figures, columns):
            line.code = _code(figures.pop(0))
        else:
            is_doubtful = True
    if not line.unit and columns.unit is not None and figures and DASH.fullmatch(folded(figures[0].text)):
        # A dash may stand for the unit, as in group rows, or for the figure.
        if len(figures) == len(columns.values) + 1:
            del figures[0]
        elif len(figures) == 1:
            line.loose = figures
            return line
    is_bare = not line.label and not line.unit
    if (
        not is_doubtful
        and columns.figure_columns == len(columns.values)
        and columns.is_certain
        and len(figures) == len(columns.values)
        and not is_bare
    ):
        line.values = list(figures)
    else:
        line.loose = figures
    return line
