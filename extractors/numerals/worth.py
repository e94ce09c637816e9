"""What a number in Chinese characters is worth.

Lives here: `chinese_number()`. Elsewhere: where such a number stands in a text, and whether it is one (chinese.py).
"""

from decimal import Decimal

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
PLACES = {"十": 10, "百": 100, "千": 1000}
# 廿三 is 23.
TENS = {"廿": 20, "卅": 30}
_NOUGHTS = frozenset("〇零")
# Digits in a row are a year or a number of a few places; longer ones are no number.
_LONGEST = 12
MYRIADS = {"万": 10_000, "亿": 100_000_000}


def chinese_number(printed: str) -> Decimal | None:
    """二十九 -> 29, 二〇一六 -> 2016, 一百零五 -> 105, 三万五千 and 三万五 -> 35000, 三点二 -> 3.2.

    None for 几 (a few), for 三五 and 三四十 (guesses) and for what is no number.
    """
    if "几" in printed:
        return None
    whole, point, decimals = printed.partition("点")
    value = _whole(whole)
    if value is None or not point:
        return value
    if not decimals or any(character not in DIGITS for character in decimals):
        return None
    return value + Decimal("0." + "".join(str(DIGITS[character]) for character in decimals))


def _whole(printed: str) -> Decimal | None:
    total, section = 0, ""
    for character in printed:
        if character not in MYRIADS:
            section += character
            continue
        value = _section(section) if section else 1
        if value is None:
            return None
        total, section = (total + value) * MYRIADS[character] if character == "亿" else total + value * MYRIADS[character], ""
    value = _section(section) if section else 0
    if value is not None and section == printed[-1:] and printed[-2:-1] in MYRIADS:
        # 两万三 is 23000, 两万零三 is 20003.
        value *= MYRIADS[printed[-2]] // 10
    return None if value is None else Decimal(total + value)


def _section(printed: str) -> int | None:
    """A number below ten thousand, or digits in a row."""
    if not any(character in PLACES or character in TENS for character in printed):
        # Two digits in a row are two guesses (三五个), not a number of two places.
        if len(printed) > _LONGEST or (len(printed) == 2 and not set(printed) & _NOUGHTS):
            return None
        return int("".join(str(DIGITS[character]) for character in printed))
    total, digit, place = 0, -1, 1
    for character in printed:
        if character in TENS:
            total, place = total + TENS[character], 1
        elif character in PLACES:
            place = PLACES[character]
            total += (1 if digit < 0 else digit) * place
            digit = -1
        elif digit > 0:
            # 三四十 is thirty or forty, 十三四 is thirteen or fourteen.
            return None
        else:
            digit = DIGITS[character]
            if digit == 0:
                place = 1
    # 一百二 is 120, 一百零二 is 102.
    return total + max(digit, 0) * (place // 10 if place >= 100 else 1)
