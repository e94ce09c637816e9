"""What the gate says of whole loads, and what its Data Docs show.

Lives here: accepted and held loads, reasons, chunks, pages.
Elsewhere: the fault that each rule finds (tests/unit/test_expectations.py).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from expectations import gate, suites
from expectations.docs import DataDocs
from expectations.gate import judge
from orchestration.staging import make_tables

pytestmark = pytest.mark.pipeline

PHONE = "13800002222"
QUOTE = f"咨询请找柳某，电话{PHONE}，全年主动公开12条"


@pytest.fixture
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        make_tables(connection)
        yield connection


def add_load(connection: duckdb.DuckDBPyConnection, delivery: str, load_id: str, *, documents: int = 2, figures: int = 3) -> None:
    """A sound load: each document a report, each report `figures` observations on lines 1, 2, 3 … that quote a phone number."""
    key = {"delivery": delivery, "load_id": load_id}
    connection.execute(
        """
        insert into staging.documents by name
        select
            $delivery as delivery, $load_id as load_id, sha256($delivery || i) as document_id,
            'text/plain' as media_type, 900 as bytes, 300 as characters, 'text' as reader, 'read' as outcome
        from range($documents) as t (i)
        """,
        key | {"documents": documents},
    )
    connection.execute(
        """
        insert into staging.document_sources by name
        select delivery, load_id, document_id, '年报.txt' as source_file
        from staging.documents where delivery = $delivery and load_id = $load_id
        """,
        key,
    )
    connection.execute(
        """
        insert into staging.reports by name
        select
            delivery, load_id, document_id, 'r' || document_id as report_id, 'annual_report' as document_type, $title as title,
            2017 as report_year, 9 as numerals_total, 1 as numerals_unexplained
        from staging.documents where delivery = $delivery and load_id = $load_id
        """,
        key | {"title": f"年报 {PHONE}"},
    )
    connection.execute(
        """
        insert into staging.observations by name
        select
            delivery, load_id, document_id, report_id, report_id || i as observation_id, 'proactive.items.by_category' as indicator_code,
            $phone as member_label, $phone as member_key, 'current' as basis, 12 as value, '条' as unit, $phone as value_printed,
            'exact' as qualifier, 'reported' as status, 'prose' as source_kind, i + 1 as line, 0 as char_start, 28 as char_end,
            25 as value_start, 27 as value_end, $quote as quote, 'native' as text_origin, 'clause' as recogniser_id, 0.9 as confidence,
            true as is_span_inside, true as is_quote_text, true as is_value_in_quote
        from staging.reports, range($figures) as t (i) where delivery = $delivery and load_id = $load_id
        """,
        key | {"figures": figures, "phone": PHONE, "quote": QUOTE},
    )


def break_quotes(connection: duckdb.DuckDBPyConnection, delivery: str, load_id: str, lines: str) -> None:
    connection.execute(
        f"update staging.observations set is_quote_text = false where delivery = ? and load_id = ? and line {lines}", [delivery, load_id]
    )


def test_sound_load_is_accepted_and_counted(warehouse: duckdb.DuckDBPyConnection) -> None:
    add_load(warehouse, "虚谷镇", "1")
    verdict = judge(warehouse, "虚谷镇", "1")
    assert verdict.accepted
    assert [(suite.name, suite.rows, suite.unsuccessful) for suite in verdict.suites][2:] == [
        ("documents", 2, 0),
        ("reports", 2, 0),
        ("observations", 6, 0),
    ]
    assert verdict.reason.startswith("放行：文档 2 行、报告 2 行、数据 6 行")


def test_unsound_load_is_held_with_rule_count_and_place(warehouse: duckdb.DuckDBPyConnection) -> None:
    add_load(warehouse, "虚谷镇", "1")
    break_quotes(warehouse, "虚谷镇", "1", "= 3")
    verdict = judge(warehouse, "虚谷镇", "1")
    assert not verdict.accepted
    assert "「引文与正文该处逐字相同」（extraction.observation.quote_text）数据 6 行中 2 行不符" in verdict.reason
    first = warehouse.execute("select left(document_id, 12) from staging.documents").fetchall()
    assert {f"{document} 第 3 行" for (document,) in first} == set(verdict.suites[-1].failures[0].places)


def test_load_is_judged_by_its_own_rows_alone(warehouse: duckdb.DuckDBPyConnection) -> None:
    add_load(warehouse, "虚谷镇", "1")
    add_load(warehouse, "虚谷镇", "2")
    add_load(warehouse, "拟山乡", "1")
    break_quotes(warehouse, "虚谷镇", "1", ">= 1")
    assert [judge(warehouse, *load).accepted for load in (("虚谷镇", "1"), ("虚谷镇", "2"), ("拟山乡", "1"))] == [False, True, True]


def test_load_of_rejected_documents_is_accepted(warehouse: duckdb.DuckDBPyConnection) -> None:
    add_load(warehouse, "虚谷镇", "1", figures=0)
    warehouse.execute("delete from staging.reports")
    warehouse.execute("update staging.documents set outcome = 'rejected', reason = 'unreadable'")
    warehouse.execute(
        "insert into staging.document_issues by name select delivery, load_id, document_id, $detail as detail from staging.documents",
        {"detail": QUOTE},
    )
    verdict = judge(warehouse, "虚谷镇", "1")
    assert (verdict.accepted, [suite.rows for suite in verdict.suites][2:]) == (True, [2, 0, 0])


def test_load_without_any_trace_is_held(warehouse: duckdb.DuckDBPyConnection) -> None:
    verdict = judge(warehouse, "虚谷镇", "1")
    assert not verdict.accepted
    assert "extraction.load.not_empty" in verdict.reason


def test_load_of_a_file_without_content_is_accepted(warehouse: duckdb.DuckDBPyConnection) -> None:
    warehouse.execute("insert into staging.document_issues (delivery, load_id, source_file) values ('虚谷镇', '1', '打不开.txt')")
    assert judge(warehouse, "虚谷镇", "1").accepted


def test_expectation_that_raises_holds_the_load(warehouse: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    add_load(warehouse, "虚谷镇", "1")
    *others, observations = suites.load_suites()
    first, *rest = observations.expectations
    misnamed = replace(first, arguments={"column": "no_such_column"})
    monkeypatch.setattr(gate.suites, "load_suites", lambda: (*others, replace(observations, expectations=(misnamed, *rest))))
    verdict = judge(warehouse, "虚谷镇", "1")
    assert not verdict.accepted
    assert re.search(r"扣留：「数据的必填字段齐全」.*无法检查（.*no_such_column", verdict.reason)


def test_missing_column_holds_the_load_and_is_named(warehouse: duckdb.DuckDBPyConnection) -> None:
    add_load(warehouse, "虚谷镇", "1")
    warehouse.execute("alter table staging.observations drop column is_quote_text")
    verdict = judge(warehouse, "虚谷镇", "1")
    assert (verdict.accepted, [suite.name for suite in verdict.suites]) == (False, ["schema"])
    assert "observations.is_quote_text" in verdict.reason


def test_rule_of_severity_warning_is_reported_and_does_not_hold(
    warehouse: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = suites.reference.rules()
    rules["extraction.observation.quote_text"] = replace(rules["extraction.observation.quote_text"], severity="warning")
    monkeypatch.setattr(suites.reference, "rules", lambda: rules)
    add_load(warehouse, "虚谷镇", "1")
    break_quotes(warehouse, "虚谷镇", "1", "= 3")
    verdict = judge(warehouse, "虚谷镇", "1")
    assert verdict.accepted
    assert verdict.reason.startswith("放行，但有提示：「引文与正文该处逐字相同」")


def test_rows_of_an_open_transaction_are_judged(warehouse: duckdb.DuckDBPyConnection) -> None:
    warehouse.execute("begin")
    add_load(warehouse, "虚谷镇", "1")
    assert judge(warehouse, "虚谷镇", "1").suites[-1].rows == 6


def test_chunks_add_up_to_what_the_whole_says(warehouse: duckdb.DuckDBPyConnection) -> None:
    add_load(warehouse, "虚谷镇", "1", documents=3, figures=2000)
    break_quotes(warehouse, "虚谷镇", "1", "% 100 = 0")
    whole = judge(warehouse, "虚谷镇", "1").suites[-1]
    chunked = judge(warehouse, "虚谷镇", "1", chunk_rows=2048).suites[-1]
    assert (whole.rows, chunked.rows) == (6000, 6000)
    for suite in (whole, chunked):
        (failure,) = suite.failures
        assert (failure.rule_id, failure.unexpected, failure.rows) == ("extraction.observation.quote_text", 60, 6000)
        counts = suite.validation["extraction.observation.quote_text"].result
        assert (counts["element_count"], counts["unexpected_count"], counts["unexpected_percent"]) == (6000, 60, 1.0)


def write_page(folder: Path, verdict: gate.Verdict) -> None:
    with DataDocs(folder) as docs:
        docs.add(verdict)


@pytest.fixture
def judged_pages(warehouse: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data Docs of an accepted and a held load, made from an empty working directory."""
    working_directory = tmp_path / "cwd"
    working_directory.mkdir()
    monkeypatch.chdir(working_directory)
    add_load(warehouse, "虚谷镇 #1", "1")
    add_load(warehouse, "拟山乡", "1")
    break_quotes(warehouse, "拟山乡", "1", "= 2")
    with DataDocs(tmp_path / "quality") as docs:
        docs.add(judge(warehouse, "虚谷镇 #1", "1"))
        docs.add(judge(warehouse, "拟山乡", "1"))
    return tmp_path / "quality"


