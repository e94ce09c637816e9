"""Bundles that lie about what they hold: what fuzzing found, each with the smallest bundle that shows it."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from orchestration import bundles

Told = list[tuple[str, str | None]]
HEADER = tarfile.BLOCKSIZE


@pytest.fixture
def told(tmp_path: Path) -> Callable[[bytes], Told]:
    def make(data: bytes) -> Told:
        path = tmp_path / "bundle"
        path.write_bytes(data)
        assert bundles.is_bundle(path)
        return [(member.path, member.reason) for member in bundles.members(path)]

    return make


Tell = Callable[[bytes], Told]


def tarred(*names: str) -> bytearray:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as bundle:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = 3
            bundle.addfile(info, io.BytesIO(b"abc"))
    return bytearray(buffer.getvalue())


def signed(data: bytearray, at: int = 0) -> bytes:
    """The archive with the check sum of the header at `at` made right."""
    data[at + 148 : at + 156] = b" " * 8
    data[at + 148 : at + 156] = b"%06o\0 " % sum(data[at : at + HEADER])
    return bytes(data)


def sized(size: int, kind: bytes = b"0") -> bytes:
    """An archive whose first header claims so many bytes."""
    data = tarred("a.txt", "b.txt")
    data[124:136] = (b"\x80" if size >= 0 else b"\xff") + (size % 2**88).to_bytes(11)
    data[156:157] = kind
    return signed(data)


def test_a_size_beyond_the_archive_ends_it(told: Tell) -> None:
    expected = [("a.txt", "damaged_member"), ("", "damaged_bundle")]

    assert told(gzip.compress(sized(2**62))) == expected
    assert told(sized(2**62)) == expected


@pytest.mark.parametrize("data", [sized(-512), sized(2**40, tarfile.XHDTYPE), sized(2**40, tarfile.GNUTYPE_LONGNAME)])
def test_a_header_that_leads_back_or_fills_the_memory_is_refused(told: Tell, data: bytes) -> None:
    assert told(data) == [("", "damaged_bundle")]
    assert told(gzip.compress(data)) == [("", "damaged_bundle")]


def test_damage_in_the_middle_is_not_taken_for_the_end(told: Tell) -> None:
    data = tarred("a.txt", "b.txt")
    data[2 * HEADER + 3] ^= 1

    assert told(bytes(data)) == [("a.txt", None), ("", "damaged_bundle")]


def test_what_a_sparse_file_leaves_out_counts(told: Tell) -> None:
    data = tarred("a.txt")
    data[156:157] = tarfile.GNUTYPE_SPARSE
    data[386:410] = b"%011o\0%011o\0" % (0, 3)
    data[483:495] = b"%011o\0" % (bundles.SMALL_BYTES + 1)

    assert told(signed(data)) == [("a.txt", "expands_too_much")]


def test_many_members_that_each_expand_within_their_bound_are_a_bomb(told: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "_LEAST_BUDGET", 0)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for number in range(4):
            bundle.writestr(f"{number}.txt", bytes(bundles.SMALL_BYTES))

    assert told(buffer.getvalue())[-1] == ("", "bundle_too_large")


def test_a_zip_of_an_unknown_version_is_not_opened(told: Tell) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        bundle.writestr("a.txt", "abc")
    data = bytearray(buffer.getvalue())
    data[data.index(b"PK\x01\x02") + 6] = 255

    assert told(bytes(data)) == [("", "unsupported_bundle")]


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (b"a: b\r\n" * 1_100_000, "too_many_members"),
        (b'Content-Type: multipart/mixed; boundary="x"\r\n' + b"\r\n--x" * 25_000, "too_many_members"),
        (b"Content-Type: text/plain; " + b"a=b; " * 10_000 + b"\r\n\r\nx", "damaged_bundle"),
        (b'Content-Disposition: attachment; filename="' + b"=?utf-8?B?YQ==?= " * 2_000 + b'"\r\n\r\nx', "damaged_bundle"),
    ],
    ids=["fields", "parts", "parameters", "name"],
)
def test_a_mail_that_no_program_wrote_is_not_parsed(told: Tell, head: bytes, reason: str) -> None:
    assert told(b"From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\n" + head) == [("", reason)]


def test_names_that_a_terminal_would_obey_are_not_shown(told: Tell) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        bundle.writestr("a\x1b[2J\x9b2J\u0301.txt", "abc")

    assert told(buffer.getvalue()) == [("a\ufffd[2J\ufffd2J\u0301.txt", None)]
