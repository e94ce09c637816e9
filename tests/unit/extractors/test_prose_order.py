"""Whose figure a number is: nouns behind it, bodies named before it."""

import pytest
from prose_order import ORDER, ORDER_NOTHING
from test_prose import figures

from extractors.prose.subjects import level_of, tells_of_others


@pytest.mark.parametrize(("year", "heading", "text", "facts"), ORDER, ids=[case[2][:30] for case in ORDER])
def test_a_number_goes_to_what_it_counts(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text"), ORDER_NOTHING, ids=[case[2][:30] for case in ORDER_NOTHING])
def test_what_others_did_is_no_figure_of_the_report(year: int, heading: str, text: str) -> None:
    assert figures(year, heading, text) == []


@pytest.mark.parametrize(
    ("publisher", "level"),
    [
        ("望舒县桂影镇人民政府", 0),
        ("望舒县住房和城乡建设局", 1),
        ("望舒县乡村振兴局", 1),
        ("照影区市场监督管理局", 1),
        ("拾光市人民政府", 2),
        ("霁川省自然资源厅", 3),
        ("民政局", None),
    ],
)
def test_a_name_tells_how_high_its_bearer_stands(publisher: str, level: int | None) -> None:
    assert level_of(publisher) == level


@pytest.mark.parametrize(
    ("before", "is_others"),
    [
        ("2016年,全市共受理申请", True),
        ("据省政务办通报,共受理申请", True),
        ("据省政务办通报,我局共受理申请", False),
        ("据统计,共受理申请", False),
        ("全县共受理申请", False),
        ("市政府门户网站公开信息", False),
        ("参加全市培训后,受理申请", False),
    ],
)
def test_a_sentence_may_turn_to_a_body_above(before: str, is_others: bool) -> None:
    assert tells_of_others(before, "望舒县教育局") is is_others
