"""A printed row of a crosstab as label and figures.

Lives here: the distinct pieces of a row, which of them are figures, and which words of its label cells are the row's own (its group's
name stands beside it, or runs down the edge of the table one character a row).
Elsewhere: which column a figure stands in (headings.py), which row of the form a label is (../rows.py).
"""

import re
from dataclasses import dataclass, replace

from extractors.document import Cell, Row, Span
from extractors.forms.labels import folded, label_key
from extractors.numbers import is_figure

# The name of the group that runs down the left edge, and what a line may hold of it: "三、", "办", "果".
EDGE = "三、本年度办理结果"
EDGE_PIECE = re.compile(r"[三、本年度办理结果]{1,3}")
EDGE_BEFORE_LABEL = re.compile(r"[三、本年度办理结果]{1,3}\s+(?=[（(\d])")


@dataclass(slots=True)
class Strip:
    """`texts` and `figures` are the distinct cells that hold something, each with its first column, in printed order.

    `words` are the texts, and their words where single blanks are all that is left between the names of columns; `keys` are those of each.
    `is_orderly`: all figures stand behind all words, and no empty cell among or behind them, so that they can be counted off.
    """

    index: int
    row: Row
    texts: list[tuple[int, Cell]]
    figures: list[tuple[int, Cell]]
    is_orderly: bool
    words: list[str]
    keys: list[str]


def strip_of(index: int, row: Row) -> Strip:
    texts: list[tuple[int, Cell]] = []
    figures: list[tuple[int, Cell]] = []
    is_orderly = True
    seen: set[int] = set()
    cells = row.cells if row.is_aligned else [piece for cell in row.cells for piece in _apart(cell)]
    for column, cell in enumerate(cells):
        if not cell.text or id(cell) in seen:
            continue
        seen.add(id(cell))
        if is_figure(cell.text):
            figures.append((column, cell))
        elif figures and not texts:
            # The number of the row, torn from its label.
            figures.clear()
            texts.append((column, cell))
        else:
            is_orderly = is_orderly and not figures
            texts.append((column, cell))
    is_orderly = is_orderly and not (figures and "" in [cell.text for cell in cells[figures[0][0] :]])
    words = [cell.text for _, cell in texts]
    apart = [word.split() for word in words if " " in word]
    # A label that ends with a number has swallowed the first figure.
    is_orderly = is_orderly and not any(is_figure(pieces[-1]) for pieces in apart)
    words += [piece for pieces in apart for piece in pieces]
    return Strip(index, row, texts, figures, is_orderly, words, [label_key(word) for word in words])


def _apart(cell: Cell) -> list[Cell]:
    """A cell as its words and the figures behind them, where single blanks are all that stands between ("行政强制 88283")."""
    words = cell.text.split(" ")
    if len(words) < 2 or len(cell.pieces) > 1 or is_figure(cell.text):
        return [cell]
    start = len(words)
    while start and words[start - 1] and is_figure(words[start - 1]):
        start -= 1
    texts = [" ".join(words[:start]), *words[start:]] if start else words
    cells = []
    place = cell.start
    for text in texts:
        cells.append(replace(cell, text=text, pieces=(Span(place, place + len(text)),)))
        place += len(text) + 1
    return cells


def own_label(cells: list[Cell]) -> str:
    """The label of a row among its label cells: the last one that is no piece of the name down the edge."""
    for cell in reversed(cells):
        text = EDGE_BEFORE_LABEL.sub("", cell.text)
        if not is_edge(text):
            return text
    return ""


def is_edge(text: str) -> bool:
    """Whether a text is a piece of the name that runs down the left edge."""
    short = folded(text)
    return len(short) < len(EDGE) and EDGE_PIECE.fullmatch(short) is not None and (len(short) < 3 or short in EDGE)
