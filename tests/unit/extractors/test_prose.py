"""Sentences to figures: every clause of prose_clauses.py, word by word."""

import re

import pytest
from prose_clauses import FIGURES, NOTHING
from prose_clauses_more import MORE_FIGURES, MORE_NOTHING
from prose_fresh import FRESH, FRESH_NOTHING
from prose_fresh_cases import FRESH_CASES, FRESH_CASES_NOTHING
from prose_fresh_work import FRESH_WORK, FRESH_WORK_NOTHING
from prose_last import LAST, LAST_NOTHING
from prose_passages import OTHER_MATTERS, PASSAGES
from prose_reports_work import REPORTS_WORK, REPORTS_WORK_NOTHING
from prose_unseen import UNSEEN, UNSEEN_NOTHING

from extractors.extract import extract
from extractors.records import Observation

ALL_FRESH = FRESH + FRESH_CASES + FRESH_WORK + REPORTS_WORK
ALL_FRESH_NOTHING = FRESH_NOTHING + FRESH_CASES_NOTHING + FRESH_WORK_NOTHING + REPORTS_WORK_NOTHING
SIGNS = {"approximate": "≈", "at_least": ">=", "at_most": "<=", "exact": ""}


def report(year: int, heading: str, text: str) -> bytes:
    opening = "一年来，我镇围绕群众关心的事项做好公开工作，各项工作平稳推进，没有出现差错。"
    return f"望舒县桂影镇{year}年政府信息公开工作年度报告\n\n{opening}\n\n{heading}\n\n{text}\n".encode()


def told(observation: Observation) -> str:
    label = f"[{observation.member_label}]" if observation.member_label else ""
    words = {"stated_zero": "zero", "not_applicable": "n/a"}
    value = words.get(observation.status) or f"{SIGNS[observation.qualifier or 'exact']}{plain(observation)}"
    basis = "" if observation.basis == "current" else f" @{observation.basis}"
    return f"{observation.indicator_code}{label} {value}{basis}"


def plain(observation: Observation) -> str:
    return re.sub(r"(\.\d*?)0+$|\.$", r"\1", f"{observation.number:f}").rstrip(".")


def figures(year: int, heading: str, text: str) -> list[str]:
    extraction = extract("clause.txt", report(year, heading, text))
    assert extraction.report is not None
    assert extraction.report.document_type == "annual_report"
    for observation in extraction.observations:
        quote = extraction.text[observation.char_start : observation.char_end]
        assert quote == observation.quote
        assert observation.char_start <= observation.value_start <= observation.value_end <= observation.char_end
        assert extraction.text[observation.value_start : observation.value_end] == (observation.value_printed or "")
    return sorted(told(observation) for observation in extraction.observations)


@pytest.mark.parametrize(("year", "heading", "text", "facts"), FIGURES, ids=[case[2][:30] for case in FIGURES])
def test_a_sentence_gives_exactly_its_figures(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text"), NOTHING, ids=[case[2][:30] for case in NOTHING])
def test_a_sentence_about_other_things_gives_no_figure(year: int, heading: str, text: str) -> None:
    assert figures(year, heading, text) == []


@pytest.mark.parametrize(("year", "heading", "text", "facts"), MORE_FIGURES, ids=[case[2][:30] for case in MORE_FIGURES])
def test_another_wording_gives_exactly_its_figures(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(
    ("year", "heading", "text", "facts"), PASSAGES + UNSEEN + LAST, ids=[case[2][:30] for case in PASSAGES + UNSEEN + LAST]
)
def test_a_passage_gives_exactly_its_figures(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(
    ("year", "heading", "text"),
    OTHER_MATTERS + UNSEEN_NOTHING + LAST_NOTHING,
    ids=[case[2][:30] for case in OTHER_MATTERS + UNSEEN_NOTHING + LAST_NOTHING],
)
def test_a_passage_about_other_matters_gives_no_figure(year: int, heading: str, text: str) -> None:
    assert figures(year, heading, text) == []


@pytest.mark.parametrize(("year", "heading", "text"), MORE_NOTHING, ids=[case[2][:30] for case in MORE_NOTHING])
def test_another_wording_about_other_things_gives_no_figure(year: int, heading: str, text: str) -> None:
    assert figures(year, heading, text) == []


@pytest.mark.parametrize(("year", "heading", "text", "facts"), ALL_FRESH, ids=[case[2][:30] for case in ALL_FRESH])
def test_a_fresh_sentence_gives_exactly_its_figures(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text"), ALL_FRESH_NOTHING, ids=[case[2][:30] for case in ALL_FRESH_NOTHING])
def test_a_fresh_sentence_about_other_things_gives_no_figure(year: int, heading: str, text: str) -> None:
    assert figures(year, heading, text) == []
