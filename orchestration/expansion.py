"""Bundles of the archive, and the members that came in them.

Lives here: `archive/members/<sha256>.json`, what a bundle of that hash holds: written once, after the members' contents, for all names and
deliveries under which the bundle comes; and the sources of a delivery, members included.
Elsewhere: opening bundles (`bundles`), keeping contents (`archive`), which sources are outstanding (`ingest`).
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from orchestration import archive, bundles, tar_headers
from orchestration.archive import Source
from orchestration.home import Home, write_json
from orchestration.inbox import ORIGIN_SUFFIX, is_ignored, parse_origin


@cache
def fingerprint() -> str:
    """SHA-256, hexadecimal, of what decides how bundles are opened."""
    digest = hashlib.sha256()
    for module in (bundles.__file__, tar_headers.__file__, __file__):
        digest.update(Path(module).read_bytes())
    return digest.hexdigest()


def sources(home: Home, delivery: str) -> list[Source]:
    """Everything that a delivery brought, sorted: received files, and the members of bundles among them."""
    received = archive.origins(home, delivery)
    known = bundle_hashes(home)
    found = {source.key: source for origin in received if origin.sha256 in known for source in members_of(home, origin)}
    found |= {source.key: source for source in received}
    return sorted(found.values(), key=lambda source: (source.path, source.sha256 or ""))


def bundle_hashes(home: Home) -> frozenset[str]:
    """The contents that were opened as bundles: they are no documents."""
    return frozenset(path.stem for path in _folder(home).glob("*.json"))


def members_of(home: Home, bundle: Source) -> Iterator[Source]:
    """What an opened bundle brought: under its path, with its origin where a member has none of its own."""
    for member in _kept(home, bundle.sha256 or "")["members"]:
        source = Source(**member)
        path = f"{bundle.path}/{source.path}" if source.path else bundle.path
        origin = source if source.url or source.publisher or source.retrieved_at else bundle
        yield replace(source, path=path, url=origin.url, publisher=origin.publisher, retrieved_at=origin.retrieved_at)


def expand(home: Home, delivery: str, todo: Iterable[Source]) -> None:
    """Open the bundles among the sources that are to be read. One that is known by its hash is not opened again."""
    wanted = frozenset(todo)
    known = bundle_hashes(home)
    for origin in archive.origins(home, delivery):
        if origin.sha256 is None:
            continue
        if origin.sha256 in known:
            is_wanted = origin in wanted or not wanted.isdisjoint(members_of(home, origin))
            if is_wanted and not _is_whole(home, origin.sha256):
                _open(home, origin.sha256)
        elif origin in wanted and _is_bundle(archive.content_path(home, origin.sha256)):
            _open(home, origin.sha256)


def _is_bundle(path: Path) -> bool:
    return path.exists() and bundles.is_bundle(path)


def _open(home: Home, sha256: str) -> None:
    """Keep the members, then say what they are."""
    stated: dict[str, dict[str, str] | None] = {}
    members = []
    for member in bundles.members(archive.content_path(home, sha256)):
        if member.path.endswith(ORIGIN_SUFFIX) and member.data is not None:
            stated[member.path.removesuffix(ORIGIN_SUFFIX)] = _origin(member.data)
        elif member.data is not None and not is_ignored(member.path):
            members.append(Source(member.path, archive.keep(home, member.data), len(member.data)))
        elif member.data is None and not is_ignored(member.path):
            members.append(Source(member.path, None, 0, reason=member.reason))
    os.sync()  # the contents reach the disk before the file that promises them
    found = sorted({_with_origin(source, stated) for source in members}, key=lambda source: source.key)
    content = [{name: value for name, value in vars(source).items() if value is not None or name == "sha256"} for source in found]
    write_json(_folder(home) / f"{sha256}.json", {"fingerprint": fingerprint(), "members": content})


def _origin(data: bytes) -> dict[str, str] | None:
    try:
        return parse_origin(data)
    except (ValueError, RecursionError):
        return None


def _with_origin(source: Source, stated: dict[str, dict[str, str] | None]) -> Source:
    if source.sha256 is None or source.path not in stated:
        return source
    origin = stated[source.path]
    return (
        replace(source, reason="damaged_origin")
        if origin is None
        else replace(source, url=origin.get("url"), publisher=origin.get("publisher"), retrieved_at=origin.get("retrieved_at"))
    )


def _is_whole(home: Home, sha256: str) -> bool:
    """Whether what was written of a bundle is by the present code, and the contents are there."""
    kept = _kept(home, sha256)
    return kept["fingerprint"] == fingerprint() and all(
        archive.content_path(home, member["sha256"]).exists() for member in kept["members"] if member["sha256"]
    )


def _kept(home: Home, sha256: str) -> dict[str, Any]:
    return dict(json.loads((_folder(home) / f"{sha256}.json").read_text(encoding="utf-8")))


def _folder(home: Home) -> Path:
    return home.archive / "members"
