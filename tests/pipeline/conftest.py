"""The home that `gongkai demo` makes: made once, read by several modules, changed by none (who changes a home takes a copy)."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tests.running import Result, gongkai


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> tuple[Path, Result]:
    """The home and what the command said. Workers of one test run share it: the first makes it, the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    home, said = shared / "demo", shared / "demo.json"
    with FileLock(shared / "demo.lock"):
        if not said.exists():
            result = gongkai("demo", "--home", home)
            said.write_text(json.dumps([result.code, result.out, result.err]), encoding="utf-8")
    return home, Result(*json.loads(said.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def copy_of_demo(demo: tuple[Path, Result], tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes a copy of the demo's home that a test may change."""

    def copy() -> Path:
        home = tmp_path_factory.mktemp("copy") / "home"
        shutil.copytree(demo[0], home, symlinks=True)
        return home

    return copy
