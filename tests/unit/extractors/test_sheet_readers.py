"""What a spreadsheet prints is what is read."""

import struct
import time

import pytest

from extractors.document import Document
from extractors.readers import read
from extractors.readers.sheets.number_formats import printed
from tests.unit.extractors.excel_records import xls
from tests.unit.extractors.office_files import REL, S, Sheet, compound_file, package, relations, xlsx


def rows(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for block in document.tables for row in block.table.rows]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("3.0", "General", "3"),
        ("0.30000000000000004", "General", "0.3"),
        ("1E3", "General", "1000"),
        ("2.5", "0.00", "2.50"),
        ("12.345", "0.00", "12.35"),
        ("1234567.5", "#,##0.0", "1,234,567.5"),
        ("0.163", "0.0%", "16.3%"),
        ("7", '0"件"', "7件"),
        ("-3", "0;(0)", "(3)"),
        ("0", '#,##0;-#,##0;"-"', "0"),
        ("0", "0;-0;;@", ""),
        ("43109", 'yyyy"年"m"月"d"日"', "2018年1月9日"),
        ("43109", "yyyy-mm-dd", "2018-01-09"),
        ("43109.5", "yyyy/m/d h:mm", "2018/1/9 12:00"),
        ("43109", "[$-F800]dddd, mmmm dd, yyyy", "2018-01-09"),
        ("0.5", "# ?/?", "0.5"),
        ("5", "[>100]0;0.0", "5"),
        ("无", "0.00", "无"),
    ],
)
def test_a_number_prints_as_its_format_says(value: str, code: str, text: str) -> None:
    assert printed(value, code) == text


def test_text_about_a_table_is_paragraphs() -> None:
    sheet = [["统计表"], ["（2017年度）"], ["项", "数"], ["公开", 416], ["注：截至年底"]]
    document = read("a", xlsx([sheet]))

    assert [block.kind for block in document.blocks] == ["paragraph", "paragraph", "table", "paragraph"]
    assert rows(document) == [["项", "数"], ["公开", "416"]]


@pytest.mark.parametrize("text", ["\u200b", " \ufeff\n", "\u3000\u200b"])
def test_a_cell_of_invisible_characters_prints_nothing(text: str) -> None:
    assert rows(read("a", xlsx([[["项", "数"], [text], ["公开", 4]]]))) == [["项", "数"], ["公开", "4"]]


def test_a_row_left_blank_stays_in_its_table() -> None:
    assert rows(read("a", xlsx([[["项", "数"], ["公开", 4], ["复议", ""]]]))) == [["项", "数"], ["公开", "4"], ["复议", ""]]


def test_merged_cells_cover_their_places_and_edges_are_off() -> None:
    sheet = [["", "项", "申请人", ""], ["", "", "自然人", "法人"], ["", "收到", 3, 4], ["", "", "", "", ""]]
    merges = '<mergeCells><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/></mergeCells>'
    document = read("a", xlsx([sheet], tails=[merges]))

    assert rows(document) == [["项", "申请人", "申请人"], ["项", "自然人", "法人"], ["收到", "3", "4"]]
    assert document.tables[0].table is not None
    assert document.tables[0].table.drawing == "sheet"


TITLED = [["甲项", "", ""], ["项", "数", "数"], ["公开", 4, 5], ["乙项", "", ""], ["项", "数", "数"], ["收到", 3, 2]]
MERGED = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A4:C4"/></mergeCells>'


def test_framed_rows_over_the_whole_table_belong_to_it() -> None:
    framed = read("a", xlsx([TITLED], tails=[MERGED], framed=range(6)))
    bare = read("a", xlsx([TITLED], tails=[MERGED]))

    assert [row[0] for row in rows(framed)] == ["甲项", "项", "公开", "乙项", "项", "收到"]
    assert [row[0] for row in rows(bare)] == ["项", "公开", "项", "收到"]


def test_a_framed_title_above_a_table_is_a_title() -> None:
    document = read("a", xlsx([TITLED[:3]], tails=[MERGED], framed=range(3)))

    assert [block.kind for block in document.blocks] == ["paragraph", "table"]


def test_a_workbook_of_the_nineties_is_read_in_its_code_page() -> None:
    data = xls([Sheet([["项", "数"], ["公开", 416], ["占比", 0.5]])], is_old=True)

    assert rows(read("a", data)) == [["项", "数"], ["公开", "416"], ["占比", "0.5"]]


