"""The signature: the author's line and the day under it.

Lives here: finding a line that is only a day, below (or beside) a line that is only a name, after the text; or a day alone at the very end.
Elsewhere: days in running text. They are never a signature.
"""

import re
from dataclasses import dataclass
from datetime import date

from extractors.identity import dates, wording
from extractors.identity.evidence import Line, is_chrome
from extractors.identity.publishers import is_name, is_organisation

_ONLY_DAY = re.compile(rf"^[\s（(#*]*(?:{dates.DAY})[\s）)*]*$")
_DAY_IN_BRACKETS = re.compile(rf"^\s*[（(]\s*({dates.DAY})\s*[）)]\s*$")
_DAY_AT_END = re.compile(rf"(?:{dates.DAY})[\s*]*$")
_SEAL = re.compile(r"[（(](?:盖章|公章|签章|章|印)[）)]$")
_MAX_LENGTH = 60
_TRAILING = wording.BLANKS + "*）)"
_LAST_LINES = 4


@dataclass(frozen=True, slots=True)
class Signature:
    """`name` is the line above the day, where it is a name."""

    day: date | None
    day_start: int
    day_end: int
    name: str | None
    name_start: int
    name_end: int


def find_signatures(lines: list[Line], head: int) -> list[Signature]:
    """All signatures after the first `head` lines, in reading order."""
    found: list[Signature] = []
    for index in range(head, len(lines)):
        line = lines[index]
        if line.is_table or line.text[-1:] == "。":
            continue
        stripped = line.text.rstrip(_TRAILING)
        if not (stripped.endswith(("日", "号")) or stripped[-1:].isdecimal()) or len(stripped.lstrip()) > _MAX_LENGTH:
            continue
        match = _DAY_AT_END.search(line.text)
        if match is None or is_chrome(line.text):
            continue
        value = dates.of_match(match)
        start, end = line.start + match.start(), line.start + len(stripped)
        if _ONLY_DAY.match(line.text):
            before = _nearest(lines, range(index - 1, head - 1, -1))
            above = _name(before.text, before.start) if before else None
            if above is not None:
                found.append(Signature(value, start, end, above[0], above[1], above[2]))
            elif before is not None and match["year"] and _is_after_text(before.text) and _is_near_the_end(lines, index):
                found.append(Signature(value, start, end, None, 0, 0))
        elif (beside := _name(line.text[: match.start()], line.start)) is not None:
            found.append(Signature(value, start, end, beside[0], beside[1], beside[2]))
    return found


def day_under_title(lines: list[Line]) -> Signature | None:
    """A day in brackets under the title (`lines` follow the title): the day of a decision, as official texts print it."""
    for line in lines[:3]:
        match = _DAY_IN_BRACKETS.match(line.text)
        if match and not line.is_table:
            start = line.start + line.text.index(match[1])
            return Signature(dates.of_match(match), start, start + len(match[1]), None, 0, 0)
    return None


def _nearest(lines: list[Line], indexes: range) -> Line | None:
    """The first line of `indexes` that is neither a table row nor part of the page around the document."""
    return next((lines[i] for i in indexes if not lines[i].is_table and not is_chrome(lines[i].text)), None)


def _is_near_the_end(lines: list[Line], index: int) -> bool:
    rest = [line for line in lines[index + 1 : index + 30] if not line.is_table and not is_chrome(line.text)]
    return len(rest) < _LAST_LINES


def _is_after_text(text: str) -> bool:
    """Did a sentence, an attachment or a short closing line end before the day (and not a caption or a heading of news)?"""
    return text.rstrip(wording.BLANKS + "*").endswith(("。", "；", "．", "）", ")", "！"))


def _name(text: str, offset: int) -> tuple[str, int, int] | None:
    """The name that a signature line holds; of several (a party committee beside a government) the one that is a government."""
    pieces = [(m[0], offset + m.start(), offset + m.end()) for m in re.finditer(r"\S+(?:[ ]\S{1,2}(?=[ ]|$))*", text.replace("*", " "))]
    whole = wording.tidy(text)
    spaceless = _SEAL.sub("", re.sub(r"\s", "", whole)).strip("（）()：:")
    if is_name(spaceless) and spaceless.count("政府") <= 1 and "委员会" not in spaceless[:-3]:
        start = offset + len(text) - len(text.lstrip(wording.BLANKS + "*（("))
        return spaceless, start, offset + len(text.rstrip(wording.BLANKS + "*）)"))
    names = [piece for piece in pieces if is_organisation(piece[0])]
    governments = [piece for piece in names if "政府" in piece[0] or "办事处" in piece[0]]
    return (governments or names)[0] if names and len(names) == len(pieces) else None
