"""Which column of a table is the label, the unit, a value, or none of them.

Lives here: reading header rows by columns.csv; where no header is left, or half of it, telling columns by what they hold, only if that
is unambiguous.
Elsewhere: which rows are which (rows.py); where columns are (../readers, ../layout.py); tables set side by side (side_by_side.py).
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from extractors.characters import simplified
from extractors.document import Cell, Row
from extractors.forms.definitions import ColumnPattern, Form, invented_headers
from extractors.forms.labels import folded
from extractors.forms.lookalikes import without_lookalikes
from extractors.frames import is_frame_cell
from extractors.layout import MOST_HEADER_ROWS
from extractors.numbers import DASH, is_multiple_of_unit, is_number, units
from extractors.records import Basis

BRACKETED_UNIT = re.compile(r"\((?:单位|單位)?[:：]?([^()]+)\)?$")
# The header stands among the first rows; titles, the box of the office (five rows on one form) and empty rows may stand before it.
HEADER_DEPTH = 12
# Fewer codes in a column may be figures.
LEAST_CODES = 3


@dataclass(slots=True)
class ValueColumn:
    index: int
    basis: Basis
    member_code: str | None
    header: str | None
    unit: str | None = None
    # Counts from the beginning of the year, where another column counts the period.
    is_to_date: bool = False
    # Its figures are read past: for what they count there is no basis.
    is_silent: bool = False


@dataclass(slots=True)
class Columns:
    """`values` in the order of the table; `unknown` holds header cells that no pattern knows; `silent` columns say nothing of their own.

    `is_certain` is False where value columns exist but nothing tells which is which: then `values` lists the form's own, at no place.
    """

    width: int
    label: int
    unit: int | None
    values: list[ValueColumn]
    silent: frozenset[int] = frozenset()
    unknown: list[tuple[int, Cell]] = field(default_factory=list)
    is_certain: bool = True
    has_header: bool = True
    code: int | None = None

    @property
    def figure_columns(self) -> int:
        """How many columns may hold figures, known or not."""
        told = {self.label, self.unit, self.code, *self.silent} - {None}
        return max(self.width - len(told), len(self.values))


def unit_in_brackets(text: str) -> tuple[str, str | None]:
    """A folded text without the unit that it ends with in brackets, and that unit."""
    match = BRACKETED_UNIT.search(text)
    if match is not None and (match[1] in units() or is_multiple_of_unit(match[1])):
        return text[: match.start()], match[1]
    return text, None


def header_at(form: Form, rows: list[Row], index: int) -> tuple[Columns, int] | None:
    """The columns that the header beginning at row `index` names, and how many rows it takes; None where no header begins there."""
    best: tuple[Columns, int] | None = None
    best_score = 0
    for depth in range(1, MOST_HEADER_ROWS + 1):
        upper = rows[index : index + depth]
        if len(upper) < depth or is_frame_cell(next((cell.text for cell in upper[-1].cells if cell.text), "")):
            break
        if depth > 1 and (len(upper[-1].cells) != len(upper[0].cells) or any(is_number(c.text) for c in upper[-1].cells)):
            break
        named = _named(form, upper)
        if named is None:
            continue
        columns, known = named
        score = known - len(columns.unknown)
        if best is None or score > best_score:
            best, best_score = (columns, depth), score
        if not columns.unknown:
            break
    return best


def _named(form: Form, upper: list[Row]) -> tuple[Columns, int] | None:
    width = len(upper[0].cells)
    if width < 2:
        return None
    roles: dict[int, tuple[ColumnPattern, re.Match[str]]] = {}
    texts: list[str] = []
    header_units: dict[int, str | None] = {}
    for index in range(width):
        text, unit = unit_in_brackets(folded(_words(upper, index)))
        text = simplified(text)
        texts.append(text)
        header_units[index] = unit
        for pattern in form.columns if text else ():
            if match := pattern.pattern.fullmatch(text) or pattern.blurred.fullmatch(without_lookalikes(text)):
                if pattern.role == "void":
                    texts[index] = ""
                else:
                    roles[index] = (pattern, match)
                break
    kinds = [pattern.role for pattern, _ in roles.values()]
    has_value = "value" in kinds or "to_date" in kinds
    if not has_value and not (
        "label" in kinds and ("unit" in kinds or not any(texts[index] for index in range(width) if index not in roles))
    ):
        return None
    if "label" not in kinds and "unit" not in kinds:
        return None
    if kinds.count("label") > 1 or kinds.count("unit") > 1:
        return None
    labels = [index for index, (pattern, _) in roles.items() if pattern.role == "label"] or [
        index for index in range(width) if index not in roles
    ][:1]
    if not labels:
        return None
    values, doubted = _values(roles, texts, header_units)
    unknown = [index for index, text in enumerate(texts) if text and index not in roles and index not in labels]
    cells = {index: next(row.cells[index] for row in upper if row.cells[index].text) for index in (*unknown, *doubted)}
    columns = Columns(
        width,
        labels[0],
        next((index for index, (pattern, _) in roles.items() if pattern.role == "unit"), None),
        values,
        frozenset(index for index, (pattern, _) in roles.items() if pattern.role in ("number", "remark")),
        sorted(cells.items()),
        code=next((index for index, (pattern, _) in roles.items() if pattern.role == "code"), None),
    )
    return columns, len(roles)


def _words(upper: list[Row], index: int) -> str:
    """The words of a column's header; a cell that covers several rows says its own once."""
    cells = [row.cells[index] for row in upper]
    return "".join(cell.text for above, cell in zip([None, *cells], cells, strict=False) if cell is not above)


