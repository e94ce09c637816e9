"""The working warehouse: loads as rows of `staging`, and the ledger of verdicts.

Lives here: opening `warehouse.duckdb`, bringing a delivery's loads from the lake into staging in one transaction, and settling
verdicts. Rows of a load are read by dbt only where `staging.delivery_ledger` says `accepted`.
Elsewhere: finding the verdict (`expectations`), the marts (`dbt_project`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import polars as pl

from orchestration import lake
from orchestration.errors import GongkaiError
from orchestration.home import Home
from orchestration.transforms import TABLES
from orchestration.transforms.fingerprint import fingerprint

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from expectations.gate import Verdict

LEDGER: dict[str, str] = {
    "delivery": "varchar",
    "load_id": "varchar",
    "verdict": "varchar",
    "reason": "varchar",
    "documents": "bigint",
    "reports": "bigint",
    "observations": "bigint",
    "issues": "bigint",
    "extractor_fingerprint": "varchar",
    "suite_fingerprint": "varchar",
}
_SQL_TYPES: dict[type[pl.DataType], str] = {
    pl.String: "varchar",
    pl.Int32: "integer",
    pl.Int64: "bigint",
    pl.Boolean: "boolean",
    pl.Date: "date",
    pl.Datetime: "timestamp",
}


@dataclass(frozen=True)
class Entry:
    """One row of the ledger: what became of a load."""

    delivery: str
    load_id: str
    verdict: str
    reason: str | None
    documents: int
    reports: int
    observations: int
    issues: int
    extractor_fingerprint: str
    suite_fingerprint: str | None


@contextmanager
def warehouse(home: Home, *, read_only: bool = False) -> Iterator["DuckDBPyConnection"]:
    """The working warehouse, with its staging tables made. Only the pipeline opens it: DuckDB allows one process at a time."""
    import duckdb

    try:
        connection = duckdb.connect(str(home.warehouse), read_only=read_only, config={"memory_limit": "2GB"})
    except duckdb.Error as error:
        words = " ".join(str(error).split())
        raise GongkaiError(f"{home.warehouse}: cannot be opened ({words}); close what has it open, or run `gongkai rebuild`") from error
    try:
        connection.execute("set enable_progress_bar = false")
        if not read_only:
            make_tables(connection)
        yield connection
    finally:
        connection.close()


def ledger(home: Home) -> list[Entry]:
    """All loads and their verdicts; empty before the first run."""
    if not home.warehouse.exists():
        return []
    with warehouse(home, read_only=True) as connection:
        known = connection.execute("select 1 from duckdb_tables() where schema_name = 'staging' and table_name = 'delivery_ledger'")
        if known.fetchone() is None:
            return []
        return [Entry(*row) for row in connection.execute("select * from staging.delivery_ledger order by delivery, load_id").fetchall()]


def bring(connection: "DuckDBPyConnection", home: Home, delivery: str) -> dict[str, int]:
    """Make staging hold exactly the loads of the delivery that the lake holds, in one transaction.

    Returns the delivery's rows by table.
    """
    _drop_replaced(connection, home, delivery)
    in_lake = {load.load_id: load for load in lake.loads(home, delivery)}
    known = {row[0] for row in connection.execute("select load_id from staging.delivery_ledger where delivery = ?", [delivery]).fetchall()}
    replaced: list[str] = []
    with _transaction(connection):
        for load_id in sorted(known - in_lake.keys()):
            _forget(connection, delivery, load_id)
        for load_id in sorted(in_lake.keys() - known):
            _insert(connection, home, in_lake[load_id])
            if in_lake[load_id].is_accepted:
                replaced += _replace_older(connection, home, delivery, load_id)
    lake.drop(home, delivery, replaced)
    return {table: _count(connection, table, delivery) for table in TABLES}


def row_counts(home: Home) -> dict[tuple[str, str], int]:
    """Rows of every table of the working warehouse, by schema and name."""
    with warehouse(home, read_only=True) as connection:
        tables = connection.execute("select schema_name, table_name from duckdb_tables()").fetchall()
        counts = " union all ".join(f"select '{schema}', '{name}', count(*) from {schema}.{name}" for schema, name in tables)
        return {(schema, name): count for schema, name, count in connection.execute(counts).fetchall()} if tables else {}


def unjudged(connection: "DuckDBPyConnection", delivery: str, suite_fingerprint: str) -> list[str]:
    """The loads of a delivery to be judged, oldest first: new ones, and those that other suites held.

    What was accepted stays accepted until a newer load replaces it: other suites must not take published rows away.
    """
    rows = connection.execute(
        """select load_id from staging.delivery_ledger
        where delivery = ? and (verdict = 'pending' or verdict = 'held' and suite_fingerprint is distinct from ?) order by load_id""",
        [delivery, suite_fingerprint],
    )
    return [row[0] for row in rows.fetchall()]


def settle(connection: "DuckDBPyConnection", home: Home, verdict: "Verdict", suites: str) -> None:
    """Write a load's verdict. Where it is accepted, its rows replace the delivery's older rows of the same documents."""
    words = "accepted" if verdict.accepted else "held"
    with _transaction(connection):
        connection.execute(
            "update staging.delivery_ledger set verdict = ?, reason = ?, suite_fingerprint = ? where delivery = ? and load_id = ?",
            [words, verdict.reason, suites, verdict.delivery, verdict.load_id],
        )
        replaced = _replace_older(connection, home, verdict.delivery, verdict.load_id) if verdict.accepted else []
    if verdict.accepted:
        load = next(load for load in lake.loads(home, verdict.delivery) if load.load_id == verdict.load_id)
        lake.commit(home, replace(load, is_accepted=True))
    lake.drop(home, verdict.delivery, replaced)


def _drop_replaced(connection: "DuckDBPyConnection", home: Home, delivery: str) -> None:
    """A run that was killed just after a verdict leaves loads in the lake that an accepted one had replaced: finish its work."""
    accepted = {
        row[0]
        for row in connection.execute(
            "select load_id from staging.delivery_ledger where delivery = ? and verdict = 'accepted'", [delivery]
        ).fetchall()
    }
    loads = lake.loads(home, delivery)
    newer = [load for load in loads if load.load_id in accepted]
    lake.drop(home, delivery, [old.load_id for old in loads if any(old.load_id < new.load_id and new.covers(old) for new in newer)])


def _replace_older(connection: "DuckDBPyConnection", home: Home, delivery: str, load_id: str) -> list[str]:
    loads = {load.load_id: load for load in lake.loads(home, delivery)}
    older = [load for load in loads.values() if load.load_id < load_id]
    whole = [load.load_id for load in older if loads[load_id].covers(load)]
    for replaced in whole:
        _forget(connection, delivery, replaced)
    values = {"delivery": delivery, "load_id": load_id}
    for table in TABLES:
        connection.execute(
            f"""delete from staging.{table} where delivery = $delivery and load_id < $load_id and document_id in (
                select document_id from staging.documents where delivery = $delivery and load_id = $load_id)""",
            values,
        )
    # Files that could not be taken, and have come since: their issues are no issues any more.
    connection.execute(
        """delete from staging.document_issues as failure where delivery = $delivery and load_id < $load_id and document_id is null
            and exists (select 1 from staging.document_sources as source where source.delivery = $delivery and source.load_id = $load_id
                and (source.source_file = failure.source_file or starts_with(source.source_file, failure.source_file || '/')))""",
        values,
    )
    return whole


def _insert(connection: "DuckDBPyConnection", home: Home, load: lake.Load) -> None:
    counts = {}
    # Each part has a file in every table, and a load without documents one part (workers.parts).
    parts = max(1, len(lake.parts(home, "documents", load.delivery, load.load_id)))
    # The code that wrote a load is the second part of its fingerprint (ingest.reading_fingerprint).
    has_all_tables = fingerprint()[:16] in load.extractor_fingerprint
    for table, module in TABLES.items():
        files = [str(path) for path in lake.parts(home, table, load.delivery, load.load_id)]
        if len(files) != parts and (files or has_all_tables):
            raise GongkaiError(
                f"{home.lake / table}: {len(files)} of {parts} files of load {load.load_id} of {load.delivery} are there; "
                f"remove {home.lake / 'loads' / load.delivery / load.load_id}.json and run again: the delivery is read anew"
            )
        # A load that older code wrote may lack a table, or a column: its rows have nothing there.
        if not files:
            counts[table] = 0
            continue
        written = {
            row[0] for row in connection.execute("describe select * from read_parquet(?, hive_partitioning = false)", [files]).fetchall()
        }
        selected = ", ".join(column if column in written else f"null as {column}" for column in module.SCHEMA)
        connection.execute(
            f"insert into staging.{table} ({', '.join(module.SCHEMA)}) select {selected} from read_parquet(?, hive_partitioning = false)",
            [files],
        )
        counts[table] = _count(connection, table, load.delivery, load.load_id)
    connection.execute(
        "insert into staging.delivery_ledger values (?, ?, ?, null, ?, ?, ?, ?, ?, null)",
        [
            load.delivery,
            load.load_id,
            "accepted" if load.is_accepted else "pending",
            *(counts[table] for table in ("documents", "reports", "observations", "document_issues")),
            load.extractor_fingerprint,
        ],
    )


def _forget(connection: "DuckDBPyConnection", delivery: str, load_id: str) -> None:
    for table in (*TABLES, "delivery_ledger"):
        connection.execute(f"delete from staging.{table} where delivery = ? and load_id = ?", [delivery, load_id])


def _count(connection: "DuckDBPyConnection", table: str, delivery: str, load_id: str | None = None) -> int:
    condition, values = ("and load_id = ?", [delivery, load_id]) if load_id else ("", [delivery])
    row = connection.execute(f"select count(*) from staging.{table} where delivery = ? {condition}", values).fetchone()
    return int(row[0]) if row else 0


def make_tables(connection: "DuckDBPyConnection") -> None:
    """The tables of `staging`. Where they were made by other code with other columns, they are made anew, empty: the lake fills them."""
    tables = {name: {column: _sql_type(kind) for column, kind in module.SCHEMA.items()} for name, module in TABLES.items()}
    tables["delivery_ledger"] = LEDGER
    found: dict[str, dict[str, str]] = {}
    for table, column, kind in connection.execute(
        "select table_name, column_name, lower(data_type) from duckdb_columns() where schema_name = 'staging' order by column_index"
    ).fetchall():
        found.setdefault(table, {})[column] = kind
    if found == tables:
        return
    with _transaction(connection):
        connection.execute("drop schema if exists staging cascade")
        connection.execute("create schema staging")
        for name, columns in tables.items():
            connection.execute(f"create table staging.{name} ({', '.join(f'{column} {kind}' for column, kind in columns.items())})")


@contextmanager
def _transaction(connection: "DuckDBPyConnection") -> Iterator[None]:
    """All of it, or nothing."""
    connection.execute("begin")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise


def _sql_type(kind: pl.DataType) -> str:
    if isinstance(kind, pl.Decimal):
        return f"decimal({kind.precision},{kind.scale})"
    return _SQL_TYPES[type(kind)]
