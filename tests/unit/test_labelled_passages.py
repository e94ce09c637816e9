"""The labelled passages hold what they promise (tests/labelled/README.md), and what is read of those to work with is not lost again.

Nothing here reads unseen passages as reports.
"""

import csv
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from tests.labelled.regression import kept, losses, present
from tests.unit.test_no_places import PROVINCES, SHARED, UNIT, labelled

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / "tests" / "labelled"
HALVES = ("seen", "spent")
FOLDERS = (*HALVES, "more", "unseen")
# Names that no place bears.
PLACES = ("望舒县", "澜汐县", "玄栎县", "霁梧县", "扶摇市", "逐月市", "星槎区", "鸢尾区")
CLOSED = {
    "basis": {"current", "part_year", "cumulative", "prior_year", "budget"},
    "status": {"reported", "stated_zero", "blank", "not_applicable"},
    "qualifier": {"exact", "approximate", "at_least", "at_most", ""},
    "required": {"yes", "no"},
}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def texts(half: str) -> dict[str, tuple[str, str]]:
    """The passages of a half by id, with the name of the file that each stands in."""
    found: dict[str, tuple[str, str]] = {}
    for path in sorted((HOME / half).glob("*.txt")):
        for number, passage in re.findall(r"^=== (\S+)\n(.*?)(?=^=== |\Z)", path.read_text(encoding="utf-8"), flags=re.M | re.S):
            assert number not in found
            found[number] = (path.name, passage.rstrip("\n"))
    return found


PASSAGES = {half: rows(HOME / half / "passages.csv") for half in FOLDERS}
LABELS = {half: rows(HOME / half / "labels.csv") for half in FOLDERS}
TEXTS = {half: texts(half) for half in FOLDERS}
INDICATORS = {row["indicator_code"]: row for row in rows(ROOT / "dbt_project" / "seeds" / "indicators.csv")}


def figures(half: str) -> list[dict[str, str]]:
    return [row for row in LABELS[half] if row["indicator_code"] != "none"]


def test_there_are_enough_and_each_has_its_own_id() -> None:
    ids = [row["id"] for half in FOLDERS for row in PASSAGES[half]]
    assert len(ids) >= 300
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("half", FOLDERS)
def test_every_passage_has_a_text_and_labels(half: str) -> None:
    assert {row["id"]: row["file"] for row in PASSAGES[half]} == {number: file for number, (file, _) in TEXTS[half].items()}
    assert {row["id"] for row in LABELS[half]} == set(TEXTS[half])
    assert all(text.strip() for _, text in TEXTS[half].values())


@pytest.mark.parametrize("half", HALVES)
def test_the_number_decides_the_half(half: str) -> None:
    assert {int(row["id"][1:]) % 2 for row in PASSAGES[half]} == {1 if half == "seen" else 0}


@pytest.mark.parametrize("half", FOLDERS)
def test_every_text_holds_passages_and_nothing_else(half: str) -> None:
    assert [path.name for path in (HOME / half).glob("*.txt") if not path.read_text(encoding="utf-8").startswith("=== ")] == []


@pytest.mark.parametrize("half", FOLDERS)
def test_a_passage_without_figures_says_so_and_nothing_else(half: str) -> None:
    none = Counter(row["id"] for row in LABELS[half] if row["indicator_code"] == "none")
    assert {number for number, count in none.items() if count > 1} == set()
    assert none.keys() & {row["id"] for row in figures(half)} == set()


@pytest.mark.parametrize("half", FOLDERS)
def test_codes_and_units_are_those_of_the_dictionary(half: str) -> None:
    for row in figures(half):
        codes = row["indicator_code"].split("|")
        assert set(codes) <= INDICATORS.keys(), row
        assert row["unit"] == INDICATORS[codes[0]]["unit"], row


@pytest.mark.parametrize("half", FOLDERS)
def test_words_of_closed_lists(half: str) -> None:
    for row in figures(half):
        assert {column: row[column] for column, words in CLOSED.items() if row[column] not in words} == {}, row


@pytest.mark.parametrize("half", FOLDERS)
def test_what_is_printed_stands_in_the_passage(half: str) -> None:
    for row in figures(half):
        printed = row["printed"].replace("\\n", "\n")
        if row["status"] == "blank":
            assert (printed, row["occurrence"]) == ("", ""), row
            continue
        _, text = TEXTS[half][row["id"]]
        assert printed, row
        assert len(re.findall(f"(?={re.escape(printed)})", text)) >= int(row["occurrence"]) >= 1, row


