"""The lists of a binary Word file.

Lives here: definitions of lists and the uses that paragraphs name (PlfLst, PlfLfo of [MS-DOC]).
Elsewhere: counting and writing numbers (numbering.py).
"""

import struct

from extractors.readers.word.numbering import LEVELS, Level, NumberedList

# Formats by their number in the file (MSONFC), as OOXML names them.
_FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal", 10: "ideographDigital",
    11: "japaneseCounting", 14: "decimalFullWidth", 16: "chineseLegalSimplified", 17: "ideographDigital", 18: "decimalEnclosedCircle",
    19: "decimalFullWidth2", 22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac",
    33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
    37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand", 57: "numberInDash", 255: "none",
}  # fmt: skip
_LONGEST_TEMPLATE = 60
_MOST_LISTS = 10_000


class DocLists:
    """The lists of a document by the number that paragraphs use (1 = first)."""

    def __init__(self, table: bytes, lists_at: tuple[int, int], uses: bytes) -> None:
        self._uses: list[NumberedList | None] = []
        if lists_at[1] >= 2 and len(uses) >= 4:
            self._read_uses(uses, _definitions(table, *lists_at))

    def of(self, use: int) -> NumberedList | None:
        """The list of a use; None where there is none."""
        return self._uses[use - 1] if 0 < use <= len(self._uses) else None

    def _read_uses(self, uses: bytes, definitions: dict[int, list[Level]]) -> None:
        count = min(struct.unpack_from("<I", uses)[0], _MOST_LISTS)
        position = 4 + 16 * count
        for index in range(count):
            list_id, overrides = struct.unpack_from("<i8xB", uses, 4 + 16 * index)
            levels = definitions.get(list_id)
            made = None if levels is None else NumberedList(list_id, list(levels))
            position += 4
            for _ in range(overrides):
                if position + 8 > len(uses):
                    break
                start, flags = struct.unpack_from("<iI", uses, position)
                position += 8
                depth = flags & 0xF
                if flags & 0x20:
                    level, position = _level(uses, position)
                    if made is not None and depth < len(made.levels):
                        made.levels[depth] = level
                        start = level.start
                if flags & 0x10 and made is not None:
                    made.starts[depth] = start
            self._uses.append(made)


def _definitions(table: bytes, offset: int, length: int) -> dict[int, list[Level]]:
    """The levels of each list; they stand behind the table of lists, outside the length that the header gives."""
    count = min(struct.unpack_from("<H", table, offset)[0], (length - 2) // 28, _MOST_LISTS)
    position = offset + 2 + 28 * count
    found = {}
    for index in range(count):
        at = offset + 2 + 28 * index
        list_id = struct.unpack_from("<i", table, at)[0]
        is_simple = table[at + 26] & 1
        levels = []
        for _ in range(1 if is_simple else LEVELS):
            level, position = _level(table, position)
            levels.append(level)
        found[list_id] = levels
    return found


def _level(data: bytes, position: int) -> tuple[Level, int]:
    """One level (LVL), and the position behind it."""
    start, shown, flags = struct.unpack_from("<iBB", data, position)
    follows = data[position + 15]
    characters, paragraphs, limit = struct.unpack_from("<BBB", data, position + 24)
    position += 28 + characters + paragraphs
    count = struct.unpack_from("<H", data, position)[0]
    text = data[position + 2 : position + 2 + 2 * count].decode("utf-16-le", "replace")[:_LONGEST_TEMPLATE]
    restart = limit if flags & 8 else -1
    level = Level(max(start, 0), _FORMATS.get(shown, "decimal"), text, follows != 2, restart, bool(flags & 4))
    return level, position + 2 + 2 * count
