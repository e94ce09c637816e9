"""Damage that knows nothing of formats: what a broken disk, a cut transfer or a curious hand makes of bytes.

Lives here: one function a kind of damage, `(chance, data, other) -> data`; `other` is a second valid file. All the chance comes from
`chance`. Elsewhere: damage that knows the structure (structure_damage.py).
"""

import struct
from collections.abc import Callable
from random import Random

Damage = Callable[[Random, bytes, bytes], bytes]
# What stands in no text, what ends or begins one, and what parsers take for something else.
AWKWARD = (
    b"\x00", b"\x00\x00\x00\x00", b"\xff", b"\xff\xff\xff\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xed\xa0\x80",
    b"\xed\xbf\xbf", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\x1a", b"\x1b[2J", b"\x7f", b"\xc2\x85", b"\xc2\x9f", b"\xe2\x80\xa8",
    b"\xe2\x80\xae", b"\xcc\x81" * 40, b"\xe1\x84\x80\xe1\x85\xa1", b"\x84\x31\xa4\x37", b"\r", b"\n" * 50, b"\t" * 50, b"\f",
    b" " * 300, b"<", b"<!--", b"<![CDATA[", b"]]>", b"&#0;", b"&#xD800;", b"&#x110000;", b"&a;", b"<!DOCTYPE a [<!ENTITY a 'b'>]>",
    b"-1", b"1e999", b"NaN", b"99999999999999999999999999", b"0.0000000001", "壹佰万亿".encode(), "９９９９".encode(), b"%", b"endstream",
    b"endobj", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"%PDF-1.7", b"{\\rtf1",
    b"From: a\r\nTo: b\r\nMIME-Version: 1.0\r\n\r\n", b"=?utf-8?B?????=", b"../../etc/passwd", b"\\\\host\\share", b"(" * 400,
    b"|" * 400,
)  # fmt: skip
_EXTREMES = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
SIGNATURES = (
    b"%PDF-1.5\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"<!doctype html><table>", b"\x89PNG\r\n\x1a\n",
    b"II*\0", b"MM\0*", b"\xff\xd8\xff\xe0", b"Rar!\x1a\x07\x00", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08\x00", b"BZh9", b"\xfd7zXZ\x00",
    b"{\\rtf1", b"BM", b"GIF89a", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00",
    b"From: a\r\nTo: b\r\nMIME-Version: 1.0\r\n", b"# ", b"a,b\n1,2\n3,4\n",
)  # fmt: skip


def _place(chance: Random, data: bytes) -> int:
    """Somewhere; the ends of files, where their tables stand, more often than chance alone would have it."""
    if not data:
        return 0
    kind = chance.random()
    if kind < 0.15:
        return chance.randrange(min(len(data), 1024))
    if kind < 0.3:
        return len(data) - 1 - chance.randrange(min(len(data), 1024))
    return chance.randrange(len(data))


def _stretch(chance: Random, data: bytes) -> tuple[int, int]:
    start = _place(chance, data)
    return start, min(len(data), start + chance.choice((1, 4, 16, 64, 512, 4096)))


def cut(chance: Random, data: bytes, _other: bytes) -> bytes:
    return data[: _place(chance, data)]


def flip_bits(chance: Random, data: bytes, _other: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 64)) if changed else 0):
        changed[_place(chance, data)] ^= 1 << chance.randrange(8)
    return bytes(changed)


def scatter_bytes(chance: Random, data: bytes, _other: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4, 32, 256)) if changed else 0):
        changed[_place(chance, data)] = chance.randrange(256)
    return bytes(changed)


def delete(chance: Random, data: bytes, _other: bytes) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + data[end:]


def repeat(chance: Random, data: bytes, _other: bytes) -> bytes:
    start, end = _stretch(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 3, 30, 200)) + data[end:]


def move(chance: Random, data: bytes, _other: bytes) -> bytes:
    start, end = _stretch(chance, data)
    rest = data[:start] + data[end:]
    place = _place(chance, rest)
    return rest[:place] + data[start:end] + rest[place:]


def splice(chance: Random, data: bytes, other: bytes) -> bytes:
    return data[: _place(chance, data)] + other[_place(chance, other) :]


def embed(chance: Random, data: bytes, other: bytes) -> bytes:
    place = _place(chance, data)
    return data[:place] + other + data[place:]


def put_extreme_number(chance: Random, data: bytes, _other: bytes) -> bytes:
    width = chance.choice("BHI")
    value = chance.choice(_EXTREMES) & (2 ** (8 * struct.calcsize(width)) - 1)
    packed = struct.pack(chance.choice("<>") + width, value)
    place = _place(chance, data)
    return data[:place] + packed + data[place + len(packed) :]


def put_awkward(chance: Random, data: bytes, _other: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 10))):
        place = _place(chance, data)
        data = data[:place] + chance.choice(AWKWARD) + data[place + chance.choice((0, 0, 1, 4)) :]
    return data


def put_random(chance: Random, data: bytes, _other: bytes) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + chance.randbytes(end - start) + data[end:]


def random_behind_signature(chance: Random, _data: bytes, _other: bytes) -> bytes:
    return chance.choice(SIGNATURES) + chance.randbytes(chance.choice((0, 1, 10, 100, 1_000, 20_000)))


def blank_out(chance: Random, data: bytes, _other: bytes) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + chance.choice((b"\0", b" ", b"\xff", b"A")) * (end - start) + data[end:]


def fake_signature(chance: Random, data: bytes, _other: bytes) -> bytes:
    return chance.choice(SIGNATURES) + data


BYTE_DAMAGE: tuple[Damage, ...] = (
    cut, flip_bits, scatter_bytes, delete, repeat, move, splice, embed, put_extreme_number, put_awkward, put_random,
    random_behind_signature, blank_out, fake_signature,
)  # fmt: skip
