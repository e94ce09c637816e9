"""Information disclosed, in the words of clerks: what each sentence counts, and what it doesn't."""

import pytest
from prose_disclosed import DISCLOSED, DISCLOSED_NOTHING
from prose_disclosed_again import AGAIN, AGAIN_NOTHING
from prose_disclosed_kinds import KINDS, KINDS_NOTHING
from prose_disclosed_last import LAST, LAST_NOTHING
from prose_disclosed_late import LATE, LATE_NOTHING
from prose_disclosed_more import MORE_DISCLOSED, MORE_DISCLOSED_NOTHING
from prose_disclosed_odd import ODD
from prose_disclosed_reports import REPORTS, REPORTS_NOTHING
from prose_disclosed_rules import RULES, RULES_NOTHING
from prose_disclosed_ways import WAYS_AND_KINDS
from prose_disclosed_whole import WHOLE, WHOLE_NOTHING
from test_prose import figures

EVERY = DISCLOSED + WAYS_AND_KINDS + MORE_DISCLOSED + AGAIN + ODD + WHOLE + LATE + LAST + KINDS + RULES + REPORTS
NOTHING = (
    DISCLOSED_NOTHING
    + MORE_DISCLOSED_NOTHING
    + AGAIN_NOTHING
    + WHOLE_NOTHING
    + LATE_NOTHING
    + LAST_NOTHING
    + KINDS_NOTHING
    + RULES_NOTHING
    + REPORTS_NOTHING
)


@pytest.mark.parametrize(("year", "heading", "text", "facts"), EVERY, ids=[case[2][:30] for case in EVERY])
def test_a_sentence_on_disclosure_gives_exactly_its_figures(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(("year", "heading", "text"), NOTHING, ids=[case[2][:30] for case in NOTHING])
def test_a_number_of_other_things_gives_no_disclosure(year: int, heading: str, text: str) -> None:
    assert [told for told in figures(year, heading, text) if told.startswith("proactive.items")] == []
