"""The labelled passages of a folder, and the documents made of them.

Lives here: reading `*.txt`, `passages.csv` and `labels.csv` (see README.md), and setting a passage under its title and heading.
Elsewhere: comparing with what is read (score.py).
"""

import csv
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Label:
    """One row of labels.csv; `start` and `end` frame `printed` in the document of its passage (both -1 for a blank)."""

    codes: frozenset[str]
    members: frozenset[str]
    basis: str
    status: str
    value: str
    unit: str
    qualifier: str
    printed: str
    start: int
    end: int
    is_required: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage as a document of its own: `text` holds title, heading and the passage, which begins at `start`."""

    passage_id: str
    theme: str
    text: str
    start: int
    labels: tuple[Label, ...]


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def texts(home: Path) -> dict[str, tuple[str, str]]:
    """The passages by id, each with the name of the file that it stands in."""
    found: dict[str, tuple[str, str]] = {}
    for path in sorted(home.glob("*.txt")):
        for number, passage in re.findall(r"^=== (\S+)\n(.*?)(?=^=== |\Z)", path.read_text(encoding="utf-8"), flags=re.M | re.S):
            assert number not in found, f"{path.name}: {number} twice"
            found[number] = (path.name, passage.rstrip("\n"))
    return found


def passages(home: Path) -> list[Passage]:
    """All passages of a folder with their labels."""
    bodies = texts(home)
    labels: dict[str, list[dict[str, str]]] = {}
    for row in rows(home / "labels.csv"):
        labels.setdefault(row["id"], []).append(row)
    return [_passage(row, bodies[row["id"]][1], labels.get(row["id"], [])) for row in rows(home / "passages.csv")]


def _passage(row: dict[str, str], body: str, labels: list[dict[str, str]]) -> Passage:
    heading = row["heading_path"]
    above = [row["report_title"], *([heading] if heading and heading not in body else [])]
    text = "\n\n".join(above) + "\n\n"
    start = len(text)
    return Passage(
        row["id"],
        row["theme"],
        text + body + "\n",
        start,
        tuple(_label(label, body, start) for label in labels if label["indicator_code"] != "none"),
    )


def _label(row: dict[str, str], body: str, start: int) -> Label:
    printed = row["printed"].replace("\\n", "\n")
    place = -1
    if printed:
        places = [match.start() for match in re.finditer(f"(?={re.escape(printed)})", body)]
        place = start + places[int(row["occurrence"]) - 1]
    return Label(
        frozenset(row["indicator_code"].split("|")),
        frozenset(row["member_label"].split("|")),
        row["basis"],
        row["status"],
        row["value"],
        row["unit"],
        row["qualifier"],
        printed,
        place,
        place + len(printed) if printed else -1,
        row["required"] == "yes",
    )