def test_a_report_saved_as_comma_separated_values_is_a_sheet() -> None:
    text = '流萤镇年度报告,,\n"一年来,公开信息416条。",,\n,,\n项,单位,数\n公开,条,416\n复议,件,\n'
    document = read("a", text.encode())

    assert [block.kind for block in document.blocks] == ["paragraph", "paragraph", "table"]
    assert rows(document) == [["项", "单位", "数"], ["公开", "条", "416"], ["复议", "件", ""]]


def test_a_sheet_of_one_column_has_no_quotes() -> None:
    text = '"流萤镇年度报告"\n\n"一年来，""村村通""完成。"\n"特此报告。"\n'

    assert read("a", text.encode()).text.split("\n") == ["流萤镇年度报告", "", '一年来，"村村通"完成。', "特此报告。"]


def test_formats_of_cells_are_kept() -> None:
    sheet = [["项", "数"], ["经费", ("2.5", "1")], ["占比", ("0.5", "2")], ["日期", ("43109", "3")]]
    document = read("a", xlsx([sheet], formats=["0.00", "0%", 'yyyy"年"m"月"d"日"']))

    assert [row[1] for row in rows(document)] == ["数", "2.50", "50%", "2018年1月9日"]


def test_hidden_rows_and_columns_are_left_out() -> None:
    data = xlsx([[["项", "隐", "数"], ["公开", 9, 4], ["收到", 9, 3]]], heads=['<cols><col min="2" max="2" hidden="1"/></cols>'])

    assert rows(read("a", data)) == [["项", "数"], ["公开", "4"], ["收到", "3"]]


def test_every_sheet_is_read() -> None:
    assert rows(read("a", xlsx([[["项", "数"], ["公开", 4]], [["项", "数"], ["收到", 3]]]))) == [
        ["项", "数"], ["公开", "4"], ["项", "数"], ["收到", "3"],
    ]  # fmt: skip


def test_prose_with_commas_is_no_table() -> None:
    text = "全年公开416条, 其中网站263条, 微信98条。\n收到申请3件, 均已办结。\n没有收费。\n特此报告。"

    assert read("a", text.encode()).media_type == "text/plain"
    assert read("a", "项,数\n公开,416\n收到,3\n".encode()).media_type == "text/csv"


def record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def test_an_encrypted_workbook_is_refused() -> None:
    stream = record(0x0809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + record(0x2F, b"\1\0")

    assert read("a", compound_file({"Workbook": stream})).reason == "encrypted_file"


def test_a_package_under_a_password_is_refused() -> None:
    assert read("a", compound_file({"EncryptedPackage": b"\1" * 5000, "EncryptionInfo": b"\2" * 5000})).reason == "encrypted_file"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (xlsx([[["a"] * 3] * 3]).replace(b"PK\x05\x06", b"PK\x05\x07"), "unsupported_format"),
        (package({"xl/workbook.xml": b"<a>"}), "damaged_file"),
        (xlsx([[]]), "no_text"),
        (xlsx([[["a", "b"]] * 110_000]), "document_too_large"),
        (xlsx([[["长" * 30_000] * 20] * 20]), "document_too_large"),
        (compound_file({"Workbook": b""}), "damaged_file"),
    ],
)
def test_a_hostile_workbook_is_refused(data: bytes, reason: str) -> None:
    assert read("a", data).reason == reason


def test_the_furthest_cell_costs_no_more_than_itself() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    cells = f'<sheetData><row r="1"><c r="A1"><v>5</v></c></row>{far}</sheetData>'
    sheets = '<sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets>'
    members: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{REL}">{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": relations({"worksheet": "worksheets/sheet1.xml"}),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}">{cells}</worksheet>',
    }

    assert read("a", package(members)).text.split() == ["5", "1"]


def test_merges_that_begin_in_one_cell_are_one_merge() -> None:
    merges = "<mergeCells>" + '<mergeCell ref="A1:A5000"/>' * 30_000 + "</mergeCells>"
    data = xlsx([[["项", "数"], *([[]] * 4998), ["", 3]]], [merges])
    started = time.process_time()
    document = read("a", data)

    assert rows(document)[4998:] == [["项", ""], ["项", "3"]]
    assert time.process_time() - started < 2
