"""What the READMEs promise: their queries print what they show, in both languages."""

import re
import shlex
from pathlib import Path

import pytest

from tests.running import ROOT, Result, gongkai

pytestmark = pytest.mark.pipeline

README, CHINESE = ROOT / "README.md", ROOT / "README.zh-CN.md"


def _examples() -> list[tuple[str, str]]:
    """The commands that README.md shows with their output."""
    return re.findall(r"^```\n\$ (gongkai [^`]+?)\n\n([^`]+?)\n```$", README.read_text(encoding="utf-8"), re.MULTILINE)


def _lines(text: str) -> list[str]:
    """Without empty lines and rules, which are as long as the widest row."""
    return [line.rstrip() for line in text.splitlines() if line.strip(" ─")]


def test_three_queries_are_shown() -> None:
    assert len(_examples()) == 3


@pytest.mark.parametrize(("command", "output"), _examples(), ids=["most_disclosed", "contradictions", "proof"])
def test_a_query_prints_what_the_readme_shows(demo: tuple[Path, Result], command: str, output: str) -> None:
    result = gongkai(*shlex.split(command)[1:], "--home", demo[0])
    assert result.code == 0, result.err
    assert _lines(result.out) == _lines(output)


def test_the_summary_of_the_demo_is_the_one_that_the_readme_shows(demo: tuple[Path, Result]) -> None:
    shown = re.search(r"^```\n(\d+ deliveries ingested.+?)\n```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert shown is not None
    printed = demo[1].out.replace(str(demo[0]), "…/warehouse")
    # How long it took, and by which path the command was called, are another's matter.
    differing = r"in [\d.]+ s|\.venv/bin/"
    assert _lines(re.sub(differing, "", printed)) == _lines(re.sub(differing, "", shown[1]))


def _commands_and_output(readme: Path) -> list[str]:
    """The blocks that are the same in any language: without the picture and without remarks behind a command."""
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", readme.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [re.sub(r"[ ]+# .*", "", text) for language, text in blocks if language != "mermaid"]


def test_both_languages_show_the_same_commands_and_output() -> None:
    assert len(_commands_and_output(README)) == 8
    assert _commands_and_output(CHINESE) == _commands_and_output(README)


def test_both_languages_have_the_same_parts() -> None:
    parts = [re.findall(r"^(#+|\|(?= `)|```\w*)", path.read_text(encoding="utf-8"), re.MULTILINE) for path in (README, CHINESE)]
    assert parts[0] == parts[1]
