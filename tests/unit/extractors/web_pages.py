"""Reports as web pages: six styles of sites, all invented.

Lives here: a report's text to the page that a site would make of it: what stands around it, how its paragraphs and tables are written,
which charset the page declares and which it has.
"""

import html
import re
from collections.abc import Callable, Iterator

from tests.unit.extractors.report_parts import Grid, Report, Text

LINKS = "".join(
    f'<li><a href="/c{number}/">{title}</a></li>' for number, title in enumerate(("首页", "机构职能", "政策文件", "办事服务", "互动交流"))
)
NEWS = "".join(
    f'<li><a href="/n{number}.html">望舒县召开第{number}次工作推进会</a><span>2018-03-0{number}</span></li>' for number in range(1, 7)
)

_SAME_FONT = re.compile("[\x00-\x7f]+|[^\x00-\x7f]+")


def _rendered(report: Report, paragraph: Callable[[str], str], table: Callable[[Grid], str]) -> str:
    """The parts in order. Headings that the text marks (Markdown) are marked here too; numbered lines are paragraphs, as on most sites."""

    def written(part: Text | Grid) -> str:
        if isinstance(part, Grid):
            return table(part)
        if part.level and report.is_marked:
            return f"<h{part.level}>{html.escape(part.text)}</h{part.level}>"
        return paragraph(part.text)

    return "\n".join(map(written, report.parts))


def _digits_apart(text: str) -> str:
    """Every digit in an element of its own, as editors leave them."""
    return "".join(f'<span lang="EN-US">{character}</span>' if character.isdigit() else html.escape(character) for character in text)


def _rows(grid: Grid, cell: Callable[[str], str], end: str = "</td>", attributes: str = "") -> Iterator[str]:
    """The cells of each row, merged ones with their spans."""
    for row in grid.rows():
        found = (place for place in row if place is not None)
        yield "".join(
            f"<td{attributes}{f' rowspan={place.row_span}' if place.row_span > 1 else ''}"
            f"{f' colspan={place.column_span}' if place.column_span > 1 else ''}>{cell(place.text)}{end}"
            for place in found
        )


def _plain_table(grid: Grid) -> str:
    return "<table border='1'><tbody>" + "".join(f"<tr>{row}</tr>" for row in _rows(grid, html.escape)) + "</tbody></table>"


def county_portal(report: Report) -> bytes:
    """Menus as lists, a breadcrumb, share buttons, a counter, a footer; one h1, one p a paragraph."""
    body = _rendered(report, lambda text: f"<p>　　{html.escape(text)}</p>", _plain_table)
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{report.lines[0]}_望舒县</title>
<style>.a > b {{ color: red }}</style><script>var x = "<p>公开信息999条。</p>";</script></head><body>
<div class="topNav"><ul>{LINKS}</ul></div><div class="mbx">当前位置：<a href="/">首页</a> &gt; <a href="/xxgk">信息公开</a></div>
<div class="wrap"><div class="side_bar"><h3>信息公开目录</h3><ul>{LINKS}</ul></div>
<div class="content"><div class="tools">字体：[ 大 中 小 ] 浏览次数：<span id="hits">888</span> 打印本页</div>
<div id="zoom">{body}</div>
<div class="bdsharebuttonbox">分享到：<a href="#">微信</a></div><p>上一篇：<a href="1">关于放假的通知</a></p></div></div>
<div class="footer">版权所有：望舒县 电话：0000-00000000 建议使用1024×768分辨率浏览。</div></body></html>""".encode()


def layout_tables(report: Report) -> bytes:
    """The whole page in tables: menu left, article right. GB18030, declared as UTF-8; upper case; line ends within paragraphs."""
    body = _rendered(
        report,
        lambda text: (
            f"<P class=MsoNormal>{html.escape(text[: len(text) // 2])}\r\n{html.escape(text[len(text) // 2 :])}</P>"
            if text.isalpha()
            else f"<P class=MsoNormal>{html.escape(text)}</P>"
        ),
        lambda grid: _plain_table(grid).upper().replace("&AMP;", "&amp;"),
    )
    return f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=utf-8"></HEAD><BODY>
<TABLE width=1000><TR><TD colspan=2><IMG src=logo.gif><A href=/>望舒县人民政府</A></TD></TR>
<TR><TD width=200 valign=top><UL>{LINKS}{NEWS}</UL></TD><TD><DIV>{body}</DIV></TD></TR>
<TR><TD colspan=2 align=center>主办：望舒县 技术支持：某公司<BR>网站标识码：0000000000</TD></TR></TABLE></BODY></HTML>""".encode("gb18030")