def test_index_lists_accepted_and_held_loads_with_reasons(judged_pages: Path) -> None:
    index = (judged_pages / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<a href="(loads/[^"]+)">1</a>.*?(放行|扣留)</span>', index) == [
        ("loads/%E6%8B%9F%E5%B1%B1%E4%B9%A1/1.html", "扣留"),
        ("loads/%E8%99%9A%E8%B0%B7%E9%95%87%20%231/1.html", "放行"),
    ]
    assert re.findall(r'<a class="alert-link" href="[^"]+">([^<]+)</a>', index) == ["拟山乡"]
    assert "引文与正文该处逐字相同" in index
    held = (judged_pages / "loads" / "拟山乡" / "1.html").read_text(encoding="utf-8")
    assert "6 行中 2 行不符（33.3%）" in held


def test_pages_ask_nothing_of_the_network(judged_pages: Path) -> None:
    files = [path for path in judged_pages.rglob("*") if path.suffix in {".html", ".css", ".js"}]
    assert len(files) == 5
    for path in files:
        text = path.read_text(encoding="utf-8")
        # A namespace inside an embedded SVG is a name, not a request.
        requests = re.findall(
            r"""(?:src|href|action)\s*=\s*["']?\s*(?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import|sourceMappingURL""", text
        )
        assert requests == [], path
        for target in re.findall(r'(?:src|href)="([^"#]+)"', text):
            if not target.startswith(("data:", "loads/")):
                assert (path.parent / target).resolve().is_file(), target


