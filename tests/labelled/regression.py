"""What is read of the passages to work with at present, kept: a new wording must not cost an old one.

    python -m tests.labelled.regression [--allow-losses]

Lives here: readings.csv (each figure of `seen`, `spent` and `more` that is read rightly, each that is known to be read wrongly), comparing
with it, and the command that renews it. It only gains right ones and only loses wrong ones, unless losses are allowed.
Elsewhere: the test that fails on a loss (tests/unit/test_labelled_passages.py), the score (`orchestration.labels`).
"""

import argparse
import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from orchestration.labels.passages import Label, Passage, passages
from orchestration.labels.score import judge, member_of, value_of

HOME = Path(__file__).parent
FOLDERS = ("seen", "spent", "more")
READINGS = HOME / "readings.csv"
COLUMNS = ("id", "verdict", "indicator_code", "member_label", "basis", "status", "value", "printed", "occurrence")
Reading = tuple[str, ...]


def present() -> set[Reading]:
    """The readings by the present rules: right ones as their labels say them, wrong ones as they are read."""
    return {reading for folder in FOLDERS for passage in passages(HOME / folder) for reading in _readings(passage)}


def kept() -> set[Reading]:
    """The rows of readings.csv."""
    with READINGS.open(encoding="utf-8", newline="") as handle:
        return {tuple(row[column] for column in COLUMNS) for row in csv.DictReader(handle)}


def losses(before: set[Reading], now: set[Reading]) -> list[str]:
    """Right readings that are gone, and wrong ones that have come, one line each."""
    gone = [f"lost   {' '.join(reading)}" for reading in sorted(before - now) if reading[1] == "right"]
    return gone + [f"wrong  {' '.join(reading)}" for reading in sorted(now - before) if reading[1] == "wrong"]


def _readings(passage: Passage) -> Iterator[Reading]:
    verdict = judge(passage)
    for _, label in verdict.right:
        yield (passage.passage_id, "right", *_said(label), _occurrence(passage, label))
    for figure in verdict.wrong:
        yield (
            *(passage.passage_id, "wrong", figure.indicator_code, member_of(figure), figure.basis, figure.status),
            *("" if (value := value_of(figure)) is None else str(value), (figure.value_printed or "").replace("\n", "\\n"), ""),
        )


def _said(label: Label) -> Reading:
    codes, members = ("|".join(sorted(names)) for names in (label.codes, label.members))
    return (codes, members, label.basis, label.status, str("" if label.value is None else label.value), label.printed.replace("\n", "\\n"))


def _occurrence(passage: Passage, label: Label) -> str:
    if not label.places:
        return ""
    start, end = label.places[0]
    return str(len(re.findall(f"(?={re.escape(passage.text[start:end])})", passage.text[passage.start : end])))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.labelled.regression", description="Renew readings.csv.")
    parser.add_argument("--allow-losses", action="store_true", help="renew it although right readings are gone or wrong ones have come")
    arguments = parser.parse_args()
    before, now = kept() if READINGS.exists() else set(), present()
    lost = losses(before, now) if before else []
    print("\n".join([*lost, f"{len(before)} readings kept, {len(now - before)} new, {len(before - now)} gone"]))
    if lost and not arguments.allow_losses:
        sys.exit("readings.csv is left as it was; mend the rules, or pass --allow-losses")
    with READINGS.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(sorted(now))


if __name__ == "__main__":
    main()
