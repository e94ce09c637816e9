"""`gongkai demo`: the sample reports from inbox to published marts, and what a later run leaves alone.

Lives here: everything that the home of the demo must hold. Expected figures are those of tests/unit/samples_truth.csv, written down from
the tables. Elsewhere: reading the samples without a home (tests/unit/test_samples.py), one part of the pipeline alone (tests/unit).
"""

import csv
import hashlib
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.running import ROOT, SAMPLES, Result, ask, gongkai, hashes, run

pytestmark = pytest.mark.pipeline

TRUTH = ROOT / "tests" / "unit" / "samples_truth.csv"
ENCODINGS = {"guiyan-xiang.txt": "gb18030", "yunji-jiaoyuju-2014.txt": "utf-16", "zhiyuan-danganju-2013.txt": "big5"}
DELIVERIES = ["wangshu-2017", "历年补录", "更正"]
# Names, phones and an address that the samples' footers and the notice carry.
PERSONAL_DATA = [
    *("墨小满", "云不归", "鹿呦呦", "雁知秋", "谷雨声", "竹里馆", "流云影", "夏满星", "夜读白", "疏月白", "暗香来", "黄昏雨", "星小寒"),
    *("0000-0000101", "0000-0000202", "0000-0000303", "0000-0000505", "0000-0000606", "13000000000", "jiyuexian@example.com"),
]
# The contract of the warehouse: columns that BI tools rely on. The first one is the key.
CONTRACT = {
    "dim_report": """report_id report_series_id is_current document_id source_file delivery document_type publisher agency_id region_code
        province prefecture county township report_year period_start period_end signed_date filled_date published_date
        document_number index_number form_generations numerals_total numerals_unexplained""",
    "dim_indicator": "indicator_code description scope parent aggregation is_leaf",
    "dim_agency": "agency_id",
    "dim_region": "region_code",
    "dim_document": "document_id media_type bytes encoding pages reader outcome reason",
    "bridge_document_source": "document_source_id document_id delivery source_file",
    "fct_observation": """observation_id report_id source_file indicator_code member_code member_label member_key basis value unit
        value_printed unit_printed qualifier status source_kind page line char_start char_end value_start value_end quote table_index
        row_index column_index row_path column_path text_origin recogniser_id confidence is_preferred needs_review""",
    "mart_figure": """observation_id report_year publisher region_code province prefecture county township indicator_name topic parent
        is_leaf member_label basis value unit status""",
    "fct_quantity": """quantity_id report_id source_file value unit_printed noun heading_path quote char_start char_end value_start
        value_end numeral_class""",
    "fct_numeral_count": "numeral_count_id report_id source_file numeral_class numerals",
    "mart_unexplained": "context_id frequency_rank context numerals report_count source_file line value_printed quote",
    "fct_ledger_entry": "ledger_entry_id source_file entry_date description income expense currency char_start char_end",
    "fct_task": "task_id source_file number topic_path text char_start char_end",
    "fct_identity_evidence": "evidence_id report_id source_file field stated_value source is_chosen quote page line char_start char_end",
    "fct_citation": "citation_id source_file document_number title char_start char_end",
    "fct_finding": """finding_id report_id source_file rule_id instance statement lhs rhs difference tolerance holds severity explanation
        evidence""",
    "fct_document_issue": "issue_id source_file stage reason detail remedy",
}


@pytest.fixture(scope="module")
def home(demo: tuple[Path, Result]) -> Path:
    assert demo[1].code == 0, demo[1].err + demo[1].out
    return demo[0]


# What is published.


@pytest.mark.parametrize(
    ("words", "number"), [("reports", 13), ("figures", 696), ("contradictions", 3), ("rejected files", 1), ("held deliveries", 0)]
)
def test_the_summary_counts_what_the_samples_hold(demo: tuple[Path, Result], words: str, number: int) -> None:
    assert re.search(rf"^  {words} +{number}\b", demo[1].out, re.MULTILINE), demo[1].out


def test_published_figures_are_exactly_those_of_the_tables(home: Path) -> None:
    with TRUTH.open(encoding="utf-8", newline="") as file:
        written_down = Counter(
            (
                row["source_file"],
                row["indicator_code"],
                row["basis"],
                Decimal(row["value"]) if row["value"] else None,
                row["unit"],
                row["status"],
            )
            for row in csv.DictReader(file)
        )
    found = ask(
        home, "select source_file, indicator_code, basis, value, unit, status from marts.fct_observation where source_kind = 'table'"
    )
    assert Counter(found) == written_down


