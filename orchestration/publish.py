"""Published marts: what readers open.

Lives here: copying the marts of the working warehouse into a new folder under `publishes/`, its manifest, and the one rename that
makes it the published one. Readers of the folder before are not disturbed: their files stay, and the last few folders are kept.
Elsewhere: building the marts (`dbt_project`), deciding whether to publish (`plan`).
"""

import json
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orchestration import hashing
from orchestration.home import Home, write_json

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PUBLISHES_KEPT = 5


def manifest(home: Home) -> dict[str, Any]:
    """The manifest of what is published; empty before the first publish."""
    path = home.published / "manifest.json"
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return content


def publish(home: Home, basis: dict[str, str]) -> dict[str, Any]:
    """Copy the marts of the working warehouse and switch readers to the copy. Returns the manifest.

    `basis` says what the marts were made of (which loads, which dbt project): it goes into the manifest, for `plan` to compare.
    """
    import duckdb

    _remove_unfinished(home)
    publish_id = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    folder = home.publishes / f".{publish_id}.tmp"
    folder.mkdir()
    with duckdb.connect(str(folder / "marts.duckdb"), config={"memory_limit": "2GB"}) as connection:
        connection.execute("set enable_progress_bar = false")
        connection.execute(f"attach '{_quoted(home.warehouse)}' as warehouse (read_only)")
        rows = _copy_tables(connection)
        connection.execute("detach warehouse")
        connection.execute("checkpoint")
        # Parquet is written by DuckDB's threads, hashes are computed by this one: beside each other.
        with ThreadPoolExecutor(1) as beside:
            written = beside.submit(_write_parquet, connection.cursor(), folder / "parquet", list(rows))
            hashes = hashing.table_hashes(connection)
            written.result()
        publishers = _publishers(connection)
    _copy_pages(home.quality, folder / "quality")
    content = {
        "publish_id": publish_id,
        "rows": rows,
        "hashes": hashes,
        "publishers": publishers,
        "basis": basis,
        "versions": {package: version(package) for package in ("gongkai", "duckdb", "dbt-core", "great-expectations", "polars")},
    }
    write_json(folder / "manifest.json", content)
    _flush(folder)
    target = home.publishes / publish_id
    folder.rename(target)
    _switch(home, target)
    _prune(home)
    return content


def _write_parquet(connection: "DuckDBPyConnection", parquet: Path, tables: list[str]) -> None:
    for name in tables:
        folder = parquet / name
        folder.mkdir(parents=True)
        connection.execute(f"copy {name} to '{_quoted(folder / name)}.parquet' (format parquet, compression zstd)")


def _copy_tables(connection: "DuckDBPyConnection") -> dict[str, int]:
    """The marts go into the schema `main` of the database `marts`, so that `marts.dim_report` names one thing: in a file of this name,
    a schema `marts` would make it ambiguous to DuckDB."""
    rows: dict[str, int] = {}
    found = connection.execute(
        "select table_name, comment from duckdb_tables() where database_name = 'warehouse' and schema_name = 'marts' order by table_name"
    ).fetchall()
    for name, comment in found:
        # The first columns of every mart are its key: rows lie in one order, so equal marts give equal files.
        connection.execute(f"create table {name} as select * from warehouse.marts.{name} order by 1, 2, 3")
        _copy_comments(connection, name, comment)
        counted = connection.execute(f"select count(*) from {name}").fetchone()
        rows[name] = int(counted[0]) if counted else 0
    return rows


def _publishers(connection: "DuckDBPyConnection") -> dict[str, int | float]:
    """How many publishers, as printed, there are, and for how many of them no agency is known; `unmatched_share` is a part of 1."""
    row = connection.execute(
        "select count(distinct publisher), count(distinct publisher) filter (where agency_id is null) from dim_report"
    ).fetchone()
    printed, unmatched = row or (0, 0)
    return {"printed": printed, "unmatched": unmatched, "unmatched_share": round(unmatched / printed, 6) if printed else 0.0}


def _copy_comments(connection: "DuckDBPyConnection", name: str, comment: str | None) -> None:
    if comment:
        connection.execute(f"comment on table {name} is '{_quoted(comment)}'")
    columns = connection.execute(
        """select column_name, comment from duckdb_columns()
        where database_name = 'warehouse' and schema_name = 'marts' and table_name = ? and comment is not null""",
        [name],
    ).fetchall()
    for column, words in columns:
        connection.execute(f"comment on column {name}.{column} is '{_quoted(words)}'")


def _copy_pages(pages: Path, target: Path) -> None:
    """Pages are replaced by rename, never written in place, so a hard link keeps them as they are."""

    def link(source: str, destination: str) -> None:
        try:
            os.link(source, destination)
        except OSError:  # a file system without hard links
            shutil.copy2(source, destination)

    shutil.copytree(pages, target, copy_function=link, ignore=shutil.ignore_patterns("*.tmp"))


def _flush(folder: Path) -> None:
    """What is published reaches the disk before the link that promises it."""
    for path in sorted(folder.rglob("*")):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _switch(home: Home, target: Path) -> None:
    link = home.root / f".published.{os.getpid()}.tmp"
    link.unlink(missing_ok=True)
    link.symlink_to(target.relative_to(home.root))
    link.replace(home.published)


def _prune(home: Home) -> None:
    folders = sorted(path for path in home.publishes.iterdir() if not path.name.startswith("."))
    present = home.published.resolve()  # kept even where the clock was set back and its name isn't the last
    for folder in folders[:-PUBLISHES_KEPT]:
        if folder.resolve() != present:
            shutil.rmtree(folder)


def _remove_unfinished(home: Home) -> None:
    for leftover in [*home.publishes.glob(".*.tmp"), *home.root.glob(".*.tmp")]:
        if leftover.is_dir() and not leftover.is_symlink():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()


def _quoted(text: object) -> str:
    return str(text).replace("'", "''")
