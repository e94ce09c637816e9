"""Damage where the structure of a format hurts: what blind chance would seldom reach, behind compression and check sums.

Lives here: taking a file apart (members of a zip, objects of a PDF, streams of a compound file, headers of a tar, parts of a mail),
damaging one part, and putting it together so that the parts are reached. Elsewhere: damage to markup, records and lines
(part_damage.py), damage to bytes (byte_damage.py).
"""

import gzip
import io
import re
import struct
import zipfile
import zlib
from random import Random

import olefile

from tests.hostile.fuzz.byte_damage import BYTE_DAMAGE
from tests.hostile.fuzz.part_damage import damage_lines, damage_markup, damage_operators, damage_records
from tests.hostile.fuzz.picture_damage import damage_jpeg, damage_png, damage_tiff
from tests.unit.extractors.office_files import compound_file

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj\n", re.S)
_STREAM = re.compile(rb"(.*?)>>\nstream\n(.*)\nendstream$", re.S)
_REFERENCE = re.compile(rb"\d+ 0 R")
_NUMBER = re.compile(rb"(?<![\w.#])-?\d+(?:\.\d+)?(?![\w.])")
_NAMES = (
    "../a.txt",
    "/etc/a",
    "C:\\a",
    "a\x00b.txt",
    "x" * 300 + ".txt",
    "é.txt",
    "e\u0301.txt",
    "A.TXT",
    "a.txt",
    "CON",
    "a//b",
    "./a",
    "a/",
    "",
)
_NUMBERS = (b"0", b"-1", b"1", b"2147483647", b"4294967296", b"-2147483648", b"1e9", b"99999999999999999999", b"0.00001", b"null", b"[]")


def _any_bytes(chance: Random, data: bytes, other: bytes) -> bytes:
    return chance.choice(BYTE_DAMAGE)(chance, data, other)


