"""What one ingest of a delivery reads, and what it leaves alone."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from extractors.records import DocumentFacts, Extraction, Quantity, Report
from orchestration import archive, ingest, lake, staging, workers
from orchestration.archive import Source
from orchestration.home import Home

Make = Callable[..., Any]
ABC = Source("a.txt", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3)


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A reader that takes every file for an empty report, and the names that it was given."""
    names: list[str] = []

    def extract(name: str, data: bytes, origins: object) -> Extraction:
        names.append(name)
        return Extraction(DocumentFacts("text/plain", "text", "read"), text=data.decode(), report=Report("annual_report"))

    monkeypatch.setattr(workers, "extract", extract)
    monkeypatch.setattr(ingest, "reading_fingerprint", lambda: "reading-1")
    return names


@pytest.fixture
def read(home: Home, inbox_file: Make) -> Callable[..., int]:
    """Receive the given files (path to content) into delivery A, and read what is outstanding."""

    def make(**files: str) -> int:
        archive.receive(home, "A", [inbox_file(f"{name}.txt", content) for name, content in files.items()])
        return ingest.read_outstanding(home, "A", lambda done, total: None)

    return make


@pytest.fixture
def judged(home: Home, verdict: Make) -> Callable[..., None]:
    """Bring the delivery into staging and settle one load."""

    def make(load_id: str, *, accepted: bool) -> None:
        with staging.warehouse(home) as connection:
            staging.bring(connection, home, "A")
            staging.settle(connection, home, verdict(load_id, accepted=accepted), "suites-1")

    return make


def loads(home: Home) -> dict[str, list[str]]:
    """The paths that each load of delivery A covers."""
    return {load.load_id: sorted(source.path for source in load.sources) for load in lake.loads(home, "A")}


def outstanding(home: Home) -> list[str]:
    return sorted(source.path for source in ingest.outstanding(home, "A", staging.ledger(home)))


def test_received_sources_are_outstanding(home: Home, inbox_file: Make) -> None:
    archive.receive(home, "A", [inbox_file("a.txt", "abc")])
    assert ingest.outstanding(home, "A", []) == frozenset({ABC})


def test_a_first_ingest_reads_everything_into_one_load(home: Home, read: Make) -> None:
    read(a="abc", b="xyz")
    assert loads(home) == {"000001": ["a.txt", "b.txt"]}


def test_reading_tells_the_number_of_documents(read: Make) -> None:
    assert read(a="abc", b="abc", c="xyz") == 2


def test_a_content_under_two_names_is_read_once(read: Make, reader: list[str]) -> None:
    read(b="abc", a="abc")
    assert reader == ["a.txt"]


def test_a_load_without_verdict_is_not_read_again(home: Home, read: Make) -> None:
    read(a="abc")
    assert outstanding(home) == []


def test_an_accepted_load_is_not_read_again(read: Make, judged: Make, reader: list[str]) -> None:
    read(a="abc")
    judged("000001", accepted=True)
    read(a="abc")
    assert reader == ["a.txt"]


def test_only_a_new_file_is_read(home: Home, read: Make, judged: Make) -> None:
    read(a="abc")
    judged("000001", accepted=True)
    read(b="xyz")
    assert loads(home) == {"000001": ["a.txt"], "000002": ["b.txt"]}


def test_a_new_name_of_a_known_content_makes_a_load_with_all_its_names(home: Home, read: Make, judged: Make) -> None:
    read(a="abc")
    judged("000001", accepted=True)
    read(b="abc")
    assert loads(home)["000002"] == ["a.txt", "b.txt"]


