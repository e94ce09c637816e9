"""The tables of real reports, labelled by hand: every figure right, none besides, proved by a quote that stands in the file."""

import csv
import re
import unicodedata
from pathlib import Path

import pytest

from extractors.extract import extract

SHARED = Path(__file__).resolve().parents[4] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled reports lie beside the repository only where it is developed")

Key = tuple[str, str]


def truth() -> dict[str, dict[Key, tuple[str, str]]]:
    figures: dict[str, dict[Key, tuple[str, str]]] = {}
    with (SHARED / "contract" / "golden_seeds.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            if row["source_kind"] == "table":
                figures.setdefault(row["source_file"], {})[row["indicator_code"], row["basis"]] = (row["status"], row["value"])
    return figures


def figures_of(data: bytes) -> dict[Key, tuple[str, str]]:
    return {
        (each.indicator_code, each.basis): (each.status, "" if each.number is None else str(each.number))
        for each in extract("a.txt", data).observations
        if each.source_kind == "table" and each.status != "unreadable"
    }


def flat(text: str) -> str:
    return re.sub(r"[\s|]", "", unicodedata.normalize("NFKC", text))


def seeds() -> list[Path]:
    return sorted((SHARED / "seeds").glob("*.txt"))


def test_every_labelled_figure_is_found_and_no_other() -> None:
    labelled = truth()
    assert sum(map(len, labelled.values())) == 90
    for path in seeds():
        assert figures_of(path.read_bytes()) == labelled.get(path.name, {}), path.name


def test_every_quote_stands_in_the_file() -> None:
    for path in seeds():
        text = path.read_text(encoding="utf-8")
        for each in extract(path.name, path.read_bytes()).observations:
            assert flat(each.quote) in flat(text)


def variants(text: str) -> dict[str, str]:
    header = re.compile(r"^(?:\| 统计指标.*|指标名称.*)\n", re.M)
    labels = re.compile(r"^(\| )?([^|\t\n]*?[\u4e00-\u9fff][^|\t\n]*?)(?= \||\t)", re.M)
    tabs = re.sub(r"^\|[-|]+\|\n", "", text, flags=re.M)
    tabs = re.sub(r"^\| ?(.*?) ?\|$", lambda match: re.sub(r" ?\| ?", "\t", match[1]), tabs, flags=re.M)
    return {
        "CRLF": text.replace("\n", "\r\n"),
        "renumbered": labels.sub(
            lambda match: (match[1] or "") + "9. " + re.sub(r"^(?:其中：)?(?:\([一-九]\)|\d\.|[一-九]、) ?", "", match[2]), text
        ),
        "without bullets": labels.sub(
            lambda match: (match[1] or "") + re.sub(r"^(?:其中：)?(?:\([一-九]\)|\d\.|[一-九]、) ?", "", match[2]), text
        ),
        "tabs": tabs,
        "two spaces": tabs.replace("\t", "  "),
        "without header": header.sub("", text),
        "page breaks": re.sub(r"\n\n\n", "\n\n- 3 -\n\n", text),
    }


def wrapped(text: str, place: int) -> str:
    """Labels in tables with bars or tabs broken after `place` characters, the rest in a row of its own."""

    def broken(match: re.Match[str]) -> str:
        label, rest = match[1], match[2]
        if len(label) <= place or "-" in label:
            return match[0]
        separator = " |" if rest.startswith(" |") else "\t"
        columns = rest.count("|") - 1 if separator == " |" else rest.count("\t")
        if separator == " |":
            return f"| {label[:place]}{rest}\n| {label[place:]} |" + " |" * columns
        return f"{label[:place]}{rest}\n{label[place:]}" + "\t" * columns

    return re.sub(r"^(?:\| )?([^|\t\n]*[^|\t\n ])((?: \||\t).*)$", broken, text, flags=re.M)


@pytest.mark.parametrize("variant", ["CRLF", "renumbered", "without bullets", "tabs", "two spaces", "without header", "page breaks"])
def test_no_variant_of_a_seed_gives_a_wrong_figure(variant: str) -> None:
    for path in seeds():
        labelled = truth().get(path.name, {})
        found = figures_of(variants(path.read_text(encoding="utf-8"))[variant].encode())
        assert {key: value for key, value in found.items() if labelled.get(key) != value} == {}
        if variant != "without header" or "001" in path.name:
            assert found == labelled


@pytest.mark.parametrize("place", range(1, 24))
def test_labels_of_a_seed_may_wrap_anywhere(place: int) -> None:
    for path in seeds():
        labelled = truth().get(path.name, {})
        found = figures_of(wrapped(path.read_text(encoding="utf-8"), place).encode())
        assert {key: value for key, value in found.items() if labelled.get(key) != value} == {}
        assert len(found) >= 0.9 * len(labelled)