def test_figures_to_sum_leave_the_replaced_version_out(home: Path) -> None:
    files = {name for (name,) in ask(home, "select distinct source_file from marts.mart_figure")}
    assert files == {
        *("mohen-zhen.txt", "归雁乡更正报告.txt", "jingluo-zhen.txt", "jiyue-nongyeju-2022.html"),
        *("liuying-zhen-2016.txt", "tongyin-zhen-2016.txt", "shuying-jiedao-2015.txt"),
        *(
            "xianchan-xiang.md",
            "yunji-jiaoyuju-2014.txt",
            "zhiyuan-danganju-2013.txt",
            "zhujian-zhen-2018.txt",
        ),  # figures in sentences only
    }


def test_only_the_planted_contradictions_do_not_hold(home: Path) -> None:
    found = ask(home, "select source_file, rule_id, lhs, rhs, difference from marts.fct_finding where not holds order by all")
    assert found == [
        ("jiyue-nongyeju-2022.html", "report.review.results", 4, 3, 1),
        ("liuying-zhen-2016.txt", "report.proactive.items.covered_by_channels", 520, 435, 85),
        ("liuying-zhen-2016.txt", "report.proactive.normative_documents.disclosed_within_issued", 9, 7, 2),
    ]


def test_a_content_under_two_names_is_one_report_with_two_sources(home: Path) -> None:
    sources = ask(
        home,
        """select source_file, delivery, document_id from marts.bridge_document_source
        where document_id in (select document_id from marts.bridge_document_source where source_file = 'mohen-zhen.txt') order by all""",
    )
    assert [source[:2] for source in sources] == [("mohen-zhen.txt", "wangshu-2017"), ("墨痕镇再次报送.txt", "更正")]
    assert ask(home, f"select source_file from marts.dim_report where document_id = '{sources[0][2]}'") == [("mohen-zhen.txt",)]


def test_the_corrected_report_is_current_and_the_older_version_stays(home: Path) -> None:
    versions = ask(
        home,
        """select source_file, is_current, count(*) over (partition by report_series_id) from marts.dim_report
        where publisher = '霁月县归雁乡人民政府' and report_year = 2017 order by signed_date""",
    )
    assert versions == [("guiyan-xiang.txt", False, 2), ("归雁乡更正报告.txt", True, 2)]


def test_a_rejected_file_is_told_with_its_remedy(home: Path) -> None:
    issues = ask(home, "select delivery, stage, reason, remedy from marts.fct_document_issue where source_file = '附件扫描.doc'")
    assert issues == [("更正", "read", "damaged_file", "请用原软件打开并另存，或重新下载后再投递")]


def test_a_rejected_file_stays_in_the_archive(home: Path) -> None:
    content = (SAMPLES / "更正" / "附件扫描.doc").read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    assert (home / "archive" / digest[:2] / digest).read_bytes() == content


@pytest.mark.parametrize("table", sorted(CONTRACT))
def test_a_mart_has_its_promised_columns(home: Path, table: str) -> None:
    columns = [
        name for (name,) in ask(home, f"select column_name from duckdb_columns() where table_name = '{table}' order by column_index")
    ]
    promised = CONTRACT[table].split()
    assert set(promised) - set(columns) == set()
    assert columns[0] == promised[0]


def test_values_are_decimals(home: Path) -> None:
    kinds = ask(home, "select table_name, data_type from duckdb_columns() where column_name = 'value' order by all")
    assert kinds == [("fct_observation", "DECIMAL(20,6)"), ("fct_quantity", "DECIMAL(20,6)"), ("mart_figure", "DECIMAL(20,6)")]


def test_the_manifest_counts_the_rows_of_every_table(home: Path) -> None:
    tables = [name for (name,) in ask(home, "select table_name from duckdb_tables()")]
    counted = {name: ask(home, f"select count(*) from {name}")[0][0] for name in tables}
    assert json.loads((home / "published" / "manifest.json").read_text(encoding="utf-8"))["rows"] == counted


