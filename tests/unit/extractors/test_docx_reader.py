"""What Word prints of a DOCX is what is read."""

import pytest

from extractors.document import Document
from extractors.readers import read
from tests.unit.extractors.office_files import NAMES, docx, p, package, relations, tbl, tc

BOX = "<w:txbxContent><w:p><w:r><w:t>框内 7 件</w:t></w:r></w:p></w:txbxContent>"


def lines(body: str, **parts: str) -> list[str]:
    document = read("a", docx(body, **parts))
    assert document.reason is None
    return [line for line in document.text.split("\n") if line]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def rows(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for block in document.tables for row in block.table.rows]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("content", "printed"),
    [
        (run("共") + "<w:ins>" + run("4") + "</w:ins>" + "<w:del><w:r><w:delText>5</w:delText></w:r></w:del>" + run("件"), "共4件"),
        ("<w:moveFrom>" + run("旧") + "</w:moveFrom><w:moveTo>" + run("新") + "</w:moveTo>", "新"),
        (run("显") + run("隐", "<w:vanish/>") + run("示", '<w:vanish w:val="0"/>'), "显示"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(A1)</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("12") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("件"),
            "12件",
        ),
        ("<w:sdt><w:sdtContent>" + run("鲸落镇") + "</w:sdtContent></w:sdt>", "鲸落镇"),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("单击此处") + "</w:sdtContent></w:sdt>" + run("件"), "件"),
        ("<w:ruby><w:rt>" + run("jing") + "</w:rt><w:rubyBase>" + run("鲸") + "</w:rubyBase></w:ruby>", "鲸"),
        ('<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "1-2☑"),
    ],
)
def test_a_run_prints(content: str, printed: str) -> None:
    assert lines(f"<w:p>{content}</w:p>") == [printed]


def test_hidden_style_is_not_read() -> None:
    style = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'

    hidden = run("隐", '<w:rStyle w:val="h"/>')

    assert lines(f"<w:p>{run('显')}{hidden}</w:p>", styles=style) == ["显"]


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    assert lines(p("主动公开4", "<w:rPr><w:del/></w:rPr>") + p("16条")) == ["主动公开416条"]


def test_a_text_box_given_in_two_forms_is_read_once() -> None:
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp>"
        f"{BOX}</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    assert lines(f"<w:p>{run('外')}{drawing}</w:p>{p('后')}") == ["外", "框内 7 件", "后"]


def test_notes_stand_at_the_end_and_leave_no_mark_in_the_number() -> None:
    body = '<w:p><w:r><w:t>公开12</w:t><w:footnoteReference w:id="2"/><w:t>件</w:t></w:r></w:p>' + p("后文")
    notes = f'<w:footnote w:id="0">{p("线")}</w:footnote><w:footnote w:id="2">{p("含上年3件")}</w:footnote>'

    assert lines(body, footnotes=notes) == ["公开12件", "后文", "含上年3件"]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>'
)


def listed(depth: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def test_numbers_that_word_makes_are_read_as_printed() -> None:
    body = (
        p("概述", listed(0)) + p("公开", listed(0)) + p("制度", listed(1)) + p("甲", listed(2)) + p("乙", listed(2)) + p("平台", listed(1))
        + p("丙", listed(2)) + p("结语", listed(0)) + p("另起", listed(0, 2)) + p("接着", listed(0, 2)) + p("再接", listed(0, 2))
    )  # fmt: skip

    assert lines(body, numbering=NUMBERING) == [
        "一、概述", "二、公开", "（一）制度", "1. 甲", "2. 乙", "（二）平台", "1. 丙", "三、结语", "九、另起", "十、接着", "十一、再接",
    ]  # fmt: skip


def test_a_numbered_paragraph_is_the_heading_that_it_prints() -> None:
    document = read("a", docx(p("概述", listed(0)), numbering=NUMBERING))

    assert [(block.kind, block.level) for block in document.blocks] == [("heading", 1)]


def test_a_style_brings_its_list_and_level() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/>'
        f'{listed(1)}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="b"/></w:style>'
    )
    document = read("a", docx(p("制度", '<w:pStyle w:val="c"/>'), styles=style, numbering=NUMBERING))

    assert document.text == "（一）制度"
    assert document.blocks[0].level == 2


def test_a_sentence_in_the_style_of_a_heading_is_text() -> None:
    assert read("a", docx(p("全年公开416条。", '<w:outlineLvl w:val="0"/>'))).blocks[0].kind == "paragraph"


