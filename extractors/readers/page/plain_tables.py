"""Tables of one line a cell, read at once from their markup.

Lives here: telling such a table from all others by what the parser writes of it, and taking its cells out; most tables of figures are
of this kind, and a walk through their elements costs several times as much.
Elsewhere: the walk, which all other tables need (boxes.py), what becomes of cells that cover several places (grids.py).

The markup is the parser's own: every element is closed, every attribute quoted, and no `<` or `>` stands within text or values.
"""

import re

from selectolax.lexbor import LexborNode

# Elements that change nothing but the look of a text, or, as columns, hold none.
_LOOKS = re.compile(r"</?(?:span|font|b|strong|i|em|u|o:p|colgroup|col)(?: [^>]*)?>")
_END, _GAP = "(?: [^>]*)?>", "[ \t\n\r\f]*+"
_CELL = f"<t[dh]({_END}){_GAP}(?:<p{_END})?([^<]*+)(?:<br{_END}{_GAP})?(?:</p>{_GAP})?</t[dh]>"
_CELLS = re.compile(_CELL)
_ROW = f"<tr{_END}{_GAP}(?:{_CELL}{_GAP})*+</tr>{_GAP}"
_TABLE = re.compile(f"<table{_END}{_GAP}(?:<t(?:body|head|foot){_END}{_GAP}(?:{_ROW})*+</t(?:body|head|foot)>{_GAP})*+</table>")
_ENTITIES = (("&nbsp;", "\u00a0"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
# Cells by row: attributes as written, and text.
Rows = list[list[tuple[str, str]]]


def plain_rows(table: LexborNode, *, may_hide: bool) -> Rows | None:
    """The cells of a table element; None where any holds more than one line of plain text, or may be hidden."""
    markup = table.html or ""
    if may_hide and ("hidden" in markup or "style" in markup):
        return None
    markup = _LOOKS.sub("", markup)
    if not _TABLE.fullmatch(markup):
        return None
    rows = [_CELLS.findall(row) for row in markup.split("</tr>")[:-1]]
    if "&" in markup:
        rows = [[(attributes, _unescaped(text)) for attributes, text in row] for row in rows]
    return rows


def _unescaped(text: str) -> str:
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text
