"""A case as a file: pages, documents, sheets, drawn pages, by the writers that the unit tests have.

Lives here: `FORMATS`, name to suffix and writer; HTML with the spans and fonts that editors leave; documents with line breaks in cells.
Elsewhere: text (text_writers.py); the formats' own records (tests/unit/extractors).
"""

import html
import quopri
from collections.abc import Callable
from functools import partial

from tests.distorted.tables import Case, Place, Table, covered
from tests.distorted.text_writers import WRITERS, text_of
from tests.unit.extractors.drawn_pages import HEIGHT, WIDTH, Canvas, ofd, pdf, set_report, width_of
from tests.unit.extractors.drawn_pages import _columns as columns_of
from tests.unit.extractors.excel_records import xls
from tests.unit.extractors.office_files import as_csv, as_sheet, as_xlsx, docx, p, tbl, tc
from tests.unit.extractors.report_parts import Grid, Printed, Report, Text
from tests.unit.extractors.word_records import doc


def as_report(case: Case, line_break: str) -> Report:
    """The report as the unit tests' writers take it; `line_break` stands for one within a cell."""
    parts: list[Text | Grid] = []
    for part in case.parts:
        if isinstance(part, Table):
            parts.append(_grid(part, line_break))
        elif part:
            parts.append(Text(part))
        elif parts and isinstance(parts[-1], Grid):
            # Two tables that follow each other are two only with a paragraph between.
            parts.append(Text(" "))
    return Report(tuple(parts))


def _grid(table: Table, line_break: str) -> Grid:
    spots = covered(table)
    width = table.width()
    cells = [
        Printed(spot.place.text.replace("\n", line_break), spot.row, spot.column, spot.place.down, spot.place.across) for spot in spots
    ]
    taken = {
        (cell.row + down, cell.column + across) for cell in cells for down in range(cell.row_span) for across in range(cell.column_span)
    }
    cells += [Printed("", row, column) for row in range(len(table.rows)) for column in range(width) if (row, column) not in taken]
    return Grid(len(table.rows), width, tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _spans(place: Place) -> str:
    return (f' rowspan="{place.down}"' if place.down > 1 else "") + (f' colspan="{place.across}"' if place.across > 1 else "")


def _page(case: Case, cell: Callable[[str], str], paragraph: Callable[[str], str]) -> bytes:
    body = ""
    for part in case.parts:
        if isinstance(part, str):
            body += paragraph(part)
            continue
        rows = "".join("<tr>" + "".join(f"<td{_spans(place)}>{cell(place.text)}</td>" for place in row) + "</tr>\n" for row in part.rows)
        body += f'<table border="1" cellspacing="0"><tbody>{rows}</tbody></table>\n'
    title = html.escape(str(case.parts[0]))
    head = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head>'
    return f'{head}<body><div id="zoom">{body}</div></body></html>'.encode()


def as_html(case: Case) -> bytes:
    return _page(case, lambda text: html.escape(text).replace("\n", "<br />"), lambda text: f"<p>{html.escape(text)}</p>\n")


def as_html_with_blanks(case: Case) -> bytes:
    """Empty cells hold a no-break space."""
    return _page(
        case, lambda text: html.escape(text).replace("\n", "<br>") or "&nbsp;", lambda text: f"<p>&nbsp;&nbsp;{html.escape(text)}</p>\n"
    )


def as_html_pasted(case: Case) -> bytes:
    """Every cell a paragraph of runs; figures are cut over several elements."""

    def runs(text: str) -> str:
        made, half = "", (len(text) + 1) // 2
        for piece in (text[:half], text[half:]) if text.isdigit() else (text,):
            made += f'<span lang="EN-US"><font face="仿宋_GB2312">{html.escape(piece).replace(chr(10), "<br />")}</font></span>'
        return made + "<span></span>"

    return _page(
        case,
        lambda text: f'<p class="MsoNormal" align="center">{runs(text)}</p>\n',
        lambda text: f'<p class="MsoNormal">{runs(text)}</p>\n',
    )


def as_mhtml(case: Case) -> bytes:
    page = quopri.encodestring(as_html_pasted(case))
    head = b'From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="----d"\n\n'
    return (
        head + b"------d\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" + page + b"\n------d--\n"
    )


def as_docx(case: Case) -> bytes:
    body = ""
    for part in as_report(case, "\n").parts:
        if isinstance(part, Text):
            body += p(part.text)
        else:
            body += tbl([_cells(part, row) for row in range(part.height)], [9000 // part.width] * part.width) + p("")
    return docx(body)


def _cells(grid: Grid, row: int) -> list[str]:
    made = []
    for cell in sorted(grid.cells, key=lambda cell: cell.column):
        if cell.row <= row < cell.row + cell.row_span:
            down = "" if cell.row_span == 1 else '<w:vMerge w:val="restart"/>' if cell.row == row else "<w:vMerge/>"
            across = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
            made.append(tc("".join(p(line) for line in (cell.text if cell.row == row else "").split("\n")), across + down))
    return made


def as_xls(case: Case) -> bytes:
    return xls([as_sheet(as_report(case, "\n"))])


def fits_the_page(case: Case) -> bool:
    """Whether every figure has room in its column: the typesetter doesn't cut numbers, and over a border nobody can read them."""
    for part in as_report(case, "").parts:
        if isinstance(part, Grid):
            xs = columns_of(part)
            for cell in part.cells:
                # Five points are left before a text.
                room = xs[cell.column + cell.column_span] - xs[cell.column] - 5
                if cell.text and cell.text[-1].isdigit() and width_of(cell.text) > room:
                    return False
    return True


def _pages(case: Case) -> list[Canvas]:
    pages = set_report(as_report(case, ""))
    if "page numbers" in case.style:
        for number, page in enumerate(pages, 1):
            page.text(WIDTH / 2 - 12, HEIGHT - 40, f"- {number} -")
    return pages


FORMATS: dict[str, tuple[str, Callable[[Case], bytes]]] = {
    **{name: (".md" if name == "markdown" else ".txt", partial(text_of, name=name)) for name in WRITERS},
    "csv": (".csv", lambda case: as_csv(as_report(case, ""))),
    "doc": (".doc", lambda case: doc(as_report(case, "\x0b"))),
    "docx": (".docx", as_docx),
    "et": (".et", as_xls),
    "html": (".html", as_html),
    "html nbsp": (".htm", as_html_with_blanks),
    "html pasted": (".html", as_html_pasted),
    "mhtml": (".mht", as_mhtml),
    "ofd": (".ofd", lambda case: ofd(_pages(case))),
    "pdf": (".pdf", lambda case: pdf(_pages(case))),
    "wps": (".wps", lambda case: doc(as_report(case, "\x0b"), is_mixed=True)),
    "xls": (".xls", as_xls),
    "xlsx": (".xlsx", lambda case: as_xlsx(as_report(case, "\n"))),
}


def written(case: Case) -> tuple[str, bytes]:
    """The case as a file. Writers give wrapped labels rows of their own, so a case is written once."""
    suffix, write = FORMATS[case.form]
    return f"case{case.number}{suffix}", write(case)
