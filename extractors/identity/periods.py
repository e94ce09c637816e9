"""The period that a report says it covers.

Lives here: the sentence on the period of the figures (from … to …, one year or two, also when the second year is left out), a period in
brackets under the title, and 截至 without a beginning. Only what is stated: a month without a day, or a day that lost a character and
could be read in two ways, gives nothing.
Elsewhere: the year of the report (__init__.py).
"""

import re
from dataclasses import dataclass
from datetime import date

from extractors.identity import dates, wording

_CUE = re.compile(wording.alternation(wording.words("period_cues", "cue")))
_SEPARATOR = re.compile(
    r"^\s*(?:[（(]?(?:含|以下简称)[^）)]*[）)])?\s*(?:起|开始|始)?\s*[，,]?\s*(?:至|到|截至|截止|止于|[-－—–─~～一]+)[至到]?\s*"
)
_SAME_YEAR = re.compile(rf"(?:当年|同年|本年)?\s*{dates.MONTH_AND_DAY}")
_UNTIL = re.compile(rf"截[至止](?:到|至)?\s*(?:(?P<year>\d{{4}})\s*年|今年|本年)?\s*{dates.MONTH_AND_DAY}")
# The end of a day before the word or stroke that leads to another: cheap to find, and rare.
_JOIN = re.compile(r"([日号]|[-./]\d{1,2})(?=\s*(?:[（(]|起|开始|始|[，,]?\s*(?:至|到|截|止|[-－—–─~～一])))")
_LONGEST_DAY = 24
_OPENS_SENTENCE = re.compile(r"(?:^|[。；;\n])\s*(?:自|从|在)?\s*$")
_DISCLOSED = re.compile(r"\s*(?:止|期间|间|内)?\s*[，,][^。；;，,\n]{0,20}(?<!依申请)公开[^。；;\n]{0,12}信息")
_IN_YEAR = re.compile(
    r"\s*(?:止)?\s*[，,]?[^。；;，,\n累历]{0,12}(?:当年|本年度?|今年|全年|年内)[^。；;，,\n累历]{0,8}(?<!依申请)公开[^。；;\n累历]{0,12}信息"
)
# The figures of a year may end in November, when the report is due in December.
_SHORTEST_YEAR, _LONGEST_YEAR = 300, 370
_LAST_MONTHS = 11
# A report covers a month at least; a longer range than two years is the time over which figures were added up.
_SHORTEST, _LONGEST = 27, 800
_OPENING = 6000
_OPENING_UNTIL = 3000


@dataclass(frozen=True, slots=True)
class Period:
    start_day: date | None
    end_day: date | None
    start: int
    end: int


def find_period(text: str) -> tuple[Period | None, list[Period]]:
    """The period of the figures, the first range of days in a sentence that speaks of it; and the ranges before it."""
    others: list[Period] = []
    for join in _JOIN.finditer(text, 0, _OPENING):
        begin = max(0, join.start() - _LONGEST_DAY)
        match = next((m for m in dates.days(text[begin : join.end(1)]) if begin + m.end() == join.end(1)), None)
        period = _range_at(text, match, begin) if match is not None else None
        if period is not None and _is_about_the_report(text, period):
            return period, others
        if period is not None:
            others.append(period)
    return None, others


def of_figures(text: str, others: list[Period], year: int | None) -> Period | None:
    """The days at the head of the sentence that counts what was disclosed, where they cover the report's year (`year`), or end with it.

    "截至…" is such a day only where the sentence counts this year alone (当年), not all years up to then.
    """
    if year is None:
        return None
    for period in others:
        if period.start_day is None or period.end_day is None or period.end_day.year != year:
            continue
        is_year = _SHORTEST_YEAR <= (period.end_day - period.start_day).days <= _LONGEST_YEAR
        if is_year and _OPENS_SENTENCE.search(text[max(0, period.start - 8) : period.start]) and _DISCLOSED.match(text, period.end):
            return period
    for match in _UNTIL.finditer(text, 0, _OPENING):
        value = dates.day(match["year"] or year, match["month2"], match["day2"])
        is_of_year = value is not None and value.year == year and value.month >= _LAST_MONTHS
        if is_of_year and _OPENS_SENTENCE.search(text[max(0, match.start() - 8) : match.start()]) and _IN_YEAR.match(text, match.end()):
            return Period(None, value, match.start(), match.end())
    return None


def _range_at(text: str, match: re.Match[str], offset: int) -> Period | None:
    first = dates.of_match(match)
    first_end = offset + match.end()
    separator = _SEPARATOR.match(text[first_end : first_end + 20])
    if not separator:
        return None
    position = first_end + separator.end()
    rest = text[position : position + 30]
    following = re.compile(dates.DAY).match(rest)
    if following:
        last, end = dates.of_match(following), position + following.end()
    else:
        short = _SAME_YEAR.match(rest)
        if short is None or first is None:
            return None
        last, end = dates.day(first.year, short["month2"], short["day2"]), position + short.end()
    if (first is None and last is None) or (first and last and not _SHORTEST <= (last - first).days <= _LONGEST):
        return None
    return Period(first, last, offset + match.start(), end)


def _is_about_the_report(text: str, period: Period) -> bool:
    """A cue in the same sentence before the range, or the range alone on its line."""
    line_start = text.rfind("\n", 0, period.start) + 1
    sentence_start = max(line_start, text.rfind("。", 0, period.start) + 1, text.rfind("；", 0, period.start) + 1)
    before = text[sentence_start : period.start]
    if _CUE.search(before[-80:]):
        return True
    line_end = text.find("\n", period.end)
    after = text[period.end : line_end if line_end >= 0 else len(text)]
    is_alone = re.fullmatch(r"[\s#*（(]*(?:自|从)?\s*", text[line_start : period.start]) and re.fullmatch(r"\s*止?\s*[）)]\s*\**", after)
    return bool(is_alone) and text[line_start : period.start].strip(wording.BLANKS + "#*").startswith(("（", "("))


def until(text: str, year: int | None) -> Period | None:
    """A day up to which the figures run, where only that is stated, in the opening of the text and once. Its year must be the report's."""
    found: set[date] = set()
    first: Period | None = None
    for match in _UNTIL.finditer(text, 0, _OPENING_UNTIL):
        value = dates.day(match["year"] or year, match["month2"], match["day2"])
        if value is None or value.year != year:
            continue
        found.add(value)
        first = first or Period(None, value, match.start(), match.end())
    return first if len(found) == 1 else None
