"""The word lists of report identity.

Lives here: the tables of `words/`, and a printed line without the marks and blanks of its format.
Elsewhere: what the words decide (titles.py, metadata.py, publishers.py, periods.py); traditional characters (../characters.py).
"""

import re

from extractors.csv_tables import records_of

# All that typesetting and web pages use as a blank within a line.
BLANKS = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"


def rows(table: str) -> tuple[dict[str, str], ...]:
    """All rows of `words/<table>.csv`."""
    return records_of(f"identity/words/{table}.csv")


def words(table: str, column: str) -> tuple[str, ...]:
    """One column of a table, longest entry first, so that an alternation prefers the longest."""
    return tuple(sorted((row[column] for row in rows(table)), key=lambda word: (-len(word), word)))


def alternation(entries: tuple[str, ...]) -> str:
    return "|".join(re.escape(entry) for entry in entries)


_SPACE_BESIDE_HAN = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_WHITE_SPACE = "".join(filter(str.isspace, map(chr, range(0x3001))))
_MARKS_BEFORE, _MARKS_BEHIND = f"{_WHITE_SPACE}#*>＊", f"{_WHITE_SPACE}#*"


def tidy(text: str) -> str:
    """A printed line without marks of its format and without the spaces that typesetting puts beside Chinese characters."""
    bare = text.lstrip(_MARKS_BEFORE).rstrip(_MARKS_BEHIND)
    return _SPACE_BESIDE_HAN.sub("", bare) if len(bare.split(None, 1)) > 1 else bare
