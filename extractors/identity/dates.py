"""Days as printed.

Lives here: the written forms of a day (2018年1月3日, 2018-01-03, 2018.1.3, 二〇一八年一月三日 and mixtures) and of a span of days.
Elsewhere: what a day means in a report (signatures.py, periods.py, metadata.py).
"""

import re
from datetime import date

_DIGITS = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "○": 0,
    "０": 0,
    "O": 0,
    "o": 0,
    "0": 0,
    "Ｏ": 0,
    "◯": 0,
}
_ZERO = "〇零○◯OoＯ"
_YEAR = rf"(?:\d[ ]?){{3}}\d|[一二三四五六七八九{_ZERO}\d]{{4}}"
_MONTH = r"\d{1,2}|[一二三四五六七八九十]{1,2}"
_DAY = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_GAP = r"[^\S\n]*"
# 年 may be lost between a year of four digits and a month that has its 月: still one reading only.
# A doubled 月 is a slip that changes nothing.
DAY = (
    rf"(?P<year>{_YEAR}){_GAP}年?{_GAP}(?P<month>{_MONTH}){_GAP}月{{1,2}}{_GAP}(?P<day>{_DAY}){_GAP}[日号]"
    r"|(?P<iso_year>\d{4})(?P<separator>[-./－—])(?P<iso_month>\d{1,2})(?P=separator)(?P<iso_day>\d{1,2})(?!\d)"
)
_DAY_PATTERN = re.compile(DAY)
MONTH_AND_DAY = rf"(?P<month2>{_MONTH}){_GAP}月{{1,2}}{_GAP}(?P<day2>{_DAY}){_GAP}[日号]"
_FIRST_YEAR, _LAST_YEAR = 1949, 2099


def number(printed: str) -> int | None:
    """A year, month or day in digits or Chinese numerals: 2018, 二〇一八, 十二, 廿三, 三十一."""
    compact = printed.replace(" ", "")
    if compact.isdecimal():
        return int(compact)
    if "十" in compact or "廿" in compact or "卅" in compact:
        compact = compact.replace("廿", "二十").replace("卅", "三十")
        tens, _, ones = compact.partition("十")
        if (tens and tens not in _DIGITS) or (ones and ones not in _DIGITS):
            return None
        return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)
    value = 0
    for character in compact:
        digit = int(character) if character.isdecimal() else _DIGITS.get(character)
        if digit is None:
            return None
        value = 10 * value + digit
    return value


def day(year: int | str | None, month: str, day_of_month: str) -> date | None:
    """The day, or None where the calendar has no such day."""
    parts = (number(year) if isinstance(year, str) else year, number(month), number(day_of_month))
    if parts[0] is None or parts[1] is None or parts[2] is None or not _FIRST_YEAR <= parts[0] <= _LAST_YEAR:
        return None
    try:
        return date(parts[0], parts[1], parts[2])
    except ValueError:
        return None


def of_match(match: re.Match[str]) -> date | None:
    """The day of a match of DAY."""
    if match["year"]:
        return day(match["year"], match["month"], match["day"])
    return day(match["iso_year"], match["iso_month"], match["iso_day"])


def first_day(text: str, start: int = 0) -> tuple[date, int, int] | None:
    """The first readable day in `text` with its offsets."""
    for match in _DAY_PATTERN.finditer(text, start):
        value = of_match(match)
        if value is not None:
            return value, match.start(), match.end()
    return None


def days(text: str) -> list[re.Match[str]]:
    return list(_DAY_PATTERN.finditer(text))
