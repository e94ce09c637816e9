"""Ledgers of income and expense.

Lives here: which tables are ledgers (their headers, ledger_columns.csv), and their rows as entries: the day, what it was for, exact
amounts.
Elsewhere: cells and rows (../readers, ../layout.py), the number in a cell (../numbers.py), covering the names of private persons
(personal.py). Amounts are converted to the unit of the currency (万元 to 元: exact decimals); nothing else is computed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from extractors import layout
from extractors.csv_tables import records_of
from extractors.document import Cell, Document, Row
from extractors.identity import dates
from extractors.layout import WholeTable, squeezed
from extractors.numbers import parse_cell
from extractors.records import Issue, LedgerEntry

# A document without such a word has no ledger: looking closer costs time.
_MONEY_HINT = re.compile(r"收\s*入|支\s*出|金\s*额|付\s*款|发\s*生\s*额")
_UNIT_IN_BRACKETS = re.compile(
    r"[（(［\[]\s*(?:单位\s*[:：]?\s*)?(?P<unit>[^（()）\]］]{1,6})[）)］\]]|[/／:：](?P<behind>[^/／:：]{1,4})$"
)
_UNIT_OF_TABLE = re.compile(r"单\s*位\s*[:：]\s*(?:人民币)?\s*(?P<unit>[百千万亿美港欧]{0,2}元)")
_YEAR = re.compile(r"(?<!\d)(\d{4})\s*年")
_NUMBER = re.compile(r"\d{1,4}")
_MONTH_AND_DAY = re.compile(r"(\d{1,2})\s*(?:月\s*|[.．/／-])(\d{1,2})\s*[日号]?")
_EIGHT_DIGITS = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_CURRENCY_SIGN = re.compile(r"^(\s*)[¥￥]")
_TOTAL_PREFIX = re.compile(r"^(?:截[至止].*|[一二三四五六七八九十\d]{1,2}月份?|本[年月日期页季]度?|[上下全]年|当[年月日期])")
# Captions stand in the lines right above a table, or in its first rows.
_CAPTION_BLOCKS = 3
_CAPTION_ROWS = 5
# The words of a header are no longer than this.
LONGEST_HEADER = 20


@cache
def _table(name: str, key: str, value: str) -> dict[str, str]:
    return {row[key]: row[value] for row in records_of(f"annexes/{name}.csv")}


@cache
def _units() -> dict[str, tuple[str, Decimal]]:
    factors = _table("ledger_units", "unit", "factor")
    return {unit: (currency, Decimal(factors[unit])) for unit, currency in _table("ledger_units", "unit", "currency").items()}


@dataclass(slots=True)
class Header:
    """What the columns of a ledger hold: `roles[i]` of column i, the unit of each column of money, and the year, where it stands there."""

    roles: list[str]
    units: dict[int, str] = field(default_factory=dict)
    year: int | None = None
    rows: int = 1

    def columns(self, role: str) -> list[int]:
        return [index for index, found in enumerate(self.roles) if found == role]

    @property
    def is_of_money(self) -> bool:
        return bool({"income", "expense", "amount"} & set(self.roles)) and ("description" in self.roles or "person" in self.roles)

    @property
    def is_of_ledger(self) -> bool:
        """Days, what for, and money that came in or went out; each column said once."""
        roles = set(self.roles)
        has_day = "date" in roles or {"month", "day"} <= roles
        return has_day and "description" in roles and bool({"income", "expense", "amount"} & roles)


@dataclass(slots=True)
class Ledger:
    """What was read: entries, what could not be read, and the cells whose names may be private persons'."""

    entries: list[LedgerEntry] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    descriptions: list[Cell] = field(default_factory=list)
    persons: list[Cell] = field(default_factory=list)


def read_ledgers(document: Document) -> Ledger:
    """Every entry of every ledger, in reading order.

    A row is an entry where it has an amount and is no total. Its day is None where the row prints none. `descriptions` and `persons` hold
    the cells of all tables of payments, those without days included.
    """
    ledger = Ledger()
    if not document.tables or not _MONEY_HINT.search(document.text):
        return ledger
    for table in layout.whole_tables(document):
        _read_table(document, table, ledger)
    return ledger


