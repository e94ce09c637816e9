"""From the publisher as printed, and what else the document says, to one region, or to none.

Lives here: `resolve()`, and `state()`, which writes its answer into the report: what the name says by itself; where that is not enough,
what other evidence says, in its order of trust: names printed for the author elsewhere (title, signature, form header, metadata block,
breadcrumb), full paths in the opening and at the end of the text, the file's path.
The first evidence that decides is taken; evidence that contradicts itself decides nothing.
Elsewhere: reading a path of places (paths.py), the list (regions.py), the kind of office (offices.py).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.characters import simplified
from extractors.places import offices, paths
from extractors.places.regions import FIRST_TOWNS, Region, Regions, regions
from extractors.records import Evidence, GovernmentLevel, Issue, Report

# Names of the author, as identity found them, most trusted first. Full paths in the text and the file's path come after them.
_TRUST = (
    "title",
    "signature",
    "form_header",
    "form_footer",
    "compiled_by",
    "head",
    "mention",
    "page_title",
    "metadata_block",
    "breadcrumb",
    "origin",
)
# The corps of production and construction is no part of its region's government; the cities of its divisions are listed.
_BEFORE_PLACES = re.compile("^(?:国家税务总局|中国人民银行|中国共产党|中共|.{0,2}生产建设兵团(?:第?[一二三四五六七八九十]+师)?)")
_LONGEST_PATH = 30
_SHORT_NAME = 2
# Where a text names its author in full: its opening and its signature. Further down other places are told of.
_OPENING, _CLOSING = 1_500, 300
_GOVERNMENT = ("人民政府", "政府", "办事处", "街道办")
# Names outlive their places by some years.
_OUTLIVES = 5
_CANDIDATES_SHOWN = 10
_UPPER_UNIT = re.compile("自治[区州县旗]|地区|[省市区县州盟旗]")


@dataclass(frozen=True, slots=True)
class Place:
    """What a publisher's name resolves to. `region` is the row of the list that stood in the report's year; `outer` the nearest listed
    region where the name goes on to a place that no list has; `agency_region_code` tells the place whatever it was called, where one code
    does."""

    region: Region | None = None
    outer: Region | None = None
    level: GovernmentLevel | None = None
    office: str | None = None
    agency_region_code: str | None = None
    issue: Issue | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a printed name says by itself: the places that its words may mean (`core` are those words), and what follows them."""

    candidates: tuple[Region, ...]
    core: str
    rest: str
    unlisted: offices.Unlisted | None = None
    has_slip: bool = False


def resolve(report: Report, evidence: Sequence[Evidence], text: str, names: Sequence[str]) -> Place:
    """The place of a report's publisher. `text` is the canonical text, `names` the paths under which the file came."""
    if not report.publisher:
        return Place()
    listed = regions()
    printed = _plain(report.publisher)
    reading = _read(printed, report.report_year)
    candidates = reading.candidates
    core = reading.core or offices.town_of(printed)
    if reading.unlisted is None and len(candidates) != 1 and core:
        candidates = _decided(listed, reading.candidates, core, report.report_year, _sources(evidence, text, names)) or candidates
    if not candidates:
        return _unknown(listed, printed, report.publisher)
    if len(candidates) > 1:
        return Place(issue=_ambiguous(report.publisher, [region.code for region in candidates]), level=_printed_level(printed))
    region = listed.in_year(candidates[0], report.report_year)
    if reading.unlisted is not None:
        return _unlisted(listed, region, reading.unlisted, report.publisher)
    is_street = region.level == "township" and region.name.endswith(("街道", "地区"))
    rest = reading.rest if reading.core else printed.partition(core or "")[2]
    office = offices.office_of(rest, "street" if is_street else region.level)
    issue = None
    if reading.has_slip:
        path = "".join(reversed(names_by_level(region, report.report_year).values()))
        issue = Issue("identity", "misspelt_region", f"{report.publisher}：按名录读作{path}（{region.code}）")
    return Place(region, region, region.level if office.has_rank else None, office.name, listed.own_code(region), issue)


def names_by_level(region: Region | None, year: int | None) -> dict[str, str]:
    """The names of a region and of those above it, by level, as they were in `year`."""
    listed = regions()
    names: dict[str, str] = {}
    while region is not None:
        names[region.level] = region.name
        region = listed.in_year(listed.parent(region), year) if region.parent_code else None
    return names


def _plain(printed: str) -> str:
    return _BEFORE_PLACES.sub("", simplified(re.sub(r"\s", "", printed)))


