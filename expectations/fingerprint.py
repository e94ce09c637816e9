"""When is a verdict stale?

Lives here: one hash over all that decides a verdict. A verdict that was given under another fingerprint is asked for again.
Elsewhere: how the gate judges (gate.py); how pages look (docs.py, templates/, static/), which decides nothing and is left out.
"""

import hashlib
from importlib.metadata import version
from pathlib import Path

from expectations import reference

PACKAGE = Path(__file__).parent
# Of the package: its modules and its suites, not its pages.
DECIDING_FILES = ("*.py", "suites/*.py", "suites/*.toml", "suites/*.sql", "suites/*.csv")


def fingerprint() -> str:
    """SHA-256 (hex) over the gate's modules and suites, the seeds that it reads, and the version of Great Expectations."""
    digest = hashlib.sha256()
    digest.update(version("great-expectations").encode())
    for path in sorted(path for pattern in DECIDING_FILES for path in PACKAGE.glob(pattern) if path.name != "docs.py"):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update(repr((reference.rules(), reference.indicator_units(), reference.member_codes())).encode())
    return digest.hexdigest()
