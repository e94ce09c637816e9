"""Tables of a document to figures, by the forms.

Lives here: telling which generation a table is (from its labels, never from a year), walking through its lines, and turning the
cells of matched rows into observations and issues.
Elsewhere: labels to rows (rows.py), headers to columns (columns.py), cells to numbers (../numbers.py).
"""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from extractors.document import Document, Row
from extractors.forms.columns import (
    HEADER_DEPTH,
    Columns,
    ValueColumn,
    columns_by_content,
    completed,
    header_at,
    is_invented_header,
)
from extractors.forms.contradictions import without_contradictions
from extractors.forms.crosstabs.reader import read_crosstabs
from extractors.forms.definitions import Form, forms
from extractors.forms.figures import issue_at, printed_unit
from extractors.forms.labels import LONGEST_KEPT, folded, label_key, without_numbering
from extractors.forms.lines import Line, line_of
from extractors.forms.matches import Match, shared_cells
from extractors.forms.periods import for_period, period_of, titles_above
from extractors.forms.rows import BY_GROUP, match_rows
from extractors.forms.side_by_side import Part, parts_of
from extractors.frames import is_frame_cell
from extractors.layout import WholeTable, whole_tables
from extractors.numbers import LONGEST_NUMBER, CellValue, is_number, parse_cell, units
from extractors.records import Issue, Observation

# A table is a form if at least this many of its labels are the form's, and they make up at least this share of all its label text.
# Ledgers, rosters and fee lists share at most two labels with a form (行政复议数, 行政诉讼数).
LEAST_ROWS = 4
LEAST_SHARE = 0.3
# A later piece of a form already recognised may be as short as one row, but then nearly all of it must be the form's.
LEAST_SHARE_OF_PIECE = 0.6
# Rows that a first piece may have without being told by itself: its header and fewer rows than LEAST_ROWS, which may be wrapped.
LONGEST_BEGINNING = 12
# Beyond these a table is surely a list: that of reviews and lawsuits shares ten names with one.
SURE_ROWS = 15
SURE_SHARE = 0.5
# Without header, columns are told by their content.
WITHOUT_HEADER = 0.9
# The longest form has 71 rows; with every label broken over six lines and a header on every page it stays below half of this.
MOST_ROWS = 1000
# Rows of the columns' own names: letters, heavenly stems, numbers.
LONGEST_COLUMN_NAME = 12
# The longest form has 1,200 characters of words.
LONGEST_WORDS_KEPT = 4000
COLUMN_NAME = re.compile(r"[甲乙丙丁戊己庚A-Z]|\(?\d\)?|栏次")


@dataclass(slots=True)
class Reading:
    """What the tables of a document say: generations in order of appearance, figures, and what could not be read."""

    generations: list[str] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def read_forms(document: Document) -> Reading:
    """Every figure of every known form. Tables that are no known form give nothing, not even an issue."""
    reading = Reading()
    last_positions: dict[str, int] = {}
    before: _TableReader | None = None
    tables = [(index, table) for index, table in enumerate(whole_tables(document)) if table.width > 1 and len(table.rows) <= MOST_ROWS]
    coverages = {index: _coverage(table) for index, table in tables}
    crosstabs = read_crosstabs(document, [(index, table) for index, table in tables if not _is_surely_list(coverages[index])])
    reading.observations += crosstabs.observations
    reading.issues += crosstabs.issues
    tables = [(index, table) for index, table in tables if index not in crosstabs.tables]
    for order, (table_index, table) in enumerate(tables):
        form = _recognised(coverages[table_index], last_positions)
        if form is None and order + 1 < len(tables) and len(table.rows) <= LONGEST_BEGINNING:
            following, below = tables[order + 1]
            form = _beginning(table, coverages[table_index], below, coverages[following])
        if form is None:
            continue
        known = len(reading.issues), len(reading.observations)
        positions: list[int] = []
        for part in parts_of(form, table):
            reader = _TableReader(document, form, part, table_index, reading)
            positions += reader.read(before)
        if known == (len(reading.issues), len(reading.observations)):
            reading.issues.append(_unreadable(document, table))
        if positions:
            last_positions[form.generation] = max(positions)
            before = reader
    reading.observations, contradictions = without_contradictions(document, reading.observations)
    reading.issues += contradictions
    # A form of which nothing could be read is named by its issues, not claimed as found.
    reading.generations = list(dict.fromkeys(observation.recogniser_id.split(":")[0] for observation in reading.observations))
    return reading


