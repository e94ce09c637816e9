"""Worker processes that a document may kill.

Lives here: handing parts to workers, and limits on the time and memory that one document may take, kept from outside the reader, so that
they hold where a native parser neither returns nor raises. What was read of a part before a document that cost its worker is read again,
and then the rest, without that document: none is read more than twice, whatever stands beside it.
Elsewhere: what a worker does with a part (`workers`, `labels/draft.py`).

A pool of the standard library loses all its work with one dead process and can't end a task that hangs; that is why this is our own.
"""

import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

import psutil

from orchestration.errors import GongkaiError

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

# What one document may take. The largest text that a reader takes (16 MiB) needs about 10 s and 600 MB; a long scan a second a page.
LIMITS = {"GONGKAI_SECONDS_A_DOCUMENT": 300, "GONGKAI_MEGABYTES_A_DOCUMENT": 1536}
# How often the memory of workers is looked at: a process can touch a few hundred megabytes more in that time.
SECONDS_BETWEEN_LOOKS = 0.1
_NO_DOCUMENT = -1

# What the work says of its part: anything that goes through a pipe, but None.
Answer = TypeVar("Answer")

# Entered for each document with its index in the part.
Watch = Callable[[int], AbstractContextManager[None]]


class Part(Protocol):
    """Work for one worker: documents that it reads one after the other, telling `watch` which.

    `is_retry`: the first document killed a worker once, for no reason that was seen.
    """

    @property
    def is_retry(self) -> bool: ...

    def split(self, index: int, reason: str | None) -> "Sequence[Part]":
        """The documents before `index`, if any, and those from it on: the one at `index` is left out for a reason, or tried again."""


@dataclass(frozen=True)
class Limits:
    """What one document may take: seconds, and megabytes beyond what its process had before."""

    seconds: int
    megabytes: int

    @classmethod
    def of_environment(cls) -> Self:
        """As LIMITS has them, or as the variables of these names say. Raises GongkaiError for what is no whole number above 0."""
        found = []
        for name, usual in LIMITS.items():
            value = os.environ.get(name) or str(usual)
            if not value.isdecimal() or int(value) == 0:
                raise GongkaiError(f"{name}={value}: not a whole number above 0; unset it, or set it to one")
            found.append(int(value))
        return cls(*found)


def unwatched(_index: int) -> AbstractContextManager[None]:
    """The watch of work that is done without a supervisor."""
    return nullcontext()


def supervise(todo: Sequence[Part], work: Callable[[Any, Watch], Answer], processes: int) -> Iterator[Answer]:
    """Yields what `work` returned for each part, as it is done; raises what `work` raised. No worker is left alive."""
    context = _context()
    limits = Limits.of_environment()
    waiting = deque(todo)
    workers: list[_Worker] = []
    try:
        # One by one: those begun are ended where the next can't begin.
        for _ in range(min(processes, len(todo))):
            workers.append(_Worker(context, work, limits))
        while True:
            for worker in workers:
                if worker.part is None and waiting:
                    worker.give(waiting.popleft())
            busy = [worker for worker in workers if worker.part is not None]
            if not busy:
                return
            ready = set(wait([worker.connection for worker in busy], SECONDS_BETWEEN_LOOKS))
            for worker in busy:
                if worker.connection not in ready:
                    worker.end_if_too_large()
                elif (answer := worker.result()) is not None:
                    yield answer
                else:
                    waiting.extendleft(reversed(worker.begin_again()))
    finally:
        for worker in workers:
            worker.end()


