"""What a published warehouse says, as one short line a table.

Lives here: the canonical hash of tables, which tells whether two warehouses hold the same rows, whatever wrote the files.
Elsewhere: the command that prints it (`cli`), the manifest that records it (`publish`).
"""

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROWS_A_BATCH = 100_000
FIGURES = "figures"
# Columns that name the bytes and where they came from. Without them, the same words give the same figures under any file name,
# in any delivery and in any encoding.
_ORIGIN_COLUMNS = ("observation_id", "report_id", "source_file")


def table_hashes(connection: "DuckDBPyConnection") -> dict[str, str]:
    """SHA-256 of every table of published marts, ordered by key, and of the figures alone (see `FIGURES`), by name."""
    hashes = {name: _hash(connection, f"select * from {name} order by 1, 2, 3") for name in tables(connection)}
    left_out = ", ".join(_ORIGIN_COLUMNS)
    hashes[FIGURES] = _hash(connection, f"select distinct * exclude ({left_out}) from fct_observation order by all")
    return hashes


def tables(connection: "DuckDBPyConnection") -> list[str]:
    """The published tables, by name."""
    rows = connection.execute("select table_name from duckdb_tables() where database_name = current_database() order by table_name")
    return [row[0] for row in rows.fetchall()]


def _hash(connection: "DuckDBPyConnection", sql: str) -> str:
    """Column names, then every row as CSV, texts quoted and NULL as a bare \\N: a serialisation that has no freedom left."""
    import polars as pl

    digest = hashlib.sha256()
    reader = connection.execute(sql).to_arrow_reader(ROWS_A_BATCH)
    digest.update("\t".join(reader.schema.names).encode())
    for batch in reader:
        frame = pl.from_arrow(batch)
        assert isinstance(frame, pl.DataFrame)
        digest.update(frame.write_csv(include_header=False, null_value="\\N", quote_style="non_numeric").encode())
    return digest.hexdigest()
