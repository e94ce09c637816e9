"""documents, document_sources, document_text and reports: what a file is, and what report it is."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest

from extractors.records import DocumentFacts, Extraction, Personal, Report
from orchestration.archive import Source
from orchestration.transforms import document_sources, document_text, documents, reports
from orchestration.transforms.batch import Batch, ReadDocument

Make = Callable[..., Any]


def read(extraction: Extraction, *sources: Source) -> Batch:
    return Batch("A", "000001", (ReadDocument("a" * 64, 60, sources or (Source("a.txt", "a" * 64, 60),), extraction),))


REJECTED = Extraction(DocumentFacts("application/zip", None, "rejected", reason="unsupported_format"))


def test_columns_of_documents_stand_in_the_order_of_staging(batch: Make) -> None:
    assert documents.frame(batch()).columns == [
        "delivery", "load_id", "document_id", "media_type", "bytes", "encoding", "pages", "characters", "reader", "outcome", "reason",
    ]  # fmt: skip


def test_a_read_document_says_what_it_is(row: Make) -> None:
    assert row(documents) == {
        "delivery": "A",
        "load_id": "000001",
        "document_id": "a" * 64,
        "media_type": "text/plain",
        "bytes": 60,
        "encoding": "utf-8",
        "pages": None,
        "characters": 21,
        "reader": "text",
        "outcome": "read",
        "reason": None,
    }


def test_a_rejected_document_says_why() -> None:
    assert documents.frame(read(REJECTED)).select("outcome", "reason", "reader", "characters").row(0) == (
        "rejected",
        "unsupported_format",
        None,
        0,
    )


def test_documents_are_ordered_by_content(batch: Make, document: Make) -> None:
    assert documents.frame(batch(document("c"), document("a"), document("b")))["document_id"].str.head(1).to_list() == ["a", "b", "c"]


def test_columns_of_document_sources_stand_in_the_order_of_staging(batch: Make) -> None:
    assert document_sources.frame(batch()).columns == [
        "delivery", "load_id", "document_id", "source_file", "origin_url", "origin_publisher", "retrieved_at",
    ]  # fmt: skip


def test_every_name_of_a_content_is_a_row(batch: Make, document: Make) -> None:
    assert document_sources.frame(batch(document("a", "b.txt", "a.txt")))["source_file"].to_list() == ["a.txt", "b.txt"]


def test_two_contents_under_one_name_stand_in_the_order_of_their_content(batch: Make, document: Make) -> None:
    frame = document_sources.frame(batch(document("b", "a.txt"), document("a", "a.txt")))
    assert frame["document_id"].str.head(1).to_list() == ["a", "b"]


def test_the_stated_origin_stands_beside_the_name() -> None:
    source = Source("a.txt", "a" * 64, 60, url="https://example.org/1", publisher="某某镇", retrieved_at="2018-03-01")
    assert document_sources.frame(read(REJECTED, source)).row(0)[4:6] == ("https://example.org/1", "某某镇")


@pytest.mark.parametrize(
    ("stated", "instant"),
    [
        ("2018-03-01T08:00:00+08:00", datetime(2018, 3, 1)),
        ("2018-03-01T08:00:00Z", datetime(2018, 3, 1, 8)),
        ("2018-03-01T08:00:00", datetime(2018, 3, 1, 8)),
        ("2018-03-01", datetime(2018, 3, 1)),
        (None, None),
    ],
)
def test_the_retrieval_is_an_instant_in_utc(stated: str | None, instant: datetime | None) -> None:
    frame = document_sources.frame(read(REJECTED, Source("a.txt", "a" * 64, 60, retrieved_at=stated)))
    assert frame["retrieved_at"].to_list() == [instant]


def test_the_text_of_a_read_document_is_kept(batch: Make, document: Make) -> None:
    assert document_text.frame(batch(document("a", text="一二三"))).row(0) == ("A", "000001", "a" * 64, "一二三", None)


def test_the_places_of_personal_data_are_kept_beside_the_text(batch: Make, document: Make) -> None:
    personal = Personal([(0, 1), (2, 3)], [])
    assert document_text.frame(batch(document("a", text="一二三", personal=personal)))["personal"].to_list() == [[0, 1, 2, 3]]


def test_a_rejected_document_has_no_text() -> None:
    assert document_text.frame(read(REJECTED)).height == 0


def test_columns_of_reports_stand_in_the_order_of_staging(batch: Make) -> None:
    assert reports.frame(batch()).columns == [
        "delivery", "load_id", "document_id", "report_id", "title", "document_type", "publisher", "region_code", "province",
        "prefecture", "county", "township", "government_level", "office", "agency_region_code", "report_year", "period_start",
        "period_end", "signed_date", "filled_date", "published_date", "document_number", "index_number", "form_generations",
        "numerals_total", "numerals_unexplained",
    ]  # fmt: skip


def test_a_report_stands_as_printed() -> None:
    report = Report(
        "annual_report",
        title="某某镇2017年年度报告",
        publisher="某某镇人民政府",
        region_code="990101100",
        province="某省",
        prefecture="某市",
        county="某县",
        township="某某镇",
        government_level="township",
        office="人民政府",
        agency_region_code="990102100",
        report_year=2017,
        period_start=date(2017, 1, 1),
        period_end=date(2017, 12, 31),
        signed_date=date(2018, 1, 3),
        filled_date=date(2018, 1, 4),
        published_date=date(2018, 1, 5),
        document_number="某政发〔2018〕1号",
        index_number="000-1/2018-1",
        form_generations=["national_2014"],
        numerals_total=9,
        numerals_unexplained=2,
    )
    assert reports.frame(read(Extraction(DocumentFacts("text/plain", "text", "read"), report=report))).row(0)[4:] == (
        "某某镇2017年年度报告",
        "annual_report",
        "某某镇人民政府",
        "990101100",
        "某省",
        "某市",
        "某县",
        "某某镇",
        "township",
        "人民政府",
        "990102100",
        2017,
        date(2017, 1, 1),
        date(2017, 12, 31),
        date(2018, 1, 3),
        date(2018, 1, 4),
        date(2018, 1, 5),
        "某政发〔2018〕1号",
        "000-1/2018-1",
        "national_2014",
        9,
        2,
    )


@pytest.mark.parametrize(("found", "kept"), [(["b", "a"], "a, b"), ([], None)])
def test_form_generations_are_sorted_and_null_where_there_is_no_form(found: list[str], kept: str | None) -> None:
    report = Report("annual_report", form_generations=found)
    frame = reports.frame(read(Extraction(DocumentFacts("text/plain", "text", "read"), report=report)))
    assert frame["form_generations"].to_list() == [kept]


def test_a_rejected_document_is_no_report() -> None:
    assert reports.frame(read(REJECTED)).height == 0


def test_a_report_has_the_key_of_its_content(batch: Make, document: Make) -> None:
    assert reports.frame(batch(document("a", "renamed.md"), delivery="B", load_id="000009"))["report_id"].to_list() == [
        "a5e7f9882eb5b2ac28e0"
    ]


def test_missing_fields_are_null_not_empty(row: Make) -> None:
    frame = pl.DataFrame([row(reports)])
    assert frame.select("period_start", "signed_date", "document_number", "index_number").row(0) == (None, None, None, None)
