"""The labelled passages of a folder, and the documents made of them.

Lives here: reading `*.txt`, `passages.csv` and `labels.csv` (tests/labelled/README.md tells their columns), and setting a passage under
its title and heading.
Elsewhere: writing such a folder (draft.py), comparing with what is read (score.py).
"""

import csv
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from orchestration.errors import GongkaiError
from orchestration.transforms.dictionary import SEEDS

PASSAGES = "passages.csv"
LABELS = "labels.csv"
LATER = "later_codes.csv"
PASSAGE_COLUMNS = ("id", "file", "report_title", "heading_path", "theme", "year", "body", "style")
LABEL_COLUMNS = (
    *("id", "indicator_code", "member_label", "basis", "status", "value", "unit", "qualifier", "printed", "occurrence", "required", "note"),
)
# What may stand in these columns: another word would never agree with anything read.
_ALLOWED = {
    "basis": ("current", "part_year", "cumulative", "prior_year", "budget"),
    "status": ("reported", "stated_zero", "blank", "not_applicable"),
    "qualifier": ("exact", "approximate", "at_least", "at_most", ""),
    "required": ("yes", "no"),
}
# The code of the row that says: this passage has no figure.
NONE = "none"
# A passage begins at such a line.
HEAD = re.compile(r"^=== (\S+)$", re.M)


