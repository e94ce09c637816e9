"""Numbers that only the number beside them explains.

Lives here: `settle_neighbours()`: lists that name unit, year or 第 once (7,020、3,116和585人次; 2008、2009年; 第十五、十六条), guesses
(3、4个), numbers torn at a comma, sessions of an assembly (十四届二次会议), further extensions of a phone.
Elsewhere: what one number is by itself (arabic.py, chinese.py).
"""

import re

from extractors.numerals.numeral import Numeral
from extractors.numerals.patterns import is_in_turn

_JOINT = frozenset(("、", "和", "与", "及", "或"))
_TO = frozenset(("至", "到", "-", "—", "－", "~", "～"))
# Digits that only a comma parts are one number that nobody can tell (1, 206条; 12,34条), unless words say that they are several.
_COMMAS = frozenset((",", "，"))
_SEVERAL = re.compile(r"(?:分别|依次|各)[^。；\n]{0,24}$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_ARTICLE = re.compile(r"[^\S\n]*[条款项]")
_SESSION = re.compile(r"[^\S\n]*(?:会议|全会|全体)")
_ASSEMBLY = re.compile(r"[^\S\n]*(?:人大|人民代表|政协|党代|委员|常委|中央|[一二三四五六七八九]中|[一二三四五六七八九十]+次)")
_PLACE = frozenset(("名", "位"))


def settle_neighbours(text: str, numerals: list[Numeral]) -> None:
    """Mends the classes of `numerals` in place, backwards for what stands behind (a unit), forwards for what stands before (第)."""
    for index in range(len(numerals) - 2, -1, -1):
        if numerals[index].kind == "bare":
            _from_behind(text, numerals[index], numerals[index + 1])
    for index, numeral in enumerate(numerals):
        if numeral.kind == "quantity":
            _of_an_assembly(text, numeral)
        if index and numeral.kind in ("quantity", "bare"):
            _from_before(text, numerals[index - 1], numeral)


def _from_behind(text: str, numeral: Numeral, following: Numeral) -> None:
    gap = text[numeral.close : following.open].strip()
    if following.kind == "date" and (gap in _JOINT or gap in _TO or gap in (",", "，")):
        if _YEAR.match(text[numeral.start : numeral.end]) and _YEAR.match(text[following.start : following.start + 4]):
            numeral.kind, numeral.value = "date", None
    elif following.kind in ("quantity", "percent") and following.unit and gap in _JOINT:
        if gap in ("、", "或") and _is_guess(text, numeral, following):
            numeral.kind = following.kind = "range"
            numeral.value = following.value = None
        else:
            numeral.kind = following.kind
        numeral.unit = following.unit
    elif (
        gap in _COMMAS
        and (following.kind == "quantity" or (following.kind == "bare" and following.value is None))
        and _SEVERAL.search(text, max(0, numeral.start - 32), numeral.start) is None
    ):
        numeral.value = following.value = None


def _is_guess(text: str, numeral: Numeral, following: Numeral) -> bool:
    """3、4个 is three or four; 分别为3、4个 is two numbers."""
    if numeral.value is None or following.value is None or not 0 < numeral.value < 10 or following.value != numeral.value + 1:
        return False
    return not is_in_turn(text, numeral.start)


def _from_before(text: str, previous: Numeral, numeral: Numeral) -> None:
    gap = text[previous.end : numeral.open].strip()
    if previous.kind in ("law_article", "ordinal"):
        gap = gap.lstrip("条款项章期届次号名")
        if gap in _JOINT or gap in _TO:
            is_article = _ARTICLE.match(text, numeral.end) is not None
            numeral.kind, numeral.value, numeral.close = "law_article" if is_article else "ordinal", None, numeral.end
            if is_article and not _ARTICLE.match(text, previous.end):
                previous.kind = "law_article"
        elif numeral.unit == "次" and numeral.start - previous.end < 12 and "\n" not in gap and _SESSION.match(text, numeral.close):
            numeral.kind, numeral.value = "ordinal", None
    elif (
        previous.kind == "phone"
        and gap in ("、", "，", ",", "/", "或")
        and numeral.kind == "bare"
        and 7 <= numeral.end - numeral.start <= 8
    ):
        numeral.kind, numeral.value = "phone", None


def _of_an_assembly(text: str, numeral: Numeral) -> None:
    """十四届人大, 前三名: a place in an order."""
    if (numeral.unit == "届" and _ASSEMBLY.match(text, numeral.close)) or (
        numeral.unit in _PLACE and text[numeral.start - 1 : numeral.start] == "前" and numeral.start
    ):
        numeral.kind, numeral.value = "ordinal", None