def _values(
    roles: dict[int, tuple[ColumnPattern, re.Match[str]]], texts: list[str], header_units: dict[int, str | None]
) -> tuple[list[ValueColumn], list[int]]:
    """The value columns, and those left out since two of them claim to be the same."""
    years = {
        index: int(match["year"]) for index, (pattern, match) in roles.items() if pattern.role == "value" and match.groupdict().get("year")
    }
    newest = sorted(set(years.values()), reverse=True)
    found: list[ValueColumn] = []
    doubted: list[int] = []
    for index, (pattern, _) in sorted(roles.items()):
        if pattern.role not in ("value", "to_date") or pattern.basis is None:
            continue
        basis: Basis = pattern.basis
        if index in years and years[index] != newest[0]:
            if years[index] != newest[1]:
                doubted.append(index)
                continue
            basis = "prior_year"
        found.append(ValueColumn(index, basis, pattern.member_code, texts[index], header_units[index], pattern.role == "to_date"))
    claims = Counter((column.basis, column.member_code, column.is_to_date) for column in found)
    doubted += [column.index for column in found if claims[column.basis, column.member_code, column.is_to_date] > 1]
    return [column for column in found if claims[column.basis, column.member_code, column.is_to_date] == 1], doubted


def is_invented_header(texts: list[str]) -> bool:
    """Whether folded texts are all such as conversions put where a header was lost (数据1, 数据2)."""
    return bool(texts) and all(any(pattern.fullmatch(simplified(text)) for pattern in invented_headers()) for text in texts)


def completed(form: Form, columns: Columns, rows: list[Row]) -> Columns:
    """The columns of a half lost header, with those told by what they hold (codes, units) or by their order (figures)."""
    full = [row for row in rows if row.is_aligned and len(row.cells) == columns.width]
    named = {columns.label, columns.unit, columns.code, *columns.silent, *(place for place, _ in columns.unknown)}
    named.update(column.index for column in columns.values)
    bare = [index for index in range(columns.width) if index not in named]
    if not bare or not full:
        return columns
    code, unit = columns.code, columns.unit
    if code is None and (code := _code_column(form, full, columns.label, bare)) is not None:
        bare.remove(code)
    if unit is None and (unit := next((index for index in bare if _is_unit_column(full, index)), None)) is not None:
        bare.remove(unit)
    has_figures = [index for index in bare if index > columns.label and any(is_number(row.cells[index].text) for row in full)]
    return replace(columns, code=code, unit=unit, values=_in_order(form, columns.values, has_figures))


def _in_order(form: Form, values: list[ValueColumn], unnamed: list[int]) -> list[ValueColumn]:
    """The value columns with those that lost their name, if all are as many as the form has, the named ones at their places."""
    named = {column.index: column for column in values}
    order = sorted([*named, *unnamed])
    for layout in form.layouts:
        if (
            unnamed
            and len(layout) == len(order)
            and all(
                index not in named or (named[index].basis, named[index].member_code, named[index].is_to_date) == place
                for index, place in zip(order, layout, strict=True)
            )
        ):
            return [
                named.get(index) or ValueColumn(index, place.basis, place.member_code, None, is_to_date=place.is_to_date)
                for index, place in zip(order, layout, strict=True)
            ]
    return values


def _code_column(form: Form, full: list[Row], label: int, among: list[int]) -> int | None:
    """The column that holds the printed codes of its rows; None where the form prints none, or none agrees with its labels."""
    if not form.has_codes:
        return None
    rows = [(row, found[0]) for row in full if len(found := form.find(row.cells[label].text)) == 1]
    for index in among:
        agreeing = sum(folded(row.cells[index].text).zfill(2) == form.rows[position].row_code for row, position in rows)
        if agreeing >= LEAST_CODES and 2 * agreeing > len(rows):
            return index
    return None


def _is_unit_column(full: list[Row], index: int) -> bool:
    texts = [folded(row.cells[index].text) for row in full if row.cells[index].text]
    return any(text in units() for text in texts) and all(text in units() or DASH.fullmatch(text) for text in texts)


def columns_by_content(form: Form, rows: list[Row], width: int) -> Columns | None:
    """The columns of a table without header; None where not even the labels can be told."""
    invented = next((at for at, row in enumerate(rows) if is_invented_header([folded(cell.text) for cell in row.cells if cell.text])), -1)
    full = [row for row in rows[invented + 1 :] if row.is_aligned and len(row.cells) == width]
    hits = Counter(index for row in full for index, cell in enumerate(row.cells) if cell.text and form.find(cell.text))
    if not hits:
        return None
    label = max(hits, key=lambda index: (hits[index], -index))
    behind = list(range(label + 1, width))
    code = _code_column(form, full, label, behind)
    unit = next((index for index in behind if _is_unit_column(full, index)), None)
    candidates = [index for index in behind if index not in (code, unit)]
    silent = frozenset(range(label))
    if len(candidates) == 1 == len(form.bases):
        values = [ValueColumn(candidates[0], form.bases[0], None, None)]
        return Columns(width, label, unit, values, silent, has_header=False, code=code)
    values = [ValueColumn(-1, basis, None, None) for basis in form.bases]
    return Columns(width, label, unit, values, silent, is_certain=False, has_header=False, code=code)
