"""Plain text and Markdown become one canonical text with blocks whose spans are right."""

import pytest

from extractors.document import Document
from extractors.readers import read


def document_of(text: str) -> Document:
    return read("a.txt", text.encode())


def cells_of(text: str) -> list[list[str]]:
    tables = [block.table for block in document_of(text).tables if block.table is not None]
    assert len(tables) == 1
    return [[cell.text for cell in row.cells] for row in tables[0].rows]


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n", "\v", "\x85", "\u2028"])
def test_every_line_end_becomes_lf(line_end: str) -> None:
    assert document_of(f"青竹乡{line_end}年度报告{line_end}").text == "青竹乡\n年度报告\n"


def test_text_is_nfc() -> None:
    assert document_of("cafe\u0301 年度报告").text == "caf\u00e9 年度报告"


def test_form_feeds_are_page_breaks() -> None:
    document = document_of("第一面\n甲\f第二面\n乙\f")
    assert document.text == "第一面\n甲\n第二面\n乙"
    assert document.pages == 2
    assert [(document.text[block.start : block.end], block.page) for block in document.blocks] == [
        ("第一面", 1),
        ("甲", 1),
        ("第二面", 2),
        ("乙", 2),
    ]
    assert [document.page_of(offset) for offset in (0, 5, 6, 10)] == [1, 1, 2, 2]


def test_text_without_form_feeds_has_no_pages() -> None:
    document = document_of("年度报告\n甲\n")
    assert (document.pages, document.page_of(3), document.blocks[0].page) == (None, None, None)


def test_headings_lose_their_marks_and_keep_their_level() -> None:
    document = document_of("# 青竹乡年度报告\n\n## 一、概述\n\n一、概述\n（二）收费情况\n一是加强领导。\n")
    assert [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks] == [
        ("heading", 1, "青竹乡年度报告"),
        ("heading", 2, "一、概述"),
        ("heading", 1, "一、概述"),
        ("heading", 2, "（二）收费情况"),
        ("paragraph", None, "一是加强领导。"),
    ]


def test_bold_marks_go_and_masks_stay() -> None:
    assert document_of("**一是**公开 12 条，电话 139****0000，**未闭合").text == "一是公开 12 条，电话 139****0000，**未闭合"


def test_every_space_but_those_at_the_ends_stays() -> None:
    assert document_of("\u3000\u3000共\u00a0公开 12 条 \u3000\n").text == "共\u00a0公开 12 条\n"


def test_lines_are_counted_from_one() -> None:
    document = document_of("甲\n\n乙丙\n丁")
    assert [document.line_of(document.text.index(character)) for character in "甲乙丙丁"] == [1, 3, 3, 4]


def test_bars_make_cells_and_rules_vanish() -> None:
    text = "| 指标 | 单位 | 数 |\n|:--|:-:|--:|\n| 甲 \\| 乙 | 件 | 3 |\n| 丙 | 件 | |\n|  | 件 | - |\n"
    assert cells_of(text) == [["指标", "单位", "数"], ["甲 | 乙", "件", "3"], ["丙", "件", ""], ["", "件", "-"]]
    assert document_of(text).text == "指标\t单位\t数\n甲 | 乙\t件\t3\n丙\t件\t\n\t件\t-\n"


def test_bars_without_an_outer_frame_keep_empty_first_and_last_cells() -> None:
    assert cells_of("指标 | 单位 | 数\n甲 | 件 | 3\n | 件 | 4\n丙 | 件 | \n") == [
        ["指标", "单位", "数"],
        ["甲", "件", "3"],
        ["", "件", "4"],
        ["丙", "件", ""],
    ]


def test_drawn_frames_are_no_rows() -> None:
    assert cells_of("+----+----+\n| 甲 | 3 |\n+----+----+\n| 乙 | 4 |\n+----+----+") == [["甲", "3"], ["乙", "4"]]
    assert cells_of("┌──┬──┐\n│甲│3│\n├──┼──┤\n│乙│4│\n└──┴──┘") == [["甲", "3"], ["乙", "4"]]


def test_a_row_of_single_dashes_is_a_row() -> None:
    assert cells_of("| 甲 | 1 |\n|---|---|\n| 乙 | 2 |\n| - | - |\n") == [["甲", "1"], ["乙", "2"], ["-", "-"]]


def test_tabs_make_cells_and_an_indent_does_not() -> None:
    assert cells_of("指标\t单位\t数\n甲\t件\t3\n丙\t\t\n\t件\t4\n") == [
        ["指标", "单位", "数"],
        ["甲", "件", "3"],
        ["丙", "", ""],
        ["", "件", "4"],
    ]
    assert document_of("\t青竹乡位于县城东部。\n\t辖八个村。\n").tables == []
    assert document_of("1.\t概述\n").text == "1. 概述\n"


def test_lined_up_spaces_make_columns_and_keep_empty_cells_empty() -> None:
    text = (
        "指标          单位   本年   累计\n"
        "当面申请数    件        3      12\n"
        "网络申请数    件               40\n"
        "信函申请数    件        5\n"
    )
    assert cells_of(text) == [
        ["指标", "单位", "本年", "累计"],
        ["当面申请数", "件", "3", "12"],
        ["网络申请数", "件", "", "40"],
        ["信函申请数", "件", "5", ""],
    ]


def test_header_words_spread_with_wide_spaces_are_one_word() -> None:
    assert cells_of("指　标        单　位   数\n当面申请数    件       3\n")[0] == ["指\u3000标", "单\u3000位", "数"]


def test_cells_that_do_not_line_up_tell_no_column() -> None:
    document = document_of("指标  单位  本年  累计\n当面提出的申请数  件  3  12\n网络申请数  件  40\n")
    rows = [row for block in document.tables if block.table for row in block.table.rows]
    assert [([cell.text for cell in row.cells], row.is_aligned) for row in rows] == [
        (["指标", "单位", "本年", "累计"], True),
        (["当面提出的申请数", "件", "3", "12"], True),
        (["网络申请数", "件", "40"], False),
    ]


def test_spans_of_all_blocks_and_cells_give_their_text() -> None:
    text = (
        "# 报告\r\n\r\n　**一、概述**\r\n| 甲 | 3 |\r\n|---|---|\r\n| 乙 | |\r\n\r\n丙\t件\t4\r\n丁\t件\t\r\n\f戊      5\r\n己      6\r\n"
    )
    document = document_of(text)
    ends = []
    for block in document.blocks:
        ends += [block.start, block.end]
        for row in block.table.rows if block.table else []:
            assert document.text[row.start : row.end] == "\t".join(cell.text for cell in row.cells)
            for cell in row.cells:
                assert document.text[cell.start : cell.end] == cell.text
    assert ends == sorted(ends)
    assert len(document.tables) == 3
