"""How much of labelled passages is read, and how much of what is read is right.

Lives here: reading passages with `extractors.extract`, pairing figures with labels, the counts by indicator, theme and rule, and what
`gongkai score` prints of them.
Elsewhere: the passages (passages.py), the command (../cli.py).

A figure is right where a label of the same number (its characters overlap, or both are blanks) has its indicator, member, basis, status,
value and qualifier. A label is found where a right figure is paired with it; only required labels are asked for. A number that could not
be read (status `unreadable`) claims nothing, and of a code that the dictionary got after the labels were written no label can tell: both
are neither right nor wrong.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from itertools import accumulate

from extractors.extract import extract
from extractors.prose.confidence import Evidence
from extractors.records import Extraction, Observation
from orchestration.errors import GongkaiError
from orchestration.labels.passages import Label, Passage, indicators, rows
from orchestration.transforms.dictionary import SEEDS

BY = ("indicator", "theme", "rule")
# A status that claims no value.
NO_CLAIM = "unreadable"
# `preferred_confidence_min` of dbt_project.yml: a figure below it waits for review.
PREFERRED_CONFIDENCE_MIN = 0.8
# The sum of everything, and of the figures that users get without asking.
ALL, PREFERRED = "all", "all, not waiting for review"
# How many characters around a missing figure of a long text are shown.
_AROUND = 30
# A longer passage is not shown whole.
_LONGEST_SHOWN = 1500


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


def value_of(figure: Observation) -> Decimal | None:
    """The figure's number in the unit of its indicator; None where there is none, or the units don't go together."""
    if figure.number is None:
        return None
    own = indicators()[figure.indicator_code]["unit"]
    unit, printed = _units()[own], _units().get(figure.unit_printed or own)
    return figure.number * printed[1] / unit[1] if printed is not None and printed[0] == unit[0] else None


def read(passage: Passage, counts: Sequence[Evidence] | None = None) -> Extraction:
    """What Gongkai reads of a passage. `counts` as `extract` has it."""
    return extract(f"{passage.passage_id}.txt", passage.text.encode(), counts=counts)


def judge(passage: Passage, counts: Sequence[Evidence] | None = None) -> Verdict:
    """Reads one passage and pairs what was read with its labels. `counts` as `extract` has it."""
    extraction = read(passage, counts)
    placed = _placing(passage, extraction.text)
    open_labels = list(passage.labels)
    verdict = Verdict(passage)
    for figure in map(placed, extraction.observations):
        if figure.status == NO_CLAIM or figure.value_start < passage.start or figure.indicator_code in passage.later:
            continue
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


def _placing(passage: Passage, canonical: str) -> Callable[[Observation], Observation]:
    """Sets a figure to its place in the passage's text: the canonical one has other white space, and tabs between the cells of tables."""
    marks = [index for index, character in enumerate(passage.text) if _is_mark(character)]
    before = [0, *accumulate(map(_is_mark, canonical))]
    if before[-1] != len(marks):
        raise GongkaiError(
            f"{passage.passage_id}: is not read as it is written ({len(marks)} characters, {before[-1]} of them read); "
            "write tables with tabs between the cells, and leave out page numbers"
        )
    marks.append(len(passage.text))

    def span(start: int, end: int) -> tuple[int, int]:
        first, last = before[start], before[end]
        return marks[first], marks[last - 1] + 1 if last > first else marks[first]

    def placed(figure: Observation) -> Observation:
        (char_start, char_end), (start, end) = span(figure.char_start, figure.char_end), span(figure.value_start, figure.value_end)
        return replace(figure, char_start=char_start, char_end=char_end, value_start=start, value_end=end)

    return placed


def _is_mark(character: str) -> bool:
    return not character.isspace() and character != "|"


def is_same(figure: Observation, label: Label) -> bool:
    """Whether a figure says what a label says."""
    return (
        figure.indicator_code in label.codes
        and figure.basis == label.basis
        and figure.status == label.status
        and _is_same_place(figure, label)
        and (label.value is None or value_of(figure) == label.value)
        and (label.status in ("blank", "not_applicable") or figure.qualifier == label.qualifier)
        and _is_same_member(figure, label)
    )


def _is_same_member(figure: Observation, label: Label) -> bool:
    if any(member == figure.member_code or is_same_label(member, member_of(figure)) for member in label.members):
        return True
    # Of an indicator without members, where the label leaves open whether it is one ("website|by_channel").
    return len(label.codes) > 1 and not member_of(figure) and ".by_" not in figure.indicator_code


def member_of(figure: Observation) -> str:
    """The member as printed, else its code; "" for a figure without one. The total of a table is no member."""
    return figure.member_label or (figure.member_code if figure.member_code != "total" else None) or ""


