"""How a number is printed, and what the printed number says.

Lives here: vague, scaled and Chinese numbers, shares and rates, days in digits and in Chinese. Only whole-number arithmetic.
Elsewhere: which figures are printed how (phrases.csv).
"""

from datetime import date
from typing import NamedTuple

from orchestration.synthetic.dice import Dice

_COUNTING = ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十")
_DIGITS = "〇一二三四五六七八九"
# Below this nobody rounds.
_LEAST_VAGUE = 30
_TEN_THOUSAND = 10_000


class Number(NamedTuple):
    """`value` is what `printed` says, in digits; a rounded number says the rounded value."""

    printed: str
    value: str
    qualifier: str = "exact"


def printed(dice: Dice, value: int | str, marks: str) -> Number:
    """`value` as one of the ways that its marks allow (see `slots`)."""
    if "-" in marks:
        text = str(value)
        return Number(text.removeprefix("-"), text)
    number = int(value)
    if "^" in marks and 0 < number < len(_COUNTING) and dice.chance(0.4):
        return Number(_COUNTING[number], str(number))
    if "*" in marks and number >= _TEN_THOUSAND and dice.chance(0.7):
        return _scaled(dice, number, is_vague="~" in marks)
    if "~" in marks and number >= _LEAST_VAGUE and dice.chance(0.6):
        return _vague(dice, number)
    return Number(str(number), str(number))


def _vague(dice: Dice, number: int) -> Number:
    step = 10 ** max(1, len(str(number)) - 2)
    if dice.chance(0.6):
        floor = number // step * step
        return Number(f"{floor}余", str(floor), "at_least")
    near = (number + step // 2) // step * step
    return Number(f"约{near}", str(near), "approximate")


def _scaled(dice: Dice, number: int, *, is_vague: bool) -> Number:
    thousands = number // 1000
    text = f"{thousands // 10}.{thousands % 10}万" if thousands % 10 else f"{thousands // 10}万"
    if is_vague and dice.chance(0.3):
        return Number(f"{text}余", str(thousands * 1000), "at_least")
    return Number(text, str(thousands * 1000))


def shifted(number: int, decimals: int) -> str:
    """1234 with 2 decimals -> "12.34"; the sign stays in front."""
    sign, digits = ("-", str(-number)) if number < 0 else ("", str(number))
    digits = digits.rjust(decimals + 1, "0")
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"


def percent(part: int, whole: int, decimals: int) -> str:
    """`part` of `whole` in per cent, rounded half up (half away from zero where it is negative)."""
    scale = 100 * 10**decimals
    size = (2 * abs(part) * scale + whole) // (2 * whole)
    number = -size if part < 0 else size
    return shifted(number, decimals) if decimals else str(number)


def chinese_year(year: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(year))


def ordinal(number: int) -> str:
    """1 -> 一, 12 -> 十二, 31 -> 三十一."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def chinese_day(day: date) -> str:
    return f"{chinese_year(day.year)}年{ordinal(day.month)}月{ordinal(day.day)}日"
