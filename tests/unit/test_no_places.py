"""No list of places and no list of files: what the packages know holds for any report of any place.

A place is read off a report, never looked up by name in code; else the next place would be read worse than those known here. The list of
all regions (dbt_project/seeds/regions.csv) is data of its own: publishers are matched with it, nothing is read by it.
"""

import csv
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
PACKAGES = ("extractors", "expectations", "orchestration", "dbt_project")
SUFFIXES = {".py", ".csv", ".toml", ".sql", ".yml"}
# Reports about places that don't exist; the official list of all places, which prefers none; dbt's own output in a working copy.
OUTSIDE = (
    ROOT / "orchestration" / "samples",
    ROOT / "dbt_project" / "seeds" / "regions.csv",
    ROOT / "dbt_project" / "target",
    ROOT / "dbt_project" / "logs",
)

# fmt: off
PROVINCES = [
    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽",
    "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州",
    "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "香港", "澳门", "台湾",
]
PINYIN = [
    "beijing", "tianjin", "hebei", "shanxi", "neimenggu", "liaoning", "jilin", "heilongjiang", "shanghai", "jiangsu", "zhejiang",
    "anhui", "fujian", "jiangxi", "shandong", "henan", "hubei", "hunan", "guangdong", "guangxi", "hainan", "chongqing",
    "sichuan", "guizhou", "yunnan", "xizang", "shaanxi", "gansu", "qinghai", "ningxia", "xinjiang",
]
# fmt: on
# One printed form is known by the province whose offices print it: its generation is named so (extractors/forms/fujian.csv), as others
# are named by their year. It is matched by its labels: a report of any place that prints this form is read by it.
FORM_NAMES = {"福建", "fujian"}
# A place's name without its last word ("某某镇" -> "某某"), where enough is left to be a name.
UNIT = re.compile(r"(?:特别行政区|(?:[一-龥]族)?自治[区州县]|省|市|州|县|区|旗|镇|乡|街道)$")


@cache
def texts() -> dict[str, str]:
    """The text of every file of the packages that code or data stands in, by its path."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*"))
        if path.suffix in SUFFIXES and path.is_file() and not any(path.is_relative_to(outside) for outside in OUTSIDE)
    }


def naming(name: str) -> list[str]:
    """The files that hold a name, in their text or in their path."""
    return [path for path, text in texts().items() if name in text.lower() or name in path.lower()]


def labelled() -> list[dict[str, str]]:
    path = SHARED / "contract" / "golden_metadata.csv"
    if not path.exists():
        pytest.skip("the labelled reports are not here")
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_files_of_every_package_are_searched() -> None:
    assert {path.split("/")[0] for path in texts()} == set(PACKAGES)


@pytest.mark.parametrize("name", [name for name in PROVINCES if name not in FORM_NAMES])
def test_no_province_is_named(name: str) -> None:
    assert naming(name) == []


@pytest.mark.parametrize("name", [name for name in PINYIN if name not in FORM_NAMES])
def test_no_province_is_named_in_letters(name: str) -> None:
    assert [path for path, text in texts().items() if re.search(rf"(?<![a-z]){name}(?![a-z])", f"{path} {text}".lower())] == []


def test_a_province_is_named_only_as_the_name_of_its_form() -> None:
    """In the form itself, where forms are listed, and where the dictionary says which form prints an indicator."""
    files = {path for name in FORM_NAMES for path in naming(name)}
    assert {path for path in files if not path.startswith("extractors/forms/") and "/seeds/" not in path} == set()


def test_no_publisher_of_the_labelled_reports_is_named() -> None:
    publishers = {row["publisher"] for row in labelled() if row["publisher"]}
    assert {name: naming(name) for name in publishers if naming(name)} == {}


def test_no_region_of_the_labelled_reports_is_named() -> None:
    regions = {row[level] for row in labelled() for level in ("province", "prefecture", "county", "township") if row[level]}
    stems = {stem for region in regions if len(stem := UNIT.sub("", region)) >= 2}
    names = (regions | stems) - FORM_NAMES
    assert {name: naming(name) for name in names if naming(name)} == {}


def test_no_number_of_the_labelled_reports_is_named() -> None:
    numbers = {row[field] for row in labelled() for field in ("document_number", "index_number") if row[field]}
    assert {number: naming(number) for number in numbers if naming(number)} == {}


def test_no_labelled_file_is_named() -> None:
    files = {part for row in labelled() for part in Path(row["source_file"]).stem.split("_") if len(part) > 8}
    assert {name: naming(name) for name in files if naming(name)} == {}
