"""A home that two modules ask about, each about deliveries of its own: a run of the graph takes half a minute of both cores."""

from pathlib import Path

import pytest
from filelock import FileLock

from tests.running import run


@pytest.fixture(scope="session")
def planted(shared: Path) -> Path:
    """The home of one run over what test_findings and test_leaks plant in an inbox; nobody changes it. Made as the demo is: once."""
    from tests.pipeline import test_findings, test_leaks

    inbox, home, made = shared / "planted_inbox", shared / "planted", shared / "planted.made"
    with FileLock(shared / "planted.lock"):
        if not made.exists():
            test_findings.plant(inbox)
            test_leaks.plant(inbox)
            run(inbox, home)
            made.touch()
    return home
