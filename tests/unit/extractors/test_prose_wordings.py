"""Wordings of many places give the same figures."""

import pytest
from prose_wordings import OTHER_WORDS, WORDINGS
from test_prose import figures


@pytest.mark.parametrize(("year", "heading", "text", "facts"), WORDINGS, ids=[case[2][:30] for case in WORDINGS])
def test_the_wording_of_another_place_gives_its_figures(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text"), OTHER_WORDS, ids=[case[2][:30] for case in OTHER_WORDS])
def test_like_words_about_other_things_give_no_figure(year: int, heading: str, text: str) -> None:
    assert figures(year, heading, text) == []
