"""A printed label to the key by which it is compared.

Lives here: what in a label says nothing about its meaning: numbering, 其中, spaces, punctuation, full or half width, traditional
characters, bracketed explanations.
Elsewhere: which labels a form knows (definitions.py), which row a label is (rows.py).
"""

import re
import unicodedata
from functools import lru_cache

from extractors.characters import simplified

CIRCLED = re.compile("[\u2460-\u2473\u2776-\u277f]")
NUMBERED = re.compile(
    r"(?:其中|#)[::]?"
    r"|[一二三四五六七八九十]{1,3}[、.,](?=\D)"
    r"|\([一二三四五六七八九十\d]{1,3}\)[、.]?"
    r"|\d{1,2}(?:\.\d{1,2})*(?:[.、),](?!\d)|(?=[^\d\s.,%年月日个件条次项]))"
    r"|[·•●○■□◆◇*★-]+"
)
SPACED_NUMBER = re.compile(r"(?<!\s)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s+(?=[^\d\s])")
HAN_DIGITS = "〇一二三四五六七八九"
ORDINAL = re.compile(
    r"\s*(?:其中\s*:?|#)?\s*\(?\s*(?:(?P<digits>\d{1,2}(?:\.\d{1,2}){0,4})(?!\d)|(?P<words>[一二三四五六七八九十]{1,3})(?=\s*[)、.,:]|\s))"
)
STUB = re.compile(r"\([一二三四五六七八九十\d]{0,3}\)?|[一二三四五六七八九十\d]{1,3}[、.)]")
BRACKETED = re.compile(r"\([^()]*\)")
UNCLOSED = re.compile(r"\([^()]*$")
# Explanations hold at most one bracket within another; each level costs one pass over the text.
DEEPEST_BRACKETS = 4
NOT_A_WORD = re.compile(r"[\W_]+")
COUNT_ENDING = re.compile(r"(?:总数量|总次数|总数|数量|次数|数|总额|额)$")
# A shorter stem than this ("申请") is part of too many labels to stand for one.
SHORTEST_STEM = 4


# Labels recur in every report, so what was worked out once is kept; not for longer texts, which no form prints twice.
LONGEST_KEPT = 120


def folded(text: str) -> str:
    """Half-width and without white space, circled numbers as "1."; NFKC alone would glue them to the word."""
    return _folded(text) if len(text) <= LONGEST_KEPT else _folded.__wrapped__(text)


@lru_cache(maxsize=16384)
def _folded(text: str) -> str:
    if CIRCLED.search(text):
        text = CIRCLED.sub(lambda match: f"{int(unicodedata.numeric(match[0]))}.", text)
    text = unicodedata.normalize("NFKC", SPACED_NUMBER.sub("", text, count=1))
    return "".join(text.replace("\u200b", "").replace("\ufeff", "").split())


def without_numbering(text: str) -> str:
    """A folded label without the numbers, bullets and 其中 that it begins with."""
    position = 0
    while (match := NUMBERED.match(text, position)) and match.end() < len(text):
        position = match.end()
    return text[position:]


def is_numbered(label: str) -> bool:
    """Whether a label begins with a number, bullet or 其中: then it doesn't continue the line above."""
    text = folded(label)
    return SPACED_NUMBER.match(label) is not None or without_numbering(text) != text


def ordinal(label: str) -> int | None:
    """The number that a label begins with ("（三）", "3.", "③", "其中：3、", the last part of "3.3.3"); None where it has none."""
    return _ordinal(label[:LONGEST_KEPT])


@lru_cache(maxsize=16384)
def _ordinal(label: str) -> int | None:
    text = label.replace("\u200b", "").replace("\ufeff", "")
    match = ORDINAL.match(unicodedata.normalize("NFKC", CIRCLED.sub(lambda found: f"{int(unicodedata.numeric(found[0]))}.", text)))
    if match is None:
        return None
    if match["digits"]:
        return int(match["digits"].rsplit(".", 1)[-1])
    tens, ten, ones = match["words"].rpartition("十")
    if len(tens) > 1 or len(ones) > 1:
        return None
    return (10 * HAN_DIGITS.index(tens or "一") if ten else 0) + (HAN_DIGITS.index(ones) if ones else 0)


def is_stub(label: str) -> bool:
    """Whether a text is the number of a label or its torn beginning ("（", "（五", "（五）", "3."), and so never the end of one."""
    return STUB.fullmatch(folded(label)) is not None


def is_part(label: str) -> bool:
    """Whether a label begins with 其中: the first part of the row above it."""
    return folded(label).startswith("其中")


def label_key(label: str) -> str:
    """What is left of a label when all that says nothing is gone. An explanation cut off in the middle of its bracket is gone, too."""
    return _label_key(label) if len(label) <= LONGEST_KEPT else _label_key.__wrapped__(label)


@lru_cache(maxsize=16384)
def _label_key(label: str) -> str:
    text = simplified(without_numbering(folded(label)))
    bare = text
    for _ in range(DEEPEST_BRACKETS):
        shorter = BRACKETED.sub("", bare)
        if shorter == bare:
            break
        bare = shorter
    bare = UNCLOSED.sub("", bare)
    return NOT_A_WORD.sub("", bare) or NOT_A_WORD.sub("", text)


def stem(key: str) -> str:
    """A key without the ending that only says that it counts ("收到申请数" -> "收到申请"); the key itself where too little is left."""
    return _stem(key) if len(key) <= LONGEST_KEPT else _stem.__wrapped__(key)


@lru_cache(maxsize=16384)
def _stem(key: str) -> str:
    short = COUNT_ENDING.sub("", key)
    return short if len(short) >= SHORTEST_STEM else key


def is_shortened(key: str, full: str) -> bool:
    """Whether `key` is `full` with characters left out anywhere."""
    rest = iter(full)
    return all(character in rest for character in key)
