"""Requests, fees, reviews, lawsuits and complaints in sentences: how many, what became of them, and that there were none."""

import pytest
from prose_disputes import DISPUTED, NOT_DISPUTED, OTHER_CASES
from prose_requests import NOT_REQUESTED, REQUESTED
from test_prose import figures


@pytest.mark.parametrize(("year", "heading", "text", "facts"), REQUESTED, ids=[case[2][:30] for case in REQUESTED])
def test_requests_go_with_what_became_of_them(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text", "facts"), DISPUTED, ids=[case[2][:30] for case in DISPUTED])
def test_disputes_go_with_how_they_ended(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text", "facts"), NOT_REQUESTED, ids=[case[2][:30] for case in NOT_REQUESTED])
def test_that_nobody_asked_or_paid_is_a_zero(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text", "facts"), NOT_DISPUTED, ids=[case[2][:30] for case in NOT_DISPUTED])
def test_that_nobody_disputed_is_a_zero(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text"), OTHER_CASES, ids=[case[2][:30] for case in OTHER_CASES])
def test_cases_of_other_matters_give_no_figure(year: int, heading: str, text: str) -> None:
    assert figures(year, heading, text) == []
