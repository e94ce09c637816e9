"""Requests, fees, reviews, lawsuits and complaints in sentences: how many, what became of them, and that there were none."""

from itertools import product

import pytest
from prose_cases_more import MORE_CASES, MORE_OTHER_CASES
from prose_clauses import APPEALS, FEES, REQUESTS
from prose_denials import (
    CHARGES_OF_ALL_KINDS,
    DISPUTES_OF_ALL_KINDS,
    NOTHING_AROSE,
    NOTHING_CAME,
    NOTHING_WAS_TAKEN,
    REQUESTS_OF_ALL_KINDS,
)
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


@pytest.mark.parametrize(("year", "heading", "text", "facts"), MORE_CASES, ids=[case[2][:30] for case in MORE_CASES])
def test_cases_told_otherwise_give_their_figures(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text"), MORE_OTHER_CASES, ids=[case[2][:30] for case in MORE_OTHER_CASES])
def test_more_cases_of_other_matters_give_no_figure(year: int, heading: str, text: str) -> None:
    assert figures(year, heading, text) == []


@pytest.mark.parametrize(
    ("heading", "denials", "denied", "facts"),
    [
        (REQUESTS, NOTHING_CAME, REQUESTS_OF_ALL_KINDS, ["application.received zero"]),
        (APPEALS, NOTHING_AROSE, DISPUTES_OF_ALL_KINDS, ["litigation zero", "review zero"]),
        (FEES, NOTHING_WAS_TAKEN, CHARGES_OF_ALL_KINDS, ["application.fees zero"]),
    ],
    ids=["requests", "disputes", "charges"],
)
def test_each_denial_goes_with_each_name(heading: str, denials: tuple[str, ...], denied: tuple[str, ...], facts: list[str]) -> None:
    said = [f"我局{denial}{name}。" for denial, name in product(denials, denied)]
    assert {text: read for text in said if (read := figures(2014, heading, text)) != facts} == {}
