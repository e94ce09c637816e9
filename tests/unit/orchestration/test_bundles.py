"""Every member once, whatever befalls its neighbours; nothing beyond the bounds."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from pathlib import Path

import pytest

from orchestration import bundles
from orchestration.bundles import Member


def zipped(*files: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in files:
            bundle.writestr(name, data)
    return buffer.getvalue()


def zipped_with_raw_name(name: bytes, data: bytes = b"abc") -> bytes:
    """As systems write it that know no UTF-8: the bytes of the name, and no mark."""
    whole = zipped(("x" * len(name), data))
    return whole.replace(b"x" * len(name), name)


def tarred(*files: tuple[str | tarfile.TarInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as bundle:
        for name, data in files:
            info = tarfile.TarInfo(name) if isinstance(name, str) else name
            info.size = len(data)
            bundle.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[bytes], list[Member]]:
    def make(data: bytes) -> list[Member]:
        path = tmp_path / "bundle"
        path.write_bytes(data)
        assert bundles.is_bundle(path)
        return list(bundles.members(path))

    return make


Open = Callable[[bytes], list[Member]]


def reasons(members: Sequence[Member]) -> list[tuple[str, str | None]]:
    return [(member.path, member.reason) for member in members]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_every_member_comes_with_its_path(opened: Open, pack: Callable[..., bytes]) -> None:
    assert opened(pack(("镇/a.txt", b"abc"), ("b.txt", b"xyz"))) == [Member("镇/a.txt", b"abc"), Member("b.txt", b"xyz")]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_tar_is_opened_at_once(opened: Open, pack: Callable[[bytes], bytes]) -> None:
    assert opened(pack(tarred(("a.txt", b"abc"), ("b.txt", b"xyz")))) == [Member("a.txt", b"abc"), Member("b.txt", b"xyz")]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_is_one_member(opened: Open, pack: Callable[[bytes], bytes]) -> None:
    assert opened(pack("年度报告".encode())) == [Member("content", "年度报告".encode())]


@pytest.mark.parametrize("codec", ["gbk", "utf-8"])
def test_names_without_their_encoding_are_told_by_their_bytes(opened: Open, codec: str) -> None:
    assert reasons(opened(zipped_with_raw_name("鲸落镇/年度报告.txt".encode(codec)))) == [("鲸落镇/年度报告.txt", None)]


def test_backslashes_separate_folders(opened: Open) -> None:
    assert reasons(opened(zipped_with_raw_name(b"a\\b.txt"))) == [("a/b.txt", None)]


@pytest.mark.parametrize("name", ["../a.txt", "a/../../b.txt", "/etc/a.txt", "C:/a.txt", "..\\a.txt"])
def test_a_path_out_of_the_bundle_is_refused_and_its_neighbour_read(opened: Open, name: str) -> None:
    found = opened(zipped((name, b"abc"), ("b.txt", b"xyz")))
    assert [member.reason for member in found] == ["unsafe_path", None]


def test_a_link_is_not_followed(opened: Open) -> None:
    link = tarfile.TarInfo("link")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    assert reasons(opened(tarred((link, b""), ("b.txt", b"xyz")))) == [("link", "symbolic_link"), ("b.txt", None)]


def test_a_link_in_a_zip_is_not_followed(opened: Open) -> None:
    link = zipfile.ZipInfo("link")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    assert reasons(opened(zipped((link, b"/etc/passwd")))) == [("link", "symbolic_link")]


def test_a_device_is_not_opened(opened: Open) -> None:
    device = tarfile.TarInfo("device")
    device.type = tarfile.CHRTYPE
    assert reasons(opened(tarred((device, b"")))) == [("device", "unreadable_file")]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_second_member_of_one_name_is_refused(opened: Open) -> None:
    assert reasons(opened(zipped(("a.txt", b"abc"), ("a.txt", b"xyz")))) == [("a.txt", None), ("a.txt", "duplicate_member")]


def test_an_encrypted_member_is_named(opened: Open) -> None:
    data = bytearray(zipped(("a.txt", b"abc")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    assert reasons(opened(bytes(data))) == [("a.txt", "encrypted_file")]


def test_a_damaged_member_costs_itself(opened: Open) -> None:
    data = bytearray(zipped(("a.txt", b"abc" * 100), ("b.txt", b"xyz")))
    data[data.index(b"a.txt") + 7] ^= 0xFF
    assert [member.reason for member in opened(bytes(data))] == ["damaged_member", None]


@pytest.mark.parametrize("pack", [zipped, tarred, lambda *files: gzip.compress(tarred(*files))])
def test_a_cut_bundle_says_so(opened: Open, pack: Callable[..., bytes]) -> None:
    data = pack(("a.txt", bytes(range(256)) * 50), ("b.txt", bytes(range(256)) * 50))
    found = opened(data[: len(data) * 2 // 5])
    assert found[-1].reason in ("damaged_bundle", "damaged_member")


def test_a_bundle_without_files_says_so(opened: Open) -> None:
    assert reasons(opened(zipped())) == [("", "empty_bundle")]


@pytest.mark.parametrize("head", [b"Rar!\x1a\x07\x01\x00", b"7z\xbc\xaf\x27\x1c\x00\x04"])
def test_what_no_library_opens_says_so(opened: Open, head: bytes) -> None:
    assert reasons(opened(head + bytes(100))) == [("", "unsupported_bundle")]


def test_bundles_in_bundles_are_opened(opened: Open) -> None:
    assert opened(zipped(("b.tar.gz", gzip.compress(tarred(("c.txt", b"abc")))))) == [Member("b.tar.gz/c.txt", b"abc")]


def test_bundles_beyond_the_depth_are_not_opened(opened: Open) -> None:
    data = b"abc"
    for level in range(5):
        data = zipped((f"{level}.zip", data))
    assert reasons(opened(data)) == [("4.zip/3.zip/2.zip", "nested_too_deep")]


@pytest.mark.parametrize("member", ["word/document.xml", "xl/workbook.xml", "OFD.xml", "[Content_Types].xml", "mimetype"])
def test_an_office_package_is_a_document(tmp_path: Path, opened: Open, member: str) -> None:
    package = zipped((member, b"<x/>"))
    path = tmp_path / "package"
    path.write_bytes(package)
    assert not bundles.is_bundle(path)
    assert opened(zipped(("a", package))) == [Member("a", package)]


def test_text_is_no_bundle(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Content: 年度报告\n", encoding="utf-8")
    assert not bundles.is_bundle(path)


@pytest.mark.parametrize(
    "pack",
    [lambda data: zipped(("a", data), ("b", b"xyz")), lambda data: gzip.compress(data), lambda data: gzip.compress(tarred(("a", data)))],
)
def test_a_bomb_is_not_expanded(opened: Open, pack: Callable[[bytes], bytes]) -> None:
    found = opened(pack(bytes(bundles.SMALL_BYTES * 3)))
    assert found[0].reason == "expands_too_much"
    assert all(len(member.data or b"") < 10 for member in found)


def test_a_member_beyond_the_largest_is_not_kept(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "LARGEST_MEMBER_BYTES", 5)
    assert reasons(opened(zipped(("a", b"123456"), ("b", b"12345")))) == [("a", "file_too_large"), ("b", None)]


def test_a_bundle_with_too_many_bytes_ends(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles._Budget, "of", lambda size: bundles._Budget(members=9, left=4))
    assert reasons(opened(zipped(("a", b"123"), ("b", b"456")))) == [("a", None), ("", "bundle_too_large")]


def test_a_bundle_with_too_many_members_ends(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles._Budget, "of", lambda size: bundles._Budget(members=1, left=99))
    assert reasons(opened(zipped(("a", b"123"), ("b", b"456")))) == [("a", None), ("", "too_many_members")]


def test_a_directory_beyond_all_measure_is_not_read(opened: Open) -> None:
    data = zipped(("a", b"123"))
    place = data.index(b"PK\x05\x06")
    hostile = data[: place + 10] + struct.pack("<HI", 65_535, 2**31) + data[place + 16 :]
    assert reasons(opened(hostile)) == [("", "too_many_members")]


def mail(*attachments: tuple[str, bytes], html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "年度报告"
    message.set_content("请查收附件。")
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in attachments:
        message.add_attachment(data, "application", "octet-stream", filename=name)
    return message


def test_a_mail_gives_its_text_and_its_attachments(opened: Open) -> None:
    found = opened(mail(("年度报告.txt", b"abc")).as_bytes())
    assert [(member.path, (member.data or b"").decode().strip()) for member in found] == [
        ("mail.txt", "请查收附件。"),
        ("年度报告.txt", "abc"),
    ]


def test_a_mail_written_twice_gives_its_page(opened: Open) -> None:
    assert [member.path for member in opened(mail(html="<p>附件</p>").as_bytes())] == ["mail.html"]


def test_a_mail_that_was_sent_on_is_opened_too(opened: Open) -> None:
    outer = mail()
    outer.add_attachment(mail(("a.txt", b"abc")))
    assert [member.path for member in opened(outer.as_bytes())] == ["mail.txt", "mail-2.eml/mail.txt", "mail-2.eml/a.txt"]


def test_encoded_and_bare_names_of_attachments_are_read(opened: Open) -> None:
    template = (
        b"From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\nContent-Type: application/octet-stream\r\n"
        b'Content-Disposition: attachment; filename="%s"\r\n\r\nabc'
    )
    assert reasons(opened(template % b"=?gbk?B?xOqxqC50eHQ=?=")) == [("年报.txt", None)]
    assert reasons(opened(template % "年报.txt".encode("gbk"))) == [("年报.txt", None)]


def test_bytes_at_random_never_raise(opened: Open, tmp_path: Path) -> None:
    import random

    chance = random.Random(4)
    whole = [zipped(("a.txt", b"abc" * 99)), tarred(("a.txt", b"abc")), gzip.compress(tarred(("a", b"b"))), mail(("a", b"b")).as_bytes()]
    for _ in range(400):
        data = bytearray(chance.choice(whole))
        for _ in range(chance.choice([1, 3, 30])):
            data[chance.randrange(6, len(data))] = chance.randrange(256)
        path = tmp_path / "fuzzed"
        path.write_bytes(data)
        for member in bundles.members(path) if bundles.is_bundle(path) else []:
            assert (member.data is None) == (member.reason is not None)
