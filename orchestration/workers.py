"""Extraction on all cores.

Lives here: cutting a load into parts, and reading one: a worker reads archived bytes, extracts, transforms and writes its part of the
lake itself, so that only small counts travel back.
Elsewhere: which documents a load holds (`ingest`), what a document says (`extractors`), the processes (`supervision`).
"""

import gc
import os
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import ceil
from pathlib import Path

import polars as pl
from polars.exceptions import PanicException

from extractors.extract import extract
from extractors.identity.origins import Origin
from extractors.records import DocumentFacts, Extraction, Issue
from orchestration import lake
from orchestration.archive import Source, read_content
from orchestration.home import Home
from orchestration.supervision import Watch, supervise, unwatched
from orchestration.transforms import frames
from orchestration.transforms.batch import Batch, ReadDocument

# Memory is bounded by a part, not by a delivery. A part of texts takes about a second, so that progress shows; scans, which take seconds
# each, are large.
DOCUMENTS_A_PART = 250
# A part takes some 20 ms besides its documents, and has a file in every table: fewer documents than these are not shared among cores.
LEAST_DOCUMENTS_A_PART = 25
BYTES_A_PART = 16 * 2**20


@dataclass(frozen=True)
class Part:
    """The documents (content hash, its sources) of one part of a load, and the sources that hold no content.

    `number` is that of its first document in the load: files of the lake keep different names however parts are split.
    `reasons` has an entry for each document (by its index) that is not to be read, because it killed a worker.
    """

    home: Home
    delivery: str
    load_id: str
    number: int
    documents: tuple[tuple[str, tuple[Source, ...]], ...]
    failures: tuple[Source, ...] = ()
    reasons: Mapping[int, str] = field(default_factory=dict)
    is_retry: bool = False

    def split(self, index: int, reason: str | None) -> "list[Part]":
        before = [replace(self, documents=self.documents[:index], is_retry=False)] if index else []
        rest = replace(
            self,
            number=self.number + index,
            documents=self.documents[index:],
            failures=() if index else self.failures,
            reasons={} if reason is None else {0: reason},
            is_retry=reason is None,
        )
        return [*before, rest]


def parts(
    home: Home, delivery: str, load_id: str, documents: Sequence[tuple[str, tuple[Source, ...]]], failures: tuple[Source, ...]
) -> list[Part]:
    """A load cut into parts. A load without any document still has one part, so that every table has its files."""
    most = _documents_a_part(len(documents))
    starts = [0]
    size = 0
    for index, (_, sources) in enumerate(documents):
        if index > starts[-1] and (index - starts[-1] == most or size + sources[0].bytes > BYTES_A_PART):
            starts.append(index)
            size = 0
        size += sources[0].bytes
    chunks = pairwise([*starts, len(documents)])
    return [Part(home, delivery, load_id, start, tuple(documents[start:end]), failures if start == 0 else ()) for start, end in chunks]


def _documents_a_part(documents: int) -> int:
    """As many as give every core the same number of parts: 300 on two cores are two of 150, not 250 and 50."""
    rounds = ceil(documents / (DOCUMENTS_A_PART * cores()))
    return max(ceil(documents / max(rounds * cores(), 1)), min(LEAST_DOCUMENTS_A_PART, DOCUMENTS_A_PART))


def write_parts(todo: Sequence[Part]) -> Iterator[int]:
    """Write every part into the lake. Yields the number of documents of each part as it is done."""
    yield from supervise(todo, write_part, cores())


def write_part(part: Part, watch: Watch = unwatched) -> int:
    """Extract the documents of one part and write its tables. Runs in a worker; `watch` is told which document it is at."""
    with _without_collecting():
        read = []
        for index, (sha256, sources) in enumerate(part.documents):
            data = read_content(part.home, sha256)
            if index in part.reasons:
                extraction = _failed(part.reasons[index], "")
            else:
                with watch(index):
                    extraction = _extracted(sources, data)
            read.append(ReadDocument(sha256, len(data), sources, extraction))
        lake.write_part(part.home, part.delivery, part.load_id, part.number, _tables(part, read))
        return len(part.documents)


def _tables(part: Part, read: Sequence[ReadDocument]) -> dict[str, pl.DataFrame]:
    """The tables of a part. A record that no table can hold costs its document, as any other fault of ours on it does."""
    batch = Batch(part.delivery, part.load_id, tuple(read), part.failures)
    try:
        return frames(batch)
    except (Exception, PanicException):
        return frames(replace(batch, documents=tuple(_fitting(batch, document) for document in read)))


def _fitting(batch: Batch, document: ReadDocument) -> ReadDocument:
    try:
        frames(replace(batch, documents=(document,), failures=()))
    except (Exception, PanicException) as error:
        return replace(document, extraction=_failed("reader_failed", fault_of(error)))
    return document


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


def _extracted(sources: tuple[Source, ...], data: bytes) -> Extraction:
    """A fault of the extractors on one file costs that file, and says so; the other files of the delivery go on."""
    try:
        return extract(sources[0].path, data, [Origin(source.path, source.publisher) for source in sources])
    except Exception as error:
        return _failed("reader_failed", fault_of(error))


def fault_of(error: BaseException) -> str:
    """What went wrong and where, without words of the document."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"


def _failed(reason: str, detail: str) -> Extraction:
    """What is said of a document whose reader gave no answer."""
    return Extraction(DocumentFacts("application/octet-stream", None, "rejected", reason=reason), issues=[Issue("read", reason, detail)])


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
