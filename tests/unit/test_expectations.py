"""Each extraction rule finds its own fault, and nothing else.

Lives here: a small sound load, one planted fault a rule, and the agreement of suites, registry and record types.
Elsewhere: verdicts, reasons and pages of whole loads (tests/pipeline/test_gate.py).
"""

import csv
import subprocess
import sys
from collections.abc import Iterator
from typing import get_args

import duckdb
import pytest

from expectations import fingerprint, reference, suites
from expectations.evaluation import evaluate
from extractors import records

DELIVERY, LOAD = "虚谷镇", "0001"
LOAD_KEY = f"'{DELIVERY}', '{LOAD}'"
SOUND_LOAD = f"""
    insert into staging.documents by name select {LOAD_KEY.replace(",", " as delivery,")} as load_id, * from (values
        (sha256('甲'), 'text/plain', 900, 300, null, 'text', 'read', null),
        (sha256('乙'), 'application/pdf', 5000, 800, 2, 'pdf', 'read', null),
        (sha256('丙'), 'application/octet-stream', 0, 0, null, null, 'rejected', 'unreadable')
    ) as t (document_id, media_type, bytes, characters, pages, reader, outcome, reason);

    insert into staging.document_sources by name
    select delivery, load_id, document_id, '年报.txt' as source_file from staging.documents;

    insert into staging.document_issues by name
    select delivery, load_id, document_id, 'i1' as issue_id, 'read' as stage from staging.documents where outcome = 'rejected';

    insert into staging.reports by name
    select
        delivery, load_id, document_id, 'r-' || reader as report_id, 2017 as report_year, 40 as numerals_total, 4 as numerals_unexplained,
        case reader when 'text' then 'annual_report' else 'notice' end as document_type,
        case reader when 'text' then 'national_2014' end as form_generations
    from staging.documents where outcome = 'read';

    insert into staging.observations by name
    select
        reports.delivery, reports.load_id, reports.document_id, reports.report_id, t.*,
        'current' as basis, 'native' as text_origin, 'forms' as recogniser_id, 0.95 as confidence,
        12 as line, 100 as char_start, 120 as char_end, 110 as value_start,
        110 + coalesce(length(value_printed), 0) as value_end, '年报原文' as quote,
        true as is_span_inside, true as is_quote_text, true as is_value_in_quote
    from staging.reports as reports, (values
        ('o-count', 'proactive.items', null, null, 'total', 'reported', 'exact', 168, '168', '条', 'table', 0, 3, 2),
        ('o-blank', 'proactive.items.weibo', null, null, 'total', 'blank', null, null, null, '条', 'table', 0, 4, 2),
        ('o-zero', 'litigation', null, null, 'total', 'stated_zero', null, 0, null, '件', 'prose', null, null, null),
        ('o-less', 'application.yoy_change', null, null, 'total', 'reported', 'approximate', -7, '7', '件', 'prose', null, null, null),
        ('o-member', 'application.new', 'natural_person', '自然人', 'natural_person', 'reported', 'exact', 5, '5', '件', 'table', 1, 0, 1),
        ('o-label', 'proactive.items.by_category', null, '公告', '公告', 'reported', 'exact', 9, '9', '条', 'prose', null, null, null)
    ) as t (
        observation_id, indicator_code, member_code, member_label, member_key, status, qualifier, value, value_printed, unit,
        source_kind, table_index, row_index, column_index
    )
    where reports.report_id = 'r-text';
"""