def damage_zip(chance: Random, data: bytes, other: bytes) -> bytes:
    """A member damaged, added, dropped, renamed or doubled; the zip itself is whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            members = [(name, bundle.read(name)) for name in bundle.namelist()]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return _any_bytes(chance, data, other)
    if not members:
        return _any_bytes(chance, data, other)
    for _ in range(chance.choice((1, 1, 2))):
        # The parts that hold the words are the larger ones.
        index = chance.choice((chance.randrange(len(members)), max(range(len(members)), key=lambda place: len(members[place][1]))))
        name, content = members[index]
        kind = chance.random()
        if kind < 0.75:
            is_markup = content.lstrip()[:1] == b"<"
            damage = damage_markup if is_markup and chance.random() < 0.85 else _any_bytes
            members[index] = name, damage(chance, content, other)
        elif kind < 0.8 and len(members) > 1:
            del members[index]
        elif kind < 0.85:
            members.append((chance.choice((name, name.upper(), f"/{name}")), chance.choice(members)[1]))
        elif kind < 0.95:
            members[index] = chance.choice((*_NAMES, members[0][0])), content
        else:
            members.append((chance.choice(_NAMES) or "a", other))
    return _zip(chance, members)


def _zip(chance: Random, members: list[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        for name, content in members:
            info = zipfile.ZipInfo(name or "a")
            method = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2))
            bundle.filelist = [known for known in bundle.filelist if known.filename != info.filename or chance.random() < 0.5]
            bundle.NameToInfo.pop(info.filename, None)
            bundle.writestr(info, content, method)
    made = bytearray(buffer.getvalue())
    if chance.random() < 0.1:
        # A field of one directory entry says something else than the member: sizes, check sum, place, flags.
        at = made.find(b"PK\x01\x02", chance.randrange(len(made)))
        if at >= 0:
            place = at + chance.choice((8, 10, 16, 20, 24, 28, 30, 42))
            made[place : place + 4] = struct.pack("<I", chance.choice((0, 1, 8, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, chance.randrange(2**32))))
    return bytes(made)


def damage_pdf(chance: Random, data: bytes, other: bytes) -> bytes:
    """An object, or what a compressed stream of one holds, damaged; the table of objects is right."""
    objects = {int(number): body for number, body in _OBJECT.findall(data)}
    if not objects:
        return _any_bytes(chance, data, other)
    for _ in range(chance.choice((1, 1, 2, 4))):
        number = chance.choice(sorted(objects))
        objects[number] = _damaged_object(chance, objects[number], sorted(objects), other)
    if chance.random() < 0.05:
        del objects[chance.choice(sorted(objects))]
    made = data[: data.index(b"\n") + 1]
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = max(places) + 1
    table = b"".join(b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f") for number in range(size))
    root = 1 if chance.random() < 0.97 else chance.randrange(size)
    return made + b"xref\n0 %d\n%strailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, table, size, root, len(made))


def _damaged_object(chance: Random, body: bytes, numbers: list[int], other: bytes) -> bytes:
    stream = _STREAM.match(body)
    if stream and chance.random() < 0.7:
        try:
            content = zlib.decompress(stream[2])
        except zlib.error:
            return _any_bytes(chance, body, other)
        content = (damage_operators if chance.random() < 0.8 else _any_bytes)(chance, content, other)
        packed = zlib.compress(content)
        return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    kind = chance.random()
    if kind < 0.4:
        # Loops among objects.
        return _replaced(chance, _REFERENCE, body, b"%d 0 R" % chance.choice(numbers))
    if kind < 0.8:
        return _replaced(chance, _NUMBER, body, chance.choice(_NUMBERS))
    if kind < 0.9:
        keys = sorted(set(re.findall(rb"/\w+", body)))
        return _replaced(chance, re.compile(rb"/\w+"), body, chance.choice(keys)) if keys else body
    return _any_bytes(chance, body, other)


def _replaced(chance: Random, pattern: re.Pattern[bytes], body: bytes, new: bytes) -> bytes:
    found = list(pattern.finditer(body))
    if not found:
        return body
    match = chance.choice(found)
    return body[: match.start()] + new + body[match.end() :]


def damage_compound_file(chance: Random, data: bytes, other: bytes) -> bytes:
    """A stream damaged in a whole compound file, or the tables of one."""
    if chance.random() < 0.3:
        return _damaged_sectors(chance, data)
    try:
        with olefile.OleFileIO(data) as file:
            streams = {path[0]: file.openstream(path).read() for path in file.listdir() if len(path) == 1}
    except (OSError, ValueError, IndexError, struct.error, RecursionError):
        return _damaged_sectors(chance, data)
    wanted = [name for name in streams if name in ("WordDocument", "1Table", "0Table", "Data", "Workbook", "Book")]
    if not wanted:
        return _damaged_sectors(chance, data)
    streams = {name: streams[name] for name in wanted}
    for _ in range(chance.choice((1, 1, 2, 4))):
        name = chance.choice(wanted)
        damage = damage_records if name in ("Workbook", "Book") and chance.random() < 0.8 else _any_bytes
        streams[name] = damage(chance, streams[name], other)
    if chance.random() < 0.03:
        streams["EncryptedPackage"] = b"x"
    return compound_file(streams)


def _damaged_sectors(chance: Random, data: bytes) -> bytes:
    """Numbers of sectors and sizes that lead in circles or nowhere."""
    made = bytearray(data)
    sectors = max(1, len(data) // 512)
    for _ in range(chance.choice((1, 3, 20)) if len(made) > 512 else 0):
        value = chance.choice((chance.randrange(sectors), 0, 0xFFFFFFFE, 0xFFFFFFFF, 0x7FFFFFFF, sectors + 1))
        # The header's table of tables, or any aligned number.
        place = chance.choice((0x2C, 0x30, 0x3C, 0x44, 0x4C, chance.randrange(len(made) // 4) * 4))
        made[place : place + 4] = struct.pack("<I", value)
    return bytes(made)


def damage_tar(chance: Random, data: bytes, other: bytes) -> bytes:
    """Headers that say something strange under a right check sum."""
    is_packed = data[:2] == b"\x1f\x8b"
    try:
        plain = gzip.decompress(data) if is_packed else data
    except (OSError, EOFError, zlib.error):
        return _any_bytes(chance, data, other)
    made = bytearray(plain)
    heads = [place for place in range(0, len(made) - 512, 512) if made[place + 257 : place + 262] == b"ustar"]
    for _ in range(chance.choice((1, 2, 5)) if heads else 0):
        at = chance.choice(heads)
        start, length = chance.choice(((0, 100), (100, 8), (124, 12), (136, 12), (156, 1), (157, 100), (345, 155)))
        value = chance.choice(
            (b"\xff" * length, b"7" * length, bytes(length), b"../" * 40, chance.choice(b"012345678gxKLSV").to_bytes(), b"\x80" + bytes(11))
        )
        made[at + start : at + start + length] = value[:length].ljust(length, b"\0")
        made[at + 148 : at + 156] = b" " * 8
        made[at + 148 : at + 156] = b"%06o\0 " % sum(made[at : at + 512])
    return gzip.compress(bytes(made), mtime=0) if is_packed else bytes(made)


def damage_structure(chance: Random, data: bytes, other: bytes) -> bytes:
    """Damage that fits what the file is."""
    if data.startswith(b"PK\x03\x04"):
        return damage_zip(chance, data, other)
    if data.startswith(b"\x89PNG"):
        return damage_png(chance, data, other)
    if data.startswith((b"II*\0", b"MM\0*")):
        return damage_tiff(chance, data, other)
    if data.startswith(b"\xff\xd8"):
        return damage_jpeg(chance, data, other)
    if data.startswith(b"%PDF-"):
        return damage_pdf(chance, data, other)
    if data.startswith(olefile.MAGIC):
        return damage_compound_file(chance, data, other)
    if data.startswith(b"\x1f\x8b") or data[257:262] == b"ustar":
        return damage_tar(chance, data, other)
    if data.count(b"</") > 10 and chance.random() < 0.7:
        return damage_markup(chance, data, other)
    return damage_lines(chance, data, other)
