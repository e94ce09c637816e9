"""A report in every format that is read.

Lives here: `FORMATS`, the name of a format with the function that writes a report in it; which of them keep merged cells and headings.
Elsewhere: the writers of families of formats (office_files.py, xml_files.py, word_records.py, excel_records.py, web_pages.py,
drawn_pages.py).
"""

import quopri
from collections.abc import Callable

from tests.unit.extractors.drawn_pages import ofd, pdf, set_report
from tests.unit.extractors.excel_records import xls
from tests.unit.extractors.office_files import as_csv, as_docx, as_sheet, as_xlsx
from tests.unit.extractors.printed_tables import lined_up, with_bars, with_tabs
from tests.unit.extractors.report_parts import Grid, Report, Text
from tests.unit.extractors.web_pages import SITES, modern_cms
from tests.unit.extractors.word_records import doc
from tests.unit.extractors.xml_files import excel_2003, flat, word_2003


def as_xls(report: Report) -> bytes:
    return xls([as_sheet(report)])


def as_mhtml(report: Report) -> bytes:
    """A page saved with its pictures."""
    page = quopri.encodestring(modern_cms(report).replace(b"\r\n", b"\n"))
    head = b'From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="----b"\n\n'
    part = b"------b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    picture = b"------b\nContent-Type: image/gif\nContent-Transfer-Encoding: base64\n\nR0lGODlhAQABAAAAACw=\n"
    return head + part + page + b"\n" + picture + b"------b--\n"


def _as_text(report: Report, table: Callable[[Grid], str], mark: str = "") -> bytes:
    """Lines and tables, blank lines between them."""

    def written(part: Text | Grid) -> str:
        if isinstance(part, Grid):
            return table(part)
        return f"{mark * part.level} {part.text}" if mark and part.level else part.text

    return "\n\n".join(map(written, report.parts)).encode()


def as_markdown(report: Report) -> bytes:
    escaped = {ord("|"): "\\|", ord("*"): "\\*"}
    return _as_text(report, lambda grid: with_bars([[text.translate(escaped) for text in row] for row in grid.texts()]), mark="#")


def as_bars(report: Report) -> bytes:
    return _as_text(report, lambda grid: "\n".join("|".join(["", *row, ""]) for row in grid.texts()))


def as_tabs(report: Report) -> bytes:
    return _as_text(report, lambda grid: with_tabs(grid.texts()))


def as_lined_up(report: Report) -> bytes:
    return _as_text(report, lambda grid: lined_up(grid.texts()))


FORMATS: dict[str, Callable[[Report], bytes]] = {
    "bars": as_bars,
    "csv": as_csv,
    "csv in gb18030": lambda report: as_csv(report, "gb18030"),
    "doc": doc,
    "excel 2003": lambda report: excel_2003(as_sheet(report)),
    "flat word": lambda report: flat(as_docx(report)),
    "docx": as_docx,
    "et": as_xls,
    "lined up": as_lined_up,
    "markdown": as_markdown,
    "mhtml": as_mhtml,
    "ofd": lambda report: ofd(set_report(report)),
    "pdf": lambda report: pdf(set_report(report)),
    "csv with tabs": lambda report: as_csv(report, "utf-16", "\t"),
    "tabs": as_tabs,
    "word 2003": lambda report: word_2003(as_docx(report)),
    "wps": lambda report: doc(report, is_mixed=True),
    "xls": as_xls,
    "xlsx": as_xlsx,
    **{f"html {site.__name__}": site for site in SITES},
}
# These print the text of a merged cell at its first place, and don't say that it goes on.
WITHOUT_MERGES = frozenset(("bars", "csv", "csv in gb18030", "csv with tabs", "lined up", "markdown", "tabs"))
