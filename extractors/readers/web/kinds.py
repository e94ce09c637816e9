"""What each element is to those who read the page.

Lives here: the kinds of elements, by tag. Elsewhere: what is made of them (boxes.py, plain.py).
"""

# fmt: off
# Never shown as text of the page, or only within a control of it, or struck out.
_UNSHOWN_TAGS = frozenset([
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "base", "select", "option", "datalist", "button",
    "input", "textarea", "iframe", "frame", "object", "embed", "applet", "svg", "canvas", "audio", "video", "map", "img", "rt",
    "rp", "progress", "meter", "dialog", "del", "s", "strike", "-comment", "!doctype",
])
# An element of these kinds begins and ends a line. Those that can hold an article make a box.
_BOX_TAGS = frozenset([
    "body", "div", "section", "article", "main", "aside", "nav", "header", "footer", "form", "fieldset", "ul", "ol", "dl", "center",
    "blockquote", "caption",
])
_LINE_TAGS = frozenset([
    "p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "address", "figure", "figcaption", "legend", "hr", "details",
    "summary", "tbody", "thead", "tfoot", "html",
])
# fmt: on
HEADING: dict[str | None, int] = {f"h{level}": level for level in range(1, 7)}
# Elements of no other kind (INLINE) only hold text. Those from TABLE on are often simple as a whole (plain.py).
INLINE, TEXT, UNSHOWN, LINK, RAISED, KEPT, ROW, TABLE, LINE, HEADED, BOX, CELL = range(12)
KINDS: dict[str | None, int] = {
    "-text": TEXT,
    **dict.fromkeys(_UNSHOWN_TAGS, UNSHOWN),
    **dict.fromkeys(_LINE_TAGS, LINE),
    **dict.fromkeys(HEADING, HEADED),
    **dict.fromkeys(_BOX_TAGS, BOX),
    "a": LINK,
    "br": LINE,
    "pre": KEPT,
    "sup": RAISED,
    "table": TABLE,
    "td": CELL,
    "th": CELL,
    "tr": ROW,
}
