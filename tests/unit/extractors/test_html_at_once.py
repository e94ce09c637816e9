"""What the reader of web pages takes at once is what a walk through the elements finds."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from extractors.document import Block
from extractors.readers import read
from extractors.readers.web.plain import MOST_TRIED, PlainTables

# An empty link makes the reader walk through an element that it would read at once; both must tell the same.
WALKED = "<a></a>"


@pytest.mark.parametrize(
    "cell",
    [
        "<td>12</td>",
        "<th align=center>甲 &amp; 乙&nbsp;&lt;丙&gt;</th>",
        "<td title='<td>1</td> rowspan=\"9\" >'>12</td>",
        "<td rowspan=2>甲</td><td colspan=' 2 '>乙</td>",
        "<td rowspan=x>甲</td><td colspan=0>乙</td>",
        "<td><p class=a>\n<font size=2><span>1</span></font><b>2</b>\n</p>\n</td>",
        "<td><p>12<br>\n</p>",
        "<td>甲<br>乙</td>",
        "<td>甲<p>乙</p></td>",
        "<td><p>甲</p><p>乙</p></td>",
        "<td><!-- <td>9</td> -->12</td>",
        "<td><script>document.write('<td>9</td>')</script>12</td>",
        "<td><xmp><td>12</xmp></td>",
        "<td>12<sup>2</sup></td>",
        "<td><s>12</s>15</td>",
        "<td><div>12</div></td>",
        "<td style='display:none'>9</td><td hidden>9</td>",
        "<td>\u3000\u200b1\u200b2\u2003</td><td>e\u0301</td>",
        "<td><table><tr><td>1<td>2</table></td>",
        "<td></td>",
        "<td>\u2003</td><td>甲<br>\u2003</td><td>\u2003<p>甲</p>\u2003</td>",
        "<td><p>甲</p>乙</td><td><p><b>甲</b></p>\n<!-- x --></td>",
        "<td><br>甲<br><br></td>",
        "<td><ul><li>甲</li></ul></td>",
        "<td><h3>甲</h3></td>",
        "",
    ],
)
@pytest.mark.parametrize("table", ["<table>{}", "<table border=1><thead><tr><td>甲<td>乙</thead>{}", "<h2><table>{}", "<sup><table>{}"])
def test_a_table_is_the_same_read_at_once_or_walked_through(table: str, cell: str) -> None:
    rows = f"<tr>{cell}<td>件</td></tr><tr>{cell}<td>7</td></tr></table><p>完</p>"

    at_once, walked = (read("a", f"<html><body>{table.format(mark + rows)}".encode()) for mark in ("", f"<tr><td>{WALKED}"))

    assert at_once.text == walked.text
    assert [cells(block) for block in at_once.blocks] == [cells(block) for block in walked.blocks]


def cells(block: Block) -> object:
    if block.table is None:
        return block.level
    return [[(cell.text, cell.row_span, cell.column_span, cell.pieces) for cell in row.cells] for row in block.table.rows]


@pytest.mark.parametrize("tag", ["p", "h1", "h4"])
@pytest.mark.parametrize(
    "inner",
    [
        "<b>1</b>2<i>件</i>",
        "<span><font>甲</font></span>乙 丙",
        "甲<u>\n</u><span>乙</span>",
        "<span>a&amp;lt;</span>&nbsp;<b>b</b>",
        "<b>甲</b><br>乙",
        "<b>甲</b><script>9</script>",
        "<b>甲</b><span hidden>9</span>",
        "<s>12</s><b>15</b>",
        "<b>甲</b><button><p>乙</p></button>",
        "<b title='>乙'>甲</b><o:p>\u200b</o:p>",
        "<b></b><i> </i>",
        "<b>\u2003</b><i>甲</i>\u2003",
        "\u2003",
    ],
)
def test_a_paragraph_is_the_same_read_at_once_or_walked_through(tag: str, inner: str) -> None:
    at_once, walked = (read("a", f"<html><body><{tag}>{mark}{inner}</{tag}><p>完</p>".encode()) for mark in ("", WALKED))

    assert at_once.text == walked.text
    assert at_once.blocks == walked.blocks


def test_a_page_of_tables_that_are_not_plain_is_not_looked_through_again_and_again() -> None:
    tables = PlainTables(may_hide=False)
    body = LexborHTMLParser("<table id=a><td>甲<br>" + "乙" * MOST_TRIED + "</table><table id=b><td>丙</table>").body
    assert body is not None
    (long,), (short,) = body.css("#a"), body.css("#b")

    assert [tables.read(table) is not None for table in (short, long, short)] == [True, False, False]
