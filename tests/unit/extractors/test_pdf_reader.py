"""PDF with text: what stands on drawn pages comes out as a person reads it."""

from pathlib import Path

import pytest

from extractors.document import Document
from extractors.layout import whole_tables
from extractors.readers import read
from tests.unit.extractors.drawn_pages import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    SIZE,
    TOP,
    WIDTH,
    Canvas,
    Typesetter,
    pdf,
    width_of,
    wrapped,
)
from tests.unit.test_samples import ENCODINGS, SAMPLES


def read_pages(*pages: Canvas) -> Document:
    return read("any.bin", pdf(pages))


def paragraphs(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.table is None]


def tables(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in block.table.rows] for block in document.tables if block.table]


SENTENCES = "全年新增公开信息二百一十条，其中网站公开一百三十条，公众号公开八十条。受理公开申请5件，均在期限内答复，没有收取费用。"


def test_the_samples_are_all_set() -> None:
    assert len(ENCODINGS) == sum(path.is_file() for path in SAMPLES.rglob("*")) - 1


def test_a_paragraph_goes_on_over_lines_and_pages_and_page_numbers_are_no_text() -> None:
    setter = Typesetter()
    for _ in range(12):
        setter.paragraph(SENTENCES * 2)
    document = read_pages(*setter.pages)

    assert len(setter.pages) > 1
    assert paragraphs(document) == [SENTENCES * 2] * 12
    assert document.pages == len(setter.pages)
    # A page begins within the paragraph that goes on there.
    torn = next(block for block in document.blocks if block.start < document.page_starts[1] < block.end)
    assert torn.page == 1


def test_paragraphs_that_are_only_set_apart_stay_apart() -> None:
    canvas = Canvas()
    lines = wrapped(SENTENCES * 2, RIGHT - LEFT)
    assert width_of(lines[-1]) < RIGHT - LEFT
    # The last line is filled up, so that nothing but the distance tells.
    lines[-1] = "报" * int((RIGHT - LEFT) / SIZE - 1) + "。"
    for index, line in enumerate([*lines, "流萤镇人民政府", "2018年1月9日"]):
        canvas.text(LEFT, 120 + 20 * index + 6 * max(0, index - len(lines) + 1), line)

    assert paragraphs(read_pages(canvas)) == ["".join(lines), "流萤镇人民政府", "2018年1月9日"]


def test_a_signature_right_below_a_full_line_is_no_part_of_the_paragraph() -> None:
    canvas = Canvas()
    lines = ["报" * int((RIGHT - LEFT) / SIZE), "告" * int((RIGHT - LEFT) / SIZE - 1) + "。", "流萤镇人民政府", "2018年1月9日"]
    for index, line in enumerate(lines):
        canvas.text(LEFT, 120 + 20 * index, line)

    assert paragraphs(read_pages(canvas)) == ["".join(lines[:2]), *lines[2:]]


def test_an_address_that_goes_over_whole_leaves_its_line_short() -> None:
    setter = Typesetter()
    text = "读" * 26 + "电子邮箱：liuying-zhen@example.com）。"
    setter.paragraph(text)

    assert [width_of(text) for *_, text in setter.pages[0].texts[1:]] == [31 * SIZE, 14 * SIZE]
    assert paragraphs(read_pages(*setter.pages)) == [text]


def test_a_justified_line_of_a_narrow_cell_has_no_blanks() -> None:
    canvas = Canvas()
    canvas.grid([75, 125, 275], [100, 150])
    for x, y, text in ((80, 115, "结"), (104, 115, "果"), (80, 131, "维持"), (130, 115, "第"), (154, 115, "一项")):
        canvas.text(x, y, text)

    assert tables(read_pages(canvas)) == [[["结果维持", "第  一项"]]]


def test_the_mark_of_a_note_does_not_run_into_the_number_before_it() -> None:
    canvas = Canvas()
    canvas.text(75, 120, "公开416")
    canvas.text(75 + width_of("公开416"), 116, "12", 6.0)
    canvas.text(75 + width_of("公开416") + 6, 120, "条。")

    assert paragraphs(read_pages(canvas)) == ["公开416¹²条。"]


