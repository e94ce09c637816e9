"""Work that goes wrong, for workers of `test_supervision`: a part is a list of deeds, done one after the other.

Imported by worker processes: nothing of pytest here.
"""

import ctypes
import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from orchestration.supervision import Watch


@dataclass(frozen=True)
class Deeds:
    """`done` is a file to which each deed that was done to its end is written, with the reasons of those that may not be done."""

    names: tuple[str, ...]
    done: Path
    left_out: tuple[tuple[int, str], ...] = ()

    def without(self, index: int, reason: str) -> Self:
        return replace(self, left_out=(*self.left_out, (index, reason)))


def do(part: Deeds, watch: Watch) -> int:
    reasons = dict(part.left_out)
    lines = []
    for index, name in enumerate(part.names):
        if index not in reasons:
            with watch(index):
                DEEDS[name]()
        lines.append(reasons.get(index, name))
    DEEDS[f"after {part.names[-1]}"]() if f"after {part.names[-1]}" in DEEDS else None
    part.done.write_text("\n".join(lines), encoding="utf-8")
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


DEEDS = {
    "work": lambda: None,
    "hang": _hang,
    "gobble": _gobble,
    "crash": lambda: ctypes.string_at(0),
    "leave": lambda: os._exit(0),
    "fail": _fail,
    "work on": lambda: None,
    "after work on": lambda: os._exit(1),
}
