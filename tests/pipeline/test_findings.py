"""Every rule about reports fires on a contradiction planted for it, with the two numbers that contradict each other.

Lives here: planted reports for the rules on running text; planted_figures.csv and planted_findings.csv hold the figures of tables that
break the rules on tables, one report a rule (and its report of the year before, for rules across years), and what is then found.
Elsewhere: which relations a text states (tests/unit/extractors/test_relations.py), how a rule treats gaps (dbt's unit tests).
"""

import csv
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from orchestration import marts
from orchestration.home import Home
from tests.running import ROOT, ask

pytestmark = pytest.mark.pipeline

HERE = Path(__file__).parent
SEEDS = ROOT / "dbt_project" / "seeds"
# The rule, the paragraphs that break it, and the two numbers.
REPORTS = {
    "report.application.balance.as_told": (
        "新收政府信息公开申请213件，上年结转11件。全年办结208件，结转下年度继续办理6件。",
        "224",
        "214",
    ),
    "report.change.amount": ("主动公开信息90条，比去年的100条减少12条。", "-10", "-12"),
    "report.change.rate": ("主动公开信息120条，比去年的100条增加20条，增长25%。", "25", "20"),
    "report.figure.text_and_table": (
        "全年收到政府信息公开申请7件。\n\n附表\n\n| 统计指标 | 单位 | 统计数 |\n|---|---|---|\n| 三、依申请公开情况 | —— | |\n"
        "| （一）收到申请数 | 件 | 5 |\n| 1. 当面申请数 | 件 | 2 |\n| 2. 传真申请数 | 件 | 0 |\n| 3. 网络申请数 | 件 | 3 |\n"
        "| 4. 信函申请数 | 件 | 0 |\n| （二）申请办结数 | 件 | 5 |\n| 1. 按时办结数 | 件 | 5 |\n| 2. 延期办结数 | 件 | 0 |",
        "7",
        "5",
    ),
    "report.figure.year_within_all_years": ("全年主动公开政府信息90条，历年累计主动公开政府信息80条。", "90", "80"),
    "report.list.channels_counted_once": ("全年公开信息64条，其中通过政府网站公开60条，通过微信公众号发布30条。", "90", "64"),
    "report.list.parts_cover_total": ("主动公开政府信息64条，其中机构职能类24条，人事任免类30条。", "64", "54"),
    "report.list.parts_within_total": ("主动公开政府信息64条，其中机构职能类24条，人事任免类47条。", "71", "64"),
    "report.list.shares_make_100": ("公开信息64条，其中甲类信息24条，占37.5%，乙类信息40条，占64%。", "101.5", "100"),
    "report.numbering.runs_on": ("1、落实责任。\n\n2、健全制度。\n\n5、强化监督。", "5", "3"),
    "report.ratio.completion": ("全年收入806万元，完成年初预算数800万元的107.5%。", "107.5", "100.8"),
    "report.ratio.share": ("公开信息64条，其中甲类信息24条，占35%。", "35", "38"),
}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _on_tables() -> set[str]:
    """The rules that are planted as figures: those whose sides stand in rule_parts, and the copied table."""
    return {row["rule_id"] for row in _rows(SEEDS / "rule_parts.csv")} | {"report.years.table_copied"}


def plant(inbox: Path) -> None:
    """Put a report for every rule on running text into an inbox, as files of no folder."""
    inbox.mkdir(parents=True, exist_ok=True)
    for rule_id, (text, _, _) in REPORTS.items():
        report = f"松烟镇2016年政府信息公开工作年度报告\n\n一、主动公开政府信息的情况\n\n{text}\n\n松烟镇人民政府\n2017年1月9日\n"
        (inbox / f"{rule_id}.txt").write_text(report, encoding="utf-8")


@pytest.fixture(scope="module")
def home(planted: Path) -> Path:
    return planted


def test_every_rule_on_text_has_a_planted_report() -> None:
    assert {row["rule_id"] for row in _rows(SEEDS / "rule_relations.csv")} - _on_tables() == set(REPORTS)


