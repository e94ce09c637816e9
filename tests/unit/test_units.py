"""Units stand twice: the extractors know which are units at all, the dictionary how much each is. The two must agree."""

import csv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _families(path: Path, unit: str, family: str) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as handle:
        return {row[unit]: row[family] for row in csv.DictReader(handle)}


def test_every_unit_that_a_form_may_print_is_in_the_dictionary_with_its_family() -> None:
    printed = _families(ROOT / "extractors" / "forms" / "units.csv", "unit", "family")
    dictionary = _families(ROOT / "dbt_project" / "seeds" / "units.csv", "unit", "unit_family")
    assert {unit: family for unit, family in printed.items() if dictionary.get(unit) != family} == {}
