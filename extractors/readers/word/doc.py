"""DOC (and WPS, which is written the same way) to a Document.

Lives here: walking the paragraphs of the text: cells and rows, fields, what is hidden or deleted, text boxes after their paragraph and
notes at the end.
Elsewhere: the binary format (doc_format.py), lists (doc_numbering.py), rows to tables (doc_tables.py), grids and emission
(word_tables.py).
"""

import re
import struct
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.document import Document
from extractors.readers.compound_files import CompoundFile
from extractors.readers.media_types import DOC
from extractors.readers.unreadable import UnreadableError
from extractors.readers.word import doc_format as fmt
from extractors.readers.word import equation_fields
from extractors.readers.word.doc_numbering import DocLists
from extractors.readers.word.doc_tables import DocRow, RowProperties, read_cells, table_of, tables
from extractors.readers.word.numbering import Counter
from extractors.readers.word.word_tables import MOST_PARAGRAPHS, Block, Flow, Paragraph, symbol
from extractors.readers.writer import Writer

_END = re.compile("[\r\x07\x0c]")
_FIELD = re.compile("[\x13\x14\x15]")
# A break within a paragraph ends its line, other signs are drawings, marks of notes and comments, and optional hyphens.
_SIGNS = {**dict.fromkeys((*range(0x20), 0x7F), None), 0x09: "\t", 0x0B: "\n", 0x1E: "-", 0xFFFC: None}
_HALF = re.compile("[\ud800-\udfff]")
# Parts of the text, by their place in Header.lengths.
_MAIN, _NOTES, _END_NOTES, _BOXES = 0, 1, 5, 6
_BOX_RECORD, _ANCHOR_RECORD = 22, 26
# Tables within tables; Word itself stops long before.
_DEEPEST = 20


def read(name: str, data: bytes) -> Document:
    """The Document of a DOC or WPS. Raises `UnreadableError` for what is encrypted, damaged or too large, and for Word before 97."""
    file = CompoundFile(data)
    stream = file.stream("WordDocument")
    if stream is None:
        # Half of a Word file is left, or another document holds one.
        raise UnreadableError("damaged_file" if file.has("0Table", "1Table") else "unsupported_format")
    document = Document(name, DOC, reader="doc")
    writer = Writer(document)
    try:
        head = fmt.header(stream)
        table = file.stream(head.table_stream)
        if table is None:
            raise UnreadableError("damaged_file")
        blocks = _Walker(stream, table, file.stream("Data") or b"", head).all_blocks()
    except (struct.error, IndexError) as error:
        raise UnreadableError("damaged_file") from error
    Flow(writer).emit(blocks)
    return writer.finish_with_text()


@dataclass(slots=True)
class _Open:
    """A table that is being read."""

    rows: list[DocRow] = field(default_factory=list)
    cells: list[list[Block]] = field(default_factory=list)
    flow: list[Block] = field(default_factory=list)


