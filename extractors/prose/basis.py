"""What a figure is counted over: the year, part of it, all years, the year before, the budget.

Lives here: reading the basis from the words before a number. Elsewhere: the words (terms.csv), which figure it is (figures.py).
"""

import re

from extractors.prose.wording import pattern_of
from extractors.records import Basis

_YEAR = re.compile(r"(?P<compared>[比较与同于对])?(?<!\d)(?P<year>(?:19|20)\d\d)(?=年|-\d)")
_TITLES = re.compile("《[^》]*》?")
_CLAUSE = re.compile("[,;:()。]")


def basis_of(before: str, since: str, label: str, year: int | None) -> Basis:
    """The basis of a number: `before` is the sentence up to it, `since` what follows the number before it, `label` its own clause."""
    near = ",".join(_CLAUSE.split(since)[-2:])
    if pattern_of("all_years").search(near):
        return "cumulative"
    if pattern_of("part_of_year").search(before):
        return "part_year"
    if pattern_of("year_before").match(label) and not pattern_of("compared").search(label):
        return "prior_year"
    if year is not None and _years(label) == {year - 1}:
        return "prior_year"
    return "current"


def is_other_year(before: str, label: str, year: int | None) -> bool:
    """Whether the sentence speaks of another year than the report's (or the one before it, in the figure's own clause)."""
    if year is None:
        return False
    years = _years(label) or _years(before)
    if not years or year in years:
        return False
    return not (years == {year - 1} and bool(_years(label)))


def _years(words: str) -> set[int]:
    return {int(match["year"]) for match in _YEAR.finditer(_TITLES.sub("", words)) if not match["compared"]}
