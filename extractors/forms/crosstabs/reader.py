"""Crosstabs to figures.

Lives here: walking through the sections of a document, rows placed by the printed sums, and the observations and issues that all give.
Elsewhere: cutting tables into sections and blocks (sections.py, blocks.py), columns (layouts.py), rows (rows.py), cells to numbers
(../../numbers.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

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
    """A cell with its row and column, before it is an observation: the generation is known only when all are."""

    match: Match
    placed: Placed
    cell: Cell | None
    line: Line
    confidence: float
    reason: str | None


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
        self.figures: list[_Figure] = []
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
        placed_rows = {match.position for match in matches if match.position is not None}
        for match in matches:
            start, end = match.lines[0].row.start, match.lines[-1].row.end
            has_value = any(line.has_value for line in match.lines)
            if match.is_note:
                continue
            if match.position is None or match.doubt == "ambiguous_label":
                if has_value or not all(line.is_outside for line in match.lines):
                    self._issue(match.doubt or "unmatched_label", self.document.text[start:end], start, end)
                continue
            row = self.crosstab.form.rows[match.position]
            children = {other.position for other in self.crosstab.form.rows if other.parent == match.position}
            if row.kind != "data" or (not has_value and children & placed_rows):
                if has_value:
                    self._issue("unmatched_label", self.document.text[start:end], start, end)
                continue
            if match.position in self.crosstab.generations:
                self.generations.add(self.crosstab.generations[match.position])
            anchor = next((line for line in match.lines if line.has_value), match.lines[0])
            if not all(self._stands_over(placed.column, match.position) for placed in layout.columns):
                self._issue("unknown_column_position", self.document.text[start:end], start, end)
                continue
            for order, placed in enumerate(layout.columns):
                if (generation := self._generation_of(placed.column)) is not None:
                    self.generations.add(generation)
                placed_cell = by_sums[anchor.index][order] if anchor.index in by_sums else None
                if placed_cell is not None:
                    self.figures.append(_Figure(match, placed, placed_cell, anchor, sums.BY_SUMS_ALONE, None))
                else:
                    self._figure(match, anchor, order, placed, layout, shared)

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
        whole = {position: numbers for position, line in rows.items() if (numbers := whole_numbers(line)) is not None}
        # Some offices fill in the totals of four rows only: the others tell.
        parts = [numbers for position, numbers in whole.items() if position in self._outcomes()]
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

    def _stands_over(self, column: Column, position: int) -> bool:
        return any(heading.name == column.heading for heading in self.crosstab.headings_of(position))

    def _generation_of(self, column: Column) -> str | None:
        return next(heading.generation for heading in self.crosstab.headings if heading.name == column.heading)

    def _figure(self, match: Match, anchor: Line, order: int, placed: Placed, layout: Layout, shared: set[int]) -> None:
        cell = anchor.values[order] if order < len(anchor.values) else None
        reason: str | None = match.doubt
        if anchor.loose or cell is None:
            reason = reason or "unknown_column_position"
        elif ((len(cell.pieces) > 1 or id(cell) in shared) and cell.text) or not _is_possible(cell.text, placed.column):
            reason = reason or "unreadable_cell"
        confidence = min(match.confidence, layout.confidence, cell.confidence if cell is not None else 1.0)
        self.figures.append(_Figure(match, placed, cell, anchor, confidence, reason))

    def report(self, reading: CrosstabReading, default: str) -> None:
        """Adds the figures of this section; `default` is the generation of what all generations print alike."""
        reading.issues += self.issues
        own = self.generations.copy().pop() if len(self.generations) == 1 else None
        named: set[tuple[str, int]] = set()
        for figure in self.figures:
            generation = self._generation_of(figure.placed.column) or self._generation_at(figure.match) or own or default
            observation = self._observation(figure, generation)
            reading.observations.append(observation)
            # What could be read has a unit that doesn't fit.
            reason = figure.reason or ("unit_mismatch" if observation.status == "unreadable" else None)
            if reason is not None and (reason, figure.line.index) not in named:
                start, end = figure.match.lines[0].row.start, figure.match.lines[-1].row.end
                place = (figure.cell.start, figure.cell.end) if figure.cell is not None else (figure.line.row.start, figure.line.row.end)
                if reason == "unknown_column_position":
                    named.add((reason, figure.line.index))
                reading.issues.append(issue_at(self.document, reason, self.document.text[start:end], *place))

    def _generation_at(self, match: Match) -> str | None:
        return None if match.position is None else self.crosstab.generations.get(match.position)

    def _observation(self, figure: _Figure, generation: str) -> Observation:
        assert figure.match.position is not None
        row, column = self.crosstab.form.rows[figure.match.position], figure.placed.column
        start, end = figure.match.lines[0].row.start, figure.match.lines[-1].row.end
        value = parse_cell(figure.cell.text) if figure.cell is not None else CellValue("unreadable", 0, 0)
        value_start = figure.cell.start + value.start if figure.cell is not None else figure.line.row.end
        value_end = figure.cell.start + value.end if figure.cell is not None else figure.line.row.end
        header = "".join(figure.placed.slot.words) if figure.placed.slot is not None else figure.placed.name
        unit, is_fitting = printed_unit(
            value, column.unit, "", unit_in_brackets(simplified(folded(header)))[1] if header else None, row.label
        )
        if figure.reason is not None or not is_fitting:
            value = CellValue("unreadable", 0, 0)
            if figure.cell is not None:
                value_start, value_end = figure.cell.start, figure.cell.end
        path = [self.crosstab.form.rows[above].label for above in reversed(self.crosstab.form.ancestors(row.position))]
        text = self.document.text
        return Observation(
            indicator_code=".".join(filter(None, (row.indicator_code, column.measure))),
            basis=figure.placed.basis,
            status=value.status,
            qualifier=value.qualifier,
            number=value.number,
            value_printed=text[value_start:value_end] or None,
            unit_printed=unit,
            source_kind="table",
            line=self.document.line_of(value_start),
            char_start=start,
            char_end=end,
            value_start=value_start,
            value_end=value_end,
            quote=text[start:end],
            recogniser_id=f"{generation}:{self.crosstab.name}.{row.row_code}.{column.position + 1}",
            confidence=figure.confidence,
            member_code=column.member_code,
            page=figure.line.row.page,
            table_index=self.section.table_index,
            row_index=figure.line.index,
            column_index=figure.placed.slot.places[0] if figure.placed.slot is not None else None,
            row_path=" > ".join([*path, figure.match.printed_label or row.label]),
            column_path=header or column.label,
            text_origin="native" if figure.cell is None else figure.cell.text_origin,
        )

    def _issue(self, reason: str, detail: str, start: int, end: int) -> None:
        self.issues.append(issue_at(self.document, reason, detail, start, end))

    def _block_issue(self, reason: str, block: Block, detail: str) -> None:
        rows = [strip.row for strip in (*block.header, *block.body)]
        self._issue(reason, detail, rows[0].start, rows[-1].end)


def _is_possible(text: str, column: Column) -> bool:
    """Whether a cell can be read, and as a whole number where the column counts."""
    value = parse_cell(text)
    if value.status == "unreadable":
        return False
    return value.number is None or units()[column.unit] != "count" or value.number == value.number.to_integral_value()
