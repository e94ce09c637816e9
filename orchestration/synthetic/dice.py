"""Chance that is the same everywhere.

Lives here: drawing from one seeded stream. Only `random()` is used, the one method whose stream Python promises to keep, and only
sums and products of its numbers, which round alike on all machines (`pow` and `log` need not).
Elsewhere: what is drawn.
"""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """One stream of chance. `roll()` is a number in [0, 1)."""

    __slots__ = ("roll",)

    def __init__(self, *seed: object) -> None:
        # Seeding with text goes by SHA-512, not by Python's salted hash.
        self.roll = Random("/".join(map(str, seed))).random

    def chance(self, probability: float) -> bool:
        return self.roll() < probability

    def pick(self, choices: Sequence[T]) -> T:
        return choices[int(self.roll() * len(choices))]

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included, all equally likely."""
        return low + int(self.roll() * (high - low + 1))

    def skewed(self, low: int, high: int) -> int:
        """A whole number, mostly near `low`: offices that disclose much are few."""
        roll = self.roll()
        return low + int(roll * roll * roll * (high - low + 1))

    def several(self, choices: Sequence[T], count: int) -> list[T]:
        """`count` different choices, in the order drawn."""
        left = list(choices)
        return [left.pop(int(self.roll() * len(left))) for _ in range(min(count, len(left)))]

    def split(self, total: int, parts: int) -> list[int]:
        """`parts` whole numbers, none negative, that add up to `total`."""
        if not total:
            return [0] * parts
        cuts = sorted(int(self.roll() * (total + 1)) for _ in range(parts - 1))
        return [high - low for low, high in zip([0, *cuts], [*cuts, total], strict=True)]
