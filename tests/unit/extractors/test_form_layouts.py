"""Lists of indicators in layouts that conversions and offices give them: side by side, half a header, no lines, other characters."""

from decimal import Decimal

import pytest
from printed_tables import Figures, coastal_figures, coastal_rows, national_figures, national_rows, with_bars, with_tabs

from extractors.forms.matcher import Reading, read_forms
from extractors.readers import read

LEVELS = ["区政府统计数", "区直单位统计数", "乡镇街道统计数"]


def reading_of(text: str) -> Reading:
    return read_forms(read("a.txt", text.encode()))


def figures_of(reading: Reading) -> Figures:
    return {
        (found.indicator_code, found.basis): None if found.number is None else str(found.number)
        for found in reading.observations
        if found.status in ("reported", "blank")
    }


def levels_rows() -> list[list[str]]:
    """The national table with numbers of rows and a column for each level; the levels report one more and two more than the first."""
    rows = []
    for number, (label, unit, value) in enumerate(national_rows()[1:], start=1):
        values = [value, "", ""] if unit in ("——", "") else [value or "0", "1", "2"]
        rows.append([str(number), label, unit, *values])
    return [["序号", "统计指标", "单位", *LEVELS], *rows]


def levels_of(reading: Reading, code: str) -> dict[str | None, Decimal | None]:
    return {found.member_code: found.number for found in reading.observations if found.indicator_code == code}


def joined(rows: list[list[str]]) -> str:
    return "\n".join(" ".join(cell for cell in cells if cell) for cells in rows)


def one_cell_a_line(rows: list[list[str]]) -> str:
    return "\n".join(cell for cells in rows for cell in cells if cell)


@pytest.mark.parametrize("printer", [with_bars, with_tabs, joined, one_cell_a_line])
def test_three_levels_are_read_in_every_way_of_printing(printer) -> None:  # type: ignore[no-untyped-def]
    reading = reading_of(printer(levels_rows()))
    for code, printed in (("review", 21), ("application.replied.refused.state_secret", 0), ("training.attendees", 530)):
        assert levels_of(reading, code) == {
            "district_government": Decimal(printed),
            "district_departments": Decimal(1),
            "townships": Decimal(2),
        }
    assert (len(reading.observations), reading.issues) == (174, [])


def test_kinds_of_content_that_only_the_levels_form_prints_are_indicators() -> None:
    rows = levels_rows()
    rows.insert(5, ["5", "主动公开行政执法信息", "条", "7", "8", "9"])
    found = levels_of(reading_of(with_bars(rows)), "proactive.items.enforcement")
    assert found == {"district_government": Decimal(7), "district_departments": Decimal(8), "townships": Decimal(9)}


def test_the_lower_half_may_stand_beside_the_upper() -> None:
    rows = national_rows()
    upper, lower = rows[1:35], [*rows[35:], ["", "", ""]]
    lower += [["", "", ""]] * (len(upper) - len(lower))
    reading = reading_of(with_bars([rows[0] * 2, *(left + right for left, right in zip(upper, lower, strict=True))]))
    assert (figures_of(reading), reading.issues) == (national_figures(), [])
    (review,) = (found for found in reading.observations if found.indicator_code == "review")
    assert (review.column_index, review.row_index) == (5, 13)


def test_two_years_beside_each_other_are_this_year_and_the_one_before() -> None:
    rows = national_rows()[1:]
    years = [["2015年度", "", "", "2016年度", "", ""], ["统计指标", "单位", "统计数"] * 2]
    reading = reading_of(with_bars([*years, *([label, unit, "5" if value else "", label, unit, value] for label, unit, value in rows)]))
    assert {key: value for key, value in figures_of(reading).items() if key[1] == "current"} == national_figures()
    assert figures_of(reading)["review", "prior_year"] == "5"
    assert {found.basis for found in reading.observations} == {"current", "prior_year"}


def test_two_tables_beside_each_other_that_nothing_tells_apart_give_no_figure() -> None:
    rows = national_rows()
    reading = reading_of(with_bars([row * 2 for row in rows[:1]] + [[*row, row[0], row[1], "7" if row[2] else ""] for row in rows[1:]]))
    assert {found.status for found in reading.observations} == {"unreadable"}


