"""Extraction on all cores.

Lives here: reading the documents of a load part by part, in worker processes where there is enough to share out.
A worker reads archived bytes, extracts, transforms and writes its part of the lake itself: only small counts travel back.
Elsewhere: which documents a load holds (`ingest`), what a document says (`extractors`).
"""

import gc
import multiprocessing
import os
import threading
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait as wait_for_end
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.extract import extract
from extractors.records import DocumentFacts, Extraction, Issue
from orchestration import lake
from orchestration.archive import Source, read_content
from orchestration.errors import GongkaiError
from orchestration.home import Home
from orchestration.transforms import frames
from orchestration.transforms.batch import Batch, ReadDocument

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

# Memory is bounded by a part, not by a delivery; a part takes about a second, so that progress shows and cores stay even.
DOCUMENTS_A_PART = 250
# Below this, starting workers (each imports Polars) takes longer than reading the documents here.
LEAST_DOCUMENTS_FOR_WORKERS = 500


@dataclass(frozen=True)
class Part:
    """The documents (content hash, its sources) of one part of a load, and the sources that hold no content."""

    home: Home
    delivery: str
    load_id: str
    number: int
    documents: tuple[tuple[str, tuple[Source, ...]], ...]
    failures: tuple[Source, ...] = ()


def parts(
    home: Home, delivery: str, load_id: str, documents: Sequence[tuple[str, tuple[Source, ...]]], failures: tuple[Source, ...]
) -> list[Part]:
    """A load cut into parts. A load without any document still has one part, so that every table has its files."""
    slices = [tuple(documents[start : start + DOCUMENTS_A_PART]) for start in range(0, len(documents), DOCUMENTS_A_PART)] or [()]
    return [Part(home, delivery, load_id, number, chunk, failures if number == 0 else ()) for number, chunk in enumerate(slices)]


def write_parts(todo: Sequence[Part]) -> Iterator[int]:
    """Write every part into the lake. Yields the number of documents of each part as it is done."""
    if sum(len(part.documents) for part in todo) < LEAST_DOCUMENTS_FOR_WORKERS:
        yield from map(write_part, todo)
        return
    try:
        with ProcessPoolExecutor(cores(), mp_context=_context(), initializer=_end_with_parent) as pool:
            yield from _few_ahead(pool, todo)
    except BrokenProcessPool as error:
        raise GongkaiError(f"{todo[0].delivery}: a worker process died, most likely for want of memory; run again") from error


def _context() -> "BaseContext":
    """Workers come from a server that loads the recognisers once a run; where the system has none each worker is spawned and loads them.

    Never forked from here: a fork of a process with Polars threads can hang.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["orchestration.worker_start"])
    return context


def write_part(part: Part) -> int:
    """Extract the documents of one part and write its tables. Runs in a worker."""
    with _without_collecting():
        read = []
        for sha256, sources in part.documents:
            data = read_content(part.home, sha256)
            read.append(ReadDocument(sha256, len(data), sources, _extracted(sources[0].path, data)))
        batch = Batch(part.delivery, part.load_id, tuple(read), part.failures)
        lake.write_part(part.home, part.delivery, part.load_id, part.number, frames(batch))
        return len(part.documents)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Records of a part live until it is written and hold no cycles: looking for garbage among ever more of them only costs time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _extracted(name: str, data: bytes) -> Extraction:
    """A fault of the extractors on one file costs that file, and says so; the other files of the delivery go on."""
    try:
        return extract(name, data)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        detail = f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
        return Extraction(
            DocumentFacts("application/octet-stream", None, "rejected", reason="reader_failed"),
            issues=[Issue("read", "reader_failed", detail)],
        )


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _few_ahead(pool: ProcessPoolExecutor, todo: Sequence[Part]) -> Iterator[int]:
    waiting = list(reversed(todo))
    running: set[Future[int]] = set()
    while waiting or running:
        while waiting and len(running) < 2 * cores():
            running.add(pool.submit(write_part, waiting.pop()))
        done, running = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever: it watches the parent and leaves."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=lambda: (wait_for_end([parent.sentinel]), os._exit(1)), daemon=True).start()