def test_pages_show_no_personal_data(judged_pages: Path) -> None:
    for path in judged_pages.rglob("*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert PHONE not in text, path
            assert "柳某" not in text, path


def test_nothing_is_left_in_the_working_directory(judged_pages: Path) -> None:
    assert list((judged_pages.parent / "cwd").iterdir()) == []
    assert [path.name for path in judged_pages.rglob(".*")] == []


def test_same_judgement_gives_the_same_page(warehouse: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    add_load(warehouse, "虚谷镇", "1")
    for name in ("a", "b"):
        write_page(tmp_path / name, judge(warehouse, "虚谷镇", "1"))
    pages = [(tmp_path / name / "loads" / "虚谷镇" / "1.html").read_bytes() for name in ("a", "b")]
    assert pages[0] == pages[1]


def test_newest_pages_are_kept_and_older_ones_removed(warehouse: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    add_load(warehouse, "拟山乡", "1")
    verdict = judge(warehouse, "拟山乡", "1")
    write_page(tmp_path, verdict)
    for delivery, load_id in [("虚谷镇", "1"), ("虚谷镇", "2"), ("虚谷镇", "3"), ("设河镇", "1"), ("虚谷镇", "1")]:
        # Each as a run of its own would do it: what is newer is read from the folder.
        with DataDocs(tmp_path, kept_per_delivery=2, kept_in_all=3) as docs:
            docs.add(replace(verdict, delivery=delivery, load_id=load_id))
    kept = {path.relative_to(tmp_path / "loads").as_posix() for path in tmp_path.glob("loads/*/*")}
    assert kept == {f"{page}.{suffix}" for page in ("虚谷镇/3", "设河镇/1", "虚谷镇/1") for suffix in ("html", "json")}
    assert (tmp_path / "index.html").read_text(encoding="utf-8").count('<td class="load">') == 3


def test_crash_while_writing_leaves_the_older_pages(
    warehouse: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_load(warehouse, "虚谷镇", "1")
    verdict = judge(warehouse, "虚谷镇", "1")
    write_page(tmp_path, verdict)
    page = tmp_path / "loads" / "虚谷镇" / "1.html"
    before, index = page.read_bytes(), (tmp_path / "index.html").read_bytes()
    with monkeypatch.context() as crashing:
        crashing.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
        with pytest.raises(OSError, match="disk full"):
            DataDocs(tmp_path).add(replace(verdict, accepted=False, reason="扣留：另一个理由"))
    assert (page.read_bytes(), (tmp_path / "index.html").read_bytes()) == (before, index)
    DataDocs(tmp_path).flush()
    assert list(tmp_path.rglob(".tmp-*")) == []
    assert json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))["accepted"] is True
