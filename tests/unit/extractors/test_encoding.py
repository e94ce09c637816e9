"""Text in any of the encodings that offices send comes out as the same characters."""

import random

import pytest

from extractors.readers import read
from extractors.readers.encoding import decode

SIMPLIFIED = "青竹乡2016年政府信息公开工作年度报告\n行政复议数 5 件\n"
TRADITIONAL = "青竹鄉2016年政府資訊公開工作年度報告\n行政復議數 5 件\n"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-16-le", "utf-16"),
        (SIMPLIFIED, "utf-16-be", "utf-16"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "utf-8", "utf-8"),
        ("12 items, all in order", "ascii", "utf-8"),
    ],
)
def test_text_comes_out_whole_in_every_encoding(text: str, codec: str, name: str) -> None:
    decoded = decode(text.encode(codec))
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.damaged) == (text, name, 0)


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        ("公开数", "gbk", "gb18030"),
        ("竹溪街道办", "gbk", "gb18030"),
        ("統計數", "big5", "big5"),
        ("年度報告書", "big5", "big5"),
        ("年报", "utf-16-le", "utf-16"),
        ("青竹乡年报", "utf-16-le", "utf-16"),
        ("行政复议数", "utf-16-be", "utf-16"),
    ],
)
def test_a_few_characters_are_enough_to_tell_the_encoding(text: str, codec: str, name: str) -> None:
    decoded = decode(text.encode(codec))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, name)


def test_a_damaged_byte_costs_one_character_and_is_reported() -> None:
    data = ("统计数\n" + SIMPLIFIED * 5).encode()
    damaged = data[:6] + b"\xff" + data[9:]
    document = read("a.txt", damaged)
    assert document.reason is None
    assert document.encoding == "utf-8"
    assert document.text.startswith("统计\ufffd\n青竹乡2016年")
    assert [(issue.reason, issue.line, issue.char_start) for issue in document.issues] == [("damaged_characters", 1, 2)]


def test_damage_everywhere_is_no_text() -> None:
    data = bytearray((SIMPLIFIED * 20).encode())
    data[::4] = b"\xff" * len(data[::4])
    assert read("a.txt", bytes(data)).reason == "undecodable_text"


def test_a_nul_in_a_number_is_a_lost_character() -> None:
    document = read("a.txt", (SIMPLIFIED * 20 + "收到申请 1\x000 件\n").encode())
    assert document.text.splitlines()[-1] == "收到申请 1\ufffd0 件"
    assert [issue.reason for issue in document.issues] == ["damaged_characters"]


def test_a_lone_surrogate_in_utf_16_is_a_lost_character() -> None:
    document = read("a.txt", b"\xff\xfe" + (SIMPLIFIED * 20).encode("utf-16-le") + b"\x00\xd8" + "完".encode("utf-16-le"))
    assert document.text.endswith("\ufffd完")
    assert document.text.encode("utf-8")


@pytest.mark.parametrize(
    ("data", "reason", "media_type"),
    [
        (b"", "empty_file", "inode/x-empty"),
        (b" \r\n\t\n", "empty_file", "application/octet-stream"),
        ("\u3000\n".encode(), "empty_file", "text/plain"),
        (b"%PDF-1.4\n1 0 obj\n", "damaged_file", "application/pdf"),
        ("%PDF-年度报告\n".encode(), "damaged_file", "application/pdf"),
        (b"PK\x03\x04" + bytes(40), "unsupported_format", "application/zip"),
        (b"GIF89a" + bytes(range(256)), "unsupported_format", "image/gif"),
        (b"{\\rtf1\\ansi text}", "unsupported_format", "application/rtf"),
        ("<?xml version='1.0'?><a>年度报告</a>".encode(), "unsupported_format", "application/xml"),
        (random.Random(7).randbytes(4000), "undecodable_text", "application/octet-stream"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str, media_type: str) -> None:
    document = read("any.txt", data)
    assert (document.reason, document.media_type, document.text) == (reason, media_type, "")


def test_a_file_name_says_nothing_about_the_format() -> None:
    assert read("a.pdf", SIMPLIFIED.encode("gbk")).text == SIMPLIFIED


def test_a_file_beyond_the_limit_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.readers.MOST_TEXT_BYTES", 100)
    assert read("a.txt", (SIMPLIFIED * 3).encode()).reason == "file_too_large"
