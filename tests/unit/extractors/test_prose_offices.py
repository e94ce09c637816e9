"""What offices did, sentence by sentence: offices.csv, and offices_people.csv for courses, staff, accounts and letters. Rows without facts
are like words about other matters.

⏎ stands for a line end. Elsewhere: reading a sentence in a report (test_prose.py).
"""

import csv
from pathlib import Path

import pytest
from test_prose import figures

HERE = Path(__file__).parent
ROWS = [row for name in ("offices.csv", "offices_people.csv") for row in csv.DictReader((HERE / name).read_text("utf-8").splitlines())]


@pytest.mark.parametrize("row", ROWS, ids=[f"{at} {row['text'][:24]}" for at, row in enumerate(ROWS, start=2)])
def test_a_sentence_gives_exactly_its_figures(row: dict[str, str]) -> None:
    wanted = sorted(row["facts"].split("; ")) if row["facts"] else []
    assert figures(int(row["year"]), row["heading"], row["text"].replace("⏎", "\n")) == wanted
