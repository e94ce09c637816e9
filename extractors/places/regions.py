"""The list of administrative regions: codes, names, parents, and what became of them.

Lives here: reading the seed once a process (a tenth of a second would be too much: rows are parsed when they are asked for), names and
short names of provinces, prefectures and counties, the towns of a county, and following a place through renamings and new codes.
Elsewhere: how a printed name is read (paths.py), where the list comes from (`dbt_project/seed_sources/regions.py`).
"""

import csv
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import cast

from extractors import REGIONS
from extractors.csv_tables import records_of
from extractors.records import GovernmentLevel

# The first list of towns. Before it, a town may have stood that no list names.
FIRST_TOWNS = 2015
_OPEN_START, _OPEN_END = 0, 9999
_COUNTY_CODE = 6
# "水" is a people only as "水族"; longer names stand without 族, too.
_PEOPLES = sorted((row["people"] for row in records_of("places/peoples.csv")), key=lambda name: (-len(name), name))
_PEOPLE = "|".join(name + ("族" if len(name) == 1 else "族?") for name in _PEOPLES)
_AUTONOMOUS = re.compile(rf"^(?P<stem>.+?)(?:{_PEOPLE}|各族)+自治(?P<unit>[州县旗])$")
_PEOPLE_ALONE = re.compile(rf"^(?P<stem>{_PEOPLE})自治(?P<unit>[州县旗])$")
_ETHNIC_TOWN = re.compile(rf"^(?P<stem>.+?)(?:{_PEOPLE}|民族)+(?P<unit>乡|苏木)$")
_PROVINCE = re.compile(rf"^(?P<stem>.{{2,}}?)(?:(?:{_PEOPLE})?自治区|特别行政区|[省市])$")


@dataclass(frozen=True, slots=True)
class Region:
    """One name of one code, and the first and last year of the lists that have it so. `successor` is what it went on as, or merged into."""

    code: str
    name: str
    level: GovernmentLevel
    parent_code: str
    first: int
    last: int
    successor: str
    went_on: bool

    def stands_in(self, year: int) -> bool:
        return self.first <= year <= self.last


@dataclass(frozen=True, slots=True)
class Reading:
    """A name that begins a text, and what it may mean. A `stem` is a name without its last word: it counts only before another name."""

    region: Region
    is_stem: bool = False


