"""The rows and columns of every form, as the CSVs beside this module hold them.

Lives here: reading list_rows.csv, stacked_cells.csv (section 二), application_rows.csv and applicants.csv (三), dispute_columns.csv (四),
wordings.csv (other and shortened wordings), look_alikes.csv (slips of OCR) and traditional.csv.
The labels are those of the notes on the forms, gathered by hand; nothing here knows what extraction knows.
"""

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple


def _read(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


class FormRow(NamedTuple):
    """One row of a form; `code` is "" for a group, "?" where the notes leave open what it is."""

    row: str
    number: str
    label: str
    unit: str
    code: str


class StackedCell(NamedTuple):
    """One figure of section 二."""

    clause: str
    row_label: str
    column_label: str
    unit: str
    code: str


class DisputeColumn(NamedTuple):
    """One figure of table 四."""

    group: str
    sub_group: str
    label: str
    code: str


APPLICANTS = [(row["member_code"], row["label"]) for row in _read("applicants.csv")]
DISPUTES = [DisputeColumn(*row.values()) for row in _read("dispute_columns.csv")]
# The dictionary's units: a figure printed without its own is in these.
MONEY = frozenset(("元", "万元"))


@cache
def list_rows(generation: str) -> list[FormRow]:
    wanted = "national_2014" if generation == "tiered" else generation
    return [
        FormRow(row["row"], row["number"], row["label"], row["unit"], row["indicator_code"])
        for row in _read("list_rows.csv")
        if row["generation"] == wanted
    ]


@cache
def stacked_cells(generation: str) -> list[StackedCell]:
    return [
        StackedCell(row["clause"], row["row_label"], row["column_label"], row["unit"], row["indicator_code"])
        for row in _read("stacked_cells.csv")
        if row["generation"] == generation
    ]


@cache
def application_rows(generation: str) -> list[FormRow]:
    return [
        FormRow(row["row"], row["number"], row["label"], "件", row["indicator_code"])
        for row in _read("application_rows.csv")
        if row["generation"] in ("both", generation)
    ]


@cache
def wordings(kind: str) -> dict[str, list[str]]:
    """The wordings of a kind ("other", "short") by label."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in _read("wordings.csv"):
        if row["kind"] == kind:
            found[row["label"]].append(row["printed"])
    return dict(found)


@cache
def look_alikes() -> dict[str, str]:
    return {row["character"]: row["slip"] for row in _read("look_alikes.csv")}


@cache
def traditional() -> dict[int, str]:
    return {ord(row["simplified"]): row["traditional"] for row in _read("traditional.csv")}