def test_every_name_and_stated_publisher_of_a_content_is_heard(home: Home, inbox_file: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[list[tuple[str, str | None]]] = []

    def extract(name: str, data: bytes, origins: Any) -> Extraction:
        heard.append([(origin.path, origin.publisher) for origin in origins])
        return Extraction(DocumentFacts("text/plain", "text", "read"), text=data.decode(), report=Report("annual_report"))

    monkeypatch.setattr(workers, "extract", extract)
    files = [inbox_file("b.txt", "abc"), inbox_file("某县/a.txt", "abc")]
    files[0].location.with_name("b.txt.origin.json").write_text('{"publisher": "某县水务局"}', encoding="utf-8")
    archive.receive(home, "A", files)
    ingest.read_outstanding(home, "A", lambda _done, _all: None)

    assert heard == [[("b.txt", "某县水务局"), ("某县/a.txt", None)]]


def test_a_content_known_from_another_delivery_is_read_for_this_one_too(home: Home, read: Make, inbox_file: Make) -> None:
    read(a="abc")
    archive.receive(home, "B", [inbox_file("a.txt", "abc")])
    assert ingest.outstanding(home, "B", []) == frozenset({ABC})


def test_other_extractors_make_everything_outstanding(home: Home, read: Make, judged: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    read(a="abc")
    judged("000001", accepted=True)
    monkeypatch.setattr(ingest, "reading_fingerprint", lambda: "reading-2")
    assert outstanding(home) == ["a.txt"]


def test_what_older_extractors_read_stays_until_the_new_reading_is_accepted(
    home: Home, read: Make, judged: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(a="abc")
    judged("000001", accepted=True)
    monkeypatch.setattr(ingest, "reading_fingerprint", lambda: "reading-2")
    read()
    assert loads(home) == {"000001": ["a.txt"], "000002": ["a.txt"]}


def test_an_accepted_new_reading_takes_the_place_of_the_old_one(
    home: Home, read: Make, judged: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(a="abc")
    judged("000001", accepted=True)
    monkeypatch.setattr(ingest, "reading_fingerprint", lambda: "reading-2")
    read()
    judged("000002", accepted=True)
    assert loads(home) == {"000002": ["a.txt"]}


def test_what_older_extractors_read_in_vain_gives_way_at_once(
    home: Home, read: Make, judged: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(a="abc")
    judged("000001", accepted=False)
    monkeypatch.setattr(ingest, "reading_fingerprint", lambda: "reading-2")
    read()
    assert loads(home) == {"000002": ["a.txt"]}


def test_sources_of_a_held_load_are_outstanding(home: Home, read: Make, judged: Make) -> None:
    read(a="abc")
    judged("000001", accepted=False)
    assert outstanding(home) == ["a.txt"]


def test_a_held_load_is_not_read_again(home: Home, read: Make, judged: Make, reader: list[str]) -> None:
    read(a="abc")
    judged("000001", accepted=False)
    read()
    assert (reader, loads(home)) == (["a.txt"], {"000001": ["a.txt"]})


def test_a_held_load_is_the_one_that_reads_the_outstanding_sources(home: Home, read: Make, judged: Make) -> None:
    read(a="abc")
    judged("000001", accepted=False)
    found = ingest.held_load(home, "A", frozenset({ABC}))
    assert found is not None
    assert found.load_id == "000001"


def test_without_outstanding_sources_there_is_no_held_load(home: Home, read: Make) -> None:
    read(a="abc")
    assert ingest.held_load(home, "A", frozenset()) is None


def test_a_held_load_of_other_extractors_is_read_again(home: Home, read: Make, judged: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    read(a="abc")
    judged("000001", accepted=False)
    monkeypatch.setattr(ingest, "reading_fingerprint", lambda: "reading-2")
    assert ingest.held_load(home, "A", frozenset({ABC})) is None


def test_a_file_added_to_a_held_load_is_read_together_with_it(home: Home, read: Make, judged: Make) -> None:
    read(a="abc")
    judged("000001", accepted=False)
    read(b="xyz")
    assert loads(home) == {"000002": ["a.txt", "b.txt"]}


def test_an_accepted_load_stays_when_a_later_one_is_held(home: Home, read: Make, judged: Make) -> None:
    read(a="abc")
    judged("000001", accepted=True)
    read(b="xyz")
    judged("000002", accepted=False)
    assert [(entry.load_id, entry.verdict) for entry in staging.ledger(home)] == [("000001", "accepted"), ("000002", "held")]


def test_parts_of_a_killed_run_are_swept_before_reading(home: Home, read: Make) -> None:
    leftover = home.lake / "documents" / "delivery=A" / "000007-0000000.parquet"
    leftover.parent.mkdir(parents=True)
    leftover.write_bytes(b"PAR1")
    read(a="abc")
    assert not leftover.exists()


def test_a_reader_that_raises_costs_its_file_and_says_so(home: Home, read: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = workers.extract

    def broken(name: str, data: bytes, origins: Any) -> Extraction:
        if data == b"abc":
            raise RuntimeError("a fault")
        return sound(name, data, origins)

    monkeypatch.setattr(workers, "extract", broken)
    read(a="abc", b="xyz")
    rows = pl.read_parquet(lake.parts(home, "document_issues", "A", "000001"))
    assert rows["reason"].to_list() == ["reader_failed"]
    assert rows["detail"][0].startswith("RuntimeError at test_ingest.py:")
    assert pl.read_parquet(lake.parts(home, "documents", "A", "000001"))["outcome"].sort().to_list() == ["read", "rejected"]


def test_a_record_that_no_table_holds_costs_its_document(home: Home, read: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = workers.extract

    def monstrous(name: str, data: bytes, origins: Any) -> Extraction:
        extraction = sound(name, data, origins)
        if data == b"abc":
            line = 2**40  # beyond the column
            extraction.quantities.append(Quantity("quantity", Decimal(1), "1", None, None, None, line, 0, 1, 0, 1, "1"))
        return extraction

    monkeypatch.setattr(workers, "extract", monstrous)
    read(a="abc", b="xyz")
    issues = pl.read_parquet(lake.parts(home, "document_issues", "A", "000001"))
    assert issues["reason"].to_list() == ["reader_failed"]
    assert " at " in issues["detail"][0]
    assert pl.read_parquet(lake.parts(home, "documents", "A", "000001"))["outcome"].sort().to_list() == ["read", "rejected"]


def test_a_load_number_is_not_given_again_while_the_ledger_knows_it(home: Home, read: Make, judged: Make) -> None:
    read(a="abc")
    judged("000001", accepted=False)
    lake.drop(home, "A", ["000001"])
    read(b="xyz")
    assert list(loads(home)) == ["000002"]


def test_a_delivery_of_files_without_content_makes_a_load(home: Home) -> None:
    link = Source("link.txt", None, 0, reason="symbolic_link")
    home.archive.joinpath("origins").mkdir()
    home.archive.joinpath("origins", "A.jsonl").write_text(
        '{"path": "link.txt", "sha256": null, "bytes": 0, "reason": "symbolic_link"}\n', encoding="utf-8"
    )
    ingest.read_outstanding(home, "A", lambda done, total: None)
    assert lake.loads(home, "A")[0].sources == {link}


def test_progress_goes_from_none_to_all(home: Home, inbox_file: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "DOCUMENTS_A_PART", 2)
    archive.receive(home, "A", [inbox_file(f"{number}.txt", str(number)) for number in range(5)])
    told: list[tuple[int, int]] = []
    ingest.read_outstanding(home, "A", lambda done, total: told.append((done, total)))
    assert told == [(0, 5), (2, 5), (4, 5), (5, 5)]


@pytest.mark.parametrize(
    ("documents", "cores", "sizes"),
    [
        (0, 2, [0]),
        (20, 2, [20]),
        (60, 2, [30, 30]),
        (300, 2, [150, 150]),
        (300, 64, [25] * 12),
        (600, 2, [150] * 4),
        (999, 4, [250, 250, 250, 249]),
    ],
)
def test_every_core_gets_as_many_documents(
    home: Home, monkeypatch: pytest.MonkeyPatch, documents: int, cores: int, sizes: list[int]
) -> None:
    monkeypatch.setattr(workers, "cores", lambda: cores)
    found = workers.parts(home, "A", "000001", [("0" * 64, (ABC,))] * documents, ())
    assert [len(part.documents) for part in found] == sizes
    assert [part.number for part in found] == [sum(sizes[:index]) for index in range(len(sizes))]


def test_a_load_in_parts_holds_every_document_once(home: Home, inbox_file: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "DOCUMENTS_A_PART", 2)
    archive.receive(home, "A", [inbox_file(f"{number}.txt", str(number)) for number in range(5)])
    ingest.read_outstanding(home, "A", lambda done, total: None)
    assert lake.count_rows(home, "documents", "A") == 5


def test_a_file_without_content_is_told_of_once_over_all_parts(home: Home, inbox_file: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "DOCUMENTS_A_PART", 1)
    gone = inbox_file("gone.txt")
    gone.location.unlink()
    archive.receive(home, "A", [gone, inbox_file("a.txt", "abc"), inbox_file("b.txt", "xyz")])
    ingest.read_outstanding(home, "A", lambda done, total: None)
    assert lake.count_rows(home, "document_issues", "A") == 1


def test_a_file_that_became_readable_is_no_longer_called_unreadable(
    home: Home, inbox_file: Make, judged: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = inbox_file("a.txt", "abc")
    file.location.rename(file.location.with_name("away"))
    archive.receive(home, "A", [file])
    file.location.with_name("away").rename(file.location)
    archive.receive(home, "A", [file])
    ingest.read_outstanding(home, "A", lambda done, total: None)
    assert lake.count_rows(home, "document_issues", "A") == 0
