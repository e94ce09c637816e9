"""Print that is turned by a quarter within the cells of a table, as narrow columns have it.

Lives here: setting such characters upright within their cell, so that they are read as all others.
Elsewhere: which characters are turned (pdf.py), cells (grid.py), their text (lines.py). Turned print outside of tables is a stamp or a
note at the margin, and no text.
"""

from collections.abc import Iterable, Sequence

from extractors.document import Box
from extractors.readers.pages.grid import Grid
from extractors.readers.pages.lines import Char

# A character, and whether its line runs upwards (turned to the left) or downwards (turned to the right).
Turned = tuple[Char, bool]


def upright(turned: Iterable[Turned], chars: Sequence[Char], grids: Sequence[Grid]) -> list[Char]:
    """The turned characters that stand in cells, upright; `chars` are those of the page that stand upright anyway.

    Beside upright characters set one below the other, as in vertical writing, numbers are turned to the right: they keep their place.
    """
    by_cell: dict[Box, list[Turned]] = {}
    for found in turned:
        box = _cell(found[0], grids)
        if box is not None:
            by_cell.setdefault(box, []).append(found)
    if not by_cell:
        return []
    mixed = {box for char in chars if (box := _cell(char, grids)) in by_cell}
    made: list[Char] = []
    for box, inside in by_cell.items():
        if box in mixed:
            made += [char for char, is_upwards in inside if not is_upwards]
        elif len({is_upwards for _, is_upwards in inside}) == 1:
            made += [_set_upright(char, is_upwards, box) for char, is_upwards in inside]
    return made


def _cell(char: Char, grids: Sequence[Grid]) -> Box | None:
    x, y = (char[1] + char[3]) / 2, (char[2] + char[4]) / 2
    for grid in grids:
        region = grid.region_at(x, y)
        if region is not None:
            return grid.region_box(region)
    return None


def _set_upright(char: Char, is_upwards: bool, box: Box) -> Char:
    """The place of a character once its cell is turned back, in parts of the cell: its height becomes the width."""
    text, left, top, right, bottom = char
    width, height = box[2] - box[0], box[3] - box[1]
    if is_upwards:
        along = (box[3] - bottom) / height, (box[3] - top) / height
        across = (left - box[0]) / width, (right - box[0]) / width
    else:
        along = (top - box[1]) / height, (bottom - box[1]) / height
        across = (box[2] - right) / width, (box[2] - left) / width
    return text, box[0] + along[0] * width, box[1] + across[0] * height, box[0] + along[1] * width, box[1] + across[1] * height
