"""What a bundle holds: ZIP, TAR (compressed too), single compressed files, mails with attachments.

Lives here: telling a bundle by its first bytes, and walking its members within bounds: names, sizes, expansion, depth. Pure but for
reading the given file; nothing is ever written under a member's name.
Elsewhere: keeping the members (`archive`), reading them (`extractors`). Office packages are zips, but documents, not bundles.
"""

import bz2
import gzip
import io
import lzma
import re
import struct
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from functools import partial
from pathlib import Path
from typing import IO, Any, cast

from extractors.readers import media_types
from extractors.readers.messages import parsed_message
from extractors.readers.unreadable import UnreadableError
from orchestration.tar_headers import SuspiciousHeader

# A bundle of a year's reports of a province has some ten thousand files.
MOST_MEMBERS = 50_000
# Offices zip what they received zipped; more levels are a quine or a bomb.
MOST_DEPTH = 3
# Readers take files up to 64 MiB; a bundle within a bundle may hold several of them.
LARGEST_MEMBER_BYTES = 256 * 1024 * 1024
MOST_BYTES = 8 * 1024 * 1024 * 1024
# Text shrinks to a tenth, a blank bitmap to a hundredth; beyond this, and this size, a member is a bomb.
MOST_EXPANSION = 200
SMALL_BYTES = 4 * 1024 * 1024
LONGEST_PATH = 1000
# What a small bundle may hold beyond its share: one large member.
_LEAST_BUDGET = LARGEST_MEMBER_BYTES
# Nothing that ends is asked for more so often; a header that claims a size beyond the file makes tarfile skip to it in vain.
_MOST_VAIN_READS = 100
# The parser of mails takes a multiple of their size.
LARGEST_MAIL_BYTES = 64 * 1024 * 1024
MOST_PARTS = 2_000
_HEAD = 4096
_LONGEST_END = 22 + 65_535  # the end of a zip with its comment
_CHUNK = 1024 * 1024
_UTF8_FLAG, _ENCRYPTED_FLAG = 0x800, 0x1
# Control characters, which a terminal would obey, and halves of characters.
_NO_NAME = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LINK_MODE, _MODE_MASK = 0o120000, 0o170000
_COMPRESSED: dict[bytes, Callable[[IO[bytes]], IO[bytes]]] = {
    b"\x1f\x8b": lambda handle: cast("IO[bytes]", gzip.GzipFile(fileobj=handle)),
    b"BZh": lambda handle: cast("IO[bytes]", bz2.BZ2File(handle)),
    b"\xfd7zXZ\x00": lambda handle: cast("IO[bytes]", lzma.LZMAFile(handle)),  # noqa: SIM115  (closed by whom it is handed to)
}
# No library with a permissive licence reads these without a program of its own.
_UNSUPPORTED = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x78\x9f\x3e\x22")  # RAR, 7z, TNEF (winmail.dat)
# What the libraries raise for damage, documented or met.
_DAMAGE = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, MessageError, LookupError)


@dataclass(frozen=True)
class Member:
    """One file of a bundle, or what befell it: `path` within the bundle (empty: the bundle itself), `data` or `reason`."""

    path: str
    data: bytes | None
    reason: str | None = None


class _BoundError(Exception):
    """The bundle as a whole goes beyond a bound: what follows in it is not read."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass
class _Budget:
    """What the whole of a bundle, all levels together, may still give."""

    members: int = MOST_MEMBERS
    left: int = MOST_BYTES

    @classmethod
    def of(cls, size: int) -> "_Budget":
        """For a bundle of so many bytes: many members that each expand within their bound are a bomb all the same."""
        return cls(left=min(MOST_BYTES, _LEAST_BUDGET + size * MOST_EXPANSION))

    def member(self) -> None:
        self.members -= 1
        if self.members < 0:
            raise _BoundError("too_many_members")

    def read(self, source: IO[bytes], compressed: int) -> bytes:
        """A member's bytes. Raises _RefusedError beyond the bounds of a member, _BoundError beyond those of a bundle."""
        most = min(LARGEST_MEMBER_BYTES, max(SMALL_BYTES, compressed * MOST_EXPANSION))
        buffer = io.BytesIO()
        while chunk := source.read(min(_CHUNK, most + 1 - buffer.tell())):
            buffer.write(chunk)
            self.left -= len(chunk)
            if self.left < 0:
                raise _BoundError("bundle_too_large")
            if buffer.tell() > most:
                raise _RefusedError("file_too_large" if most == LARGEST_MEMBER_BYTES else "expands_too_much")
        return buffer.getvalue()


