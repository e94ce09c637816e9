"""quantities, ledger_entries, tasks, citations and signs of identity; and what holds for all tables together."""

import random
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from extractors.records import Citation, Evidence, Issue, LedgerEntry, Quantity, Task
from orchestration.transforms import TABLES, citations, frames, identity_evidence, ledger_entries, quantities, tasks
from orchestration.transforms.batch import Batch, identifier

Make = Callable[..., Any]
TREES = Quantity("quantity", Decimal("52000"), "5.2万", "亩", "林地", "一/二", 3, 0, 9, 2, 6, "造林5.2万亩。", page=1)
ENTRY = LedgerEntry(date(2017, 3, 1), "卖地", Decimal("10.5"), None, "元", 4, 10, 19, "3月1日 卖地 10.5")
TASK = Task("（一）", "重点工作", "推进公开", 5, 20, 27)
CITATION = Citation("国发〔2016〕1号", "关于公开的意见", 6, 30, 45)


def test_columns_of_quantities_stand_in_the_order_of_staging(batch: Make) -> None:
    assert quantities.frame(batch()).columns == [
        "delivery", "load_id", "document_id", "report_id", "quantity_id", "numeral_class", "value", "value_printed", "unit_printed",
        "noun", "heading_path", "page", "line", "char_start", "char_end", "value_start", "value_end", "quote",
    ]  # fmt: skip


def test_a_quantity_stands_in_its_printed_unit(row: Make) -> None:
    found = row(quantities, quantities=[TREES])
    assert (str(found["value"]), found["value_printed"], found["unit_printed"], found["noun"], found["heading_path"]) == (
        "52000.000000",
        "5.2万",
        "亩",
        "林地",
        "一/二",
    )


def test_a_numeral_without_number_is_null(row: Make) -> None:
    assert row(quantities, quantities=[Quantity("numbering", None, "一", None, None, None, 1, 0, 1, 0, 1, "一")])["value"] is None


def test_a_numeral_too_long_for_a_number_is_null(row: Make) -> None:
    long = Quantity("identifier", Decimal("123456789012345678"), "123456789012345678", None, None, None, 1, 0, 18, 0, 18, "x")
    assert row(quantities, quantities=[long])["value"] is None


@pytest.mark.parametrize("printed", ["1" * 500, f"0.{'1' * 60}", f"{'1' * 13}.{'1' * 60}", "1E-60"])
def test_a_number_of_any_length_is_kept_or_null(row: Make, printed: str) -> None:
    long = Quantity("quantity", Decimal(printed), "一一一", "件", None, None, 1, 0, 3, 0, 3, "一一一")
    expected = {"1" * 500: None, f"{'1' * 13}.{'1' * 60}": Decimal("1111111111111.111111"), "1E-60": Decimal(0)}
    assert row(quantities, quantities=[long])["value"] == expected.get(printed, Decimal("0.111111"))


def test_a_quantity_whose_words_hold_a_phone_number_is_covered(row: Make) -> None:
    phone = Quantity("phone", None, "13800138000", None, None, None, 1, 0, 13, 2, 13, "手机13800138000")
    assert row(quantities, quantities=[phone])["quote"] == "手机███████████"


def test_a_phone_number_is_covered_as_printed_number_too(row: Make) -> None:
    phone = Quantity("phone", Decimal("13800138000"), "13800138000", None, None, None, 1, 0, 13, 2, 13, "手机13800138000")
    found = row(quantities, quantities=[phone])
    assert (found["value_printed"], found["value"]) == ("███████████", None)


def test_columns_of_identity_evidence_stand_in_the_order_of_staging(batch: Make) -> None:
    assert identity_evidence.frame(batch()).columns == [
        "delivery", "load_id", "document_id", "report_id", "evidence_id", "field", "stated_value", "source", "is_chosen", "quote", "page",
        "line", "char_start", "char_end",
    ]  # fmt: skip


def test_a_sign_in_the_text_is_quoted_from_it(row: Make) -> None:
    sign = Evidence("signed_date", "2018-01-03", "signature", 8, 17, True, line=2)
    found = row(identity_evidence, text="某某镇人民政府\n2018年1月3日\n", evidence=[sign])
    names = "field stated_value source is_chosen quote line char_start char_end".split()  # noqa: SIM905
    assert tuple(found[name] for name in names) == ("signed_date", "2018-01-03", "signature", True, "2018年1月3日", 2, 8, 17)


def test_a_sign_outside_the_text_has_words_and_no_place(row: Make) -> None:
    sign = Evidence("report_year", "2017", "file_name", None, None, True, "年报/13800138000.txt")
    found = row(identity_evidence, evidence=[sign])
    assert (found["quote"], found["char_start"], found["line"]) == ("年报/███████████.txt", None, None)