class Regions:
    """All regions. Made once a process by `regions()`."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()[1:]
        self._lines_below: dict[str, list[str]] = {}
        self._upper: list[Region] = []
        for line in self._lines:
            if line[_COUNTY_CODE] == ",":
                self._upper.append(_region(line))
            else:
                self._lines_below.setdefault(line.split(",", 4)[3], []).append(line)

    def rows(self, code: str) -> list[Region]:
        """All names of a code, oldest first."""
        start = bisect_left(self._lines, f"{code},")
        found = []
        while start < len(self._lines) and self._lines[start].startswith(f"{code},"):
            found.append(_region(self._lines[start]))
            start += 1
        return sorted(found, key=lambda region: (region.last, region.first))

    @cached_property
    def names(self) -> dict[str, list[Reading]]:
        """What a name of a province, a prefecture or a county may mean: full names, short ones, stems."""
        found: dict[str, list[Reading]] = {}
        for region in self._upper:
            found.setdefault(region.name, []).append(Reading(region))
            short = _AUTONOMOUS.match(region.name) or _PEOPLE_ALONE.match(region.name)
            if short is not None:
                found.setdefault(short["stem"].removesuffix("族") + short["unit"], []).append(Reading(region))
            if region.level == "province":
                found.setdefault(_PROVINCE.sub(r"\g<stem>", region.name), []).append(Reading(region))
            elif region.level == "prefecture":
                stem = short["stem"] if short is not None else re.sub("地区$|[市盟]$", "", region.name)
                found.setdefault(stem, []).append(Reading(region, is_stem=True))
        return found

    @cached_property
    def stems(self) -> dict[str, list[Region]]:
        """Prefectures and counties by their names without the last word."""
        found: dict[str, list[Region]] = {}
        for region in self._upper:
            short = _AUTONOMOUS.match(region.name)
            stem = short["stem"] if short is not None else re.sub("地区$|[市盟县区旗]$", "", region.name)
            if region.level != "province" and len(stem) > 1:
                found.setdefault(stem, []).append(region)
        return found

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first two characters of all names: most texts begin with none of them."""
        return frozenset(name[:2] for name in self.names)

    @cached_property
    def longest_name(self) -> int:
        return max(map(len, self.names))

    @cached_property
    def counties(self) -> tuple[Region, ...]:
        return tuple(region for region in self._upper if region.level == "county")

    @cached_property
    def _codes_of_place(self) -> dict[Region, list[str]]:
        """All codes that a province, prefecture or county had, by what it is now."""
        found: dict[Region, list[str]] = {}
        for region in self._upper:
            codes = found.setdefault(self.now(region), [])
            if region.code not in codes:
                codes.append(region.code)
        return found

    def now(self, region: Region) -> Region:
        """What a place went on as, to the newest list; a place that merged into another one stays what it was."""
        return _now(self, region)

    def place(self, region: Region) -> str:
        """The code that tells a place from all others whatever it was called: that of the last list which has it.

        Two towns of one name in one county are one: lists moved it into a zone, or out of it.
        """
        now = self.now(region)
        if now.level != "township":
            return now.code
        named = self.towns(self.parent(now)).get(now.name, [now])
        return self.now(max(named, key=lambda row: (row.last, row.code))).code

    def own_code(self, region: Region) -> str | None:
        """The code of `place()`; None where a merger gave it to another place, whose reports are not this one's."""
        code = self.place(region)
        last = self.now(region)
        return None if last.successor == last.code == code and not last.went_on else code

    def in_year(self, region: Region, year: int | None) -> Region:
        """The row of the same place that stood in `year`; where none did, or no year is known, the nearest, or the one that was printed."""
        if year is None or region.stands_in(year):
            return region
        rows = list(self._history(region))
        standing = [row for row in rows if row.stands_in(year)]
        if standing:
            return next((row for row in standing if row.name == region.name), standing[-1])
        return min(rows, key=lambda row: (max(row.first - year, year - row.last), row.name != region.name))

    def _history(self, region: Region) -> Iterator[Region]:
        if region.level == "township":
            rows: Iterable[Region] = (row for named in self.towns(self.parent(region)).values() for row in named)
        else:
            rows = (row for code in self._codes_of_place.get(self.now(region), [region.code]) for row in self.rows(code))
        place = self.place(region)
        return (row for row in sorted({*rows, region}, key=lambda row: (row.last, row.code)) if self.place(row) == place)

    def parent(self, region: Region) -> Region:
        """The region above, as it stood with this one."""
        rows = self.rows(region.parent_code)
        return next((row for row in rows if row.first <= region.last and region.first <= row.last), rows[-1])

    def above(self, region: Region) -> list[Region]:
        """The regions above, from the province down."""
        chain: list[Region] = []
        while region.parent_code:
            region = self.parent(region)
            chain.insert(0, region)
        return chain

    def is_within(self, region: Region, outer: Region) -> bool:
        """Does or did the place lie in the other one (whatever their names were then)?"""
        place = self.place(outer)
        return any(self.place(above) == place for row in self._history(region) for above in self.above(row))

    def towns(self, county: Region) -> dict[str, list[Region]]:
        """All towns that a county (or a prefecture without counties) had in any year, by name, ethnic ones also by a short name."""
        return _towns(self, self.now(county))

    def towns_of_place(self, now: Region) -> dict[str, list[Region]]:
        found: dict[str, list[Region]] = {}
        for code in self._codes_of_place.get(now, [now.code]):
            for line in self._lines_below.get(code, ()):
                region = _region(line)
                found.setdefault(region.name, []).append(region)
        for name in list(found):
            short = _ETHNIC_TOWN.match(name)
            if short is not None and short["stem"] + short["unit"] not in found:
                found.setdefault(short["stem"] + short["unit"], []).extend(found[name])
        return found

    def named(self, name: str) -> tuple[str, ...]:
        """The codes of all towns of this name, wherever they lie."""
        return tuple(self._codes_of_towns.get(name, ()))

    @cached_property
    def _codes_of_towns(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for line in self._lines:
            code, name, level, _ = line.split(",", 3)
            if level == "township" and code not in (codes := found.setdefault(name, [])):
                codes.append(code)
        return found


def _region(line: str) -> Region:
    code, name, level, parent, first, last, successor, change = line.split(",")
    return Region(
        code,
        name,
        cast("GovernmentLevel", level),
        parent,
        int(first) if first else _OPEN_START,
        int(last) if last else _OPEN_END,
        successor,
        change == "continued",
    )


@lru_cache(maxsize=50_000)
def _now(regions: Regions, region: Region) -> Region:
    seen = {region}
    while region.went_on:
        following = [row for row in regions.rows(region.successor) if row.last > region.last and row not in seen]
        if not following:
            break
        region = min(following, key=lambda row: row.first)
        seen.add(region)
    return region


@lru_cache(maxsize=4_000)
def _towns(regions: Regions, now: Region) -> dict[str, list[Region]]:
    return regions.towns_of_place(now)


@lru_cache(maxsize=1)
def regions() -> Regions:
    """The list, read when it is first asked for."""
    text = REGIONS.read_text(encoding="utf-8")
    header = next(csv.reader(text.splitlines()[:1]))
    columns = ["region_code", "name_zh", "region_level", "parent_region_code", "valid_from", "valid_to", "successor_code", "change"]
    if header != columns:
        raise ValueError(f"{REGIONS}: columns are {header}, not {columns}; make the seed with dbt_project/seed_sources/regions.py")
    return Regions(text)