class _RefusedError(Exception):
    """One member can't be taken."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def kind_of(head: bytes) -> str | None:
    """Which kind of bundle begins so; None for what is none. A zip may still be a document."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if any(map(head.startswith, _COMPRESSED)):
        return "compressed"
    if head.startswith(_UNSUPPORTED):
        return "unsupported"
    if head[257:262] == b"ustar":
        return "tar"
    if head[:1].isalpha() and media_types.of_message(head.decode("ascii", errors="replace")) == media_types.MAIL:
        return "mail"
    return None


def is_bundle(path: Path) -> bool:
    """Whether a file is a bundle, by its content."""
    with path.open("rb") as handle:
        kind = kind_of(handle.read(_HEAD))
        return kind is not None and not (kind == "zip" and _is_document(handle))


def members(path: Path) -> Iterator[Member]:
    """The files in a bundle and in the bundles in it, and what could not be taken, in order. Never raises for what the bundle holds."""
    size = path.stat().st_size
    with path.open("rb") as handle:
        try:
            yield from _unique(_opened(handle, size, _Budget.of(size), 1))
        except _BoundError as bound:
            yield Member("", None, bound.reason)


def _unique(found: Iterator[Member]) -> Iterator[Member]:
    """Two members of one name would be one file on a disk: the first stays."""
    told: set[str] = set()
    for member in found:
        if member.path in told and member.data is not None:
            yield Member(member.path, None, "duplicate_member")
        else:
            told.add(member.path)
            yield member


def _opened(handle: IO[bytes], size: int, budget: _Budget, depth: int) -> Iterator[Member]:
    """The members of an open bundle. One that can't be opened is one member with a reason, named as the bundle itself."""
    head = handle.read(_HEAD)
    handle.seek(0)
    kind = kind_of(head)
    if kind == "unsupported":
        yield Member("", None, "unsupported_bundle")
        return
    count = 0
    try:
        for member in _WALKS[kind or ""](handle, size, budget):
            count += 1
            yield from _nested(member, budget, depth)
    except (*_DAMAGE, RecursionError):
        yield Member("", None, "damaged_bundle")
        return
    except NotImplementedError:
        # A zip of a version that zipfile doesn't know.
        yield Member("", None, "unsupported_bundle")
        return
    if not count:
        yield Member("", None, "empty_bundle")


def _nested(member: Member, budget: _Budget, depth: int) -> Iterator[Member]:
    """The member; where it is a bundle itself, what that holds."""
    if member.data is None or (kind := kind_of(member.data[:_HEAD])) is None:
        yield member
        return
    handle = io.BytesIO(member.data)
    if kind == "zip" and _is_document(handle):
        yield member
    elif depth == MOST_DEPTH:
        yield Member(member.path, None, "nested_too_deep")
    else:
        handle.seek(0)
        for inner in _opened(handle, len(member.data), budget, depth + 1):
            path = f"{member.path}/{inner.path}" if inner.path else member.path
            yield Member(path, inner.data, inner.reason)


def _is_document(handle: IO[bytes]) -> bool:
    """Whether a zip is a document. One with a directory beyond all measure isn't looked into."""
    return not _has_too_many(handle) and media_types.of_zip(handle) != media_types.ZIP


