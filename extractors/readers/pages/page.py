"""Pages of characters and rules to a Document.

Lives here: `Page`, what a format with pages (PDF, OFD, a scan) gives, and `write_pages`, which finds tables and text on them.
Elsewhere: reading the file (pdf.py, ofd.py), rules to grids (grid.py), characters to lines (lines.py), headers and page numbers
(furniture.py), columns and paragraphs (flow.py), rows that only line up (../text/text_tables.py); tables torn by a page break
(../../layout.py).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from extractors.document import Box, Document
from extractors.readers.pages.flow import Margins, Paragraph, columns, extend, goes_on, margins, usual_distance
from extractors.readers.pages.furniture import remove_furniture
from extractors.readers.pages.grid import Grid, Rule, grids
from extractors.readers.pages.lines import OUTSIDE, REGIONS, Char, Line, Run, cell_text, clean, lines, placed, runs
from extractors.readers.pages.turned_cells import Turned, upright
from extractors.readers.text.groups import Paragraph as PlainLine
from extractors.readers.text.groups import TableLines
from extractors.readers.text.text_tables import group_lines
from extractors.readers.writer import GridCell, Writer, one_line, outline_level
from extractors.records import Issue, TextOrigin

# The replacement for a character whose font doesn't say what it is.
LOST = "\ufffd"
OCR_NOT_INSTALLED = "ocr_not_installed"
# Pages and guesses that one issue names.
MOST_NAMED = 8
# What was recognised is never as sure as what was printed as text.
SUREST = 0.999
# A table that goes on keeps its outer edges.
SAME_EDGE = 4.0
# A part with no more lines than this has margins only by accident: those of all pages count.
FEW_LINES = 5
LEAST_RIGHT = 0.8
# Places of half a character in a line set as plain text; the widest sheet has some 300.
MOST_PLACES = 2_000


@dataclass(slots=True)
class Page:
    """One page as its format gives it: characters, or `runs` where print was recognised in a picture.

    `turned` are characters that lie on their side. `reason` (a code of issue_reasons.csv) tells why a page could not be read; `doubts` are
    numbers that had to be given up, as they looked.
    """

    width: float
    height: float
    chars: list[Char] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    turned: list[Turned] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    reason: str | None = None
    doubts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Sheet:
    """A page with its tables found and the rest of its characters as lines."""

    width: float
    height: float
    lines: list[Line]
    tables: list[tuple[Box, list[list[GridCell]]]]
    reason: str | None
    doubts: list[str]


def write_pages(document: Document, pages: Iterable[Page]) -> Document:
    """The pages as canonical text and blocks. Pages that are only pictures get an issue each."""
    sheets = _sheets(pages)
    remove_furniture(sheets)
    _Emission(document, sheets).write()
    _name_pages(document, sheets)
    _name_losses(document, {number for number, sheet in enumerate(sheets, 1) if sheet.doubts})
    return document


def _name_pages(document: Document, sheets: Sequence[_Sheet]) -> None:
    """An issue for each page that could not be read, or not surely; one for all where the reason is not the page's own."""
    skipped = [str(number) for number, sheet in enumerate(sheets, 1) if sheet.reason == OCR_NOT_INSTALLED]
    for number, sheet in enumerate(sheets, 1):
        start = document.page_starts[number - 1]
        place = number, document.line_of(start), start, start
        if sheet.reason == OCR_NOT_INSTALLED:
            if str(number) == skipped[0]:
                detail = f"第 {'、'.join(skipped[:MOST_NAMED])}{' 等' if len(skipped) > MOST_NAMED else ''} 页，共 {len(sheets)} 页"
                document.issues.append(Issue("read", OCR_NOT_INSTALLED, detail, *place))
        elif sheet.reason is not None:
            document.issues.append(Issue("read", sheet.reason, f"第 {number} 页，共 {len(sheets)} 页", *place))
        if sheet.doubts:
            named = "、".join(sheet.doubts[:MOST_NAMED]) + (" 等" if len(sheet.doubts) > MOST_NAMED else "")
            document.issues.append(Issue("read", "low_confidence_text", f"第 {number} 页 {len(sheet.doubts)} 处：{named}", *place))


def _name_losses(document: Document, doubtful: set[int]) -> None:
    """One issue for the characters that fonts lost, at the first; those given up on scanned pages have their own."""
    lost = [match.start() for match in re.finditer(LOST, document.text) if document.page_of(match.start()) not in doubtful]
    if lost:
        first = lost[0]
        detail = f"{len(lost)} 处字符损坏"
        document.issues.append(
            Issue("read", "damaged_characters", detail, document.page_of(first), document.line_of(first), first, first + 1)
        )