class _Worker:
    """One process, and the part that it reads. Where a document kills the process there is a new one."""

    def __init__(self, context: "BaseContext", work: Callable[[Any, Watch], Any], limits: Limits) -> None:
        self.part: Part | None = None
        self._context = context
        self._work = work
        self._limits = limits
        self._start()

    def _start(self) -> None:
        # The document that the worker is at, and the memory that the process had before it.
        self._state = self._context.RawArray("q", [_NO_DOCUMENT, 0])
        # The document that the process was ended at for its memory.
        self._too_large = _NO_DOCUMENT
        self.connection, theirs = self._context.Pipe()
        self._process = self._context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, self._state, self._work, self._limits.seconds), daemon=True
        )
        self._process.start()
        theirs.close()

    def give(self, part: Part) -> None:
        self.part = part
        # A worker that died idle is noticed at the answer that never comes.
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(part)

    def result(self) -> Any:
        """What the worker says of its part; None where it died."""
        try:
            answer = self.connection.recv()
        except (EOFError, ConnectionResetError):
            return None
        if isinstance(answer, Exception):
            raise answer
        self.part = None
        if self._too_large != _NO_DOCUMENT:
            # It came to the end of its part before it was ended: nothing is lost but the process.
            self._renew()
        return answer

    def begin_again(self) -> "Sequence[Part]":
        """Starts another process. Returns what is left to do of the part that the last one died at."""
        self._process.join()
        # It may have come to the end of that document, or into the next, before it was ended.
        index = self._state[0] if self._too_large == _NO_DOCUMENT else self._too_large
        if self.part is None or index == _NO_DOCUMENT:
            raise GongkaiError("a worker process died outside any document, most likely for want of memory; free some and run again")
        rest = self.part.split(index, self._why(index, self.part))
        self.part = None
        self._renew()
        return rest

    def _renew(self) -> None:
        self._process.join()
        self.connection.close()
        self._start()

    def _why(self, index: int, part: Part) -> str | None:
        """The reason that a document killed the worker. A first death by itself may be the machine's fault: no reason yet."""
        if self._too_large != _NO_DOCUMENT:
            return "reader_too_large"
        if self._process.exitcode == -signal.SIGALRM:
            return "reader_too_slow"
        return "reader_died" if part.is_retry and index == 0 else None

    def end_if_too_large(self) -> None:
        index, before = self._state
        if index != _NO_DOCUMENT and _memory(self._process.pid) - before > self._limits.megabytes * 2**20 and self._state[0] == index:
            self._too_large = index
            self._process.kill()

    def end(self) -> None:
        # One that couldn't be started has no number.
        if self._process.pid is not None:
            self._process.kill()
            self._process.join()
        self.connection.close()


def _memory(pid: int) -> int:
    """The resident memory of a process in bytes; 0 where it has ended."""
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0


def _context() -> "BaseContext":
    """Workers come from a server that loads the recognisers once a run; where the system has none each worker is spawned and loads them.

    Never forked from here: a fork of a process with Polars threads can hang.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["orchestration.worker_start"])
    return context


def _serve(connection: Connection, state: Any, work: Callable[[Any, Watch], Any], seconds: int) -> None:
    """What a worker process does: reads the parts that come, and says what came of each, or what went wrong."""
    # An interrupt goes to the whole group of processes: the run itself ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The system itself ends a worker at the alarm, even inside native code.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    # What libraries say of a damaged file, in C too, would stand among the progress; what ends a worker is told by its document's row.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    _end_with_parent()
    process = psutil.Process()

    @contextmanager
    def watch(index: int) -> Iterator[None]:
        state[1] = process.memory_info().rss
        state[0] = index
        signal.alarm(seconds)
        try:
            yield
        finally:
            signal.alarm(0)
            state[0] = _NO_DOCUMENT

    while True:
        try:
            part = connection.recv()
        except EOFError:
            return
        try:
            answer = work(part, watch)
        except BaseException as error:
            # A panic of a native library, which is no Exception, too: the run ends with what it says.
            answer = _sendable(error)
        connection.send(answer)


def _sendable(error: BaseException) -> Exception:
    """What went wrong, with where; told in words where the error itself doesn't come through a pipe."""
    place = traceback.format_exc()
    try:
        copy = pickle.loads(pickle.dumps(error))
    except Exception:
        copy = None
    sent = error if isinstance(error, Exception) and type(copy) is type(error) else RuntimeError(f"{type(error).__name__}: {error}")
    sent.add_note(place)
    return sent


def _end_with_parent() -> None:
    """A worker whose parent was killed would finish its part first: it watches the parent and leaves."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()
