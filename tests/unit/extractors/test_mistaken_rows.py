"""A label that a slip turned into that of another row gives no wrong figure: its number, 其中 and the rows around it speak against it."""

import pytest
from printed_tables import coastal_figures, coastal_rows, national_figures, national_rows, with_bars

from extractors.forms.labels import ordinal
from extractors.forms.matcher import Reading, read_forms
from extractors.readers import read

FORMS = {"national": (national_rows, national_figures), "coastal": (coastal_rows, coastal_figures)}


def reading_of(form: str, changes: dict[str, str | None]) -> Reading:
    """The form's table with labels replaced; None takes the row out."""
    rows = [[changes.get(row[0], row[0]), *row[1:]] for row in FORMS[form][0]()]
    return read_forms(read("a.txt", with_bars([[label, *rest] for label, *rest in rows if label is not None]).encode()))


def wrong_figures(form: str, reading: Reading) -> list[str]:
    truth = FORMS[form][1]()
    return [
        each.indicator_code
        for each in reading.observations
        if each.status != "unreadable" and truth[each.indicator_code, each.basis] != (None if each.number is None else str(each.number))
    ]


@pytest.mark.parametrize(
    ("form", "changes", "left"),
    [
        # 部分 is lost, and both rows stand there, or only the one that lost it.
        ("national", {"3.同意部分公开答复数": "3.同意公开答复数"}, 57),
        ("national", {"3.同意部分公开答复数": "3.同意公开答复数", "2.同意公开答复数": None}, 56),
        ("coastal", {"2.同意部分公开答复数": "2.同意公开答复数", "其中：1.同意公开答复数": None}, 28),
        # 不 is lost; the last one has no number, but stands behind 同意部分公开.
        ("national", {"4.不同意公开答复数": "4.同意公开答复数"}, 57),
        ("national", {"4.不同意公开答复数": "4.同意公开答复数", "2.同意公开答复数": None}, 56),
        ("national", {"4.不同意公开答复数": "同意公开答复数", "2.同意公开答复数": None}, 56),
        # One character stands for another.
        ("national", {"3.政务微博公开政府信息数": "3.政务微信公开政府信息数", "4.政务微信公开政府信息数": None}, 56),
        ("national", {"1.专职人员数（不包括政府公报及政府网站工作人员数）": "1.兼职人员数", "2.兼职人员数": None}, 56),
        # The words that make it a part of the row above are lost, but for 其中.
        ("national", {"其中：主要负责同志参加政府网站在线访谈次数": "其中：政府网站在线访谈次数", "2.政府网站在线访谈次数": None}, 56),
    ],
)
def test_a_label_in_the_place_of_another_row_gives_no_figure_but_an_issue(form: str, changes: dict[str, str | None], left: int) -> None:
    reading = reading_of(form, changes)
    assert wrong_figures(form, reading) == []
    assert len([each for each in reading.observations if each.status != "unreadable"]) == left
    assert [issue.reason for issue in reading.issues] == ["ambiguous_label"]


def test_a_row_left_out_whose_number_the_next_took_over_costs_no_figure() -> None:
    changes = {
        "3.政务微博公开政府信息数": None,
        "4.政务微信公开政府信息数": "3.政务微信公开政府信息数",
        "5.其他方式公开政府信息数": "4.其他方式公开政府信息数",
    }
    reading = reading_of("national", changes)
    assert (wrong_figures("national", reading), len(reading.observations), reading.issues) == ([], 57, [])


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("（三）甲", 3),
        ("3.甲", 3),
        ("③甲", 3),
        ("其中：3、甲", 3),
        ("3.3.2甲", 2),
        ("十、甲", 10),
        ("十二、甲", 12),
        ("二十、甲", 20),
        ("二十一、甲", 21),
        ("3 甲", 3),
        ("１０．甲", 10),
        ("一般甲", None),
        ("2016年", None),
        ("其中：甲", None),
        ("", None),
    ],
)
def test_the_number_of_a_label_is_read_in_all_its_forms(label: str, number: int | None) -> None:
    assert ordinal(label) == number
