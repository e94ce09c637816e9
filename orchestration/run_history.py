"""Dagster's memory of runs, kept under HOME/dagster.

Lives here: opening the instance (telemetry off), having it write fast, and closing the books on runs whose process was killed.
Elsewhere: what a run does (`defs`).
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from orchestration.home import Home, write_whole

if TYPE_CHECKING:
    from dagster import DagsterInstance
    from sqlalchemy.engine import Engine

PROCESS_TAG = "gongkai/process"
_SETTINGS = """\
telemetry:
  enabled: false
# No dialogue that asks for an e-mail address.
nux:
  enabled: false
# What a step prints belongs to the terminal (progress) or to dbt's own logs under HOME/dbt.
compute_logs:
  module: dagster._core.storage.noop_compute_log_manager
  class: NoOpComputeLogManager
"""


def configure(home: Home) -> None:
    """Point this process, and those that it starts, at the run history of `home`."""
    home.dagster.mkdir(parents=True, exist_ok=True)
    path = home.dagster / "dagster.yaml"
    if not path.exists() or path.read_text(encoding="utf-8") != _SETTINGS:
        write_whole(path, _SETTINGS.encode())
    os.environ["DAGSTER_HOME"] = str(home.dagster)
    os.environ["DAGSTER_DISABLE_TELEMETRY"] = "1"


def keep_engines() -> None:
    """Have Dagster keep its database engines. By itself it makes one for each event that it stores, and each works out its statements
    anew: a fifth of what a run does beside dbt. Connections are not kept: what an event says is in the file before the next one."""
    from dagster._core.storage.event_log.sqlite import sqlite_event_log
    from dagster._core.storage.runs.sqlite import sqlite_run_storage

    for module in (sqlite_event_log, sqlite_run_storage):
        if not hasattr(module, "create_engine"):
            raise AttributeError(f"{module.__name__}: makes its engines in another way now")
        setattr(module, "create_engine", _kept_engine)  # noqa: B010  (to a type checker, an imported name is no attribute)


def _kept_engine(address: str, poolclass: Any, connect_args: dict[str, Any] | None = None) -> "Engine":
    return _engine(address, poolclass, tuple(sorted((connect_args or {}).items())))


# A run writes two databases that last and one of its own.
@lru_cache(maxsize=8)
def _engine(address: str, poolclass: Any, connect_args: tuple[tuple[str, Any], ...]) -> "Engine":
    from sqlalchemy import create_engine

    return create_engine(address, poolclass=poolclass, connect_args=dict(connect_args))


def process_tag() -> dict[str, str]:
    """Which process does a run: its number, and when it began, since numbers are used again."""
    return {PROCESS_TAG: f"{os.getpid()}@{psutil.Process().create_time():.2f}"}


def was_killed(home: Home) -> bool:
    """Whether the last run of the command did not come to its end. Cheap: Dagster is not asked."""
    return _mark(home).exists()


@contextmanager
def marked(home: Home) -> Iterator[None]:
    """A mark that stands while a run goes on. A run that was killed leaves it, and one that failed: on a full disk, Dagster may not
    have been able to write down that it did."""
    _mark(home).touch()
    yield
    _mark(home).unlink(missing_ok=True)


def _mark(home: Home) -> Path:
    return home.dagster / "running"


def close_dead_runs(instance: "DagsterInstance") -> int:
    """Mark runs as failed whose process is gone. Returns how many there were. Call it with the home locked."""
    from dagster import DagsterRunStatus, RunsFilter

    unfinished = [
        status
        for status in DagsterRunStatus
        if status not in (DagsterRunStatus.SUCCESS, DagsterRunStatus.FAILURE, DagsterRunStatus.CANCELED)
    ]
    dead = [run for run in instance.get_runs(RunsFilter(statuses=unfinished)) if _is_dead(run.tags.get(PROCESS_TAG))]
    for run in dead:
        instance.report_run_failed(run, f"its process {run.tags[PROCESS_TAG]} was killed; the next run does its work again")
    return len(dead)


def _is_dead(process: str | None) -> bool:
    """Runs without the tag were not started yet (queued by the UI): they are not ours to judge."""
    if process is None:
        return False
    number, began = process.split("@")
    try:
        found = psutil.Process(int(number))
        return bool(abs(found.create_time() - float(began)) > 1 or found.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True
