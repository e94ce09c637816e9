"""document_issues: every thing that could not be read, with its remedy."""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import extractors
from extractors.records import DocumentFacts, Extraction, Issue
from orchestration.archive import Source
from orchestration.transforms import document_issues
from orchestration.transforms.batch import Batch, ReadDocument

Make = Callable[..., Any]
with (Path(extractors.__file__).parent / "issue_reasons.csv").open(encoding="utf-8", newline="") as handle:
    REASONS = list(csv.DictReader(handle))
LABEL = Issue("forms", "unmatched_label", "第三行 某项", line=3, char_start=5, char_end=9)


def of_sources(*sources: Source) -> list[dict[str, Any]]:
    extraction = Extraction(DocumentFacts("text/plain", "text", "read"), text="一")
    return document_issues.frame(Batch("A", "000001", (ReadDocument("a" * 64, 3, sources, extraction),))).to_dicts()


def test_columns_stand_in_the_order_of_staging(batch: Make) -> None:
    assert document_issues.frame(batch()).columns == [
        "delivery", "load_id", "document_id", "issue_id", "source_file", "stage", "reason", "detail", "remedy", "page", "line",
        "char_start", "char_end",
    ]  # fmt: skip


def test_an_issue_names_its_file_place_and_remedy(row: Make) -> None:
    found = row(document_issues, issues=[LABEL])
    found.pop("issue_id")
    assert found == {
        "delivery": "A",
        "load_id": "000001",
        "document_id": "a" * 64,
        "source_file": "a.txt",
        "stage": "forms",
        "reason": "unmatched_label",
        "detail": "第三行 某项",
        "remedy": "请对照原表核对该行；如为新表式请登记到 extractors/forms",
        "page": None,
        "line": 3,
        "char_start": 5,
        "char_end": 9,
    }


@pytest.mark.parametrize("reason", [row["reason"] for row in REASONS])
def test_every_reason_has_a_remedy(row: Make, reason: str) -> None:
    assert row(document_issues, issues=[Issue("read", reason, "细节")])["remedy"]


@pytest.mark.parametrize("reason", REASONS, ids=lambda row: row["reason"])
def test_every_reason_is_described(reason: dict[str, str]) -> None:
    assert reason["description_zh"]


def test_an_issue_carries_the_first_name_of_its_content(batch: Make, document: Make) -> None:
    assert document_issues.frame(batch(document("a", "c.txt", "b.txt", issues=[LABEL])))["source_file"].to_list() == ["b.txt"]


def test_the_same_issue_found_twice_is_one_row(batch: Make, document: Make) -> None:
    assert document_issues.frame(batch(document("a", issues=[LABEL, LABEL]))).height == 1


def test_issues_at_two_places_are_two_rows(batch: Make, document: Make) -> None:
    other = Issue("forms", "unmatched_label", "第三行 某项", line=4, char_start=15, char_end=19)
    assert document_issues.frame(batch(document("a", issues=[LABEL, other]))).height == 2


def test_the_key_of_an_issue_knows_no_delivery_load_or_name(batch: Make, document: Make) -> None:
    here = document_issues.frame(batch(document("a", issues=[LABEL])))["issue_id"].to_list()
    there = document_issues.frame(batch(document("a", "z.txt", issues=[LABEL]), delivery="B", load_id="000009"))["issue_id"].to_list()
    assert here == there


def test_personal_data_in_a_detail_is_covered(row: Make) -> None:
    assert row(document_issues, issues=[Issue("forms", "unmatched_label", "手机13800138000")])["detail"] == "手机███████████"


def test_a_unit_of_another_kind_is_an_issue(row: Make, fees: Make) -> None:
    found = row(document_issues, observations=[fees(unit_printed="亩", row_path="收取费用")])
    assert {name: found[name] for name in ("stage", "reason", "detail", "remedy", "line", "char_start", "char_end")} == {
        "stage": "forms",
        "reason": "unit_mismatch",
        "detail": "收取费用: 1250 亩",
        "remedy": "请对照原表核对该单元格的单位",
        "line": 2,
        "char_start": 5,
        "char_end": 20,
    }


@pytest.mark.parametrize("unit", ["元", "万元", None])
def test_a_unit_of_the_right_kind_is_no_issue(batch: Make, document: Make, fees: Make, unit: str | None) -> None:
    assert document_issues.frame(batch(document("a", observations=[fees(unit_printed=unit)]))).height == 0


def test_a_blank_of_a_strange_unit_is_no_issue(batch: Make, document: Make, fees: Make) -> None:
    blank = fees(status="blank", number=None, value_printed=None, unit_printed="亩")
    assert document_issues.frame(batch(document("a", observations=[blank]))).height == 0


@pytest.mark.parametrize(
    "change",
    [{"number": Decimal(10**15)}, {"indicator_code": "application.received", "number": Decimal(10**10), "unit_printed": "亿件"}],
    ids=["number", "with its unit"],
)
def test_a_number_that_no_column_holds_is_an_issue(batch: Make, document: Make, fees: Make, change: dict[str, Any]) -> None:
    assert document_issues.frame(batch(document("a", observations=[fees(**change)]))).height == 1


def test_an_amount_below_zero_is_an_issue(batch: Make, document: Make, fees: Make) -> None:
    frame = document_issues.frame(batch(document("a", observations=[fees(number=Decimal(-3))])))
    assert frame["reason"].to_list() == ["negative_number"]


@pytest.mark.parametrize("reason", ["symbolic_link", "unreadable_file", "file_too_large"])
def test_a_file_without_content_is_an_issue_of_the_inbox(batch: Make, reason: str) -> None:
    frame = document_issues.frame(batch(failures=[Source("b/link.txt", None, 0, reason=reason)]))
    assert frame.select("document_id", "source_file", "stage", "reason").row(0) == (None, "b/link.txt", "inbox", reason)


def test_files_without_content_are_told_apart_by_delivery_and_path(batch: Make) -> None:
    failures = [Source(path, None, 0, reason="symbolic_link") for path in ("a.txt", "b.txt")]
    ids = {
        issue_id
        for delivery in ("A", "B")
        for issue_id in document_issues.frame(batch(delivery=delivery, failures=failures))["issue_id"].to_list()
    }
    assert len(ids) == 4


def test_a_damaged_sidecar_is_an_issue_of_its_name() -> None:
    (issue,) = of_sources(Source("a.txt", "a" * 64, 3), Source("b.txt", "a" * 64, 3, reason="damaged_origin"))
    assert (issue["source_file"], issue["reason"], issue["document_id"]) == ("b.txt", "damaged_origin", "a" * 64)