def _unreadable(document: Document, table: WholeTable) -> Issue:
    """A form whose columns can't be told."""
    start, end = table.rows[0].start, table.rows[-1].end
    return issue_at(document, "unreadable_table", document.text[start:end], start, end)


def _beginning(table: WholeTable, coverage: "_Coverage", following: WholeTable, below_it: "_Coverage") -> Form | None:
    """The form of which a table too short to tell is the first piece: it has the header, and the table below goes on with the rows."""
    form = _recognised(below_it, {})
    if form is None or not any(cell.text and form.find(cell.text) for row in table.rows for cell in row.cells):
        return None
    if _recognised(coverage, {form.generation: -1}, LEAST_SHARE) is not form:
        return None
    above, below = (
        [found[0] for row in piece.rows for cell in row.cells if cell.text and len(found := form.find(cell.text)) == 1]
        for piece in (table, following)
    )
    has_header = any(header_at(form, table.rows, index) is not None for index in range(min(HEADER_DEPTH, len(table.rows))))
    return form if has_header and above and below and max(above) < min(below) else None


@dataclass(slots=True)
class _Coverage:
    """How many characters of words a table has, and for each form that it shares some with: the rows found, and how many are theirs."""

    characters: int
    forms: list[tuple[Form, list[int], int]]


def _coverage(table: WholeTable) -> _Coverage:
    # Labels may be torn anywhere, so they are sought in all words of the table in one run.
    rows = [row for index, row in enumerate(table.rows) if index not in table.outside]
    words = "".join(
        [
            _words_of(text)
            for row in rows
            for cell in row.cells
            if (text := cell.text) and not (text.isdecimal() and len(text) <= LONGEST_NUMBER)
        ]
    )
    return _Coverage(len(words), _shared(words) if len(words) <= LONGEST_WORDS_KEPT else _shared.__wrapped__(words))


# The words of a form that was filled in as it is are the same in every report.
@lru_cache(maxsize=512)
def _shared(words: str) -> list[tuple[Form, list[int], int]]:
    """For each form that shares rows with the words of a table: the rows, and how many characters are theirs."""
    found: list[tuple[Form, list[int], int]] = []
    for form in forms() if words else ():
        # Backwards, so that of a row's stems the first one counts.
        hits = {position: len(stem) for position, stem in reversed(form.stems) if stem in words}
        if hits:
            found.append((form, list(hits), sum(hits.values())))
    return found


def _words_of(text: str) -> str:
    """The words of a cell as those of a label; none where it holds a number or a unit."""
    return _short_words_of(text) if len(text) <= LONGEST_KEPT else label_key(text)


# Labels and small numbers recur in every report.
@lru_cache(maxsize=16384)
def _short_words_of(text: str) -> str:
    return "" if text in units() or is_number(text) else label_key(text)


def _is_surely_list(coverage: _Coverage) -> bool:
    """Whether a table is one of the lists beyond doubt, so that it need not be looked at as a crosstab."""
    return any(len(rows) >= SURE_ROWS and length >= SURE_SHARE * coverage.characters for _, rows, length in coverage.forms)


def _recognised(coverage: _Coverage, last_positions: dict[str, int], share_of_piece: float = LEAST_SHARE_OF_PIECE) -> Form | None:
    """The generation whose labels make up most of a table; None where it is no known form.

    `last_positions` are those of the last rows read of each generation; what goes on behind them needs at least `share_of_piece`.
    """
    best: Form | None = None
    best_length = 0
    for form, rows, length in coverage.forms:
        enough = len(rows) >= LEAST_ROWS and length >= LEAST_SHARE * coverage.characters
        goes_on = max(rows) > last_positions.get(form.generation, len(form.rows))
        continues = goes_on and length >= share_of_piece * coverage.characters
        if (enough or continues) and length > best_length:
            best, best_length = form, length
    return best


