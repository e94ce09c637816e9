"""Numbers that are no indicator: what is counted, in which unit, under which heading.

Lives here: turning the numerals that no recogniser claimed into Quantity records, with the noun beside them.
Elsewhere: finding and classing numerals (../numerals), figures of known indicators (figures.py).

Kept are quantities, shares, ranges and bare numbers. Dates, phones, numbering and the other classes of ../numeral_classes.csv hold no
quantity: they are counted in the report's numerals, and not kept.
"""

import re
from bisect import bisect_right

from extractors.document import Document
from extractors.numerals import BARE, CLAIMED, PERCENT, QUANTITY, RANGE, Numeral
from extractors.prose.passages import Passage
from extractors.prose.wording import HAN, pattern_of, squeezed
from extractors.records import Quantity

KEPT = frozenset((QUANTITY, PERCENT, RANGE, BARE))
_LAST_BREAK = re.compile(".*[,;:。!?()\n\t，；：！？（）、]", re.S)
_LAST_SENTENCE_END = re.compile(".*[。！？\n]", re.S)
_SENTENCE_END = re.compile("[。!?！？\n]")
# What stands behind the unit up to where the sentence says something of it; 其中, 均已 and the like begin no noun.
_NOUN_BEHIND = re.compile(
    r"[^\S\n]*(?:[长宽高深]?的)?(?!其|均|都|已|未|全部|并|和|与|及|或|等|比|较|占|同比|增|减|为|在|由|用于|以|左右|至|从|是)([\u4e00-\u9fff]{2,12}?)"
    r"(?=已|均|被|正在|的|和|与|及|等|[^\u4e00-\u9fff]|$|(?<=[\u4e00-\u9fff]{12}))"
)
# Words before a noun that are no part of it.
_BEFORE_NOUN = re.compile("(?:和|与|及|以及|并|其中|其他|另有|另外|还有|共有|共计|全年|年内|累计|目前|现有|先后|分别)+(?=.{2})")
_JOINT = frozenset(("、", "和", "与", "及"))
# Units that stand before their noun ("12个项目"); of others the noun is behind only where no noun stands before ("植树造林521亩").
_LEADING_UNITS = frozenset("个名位家处所条项座台辆支户种类批场篇次套栋起件份期间只")
_LONGEST_NOUN = 16
_LONGEST_QUOTE = 200


def quantities(document: Document, numerals: list[Numeral], passages: list[Passage]) -> list[Quantity]:
    """The numerals of the kept classes, in reading order."""
    text = document.text
    starts = [passage.start for passage in passages]
    found: list[Quantity] = []
    previous = 0
    quoted = (0, 0, "")
    noun: str | None = None
    for numeral in numerals:
        if numeral.kind not in KEPT:
            if numeral.value is not None or numeral.kind in CLAIMED:
                previous, noun = numeral.close, None
            continue
        start, end = _around(text, numeral)
        if quoted[:2] != (start, end):
            quoted = (start, end, text[start:end])
        index = bisect_right(starts, numeral.start) - 1
        inside = passages[index] if index >= 0 and numeral.start < passages[index].end else None
        gap = text[previous : numeral.open].strip()
        if not (gap in _JOINT and found and noun is not None and found[-1].unit_printed == numeral.unit):
            noun = _noun(text, numeral, max(previous, start))
        found.append(
            Quantity(
                numeral.kind,
                numeral.value,
                text[numeral.start : numeral.end],
                numeral.unit,
                noun,
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
    """What is counted: the words behind a unit that leads its noun, else the words before the number, else those behind it."""
    behind = _NOUN_BEHIND.match(text, numeral.close) if numeral.unit else None
    if behind is not None and numeral.unit in _LEADING_UNITS:
        return behind[1]
    since = max(since, numeral.open - 2 * _LONGEST_NOUN)
    broken = _LAST_BREAK.match(text, since, numeral.open)
    begin = since if broken is None else broken.end()
    if text[begin - 1 : begin] == "\t":
        label = _label(text, begin)
        if label is not None and not text[begin : numeral.open].strip():
            return label
    noun = pattern_of("tail").sub("", squeezed(text[begin : numeral.open]))
    noun = _BEFORE_NOUN.sub("", noun, count=1) if _BEFORE_NOUN.match(noun) else noun
    return noun[-_LONGEST_NOUN:] or (behind[1] if behind is not None else None)


def _label(text: str, cell: int) -> str | None:
    """The words that label the row of a table cell: those of the first cell with words, unless the row is long."""
    line = text.rfind("\n", max(0, cell - _LONGEST_QUOTE), cell) + 1
    if not line:
        return None
    return next((squeezed(words)[-_LONGEST_NOUN:] for words in text[line:cell].split("\t") if HAN.search(words)), None)