def _sheets(pages: Iterable[Page]) -> list[_Sheet]:
    """Needs the page before and the one after at hand: a grid of one column is a frame, unless it is the rest of a table over the page."""
    sheets: list[_Sheet] = []
    before: Grid | None = None
    current: tuple[Page, list[Grid]] | None = None
    for page in pages:
        following = page, grids(page.rules)
        if current is not None:
            before = _add_sheet(sheets, *current, before, following[1][0] if following[1] else None)
        current = following
    if current is not None:
        _add_sheet(sheets, *current, before, None)
    return sheets


def _add_sheet(sheets: list[_Sheet], page: Page, found: list[Grid], before: Grid | None, after: Grid | None) -> Grid | None:
    """Adds the sheet of a page; its last table, where one ends the page."""
    kept = []
    for index, grid in enumerate(found):
        if len(grid.xs) > 2 or (index == 0 and _goes_on(before, grid)) or (index == len(found) - 1 and _goes_on(grid, after)):
            kept.append(grid)
    inside: dict[int, list[int]] = {}
    chars = page.chars + upright(page.turned, page.chars, kept) if page.turned and kept else page.chars
    all_runs = runs(chars, kept) + placed(page.runs, kept)
    for index, run in enumerate(all_runs):
        run.text = clean(run.text)
        inside.setdefault(run.key, []).append(index)
    tables = []
    outside = [all_runs[index] for index in inside.get(OUTSIDE, ())]
    for number, grid in enumerate(kept):
        cells = {
            region: [all_runs[index] for index in inside[key]]
            for region in range(len(grid.regions))
            if (key := number * REGIONS + region) in inside
        }
        if cells:
            tables.append((grid.box, _rows(grid, cells)))
    sheets.append(_Sheet(page.width, page.height, lines(outside), tables, page.reason, page.doubts))
    return kept[-1] if kept else None


def origin_of(confidence: float) -> TextOrigin:
    """Where characters of this confidence come from: only recognised ones are not wholly sure."""
    return "native" if confidence == 1.0 else "ocr"


def _goes_on(above: Grid | None, below: Grid | None) -> bool:
    """Whether two grids, one on each side of a page break, have the same outer edges, and one of them columns."""
    return (
        above is not None
        and below is not None
        and max(len(above.xs), len(below.xs)) > 2
        and abs(above.xs[0] - below.xs[0]) <= SAME_EDGE
        and abs(above.xs[-1] - below.xs[-1]) <= SAME_EDGE
    )


def _rows(grid: Grid, found: dict[int, list[Run]]) -> list[list[GridCell]]:
    """The rows of cells. Where print was recognised, so were blanks: by their want of ink."""
    cells = []
    surest = SUREST if any(run.confidence < 1.0 for inside in found.values() for run in inside) else 1.0
    for index, region in enumerate(grid.regions):
        box = grid.region_box(index)
        inside = found.get(index, [])
        text = one_line(cell_text(inside, box)) if inside else ""
        confidence = min((run.confidence for run in inside), default=surest)
        cells.append(GridCell(text, region.row_span, region.column_span, box, origin_of(confidence), confidence))
    return [[cells[index] for index in row] for row in grid.places]


