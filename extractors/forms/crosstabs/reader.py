"""Crosstabs to figures.

Lives here: walking through the sections of a document, rows placed by the printed sums, and the observations and issues that all give.
Elsewhere: cutting tables into sections and blocks (sections.py, blocks.py), columns (layouts.py), rows (rows.py), cells to numbers
(../../numbers.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from extractors.characters import simplified
from extractors.document import Cell, Document
from extractors.forms.columns import unit_in_brackets
from extractors.forms.crosstabs import headings, sums
from extractors.forms.crosstabs.blocks import Block, blocks_of
from extractors.forms.crosstabs.definitions import Column, Crosstab, crosstabs
from extractors.forms.crosstabs.headings import Layout, Placed
from extractors.forms.crosstabs.layouts import Layouts
from extractors.forms.crosstabs.rows import Rows, whole_numbers
from extractors.forms.crosstabs.sections import Section, sections_of
from extractors.forms.figures import issue_at, printed_unit
from extractors.forms.labels import folded
from extractors.forms.lines import Line
from extractors.forms.matches import Match, shared_cells
from extractors.layout import WholeTable
from extractors.numbers import CellValue, parse_cell, units
from extractors.records import Issue, Observation

UNREADABLE = CellValue("unreadable", 0, 0)
OLDEST = "national_2019"
OUTCOME, TOTAL = "application.outcome.", "application.outcome.total"


@dataclass(slots=True)
class CrosstabReading:
    """What the crosstabs of a document say. `tables` holds the indexes of the printed tables that they are, wholly or in part."""

    observations: list[Observation] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    tables: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Figure:
    """A cell with its column, before it is an observation: the generation is known only when all are."""

    placed: Placed
    cell: Cell | None
    value: CellValue
    confidence: float
    reason: str | None


@dataclass(slots=True)
class _ReadRow:
    """A printed row that is the row `position` of the form. `line` is the one of its lines that holds the figures."""

    match: Match
    position: int
    line: Line
    figures: list[_Figure]


def read_crosstabs(document: Document, tables: Sequence[tuple[int, WholeTable]]) -> CrosstabReading:
    """Every figure of every crosstab of the tables, given with their indexes in the document. Tables that are none give nothing."""
    reading = CrosstabReading()
    readers: list[_SectionReader] = []
    open_crosstab: str | None = None
    for index, table in tables:
        for section in sections_of(table, index, open_crosstab):
            before = readers[-1] if readers and readers[-1].section.crosstab == section.crosstab else None
            reader = _SectionReader(document, section, before)
            reader.read()
            readers.append(reader)
            reading.tables.add(index)
            open_crosstab = section.crosstab
    known = {generation for reader in readers for generation in reader.generations}
    for reader in readers:
        # What both generations print alike has the generation of the rest of the report, else of the form that brought it.
        default = known.copy().pop() if len(known) == 1 else (max(known) if known else OLDEST)
        reader.report(reading, default)
    return reading


class _SectionReader:
    """Reads one section as one crosstab. `before` is the section of the same crosstab that this one may continue."""

    def __init__(self, document: Document, section: Section, before: "_SectionReader | None") -> None:
        self.document = document
        self.section = section
        self.crosstab: Crosstab = crosstabs()[section.crosstab]
        self.rows = Rows(self.crosstab, section)
        above: Layout | None = before.layouts.before if before is not None else None
        self.layouts: Layouts = Layouts(self.crosstab, section.table.drawing, above)
        self.generations: set[str] = set()
        self.read_rows: list[_ReadRow] = []
        self.issues: list[Issue] = []

    def read(self) -> None:
        for block in blocks_of(self.section, self.crosstab):
            self._block(block)

    def _block(self, block: Block) -> None:
        """Adds the figures of one block, or one issue where its columns can't be told."""
        slots = headings.slots_of(block.header, block.body, self.section.table.width)
        matches: list[Match]
        if self.section.crosstab == "remedies":
            layout = self.layouts.find(block, slots, self.layouts.sequences_of_remedies(block))
            matches = [] if layout is None else self.rows.only_row(block, layout)
        elif self.section.crosstab == "applications":
            layout = self.layouts.find(block, slots, [list(self.crosstab.headings[0].columns)])
            matches = [] if layout is None else self.rows.matches(block, layout)
        else:
            found = {match.position for match in self.rows.matches(block, None) if match.position is not None}
            layout = self.layouts.find(block, slots, self.layouts.sequences_over(found))
            matches = [] if layout is None else self.rows.matches(block, layout)
        if layout is None:
            if any(strip.figures for strip in block.body):
                self._block_issue("unreadable_table", block, " ".join(cell.text for strip in block.body for _, cell in strip.texts))
            return
        self.layouts.before = layout
        for slot in layout.unknown:
            if slot.words:
                self._block_issue("unmatched_column", block, "".join(slot.words))
        self._report_rows(matches, layout)

    def _report_rows(self, matches: list[Match], layout: Layout) -> None:
        shared = shared_cells(matches)
        by_sums = self._place_by_sums(matches, layout)
        columns_of_some_rows = [placed.column for placed in layout.columns if placed.column.rows]
        generations = {placed.column.generation for placed in layout.columns if placed.column.generation is not None}
        placed_rows = {match.position for match in matches if match.position is not None}
        for match in matches:
            start, end, has_value = match.start, match.end, match.has_value
            if match.is_note:
                continue
            if match.position is None or match.doubt == "ambiguous_label":
                if has_value or not all(line.is_outside for line in match.lines):
                    self._issue(match.doubt or "unmatched_label", self.document.text[start:end], start, end)
                continue
            row = self.crosstab.form.rows[match.position]
            is_group_here = not has_value and any(self.crosstab.form.rows[place].parent == match.position for place in placed_rows)
            if row.kind != "data" or is_group_here:
                if has_value:
                    self._issue("unmatched_label", self.document.text[start:end], start, end)
                continue
            if match.position in self.crosstab.generations:
                self.generations.add(self.crosstab.generations[match.position])
            anchor = next((line for line in match.lines if line.has_value), match.lines[0])
            if not all(column.stands_over(match.position) for column in columns_of_some_rows):
                self._issue("unknown_column_position", self.document.text[start:end], start, end)
                continue
            self.generations |= generations
            summed = by_sums.get(anchor.index) or [None] * len(layout.columns)
            figures = [
                self._figure(match, anchor, order, placed, layout, shared)
                if (cell := summed[order]) is None
                else _Figure(placed, cell, parse_cell(cell.text), sums.BY_SUMS_ALONE, None)
                for order, placed in enumerate(layout.columns)
            ]
            self.read_rows.append(_ReadRow(match, match.position, anchor, figures))

    def _place_by_sums(self, matches: list[Match], layout: Layout) -> dict[int, list[Cell | None]]:
        """The figures of rows that lost a cell, where the printed sums leave each one column; by the index of the line."""
        width = len(self.crosstab.headings[0].columns)
        if self.section.crosstab != "applications" or len(layout.columns) != width:
            return {}
        rows: dict[int, Line] = {}
        for match in matches:
            line = next((line for line in match.lines if line.has_value), None)
            if match.position is not None and match.doubt is None and line is not None:
                rows[match.position] = line
        if not any(len(line.loose) > 1 for line in rows.values()):
            return {}
        whole = {position: numbers for position, line in rows.items() if (numbers := whole_numbers(line)) is not None}
        outcomes = self._outcomes()
        # Some offices fill in the totals of four rows only: the others tell.
        parts = [numbers for position, numbers in whole.items() if position in outcomes]
        has_totals = len(parts) >= sums.LEAST_WHOLE_ROWS and all(numbers[-1] is not None for numbers in parts)
        found: dict[int, list[Cell | None]] = {}
        for position, line in rows.items():
            figures = [parse_cell(cell.text).number for cell in line.loose]
            printed = [figure for figure in figures if figure is not None]
            if not 1 < len(figures) < width or len(printed) < len(figures) or line.index in self.rows.disorderly:
                continue
            residual = self._residual(position, whole, rows)
            places = sums.placements(printed, width, residual, has_totals)
            cells: list[Cell | None] = [None] * width
            for cell, place in zip(line.loose, places, strict=True):
                if place is not None:
                    cells[place] = cell
            found[line.index] = cells
        return found

    def _residual(self, position: int, whole: dict[int, list[Decimal | None]], rows: dict[int, Line]) -> list[Decimal | None] | None:
        """What the outcomes of the other rows leave for this one, column by column; None where another row is not whole, either."""
        form = self.crosstab.form
        total = next(row.position for row in form.rows if row.indicator_code == TOTAL)
        parts = self._outcomes() & rows.keys()
        if position not in parts or not (parts - {position} | {total}) <= whole.keys():
            return None
        left: list[Decimal | None] = []
        for column, sum_printed in enumerate(whole[total]):
            others = [whole[part][column] or Decimal(0) for part in parts if part != position]
            left.append(None if sum_printed is None else sum_printed - sum(others, Decimal(0)))
        return left

    def _outcomes(self) -> set[int]:
        """The rows that the total is the sum of."""
        rows = self.crosstab.form.rows
        return {row.position for row in rows if row.indicator_code.startswith(OUTCOME) and row.indicator_code != TOTAL}

    def _figure(self, match: Match, anchor: Line, order: int, placed: Placed, layout: Layout, shared: set[int]) -> _Figure:
        cell = anchor.values[order] if order < len(anchor.values) else None
        value = parse_cell(cell.text) if cell is not None else UNREADABLE
        reason: str | None = match.doubt
        if anchor.loose or cell is None:
            reason = reason or "unknown_column_position"
        elif ((len(cell.pieces) > 1 or id(cell) in shared) and cell.text) or not _is_possible(value, placed.column):
            reason = reason or "unreadable_cell"
        confidence = min(match.confidence, layout.confidence, cell.confidence if cell is not None else 1.0)
        return _Figure(placed, cell, value, confidence, reason)

    def report(self, reading: CrosstabReading, default: str) -> None:
        """Adds the figures of this section; `default` is the generation of what all generations print alike."""
        reading.issues += self.issues
        own = self.generations.copy().pop() if len(self.generations) == 1 else None
        for read in self.read_rows:
            self._report_row(reading, read, self.crosstab.generations.get(read.position) or own or default)

    def _report_row(self, reading: CrosstabReading, read: _ReadRow, generation: str) -> None:
        """Adds the figures of one row; `generation` is that of columns which have none of their own."""
        quote = self.document.text[read.match.start : read.match.end]
        labels = [self.crosstab.form.rows[above].label for above in reversed(self.crosstab.form.ancestors(read.position))]
        path = " > ".join([*labels, read.match.printed_label or self.crosstab.form.rows[read.position].label])
        has_named_position = False
        for figure in read.figures:
            observation = self._observation(read, figure, figure.placed.column.generation or generation, quote, path)
            reading.observations.append(observation)
            # What could be read has a unit that doesn't fit.
            reason = figure.reason or ("unit_mismatch" if observation.status == "unreadable" else None)
            if reason is None or (reason == "unknown_column_position" and has_named_position):
                continue
            has_named_position = has_named_position or reason == "unknown_column_position"
            place = (figure.cell.start, figure.cell.end) if figure.cell is not None else (read.line.row.start, read.line.row.end)
            reading.issues.append(issue_at(self.document, reason, quote, *place))

    def _observation(self, read: _ReadRow, figure: _Figure, generation: str, quote: str, path: str) -> Observation:
        row, column, slot = self.crosstab.form.rows[read.position], figure.placed.column, figure.placed.slot
        cell, value = figure.cell, figure.value
        header = figure.placed.header
        unit, is_fitting = printed_unit(value.unit, column.unit, "", _unit_of_header(header) if header else None, row.label)
        if cell is None:
            value_start = value_end = read.line.row.end
        else:
            start = cell.start
            value_start, value_end = start + value.start, start + value.end
        if figure.reason is not None or not is_fitting:
            value = UNREADABLE
            if cell is not None:
                value_start, value_end = cell.start, cell.end
        # Names of fields would cost a third more here, where most of a report's figures are made.
        return Observation(
            f"{row.indicator_code}.{column.measure}".strip("."),
            figure.placed.basis,
            value.status,
            value.qualifier,
            value.number,
            self.document.text[value_start:value_end] or None,
            unit,
            "table",
            self.document.line_of(value_start),
            read.match.start,
            read.match.end,
            value_start,
            value_end,
            quote,
            f"{generation}:{self.crosstab.name}.{row.row_code}.{column.position + 1}",
            figure.confidence,
            column.member_code,
            page=read.line.row.page,
            table_index=self.section.table_index,
            row_index=read.line.index,
            column_index=slot.places[0] if slot is not None else None,
            row_path=path,
            column_path=header or column.label,
            text_origin="native" if cell is None else cell.text_origin,
        )

    def _issue(self, reason: str, detail: str, start: int, end: int) -> None:
        self.issues.append(issue_at(self.document, reason, detail, start, end))

    def _block_issue(self, reason: str, block: Block, detail: str) -> None:
        rows = [strip.row for strip in (*block.header, *block.body)]
        self._issue(reason, detail, rows[0].start, rows[-1].end)


# Headers recur in every report.
@lru_cache(maxsize=8192)
def _unit_of_header(header: str) -> str | None:
    return unit_in_brackets(simplified(folded(header)))[1]


def _is_possible(value: CellValue, column: Column) -> bool:
    """Whether a cell can be read, and as a whole number where the column counts."""
    if value.status == "unreadable":
        return False
    return value.is_whole or units()[column.unit] != "count"
