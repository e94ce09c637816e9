"""What extraction found, as Parquet: the truth that the warehouse is rebuilt from.

Lives here: loads. One ingest of a delivery adds one load: `lake/<table>/delivery=<name>/<load_id>-<part>.parquet` for every
staging table and, written last, `lake/loads/<delivery>/<load_id>.json`, which makes the load exist. Files without it are
leftovers of a killed run and are swept away.
Elsewhere: filling the parts (`workers`), loading them into DuckDB (`staging`), the verdicts (`expectations`).
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from orchestration.archive import Source
from orchestration.home import Home, write_json

# Kept in the lake only: the texts are as large as all other tables together, and only proofs need them.
TEXT_TABLE = "document_text"


@dataclass(frozen=True)
class Load:
    """What one ingest of a delivery added: which sources it covers, read by which extractors."""

    delivery: str
    load_id: str
    extractor_fingerprint: str
    sources: frozenset[Source]
    is_accepted: bool = False

    def covers(self, older: "Load") -> bool:
        """Whether nothing of an older load remains beside this one: every name and content is here too, whatever origin it states."""
        return {source.key for source in older.sources} <= {source.key for source in self.sources}


def loads(home: Home, delivery: str) -> list[Load]:
    """The loads of a delivery that the lake holds whole, oldest first."""
    found = []
    for path in sorted(_loads_folder(home, delivery).glob("[0-9]*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        sources = frozenset(Source(**source) for source in content["sources"])
        found.append(Load(delivery, path.stem, content["extractor_fingerprint"], sources, content["is_accepted"]))
    return found


def delivery_names(home: Home) -> list[str]:
    return sorted(path.name for path in (home.lake / "loads").glob("*") if any(path.glob("[0-9]*.json")))


def write_part(home: Home, delivery: str, load_id: str, part: int, frames: dict[str, pl.DataFrame]) -> None:
    """One part of a load that is still being made: one file a table. `part` is the number of its first document in the load."""
    for table, frame in frames.items():
        folder = _table_folder(home, table, delivery)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{load_id}-{part:07d}.parquet"
        temporary = path.with_suffix(".tmp")
        frame.write_parquet(temporary, compression="zstd", compression_level=1)  # higher levels make files no smaller, and take longer
        temporary.replace(path)


def commit(home: Home, load: Load) -> None:
    """Make a load exist: its parts are all written. Again, to say that it was accepted: a rebuild then needs no new verdict."""
    os.sync()  # the parts reach the disk before the line that promises them
    sources = [
        {field: value for field in Source.__dataclass_fields__ if (value := getattr(source, field)) is not None} | {"sha256": source.sha256}
        for source in sorted(load.sources, key=lambda source: source.key)
    ]
    write_json(
        _loads_folder(home, load.delivery) / f"{load.load_id}.json",
        {"extractor_fingerprint": load.extractor_fingerprint, "is_accepted": load.is_accepted, "sources": sources},
    )


def drop(home: Home, delivery: str, load_ids: Iterable[str]) -> None:
    """Remove loads that a newer one replaces."""
    for load_id in load_ids:
        (_loads_folder(home, delivery) / f"{load_id}.json").unlink(missing_ok=True)
    sweep(home, delivery)


def sweep(home: Home, delivery: str) -> None:
    """Remove what killed runs and dropped loads left behind."""
    kept = {load.load_id for load in loads(home, delivery)}
    for folder in home.lake.glob("*"):
        for path in (folder / f"delivery={delivery}").glob("*"):
            if path.suffix != ".parquet" or path.name.split("-")[0] not in kept:
                path.unlink()


def parts(home: Home, table: str, delivery: str, load_id: str) -> list[Path]:
    return sorted(_table_folder(home, table, delivery).glob(f"{load_id}-*.parquet"))


def count_rows(home: Home, table: str, delivery: str) -> int:
    """The rows of a table that the delivery's loads hold, read from the files' footers; loads of older code may have other columns."""
    found = [parts(home, table, delivery, load.load_id) for load in loads(home, delivery)]
    counts = [pl.scan_parquet(files, hive_partitioning=False, glob=False).select(pl.len()).collect().item() for files in found if files]
    return int(sum(counts))


def _table_folder(home: Home, table: str, delivery: str) -> Path:
    return home.lake / table / f"delivery={delivery}"


def _loads_folder(home: Home, delivery: str) -> Path:
    return home.lake / "loads" / delivery
