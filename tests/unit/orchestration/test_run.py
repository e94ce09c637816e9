"""One run: which jobs it executes. The jobs themselves run in tests/pipeline."""

import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from orchestration import plan, run, run_history
from orchestration.errors import GongkaiError
from orchestration.home import Home

Make = Callable[..., Any]


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str | None]]:
    """The jobs that a run executes, with their partitions; here they do nothing."""
    executed: list[tuple[str, str | None]] = []

    @contextmanager
    def history(home: Home) -> Any:
        with run_history.marked(home):
            yield SimpleNamespace(add_dynamic_partitions=lambda name, keys: None)

    class Graph(SimpleNamespace):
        def resolve_job_def(self, name: str) -> Any:
            return SimpleNamespace(execute_in_process=lambda **options: executed.append((name, options["partition_key"])))

    graph = SimpleNamespace(INGEST="ingest", PUBLISH="publish", build=lambda home: Graph())
    monkeypatch.setitem(sys.modules, "orchestration.definitions", graph)  # type: ignore[arg-type]
    monkeypatch.setitem(sys.modules, "dagster", SimpleNamespace(AssetKey=list, DagsterExecutionInterruptedError=KeyboardInterrupt))  # type: ignore[arg-type]
    monkeypatch.setattr(run, "_history", history)
    return executed


def test_every_new_delivery_is_ingested_and_all_are_published_once(
    home: Home, inbox: Path, inbox_file: Make, jobs: list[tuple[str, str | None]]
) -> None:
    inbox_file("a.txt")
    (inbox / "B").mkdir()
    (inbox / "B" / "b.txt").write_text("正文", encoding="utf-8")
    run.run(home, inbox)
    assert jobs == [("ingest", "A"), ("ingest", "B"), ("publish", None)]


def test_a_run_that_only_held_deliveries_back_does_not_publish(
    home: Home, inbox: Path, inbox_file: Make, jobs: list[tuple[str, str | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox_file("a.txt")
    monkeypatch.setattr(plan, "publish_is_due", lambda home: False)
    done = run.run(home, inbox)
    assert (jobs, done) == ([("ingest", "A")], run.Done(("A",), published=False))


def test_with_nothing_new_no_job_runs(home: Home, inbox: Path, jobs: list[tuple[str, str | None]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "make", lambda home, found: plan.Plan((), publish=False))
    (inbox / "a.txt").write_text("abc", encoding="utf-8")
    assert (run.run(home, inbox), jobs) == (run.Done((), published=False), [])


def test_a_run_without_inbox_runs_no_job(home: Home, tmp_path: Path, jobs: list[tuple[str, str | None]]) -> None:
    with pytest.raises(GongkaiError):
        run.run(home, tmp_path / "nowhere")
    assert jobs == []


def test_a_rebuild_publishes_though_the_loads_are_the_same(
    home: Home, load: Make, document: Make, jobs: list[tuple[str, str | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rebuilt warehouse holds no marts before dbt ran; and who rebuilds doubts what is published."""
    load("000001", document("a"))
    monkeypatch.setattr(plan, "publish_is_due", lambda home: False)
    run.rebuild(home)
    assert jobs == [("ingest", "A"), ("publish", None)]


def test_a_rebuild_begins_with_an_empty_warehouse(home: Home, load: Make, document: Make, jobs: list[tuple[str, str | None]]) -> None:
    load("000001", document("a"))
    home.warehouse.write_bytes(b"damaged")
    home.warehouse.with_name("warehouse.duckdb.wal").write_bytes(b"damaged")
    run.rebuild(home)
    assert (home.warehouse.exists(), home.warehouse.with_name("warehouse.duckdb.wal").exists()) == (False, False)