def test_parquet_holds_the_rows_of_every_table(home: Path) -> None:
    with duckdb.connect(str(home / "published" / "marts.duckdb"), read_only=True) as connection:
        for (table,) in connection.execute("select table_name from duckdb_tables()").fetchall():
            file = home / "published" / "parquet" / table / f"{table}.parquet"
            rows, filed = f"from {table}", "from read_parquet($file)"
            differing = connection.execute(
                f"select count(*) from (({rows} except all {filed}) union all ({filed} except all {rows}))", {"file": str(file)}
            ).fetchall()
            assert differing == [(0,)], table


# What is not: personal data, files, the network.


def _published_texts(home: Path) -> dict[str, str]:
    """Everything that a reader of `published` can read, as text, by file or table."""
    published = home / "published"
    texts = {
        path.relative_to(published).as_posix(): path.read_text(encoding="utf-8")
        for path in published.rglob("*")
        if path.is_file() and path.suffix not in {".duckdb", ".parquet"}
    }
    with duckdb.connect() as connection:
        connection.execute(f"attach '{published / 'marts.duckdb'}' as marts (read_only)")
        sources = [f"marts.{name}" for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()]
        sources += [f"'{path}'" for path in published.rglob("*.parquet")]
        for source in sources:
            texts[source] = "\n".join(str(row) for row in connection.execute(f"from {source}").fetchall())
    return texts


@pytest.fixture(scope="module")
def published_texts(home: Path) -> dict[str, str]:
    return _published_texts(home)


@pytest.mark.parametrize("words", PERSONAL_DATA)
def test_personal_data_of_a_sample_is_not_published(published_texts: dict[str, str], words: str) -> None:
    printed = "\n".join(
        path.read_bytes().decode(ENCODINGS.get(path.name, "utf-8")) for path in SAMPLES.rglob("*") if path.suffix in {".txt", ".md"}
    )
    assert words in printed
    assert [name for name, text in published_texts.items() if words in text] == []


def test_the_search_for_personal_data_reaches_words_of_reports(published_texts: dict[str, str]) -> None:
    holders = {name.rpartition("/")[2].strip("'") for name, text in published_texts.items() if "流萤镇人民政府" in text}
    assert holders >= {"marts.mart_figure", "marts.dim_report", "mart_figure.parquet", "dim_report.parquet"}


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_every_delivery_has_its_quality_page(home: Path, delivery: str) -> None:
    pages = [path.read_text(encoding="utf-8") for path in (home / "published" / "quality" / "loads" / delivery).glob("*.html")]
    assert len(pages) == 1
    assert "放行" in pages[0]


def test_quality_pages_ask_nothing_of_the_network(published_texts: dict[str, str]) -> None:
    pages = {name: text for name, text in published_texts.items() if Path(name).suffix in {".html", ".css", ".js"}}
    assert len(pages) >= 5
    asked = r"""(?:src|href|action|srcset)\s*=\s*["']?\s*(?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import|fetch\(|XMLHttpRequest"""
    assert [name for name, text in pages.items() if re.search(asked, text)] == []


@pytest.mark.parametrize(
    "sql", ["select * from read_text('/etc/hostname')", "from '{home}/lake/documents/*/*.parquet'", "copy dim_report to '{home}/x.csv'"]
)
def test_a_query_reaches_no_file(home: Path, sql: str) -> None:
    result = gongkai("query", "--home", home, sql.format(home=home))
    assert result.code == 1
    assert "disabled by configuration" in result.err
    assert not (home / "x.csv").exists()


# What Dagster remembers.


@dataclass(frozen=True)
class Run:
    """A run as the UI shows it."""

    job: str
    status: str
    partition: str | None
    checks: dict[tuple[str, str], bool]


def _history(home: Path) -> list[Run]:
    """Oldest first."""
    from dagster import DagsterEventType, DagsterInstance

    runs = []
    with DagsterInstance.from_config(str(home / "dagster")) as instance:
        for found in reversed(list(instance.get_runs())):
            logs = instance.all_logs(found.run_id, of_type={DagsterEventType.ASSET_CHECK_EVALUATION})
            results: list[Any] = [log.dagster_event.event_specific_data for log in logs if log.dagster_event]
            checks = {(result.asset_key.to_user_string(), result.check_name): result.passed for result in results}
            runs.append(Run(found.job_name, found.status.value, found.tags.get("dagster/partition"), checks))
    return runs


@pytest.fixture(scope="module")
def history(home: Path) -> list[Run]:
    return _history(home)


