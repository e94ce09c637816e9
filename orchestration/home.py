"""The home of a warehouse: where everything lies on disk.

Lives here: the paths under HOME, making a home, and the two ways in which files appear there whole or not at all.
Elsewhere: what the files hold (`archive`, `lake`, `staging`, `publish`), and who may write (`locking`).
"""

import errno
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from orchestration.errors import GongkaiError

HOME_VARIABLE = "GONGKAI_HOME"
DEFAULT_HOME = "warehouse"
# A run needs room for the archive, the lake, the working copy and a published copy of what it reads; below this it would die half-way.
LEAST_FREE_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True)
class Home:
    """Paths of one warehouse. Nothing exists before `prepare`."""

    root: Path

    @classmethod
    def at(cls, path: str | os.PathLike[str] | None = None) -> "Home":
        """The home at `path`, else at $GONGKAI_HOME, else ./warehouse."""
        return cls(Path(path or os.environ.get(HOME_VARIABLE) or DEFAULT_HOME).expanduser().resolve())

    @property
    def archive(self) -> Path:
        return self.root / "archive"

    @property
    def lake(self) -> Path:
        return self.root / "lake"

    @property
    def warehouse(self) -> Path:
        return self.root / "warehouse.duckdb"

    @property
    def quality(self) -> Path:
        return self.root / "quality"

    @property
    def publishes(self) -> Path:
        return self.root / "publishes"

    @property
    def published(self) -> Path:
        return self.root / "published"

    @property
    def marts(self) -> Path:
        return self.published / "marts.duckdb"

    @property
    def dagster(self) -> Path:
        return self.root / "dagster"

    @property
    def dbt(self) -> Path:
        return self.root / "dbt"

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    @property
    def lock(self) -> Path:
        return self.root / "home.lock"

    def prepare(self) -> "Home":
        """Make the folders that every command needs. Raises GongkaiError where HOME can't be written or its disk is full."""
        try:
            for folder in (self.root, self.lake, self.quality, self.publishes, self.dagster, self.dbt):
                folder.mkdir(parents=True, exist_ok=True)
            self.archive.mkdir(mode=0o700, exist_ok=True)
            probe = self.root / ".probe"
            probe.write_bytes(b"\0")
            probe.unlink()
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise GongkaiError(f"{self.root}: cannot be written ({error.strerror}); give a folder of your own with --home") from error
        free = shutil.disk_usage(self.root).free
        if free < LEAST_FREE_BYTES:
            raise GongkaiError(
                f"{self.root}: the disk is full ({free // 2**20} MB free, {LEAST_FREE_BYTES // 2**20} MB needed); make room and run again"
            )
        return self

    def inbox(self) -> Path | None:
        """The inbox of the last run: what the UI reads deliveries from. None before the first run."""
        if not self.settings.exists():
            return None
        return Path(json.loads(self.settings.read_text(encoding="utf-8"))["inbox"])

    def remember_inbox(self, inbox: Path) -> None:
        write_json(self.settings, {"inbox": str(inbox.resolve())})


def write_whole(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write `data` under a temporary name, then rename: a reader, or a crash, sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Not made of the name: that may already be as long as a file system allows.
    temporary = path.with_name(f".{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "wb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())
    temporary.replace(path)


def write_json(path: Path, content: Mapping[str, object]) -> None:
    write_whole(path, (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())
