"""What lies in an inbox."""

import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from orchestration.errors import GongkaiError
from orchestration.home import Home
from orchestration.inbox import InboxFile, deliveries, delivery_name, read_origin


def put(path: Path, content: str = "正文") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def paths(inbox: Path, home: Home) -> dict[str, list[str]]:
    return {name: [file.path for file in files] for name, files in deliveries(inbox, home).items()}


def test_each_direct_subfolder_is_a_delivery(inbox: Path, home: Home) -> None:
    put(inbox / "二〇一七" / "a.txt")
    put(inbox / "二〇一八" / "b.txt")
    assert paths(inbox, home) == {"二〇一七": ["a.txt"], "二〇一八": ["b.txt"]}


def test_loose_files_form_a_delivery_named_after_the_inbox(inbox: Path, home: Home) -> None:
    put(inbox / "b.txt")
    put(inbox / "a.txt")
    assert paths(inbox, home) == {"inbox": ["a.txt", "b.txt"]}


def test_a_file_in_a_folder_of_a_delivery_keeps_its_path(inbox: Path, home: Home) -> None:
    put(inbox / "A" / "镇" / "2017" / "a.txt")
    assert paths(inbox, home) == {"A": ["镇/2017/a.txt"]}


def test_files_are_sorted_by_path_over_all_folders(inbox: Path, home: Home) -> None:
    for name in ("c.txt", "b/z.txt", "a.txt", "b/a.txt"):
        put(inbox / "A" / name)
    assert paths(inbox, home) == {"A": ["a.txt", "b/a.txt", "b/z.txt", "c.txt"]}


@pytest.mark.parametrize("name", [".DS_Store", ".hidden/a.txt", "~$a.docx", "Thumbs.db", "desktop.ini", "__MACOSX/a.txt"])
def test_what_systems_leave_behind_is_no_report(inbox: Path, home: Home, name: str) -> None:
    put(inbox / "A" / "a.txt")
    put(inbox / "A" / name)
    assert paths(inbox, home) == {"A": ["a.txt"]}


@pytest.mark.parametrize("name", [".DS_Store", ".git/a.txt", "__MACOSX/a.txt"])
def test_what_systems_leave_behind_is_no_delivery(inbox: Path, home: Home, name: str) -> None:
    put(inbox / "A" / "a.txt")
    put(inbox / name)
    assert paths(inbox, home) == {"A": ["a.txt"]}


def test_an_origin_sidecar_is_no_report(inbox: Path, home: Home) -> None:
    put(inbox / "A" / "a.txt")
    put(inbox / "A" / "a.txt.origin.json", "{}")
    assert paths(inbox, home) == {"A": ["a.txt"]}


def test_a_folder_without_files_is_no_delivery(inbox: Path, home: Home) -> None:
    put(inbox / "A" / "a.txt")
    (inbox / "B" / "empty").mkdir(parents=True)
    assert paths(inbox, home) == {"A": ["a.txt"]}


def test_a_link_to_a_file_is_handed_on_as_a_link(inbox: Path, home: Home, tmp_path: Path) -> None:
    secret = put(tmp_path / "elsewhere.txt")
    (inbox / "A").mkdir()
    (inbox / "A" / "link.txt").symlink_to(secret)
    assert deliveries(inbox, home) == {"A": [InboxFile("link.txt", inbox / "A" / "link.txt", is_link=True)]}


def test_a_link_to_a_folder_is_not_walked(inbox: Path, home: Home, tmp_path: Path) -> None:
    put(tmp_path / "elsewhere" / "secret.txt")
    (inbox / "A").mkdir()
    (inbox / "A" / "link").symlink_to(tmp_path / "elsewhere")
    assert deliveries(inbox, home) == {"A": [InboxFile("link", inbox / "A" / "link", is_link=True)]}


def test_a_link_to_a_folder_beside_the_deliveries_is_no_delivery(inbox: Path, home: Home, tmp_path: Path) -> None:
    put(tmp_path / "elsewhere" / "secret.txt")
    (inbox / "B").symlink_to(tmp_path / "elsewhere")
    assert deliveries(inbox, home) == {"inbox": [InboxFile("B", inbox / "B", is_link=True)]}


def test_a_broken_link_is_handed_on_as_a_link(inbox: Path, home: Home) -> None:
    (inbox / "A").mkdir()
    (inbox / "A" / "link.txt").symlink_to("gone.txt")
    assert deliveries(inbox, home) == {"A": [InboxFile("link.txt", inbox / "A" / "link.txt", is_link=True)]}


@pytest.mark.parametrize("folder", ["", "A"])
def test_a_link_to_itself_is_handed_on_as_a_link(inbox: Path, home: Home, folder: str) -> None:
    (inbox / folder).mkdir(exist_ok=True)
    (inbox / folder / "loop").symlink_to("loop")
    (files,) = deliveries(inbox, home).values()
    assert files == [InboxFile("loop", inbox / folder / "loop", is_link=True)]


