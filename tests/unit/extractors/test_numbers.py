"""A value cell is a number, a blank, a dash, a zero in words, or unreadable: nothing is guessed."""

from decimal import Decimal

import pytest

from extractors.numbers import parse_cell


@pytest.mark.parametrize(
    ("text", "number", "printed", "unit", "qualifier"),
    [
        ("802", "802", "802", None, "exact"),
        ("0", "0", "0", None, "exact"),
        ("12.50", "12.50", "12.50", None, "exact"),
        ("1,204", "1204", "1,204", None, "exact"),
        ("1，204，000", "1204000", "1，204，000", None, "exact"),
        ("１２", "12", "１２", None, "exact"),
        ("+126", "126", "+126", None, "exact"),
        ("-3", "-3", "-3", None, "exact"),
        ("－3", "-3", "－3", None, "exact"),
        ("12件", "12", "12", "件", "exact"),
        ("12 人次", "12", "12", "人次", "exact"),
        ("0.35万元", "0.35", "0.35", "万元", "exact"),
        ("\u00a07\u3000", "7", "7", None, "exact"),
        ("约30条", "30", "30", "条", "approximate"),
        ("50余条", "50", "50", "条", "at_least"),
        ("50条以上", "50", "50", "条", "at_least"),
    ],
)
def test_printed_numbers_are_taken_as_they_stand(text: str, number: str, printed: str, unit: str | None, qualifier: str) -> None:
    value = parse_cell(text)
    assert (value.status, value.number, value.unit, value.qualifier) == ("reported", Decimal(number), unit, qualifier)
    assert text[value.start : value.end] == printed


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "\u3000 ", "____"])
def test_an_empty_cell_is_blank_and_not_zero(text: str) -> None:
    value = parse_cell(text)
    assert (value.status, value.number, value.qualifier, value.start == value.end) == ("blank", None, None, True)


@pytest.mark.parametrize("text", ["—", "——", "-", "－", "/", "／", "--", "不适用"])
def test_a_dash_is_not_applicable(text: str) -> None:
    assert (parse_cell(text).status, parse_cell(text).number) == ("not_applicable", None)


@pytest.mark.parametrize("text", ["无", "零", "没有", "無"])
def test_a_zero_in_words_is_stated(text: str) -> None:
    assert (parse_cell(text).status, parse_cell(text).number) == ("stated_zero", Decimal(0))


@pytest.mark.parametrize(
    "text",
    [
        "1,23",
        "1 2",
        "12 34",
        "1\ufffd",
        "l2",
        "O",
        "三",
        "12-13",
        "5/8",
        "见附件",
        "1.2.3",
        "2017年",
        "12（含3）",
        "约50余",
        "%",
        ".35",
        "9" * 200,
    ],
)
def test_anything_else_is_unreadable(text: str) -> None:
    assert (parse_cell(text).status, parse_cell(text).number) == ("unreadable", None)
