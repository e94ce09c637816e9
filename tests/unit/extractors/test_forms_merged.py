"""Forms with merged cells: a header over two rows says its words once, a figure over two rows is nobody's."""

from extractors.forms.matcher import Reading, read_forms
from extractors.readers import read
from tests.unit.extractors.office_files import docx, tbl, tc
from tests.unit.extractors.printed_tables import national_figures, national_rows
from tests.unit.extractors.test_forms import figures_of


def reading_of(rows: list[list[str]]) -> Reading:
    return read_forms(read("a", docx(tbl(rows, [4000, 1000, 1000]))))


BEGINS, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def body() -> list[list[str]]:
    return national_rows()[1:]


def test_a_header_merged_over_two_rows_says_its_words_once() -> None:
    header = [[tc(text, BEGINS) for text in ("统计指标", "单位", "统计数")], [tc("", GOES_ON)] * 3]
    reading = reading_of([*header, *body()])

    assert (figures_of(reading), reading.issues) == (national_figures(), [])


def test_group_rows_merged_over_all_columns_are_no_figures() -> None:
    rows = [[tc(row[0], '<w:gridSpan w:val="3"/>')] if row[1] in ("——", "") else row for row in national_rows()]
    reading = reading_of(rows)

    assert (figures_of(reading), reading.issues) == (national_figures(), [])


def test_a_figure_merged_over_two_rows_belongs_to_neither() -> None:
    rows = body()
    at = next(index for index, row in enumerate(rows) if row[0] == "1.政府公报公开政府信息数")
    rows[at] = [*rows[at][:2], tc("871", BEGINS)]
    rows[at + 1] = [*rows[at + 1][:2], tc("", GOES_ON)]
    reading = reading_of([["统计指标", "单位", "统计数"], *rows])

    doubted = {found.indicator_code for found in reading.observations if found.status == "unreadable"}
    assert doubted == {"proactive.items.gazette", "proactive.items.website"}
    assert [issue.reason for issue in reading.issues] == ["unreadable_cell"] * 2


def test_a_blank_merged_over_two_rows_is_blank_in_both() -> None:
    rows = body()
    at = next(index for index, row in enumerate(rows) if row[0] == "1.政府公报公开政府信息数")
    rows[at] = [*rows[at][:2], tc("", BEGINS)]
    rows[at + 1] = [*rows[at + 1][:2], tc("", GOES_ON)]
    figures = figures_of(reading_of([["统计指标", "单位", "统计数"], *rows]))

    assert (figures["proactive.items.gazette", "current"], figures["proactive.items.website", "current"]) == (None, None)
