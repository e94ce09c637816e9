"""Damage to the parts that formats are made of: tags and attributes, operators of a page, records of a workbook, lines and numbers.

Lives here: damage to one such part as bytes, `(chance, data, other) -> data`. Elsewhere: reaching the part in its file
(structure_damage.py).
"""

import re
import struct
from collections.abc import Sequence
from random import Random

from tests.hostile.fuzz.byte_damage import AWKWARD, BYTE_DAMAGE

_TOKEN = re.compile(rb"<[^>]*>|[^<]+|<")
_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""")
_TAG_NAME = re.compile(rb"</?([\w:.-]+)")
_VALUES = (
    b"0", b"-1", b"1", b"2", b"255", b"65535", b"65536", b"2147483648", b"99999999999999999999", b"1e9", b"1e-9", b"NaN", b"inf", b"",
    b" ", b"A1:XFD1048576", b"XFD1048576", b"ZZZZ9", b"A0", b"true", b"none", b"rId1", b"../../a", b"M 0 0 L 1e9 1e9", b"g 999999999 1",
    b"0 0 0 0", b"1 0 0 1 0 0", b"0 0 0 0 0 0", "一".encode(), b"\xff\xfe", b"display:none", b"restart", b"continue", b"#", b"x" * 5_000,
)  # fmt: skip
_DEPTHS = (2, 30, 300, 3_000)
_TIMES = (1, 2, 20, 300)
# What is doubled again and again is a test of nothing but patience.
_MOST_BYTES = 2_000_000
_OPERATORS = (
    b"q", b"Q", b"BT", b"ET", b"0 0 0 0 re f", b"1e9 0 0 1e9 0 0 cm", b"0 0 0 0 0 0 cm", b"/F 0 Tf", b"/F 1e6 Tf", b"/F -12 Tf",
    b"/I Do", b"/X Do", b"3 Tr", b"-100 Tz", b"1e30 TL", b"T*", b"<FFFF> Tj", b"<D800> Tj", b"<00> Tj", b"<0020> Tj",
    b"[<4E00> -1e9 <4E8C>] TJ", b"0 0 m 1e9 1e9 l S", b"0 0 m 600 0 l S", b"0 0 600 800 re S", b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI",
    b"/a BMC", b"EMC", b"0 1 -1 0 0 0 Tm", b"W n", b"sh",
)  # fmt: skip
# The kinds of records that the reader looks at.
_KINDS = (
    0x0809, 0x0A, 0x3C, 0x2F, 0x42, 0x85, 0x041E, 0xE0, 0xFC, 0x0208, 0x7D, 0xE5, 0x0203, 0x027E, 0xBD, 0xFD, 0x0204, 0x06, 0x0207, 0x0205,
)  # fmt: skip


def _times(chance: Random, parts: Sequence[bytes], choice: Sequence[int]) -> int:
    """How often to repeat, within bounds."""
    return min(chance.choice(choice), 1 + _MOST_BYTES // (1 + sum(map(len, parts))))


def _any_bytes(chance: Random, data: bytes, other: bytes) -> bytes:
    return chance.choice(BYTE_DAMAGE)(chance, data, other)


def damage_markup(chance: Random, data: bytes, other: bytes) -> bytes:
    """Tags, attributes and texts of XML or HTML moved, doubled, nested, renamed or given awkward values."""
    tokens = _TOKEN.findall(data)
    if not tokens:
        return _any_bytes(chance, data, other)
    for _ in range(chance.choice((1, 1, 3, 10))):
        if sum(map(len, tokens)) < _MOST_BYTES:
            tokens = _damaged_tokens(chance, tokens)
    return b"".join(tokens)


def _damaged_tokens(chance: Random, tokens: list[bytes]) -> list[bytes]:
    index = chance.randrange(len(tokens))
    token = tokens[index]
    end = min(len(tokens), index + chance.choice((1, 2, 5, 20, 100)))
    kind = chance.random()
    if token.startswith(b"<") and kind < 0.4 and (attributes := list(_ATTRIBUTE.finditer(token))):
        found = chance.choice(attributes)
        value = b'"' + chance.choice(_VALUES) + b'"'
        return [*tokens[:index], token[: found.start(2)] + value + token[found.end(2) :], *tokens[index + 1 :]]
    if not token.startswith(b"<") and kind < 0.4:
        return [*tokens[:index], chance.choice((*_VALUES, *AWKWARD)), *tokens[index + 1 :]]
    if kind < 0.5:
        return [*tokens[:index], *tokens[end:]] or [b""]
    if kind < 0.65:
        return [*tokens[:end], *tokens[index:end] * _times(chance, tokens[index:end], _TIMES), *tokens[end:]]
    if kind < 0.75:
        name = chance.choice([match[1] for match in map(_TAG_NAME.match, tokens) if match] or [b"div"])
        depth = chance.choice(_DEPTHS)
        closing = [b"</" + name + b">"] * (depth if chance.random() < 0.7 else 0)
        return [*tokens[:index], *[b"<" + name + b">"] * depth, *tokens[index:end], *closing, *tokens[end:]]
    if kind < 0.85:
        place = chance.randrange(len(tokens))
        return [*tokens[:place], *tokens[index:end], *tokens[place:]]
    if kind < 0.95 and (match := _TAG_NAME.match(token)):
        names = [found[1] for found in map(_TAG_NAME.match, tokens) if found]
        return [*tokens[:index], token[: match.start(1)] + chance.choice(names) + token[match.end(1) :], *tokens[index + 1 :]]
    return [*tokens[:index], chance.choice(AWKWARD), *tokens[index:]]


def damage_operators(chance: Random, data: bytes, other: bytes) -> bytes:
    """The operators of a page, a line each, doubled, left out or made extreme."""
    lines = data.split(b"\n")
    for _ in range(chance.choice((1, 3, 10))):
        index = chance.randrange(len(lines))
        kind = chance.random()
        if kind < 0.3:
            lines.insert(index, chance.choice(_OPERATORS))
        elif kind < 0.5:
            words = lines[index].split(b" ")
            words[chance.randrange(len(words))] = chance.choice((b"1e9", b"-1e9", b"0", b"NaN", b"99999999999", b"<>", b"()", b"[]", b"/F"))
            lines[index] = b" ".join(words)
        elif kind < 0.7:
            lines[index:index] = lines[index : index + chance.choice((1, 10, 100))] * chance.choice((1, 5, 50))
        elif kind < 0.8 and len(lines) > 1:
            del lines[index : index + chance.choice((1, 5))]
            lines = lines or [b""]
        elif kind < 0.9:
            lines.insert(
                index, b"\n".join([chance.choice((b"q", b"BT", b"[", b"<<", b"(", b"/X Do"))] * chance.choice((10, 1_000, 20_000)))
            )
        else:
            lines[index] = _any_bytes(chance, lines[index], other)
    return b"\n".join(lines)


def damage_records(chance: Random, data: bytes, other: bytes) -> bytes:
    """The records of a workbook: kinds, lengths and contents."""
    records = []
    position = 0
    while position + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, position)
        records.append((kind, data[position + 4 : position + 4 + length]))
        position += 4 + length
    if not records:
        return _any_bytes(chance, data, other)
    for _ in range(chance.choice((1, 1, 3, 10))):
        index = chance.randrange(len(records))
        kind, content = records[index]
        way = chance.random()
        if way < 0.2:
            records[index] = chance.choice(_KINDS), content
        elif way < 0.4:
            records[index] = kind, content[: chance.randrange(len(content) + 1)]
        elif way < 0.7 and len(content) >= 2:
            place = chance.randrange(len(content) - 1)
            value = struct.pack("<H", chance.choice((0, 1, 0xFF, 0x7FFF, 0x8000, 0xFFFF, chance.randrange(65536))))
            records[index] = kind, content[:place] + value + content[place + 2 :]
        elif way < 0.8:
            records[index:index] = [records[index]] * chance.choice(_TIMES)
        elif way < 0.9 and len(records) > 1:
            del records[index]
        else:
            records[index] = kind, _any_bytes(chance, content, other)[:8224]
    return b"".join(struct.pack("<HH", kind, len(content)) + content for kind, content in records)


def damage_lines(chance: Random, data: bytes, other: bytes) -> bytes:
    """Lines doubled, joined, moved or made endless, numbers made extreme."""
    lines = data.split(b"\n")
    for _ in range(chance.choice((1, 3, 10))):
        index = chance.randrange(len(lines))
        kind = chance.random()
        if kind < 0.2:
            found = list(re.finditer(rb"\d+", lines[index]))
            if found:
                match = chance.choice(found)
                lines[index] = lines[index][: match.start()] + chance.choice(_VALUES) + lines[index][match.end() :]
        elif kind < 0.4:
            several = lines[index : index + chance.choice((1, 3, 20))]
            lines[index:index] = several * _times(chance, several, _TIMES)
        elif kind < 0.5:
            lines[index : index + 2] = [b"".join(lines[index : index + 2])]
        elif kind < 0.65:
            lines.insert(chance.randrange(len(lines) + 1), lines.pop(index))
        elif kind < 0.75:
            lines[index] *= _times(chance, lines[index : index + 1], (2, 50, 500, 5_000))
        elif kind < 0.9:
            place = chance.randrange(len(lines[index]) + 1)
            lines[index] = lines[index][:place] + chance.choice((*AWKWARD, *_VALUES)) + lines[index][place:]
        else:
            lines[index] = _any_bytes(chance, lines[index], other)
    return b"\n".join(lines)[: 2 * _MOST_BYTES]
