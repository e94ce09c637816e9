"""Tables of every form, distorted in every way that tests/distorted knows, are read without a wrong figure.

Lives here: a fixed sample of them (`make distort` draws thousands), the figures of the real PDF in such tables, and what the judge itself
must see. Elsewhere: what befalls tables, and which figures stay readable (tests/distorted).
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from extractors.extract import extract
from extractors.records import Extraction, Observation
from tests.distorted import judge as judging
from tests.distorted.cases import MIXED, cases, draw, sample
from tests.distorted.file_writers import FORMATS, written
from tests.distorted.forms import GENERATIONS
from tests.distorted.huaian import LABELLED, refilled
from tests.distorted.judge import FLOOR, Verdict, judge
from tests.distorted.kinds import KINDS
from tests.distorted.tables import Case

SEED = 1


@cache
def verdicts() -> list[tuple[str, Verdict]]:
    return [(named(case), judge(case, *written(case))) for case in sample(SEED)]


@cache
def real_verdicts() -> list[tuple[str, Verdict]]:
    if not LABELLED.exists():
        pytest.skip("the labelled reports are not here")
    return [(named(case), judge(case, *written(case))) for case in cases(150, SEED, generation="form_2021", make=refilled())]


def named(case: Case) -> str:
    return f"{case.number} {case.generation} {case.form} {'+'.join(case.kinds)}"


def share(found: Sequence[tuple[str, Verdict]]) -> float:
    return sum(verdict.found for _, verdict in found) / sum(verdict.asked for _, verdict in found)


def missing(found: Sequence[tuple[str, Verdict]]) -> dict[str, list[str]]:
    return {name: verdict.missing[:3] for name, verdict in found if verdict.missing}


def wrong(found: Sequence[tuple[str, Verdict]]) -> dict[str, list[str]]:
    return {name: verdict.wrong for name, verdict in found if verdict.wrong}


def test_no_figure_of_a_distorted_table_is_wrong() -> None:
    assert wrong(verdicts()) == {}


def test_readable_figures_of_distorted_tables_are_found() -> None:
    assert share(verdicts()) >= FLOOR, missing(verdicts())


def test_no_real_figure_in_a_distorted_table_is_wrong() -> None:
    assert wrong(real_verdicts()) == {}


def test_real_figures_in_distorted_tables_are_found() -> None:
    assert share(real_verdicts()) >= FLOOR, missing(real_verdicts())


def test_sample_holds_every_kind_generation_and_format() -> None:
    drawn = list(sample(SEED))
    assert {kind for case in drawn for kind in case.kinds} == {*KINDS, MIXED}
    assert {case.generation for case in drawn} == set(GENERATIONS)
    assert {case.form for case in drawn} == set(FORMATS)


def test_a_seed_draws_the_same_reports_again() -> None:
    first, second = ([draw(7, number) for number in range(40)] for _ in range(2))
    assert first == second


def test_another_seed_draws_other_reports() -> None:
    assert draw(7, 0) != draw(8, 0)


def test_every_kind_says_which_figures_stay_readable() -> None:
    assert [name for name, kind in KINDS.items() if not kind.rule] == []


def test_rows_and_balance_of_table_three_hold_where_the_office_made_no_slip() -> None:
    case = next(case for case in cases(50, SEED, "plain", "html", "form_2021") if not case.slip and "application.new" in codes(case))
    value = {(key.indicator_code, key.member_code): place.value or 0 for key, place in case.truth().items()}
    members = {member for code, member in value if code == "application.new"}
    for member in members:
        received = value["application.new", member] + value["application.carried_over", member]
        assert received == value["application.outcome.total", member] + value["application.carried_forward", member]
    for code in ("application.new", "application.outcome.granted"):
        assert value[code, "total"] == sum(value[code, member] for member in members if member != "total")


def codes(case: Case) -> set[str]:
    return {key.indicator_code for key in case.truth()}


def a_case() -> Case:
    return draw(SEED, 0, "plain", "html", "national_2014")


def judged_with(monkeypatch: pytest.MonkeyPatch, change: dict[str, object]) -> Verdict:
    """The verdict on a case of which extraction reads the first figure otherwise."""
    case = a_case()
    name, data = written(case)
    found = extract(name, data)
    first = next(index for index, one in enumerate(found.observations) if one.source_kind == "table" and one.number)
    assert len([one for one in found.observations if one.source_kind == "table"]) > 40
    observations: list[Observation] = list(found.observations)
    observations[first] = replace(observations[first], **change)  # type: ignore[arg-type]
    monkeypatch.setattr(judging, "extract", lambda name, data: replace_observations(found, observations))
    return judge(case, name, data)


def replace_observations(found: Extraction, observations: list[Observation]) -> Extraction:
    return replace(found, observations=observations)


@pytest.mark.parametrize(
    "change",
    [
        {"number": Decimal("987654321")},
        {"number": None, "status": "blank"},
        {"basis": "prior_year"},
        {"member_code": "total"},
        {"indicator_code": "proactive.rules.issued"},
        {"unit_printed": "万元"},
    ],
    ids=["other value", "blank for a figure", "other basis", "other member", "not in the report", "other unit"],
)
def test_judge_calls_a_false_figure_wrong(monkeypatch: pytest.MonkeyPatch, change: dict[str, object]) -> None:
    assert len(judged_with(monkeypatch, change).wrong) == 1


@pytest.mark.parametrize("change", [{"status": "unreadable", "number": None}, {"confidence": 0.5}], ids=["unreadable", "placed by sums"])
def test_judge_calls_an_unread_figure_missing(monkeypatch: pytest.MonkeyPatch, change: dict[str, object]) -> None:
    verdict = judged_with(monkeypatch, change)
    assert (len(verdict.missing), verdict.wrong) == (1, [])
