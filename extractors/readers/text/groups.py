"""What lines of plain text are put together to.

Lives here: the two kinds, and the blanks that no cell begins or ends with. Elsewhere: which lines are which (text_tables.py), writing them
down (plain_text.py).
"""

from dataclasses import dataclass

from extractors.document import Drawing

SPACES = " \t\u00a0\u3000\u200b\ufeff"


@dataclass(slots=True)
class Paragraph:
    text: str


@dataclass(slots=True)
class TableLines:
    """Rows of cell texts; the flag says whether the position of a cell tells its column."""

    drawing: Drawing
    rows: list[tuple[list[str], bool]]
