"""Which file a number stands for.

Lives here: the choice of format, valid file and kinds of damage, by chance alone that seed and number decide.
Elsewhere: each kind of damage (byte_damage.py, structure_damage.py).
"""

from random import Random

from tests.hostile.fuzz.byte_damage import BYTE_DAMAGE
from tests.hostile.fuzz.structure_damage import damage_structure
from tests.hostile.fuzz.valid_files import SUFFIXES, valid_files
from tests.hostile.fuzz.watched_workers import Case

# Where a format's own structure is known, damage there finds more than blind damage.
STRUCTURED_SHARE = 0.6
UNDAMAGED_SHARE = 0.005


def make(number: int, seed: int = 0) -> Case:
    """The file of a number: always the same for the same seed."""
    chance = Random(f"{seed}/{number}")
    files = valid_files()
    formats = sorted(files)
    kind = formats[number % len(formats)]
    data = chance.choice(files[kind])
    other = chance.choice(files[chance.choice(formats)])
    name = f"{number}.{chance.choice(SUFFIXES)}"
    if chance.random() < UNDAMAGED_SHARE:
        return Case(number, kind, name, data)
    told = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        damage = damage_structure if chance.random() < STRUCTURED_SHARE else chance.choice(BYTE_DAMAGE)
        data = damage(chance, data, other)
        told.append(damage.__name__)
    return Case(number, kind, name, data, tuple(told))
