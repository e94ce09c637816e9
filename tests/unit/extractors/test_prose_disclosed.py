"""Information disclosed, in the words of clerks: what each sentence counts, and what it doesn't."""

import pytest
from prose_disclosed import DISCLOSED, DISCLOSED_NOTHING
from test_prose import figures


@pytest.mark.parametrize(("year", "heading", "text", "facts"), DISCLOSED, ids=[case[2][:30] for case in DISCLOSED])
def test_a_sentence_on_disclosure_gives_exactly_its_figures(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text"), DISCLOSED_NOTHING, ids=[case[2][:30] for case in DISCLOSED_NOTHING])
def test_a_number_of_other_things_gives_no_disclosure(year: int, heading: str, text: str) -> None:
    assert [told for told in figures(year, heading, text) if told.startswith("proactive.items")] == []
