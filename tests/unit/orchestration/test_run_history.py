"""Telling a killed run from a living one."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from orchestration import run_history
from orchestration.home import Home


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """`configure` sets variables for the processes that it starts; here they go away again."""
    monkeypatch.setenv("DAGSTER_HOME", "")
    monkeypatch.setenv("DAGSTER_DISABLE_TELEMETRY", "")


def test_a_run_that_ended_leaves_no_mark(home: Home) -> None:
    with run_history.marked(home):
        pass
    assert not run_history.was_killed(home)


def test_a_run_that_failed_leaves_its_mark(home: Home) -> None:
    """Its books are looked at by the next run: with a full disk, Dagster may not have closed them."""
    with pytest.raises(RuntimeError, match="a fault"), run_history.marked(home):
        raise RuntimeError("a fault")
    assert run_history.was_killed(home)


def test_a_killed_run_leaves_its_mark(home: Home) -> None:
    killed = f"""
import os, signal
from orchestration import run_history
from orchestration.home import Home
with run_history.marked(Home.at({str(home.root)!r})):
    os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", killed], check=False)
    assert run_history.was_killed(home)


def test_this_process_is_alive() -> None:
    assert not run_history._is_dead(run_history.process_tag()[run_history.PROCESS_TAG])


def test_a_process_that_is_gone_is_dead() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    tag = f"{process.pid}@{psutil.Process(process.pid).create_time():.2f}"
    process.wait()
    assert run_history._is_dead(tag)


def test_a_number_used_again_by_another_process_is_dead() -> None:
    assert run_history._is_dead(f"{os.getpid()}@1.00")


def test_a_run_without_a_process_is_not_ours_to_judge() -> None:
    assert not run_history._is_dead(None)


def test_telemetry_is_off_in_the_settings(home: Home) -> None:
    run_history.configure(home)
    assert "telemetry:\n  enabled: false\n" in (home.dagster / "dagster.yaml").read_text(encoding="utf-8")


def test_telemetry_is_off_for_processes_that_are_started(home: Home) -> None:
    run_history.configure(home)
    assert os.environ["DAGSTER_DISABLE_TELEMETRY"] == "1"


def test_the_run_history_lies_in_the_home(home: Home) -> None:
    run_history.configure(home)
    assert Path(os.environ["DAGSTER_HOME"]) == home.dagster
