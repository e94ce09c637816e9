"""What the unit tests of `orchestration` share: a home, hand-made extractions, loads and marts.

Lives here: makers only. No document is read: what a document says is written out by hand, so that these tests know no extractor.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from expectations.gate import Verdict
from extractors.records import DocumentFacts, Extraction, Issue, Observation, Report
from orchestration import lake, workers
from orchestration.archive import Source
from orchestration.home import Home
from orchestration.inbox import InboxFile
from orchestration.publish import publish
from orchestration.transforms import frames
from orchestration.transforms.batch import Batch, ReadDocument

# Line 2 begins at 5; its number stands at [14, 18).
TEXT = "一、收入\n依申请公开收取费用1250元。\n"
FEES = Observation(
    indicator_code="application.fees",
    basis="current",
    status="reported",
    qualifier="exact",
    number=Decimal("1250"),
    value_printed="1250",
    unit_printed="元",
    source_kind="table",
    line=2,
    char_start=5,
    char_end=20,
    value_start=14,
    value_end=18,
    quote="依申请公开收取费用1250元。",
    recogniser_id="by_hand",
    confidence=1.0,
)


@pytest.fixture(autouse=True)
def _no_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    """These wait for the disks of the machine; no test here pulls the plug."""
    monkeypatch.setattr("os.sync", lambda: None)
    monkeypatch.setattr("os.fsync", lambda descriptor: None)


@pytest.fixture(autouse=True)
def _read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting workers takes a second, and what a test plants doesn't reach them; `test_supervision` starts real ones."""
    monkeypatch.setattr(workers, "write_parts", lambda todo: map(workers.write_part, todo))
    monkeypatch.setattr("orchestration.labels.draft.supervise", lambda todo, work, processes: map(work, todo))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home").prepare()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def inbox_file(inbox: Path) -> Callable[..., InboxFile]:
    """A file of delivery A: its path and its content."""

    def make(path: str, content: str | bytes = "正文") -> InboxFile:
        location = inbox / "A" / path
        location.parent.mkdir(parents=True, exist_ok=True)
        location.write_bytes(content.encode() if isinstance(content, str) else content)
        return InboxFile(path, location, is_link=False)

    return make


@pytest.fixture
def fees() -> Callable[..., Observation]:
    """The figure of `TEXT`, with changes."""

    def make(**changes: Any) -> Observation:
        return replace(FEES, **changes)

    return make


@pytest.fixture
def document() -> Callable[..., ReadDocument]:
    """A read document named by one repeated character of its hash. By default it holds TEXT and its one figure."""

    def make(
        name: str,
        *paths: str,
        observations: Sequence[Observation] = (FEES,),
        issues: Sequence[Issue] = (),
        text: str = TEXT,
        **records: Any,
    ) -> ReadDocument:
        sha256 = name * 64
        extraction = Extraction(
            DocumentFacts("text/plain", "text", "read", encoding="utf-8", characters=len(text)),
            text=text,
            report=Report("annual_report", title="年度报告", publisher="某某镇人民政府", report_year=2017),
            observations=list(observations),
            issues=list(issues),
            **records,
        )
        sources = tuple(Source(path, sha256, 60) for path in paths or (f"{name}.txt",))
        return ReadDocument(sha256, 60, sources, extraction)

    return make


@pytest.fixture
def batch() -> Callable[..., Batch]:
    def make(*documents: ReadDocument, delivery: str = "A", load_id: str = "000001", failures: Sequence[Source] = ()) -> Batch:
        return Batch(delivery, load_id, documents, tuple(failures))

    return make


@pytest.fixture
def row(batch: Callable[..., Batch], document: Callable[..., ReadDocument]) -> Callable[..., dict[str, Any]]:
    """The one row that a transform makes of one document; `of` says the transform, the rest what the document holds."""

    def make(of: Any, **records: Any) -> dict[str, Any]:
        return dict(of.frame(batch(document("a", **records))).row(0, named=True))

    return make


@pytest.fixture
def load(home: Home) -> Callable[..., lake.Load]:
    """A load that the lake holds whole. Its sources are those of its documents, and its failures."""

    def make(
        load_id: str, *documents: ReadDocument, delivery: str = "A", failures: Sequence[Source] = (), fingerprint: str = "reading-1"
    ) -> lake.Load:
        lake.write_part(home, delivery, load_id, 0, frames(Batch(delivery, load_id, documents, tuple(failures))))
        sources = frozenset(source for document in documents for source in document.sources) | frozenset(failures)
        made = lake.Load(delivery, load_id, fingerprint, sources)
        lake.commit(home, made)
        return made

    return make


@pytest.fixture
def verdict() -> Callable[..., Verdict]:
    def make(load_id: str, *, accepted: bool, delivery: str = "A", reason: str = "理由") -> Verdict:
        return Verdict(delivery, load_id, accepted, reason, ())

    return make


@pytest.fixture
def marts(home: Home) -> Home:
    """A home whose working warehouse holds hand-made marts, two figures of one report."""
    return with_marts(home)


@pytest.fixture(scope="module")
def published_marts(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The hand-made marts, published once for a module that only reads them."""
    home = with_marts(Home(tmp_path_factory.mktemp("published") / "home").prepare())
    publish(home, {})
    return home


def with_marts(home: Home) -> Home:
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute(
            """create schema marts;
            create table marts.dim_report (report_id varchar, report_series_id varchar, publisher varchar, agency_id varchar,
                numerals_total integer, numerals_unexplained integer);
            insert into marts.dim_report values ('r1', 's1', '某某镇人民政府', null, 40, 1);
            comment on table marts.dim_report is 'A report''s versions';
            comment on column marts.dim_report.publisher is '发布机关, as it''s printed';
            create table marts.fct_observation (observation_id varchar, report_id varchar, source_file varchar, indicator_code varchar,
                value decimal(20,6));
            insert into marts.fct_observation values
                ('o2', 'r1', 'a.txt', 'application.fees', 0.125), ('o1', 'r1', 'a.txt', 'appeals', null);
            create table marts.fct_finding (finding_id varchar, report_id varchar, rule_id varchar, holds boolean);
            insert into marts.fct_finding values ('f1', 'r1', 'sum', false), ('f2', 'r1', 'sum', true);
            create table marts.fct_numeral_count (numeral_count_id varchar, report_id varchar, source_file varchar, numeral_class varchar,
                numerals integer);
            insert into marts.fct_numeral_count values ('n1', 'r1', 'a.txt', 'date', 9), ('n2', 'r1', 'a.txt', 'table_figure', 30),
                ('n3', 'r1', 'a.txt', 'bare', 1);
            create table marts.mart_unexplained (context_id varchar, frequency_rank integer, context varchar, numerals integer);
            insert into marts.mart_unexplained values ('c1', 1, '分值N', 1);
            create table marts.dim_document (document_id varchar, outcome varchar, reason varchar);
            insert into marts.dim_document values
                ('d1', 'read', null), ('d2', 'rejected', 'empty_file'), ('d3', 'rejected', 'empty_file')"""
        )
    return home