@lru_cache(maxsize=20_000)
def _read(printed: str, year: int | None) -> _Reading:
    listed = regions()
    found, end = paths.longest(listed, printed)
    slip = not found
    if slip:
        found, end = _behind_a_slip(listed, printed)
    candidates = _of_year(listed, found, year)
    rest = printed[end:]
    if end and rest.startswith((printed[end - 1] + "人民政府", printed[end - 1] + "政府")):
        rest = rest[1:]  # "X县县政府"
    unlisted = (offices.unlisted_place(rest) or _place_without_unit(listed, candidates, rest)) if candidates else None
    if unlisted is None or len(candidates) != 1:
        # Of several places, that which the name goes on to can't tell which is meant: it stands in none of them.
        return _Reading(candidates, printed[:end], rest, unlisted, slip)
    if candidates[0].level == "township":
        # "X镇Y办事处" is not the town's: only the county is sure.
        return _Reading((listed.parent(candidates[0]),), printed[:end], rest, unlisted)
    # A county's name of two characters may be a slip itself; and nobody knows what was meant by two slips.
    meant, behind = _mended(listed, candidates[0], unlisted, year) if end > _SHORT_NAME and not slip else (None, "")
    if meant is None:
        return _Reading(candidates, printed[:end], rest, unlisted)
    return _Reading((meant,), printed[: len(printed) - len(behind)], behind, None, True)


def _place_without_unit(listed: Regions, outer: Sequence[Region], rest: str) -> offices.Unlisted | None:
    """A county of `outer` that stands in `rest` without its last word, or with a wrong one: the office that follows is that county's."""
    if outer[0].level not in ("province", "prefecture"):
        return None
    for end in range(min(len(rest), listed.longest_name), 1, -1):
        within = (region for region in listed.stems.get(rest[:end], ()) if any(_lies_in(listed, region, above) for above in outer))
        if next(within, None) is not None:
            return offices.Unlisted(rest[:end], "county", rest[end:])
    return None


def _behind_a_slip(listed: Regions, printed: str) -> tuple[list[Region], int]:
    """A path whose first name holds a slip: the places behind it, where they lie in a place whose name the first may be."""
    for unit in _UPPER_UNIT.finditer(printed, 0, 14):
        first = printed[: unit.end()]
        found, end = paths.longest(listed, printed[unit.end() :])
        fitting = [region for region in found if any(paths.is_slip(first, above.name) for above in _all_above(listed, region))]
        if fitting:
            return fitting, unit.end() + end
    return [], 0


def _all_above(listed: Regions, region: Region) -> list[Region]:
    return [row for above in listed.above(region) for row in listed.rows(above.code)]


def _of_year(listed: Regions, found: Iterable[Region], year: int | None) -> tuple[Region, ...]:
    """One row a place; where a year is known, places that stood long before or after it are left out if another one stood in it."""
    places = {(region.level, listed.place(region)): region for region in sorted(found, key=lambda region: region.last)}
    rows = sorted(places.values(), key=lambda region: region.code)
    if year is None or len(rows) < 2:
        return tuple(rows)
    # One took over the other's name: each has its years.
    rows = [row for row in rows if not any(other.name == row.name and _hands_over(row, other, year) for other in rows)]
    if any(row.level == "township" for row in rows):
        return tuple(rows)  # the years of towns are only those in which lists have them
    # Reports are written in the year after.
    near = [row for row in rows if row.first <= year + 1 and row.last >= year - _OUTLIVES]
    return tuple(near if near else rows)


def _hands_over(row: Region, other: Region, year: int) -> bool:
    """Does `other` bear the name in `year`, where one of the two began with it as the other one ended?"""
    return (other.first == row.last + 1 and year > row.last) or (row.first == other.last + 1 and year <= other.last)


def _mended(listed: Regions, outer: Region, unlisted: offices.Unlisted, year: int | None) -> tuple[Region | None, str]:
    """The listed place within `outer` that a slip made into an unlisted one, and what follows it; (None, "") where that isn't certain."""
    if unlisted.level == "township":
        if year is None or year < FIRST_TOWNS or not listed.towns(outer):
            return None, ""
        if any(code[:4] == outer.code[:4] for code in listed.named(unlisted.name)):
            return None, ""  # the name is right, and its county may be wrong
        names = [(name, region) for name, rows in listed.towns(outer).items() for region in rows]
        return paths.meant_by_slip(listed, unlisted.name, names), unlisted.rest
    if outer.level == "county":
        return None, ""
    upper = ((name, reading.region) for name, readings in listed.names.items() for reading in readings if not reading.is_stem)
    meant = paths.meant_by_slip(listed, unlisted.name, ((name, region) for name, region in upper if region.code[:2] == outer.code[:2]))
    if meant is None or meant.level != "county" or listed.place(listed.parent(meant)) != listed.place(outer):
        return None, ""
    towns = listed.towns(meant)
    end = next((end for end in range(len(unlisted.rest), 1, -1) if unlisted.rest[:end] in towns), 0)
    if end:
        rows = _of_year(listed, towns[unlisted.rest[:end]], year)
        return (rows[0], unlisted.rest[end:]) if len(rows) == 1 else (None, "")
    return (None, "") if offices.unlisted_place(unlisted.rest) else (meant, unlisted.rest)