class _Emission:
    """Writes the sheets, with the one paragraph that is not yet known to be at its end."""

    def __init__(self, document: Document, sheets: Sequence[_Sheet]) -> None:
        self.writer = Writer(document)
        self.sheets = sheets
        self.open: Paragraph | None = None
        self.open_edges = Margins(0.0, 0.0)
        # Pages begun since the open paragraph's last line; they are counted when it is clear whether it goes on.
        self.pages_due = 0
        self.usual = {
            width: margins(line for sheet in sheets if round(sheet.width) == width for line in sheet.lines)
            for width in {round(sheet.width) for sheet in sheets}
        }

    def write(self) -> None:
        for sheet in self.sheets:
            self._begin_page()
            if sheet.reason is not None:
                # What stands on it is not known, so nothing goes on over it.
                self._close()
            streams = columns(sheet.lines, [box for box, _ in sheet.tables])
            for stream_lines, tables in streams:
                edges = margins(stream_lines)
                if len(streams) == 1 and edges is not None and (usual := self.usual[round(sheet.width)]) is not None:
                    # The right edge of the text lies further out than this on any page; short lines alone don't show it.
                    usual = Margins(usual.left, max(usual.right, LEAST_RIGHT * sheet.width))
                    edges = usual if len(stream_lines) <= FEW_LINES else Margins(min(edges.left, usual.left), max(edges.right, usual.right))
                self._stream(stream_lines, [sheet.tables[index] for index in tables], edges or Margins(0.0, sheet.width))
        self._close()
        self.writer.finish()

    def _begin_page(self) -> None:
        if self.open is None:
            self.writer.begin_page()
        else:
            self.pages_due += 1

    def _stream(self, found: list[Line], tables: list[tuple[Box, list[list[GridCell]]]], edges: Margins) -> None:
        """One column: stretches of lines, and the tables between them."""
        distance = usual_distance(found)
        start = 0
        for box, rows in tables:
            end = start
            while end < len(found) and found[end].top < box[1]:
                end += 1
            self._lines(found[start:end], edges, distance)
            start = end
            self._close()
            self.writer.blank()
            self.writer.table(rows, "ruled", box)
            self.writer.blank()
        self._lines(found[start:], edges, distance)

    def _lines(self, found: list[Line], edges: Margins, distance: float) -> None:
        if sum(len(line.pieces) > 1 for line in found) < 2:
            for index, line in enumerate(found):
                self._line(line, edges, distance if index else None)
            return
        texts, sources = _as_plain_text(found, edges, distance)
        index = 0
        is_first = True
        for group in group_lines(texts):
            if isinstance(group, PlainLine):
                if group.text:
                    index = texts.index(group.text, index if group.text in texts[index:] else 0) + 1
                    self._line(sources[index - 1], edges, None if is_first else distance)
                    is_first = False
                continue
            self._close()
            index = self._aligned(group, texts, sources, index)
            is_first = True

    def _aligned(self, group: TableLines, texts: Sequence[str], sources: Sequence[Line], index: int) -> int:
        """Writes a table whose rows only line up; the index of the first line behind it."""
        rows: list[list[GridCell]] = []
        boxes: list[Box] = []
        for cells, _ in group.rows:
            # Lines that only draw or are blank give no row.
            source = next((place for place in range(index, len(texts)) if _are_in(cells, texts[place])), None)
            rest: list[Run] = []
            if source is not None:
                index = source + 1
                rest = list(sources[source].pieces)
                boxes.append(sources[source].box)
            sure = sources[source].confidence if source is not None else 1.0
            rows.append([GridCell(one_line(cell), 1, 1, _box_of(cell, rest), origin_of(sure), sure) for cell in cells])
        box: Box | None = None
        if boxes:
            left, top, right, bottom = zip(*boxes, strict=True)
            box = min(left), min(top), max(right), max(bottom)
        self.writer.table(rows, group.drawing, box, [aligned for _, aligned in group.rows])
        return index

    def _line(self, line: Line, edges: Margins, distance: float | None) -> None:
        """Adds a line to the open paragraph, or opens one. `distance` is None at the top of a column or stretch."""
        if self.open is not None and goes_on(self.open, line, edges, self.open_edges, distance):
            extend(self.open, line, self.open_edges, self.pages_due > 0)
            if self.pages_due > 1:
                # Pages without any text in between begin where the text goes on.
                self.open.page_breaks += [self.open.page_breaks[-1]] * (self.pages_due - 1)
            self.pages_due = 0
        else:
            self._close()
            self.open = Paragraph(line.text, line, line.box, confidence=line.confidence)
        self.open_edges = edges

    def _close(self) -> None:
        """Writes the open paragraph, and counts the pages that began since."""
        if self.open is not None:
            text = one_line(self.open.text)
            if text:
                breaks = [min(offset, len(text)) for offset in self.open.page_breaks]
                sure = self.open.confidence
                self.writer.paragraph(text, outline_level(text), self.open.box, origin_of(sure), sure, breaks)
            self.open = None
        for _ in range(self.pages_due):
            self.writer.begin_page()
        self.pages_due = 0


def _are_in(cells: Sequence[str], line: str) -> bool:
    """Whether a row was made of this line: blanks within its cells, and what escapes a bar, may have gone."""
    bare = "".join(line.replace("\\", "").split())
    return all("".join(cell.replace("\\", "").split()) in bare for cell in cells)


def _box_of(cell: str, rest: list[Run]) -> Box | None:
    """The box of the pieces that make up a cell; they are taken off `rest`. A spaced-out header word has several."""
    taken: list[Run] = []
    length = len("".join(cell.split()))
    while rest and rest[0].text in cell and sum(len("".join(piece.text.split())) for piece in taken) < length:
        taken.append(rest.pop(0))
    if not taken:
        return None
    return taken[0].left, min(piece.top for piece in taken), taken[-1].right, max(piece.bottom for piece in taken)


def _as_plain_text(found: Sequence[Line], edges: Margins, distance: float) -> tuple[list[str], list[Line]]:
    """The lines as a text tool would set them, a blank one where the distance is wider; and the line that each came from."""
    half = max(median(line.size for line in found) / 2, 1.0)
    texts: list[str] = []
    sources: list[Line] = []
    for index, line in enumerate(found):
        if index and line.base - found[index - 1].base > 2 * distance:
            texts.append("")
            sources.append(line)
        text, place = "", 0
        for piece in line.pieces:
            start = max(min(round((piece.left - edges.left) / half), MOST_PLACES), place + 2 if text else 0)
            text += " " * (start - place) + piece.text
            place = start + max(round((piece.right - piece.left) / half), 1)
        texts.append(text)
        sources.append(line)
    return texts, sources
