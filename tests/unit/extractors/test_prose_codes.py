"""Known channels, glued counts and rarer indicators in sentences."""

import pytest
from prose_codes import CHANNELS, CODES, GLUED, NO_CODES
from test_prose import figures


@pytest.mark.parametrize(("year", "heading", "text", "facts"), CHANNELS, ids=[case[2][:30] for case in CHANNELS])
def test_a_known_channel_has_its_own_indicator(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text", "facts"), GLUED, ids=[case[2][:30] for case in GLUED])
def test_of_glued_numbers_the_right_one_or_none(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text", "facts"), CODES, ids=[case[2][:30] for case in CODES])
def test_a_rarer_indicator_is_read(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text"), NO_CODES, ids=[case[2][:30] for case in NO_CODES])
def test_words_of_another_matter_give_no_figure(year: int, heading: str, text: str) -> None:
    assert figures(year, heading, text) == []