def test_merged_cells_cover_their_places() -> None:
    table = tbl(
        [
            [tc("项", '<w:vMerge w:val="restart"/>'), tc("申请人", '<w:gridSpan w:val="2"/>')],
            [tc("", "<w:vMerge/>"), "自然人", "法人"],
            ["收到", "3", "4"],
        ]
    )
    document = read("a", docx(table))

    assert rows(document) == [["项", "申请人", "申请人"], ["项", "自然人", "法人"], ["收到", "3", "4"]]
    assert document.text == "项\t申请人\t\n\t自然人\t法人\n收到\t3\t4"


def test_edges_that_were_meant_to_be_one_make_no_column() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    table = tbl([["项", tc("数", wide)], [tc("公开", wide), "416"]], widths=[2000, 10, 3000])

    assert rows(read("a", docx(table))) == [["项", "数"], ["公开", "416"]]


def test_a_row_that_lost_its_merges_is_not_aligned() -> None:
    table = tbl([["项", "本年", "上年"], ["公开", "416"]])
    block = read("a", docx(table)).tables[0].table

    assert block is not None
    assert [row.is_aligned for row in block.rows] == [True, False]


def test_a_table_within_a_cell_is_a_table_of_its_own() -> None:
    inner = tbl([["甲", "1"], ["乙", "2"]])

    assert rows(read("a", docx(tbl([["外", tc(p("见内") + inner + p(""))]])))) == [["外", "见内"], ["甲", "1"], ["乙", "2"]]


def test_a_frame_about_text_is_no_table() -> None:
    document = read("a", docx(tbl([[tc(p("说明") + tbl([["甲", "1"], ["乙", "2"]]))]])))

    assert [block.kind for block in document.blocks] == ["paragraph", "table"]


def test_deleted_rows_and_contents_lists_are_left_out() -> None:
    table = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + tc("旧") + tc("1") + "</w:tr><w:tr>" + tc("新") + tc("2") + "</w:tr></w:tbl>"
    style = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'

    assert lines(p("一、概述 3", '<w:pStyle w:val="t"/>') + table, styles=style) == ["新\t2"]


DEEP = "<w:tbl><w:tr><w:tc>" * 200 + p("深") + "</w:tc></w:tr></w:tbl>" * 200
BOMB = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (package({"word/document.xml": b"<w:document"}), "damaged_file"),
        (docx(DEEP), "damaged_file"),
        (docx(p("文")).replace(b"PK\x01\x02", b"PK\x01\x03"), None),
        (package({"word/document.xml": BOMB + f"<d>{p('文')}</d>"}), "damaged_file"),
        (package({"word/document.xml": b"<a>" + b" " * 20_000_000 + b"</a>"}), "document_too_large"),
        (docx(tbl([[tc("a", '<w:gridSpan w:val="100000"/>'), "b"]])), "document_too_large"),
        (docx(p("")), "no_text"),
        (package({"_rels/.rels": relations({}), "word/document.xml": b"<a/>"}), "damaged_file"),
    ],
)
def test_a_hostile_docx_is_refused(data: bytes, reason: str | None) -> None:
    found = read("a", data)

    assert found.reason == (reason or "unsupported_format")
    assert not found.text


def test_a_page_that_stands_in_place_of_paragraphs_is_read() -> None:
    page = "<html><body><p>一、概述</p><table><tr><td rowspan=2>公开</td><td>条</td></tr><tr><td>7</td></tr></table></body></html>"
    names = relations({"aFChunk": "chunk.html"})
    body = f'<w:body>{p("题目")}<w:altChunk r:id="rId1"/>{p("结尾")}</w:body>'
    parts = {
        "word/_rels/document.xml.rels": names,
        "word/document.xml": f"<w:document {NAMES}>{body}</w:document>",
        "word/chunk.html": page,
    }
    document = read("a", package({"_rels/.rels": relations({"officeDocument": "word/document.xml"}), **parts}))

    assert document.text == "题目\n一、概述\n公开\t条\n\t7\n结尾"
    assert read("a", package({**parts, "word/chunk.html": b"\0\1"})).reason == "unsupported_format"


def test_the_main_part_may_have_a_number() -> None:
    parts = {"_rels/.rels": relations({"officeDocument": "word/document2.xml"})}
    parts["word/document2.xml"] = f"<w:document {NAMES}><w:body>{p('公开7条')}</w:body></w:document>"

    assert read("a", package(parts)).text == "公开7条"
