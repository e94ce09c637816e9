"""What a page is made of.

Lives here: lines, boxes, grids, and tables while they are read. Elsewhere: making them (boxes.py, grids.py).
"""

from dataclasses import dataclass, field

from extractors.readers.writer import GridCell


@dataclass(slots=True, eq=False)
class Line:
    """One line of text. `linked` of its characters stand in links; `level` is that of its heading element."""

    text: str
    linked: int
    level: int | None = None


@dataclass(slots=True, eq=False)
class Grid:
    """A table that holds data: the texts of its cells by row. `linked` of its `characters` stand in links.

    Where cells may cover several places, `merged` has the cells themselves.
    """

    rows: list[list[str]]
    characters: int
    linked: int
    merged: list[list[GridCell]] | None = None


@dataclass(slots=True, eq=False)
class Box:
    """A part of the page."""

    items: list["Item"] = field(default_factory=list)


Item = Line | Box | Grid


class PageCell:
    """A td or th and what it holds. A row span of 0 reaches to the end of the table."""

    __slots__ = ("column_span", "items", "row_span")

    def __init__(self, row_span: int = 1, column_span: int = 1) -> None:
        self.items: list[Item] = []
        self.row_span = row_span
        self.column_span = column_span


@dataclass(slots=True, eq=False)
class PageTable:
    """A table element while it is read."""

    rows: list[list[PageCell]] = field(default_factory=list)
    has_spans: bool = False