class _Walker:
    def __init__(self, stream: bytes, table: bytes, data: bytes, head: fmt.Header) -> None:
        self._data = data
        self._head = head
        self._pieces = fmt.pieces(head.part(table, fmt.PIECES))
        self._piece_starts = [piece.start for piece in self._pieces]
        self._text = fmt.text_of(stream, self._pieces)
        self._paragraphs = fmt.Runs(stream, head.part(table, fmt.PARAGRAPH_PAGES), True)
        self._styles = fmt.DocStyles.parsed(head.part(table, fmt.STYLES))
        pair = head.pairs[fmt.LISTS] if len(head.pairs) > fmt.LISTS else (0, 0)
        self._lists = DocLists(table, pair, head.part(table, fmt.LIST_USES))
        self._counter = Counter()
        self._known: dict[bytes, RowProperties] = {}
        self._gone, self._symbols = self._changes(fmt.Runs(stream, head.part(table, fmt.CHARACTER_PAGES), False))
        self._gone_starts = [start for start, _ in self._gone]
        self._boxes = self._boxes_by_anchor(table)
        self._count = 0

    def all_blocks(self) -> list[Block]:
        """The text, then its notes."""
        blocks = self._part(_MAIN, with_boxes=True)
        return [*blocks, *self._part(_NOTES), *self._part(_END_NOTES)]

    def _part(self, index: int, with_boxes: bool = False) -> list[Block]:
        start = sum(self._head.lengths[:index])
        return self._blocks(start, start + self._head.lengths[index], with_boxes)

    def _changes(self, runs: fmt.Runs) -> tuple[list[tuple[int, int]], dict[int, str]]:
        """Stretches of the text that aren't printed, and characters that are another sign."""
        gone: list[tuple[int, int]] = []
        symbols: list[tuple[int, int, str]] = []
        for start, end, grpprl in zip(runs.starts, runs.ends, runs.properties, strict=True):
            if b"\x08" not in grpprl and b"\x6a" not in grpprl:
                continue
            own = dict(fmt.modifiers(grpprl))
            if own.get(fmt.DELETED, b"\0")[:1] == b"\x01" or own.get(fmt.HIDDEN, b"\0")[:1] == b"\x01":
                gone.append((start, end))
            elif len(own.get(fmt.SYMBOL, b"")) == 4:
                symbols.append((start, end, symbol(struct.unpack("<2xH", own[fmt.SYMBOL])[0])))
        stretches = fmt.places(gone, self._pieces)
        for piece in self._pieces:
            own = dict(fmt.modifiers(piece.modifiers))
            if own.get(fmt.DELETED, b"\0")[:1] == b"\x01" or own.get(fmt.HIDDEN, b"\0")[:1] == b"\x01":
                stretches.append((piece.start, piece.end))
        if len(symbols) * len(self._pieces) > fmt.MOST_COMPARED:
            raise UnreadableError("document_too_large")
        signed = [(first, last, sign) for start, end, sign in symbols for first, last in fmt.places([(start, end)], self._pieces)]
        if sum(last - first for first, last, _ in signed) > fmt.MOST_CHARACTERS:
            # Runs of characters that lie over each other.
            raise UnreadableError("damaged_file")
        signs = {place: sign for first, last, sign in signed for place in range(first, last)}
        return _joined(stretches), signs

    def _boxes_by_anchor(self, table: bytes) -> list[tuple[int, int, int]]:
        """For each text box the place of its anchor and its stretch of the text."""
        anchors = _records(self._head.part(table, fmt.ANCHORS), _ANCHOR_RECORD)
        place_of = {struct.unpack_from("<i", record)[0]: place for place, _, record in anchors}
        begin = sum(self._head.lengths[:_BOXES])
        end = begin + self._head.lengths[_BOXES]
        found = []
        for first, last, record in _records(self._head.part(table, fmt.BOX_TEXTS), _BOX_RECORD):
            shape = struct.unpack_from("<i", record, 14)[0]
            if shape in place_of and begin + last <= end:
                found.append((place_of[shape], begin + first, begin + last))
        if sum(last - first for _, first, last in found) > end - begin:
            # Stretches that lie over each other: each would be told as often as it is covered.
            raise UnreadableError("damaged_file")
        return sorted(found)

    def _blocks(self, start: int, end: int, with_boxes: bool) -> list[Block]:
        """The blocks of one part of the text."""
        body: list[Block] = []
        stack: list[_Open] = []
        torn = ""
        at = start
        boxes = self._boxes if with_boxes else []
        box = 0
        for mark in [*(match.start() for match in _END.finditer(self._text, start, end)), end]:
            if mark == end and at == end:
                break
            properties, is_end = self._properties(min(mark, end - 1))
            if mark < end and self._text[mark] == "\x0c" and not is_end:
                continue  # a page break within a paragraph
            self._count += 1
            if self._count > MOST_PARAGRAPHS:
                raise UnreadableError("document_too_large")
            text = torn + self._shown(at, mark)
            torn = ""
            is_gone = mark < end and self._is_gone(mark)
            _close(stack, properties.depth, body)
            flow = stack[-1].flow if stack else body
            at = mark + 1
            if properties.ends_row and stack:
                if not is_gone:
                    stack[-1].rows.append(DocRow(stack[-1].cells, properties))
                stack[-1].cells, stack[-1].flow = [], []
                continue
            ends_cell = bool(stack) and (properties.ends_cell or self._text[mark : mark + 1] == "\x07")
            if is_gone and not ends_cell:
                torn = text
                continue
            style = self._styles.of(properties.style)
            if not style.is_contents:
                flow.append(
                    Paragraph(self._label(properties, style) + text, style.level if properties.level is None else properties.level or None)
                )
            while box < len(boxes) and boxes[box][0] < at:
                flow += self._blocks(boxes[box][1], boxes[box][2], False)
                box += 1
            if ends_cell:
                stack[-1].cells.append(flow)
                stack[-1].flow = []
        _close(stack, 0, body)
        if torn:
            body.append(Paragraph(torn))
        return body

    def _properties(self, place: int) -> tuple[RowProperties, bool]:
        """The properties of the paragraph that a place ends, and whether it does end one."""
        piece = self._pieces[max(0, bisect_right(self._piece_starts, place) - 1)]
        position = piece.position + (place - piece.start) * piece.size
        found, end = self._paragraphs.at(position)
        key = found + b"|" + piece.modifiers if piece.modifiers else found
        if key not in self._known:
            self._known[key] = self._parsed(found, piece.modifiers)
        return self._known[key], end == position + piece.size

    def _parsed(self, found: bytes, changes: bytes) -> RowProperties:
        properties = RowProperties(int.from_bytes(found[:2], "little"))
        every = [*fmt.modifiers(found[2:]), *fmt.modifiers(changes)]
        for code, operand in tuple(every):
            if code in fmt.ELSEWHERE:
                at = struct.unpack("<I", operand)[0]
                length = struct.unpack_from("<H", self._data, at)[0]
                every += fmt.modifiers(self._data[at + 2 : at + 2 + length])
        own = dict(every)
        is_in_table = own.get(fmt.IN_TABLE, b"\0") != b"\0"
        depth = int.from_bytes(own.get(fmt.DEPTH, b""), "little", signed=True)
        properties.depth = min(max(depth, int(is_in_table)), _DEEPEST) if is_in_table else 0
        properties.ends_row = b"\x01" in (own.get(fmt.ROW_END), own.get(fmt.INNER_ROW_END))
        properties.ends_cell = own.get(fmt.INNER_CELL) == b"\x01"
        if fmt.OUTLINE in own:
            properties.level = (own[fmt.OUTLINE][0] + 1) % 10  # 9 is text: 0 here
        if fmt.LIST_USE in own:
            properties.list_use = int.from_bytes(own[fmt.LIST_USE], "little")
        if fmt.LIST_LEVEL in own:
            properties.list_level = own[fmt.LIST_LEVEL][0]
        for code, operand in every if properties.ends_row else ():
            if code == fmt.ROW_CELLS:
                read_cells(operand, properties)
            elif code == fmt.ROW_MERGE and len(operand) == 2 and operand[0] < len(properties.merges):
                properties.merges[operand[0]] = properties.merges[operand[0]] & ~0x60 | (operand[1] & 3) << 5
            elif code == fmt.CELLS_MERGE and len(operand) == 2:
                for cell in range(operand[0], min(operand[1], len(properties.merges))):
                    properties.merges[cell] = properties.merges[cell] & ~3 | (1 if cell == operand[0] else 2)
        return properties

    def _label(self, properties: RowProperties, style: fmt.DocStyle) -> str:
        use = style.list_use if properties.list_use is None else properties.list_use
        numbered = self._lists.of(use or 0)
        if numbered is None:
            return ""
        depth = style.depth if properties.list_level is None else properties.list_level
        return self._counter.label(numbered, depth or 0)

    def _is_gone(self, place: int) -> bool:
        index = bisect_right(self._gone_starts, place) - 1
        return index >= 0 and place < self._gone[index][1]

    def _shown(self, start: int, end: int) -> str:
        """What is printed of a stretch of the text."""
        if self._gone:
            text = ""
            at = start
            for first, last in self._gone[max(0, bisect_left(self._gone_starts, start) - 1) : bisect_left(self._gone_starts, end)]:
                if last > start:
                    text += self._signs(at, max(at, first))
                    at = max(at, min(last, end))
            text += self._signs(at, end)
        else:
            text = self._signs(start, end)
        if "\x13" in text or "\x15" in text:
            text = _without_instructions(text)
        text = text.translate(_SIGNS)
        if _HALF.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return text

    def _signs(self, start: int, end: int) -> str:
        text = self._text[start:end]
        if self._symbols and "(" in text:
            return "".join(self._symbols.get(place, character) for place, character in enumerate(text, start))
        return text


