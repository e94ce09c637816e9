"""The wheel holds everything that `gongkai` needs, and works from a folder that nobody may write.

Lives here: the built wheel, and definitions and dbt out of an unpacked copy. Elsewhere: installing it with all its dependencies into an
environment of its own, which takes minutes and is done by hand before a release.
"""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import ROOT

pytestmark = pytest.mark.pipeline

STAGES = ["extractors", "expectations", "orchestration", "dbt_project"]
# Folders that Python and dbt write into a working copy.
NOT_SOURCE = {"__pycache__", "target", "logs"}


def _run(*command: object, cwd: Path, environment: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *map(str, command)],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = _run("-m", "pip", "wheel", ROOT, "--no-deps", "--quiet", "--wheel-dir", folder, cwd=folder)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize(
    "name",
    [
        "dbt_project/dbt_project.yml",
        "dbt_project/seeds/indicators.csv",
        "dbt_project/macros/surrogate_key.sql",
        "dbt_project/tests/assert_only_accepted_loads_reach_the_marts.sql",
        "dbt_project/models/marts/mart_figure.sql",
        "expectations/suites/observations.toml",
        "expectations/static/quality.css",
        "expectations/templates/index.html",
        "extractors/forms/national_2014.csv",
        "extractors/identity/words/title_endings.csv",
        "extractors/readers/common_characters.txt",
        "orchestration/samples/更正/归雁乡更正报告.txt",
        "orchestration/synthetic/wording/phrases.csv",
    ],
)
def test_the_wheel_carries_what_is_read_at_run_time(names: set[str], name: str) -> None:
    assert name in names


@pytest.mark.parametrize("stage", STAGES)
def test_no_file_of_a_stage_is_left_behind(names: set[str], stage: str) -> None:
    files = {path.relative_to(ROOT) for path in (ROOT / stage).rglob("*") if path.is_file() and not path.name.startswith(".")}
    kept = {file.as_posix() for file in files if not NOT_SOURCE.intersection(file.parts)}
    assert len(kept) > 10
    assert kept - names == set()


def test_the_wheel_carries_nothing_else(names: set[str]) -> None:
    others = {name for name in names if name.split("/")[0] not in STAGES and not name.startswith("gongkai-")}
    leftovers = {name for name in names if name.endswith((".pyc", ".log", ".duckdb", ".tmp")) or "/target/" in name}
    assert others | leftovers == set()


def test_the_wheel_carries_its_licence(names: set[str]) -> None:
    assert [name for name in names if name.endswith(".dist-info/licenses/LICENSE")] != []


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The wheel unpacked into a folder without the permission to write."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    places = [folder, *folder.rglob("*")]
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    yield folder
    for place in places:
        place.chmod(0o755 if place.is_dir() else 0o644)


@pytest.fixture(scope="module")
def loaded(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Definitions loaded from the unpacked copy, in a process of its own, which has dbt parse the project into a new home."""
    code = """
import orchestration.definitions as definitions
from orchestration import marts
from orchestration.home import Home
jobs = sorted(job.name for job in definitions.defs().resolve_all_job_defs() if not job.name.startswith("__"))
print(definitions.__file__, marts.PROJECT, " ".join(jobs), marts.manifest(Home.at()), sep="\\n")
"""
    home = tmp_path_factory.mktemp("elsewhere") / "home"
    # Whoever may write everywhere (root) is caught by `test_nothing_is_written_beside_the_code`; bytecode is Python's own affair.
    environment = {"PYTHONPATH": str(unpacked), "GONGKAI_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    done = _run("-P", "-c", code, cwd=home.parent, environment=environment)
    assert done.returncode == 0, done.stderr
    return dict(zip(["module", "project", "jobs", "manifest"], done.stdout.splitlines(), strict=True)) | {"home": str(home)}


def test_the_command_works_from_the_unpacked_wheel(unpacked: Path, tmp_path: Path) -> None:
    code = "import orchestration; from orchestration.cli import main; print(orchestration.__file__); main()"
    done = _run("-P", "-c", code, "--version", cwd=tmp_path, environment={"PYTHONPATH": str(unpacked), "PYTHONDONTWRITEBYTECODE": "1"})
    assert done.returncode == 0, done.stderr
    where, version = done.stdout.splitlines()
    assert Path(where).is_relative_to(unpacked)
    assert version.endswith("version 0.1.0")


def test_definitions_load_from_the_unpacked_wheel(loaded: dict[str, str], unpacked: Path) -> None:
    assert Path(loaded["module"]).is_relative_to(unpacked)
    assert loaded["jobs"] == "ingest publish"


def test_dbt_parses_the_project_of_the_unpacked_wheel(loaded: dict[str, str], unpacked: Path) -> None:
    assert Path(loaded["project"]) == unpacked / "dbt_project"
    assert Path(loaded["manifest"]).is_relative_to(loaded["home"])
    assert "model.gongkai.mart_figure" in Path(loaded["manifest"]).read_text(encoding="utf-8")


def test_nothing_is_written_beside_the_code(loaded: dict[str, str], unpacked: Path, names: set[str]) -> None:
    found = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    assert found == names
