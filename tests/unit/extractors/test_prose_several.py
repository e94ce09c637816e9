"""Numbers for several names: each goes to its own, or to none."""

import pytest
from prose_several import FOR_EACH, IN_TURN, NOBODYS, TOGETHER
from test_prose import figures


@pytest.mark.parametrize(("year", "heading", "text", "facts"), IN_TURN, ids=[case[2][:30] for case in IN_TURN])
def test_numbers_told_in_turn_go_to_their_names(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text", "facts"), FOR_EACH, ids=[case[2][:30] for case in FOR_EACH])
def test_a_number_for_each_goes_to_all(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text", "facts"), TOGETHER, ids=[case[2][:30] for case in TOGETHER])
def test_a_joint_total_is_no_figure_of_its_parts(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text"), NOBODYS, ids=[case[2][:30] for case in NOBODYS])
def test_a_number_that_is_nobodys_gives_no_figure(year: int, heading: str, text: str) -> None:
    assert figures(year, heading, text) == []
