"""Lists that words open: what the items count, and what they don't."""

import pytest
from prose_lists import LISTS, LISTS_NOTHING
from test_prose import figures


@pytest.mark.parametrize(("year", "heading", "text", "facts"), LISTS, ids=[case[2][:30] for case in LISTS])
def test_an_item_counts_what_its_list_is_of(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text"), LISTS_NOTHING, ids=[case[2][:30] for case in LISTS_NOTHING])
def test_the_words_of_a_list_about_other_matters_give_no_figure(year: int, heading: str, text: str) -> None:
    assert figures(year, heading, text) == []
