"""One writer a home.

Lives here: the lock that every asset takes before it writes, whether the command or the UI runs it.
It is an OS file lock, so the kernel releases it when its holder dies; a Dagster pool would stay taken by a killed run.
Elsewhere: readers, who need no lock: they open what was published.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from filelock import FileLock, Timeout

from orchestration.errors import GongkaiError
from orchestration.home import Home


@cache
def _lock(path: str) -> FileLock:
    # One lock object a process: taking it again within the holder is free, so a run holds it over all its assets.
    return FileLock(path, thread_local=False)


@contextmanager
def writing(home: Home, *, wait: bool = True) -> Iterator[None]:
    """Hold the home. With `wait`, block until it is free (UI runs queue up behind each other); else raise GongkaiError at once."""
    lock = _lock(str(home.lock))
    try:
        lock.acquire(timeout=-1 if wait else 0, poll_interval=0.2)
    except Timeout as error:
        raise GongkaiError(f"{home.root}: another run is working on this home (process {_holder(home)}); wait until it ends") from error
    try:
        home.lock.with_suffix(".pid").write_text(f"{os.getpid()}\n", encoding="ascii")
        yield
    finally:
        lock.release()


def _holder(home: Home) -> str:
    deadline = time.monotonic() + 1  # the holder writes its number just after taking the lock
    while time.monotonic() < deadline:
        try:
            return home.lock.with_suffix(".pid").read_text(encoding="ascii").strip()
        except FileNotFoundError:
            time.sleep(0.05)
    return "unknown"
