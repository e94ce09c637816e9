"""A number with its value, unit and qualifier.

Lives here: making a `Numeral` of a match of patterns.plain() or patterns.chinese(), and the words before and behind that qualify it.
Elsewhere: where a number stands and what else it may be (arabic.py, chinese.py), what Chinese characters are worth (worth.py).
"""

import re
from decimal import Decimal

from extractors.numerals.numeral import BARE, PERCENT, QUANTITY, Numeral
from extractors.numerals.worth import MYRIADS, PLACES, chinese_number

SCALES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}
_PIECE = re.compile(r"[零〇]?\d[\d,.]*|[百千万亿]")
# 1万2000 is written in full: what is smaller may be 3万5 for 35000.
_LEAST_IN_FULL = 1000
_BEFORE = re.compile(
    r"(?:((?<![签预合公违节契制相邀特])约|大概|大致|约[为有计占]|将近|接近|(?<![最附邻临靠亲])近|左右)|(不足|不到|至多|最多|不超过|少于|低于|未满)"
    r"|(突破|超过|超出|逾|(?<![高])超|至少|不少于|不低于|不下于?|多于|高于))[^\S\n]*$"
)
# The last characters of its words: where neither one of these nor a blank stands, the pattern needn't be tried.
_BEFORE_ENDS = frozenset("约为有计占近右足到多过破逾超出少于满概致下")
# Words that say what the number is of, too: they stay before it.
_VERBS = frozenset(("约有", "约计", "约占"))
# 近三年 is a time, no estimate.
_TIMES = frozenset("年天日周月")


def quantity(text: str, match: re.Match[str]) -> Numeral:
    """A number of `plain` or `chinese` with its unit, or a bare one."""
    start, close = match.span()
    printed, over, late, unit, over_unit, rate = match.group("number", "over", "late", "unit", "over_unit", "rate_unit")
    value: Decimal | None
    if printed[0] in "0123456789":
        unit = unit or match["bracketed"]
        match_end = match.end("number")
        if match["rest"] and unit and unit[0] in MYRIADS:
            # 2亿3千万元: the scale of the unit belongs to the number.
            match_end, unit, printed = match_end + 1, unit[1:], printed + unit[0]
        value = _scaled(printed) if match["scale"] else _decimal(printed)
    else:
        if unit and unit[0] in "万亿" and unit[0] not in printed and any(scale in printed for scale in "万亿"):
            # 一亿两千万元: the scale of the unit belongs to the number.
            match_end, unit, printed = match.end("number") + 1, unit[1:], printed + unit[0]
        else:
            match_end = match.end("number")
        value = chinese_number(printed)
        over = over or match["over_late"]
        rate = "个百分点" if rate else None
    end = match_end
    if late and (late := late.strip()):
        value = value * SCALES[late] if value is not None else None
        end = match.end("late") if not match["over"] else end
    over = over or over_unit
    numeral = Numeral(PERCENT if rate else QUANTITY if unit else BARE, start, end, close, value, unit or rate, "exact", 1, start)
    before = text[start - 1 : start]
    if over or before in _BEFORE_ENDS or before.isspace():
        qualify(text, numeral, over.strip() if over else None)
    if before == "上" and printed[0] in "十百千" and numeral.qualifier == "exact":
        numeral.qualifier = "at_least"
    return numeral


def _scaled(printed: str) -> Decimal | None:
    """1.2万 is 12000, 3万5千 is 35000, 1万2000 is 12000; None where digits behind a scale don't say what they are (3万5, 2千12)."""
    whole, section, number, scale, is_plain = Decimal(0), Decimal(0), Decimal(0), "", True
    for piece in _PIECE.findall(printed):
        if piece[-1].isdigit():
            number = _decimal(piece.lstrip("零〇"))
            is_plain = scale == "" or piece[0] in "零〇" or (scale == "万" and number >= _LEAST_IN_FULL)
            continue
        if piece in PLACES:
            section += number * PLACES[piece]
        elif scale in PLACES and not is_plain:
            return None
        else:
            section += number
            whole = whole + section * MYRIADS[piece] if piece == "万" else (whole + section) * MYRIADS[piece]
            section = Decimal(0)
        number, scale, is_plain = Decimal(0), piece, True
    return whole + section + number if is_plain else None


def qualify(text: str, numeral: Numeral, behind: str | None) -> None:
    """Sets the qualifier from the words before and behind; `open` moves to where the expression begins."""
    before = _BEFORE.search(text, max(0, numeral.start - 5), numeral.start)
    if before is not None and not (before[1] == "近" and numeral.unit and numeral.unit[-1] in _TIMES):
        if before[0][:2] not in _VERBS:
            numeral.open = before.start()
        numeral.qualifier = "approximate" if before[1] else "at_most" if before[2] else "at_least"
    elif behind in ("左右", "上下", "来"):
        numeral.qualifier = "approximate"
    elif behind and behind.endswith(("以内", "以下")):
        numeral.qualifier = "at_most"
    elif behind:
        numeral.qualifier = "at_least"


def _decimal(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))
