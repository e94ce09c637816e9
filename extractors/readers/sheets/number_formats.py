"""What a spreadsheet cell prints of the number that it holds.

Lives here: number formats (0.00, #,##0, 0%, yyyy"年"m"月"d"日" …) applied to numbers. Where a format does what isn't plain (conditions,
fractions, exponents), the number is printed in full.
Elsewhere: where cells, numbers and formats stand in the file (xlsx.py, xls.py).
"""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

from extractors.csv_tables import records_of

GENERAL = "General"
# A spreadsheet keeps fifteen digits; what a binary number has beyond them is chance.
_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_LAST_DAY = 2_958_466  # 31.12.9999
_FAKE_LEAP_DAY = 60  # the spreadsheet's calendar has a 29.2.1900
_MOST_DECIMALS = 30
_LONGEST_FORMAT = 255
_TOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General|AM/PM|A/P|上午/下午|y+|m+|d+|h+|s+|a{3,4}|[0#?]+|.', re.I | re.S)
_CURRENCY = re.compile(r"\[\$([^\-\]]*)(?:-[^\]]*)?\]")


@dataclass(slots=True)
class _Section:
    """One of up to four parts of a format. `kind`: number, date, general, text or odd (not plain)."""

    kind: str = "text"
    tokens: list[str] = field(default_factory=list)
    before: str = ""
    after: str = ""
    whole: int = 0
    decimals: int = 0
    least_decimals: int = 0
    has_groups: bool = False
    thousands: int = 0
    hundreds: int = 0


@lru_cache(maxsize=1)
def built_in() -> dict[int, str]:
    """The formats that have a number and no code in the file (number_formats.csv)."""
    return {int(record["number"]): record["code"] for record in records_of("readers/sheets/number_formats.csv")}


def printed(value: str, code: str, is_1904: bool = False) -> str:
    """What a cell of this format prints of a number, given as the file writes it. Something else than a number comes back as it is."""
    if code == GENERAL and value.isdecimal() and value.isascii() and len(value) < _DIGITS.prec and value[0] != "0":
        return value
    try:
        number = _DIGITS.create_decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite():
        return value
    if code == GENERAL or len(code) > _LONGEST_FORMAT:
        return plain(number)
    sections = _sections(code)
    index = 1 if number < 0 and len(sections) > 1 else 2 if not number and len(sections) > 2 else 0
    section = sections[index]
    if section.kind == "number":
        return _number(abs(number) if index == 1 else number, section)
    if section.kind == "date":
        return _moment(number, section, is_1904) or plain(number)
    if section.kind == "text" and index == 2:
        # Accounts print a nought as a dash; other formats hide it.
        return "" if not section.before.strip() else "0"
    return plain(number)


def plain(number: Decimal) -> str:
    """All digits, without exponent and without noughts at the end of decimals."""
    if not number:
        return "0"
    if not -30 < number.adjusted() < 30:
        return str(number)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=512)
def _sections(code: str) -> list[_Section]:
    parts: list[list[str]] = [[]]
    for token in _TOKEN.findall(code):
        if token == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    return [_section(tokens) for tokens in parts[:3]]


def _section(tokens: list[str]) -> _Section:
    section = _Section()
    pattern = ""
    for token in tokens:
        first = token[0].lower()
        if token == GENERAL or token.lower() == "general":
            section.kind = "general"
        elif first in "ymdhs" and token.isalpha():
            section.kind = "date"
        elif first in "0#?" or (token in ".," and (pattern or token == ".")):
            pattern += token
        elif (token in ("/", "E", "e") and pattern) or (token[0] == "[" and token[1:2] in ("<", ">", "=")):
            return _Section("odd")
        if section.kind == "date" or (first in "0#?" and section.kind == "text"):
            section.kind = "date" if section.kind == "date" else "number"
    section.tokens = tokens
    if section.kind in ("number", "text"):
        _fill(section, tokens)
    return section


