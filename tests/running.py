"""Running the real command, as a user does.

Lives here: what pipeline tests, hostile tests and benchmarks share: starting `gongkai` in a process of its own, asking what it
published.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "orchestration" / "samples"
# A run takes about half a minute on a busy machine; one that hangs is an error, not a wait.
TIMEOUT_SECONDS = 300


@dataclass(frozen=True)
class Result:
    """How a command ended."""

    code: int
    out: str
    err: str


def command(*arguments: object) -> list[str]:
    """The command line of `gongkai` in this environment; -P, so that $PYTHONPATH can put another package before the project's."""
    return [sys.executable, "-P", "-c", "from orchestration.cli import main; main()", *map(str, arguments)]


def gongkai(*arguments: object, environment: Mapping[str, str] | None = None, cwd: Path | None = None) -> Result:
    """Run the command to its end."""
    done = subprocess.run(
        command(*arguments),
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
        env={**os.environ, **(environment or {})},
        cwd=cwd,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)


def run(inbox: Path, home: Path, **options: Any) -> Result:
    """`gongkai run`, which must end well."""
    result = gongkai("run", inbox, "--home", home, **options)
    assert result.code == 0, result.err + result.out
    return result


def ask(home: Path, sql: str) -> list[tuple[Any, ...]]:
    """Rows of the published marts, read as a BI tool reads them."""
    import duckdb

    with duckdb.connect(str(home / "published" / "marts.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def hashes(home: Path) -> dict[str, str]:
    """`gongkai hash`, by table."""
    result = gongkai("hash", "--home", home)
    assert result.code == 0, result.err
    return {name: digest for digest, name in (line.split("  ") for line in result.out.splitlines())}


def run_statuses(home: Path) -> list[str]:
    """The status of every run in Dagster's history, oldest first."""
    from dagster import DagsterInstance

    with DagsterInstance.from_config(str(home / "dagster")) as instance:
        return [run.status.value for run in reversed(list(instance.get_runs()))]