def _records(plc: bytes, size: int) -> list[tuple[int, int, bytes]]:
    """Stretches of the text with their records."""
    count = (len(plc) - 4) // (4 + size)
    if count < 1:
        return []
    bounds = struct.unpack_from(f"<{count + 1}I", plc)
    return [
        (first, last, plc[4 * (count + 1) + size * index : 4 * (count + 1) + size * (index + 1)])
        for index, (first, last) in enumerate(pairwise(bounds))
        if first <= last
    ]


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _without_instructions(text: str) -> str:
    """Fields by their result: [begin] instruction [separator] result [end]."""
    parts: list[str] = []
    at = 0
    # For each open field where its instruction begins; -1 once its result does.
    begun: list[int] = []
    for match in _FIELD.finditer(text):
        if all(place < 0 for place in begun):
            parts.append(text[at : match.start()])
        at = match.end()
        if match[0] == "\x13":
            begun.append(at)
        elif begun and match[0] == "\x14":
            begun[-1] = -1
        elif begun and (place := begun.pop()) >= 0 and all(other < 0 for other in begun):
            parts.append(equation_fields.shown(text[place : match.start()]))
    parts.append(text[at:])
    return "".join(parts)


def _close(stack: list[_Open], depth: int, body: list[Block]) -> None:
    """Ends the tables deeper than `depth`, and opens those that lead to it."""
    while len(stack) > depth:
        done = stack.pop()
        flow = stack[-1].flow if stack else body
        flow += [table_of(rows) for rows in tables(done.rows)]
        # What no row end followed stands there all the same.
        for cell in (*done.cells, done.flow):
            flow += cell
    while len(stack) < depth:
        stack.append(_Open())