def test_text_drawn_twice_to_look_bold_is_read_once() -> None:
    canvas = Canvas()
    for step in (0.0, 0.4):
        canvas.text(75 + step, 120, "主动公开1122条")
    interleaved = Canvas()
    text = "依申请公开33件"
    for index, character in enumerate(text):
        for step in (0.0, 0.4):
            interleaved.text(75 + width_of(text[:index]) + step, 120, character)

    assert paragraphs(read_pages(canvas)) == ["主动公开1122条"]
    assert paragraphs(read_pages(interleaved)) == [text]


def test_headers_that_repeat_are_no_text() -> None:
    setter = Typesetter()
    for _ in range(30):
        setter.paragraph(SENTENCES)
    for page in setter.pages:
        page.text(LEFT, 50, "流萤镇人民政府年度报告")

    assert len(setter.pages) > 1
    assert paragraphs(read_pages(*setter.pages)) == [SENTENCES] * 30


def test_merged_cells_are_one_cell_at_each_of_their_places() -> None:
    canvas = Canvas()
    canvas.grid([75, 175, 275, 375], [100, 130, 160, 190])
    # The first column of rows 2 and 3 is one cell, and so are the last two of row 1.
    canvas.rules = [rule for rule in canvas.rules if rule != (75, 160, 375, 160) and rule != (275, 100, 275, 190)]
    canvas.rules += [(175, 160, 375, 160), (275, 130, 275, 190)]
    for x, y, text in ((80, 120, "项目"), (200, 120, "数量"), (80, 160, "合并"), (180, 150, "1"), (280, 150, "2"), (180, 180, "3")):
        canvas.text(x, y, text)
    document = read_pages(canvas)
    (block,) = document.tables
    assert block.table is not None
    rows = block.table.rows

    assert tables(document) == [[["项目", "数量", "数量"], ["合并", "1", "2"], ["合并", "3", ""]]]
    assert rows[0].cells[1] is rows[0].cells[2]
    assert rows[1].cells[0] is rows[2].cells[0]
    assert (rows[1].cells[0].row_span, rows[0].cells[1].column_span) == (2, 2)
    assert document.text.count("合并") == 1
    assert rows[1].cells[1].box == pytest.approx((175, 130, 275, 160), abs=0.6)


def test_text_that_runs_over_its_cell_stays_in_one_piece() -> None:
    canvas = Canvas()
    canvas.grid([75, 102, 175], [100, 130])
    canvas.text(80, 120, "12345")

    assert tables(read_pages(canvas)) == [[["12345", ""]]]


def test_numbers_that_touch_a_border_stay_in_their_cells() -> None:
    canvas = Canvas()
    canvas.grid([75, 105, 135], [100, 130])
    canvas.text(75, 120, "12345")
    canvas.text(105, 120, "678")

    assert tables(read_pages(canvas)) == [[["12345", "678"]]]


def test_a_number_broken_over_two_lines_of_a_full_cell_is_one_number() -> None:
    canvas = Canvas()
    canvas.grid([75, 110, 200], [100, 150])
    canvas.text(80, 120, "3985")
    canvas.text(80, 136, "758")
    canvas.text(120, 120, "12")
    canvas.text(120, 136, "34")

    assert tables(read_pages(canvas)) == [[["3985758", "12 34"]]]


def test_the_shading_or_frame_of_a_paragraph_is_no_table() -> None:
    canvas = Canvas()
    canvas.surfaces.append((70, 95, 525, 140))
    canvas.grid([70, 525], [150, 190])
    canvas.text(75, 115, "涂色的一段文字。")
    canvas.text(75, 170, "加框的一段文字。")
    document = read_pages(canvas)

    assert document.tables == []
    assert paragraphs(document) == ["涂色的一段文字。", "加框的一段文字。"]


