"""Elements that are simple as a whole.

Lives here: telling a line of nothing but text and its looks, and a table of one such line a cell, from all others, and taking their texts
out. Most paragraphs and tables of figures are of this kind; to walk in and out of all their elements costs several times as much.
Elsewhere: the walk, which all others need (boxes.py), what becomes of cells that cover several places (grids.py).

A table is told by its markup. It is the parser's own: every element is closed, every value quoted, and no `<` or `>` stands within a
text or a value.
"""

import re
from dataclasses import dataclass
from itertools import accumulate

from selectolax.lexbor import LexborNode

from extractors.readers.web.kinds import KINDS, TEXT

_END, _GAP = "(?: [^>]*+)?>", "[ \\t\\n\\r\\f]*+"
# Elements that change nothing but the look of a text, or, as columns, hold none.
_LOOKS = re.compile(f"</?(?:span|font|b|strong|i|em|u|small|big|ins|label|o:p|st1:[a-z]+|colgroup|col){_END}")
_CELL = re.compile(f"<t[dh]({_END}){_GAP}(?:<p{_END})?([^<]*+)(?:<br{_END}{_GAP})?(?:</p>{_GAP})?</t[dh]>")
# What stands before the first cell, between two, and behind the last: ends and beginnings of rows and of their groups.
_FIRST = re.compile(f"<table{_END}{_GAP}(?:<t(?:body|head|foot|r){_END}{_GAP})*+")
_BETWEEN = re.compile(f"{_GAP}(?:</?t(?:body|head|foot|r){_END}{_GAP})*+")
_LAST = re.compile(f"{_GAP}(?:</?t(?:body|head|foot|r){_END}{_GAP})*+</table>")
_ENTITIES = (("&nbsp;", "\u00a0"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
# Tables that aren't plain are looked through in vain, each level of nested ones again; after so many characters none is tried any more.
MOST_TRIED = 1_000_000


@dataclass(slots=True)
class PlainTable:
    """The texts of the cells by row as written; the attributes of the cells by row, where any says what places it covers."""

    texts: list[list[str]]
    attributes: list[list[str]] | None


def plain_line(element: LexborNode, child: LexborNode, hidden: set[int]) -> str | None:
    """The text of an element whose first child is `child`; None where it holds more than one line of plain text."""
    if child.next is None and child.tag == "-text":
        only = child.text_content or ""
        return "" if only.isspace() else only
    text = ""
    inner = element.traverse(include_text=True)
    next(inner)
    for node in inner:
        kind = KINDS.get(node.tag)
        if kind == TEXT:
            piece = node.text_content or ""
            if text or not piece.isspace():
                text += piece
        elif kind is not None or (hidden and node.mem_id in hidden):
            return None
    return text


class PlainTables:
    """Tries the tables of one page. Where elements of it are hidden, no table is plain that could hold one."""

    __slots__ = ("_may_hide", "_tried")

    def __init__(self, *, may_hide: bool) -> None:
        self._may_hide = may_hide
        self._tried = 0

    def read(self, element: LexborNode) -> PlainTable | None:
        """The cells of a table; None where any holds more than one line of plain text."""
        if self._tried > MOST_TRIED:
            return None
        markup = element.html or ""
        self._tried += len(markup)
        if self._may_hide and ("hidden" in markup or "style" in markup):
            return None
        pieces = _CELL.split(_LOOKS.sub("", markup))
        rows = _cells_of_rows(pieces[::3])
        if rows is None:
            return None
        self._tried -= len(markup)
        attributes, texts = pieces[1::3], pieces[2::3]
        if "&" in markup:
            texts = [_unescaped(text) if "&" in text else text for text in texts]
        has_spans = any("span=" in written for written in set(attributes))
        return PlainTable(_cut(texts, rows), _cut(attributes, rows) if has_spans else None)


def _cells_of_rows(around: list[str]) -> list[int] | None:
    """How many cells each row has, from the markup around the cells; None where that holds anything but rows."""
    between = around[1:-1]
    if len(around) < 2 or not (_FIRST.fullmatch(around[0]) and _LAST.fullmatch(around[-1]) and all(map(_BETWEEN.fullmatch, set(between)))):
        return None
    counts = [1]
    begun = {markup: markup.count("<tr") for markup in set(between)}
    for markup in between:
        # Rows without cells count: a cell above may reach over them.
        counts += [0] * begun[markup]
        counts[-1] += 1
    return counts


def _cut(cells: list[str], counts: list[int]) -> list[list[str]]:
    """The cells by row."""
    ends = list(accumulate(counts))
    return [cells[end - count : end] for count, end in zip(counts, ends, strict=True)]


def _unescaped(text: str) -> str:
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text