DOCUMENT = "update staging.documents set {} where reader = 'text'"
REJECTED = "update staging.documents set {} where outcome = 'rejected'"
REPORT = "update staging.reports set {} where report_id = 'r-text'"
OBSERVATION = "update staging.observations set {} where observation_id = 'o-count'"
BLANK = "update staging.observations set {} where observation_id = 'o-blank'"
# The registry's rule, and the least change that breaks it alone.
FAULTS = {
    "extraction.schema.column_present": "alter table staging.observations drop column quote",
    "extraction.schema.column_type": "alter table staging.observations alter column value type double",
    "extraction.load.not_empty": "delete from staging.documents; delete from staging.document_issues",
    "extraction.document.required": DOCUMENT.format("media_type = null"),
    "extraction.document.unique": "insert into staging.documents from staging.documents where reader = 'text'",
    "extraction.document.content_hash": """
        update staging.documents set document_id = 'name.txt' where outcome = 'rejected';
        update staging.document_sources set document_id = 'name.txt' where document_id = sha256('丙');
        update staging.document_issues set document_id = 'name.txt'
    """,
    "extraction.document.outcome": DOCUMENT.format("outcome = 'skipped'"),
    "extraction.document.bytes": DOCUMENT.format("bytes = -1"),
    "extraction.document.characters": DOCUMENT.format("characters = -1"),
    "extraction.document.pages": DOCUMENT.format("pages = 0"),
    "extraction.document.reader": DOCUMENT.format("reader = ''"),
    "extraction.document.reason": REJECTED.format("reason = null"),
    "extraction.document.issue": "delete from staging.document_issues",
    "extraction.document.source": "delete from staging.document_sources where document_id = sha256('甲')",
    "extraction.document.report": "delete from staging.reports where report_id = 'r-text'",
    "extraction.report.required": REPORT.format("document_type = null"),
    "extraction.report.unique": "insert into staging.reports from staging.reports where report_id = 'r-text'",
    "extraction.report.document_read": REPORT.format("document_id = sha256('丙')"),
    "extraction.report.document_type": REPORT.format("document_type = 'letter'"),
    "extraction.report.year": REPORT.format("report_year = 2007"),
    "extraction.report.numerals": REPORT.format("numerals_unexplained = -1"),
    "extraction.report.numerals_total": REPORT.format("numerals_unexplained = 41"),
    "extraction.report.form_filled": "delete from staging.observations",
    "extraction.report.figures_allowed": REPORT.format("document_type = 'notice'"),
    "extraction.observation.required": OBSERVATION.format("quote = null"),
    "extraction.observation.unique": OBSERVATION.format("observation_id = 'o-zero'"),
    "extraction.observation.report": OBSERVATION.format("document_id = sha256('乙')"),
    "extraction.observation.indicator": OBSERVATION.format("indicator_code = 'proactive.itemz'"),
    "extraction.observation.unit": OBSERVATION.format("unit = '件'"),
    "extraction.observation.member": OBSERVATION.format("member_code = 'nobody', member_key = 'nobody'"),
    "extraction.observation.member_key": OBSERVATION.format("member_key = '其他'"),
    "extraction.observation.basis": OBSERVATION.format("basis = 'next_year'"),
    "extraction.observation.status": OBSERVATION.format("status = 'guessed'"),
    "extraction.observation.qualifier": OBSERVATION.format("qualifier = 'maybe'"),
    "extraction.observation.source_kind": OBSERVATION.format("source_kind = 'picture'"),
    "extraction.observation.text_origin": OBSERVATION.format("text_origin = 'typed'"),
    "extraction.observation.confidence": OBSERVATION.format("confidence = 1.5"),
    "extraction.observation.not_negative": OBSERVATION.format("value = -168"),
    "extraction.observation.zero_is_zero": "update staging.observations set value = 1 where observation_id = 'o-zero'",
    "extraction.observation.value_stated": OBSERVATION.format("value = null"),
    "extraction.observation.value_not_stated": BLANK.format("value = 0"),
    "extraction.observation.qualifier_of_blank": BLANK.format("qualifier = 'exact'"),
    "extraction.observation.qualifier_of_reported": OBSERVATION.format("qualifier = null"),
    "extraction.observation.printed": OBSERVATION.format("value_printed = ''"),
    "extraction.observation.line": OBSERVATION.format("line = 0"),
    "extraction.observation.page": OBSERVATION.format("page = 0"),
    "extraction.observation.cell": OBSERVATION.format("row_index = null"),
    "extraction.observation.cell_range": OBSERVATION.format("column_index = -1"),
    "extraction.observation.quote_span": OBSERVATION.format("char_end = 99"),
    "extraction.observation.value_span": OBSERVATION.format("value_end = 109"),
    "extraction.observation.value_width": OBSERVATION.format("value_end = 110"),
    "extraction.observation.span_inside": OBSERVATION.format("is_span_inside = false"),
    "extraction.observation.quote_text": OBSERVATION.format("is_quote_text = null"),
    "extraction.observation.value_in_quote": OBSERVATION.format("is_value_in_quote = false"),
}


