"""A printed name as a path of places: province, prefecture, county, town, each within the one before; any of them may be left out,
but a town needs its county.

Lives here: all ways to read the beginning of a name, and what one slip of a character may have made of a listed name.
Elsewhere: the list (regions.py), what follows the places (offices.py), which of several ways holds (resolver.py).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from extractors.places.regions import Region, Regions

_LONGEST_TOWN = 16
# "X区人民政府Y街道办事处": the office in a street belongs to the government of the district.
_DISPATCHED = "人民政府"
_STREET_OFFICE = re.compile(r"(.{1,10}?)街?办事处")
# Names that differ by these are different places that lie beside each other, never slips.
_SIBLINGS = frozenset("东西南北中上下大小前后新老旧内外左右里高低一二三四五六七八九十")
_SHORTEST_TO_MEND = 3
_UNITS = ("自治县", "自治旗", "街道", "苏木", "地区", "县", "区", "市", "旗", "镇", "乡")


@dataclass(frozen=True, slots=True)
class Path:
    """Places that a text begins with: the last of them, and where it ends."""

    region: Region
    end: int


def paths(regions: Regions, text: str) -> list[Path]:
    """All ways to read places at the beginning of `text`, one a place and end."""
    found: dict[tuple[str, str, int], Path] = {}
    _walk(regions, text, 0, None, found)
    return list(found.values())


def longest(regions: Regions, text: str) -> tuple[list[Region], int]:
    """The places that the longest path may mean, and where it ends."""
    found = paths(regions, text)
    end = max((path.end for path in found), default=0)
    return [path.region for path in found if path.end == end], end


def _walk(regions: Regions, text: str, start: int, outer: Region | None, found: dict[tuple[str, str, int], Path]) -> None:
    for region, end, is_stem in _following(regions, text, start, outer):
        if not is_stem:
            key = (region.level, regions.place(region), end)
            # Of several names of one place the newest stands for it.
            if key not in found or found[key].region.last < region.last:
                found[key] = Path(region, end)
        if region.level != "township":
            _walk(regions, text, end, region, found)


def _following(regions: Regions, text: str, start: int, outer: Region | None) -> Iterator[tuple[Region, int, bool]]:
    if (outer is None or outer.level in ("province", "prefecture")) and text[start : start + 2] in regions.beginnings:
        for end in range(start + 2, min(len(text), start + regions.longest_name) + 1):
            for reading in regions.names.get(text[start:end], ()):
                if outer is None or (reading.region.level != outer.level and regions.is_within(reading.region, outer)):
                    yield reading.region, end, reading.is_stem
    if outer is not None and outer.level in ("prefecture", "county") and (towns := regions.towns(outer)):
        if text.startswith(_DISPATCHED, start) and "街道" in text[start:]:
            start += len(_DISPATCHED)
        for end in range(min(len(text), start + _LONGEST_TOWN), start + 1, -1):
            if text[start:end] in towns:
                yield from ((region, end, False) for region in towns[text[start:end]])
                return
        office = _STREET_OFFICE.match(text, start)
        if office is not None:
            yield from ((region, office.end(1), False) for region in towns.get(office[1] + "街道", ()))


def is_slip(printed: str, name: str) -> bool:
    """May `printed` be `name` with one character wrong, missing or too much, or two that changed places?"""
    unit = next((unit for unit in _UNITS if name.endswith(unit)), "")
    if not unit or not printed.endswith(unit) or min(len(printed), len(name)) < _SHORTEST_TO_MEND or printed == name:
        return False
    if OSA.distance(printed, name, score_cutoff=1) != 1:
        return False
    return not _SIBLINGS.intersection(_difference(printed, name))


def _difference(printed: str, name: str) -> str:
    """The characters in which the two differ."""
    head = next((i for i, (a, b) in enumerate(zip(printed, name, strict=False)) if a != b), min(len(printed), len(name)))
    tail = next((i for i, (a, b) in enumerate(zip(printed[::-1], name[::-1], strict=False)) if a != b), min(len(printed), len(name)))
    tail = min(tail, min(len(printed), len(name)) - head)
    return printed[head : len(printed) - tail] + name[head : len(name) - tail]


def meant_by_slip(regions: Regions, printed: str, names: Iterable[tuple[str, Region]]) -> Region | None:
    """The only place among `names` that a slip can have made into `printed`; None where another is as near."""
    near = [(name, region) for name, region in names if OSA.distance(printed, name, score_cutoff=1) <= 1]
    if len({(region.level, regions.place(region)) for _, region in near}) != 1 or not any(is_slip(printed, name) for name, _ in near):
        return None
    return max((region for _, region in near), key=lambda region: region.last)
