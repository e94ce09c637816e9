"""The fuzzing itself: the same seed gives the same files, every kind of damage is used, and what goes wrong is told, whatever it does.

Elsewhere: fuzzing (`make fuzz`).
"""

import os
from collections import Counter

import pytest

from tests.hostile.fuzz.damaged_files import make
from tests.hostile.fuzz.judging import judged
from tests.hostile.fuzz.valid_files import valid_files
from tests.hostile.fuzz.watched_workers import Case, Limits, Result, run

pytestmark = pytest.mark.hostile

DEEDS = ("nothing", "says so", "dies", "hangs", "gobbles", "nothing")


def case(number: int) -> Case:
    return Case(number, "text", DEEDS[number], b"")


def misled(deed: str, data: bytes) -> tuple[str, list[str]]:
    held = []
    if deed == "dies":
        os._exit(11)
    while deed == "hangs":
        pass
    while deed == "gobbles":
        held.append(bytearray(b"1") * 2**22)
    return "read", ["so"] if deed == "says so" else []


@pytest.fixture(scope="module")
def results() -> dict[int, Result]:
    limits = Limits(seconds=0.5, seconds_a_megabyte=0.0, most_seconds=1.0, bytes=100 * 2**20)
    return {result.number: result for result in run(case, misled, iter(range(len(DEEDS))), 2, limits)}


def test_whatever_a_file_does_to_its_reader_is_told_and_the_others_are_read(results: dict[int, Result]) -> None:
    assert [results[number].outcome for number in range(len(DEEDS))] == ["read", "read", "died", "too slow", "too large", "read"]
    assert [bool(results[number].wrong) for number in range(len(DEEDS))] == [False, True, True, True, True, False]


def test_the_same_seed_gives_the_same_files() -> None:
    assert [make(number, 7) for number in range(40)] == [make(number, 7) for number in range(40)]
    assert make(3, 7).data != make(3, 8).data


def test_every_format_and_many_kinds_of_damage_are_used() -> None:
    cases = [make(number, 1) for number in range(10 * len(valid_files()))]

    assert set(Counter(found.format for found in cases).values()) == {10}
    assert len({damage for found in cases for damage in found.damage}) > 12


def test_valid_files_are_judged_to_be_sound() -> None:
    for kind, files in valid_files().items():
        assert judged("a", files[0])[1] == [], kind
