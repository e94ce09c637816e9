"""Figures in sentences.

Lives here: `read_prose()` and

- passages.py: running text with its headings; clauses.py: the words around a number; writing.py: observations with their proof
- figures.py: passages and sentences to their numbers; openings.py: what a passage opens with; counts.py: one number to a figure
- matching.py: words to an indicator; topics.py: what the last figure was about; distribution.py: numbers for several names in turn
- disclosure/: information disclosed, rule by rule; kinds.py: names of its kinds and fields; ways.py: by which it is published; together.py:
  several that share a number; lists.py: lists of it; members.py: codes of known members; not_disclosed.py: pieces that are none of it
- outcomes.py: what became of cases; applicants.py: whose requests are counted; other_cases.py: cases of another matter; negations.py:
  zeros in words; subjects.py: whose figures a sentence tells
- basis.py: year, part of it, all years, budget; changes.py: the year beside the one before; totals.py: totals told again
- headings.py: a bare number under its heading
- quantities.py: numbers that are no indicator; confidence.py: how sure a figure is
- wording.py and the tables terms.csv, figures.csv, zeros.csv, channels.csv, members.csv: what reports say, as data

The reader of a report is one object of a chain of classes, a topic each, which call only those before them: Writer (writing.py), Matcher
(matching.py), Negations, Changes, Totals, Headings, Counts (counts.py), ProseReader (figures.py).

Elsewhere: numerals (../numerals), printed forms (../forms).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Document
from extractors.numerals import BARE, COUNTED, READABLE, Numeral
from extractors.prose.confidence import Evidence, settle
from extractors.prose.figures import ProseReader
from extractors.prose.members import give_codes
from extractors.prose.passages import Passage, mark_forms, passages, without_page_numbers
from extractors.prose.wording import pattern_of
from extractors.records import Observation, Report

__all__ = ["Passage", "read_prose"]

# Forms of these generations, or reports of these years where no form tells, use the vocabulary of the regulation of 2019.
NEW_GENERATIONS = frozenset(("national_2019", "national_2021"))
FIRST_NEW_YEAR = 2019


_DIGITS = re.compile(r"\d+(?![,.万亿千百])")
# Every negation of zero_trigger begins with one of these; finding them first is faster than trying the pattern everywhere.
_MAY_NEGATE = re.compile("[未没无不免为零持:]")


def read_prose(
    document: Document, text: str, report: Report, numerals: list[Numeral], counts: Sequence[Evidence] | None = None
) -> tuple[list[Observation], list[Passage]]:
    """Every figure that sentences state, and the passages read. `numerals` are those of the document's text, in reading order.

    `counts` tell how sure a figure is, in the place of confidence.csv.
    """
    text = without_page_numbers(document, text)
    reader = ProseReader(document, text, report, _is_new(report))
    counted = _mended([numeral for numeral in numerals if numeral.kind in COUNTED], text)
    starts = [numeral.start for numeral in counted]
    trigger = pattern_of("zero_trigger")
    zeros = [zero for place in _MAY_NEGATE.finditer(text) if (zero := trigger.match(text, place.start())) is not None]
    zero_starts = [zero.start() for zero in zeros]
    found = list(passages(document, text, report.title))
    mark_forms(text, found)
    for passage in found:
        if not passage.is_account:
            continue
        first, last = bisect_left(starts, passage.start), bisect_left(starts, passage.end)
        first_zero, last_zero = bisect_left(zero_starts, passage.start), bisect_left(zero_starts, passage.end)
        reader.read(passage, counted[first:last], zeros[first_zero:last_zero])
    give_codes(reader.observations)
    settle(reader.observations, counts)
    return reader.observations, found


def _mended(numerals: list[Numeral], text: str) -> list[Numeral]:
    """The numerals, those put together that a line end tore ("公开栏3 / 1条": 31)."""
    found: list[Numeral] = []
    for numeral in numerals:
        last = found[-1] if found else None
        if (
            last is not None
            and last.close + 1 == numeral.start
            and text[last.close] == "\n"
            and (last.kind, last.end) == (BARE, last.close)
            and numeral.kind in READABLE
            and numeral.unit is not None
            and text[last.open - 1 : last.open].strip()
            and text[last.start : last.end].isdigit()
            and (digits := _DIGITS.match(text, numeral.start, numeral.end)) is not None
            and last.value is not None
            and numeral.value is not None
        ):
            value = last.value.scaleb(len(digits[0])) + numeral.value
            found[-1] = replace(numeral, start=last.start, open=last.open, value=value, count=last.count)
            continue
        found.append(numeral)
    return found


def _is_new(report: Report) -> bool:
    if report.form_generations:
        return any(generation in NEW_GENERATIONS for generation in report.form_generations)
    return report.report_year is not None and report.report_year >= FIRST_NEW_YEAR
