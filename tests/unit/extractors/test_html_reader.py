"""Pages as they come: what is shown is read, once, in its place; everything else is left out."""

import pytest

from extractors.document import Document
from extractors.readers import read

PROSE = "<p>全年主动公开政府信息十分及时，内容完整，群众满意。</p>"


def page(body: str) -> Document:
    return read("a", f"<!DOCTYPE html><html><body>{body}</body></html>".encode())


def lines(body: str) -> list[str]:
    return [line for line in page(PROSE + body).text.split("\n")[1:] if line]


def cells(body: str) -> list[list[str]]:
    (block,) = page(PROSE + body).tables
    assert block.table is not None
    return [[cell.text for cell in row.cells] for row in block.table.rows]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>公开<span>1</span><span>2</span>条</p>", ["公开12条"]),
        ("<p>公开<b>1</b><!-- x -->2<i>3</i>条</p>", ["公开123条"]),
        ("<div>公开1</div><div>2条</div>", ["公开1", "2条"]),
        ("<p>公开1<br>2条</p>", ["公开1", "2条"]),
        ("<p>政府信息\n  公开 12\n条</p>", ["政府信息公开 12 条"]),
        ("<p>公开&nbsp;&#65297;&#50;条 &lt;附&gt;&ldquo;</p>", ["公开\u00a0１2条 <附>“"]),
        ("<p>公开1\u200b2\ufeff条</p>", ["公开12条"]),
        ("<p>公开12<sup>1</sup>条，面积3m<sup>2</sup></p>", ["公开12¹条，面积3m²"]),
        ("<pre>一 12\n二 13</pre>", ["一 12", "二 13"]),
        ("<p>甲</p><script>document.write('<p>公开9条</p>')</script><style>p{}</style><p>乙</p>", ["甲", "乙"]),
        ("<p style='color:red; DISPLAY : none'>公开9条</p><p hidden>公开8条</p><p>乙</p>", ["乙"]),
        ("<div style='display:none'><div style='display:none'><p>公开9条</p></div></div><p>乙</p>", ["乙"]),
        ("<select><option>2016</select><button>提交</button><textarea>9</textarea><p>乙</p>", ["乙"]),
        ("<p>公开<del>9</del><s>8</s>7条</p>", ["公开7条"]),
        ("<p>公开<span style='color:red;text-decoration: Line-Through'>8</span>7条</p>", ["公开7条"]),
        ("<ruby>汉<rt>han</rt></ruby>字", ["汉字"]),
    ],
)
def test_a_line_is_what_the_page_shows(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<table><tr><td>甲<td>1<tr><td>乙<td>2</table>", [["甲", "1"], ["乙", "2"]]),
        ("<table><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></table>", [["甲", "1"], ["乙", "2"]]),
        ("<tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>", [["甲", "1"], ["乙", "2"]]),
        ("<table><tr><td>甲</td><td></td><td>&nbsp;</td><td>3</td></tr></table>", [["甲", "", "", "3"]]),
        ("<table><tr><td>甲</td><td><p>1</p><p>2</p></td></tr></table>", [["甲", "1 2"]]),
        ("<table><tr><td></td><td></td></tr><tr><td>甲</td><td>1</td></tr></table>", [["甲", "1"]]),
        (
            "<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>1</td><td>2</td></tr></table>",
            [["甲", "乙", "乙"], ["甲", "1", "2"]],
        ),
        ("<table><tr><td rowspan=99>甲</td><td>1</td></tr><tr><td>2</td></tr></table>", [["甲", "1"], ["甲", "2"]]),
        ("<table><tr><td rowspan=0>甲</td><td>1</td></tr><tr><td>2</td></tr></table>", [["甲", "1"], ["甲", "2"]]),
        ("<table><tr><td rowspan=x colspan=-1>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>", [["甲", "1"], ["乙", "2"]]),
        # A column in which no cell begins is none; a row without cells is none.
        (
            "<table><tr><td colspan=3>甲</td><td>1</td></tr><tr></tr><tr><td colspan=3>乙</td><td>2</td></tr></table>",
            [["甲", "1"], ["乙", "2"]],
        ),
    ],
)
def test_a_table_is_its_grid(body: str, expected: list[list[str]]) -> None:
    assert cells(body) == expected


def test_a_cell_is_the_same_object_wherever_it_reaches() -> None:
    body = "<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>1</td><td>2</td></tr></table>"
    (block,) = page(PROSE + body).tables
    assert block.table is not None
    first, second = (row.cells for row in block.table.rows)
    assert first[0] is second[0]
    assert first[1] is first[2]
    assert (first[0].row_span, first[0].column_span, first[1].row_span, first[1].column_span) == (2, 1, 1, 2)


