"""Loads as rows of `staging`, and the ledger of verdicts."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extractors.records import Issue
from orchestration import lake, staging
from orchestration.archive import Source
from orchestration.errors import GongkaiError
from orchestration.home import Home
from orchestration.transforms.fingerprint import fingerprint as transforms_fingerprint

Make = Callable[..., Any]


@pytest.fixture
def warehouse(home: Home) -> Iterator[None]:
    """The warehouse held open for a whole test: opening it once more is then cheap, and opening it is most of what these tests do."""
    with staging.warehouse(home):
        yield


@pytest.fixture
def bring(home: Home, warehouse: None) -> Callable[..., dict[str, int]]:
    def make(delivery: str = "A") -> dict[str, int]:
        with staging.warehouse(home) as connection:
            return staging.bring(connection, home, delivery)

    return make


@pytest.fixture
def settle(home: Home, verdict: Make) -> Callable[..., None]:
    def make(load_id: str, *, accepted: bool, suites: str = "suites-1", delivery: str = "A") -> None:
        with staging.warehouse(home) as connection:
            staging.settle(connection, home, verdict(load_id, accepted=accepted, delivery=delivery), suites)

    return make


def documents(home: Home, table: str = "documents") -> list[tuple[str, str]]:
    """Load and (first character of) document of each row."""
    with staging.warehouse(home) as connection:
        return connection.execute(f"select load_id, document_id[1] from staging.{table} order by all").fetchall()


def verdicts(home: Home) -> dict[str, str]:
    with staging.warehouse(home) as connection:
        return dict(connection.execute("select load_id, verdict from staging.delivery_ledger").fetchall())


def test_before_the_first_run_the_ledger_is_empty(home: Home) -> None:
    assert staging.ledger(home) == []


def test_a_warehouse_without_staging_has_an_empty_ledger(home: Home) -> None:
    duckdb.connect(str(home.warehouse)).close()
    assert staging.ledger(home) == []


def test_columns_of_staging_are_those_of_the_transforms(home: Home) -> None:
    with staging.warehouse(home) as connection:
        columns = connection.execute(
            "select column_name || ' ' || data_type from duckdb_columns() where table_name = 'ledger_entries' order by column_index"
        ).fetchall()
    assert [column for (column,) in columns] == [
        "delivery VARCHAR",
        "load_id VARCHAR",
        "document_id VARCHAR",
        "report_id VARCHAR",
        "ledger_entry_id VARCHAR",
        "entry_date DATE",
        "description VARCHAR",
        "income DECIMAL(20,6)",
        "expense DECIMAL(20,6)",
        "currency VARCHAR",
        "page INTEGER",
        "line INTEGER",
        "char_start INTEGER",
        "char_end INTEGER",
        "quote VARCHAR",
    ]


def test_a_brought_load_waits_for_its_verdict(home: Home, load: Make, document: Make) -> None:
    load("000001", document("a", issues=[Issue("forms", "unmatched_label", "某行")]), document("b"))
    with staging.warehouse(home) as connection:
        staging.bring(connection, home, "A")
    assert staging.ledger(home) == [staging.Entry("A", "000001", "pending", None, 2, 2, 2, 1, "reading-1", None)]


def test_bringing_tells_the_rows_of_the_delivery(home: Home, load: Make, document: Make, bring: Make) -> None:
    load("000001", document("a", "a.txt", "b.txt"))
    load("000001", document("c"), delivery="B")
    bring("B")
    assert bring() == {
        "documents": 1,
        "document_sources": 2,
        "reports": 1,
        "identity_evidence": 0,
        "observations": 1,
        "quantities": 0,
        "numeral_counts": 0,
        "operands": 0,
        "ledger_entries": 0,
        "tasks": 0,
        "citations": 0,
        "sections": 0,
        "contacts": 0,
        "document_issues": 0,
    }


def test_a_load_of_code_that_knew_fewer_tables_is_brought(home: Home, load: Make, document: Make, bring: Make) -> None:
    load("000001", document("a"))
    for path in (home.lake / "identity_evidence").rglob("*.parquet"):
        path.unlink()
    rows = bring()
    assert (rows["documents"], rows["identity_evidence"]) == (1, 0)


def test_a_load_whose_files_were_lost_is_not_brought_as_if_it_held_nothing(home: Home, load: Make, document: Make, bring: Make) -> None:
    load("000001", document("a"), fingerprint=f"extractors-{transforms_fingerprint()[:16]}-bundles")
    for path in (home.lake / "observations").rglob("*.parquet"):
        path.unlink()
    with pytest.raises(GongkaiError, match="0 of 1 files of load 000001 of A are there"):
        bring()


def test_bringing_again_adds_nothing(home: Home, load: Make, document: Make, bring: Make) -> None:
    load("000001", document("a"))
    bring()
    bring()
    assert documents(home) == [("000001", "a")]


def test_bringing_again_keeps_the_verdict(home: Home, load: Make, document: Make, bring: Make, settle: Make) -> None:
    load("000001", document("a"))
    bring()
    settle("000001", accepted=True)
    bring()
    assert verdicts(home) == {"000001": "accepted"}


def test_values_come_through_the_lake_unchanged(home: Home, load: Make, document: Make, bring: Make) -> None:
    load("000001", document("a"))
    bring()
    with staging.warehouse(home) as connection:
        found = connection.execute("select value::varchar, unit, quote, confidence::varchar, is_quote_text from staging.observations")
        assert found.fetchall() == [("0.125000", "万元", "依申请公开收取费用1250元。", "1.000", True)]


def test_a_damaged_file_of_the_lake_brings_nothing(home: Home, load: Make, document: Make, bring: Make) -> None:
    load("000001", document("a"))
    load("000002", document("b"))
    lake.parts(home, "observations", "A", "000002")[0].write_bytes(b"PAR1 no parquet")
    with pytest.raises(duckdb.Error):
        bring()
    assert (documents(home), verdicts(home)) == ([], {})


def test_a_damaged_file_of_the_lake_leaves_what_was_there(home: Home, load: Make, document: Make, bring: Make) -> None:
    load("000001", document("a"))
    bring()
    load("000002", document("b"))
    lake.parts(home, "document_issues", "A", "000002")[0].write_bytes(b"PAR1 no parquet")
    with pytest.raises(duckdb.Error):
        bring()
    assert documents(home) == [("000001", "a")]


def test_a_load_that_left_the_lake_leaves_staging(home: Home, load: Make, document: Make, bring: Make) -> None:
    load("000001", document("a"))
    load("000002", document("b"))
    bring()
    lake.drop(home, "A", ["000001"])
    bring()
    assert (documents(home), verdicts(home)) == ([("000002", "b")], {"000002": "pending"})


def test_loads_of_other_deliveries_are_left_alone(home: Home, load: Make, document: Make, bring: Make) -> None:
    load("000001", document("a"), delivery="B")
    bring("B")
    bring("A")
    assert documents(home) == [("000001", "a")]


def test_bringing_works_in_a_home_with_brackets(tmp_path: Path, home: Home, load: Make, document: Make) -> None:
    load("000001", document("a"))
    moved = Home(home.root.rename(tmp_path / "reports [2018]"))
    with staging.warehouse(moved) as connection:
        assert staging.bring(connection, moved, "A")["documents"] == 1


def test_a_pending_load_is_to_be_judged(home: Home, load: Make, document: Make, bring: Make) -> None:
    load("000001", document("a"))
    bring()
    with staging.warehouse(home) as connection:
        assert staging.unjudged(connection, "A", "suites-1") == ["000001"]


@pytest.mark.parametrize("accepted", [True, False])
def test_a_settled_load_is_not_judged_again(home: Home, load: Make, document: Make, bring: Make, settle: Make, accepted: bool) -> None:
    load("000001", document("a"))
    bring()
    settle("000001", accepted=accepted)
    with staging.warehouse(home) as connection:
        assert staging.unjudged(connection, "A", "suites-1") == []


def test_other_suites_judge_a_held_load_again(home: Home, load: Make, document: Make, bring: Make, settle: Make) -> None:
    load("000001", document("a"))
    bring()
    settle("000001", accepted=False)
    with staging.warehouse(home) as connection:
        assert staging.unjudged(connection, "A", "suites-2") == ["000001"]


def test_other_suites_take_no_accepted_rows_away(home: Home, load: Make, document: Make, bring: Make, settle: Make) -> None:
    load("000001", document("a"))
    bring()
    settle("000001", accepted=True)
    with staging.warehouse(home) as connection:
        assert staging.unjudged(connection, "A", "suites-2") == []


def test_a_lost_warehouse_finds_in_the_lake_what_was_accepted(home: Home, load: Make, document: Make, bring: Make, settle: Make) -> None:
    load("000001", document("a"))
    load("000002", document("b"))
    bring()
    settle("000001", accepted=True)
    settle("000002", accepted=False)
    with staging.warehouse(home) as connection:
        connection.execute("drop schema staging cascade")
    bring()
    assert verdicts(home) == {"000001": "accepted", "000002": "pending"}


def test_a_verdict_is_written_with_its_reason_and_suites(home: Home, load: Make, document: Make, verdict: Make) -> None:
    load("000001", document("a"))
    with staging.warehouse(home) as connection:
        staging.bring(connection, home, "A")
        staging.settle(connection, home, verdict("000001", accepted=False), "suites-1")
    (entry,) = staging.ledger(home)
    assert (entry.verdict, entry.reason, entry.suite_fingerprint) == ("held", "理由", "suites-1")


def test_an_accepted_load_replaces_older_rows_of_its_documents(home: Home, load: Make, document: Make, bring: Make, settle: Make) -> None:
    load("000001", document("a"), document("b"))
    load("000002", document("b", "b.txt", "b2.txt"))
    bring()
    settle("000001", accepted=True)
    settle("000002", accepted=True)
    assert documents(home) == [("000001", "a"), ("000002", "b")]


@pytest.mark.parametrize("table", ["reports", "observations"])
def test_replacing_reaches_every_table(home: Home, load: Make, document: Make, bring: Make, settle: Make, table: str) -> None:
    load("000001", document("a"), document("b"))
    load("000002", document("b", "b.txt", "b2.txt"))
    bring()
    settle("000001", accepted=True)
    settle("000002", accepted=True)
    assert documents(home, table) == [("000001", "a"), ("000002", "b")]


def test_a_partly_replaced_load_stays_in_the_lake(home: Home, load: Make, document: Make, bring: Make, settle: Make) -> None:
    load("000001", document("a"), document("b"))
    load("000002", document("b", "b.txt", "b2.txt"))
    bring()
    settle("000001", accepted=True)
    settle("000002", accepted=True)
    assert [found.load_id for found in lake.loads(home, "A")] == ["000001", "000002"]


def test_a_wholly_replaced_load_leaves_lake_and_ledger(home: Home, load: Make, document: Make, bring: Make, settle: Make) -> None:
    load("000001", document("a"))
    load("000002", document("a", "a.txt", "a2.txt"))
    bring()
    settle("000001", accepted=True)
    settle("000002", accepted=True)
    assert ([found.load_id for found in lake.loads(home, "A")], verdicts(home)) == (["000002"], {"000002": "accepted"})


def test_a_held_load_leaves_the_older_accepted_rows(home: Home, load: Make, document: Make, bring: Make, settle: Make) -> None:
    load("000001", document("a"))
    load("000002", document("a", "a.txt", "a2.txt"))
    bring()
    settle("000001", accepted=True)
    settle("000002", accepted=False)
    assert (documents(home), verdicts(home)) == (
        [("000001", "a"), ("000002", "a")],
        {"000001": "accepted", "000002": "held"},
    )


def test_a_held_load_stays_in_the_lake(home: Home, load: Make, document: Make, bring: Make, settle: Make) -> None:
    load("000001", document("a"))
    bring()
    settle("000001", accepted=False)
    assert [found.load_id for found in lake.loads(home, "A")] == ["000001"]


def test_an_older_load_that_is_judged_again_replaces_nothing_newer(
    home: Home, load: Make, document: Make, bring: Make, settle: Make
) -> None:
    load("000001", document("a"), document("b"))
    load("000002", document("b", "b.txt", "b2.txt"))
    bring()
    settle("000002", accepted=True)
    settle("000001", accepted=True)
    assert ("000002", "b") in documents(home)


def test_an_accepted_load_replaces_nothing_of_other_deliveries(home: Home, load: Make, document: Make, bring: Make, settle: Make) -> None:
    load("000001", document("a"), delivery="B")
    load("000002", document("a"))
    bring("B")
    bring("A")
    settle("000002", accepted=True)
    assert documents(home) == [("000001", "a"), ("000002", "a")]


def test_a_file_that_became_readable_loses_its_old_issue(home: Home, load: Make, document: Make, bring: Make, settle: Make) -> None:
    load("000001", document("b"), failures=[Source("a.txt", None, 0, reason="unreadable_file")])
    load("000002", document("a"))
    bring()
    settle("000001", accepted=True)
    settle("000002", accepted=True)
    assert documents(home, "document_issues") == []


def test_a_load_whose_documents_came_anew_with_an_origin_leaves_the_ledger(
    home: Home, load: Make, document: Make, bring: Make, settle: Make
) -> None:
    """Else an accepted load without a single document remains, which other suites would hold back."""
    load("000001", document("a"))
    retold = document("a")
    retold = type(retold)(
        retold.document_id, retold.bytes, (Source("a.txt", "a" * 64, 60, url="https://example.org/1"),), retold.extraction
    )
    load("000002", retold)
    bring()
    settle("000001", accepted=True)
    settle("000002", accepted=True)
    assert verdicts(home) == {"000002": "accepted"}


def test_a_kill_between_verdict_and_lake_is_mended_by_the_next_bringing(
    home: Home, load: Make, document: Make, bring: Make, settle: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    load("000001", document("a"))
    load("000002", document("a", "a.txt", "a2.txt"))
    bring()
    settle("000001", accepted=True)
    with monkeypatch.context() as killed:
        killed.setattr(lake, "drop", lambda *arguments: None)
        settle("000002", accepted=True)
    bring()
    assert ([found.load_id for found in lake.loads(home, "A")], documents(home), verdicts(home)) == (
        ["000002"],
        [("000002", "a")],
        {"000002": "accepted"},
    )


def test_a_failing_settlement_changes_nothing(
    home: Home, load: Make, document: Make, bring: Make, settle: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    load("000001", document("a"))
    bring()

    def fail(*arguments: Any) -> list[str]:
        raise RuntimeError("a fault")

    monkeypatch.setattr(staging, "_replace_older", fail)
    with pytest.raises(RuntimeError, match="a fault"):
        settle("000001", accepted=True)
    assert verdicts(home) == {"000001": "pending"}


def test_the_ledger_is_read_after_its_writer_was_killed(home: Home, load: Make, document: Make) -> None:
    """A killed writer leaves what it committed in DuckDB's log beside the file."""
    load("000001", document("a"))
    killed = f"""
import os, signal
from orchestration import staging
from orchestration.home import Home
home = Home.at({str(home.root)!r})
with staging.warehouse(home) as connection:
    staging.bring(connection, home, "A")
    os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", killed], check=False)
    assert [entry.verdict for entry in staging.ledger(home)] == ["pending"]
