"""Numbers that are no indicator: what is counted, in which unit, under which heading.

Lives here: turning the numerals that no recogniser claimed into Quantity records, with the noun beside them.
Elsewhere: finding and classing numerals (../numerals.py), figures of known indicators (figures.py).

Kept are quantities, shares, ranges and bare numbers. Dates, phones, numbering and the other classes of ../numeral_classes.csv hold no
quantity: they are counted in the report's numerals, and not kept.
"""

import re
from bisect import bisect_right

from extractors.document import Document
from extractors.numerals import BARE, CLAIMED, PERCENT, QUANTITY, RANGE, Numeral
from extractors.prose.passages import Passage
from extractors.prose.wording import pattern_of, squeezed
from extractors.records import Quantity

KEPT = frozenset((QUANTITY, PERCENT, RANGE, BARE))
_LAST_BREAK = re.compile(".*[,;:。!?()\n\t，；：！？（）、]", re.S)
_LAST_SENTENCE_END = re.compile(".*[。！？\n]", re.S)
_SENTENCE_END = re.compile("[。!?！？\n]")
_NOUN_BEHIND = re.compile(r"[^\S\n]*的?([\u4e00-\u9fff]{2,12})")
# Units that stand before their noun ("12个项目"); others follow it ("植树造林521亩").
_LEADING_UNITS = frozenset("个名位家处所条项座台辆支户种类批场篇次套栋起件份")
_LONGEST_NOUN = 16
_LONGEST_QUOTE = 200


def quantities(document: Document, numerals: list[Numeral], passages: list[Passage]) -> list[Quantity]:
    """The numerals of the kept classes, in reading order."""
    text = document.text
    starts = [passage.start for passage in passages]
    found: list[Quantity] = []
    previous = 0
    quoted = (0, 0, "")
    for numeral in numerals:
        if numeral.kind not in KEPT:
            if numeral.value is not None or numeral.kind in CLAIMED:
                previous = numeral.close
            continue
        start, end = _around(text, numeral)
        if quoted[:2] != (start, end):
            quoted = (start, end, text[start:end])
        index = bisect_right(starts, numeral.start) - 1
        inside = passages[index] if index >= 0 and numeral.start < passages[index].end else None
        found.append(
            Quantity(
                numeral.kind,
                numeral.value,
                text[numeral.start : numeral.end],
                numeral.unit,
                _noun(text, numeral, max(previous, start)),
                " > ".join(inside.heads) or None if inside is not None else None,
                document.line_of(numeral.start),
                start,
                end,
                numeral.start,
                numeral.end,
                quoted[2],
                document.page_of(numeral.start),
            )
        )
        previous = numeral.close
    return found


def _around(text: str, numeral: Numeral) -> tuple[int, int]:
    """The sentence (or table row) around a number; of a long one the clauses beside it."""
    start = max(0, numeral.start - _LONGEST_QUOTE)
    ended = _LAST_SENTENCE_END.match(text, start, numeral.start)
    start = ended.end() if ended is not None else start
    match = _SENTENCE_END.search(text, numeral.close, numeral.close + _LONGEST_QUOTE)
    end = match.end() - (match[0] == "\n") if match is not None else min(len(text), numeral.close + _LONGEST_QUOTE)
    while start < numeral.start and text[start].isspace():
        start += 1
    return start, max(end, numeral.close)


def _noun(text: str, numeral: Numeral, since: int) -> str | None:
    """What is counted: the words behind a unit that leads its noun, else the words before the number."""
    if numeral.unit in _LEADING_UNITS:
        behind = _NOUN_BEHIND.match(text, numeral.close)
        if behind is not None:
            return behind[1]
    since = max(since, numeral.open - 2 * _LONGEST_NOUN)
    broken = _LAST_BREAK.match(text, since, numeral.open)
    before = text[since if broken is None else broken.end() : numeral.open]
    noun = pattern_of("tail").sub("", squeezed(before))[-_LONGEST_NOUN:]
    return noun or None
