"""Elements of plain text, read at once from their markup.

Lives here: telling a paragraph or a table of one line a cell, with nothing in them but text and its looks, by what the parser writes of
them, and taking their texts out. Most paragraphs and tables of figures are of this kind, and a walk through their elements costs
several times as much.
Elsewhere: the walk, which all others need (boxes.py), what becomes of cells that cover several places (grids.py).

The markup is the parser's own: every element is closed, every value quoted, and no `<` or `>` stands within a text or a value.
"""

import re

from selectolax.lexbor import LexborNode

# Attributes and end of a tag; white space that shows nothing at the ends of a line.
_END, _GAP = "(?: [^>]*)?>", "[ \\t\\n\\r\\f]*+"
# Elements that change nothing but the look of a text, or, as columns, hold none.
_LOOKS = re.compile(f"</?(?:span|font|b|strong|i|em|u|s|small|big|ins|label|o:p|st1:[a-z]+|colgroup|col){_END}")
_LINE = re.compile(f"<(?:p|h[1-6]){_END}([^<]*+)</(?:p|h[1-6])>")
_CELL = f"<t[dh]({_END}){_GAP}(?:<p{_END})?([^<]*+)(?:<br{_END}{_GAP})?(?:</p>{_GAP})?</t[dh]>"
_CELLS = re.compile(_CELL)
_ROW = f"<tr{_END}{_GAP}(?:{_CELL}{_GAP})*+</tr>{_GAP}"
_TABLE = re.compile(f"<table{_END}{_GAP}(?:<t(?:body|head|foot){_END}{_GAP}(?:{_ROW})*+</t(?:body|head|foot)>{_GAP})*+</table>")
_ENTITIES = (("&nbsp;", "\u00a0"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
# Elements that aren't plain are looked through in vain, each level of nested ones again; after so many characters none is tried any more.
MOST_TRIED = 1_000_000
# Cells by row: attributes as written, and text.
Rows = list[list[tuple[str, str]]]


class PlainMarkup:
    """Tries elements of one page. Where any may be hidden, none is plain that could be or hold it."""

    __slots__ = ("_may_hide", "_tried")

    def __init__(self, *, may_hide: bool) -> None:
        self._may_hide = may_hide
        self._tried = 0

    def line(self, node: LexborNode) -> str | None:
        """The text of a paragraph or heading; None where it holds more than one line of plain text."""
        markup = self._of(node)
        match = _LINE.fullmatch(markup)
        if match is None:
            self._tried += len(markup)
            return None
        return _unescaped(match[1]) if "&" in markup else match[1]

    def rows(self, table: LexborNode) -> Rows | None:
        """The cells of a table; None where any of them holds more than one line of plain text."""
        markup = self._of(table)
        if not _TABLE.fullmatch(markup):
            self._tried += len(markup)
            return None
        rows = [_CELLS.findall(row) for row in markup.split("</tr>")[:-1]]
        if "&" in markup:
            rows = [[(attributes, _unescaped(text)) for attributes, text in row] for row in rows]
        return rows

    def _of(self, node: LexborNode) -> str:
        """The markup without what only changes looks; empty where it may not be tried."""
        if self._tried > MOST_TRIED:
            return ""
        markup = node.html or ""
        if self._may_hide and ("hidden" in markup or "style" in markup):
            return ""
        return _LOOKS.sub("", markup)


def _unescaped(text: str) -> str:
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text
