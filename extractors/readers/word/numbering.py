"""The numbers that a word processor prints before paragraphs and keeps out of their text.

Lives here: counting along the levels of a list, and writing a number as its format says (一、 （一） 1. ① A.), whatever the file.
Elsewhere: reading the definitions (docx_styles.py, doc_numbering.py).
"""

from collections.abc import Callable
from dataclasses import dataclass, field

LEVELS = 9
# A list of more items is no report's; numbers up to this have a Chinese reading of their own.
_MOST_COUNTED = 9999
_DIGITS = "零一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_DIGITS_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
# A mark of full width brings its own distance with it.
_WIDE_ENDS = "、）】．。：）〕"


@dataclass(slots=True)
class Level:
    """`template` holds the number of level i as the character chr(i) (0-8), as Word's binary format does.

    `restart` is the number of outer levels after which this one begins anew: -1 for any of them, 0 for none.
    """

    start: int = 1
    format: str = "decimal"
    template: str = ""
    has_distance: bool = True
    restart: int = -1
    is_legal: bool = False


@dataclass(slots=True)
class NumberedList:
    """One list as a paragraph names it. Lists of one `definition` count on together, but for levels that this one starts anew."""

    definition: object
    levels: list[Level]
    starts: dict[int, int] = field(default_factory=dict)


class Counter:
    """The state of all lists along one document."""

    def __init__(self) -> None:
        self._counts: dict[object, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def label(self, numbered: NumberedList, depth: int) -> str:
        """Counts one paragraph; what is printed before its text, with the distance to it."""
        if not 0 <= depth < len(numbered.levels):
            return ""
        counts = self._counts.setdefault(numbered.definition, [None] * LEVELS)
        level = numbered.levels[depth]
        for outer in range(depth):
            # An inner item without an outer one counts as if the outer one had begun.
            if counts[outer] is None:
                counts[outer] = _start(numbered, outer)
        if depth in numbered.starts and (id(numbered), depth) not in self._begun:
            self._begun.add((id(numbered), depth))
            counts[depth] = numbered.starts[depth]
        else:
            before = counts[depth]
            counts[depth] = level.start if before is None else before + 1
        for inner in range(depth + 1, min(LEVELS, len(numbered.levels))):
            restart = numbered.levels[inner].restart
            if restart < 0 or depth < restart:
                counts[inner] = None
        return _printed(numbered, level, counts)


def _start(numbered: NumberedList, depth: int) -> int:
    return numbered.starts.get(depth, numbered.levels[depth].start)


def _printed(numbered: NumberedList, level: Level, counts: list[int | None]) -> str:
    if level.format in ("bullet", "none") and not any(character < "\t" for character in level.template):
        # A bullet is a drawing; what no number stands in is text all the same.
        text = level.template if level.format == "none" else ""
    else:
        parts = []
        for character in level.template:
            if character >= "\t":
                parts.append(character)
            elif ord(character) < len(numbered.levels):
                shown = "decimal" if level.is_legal else numbered.levels[ord(character)].format
                parts.append(written(counts[ord(character)] or 0, shown))
        text = "".join(parts)
    if not text:
        return ""
    return text if not level.has_distance or text[-1] in _WIDE_ENDS or text[-1] == " " else text + " "


def written(number: int, shown: str) -> str:
    """A number as a format of OOXML's ST_NumberFormat names it; one that isn't known here is written in digits."""
    if not 0 <= number <= _MOST_COUNTED:
        return str(number)
    if shown in ("none", "bullet"):
        return ""
    writer = _WRITERS.get(shown)
    return str(number) if writer is None else writer(number)


def _counting(number: int, digits: str = _DIGITS, units: str = "千百十") -> str:
    """十二, 二十, 一百零三."""
    if number == 0:
        return digits[0]
    text, gap = "", False
    for place, unit in zip((1000, 100, 10, 1), (*units, ""), strict=True):
        digit = number // place % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + unit
            gap = False
        else:
            gap = True
    ten = digits[1] + units[2]
    return text[1:] if digits is _DIGITS and text.startswith(ten) else text


def _digitwise(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _letters(number: int) -> str:
    """a … z, aa, bb, as Word goes on."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else "0"


def _roman(number: int) -> str:
    text = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        while number >= value:
            text, number = text + letters, number - value
    return text


def _run_of(first: str, count: int) -> Callable[[int], str]:
    """Signs that stand in a row in Unicode; beyond them digits."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= count else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number else "0"


def _ordinal(number: int) -> str:
    return f"{number}{'th' if 10 < number % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _legal(digits: str) -> Callable[[int], str]:
    return lambda number: _counting(number, digits, "仟佰拾")


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)}),
    "decimalFullWidth2": lambda number: str(number).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)}),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "chineseLegalSimplified": _legal(_LEGAL_DIGITS),
    "ideographLegalTraditional": _legal(_LEGAL_DIGITS_TRADITIONAL),
    "ideographDigital": _digitwise,
    "japaneseDigitalTenThousand": _digitwise,
    "taiwaneseDigital": _digitwise,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographEnclosedCircle": _run_of("㊀", 10),
    "decimalEnclosedCircle": _run_of("①", 20),
    "decimalEnclosedCircleChinese": _run_of("①", 20),
    "decimalEnclosedParen": _run_of("⑴", 20),
    "decimalEnclosedFullstop": _run_of("⒈", 20),
}
