"""How sure a figure of a sentence is: what rules state, and what was counted."""

from decimal import Decimal
from pathlib import Path

import pytest

from extractors.extract import extract
from extractors.prose.confidence import RULE_WEIGHT, Evidence, evidence, kind_of, measured, settle
from extractors.records import Observation
from orchestration.synthetic.generate import generate
from tests.labelled.calibrate import HOME, REPORT, Read, counted, foretold, generated, labelled, report

TEXT = "望舒县桂影镇2016年政府信息公开工作年度报告\n\n二、主动公开政府信息的情况\n\n全年主动公开政府信息64条。\n"


def figure(code: str, stated: float = 0.95, **changes: object) -> Observation:
    fixed = ("current", "reported", "exact", Decimal(1), "1", "件", "prose", 1, 0, 1, 0, 1, "1", f"prose:{code}")
    found = Observation(code, *fixed, stated)  # type: ignore[arg-type]
    for name, value in changes.items():
        setattr(found, name, value)
    return found


def met(read: int, right: int, *, is_fresh: bool) -> Evidence:
    return Evidence("review", 0.95, "fresh" if is_fresh else "familiar", is_fresh, read, right)


@pytest.mark.parametrize(
    ("observation", "kind"),
    [
        (figure("review.upheld"), "review"),
        (figure("proactive.items"), "proactive.items"),
        (figure("proactive.items.website"), "channel"),
        (figure("proactive.items.by_channel", member_label="展板"), "channel"),
        (figure("proactive.items.by_category", member_label="政策法规"), "list item"),
        (figure("application.new", member_code="natural_person"), "list item"),
        (figure("proactive.items.share_by_category", member_label="政策法规"), "share or change"),
        (figure("application.yoy_rate"), "share or change"),
        (figure("review", status="stated_zero"), "zero in words"),
        (figure("review", 0.85), "unsure"),
        (figure("review", 0.6), "guess"),
    ],
)
def test_a_kind_is_a_way_of_recognition_or_a_topic(observation: Observation, kind: str) -> None:
    assert kind_of(observation) == kind


def test_a_kind_that_was_never_met_is_as_sure_as_its_rule_says() -> None:
    assert measured("review", 0.93, []) == 0.93
    assert measured("appeals", 0.93, [met(100, 1, is_fresh=True)]) == 0.93


def test_fresh_figures_count_beside_the_rule_s_word() -> None:
    assert measured("review", 0.9, [met(RULE_WEIGHT, 0, is_fresh=True)]) == 0.45
    assert measured("review", 0.9, [met(9 * RULE_WEIGHT, 9 * RULE_WEIGHT, is_fresh=True)]) == 0.99


def test_familiar_text_lowers_what_a_rule_states_and_never_raises_it() -> None:
    assert measured("review", 0.9, [met(1000, 1000, is_fresh=False)]) == 0.9
    assert measured("review", 0.9, [met(RULE_WEIGHT, 0, is_fresh=False)]) == 0.45


def test_a_figure_of_a_sentence_has_the_measured_confidence_and_is_counted_by_the_stated_one() -> None:
    (found,) = extract("report.txt", TEXT.encode()).observations
    assert found.confidence == measured("proactive.items", 0.95, evidence())
    (found,) = extract("report.txt", TEXT.encode(), counts=()).observations
    assert found.confidence == 0.95
    again = figure("proactive.items")
    settle([again])
    assert again.confidence != 0.95


def test_a_guess_waits_for_review() -> None:
    guessed = figure("review", 0.6)
    settle([guessed])
    assert guessed.confidence < 0.8


def test_counts_are_possible_and_each_stands_once() -> None:
    rows = evidence()
    assert [row for row in rows if not 0 <= row.right <= row.read or row.read == 0] == []
    keys = [(row.kind, row.stated, row.source) for row in rows]
    assert keys == sorted(set(keys))


def test_confidence_is_near_the_share_right() -> None:
    """Over all fresh text, each source foretold from the others; and what waits for review is right less often than what doesn't."""
    foreseen = list(foretold(evidence(), list(evidence())))
    read, right = sum(row[1] for row in foreseen), sum(row[2] for row in foreseen)
    assert read > 1000
    assert abs(sum(row[0] * row[1] for row in foreseen) / read - right / read) < 0.02
    below = [row for row in foreseen if row[0] < 0.8]
    assert sum(row[2] for row in below) / sum(row[1] for row in below) < right / read


def test_a_source_is_counted_by_kind_and_stated_confidence() -> None:
    figures = [Read("review", 0.95, True), Read("review", 0.95, False), Read("review", 0.9, True)]
    assert counted("new", True, figures) == [Evidence("review", 0.95, "new", True, 2, 1), Evidence("review", 0.9, "new", True, 1, 1)]


def test_labelled_figures_are_counted_by_what_rules_state() -> None:
    assert {figure.stated for figure in labelled(HOME / "seen")} >= {0.9, 0.95}


def test_a_generated_wording_counts_once(tmp_path: Path) -> None:
    generate(40, tmp_path / "sample", 3)
    figures = list(generated(tmp_path / "sample"))
    told = (tmp_path / "sample" / "truth" / "figures.csv").read_text(encoding="utf-8").count(",prose,")
    assert 50 < len(figures) < told
    assert sum(figure.is_right for figure in figures) / len(figures) > 0.9


def test_the_written_table_is_that_of_the_counts() -> None:
    assert REPORT.read_text(encoding="utf-8") == report(list(evidence()))
