"""Invented reports give the same rows whatever their files are called, however they are delivered and encoded."""

from pathlib import Path

import pytest

from orchestration.synthetic.generate import generate
from tests.running import ask, hashes, run

pytestmark = pytest.mark.pipeline

REPORTS = 40
FINDINGS = """select rule_id, lhs, rhs, holds, statement, explanation, count(*) from marts.fct_finding group by all order by all"""
QUANTITIES = """select numeral_class, value, unit_printed, noun, quote, count(*) from marts.fct_quantity group by all order by all"""


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same reports as they were invented, and as one delivery of other names, in the other encoding and with other line ends."""
    folder = tmp_path_factory.mktemp("invented")
    generate(REPORTS, folder / "as_invented", seed=11)
    files = sorted(path for path in (folder / "as_invented" / "inbox").rglob("*") if path.is_file())
    other = folder / "another" / "inbox"
    other.mkdir(parents=True)
    for number, path in enumerate(reversed(files)):
        text = _decoded(path.read_bytes()).replace("\r\n", "\n")
        encoding, line_end = ("gb18030", "\r\n") if number % 2 else ("utf-8", "\n")
        (other / f"{number:03d}.txt").write_bytes(text.replace("\n", line_end).encode(encoding))
    homes = folder / "home", folder / "other_home"
    run(folder / "as_invented" / "inbox", homes[0])
    run(other, homes[1])
    return homes


def test_figures_are_the_same(homes: tuple[Path, Path]) -> None:
    assert hashes(homes[0])["figures"] == hashes(homes[1])["figures"]


@pytest.mark.parametrize("question", [FINDINGS, QUANTITIES], ids=["findings", "quantities"])
def test_what_else_is_found_is_the_same(homes: tuple[Path, Path], question: str) -> None:
    rows = ask(homes[0], question)
    assert len(rows) > REPORTS
    assert ask(homes[1], question) == rows