def torn_pages() -> list[Canvas]:
    """A table that a page break tears within its merged label（二）无法提供, as word processors do."""
    first, second = Canvas(), Canvas()
    first.grid([75, 135, 335, 435], [700, 720, 740])
    for row, (label, part, value) in enumerate((("（一）予以公开", "1.全部", "11"), ("（二）无", "1.不掌握", "12"))):
        first.text(76, 715 + 20 * row, label, 8)
        first.text(140, 715 + 20 * row, part)
        first.text(340, 715 + 20 * row, value)
    second.grid([75, 135, 335, 435], [90, 110, 130, 150])
    second.rules.remove((75, 110, 435, 110))
    second.rules.append((135, 110, 435, 110))
    for row, (part, value) in enumerate((("2.没有现成信息", "13"), ("3.仍不明确", ""), ("", "15"))):
        second.text(140, 105 + 20 * row, part)
        second.text(340, 105 + 20 * row, value)
    second.text(76, 116, "法提供", 8)
    second.text(76, 145, "（三）其他", 8)
    for page, number in ((first, "1"), (second, "2")):
        page.text(290, 800, f"- {number} -")
    return [first, second]


def test_a_label_torn_by_a_page_break_is_one_cell() -> None:
    (table,) = whole_tables(read_pages(*torn_pages()))
    rows = [[cell.text for cell in row.cells] for row in table.rows]

    assert rows == [
        ["（一）予以公开", "1.全部", "11"],
        ["（二）无法提供", "1.不掌握", "12"],
        ["（二）无法提供", "2.没有现成信息", "13"],
        ["（二）无法提供", "3.仍不明确", ""],
        ["（三）其他", "", "15"],
    ]
    assert len({id(row.cells[0]) for row in table.rows[1:4]}) == 1
    assert len(table.rows[1].cells[0].pieces) == 2


def test_a_merged_cell_whose_bracket_the_next_page_closes_is_one_cell() -> None:
    first, second = Canvas(), Canvas()
    for page, label, top in ((first, "（本列数据的关系为：", 700), (second, "第一项加第二项）", 90)):
        page.grid([75, 235, 335], [top, top + 20, top + 40])
        page.rules.remove((75, top + 20, 335, top + 20))
        page.rules.append((235, top + 20, 335, top + 20))
        page.text(80, top + 25, label)
        page.text(240, top + 15, "自然人")
        page.text(240, top + 35, "12")
    (table,) = whole_tables(read_pages(first, second))

    assert {row.cells[0].text for row in table.rows} == {"（本列数据的关系为：第一项加第二项）"}
    assert len({id(row.cells[0]) for row in table.rows}) == 1


def test_a_label_set_from_top_to_bottom_is_read_so() -> None:
    canvas = Canvas()
    canvas.grid([75, 100, 235, 335], [100, 130, 160, 190])
    canvas.rules = [rule for rule in canvas.rules if rule[1] not in (130, 160) or rule[0] == rule[2]]
    canvas.rules += [(100, 130, 335, 130), (100, 160, 335, 160)]
    for index, character in enumerate("办理结果"):
        canvas.text(81, 118 + 16 * index, character)
    for index, (label, value) in enumerate((("予以公开", "3"), ("不予公开", "1"), ("总计", "4"))):
        canvas.text(105, 120 + 30 * index, label)
        canvas.text(240, 120 + 30 * index, value)

    assert tables(read_pages(canvas)) == [[["办理结果", "予以公开", "3"], ["办理结果", "不予公开", "1"], ["办理结果", "总计", "4"]]]


def turned(text: str, x: float, y: float, matrix: str) -> str:
    """The text as operators of a page, its baseline at a point from the top left corner, turned by a matrix."""
    return f"BT /F 12 Tf {matrix} {x} {HEIGHT - y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"