def _is_same_place(figure: Observation, label: Label) -> bool:
    """A number is where it is printed; words that say zero may be framed more or less widely."""
    if label.status == "blank":
        return True
    if label.status == "reported":
        return any(figure.value_start < end and start < figure.value_end for start, end in label.places)
    return any(figure.char_start <= start < figure.char_end for start, _ in label.places)


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
    """Sums of verdicts, by any key, and over all of them."""

    right: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def lines(self, heading: str) -> list[str]:
        """The printed table, the sum at its end."""
        keys = sorted(self.read | self.asked, key=lambda key: (key in (ALL, PREFERRED), key))
        width = max(map(_width, (heading, *keys)), default=0) + 2
        head = f"{_filled(heading, width)}{'read':>6}{'right':>7}{'precision':>11}{'asked':>8}{'found':>7}{'recall':>10}"
        return [head, *(_filled(key, width) + self._line(key) for key in keys)]

    def _line(self, key: str) -> str:
        precision, recall = share(self.right[key], self.read[key]), share(self.found[key], self.asked[key])
        return f"{self.read[key]:6}{self.right[key]:7}{precision:>11}{self.asked[key]:8}{self.found[key]:7}{recall:>10}"


def share(part: int, whole: int) -> str:
    """A share as it is printed."""
    return f"{part / whole:.1%}" if whole else "-"


def _width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in words)


def _filled(words: str, width: int) -> str:
    return words + " " * (width - _width(words))


def tally(verdicts: Iterable[Verdict], by: str) -> Tally:
    """Adds up by "indicator", "theme" or "rule": what is found is of the rule that reads it, what is missing of the one that should."""
    sums = Tally()
    for verdict in verdicts:
        theme = verdict.passage.theme
        for figure, is_right in [*((figure, True) for figure, _ in verdict.right), *((figure, False) for figure in verdict.wrong)]:
            own = {"indicator": figure.indicator_code, "theme": theme, "rule": figure.recogniser_id}[by]
            for key in (own, ALL, PREFERRED) if figure.confidence >= PREFERRED_CONFIDENCE_MIN else (own, ALL):
                sums.read[key] += 1
                sums.right[key] += is_right
        found = {id(label): (label, figure) for figure, label in verdict.right if label.is_required}
        asked: list[tuple[Label, Observation | None]] = [*found.values(), *((label, None) for label in verdict.missing)]
        for label, reader in asked:
            rule = reader.recogniser_id if reader is not None else _due(verdict.passage, label)
            for key in ({"indicator": min(label.codes), "theme": theme, "rule": rule}[by], ALL, PREFERRED):
                sums.asked[key] += 1
                sums.found[key] += reader is not None and (key != PREFERRED or reader.confidence >= PREFERRED_CONFIDENCE_MIN)
    return sums


def _due(passage: Passage, label: Label) -> str:
    """The rule that should have read a missing label: of its indicator in sentences, of no name in tables."""
    if not label.places:
        return "(blank cell)"
    start = label.places[0][0]
    line = passage.text[passage.text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    return "(cell of a table)" if "\t" in line or "|" in line else f"prose:{min(label.codes)}"


def shown(verdict: Verdict) -> list[str]:
    """What is wrong and what is missing of a passage, under its text; of a whole report only the clauses are shown."""
    passage = verdict.passage
    text = passage.text.strip()
    is_long = len(text) > _LONGEST_SHOWN
    lines = [f"=== {passage.passage_id} ({passage.theme})", *([] if is_long else [text])]
    for figure in verdict.wrong:
        lines += [f"    wrong    {_figure(figure)}", *([f"             {_one_line(figure.quote)}"] if is_long else [])]
    for label in verdict.missing:
        lines += [f"    missing  {_label(label)}", *([f"             {_around(passage.text, label)}"] if is_long and label.places else [])]
    return lines


def _figure(figure: Observation) -> str:
    return (
        f"{figure.indicator_code} [{member_of(figure)}] {figure.basis} {figure.status} {value_of(figure)} {figure.qualifier}"
        f" «{figure.value_printed or ''}» {figure.recogniser_id}"
    )


def _label(label: Label) -> str:
    codes, members = "|".join(sorted(label.codes)), "|".join(sorted(label.members))
    return f"{codes} [{members}] {label.basis} {label.status} {label.value} {label.qualifier} «{label.printed}»"


def _around(text: str, label: Label) -> str:
    start, end = label.places[0]
    return _one_line(text[max(0, start - _AROUND) : end + _AROUND])


def _one_line(words: str) -> str:
    return " ".join(words.split())
