"""What a figure is counted over: the year, part of it, all years, the year before, the budget.

Lives here: reading the basis from the words before a number. Elsewhere: the words (terms.csv), which figure it is (counts.py).
"""

import re

from extractors.prose.wording import pattern_of
from extractors.records import Basis

_YEAR = re.compile(
    r"(?P<compared>[比较与同于对由从]|(?:顺延|结转|转结|转)[到至入]|结转|转结)?(?<!\d)(?P<year>(?:19|20)\d\d)(?=年|-\d)(?!年度?(?:未办完|未办结)?(?:结转|转入|转来))(?!年底?[以之]?前)(?!年[^,;。]{0,16}?以来[^;。]{0,12}累计)"
)
# The names of the year itself, where a number of it follows one of all years.
THIS_YEAR = r"(?:本年度?|今年|当年|(?:19|20)\d\d年度?)"
_TITLES = re.compile("《[^》]*》?")
_BASIS_CUE = re.compile("[年历同史次建开]")
# What stands in every match of all_years, and the first characters of year_before: sparing most numbers the patterns.
_ALL_YEARS_CUES = ("累计", "历年", "以来", "施行至", "实施至")
_YEAR_BEFORE_STARTS = frozenset("与比较上去同")
_PART_CUES = ("月", "季度", "半年")
# Together they are the year.
_BOTH_HALVES = re.compile("上半年[、和及与]下半年")
# All years since the regulation came into force, told in the report of its first.
_FIRST_YEAR = 2008
_SINCE_REGULATION = re.compile("(?:条例|规定)》?(?:正式)?(?:颁布)?(?:施行|实施)(?:以来|至)|2008年5月(?:1日)?(?:以来|起)")
_CLAUSE = re.compile("[,;:()。]")


def basis_of(before: str, since: str, label: str, years: set[int], year: int | None) -> Basis:
    """The basis of a number: `before` is the sentence up to it, `since` what follows the number before it, `label` its own clause.

    `years` are those that the label names, `year` is the report's.
    """
    if _BASIS_CUE.search(since) is not None:
        if any(cue in since for cue in _ALL_YEARS_CUES) and pattern_of("all_years").search(",".join(_CLAUSE.split(since)[-2:])):
            return "current" if year == _FIRST_YEAR and _SINCE_REGULATION.search(since) else "cumulative"
        if label[:1] in _YEAR_BEFORE_STARTS and pattern_of("year_before").match(label) and not pattern_of("compared").search(label):
            return "prior_year"
        if year is not None and years == {year - 1}:
            return "prior_year"
    # "四季度44条；全年公开167条，申请1件": what follows the whole year is of it.
    is_part = is_part_of_year(before[max(before.rfind("全年"), 0) :]) and not pattern_of("whole_year").search(since)
    return "part_year" if is_part else "current"


def is_part_of_year(before: str) -> bool:
    """Whether the words name a part of the year."""
    if not any(cue in before for cue in _PART_CUES):
        return False
    return pattern_of("part_of_year").search(_BOTH_HALVES.sub("", before)) is not None


def is_other_year(said: set[int], own: set[int], year: int | None) -> bool:
    """Whether a figure is of another year than the report's (or the one before it, if the figure's own clause says so).

    `said` are the years that the sentence has named so far, `own` those of the figure's clause.
    """
    years = own or said
    if year is None or not years or year in years:
        return False
    return not (years == {year - 1} and bool(own))


def years_in(words: str) -> set[int]:
    """The years that the words name, without those of titles and those only compared with."""
    if "20" not in words and "19" not in words:
        return set()
    return {int(match["year"]) for match in _YEAR.finditer(_TITLES.sub("", words)) if not match["compared"]}
