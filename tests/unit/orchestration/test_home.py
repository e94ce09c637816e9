"""The home of a warehouse."""

import os
import shutil
import stat
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from orchestration.errors import GongkaiError
from orchestration.home import Home, write_json, write_whole


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_the_given_path_is_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_HOME", str(tmp_path / "other"))
    assert Home.at(tmp_path / "given").root == tmp_path / "given"


def test_without_a_path_the_variable_names_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_HOME", str(tmp_path / "other"))
    assert Home.at().root == tmp_path / "other"


def test_without_path_and_variable_the_home_is_warehouse_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GONGKAI_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    assert Home.at().root == tmp_path / "warehouse"


def test_a_home_whose_parent_is_a_file_is_one_line_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GongkaiError) as refused:
        Home(tmp_path / "file" / "home").prepare()
    assert str(refused.value) == f"{tmp_path}/file/home: cannot be written (Not a directory); give a folder of your own with --home"


def test_a_full_disk_is_one_line_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Any) -> Usage:
        return Usage(10**12, 10**12, 5 * 2**20)

    monkeypatch.setattr(shutil, "disk_usage", full)
    with pytest.raises(GongkaiError) as refused:
        Home(tmp_path / "home").prepare()
    assert str(refused.value) == f"{tmp_path}/home: the disk is full (5 MB free, 200 MB needed); make room and run again"


def test_preparing_again_changes_nothing(home: Home) -> None:
    before = sorted(home.root.rglob("*"))
    home.prepare()
    assert sorted(home.root.rglob("*")) == before


def test_a_new_home_knows_no_inbox(home: Home) -> None:
    assert home.inbox() is None


def test_the_inbox_of_the_last_run_is_remembered(home: Home, inbox: Path) -> None:
    home.remember_inbox(inbox)
    assert home.inbox() == inbox


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_whole(path, b"old")
    reader = path.open("rb")
    write_whole(path, b"new")
    with reader:
        assert reader.read() == b"old"


def test_a_file_written_whole_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "folder" / "a.json", b"x")
    assert os.listdir(tmp_path / "folder") == ["a.json"]  # noqa: PTH208  (names only)


def test_a_file_has_the_permissions_asked_for(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.json", b"x", mode=0o600)
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600


def test_json_is_written_readable_and_sorted(tmp_path: Path) -> None:
    write_json(tmp_path / "a.json", {"b": 1, "a": "镇"})
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == '{\n "a": "镇",\n "b": 1\n}\n'