def test_the_history_has_one_run_a_delivery_and_one_publish(history: list[Run]) -> None:
    assert [(run.job, run.status, run.partition) for run in history] == [
        *(("ingest", "SUCCESS", delivery) for delivery in DELIVERIES),
        ("publish", "SUCCESS", None),
    ]


def test_every_delivery_was_checked_by_every_suite(history: list[Run]) -> None:
    suites = ["schema", "load", "documents", "reports", "observations"]
    assert [run.checks for run in history[:-1]] == [{("staging/delivery_ledger", suite): True for suite in suites}] * 3


@pytest.mark.parametrize("table", sorted(CONTRACT))
def test_the_key_of_every_mart_was_checked(history: list[Run], table: str) -> None:
    key = CONTRACT[table].split()[0]
    assert history[-1].checks[f"marts/{table}", f"unique_{table}_{key}"]
    assert history[-1].checks[f"marts/{table}", f"not_null_{table}_{key}"]


# What a later run changes, and what it leaves alone.


@dataclass(frozen=True)
class Later:
    """A copy of the demo's home: nothing new, then one more file while a reader has the old marts open, then a rebuild."""

    home: Path
    nothing_new: Result
    history_with_nothing_new: list[Run]
    link_with_nothing_new: str
    one_more: Result
    read_before: list[tuple[Any, ...]]
    read_after: list[tuple[Any, ...]]
    not_read_before: int
    history: list[Run]
    hashes: dict[str, str]
    rebuilt: Result
    hashes_rebuilt: dict[str, str]


@pytest.fixture(scope="module")
def later(copy_of_demo: Callable[[], Path], tmp_path_factory: pytest.TempPathFactory) -> Later:
    home, inbox = copy_of_demo(), tmp_path_factory.mktemp("later") / "inbox"
    nothing_new = gongkai("demo", "--home", home)
    story: dict[str, Any] = {"history_with_nothing_new": _history(home), "link_with_nothing_new": str((home / "published").readlink())}

    shutil.copytree(SAMPLES, inbox)
    text = (SAMPLES / "历年补录" / "liuying-zhen-2016.txt").read_text(encoding="utf-8")
    (inbox / "历年补录" / "liuying-zhen-2015.txt").write_text(
        text.replace("2016年", "2015年").replace("2017年", "2016年"), encoding="utf-8"
    )
    with duckdb.connect(str(home / "published" / "marts.duckdb"), read_only=True) as reader:
        story["read_before"] = reader.execute("from mart_figure order by all").fetchall()
        one_more = run(inbox, home)
        story["read_after"] = reader.execute("from mart_figure order by all").fetchall()
        story["not_read_before"] = len(reader.execute("from fct_finding").fetchall())
    story |= {"history": _history(home), "hashes": hashes(home)}
    rebuilt = gongkai("rebuild", "--home", home)
    return Later(home=home, nothing_new=nothing_new, one_more=one_more, rebuilt=rebuilt, hashes_rebuilt=hashes(home), **story)


def test_a_second_run_says_that_nothing_is_new(later: Later) -> None:
    assert later.nothing_new.code == 0
    assert re.search(r"^nothing new in \d+\.\d s$", later.nothing_new.out, re.MULTILINE), later.nothing_new.out


def test_a_second_run_starts_nothing_that_dagster_knows_of(later: Later, history: list[Run]) -> None:
    assert later.history_with_nothing_new == history


def test_a_second_run_leaves_the_published_marts(later: Later, home: Path) -> None:
    assert later.link_with_nothing_new == str((home / "published").readlink())


def test_only_the_delivery_with_a_new_file_is_ingested(later: Later, history: list[Run]) -> None:
    new = later.history[len(history) :]
    assert [(run.job, run.status, run.partition) for run in new] == [("ingest", "SUCCESS", "历年补录"), ("publish", "SUCCESS", None)]


def test_a_new_file_is_published(later: Later) -> None:
    value = "select value from marts.mart_figure where source_file = 'liuying-zhen-2015.txt' and indicator_code = 'proactive.items'"
    assert ask(later.home, value) == [(520,)]


def test_a_reader_with_the_old_marts_open_reads_on(later: Later) -> None:
    assert len(later.read_before) == 570
    assert later.read_after == later.read_before
    assert later.not_read_before == 287


def test_a_rebuild_gives_the_same_rows(later: Later) -> None:
    assert later.rebuilt.code == 0, later.rebuilt.err
    assert later.hashes_rebuilt == later.hashes