def test_a_folder_that_cannot_be_listed_is_handed_on(inbox: Path, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    put(inbox / "A" / "a.txt")
    closed = put(inbox / "A" / "closed" / "b.txt").parent
    scandir = os.scandir

    def refuse(path: Any = ".") -> Any:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert paths(inbox, home) == {"A": ["a.txt", "closed"]}


def test_a_named_pipe_is_passed_over_and_never_opened(inbox: Path, home: Home) -> None:
    put(inbox / "A" / "a.txt")
    os.mkfifo(inbox / "A" / "pipe.txt")
    assert paths(inbox, home) == {"A": ["a.txt"]}


def test_a_home_inside_the_inbox_is_no_delivery(inbox: Path) -> None:
    put(inbox / "A" / "a.txt")
    inside = Home(inbox / "warehouse").prepare()
    put(inside.root / "notes.txt")
    assert paths(inbox, inside) == {"A": ["a.txt"]}


def test_a_home_inside_a_delivery_is_not_walked(inbox: Path) -> None:
    put(inbox / "A" / "a.txt")
    inside = Home(inbox / "A" / "warehouse").prepare()
    put(inside.root / "notes.txt")
    assert paths(inbox, inside) == {"A": ["a.txt"]}


def test_a_name_in_decomposed_characters_is_composed(inbox: Path, home: Home) -> None:
    put(inbox / unicodedata.normalize("NFD", "Bücher") / unicodedata.normalize("NFD", "é.txt"))
    assert paths(inbox, home) == {"B\u00fccher": ["\u00e9.txt"]}


def test_two_spellings_of_a_name_are_one_delivery(inbox: Path, home: Home) -> None:
    put(inbox / "B\u00fccher" / "a.txt")
    put(inbox / "Bu\u0308cher" / "b.txt")
    assert paths(inbox, home) == {"B\u00fccher": ["a.txt", "b.txt"]}


def test_a_file_name_that_is_no_utf8_gets_a_replacement_character(inbox: Path, home: Home) -> None:
    (inbox / "A").mkdir()
    Path(os.fsdecode(os.fsencode(inbox / "A") + b"/\xc4\xea.txt")).write_text("正文", encoding="utf-8")
    assert paths(inbox, home) == {"A": ["\ufffd\ufffd.txt"]}


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("二〇一七年 报送", "二〇一七年 报送"),
        ("a\tb", "a%09b"),
        ("a\nb", "a%0Ab"),
        ("a\x7fb", "a%7Fb"),
        ("[1]", "%5B1%5D"),
        ("a*b?", "a%2Ab%3F"),
        ("a=b", "a%3Db"),
        ("50%", "50%25"),
        ("a%5Bb", "a%255Bb"),
        ("a\\b", "a%5Cb"),
        ("a...b", "a%2E%2E%2Eb"),
        ("a..b", "a..b"),
    ],
)
def test_a_delivery_name_holds_only_what_paths_and_partition_keys_can(folder: str, name: str) -> None:
    assert delivery_name(folder) == name


def refusal(inbox: Path, home: Home) -> str:
    with pytest.raises(GongkaiError) as refused:
        deliveries(inbox, home)
    return str(refused.value)


def test_a_missing_inbox_is_named_with_its_remedy(home: Home, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    assert refusal(missing, home) == f"{missing}: there is no such folder; give the folder that holds the reports"


def test_a_file_as_inbox_is_named_with_its_remedy(home: Home, tmp_path: Path) -> None:
    file = put(tmp_path / "report.txt")
    assert refusal(file, home) == f"{file}: there is no such folder; give the folder that holds the reports"


def test_an_empty_inbox_is_named_with_its_remedy(inbox: Path, home: Home) -> None:
    assert refusal(inbox, home) == f"{inbox}: holds no files; put the reports there, one folder a delivery"


def test_an_inbox_of_hidden_files_is_empty(inbox: Path, home: Home) -> None:
    put(inbox / ".DS_Store")
    assert refusal(inbox, home) == f"{inbox}: holds no files; put the reports there, one folder a delivery"


def test_an_inbox_that_cannot_be_listed_is_named(inbox: Path, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Any) -> Any:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert refusal(inbox, home) == f"{inbox}: cannot be read (Permission denied); check the folder's permissions"


def test_a_file_without_sidecar_has_no_origin(inbox: Path) -> None:
    assert read_origin(put(inbox / "a.txt")) == {}


def test_a_sidecar_tells_url_publisher_and_instant(inbox: Path) -> None:
    put(
        inbox / "a.txt.origin.json",
        '{"url": "https://example.org/1", "publisher": "某某镇", "retrieved_at": "2018-03-01T08:00:00+08:00", "note": "x"}',
    )
    assert read_origin(put(inbox / "a.txt")) == {
        "url": "https://example.org/1",
        "publisher": "某某镇",
        "retrieved_at": "2018-03-01T08:00:00+08:00",
    }


def test_an_empty_field_of_a_sidecar_is_not_stated(inbox: Path) -> None:
    put(inbox / "a.txt.origin.json", '{"url": "", "publisher": null}')
    assert read_origin(put(inbox / "a.txt")) == {}


@pytest.mark.parametrize("content", ["", "{", "[]", '"x"', '{"retrieved_at": "yesterday"}', '{"retrieved_at": 2018}'])
def test_a_sidecar_that_holds_something_else_is_refused(inbox: Path, content: str) -> None:
    put(inbox / "a.txt.origin.json", content)
    with pytest.raises(ValueError):  # noqa: PT011  (JSON, dates and our own check each say it in their words)
        read_origin(put(inbox / "a.txt"))
