"""Whole reports: what headings, lines of a form and sentences before say of a number."""

import pytest
from prose_sections import HEADINGS, TOLD_ON
from test_prose import figures


@pytest.mark.parametrize(("year", "heading", "text", "facts"), HEADINGS, ids=[case[1] + case[2][:12] for case in HEADINGS])
def test_a_section_ends_where_the_next_begins(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text", "facts"), TOLD_ON, ids=[case[2][:30] for case in TOLD_ON])
def test_cases_are_told_on_over_sentences(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)
