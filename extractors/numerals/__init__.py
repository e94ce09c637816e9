"""Every numeral of a document, once: where it stands, what kind of number it is, and who explained it.

Lives here: `tokenise()`, which finds all numerals (Arabic, full-width, Chinese) and gives each a class of numeral_classes.csv, and
`explain()`, which counts those that neither a recogniser nor a class accounts for. Words that merely hold a numeral (统一, 每一) are
rows of numeral_words.csv.
Elsewhere: what each class looks like (patterns.py) and how it is told (arabic.py, chinese.py), value, unit and qualifier
(quantities.py, worth.py), numbers that their neighbours explain (neighbours.py), what a quantity means (../prose), cells of printed forms
(../numbers.py, ../forms).

A numeral is one run of digits with its separators, or of Chinese number characters; a date or a phone number holds several, and all
of them share its class. A Chinese digit alone is a numeral only where a unit, 第 or the numbering of a list makes it one.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from extractors.csv_tables import records_of
from extractors.numerals.arabic import arabic_at
from extractors.numerals.chinese import chinese_at, myriads_at
from extractors.numerals.neighbours import settle_neighbours
from extractors.numerals.numeral import BARE, CLAIMED, COUNTED, DAMAGED, PERCENT, QUANTITY, RANGE, READABLE, Numeral
from extractors.readers.encoding import REPLACEMENT
from extractors.records import NumeralCount

__all__ = [
    "BARE",
    "CLAIMED",
    "COUNTED",
    "PERCENT",
    "QUANTITY",
    "RANGE",
    "READABLE",
    "Numeral",
    "classes",
    "counts_by_class",
    "explain",
    "tokenise",
]

WIDE_DIGIT = re.compile("[０-９％﹪]")
_TO_HALF_WIDTH = {ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９％﹪", "0123456789%%", strict=True)}
_WIDE_POINT = re.compile(r"(?<=\d)．(?=\d)")
# 贰佰叁拾元, 贰件: formal digits; of 伍 and 陆 alone (队伍, 大陆) only those behind which nothing but a count can stand.
_FORMAL = re.compile(
    "[壹贰叁肆伍陆柒捌玖][拾佰仟](?:零?[壹贰叁肆伍陆柒捌玖][拾佰仟]?)*|拾[壹贰叁肆伍陆柒捌玖](?=[万元件条份次期篇人名个宗起])"
    "|[壹贰叁肆柒捌玖](?=[万元件条份次期篇人名个宗起])|(?<![队行入大内登着])[伍陆](?=[件条份宗]|元(?:整|[，。；,;、（(]))"
)
_FORMAL_DIGIT = re.compile("[壹贰叁肆伍陆柒捌玖拾]")
_TO_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
# Mirrors print how a character sounds behind it: 30餘(yú)條.
_PINYIN = re.compile("[(（][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*[)）]")
_CANDIDATE = re.compile(
    "[0-9]+|[〇零一二三四五六七八九十百千两几廿卅]+|[万亿]|[\u2460-\u249b\u24ea\u2776-\u277f\u3220-\u3229\u3280-\u3289]"
)
# What one begins with: a set of characters is looked for faster than one of three runs, or one of two sets.
_CANDIDATE_START = re.compile(
    "[0-9〇零一二三四五六七八九十百千两几廿卅万亿\u2460-\u249b\u24ea\u2776-\u277f\u3220-\u3229\u3280-\u3289]"
    "(?:(?<![万亿])|(?=[余多份条次人件册张名户亩元]))"
)
# A number that is alone in its cell is nothing but that, and so are those of the cells behind it; longer ones may be phones or codes that
# the cell before names.
_CELLS = re.compile("(?:[0-9]{1,4}\t)*[0-9]{1,4}(?=[\t\n])")
_DIGIT_RUN = re.compile("[0-9]+")
# An address is ASCII: the words right behind it are the sentence's.
# A name before an @ is tried from its beginning only: from each of its letters, a long word would cost the square of its length.
_WEB = re.compile(r"(?:https?://|www\.)[!-(*+\--:=?-~]+|(?<![A-Za-z0-9._-])[A-Za-z0-9._-]++@[A-Za-z0-9.-]+")
_CHINESE_DIGITS = frozenset("〇零一二三四五六七八九十百千两几廿卅")
# “三公”经费, “两微一端”: a quoted name that begins with a numeral.
_QUOTED_NAME = re.compile("[^”\\n\\d]{2,9}”")


def _column(name: str, column: str) -> list[str]:
    return sorted((row[column] for row in records_of(name)), key=lambda word: (-len(word), word))


@lru_cache(maxsize=1)
def _words() -> dict[str, list[tuple[str, int]]]:
    """Words that hold a numeral and are none, by the two characters around it, each with the place of the numeral in the word."""
    table: dict[str, list[tuple[str, int]]] = {}
    for word in _column("numeral_words.csv", "word"):
        place = next(index for index, character in enumerate(word) if character in _CHINESE_DIGITS)
        key = word[place : place + 2] if place + 1 < len(word) else word[place - 1 : place + 1]
        table.setdefault(key, []).append((word, place))
    return table


def _end_of_word(text: str, start: int) -> int:
    """Where the word ends that the Chinese numeral at `start` is part of; 0 if it is part of none."""
    words = _words()
    for key in (text[start : start + 2], text[start - 1 : start + 1]):
        for word, place in words.get(key, ()):
            if text.startswith(word, start - place):
                return start - place + len(word)
    if text[start - 1 : start] == "“":
        quoted = _QUOTED_NAME.match(text, start)
        return quoted.end() if quoted else 0
    return 0


@lru_cache(maxsize=1)
def classes() -> tuple[str, ...]:
    """The closed list of classes."""
    return tuple(sorted(_column("numeral_classes.csv", "numeral_class")))


@lru_cache(maxsize=10_000)
def _count(digits: str) -> Decimal:
    return Decimal(digits)


def tokenise(text: str) -> list[Numeral]:
    """Every numeral of `text`, in reading order, with its class; offsets count characters of `text`."""
    text = _readable(text)
    found: list[Numeral] = []
    done = 0
    sites = _sites(text)
    site = 0
    while (first := _CANDIDATE_START.search(text, done)) is not None:
        start = first.start()
        while site < len(sites) and sites[site][1] <= start:
            site += 1
        if site < len(sites) and sites[site][0] <= start:
            done = sites[site][1]
            found.append(Numeral("web", start, done, done, count=len(_DIGIT_RUN.findall(text, start, done))))
            continue
        character = text[start]
        if character in "0123456789" and start and text[start - 1] == "\t" and (cells := _CELLS.match(text, start)) is not None:
            for digits in cells[0].split("\t"):
                end = start + len(digits)
                found.append(Numeral(BARE, start, end, end, _count(digits)))
                start = end + 1
            done = cells.end()
            continue
        candidate = _CANDIDATE.match(text, start)
        assert candidate is not None
        if character in "0123456789":
            numeral: Numeral | None = arabic_at(text, candidate)
        elif character in _CHINESE_DIGITS:
            if end_of_word := _end_of_word(text, start):
                done = end_of_word
                continue
            numeral = chinese_at(text, candidate)
        elif character in "万亿":
            numeral = myriads_at(text, start)
        else:
            numeral = Numeral("numbering", start, start + 1, start + 1)
        if numeral is not None:
            found.append(numeral)
            done = numeral.close
        else:
            done = candidate.end()
    settle_neighbours(text, found)
    if REPLACEMENT in text:
        for numeral in found:
            # A digit may be among the characters that were lost before the file came, or that could not be read on a scan.
            if REPLACEMENT in (text[numeral.start - 1 : numeral.start], text[numeral.end : numeral.end + 1]):
                numeral.kind, numeral.value = DAMAGED, None
    return found


def _readable(text: str) -> str:
    """`text` with half-width digits and without the pinyin of mirrors, of the same length."""
    if WIDE_DIGIT.search(text):
        text = text.translate(_TO_HALF_WIDTH)
    if _FORMAL_DIGIT.search(text):
        text = _FORMAL.sub(lambda match: match[0].translate(_TO_PLAIN), text)
    if "．" in text:
        text = _WIDE_POINT.sub(".", text)
    if _PINYIN.search(text):
        text = _PINYIN.sub(lambda match: " " * len(match[0]), text)
    return text


def _sites(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses stand."""
    return [match.span() for match in _WEB.finditer(text)] if "www." in text or "://" in text or "@" in text else []