def find_header(rows: list[Row], index: int) -> Header | None:
    """The header that begins at a row, of one or two rows; None where the row names no columns of payments."""
    if not any(_heads_a_column(cell.text) for cell in rows[index].cells if cell.text and not cell.text.isdecimal()):
        return None
    texts = [squeezed(cell.text) for cell in rows[index].cells]
    if any(len(text) > LONGEST_HEADER for text in texts):
        return None
    header = _header_of(texts)
    if index + 1 < len(rows) and len(rows[index + 1].cells) == len(texts):
        below = [squeezed(cell.text) for cell in rows[index + 1].cells]
        if any(below) and below != texts and all(_role(text)[0] for text in below if text):
            both = _header_of([low or high for high, low in zip(_spread(texts), below, strict=True)])
            both.year, both.rows = header.year, 2
            if both.is_of_ledger:
                return both
    is_all_known = all(header.roles[i] or not text for i, text in enumerate(texts))
    return header if header.is_of_ledger or (header.is_of_money and is_all_known) else None


def _spread(texts: list[str]) -> list[str]:
    """Header words with those of the column to the left, where a cell is empty: a word above several columns covers them."""
    spread = list(texts)
    for index, text in enumerate(texts):
        if not text and index:
            spread[index] = spread[index - 1]
    return spread


def _header_of(texts: list[str]) -> Header:
    header = Header([])
    for index, text in enumerate(texts):
        role, unit = _role(text)
        if unit:
            header.units[index] = unit
        year = _YEAR.fullmatch(text)
        if year:
            header.year = int(year[1])
        header.roles.append("" if role in header.roles and role not in ("other", "person", "") else role)
    return header


# Most cells that are looked at are labels of forms, which recur in every report.
@lru_cache(maxsize=8192)
def _heads_a_column(text: str) -> bool:
    """Whether a cell names a column of payments, or their year."""
    label = squeezed(text)
    return bool(_role(label)[0]) or _YEAR.fullmatch(label) is not None


@lru_cache(maxsize=8192)
def _role(text: str) -> tuple[str, str]:
    """The role of a column by its label, and the unit that the label states."""
    roles = _table("ledger_columns", "label", "role")
    unit = ""
    match = _UNIT_IN_BRACKETS.search(text)
    if match is not None:
        unit = (match["unit"] or match["behind"]).strip()
        if unit in _units():
            text = text[: match.start()]
        else:
            unit = ""
    return roles.get(text, ""), unit


def _read_table(document: Document, table: WholeTable, ledger: Ledger) -> None:
    header: Header | None = None
    context = _Context(document, table)
    rows = table.rows
    index = 0
    while index < len(rows):
        found = find_header(rows, index)
        if found is not None:
            header = found
            context.begin(header, rows, index)
            index += found.rows
            continue
        if header is not None:
            _read_row(document, header, rows[index], context, ledger)
        index += 1


class _Context:
    """What the lines around the rows tell: the year, the unit, whether all is income or all expense."""

    def __init__(self, document: Document, table: WholeTable) -> None:
        self.document = document
        self.table = table
        self.year: int | None = None
        self.unit = "元"
        self.direction: str | None = None
        self.last_day: date | None = None
        self.last_parts: dict[str, str] = {}

    def begin(self, header: Header, rows: list[Row], index: int) -> None:
        caption = self._caption(rows, index)
        years = set(_YEAR.findall(caption))
        self.year = header.year or (int(years.pop()) if len(years) == 1 else self.year)
        unit = _UNIT_OF_TABLE.search(caption)
        self.unit = unit["unit"] if unit else self.unit
        income, expense = "收" in caption, "支" in caption or "付" in caption
        self.direction = "income" if income and not expense else "expense" if expense and not income else None

    def _caption(self, rows: list[Row], index: int) -> str:
        """The lines right above a header: rows of one cell, and short lines before the table; when it was put online is no part."""
        above = [row for row in rows[max(0, index - _CAPTION_ROWS) : index] if sum(bool(cell.text) for cell in row.cells) == 1]
        lines = [self.document.text[row.start : row.end] for row in above]
        behind = bisect_right(self.document.blocks, self.table.rows[0].start, key=lambda block: block.end)
        blocks = self.document.blocks[max(0, behind - _CAPTION_BLOCKS) : behind]
        lines += [self.document.text[b.start : b.end] for b in blocks if b.table is None and b.end - b.start <= 60]
        return "\n".join(line for line in lines if not re.search(r"发布时间|发布日期|来源|浏览", line))


