"""Bytes of a text file to characters.

Lives here: telling the encoding of plain text and decoding it, damage included. Order: byte order mark, strict UTF-8, then the
candidates scored by the share of common Chinese characters they yield (common_characters.txt).
Elsewhere: which files are text at all (__init__.py), what the characters say (text/plain_text.py).
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

# GB2312 and GBK are subsets of GB18030. cp950 is Big5 as Windows writes it.
# Codec, name that is reported, bytes of an ASCII character, bytes of a Chinese one.
CANDIDATES = (
    ("utf-8", "utf-8", 1, 3),
    ("gb18030", "gb18030", 1, 2),
    ("cp950", "big5", 1, 2),
    ("utf-16-le", "utf-16", 2, 2),
    ("utf-16-be", "utf-16", 2, 2),
)
# UTF-32's mark begins with that of UTF-16 and so stands before it.
MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
REPLACEMENT = "\ufffd"
# Characters that no text holds; they stand where bytes were lost (NUL) or where the file is no text at all. U+0085 ends a line.
CONTROL_CHARACTER = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Scoring looks at this many characters spread over the text: enough that chance plays no part, few enough to cost nothing.
SAMPLE = 600
# Common characters are 70-80 % of Chinese prose and still half of a list of names; random bytes read as GB18030 or Big5 give 3-6 %.
LEAST_COMMON_SHARE = 0.25
# So much of a text speaks for an encoding by itself: a wrong one never comes near, a right one with so many characters seldom stays below.
PLAIN_SHARE = 0.5
LEAST_SAMPLE = 20
_ASCII = re.compile("[\x00-\x7f]+")
# The same control characters as bytes, in the encodings where no other character holds such a byte.
_CONTROL_BYTES = bytes(code for code in range(128) if CONTROL_CHARACTER.match(chr(code)))
# One lost character in twenty still leaves a text that can be read; beyond that nothing in it can be relied on.
MOST_DAMAGED_SHARE = 0.05


@dataclass(slots=True)
class Decoded:
    """`damaged` counts the characters that stand for bytes which are not valid in `encoding`."""

    text: str
    encoding: str
    damaged: int


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    lines = (files("extractors.readers") / "common_characters.txt").read_text(encoding="utf-8").splitlines()
    return frozenset("".join(line for line in lines if not line.startswith("#")))


@lru_cache(maxsize=1)
def _common_ascii_and_blanks() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Three kinds of characters that have none in common: common Chinese ones, other printable ASCII, and white space."""
    printable = frozenset(map(chr, range(ord("!"), ord("~") + 1)))
    # No white space lies behind the ideographic blank.
    blanks = frozenset(character for character in map(chr, range(0x3001)) if character.isspace())
    return _common(), printable - _common(), blanks - _common()


def _share(text: str, narrow: int, wide: int) -> tuple[float, float]:
    """How much of a decoding is common, by bytes; and how much of what isn't ASCII (1 where all is).

    Printable ASCII counts as well as common Chinese; white space doesn't count at all. Bytes, since a wrong decoding into
    many short characters would otherwise win over the right one into few long ones.
    """
    sample = text[:: max(1, len(text) // SAMPLE)]
    counts = Counter(sample)
    common, ascii_only, blanks = _common_ascii_and_blanks()
    common_count, ascii_count, blank_count = (sum(map(counts.__getitem__, counts.keys() & known)) for known in (common, ascii_only, blanks))
    letters = sum(counts[character] for character in counts.keys() & ascii_only if character.isalpha())
    other_count = len(sample) - common_count - ascii_count - blank_count
    total = ascii_count * narrow + (common_count + other_count) * wide
    foreign = common_count + other_count
    # Letters amid Chinese are half a sign that two-byte characters were cut apart.
    good = (ascii_count - letters / 2) * narrow + common_count * wide
    return good / total if total else 0.0, common_count / foreign if foreign else 1.0


def _accept(text: str, encoding: str) -> Decoded | None:
    damaged = text.count(REPLACEMENT) + len(CONTROL_CHARACTER.findall(text))
    if damaged > MOST_DAMAGED_SHARE * len(text):
        return None
    return Decoded(text, encoding, damaged)


def _accept_valid(text: str, encoding: str, data: bytes) -> Decoded | None:
    """`_accept` of a text in UTF-8 or GB18030 all of whose bytes are valid: its control characters are found faster among these."""
    if len(data.translate(None, _CONTROL_BYTES)) == len(data) and REPLACEMENT not in text:
        return Decoded(text, encoding, 0)
    return _accept(text, encoding)


def decode(data: bytes) -> Decoded | None:
    """The text of `data`; None where no encoding fits (binary content, or too much damage)."""
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return _accept(data[len(mark) :].decode(codec, errors="replace"), name)
    if b"\x00" not in data:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            # Chinese in UTF-16 without a mark may consist of bytes that are all ASCII; English in UTF-8 read as UTF-16 never looks common.
            if not (text.isascii() and len(data) % 2 == 0 and any(_is_wide(data, codec) for codec in ("utf-16-le", "utf-16-be"))):
                return _accept_valid(text, "utf-8", data)
        plain = _plainly_gb18030(data)
        if plain is not None:
            return _accept_valid(plain, "gb18030", data)
    best: Decoded | None = None
    best_score = (0.0, 0.0)
    for codec, name, narrow, wide in CANDIDATES:
        text = data.decode(codec, errors="replace")
        score = _share(text, narrow, wide)
        if score[0] > best_score[0]:
            best, best_score = _accept(text, name), score
    return best if best_score[1] >= LEAST_COMMON_SHARE else None


def _plainly_gb18030(data: bytes) -> str | None:
    """The text where every byte is valid and most of what isn't ASCII is common: no other encoding need be tried."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = _ASCII.sub("", text)
    sample = foreign[:: max(1, len(foreign) // SAMPLE)]
    is_plain = len(sample) >= LEAST_SAMPLE and sum(map(_common().__contains__, sample)) >= PLAIN_SHARE * len(sample)
    return text if is_plain else None


def _is_wide(data: bytes, codec: str) -> bool:
    """Whether pure ASCII bytes are rather Chinese in UTF-16: then nine in ten of its characters are common."""
    head = data[: 2 * SAMPLE].decode(codec, errors="replace")
    common = _common()
    return bool(head) and sum(character in common for character in head) >= 0.9 * len(head)