def test_columns_of_ledger_entries_stand_in_the_order_of_staging(batch: Make) -> None:
    assert ledger_entries.frame(batch()).columns == [
        "delivery", "load_id", "document_id", "report_id", "ledger_entry_id", "entry_date", "description", "income", "expense", "currency",
        "page", "line", "char_start", "char_end", "quote",
    ]  # fmt: skip


def test_a_ledger_entry_stands_as_printed(row: Make) -> None:
    found = row(ledger_entries, ledger_entries=[ENTRY])
    assert (found["entry_date"], found["description"], str(found["income"]), found["expense"], found["currency"]) == (
        date(2017, 3, 1),
        "卖地",
        "10.500000",
        None,
        "元",
    )


def test_columns_of_tasks_stand_in_the_order_of_staging(batch: Make) -> None:
    assert tasks.frame(batch()).columns == [
        "delivery", "load_id", "document_id", "report_id", "task_id", "number", "topic_path", "text", "page", "line", "char_start",
        "char_end",
    ]  # fmt: skip


def test_a_task_stands_as_printed(row: Make) -> None:
    found = row(tasks, tasks=[TASK])
    assert (found["number"], found["topic_path"], found["text"], found["line"]) == ("（一）", "重点工作", "推进公开", 5)


def test_personal_data_in_a_task_is_covered(row: Make) -> None:
    assert row(tasks, tasks=[Task("1", None, "电邮 someone@example.org", 1, 0, 22)])["text"] == "电邮 " + "█" * 19


def test_columns_of_citations_stand_in_the_order_of_staging(batch: Make) -> None:
    assert citations.frame(batch()).columns == [
        "delivery", "load_id", "document_id", "report_id", "citation_id", "document_number", "title", "page", "line", "char_start",
        "char_end",
    ]  # fmt: skip


def test_a_citation_stands_as_printed(row: Make) -> None:
    found = row(citations, citations=[CITATION])
    assert (found["document_number"], found["title"], found["char_start"], found["char_end"]) == (
        "国发〔2016〕1号",
        "关于公开的意见",
        30,
        45,
    )


def everything(document: Make, name: str) -> Any:
    return document(
        name,
        f"{name}1.txt",
        f"{name}2.txt",
        issues=[Issue("forms", "unmatched_label", "某行")],
        quantities=[TREES],
        ledger_entries=[ENTRY],
        tasks=[TASK],
        citations=[CITATION],
    )


@pytest.mark.parametrize("table", [*TABLES, "document_text"])
def test_documents_in_any_order_give_equal_frames(batch: Make, document: Make, table: str) -> None:
    documents = [everything(document, name) for name in "abcdef"]
    shuffled = random.Random(7).sample(documents, len(documents))
    assert frames(batch(*documents))[table].equals(frames(batch(*shuffled))[table])


@pytest.mark.parametrize("table", TABLES)
def test_a_frame_has_the_columns_and_types_of_its_schema(batch: Make, document: Make, table: str) -> None:
    assert dict(frames(batch(everything(document, "a")))[table].schema) == TABLES[table].SCHEMA


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_part_has_the_columns_and_types_of_its_schema(batch: Make, table: str) -> None:
    assert dict(frames(batch())[table].schema) == TABLES[table].SCHEMA


@pytest.mark.parametrize("table", sorted(TABLES.keys() - {"document_sources"}))
def test_the_key_of_a_table_is_unique_in_a_load(batch: Make, document: Make, table: str) -> None:
    frame = frames(batch(*(everything(document, name) for name in "abc")))[table]
    assert frame[TABLES[table].KEY].n_unique() == frame.height


@pytest.mark.parametrize("table", ["quantities", "ledger_entries", "tasks", "citations"])
def test_the_key_of_a_row_knows_no_delivery_load_or_name(batch: Make, document: Make, table: str) -> None:
    key = TABLES[table].KEY
    here: Batch = batch(everything(document, "a"))
    renamed = document("a", "z.md", quantities=[TREES], ledger_entries=[ENTRY], tasks=[TASK], citations=[CITATION])
    there: Batch = batch(renamed, delivery="B", load_id="000009")
    assert frames(here)[table][key].to_list() == frames(there)[table][key].to_list()


def test_a_key_is_the_head_of_a_hash_over_its_parts() -> None:
    assert identifier("report", "a") == "c5068d136792b217cc49"


@pytest.mark.parametrize(("one", "other"), [(("ab", "c"), ("a", "bc")), (("a",), ("a", ""))])
def test_other_parts_give_another_key(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert identifier(*one) != identifier(*other)
