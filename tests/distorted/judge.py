"""What extraction finds in a case, against what is printed there.

Lives here: the verdict on one case. Elsewhere: which figures are asked for (the rules of the kinds).
A figure is wrong where it has a value other than the printed one, stands in a place that the report doesn't have, or has another unit of
money; a blank for a figure and a figure for a blank are wrong as well. A figure that is called unreadable is missing. One that only sums
placed (confidence below PREFERRED_CONFIDENCE_MIN, so never preferred) is judged like the others, and found only where its column was
dropped.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.extract import extract
from extractors.records import Observation
from orchestration.labels.score import PREFERRED_CONFIDENCE_MIN
from tests.distorted.forms_data import MONEY, list_rows
from tests.distorted.tables import Case, Key, Place

# The share of readable figures that must be found; none may be wrong.
FLOOR = 0.995


@dataclass
class Verdict:
    """Of the figures asked for: how many, how many found, which missing; and all wrong ones, in words."""

    asked: int = 0
    found: int = 0
    dropped: int = 0
    placed: int = 0
    missing: list[str] = field(default_factory=list)
    data: bytes = b""
    wrong: list[str] = field(default_factory=list)


def judge(case: Case, name: str, data: bytes) -> Verdict:
    """Read the file, compare its table figures."""
    verdict = Verdict(data=data)
    truth = case.truth()
    seen: set[Key] = set()
    for observation in extract(name, data).observations:
        if observation.source_kind != "table" or observation.status == "unreadable":
            continue
        key = Key(observation.indicator_code, observation.member_code, observation.basis)
        place = truth.get(key)
        reason = fault(case, truth, observation)
        if reason and place is None:
            verdict.wrong.append(f"{reason}: {_shown(observation)}")
        elif reason and place is not None:
            verdict.wrong.append(f"{reason}: {_shown(observation)} is {place.text!r}")
        elif place is not None and (observation.confidence >= PREFERRED_CONFIDENCE_MIN or place.asked == "dropped"):
            seen.add(key)
    for key, place in truth.items():
        if place.asked == "asked":
            verdict.asked += 1
            verdict.found += key in seen
            if key not in seen:
                verdict.missing.append(f"{key.indicator_code} {key.member_code or ''} {key.basis} = {place.text!r}")
        elif place.asked == "dropped":
            verdict.dropped += 1
            verdict.placed += key in seen
    return verdict


def fault(case: Case, truth: Mapping[Key, Place], observation: Observation) -> str:
    """What is wrong with a figure of a table; "" where nothing is."""
    place = truth.get(Key(observation.indicator_code, observation.member_code, observation.basis))
    if place is None:
        return "" if _is_left_open(case, observation) else "not in the report"
    return _difference(place, observation)


def _difference(place: Place, observation: Observation) -> str:
    if place.value is None:
        is_right = observation.number is None and observation.status in ("blank", "not_applicable")
        return "" if is_right else "figure for a blank"
    if observation.number is None:
        return "blank for a figure"
    if observation.number != place.value:
        return "other value"
    if place.unit == "?":
        return ""
    unit = (observation.unit_printed or "").translate({ord("萬"): "万"}) or None
    if place.unit in MONEY:
        return "" if unit == place.unit or (unit is None and place.unit == "万元") else "other unit"
    return "other unit" if unit in MONEY else ""


def _is_left_open(case: Case, observation: Observation) -> bool:
    """Rows of the coded form and of the tiered one to which the dictionary has no code (one may be given to them, their figures must be
    those printed), and the coded form's 本年累计.
    """
    if case.generation not in ("dingxi", "tiered"):
        return False
    if case.generation == "dingxi" and observation.basis != "current":
        return True
    places = (place for table in case.tables for place in (*table.places(), *table.dropped))
    unnamed = {place.value for place in places if place.role == "value" and place.key is None}
    return observation.indicator_code not in {row.code for row in list_rows(case.generation)} and observation.number in unnamed


def _shown(observation: Observation) -> str:
    key = f"{observation.indicator_code} {observation.member_code or ''} {observation.basis}"
    figure = f"{observation.status} {observation.number} {observation.unit_printed or ''}"
    return f"{key} {figure} ({observation.confidence}) in {observation.quote!r}"