@pytest.mark.parametrize(("matrix", "x", "y"), [("0 1 -1 0", 92, 180), ("0 -1 1 0", 82, 105)], ids=["to the left", "to the right"])
def test_a_label_turned_on_its_side_is_read(matrix: str, x: float, y: float) -> None:
    canvas = Canvas(before=turned("办理12件", x, y, matrix) + turned("内部77", 20, 180, matrix))
    canvas.grid([75, 100, 235, 335], [100, 150, 190])
    canvas.rules = [rule for rule in canvas.rules if rule[1] != 150 or rule[0] == rule[2]] + [(100, 150, 335, 150)]
    for index, (label, value) in enumerate((("予以公开", "3"), ("不予公开", "1"))):
        canvas.text(105, 130 + 45 * index, label)
        canvas.text(240, 130 + 45 * index, value)
    document = read_pages(canvas)

    assert tables(document) == [[["办理12件", "予以公开", "3"], ["办理12件", "不予公开", "1"]]]
    assert paragraphs(document) == []


def test_a_number_turned_among_upright_characters_keeps_its_place() -> None:
    canvas = Canvas(before=turned("8", 83, 138, "0 -1 1 0"))
    canvas.grid([75, 100, 235], [100, 190])
    for place, character in ((115, "第"), (131, "共"), (160, "项")):
        canvas.text(81, place, character)
    canvas.text(105, 130, "予以公开")

    assert tables(read_pages(canvas)) == [[["第共8项", "予以公开"]]]


def test_reading_the_tables_twice_gives_the_same() -> None:
    document = read_pages(*torn_pages())

    def texts() -> list[list[str]]:
        return [[cell.text for cell in row.cells] for table in whole_tables(document) for row in table.rows]

    assert texts() == texts()


def test_a_piece_with_fewer_columns_stands_in_those_of_the_table() -> None:
    first, second = Canvas(), Canvas()
    first.grid([75, 175, 275, 375], [700, 720])
    second.grid([75, 175, 375], [90, 110])
    for x, text in ((80, "规章"), (180, "1"), (280, "11")):
        first.text(x, 715, text)
    second.text(80, 105, "许可")
    second.text(180, 105, "447228")
    (table,) = whole_tables(read_pages(first, second))

    assert [[cell.text for cell in row.cells] for row in table.rows] == [["规章", "1", "11"], ["许可", "447228", "447228"]]
    assert table.rows[1].cells[1] is table.rows[1].cells[2]


def test_a_table_with_other_edges_or_a_title_above_is_another() -> None:
    first, second, third = Canvas(), Canvas(), Canvas()
    for canvas, right in ((first, 375), (second, 475), (third, 475)):
        canvas.grid([75, 175, right], [100, 120])
        canvas.text(80, 115, "甲")
    third.text(80, 90, "另一张表")

    assert len(whole_tables(read_pages(first, second, third))) == 3


def test_rows_without_borders_that_line_up_are_a_table() -> None:
    canvas = Canvas()
    rows = [("指标名称", "单位", "数量"), ("主动公开信息数", "条", "120"), ("收到申请数", "件", "7"), ("行政复议数", "件", "0")]
    for index, row in enumerate(rows):
        for x, text in zip((75, 275, 375), row, strict=True):
            canvas.text(x, 120 + 20 * index, text)
    document = read_pages(canvas)

    assert tables(document) == [[list(row) for row in rows]]
    assert document.tables[0].table is not None
    assert document.tables[0].table.drawing == "spaces"
    box = document.tables[0].table.rows[1].cells[2].box
    assert box is not None
    assert box[0] == pytest.approx(375, abs=1)


def test_a_header_word_spaced_out_is_one_cell() -> None:
    canvas = Canvas()
    for x, text in ((75, "指标名称"), (275, "单"), (299, "位"), (375, "数量")):
        canvas.text(x, 120, text)
    for index, row in enumerate((("主动公开信息数", "条", "120"), ("收到申请数", "件", "7"))):
        for x, text in zip((75, 275, 375), row, strict=True):
            canvas.text(x, 140 + 20 * index, text)
    document = read_pages(canvas)
    (table,) = document.tables
    assert table.table is not None

    assert tables(document)[0][1:] == [["主动公开信息数", "条", "120"], ["收到申请数", "件", "7"]]
    assert ["".join(cell.split()) for cell in tables(document)[0][0]] == ["指标名称", "单位", "数量"]
    assert table.table.rows[0].cells[1].box == pytest.approx((275, 109.4, 311, 121.4), abs=2)


