"""Published marts: a new folder, then one rename."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration.errors import GongkaiError
from orchestration.home import Home, write_whole
from orchestration.publish import manifest, publish
from orchestration.query import published

BASIS = {"accepted_loads": "1", "dbt_project": "2"}


def ask(home: Home, sql: str) -> Any:
    with published(home) as connection:
        return connection.execute(sql).fetchall()


def folders(home: Home) -> list[str]:
    return sorted(path.name for path in home.publishes.iterdir())


def test_before_the_first_publish_the_manifest_is_empty(home: Home) -> None:
    assert manifest(home) == {}


def test_the_manifest_counts_rows_by_table(marts: Home) -> None:
    assert publish(marts, BASIS)["rows"] == {
        "dim_document": 3,
        "dim_report": 1,
        "fct_finding": 2,
        "fct_numeral_count": 3,
        "fct_observation": 2,
        "mart_unexplained": 1,
    }


def test_the_manifest_has_a_hash_a_table_and_one_of_the_figures(marts: Home) -> None:
    assert set(publish(marts, BASIS)["hashes"]) == {
        *("dim_document", "dim_report", "fct_finding", "fct_numeral_count", "fct_observation", "mart_unexplained"),
        "figures",
    }


def test_the_manifest_tells_the_share_of_publishers_without_an_agency(marts: Home) -> None:
    assert publish(marts, BASIS)["publishers"] == {"printed": 1, "unmatched": 1, "unmatched_share": 1.0}


def test_the_manifest_names_the_versions(marts: Home) -> None:
    assert set(publish(marts, BASIS)["versions"]) == {"gongkai", "duckdb", "dbt-core", "great-expectations", "polars"}


def test_the_manifest_keeps_its_basis(marts: Home) -> None:
    publish(marts, BASIS)
    assert manifest(marts)["basis"] == BASIS


def test_the_returned_manifest_is_the_written_one(marts: Home) -> None:
    assert publish(marts, BASIS) == json.loads((marts.published / "manifest.json").read_text(encoding="utf-8"))


def test_the_link_names_the_new_folder(marts: Home) -> None:
    publish(marts, BASIS)
    second = publish(marts, BASIS)["publish_id"]
    assert marts.published.readlink() == Path("publishes") / second


def test_a_home_can_be_moved_with_its_link(marts: Home, tmp_path: Path) -> None:
    publish(marts, BASIS)
    moved = Home(marts.root.rename(tmp_path / "moved"))
    assert ask(moved, "select count(*) from dim_report") == [(1,)]


def test_values_are_those_of_the_working_warehouse(marts: Home) -> None:
    publish(marts, BASIS)
    assert ask(marts, "select observation_id, value::varchar from fct_observation") == [("o1", None), ("o2", "0.125000")]


def test_parquet_holds_the_same_rows(marts: Home) -> None:
    publish(marts, BASIS)
    file = marts.published / "parquet" / "fct_observation" / "fct_observation.parquet"
    assert duckdb.execute("select observation_id, value::varchar from read_parquet(?)", [str(file)]).fetchall() == [
        ("o1", None),
        ("o2", "0.125000"),
    ]


def test_only_marts_are_published(marts: Home) -> None:
    with duckdb.connect(str(marts.warehouse)) as connection:
        connection.execute("create schema staging; create table staging.documents as select 1 as x")
    publish(marts, BASIS)
    assert ask(marts, "select table_name from duckdb_tables() order by 1") == [
        ("dim_document",),
        ("dim_report",),
        ("fct_finding",),
        ("fct_numeral_count",),
        ("fct_observation",),
        ("mart_unexplained",),
    ]


def test_words_about_a_table_are_published(marts: Home) -> None:
    publish(marts, BASIS)
    assert ask(marts, "select comment from duckdb_tables() where table_name = 'dim_report'") == [("A report's versions",)]


def test_words_about_a_column_are_published(marts: Home) -> None:
    publish(marts, BASIS)
    assert ask(marts, "select comment from duckdb_columns() where column_name = 'publisher'") == [("发布机关, as it's printed",)]


def test_quality_pages_are_published(marts: Home) -> None:
    write_whole(marts.quality / "loads" / "A.html", b"old")
    publish(marts, BASIS)
    assert (marts.published / "quality" / "loads" / "A.html").read_bytes() == b"old"


def test_a_published_page_stays_when_the_page_is_replaced(marts: Home) -> None:
    write_whole(marts.quality / "A.html", b"old")
    publish(marts, BASIS)
    write_whole(marts.quality / "A.html", b"new")
    assert (marts.published / "quality" / "A.html").read_bytes() == b"old"


def test_the_last_five_folders_stay(marts: Home) -> None:
    ids = [publish(marts, BASIS)["publish_id"] for _ in range(7)]
    assert folders(marts) == ids[2:]


def test_what_was_just_published_stays_when_the_clock_went_back(marts: Home) -> None:
    for number in range(5):
        (marts.publishes / f"29990101T00000000000{number}").mkdir()
    publish(marts, BASIS)
    assert marts.marts.exists()


def test_a_reader_with_an_old_folder_open_is_not_disturbed(marts: Home) -> None:
    publish(marts, BASIS)
    with published(marts) as reader:
        for _ in range(7):
            publish(marts, BASIS)
        assert reader.execute("select observation_id from fct_observation order by 1").fetchall() == [("o1",), ("o2",)]


def test_a_reader_with_an_old_folder_open_sees_the_old_rows(marts: Home) -> None:
    publish(marts, BASIS)
    with published(marts) as reader:
        with duckdb.connect(str(marts.warehouse)) as connection:
            connection.execute("delete from marts.fct_observation")
        publish(marts, BASIS)
        assert reader.execute("select count(*) from fct_observation").fetchall() == [(2,)]


@pytest.mark.parametrize("leftover", ["publishes/.20180101T000000000000.tmp", ".published.99.tmp", ".settings.json.99.tmp"])
def test_leftovers_of_a_killed_publish_are_removed(marts: Home, leftover: str) -> None:
    place = marts.root / leftover
    if leftover.startswith("publishes"):
        (place / "parquet").mkdir(parents=True)
    elif "published" in leftover:
        place.symlink_to("publishes/20180101T000000000000")
    else:
        place.write_text("{", encoding="utf-8")
    publish(marts, BASIS)
    assert not place.is_symlink()
    assert not place.exists()


def test_a_failing_publish_leaves_the_published_one(marts: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    first = publish(marts, BASIS)["publish_id"]
    monkeypatch.setattr("orchestration.hashing.table_hashes", fail)
    with pytest.raises(OSError, match="No space left"):
        publish(marts, BASIS)
    assert manifest(marts)["publish_id"] == first


def test_a_failing_first_publish_publishes_nothing(marts: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orchestration.hashing.table_hashes", fail)
    with pytest.raises(OSError, match="No space left"):
        publish(marts, BASIS)
    with pytest.raises(GongkaiError), published(marts):
        pass


def test_publishing_works_in_a_home_with_quotes_and_brackets(marts: Home, tmp_path: Path) -> None:
    moved = Home(marts.root.rename(tmp_path / "it's [2018]"))
    publish(moved, BASIS)
    assert ask(moved, "select count(*) from fct_observation") == [(2,)]


def fail(*arguments: Any, **options: Callable[..., Any]) -> Any:
    raise OSError(28, "No space left on device")
