"""A section as blocks: rows under one header.

Lives here: which rows are a header, where one begins behind rows, and the numbers of a block at given places.
Elsewhere: which rows are the section (sections.py), what the header says (headings.py, layouts.py).
"""

from dataclasses import dataclass
from decimal import Decimal

from extractors.forms.crosstabs.definitions import Crosstab
from extractors.forms.crosstabs.headings import Slot
from extractors.forms.crosstabs.sections import Section, is_caption
from extractors.forms.crosstabs.strips import Strip, own_label
from extractors.forms.labels import label_key
from extractors.numbers import parse_cell

# A row of the header that is printed again on the next page names at least this many columns.
LEAST_NAMES = 3
# Words that open the label of a row, whose rest stands below.
SHORTEST_OPENING = 4


@dataclass(slots=True)
class Block:
    """Rows under one header."""

    header: list[Strip]
    body: list[Strip]


def blocks_of(section: Section, crosstab: Crosstab) -> list[Block]:
    """The section cut where a header begins behind rows."""
    blocks: list[Block] = []
    for strip in section.strips:
        is_header = _is_header(crosstab, strip)
        if not blocks or (is_header and blocks[-1].body and not _repeats(crosstab, blocks[-1].header, strip)):
            blocks.append(Block([], []))
        block = blocks[-1]
        if is_header or not (block.body or _opens_body(crosstab, strip)):
            if not block.body:
                block.header.append(strip)
        else:
            block.body.append(strip)
    return blocks


def _is_header(crosstab: Crosstab, strip: Strip) -> bool:
    """Whether a row names columns: words and no figure, and no row of the form."""
    if strip.figures or not strip.texts or (crosstab.form.find(strip.texts[0][1].text) and crosstab.name != "remedies"):
        return False
    if any(is_caption(cell.text) for _, cell in strip.texts):
        return True
    return sum(key in crosstab.keys_of_header for key in strip.keys) >= (2 if crosstab.name == "applications" else 1)


def _repeats(crosstab: Crosstab, header: list[Strip], strip: Strip) -> bool:
    """Whether a row is one of the header, printed again on the next page."""
    if crosstab.name == "proactive":
        return len(strip.texts) > 1 and any(known.keys == strip.keys for known in header)
    words = {key for known in header for key in known.keys}
    return len(strip.texts) >= LEAST_NAMES and all(label_key(cell.text) in words for _, cell in strip.texts)


def _opens_body(crosstab: Crosstab, strip: Strip) -> bool:
    """Whether a row is the first below the header: it has figures, or words that a label of the form begins with."""
    if strip.figures:
        return True
    if crosstab.name == "remedies":
        return not strip.texts
    key = label_key(own_label([cell for _, cell in strip.texts]))
    openings = (own for row in crosstab.form.rows for own in row.keys)
    return len(key) >= SHORTEST_OPENING and any(own.startswith(key) for own in openings)


def has_whole_row(block: Block, slots: list[Slot]) -> bool:
    """Whether a row has a number at each of some places."""
    return any((row := _numbers(strip, slots)) is not None and None not in row for strip in block.body)


def grid_numbers(block: Block, slots: list[Slot]) -> list[list[Decimal | None]]:
    return [row for strip in block.body if (row := _numbers(strip, slots)) is not None]


def _numbers(strip: Strip, slots: list[Slot]) -> list[Decimal | None] | None:
    """The numbers of a row at some places; None where it is on no grid or holds something else."""
    if not strip.figures or len(strip.row.cells) <= slots[-1].places[-1]:
        return None
    return [parse_cell(strip.row.cells[slot.places[0]].text).number for slot in slots]
