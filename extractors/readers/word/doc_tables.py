"""Rows of a DOC to tables: what the properties of a paragraph say of the row that it ends.

Lives here: edges and merges of cells, rows that stand in the file as one although they are two tables, edges to columns.
Elsewhere: walking the text (doc.py), the binary format (doc_format.py), grids and emission (word_tables.py).
"""

import struct
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.readers.unreadable import UnreadableError
from extractors.readers.word.word_tables import MOST_COLUMNS, Block, WordCell, WordRow, WordTable

# Edges of cells that are less than a point apart were meant to be one.
_SAME_EDGE = 20


@dataclass(slots=True)
class RowProperties:
    """Of one paragraph. `edges` and `merges` are those of the cells of a row, where it ends one."""

    style: int = 0
    depth: int = 0
    ends_cell: bool = False
    ends_row: bool = False
    level: int | None = None
    list_use: int | None = None
    list_level: int | None = None
    edges: tuple[int, ...] = ()
    merges: list[int] = field(default_factory=list)


@dataclass(slots=True)
class DocRow:
    cells: list[list[Block]]
    properties: RowProperties


def read_cells(definition: bytes, properties: RowProperties) -> None:
    """Edges and merges of the cells of a row (TDefTableOperand)."""
    count = definition[0] if definition else 0
    if not count or len(definition) < 1 + 2 * (count + 1):
        return
    properties.edges = struct.unpack_from(f"<{count + 1}h", definition, 1)
    at = 1 + 2 * (count + 1)
    properties.merges = [
        struct.unpack_from("<H", definition, at + 20 * index)[0] if at + 20 * index + 2 <= len(definition) else 0 for index in range(count)
    ]


def tables(rows: list[DocRow]) -> list[list[DocRow]]:
    """Rows as tables: two that follow each other with nothing between stand in the file as one.

    Rows of one table share edges of columns, not only the outer ones, unless cells are merged down.
    """
    found: list[list[DocRow]] = []
    edges: set[int] = set()
    known = _distinct({edge for row in rows for edge in row.properties.edges})
    for row in rows:
        own = {bisect_right(known, edge) for edge in row.properties.edges}
        is_merged_down = any(merge & 0x60 == 0x20 for merge in row.properties.merges)
        is_apart = len(own) > 2 and len(edges) > 2 and not is_merged_down and len(own & edges) <= 2
        if not found or is_apart:
            found.append([])
            edges = set()
        edges |= own
        found[-1].append(row)
    return found


def table_of(rows: list[DocRow]) -> WordTable:
    """Rows whose cells have edges to rows of a grid."""
    edges = _distinct({edge for row in rows for edge in row.properties.edges})
    if len(edges) > MOST_COLUMNS:
        raise UnreadableError("document_too_large")
    table = WordTable(widths=[after - before for before, after in pairwise(edges)])
    for row in rows:
        own, merges = row.properties.edges, row.properties.merges
        if len(own) != len(row.cells) + 1:
            table.rows.append(WordRow([WordCell(cell) for cell in row.cells]))
            continue
        columns = [max(0, bisect_right(edges, edge) - 1) for edge in own]
        made = WordRow([], columns[0], max(0, len(edges) - 1 - columns[-1]))
        first_kind = 0
        for cell, (left, right), merge in zip(row.cells, pairwise(columns), merges, strict=True):
            kind = merge & 3
            if kind and first_kind and kind != first_kind and made.cells:
                made.cells[-1].span += max(1, right - left)
                continue
            first_kind = kind
            is_continued = merge & 0x60 == 0x20
            made.cells.append(WordCell([] if is_continued else cell, max(1, right - left), is_continued))
        table.rows.append(made)
    return table


def _distinct(edges: set[int]) -> list[int]:
    """Edges from left to right, those that are nearly the same taken once."""
    found: list[int] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] >= _SAME_EDGE:
            found.append(edge)
    return found
