"""Reading published marts.

Lives here: opening `published/marts.duckdb` so that a query can read it and nothing else, and showing rows.
Elsewhere: the working warehouse, which only the pipeline opens (`staging`).
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from orchestration.errors import GongkaiError
from orchestration.home import Home

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROWS_SHOWN = 200
_ROWS_A_FETCH = 10_000
_WIDEST_LINE = 4_000


@contextmanager
def published(home: Home) -> Iterator["DuckDBPyConnection"]:
    """The published marts, read-only: `dim_report` and `marts.dim_report` name the same. SQL reaches no file, network or setting.

    Raises GongkaiError before the first publish, and with DuckDB's own words where a query can't be run.
    """
    import duckdb

    if not home.marts.exists():
        raise GongkaiError(f"{home.root}: nothing is published yet; run `gongkai run INBOX --home {home.root}` first")
    # The link may be switched while we read: the folder that it names now stays.
    path = home.marts.resolve()
    try:
        with duckdb.connect(str(path), read_only=True, config={"enable_external_access": "false"}) as connection:
            connection.execute("set lock_configuration = true")
            yield connection
    except duckdb.Error as error:
        raise GongkaiError(f"{home.marts}: {' '.join(str(error).split())}") from error


def show(home: Home, sql: str, *, as_csv: bool) -> None:
    """Run `sql` on the published marts and print its rows: as a table (the first ROWS_SHOWN), or all of them as CSV."""
    with published(home) as connection:
        cursor = connection.execute(sql)
        if not cursor:
            raise GongkaiError("the query holds no SQL; try: select * from mart_figure limit 10")
        names = [column[0] for column in cursor.description or []]
        if as_csv:
            _write_csv(cursor, names)
        else:
            _print_table(names, cursor.fetchmany(ROWS_SHOWN + 1))


def _write_csv(cursor: "DuckDBPyConnection", names: Sequence[str]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    while rows := cursor.fetchmany(_ROWS_A_FETCH):
        writer.writerows(rows)


def shown_value(value: Any) -> str:
    """A value as a person writes it: 520, not 520.000000. CSV keeps the column's own decimals."""
    if value is None:
        return ""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return f"{value:.0f}"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _print_table(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    table = Table(*names, box=SIMPLE, pad_edge=False)
    for row in rows[:ROWS_SHOWN]:
        table.add_row(*map(shown_value, row))
    # A terminal folds wide rows; into a file or a pipe they go whole.
    console = Console(markup=False, highlight=False, emoji=False, width=None if sys.stdout.isatty() else _WIDEST_LINE)
    console.print(table)
    if len(rows) > ROWS_SHOWN:
        console.print(f"the first {ROWS_SHOWN} rows; --csv gives all of them")