@pytest.fixture(scope="module")
def sound_load() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute("create schema staging")
        with (suites.FOLDER / "columns.csv").open(encoding="utf-8") as file:
            columns = list(csv.DictReader(file))
        for table in dict.fromkeys(row["table_name"] for row in columns):
            listed = ", ".join(f"{row['column_name']} {row['data_type']}" for row in columns if row["table_name"] == table)
            connection.execute(f"create table staging.{table} ({listed})")
        connection.execute(SOUND_LOAD)
        yield connection


@pytest.fixture
def load(sound_load: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The sound load; what a test changes is undone after it."""
    sound_load.execute("begin")
    yield sound_load
    sound_load.execute("rollback")


def failed_rules(connection: duckdb.DuckDBPyConnection, suite: suites.Suite) -> list[str]:
    evaluation = evaluate(connection, suite, suites.parameters(DELIVERY, LOAD), chunk_rows=500_000)
    return [rule_id for rule_id, result in evaluation.results.items() if not result.success]


def test_a_sound_load_breaks_no_rule(load: duckdb.DuckDBPyConnection) -> None:
    rows = {table: load.execute(f"select count(*) from staging.{table}").fetchone() for table in ("documents", "reports", "observations")}
    assert rows == {"documents": (3,), "reports": (2,), "observations": (6,)}
    assert [failed_rules(load, suite) for suite in suites.load_suites()] == [[], [], [], [], []]


@pytest.mark.parametrize("rule_id", FAULTS)
def test_a_fault_breaks_its_own_rule_alone(load: duckdb.DuckDBPyConnection, rule_id: str) -> None:
    load.execute(FAULTS[rule_id])
    suite = next(suite for suite in suites.load_suites() if rule_id in {expectation.rule.rule_id for expectation in suite.expectations})
    assert failed_rules(load, suite) == [rule_id]


def test_each_extraction_rule_is_implemented_once_and_has_a_fault() -> None:
    implemented = [expectation.rule.rule_id for suite in suites.load_suites() for expectation in suite.expectations]
    assert sorted(implemented) == sorted(reference.rules())
    assert sorted(implemented) == sorted(FAULTS)


@pytest.mark.parametrize(
    ("rule_id", "allowed"),
    [
        ("extraction.document.outcome", records.Outcome),
        ("extraction.report.document_type", records.DocumentType),
        ("extraction.observation.basis", records.Basis),
        ("extraction.observation.status", records.Status),
        ("extraction.observation.qualifier", records.Qualifier),
        ("extraction.observation.source_kind", records.SourceKind),
        ("extraction.observation.text_origin", records.TextOrigin),
    ],
)
def test_sets_of_the_suites_are_those_of_the_records(rule_id: str, allowed: object) -> None:
    expectations = {expectation.rule.rule_id: expectation for suite in suites.load_suites() for expectation in suite.expectations}
    assert set(expectations[rule_id].arguments["value_set"]) == set(get_args(allowed))


def test_fingerprint_changes_with_a_rule_and_not_with_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint()
    assert fingerprint() == before
    rules = reference.rules()
    monkeypatch.setattr(reference, "rules", lambda: dict(list(rules.items())[1:]))
    assert fingerprint() != before


def test_importing_the_package_does_not_import_great_expectations() -> None:
    program = "import sys, expectations, expectations.gate, expectations.docs; print({'great_expectations', 'pandas'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "set()"
