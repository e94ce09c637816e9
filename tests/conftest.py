"""What `gongkai demo` makes: made once in a test run, read by several modules, changed by none (who changes a home takes a copy)."""

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tests.running import Result, gongkai, hashes

# Files that run the graph several times, the longest first: a worker that began one of them last would keep the others waiting.
# `pytest --durations=40` tells.
LONGEST_FIRST = (
    *("test_held_delivery.py", "test_demo.py", "test_seeds.py", "test_order.py", "test_full_disk.py"),
    *("test_bad_delivery.py", "test_kills.py", "test_leaks.py", "test_findings.py", "test_dbt.py"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {name: place for place, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: places.get(item.path.name, len(places)))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of one test run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def demo(shared: Path) -> tuple[Path, Result]:
    """The home and what the command said. Workers of one test run share it: the first makes it, the others wait."""
    home, said = shared / "demo", shared / "demo.json"
    with FileLock(shared / "demo.lock"):
        if not said.exists():
            started = time.monotonic()
            result = gongkai("demo", "--home", home)
            said.write_text(json.dumps([time.monotonic() - started, result.code, result.out, result.err]), encoding="utf-8")
    return home, Result(*json.loads(said.read_text(encoding="utf-8"))[1:])


@pytest.fixture(scope="module")
def undisturbed(demo: tuple[Path, Result]) -> tuple[dict[str, str], float]:
    """What a run over the samples publishes that nothing disturbed (table: hash), and the seconds that it took."""
    home, result = demo
    assert result.code == 0, result.err
    seconds = json.loads((home.parent / "demo.json").read_text(encoding="utf-8"))[0]
    return hashes(home), float(seconds)


@pytest.fixture(scope="module")
def copy_of_demo(demo: tuple[Path, Result], tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes a copy of the demo's home that a test may change."""

    def copy() -> Path:
        home = tmp_path_factory.mktemp("copy") / "home"
        shutil.copytree(demo[0], home, symlinks=True)
        return home

    return copy
