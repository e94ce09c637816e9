"""Measurements, run by `make bench`; nothing here is a test."""

import sys
from pathlib import Path

# The writers of test documents lie beside the tests that use them, which pytest imports by their bare names.
sys.path.append(str(Path(__file__).resolve().parents[1] / "unit" / "extractors"))