def test_the_text_of_a_merged_cell_stands_once() -> None:
    assert lines("<table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table>") == ["甲\t1", "\t2"]


def test_a_row_with_fewer_cells_is_not_aligned() -> None:
    (block,) = page(PROSE + "<table><tr><td>甲</td><td>1</td><td>2</td></tr><tr><td>乙</td><td>3</td></tr></table>").tables
    assert block.table is not None
    assert [row.is_aligned for row in block.table.rows] == [True, False]


def test_a_table_around_an_article_is_no_table() -> None:
    article = PROSE * 20 + "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>"
    found = page(f"<table><tr><td>左</td><td>{article}</td></tr></table>")
    assert [[cell.text for cell in row.cells] for block in found.tables if block.table for row in block.table.rows] == [
        ["甲", "1"],
        ["乙", "2"],
    ]


def test_rows_beside_a_cell_with_an_article_stay_a_table() -> None:
    found = page(
        "<table><tr><td>索引号</td><td>WS01</td></tr><tr><td>文号</td><td>无</td></tr>"
        f"<tr><td colspan=2>{PROSE * 20}</td></tr><tr><td>编辑</td><td>某人</td></tr></table>"
    )
    assert [len(block.table.rows) for block in found.tables if block.table] == [2, 1]
    assert found.text.count("群众满意") == 20


def test_a_merged_cell_that_reaches_past_an_article_is_told_once() -> None:
    found = page(
        f"<table><tr><td rowspan=3>说明</td><td>甲</td><td>1</td></tr><tr><td colspan=2>{PROSE * 20}</td></tr>"
        "<tr><td>乙</td><td>2</td></tr></table>"
    )
    assert found.text.count("说明") == 1


def test_a_table_within_a_cell_is_a_table_of_its_own() -> None:
    inner = "<table><tr><td>1</td><td>2</td></tr></table>"
    found = page(f"{PROSE}<table><tr><td>甲</td><td>3</td></tr><tr><td>乙</td><td>{inner}</td></tr></table>")
    texts = [[[cell.text for cell in row.cells] for row in block.table.rows] for block in found.tables if block.table]
    assert texts == [[["甲", "3"]], [["1", "2"]]]
    assert "乙" in found.text


def test_headings_keep_their_level() -> None:
    found = page(f"<h1>某某镇年度报告</h1><h3>概述</h3>{PROSE}<p>（二）公开数量</p>")
    assert [block.level for block in found.blocks] == [1, 3, None, 2]


@pytest.mark.parametrize(
    "frame",
    [
        '<div class="leftNav">电话 9</div>',
        '<div id="breadCrumb"><span>首页</span></div>',
        "<nav>9</nav>",
        "<div>当前位置：首页 &gt; 公开</div>",
        "<div>浏览次数：<span>99</span>次 【打印】【关闭】</div>",
        "<ul><li><a>新闻9</a></li><li><a>通知8</a></li></ul>",
    ],
)
def test_the_frame_of_the_site_is_no_text(frame: str) -> None:
    found = page(f"{frame}<div><h1>某某镇年度报告</h1>{PROSE * 3}</div>{frame}")
    assert found.text.split("\n")[0] == "某某镇年度报告"
    assert len(found.blocks) == 4


def test_a_part_with_most_of_the_text_is_no_frame_whatever_its_name() -> None:
    assert "群众满意" in page(f'<div class="print share nav">{PROSE * 3}</div>').text


def test_links_within_a_sentence_stay() -> None:
    body = '<p>按照<a href="/1">《政府信息公开条例》</a>的要求，全年公开信息12条。</p>'
    assert lines(body) == ["按照《政府信息公开条例》的要求，全年公开信息12条。"]


def test_a_signature_below_the_last_sentence_stays() -> None:
    assert lines("<p>某某镇人民政府</p><p>2018年1月9日</p>") == ["某某镇人民政府", "2018年1月9日"]


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "iso-8859-1", "no-such-charset", ""])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5", "utf-16"])
def test_the_bytes_tell_the_charset_whatever_is_declared(declared: str, codec: str) -> None:
    body = PROSE.replace("满意", "滿意") if codec == "big5" else PROSE
    body = body.translate(str.maketrans("动开时内众", "動開時內眾")) if codec == "big5" else body
    text = body.translate(str.maketrans("动开时内众", "動開時內眾"))
    source = f'<!DOCTYPE html><html><head><meta charset="{declared}"></head><body><div class="x y z">{text * 4}</div></body></html>'
    assert read("a", source.encode(codec)).text.split("\n")[0] == text.removeprefix("<p>").removesuffix("</p>")