class _TableReader:
    """Reads one table as one form."""

    def __init__(self, document: Document, form: Form, part: Part, table_index: int, reading: Reading) -> None:
        self.document = document
        self.form = form
        self.part = part
        self.table = part.table
        self.table_index = table_index
        self.reading = reading
        self.columns: Columns | None = None
        self.shared: set[int] = set()

    def read(self, before: "_TableReader | None") -> list[int]:
        """Adds figures and issues to the reading; the positions of the rows found. `before` is the form's table before this one."""
        rows = self.table.rows
        columns, body = self._columns(before)
        self.columns = columns
        if columns is None:
            return []
        columns = self._with_bases(columns, body)
        for _, cell in columns.unknown:
            self._issue("unmatched_column", cell.text, cell.start, cell.end)
        header = [cell.text for cell in rows[body - 1].cells] if columns.has_header else None
        for column in columns.values:
            if column.is_silent and _says_otherwise(columns, column, rows[body:]):
                self._issue("unmatched_column", column.header or "", rows[0].start, rows[0].end)
        lines = []
        for index in range(body, len(rows)):
            row = rows[index]
            if not any(cell.text for cell in row.cells) or (header and [cell.text for cell in row.cells] == header):
                continue
            if _is_frame(self.form, row) or _is_below_header(row):
                continue
            lines.append(line_of(index, row, columns, index in self.table.outside))
        matches = match_rows(self.form, lines)
        printed = {match.position: match.printed_label for match in matches if match.position is not None}
        self.shared = shared_cells(matches)
        for match in matches:
            self._match(match, columns, printed)
        if not columns.is_certain:
            self._issue("unknown_column_position", "表头缺失，无法确定数值所在列", rows[0].start, rows[0].end)
        return [match.position for match in matches if match.position is not None]

    def _columns(self, before: "_TableReader | None") -> tuple[Columns | None, int]:
        """The columns, and the index of the first row below the header."""
        rows = self.table.rows
        for index in range(min(HEADER_DEPTH, len(rows))):
            if index in self.table.outside or not any(cell.text for cell in rows[index].cells) or _is_frame(self.form, rows[index]):
                continue
            found = header_at(self.form, rows, index)
            if found is not None:
                body = index + found[1]
                return completed(self.form, found[0], rows[body:]), body
            if any(cell.text and self.form.find(cell.text) for cell in rows[index].cells):
                break
        if (
            before is not None
            and before.columns is not None
            and (before.form, before.table.drawing, before.table.width) == (self.form, self.table.drawing, self.table.width)
        ):
            # A piece that something else than a page break cut off goes on with the columns of the one before.
            return replace(before.columns, has_header=False, unknown=[]), 0
        columns = columns_by_content(self.form, rows, self.table.width)
        if columns is not None and before is not None and before.columns is not None and before.form is self.form:
            # A piece that shows fewer columns than the one before doesn't tell which it lost.
            columns.is_certain = columns.is_certain and len(before.columns.values) <= len(columns.values)
        return columns, 0

    def _with_bases(self, columns: Columns, body: int) -> Columns:
        """The columns with the bases that the titles of the table and its place beside another one give them."""
        rows = self.table.rows
        above = [cell.text for row in rows[:body] for cell in row.cells if cell.text]
        columns = for_period(columns, period_of([*titles_above(self.document.text, rows[0].start), *above]))
        if self.part.is_older:
            older = [replace(column, basis="prior_year") for column in columns.values if column.basis == "current"]
            columns = replace(columns, values=older)
        if self.part.is_doubtful:
            columns = replace(columns, is_certain=False)
        return columns

    def _match(self, match: Match, columns: Columns, printed: dict[int, str]) -> None:
        start, end = match.start, match.end
        if match.is_note:
            return
        if match.position is None or match.doubt == "ambiguous_label":
            if match.has_value or not all(line.is_outside for line in match.lines):
                self._issue(match.doubt or "unmatched_label", self.document.text[start:end], start, end)
            return
        row = self.form.rows[match.position]
        if row.kind != "data":
            values = [cell for line in match.lines for cell in (*line.values, *line.loose) if cell is not None]
            if any(parse_cell(cell.text).status == "reported" for cell in values):
                self._issue("unmatched_label", self.document.text[start:end], start, end)
            return
        anchor = next((line for line in match.lines if line.has_value), None) or next(
            (line for line in match.lines if line.unit), match.lines[0]
        )
        path = [printed[above] for above in reversed(self.form.ancestors(match.position)) if above in printed]
        path.append(printed[match.position])
        for order, column in enumerate(columns.values):
            if not column.is_silent:
                self._cell(match, anchor, order, column, columns, " > ".join(path))

    def _cell(self, match: Match, anchor: Line, order: int, column: ValueColumn, columns: Columns, row_path: str) -> None:
        if match.position is None:
            return
        row = self.form.rows[match.position]
        start, end = match.start, match.end
        cell = anchor.values[order] if order < len(anchor.values) else None
        reason: str | None
        if anchor.loose:
            value = CellValue("unreadable", 0, 0)
            value_start, value_end = anchor.loose[0].start, anchor.loose[-1].end
            reason = "unknown_column_position"
        elif cell is None:
            # A row that ends behind its unit was left blank. One that has only a label may have lost its figure to another line.
            value = CellValue("blank" if anchor.unit and columns.is_certain else "unreadable", 0, 0)
            value_start = value_end = anchor.row.end
            reason = None if value.status == "blank" else "unknown_column_position"
        else:
            value = parse_cell(cell.text)
            value_start, value_end = cell.start + value.start, cell.start + value.end
            if (len(cell.pieces) > 1 or id(cell) in self.shared) and value.status != "blank":
                value, value_start, value_end = CellValue("unreadable", 0, 0), cell.start, cell.end
            if (
                value.status == "blank"
                and not anchor.unit
                and not anchor.has_value
                and (columns.unit is not None or match.confidence < BY_GROUP)
            ):
                # Only a label, where rows print their unit, or a label not quite known: the rest of the row may stand elsewhere.
                value = CellValue("unreadable", 0, 0)
            reason = "unreadable_cell" if value.status == "unreadable" else None
        if match.doubt is not None and value.status != "unreadable":
            value, reason = CellValue("unreadable", value.start, value.end), match.doubt
        joined = "".join(line.unit for line in match.lines)
        unit, is_fitting = printed_unit(value.unit, row.unit, joined, column.unit, match.printed_label)
        if not is_fitting and value.status in ("reported", "stated_zero"):
            value, reason = CellValue("unreadable", value.start, value.end), "unit_mismatch"
        if reason is not None and (columns.is_certain or reason != "unknown_column_position") and (not anchor.loose or order == 0):
            self._issue(reason, self.document.text[start:end], value_start, value_end)
        text = self.document.text
        place, first = self.part.places[anchor.index]
        confidence = match.confidence if columns.has_header and column.header is not None else min(match.confidence, WITHOUT_HEADER)
        self.reading.observations.append(
            Observation(
                indicator_code=row.indicator_code,
                basis=column.basis,
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
                recogniser_id=f"{self.form.generation}:{row.row_code}",
                confidence=confidence if cell is None else min(confidence, cell.confidence),
                member_code=column.member_code,
                member_label=_printed_member(match) if row.is_member else None,
                page=anchor.row.page,
                table_index=self.table_index,
                row_index=place,
                column_index=first + column.index if column.index >= 0 else None,
                row_path=row_path,
                column_path=column.header,
                text_origin="native" if cell is None else cell.text_origin,
            )
        )

    def _issue(self, reason: str, detail: str, start: int, end: int) -> None:
        self.reading.issues.append(issue_at(self.document, reason, detail, start, end))


