"""A figure is explained from what is published, with its words in their surroundings. Marts and lake are made by hand."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import duckdb
import pytest

from extractors.records import Extraction, Personal
from orchestration import lake
from orchestration.errors import GongkaiError
from orchestration.explain import explain
from orchestration.home import Home
from orchestration.publish import publish
from orchestration.transforms import frames
from orchestration.transforms.batch import Batch, ReadDocument

Make = Callable[..., Any]
TEXT = "一、概述\n第一行。\n第二行。\n第三行。\n收取费用1250元，由墨小满收取。\n第五行。\n第六行。\n第七行。\n"
QUOTE = "收取费用1250元，由███收取。"
START = TEXT.index("收取费用")
COLUMNS: dict[str, Any] = {
    "observation_id": "o1",
    "report_id": "r1",
    "source_file": "a.txt",
    "indicator_code": "application.fees",
    "member_label": None,
    "member_key": "total",
    "basis": "current",
    "value": 1250,
    "unit": "元",
    "value_printed": "1250",
    "unit_printed": "元",
    "qualifier": "exact",
    "status": "reported",
    "source_kind": "prose",
    "page": None,
    "line": 5,
    "char_start": START,
    "char_end": START + len(QUOTE),
    "value_start": START + 4,
    "value_end": START + 8,
    "quote": QUOTE,
    "table_index": None,
    "row_index": None,
    "column_index": None,
    "row_path": None,
    "column_path": None,
    "text_origin": "native",
    "recogniser_id": "by_hand",
    "confidence": 0.95,
    "is_preferred": True,
}


@pytest.fixture
def explained(home: Home, document: Make) -> Callable[..., str]:
    """What is said about figure o1; `figures` are further rows, as changes to it, `changes` are changes to o1 itself."""

    def make(*figures: dict[str, Any], findings: list[tuple[Any, ...]] | None = None, **changes: Any) -> str:
        held = document("d", text=TEXT, observations=())
        start = TEXT.index("墨小满")
        extraction: Extraction = replace(held.extraction, personal=Personal([(start, start + 3)], ["墨小满"]))
        keep(home, ReadDocument(held.document_id, held.bytes, held.sources, extraction))
        make_marts(home, held.document_id, [COLUMNS | changes, *(COLUMNS | figure for figure in figures)], findings or [])
        return "\n".join(explain(home, "o1"))

    return make


def keep(home: Home, document: ReadDocument) -> None:
    lake.write_part(home, "A", "000001", 0, frames(Batch("A", "000001", (document,))))
    lake.commit(home, lake.Load("A", "000001", "reading-1", frozenset(document.sources)))


def make_marts(home: Home, document_id: str, figures: list[dict[str, Any]], findings: list[tuple[Any, ...]]) -> None:
    types = {"value": "decimal(20,6)", "confidence": "decimal(4,3)", "is_preferred": "boolean"}
    whole = ("page", "line", "char_start", "char_end", "value_start", "value_end", "table_index", "row_index", "column_index")
    columns = ", ".join(f"{name} {types.get(name, 'integer' if name in whole else 'varchar')}" for name in COLUMNS)
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute("create schema marts")
        connection.execute(f"create table marts.fct_observation ({columns})")
        for figure in figures:
            places = ", ".join("?" * len(figure))
            connection.execute(f"insert into marts.fct_observation values ({places})", list(figure.values()))
        connection.execute(
            """create table marts.dim_report (report_id varchar, document_id varchar, delivery varchar, publisher varchar,
                agency_id varchar, report_year integer, is_current boolean)"""
        )
        connection.execute("insert into marts.dim_report values ('r1', ?, 'A', '某某镇人民政府', null, 2017, true)", [document_id])
        connection.execute("create table marts.dim_indicator (indicator_code varchar, name_zh varchar, topic varchar, description varchar)")
        connection.execute("insert into marts.dim_indicator values ('application.fees', '收取费用', 'application', '收取的费用。')")
        connection.execute(
            """create table marts.fct_finding (finding_id varchar, rule_id varchar, statement varchar, holds boolean, severity varchar,
                explanation varchar, evidence varchar)"""
        )
        for row in findings:
            connection.execute("insert into marts.fct_finding values (?, ?, ?, ?, ?, ?, ?)", list(row))
    publish(home, {})


def test_the_figure_is_named_with_its_indicator(explained: Make) -> None:
    said = explained()
    assert said.startswith("收取费用：1250 元\n")
    assert "application.fees" in said
    assert "收取的费用。" in said
    assert "某某镇人民政府 2017" in said


def test_the_value_is_marked_in_its_surroundings(explained: Make) -> None:
    assert "      5  收取费用【1250】元，由███收取。" in explained().split("\n")


def test_two_lines_stand_around_the_quote(explained: Make) -> None:
    said = explained()
    assert ("第二行" in said, "第三行" in said, "第五行" in said, "第六行" in said) == (True, True, True, True)
    assert ("第一行" in said, "第七行" in said) == (False, False)


def test_surroundings_are_covered(explained: Make) -> None:
    assert "墨小满" not in explained()


def test_the_place_and_the_recogniser_are_told(explained: Make) -> None:
    said = explained(page=3, table_index=0, row_index=4, column_index=2, row_path="收费 > 合计", column_path="本年")
    assert "A/a.txt" in said
    assert "第 3 页，第 5 行，第 1 个表格第 5 行第 3 列" in said
    assert "收费 > 合计" in said
    assert "by_hand（正文，把握 0.95）" in said


def test_a_blank_has_no_number(explained: Make) -> None:
    said = explained(value=None, value_printed=None, status="blank", value_end=START + 4, qualifier=None)
    assert said.startswith("收取费用：空白\n")
    assert "【】" in said


def test_an_uncertain_number_is_qualified(explained: Make) -> None:
    assert explained(qualifier="at_least").startswith("收取费用：至少 1250 元\n")


def test_a_figure_without_rival_is_taken(explained: Make) -> None:
    said = explained()
    assert "采用：是" in said
    assert "其他" not in said


def test_what_competes_is_listed(explained: Make) -> None:
    other = {"observation_id": "o2", "value": 7, "is_preferred": True, "source_kind": "table", "line": 9}
    elsewhere = {"observation_id": "o3", "basis": "cumulative"}
    said = explained(other, elsewhere, is_preferred=False)
    assert "采用：否" in said
    assert "  o2  7 元  表格第 9 行  by_hand  采用" in said.split("\n")
    assert "o3" not in said


def test_findings_it_takes_part_in_are_listed(explained: Make) -> None:
    said = explained(
        findings=[
            ("f1", "sum", "甲 = 乙", False, "error", "少抄一位", "o0,o1,o2"),
            ("f2", "rest", "丙 = 丁", True, "error", None, "o1"),
            ("f3", "other", "戊 = 己", False, "error", None, "o11,o12"),
        ]
    )
    assert "用到此值的规则：2 条，其中 1 条不成立" in said
    assert "  不成立（error）  甲 = 乙  [sum]" in said.split("\n")
    assert "少抄一位" in said
    assert "戊 = 己" not in said


def test_a_text_that_the_lake_has_lost_leaves_the_quote(explained: Make, home: Home) -> None:
    explained()
    for path in (home.lake / lake.TEXT_TABLE).rglob("*.parquet"):
        path.unlink()
    said = "\n".join(explain(home, "o1"))
    assert QUOTE in said
    assert "【" not in said


@pytest.mark.parametrize("unknown", ["o9", "", "o1' or 1=1 --", "%"])
def test_an_unknown_id_is_one_line(explained: Make, home: Home, unknown: str) -> None:
    explained()
    with pytest.raises(GongkaiError) as refused:
        explain(home, unknown)
    assert str(refused.value).startswith(f"{unknown}: no published figure has this id")
    assert "\n" not in str(refused.value)


def test_nothing_is_explained_before_the_first_publish(home: Home) -> None:
    with pytest.raises(GongkaiError, match="nothing is published yet"):
        explain(home, "o1")
