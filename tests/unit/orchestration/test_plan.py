"""What a run has to do, found out before anything heavy is imported."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractors.records import DocumentFacts, Extraction, Report
from orchestration import archive, ingest, lake, plan, staging, workers
from orchestration import inbox as inbox_module
from orchestration.errors import GongkaiError
from orchestration.home import Home
from orchestration.publish import publish

Make = Callable[..., Any]


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that takes every file for an empty report."""

    def extract(name: str, data: bytes, origins: object) -> Extraction:
        return Extraction(DocumentFacts("text/plain", "text", "read"), text=data.decode(), report=Report("annual_report"))

    monkeypatch.setattr(workers, "extract", extract)


@pytest.fixture
def ingested(marts: Home, inbox_file: Make, verdict: Make) -> Callable[..., Home]:
    """A home that holds one file of delivery A, read, judged and published."""

    def make(*, accepted: bool = True, published: bool = True, suites: str | None = None) -> Home:
        file = inbox_file("a.txt", "abc")
        archive.receive(marts, "A", [file])
        ingest.read_outstanding(marts, "A", lambda done, total: None)
        with staging.warehouse(marts) as connection:
            staging.bring(connection, marts, "A")
            staging.settle(connection, marts, verdict("000001", accepted=accepted), suites or plan.suite_fingerprint())
        if published:
            publish(marts, plan.publish_basis(marts))
        return marts

    return make


def planned(home: Home, folder: Path) -> plan.Plan:
    """The plan for what lies in `folder` now."""
    return plan.make(home, inbox_module.deliveries(folder, home))


def test_a_new_delivery_is_to_be_ingested(home: Home, inbox: Path, inbox_file: Make) -> None:
    inbox_file("a.txt", "abc")
    assert planned(home, inbox) == plan.Plan(("A",), publish=True)


def test_with_nothing_new_there_is_nothing_to_do(ingested: Make, inbox: Path) -> None:
    assert planned(ingested(), inbox) == plan.Plan((), publish=False)


def test_a_plan_without_work_is_empty() -> None:
    assert plan.Plan((), publish=False).is_empty


@pytest.mark.parametrize("todo", [plan.Plan(("A",), publish=False), plan.Plan((), publish=True)])
def test_a_plan_with_work_is_not_empty(todo: plan.Plan) -> None:
    assert not todo.is_empty


def test_only_the_delivery_with_a_new_file_is_ingested(ingested: Make, inbox: Path, inbox_file: Make) -> None:
    home = ingested()
    (inbox / "B").mkdir()
    (inbox / "B" / "b.txt").write_text("xyz", encoding="utf-8")
    assert planned(home, inbox).deliveries == ("B",)


def test_a_changed_file_is_to_be_ingested(ingested: Make, inbox: Path, inbox_file: Make) -> None:
    home = ingested()
    inbox_file("a.txt", "xyz")
    assert planned(home, inbox).deliveries == ("A",)


def test_a_delivery_that_left_the_inbox_is_not_ingested_again(ingested: Make, tmp_path: Path) -> None:
    home = ingested()
    other = tmp_path / "other"
    (other / "B").mkdir(parents=True)
    (other / "B" / "b.txt").write_text("xyz", encoding="utf-8")
    assert planned(home, other).deliveries == ("B",)


def test_other_extractors_read_every_delivery_again(ingested: Make, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = ingested()
    monkeypatch.setattr(ingest, "reading_fingerprint", lambda: "reading-2")
    assert planned(home, inbox).deliveries == ("A",)


def test_a_delivery_that_was_received_and_not_read_is_to_be_ingested(home: Home, inbox: Path, inbox_file: Make) -> None:
    archive.receive(home, "A", inbox_files(inbox, home, inbox_file))
    assert planned(home, inbox).deliveries == ("A",)


def test_a_load_that_was_read_and_not_brought_is_to_be_ingested(ingested: Make, inbox: Path) -> None:
    home = ingested()
    home.warehouse.unlink()
    assert planned(home, inbox).deliveries == ("A",)


def test_a_load_without_verdict_is_to_be_ingested(home: Home, inbox: Path, inbox_file: Make) -> None:
    archive.receive(home, "A", inbox_files(inbox, home, inbox_file))
    ingest.read_outstanding(home, "A", lambda done, total: None)
    with staging.warehouse(home) as connection:
        staging.bring(connection, home, "A")
    assert planned(home, inbox).deliveries == ("A",)


def test_a_load_that_other_suites_held_is_judged_again(ingested: Make, inbox: Path) -> None:
    assert planned(ingested(accepted=False, suites="older"), inbox).deliveries == ("A",)


def test_a_held_load_is_not_read_again(ingested: Make, inbox: Path) -> None:
    assert planned(ingested(accepted=False), inbox).deliveries == ()


def test_a_load_that_left_the_lake_is_noticed(ingested: Make, inbox: Path) -> None:
    home = ingested()
    lake.drop(home, "A", ["000001"])
    assert planned(home, inbox).deliveries == ("A",)


def test_accepted_loads_that_are_not_published_are_to_be_published(ingested: Make, inbox: Path) -> None:
    assert planned(ingested(published=False), inbox) == plan.Plan((), publish=True)


def test_a_published_link_that_was_removed_is_published_again(ingested: Make, inbox: Path) -> None:
    home = ingested()
    home.published.unlink()
    assert planned(home, inbox).publish


def test_another_dbt_project_is_to_be_published(ingested: Make, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = ingested()
    monkeypatch.setattr("orchestration.marts.fingerprint", lambda: "other")
    assert planned(home, inbox) == plan.Plan((), publish=True)


def test_a_held_load_does_not_change_what_is_published(ingested: Make, verdict: Make, inbox_file: Make) -> None:
    home = ingested()
    basis = plan.publish_basis(home)
    archive.receive(home, "A", [inbox_file("b.txt", "xyz")])
    ingest.read_outstanding(home, "A", lambda done, total: None)
    with staging.warehouse(home) as connection:
        staging.bring(connection, home, "A")
        staging.settle(connection, home, verdict("000002", accepted=False), "suites")
    assert plan.publish_basis(home) == basis


def test_an_inbox_that_cannot_be_read_is_told(home: Home, tmp_path: Path) -> None:
    with pytest.raises(GongkaiError):
        planned(home, tmp_path / "nowhere")


def test_a_run_with_nothing_new_says_so_and_starts_nothing_heavy(ingested: Make, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole command, in a process of its own: an ingested home, and the same inbox again."""
    monkeypatch.undo()  # the other process reads with the real extractors' fingerprint, and so does this one
    home = ingested()
    script = f"""
import sys
from orchestration.cli import main
try:
    main(["run", {str(inbox)!r}, "--home", {str(home.root)!r}])
finally:
    print([name for name in ("dagster", "great_expectations", "dbt", "pandas") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr, lines[1].split(" in ")[0], lines[-1]) == (0, "", "nothing new", "[]")


def inbox_files(folder: Path, home: Home, inbox_file: Make) -> list[inbox_module.InboxFile]:
    inbox_file("a.txt", "abc")
    return inbox_module.deliveries(folder, home)["A"]
