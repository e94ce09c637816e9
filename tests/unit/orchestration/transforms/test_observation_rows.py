"""observations: units, keys and proof of one figure."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from extractors.records import Observation
from orchestration.transforms import observations

Make = Callable[..., Any]


@pytest.fixture
def figure(row: Make, fees: Callable[..., Observation]) -> Callable[..., dict[str, Any]]:
    """The row of the figure of the sample text, with changes to its record."""

    def make(**changes: Any) -> dict[str, Any]:
        return dict(row(observations, observations=[fees(**changes)]))

    return make


def test_columns_stand_in_the_order_of_staging(batch: Make, document: Make) -> None:
    assert observations.frame(batch(document("a"))).columns == [
        "delivery", "load_id", "document_id", "report_id", "observation_id", "indicator_code", "member_code", "member_label", "member_key",
        "basis", "value", "unit", "value_printed", "unit_printed", "qualifier", "status", "source_kind", "page", "line", "char_start",
        "char_end", "value_start", "value_end", "quote", "table_index", "row_index", "column_index", "row_path", "column_path",
        "text_origin", "recogniser_id", "confidence", "is_span_inside", "is_quote_text", "is_value_in_quote",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("value", pl.Decimal(20, 6)),
        ("confidence", pl.Decimal(4, 3)),
        ("page", pl.Int32()),
        ("char_start", pl.Int32()),
        ("is_quote_text", pl.Boolean()),
        ("quote", pl.String()),
    ],
)
def test_types_are_those_of_staging(batch: Make, document: Make, column: str, kind: pl.DataType) -> None:
    assert observations.frame(batch(document("a"))).schema[column] == kind


def test_a_batch_without_figures_has_the_same_columns_and_types(batch: Make, document: Make) -> None:
    empty = observations.frame(batch(document("a", observations=[])))
    assert empty.schema == observations.frame(batch(document("a"))).schema


def test_a_figure_carries_its_load_and_document(figure: Make) -> None:
    row = figure()
    assert (row["delivery"], row["load_id"], row["document_id"]) == ("A", "000001", "a" * 64)


@pytest.mark.parametrize(
    ("indicator", "number", "printed", "value", "unit"),
    [
        ("application.fees", "1250", "元", "0.125000", "万元"),
        ("application.fees", "3.5", "万元", "3.500000", "万元"),
        ("application.fees", "2", "千元", "0.200000", "万元"),
        ("application.fees", "1", "亿元", "10000.000000", "万元"),
        ("application.fees", "0.01", "元", "0.000001", "万元"),
        ("proactive.information_produced", "1.2", "万条", "12000.000000", "条"),
        ("application.received", "12", "条", "12.000000", "件"),
        ("application.received", "12", "件", "12.000000", "件"),
        ("application.received", "12", None, "12.000000", "件"),
        ("application.fees", "12", None, "12.000000", "万元"),
        ("application.received", "0", "件", "0.000000", "件"),
    ],
)
def test_a_value_is_in_the_unit_of_its_indicator(
    figure: Make, indicator: str, number: str, printed: str | None, value: str, unit: str
) -> None:
    row = figure(indicator_code=indicator, number=Decimal(number), unit_printed=printed)
    assert (str(row["value"]), row["unit"]) == (value, unit)


def test_the_printed_number_and_unit_stay_as_printed(figure: Make) -> None:
    row = figure()
    assert (row["value_printed"], row["unit_printed"]) == ("1250", "元")


@pytest.mark.parametrize("unit", ["件", "亩", "%", "没有的单位", ""])
def test_a_unit_of_another_kind_leaves_the_value_unreadable(figure: Make, unit: str) -> None:
    row = figure(unit_printed=unit)
    assert (row["value"], row["status"]) == (None, "unreadable")


def test_an_unreadable_figure_keeps_what_was_printed(figure: Make) -> None:
    row = figure(unit_printed="件")
    assert (row["value_printed"], row["unit_printed"], row["quote"]) == ("1250", "件", "依申请公开收取费用1250元。")


def test_a_blank_cell_is_not_a_zero(figure: Make) -> None:
    row = figure(status="blank", qualifier=None, number=None, value_printed=None, value_end=14)
    assert (row["value"], row["status"]) == (None, "blank")


def test_a_blank_cell_of_a_strange_unit_stays_blank(figure: Make) -> None:
    row = figure(status="blank", qualifier=None, number=None, value_printed=None, value_end=14, unit_printed="亩")
    assert (row["value"], row["status"]) == (None, "blank")


def test_a_stated_zero_is_zero(figure: Make) -> None:
    row = figure(status="stated_zero", number=Decimal(0), value_printed="零")
    assert (str(row["value"]), row["status"]) == ("0.000000", "stated_zero")


@pytest.mark.parametrize("status", ["not_applicable", "unreadable"])
def test_a_status_without_number_has_no_value(figure: Make, status: str) -> None:
    row = figure(status=status, number=None)
    assert (row["value"], row["status"]) == (None, status)


def test_a_reported_figure_without_number_is_unreadable(figure: Make) -> None:
    assert figure(number=None)["status"] == "unreadable"


@pytest.mark.parametrize("number", ["100000000000000", "123456789012345678901234567890", "-100000000000000"])
def test_a_number_that_no_column_holds_is_unreadable(figure: Make, number: str) -> None:
    row = figure(number=Decimal(number))
    assert (row["value"], row["status"]) == (None, "unreadable")


def test_a_number_that_its_unit_makes_too_large_is_unreadable(figure: Make) -> None:
    row = figure(indicator_code="application.received", number=Decimal(10**10), unit_printed="亿件")
    assert (row["value"], row["status"]) == (None, "unreadable")


def test_a_count_below_zero_is_unreadable(figure: Make) -> None:
    row = figure(indicator_code="application.received", number=Decimal(-5), unit_printed="件")
    assert (row["value"], row["status"]) == (None, "unreadable")


def test_a_change_below_zero_is_kept(figure: Make) -> None:
    row = figure(indicator_code="proactive.licensing.change", number=Decimal(-5), unit_printed="项")
    assert (row["value"], row["status"]) == (Decimal(-5), "reported")


def test_the_largest_number_is_kept(figure: Make) -> None:
    assert str(figure(indicator_code="application.received", number=Decimal("99999999999999"), unit_printed="件")["value"]) == (
        "99999999999999.000000"
    )


@pytest.mark.parametrize(
    ("code", "label", "key"),
    [
        ("natural_person", "自然人", "natural_person"),
        (None, "其他", "其他"),
        (None, " 其 他：", "其他"),
        (None, "其他\n组织", "其他组织"),
        (None, "ＡＢ（１）", "AB1"),
        (None, "——", "total"),
        (None, "", "total"),
        (None, None, "total"),
    ],
)
def test_the_member_key_is_code_else_label_else_total(figure: Make, code: str | None, label: str | None, key: str) -> None:
    assert figure(member_code=code, member_label=label)["member_key"] == key


def test_the_printed_member_label_stays_as_printed(figure: Make) -> None:
    assert figure(member_label=" 其 他：")["member_label"] == " 其 他："


def test_the_keys_of_a_figure_never_change(figure: Make) -> None:
    """Written out: users keep these keys, so a change of how they are made breaks their work."""
    row = figure()
    assert (row["report_id"], row["observation_id"]) == ("a5e7f9882eb5b2ac28e0", "4e58f8cb1720aab2b586")


@pytest.mark.parametrize(
    "elsewhere", [{"delivery": "B"}, {"load_id": "000009"}, {"paths": ("renamed.md",)}, {"paths": ("a.txt", "b.txt")}], ids=str
)
def test_the_key_of_a_figure_knows_no_delivery_load_or_name(batch: Make, document: Make, elsewhere: dict[str, Any]) -> None:
    elsewhere = dict(elsewhere)
    here = observations.frame(batch(document("a")))
    there = observations.frame(batch(document("a", *elsewhere.pop("paths", ())), **elsewhere))
    assert here["observation_id"].to_list() == there["observation_id"].to_list()


@pytest.mark.parametrize(
    "change",
    [
        {"indicator_code": "appeals"},
        {"member_code": "natural_person"},
        {"basis": "prior_year"},
        {"source_kind": "prose"},
        {"value_start": 13},
        {"value_end": 19},
    ],
    ids=str,
)
def test_another_figure_has_another_key(figure: Make, change: dict[str, Any]) -> None:
    assert figure(**change)["observation_id"] != figure()["observation_id"]


def test_the_same_words_in_another_document_have_another_key(batch: Make, document: Make) -> None:
    assert observations.frame(batch(document("a"), document("b")))["observation_id"].n_unique() == 2


@pytest.mark.parametrize(
    "change", [{"number": Decimal(7)}, {"status": "unreadable"}, {"confidence": 0.5}, {"recogniser_id": "other"}], ids=str
)
def test_a_better_reading_of_the_same_place_keeps_the_key(figure: Make, change: dict[str, Any]) -> None:
    assert figure(**change)["observation_id"] == figure()["observation_id"]


def proof(row: dict[str, Any]) -> tuple[bool, bool, bool]:
    return (row["is_span_inside"], row["is_quote_text"], row["is_value_in_quote"])


def test_a_figure_that_stands_where_it_says_is_proved(figure: Make) -> None:
    assert proof(figure()) == (True, True, True)


def test_an_empty_cell_is_proved_by_its_place(figure: Make) -> None:
    assert proof(figure(status="blank", number=None, value_printed=None, value_start=14, value_end=14)) == (True, True, True)


@pytest.mark.parametrize("span", [{"char_end": 22}, {"char_start": -1}], ids=str)
def test_a_span_beyond_the_text_is_not_inside(figure: Make, span: dict[str, int]) -> None:
    assert figure(**span)["is_span_inside"] is False


def test_a_span_that_ends_with_the_text_is_inside(figure: Make) -> None:
    assert figure(char_end=21)["is_span_inside"] is True


def test_a_span_that_ends_before_it_begins_is_not_inside(figure: Make) -> None:
    assert figure(char_start=20, char_end=5)["is_span_inside"] is False


@pytest.mark.parametrize("change", [{"quote": "依申请公开收取费用1260元。"}, {"char_start": 6}, {"quote": ""}], ids=str)
def test_a_quote_that_is_not_the_text_at_its_span_is_told(figure: Make, change: dict[str, Any]) -> None:
    assert figure(**change)["is_quote_text"] is False


@pytest.mark.parametrize(
    "change",
    [{"value_printed": "1260"}, {"value_start": 13}, {"value_end": 25}, {"char_start": 15}, {"char_end": 17}, {"value_printed": None}],
    ids=str,
)
def test_a_number_that_is_not_in_its_quote_is_told(figure: Make, change: dict[str, Any]) -> None:
    assert figure(**change)["is_value_in_quote"] is False


def test_a_number_that_ends_before_it_begins_is_told(figure: Make) -> None:
    assert figure(value_start=18, value_end=14)["is_value_in_quote"] is False


def test_offsets_count_characters_beyond_the_basic_plane_as_one(row: Make, fees: Make) -> None:
    text = "𠮷𠮷费用1250元。"
    record = fees(line=1, char_start=0, char_end=len(text), value_start=4, value_end=8, quote=text)
    assert proof(row(observations, observations=[record], text=text)) == (True, True, True)


def test_a_personal_number_in_a_quote_is_covered_and_keeps_its_length(row: Make, fees: Make) -> None:
    text = "费用1250元，手机13800138000。"
    record = fees(line=1, char_start=0, char_end=len(text), value_start=2, value_end=6, quote=text)
    assert row(observations, observations=[record], text=text)["quote"] == "费用1250元，手机███████████。"


def test_a_covered_quote_is_proved_by_what_was_printed(row: Make, fees: Make) -> None:
    text = "费用1250元，手机13800138000。"
    record = fees(line=1, char_start=0, char_end=len(text), value_start=2, value_end=6, quote=text)
    assert proof(row(observations, observations=[record], text=text)) == (True, True, True)


def test_confidence_is_kept_to_three_decimals(figure: Make) -> None:
    assert str(figure(confidence=0.12349)["confidence"]) == "0.123"


def test_rows_are_ordered_by_their_key(batch: Make, document: Make) -> None:
    frame = observations.frame(batch(*(document(name) for name in "fedcba")))
    assert frame["observation_id"].to_list() == sorted(frame["observation_id"].to_list())


def test_an_indicator_outside_the_dictionary_has_no_value(figure: Make) -> None:
    row = figure(indicator_code="no.such.indicator", unit_printed=None)
    assert (row["value"], row["unit"]) == (None, None)