def _sources(evidence: Sequence[Evidence], text: str, names: Sequence[str]) -> list[tuple[str, ...]]:
    """What may tell the place that the name leaves open, most trusted first; texts of one rank stand together."""
    ranked = [tuple(_plain(e.value) for e in evidence if e.field in ("publisher", "title") and e.source == source) for source in _TRUST]
    pieces = tuple(piece for name in names for piece in re.findall("[一-鿿]+", simplified(name)))
    return [*ranked, (simplified(text[:_OPENING]), simplified(text[_OPENING:][-_CLOSING:])), pieces]


def _decided(
    listed: Regions, candidates: tuple[Region, ...], core: str, year: int | None, sources: list[tuple[str, ...]]
) -> tuple[Region, ...]:
    """The places that the most trusted evidence gives to `core`, the words of a name; empty where none tells of them."""
    for rank, texts in enumerate(sources):
        behind = _GOVERNMENT if rank == len(_TRUST) else ("",)
        full = _of_year(listed, [region for text in texts for region in _full_paths(listed, text, core, behind)], year)
        if candidates:
            known = {listed.place(region) for region in candidates}
            full = tuple(region for region in full if listed.place(region) in known)
        if full:
            return full
    for texts in [*sources[: len(_TRUST)], sources[-1]]:
        around = [region for text in texts for region in paths.longest(listed, text)[0]]
        if candidates:
            inside = tuple(region for region in candidates if any(_lies_in(listed, region, outer) for outer in around))
        else:
            inside = _of_year(listed, [town for outer in around for town in _towns_of(listed, outer).get(core, ())], year)
        if inside:
            return inside
    return ()


def _lies_in(listed: Regions, region: Region, outer: Region) -> bool:
    return outer.level != region.level and listed.is_within(region, outer)


def _towns_of(listed: Regions, region: Region) -> dict[str, list[Region]]:
    """The towns of the county that a piece of evidence names, or in which the town lies that it names."""
    if region.level == "township":
        region = listed.parent(region)
    return listed.towns(region)


def _full_paths(listed: Regions, text: str, core: str, behind: tuple[str, ...]) -> list[Region]:
    """The places that `core` means in `text`, where the places above it stand before it, and one of the words `behind` after it."""
    found: list[Region] = []
    position = text.find(core)
    while position >= 0:
        end = position + len(core)
        starts = range(max(0, position - _LONGEST_PATH), position) if text.startswith(behind, end) else ()
        for start in starts:
            if text[start : start + 2] not in listed.beginnings:
                continue
            reached = [path.region for path in paths.paths(listed, text[start:end]) if path.end == end - start]
            if reached:
                found.extend(reached)
                break
        position = text.find(core, end)
    return found


def _unknown(listed: Regions, printed: str, publisher: str) -> Place:
    town = offices.town_of(printed)
    codes = listed.named(town) if town is not None and printed.startswith(town) else ()
    return Place(level=_printed_level(printed), issue=_ambiguous(publisher, codes) if codes else None)


def _printed_level(printed: str) -> GovernmentLevel | None:
    """A town's government says by its name what it is, wherever it lies."""
    return "township" if offices.town_of(printed) else None


def _ambiguous(publisher: str, codes: Sequence[str]) -> Issue:
    shown = "、".join(codes[:_CANDIDATES_SHOWN])
    more = f"等 {len(codes)} 处" if len(codes) > _CANDIDATES_SHOWN else ""
    return Issue("identity", "ambiguous_region", f"{publisher}：{shown}{more}")


def _unlisted(listed: Regions, outer: Region, unlisted: offices.Unlisted, publisher: str) -> Place:
    if unlisted.level != "township" and unlisted.name in listed.names:
        # It lies elsewhere: one of the two places of the name is wrong.
        return Place(level=_printed_level(_plain(publisher)), issue=_ambiguous(publisher, [outer.code, *_codes(listed, unlisted.name)]))
    issue = Issue("identity", "unlisted_region", f"{publisher}：{outer.name}（{outer.code}）之下没有{unlisted.name}")
    level = unlisted.level if unlisted.level and offices.office_of(unlisted.rest, unlisted.level).has_rank else None
    return Place(outer=outer, level=level, issue=issue)


def _codes(listed: Regions, name: str) -> list[str]:
    return list(dict.fromkeys(reading.region.code for reading in listed.names[name]))


def state(report: Report, evidence: Sequence[Evidence], text: str, names: Sequence[str]) -> list[Issue]:
    """Writes the place of a report's publisher into the report; returns what was wrong with it."""
    place = resolve(report, evidence, text, names)
    path = names_by_level(place.region or place.outer, report.report_year)
    report.province, report.prefecture = path.get("province"), path.get("prefecture")
    report.county, report.township = path.get("county"), path.get("township")
    report.region_code = place.region.code if place.region is not None else None
    report.government_level, report.office, report.agency_region_code = place.level, place.office, place.agency_region_code
    return [place.issue] if place.issue is not None else []
