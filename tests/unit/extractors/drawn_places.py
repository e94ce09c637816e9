"""Names drawn from the list of regions, each written as reports write and miswrite them, and whether they resolve to the place drawn.

Lives here: the draw, the three ways of writing (full path; county and town; with a slip, or with the county's old name), the count of what
became of them. By hand, with other seeds and more names: `python -m tests.unit.extractors.drawn_places NAMES SEED [SEED …]`.
Elsewhere: what must hold of the count (test_places.py). The list is read here by itself, not through the code that is tested.
"""

import csv
import random
import sys
from collections import Counter
from dataclasses import dataclass

from extractors import REGIONS
from extractors.places import resolve
from extractors.records import Report

YEAR = 2020
UNITS = ("街道", "苏木", "地区", "镇", "乡")


@dataclass(frozen=True)
class Written:
    """One way to write a drawn place. `code` is the place's; any code that it had or has is right, too."""

    way: str
    text: str
    codes: frozenset[str]


def listed() -> list[dict[str, str]]:
    with REGIONS.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def standing(row: dict[str, str]) -> bool:
    return int(row["valid_from"] or 0) <= YEAR <= int(row["valid_to"] or 9999)


def draw(count: int, seed: int) -> list[Written]:
    """`count` places of any level that stood in YEAR, three quarters of them towns, each written in three ways."""
    dice = random.Random(seed)
    rows = listed()
    now = {row["region_code"]: row for row in rows if standing(row)}
    # A town's list may be older than that of its county, and still have it under the code that ended in the year.
    known = {row["region_code"]: row for row in rows} | now
    became = [(row["region_code"], row["successor_code"]) for row in rows if row["change"] == "continued"]
    former = {new: known[old] for old, new in became if new in now and old != new and len(old) == 6}
    real = {row["name_zh"] for row in rows}
    characters = sorted({character for row in rows for character in row["name_zh"]})
    towns = sorted(code for code, row in now.items() if row["region_level"] == "township")
    upper = sorted(code for code, row in now.items() if row["region_level"] != "township")
    written = []
    for number in range(count):
        code = dice.choice(upper if number % 4 == 3 else towns)
        chain = _chain(code, known)
        names = [row["name_zh"] for row in chain]
        codes = frozenset((code, *(new for old, new in became if old == code), *(old for old, new in became if new == code)))
        office = _office(names[-1])
        county = next((row for row in chain if row["region_level"] == "county"), None)
        short = names[-2:] if len(chain) > 1 and chain[-1]["region_level"] == "township" else names[-1:]
        written.append(Written("full path", "".join(names) + office, codes))
        written.append(Written("county and town", "".join(short) + office, codes))
        if county is not None and county["region_code"] in former and dice.random() < 0.8:
            old = [former[county["region_code"]]["name_zh"] if row is county else row["name_zh"] for row in chain]
            written.append(Written("old name", "".join(old[-2:]) + office, codes))
        else:
            place = dice.randrange(max(0, len(names) - 2), len(names))
            misspelt = [_slip(name, dice, characters, real) if index == place else name for index, name in enumerate(names)]
            written.append(Written("slip", "".join(misspelt if dice.random() < 0.5 else misspelt[-2:]) + office, codes))
    return written


def _chain(code: str, known: dict[str, dict[str, str]]) -> list[dict[str, str]]:
    chain: list[dict[str, str]] = []
    while code:
        chain.insert(0, known[code])
        code = known[code]["parent_region_code"]
    return chain


def _office(name: str) -> str:
    return "办事处" if name.endswith(("街道", "地区")) else "人民政府"


def _slip(name: str, dice: random.Random, characters: list[str], real: set[str]) -> str:
    """The name with one character wrong, missing or doubled, or two swapped; what another place is really called is no slip."""
    place = dice.randrange(len(name))
    kind = dice.choice(("wrong", "wrong", "missing", "doubled", "swapped"))
    if kind == "wrong":
        misspelt = name[:place] + dice.choice(characters) + name[place + 1 :]
    elif kind == "swapped":
        misspelt = name[:place] + name[place : place + 2][::-1] + name[place + 2 :]
    else:
        misspelt = name[:place] + (name[place + 1 :] if kind == "missing" else name[place] + name[place:])
    return _slip(name, dice, characters, real) if misspelt in real else misspelt


def outcome(written: Written) -> str:
    report = Report("annual_report", publisher=written.text, report_year=YEAR)
    region = resolve(report, (), "", ()).region
    if region is None:
        return "unresolved"
    return "right" if region.code in written.codes else "wrong"


def main(count: int, seeds: list[int]) -> None:
    for seed in seeds:
        outcomes = [(written, outcome(written)) for written in draw(count, seed)]
        tally = Counter((written.way, result) for written, result in outcomes)
        print(seed, {f"{way}: {result}": number for (way, result), number in sorted(tally.items())})
        for written, result in outcomes:
            if result == "wrong" or (result == "unresolved" and written.way != "slip"):
                print("   ", result, written)


if __name__ == "__main__":
    main(int(sys.argv[1]), [int(seed) for seed in sys.argv[2:]])
