"""Pieces of a table that page breaks tore come together; different tables stay apart."""

import pytest

from extractors.layout import WholeTable, whole_tables
from extractors.readers import read


def tables_of(text: str) -> list[WholeTable]:
    return whole_tables(read("a.txt", text.encode()))


def rows_of(table: WholeTable) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


HEAD = "| 指标 | 单位 | 数 |\n|---|---|---|\n"
WHOLE = [["指标", "单位", "数"], ["甲数", "件", "1"], ["乙数", "件", "2"]]


@pytest.mark.parametrize(
    "gap",
    [
        "\n",
        "\n\n",
        "\n\n- 4 -\n\n",
        "\n\n—12—\n\n",
        "\n\n4\n\n",
        "\n\n第4页 共9页\n\n",
        "\n\n（续表）\n\n",
        "\n\f",
        "\n\n| | | |\n|---|---|---|\n",
        "\n\n" + HEAD,
        "\n- 4 -\n续表\n" + HEAD,
    ],
)
def test_a_page_break_does_not_part_a_table(gap: str) -> None:
    tables = tables_of(HEAD + "| 甲数 | 件 | 1 |" + gap + "| 乙数 | 件 | 2 |\n")
    assert [rows_of(table) for table in tables] == [WHOLE]
    assert tables[0].outside == set()


@pytest.mark.parametrize(
    "second",
    [
        "\n\n附表二 其他情况统计表\n\n" + HEAD + "| 乙数 | 件 | 2 |",
        "\n\n| 项目 | 单位 | 金额 |\n|---|---|---|\n| 乙数 | 件 | 2 |",
        "\n\n| 项目 | 金额 |\n|---|---|\n| 乙数 | 2 |",
        "\n\n下表列出本乡收费情况，均已公示，欢迎各界查阅并监督，如有疑问请与党政办公室联系。\n\n| 乙数 | 件 | 2 |",
        "\n\n乙数\t件\t2\n丙数\t件\t3",
    ],
)
def test_different_tables_are_not_merged(second: str) -> None:
    tables = tables_of(HEAD + "| 甲数 | 件 | 1 |" + second)
    assert len(tables) == 2
    assert rows_of(tables[0]) == WHOLE[:2]


def test_a_short_line_between_rows_may_be_part_of_a_label() -> None:
    (table,) = tables_of("指标\t单位\t数\n受理申请总\t件\t1\n\n数\n\n乙数\t件\t2\n")
    assert rows_of(table) == [["指标", "单位", "数"], ["受理申请总", "件", "1"], ["数"], ["乙数", "件", "2"]]
    assert table.outside == {2}


def test_a_bare_number_next_to_a_row_is_no_page_number() -> None:
    (table,) = tables_of("指标\t单位\t数\n甲数\t件\t1\n2\n乙数\t件\t2\n丙数\t件\t2\n")
    assert rows_of(table)[2] == ["2"]