def test_a_page_in_xml_form_is_a_page() -> None:
    found = read("a", f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html><html><body>{PROSE}</body></html>'.encode())
    assert (found.media_type, found.reader) == ("text/html", "html")


def test_lost_characters_are_an_issue() -> None:
    found = read("a", f"<html><body>{PROSE}<p>公开\ufffd2条。</p></body></html>".encode())
    assert [(issue.reason, issue.line) for issue in found.issues] == [("damaged_characters", 2)]


@pytest.mark.parametrize("body", ["", "<script>1</script>", "<p style='display:none'>甲</p>", "<iframe src=1></iframe>"])
def test_a_page_without_text_is_refused(body: str) -> None:
    assert page(body).reason == "no_text"


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 60_000 + "甲",
        "<table><tr><td colspan=1000 rowspan=60000>甲" + "<tr><td>" * 3000,
        "<table><tr>" + "<td>1" * 1000 + "</table>",
    ],
    ids=["deep", "wide", "row"],
)
def test_a_page_beyond_the_bounds_is_refused(body: str) -> None:
    assert page(PROSE + body).reason == "document_too_large"


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 4_000 + "甲。",
        "<table><tr><td>" * 2_000 + "甲。",
        "<b>" * 4_000 + "<p>甲。" * 50,
        "<a href=1>" * 5_000 + "甲。",
        "<ul><li>" * 4_000,
    ],
    ids=["div", "table", "b", "a", "list"],
)
def test_a_deep_page_is_read(body: str) -> None:
    assert "群众满意" in page(PROSE + body).text


def test_a_saved_page_is_read_from_its_mail() -> None:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = "http://example.org/1.html"
    message.set_content(f"<html><body>{PROSE}</body></html>", subtype="html", charset="utf-8", cte="quoted-printable")
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png")
    found = read("a", message.as_bytes())
    assert (found.media_type, found.reader, found.text) == ("multipart/related", "html", PROSE[3:-4])


def test_a_saved_page_without_a_page_is_refused() -> None:
    data = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/css\r\n\r\np {}\r\n--b--\r\n"
    assert read("a", data).reason == "no_text"


def test_a_sliver_that_only_a_title_begins_in_is_no_column() -> None:
    """As a conversion leaves it: the title of the second group begins one column before its first cell."""
    titles = "<td colspan=2>复议</td><td colspan=4>诉讼</td>"
    body = f"<table><tr>{titles}</tr><tr><td>甲</td><td colspan=2>乙</td><td>丙</td><td>丁</td><td>戊</td></tr></table>"

    assert cells(body) == [["复议", "复议", "诉讼", "诉讼", "诉讼"], ["甲", "乙", "丙", "丁", "戊"]]


@pytest.mark.parametrize(
    "head",
    [
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head></head>',
        '<html><head><meta name=Generator content="Microsoft Excel 15"></head>',
    ],
)
def test_a_sheet_saved_as_a_page_is_read_as_a_sheet(head: str) -> None:
    title = "流萤镇2017年政府信息公开工作年度报告"
    rows = [
        [title],
        ["一、概述"],
        ["全年公开7条。"],
        [],
        ["项", "数"],
        ["公开", "7"],
        ["复议", ""],
        [],
        ["特此报告。"],
    ]
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in [*row, '', ''][:2])}</tr>" for row in rows)
    document = read("report.xls", f"{head}<body><table>{body}</table></body></html>".encode("gb18030"))

    texts = [document.text[block.start : block.end] for block in document.blocks if block.table is None]
    assert texts == [title, "一、概述", "全年公开7条。", "特此报告。"]
    assert [[cell.text for cell in row.cells] for block in document.tables if block.table for row in block.table.rows] == [
        ["项", "数"], ["公开", "7"], ["复议", ""],
    ]  # fmt: skip


def test_a_menu_set_as_a_table_is_no_table() -> None:
    menu = "".join(f"<td><a href=/{number}>栏目{number}</a></td>" for number in range(6))

    assert page(f"<table><tr>{menu}</tr></table>{PROSE}").tables == []


def test_a_workbook_saved_as_one_mail_is_read_sheet_by_sheet() -> None:
    kind = "<html xmlns:x='urn:schemas-microsoft-com:office:excel'>"
    pages = [f"{kind}<frameset><frame src=1></frameset></html>", f"{kind}<table><tr><td>公开<td>7</table></html>", "<html>条</html>"]
    pages.append(f"{kind}<table><tr><td>收到<td>3</table></html>")
    parts = "".join(f"--b\nContent-Type: text/html; charset=utf-8\n\n{page}\n" for page in pages)
    document = read("a.xls", f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n{parts}--b--".encode())

    assert [line for line in document.text.split("\n") if line] == ["公开\t7", "收到\t3"]
