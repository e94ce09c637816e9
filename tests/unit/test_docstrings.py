"""What modules say of the house: each names what lives in it and what elsewhere, by files that there are."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("extractors", "orchestration", "expectations", "tests")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
NAMED = re.compile(r"(?<![\w*<{%])[\w/.]*\w\.(?:py|csv|sql|toml)\b(?![*>}])")


@pytest.fixture(scope="module")
def names() -> set[str]:
    """The names of all files of the project."""
    folders = (*PACKAGES, "dbt_project")
    return {path.name for folder in folders for path in (ROOT / folder).rglob("*.*")} | {path.name for path in ROOT.iterdir()}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_docstring_names_files_that_there_are(module: Path, names: set[str]) -> None:
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    assert [name for name in NAMED.findall(docstring) if Path(name).name not in names] == []
