"""Damage to the structure of pictures: sizes, depths and codecs that their headers claim, under right check sums.

Lives here: the chunks of a PNG, the entries of a TIFF, the segments of a JPEG. Elsewhere: which file gets it (structure_damage.py).
"""

import struct
import zlib
from random import Random

from tests.hostile.fuzz.byte_damage import BYTE_DAMAGE

_SIZES = (0, 1, 7, 255, 4_096, 30_000, 65_535, 1_000_000, 2**31 - 1, 2**32 - 1)


def _any_bytes(chance: Random, data: bytes, other: bytes) -> bytes:
    return chance.choice(BYTE_DAMAGE)(chance, data, other)


def damage_png(chance: Random, data: bytes, other: bytes) -> bytes:
    """A chunk with another size, depth or kind, doubled or left out."""
    chunks = []
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        chunks.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += 12 + length
    if not chunks:
        return _any_bytes(chance, data, other)
    for _ in range(chance.choice((1, 1, 3))):
        index = chance.randrange(len(chunks))
        kind, content = chunks[index]
        way = chance.random()
        if kind == b"IHDR" and len(content) == 13 and way < 0.8:
            fields = list(struct.unpack(">IIBBBBB", content))
            place = chance.randrange(7)
            fields[place] = chance.choice(_SIZES) if place < 2 else chance.choice((0, 1, 2, 3, 4, 6, 8, 16, 255))
            content = struct.pack(">IIBBBBB", *fields)
        elif kind == b"IDAT" and way < 0.6:
            content = zlib.compress(bytes(chance.choice((0, 1_000, 50_000_000))))
        elif way < 0.8:
            content = _any_bytes(chance, content, other)
        chunks[index] = kind, content
        if way > 0.9:
            chunks.insert(chance.randrange(len(chunks) + 1), chunks[index])
    body = b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content)) for kind, content in chunks
    )
    return data[:8] + body


def damage_tiff(chance: Random, data: bytes, other: bytes) -> bytes:
    """An entry of a directory with another value, count, type or tag; a directory that follows itself."""
    order = "<" if data[:2] == b"II" else ">"
    made = bytearray(data)
    if len(made) < 16:
        return _any_bytes(chance, data, other)
    (at,) = struct.unpack_from(order + "I", made, 4)
    if at + 2 > len(made):
        return _any_bytes(chance, data, other)
    (count,) = struct.unpack_from(order + "H", made, at)
    for _ in range(chance.choice((1, 1, 3, 8))):
        entry = at + 2 + 12 * chance.randrange(max(1, count + 1))
        if entry + 12 > len(made):
            continue
        place, form = chance.choice(((0, "H"), (2, "H"), (4, "I"), (8, "I"), (8, "I")))
        value = chance.choice((*_SIZES, at, chance.randrange(len(made))))
        struct.pack_into(order + form, made, entry + place, value & (0xFFFF if form == "H" else 0xFFFFFFFF))
    return bytes(made)


def damage_jpeg(chance: Random, data: bytes, other: bytes) -> bytes:
    """The size in the header of a frame, or a segment, damaged."""
    made = bytearray(data)
    frames = [place for mark in (b"\xff\xc0", b"\xff\xc1", b"\xff\xc2") if (place := data.find(mark)) >= 0 and place + 10 < len(data)]
    if not frames or chance.random() < 0.3:
        return _any_bytes(chance, data, other)
    place = chance.choice(frames) + chance.choice((5, 7))
    struct.pack_into(">H", made, place, chance.choice(_SIZES) & 0xFFFF)
    return bytes(made)