def test_two_rows_glued_into_one_line_are_cut() -> None:
    rows = national_rows()
    place = next(index for index, row in enumerate(rows) if row[0] == "1.当面申请数")
    rows[place : place + 2] = [rows[place] + rows[place + 1]]
    reading = reading_of(with_tabs(rows))
    assert {key: figures_of(reading).get(key) for key in national_figures()} == national_figures()


@pytest.mark.parametrize("header", [["统计指标", "单位", ""], ["", "单位", "统计数"], ["统计指标", "", ""], ["数据1", "数据2", "数据3"]])
def test_half_a_header_or_an_invented_one_is_enough_for_one_column(header: list[str]) -> None:
    reading = reading_of(with_bars([header, *national_rows()[1:]]))
    assert (figures_of(reading), reading.issues) == (national_figures(), [])


def test_a_column_without_name_is_the_one_that_its_place_says() -> None:
    rows = coastal_rows()
    rows[0] = ["指标名称", "计量单位", "", "历年累计"]
    reading = reading_of(with_bars(rows))
    assert figures_of(reading) == coastal_figures()
    assert {found.confidence for found in reading.observations if found.basis == "current"} == {0.9}
    rows[0] = ["指标名称", "计量单位", "历年累计", ""]
    assert {basis for _, basis in figures_of(reading_of(with_bars(rows)))} == {"cumulative"}


def test_of_three_levels_two_may_have_lost_their_names() -> None:
    rows = levels_rows()
    rows[0] = ["序号", "统计指标", "单位", "", "区直单位统计数", ""]
    assert set(levels_of(reading_of(with_bars(rows)), "review")) == {"district_government", "district_departments", "townships"}
    rows[0] = ["序号", "统计指标", "单位", "", "", "区直单位统计数"]
    assert set(levels_of(reading_of(with_bars(rows)), "review")) == {"district_departments"}


def test_traditional_characters_are_the_same_labels() -> None:
    signs = str.maketrans(
        "标单统计数动开况范总网站应点论请办结复议诉讼费专职员会训务参举负责",
        "標單統計數動開況範總網站應點論請辦結復議訴訟費專職員會訓務參舉負責",
    )
    rows = [[cell.translate(signs) for cell in row] for row in national_rows()]
    rows += [["單位負責人：某某", "審核人：某某", ""]]
    reading = reading_of(with_bars(rows))
    assert (figures_of(reading), reading.issues) == (national_figures(), [])


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("1.属于已主动公开范围数", "1.属于巳主动公开范圃数"),
        ("4.政务微信公开政府信息数", "4.政务徽倌公幵政府信息数"),
        ("（三）接受培训人员数", "（三）按受陪训人员数"),
        ("七、依申请公开信息收取的费用", "七、依中请公开倌息牧取的费用"),
    ],
)
def test_several_characters_that_look_alike_are_slips(label: str, printed: str) -> None:
    rows = [[printed, *row[1:]] if row[0] == label else row for row in national_rows()]
    reading = reading_of(with_bars(rows))
    assert (figures_of(reading), reading.issues) == (national_figures(), [])


def test_units_in_labels_need_no_column() -> None:
    rows = [[f"{label}（{unit}）" if unit not in ("——", "") else label, value or "0"] for label, unit, value in national_rows()[1:]]
    truth = {key: value or "0" for key, value in national_figures().items()}
    for printer in (with_bars, joined):
        reading = reading_of(printer([["统计指标", "统计数"], *(row if "（" in row[0] else [row[0], ""] for row in rows)]))
        assert {key: figures_of(reading).get(key) for key in truth} == truth, printer


def test_a_first_piece_of_two_rows_belongs_to_the_table_below() -> None:
    rows = national_rows()
    reading = reading_of(with_bars(rows[:4]) + "\n\n以上各项按要求逐级汇总，由填报单位核对无误。\n\n" + with_bars(rows[4:]))
    assert figures_of(reading) == national_figures()


def test_a_blank_between_the_figures_of_a_row_is_not_the_next_rows_number() -> None:
    rows = levels_rows()
    rows[10] = [*rows[10][:4], "", ""]
    reading = reading_of(one_cell_a_line(rows))
    code = "proactive.items.other_channel"
    assert {found.status for found in reading.observations if found.indicator_code == code} == {"unreadable"}
    assert levels_of(reading, "review") == {"district_government": Decimal(21), "district_departments": Decimal(1), "townships": Decimal(2)}
