"""The dbt project as the pipeline sees it.

Lives here: where the project lies, its profile and its manifest under HOME, and what its present state is (the fingerprint).
Elsewhere: the models (`dbt_project`), the assets made of them (`defs/marts.py`).
"""

import hashlib
import json
import os
import shutil
import subprocess
import sysconfig
from functools import cache
from pathlib import Path

from orchestration.errors import GongkaiError
from orchestration.home import Home, write_json, write_whole

PROJECT = Path(__file__).resolve().parents[1] / "dbt_project"
# Where a working copy of the project keeps what is no part of it; installing compiles seed_sources.
_NOT_SOURCE = {"target", "logs", "dbt_packages", "__pycache__"}


def executable() -> str:
    """The `gongkai-dbt` of this very environment, wherever PATH points."""
    found = shutil.which("gongkai-dbt", path=sysconfig.get_path("scripts")) or shutil.which("gongkai-dbt")
    if found is None:
        raise GongkaiError("gongkai-dbt: the command is missing from this environment; install gongkai again (pip install .)")
    return found


def target(home: Home) -> Path:
    return home.dbt / "target"


@cache
def fingerprint() -> str:
    """SHA-256, hexadecimal, of every file of the dbt project."""
    digest = hashlib.sha256()
    for path in sorted(PROJECT.rglob("*")):
        relative = path.relative_to(PROJECT)
        if path.is_file() and not _NOT_SOURCE.intersection(relative.parts) and not relative.name.startswith("."):
            digest.update(relative.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def write_profile(home: Home) -> None:
    """Point dbt at the working warehouse of this home."""
    output = {"type": "duckdb", "path": str(home.warehouse), "threads": 2, "settings": {"memory_limit": "2GB"}}
    profile = {"gongkai": {"target": "local", "outputs": {"local": output}}}
    text = json.dumps(profile, indent=1, ensure_ascii=False)  # JSON is YAML
    path = home.dbt / "profiles.yml"
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        write_whole(path, text.encode())


def manifest(home: Home) -> Path:
    """The manifest of the project as it is now; parsed once for each state of the project. Raises GongkaiError where it doesn't parse."""
    path = home.dbt / f"manifest-{fingerprint()[:16]}.json"
    if path.exists():
        return path
    parsed = home.dbt / f".parse-{os.getpid()}.tmp"
    _dbt(home, ["parse"], parsed)
    target(home).mkdir(parents=True, exist_ok=True)
    # dbt starts faster from what it parsed before.
    (parsed / "partial_parse.msgpack").replace(target(home) / "partial_parse.msgpack")
    for older in home.dbt.glob("manifest-*.json"):
        older.unlink()
    (parsed / "manifest.json").replace(path)
    shutil.rmtree(parsed)
    return path


def record_basis(home: Home, basis: dict[str, str] | None) -> None:
    """Keep what the marts of the working warehouse were built from; None while they are being built."""
    if basis is None:
        _basis(home).unlink(missing_ok=True)
    else:
        write_json(_basis(home), basis)


def built_basis(home: Home) -> dict[str, str]:
    """What the marts were built from. Raises GongkaiError where the last build did not come to its end."""
    if not _basis(home).exists():
        raise GongkaiError(f"{home.warehouse}: the marts are not built to their end; run `gongkai run`, or materialise the marts first")
    content: dict[str, str] = json.loads(_basis(home).read_text(encoding="utf-8"))
    return content


def is_built(home: Home) -> bool:
    """Whether the last build came to its end, and was one of the project as it is now."""
    return _basis(home).exists() and built_basis(home).get("dbt_project") == fingerprint()


def _basis(home: Home) -> Path:
    return home.dbt / "basis.json"


def write_docs(home: Home) -> Path:
    """The dbt documentation of the marts as one page that needs no network. Returns its path."""
    generated = home.dbt / f".docs-{os.getpid()}.tmp"
    _dbt(home, ["docs", "generate", "--static"], generated)
    page = home.dbt / "docs" / "index.html"
    page.parent.mkdir(exist_ok=True)
    (generated / "static_index.html").replace(page)
    shutil.rmtree(generated)
    return page


def _dbt(home: Home, arguments: list[str], target_path: Path) -> None:
    """Run a dbt command that writes nothing but `target_path`. Raises GongkaiError where it fails."""
    home.dbt.mkdir(parents=True, exist_ok=True)
    write_profile(home)
    logs = home.dbt / "logs"
    places = ["--project-dir", PROJECT, "--profiles-dir", home.dbt, "--target-path", target_path, "--log-path", logs]
    done = subprocess.run([executable(), *arguments, *map(str, places)], capture_output=True, check=False)
    if done.returncode != 0:
        raise GongkaiError(f"{PROJECT}: dbt {arguments[0]} failed; see {logs / 'dbt.log'}")