def counts_by_class(numerals: Iterable[Numeral]) -> list[NumeralCount]:
    """How many numerals each class has, by its name."""
    counts: dict[str, int] = {}
    for numeral in numerals:
        counts[numeral.kind] = counts.get(numeral.kind, 0) + numeral.count
    return [NumeralCount(*item) for item in sorted(counts.items())]


def explain(numerals: list[Numeral], claims: Iterable[tuple[int, int, str]]) -> list[Numeral]:
    """Gives those inside a claimed span the class of the recogniser that read them; returns those that nothing explains.

    A claim is a span with one of `CLAIMED`; where several hold a numeral, that which begins last (a figure in a row, not the row) counts.
    The label of a form's row explains the quantities printed in it, and leaves its numbering what it is.
    """
    ends = {numeral.start: numeral.end for numeral in numerals}
    # Most claims are of one number, just as it stands; only the others are looked through.
    own: dict[int, list[tuple[int, int, str]]] = {}
    wide: list[tuple[int, int, str]] = []
    for claim in set(claims):
        if ends.get(claim[0]) == claim[1]:
            own.setdefault(claim[0], []).append(claim)
        else:
            wide.append(claim)
    wide.sort()
    unexplained: list[Numeral] = []
    open_spans: list[tuple[int, int, str]] = []
    index = 0
    for numeral in numerals:
        while index < len(wide) and wide[index][0] <= numeral.start:
            open_spans.append(wide[index])
            index += 1
        if open_spans:
            open_spans = [span for span in open_spans if span[1] > numeral.start]
        spans = [*open_spans, *own.get(numeral.start, ())] if open_spans else own.get(numeral.start, [])
        holding = [span for span in spans if numeral.end <= span[1] and (span[2] != "form_label" or numeral.kind in COUNTED)]
        if holding:
            numeral.kind = max(holding)[2]
        elif numeral.kind == BARE:
            unexplained.append(numeral)
    return unexplained
