"""All bad files in one delivery with two good reports: the good ones are published, each bad one has its rows and stays in the archive.

So do files whose reader hangs, dies or eats memory: these faults are planted in a copy of the extractors, within native code, where
nothing of Python can be raised.
Elsewhere: what each bad file costs (test_files.py), the supervision of workers alone (tests/unit/orchestration).
"""

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from tests.hostile.bad_files import BAD_FILES
from tests.running import ROOT, SAMPLES, ask, run

pytestmark = pytest.mark.hostile

GOOD = ("wangshu-2017/guiyan-xiang.txt", "历年补录/liuying-zhen-2016.txt")
FAULTS = """

import ctypes

_sound_read = read


def read(name, data):
    if data.startswith(b"hang"):
        ctypes.PyDLL(None).sleep(600)
    if data.startswith(b"die"):
        ctypes.string_at(0)
    if data.startswith(b"gobble"):
        held = []
        while True:
            held.append(bytearray(b"1") * 2**22)
    return _sound_read(name, data)
"""
FATAL = {b"hang": "reader_too_slow", b"die": "reader_died", b"gobble": "reader_too_large"}
# Nothing among the bad files takes as much.
LIMITS = {"GONGKAI_SECONDS_A_DOCUMENT": "40", "GONGKAI_MEGABYTES_A_DOCUMENT": "1200"}


def _faulty_extractors(folder: Path) -> dict[str, str]:
    """An environment in which some files are fatal to those who read them."""
    shutil.copytree(ROOT / "extractors", folder / "extractors", ignore=shutil.ignore_patterns("__pycache__"))
    # The list of places, which they read, lies beside them.
    (folder / "dbt_project").symlink_to(ROOT / "dbt_project", target_is_directory=True)
    with (folder / "extractors" / "readers" / "__init__.py").open("a", encoding="utf-8") as module:
        module.write(FAULTS)
    return {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}


def test_bad_files_cost_themselves_only(tmp_path: Path) -> None:
    delivery, home = tmp_path / "inbox" / "2018", tmp_path / "home"
    delivery.mkdir(parents=True)
    hashes = {}
    files = {name: bad.make() for name, bad in BAD_FILES.items()} | {f"{deed.decode()}.txt": deed for deed in FATAL}
    for name, data in files.items():
        (delivery / name).write_bytes(data)
        hashes[name] = hashlib.sha256(data).hexdigest()
    for name in GOOD:
        shutil.copy(SAMPLES / name, delivery)

    run(delivery.parent, home, environment=_faulty_extractors(tmp_path / "faulty") | LIMITS)

    expected = [(f"{name}/{member}" if member else name, reason, True) for name, bad in BAD_FILES.items() for member, reason in bad.issues]
    expected += [(f"{deed.decode()}.txt", reason, True) for deed, reason in FATAL.items()]
    issues = ask(home, "select source_file, reason, remedy <> '' from marts.fct_document_issue")
    good = {Path(name).name for name in GOOD}
    assert sorted(row for row in issues if row[0] not in good) == sorted(expected)
    told = {row[0] for row in ask(home, "select distinct source_file from marts.fct_observation")}
    assert good <= told <= good | {"链接.tar/年报.txt", "零.txt", "改名.pdf"}
    assert [name for name, sha256 in hashes.items() if not (home / "archive" / sha256[:2] / sha256).exists()] == []
