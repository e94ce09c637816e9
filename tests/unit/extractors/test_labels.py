"""Labels compare equal where only numbering, spaces, punctuation, width or an explanation differ."""

import pytest

from extractors.forms.definitions import forms
from extractors.forms.labels import is_numbered, label_key, stem
from extractors.numbers import units


@pytest.mark.parametrize(
    "label",
    [
        "收到申请数",
        "（一）收到申请数",
        "(一) 收到申请数",
        "㈠收到申请数",
        "一、收到申请数",
        "1.收到申请数",
        "1、 收到申请数",
        "1．收到申请数",
        "①收到申请数",
        "⑴收到申请数",
        "3.1.2 收到申请数",
        "1 收到申请数",
        "其中：收到申请数",
        "其中:1.收到申请数",
        "收 到 申 请 数",
        "收到\u3000申请数\u00a0",
        "收到申请数（不含撤回）",
        "收到申请数(件)",
        "收到申请数：",
        "收到申请数（不同渠道提出的",
        "· 收到申请数",
    ],
)
def test_what_says_nothing_is_not_compared(label: str) -> None:
    assert label_key(label) == "收到申请数"


def test_count_endings_are_not_compared_where_enough_is_left() -> None:
    assert [stem(key) for key in ("收到申请数", "行政复议数量", "受理申请总数", "申请数")] == ["收到申请", "行政复议", "受理申请", "申请数"]


def test_a_numbered_label_begins_a_row() -> None:
    assert [is_numbered(label) for label in ("（二）办结数", "2.办结数", "其中：办结数", "办结数", "一般申请数")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.generation)
def test_form_tables_hold_together(form) -> None:  # type: ignore[no-untyped-def]
    codes = [row.row_code for row in form.rows]
    assert len(codes) == len(set(codes))
    for row in form.rows:
        assert (row.kind == "data") == bool(row.indicator_code), row
        assert row.kind != "data" or row.unit in units(), row
        assert row.parent is None or row.parent < row.position, row
    named = [row.indicator_code for row in form.rows if row.indicator_code and not row.is_member]
    assert len(named) == len(set(named))
    shared = {frozenset(form.rows[position].label for position in found) for found in form.by_key.values() if len(found) > 1}
    assert all(len(labels) == 1 or labels == shared_labels(form) for labels in shared)


def shared_labels(form) -> frozenset[str]:  # type: ignore[no-untyped-def]
    """The one pair of rows with different labels that share a short alias: the first child of review and of litigation."""
    return frozenset(row.label for row in form.rows if row.indicator_code in ("review.upheld", "litigation.upheld"))
