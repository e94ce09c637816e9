"""Which columns the places of a block are.

Lives here: choosing among the sequences of columns that may stand over rows: by the words above them, by their order where all are there,
by counting figures off where rows are on no grid, by the block before. Where several may be meant, none is taken.
Elsewhere: places and words (headings.py), sums (sums.py), the columns as data (columns.csv).
"""

from collections import Counter

from extractors.forms.crosstabs import headings, sums
from extractors.forms.crosstabs.blocks import Block, grid_numbers, has_whole_row
from extractors.forms.crosstabs.definitions import Column, Crosstab
from extractors.forms.crosstabs.headings import Layout, Placed, Slot
from extractors.numbers import parse_cell

# All columns of the table of reviews and lawsuits: without any words above them, only all of them can be told.
MOST_REMEDIES = 15


class Layouts:
    """Finds the columns of the blocks of one section; `before` is the layout that a block without a header goes on with."""

    def __init__(self, crosstab: Crosstab, drawing: str, before: Layout | None) -> None:
        self.crosstab = crosstab
        self.drawing = drawing
        self.before = before

    def sequences_of_remedies(self, block: Block) -> list[list[Column]]:
        """All columns, those of litigation, or those of the one heading that is named."""
        every = self.crosstab.headings
        named = headings.headings_named(every, [*block.header, *block.body])
        whole = [column for heading in every for column in heading.columns]
        litigation = [column for heading in every[1:] for column in heading.columns]
        innermost = [heading for heading in named if heading is not every[0]] or named
        alone = [list(innermost[0].columns)] if len(innermost) == 1 else []
        return [whole, *([litigation] if every[0] not in named else []), *alone]

    def sequences_over(self, positions: set[int]) -> list[list[Column]]:
        """The columns of each heading that may stand over all of these rows."""
        return [list(heading.columns) for heading in self.crosstab.headings if positions and positions <= (heading.rows or positions)]

    def find(self, block: Block, slots: list[Slot], sequences: list[list[Column]]) -> Layout | None:
        """What the columns are: by the words above them, else by their order where all are there; None where neither tells."""
        if self.crosstab.name == "applications" and self._are_shifted(block, [slot for slot in slots if slot.words]):
            return None
        if self.crosstab.name == "applications" and headings.names_others(self.crosstab.headings, block.header):
            return None
        whole = headings.without_unfilled(slots, block.body)
        layout = self._sequence(block, whole, sequences)
        if layout is None and len(whole) < len(slots):
            # Columns that are blank throughout, under a header that was lost.
            layout = self._sequence(block, slots, sequences)
        if layout is not None:
            return layout
        flat = list({id(column): column for sequence in sequences for column in sequence}.values())
        named_only = headings.by_name(whole, flat) if self.drawing != "spaces" else None
        if named_only is not None and named_only.columns and not named_only.unknown:
            return named_only
        counted = self._counted(block, sequences)
        if counted is not None:
            return counted
        if named_only is not None and named_only.columns:
            return named_only
        return self._continued(block, whole)

    def _are_shifted(self, block: Block, named: list[Slot]) -> bool:
        """Whether figures have moved out of the named columns to the left; of each year by itself. Not where a row has all of its own."""
        width = len(self.crosstab.headings[0].columns)
        years = [named[:width], named[width:]] if len(named) == 2 * width else [named]
        return any(part and not has_whole_row(block, part) and sums.are_shifted(grid_numbers(block, part)) for part in years)

    def _sequence(self, block: Block, slots: list[Slot], sequences: list[list[Column]]) -> Layout | None:
        """The sequence of columns that these places are, or twice, for two years; None where none fits, or several do."""
        known = self.crosstab.keys_of_columns
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

    def _continued(self, block: Block, slots: list[Slot]) -> Layout | None:
        """The columns of the block that this one continues, where it has no header and as many columns."""
        before = self.before
        if before is None or not before.is_whole or any(slot.words for slot in slots):
            return None
        confidence = min(before.confidence, headings.BY_ORDER)
        if len(slots) == len(before.columns):
            placed = [Placed(above.column, slot, above.basis) for above, slot in zip(before.columns, slots, strict=True)]
            return Layout(placed, confidence, True)
        if any(strip.is_orderly and len(strip.figures) == len(before.columns) for strip in block.body):
            return Layout([Placed(above.column, None, above.basis, above.name) for above in before.columns], confidence, True)
        return None

    def _is_borne_out(self, block: Block, slots: list[Slot], sequence: list[Column], score: int) -> bool:
        """Whether enough speaks for this sequence of columns at these places."""
        if score >= len(slots):
            return True
        if self.crosstab.name == "proactive":
            fits = [headings.fit(slot.names(), column, frozenset()) for slot, column in zip(slots, sequence, strict=True) if slot.words]
            return bool(score) and "unknown" not in fits
        if score:
            return True
        if self.crosstab.name == "remedies":
            return len(slots) >= MOST_REMEDIES
        rows = grid_numbers(block, slots)
        return sums.add_up(rows) or (self.drawing != "spaces" and all(None not in row for row in rows))

    def _are_two_tables(self, block: Block, slots: list[Slot]) -> bool:
        """Whether the rows add up in either half."""
        half = len(slots) // 2
        return self.crosstab.name == "applications" and all(sums.add_up(grid_numbers(block, part)) for part in (slots[:half], slots[half:]))

    def _counted(self, block: Block, sequences: list[list[Column]]) -> Layout | None:
        """Columns for figures that are counted off, since the rows are on no grid."""
        counts = Counter(len(strip.figures) for strip in block.body if strip.is_orderly and strip.figures)
        words = headings.names_in(block.header)
        fitting: list[tuple[int, list[Column]]] = []
        known = self.crosstab.keys_of_columns
        has_two_years = len(headings.years_of(block.header)) > 1
        for sequence in sequences:
            own = {key for column in sequence for key in column.keys}
            if any(word in known and word not in own for word in words):
                continue
            names = len({column.label for column in sequence if headings.is_named(column, words)})
            if counts[len(sequence)] and not has_two_years and (names or self.crosstab.name != "proactive"):
                fitting.append((names, sequence))
            elif self.crosstab.name == "applications" and (layout := self._counted_names(block, sequence, counts)) is not None:
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
        if self.crosstab.name == "applications" and 2 * best < len(sequence):
            figures = [strip.figures for strip in block.body if strip.is_orderly and len(strip.figures) == len(sequence)]
            rows = [[parse_cell(cell.text).number for _, cell in row] for row in figures]
            if not sums.add_up(rows):
                return None
        placed = [Placed(column, None, name=headings.name_of(column, block.header)) for column in sequence]
        return Layout(placed, headings.BY_ORDER, True)

    def _counted_names(self, block: Block, sequence: list[Column], counts: Counter[int]) -> Layout | None:
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


def _confidence(score: int, count: int) -> float:
    """By name where every column bears its own."""
    return headings.BY_NAME if score == 2 * count else headings.BY_ORDER if score else headings.BY_SUMS
