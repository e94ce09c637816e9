"""Sections that hold nothing, or a bare number: a zero in words, what does not apply, and no figure where nothing is said."""

import pytest
from prose_headings import HEADINGS
from prose_none import DOES_NOT_APPLY, NONE, SAYS_NOTHING
from test_prose import figures, report

from extractors.extract import extract


@pytest.mark.parametrize(("year", "heading", "text", "facts"), NONE, ids=[case[1] + case[2][:20] for case in NONE])
def test_nothing_under_a_heading_is_a_zero_in_words(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text", "facts"), HEADINGS, ids=[case[1] + case[2][:20] for case in HEADINGS])
def test_a_bare_number_counts_what_its_heading_names(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text", "facts"), DOES_NOT_APPLY, ids=[case[2][:20] for case in DOES_NOT_APPLY])
def test_a_fee_that_nobody_could_owe_does_not_apply(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text"), SAYS_NOTHING, ids=[case[1] + case[2][:20] for case in SAYS_NOTHING])
def test_what_is_not_said_is_no_figure(year: int, heading: str, text: str) -> None:
    assert figures(year, heading, text) == []


def test_the_quote_of_an_empty_section_holds_its_heading() -> None:
    (found,) = extract("none.txt", report(2016, "六、投诉举报情况", "无")).observations
    assert found.quote == "六、投诉举报情况\n\n无"


def test_what_does_not_apply_has_no_value() -> None:
    (found,) = extract("none.txt", report(2016, "四、政府信息公开的收费及减免情况", "无申请，不涉及收费。")).observations
    assert (found.status, found.number, found.qualifier, found.value_printed) == ("not_applicable", None, None, None)


@pytest.mark.parametrize("marks", ["", "#"])
@pytest.mark.parametrize(("heading", "codes"), [("四、申请办理情况", ["application.fees"]), ("四、便民服务情况", [])])
def test_a_title_tells_no_more_of_a_fee_where_it_is_marked(marks: str, heading: str, codes: list[str]) -> None:
    text = (
        "青鸾镇2017年政府信息公开工作年度报告\n\n一、概述\n\n一年来，各项工作平稳推进。\n\n{}\n\n两件都在期限内办结，没有收取任何费用。\n"
    )
    text = text.format(heading)
    if marks:
        text = "# " + text.replace("一、概述", "## 一、概述").replace(heading, f"## {heading}")

    assert [found.indicator_code for found in extract("none.txt", text.encode()).observations] == codes