def test_two_columns_are_read_one_after_the_other() -> None:
    canvas = Canvas()
    canvas.text(75, 80, "分两栏排印的报告")
    for index, line in enumerate(wrapped(SENTENCES * 3, 200, indent=24)):
        canvas.text(75 + (0 if index else 24), 120 + 20 * index, line)
    for index, line in enumerate(wrapped("乙" * 7 + SENTENCES * 3, 200, indent=24)):
        canvas.text(310 + (0 if index else 24), 120 + 20 * index, line)

    assert paragraphs(read_pages(canvas)) == ["分两栏排印的报告", SENTENCES * 3, "乙" * 7 + SENTENCES * 3]


def test_a_watermark_across_the_page_is_no_text() -> None:
    canvas = Canvas(before="BT /F 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm <51855BB88D446599> Tj ET")
    canvas.text(75, 120, SENTENCES[:30])

    assert paragraphs(read_pages(canvas)) == [SENTENCES[:30]]


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    canvas = Canvas(turn=90, before=f"q 0 1 -1 0 {WIDTH} 0 cm")
    canvas.text(100, 300, "横排的表2018年共12345件")
    document = read_pages(canvas)

    assert "".join(paragraphs(document)) == "横排的表2018年共12345件"


@pytest.mark.parametrize("turn", [180, 270])
def test_pages_turned_otherwise_are_read_as_they_are_shown(turn: int) -> None:
    matrix = {180: f"q -1 0 0 -1 {WIDTH} {HEIGHT} cm", 270: f"q 0 -1 1 0 0 {HEIGHT} cm"}[turn]
    canvas = Canvas(turn=turn, before=matrix)
    canvas.text(100, 300, "倒置的表2018年共12345件")

    assert "".join(paragraphs(read_pages(canvas))) == "倒置的表2018年共12345件"


def test_what_a_crop_leaves_out_is_no_text() -> None:
    canvas = Canvas(crop=(50, 400, 500, 800))
    canvas.text(75, 120, "露出的一行。")
    canvas.text(75, 700, "裁去的一行99件。")
    canvas.grid([75, 175, 275], [150, 180])
    canvas.text(80, 170, "收到申请数")
    canvas.text(180, 170, "12")
    document = read_pages(canvas)

    assert paragraphs(document) == ["露出的一行。"]
    assert tables(document) == [[["收到申请数", "12"]]]
    assert document.tables[0].box == pytest.approx((25, 108, 225, 138), abs=1)


def test_filled_in_fields_and_typed_remarks_are_read_in_their_place() -> None:
    canvas = Canvas()
    canvas.grid([75, 175, 275], [100, 130, 160])
    canvas.text(80, 120, "收到申请数")
    canvas.text(80, 150, "办结数")
    canvas.annotations += [
        ("Widget", "/FT /Tx /T (a) /V (12)", 180, 120, "12"),
        ("FreeText", "/DA (/F 12 Tf)", 180, 150, "11"),
        ("Widget", "/FT /Btn /T (b) /V /Off", 230, 120, "4"),
        ("Widget", "/FT /Sig /T (c)", 75, 300, "签名于2018年1月9日"),
        ("Stamp", "", 75, 340, "已收到77件"),
        ("Watermark", "", 75, 380, "内部88"),
        ("Link", "", 75, 420, "链接99"),
    ]
    document = read_pages(canvas)

    assert tables(document) == [[["收到申请数", "12"], ["办结数", "11"]]]
    assert paragraphs(document) == []


def test_a_font_that_does_not_say_what_it_draws_gives_no_digits() -> None:
    known = pdf([Canvas(texts=[(75, 120, SIZE, "全年公开12345条，收到申请67件。")])])
    unknown = known.replace(b"/Encoding /UniGB-UCS2-H", b"/Encoding /Identity-H").replace(
        b"(GB1) /Supplement 2", b"(Identity) /Supplement 0"
    )
    document = read("a.pdf", unknown)

    assert any(map(str.isdigit, read("a.pdf", known).text))
    assert set(document.text) == {"\ufffd"}
    assert [issue.reason for issue in document.issues] == ["damaged_characters"]


