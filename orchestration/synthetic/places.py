"""Who publishes: invented prefectures, their counties, towns and offices.

Lives here: names, made of two characters that name no place together, and everything that follows from who a publisher is.
Elsewhere: which publishers report (`generate`).
"""

from dataclasses import dataclass
from functools import cache

from orchestration.synthetic.dice import Dice
from orchestration.synthetic.wording import rows

PROVINCE = "缱瀛省"
COUNTIES = 13
TOWNS = 46
COUNTY_OFFICES = 30
# Kinds of townships and what their governments are called.
_TOWNS = (("镇", "人民政府", "zhen"), ("镇", "人民政府", "zhen"), ("乡", "人民政府", "xiang"), ("街道", "办事处", "jiedao"))
_COUNTIES = (("县", "xian"), ("县", "xian"), ("区", "qu"), ("市", "shi"))


@dataclass(frozen=True, slots=True)
class Publisher:
    """An office that reports. `names` are the forms that it may print of its own name, the fullest first."""

    level: str
    names: tuple[str, ...]
    place: str
    scope: str
    prefecture: str
    county: str
    township: str
    sign: str
    pinyin: str


@cache
def _stems() -> list[tuple[str, str]]:
    """Every pair of a first and a second character, with its pinyin, shuffled once for all."""
    table = rows("stems.csv")
    firsts = [row for row in table if row["place"] == "first"]
    seconds = [row for row in table if row["place"] == "second"]
    pairs = [
        (first["character"] + second["character"], first["pinyin"] + second["pinyin"])
        for first in firsts
        for second in seconds
        if first["pinyin"] != second["pinyin"]
    ]
    return Dice("places").several(pairs, len(pairs))


def prefecture_name(number: int) -> tuple[str, str]:
    """A prefecture's name and its pinyin; after some 1,200 prefectures (three million reports) the names begin again."""
    stem, pinyin = _stems()[number % len(_stems())]
    return f"{stem}市", pinyin


def publishers(number: int) -> list[Publisher]:
    """All publishers of a prefecture, always in the same order."""
    prefecture, prefecture_pinyin = prefecture_name(number)
    stems = _stems()
    offices = rows("offices.csv")
    found = [_government("prefecture", prefecture, prefecture, "", "市", prefecture_pinyin)]
    found += [_office("prefecture_bureau", prefecture, prefecture, "", office, prefecture_pinyin) for office in offices]
    # Names differ within a prefecture; a stride without common divisor leads through all of them.
    at = number * 101 + 1
    for number_of_county in range(COUNTIES):
        stem, pinyin = stems[at % len(stems)]
        at += 1
        kind, _ = _COUNTIES[number_of_county % len(_COUNTIES)]
        county = stem + kind
        found.append(_government("county", county, prefecture, county, kind, pinyin))
        found += [_office("bureau", county, prefecture, county, office, pinyin) for office in offices[:COUNTY_OFFICES]]
        for number_of_town in range(TOWNS):
            stem, town_pinyin = stems[at % len(stems)]
            at += 1
            found.append(_township(stem, town_pinyin, prefecture, county, number_of_town))
    return found


def _government(level: str, place: str, prefecture: str, county: str, kind: str, pinyin: str) -> Publisher:
    names = (f"{place}人民政府", f"{place}人民政府办公室")
    return Publisher(level, names, place, kind, prefecture, county, "", place[0], pinyin)


def _office(level: str, place: str, prefecture: str, county: str, office: dict[str, str], pinyin: str) -> Publisher:
    name = place + office["office"]
    scope = "局" if name.endswith("局") else "办"
    return Publisher(level, (name,), name, scope, prefecture, county, "", place[0], f"{pinyin}-{office['pinyin']}")


def _township(stem: str, pinyin: str, prefecture: str, county: str, number: int) -> Publisher:
    kind, government, kind_pinyin = _TOWNS[number % len(_TOWNS)]
    town = stem + kind
    names: tuple[str, ...] = (f"{county}{town}{government}", f"{town}{government}")
    if not county.endswith("市"):
        names = (prefecture + names[0], *names)
    return Publisher("township", names, town, kind, prefecture, county, town, stem[0], f"{pinyin}-{kind_pinyin}")
