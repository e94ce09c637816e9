"""Loads in the lake."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from orchestration import lake
from orchestration.archive import Source
from orchestration.home import Home

Make = Callable[..., Any]


def parquet(home: Home) -> set[str]:
    return {path.name for path in home.lake.glob("documents/*/*")}


def test_a_load_says_what_it_covers_and_who_read_it(home: Home, load: Make, document: Make) -> None:
    load("000001", document("a", "a.txt", "b.txt"), failures=[Source("link.txt", None, 0, reason="symbolic_link")])
    assert lake.loads(home, "A") == [
        lake.Load(
            "A",
            "000001",
            "reading-1",
            frozenset({Source("a.txt", "a" * 64, 60), Source("b.txt", "a" * 64, 60), Source("link.txt", None, 0, reason="symbolic_link")}),
        )
    ]


def test_the_stated_origin_of_a_source_survives(home: Home) -> None:
    source = Source("a.txt", "a" * 64, 3, reason="damaged_origin", url="https://example.org/1", publisher="镇", retrieved_at="2018-03-01")
    lake.commit(home, lake.Load("A", "000001", "reading-1", frozenset({source})))
    assert lake.loads(home, "A")[0].sources == {source}


def test_loads_come_oldest_first(home: Home, load: Make, document: Make) -> None:
    load("000002", document("b"))
    load("000001", document("a"))
    assert [found.load_id for found in lake.loads(home, "A")] == ["000001", "000002"]


def test_parts_without_commit_are_no_load(home: Home, document: Make, load: Make) -> None:
    load("000001", document("a"))
    (home.lake / "loads" / "A" / "000001.json").unlink()
    assert lake.loads(home, "A") == []


def test_a_delivery_without_a_whole_load_is_not_named(home: Home, load: Make, document: Make) -> None:
    load("000001", document("a"), delivery="B")
    (home.lake / "loads" / "C").mkdir()
    assert lake.delivery_names(home) == ["B"]


def test_parts_of_a_killed_run_are_swept(home: Home, load: Make, document: Make) -> None:
    load("000001", document("a"))
    load("000002", document("b"))
    (home.lake / "loads" / "A" / "000002.json").unlink()
    lake.sweep(home, "A")
    assert parquet(home) == {"000001-0000000.parquet"}


def test_half_written_files_of_a_killed_run_are_swept(home: Home, load: Make, document: Make) -> None:
    load("000001", document("a"))
    (home.lake / "documents" / "delivery=A" / "000001-00001.tmp").write_bytes(b"PAR1")
    lake.sweep(home, "A")
    assert parquet(home) == {"000001-0000000.parquet"}


def test_sweeping_one_delivery_leaves_the_others(home: Home, load: Make, document: Make) -> None:
    load("000001", document("a"), delivery="B")
    (home.lake / "loads" / "B" / "000001.json").unlink()
    lake.sweep(home, "A")
    assert parquet(home) == {"000001-0000000.parquet"}


def test_a_dropped_load_is_gone_with_its_parts(home: Home, load: Make, document: Make) -> None:
    load("000001", document("a"))
    load("000002", document("b"))
    lake.drop(home, "A", ["000001"])
    assert (parquet(home), [found.load_id for found in lake.loads(home, "A")]) == ({"000002-0000000.parquet"}, ["000002"])


def test_dropping_a_load_that_is_gone_is_no_error(home: Home, load: Make, document: Make) -> None:
    load("000001", document("a"))
    lake.drop(home, "A", ["000009"])
    assert [found.load_id for found in lake.loads(home, "A")] == ["000001"]


def test_parts_of_a_load_are_its_own(home: Home, load: Make, document: Make) -> None:
    load("000001", document("a"))
    load("000002", document("b"))
    assert [path.name for path in lake.parts(home, "documents", "A", "000002")] == ["000002-0000000.parquet"]


def test_rows_are_counted_over_all_loads(home: Home, load: Make, document: Make) -> None:
    load("000001", document("a"), document("b"))
    load("000002", document("c"))
    assert lake.count_rows(home, "documents", "A") == 3


def test_rows_are_counted_over_loads_with_other_columns(home: Home, load: Make, document: Make) -> None:
    load("000001", document("a"))
    (path,) = lake.parts(home, "documents", "A", "000001")
    pl.read_parquet(path, hive_partitioning=False).drop("pages").write_parquet(path)
    load("000002", document("b"), document("c"))
    assert lake.count_rows(home, "documents", "A") == 3


def test_a_delivery_without_loads_has_no_rows(home: Home) -> None:
    assert lake.count_rows(home, "documents", "A") == 0


def test_rows_are_counted_in_a_home_with_brackets(tmp_path: Path) -> None:
    home = Home(tmp_path / "reports [2018]").prepare()
    lake.write_part(home, "A", "000001", 0, {"documents": pl.DataFrame({"document_id": ["a"]})})
    lake.commit(home, lake.Load("A", "000001", "reading-1", frozenset()))
    assert lake.count_rows(home, "documents", "A") == 1


def test_a_part_is_a_hive_folder_a_delivery(home: Home, load: Make, document: Make) -> None:
    load("000001", document("a"), delivery="二〇一八")
    assert (home.lake / "observations" / "delivery=二〇一八" / "000001-0000000.parquet").is_file()


def test_a_failing_write_leaves_no_load(home: Home, document: Make, load: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: Any, **options: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pl.DataFrame, "write_parquet", full)
    with pytest.raises(OSError, match="No space left"):
        load("000001", document("a"))
    assert lake.loads(home, "A") == []
