"""How sure a figure of a sentence is: the share right of its kind, as measured.

Lives here: the kinds, and what confidence.csv, the counts of figures read and right by kind, makes of the confidence that a rule states.
Elsewhere: counting (tests/labelled/calibrate.py, which writes confidence.csv and tests/labelled/CALIBRATION.md), what a rule states
(figures.csv, zeros.csv), the bound below which a figure waits for review (`preferred_confidence_min` of dbt_project.yml), how surely a
cell of a table is placed (../forms).

A kind is a way of recognition and a topic, not a rule: rules come and go, and each is met too seldom to be measured by itself.

    confidence = (right + W * p) / (read + W)

`read` and `right` count the figures of the kind in fresh text, which nobody had seen who wrote the rules. `p` is what the rule states;
familiar text (generated reports, whose wordings the rules were written with) may lower it, by the same formula, but never raises it. So a
kind that was never met is as sure as its rule says, and W figures weigh as much as the rule's word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extractors.csv_tables import records_of
from extractors.records import Observation

TABLE = "prose/confidence.csv"
COLUMNS = ("kind", "stated", "source", "is_fresh", "read", "right")
# W. How well one fresh source is foretold from the others (by log loss) hardly depends on it up to 10, and gets worse beyond; the largest
# of these leaves a kind that is seldom met nearest to what its rules state.
RULE_WEIGHT = 10
# A rule that states less calls itself unsure, or a guess, whatever it is about.
_UNSURE_BELOW = 0.9
_GUESSED_BELOW = 0.8
_ITEMS = "proactive.items"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of confidence.csv: of the figures of a kind whose rules state this confidence, so many read in a source, so many right."""

    kind: str
    stated: float
    source: str
    is_fresh: bool
    read: int
    right: int


def kind_of(observation: Observation) -> str:
    """The kind of a figure whose confidence is still the stated one; the first that fits."""
    code = observation.indicator_code
    if observation.confidence < _UNSURE_BELOW:
        return "guess" if observation.confidence < _GUESSED_BELOW else "unsure"
    if observation.status != "reported":
        return "zero in words"
    if ".share_by_" in code or ".yoy_" in code:
        return "share or change"
    if observation.member_code is not None or (".by_" in code and not code.endswith("by_channel")):
        return "list item"
    if code.startswith(f"{_ITEMS}."):
        return "channel"
    return _ITEMS if code == _ITEMS else code.partition(".")[0]


def settle(observations: Iterable[Observation], counts: Sequence[Evidence] | None = None) -> None:
    """Replaces the confidence that rules state by the measured one: by confidence.csv, or by `counts` instead; by nothing, where they are
    none."""
    for observation in observations:
        kind, stated = kind_of(observation), observation.confidence
        observation.confidence = _measured(kind, stated) if counts is None else measured(kind, stated, counts)


def measured(kind: str, stated: float, evidence: Iterable[Evidence]) -> float:
    """The confidence of a figure by what was counted."""
    read, right, familiar_read, familiar_right = 0, 0, 0, 0
    for row in evidence:
        if row.kind == kind:
            if row.is_fresh:
                read, right = read + row.read, right + row.right
            else:
                familiar_read, familiar_right = familiar_read + row.read, familiar_right + row.right
    expected = min(stated, _weighed(familiar_read, familiar_right, stated))
    return round(_weighed(read, right, expected), 3)


@cache
def evidence() -> tuple[Evidence, ...]:
    """The rows of confidence.csv."""
    return tuple(
        Evidence(row["kind"], float(row["stated"]), row["source"], row["is_fresh"] == "yes", int(row["read"]), int(row["right"]))
        for row in records_of(TABLE)
    )


@lru_cache(maxsize=1 << 10)
def _measured(kind: str, stated: float) -> float:
    return measured(kind, stated, evidence())


def _weighed(read: int, right: int, expected: float) -> float:
    return (right + RULE_WEIGHT * expected) / (read + RULE_WEIGHT)
