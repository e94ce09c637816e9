"""Every received content once, and every name under which it came.

Lives here: `archive/<2 hex>/<sha256>` (the bytes, never changed) and `archive/origins/<delivery>.jsonl` (one line a source;
a line goes only where a file that could not be taken has come since). A delivery's origins are written after its contents, so
each line's content is there.
Elsewhere: which files are new (`plan`), what they say (`extractors`).
"""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from orchestration.errors import GongkaiError
from orchestration.home import Home, write_whole
from orchestration.inbox import InboxFile, read_origin

# A report is some kilobytes, a scanned one some megabytes; beyond this a file is no report and would only fill memory.
LARGEST_FILE_BYTES = 512 * 1024 * 1024


@dataclass(frozen=True, order=True)
class Source:
    """One name under which a delivery brought a content. `sha256` is None where the file could not be taken (`reason` says why)."""

    path: str
    sha256: str | None
    bytes: int
    reason: str | None = None
    url: str | None = None
    publisher: str | None = None
    retrieved_at: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """A path may come with several contents over time; each stays."""
        return (self.path, self.sha256 or self.reason or "")


def content_path(home: Home, sha256: str) -> Path:
    return home.archive / sha256[:2] / sha256


def origins(home: Home, delivery: str) -> list[Source]:
    """All sources of a delivery that the archive holds, sorted."""
    path = _origins_path(home, delivery)
    if not path.exists():
        return []
    return sorted(
        (Source(**json.loads(line)) for line in path.read_text(encoding="utf-8").split("\n") if line),
        key=lambda s: (s.path, s.sha256 or ""),
    )


def delivery_names(home: Home) -> list[str]:
    """Every delivery that was ever received."""
    return sorted(path.name.removesuffix(".jsonl") for path in (home.archive / "origins").glob("*.jsonl"))


def unknown_files(home: Home, delivery: str, files: Iterable[InboxFile]) -> list[InboxFile]:
    """The files that the archive doesn't hold yet under this delivery, name, content and origin. Reads and hashes every file."""
    known = {source.key: source for source in origins(home, delivery)}
    return [file for file in files if not _is_kept(home, known, source_of(file))]


def receive(home: Home, delivery: str, files: Iterable[InboxFile]) -> int:
    """Take `files` into the archive and add them to the delivery's origins. Returns how many sources are new or changed.

    A file that can't be taken becomes a source without content. Raises GongkaiError where the archive can't be written.
    """
    for leftover in home.archive.glob("*/.*.tmp"):
        leftover.unlink()
    known = {source.key: source for source in origins(home, delivery)}
    taken = {source.key: _with_known_origin(source, known) for source in (_take(home, file) for file in files)}
    readable = {source.path for source in taken.values() if source.sha256}
    kept = {key: source for key, source in known.items() if source.sha256 or not _was_mended(source, readable)}
    changed = [key for key, source in taken.items() if known.get(key) != source]
    if changed or kept != known:
        os.sync()  # the contents reach the disk before the line that promises them
        lines = [json.dumps(asdict(source), ensure_ascii=False) for _, source in sorted((kept | taken).items())]
        write_whole(_origins_path(home, delivery), ("\n".join(lines) + "\n").encode(), mode=0o600)
    return len(changed)


def _was_mended(failure: Source, readable: set[str]) -> bool:
    """Whether a file that could not be taken, or a file of a folder that could not be listed, has come since."""
    return any(path == failure.path or path.startswith(f"{failure.path}/") for path in readable)


def source_of(file: InboxFile) -> Source:
    """What a file is, without keeping it: its hash and stated origin, or why it can't be taken."""
    if file.is_link:
        return Source(file.path, None, 0, reason="symbolic_link")
    try:
        size = file.location.stat().st_size
        if size > LARGEST_FILE_BYTES:
            return Source(file.path, None, size, reason="file_too_large")
        with file.location.open("rb") as handle:
            sha256 = hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError:
        return Source(file.path, None, 0, reason="unreadable_file")
    return _with_origin(file, sha256, size)


def read_content(home: Home, sha256: str) -> bytes:
    """The archived bytes, checked against their name. Raises GongkaiError where they are damaged or gone."""
    path = content_path(home, sha256)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GongkaiError(f"{path}: cannot be read ({error.strerror}); restore the archive from a backup") from error
    if hashlib.sha256(data).hexdigest() != sha256:
        path.unlink()  # so that the next run takes it from the inbox again
        raise GongkaiError(f"{path}: was damaged on the disk and is removed; run again with the inbox that holds the file")
    return data


def _with_origin(file: InboxFile, sha256: str, size: int) -> Source:
    try:
        return Source(file.path, sha256, size, **read_origin(file.location))
    except (OSError, ValueError, RecursionError):
        return Source(file.path, sha256, size, reason="damaged_origin")


def _with_known_origin(source: Source, known: dict[tuple[str, str], Source]) -> Source:
    """A file that comes again without its sidecar keeps the origin that was stated before."""
    before = known.get(source.key)
    is_silent = source.reason is None and not (source.url or source.publisher or source.retrieved_at)
    return before if before is not None and is_silent else source


def _is_kept(home: Home, known: dict[tuple[str, str], Source], source: Source) -> bool:
    return known.get(source.key) == _with_known_origin(source, known) and (
        source.sha256 is None or content_path(home, source.sha256).exists()
    )


def _take(home: Home, file: InboxFile) -> Source:
    source = source_of(file)
    if source.sha256 is None or content_path(home, source.sha256).exists():
        return source
    try:
        data = file.location.read_bytes()
    except OSError:
        return Source(file.path, None, 0, reason="unreadable_file")
    # The file may have changed since it was hashed: its name is the hash of the bytes that are kept.
    sha256 = hashlib.sha256(data).hexdigest()
    _keep(content_path(home, sha256), data)
    return _with_origin(file, sha256, len(data))


def keep(home: Home, data: bytes) -> str:
    """Keep the bytes of a bundle's member; returns their hash. Raises GongkaiError where the archive can't be written."""
    sha256 = hashlib.sha256(data).hexdigest()
    if not content_path(home, sha256).exists():
        _keep(content_path(home, sha256), data)
    return sha256


def _keep(target: Path, data: bytes) -> None:
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as handle:
            handle.write(data)
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise GongkaiError(f"{target}: cannot be written ({error.strerror}); make room on the disk and run again") from error


def _origins_path(home: Home, delivery: str) -> Path:
    return home.archive / "origins" / f"{delivery}.jsonl"
