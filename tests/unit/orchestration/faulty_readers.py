"""Work that goes wrong, for workers of `test_supervision`: a part is a list of deeds, done one after the other.

Imported by worker processes: nothing of pytest here.
"""

import ctypes
import os
import time
from dataclasses import dataclass, replace
from pathlib import Path

from orchestration.supervision import Watch


@dataclass(frozen=True)
class Deeds:
    """`done` is a file to which each deed that was done to its end is written, or the reason why it may not be done."""

    names: tuple[str, ...]
    done: Path
    reason: str | None = None
    is_retry: bool = False

    def split(self, index: int, reason: str | None) -> "list[Deeds]":
        rest = Deeds(self.names[index:], self.done, reason, is_retry=reason is None)
        return [replace(self, names=self.names[:index], is_retry=False), rest] if index else [rest]


def do(part: Deeds, watch: Watch) -> int:
    lines = []
    for index, name in enumerate(part.names):
        if index == 0 and part.reason is not None:
            lines.append(part.reason)
            continue
        with watch(index):
            DEEDS[name]()
        lines.append(name)
    DEEDS.get(f"after {part.names[-1]}", DEEDS["work"])()
    with part.done.open("a", encoding="utf-8") as done:
        done.write("".join(f"{line}\n" for line in lines))
    return len(part.names)


def _hang() -> None:
    """As a native parser does: nothing of Python runs meanwhile, whatever is signalled."""
    ctypes.PyDLL(None).sleep(600)


def _gobble() -> None:
    held = []
    while True:
        held.append(bytearray(os.urandom(1)) * 2**24)
        time.sleep(0.01)


def _fail() -> None:
    raise ValueError("a deed failed")


class _Unsendable(Exception):  # noqa: N818
    """As some libraries have them: made of two things, kept as one."""

    def __init__(self, deed: str, reason: str) -> None:
        super().__init__(f"{deed}: {reason}")


class _Panic(BaseException):
    """As native libraries raise it."""


def _fail_unsendably() -> None:
    raise _Unsendable("a deed", "failed")


def _panic() -> None:
    raise _Panic("a deed failed")


DEEDS = {
    "work": lambda: None,
    "hang": _hang,
    "gobble": _gobble,
    "crash": lambda: ctypes.string_at(0),
    "leave": lambda: os._exit(0),
    "fail": _fail,
    "fail unsendably": _fail_unsendably,
    "panic": _panic,
    "linger": lambda: time.sleep(0.5),
    "linger on": lambda: None,
    "after linger on": lambda: time.sleep(0.5),
    "work on": lambda: None,
    "after work on": lambda: os._exit(1),
}
