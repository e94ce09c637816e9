"""What every reader emits through the writer is text, and bounded."""

import pytest

from extractors.document import Document
from extractors.readers import read, writer
from extractors.readers.unreadable import UnreadableError
from extractors.readers.writer import GridCell, Writer
from tests.unit.extractors.drawn_pages import LEFT, RIGHT, Canvas, pdf
from tests.unit.extractors.office_files import docx, p, tbl, xlsx

LOST = "甲\ufffd乙"


@pytest.mark.parametrize("character", ["\x01", "\x1f", "\x7f", "\x90", "\ud800", "\uffff"])
def test_what_is_no_character_is_lost_in_lines_and_cells(character: str) -> None:
    found = Writer(Document("a", "text/plain"))
    found.paragraph(f"甲{character}乙")
    found.table([[GridCell(f"甲{character}乙"), GridCell("1")]], "markup")
    document = found.finish()

    assert document.text == f"{LOST}\n{LOST}\t1"
    assert [cell.text for block in document.tables if block.table for cell in block.table.rows[0].cells] == [LOST, "1"]


@pytest.mark.parametrize(
    "data",
    [
        "<html><p>甲\x02乙，共公开信息四十六条。</p></html>".encode(),
        docx(p("甲\x85\x90乙") + tbl([["甲\x90乙", "1"]])),
        xlsx([[["项", "甲\x90乙"], ["数", 1]]]),
    ],
    ids=["html", "docx", "xlsx"],
)
def test_lost_characters_are_an_issue_in_every_format(data: bytes) -> None:
    document = read("a", data)

    assert LOST in document.text
    assert [issue.reason for issue in document.issues] == ["damaged_characters"]


def test_a_last_page_without_text_begins_where_the_text_ends() -> None:
    table = Canvas(texts=[(LEFT + 5, 120, 12.0, "项"), (305, 120, 12.0, "46")])
    table.grid([LEFT, 300, RIGHT], [100, 130])
    document = read("a", pdf([table, Canvas()]))

    assert document.tables
    assert document.page_starts[-1] <= len(document.text)


def test_more_cells_or_characters_than_any_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [[GridCell("1"), GridCell("2")]] * 3
    monkeypatch.setattr(writer, "MOST_CELLS", 5)
    with pytest.raises(UnreadableError, match="document_too_large"):
        Writer(Document("a", "text/plain")).table(rows, "markup")
    monkeypatch.setattr(writer, "MOST_CHARACTERS", 5)
    with pytest.raises(UnreadableError, match="document_too_large"):
        Writer(Document("a", "text/plain")).paragraph("一二三四五六")