@dataclass(frozen=True, slots=True)
class Label:
    """One row of labels.csv. `places` frame `printed` in the document of its passage: several where the row doesn't tell which, none for
    a blank. `value` is None where any is right."""

    codes: frozenset[str]
    members: frozenset[str]
    basis: str
    status: str
    value: Decimal | None
    unit: str
    qualifier: str
    printed: str
    places: tuple[tuple[int, int], ...]
    is_required: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage as a document of its own: `text` holds title, heading and the passage, which begins at `start`."""

    passage_id: str
    theme: str
    text: str
    start: int
    labels: tuple[Label, ...]
    # Codes that the dictionary got after the labels were written, and that none of them has.
    later: frozenset[str] = frozenset()


@cache
def indicators() -> dict[str, dict[str, str]]:
    """The rows of the dictionary by indicator code."""
    return {row["indicator_code"]: row for row in rows(SEEDS / "indicators.csv")}


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file; a byte order mark, which spreadsheets put there, is passed over.

    Raises GongkaiError where there is no such file, or it is no CSV in UTF-8.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            return list(csv.DictReader(handle, restval=""))
    except FileNotFoundError as error:
        raise GongkaiError(f"{path}: there is no such file; `gongkai label REPORTS FOLDER` makes one") from error
    except UnicodeDecodeError as error:
        raise GongkaiError(f"{path}: is not UTF-8; save it as CSV UTF-8") from error
    except csv.Error as error:
        raise GongkaiError(f"{path}: is no CSV ({error}); look for a quotation mark that is not closed") from error


def texts(home: Path) -> dict[str, tuple[str, str]]:
    """The passages of a folder by id, each with the name of the file that it stands in."""
    found: dict[str, tuple[str, str]] = {}
    for path in sorted(home.glob("*.txt")):
        try:
            pieces = HEAD.split(path.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError as error:
            raise GongkaiError(f"{path}: is not UTF-8; save it as UTF-8") from error
        for number, body in zip(pieces[1::2], pieces[2::2], strict=True):
            if number in found:
                raise GongkaiError(
                    f"{path}: passage {number} stands there twice, or in {found[number][0]}, too; give each an id of its own"
                )
            found[number] = (path.name, body.removeprefix("\n").rstrip("\n"))
    return found


def passages(home: Path) -> list[Passage]:
    """All passages of a folder with their labels, in the order of passages.csv.

    Raises GongkaiError where a row can't be used: it names file, line and remedy.
    """
    bodies = texts(home)
    labels: dict[str, list[tuple[int, Mapping[str, str]]]] = {}
    for line, row in enumerate(_table(home / LABELS, LABEL_COLUMNS), start=2):
        labels.setdefault(row["id"], []).append((line, row))
    listed = _table(home / PASSAGES, PASSAGE_COLUMNS)
    if unknown := labels.keys() - {row["id"] for row in listed}:
        raise GongkaiError(f"{home / LABELS}: {min(unknown)} has labels, but no row in {PASSAGES}")
    if twice := [identifier for identifier, times in Counter(row["id"] for row in listed).items() if times > 1]:
        raise GongkaiError(f"{home / PASSAGES}: {twice[0]} stands there twice; leave one row of it")
    later = later_codes(home)
    return [_passage(home, row, bodies, labels.get(row["id"], []), later) for row in listed]


def later_codes(home: Path) -> frozenset[str]:
    """The codes that labels of this folder, or of all beside it, could not have: the dictionary got them later."""
    path = next((place / LATER for place in (home, home.resolve().parent) if (place / LATER).exists()), None)
    return frozenset(row["indicator_code"] for row in rows(path)) if path is not None else frozenset()


def _table(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    found = rows(path)
    if found and (missing := [column for column in columns if column not in found[0]]):
        raise GongkaiError(f"{path}: has no column {', '.join(missing)}; its first line must name the columns")
    return found


def _passage(
    home: Path,
    row: Mapping[str, str],
    bodies: Mapping[str, tuple[str, str]],
    labels: list[tuple[int, Mapping[str, str]]],
    later: frozenset[str],
) -> Passage:
    if row["id"] not in bodies:
        raise GongkaiError(f"{home / PASSAGES}: {row['id']} has no text; a line `=== {row['id']}` must open it in a .txt file beside")
    body = bodies[row["id"]][1]
    heading = row["heading_path"]
    above = [part for part in (row["report_title"], heading if heading not in body else "") if part]
    text = "".join(f"{part}\n\n" for part in above)
    start = len(text)
    found = []
    for line, label in labels:
        # A row without a code is a number that stands there and is no figure of the dictionary.
        if label["indicator_code"] not in ("", NONE):
            try:
                found.append(_label(label, body, start))
            except ValueError as error:
                raise GongkaiError(f"{home / LABELS}: line {line}: {error}") from error
    unknown = later.difference(*(label.codes for label in found))
    return Passage(row["id"], row["theme"], text + body + "\n", start, tuple(found), unknown)


def _label(row: Mapping[str, str], body: str, start: int) -> Label:
    codes = frozenset(row["indicator_code"].split("|"))
    if unknown := codes - indicators().keys():
        raise ValueError(f"{min(unknown)!r} is no code of the dictionary (dim_indicator lists them)")
    for column, allowed in _ALLOWED.items():
        if row[column] not in allowed:
            raise ValueError(f"{column} {row[column]!r} is none of {', '.join(filter(None, allowed))}")
    printed = row["printed"].replace("\\n", "\n")
    return Label(
        codes,
        frozenset(row["member_label"].split("|")),
        row["basis"],
        row["status"],
        _number(row["value"]),
        row["unit"],
        row["qualifier"],
        printed,
        tuple((start + place, start + place + len(printed)) for place in _places(printed, row["occurrence"], body)),
        row["required"] == "yes",
    )


def _number(printed: str) -> Decimal | None:
    try:
        value = Decimal(printed) if printed else None
    except InvalidOperation as error:
        raise ValueError(f"{printed!r} is no number") from error
    if value is not None and not value.is_finite():
        raise ValueError(f"{printed!r} is no number")
    return value


def _places(printed: str, occurrence: str, body: str) -> list[int]:
    """Where `printed` stands: at its n-th place, or at any where none is told."""
    if not printed:
        return []
    if occurrence and not occurrence.isdecimal():
        raise ValueError(f"occurrence {occurrence!r} is no number: it counts from 1, or is empty for any place")
    places = [match.start() for match in re.finditer(f"(?={re.escape(printed)})", body)]
    chosen = places if not occurrence else places[int(occurrence) - 1 : int(occurrence)]
    if not chosen:
        raise ValueError(f"{printed!r} stands there {len(places)} times, so not at place {occurrence or 1}")
    return chosen
