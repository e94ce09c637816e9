"""A document whose reader hangs, crashes or eats memory costs one row of `fct_document_issue`: the run goes on, the delivery is published.

The faults are planted in a copy of the extractors: they strike inside native code, where nothing of Python can be raised.
"""

import os
import shutil
from pathlib import Path

import pytest

from tests.running import ROOT, SAMPLES, ask, run

pytestmark = pytest.mark.hostile

FAULTS = """

import ctypes

_sound_read = read


def read(name, data):
    if data.startswith(b"hang"):
        ctypes.PyDLL(None).sleep(600)
    if data.startswith(b"crash"):
        ctypes.string_at(0)
    if data.startswith(b"gobble"):
        held = []
        while True:
            held.append(bytearray(b"1") * 2**22)
    return _sound_read(name, data)
"""
REASONS = {"hang.txt": "reader_too_slow", "crash.txt": "reader_died", "gobble.txt": "reader_too_large"}


def test_readers_that_die_cost_their_documents_only(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "extractors", tmp_path / "extractors", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "extractors" / "readers" / "__init__.py").open("a", encoding="utf-8") as module:
        module.write(FAULTS)
    inbox, home = tmp_path / "inbox", tmp_path / "home"
    good = next(path for path in sorted(SAMPLES.rglob("*.md")))
    for name in REASONS:
        (inbox / "2018").mkdir(parents=True, exist_ok=True)
        (inbox / "2018" / name).write_text(f"{name.removesuffix('.txt')}\n", encoding="utf-8")
    shutil.copy(good, inbox / "2018" / "good.md")
    limits = {"GONGKAI_SECONDS_A_DOCUMENT": "2", "GONGKAI_MEGABYTES_A_DOCUMENT": "400"}
    run(inbox, home, environment={"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}", **limits})
    told = ask(home, "select source_file, reason, remedy <> '' from marts.fct_document_issue where reason like 'reader%' order by all")
    assert told == [(name, reason, True) for name, reason in sorted(REASONS.items())]
    assert ask(home, "select count(*) > 0 from marts.fct_observation") == [(True,)]
    assert ask(home, "select distinct source_file from marts.fct_observation") == [("good.md",)]
