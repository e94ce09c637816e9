"""What a publisher is, behind the places of its name: a government, a bureau, a street office, the committee of a zone.

Lives here: the kinds of offices, one name for each of them (offices.csv holds the abbreviations), and places in what is left of a name
that the list of regions doesn't have.
Elsewhere: the places themselves (paths.py); which offices merged into which (`dbt_project/seeds/agency_changes.csv`).
"""

import re
from dataclasses import dataclass

from extractors.csv_tables import records_of
from extractors.records import GovernmentLevel

_FULL = {row["printed"]: row["office"] for row in records_of("places/offices.csv")}
_GOVERNMENT = frozenset(("", "政府", "人民政府", "行政公署", "行署"))
_STREET = frozenset(("", "办", "街办", "街道办", "办事处", "街道办事处", "人民政府", "政府"))
_OFFICE_OF_GOVERNMENT = re.compile(r"^(?:人民)?政府办(公[室厅])?$")
_ZONE = re.compile(
    "开发区|新区|实验区|园区|高新区|示范区|度假区|景区|名胜区|保税区|管理区|合作区|试验区|集聚区|工业区|产业区|林区|矿区|保护区|自贸区|功能区"
    "|农场|林场|牧场|兵团|第[一二三四五六七八九十]+师|[\\d一二三四五六七八九十百〇○]+团"
)
_DEPARTMENT = re.compile("(?:局|厅|委员会|委|办公室|办公厅|办|总队|支队|大队|处|中心|站|所|院)$")
# Courts, schools, hospitals and the committees of places without a government have no rank that their name tells.
# An office in another place (驻…办事处) has that of neither.
_AWAY = "驻(?!.*街道)"
_NO_RANK = re.compile(f"{_AWAY}|(?:法院|检察院|医院|学院|研究院|行委|行政委员会)$")
_TOWN = re.compile(r"^(?P<name>.{1,14}(?:镇|乡|街道|苏木))(?P<rest>(?:人民)?政府.*|(?:街道)?办事处.*|街?道?办|党政.*办.*|党工?委.*|)$")
# A government that isn't that of the place before it: the word for its own place was lost or misprinted.
_GOVERNMENT_OF_ANOTHER = re.compile(rf"^(?!.*{_AWAY})(?P<name>.{{1,60}}?)(?P<rest>人民政府|政府|街?道?办事处|街.*处)$")
# "X县Y镇" where both are unknown: the county comes first.
_COUNTY_AND_TOWN = re.compile(r"^.{1,10}?(?:县|区|市|旗).+?(?:镇|乡|街道|苏木)")
_COUNTY = re.compile(r"^(?![省市县区]|人民)(?P<name>.{1,30}?(?:自治[州县旗]|地区|[县市区旗州盟]))(?P<rest>.*)$")
_NO_COUNTY = re.compile(
    "(?:城市|社区|小区|[市县城片街灌库山老牧辖地校院厂营战疫防]区|商务区|经济区|物流区|行政区|棚户区|旅游区|县市|区县)$"
)
_NO_TOWN = re.compile("(?:城|村|乡)[镇乡]$")


@dataclass(frozen=True, slots=True)
class Office:
    """What stands behind the places: one name for it, and whether its rank is that of its place."""

    name: str
    has_rank: bool


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A town or county in what is left of a name."""

    name: str
    level: GovernmentLevel | None
    rest: str


def office_of(rest: str, level: str) -> Office:
    """The office that `rest`, the words behind a place of this level, names."""
    if rest in _GOVERNMENT and level != "street":
        return Office("人民政府", True)
    if level == "street" and rest in _STREET:
        return Office("街道办事处", True)
    match = _OFFICE_OF_GOVERNMENT.match(rest)
    if match is not None:
        return Office("人民政府办公" + ("厅" if match[1] == "公厅" else "室"), True)
    name = _FULL.get(rest, rest)
    return Office(name, bool(_DEPARTMENT.search(name)) and not _ZONE.search(name) and not _NO_RANK.search(name))


def unlisted_place(rest: str) -> Unlisted | None:
    """The town, or else the county, that `rest` begins with; zones and words such as 城乡 are none."""
    county, town = _COUNTY.match(rest), _TOWN.match(rest)
    if county is not None and (_NO_COUNTY.search(county["name"]) or _ZONE.search(county["name"])):
        county = None
    if town is not None and (_NO_TOWN.search(town["name"]) or _ZONE.search(rest)):
        town = None
    if town is not None and not (county is not None and _COUNTY_AND_TOWN.match(town["name"])):
        return Unlisted(town["name"], "township", town["rest"])
    if county is not None:
        return Unlisted(county["name"], _level_of(county["name"]), county["rest"])
    other = _GOVERNMENT_OF_ANOTHER.match(rest)
    if other is not None and other["name"] != "人民":
        return Unlisted(other["name"], "township", other["rest"])
    return None


def _level_of(name: str) -> GovernmentLevel | None:
    """A 市 may be a prefecture or a county."""
    if name.endswith("市"):
        return None
    return "prefecture" if name.endswith(("州", "盟", "地区")) else "county"


def town_of(name: str) -> str | None:
    """The town that a name without a listed place begins with: 'X镇' of 'X镇人民政府', also behind counties that no list has."""
    match = re.match(r"^(?:.*[省市县区旗州盟])?(?P<name>.{1,14}?(?:镇|乡|街道|苏木))(?:人民政府|政府|办事处|街道办|$)", name)
    return match["name"] if match is not None and not _NO_TOWN.search(match["name"]) else None
