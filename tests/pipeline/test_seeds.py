"""Real reports, if they lie beside the project: the figures are right, and they are the same however the files come."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import SHARED, ask, hashes, run

pytestmark = [
    pytest.mark.pipeline,
    pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the labelled reports are not beside this clone"),
]


@pytest.fixture(scope="module")
def as_delivered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("as_delivered")
    run(SHARED / "seeds", home)
    return home


def _seeds() -> list[Path]:
    return sorted((SHARED / "seeds").glob("*.txt"))


def test_labelled_tables_identities_and_regions_are_found(as_delivered: Path) -> None:
    score = [sys.executable, str(SHARED / "check" / "score_seeds.py"), str(as_delivered / "published" / "marts.duckdb")]
    done = subprocess.run([*score, "--parts", "tables,metadata,regions"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_other_names_encodings_and_line_ends_in_another_order_give_the_same_figures(as_delivered: Path, tmp_path: Path) -> None:
    inbox = tmp_path / "seeds"
    inbox.mkdir()
    for number, seed in enumerate(reversed(_seeds())):
        encoding, line_end = [("gb18030", "\n"), ("utf-8", "\r\n"), ("gb18030", "\r\n")][number % 3]
        text = seed.read_text(encoding="utf-8").replace("\n", line_end)
        (inbox / f"{number:02d}-报告.md").write_bytes(text.encode(encoding))
    run(inbox, tmp_path / "home")
    here, there = hashes(tmp_path / "home"), hashes(as_delivered)
    assert here["figures"] == there["figures"]
    entries = "select entry_date, income, expense, quote from marts.fct_ledger_entry order by all"
    assert ask(tmp_path / "home", entries) == ask(as_delivered, entries)


def test_two_deliveries_give_the_same_figures(as_delivered: Path, tmp_path: Path) -> None:
    for number, seed in enumerate(_seeds()):
        folder = tmp_path / "inbox" / ("first" if number % 2 else "second")
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(seed, folder / seed.name)
    run(tmp_path / "inbox", tmp_path / "home")
    here, there = hashes(tmp_path / "home"), hashes(as_delivered)
    # The names of the files are the same, so every table is, but for those that name the delivery.
    different = {name for name in there if here[name] != there[name]}
    assert different <= {"dim_report", "bridge_document_source", "dim_document", "fct_document_issue"}
