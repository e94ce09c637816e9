"""DOCX to a Document.

Lives here: walking the paragraphs, tables and runs of a document part: what was inserted counts and what was deleted doesn't, fields show
their result, hidden text and comments are left out, text boxes stand after their paragraph and notes at the end.
Elsewhere: the package (../packages.py), styles and lists (docx_styles.py), grids and emission (word_tables.py).
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from extractors.document import Document
from extractors.readers.media_types import DOCX
from extractors.readers.packages import Package, parsed
from extractors.readers.unreadable import UnreadableError
from extractors.readers.word import equation_fields
from extractors.readers.word.docx_styles import VAL, Lists, Style, Styles, W, is_on, number_of
from extractors.readers.word.numbering import Counter
from extractors.readers.word.word_tables import MOST_COLUMNS, MOST_PARAGRAPHS, Block, Flow, Paragraph, WordCell, WordRow, WordTable, symbol
from extractors.readers.writer import Writer

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_P, _TBL, _TR, _TC, _R, _T = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}r", f"{W}t"
_PPR, _RPR, _SDT, _FIELD, _INSTRUCTION = f"{W}pPr", f"{W}rPr", f"{W}sdt", f"{W}fldChar", f"{W}instrText"
_STYLE, _LISTED, _OUTLINE, _VANISH, _DELETED = f"{W}pStyle", f"{W}numPr", f"{W}outlineLvl", f"{W}vanish", f"{W}del"
_BREAK, _SYMBOL, _CHUNK = f"{W}br", f"{W}sym", f"{W}altChunk"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SPAN, _DOWN, _ACROSS, _CELL_DELETED = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge", f"{W}cellDel"
_ALTERNATE, _BOX = f"{_MC}AlternateContent", f"{W}txbxContent"
# What only wraps what it holds. Tracked insertions are part of the text, deletions and the old places of moved text are not.
_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "dir", "bdo", "ruby", "rubyBase")
)
_DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_CODE = re.compile("[0-9A-Fa-f]{1,4}")
# What tells the format (../media_types.py).
MAIN_PART = "word/document.xml"
_Properties: TypeAlias = dict[str, etree._Element]


def read(name: str, data: bytes) -> Document:
    """The Document of a DOCX (DOCM, DOTX). Raises `UnreadableError` for what is encrypted, damaged or too large."""
    package = Package(data)
    main_part = package.main_part(MAIN_PART)
    content = package.bytes_of(main_part) or b""
    body = parsed(content).find(f"{W}body")
    if body is None:
        raise UnreadableError("damaged_file")
    document = Document(name, DOCX, reader="docx")
    writer = Writer(document)
    walker = _Walker(package, main_part, b"vanish" in content)
    blocks = walker.blocks(body)
    Flow(writer).emit([*blocks, *walker.notes()])
    return writer.finish_with_text()


class _Walker:
    """Turns elements into blocks. Keeps what runs through the whole document: counts of lists, open fields, notes referred to."""

    def __init__(self, package: Package, main_part: str, may_hide: bool) -> None:
        self._package = package
        self._relations = package.relations(main_part)
        self._parts = {relation.kind: relation.target for relation in self._relations.values()}
        self._styles = Styles(self._part("styles"))
        self._may_hide = may_hide or self._styles.may_hide
        self._lists: Lists | None = None
        self._counter = Counter()
        self._paragraphs = 0
        # For each open field whether its instruction still runs: that isn't printed.
        self._fields: list[bool] = []
        self._instruction: list[str] = []
        self._boxes: list[etree._Element] = []
        self._referred: list[tuple[str, str]] = []

    def _part(self, kind: str) -> etree._Element | None:
        return self._package.xml(self._parts[kind]) if kind in self._parts else None

    def notes(self) -> list[Block]:
        """The notes that the text refers to, in the order of the references; their marks are left out."""
        found: list[Block] = []
        roots = {kind: self._part(kind) for kind in dict.fromkeys(kind for kind, _ in self._referred)}
        elements = {(kind, note.get(f"{W}id")): note for kind, root in roots.items() if root is not None for note in root}
        for reference in dict.fromkeys(self._referred):
            if reference in elements:
                found += self.blocks(elements[reference])
        return found

    def blocks(self, parent: etree._Element) -> list[Block]:
        """What stands in a body, a cell, a text box or a note."""
        found: list[Block] = []
        torn = ""
        for element in _children(parent, _P, _TBL, _CHUNK):
            if element.tag == _P:
                torn = self._paragraph(element, torn, found)
            elif element.tag == _CHUNK:
                found += self._chunk(element)
            else:
                found.append(self._table(element))
        if torn:
            found.append(Paragraph(torn))
        return found

    def _chunk(self, element: etree._Element) -> list[Block]:
        """What another file says that the package holds."""
        relation = self._relations.get(element.get(_ID, ""))
        data = None if relation is None else self._package.bytes_of(relation.target)
        if not data:
            return []
        # Imported only for these.
        from extractors.readers.word.docx_chunks import blocks_of

        return blocks_of(data)

    def _paragraph(self, element: etree._Element, torn: str, found: list[Block]) -> str:
        """Adds a paragraph, with `torn` before its text; or returns its text where the end of the paragraph was deleted."""
        self._paragraphs += 1
        if self._paragraphs > MOST_PARAGRAPHS:
            raise UnreadableError("document_too_large")
        properties = _children_by_tag(next(element.iterchildren(_PPR), None))
        mark = _children_by_tag(properties.get(_RPR))
        style_id = properties[_STYLE].get(VAL) if _STYLE in properties else None
        style = self._styles.of(style_id)
        parts: list[str] = [torn]
        boxes, self._boxes = self._boxes, []
        self._inline(element, parts, style)
        here, self._boxes = self._boxes, boxes
        if True in self._fields:
            # No instruction runs on into the next paragraph, but for damage.
            self._fields = [False] * len(self._fields)
        text = "".join(parts)
        is_torn = _DELETED in mark
        if not is_torn and not style.is_contents:
            is_hidden = not text and is_on(mark.get(_VANISH)) is True
            label = "" if is_hidden else self._label(properties, style_id, style)
            found.append(Paragraph(label + text, self._level(properties, style)))
        for box in here:
            found += self.blocks(box)
        return text if is_torn else ""

    def _level(self, properties: _Properties, style: Style) -> int | None:
        own = number_of(properties.get(_OUTLINE))
        if own is None:
            return style.level
        return own + 1 if 0 <= own < 9 else None

    def _label(self, properties: _Properties, style_id: str | None, style: Style) -> str:
        list_id, depth = style.list_id, style.depth
        if _LISTED in properties:
            listed = _children_by_tag(properties[_LISTED])
            own_depth = number_of(listed.get(f"{W}ilvl"))
            if f"{W}numId" in listed:
                list_id, depth = listed[f"{W}numId"].get(VAL), own_depth or 0
            elif own_depth is not None:
                depth = own_depth
        if list_id is None or list_id == "0":
            return ""
        if self._lists is None:
            self._lists = Lists(self._part("numbering"))
        numbered = self._lists.of(list_id)
        if numbered is None:
            return ""
        if depth is None:
            depth = self._lists.depth_of_style(list_id, style_id or "")
        return self._counter.label(numbered, depth)

    def _inline(self, parent: etree._Element, parts: list[str], style: Style) -> None:
        for element in parent:
            tag = element.tag
            if tag == _R:
                self._run(element, parts, style)
            elif tag in _WRAPPERS:
                self._inline(element, parts, style)
            elif tag == _SDT:
                self._control(element, parts, style)
            elif tag == _ALTERNATE:
                self._inline(_alternative(element), parts, style)
            elif tag == f"{_MATH}t":
                parts.append(element.text or "")
            elif tag.startswith(_MATH):
                self._inline(element, parts, style)

    def _control(self, element: etree._Element, parts: list[str], style: Style) -> None:
        """A content control: what was put in, not the prompt to put something in."""
        content = element.find(f"{W}sdtContent")
        if content is not None and not _is_prompt(element):
            self._inline(content, parts, style)

    def _run(self, run: etree._Element, parts: list[str], style: Style) -> None:
        is_shown: bool | None = None
        for element in run:
            tag = element.tag
            if tag == _T:
                if is_shown is None:
                    is_shown = not (self._may_hide and self._is_hidden(run, style))
                if is_shown and True not in self._fields:
                    parts.append(element.text or "")
            elif tag == _RPR:
                continue
            elif tag == _FIELD:
                parts.append(self._field(element.get(f"{W}fldCharType")))
            elif tag == _INSTRUCTION:
                self._instruction.append(element.text or "")
            elif tag in _SIGNS:
                parts.append(_SIGNS[tag])
            elif tag == _BREAK:
                # Page and column breaks end no line.
                if element.get(f"{W}type") in (None, "textWrapping"):
                    parts.append("\n")
            elif tag == _SYMBOL:
                parts.append(_symbol(element))
            elif tag in _DRAWINGS:
                self._boxes += _boxes(element)
            elif tag == _ALTERNATE:
                self._run(_alternative(element), parts, style)
            elif tag in _NOTES:
                self._referred.append((_NOTES[tag], element.get(f"{W}id", "")))
            elif tag == f"{W}ruby":
                self._inline(element, parts, style)

    def _field(self, kind: str | None) -> str:
        """Begins, turns or ends a field; what its instruction prints where it has no result."""
        if kind == "begin":
            self._fields.append(True)
            self._instruction.clear()
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields and self._fields.pop() and True not in self._fields:
            return equation_fields.shown("".join(self._instruction))
        return ""

    def _is_hidden(self, run: etree._Element, style: Style) -> bool:
        properties = _children_by_tag(next(run.iterchildren(_RPR), None))
        own = is_on(properties.get(_VANISH))
        if own is not None:
            return own
        reference = properties.get(f"{W}rStyle")
        return style.is_hidden or (reference is not None and self._styles.of(reference.get(VAL)).is_hidden)

    def _table(self, element: etree._Element) -> WordTable:
        table = WordTable()
        grid = element.find(f"{W}tblGrid")
        widths = [] if grid is None else [column.get(f"{W}w", "") for column in grid.iterchildren(f"{W}gridCol")]
        if all(width.isascii() and width.isdecimal() and len(width) < 10 for width in widths):
            table.widths = [int(width) for width in widths]
        for row in _children(element, _TR):
            properties = _children_by_tag(next(row.iterchildren(f"{W}trPr"), None))
            if _DELETED in properties or is_on(properties.get(f"{W}hidden")):
                continue
            made = WordRow([], _count(properties.get(f"{W}gridBefore"), 0), _count(properties.get(f"{W}gridAfter"), 0))
            for cell in _children(row, _TC):
                self._cell(cell, made)
            table.rows.append(made)
        return table

    def _cell(self, element: etree._Element, row: WordRow) -> None:
        properties = _children_by_tag(next(element.iterchildren(f"{W}tcPr"), None))
        if _CELL_DELETED in properties:
            return
        span = _count(properties.get(_SPAN), 1)
        across = properties.get(_ACROSS)
        if across is not None and across.get(VAL) != "restart" and row.cells:
            # The older way to merge over columns: the cells stay, and say that they belong to the one before.
            row.cells[-1].span += span
            return
        down = properties.get(_DOWN)
        is_continued = down is not None and down.get(VAL) != "restart"
        row.cells.append(WordCell([] if is_continued else self.blocks(element), span, is_continued))


def _children_by_tag(element: etree._Element | None) -> _Properties:
    return {} if element is None else {child.tag: child for child in element}


def _count(element: etree._Element | None, default: int) -> int:
    """A number of columns, within bounds."""
    value = number_of(element)
    return default if value is None else max(default, min(value, MOST_COLUMNS + 1))


def _children(parent: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The children of these tags, whatever wraps them."""
    for element in parent:
        tag = element.tag
        if tag in tags:
            yield element
        elif tag in _WRAPPERS:
            yield from _children(element, *tags)
        elif tag == _SDT:
            if not _is_prompt(element):
                yield from _children(element, *tags)
        elif tag == _ALTERNATE:
            yield from _children(_alternative(element), *tags)


def _is_prompt(control: etree._Element) -> bool:
    properties = control.find(f"{W}sdtPr")
    return properties is not None and is_on(properties.find(f"{W}showingPlcHdr")) is True


def _alternative(element: etree._Element) -> etree._Element:
    """Of the forms in which a thing is given, the first that any Word since 2010 draws."""
    found = element.find(f"{_MC}Choice")
    if found is None:
        found = element.find(f"{_MC}Fallback")
    return element if found is None else found


def _boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a drawing; one that is given in two forms is given once."""
    for element in drawing:
        if element.tag == _BOX:
            yield element
        else:
            yield from _boxes(_alternative(element) if element.tag == _ALTERNATE else element)


def _symbol(element: etree._Element) -> str:
    code = element.get(f"{W}char", "")
    return symbol(int(code, 16)) if _CODE.fullmatch(code) else ""
