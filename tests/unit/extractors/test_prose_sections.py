"""Whole reports: what headings, lines of a form and sentences before say of a number."""

import pytest
from prose_sections import HEADINGS, SCHEMES, TOLD_ON
from test_prose import figures


@pytest.mark.parametrize(("year", "heading", "text", "facts"), HEADINGS, ids=[case[1] + case[2][:12] for case in HEADINGS])
def test_a_section_ends_where_the_next_begins(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text", "facts"), TOLD_ON, ids=[case[2][:30] for case in TOLD_ON])
def test_cases_are_told_on_over_sentences(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("requests", "disputes", "fees"), SCHEMES)
def test_headings_of_any_scheme_tell_what_follows(requests: str, disputes: str, fees: str) -> None:
    text = f"全年收到7件，答复7件，其中同意公开5件，信息不存在2件。\n{disputes}\n行政复议2件，均维持。\n{fees}\n无。"
    assert figures(2016, requests, text) == [
        "application.fees zero",
        "application.received 7",
        "application.replied 7",
        "application.replied.granted 5",
        "application.replied.not_exist 2",
        "review 2",
        "review.upheld 2",
    ]