def _is_frame(form: Form, row: Row) -> bool:
    """Whether a row is of the form's frame (单位负责人, 填报日期 …): it begins with such a label and holds no row of the form."""
    first = next(cell.text for cell in row.cells if cell.text)
    return is_frame_cell(first) and not any(folded(cell.text) in units() or form.find(cell.text) for cell in row.cells if cell.text)


def _printed_member(match: Match) -> str:
    """The label as printed, without the numbering and 其中 before it."""
    return without_numbering("".join("".join(line.label for line in match.lines if line.label).split()))


def _says_otherwise(columns: Columns, silent: ValueColumn, rows: list[Row]) -> bool:
    """Whether a column that is read past holds figures that no other column of its row has."""
    others = [column.index for column in columns.values if not column.is_silent]
    full = [row.cells for row in rows if len(row.cells) == columns.width and not _is_below_header(row)]
    return any(cells[silent.index].text and all(cells[silent.index].text != cells[other].text for other in others) for cells in full)


def _is_below_header(row: Row) -> bool:
    """A row that only counts the columns (甲 乙 丙 1 2), or the header that a conversion made up."""
    if len(next(cell.text for cell in row.cells if cell.text)) > LONGEST_COLUMN_NAME:
        return False
    texts = [folded(cell.text) for cell in row.cells if cell.text]
    return (len(texts) > 1 and all(map(COLUMN_NAME.fullmatch, texts)) and not texts[0].isdecimal()) or is_invented_header(texts)
