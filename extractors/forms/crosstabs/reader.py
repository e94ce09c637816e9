"""Crosstabs to figures.

Lives here: walking through the sections of a document: header, rows, columns, and the observations and issues that they give.
Elsewhere: cutting tables into sections (sections.py), columns (headings.py), labels to rows (../rows.py), cells to numbers
(../../numbers.py).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.characters import simplified
from extractors.document import Cell, Document
from extractors.forms.columns import unit_in_brackets
from extractors.forms.crosstabs import headings, sums
from extractors.forms.crosstabs.definitions import Column, Crosstab, crosstabs
from extractors.forms.crosstabs.headings import Layout, Placed, Slot
from extractors.forms.crosstabs.sections import CAPTION, Section, sections_of
from extractors.forms.crosstabs.strips import Strip, keys_of, own_label
from extractors.forms.figures import issue_at, printed_unit
from extractors.forms.labels import folded, label_key
from extractors.forms.lines import Line
from extractors.forms.matches import Match, shared_cells
from extractors.forms.rows import match_rows
from extractors.layout import WholeTable
from extractors.numbers import CellValue, parse_cell
from extractors.records import Issue, Observation

# A row of the header that is printed again on the next page names at least this many columns.
LEAST_NAMES = 3
# Words that open the label of a row, whose rest stands below.
SHORTEST_OPENING = 4
# The longest name of a group with its number, "（六）其他处理", and what it is numbered with.
LONGEST_GLUED = 10
NUMBER_OF_GROUP = re.compile(r"[（()）、一二三四五六七八九\s]")
NUMBER_OF_ROW = re.compile(r"\d{1,2}[.．、](?=\D)")
# All columns of the table of reviews and lawsuits: without any words above them, only all of them can be told.
MOST_REMEDIES = 15
OLDEST = "national_2019"
OUTCOME, TOTAL = "application.outcome.", "application.outcome.total"


@dataclass(slots=True)
class CrosstabReading:
    """What the crosstabs of a document say. `tables` holds the indexes of the printed tables that they are, wholly or in part."""

    observations: list[Observation] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    tables: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Block:
    """Rows under one header."""

    header: list[Strip]
    body: list[Strip]


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
        self.before = before
        self.layout: Layout | None = None
        self.generations: set[str] = set()
        self.figures: list[_Figure] = []
        self.issues: list[Issue] = []
        self.disorderly: set[int] = set()
        self._parents = {row.parent for row in self.crosstab.form.rows}

    def read(self) -> None:
        for block in self._blocks():
            self._block(block)

    def _blocks(self) -> list[_Block]:
        """The section cut where a header begins behind rows."""
        blocks: list[_Block] = []
        for strip in self.section.strips:
            is_header = self._is_header(strip)
            if not blocks or (is_header and blocks[-1].body and not self._repeats(blocks[-1].header, strip)):
                blocks.append(_Block([], []))
            block = blocks[-1]
            if is_header or not (block.body or self._opens_body(strip)):
                if not block.body:
                    block.header.append(strip)
            else:
                block.body.append(strip)
        return blocks

    def _is_header(self, strip: Strip) -> bool:
        """Whether a row names columns: words and no figure, and no row of the form."""
        if strip.figures or not strip.texts or (self.crosstab.form.find(strip.texts[0][1].text) and self.section.crosstab != "remedies"):
            return False
        if any(CAPTION.match(simplified(folded(cell.text))) for _, cell in strip.texts):
            return True
        names = self.crosstab.keys_of_columns() | {heading.key for heading in self.crosstab.headings}
        return sum(key in names for key in keys_of(strip)) >= (2 if self.section.crosstab == "applications" else 1)

    def _repeats(self, header: list[Strip], strip: Strip) -> bool:
        """Whether a row is one of the header, printed again on the next page."""
        if self.section.crosstab == "proactive":
            return len(strip.texts) > 1 and any(keys_of(known) == keys_of(strip) for known in header)
        words = {key for known in header for key in keys_of(known)}
        return len(strip.texts) >= LEAST_NAMES and all(label_key(cell.text) in words for _, cell in strip.texts)

    def _opens_body(self, strip: Strip) -> bool:
        """Whether a row is the first below the header: it has figures, or words that a label of the form begins with."""
        if strip.figures:
            return True
        if self.section.crosstab == "remedies":
            return not strip.texts
        key = label_key(own_label([cell for _, cell in strip.texts]))
        openings = (own for row in self.crosstab.form.rows for own in row.keys)
        return len(key) >= SHORTEST_OPENING and any(own.startswith(key) for own in openings)

    def _block(self, block: _Block) -> None:
        """Adds the figures of one block, or one issue where its columns can't be told."""
        slots = headings.slots_of(block.header, block.body, self.section.table.width)
        matches: list[Match]
        if self.section.crosstab == "remedies":
            layout = self._layout(block, slots, self._sequences_of_remedies(block))
            matches = [] if layout is None else self._only_row(block, layout)
        elif self.section.crosstab == "applications":
            layout = self._layout(block, slots, [list(self.crosstab.headings[0].columns)])
            matches = [] if layout is None else self._rows(block, layout)
        else:
            found = {match.position for match in self._rows(block, None) if match.position is not None}
            layout = self._layout(block, slots, self._sequences_over(found))
            matches = [] if layout is None else self._rows(block, layout)
        if layout is None:
            if any(strip.figures for strip in block.body):
                self._block_issue("unreadable_table", block, " ".join(cell.text for strip in block.body for _, cell in strip.texts))
            return
        self.layout = layout
        for slot in layout.unknown:
            if slot.words:
                self._block_issue("unmatched_column", block, "".join(slot.words))
        self._report_rows(matches, layout)

    def _sequences_of_remedies(self, block: _Block) -> list[list[Column]]:
        """All columns, those of litigation, or those of the one heading that is named."""
        every = self.crosstab.headings
        named = headings.headings_named(every, [*block.header, *block.body])
        whole = [column for heading in every for column in heading.columns]
        litigation = [column for heading in every[1:] for column in heading.columns]
        innermost = [heading for heading in named if heading is not every[0]] or named
        alone = [list(innermost[0].columns)] if len(innermost) == 1 else []
        return [whole, *([litigation] if every[0] not in named else []), *alone]

    def _sequences_over(self, positions: set[int]) -> list[list[Column]]:
        """The columns of each heading that may stand over all of these rows."""
        return [list(heading.columns) for heading in self.crosstab.headings if positions and positions <= (heading.rows or positions)]

    def _layout(self, block: _Block, slots: list[Slot], sequences: list[list[Column]]) -> Layout | None:
        """What the columns are: by the words above them, else by their order where all are there; None where neither tells."""
        if self.section.crosstab == "applications" and self._are_shifted(block, [slot for slot in slots if slot.words]):
            return None
        if self.section.crosstab == "applications" and headings.names_others(self.crosstab.headings, block.header):
            return None
        whole = headings.without_unfilled(slots, block.body)
        layout = self._sequence(block, whole, sequences)
        if layout is None and len(whole) < len(slots):
            # Columns that are blank throughout, under a header that was lost.
            layout = self._sequence(block, slots, sequences)
        if layout is not None:
            return layout
        flat = list({id(column): column for sequence in sequences for column in sequence}.values())
        named_only = headings.by_name(whole, flat) if self.section.table.drawing != "spaces" else None
        if named_only is not None and named_only.columns and not named_only.unknown:
            return named_only
        counted = self._counted(block, sequences)
        if counted is not None:
            return counted
        if named_only is not None and named_only.columns:
            return named_only
        return self._continued(block, whole)

    def _are_shifted(self, block: _Block, named: list[Slot]) -> bool:
        """Whether figures have moved out of the named columns to the left; of each year by itself."""
        width = len(self.crosstab.headings[0].columns)
        years = [named[:width], named[width:]] if len(named) == 2 * width else [named]
        return any(part and sums.are_shifted(_grid_numbers(block, part)) for part in years)

    def _sequence(self, block: _Block, slots: list[Slot], sequences: list[list[Column]]) -> Layout | None:
        """The sequence of columns that these places are, or twice, for two years; None where none fits, or several do."""
        known = self.crosstab.keys_of_columns()
        ranked: list[tuple[int, int]] = []
        doubled: list[tuple[int, int]] = []
        for index, sequence in enumerate(sequences):
            if (score := headings.sequence_at(slots, sequence, known)) is not None:
                ranked.append((score, index))
            elif (score := headings.sequence_at(slots, [*sequence, *sequence], known)) is not None:
                doubled.append((score, index))
        if ranked:
            score, index = max(ranked)
            if [other for other, _ in ranked].count(score) == 1 and self._is_borne_out(block, slots, sequences[index], score):
                placed = [Placed(column, slot) for column, slot in zip(sequences[index], slots, strict=True)]
                return Layout(placed, _confidence(score, len(slots)), True)
        if doubled:
            score, index = max(doubled)
            columns = headings.with_years(sequences[index], block.header, slots)
            if columns is None or not (score or self._are_two_tables(block, slots)):
                return None
            return Layout(columns, _confidence(score, len(slots)), True)
        return None

    def _continued(self, block: _Block, slots: list[Slot]) -> Layout | None:
        """The columns of the block that this one continues, where it has no header and as many columns."""
        before = self.layout or (self.before.layout if self.before is not None else None)
        if before is None or not before.is_whole or any(slot.words for slot in slots):
            return None
        confidence = min(before.confidence, headings.BY_ORDER)
        if len(slots) == len(before.columns):
            placed = [Placed(above.column, slot, above.basis) for above, slot in zip(before.columns, slots, strict=True)]
            return Layout(placed, confidence, True)
        if any(strip.is_orderly and len(strip.figures) == len(before.columns) for strip in block.body):
            return Layout([Placed(above.column, None, above.basis, above.name) for above in before.columns], confidence, True)
        return None

    def _is_borne_out(self, block: _Block, slots: list[Slot], sequence: list[Column], score: int) -> bool:
        """Whether enough speaks for this sequence of columns at these places."""
        if score >= len(slots):
            return True
        if self.section.crosstab == "proactive":
            fits = [headings.fit(slot.names(), column, frozenset()) for slot, column in zip(slots, sequence, strict=True) if slot.words]
            return bool(score) and "unknown" not in fits
        if score:
            return True
        if self.section.crosstab == "remedies":
            return len(slots) >= MOST_REMEDIES
        rows = _grid_numbers(block, slots)
        return sums.add_up(rows) or (self.section.table.drawing != "spaces" and all(None not in row for row in rows))

    def _are_two_tables(self, block: _Block, slots: list[Slot]) -> bool:
        """Whether the rows add up in either half."""
        half = len(slots) // 2
        return self.section.crosstab == "applications" and all(
            sums.add_up(_grid_numbers(block, part)) for part in (slots[:half], slots[half:])
        )

    def _counted(self, block: _Block, sequences: list[list[Column]]) -> Layout | None:
        """Columns for figures that are counted off, since the rows are on no grid."""
        counts = Counter(len(strip.figures) for strip in block.body if strip.is_orderly and strip.figures)
        words = headings.names_in(block.header)
        fitting: list[tuple[int, list[Column]]] = []
        known = self.crosstab.keys_of_columns()
        has_two_years = len(headings.years_of(block.header)) > 1
        for sequence in sequences:
            own = {key for column in sequence for key in column.keys}
            if any(word in known and word not in own for word in words):
                continue
            names = len({column.label for column in sequence if headings.is_named(column, words)})
            if counts[len(sequence)] and not has_two_years and (names or self.section.crosstab != "proactive"):
                fitting.append((names, sequence))
            elif self.section.crosstab == "applications" and (layout := self._counted_names(block, sequence, counts)) is not None:
                return layout
            elif counts[2 * len(sequence)] and (columns := headings.with_years(sequence, block.header, None)) is not None:
                return Layout(columns, headings.BY_ORDER, True)
        if not fitting:
            return None
        best = max(names for names, _ in fitting)
        chosen = [sequence for names, sequence in fitting if names == best]
        if len(chosen) != 1:
            return None
        sequence = chosen[0]
        if self.section.crosstab == "applications" and 2 * best < len(sequence):
            figures = [strip.figures for strip in block.body if strip.is_orderly and len(strip.figures) == len(sequence)]
            rows = [[parse_cell(cell.text).number for _, cell in row] for row in figures]
            if not sums.add_up(rows):
                return None
        placed = [Placed(column, None, name=headings.name_of(column, block.header)) for column in sequence]
        return Layout(placed, headings.BY_ORDER, True)

    def _counted_names(self, block: _Block, sequence: list[Column], counts: Counter[int]) -> Layout | None:
        """The columns that the header names, where it names fewer than the form has and the rows have as many figures, which add up."""
        words = headings.names_in(block.header)
        named = [column for column in sequence if headings.is_named(column, words)]
        if not 1 < len(named) < len(sequence) or not counts[len(named)] or named[-1] is not sequence[-1]:
            return None
        figures = [strip.figures for strip in block.body if strip.is_orderly and len(strip.figures) == len(named)]
        rows = [[parse_cell(cell.text).number for _, cell in row] for row in figures]
        if len(named) in (len(row) for row in rows if any(row)) and sums.add_up(rows):
            return Layout([Placed(column, None, name=headings.name_of(column, block.header)) for column in named], headings.BY_SUMS, True)
        return None

    def _rows(self, block: _Block, layout: Layout | None) -> list[Match]:
        """The rows of the form among the strips; without a layout only their labels are told."""
        lines = [self._line(strip, layout) for strip in block.body]
        self._doubt_moved(lines)
        groups = self._groups(lines)
        names = [own for position in groups for own in self.crosstab.form.rows[position].keys]
        for line in lines:
            # A group's name, or a piece of it, may stand beside the figures of a label that stands above and below them.
            if line.has_value and len(label_key(line.label)) > 1 and self._is_of_groups(line.label, groups, names):
                line.label = ""
        return match_rows(self.crosstab.form, [line for line in lines if line.has_value or not self._is_piece(line.label, names)])

    def _doubt_moved(self, lines: list[Line]) -> None:
        """Takes figures off the columns that they stand in where other rows are whole and this one was closed up to the left."""
        if self.section.crosstab != "applications":
            return
        numbers = {line.index: row for line in lines if (row := _whole_numbers(line)) is not None}
        if sum(None not in row for row in numbers.values()) < sums.LEAST_WHOLE_ROWS:
            return
        for line in lines:
            if line.index in numbers and sums.is_moved(numbers[line.index]):
                line.loose = [cell for cell in line.values if cell is not None and cell.text]
                line.values = []

    def _only_row(self, block: _Block, layout: Layout) -> list[Match]:
        """The one row of a crosstab whose label is seldom printed: the only one that holds figures."""
        strips = [strip for strip in block.body if strip.figures] or [strip for strip in block.body if not strip.texts][:1]
        lines = [self._line(strip, layout) for strip in strips]
        doubt = "ambiguous_label" if len(lines) > 1 else None
        return [Match([line], (0,), 0, doubt=doubt) for line in lines]

    def _groups(self, lines: list[Line]) -> set[int]:
        """The rows that only name a group here: a row that may be a figure does so where a row of its group is found."""
        form = self.crosstab.form
        keys = [key for line in lines if len(key := label_key(line.label)) >= SHORTEST_OPENING]
        parts = [row for row in form.rows if row.kind == "data" and row.parent is not None]
        parents = {row.parent for row in parts if any(key in own for key in keys for own in row.keys)}
        return {row.position for row in form.rows if row.kind == "group" or row.position in parents}

    def _is_of_groups(self, label: str, groups: set[int], names: list[str]) -> bool:
        hits = self.crosstab.form.find(label)
        return bool(hits and groups.issuperset(hits)) or self._is_piece(label, names)

    def _line(self, strip: Strip, layout: Layout | None) -> Line:
        """A strip as label and values."""
        is_on_grid = strip.row.is_aligned and len(strip.row.cells) == self.section.table.width
        slots = [placed.slot for placed in layout.columns if placed.slot is not None] if layout is not None else []
        first = min((place for slot in slots for place in slot.places), default=self.section.table.width)
        if strip.figures and not (slots and is_on_grid):
            first = min(first, strip.figures[0][0])
        if not strip.is_orderly:
            self.disorderly.add(strip.index)
        label = self._unglued(own_label([cell for column, cell in strip.texts if column < first]))
        line = Line(strip.index, strip.row, label, "", is_outside=strip.index in self.section.table.outside)
        figures = [cell for _, cell in strip.figures]
        if layout is None:
            line.loose = figures
        elif slots and is_on_grid and len(slots) == len(layout.columns):
            line.values = [self._cell_at(strip, slot) for slot in slots]
            if not line.has_value:
                line.values = line.values if any(value is not None for value in line.values) else []
        elif layout.is_whole and len(strip.row.cells) in self._narrow_widths(len(layout.columns)):
            line.values = list(strip.row.cells[-len(layout.columns) :])
        elif layout.is_whole and strip.is_orderly and len(figures) == len(layout.columns):
            line.values = list(figures)
        else:
            line.loose = figures
        return line

    def _narrow_widths(self, columns: int) -> set[int]:
        """The widths of pieces that lost a column of labels, and have all of their figures: rows of one width, with room for no more."""
        if self.section.table.drawing == "spaces":
            return set()
        labels: dict[int, list[int]] = {}
        for strip in self.section.strips:
            if strip.figures and strip.texts and not strip.row.is_aligned:
                labels.setdefault(len(strip.row.cells), []).append(strip.texts[-1][0])
        return {width for width, found in labels.items() if len(found) >= LEAST_NAMES and width - max(found) - 1 == columns}

    def _unglued(self, label: str) -> str:
        """A label without the pieces of its groups' names that a conversion glued before it ("年三2.其他法律行政法规禁止公开")."""
        if not label or self.crosstab.form.find(label):
            return label
        plain = simplified(label)
        characters = {own for row in self.crosstab.form.rows if row.kind == "group" or row.position in self._parents for own in row.label}
        for length in range(1, min(LONGEST_GLUED, len(label) - 1) + 1):
            if plain[length - 1] not in characters and not NUMBER_OF_GROUP.match(plain[length - 1]):
                break
            if self.crosstab.form.find(label[length:]) or NUMBER_OF_ROW.match(plain, length):
                return label[length:]
        return label

    def _is_piece(self, label: str, names: list[str]) -> bool:
        """Whether a line without figures holds nothing, or only a piece of a group's name."""
        key = label_key(label) if label else ""
        return not key or (not self.crosstab.form.find(label) and any(key in name for name in names))

    def _cell_at(self, strip: Strip, slot: Slot) -> Cell | None:
        """The cell of a place; None where several hold something."""
        cells = list({id(strip.row.cells[place]): strip.row.cells[place] for place in slot.places}.values())
        filled = [cell for cell in cells if cell.text]
        if len(filled) > 1:
            return None
        return filled[0] if filled else cells[0]

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
        whole = {position: numbers for position, line in rows.items() if (numbers := _whole_numbers(line)) is not None}
        # Some offices fill in the totals of four rows only: the others tell.
        parts = [numbers for position, numbers in whole.items() if position in self._outcomes()]
        has_totals = len(parts) >= sums.LEAST_WHOLE_ROWS and all(numbers[-1] is not None for numbers in parts)
        found: dict[int, list[Cell | None]] = {}
        for position, line in rows.items():
            figures = [parse_cell(cell.text).number for cell in line.loose]
            printed = [figure for figure in figures if figure is not None]
            if not 1 < len(figures) < width or len(printed) < len(figures) or line.index in self.disorderly:
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
        rows = next(heading.rows for heading in self.crosstab.headings if heading.name == column.heading)
        return not rows or position in rows

    def _generation_of(self, column: Column) -> str | None:
        return next(heading.generation for heading in self.crosstab.headings if heading.name == column.heading)

    def _figure(self, match: Match, anchor: Line, order: int, placed: Placed, layout: Layout, shared: set[int]) -> None:
        cell = anchor.values[order] if order < len(anchor.values) else None
        reason: str | None = match.doubt
        if anchor.loose or cell is None:
            reason = reason or "unknown_column_position"
        elif ((len(cell.pieces) > 1 or id(cell) in shared) and cell.text) or parse_cell(cell.text).status == "unreadable":
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

    def _block_issue(self, reason: str, block: _Block, detail: str) -> None:
        rows = [strip.row for strip in (*block.header, *block.body)]
        self._issue(reason, detail, rows[0].start, rows[-1].end)


def _confidence(score: int, count: int) -> float:
    """By name where every column bears its own."""
    return headings.BY_NAME if score == 2 * count else headings.BY_ORDER if score else headings.BY_SUMS


def _grid_numbers(block: _Block, slots: list[Slot]) -> list[list[Decimal | None]]:
    return [row for strip in block.body if (row := _numbers(strip, slots)) is not None]


def _numbers(strip: Strip, slots: list[Slot]) -> list[Decimal | None] | None:
    """The numbers of a row at some places; None where it is on no grid or holds something else."""
    if not strip.figures or len(strip.row.cells) <= slots[-1].places[-1]:
        return None
    return [parse_cell(strip.row.cells[slot.places[0]].text).number for slot in slots]


def _whole_numbers(line: Line) -> list[Decimal | None] | None:
    """The numbers of a row that lost no cell, None for a blank; None where one can't be read."""
    if line.loose or not line.values:
        return None
    cells = [parse_cell(cell.text) if cell is not None else None for cell in line.values]
    if any(cell is None or cell.status in ("unreadable", "not_applicable") for cell in cells):
        return None
    return [cell.number for cell in cells if cell is not None]