@pytest.mark.parametrize("half", FOLDERS)
def test_values_go_with_their_status(half: str) -> None:
    for row in figures(half):
        if row["status"] in ("blank", "not_applicable"):
            assert row["value"] == "", row
        elif row["status"] == "stated_zero":
            assert row["value"] == "0", row
        else:
            assert Decimal(row["value"]).is_finite(), row


@pytest.mark.parametrize("half", FOLDERS)
def test_plain_digits_are_worth_what_they_say(half: str) -> None:
    """But for a sign (a decrease) and for money, whose printed unit may be another."""
    for row in figures(half):
        plain = (
            row["printed"]
            .replace("\\n", "")
            .replace(",", "")
            .replace("，", "")
            .replace(" ", "")
            .translate({ord("０") + digit: str(digit) for digit in range(10)})
        )
        if re.fullmatch(r"\d+(?:\.\d+)?", plain) and row["unit"] not in ("元", "万元"):
            assert abs(Decimal(row["value"])) == Decimal(plain), row


@pytest.mark.parametrize("half", HALVES)
def test_no_figure_is_asked_for_twice(half: str) -> None:
    keys = Counter(
        tuple(row[column] for column in ("id", "indicator_code", "member_label", "basis"))
        for row in figures(half)
        if row["required"] == "yes" and row["basis"] != "part_year"
    )
    assert {key for key, count in keys.items() if count > 1} == set()


def generation(row: dict[str, str]) -> str:
    """Years of one way of writing count as one: before the national table, with it, and the two forms since."""
    return next(name for first, name in ((2022, "2022"), (2019, "2019"), (2014, "2014"), (2008, "2008")) if int(row["year"]) >= first)


@pytest.mark.parametrize("column", ["theme", "style", "body", "generation"])
def test_the_halves_are_balanced(column: str) -> None:
    seen, spent = (Counter(generation(row) if column == "generation" else row[column] for row in PASSAGES[half]) for half in HALVES)
    assert abs(seen.total() - spent.total()) <= 1
    assert {value for value in seen | spent if abs(seen[value] - spent[value]) > max(4, (seen[value] + spent[value]) / 4)} == set()


def test_no_place_exists() -> None:
    everything = "\n".join(text for half in FOLDERS for _, text in TEXTS[half].values())
    everything += "\n".join(row["report_title"] for half in FOLDERS for row in PASSAGES[half])
    names = set(PROVINCES)
    if (SHARED / "contract" / "golden_metadata.csv").exists():
        regions = {row[level] for row in labelled() for level in ("province", "prefecture", "county", "township") if row[level]}
        names |= regions | {stem for region in regions if len(stem := UNIT.sub("", region)) >= 2}
    assert {name for name in names if name in everything} == set()
    titles = {row["id"]: row["report_title"] for half in FOLDERS for row in PASSAGES[half]}
    assert {found for found, title in titles.items() if title and not title.startswith(PLACES)} == set()


def test_no_place_of_a_whole_report_exists() -> None:
    """Their titles stand in their first lines, and each has a place of its own."""
    with (ROOT / "dbt_project" / "seeds" / "regions.csv").open(encoding="utf-8", newline="") as file:
        real = tuple(row["name_zh"] for row in csv.DictReader(file) if row["region_level"] != "township")
    wholes = [(half, row["id"]) for half in FOLDERS for row in PASSAGES[half] if not row["report_title"]]
    titles = {found: TEXTS[half][found][1].partition("\n")[0] for half, found in wholes}
    assert titles
    assert {found: title for found, title in titles.items() if title.removeprefix("国家税务总局").startswith(real)} == {}


def test_no_figure_that_was_read_rightly_is_lost_and_no_new_one_is_wrong() -> None:
    """After a change that is meant: `python -m tests.labelled.regression` renews the list."""
    assert losses(kept(), present()) == []


def test_a_loss_is_a_right_reading_that_is_gone_or_a_wrong_one_that_has_come() -> None:
    old, new, wrong, known = ("p1", "right", "review"), ("p3", "right", "appeals"), ("p5", "wrong", "review"), ("p7", "wrong", "review")
    assert losses({old, known}, {old, new}) == []
    assert losses({old, known}, {new, wrong, known}) == ["lost   p1 right review", "wrong  p5 wrong review"]
