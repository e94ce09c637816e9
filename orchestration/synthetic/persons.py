"""Persons who don't exist, and numbers that reach nobody.

Lives here: names put together by chance, telephone numbers of an area code that isn't given out. Elsewhere: where they are printed.
"""

from functools import cache

from orchestration.synthetic.dice import Dice
from orchestration.synthetic.wording import rows


@cache
def _characters(part: str) -> tuple[str, ...]:
    return tuple(row["character"] for row in rows("persons.csv") if row["part"] == part)


def person(dice: Dice) -> str:
    return dice.pick(_characters("surname")) + "".join(dice.several(_characters("given"), dice.between(1, 2)))


def phone(dice: Dice) -> str:
    return f"0000-0000{dice.between(0, 999):03d}"


def mobile(dice: Dice) -> str:
    return f"1300000{dice.between(0, 9999):04d}"
