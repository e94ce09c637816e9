"""Reading files in processes that may hang, grow or die: each costs its file and is replaced.

Lives here: the workers, the watch over their time and memory, and what is told of each file. `run` yields results as they come.
Elsewhere: which files (__main__.py), what is judged (judging.py).
"""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path

import psutil

# A worker that reads for ever keeps what the libraries never give back; each begins anew after so many files.
FILES_A_WORKER = 2_000
_LOOKS_A_SECOND = 5


@dataclass(frozen=True)
class Case:
    """A file to read: what made it (format and kinds of damage), and its bytes."""

    number: int
    format: str
    name: str
    data: bytes
    damage: tuple[str, ...] = ()


@dataclass
class Result:
    """What became of a file. `wrong` is empty where all is well. Memory is the most that the process took while it read."""

    number: int
    format: str
    outcome: str = "died"
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    megabytes: float = 0.0
    peak_bytes: int = 0


@dataclass(frozen=True)
class Limits:
    """Of one file: seconds of processor time, more for what is large, and memory beyond what the process has anyway.

    A process that is beyond `most_seconds`, or takes twice the memory, is killed. `seconds_of` has formats that take longer than others.
    """

    seconds: float
    seconds_a_megabyte: float
    most_seconds: float
    bytes: int
    seconds_of: Mapping[str, float] = field(default_factory=dict)


Make = Callable[[int], Case]
Judge = Callable[[str, bytes], tuple[str, list[str]]]


class _Worker:
    """One process and the case that it was given last."""

    def __init__(self, make: Make, judge: Judge) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, make, judge), daemon=True)
        self.process.start()
        theirs.close()
        self.number: int | None = None
        self.since = 0.0
        self.done = 0
        # The first answer only says that everything is loaded.
        self.is_ready = False

    def give(self, number: int) -> None:
        self.number = number
        self.since = _processor_seconds(self.process.pid)
        self.connection.send(number)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


def run(make: Make, judge: Judge, numbers: Iterator[int], workers: int, limits: Limits) -> Iterator[Result]:
    """What became of each file that `make` makes of a number, as they end. Both must be importable: workers are spawned.

    `judge` reads a file, given its name and bytes, and tells how it ended and what is wrong with that.
    """
    running = [_Worker(make, judge) for _ in range(workers)]
    try:
        waiting = True
        while waiting or any(worker.number is not None for worker in running):
            for index, worker in enumerate(running):
                if worker.is_ready and worker.number is None and waiting:
                    if worker.done >= FILES_A_WORKER:
                        worker.end()
                        running[index] = _Worker(make, judge)
                        continue
                    number = next(numbers, None)
                    waiting = number is not None
                    if number is not None:
                        worker.give(number)
            wait([worker.connection for worker in running], timeout=1 / _LOOKS_A_SECOND)
            for index, worker in enumerate(running):
                result = _answer(worker, limits)
                if result is None:
                    continue
                if result.outcome in ("died", "too slow", "too large"):
                    worker.end()
                    running[index] = _Worker(make, judge)
                yield result
    finally:
        for worker in running:
            worker.end()


def _processor_seconds(pid: int | None) -> float:
    """What a process has worked so far: on a machine with other things to do, the clock tells nothing."""
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)


def _answer(worker: _Worker, limits: Limits) -> Result | None:
    """What a worker says, or what must be said of it."""
    try:
        if worker.connection.poll():
            answer: Result | None = worker.connection.recv()
            worker.is_ready = True
            if answer is None:
                return None
            worker.number = None
            worker.done += 1
            usual = limits.seconds_of.get(answer.format, limits.seconds)
            if answer.seconds > usual + answer.megabytes * limits.seconds_a_megabyte:
                answer.wrong.append(f"took {answer.seconds:.1f} s for {answer.megabytes:.1f} MB")
            if answer.peak_bytes > limits.bytes:
                answer.wrong.append(f"took {answer.peak_bytes >> 20} MB for {answer.megabytes:.1f} MB")
            return answer
        memory = psutil.Process(worker.process.pid).memory_info().rss
    except (EOFError, OSError, psutil.Error):
        if worker.number is None:
            raise RuntimeError("a worker died before it was given a file") from None
        worker.process.join(timeout=10)
        return Result(worker.number, "?", "died", [f"the process died, exit code {worker.process.exitcode}"])
    if worker.number is None:
        return None
    spent = _processor_seconds(worker.process.pid) - worker.since
    if spent > limits.most_seconds:
        return Result(worker.number, "?", "too slow", [f"not done after {spent:.0f} s"], spent)
    if memory > 2 * limits.bytes:
        return Result(worker.number, "?", "too large", [f"{memory >> 20} MB and growing"], spent, peak_bytes=memory)
    return None


def _serve(connection: Connection, make: Make, judge: Judge) -> None:
    """Reads what it is told to, until nobody asks any more; what libraries write of damage, in C too, is of no interest."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    judge("a.txt", "青竹乡2016年政府信息公开年度报告\n".encode())
    connection.send(None)
    while True:
        try:
            number = connection.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            os._exit(0)
        case = make(number)
        _forget_peak()
        before = _memory("VmRSS")
        start = time.process_time()
        outcome, wrong = judge(case.name, case.data)
        seconds = time.process_time() - start
        peak = max(0, _memory("VmHWM") - before)
        connection.send(Result(number, case.format, outcome, wrong, seconds, len(case.data) / 2**20, peak))


def _forget_peak() -> None:
    """Begins to measure the most memory anew, where the system can."""
    if os.access("/proc/self/clear_refs", os.W_OK):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _memory(kind: str) -> int:
    """A line of the system's account of this process, in bytes; 0 where it keeps none."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next((line for line in status.read_text(encoding="ascii", errors="replace").splitlines() if line.startswith(kind)), "")
    return int(line.split()[1]) * 1024 if line else 0