@pytest.mark.parametrize("rule_id", REPORTS)
def test_a_planted_contradiction_is_found_with_its_numbers(home: Path, rule_id: str) -> None:
    found = ask(home, f"select lhs, rhs from marts.fct_finding where not holds and rule_id = '{rule_id}' and source_file = '{rule_id}.txt'")
    assert found == [tuple(map(Decimal, REPORTS[rule_id][1:]))]


def test_nothing_else_is_found(home: Path) -> None:
    # A share that is wrong, and shares that don't make 100, are two sides of one slip.
    related = {"report.list.shares_make_100": {"report.ratio.share"}}
    planted = "select source_file from marts.dim_report where publisher = '松烟镇人民政府'"
    rows = ask(home, f"select source_file, rule_id from marts.fct_finding where not holds and source_file in ({planted})")
    assert len(rows) >= len(REPORTS)
    others = {(source_file, rule_id) for source_file, rule_id in rows if source_file != f"{rule_id}.txt"}
    assert {(name, rule) for name, rule in others if rule not in related.get(name.removesuffix(".txt"), ())} == set()


@pytest.fixture(scope="module")
def findings_on_tables(planted: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Decimal, Decimal]]]:
    """What the rules on tables find in figures planted beside the reports: one report a rule, named after it."""
    figures = str(HERE / "planted_figures.csv")
    home = tmp_path_factory.mktemp("tables") / "home"
    shutil.copytree(planted, home, symlinks=True)
    with duckdb.connect(str(home / "warehouse.duckdb")) as connection:
        connection.execute(
            f"""
            create temp table planted as
            select *, rule_id || case when year = '2016' then '' else '/' || year end as document_id
            from read_csv('{figures}', all_varchar = true);
            insert into staging.delivery_ledger by name select 'planted' as delivery, '1' as load_id, 'accepted' as verdict;
            insert into staging.documents by name
            select distinct 'planted' as delivery, '1' as load_id, document_id, 'read' as outcome, 'text' as reader,
                'text/plain' as media_type, 1 as bytes, 1 as characters from planted;
            insert into staging.document_sources by name
            select delivery, load_id, document_id, document_id as source_file from staging.documents where delivery = 'planted';
            insert into staging.reports by name
            select distinct 'planted' as delivery, '1' as load_id, document_id, document_id as report_id, 'annual_report' as document_type,
                rule_id as publisher, cast(year as integer) as report_year, '' as form_generations, 1 as numerals_total,
                0 as numerals_unexplained
            from planted;
            insert into staging.observations by name
            select 'planted' as delivery, '1' as load_id, document_id, document_id as report_id,
                document_id || indicator_code || member_key || basis as observation_id, indicator_code,
                case when member_key <> 'total' then member_key end as member_code, member_key, basis, 'reported' as status,
                'exact' as qualifier, cast(value as decimal(20, 6)) as value, value as value_printed, indicators.unit, source_kind,
                1 as line, 0 as char_start, 1 as char_end, 0 as value_start, 1 as value_end, value as quote, 'native' as text_origin,
                'planted' as recogniser_id, 1 as confidence
            from planted inner join reference.indicators as indicators using (indicator_code)"""
        )
    place = Home.at(home)
    marts.write_profile(place)
    places = [
        "--project-dir",
        marts.PROJECT,
        "--profiles-dir",
        place.dbt,
        "--target-path",
        marts.target(place),
        "--log-path",
        home / "logs",
    ]
    build = [marts.executable(), "run", "--select", "+fct_finding", *map(str, places)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        rows = connection.execute("select rule_id, lhs, rhs from marts.fct_finding where report_id = rule_id and not holds").fetchall()
    found: dict[str, list[tuple[Decimal, Decimal]]] = {}
    for rule_id, lhs, rhs in rows:
        found.setdefault(rule_id, []).append((lhs, rhs))
    return found


def test_every_rule_on_tables_fires_on_its_planted_figures(findings_on_tables: dict[str, list[tuple[Decimal, Decimal]]]) -> None:
    planted = {row["rule_id"]: [(Decimal(row["lhs"]), Decimal(row["rhs"]))] for row in _rows(HERE / "planted_findings.csv")}
    assert set(planted) == _on_tables()
    assert findings_on_tables == planted
