"""How much of the labelled passages is read, and how much of what is read is right.

Lives here: reading passages with `extractors.extract`, pairing figures with labels, and the counts by indicator, theme and rule.
Elsewhere: the passages (passages.py), the command (__main__.py).

A figure is right where a label of the same number (its characters overlap, or both are blanks) has its indicator, member, basis, status,
value and qualifier. A label is found where a right figure is paired with it; only required labels are asked for.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from itertools import accumulate
from pathlib import Path

from extractors.extract import extract
from extractors.records import Observation
from tests.labelled.passages import Label, Passage, rows
from tests.unit.test_units import ROOT

SEEDS = ROOT / "dbt_project" / "seeds"


@dataclass(slots=True)
class Verdict:
    """What became of one passage."""

    passage: Passage
    right: list[tuple[Observation, Label]] = field(default_factory=list)
    wrong: list[Observation] = field(default_factory=list)
    missing: list[Label] = field(default_factory=list)


@cache
def _units() -> dict[str, tuple[str, Decimal]]:
    return {row["unit"]: (row["unit_family"], Decimal(row["factor"])) for row in rows(SEEDS / "units.csv")}


@cache
def _later_codes() -> frozenset[str]:
    """Codes that the dictionary got after the passages were labelled: no label could have them, so that their figures are not judged."""
    return frozenset(row["indicator_code"] for row in rows(Path(__file__).parent / "later_codes.csv"))


@cache
def indicator_unit(code: str) -> str:
    """The unit that an indicator is counted in."""
    return {row["indicator_code"]: row["unit"] for row in rows(SEEDS / "indicators.csv")}[code]


def value_of(figure: Observation) -> Decimal | None:
    """The figure's number in the unit of its indicator; None where there is none, or the units don't go together."""
    if figure.number is None:
        return None
    unit = _units()[indicator_unit(figure.indicator_code)]
    printed = _units().get(figure.unit_printed or indicator_unit(figure.indicator_code))
    return figure.number * printed[1] / unit[1] if printed is not None and printed[0] == unit[0] else None


def judge(passage: Passage) -> Verdict:
    """Reads one passage and pairs what was read with its labels."""
    extraction = extract(f"{passage.passage_id}.txt", passage.text.encode())
    place_in = _places(passage.text, extraction.text)
    open_labels = [replace(label, start=place_in(label.start), end=place_in(label.end)) for label in passage.labels]
    unknown = _later_codes() - {code for label in passage.labels for code in label.codes}
    read = (figure for figure in extraction.observations if figure.value_start >= place_in(passage.start))
    figures = [figure for figure in read if figure.indicator_code not in unknown]
    verdict = Verdict(passage)
    for figure in figures:
        label = next((label for label in open_labels if is_same(figure, label)), None)
        if label is None and (again := next((label for _, label in verdict.right if is_same(figure, label)), None)) is not None:
            label = again
        if label is None:
            verdict.wrong.append(figure)
            continue
        verdict.right.append((figure, label))
        if label in open_labels:
            open_labels.remove(label)
    verdict.missing = [label for label in open_labels if label.is_required]
    return verdict


def _places(text: str, canonical: str) -> Callable[[int], int]:
    """Where a place of `text` lies in the canonical text, which has other white space."""
    marks = [index for index, character in enumerate(canonical) if not character.isspace()]
    before = [0, *accumulate(not character.isspace() for character in text)]
    assert before[-1] == len(marks), f"{text[:40]!r}: the canonical text has other characters"
    return lambda place: place if place < 0 else marks[before[place]] if before[place] < len(marks) else len(canonical)


def is_same(figure: Observation, label: Label) -> bool:
    """Whether a figure says what a label says."""
    return (
        figure.indicator_code in label.codes
        and figure.basis == label.basis
        and figure.status == label.status
        and _is_same_place(figure, label)
        and (label.value == "" or value_of(figure) == Decimal(label.value))
        and (label.status in ("blank", "not_applicable") or figure.qualifier == label.qualifier)
        and any(is_same_label(member, figure.member_label or "") for member in label.members)
    )


def _is_same_place(figure: Observation, label: Label) -> bool:
    """A number is where it is printed; words that say zero may be framed more or less widely."""
    if label.status == "blank":
        return True
    if label.status == "reported":
        return figure.value_start < label.end and label.start < figure.value_end
    return figure.char_start <= label.start < figure.char_end


def is_same_label(wanted: str, read: str) -> bool:
    """Labels are the same but for punctuation and a few words around the name; no label goes with no other."""
    wanted, read = _plain(wanted), _plain(read)
    if not wanted or not read:
        return wanted == read
    return (wanted in read and len(read) <= len(wanted) + 4) or (read in wanted and 2 * len(read) >= len(wanted))


def _plain(label: str) -> str:
    return re.sub(r"[\s，,、。;；:：\-（）()“”\"《》]", "", unicodedata.normalize("NFKC", label))


@dataclass(slots=True)
class Tally:
    """Sums of verdicts, by any key."""

    right: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def line(self, key: str) -> str:
        """One line of a printed table."""
        precision, recall = share(self.right[key], self.read[key]), share(self.found[key], self.asked[key])
        return f"{key:48}{self.read[key]:6}{self.right[key]:7}{precision:>10}{self.asked[key]:8}{self.found[key]:7}{recall:>10}"


def share(part: int, whole: int) -> str:
    """A share as it is printed."""
    return f"{part / whole:.1%}" if whole else "-"


def tally(verdicts: list[Verdict], by: str) -> Tally:
    """Adds up by "indicator", "theme" or "rule" (a label is nobody's rule: recall is by indicator or theme)."""
    sums = Tally()
    for verdict in verdicts:
        theme = verdict.passage.theme
        read = [(figure, True) for figure, _ in verdict.right] + [(figure, False) for figure in verdict.wrong]
        for figure, is_right in read:
            for key in ("all", {"indicator": figure.indicator_code, "theme": theme, "rule": figure.recogniser_id}[by]):
                sums.read[key] += 1
                sums.right[key] += is_right
        labels = [(label, False) for label in verdict.missing]
        kept: list[Label] = []
        for _, label in verdict.right:
            if label.is_required and not any(label is other for other in kept):
                kept.append(label)
                labels.append((label, True))
        for label, is_found in labels:
            for key in ("all", *((theme,) if by == "theme" else (min(label.codes),) if by == "indicator" else ())):
                sums.asked[key] += 1
                sums.found[key] += is_found
    return sums
