"""Which readings of numbers stand.

Lives here: numbers within a line, how sure one must be of them, a second and a third look, whether there is as much ink as there are
digits, strokes that only look like a 1.
Elsewhere: the reading itself (recognise.py), sums that confirm one (sums.py).

Words may be read wrong and do little harm; a wrong figure is worse than none. So every number that isn't sure is given up: each of its
characters becomes LOST, which no reader of figures takes for a number.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from extractors.readers.encoding import REPLACEMENT as LOST
from extractors.readers.pages.scan.ink import Box, pieces, within
from extractors.readers.pages.scan.models import Reading
from extractors.readers.pages.scan.picture import Picture
from extractors.readers.pages.scan.recognise import look_again

# Of some 8,000 numbers on 77 worn, bent, faded, stamped and noisy pages, those above SURE with as many pieces of ink as digits were
# right, but for two on a page that had lost strokes and where every tenth number was doubtful. Below, three looks have to agree, and the
# middle one of their values has to be above DOUBTFUL.
SURE, DOUBTFUL = 0.9, 0.75
# What is less sure than this no sum confirms.
HOPELESS = 0.5
# Numbers in sentences, where ink can't be counted, are looked at again below this.
QUITE_SURE = 0.95
# The width of a digit, in parts of its height; the share of red that may hide one; the share of ink that print has at least.
DIGIT, LEAST_VEIL, LEAST_INK = 0.6, 0.03, 0.05
# A page with more doubtful numbers than this is worn: then only what is surest stands.
WORN, SURE_IF_WORN = 0.12, 0.985
# Figures of sentences, in digits and in words; the numbering of a heading or an item is none.
NUMBER = re.compile(
    r"(?!^[0-9０-９]{1,2}[.、．)）](?![0-9０-９]))[0-9０-９](?:[0-9０-９]|[.,，．:： ](?=[0-9０-９]))*"
    r"|(?<![（(〇零一二三四五六七八九十百千万亿两])(?!^[一二三四五六七八九十]+[、.．])[〇零一二三四五六七八九十百千万亿两]+"
)
ONLY_NUMBER = re.compile(r"[0-9０-９.,，．%％]+")
# 1,234 and 1.234 differ by a tail of two dots; amounts have two decimals, or four, or six.
POINT_OR_COMMA = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
# A point with a speck above it looks like a colon; only clock times have one. No number has a blank.
TORN = re.compile(r"[0-9]*[:： ](?![0-9]{2}(?![0-9]))|[0-9]{3,}[:：]|.* ")
# A full stop before a number looks like a zero; only telephone numbers begin with one.
LEADING_ZERO, DASHES = re.compile(r"0[0-9]{2,4}"), ("-", "－", "—")
# How far a 1 may lean to the left (dots across by dots down); a slash leans by a third.
LEANING = -0.12


@dataclass(slots=True)
class Judged:
    """A line with what is given up as LOST. `confidence` is that of what is left; `guess` is what a number given up looked like."""

    text: str
    confidence: float
    guesses: list[tuple[str, float]]


def is_number(text: str) -> bool:
    return ONLY_NUMBER.fullmatch(text) is not None


def sureness_of_number(picture: Picture, found: NDArray[np.int32], reading: Reading, line: Box, cell: Box, size: float) -> float:
    """How sure a line is that holds a number and nothing else, 0-1."""
    if POINT_OR_COMMA.fullmatch(reading.text) or is_hidden(picture, line):
        return 0.0
    if reading.text == "1" and _leans(picture, within(found, line)):
        return 0.0
    sure = min(reading.sureness)
    if sure < HOPELESS or (sure >= SURE and len(reading.text) in (_count(within(found, line)), _count_dark(picture, line))):
        return sure
    looks = look_again(picture, line, cell, size)
    if any(look.text != reading.text for look in looks):
        return min(sure, HOPELESS - 0.01)
    return sure if sure >= SURE else sorted([sure, *(min(look.sureness) for look in looks)])[1]


def _count(found: NDArray[np.int32]) -> int:
    """The pieces side by side: as many as digits and points, unless some touch or are torn."""
    count, reach = 0, -1
    for left, right in sorted((left, right) for left, _, right, _, _ in found.tolist()):
        count += left >= reach - 1
        reach = max(reach, right)
    return count


def _count_dark(picture: Picture, line: Box) -> int:
    """The same of what is certainly dark: strokes that only touch by the blur of the scan are apart there."""
    left, top, right, bottom = line
    return _count(pieces(replace(picture, ink=picture.dark[top:bottom, left:right], dark=picture.dark[top:bottom, left:right])))


def _leans(picture: Picture, found: NDArray[np.int32]) -> bool:
    """Whether the one stroke of a line leans as a slash does."""
    if not len(found):
        return True
    left, top, right, bottom, _ = found[found[:, 4].argmax()].tolist()
    weights = 255.0 - picture.grey[top:bottom, left:right].astype(np.float64)
    weights[weights < 64] = 0.0
    total = weights.sum()
    if not total:
        return True
    ys, xs = np.mgrid[0 : weights.shape[0], 0 : weights.shape[1]]
    y, x = (weights * ys).sum() / total, (weights * xs).sum() / total
    spread = (weights * (ys - y) ** 2).sum()
    return bool(spread and (weights * (ys - y) * (xs - x)).sum() / spread < LEANING)


def is_hidden(picture: Picture, line: Box) -> bool:
    """Whether a seal that isn't seen through may hide a digit of what stands here.

    Where red was taken off, there should be about as much ink as beside it.
    """
    if picture.veil is None:
        return False
    left, top, right, bottom = line
    aside = round(DIGIT * (bottom - top))
    part = slice(max(top, 0), bottom), slice(max(left - aside, 0), right + aside)
    veil, dark = picture.veil[part] > 0, picture.dark[part] > 0
    if veil.mean() < LEAST_VEIL:
        return False
    beside = dark[~veil].mean() if not veil.all() else 0.0
    return bool(dark[veil].mean() < max(beside / 2, LEAST_INK))


def numbers_in(text: str, sureness: list[float]) -> list[tuple[int, int, float]]:
    """The numbers of a line of words: where each begins and ends, and how sure the least sure of its characters is."""
    found = []
    for match in NUMBER.finditer(text):
        beside = {text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]}
        is_torn = TORN.match(match[0]) or (LEADING_ZERO.fullmatch(match[0]) and beside.isdisjoint(DASHES))
        found.append((match.start(), match.end(), 0.0 if is_torn else min(sureness[match.start() : match.end()])))
    return found


def judged(text: str, sureness: list[float], bound: float, look: Callable[[], list[str]]) -> Judged:
    """A line of words, in which a number stands only where each of its characters is as sure as `bound`.

    `look` reads the line again in other ways; a number that isn't quite sure has to be in all of them.
    """
    kept, guesses = text, []
    numbers = [1.0]
    again: list[str] | None = None
    for start, end, sure in numbers_in(text, sureness):
        number = text[start:end]
        if bound <= sure < QUITE_SURE:
            again = look() if again is None else again
            if not all(_holds(other, number) for other in again):
                sure = min(sure, HOPELESS - 0.01)
        if sure < bound:
            kept = kept[:start] + LOST * len(number) + kept[end:]
            guesses.append((number, sure))
        else:
            numbers.append(sure)
    words = float(np.mean(sureness)) if sureness else 0.0
    return Judged(kept, min(words, *numbers), guesses)


def _holds(text: str, number: str) -> bool:
    """Whether a line has a number, and not only as a part of a longer one."""
    return any(match[0] == number for match in NUMBER.finditer(text))
