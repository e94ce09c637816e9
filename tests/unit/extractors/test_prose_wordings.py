"""Wordings of many places give the same figures."""

import pytest
from prose_wordings import OTHER_WORDS, WORDINGS
from test_prose import figures, report

from extractors.extract import extract


@pytest.mark.parametrize(("year", "heading", "text", "facts"), WORDINGS, ids=[case[2][:30] for case in WORDINGS])
def test_the_wording_of_another_place_gives_its_figures(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text"), OTHER_WORDS, ids=[case[2][:30] for case in OTHER_WORDS])
def test_like_words_about_other_things_give_no_figure(year: int, heading: str, text: str) -> None:
    assert figures(year, heading, text) == []


def test_a_group_of_applicants_has_its_member_code() -> None:
    text = "共收到政府信息公开申请23件，其中自然人申请20件，法人或其他组织3件。"
    observations = extract("groups.txt", report(2023, "三、收到和处理政府信息公开申请情况", text)).observations
    assert [(observation.member_code, observation.number) for observation in observations] == [
        (None, 23),
        ("natural_person", 20),
        (None, 3),
    ]
