"""What a sentence has said so far, and the figures written down from it.

Lives here: Sentence (totals, lists and years that later words refer back to), and making observations with their quote, label and
place.
Elsewhere: what the words mean (counts.py, matching.py, disclosure/).
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from extractors.document import Document
from extractors.numerals import Numeral
from extractors.prose.basis import years_in
from extractors.prose.other_cases import OtherCases
from extractors.prose.wording import pattern_of, squeezed
from extractors.records import Basis, Observation, Status

if TYPE_CHECKING:
    from extractors.prose.clauses import Place

BOUNDARY = re.compile("[,;:。!?(]")
# A bracket within a word.
_ASIDE = re.compile(r"[(（][^()（）]{1,12}[)）]")
_LAST_BOUNDARY = re.compile(".*[,;:。!?(]", re.S)
# How far behind a number its noun may stand.
BEHIND = 24
# No sentence refers back further than this, and no clause is longer: hostile texts without any full stop stay cheap.
LONGEST_BEFORE = 400
LONGEST_REACH = 200
# Longer sentences are quoted clause by clause, as lists without a full stop may run over pages.
_LONGEST_QUOTE = 400


def last_boundary(text: str, start: int, end: int) -> int:
    """Where the clause that ends at `end` begins: behind the last boundary since `start`, else `start`."""
    match = _LAST_BOUNDARY.match(text, start, end)
    return start if match is None else match.end()


def _with_aside(label: str, printed: str) -> str:
    """The label with what stands in brackets within it ("政务（村务）公开栏"), as the words printed have it."""
    aside = _ASIDE.search(printed)
    if aside is None:
        return label
    before, whole = squeezed(printed[: aside.start()]), squeezed(printed[: aside.start()] + printed[aside.end() :])
    inside = len(before) - whole.rfind(label)
    return label[:inside] + squeezed(aside[0]) + label[inside:] if label in whole and 0 < inside < len(label) else label


@dataclass(slots=True)
class Sentence:
    """What a sentence has said so far."""

    start: int
    end: int
    heads: tuple[str, ...]
    list_kind: str | None = None
    last_code: str | None = None
    # What the last rule that fitted was about ("application", "review", …), be it that its figure is not kept.
    matter: str | None = None
    # The verb of the last count that had one: "废止规章1部、规范性文件6件".
    verb: str = ""
    last_total: Observation | None = None
    # The total whose parts the list names, if it has been told.
    list_total: Observation | None = None
    # The kinds of information named so far: shares told in turn go to them.
    items: list[str] = field(default_factory=list)
    # Those of them whose shares are still to come: "7条和4条，占12.3%和7.0%".
    shared: list[str] = field(default_factory=list)
    # Where the number of the last of them ends: a share right behind it is its own.
    item_end: int = -1
    # The figures that the sentence has told without a label: what is told once more and is less is a part.
    totals: dict[tuple[str, str], Decimal] = field(default_factory=dict)
    # Whether it may turn to a place or a body above the one that reports.
    may_turn: bool = False
    # The first number that it told of others: the reporter's part of it may follow.
    of_others: "Place | None" = None
    finance: str | None = None
    closes: bool = False
    # The cases told of that are not about disclosure: what became of them is no figure.
    others: OtherCases = field(default_factory=OtherCases)
    # Where the plan that the sentence tells ends: "计划公开50条，培训2次".
    planned_to: int = -1
    # Where the brackets close that hold parts of a part: "文件12条（其中规范性文件3条）".
    within_to: int = -1
    # Whether a comparison with the year before has been told: "比上年减少10件，下降16.7%".
    is_compared: bool = False
    # The indicator whose number of the year before has been told: "由80条增加到120条".
    prior: str | None = None
    # Whether nothing stands between the heading and the passage, and where that passage ends.
    is_under_head: bool = False
    passage_end: int = 0
    # What the short sentence before names ("一是政府网站。").
    topic: str = ""
    # Whether the passage is an item of a numbered list of ways behind its first.
    is_further: bool = False
    # The words so far, without white space, up to `read_to`, and the years that they name.
    before: str = ""
    read_to: int = -1
    years: set[int] = field(default_factory=set)

    def read_on(self, text: str, end: int) -> str:
        """Adds the words up to `end`; all words so far."""
        begin = self.read_to if self.read_to >= 0 else self.start
        if end > begin:
            words = squeezed(text[begin:end])
            self.before = (self.before + words)[-LONGEST_BEFORE:]
            self.years |= years_in(words)
            self.read_to = end
        return self.before


class Writer:
    """Writes down the figures of one report. `text` is the folded twin of the document's text.

    `is_part` is True for a report on a part of the year: what it counts, it counts over that part.
    """

    is_part = False

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.text = text
        self.observations: list[Observation] = []
        self._quote: tuple[int, int, str] = (-1, -1, "")
        self._told: dict[tuple[str, str, str | None, int], list[Observation]] = {}

    def _is_of_whole_year(self, sentence: Sentence, end: int) -> bool:
        """ "四季度公开44条；2018年全年累计公开167条": of the year, in a report on a part of it."""
        start = max(sentence.start, end - LONGEST_REACH)
        return pattern_of("whole_year").search(self.text, max(start, self.text.rfind(";", start, end)), end) is not None

    def _add(
        self,
        sentence: Sentence,
        code: str,
        numeral: Numeral,
        confidence: float,
        basis: Basis,
        label: str | None = None,
        status: Status = "reported",
        keep_last: bool = False,
        member: str | None = None,
        recogniser: str | None = None,
    ) -> Observation | None:
        """Writes down one figure, unless it is told already. `recogniser` is `prose:` with the code of the indicator unless given."""
        if self.is_part and basis == "current" and not self._is_of_whole_year(sentence, numeral.open):
            basis = "part_year"
        sentence.others.is_last = False
        if not keep_last:
            sentence.last_code = code
            sentence.matter = code.split(".", 1)[0]
            sentence.is_compared = False
            if code.startswith("finance."):
                sentence.finance = code
        char_start, char_end, quote = self._quoted(sentence, numeral)
        label = self._as_printed(label, sentence, numeral) if label else None
        observation = Observation(
            code,
            basis,
            status,
            numeral.qualifier if status != "not_applicable" else None,
            numeral.value,
            self.document.text[numeral.start : numeral.end] if status == "reported" else None,
            numeral.unit if status == "reported" else None,
            "prose",
            self.document.line_of(numeral.start),
            char_start,
            char_end,
            numeral.start,
            numeral.end,
            quote,
            recogniser or f"prose:{code}",
            confidence,
            member_code=member,
            member_label=label,
            page=self.document.page_of(numeral.start),
        )
        told = self._told.setdefault((code, basis, label, char_start), [])
        if any(other.number == numeral.value or other.value_start == numeral.start for other in told):
            return None
        told.append(observation)
        self.observations.append(observation)
        return observation

    def _has_told(self, sentence: Sentence) -> bool:
        """Whether the figure told last is one of this sentence."""
        return bool(self.observations) and self.observations[-1].value_start >= sentence.start

    def _as_printed(self, label: str, sentence: Sentence, numeral: Numeral) -> str:
        """The label with the characters that the document prints: rules read folded ones."""
        start = max(sentence.start, numeral.open - LONGEST_REACH)
        folded, printed = self.text[start : numeral.close], self.document.text[start : numeral.close]
        if label in squeezed(printed):
            return label
        place = squeezed(folded).rfind(label)
        if place < 0:
            return _with_aside(label, printed)
        kept = "".join(character for character, twin in zip(printed, folded, strict=True) if not twin.isspace())
        return kept[place : place + len(label)]

    def _quoted(self, sentence: Sentence, numeral: Numeral) -> tuple[int, int, str]:
        """The sentence; of a long one the clauses around the number."""
        text = self.document.text
        start, end = sentence.start, sentence.end
        if end - start > _LONGEST_QUOTE:
            start = max(start, numeral.open - LONGEST_REACH)
            start = max(start, last_boundary(self.text, start, numeral.open) - 40)
            end = min(end, numeral.close + BEHIND)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if self._quote[:2] != (start, end):
            self._quote = (start, end, text[start:end])
        return self._quote
