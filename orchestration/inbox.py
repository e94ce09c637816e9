"""What lies in an inbox.

Lives here: which files of INBOX belong to which delivery, and the origin sidecars beside them.
A delivery is a direct subfolder of INBOX, named after it; loose files form one named after INBOX itself.
Elsewhere: keeping the bytes (`archive`), reading them (`extractors`).
"""

import hashlib
import json
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from orchestration.errors import GongkaiError
from orchestration.home import Home

ORIGIN_SUFFIX = ".origin.json"
# What systems and editors leave behind; never a report.
IGNORED_NAMES = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})
IGNORED_PREFIXES = (".", "~$")
# File systems take names of 255 bytes; ours add what they stand for ("delivery=…", ".jsonl").
LONGEST_NAME_BYTES = 225


@dataclass(frozen=True)
class InboxFile:
    """One file of a delivery. `path` is its place in the delivery, with forward slashes; `is_link` files are not opened."""

    path: str
    location: Path
    is_link: bool


def delivery_name(folder: str) -> str:
    """A folder's name as a delivery: NFC, with what a file name or a partition key can't hold percent-encoded."""
    name = unicodedata.normalize("NFC", folder).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    plain = "".join(quote(c, safe="") if c in "/\\%=*?[]" or ord(c) < 32 or c == "\x7f" else c for c in name).replace("...", "%2E%2E%2E")
    if len(plain.encode()) <= LONGEST_NAME_BYTES:
        return plain
    return f"{plain.encode()[:LONGEST_NAME_BYTES].decode(errors='ignore')}~{hashlib.sha256(plain.encode()).hexdigest()[:8]}"


def deliveries(inbox: Path, home: Home) -> dict[str, list[InboxFile]]:
    """The files of every delivery in `inbox`, by delivery name, sorted by path. A home inside the inbox is no delivery.

    Raises GongkaiError where the inbox is missing, no folder, unreadable or empty.
    """
    found = _found(inbox, home, None)
    if not found:
        raise GongkaiError(f"{inbox}: holds no files; put the reports there, one folder a delivery")
    return {name: sorted(files, key=lambda file: file.path) for name, files in sorted(found.items())}


def delivery(inbox: Path, home: Home, name: str) -> list[InboxFile]:
    """The files of one delivery, sorted by path; the folders of the others are not walked. Empty where the inbox doesn't hold it.

    Raises GongkaiError where the inbox is missing, no folder or unreadable.
    """
    return sorted(_found(inbox, home, name).get(name, []), key=lambda file: file.path)


def _found(inbox: Path, home: Home, only: str | None) -> dict[str, list[InboxFile]]:
    if inbox.resolve().is_relative_to(home.root):
        raise GongkaiError(f"{inbox}: is the warehouse itself; give the folder that holds the reports")
    if not inbox.is_dir():
        raise GongkaiError(f"{inbox}: there is no such folder; give the folder that holds the reports")
    found: dict[str, list[InboxFile]] = {}
    try:
        entries = sorted(os.scandir(inbox), key=lambda entry: entry.name)
    except OSError as error:
        raise GongkaiError(f"{inbox}: cannot be read ({error.strerror}); check the folder's permissions") from error
    loose = delivery_name(inbox.resolve().name or "inbox")
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        name = delivery_name(entry.name) if is_folder else loose
        if _ignored(entry.name) or only not in (None, name):
            continue
        if is_folder:
            if Path(entry.path).resolve() == home.root:
                continue
            files = list(_walk(Path(entry.path), Path(entry.path), home))
            if files:
                found.setdefault(name, []).extend(files)
        elif file := _file(Path(entry.path), inbox):
            found.setdefault(name, []).append(file)
    return found


def read_origin(location: Path) -> dict[str, str]:
    """The origin sidecar `<file>.origin.json`: url, publisher, retrieved_at (ISO 8601). Empty where there is none.

    Raises ValueError where the sidecar holds something else.
    """
    sidecar = location.with_name(location.name + ORIGIN_SUFFIX)
    if sidecar.is_symlink() or not sidecar.is_file():
        return {}
    return parse_origin(sidecar.read_bytes())


def parse_origin(data: bytes) -> dict[str, str]:
    """What a sidecar states. Raises ValueError where it holds something else."""
    content = json.loads(data)
    if not isinstance(content, dict):
        raise ValueError("a sidecar holds one JSON object")
    origin = {key: str(content[key]) for key in ("url", "publisher", "retrieved_at") if content.get(key)}
    instant(origin.get("retrieved_at"))
    for text in origin.values():
        text.encode()  # half a character (a lone surrogate) can't be kept as text
    return origin


def instant(stated: str | None) -> datetime | None:
    """An ISO 8601 instant in UTC, without its zone; without a stated zone it is taken as UTC. Raises ValueError for anything else."""
    if stated is None:
        return None
    moment = datetime.fromisoformat(stated)
    try:
        return moment if moment.tzinfo is None else moment.astimezone(UTC).replace(tzinfo=None)
    except OverflowError as error:
        raise ValueError(f"{stated} is before the first year") from error


def is_ignored(path: str) -> bool:
    """Whether a file of a bundle would be passed over in a folder: what systems leave behind."""
    return any(_ignored(name) for name in path.split("/") if name != "..")


def _ignored(name: str) -> bool:
    return name in IGNORED_NAMES or name.startswith(IGNORED_PREFIXES) or name.endswith(ORIGIN_SUFFIX)


def _walk(folder: Path, base: Path, home: Home) -> Iterator[InboxFile]:
    closed: list[str] = []
    for root, folders, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        links = [name for name in folders if Path(root, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not _ignored(name) and name not in links and Path(root, name) != home.root)
        for name in links:
            if not _ignored(name):
                yield InboxFile(_relative(Path(root, name), base), Path(root, name), is_link=True)
        for name in names:
            if not _ignored(name) and (file := _file(Path(root, name), base)):
                yield file
    # A folder that can't be listed is handed on as if it were a file: opening it fails, and that becomes its issue row.
    for name in closed:
        yield InboxFile(_relative(Path(name), base), Path(name), is_link=False)


def _file(location: Path, base: Path) -> InboxFile | None:
    """Regular files and links; sockets, pipes and devices would block whoever opens them, so they are passed over."""
    if location.is_symlink():
        return InboxFile(_relative(location, base), location, is_link=True)
    return InboxFile(_relative(location, base), location, is_link=False) if location.is_file() else None


def _relative(location: Path, base: Path) -> str:
    path = unicodedata.normalize("NFC", location.relative_to(base).as_posix())
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
