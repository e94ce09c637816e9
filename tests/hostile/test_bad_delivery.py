"""All bad files in one delivery with two good reports: the good ones are published, each bad one has its rows and stays in the archive.

Elsewhere: what each bad file costs (test_files.py).
"""

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.hostile.bad_files import BAD_FILES
from tests.running import SAMPLES, ask, run

pytestmark = pytest.mark.hostile

GOOD = ("wangshu-2017/guiyan-xiang.txt", "历年补录/liuying-zhen-2016.txt")


def test_bad_files_cost_themselves_only(tmp_path: Path) -> None:
    delivery, home = tmp_path / "inbox" / "2018", tmp_path / "home"
    delivery.mkdir(parents=True)
    hashes = {}
    for name, bad in BAD_FILES.items():
        data = bad.make()
        (delivery / name).write_bytes(data)
        hashes[name] = hashlib.sha256(data).hexdigest()
    for name in GOOD:
        shutil.copy(SAMPLES / name, delivery)

    run(delivery.parent, home)

    expected = [(f"{name}/{member}" if member else name, reason, True) for name, bad in BAD_FILES.items() for member, reason in bad.issues]
    issues = ask(home, "select source_file, reason, remedy <> '' from marts.fct_document_issue")
    good = {Path(name).name for name in GOOD}
    assert sorted(row for row in issues if row[0] not in good) == sorted(expected)
    told = {row[0] for row in ask(home, "select distinct source_file from marts.fct_observation")}
    assert good <= told <= good | {"链接.tar/年报.txt", "零.txt"}
    assert [name for name, sha256 in hashes.items() if not (home / "archive" / sha256[:2] / sha256).exists()] == []