def _has_too_many(handle: IO[bytes]) -> bool:
    """Whether the end of a zip says that its directory is larger than the memory that reading it may take."""
    size = handle.seek(0, io.SEEK_END)
    handle.seek(max(0, size - _LONGEST_END))
    end = handle.read()
    handle.seek(0)
    place = end.rfind(b"PK\x05\x06")
    if place < 0 or len(end) < place + 16:
        return False
    count, directory_size = struct.unpack("<HI", end[place + 10 : place + 16])
    return bool(count > MOST_MEMBERS or directory_size > MOST_MEMBERS * LONGEST_PATH)


def _zip(handle: IO[bytes], _size: int, budget: _Budget) -> Iterator[Member]:
    if _has_too_many(handle):
        raise _BoundError("too_many_members")
    with zipfile.ZipFile(handle) as bundle:
        infos = [info for info in bundle.infolist() if not info.is_dir()]
        codec = _codec([_raw(info) for info in infos if not info.flag_bits & _UTF8_FLAG])
        for info in infos:
            budget.member()
            name = info.filename if info.flag_bits & _UTF8_FLAG else _raw(info).decode(codec, errors="replace")
            if info.flag_bits & _ENCRYPTED_FLAG:
                yield Member(_shown(name), None, "encrypted_file")
            elif (info.external_attr >> 16) & _MODE_MASK == _LINK_MODE:
                yield Member(_shown(name), None, "symbolic_link")
            else:
                yield _member(name, budget, info.compress_size, partial(bundle.open, info))


def _raw(info: zipfile.ZipInfo) -> bytes:
    """A name as its bytes: zipfile takes it for code page 437 where nothing says UTF-8."""
    return info.orig_filename.encode("cp437", errors="replace")


def _codec(names: list[bytes]) -> str:
    """Names without the mark of UTF-8 come from systems that write it all the same, or GBK. One archive has one encoding."""
    try:
        b"\n".join(names).decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def _tar(handle: IO[bytes], _size: int, budget: _Budget) -> Iterator[Member]:
    with tarfile.open(fileobj=handle, mode="r:", tarinfo=SuspiciousHeader, encoding="utf-8", errors="surrogateescape") as bundle:
        yield from _tar_members(bundle, budget)


def _tar_members(bundle: tarfile.TarFile, budget: _Budget) -> Iterator[Member]:
    for info in bundle:
        if info.isdir():
            continue
        budget.member()
        raw = info.name.encode("utf-8", "surrogateescape")
        name = raw.decode(_codec([raw]), errors="replace")
        if info.isfile():
            # What a sparse file leaves out costs the archive nothing and the reader its size.
            yield _member(name, budget, 0 if info.issparse() else info.size, partial(bundle.extractfile, info))
        else:
            yield Member(_shown(name), None, "symbolic_link" if info.issym() or info.islnk() else "unreadable_file")


def _compressed(handle: IO[bytes], size: int, budget: _Budget) -> Iterator[Member]:
    """A compressed tar, or one compressed file."""
    head = handle.read(8)
    handle.seek(0)
    opener = next(opener for mark, opener in _COMPRESSED.items() if head.startswith(mark))
    with opener(handle) as source:
        start = source.read(512)
        whole = _Bounded(start, source, max(SMALL_BYTES, size * MOST_EXPANSION))
        if kind_of(start) == "tar":
            with tarfile.open(fileobj=whole, mode="r|", tarinfo=SuspiciousHeader, encoding="utf-8", errors="surrogateescape") as bundle:
                yield from _tar_members(bundle, budget)
        else:
            budget.member()
            yield _member("content", budget, size, lambda: whole)


