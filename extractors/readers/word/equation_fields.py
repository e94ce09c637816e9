"""What the formula fields of Word (EQ) print, as far as writers of reports use them: signs with a reading above, signs in a circle.

These fields keep no result: what they print stands within their instruction.

Lives here: the printed text of an instruction. Elsewhere: where fields begin and end (docx.py, doc.py).
"""

import re

_READING = re.compile(r"\bEQ\b.*?\\o\s*(?:\\a[a-z]\s*)?\(\s*\\s\s*\\(?:up|do)\s*[\d.]+\s*\([^()]*\)\s*[,，;]\s*([^()]*)\)")
_ENCLOSED = re.compile(r"\bEQ\b.*?\\o\s*\\ac\s*\(\s*[○◯□△◇]\s*[,，;]\s*([^()]*)\)")
_LONGEST = 1_000
_FIRST_CIRCLED, _MOST_CIRCLED = 0x2460, 20


def shown(instruction: str) -> str:
    """The text that a field prints: a sign without the reading above it, ② for a 2 in a circle; nothing for other fields."""
    instruction = " ".join(instruction[:_LONGEST].split())
    reading = _READING.search(instruction)
    if reading is not None:
        return reading[1].strip()
    enclosed = _ENCLOSED.search(instruction)
    if enclosed is None:
        return ""
    inner = enclosed[1].strip()
    if inner.isascii() and inner.isdecimal() and 1 <= int(inner) <= _MOST_CIRCLED:
        return chr(_FIRST_CIRCLED + int(inner) - 1)
    return inner