def word_export(report: Report) -> bytes:
    """What a word processor saves: conditional comments, every digit in a span, empty paragraphs, missing ends of cells. UTF-16."""

    def table(grid: Grid) -> str:
        rows = _rows(grid, lambda text: f"<p class=MsoNormal>{_digits_apart(text)}<o:p></o:p></p>", end="")
        return "<div align=center><table class=MsoTableGrid>" + "".join(f"<tr>{row}" for row in rows) + "</table></div>"

    body = _rendered(
        report,
        lambda text: f"<p class=MsoNormal>{_digits_apart(text)}</p><p>&nbsp;</p>",
        table,
    )
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->
<style><!-- p {{ margin: 0 }} --></style></head><body lang=ZH-CN><div class=WordSection1>{body}</div></body></html>""".encode("utf-16")


def breaks_only(report: Report) -> bytes:
    """An old site: no paragraphs, only line breaks; a page that begins in the middle of its frame; GBK without declaration."""
    body = _rendered(report, lambda text: f"&nbsp;&nbsp;{html.escape(text)}<br>", _plain_table)
    menu = "".join(f"<td><a href=/{number}>栏目{number}</a></td>" for number in range(12))
    return f"<body><table><tr>{menu}</tr></table><center><font size=5></font></center>{body}<hr></body>".encode("gbk", "xmlcharrefreplace")


def modern_cms(report: Report) -> bytes:
    """Sections and asides, hidden copies for printing and telephones, deep wrappers, a related list with summaries' links."""
    body = _rendered(
        report,
        lambda text: f'<section><div><span style="font-size:16px">{html.escape(text)}</span></div></section>',
        _plain_table,
    )
    return f"""<!doctype html><html lang="zh-CN"><body><header><nav>{LINKS}</nav></header><main><article>{"<div>" * 40}
{body}{"</div>" * 40}<div style="display: none;">公开信息777条，受理申请77件。</div><p hidden>公开信息776条。</p>
</article><aside><h2>相关阅读</h2><ul>{NEWS}</ul><p>本栏目共有报告55件。</p></aside></main>
<footer><p>承办单位：望舒县某中心</p><p>ICP备00000000号</p></footer><template><p>公开66条。</p></template></body></html>""".encode()


def _run(text: str, family: str) -> str:
    """A run of letters of one font, as word processors write each of them."""
    style = f"font-family:{family};font-size:16.0pt;mso-bidi-font-size:11.0pt;line-height:150%"
    return f'<span lang="EN-US" style="{style}"><font face="{family}">{html.escape(text)}</font></span>'


def _runs(text: str) -> str:
    """ASCII and Chinese letters in runs of their own."""
    return "".join(_run(part, "Times New Roman" if part.isascii() else "仿宋_GB2312") for part in _SAME_FONT.findall(text))


def pasted(report: Report) -> bytes:
    """What an editor leaves of a report that was pasted from a word processor: every paragraph, cell and run with its style."""

    def table(grid: Grid) -> str:
        style = "border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt;height:20.0pt"
        centred = '\n<p class="MsoNormal" align="center" style="text-align:center">'
        rows = _rows(grid, lambda text: f"{centred}{_runs(text)}</p>\n", attributes=f' width="109" style="{style}" valign="center"')
        return (
            '<table border="1" cellspacing="0" style="border-collapse:collapse"><tbody>'
            + "".join(f'\n<tr style="height:20.0pt">{row}\n</tr>' for row in rows)
            + "\n</tbody></table>"
        )

    paragraph = '<p class="MsoNormal" style="text-indent:32.0pt;line-height:150%;mso-layout-grid-align:none">'
    body = _rendered(report, lambda text: f"{paragraph}{_runs(text)}</p>", table)
    script = "var t = 0; function show(id) { document.getElementById(id).style.display = t ? 'block' : 'none'; }" * 20
    menu = "".join(
        f'<li class="item"><a href="/c{number}/" target="_blank" title="栏目{number}">栏目{number}</a></li>' for number in range(60)
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><script>{script}</script></head><body>
<div class="header"><ul class="menu">{menu}</ul></div><div class="main"><div class="con" id="UCAP-CONTENT">{body}</div></div>
<div class="footer"><p>主办单位：望舒县人民政府</p><script>{script}</script></div></body></html>""".encode()


SITES = [county_portal, layout_tables, word_export, breaks_only, modern_cms, pasted]
