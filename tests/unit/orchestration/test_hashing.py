"""What a published warehouse says, as one short line a table."""

from collections.abc import Iterator

import duckdb
import pytest

from orchestration.hashing import table_hashes, tables

ROWS = [
    ("o1", "r1", "a.txt", "appeals", "1", "quote"),
    ("o2", "r1", "a.txt", "application.fees", None, ""),
    ("o3", "r2", "b.txt", "appeals", "1", None),
]


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as made:
        yield made


def hashes(connection: duckdb.DuckDBPyConnection, rows: list[tuple[str | None, ...]]) -> dict[str, str]:
    connection.execute(
        """create or replace table fct_observation (observation_id varchar, report_id varchar, source_file varchar,
        indicator_code varchar, value decimal(20, 6), quote varchar)"""
    )
    connection.executemany("insert into fct_observation values (?, ?, ?, ?, ?, ?)", rows)
    return table_hashes(connection)


def changed(number: int, **values: str | None) -> list[tuple[str | None, ...]]:
    """ROWS with one row changed."""
    columns = ("observation_id", "report_id", "source_file", "indicator_code", "value", "quote")
    row = dict(zip(columns, ROWS[number], strict=True)) | values
    return [*ROWS[:number], tuple(row[column] for column in columns), *ROWS[number + 1 :]]


def test_a_hash_does_not_depend_on_the_order_of_rows(connection: duckdb.DuckDBPyConnection) -> None:
    assert hashes(connection, ROWS) == hashes(connection, ROWS[::-1])


def test_a_hash_never_changes_for_the_same_rows(connection: duckdb.DuckDBPyConnection) -> None:
    """Written out: warehouses of several versions are compared by it."""
    assert hashes(connection, ROWS) == {
        "fct_observation": "c181e886fef070863ffc760aca45fcf72e728d59da7b6b7282ae332167c975d1",
        "figures": "bdf3374a09b5aa330c82ebde7528bab2f7e19c2c55b708303c9e383730b1e21e",
    }


@pytest.mark.parametrize("column", ["indicator_code", "value", "quote"])
@pytest.mark.parametrize("name", ["fct_observation", "figures"])
def test_another_value_gives_another_hash(connection: duckdb.DuckDBPyConnection, column: str, name: str) -> None:
    assert hashes(connection, ROWS)[name] != hashes(connection, changed(0, **{column: "9"}))[name]


@pytest.mark.parametrize("column", ["observation_id", "report_id", "source_file"])
def test_figures_do_not_know_where_they_came_from(connection: duckdb.DuckDBPyConnection, column: str) -> None:
    assert hashes(connection, ROWS)["figures"] == hashes(connection, changed(0, **{column: "other"}))["figures"]


@pytest.mark.parametrize("column", ["observation_id", "report_id", "source_file"])
def test_a_table_knows_where_its_rows_came_from(connection: duckdb.DuckDBPyConnection, column: str) -> None:
    assert hashes(connection, ROWS)["fct_observation"] != hashes(connection, changed(0, **{column: "other"}))["fct_observation"]


def test_the_same_words_in_two_files_are_the_same_figures(connection: duckdb.DuckDBPyConnection) -> None:
    again = [(f"x{row[0]}", "r9", "copy.txt", *row[3:]) for row in ROWS]
    assert hashes(connection, ROWS)["figures"] == hashes(connection, ROWS + again)["figures"]


def test_a_missing_row_gives_another_hash(connection: duckdb.DuckDBPyConnection) -> None:
    assert hashes(connection, ROWS)["fct_observation"] != hashes(connection, ROWS[:2])["fct_observation"]


def test_null_is_not_an_empty_text(connection: duckdb.DuckDBPyConnection) -> None:
    assert hashes(connection, changed(0, quote=None))["fct_observation"] != hashes(connection, changed(0, quote=""))["fct_observation"]


def test_null_is_not_the_word_that_stands_for_it(connection: duckdb.DuckDBPyConnection) -> None:
    assert hashes(connection, changed(0, quote=None))["fct_observation"] != hashes(connection, changed(0, quote="\\N"))["fct_observation"]


def test_a_line_end_in_a_value_is_not_a_new_row(connection: duckdb.DuckDBPyConnection) -> None:
    assert hashes(connection, changed(0, quote="a\nb")) != hashes(connection, changed(0, quote="a,b"))


def test_another_column_name_gives_another_hash(connection: duckdb.DuckDBPyConnection) -> None:
    before = hashes(connection, ROWS)
    connection.execute("alter table fct_observation rename column quote to words")
    assert table_hashes(connection)["fct_observation"] != before["fct_observation"]


def test_rows_beyond_one_batch_are_hashed(connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = hashes(connection, ROWS)
    monkeypatch.setattr("orchestration.hashing.ROWS_A_BATCH", 1)
    assert hashes(connection, ROWS) == whole


def test_tables_are_named_in_order_and_of_one_database(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("create table b (x int); create table a (x int); attach ':memory:' as other; create table other.c (x int)")
    assert tables(connection) == ["a", "b"]
