"""dbt's own unit tests, and the conventions of the dbt project, on a warehouse that a run made."""

import json
import os
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

import dagster as dg
import pytest

from orchestration import marts
from orchestration.defs import marts as models
from orchestration.defs.warehouse import Warehouse
from orchestration.home import Home
from tests.running import ROOT

pytestmark = pytest.mark.pipeline


def _tool(name: str, *arguments: object, environment: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """A command of this very environment, wherever PATH points."""
    return subprocess.run(
        [str(Path(sysconfig.get_path("scripts")) / name), *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        check=False,
    )


@pytest.fixture(scope="module")
def home(copy_of_demo: Callable[[], Path]) -> Home:
    home = Home.at(copy_of_demo())
    marts.write_profile(home)
    return home


@pytest.fixture(scope="module")
def unit_tests(home: Home) -> tuple[str, dict[str, str]]:
    """What dbt said, and the status of each of its unit tests."""
    places = [
        "--project-dir",
        marts.PROJECT,
        "--profiles-dir",
        home.dbt,
        "--target-path",
        marts.target(home),
        "--log-path",
        home.dbt / "logs",
    ]
    done = _tool("gongkai-dbt", "test", "--select", "test_type:unit", *places)
    results = json.loads((marts.target(home) / "run_results.json").read_text(encoding="utf-8"))["results"]
    return done.stdout, {result["unique_id"]: result["status"] for result in results}


def test_unit_tests_of_the_models_pass(unit_tests: tuple[str, dict[str, str]]) -> None:
    said, statuses = unit_tests
    assert set(statuses.values()) == {"pass"}, said


@pytest.mark.parametrize(
    "model",
    [
        "int_report_versions",
        "int_preferred_observations",
        "int_arithmetic_findings",
        "int_agreement_findings",
        "int_consecutive_reports",
        "int_across_years_findings",
        "int_copied_table_findings",
        "int_documents",
    ],
)
def test_what_a_model_decides_is_unit_tested(unit_tests: tuple[str, dict[str, str]], model: str) -> None:
    assert [name for name in unit_tests[1] if name.startswith(f"unit_test.gongkai.{model}.")] != []


def test_a_model_built_by_hand_is_no_whole_build(copy_of_demo: Callable[[], Path]) -> None:
    """Else seeds and models that changed since would count as built, and be published as they were."""
    home = Home.at(copy_of_demo())
    assets = models.assets(home)
    chosen = dg.AssetSelection.assets(dg.AssetKey(["marts", "dim_indicator"]))
    resources = {"warehouse": Warehouse(home_path=str(home.root)), "dbt": models.resource(home)}
    assert marts.is_built(home)
    assert dg.materialize([assets], selection=chosen, resources=resources).success
    assert not marts.is_built(home)


def test_the_project_keeps_its_conventions(home: Home) -> None:
    done = _tool("dbt-bouncer", "run", "--config-file", "dbt-bouncer.yml", environment={"DBT_PROJECT_DIR": str(home.dbt)})
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_broken_convention_is_noticed(home: Home, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    manifest = json.loads((marts.target(home) / "manifest.json").read_text(encoding="utf-8"))
    manifest["nodes"]["model.gongkai.dim_report"]["columns"]["publisher"]["description"] = ""
    (target / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    done = _tool("dbt-bouncer", "run", "--config-file", "dbt-bouncer.yml", environment={"DBT_PROJECT_DIR": str(tmp_path)})
    assert done.returncode == 1
    assert "dim_report" in done.stdout + done.stderr