class _Bounded(io.RawIOBase):
    """A decompressed stream that ends in _BoundError where it grows beyond all measure: skipping a member decompresses it, too."""

    def __init__(self, start: bytes, source: IO[bytes], most: int) -> None:
        self._start = start
        self._source = source
        self._left = most
        self._vain = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        wanted = _CHUNK if size < 0 else size
        data, self._start = self._start[:wanted], self._start[wanted:]
        if len(data) < wanted:
            data += self._source.read(wanted - len(data))
        self._left -= len(data)
        self._vain += not data
        if self._left < 0:
            raise _BoundError("expands_too_much")
        if self._vain > _MOST_VAIN_READS:
            raise EOFError
        return data


def _mail(handle: IO[bytes], size: int, budget: _Budget) -> Iterator[Member]:
    """The text of a mail (as a page where it is one), its attachments, and mails that were sent on."""
    if size > LARGEST_MAIL_BYTES:
        raise _BoundError("file_too_large")
    data = handle.read()
    try:
        parts = list(_parts(parsed_message(data, MOST_PARTS)))
    except UnreadableError as error:
        raise _BoundError("too_many_members" if error.reason == "document_too_large" else "damaged_bundle") from error
    texts = {part.get_content_type(): part for part in reversed(parts) if _file_name(part) is None}
    body = texts.get("text/html") or texts.get("text/plain")
    for number, part in enumerate(parts, start=1):
        name = _file_name(part)
        if part.get_content_type() == "message/rfc822":
            payload = b"".join(inner.as_bytes() for inner in part.get_payload() if isinstance(inner, Message))
            name = name or f"mail-{number}.eml"
        else:
            decoded = part.get_payload(decode=True)
            payload = decoded if isinstance(decoded, bytes) else b""
            if part is body:
                name = "mail.html" if part.get_content_type() == "text/html" else "mail.txt"
        if name is not None:
            budget.member()
            yield _member(name, budget, size, partial(io.BytesIO, payload))


def _parts(message: Message) -> Iterator[Message]:
    """The parts that hold something, in order; a mail within the mail is one."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        payload = part.get_payload()
        if isinstance(payload, list) and part.get_content_type() != "message/rfc822":
            waiting += [inner for inner in reversed(payload) if isinstance(inner, Message)]
        else:
            yield part


def _file_name(part: Message) -> str | None:
    """The name of an attachment, whichever way it is encoded."""
    for header, value in list(part.raw_items()):
        raw = str(value).encode("utf-8", "surrogateescape")
        if header.lower() in ("content-disposition", "content-type") and not raw.isascii():
            part.replace_header(header, raw.decode(_codec([raw]), errors="replace"))
    name = part.get_filename()
    if name is None:
        return None
    if "=?" in name:
        return str(make_header(decode_header(name)))
    return name


_WALKS: dict[str, Callable[[IO[bytes], int, _Budget], Iterator[Member]]] = {
    "zip": _zip,
    "tar": _tar,
    "compressed": _compressed,
    "mail": _mail,
}


def _member(name: str, budget: _Budget, compressed: int, source: Callable[[], Any]) -> Member:
    """A member with its bytes, or why it can't be taken. Its neighbours are read whatever befalls it."""
    path = _shown(name)
    if not _is_safe(name):
        return Member(path, None, "unsafe_path")
    try:
        with source() as opened:
            return Member(path, budget.read(opened, compressed))
    except _RefusedError as refused:
        return Member(path, None, refused.reason)
    except (NotImplementedError, RuntimeError):
        return Member(path, None, "unsupported_bundle")
    except _DAMAGE:
        return Member(path, None, "damaged_member")


def _shown(name: str) -> str:
    """A name as a path of the delivery: NFC, forward slashes, no control characters."""
    path = unicodedata.normalize("NFC", name.replace("\\", "/"))
    path = _NO_NAME.sub("\ufffd", path)
    return path[:LONGEST_PATH].strip("/") or "\ufffd"


def _is_safe(name: str) -> bool:
    path = name.replace("\\", "/")
    return not (path.startswith("/") or path[1:2] == ":" or ".." in path.split("/"))
