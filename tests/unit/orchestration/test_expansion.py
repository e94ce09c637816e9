"""Members of bundles are sources of their delivery; a bundle is opened once."""

import io
import zipfile
from collections.abc import Callable

import pytest

from orchestration import archive, bundles, expansion, ingest
from orchestration.archive import Source
from orchestration.home import Home
from orchestration.inbox import InboxFile

MakeFile = Callable[..., InboxFile]
ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # sha256 of "abc"


def zipped(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        for name, text in files.items():
            bundle.writestr(zipfile.ZipInfo(name), text)
    return buffer.getvalue()


def received(home: Home, *files: InboxFile) -> list[Source]:
    """The sources of delivery A that come from bundles."""
    archive.receive(home, "A", files)
    expansion.expand(home, "A", ingest.outstanding(home, "A", []))
    return [source for source in expansion.sources(home, "A") if "/" in source.path or source.reason]


def test_a_member_is_a_source_under_the_path_of_its_bundle(home: Home, inbox_file: MakeFile) -> None:
    assert received(home, inbox_file("b.zip", zipped(**{"镇/a.txt": "abc"}))) == [Source("b.zip/镇/a.txt", ABC, 3)]
    assert archive.read_content(home, ABC) == b"abc"


def test_the_bundle_itself_stays_in_the_archive_and_is_no_document(home: Home, inbox_file: MakeFile) -> None:
    file = inbox_file("b.zip", zipped(a="abc"))
    received(home, file)
    todo = ingest.outstanding(home, "A", [])
    assert sorted(source.path for source in todo) == ["b.zip", "b.zip/a"]
    documents, failures = ingest._documents(home, "A", todo)
    assert [sha256 for sha256, _ in documents] == [ABC]
    assert failures == ()
    assert archive.content_path(home, archive.source_of(file).sha256 or "").read_bytes() == zipped(a="abc")


def test_a_member_that_came_by_itself_too_is_one_document(home: Home, inbox_file: MakeFile) -> None:
    received(home, inbox_file("b.zip", zipped(a="abc")), inbox_file("c.txt", "abc"))
    documents, _ = ingest._documents(home, "A", ingest.outstanding(home, "A", []))
    assert documents == [(ABC, (Source("b.zip/a", ABC, 3), Source("c.txt", ABC, 3)))]


def test_what_could_not_be_taken_is_a_source_without_content(home: Home, inbox_file: MakeFile) -> None:
    assert received(home, inbox_file("b.zip", zipped(**{"../a": "abc", "c": "abc"}))) == [
        Source("b.zip/../a", None, 0, reason="unsafe_path"),
        Source("b.zip/c", ABC, 3),
    ]


def test_a_bundle_that_cannot_be_opened_is_named_itself(home: Home, inbox_file: MakeFile) -> None:
    assert received(home, inbox_file("b.rar", b"Rar!\x1a\x07\x01\x00" + bytes(9))) == [
        Source("b.rar", None, 0, reason="unsupported_bundle")
    ]


def test_what_systems_leave_behind_is_no_member(home: Home, inbox_file: MakeFile) -> None:
    assert received(home, inbox_file("b.zip", zipped(**{"__MACOSX/._a": "x", "c/Thumbs.db": "x", "~$a.doc": "x"}))) == []


def test_the_origin_of_a_bundle_is_that_of_its_members(home: Home, inbox_file: MakeFile) -> None:
    file = inbox_file("b.zip", zipped(a="abc"))
    inbox_file("b.zip.origin.json", '{"url": "https://example.org/1"}')
    assert received(home, file) == [Source("b.zip/a", ABC, 3, url="https://example.org/1")]


def test_a_sidecar_in_the_bundle_states_the_origin_of_its_file(home: Home, inbox_file: MakeFile) -> None:
    data = zipped(**{"a": "abc", "a.origin.json": '{"publisher": "某某镇"}', "b": "abc", "b.origin.json": "{"})
    assert received(home, inbox_file("b.zip", data)) == [
        Source("b.zip/a", ABC, 3, publisher="某某镇"),
        Source("b.zip/b", ABC, 3, reason="damaged_origin"),
    ]


def test_a_known_bundle_is_not_opened_again(home: Home, inbox_file: MakeFile, monkeypatch: pytest.MonkeyPatch) -> None:
    received(home, inbox_file("b.zip", zipped(a="abc")))

    def refuse(path: object) -> None:
        raise AssertionError("opened again")

    monkeypatch.setattr(bundles, "members", refuse)
    found = received(home, inbox_file("b.zip", zipped(a="abc")), inbox_file("other.zip", zipped(a="abc")))
    assert [source.path for source in found] == ["b.zip/a", "other.zip/a"]


def test_a_bundle_whose_member_was_lost_is_opened_again(home: Home, inbox_file: MakeFile) -> None:
    file = inbox_file("b.zip", zipped(a="abc"))
    received(home, file)
    archive.content_path(home, ABC).unlink()
    received(home, file)
    assert archive.read_content(home, ABC) == b"abc"


def test_other_code_opens_a_bundle_again(home: Home, inbox_file: MakeFile, monkeypatch: pytest.MonkeyPatch) -> None:
    file = inbox_file("b.zip", zipped(a="abc"))
    received(home, file)
    monkeypatch.setattr(expansion, "fingerprint", lambda: "other")
    monkeypatch.setattr(bundles, "members", lambda path: iter([bundles.Member("c", b"abc")]))
    assert received(home, file) == [Source("b.zip/c", ABC, 3)]


def test_no_member_can_leave_the_archive(home: Home, inbox_file: MakeFile) -> None:
    before = sorted(path for path in home.root.parent.rglob("*") if not path.is_relative_to(home.archive))
    file = inbox_file("b.zip", zipped(**{"../../../../evil": "abc", "/tmp/evil": "abc"}))
    received(home, file)
    after = sorted(path for path in home.root.parent.rglob("*") if not path.is_relative_to(home.archive))
    assert {path.name for path in set(after) - set(before)} == {"A", "b.zip"}