def _read_row(document: Document, header: Header, row: Row, context: _Context, ledger: Ledger) -> None:
    if len(row.cells) != len(header.roles) or not row.is_aligned:
        if header.is_of_ledger and sum(bool(cell.text) for cell in row.cells) > 1:
            ledger.issues.append(_issue(document, row, "unknown_column_position"))
        return
    ledger.descriptions += [row.cells[i] for i in header.columns("description") if row.cells[i].text]
    ledger.persons += [row.cells[i] for i in header.columns("person") if row.cells[i].text]
    if not header.is_of_ledger:
        return
    texts = [cell.text.strip() for cell in row.cells]
    day = _day(header, texts, context)
    description = next((texts[i] for i in header.columns("description")), "")
    if _is_total(description) or _is_total(next((text for text in texts if text), "")):
        return
    amounts: dict[str, Decimal | None] = {}
    currency = "CNY"
    for index, role in _money(header, texts, context):
        amount, is_readable = _amount(texts[index])
        if not is_readable:
            ledger.issues.append(_issue(document, row, "unreadable_cell"))
            return
        currency, factor = _units()[header.units.get(index, context.unit)]
        amounts[role] = None if amount is None else amount * factor
    if not any(amount is not None for amount in amounts.values()) or not description:
        return
    place = (document.line_of(row.start), row.start, row.end)
    quote = document.text[row.start : row.end]
    ledger.entries.append(
        LedgerEntry(day, description, amounts.get("income"), amounts.get("expense"), currency, *place, quote, page=row.page)
    )


def _money(header: Header, texts: list[str], context: _Context) -> Iterator[tuple[int, str]]:
    """The columns of money of a row, each with what it is: income or expense. An amount of unknown direction is neither."""
    words = _table("ledger_words", "word", "role")
    for role in ("income", "expense"):
        yield from ((index, role) for index in header.columns(role))
    if {"income", "expense"} & set(header.roles):
        return
    stated = {words.get(texts[index], "") for index in header.columns("direction")} & {"income", "expense"}
    unstated = None if header.columns("direction") else context.direction
    direction = stated.pop() if len(stated) == 1 else unstated
    if direction is not None:
        yield from ((index, direction) for index in header.columns("amount"))


def _amount(text: str) -> tuple[Decimal | None, bool]:
    """The number in a cell of money, None for an empty one; and whether it could be read."""
    value = parse_cell(_CURRENCY_SIGN.sub(r"\1", text))
    if (
        value.status == "unreadable"
        or (value.status == "reported" and value.unit not in (None, "元"))
        or value.qualifier not in (None, "exact")
    ):
        return None, False
    return value.number, True


def _is_total(text: str) -> bool:
    roles = _table("ledger_words", "word", "role")
    compact = squeezed(text).strip("：:（）()")
    return roles.get(compact) == "total" or roles.get(_TOTAL_PREFIX.sub("", compact)) == "total"


def _day(header: Header, texts: list[str], context: _Context) -> date | None:
    """The day of a row. Only an explicit sign (〃, 同上) repeats the day above; an empty cell does not."""
    ditto = _table("ledger_words", "word", "role")
    for index in header.columns("date"):
        if ditto.get(texts[index]) == "ditto":
            return context.last_day
        context.last_day = _printed_day(texts[index], context.year)
        return context.last_day
    parts = {}
    for role in ("year", "month", "day"):
        text = next((texts[index] for index in header.columns(role)), "")
        text = context.last_parts.get(role, "") if ditto.get(text) == "ditto" else text.rstrip("年月日号 ")
        context.last_parts[role] = text
        parts[role] = text if _NUMBER.fullmatch(text) else ""
    year = parts["year"] if header.columns("year") else str(context.year or "")
    if len(year) != 4 or not parts["month"] or not parts["day"]:
        return None
    return dates.day(year, parts["month"], parts["day"])


def _printed_day(text: str, year: int | None) -> date | None:
    found = dates.first_day(text)
    if found is not None:
        return found[0]
    digits = _EIGHT_DIGITS.fullmatch(text)
    if digits is not None:
        return dates.day(digits[1], digits[2], digits[3])
    part = _MONTH_AND_DAY.fullmatch(text)
    return dates.day(year, part[1], part[2]) if part is not None and year is not None else None


def _issue(document: Document, row: Row, reason: str) -> Issue:
    detail = "收支明细：" + document.text[row.start : row.end].replace("\t", " | ")
    return Issue("forms", reason, detail, row.page, document.line_of(row.start), row.start, row.end)
