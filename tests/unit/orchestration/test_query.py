"""SQL reads the published marts and nothing else."""

from pathlib import Path

import pytest

from orchestration.errors import GongkaiError
from orchestration.home import Home
from orchestration.publish import publish
from orchestration.query import show


@pytest.fixture
def published(published_marts: Home) -> Home:
    return published_marts


def refusal(home: Home, sql: str) -> str:
    with pytest.raises(GongkaiError) as refused:
        show(home, sql, as_csv=True)
    return str(refused.value)


def test_marts_are_found_without_naming_their_schema(published: Home, capsys: pytest.CaptureFixture[str]) -> None:
    show(published, "select observation_id, value from fct_observation order by 1", as_csv=True)
    assert capsys.readouterr().out == "observation_id,value\no1,\no2,0.125000\n"


def test_marts_are_found_under_their_schema(published: Home, capsys: pytest.CaptureFixture[str]) -> None:
    show(published, "select count(*) as n from marts.fct_observation", as_csv=True)
    assert capsys.readouterr().out == "n\n2\n"


def test_rows_are_shown_as_a_table(published: Home, capsys: pytest.CaptureFixture[str]) -> None:
    show(published, "select publisher from dim_report", as_csv=False)
    assert "某某镇人民政府" in capsys.readouterr().out


@pytest.mark.parametrize("words", ["[bold]镇[/bold]", "8:100:3", "[/]"])
def test_words_are_shown_as_they_are(published: Home, capsys: pytest.CaptureFixture[str], words: str) -> None:
    show(published, f"select '{words}' as words", as_csv=False)
    assert words in capsys.readouterr().out


def test_more_rows_than_fit_are_told_of(published: Home, capsys: pytest.CaptureFixture[str]) -> None:
    show(published, "select * from range(201)", as_csv=False)
    assert capsys.readouterr().out.endswith("the first 200 rows; --csv gives all of them\n")


def test_rows_that_all_fit_are_not_told_of(published: Home, capsys: pytest.CaptureFixture[str]) -> None:
    show(published, "select * from range(200)", as_csv=False)
    assert "--csv" not in capsys.readouterr().out


def test_csv_holds_all_rows(published: Home, capsys: pytest.CaptureFixture[str]) -> None:
    show(published, "select * from range(20001)", as_csv=True)
    assert len(capsys.readouterr().out.splitlines()) == 20002


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('{file}')",
        "select * from read_text('{file}')",
        "select * from read_blob('{file}')",
        "select * from read_json('{file}')",
        "select * from read_parquet('{file}')",
        "select * from '{file}'",
        "select * from glob('{folder}/*')",
        "copy (select 1) to '{folder}/out.csv'",
        "copy dim_report from '{file}'",
        "export database '{folder}/out'",
        "import database '{folder}'",
        "attach '{folder}/other.duckdb' as other",
        "attach '{home}/warehouse.duckdb' as warehouse",
        "select * from read_duckdb('{home}/warehouse.duckdb')",
    ],
)
def test_sql_reaches_no_file(published: Home, tmp_path: Path, sql: str) -> None:
    file = tmp_path / "files" / "secret.csv"
    file.parent.mkdir()
    file.write_text("word\nsecret\n", encoding="utf-8")
    assert "secret\n" not in refusal(published, sql.format(file=file, folder=file.parent, home=published.root))


@pytest.mark.parametrize(
    "sql", ["install httpfs", "load httpfs", "install excel from community", "select * from read_csv('http://127.0.0.1:9/a')"]
)
def test_sql_reaches_no_network_and_no_extension(published: Home, sql: str) -> None:
    assert refusal(published, sql)


@pytest.mark.parametrize(
    "sql",
    [
        "set enable_external_access = true",
        "set global enable_external_access = true",
        "reset enable_external_access",
        "set lock_configuration = false",
        "set allowed_directories = ['/']",
        "set temp_directory = '/tmp'",
        "set memory_limit = '1TB'",
        "pragma enable_external_access = true",
        "set enable_external_access = true; select 1",
    ],
)
def test_sql_changes_no_setting(published: Home, sql: str) -> None:
    assert refusal(published, sql)


@pytest.mark.parametrize(
    "sql",
    [
        "create table marts.t (x int)",
        "insert into dim_report (report_id) values ('x')",
        "update dim_report set publisher = 'y'",
        "delete from dim_report",
        "drop table dim_report",
        "alter table dim_report add column x int",
        "comment on table dim_report is 'x'",
        "truncate dim_report",
    ],
)
def test_sql_writes_nothing(published: Home, sql: str) -> None:
    assert "read-only" in refusal(published, sql)


def test_a_wrong_query_is_one_line_in_the_words_of_duckdb(published: Home) -> None:
    message = refusal(published, "select *\nfrom no_such_table")
    assert message.startswith(f"{published.marts}: Catalog Error: Table with name no_such_table does not exist!")
    assert "\n" not in message


def test_before_the_first_publish_the_remedy_is_told(home: Home) -> None:
    assert refusal(home, "select 1") == f"{home.root}: nothing is published yet; run `gongkai run INBOX --home {home.root}` first"


def test_a_damaged_file_is_one_line(marts: Home) -> None:
    publish(marts, {})
    marts.marts.resolve().write_bytes(b"no database")
    assert refusal(marts, "select 1").startswith(f"{marts.marts}: ")
