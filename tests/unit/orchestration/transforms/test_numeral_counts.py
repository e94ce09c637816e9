"""numeral_counts: how many numerals of each class a report has."""

from collections.abc import Callable
from typing import Any

from extractors.extract import extract
from extractors.records import NumeralCount
from orchestration.transforms import numeral_counts

Make = Callable[..., Any]
_REPORT = "墨痕镇2018年政务公开工作总结\n\n一、主要工作\n2018年3月，植树造林521亩。共计12，另计34。\n"


def test_columns_stand_in_the_order_of_staging(batch: Make) -> None:
    assert numeral_counts.frame(batch()).columns == [
        "delivery", "load_id", "document_id", "report_id", "numeral_count_id", "numeral_class", "numerals",
    ]  # fmt: skip


def test_a_class_is_one_row(row: Make) -> None:
    found = row(numeral_counts, numeral_counts=[NumeralCount("date", 3)])
    assert (found["numeral_class"], found["numerals"]) == ("date", 3)


def test_every_numeral_of_a_report_has_one_class() -> None:
    found = extract("a.txt", _REPORT.encode())
    counts = {counted.numeral_class: counted.numerals for counted in found.numeral_counts}
    assert counts == {"bare": 2, "date": 2, "identity": 1, "numbering": 1, "quantity": 1}


def test_the_counts_sum_to_those_of_the_report() -> None:
    found = extract("a.txt", _REPORT.encode())
    assert found.report is not None
    assert sum(counted.numerals for counted in found.numeral_counts) == found.report.numerals_total
    assert [counted.numerals for counted in found.numeral_counts if counted.numeral_class == "bare"] == [found.report.numerals_unexplained]
