"""Every received content once, and every name under which it came."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from orchestration import archive
from orchestration.archive import Source
from orchestration.errors import GongkaiError
from orchestration.home import Home
from orchestration.inbox import InboxFile

MakeFile = Callable[..., InboxFile]
ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # sha256 of "abc"
XYZ = "3608bca1e44ea6c4d268eb6db02260269892c0b42b86bbf1e77a6fa16c3c9282"  # sha256 of "xyz"


def contents(home: Home) -> list[str]:
    """The files of the archive that hold contents, as <2 hex>/<sha256>."""
    return sorted(path.relative_to(home.archive).as_posix() for path in home.archive.glob("??/*"))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def origins_file(home: Home, delivery: str = "A") -> Path:
    return home.archive / "origins" / f"{delivery}.jsonl"


def test_a_content_under_two_names_is_kept_once(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", "abc"), inbox_file("b.txt", "abc")])
    assert contents(home) == [f"ba/{ABC}"]


def test_a_content_in_two_deliveries_is_kept_once(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    archive.receive(home, "B", [inbox_file("a.txt", "abc")])
    assert contents(home) == [f"ba/{ABC}"]


def test_every_name_of_a_content_is_an_origin(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "A", [inbox_file("b.txt", "abc"), inbox_file("a.txt", "abc")])
    assert archive.origins(home, "A") == [Source("a.txt", ABC, 3), Source("b.txt", ABC, 3)]


def test_every_delivery_has_its_own_origins(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "B", [inbox_file("a.txt", "abc")])
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    assert archive.delivery_names(home) == ["A", "B"]


def test_a_delivery_that_never_came_has_no_origins(home: Home) -> None:
    assert archive.origins(home, "A") == []


def test_a_changed_file_keeps_both_contents_under_its_name(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    archive.receive(home, "A", [inbox_file("a.txt", "xyz")])
    assert archive.origins(home, "A") == [Source("a.txt", XYZ, 3), Source("a.txt", ABC, 3)]


def test_a_removed_file_stays(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    archive.receive(home, "A", [inbox_file("b.txt", "xyz")])
    assert [source.path for source in archive.origins(home, "A")] == ["a.txt", "b.txt"]


def test_receiving_counts_new_sources_only(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    assert archive.receive(home, "A", [inbox_file("a.txt", "abc"), inbox_file("b.txt", "abc"), inbox_file("c.txt", "xyz")]) == 2


def test_receiving_the_same_files_again_writes_no_origins(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    os.utime(origins_file(home), ns=(0, 0))
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    assert origins_file(home).stat().st_mtime_ns == 0


def test_a_kept_content_is_never_written_again(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    os.utime(archive.content_path(home, ABC), ns=(0, 0))
    archive.receive(home, "B", [inbox_file("b.txt", "abc")])
    assert archive.content_path(home, ABC).stat().st_mtime_ns == 0


@pytest.mark.parametrize(("place", "permissions"), [("", 0o700), ("ba", 0o700), (f"ba/{ABC}", 0o600), ("origins/A.jsonl", 0o600)])
def test_the_archive_is_readable_by_its_owner_only(home: Home, inbox_file: MakeFile, place: str, permissions: int) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    assert mode(home.archive / place) == permissions


def test_kept_bytes_are_the_received_ones(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", b"a\r\n\xff\x00")])
    (source,) = archive.origins(home, "A")
    assert archive.read_content(home, source.sha256 or "") == b"a\r\n\xff\x00"


def test_a_damaged_content_is_named_with_its_remedy(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    path = archive.content_path(home, ABC)
    path.write_text("abd", encoding="utf-8")
    with pytest.raises(GongkaiError) as damaged:
        archive.read_content(home, ABC)
    assert str(damaged.value) == f"{path}: was damaged on the disk and is removed; run again with the inbox that holds the file"


def test_a_damaged_content_is_taken_again_from_the_inbox(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    archive.content_path(home, ABC).write_text("abd", encoding="utf-8")
    with pytest.raises(GongkaiError):
        archive.read_content(home, ABC)
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    assert archive.read_content(home, ABC) == b"abc"


def test_a_lost_content_is_named_with_its_remedy(home: Home) -> None:
    path = archive.content_path(home, ABC)
    with pytest.raises(GongkaiError) as lost:
        archive.read_content(home, ABC)
    assert str(lost.value) == f"{path}: cannot be read (No such file or directory); restore the archive from a backup"


def test_the_stated_origin_is_kept(home: Home, inbox_file: MakeFile) -> None:
    file = inbox_file("a.txt", "abc")
    inbox_file("a.txt.origin.json", '{"url": "https://example.org/1", "publisher": "某某镇", "retrieved_at": "2018-03-01"}')
    archive.receive(home, "A", [file])
    assert archive.origins(home, "A") == [
        Source("a.txt", ABC, 3, url="https://example.org/1", publisher="某某镇", retrieved_at="2018-03-01")
    ]


@pytest.mark.parametrize(
    "sidecar",
    ["{", "[]", b"\xff\xfe", "[" * 100_000, '{"retrieved_at": "yesterday"}', '{"retrieved_at": "0001-01-01T00:00:00+08:00"}'],
    ids=["cut", "list", "bytes", "deep", "date", "before the first year"],
)
def test_a_damaged_sidecar_leaves_the_content_with_its_reason(home: Home, inbox_file: MakeFile, sidecar: str | bytes) -> None:
    file = inbox_file("a.txt", "abc")
    inbox_file("a.txt.origin.json", sidecar)
    archive.receive(home, "A", [file])
    assert archive.origins(home, "A") == [Source("a.txt", ABC, 3, reason="damaged_origin")]


def test_a_sidecar_with_half_a_character_does_not_stop_the_delivery(home: Home, inbox_file: MakeFile) -> None:
    file = inbox_file("a.txt", "abc")
    inbox_file("a.txt.origin.json", '{"publisher": "\\ud83d"}')
    archive.receive(home, "A", [file])
    assert [source.sha256 for source in archive.origins(home, "A")] == [ABC]


def test_a_mended_sidecar_replaces_the_damaged_one(home: Home, inbox_file: MakeFile) -> None:
    file = inbox_file("a.txt", "abc")
    inbox_file("a.txt.origin.json", "{")
    archive.receive(home, "A", [file])
    inbox_file("a.txt.origin.json", '{"url": "https://example.org/1"}')
    archive.receive(home, "A", [file])
    assert archive.origins(home, "A") == [Source("a.txt", ABC, 3, url="https://example.org/1")]


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85"])
def test_a_file_name_with_a_line_separator_can_be_read_back(home: Home, inbox_file: MakeFile, character: str) -> None:
    archive.receive(home, "A", [inbox_file(f"a{character}b.txt", "abc")])
    assert archive.origins(home, "A") == [Source(f"a{character}b.txt", ABC, 3)]


def test_an_origin_with_a_line_separator_can_be_read_back(home: Home, inbox_file: MakeFile) -> None:
    file = inbox_file("a.txt", "abc")
    inbox_file("a.txt.origin.json", '{"publisher": "某某镇\\u2028人民政府"}')
    archive.receive(home, "A", [file])
    assert archive.origins(home, "A") == [Source("a.txt", ABC, 3, publisher="某某镇\u2028人民政府")]


def test_a_link_is_a_source_without_content(home: Home, inbox_file: MakeFile) -> None:
    target = inbox_file("a.txt", "abc").location
    link = target.with_name("link.txt")
    link.symlink_to(target)
    archive.receive(home, "A", [InboxFile("link.txt", link, is_link=True)])
    assert archive.origins(home, "A") == [Source("link.txt", None, 0, reason="symbolic_link")]


def test_a_file_that_cannot_be_opened_is_a_source_without_content(home: Home, inbox: Path) -> None:
    archive.receive(home, "A", [InboxFile("gone.txt", inbox / "gone.txt", is_link=False)])
    assert archive.origins(home, "A") == [Source("gone.txt", None, 0, reason="unreadable_file")]


def test_a_folder_that_cannot_be_listed_is_a_source_without_content(home: Home, inbox: Path) -> None:
    archive.receive(home, "A", [InboxFile("closed", inbox, is_link=False)])
    assert archive.origins(home, "A") == [Source("closed", None, 0, reason="unreadable_file")]


def test_a_file_beyond_the_largest_size_is_not_read(home: Home, inbox_file: MakeFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_FILE_BYTES", 2)
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    assert archive.origins(home, "A") == [Source("a.txt", None, 3, reason="file_too_large")]


def test_a_file_that_changes_while_it_is_taken_is_named_by_the_kept_bytes(
    home: Home, inbox_file: MakeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = inbox_file("a.txt", "abc")
    monkeypatch.setattr(archive, "source_of", lambda file: Source(file.path, "0" * 64, 3))
    archive.receive(home, "A", [file])
    assert archive.origins(home, "A") == [Source("a.txt", ABC, 3)]


def test_leftovers_of_a_killed_run_are_no_origins(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    (home.archive / "origins" / ".B.jsonl.99.tmp").write_text('{"path": "b', encoding="utf-8")
    assert archive.delivery_names(home) == ["A"]


def test_half_a_content_of_a_killed_run_is_not_taken_for_it(home: Home, inbox_file: MakeFile) -> None:
    (home.archive / "ba").mkdir()
    (home.archive / "ba" / f".{ABC}.99.tmp").write_text("ab", encoding="utf-8")
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    assert archive.read_content(home, ABC) == b"abc"


def test_a_content_without_origin_of_a_killed_run_gets_its_origin(home: Home, inbox_file: MakeFile) -> None:
    file = inbox_file("a.txt", "abc")
    archive.receive(home, "A", [file])
    origins_file(home).unlink()
    archive.receive(home, "A", [file])
    assert archive.origins(home, "A") == [Source("a.txt", ABC, 3)]


def test_only_what_the_archive_lacks_is_unknown(home: Home, inbox_file: MakeFile) -> None:
    known = inbox_file("a.txt", "abc")
    archive.receive(home, "A", [known])
    renamed = inbox_file("b.txt", "abc")
    assert archive.unknown_files(home, "A", [known, renamed]) == [renamed]


def test_a_changed_file_is_unknown(home: Home, inbox_file: MakeFile) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    changed = inbox_file("a.txt", "xyz")
    assert archive.unknown_files(home, "A", [changed]) == [changed]


def test_a_new_sidecar_makes_a_file_unknown(home: Home, inbox_file: MakeFile) -> None:
    file = inbox_file("a.txt", "abc")
    archive.receive(home, "A", [file])
    inbox_file("a.txt.origin.json", '{"url": "https://example.org/1"}')
    assert archive.unknown_files(home, "A", [file]) == [file]


def test_a_file_whose_content_was_lost_is_unknown(home: Home, inbox_file: MakeFile) -> None:
    file = inbox_file("a.txt", "abc")
    archive.receive(home, "A", [file])
    archive.content_path(home, ABC).unlink()
    assert archive.unknown_files(home, "A", [file]) == [file]


def test_a_folder_name_of_eighty_chinese_characters_is_received(home: Home, inbox_file: MakeFile) -> None:
    name = "政" * 80  # 240 bytes: a folder may be named so
    archive.receive(home, name, [inbox_file("a.txt", "abc")])
    assert archive.origins(home, name) == [Source("a.txt", ABC, 3)]


def test_a_full_disk_is_one_line_with_its_remedy(home: Home, inbox_file: MakeFile, monkeypatch: pytest.MonkeyPatch) -> None:
    file = inbox_file("a.txt", "abc")

    def refuse(*arguments: Any, **options: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        with pytest.raises(GongkaiError) as full:
            archive.receive(home, "A", [file])
    path = archive.content_path(home, ABC)
    assert str(full.value) == f"{path}: cannot be written (No space left on device); make room on the disk and run again"
