"""Each bad file by itself: it ends with its reasons, within bounds of time and memory, whatever it is.

Elsewhere: all of them in one delivery (test_bad_delivery.py), damage by chance (fuzz/).
"""

import tempfile
from pathlib import Path

import pytest

from extractors.extract import extract
from orchestration import bundles
from tests.hostile.bad_files import BAD_FILES
from tests.hostile.fuzz.watched_workers import Case, Limits, Result, run

pytestmark = pytest.mark.hostile

# Processor time, so that a busy machine fails no test; the costliest of these files takes a quarter of either.
LIMITS = Limits(seconds=10.0, seconds_a_megabyte=0.0, most_seconds=30.0, bytes=768 * 2**20)


def bad_case(number: int) -> Case:
    name, bad = list(BAD_FILES.items())[number]
    return Case(number, name, name, bad.make())


def told(name: str, data: bytes) -> tuple[str, list[str]]:
    """The issues of a file, in one line, and nothing that is wrong: that is for the test to say."""
    with tempfile.NamedTemporaryFile() as kept:
        kept.write(data)
        kept.flush()
        path = Path(kept.name)
        if bundles.is_bundle(path):
            issues = [(member.path, member.reason) for member in bundles.members(path) if member.reason]
        else:
            issues = [("", issue.reason) for issue in extract(name, data).issues]
    return repr(tuple(sorted(issues))), []


@pytest.fixture(scope="module")
def results() -> dict[str, Result]:
    return {list(BAD_FILES)[result.number]: result for result in run(bad_case, told, iter(range(len(BAD_FILES))), 1, LIMITS)}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_ends_with_its_reason_within_bounds(results: dict[str, Result], name: str) -> None:
    assert results[name].wrong == []
    assert results[name].outcome == repr(BAD_FILES[name].issues)