def _fill(section: _Section, tokens: list[str]) -> None:
    """What stands before and after the digits, and how many of them there are."""
    pattern = ""
    for token in tokens:
        if token[0] in "0#?" or (token in (",", ".") and section.kind == "number" and not section.after):
            if token[0] in "0#?" and section.after:
                section.kind = "odd"  # digits in several groups: 000-0000
                return
            pattern += token
        elif token == "%":
            section.hundreds += 1
            section.after += token
        elif (literal := _literal(token)) is not None:
            if pattern:
                section.after += literal
            else:
                section.before += literal
    whole, _, decimals = pattern.partition(".")
    digits = whole.rstrip(",")
    section.thousands = len(whole) - len(digits) + len(decimals) - len(decimals.rstrip(","))
    decimals = decimals.rstrip(",")
    section.has_groups = "," in digits
    section.whole = digits.count("0")
    section.decimals = min(len(decimals), _MOST_DECIMALS)
    section.least_decimals = min(len(decimals.rstrip("#")), _MOST_DECIMALS)


def _literal(token: str) -> str | None:
    if token[0] == '"':
        return token.strip('"')
    if token[0] == "\\":
        return token[1:]
    if token[0] in "_*":
        return ""
    if token[0] == "[":
        match = _CURRENCY.fullmatch(token)
        return match[1] if match is not None else ""
    return "" if token == "@" else token


def _number(number: Decimal, section: _Section) -> str:
    shown = number.scaleb(2 * section.hundreds - 3 * section.thousands, _WIDE)
    if shown.adjusted() > 30:
        return plain(number)
    digits = f"{abs(shown).quantize(Decimal(1).scaleb(-section.decimals), context=_WIDE):f}"
    whole, _, decimals = digits.partition(".")
    kept = decimals.rstrip("0")
    decimals = decimals[: max(section.least_decimals, len(kept))]
    whole = whole.lstrip("0").zfill(section.whole)
    if section.has_groups and whole:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", whole)
    text = whole + ("." + decimals if decimals else "")
    sign = "-" if shown < 0 and text.strip("0.,") else ""
    return (section.before + sign + text + section.after if not sign else sign + section.before + text + section.after).strip()


def _moment(number: Decimal, section: _Section, is_1904: bool) -> str | None:
    """A day or time; None where the number is none."""
    if not 0 <= number < _LAST_DAY:
        return None
    days = float(number)
    start = datetime(1904, 1, 1) if is_1904 else datetime(1899, 12, 30 if days >= _FAKE_LEAP_DAY else 31)
    try:
        # Whole seconds: a fraction of a day doesn't hit them.
        moment = start + timedelta(seconds=round(days * 86_400))
    except OverflowError:
        return None
    return _written(moment, section.tokens)


def _written(moment: datetime, tokens: list[str]) -> str:
    names = [token.lower() for token in tokens]
    letters = [name for name in names if name.isalpha() and name.isascii()]
    if (
        any(name.startswith(("mmm", "ddd", "aaa", "am")) for name in letters)
        or any(token.startswith("[") and token[1:].rstrip("]").lower().strip("hms") == "" for token in names)
        or "am/pm" in names
        or "a/p" in names
        or "上午/下午" in names
        or "yy" in letters
    ):
        has_day = any(name[0] in "yd" for name in letters)
        has_time = any(name[0] in "hs" for name in letters)
        return moment.strftime("%Y-%m-%d %H:%M:%S" if has_day and has_time else "%Y-%m-%d" if has_day else "%H:%M:%S")
    text = ""
    last = ""
    for index, name in enumerate(names):
        if name[0] in "ymdhs" and name.isalpha() and name.isascii():
            following = next((later[0] for later in names[index + 1 :] if later[0] in "ymdhs" and later.isalpha()), "")
            is_minute = name[0] == "m" and (last == "h" or following == "s")
            value = {
                "y": moment.year,
                "m": moment.minute if is_minute else moment.month,
                "d": moment.day,
                "h": moment.hour,
                "s": moment.second,
            }[name[0]]
            text += f"{value:0{len(name)}d}" if len(name) <= 4 else str(value)
            last = name[0]
        else:
            text += _literal(tokens[index]) or ""
    return text.strip()
