"""The content of a value cell: number, blank, dash, zero in words, or nothing that can be read.

Lives here: the one place where the digits of a table cell become a number. Digits are taken as printed: never computed, joined or repaired.
Elsewhere: which cell is a value (forms/), units and their conversion (the dictionary), numbers in sentences.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extractors.csv_tables import records_of
from extractors.records import Qualifier, Status

# Each full-width character has one half-width twin, so offsets stay.
HALF_WIDTH = {ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９＋－−．，（）％／＼", "0123456789+--.,()%/\\", strict=True)}
INVISIBLE = " \t\u00a0\u3000\u200b\u2060\ufeff"
ZERO_WORDS = frozenset(("无", "無", "零", "没有", "沒有"))
DASH = re.compile(r"[—―–‐‑─━-]{1,6}|[/\\]{1,2}|不适用|不適用|N/?A", re.I)
# No cell that can be read as one number is longer than this: twelve digits, separators, a unit and spaces around them.
LONGEST_NUMBER = 80
POWERS = "十百千万亿萬億"
# Lines to write on, left as the blank form has them.
FILL_LINE = re.compile(r"_+")


@dataclass(slots=True)
class CellValue:
    """`start` and `end` frame the number (or dash, or word) inside the cell's text. `unit` is the one printed behind the number.

    `is_whole` is False for a number with decimals other than 0.
    """

    status: Status
    start: int
    end: int
    number: Decimal | None = None
    qualifier: Qualifier | None = None
    unit: str | None = None
    is_whole: bool = True


@lru_cache(maxsize=1)
def units() -> dict[str, str]:
    """Every unit that forms print, with its family (forms/units.csv): count, money or percent."""
    return {record["unit"]: record["family"] for record in records_of("forms/units.csv")}


def is_multiple_of_unit(text: str) -> bool:
    """Whether a text is a unit with a power of ten before it that is none of `units()` (万件, 千元): its numbers mean other amounts."""
    return text not in units() and text.lstrip(POWERS) != text and (not (rest := text.lstrip(POWERS)) or rest in units())


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    printed_units = "|".join(sorted(map(re.escape, units()), key=len, reverse=True))
    return re.compile(
        rf"(?P<about>约|近|约为)?\s*(?P<number>[+-]?(?:\d{{1,3}}(?:[ ]?,[ ]?\d{{3}})+|\d+)(?:\.\d+)?)\s*(?P<over>余|多)?"
        rf"\s*(?P<unit>{printed_units})?(?P<over_unit>余|多|以上)?"
    )


@lru_cache(maxsize=1)
def _remark() -> re.Pattern[str]:
    """A remark in brackets behind a number: it tells what is counted, and changes neither the number nor its unit."""
    openings = "|".join(re.escape(record["opening"]) for record in records_of("forms/remarks.csv"))
    return re.compile(rf"\s*\((?:{openings})[^()]*[\u3400-\u9fff][^()]*\)")


def is_number(text: str) -> bool:
    """Whether a cell holds a number, with or without its unit."""
    return len(text) <= LONGEST_NUMBER and _parse_cell(text).status == "reported"


def is_figure(text: str) -> bool:
    """Whether a cell holds a number, a zero in words, or a dash in the place of one."""
    return len(text) <= LONGEST_NUMBER and _parse_cell(text).status in ("reported", "stated_zero", "not_applicable")


def parse_cell(text: str) -> CellValue:
    """What a value cell says.

    A printed 0 is `reported`; `stated_zero` is a zero in words (无, 零, 没有); white space or a line to write on is `blank`;
    a dash or slash is `not_applicable`; everything else is `unreadable`, digits in groups that are none ("1,23") included. A remark in
    brackets behind the number (forms/remarks.csv) is left out. The result is shared: callers don't change it.
    """
    return _parse_cell(text) if len(text) <= LONGEST_NUMBER else CellValue("unreadable", 0, len(text))


@lru_cache(maxsize=8192)
def _parse_cell(text: str) -> CellValue:
    start = len(text) - len(text.lstrip(INVISIBLE))
    body = text.strip(INVISIBLE)
    end = start + len(body)
    if not body or FILL_LINE.fullmatch(body):
        return CellValue("blank", start, start)
    half_width = body.translate(HALF_WIDTH)
    match = _number().match(half_width)
    if match is not None and (match.end() == len(half_width) or _remark().fullmatch(half_width, match.end())):
        about, over = match["about"], match["over"] or match["over_unit"]
        if not (about and over):
            qualifier: Qualifier = "approximate" if about else "at_least" if over else "exact"
            first, last = match.span("number")
            number = Decimal(match["number"].replace(",", "").replace(" ", ""))
            is_whole = number == number.to_integral_value()
            return CellValue("reported", start + first, start + last, number, qualifier, match["unit"], is_whole)
    if body in ZERO_WORDS:
        return CellValue("stated_zero", start, end, Decimal(0), "exact")
    if DASH.fullmatch(half_width):
        return CellValue("not_applicable", start, end)
    return CellValue("unreadable", start, end)
