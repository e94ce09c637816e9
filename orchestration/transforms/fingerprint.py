"""What the transforms are: a hash over their code and over the dictionary that they join."""

import hashlib
from functools import cache
from pathlib import Path

from orchestration.transforms.dictionary import SEEDS


@cache
def fingerprint() -> str:
    """SHA-256, hexadecimal, of this package's modules and of the dictionary's CSV files."""
    digest = hashlib.sha256()
    for path in (*sorted(Path(__file__).parent.glob("*.py")), SEEDS / "indicators.csv", SEEDS / "units.csv"):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
