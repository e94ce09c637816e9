"""Numbers in Chinese characters: which class one has.

Lives here: `chinese_at()` for what begins with a digit, 十, 百 or 千, `myriads_at()` for 万 and 亿 alone.
Elsewhere: words that merely hold a numeral (__init__.py), what each class looks like (patterns.py), value and unit (quantities.py),
what the characters are worth (worth.py).
"""

import re
from decimal import Decimal

from extractors.numerals import patterns
from extractors.numerals.arabic import BLANKS, PARAGRAPH_START, item_in_brackets, nth
from extractors.numerals.numeral import BARE, PERCENT, QUANTITY, RANGE, Numeral
from extractors.numerals.quantities import SCALES, qualify, quantity
from extractors.numerals.worth import chinese_number

_NUMBERED_BEHIND = frozenset("、.．是要")
_NUMBERED_BEFORE = frozenset("\n。；;：:，,” \u3000\u00a0其“）)\t")
# 增长近三成: tenths are told by the words before.
_TENTHS_BEFORE = frozenset("近约超逾过达占到长降升加少足了")
_SOME = frozenset("数好")


def chinese_at(text: str, candidate: re.Match[str]) -> Numeral | None:
    start, end = candidate.span()
    before = text[start - 1] if start else "\n"
    lead = before if before not in BLANKS else text[max(0, start - 4) : start].rstrip(BLANKS)[-1:]
    following = text[end : end + 1]
    if lead == "第":
        return nth(text, start, end)
    if lead and lead in "(（" and text[end : end + 3].lstrip(BLANKS)[:1] in (")", "）"):
        return item_in_brackets(text, start, end, text.rfind(lead, 0, start))
    if following == "、" and before == "，" and (guess := _guess(text, start)) is not None:
        return guess
    if following and following in _NUMBERED_BEHIND and (before in _NUMBERED_BEFORE or following == "是"):
        return Numeral("numbering", start, end, end)
    if following and following in " \u3000\u00a0" and end - start <= 2 and PARAGRAPH_START.search(text, max(0, start - 16), start):
        return Numeral("numbering", start, end, end)
    match = patterns.chinese().match(text, start)
    if match is None:
        return None
    if match["date"] is not None:
        return Numeral("date", start, match.end("date"), match.end("date"))
    if match["share"] is not None:
        return _share(text, match)
    if match["fraction"] is not None:
        return Numeral("fraction", start, match.end("fraction"), match.end("fraction"), count=2)
    if match["bounds"] is not None:
        return _guess(text, start) if "、" in match["bounds"] else _bounds(match)
    if match["tenths"] is not None:
        return _tenths(text, match) if before in _TENTHS_BEFORE else None
    if match["bare"] is not None:
        return Numeral(BARE, start, match.end(), match.end(), chinese_number(match["bare"]))
    if match["quantity"] is None:
        return None
    numeral = quantity(text, match)
    if before in _SOME and numeral.value is not None:
        numeral.value = None
    return numeral


def _bounds(match: re.Match[str]) -> Numeral:
    close = match.start("bounds_unit")
    return Numeral(RANGE, match.start(), close, match.end("bounds"), None, match["bounds_unit"], count=2)


def _guess(text: str, start: int) -> Numeral | None:
    """二、三个 is two or three; 一、三项 is item 一 and three."""
    match = patterns.chinese().match(text, start)
    if match is None or match["bounds"] is None:
        return None
    low, high = chinese_number(text[start]), chinese_number(text[start + 2])
    return _bounds(match) if low is not None and high is not None and high == low + 1 else None


def _share(text: str, match: re.Match[str]) -> Numeral:
    """百分之八 is 8 %, 百分之百 100 %, 千分之三 3 ‰."""
    rate = match["rate"]
    value = Decimal(100) if rate in (None, "百") else Decimal(rate.replace(",", "")) if rate[0].isascii() else chinese_number(rate)
    unit = {"百": "%", "千": "‰", "万": "‱"}[match["share"][0]]
    end = match.end("share")
    numeral = Numeral(PERCENT, match.start(), end, match.end(), value, unit)
    qualify(text, numeral, match["over_share"])
    return numeral


def _tenths(text: str, match: re.Match[str]) -> Numeral:
    """三成 is 30 %."""
    value = chinese_number(match["tenths"])
    assert value is not None
    close = match.end("tenths") + 1
    numeral = Numeral(PERCENT, match.start(), close, close, value * 10, "%")
    qualify(text, numeral, None)
    return numeral


def myriads_at(text: str, start: int) -> Numeral | None:
    """近万份, 万余人次: a scale alone, where words say that it counts."""
    match = patterns.chinese().match(text, start)
    if match is None or match["myriads"] is None:
        return None
    before = text[start - 1 : start]
    if not match["myriads_over"] and before not in ("近", "上", "超", "逾", "约", "过", "破", "数"):
        return None
    close = match.end("myriads")
    value = None if before == "数" else Decimal(SCALES[text[start]])
    numeral = Numeral(QUANTITY, start, start + 1, close, value, match["myriads_unit"])
    qualify(text, numeral, match["myriads_over"])
    if before in ("上", "过"):
        numeral.qualifier = "at_least"
    return numeral