def scan() -> Canvas:
    canvas = Canvas()
    canvas.pictures.append((0, 0, WIDTH, HEIGHT))
    return canvas


def test_scans_that_show_no_text_are_refused() -> None:
    assert read_pages(scan(), scan()).reason == "unreadable_scan"


def test_invisible_text_over_a_scan_is_not_believed() -> None:
    canvas = scan()
    canvas.texts.append((75, 120, SIZE, SENTENCES))
    canvas.before = "3 Tr"

    assert read_pages(canvas).reason == "unreadable_scan"


def test_invisible_text_over_a_part_of_a_page_is_not_believed() -> None:
    canvas = Canvas(pictures=[(70, 300, 520, 500)], texts=[(75, 400, SIZE, "受理申请173件。")])
    canvas.before = f"BT /F {SIZE} Tf 1 0 0 1 75 700 Tm <{'一段文字。'.encode('utf-16-be').hex()}> Tj ET 3 Tr"

    assert paragraphs(read_pages(canvas)) == ["一段文字。"]


def test_a_scanned_page_does_not_stop_the_others() -> None:
    first, last = Canvas(), Canvas()
    first.text(75, 120, "第一页的文字。")
    last.text(75, 120, "第三页的文字。")
    document = read_pages(first, scan(), last)

    assert paragraphs(document) == ["第一页的文字。", "第三页的文字。"]
    assert document.issues == []
    assert [document.page_of(block.start) for block in document.blocks] == [1, 3]


def test_a_damaged_file_is_refused() -> None:
    whole = pdf([Canvas(texts=[(75, 120, SIZE, SENTENCES)])])

    assert read("a.pdf", whole[:60]).reason == "damaged_file"
    assert read("a.pdf", b"%PDF-1.7\n" + bytes(500)).reason == "damaged_file"
    assert read("a.pdf", whole.replace(b"/Count 1 /Kids [", b"/Count 0 /Nono [")).reason == "damaged_file"


def test_a_file_with_a_password_is_refused() -> None:
    whole = pdf([Canvas(texts=[(75, 120, SIZE, SENTENCES)])])
    key = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"31" * 32, b"32" * 32)
    locked = whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00><00>] /Encrypt %s" % key)

    assert read("a.pdf", locked).reason == "encrypted_file"


def test_a_file_of_five_thousand_pages_is_refused() -> None:
    assert read("a.pdf", pdf([Canvas()] * 5000)).reason == "document_too_large"


def test_a_page_without_anything_is_an_empty_file() -> None:
    assert read("a.pdf", pdf([Canvas()])).reason == "empty_file"


def test_a_drawing_of_a_hundred_thousand_lines_is_no_table() -> None:
    canvas = Canvas(texts=[(75, 120, SIZE, "一张地图。")])
    canvas.rules = [(x, TOP, x + 3 * (x % 2), BOTTOM) for x in range(60, 460)] * 100
    document = read_pages(canvas)

    assert paragraphs(document) == ["一张地图。"]


def test_the_text_of_a_centred_title_over_two_lines_is_one() -> None:
    setter = Typesetter()
    title = "星渚市云笈区流萤镇人民政府二〇一八年政府信息公开工作年度报告"
    setter.centred(title)
    setter.paragraph(SENTENCES * 2)

    assert width_of(title, 16.0) > RIGHT - LEFT
    assert paragraphs(read_pages(*setter.pages)) == [title, SENTENCES * 2]


def test_every_reason_has_a_remedy() -> None:
    listed = (Path(__file__).parents[3] / "extractors" / "issue_reasons.csv").read_text(encoding="utf-8")
    reasons = {line.split(",")[0] for line in listed.splitlines() if line.split(",")[-1]}

    assert {"encrypted_file", "damaged_file", "damaged_page", "ocr_not_installed", "document_too_large", "empty_file"} <= reasons
