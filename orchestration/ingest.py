"""What one ingest of a delivery does, step by step.

Lives here: which of a delivery's sources no good load covers yet, and reading just those into a new load of the lake.
Every step does what is outstanding and nothing else, so a run that was killed is mended by the next one, without a special case.
Elsewhere: the Dagster assets that call the steps in order (`defs`), the rows in DuckDB (`staging`).
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import extractors
from orchestration import expansion, lake, staging, workers
from orchestration.archive import Source
from orchestration.home import Home
from orchestration.transforms.fingerprint import fingerprint

if TYPE_CHECKING:
    from expectations.gate import Verdict

Progress = Callable[[int, int], None]


def reading_fingerprint() -> str:
    """What a load was read with: the extractors, the transforms, the dictionary, the opening of bundles. Changes with any of them."""
    return f"{extractors.fingerprint()[:16]}-{fingerprint()[:16]}-{expansion.fingerprint()[:16]}"


def outstanding(home: Home, delivery: str, entries: Iterable[staging.Entry]) -> frozenset[Source]:
    """The delivery's sources that no load of the present reading covers. A held load covers nothing; one without a verdict does."""
    held = _load_ids(delivery, entries, "held")
    good = [load for load in lake.loads(home, delivery) if _is_present(load) and load.load_id not in held]
    return frozenset(expansion.sources(home, delivery)).difference(*(load.sources for load in good))


def held_load(home: Home, delivery: str, sources: frozenset[Source]) -> lake.Load | None:
    """The held load that reads exactly these outstanding sources: reading them again would find the same."""
    return next((load for load in lake.loads(home, delivery) if _is_present(load) and sources and sources <= load.sources), None)


def read_outstanding(home: Home, delivery: str, progress: Progress) -> int:
    """Extract the delivery's outstanding sources into a new load. Returns the number of documents read.

    `progress` is told the documents read and the documents in all, after each part.
    """
    lake.sweep(home, delivery)
    entries = staging.ledger(home)
    expansion.expand(home, delivery, outstanding(home, delivery, entries))
    todo = outstanding(home, delivery, entries)
    kept = held_load(home, delivery, todo)
    read = 0
    if todo and kept is None:
        kept, read = _read(home, delivery, todo, entries, progress)
    lake.drop(home, delivery, stale_loads(home, delivery, entries, kept))
    return read


def stale_loads(home: Home, delivery: str, entries: Iterable[staging.Entry], kept: lake.Load | None) -> list[str]:
    """Loads that were not accepted and no longer matter: held ones, or ones that older code read, but for `kept`."""
    held = _load_ids(delivery, entries, "held")
    unjudged = _load_ids(delivery, entries, "pending")
    loads = [load for load in lake.loads(home, delivery) if load != kept]
    # A load that the ledger doesn't know (it was lost) is no stale one: it is brought and judged first.
    return [load.load_id for load in loads if load.load_id in held or (load.load_id in unjudged and not _is_present(load))]


def _read(
    home: Home, delivery: str, todo: frozenset[Source], entries: Iterable[staging.Entry], progress: Progress
) -> tuple[lake.Load, int]:
    documents, failures = _documents(home, delivery, todo)
    sources = todo.union(*(sources for _, sources in documents))
    load = lake.Load(delivery, _next_load_id(home, delivery, entries), reading_fingerprint(), sources)
    read = 0
    progress(0, len(documents))
    for count in workers.write_parts(workers.parts(home, delivery, load.load_id, documents, failures)):
        read += count
        progress(read, len(documents))
    lake.commit(home, load)
    return load, read


def judge_outstanding(home: Home, delivery: str, suites: str) -> list["Verdict"]:
    """Judge the delivery's loads that have no verdict of the present suites, bring the quality pages up to date, settle the verdicts."""
    from expectations.docs import DataDocs
    from expectations.gate import judge

    with staging.warehouse(home) as connection:
        with DataDocs(home.quality) as docs:
            verdicts = [judge(connection, delivery, load) for load in staging.unjudged(connection, delivery, suites)]
            for verdict in verdicts:
                docs.add(verdict)
        for verdict in verdicts:
            staging.settle(connection, home, verdict, suites)
    return verdicts


def _next_load_id(home: Home, delivery: str, entries: Iterable[staging.Entry]) -> str:
    """Six digits, counting up: the order in which loads came, so that a rebuild settles them in the same order. A number is not given
    again while the ledger still knows it, though its load is gone."""
    known = [load.load_id for load in lake.loads(home, delivery)] + [entry.load_id for entry in entries if entry.delivery == delivery]
    return f"{max(map(int, known), default=0) + 1:06d}"


def _documents(home: Home, delivery: str, todo: frozenset[Source]) -> tuple[list[tuple[str, tuple[Source, ...]]], tuple[Source, ...]]:
    """The contents behind `todo` that are no bundles, each with all its sources in the delivery; and the sources without content."""
    contents = {source.sha256 for source in todo if source.sha256} - expansion.bundle_hashes(home)
    sources: dict[str, list[Source]] = {}
    for source in expansion.sources(home, delivery):
        if source.sha256 in contents:
            sources.setdefault(source.sha256, []).append(source)
    failures = tuple(sorted((source for source in todo if source.sha256 is None), key=lambda source: source.key))
    return [(sha256, tuple(names)) for sha256, names in sorted(sources.items())], failures


def _is_present(load: lake.Load) -> bool:
    return load.extractor_fingerprint == reading_fingerprint()


def _load_ids(delivery: str, entries: Iterable[staging.Entry], verdict: str) -> set[str]:
    return {entry.load_id for entry in entries if entry.delivery == delivery and entry.verdict == verdict}
