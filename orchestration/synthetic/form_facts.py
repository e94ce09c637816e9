"""The true figures of the three tables that are asked for since 2019.

Lives here: drawing them so that they agree with each other and with the tables of the same office a year before. A figure of a kind of
applicants has its code, a colon and the kind as key; the total of all kinds has the code alone.
Elsewhere: the figures of older tables and of the text (`facts`); figures that don't agree (`contradictions`); which sums that breaks
(`form_identities`); how the tables look (`form_tables`).
"""

from collections.abc import Mapping
from functools import cache

from orchestration.synthetic.dice import Dice
from orchestration.synthetic.facts import Facts
from orchestration.synthetic.numbers import shifted
from orchestration.synthetic.wording import rows

FORMS = ("form_2019", "form_2021")
APPLICANTS = {
    "natural_person": "自然人",
    "commercial_enterprise": "商业企业",
    "research_institution": "科研机构",
    "public_welfare_organisation": "社会公益组织",
    "legal_service_organisation": "法律服务机构",
    "other_organisation": "其他",
}
# What the column of all kinds is called.
TOTAL = "总计"
RESULTS = ("upheld", "corrected", "other", "pending")
WAYS = ("review", "litigation.direct", "litigation.after_review")
ITEMS = ("licensing", "other_services", "penalties", "compulsion", "fees")
DOCUMENTS = ("rules", "normative_documents")
# Most applications and most decisions of an office in a year, share of offices without any application, by level.
_SIZES = {
    "township": (12, 60, 0.7),
    "bureau": (60, 900, 0.4),
    "prefecture_bureau": (200, 5000, 0.2),
    "county": (400, 90_000, 0.05),
    "prefecture": (3200, 900_000, 0.0),
}


@cache
def outcomes(form: str) -> tuple[str, ...]:
    """The codes of the kinds of outcome that the form lists."""
    codes = [row["indicator_code"] for row in rows("form_applications.csv") if row["form"] in ("", form)]
    return tuple(code for code in codes if code.startswith("application.outcome.") and not code.endswith(".total"))


def draw_form(dice: Dice, level: str, form: str, before: Mapping[str, int | str]) -> Facts:
    """The figures of one office. `before` are those of its report a year ago, if there is one."""
    most, decisions, none = _SIZES[level]
    facts: Facts = {}
    _applications(facts, dice, form, 0 if dice.chance(none) else 1 + dice.skewed(0, most), before)
    _remedies(facts, dice, is_large=level in ("county", "prefecture"))
    if form == "form_2019":
        _documents_2019(facts, dice, is_large=level in ("county", "prefecture"))
        _items(facts, dice, decisions, before)
    else:
        _documents_2021(facts, dice, level, before)
        for kind in ("licensing", "penalties", "compulsion"):
            facts[f"proactive.{kind}.decisions"] = _some(dice, decisions)
        facts["proactive.fees.amount"] = shifted(dice.skewed(0, 100 * decisions), 2) if dice.chance(0.4) else 0
    return facts


def _some(dice: Dice, most: int) -> int:
    return dice.skewed(0, most) if dice.chance(0.6) else 0


def _applications(facts: Facts, dice: Dice, form: str, new: int, before: Mapping[str, int | str]) -> None:
    """What came in, what became of it, and what is left, by kind of applicants."""
    # Persons ask most; the rest is spread over the organisations.
    persons = new - dice.skewed(0, new // 2)
    received = [persons, *dice.split(new - persons, len(APPLICANTS) - 1)]
    kinds = outcomes(form)
    codes = ("application.new", "application.carried_over", *kinds, "application.outcome.total", "application.carried_forward")
    for code in codes:
        facts[code] = 0
    for member, number in zip(APPLICANTS, received, strict=True):
        drawn = dice.skewed(0, 1 + number // 8) if number else 0
        carried_over = int(before.get(f"application.carried_forward:{member}", drawn))
        left = dice.skewed(0, (number + carried_over) // 6)
        done = number + carried_over - left
        granted = done - dice.skewed(0, done)
        values = [granted, *dice.split(done - granted, len(kinds) - 1)]
        for code, value in zip(codes, (number, carried_over, *values, done, left), strict=True):
            facts[f"{code}:{member}"] = value
            facts[code] = int(facts[code]) + value


def _remedies(facts: Facts, dice: Dice, *, is_large: bool) -> None:
    for way, most in zip(WAYS, (40, 16, 9), strict=True):
        facts[way] = 1 + dice.skewed(0, most) if dice.chance(0.7 if is_large else 0.1) else 0
        for result, value in zip(RESULTS, dice.split(int(facts[way]), len(RESULTS)), strict=True):
            facts[f"{way}.{result}"] = value
    facts["litigation"] = int(facts["litigation.direct"]) + int(facts["litigation.after_review"])


def _documents_2019(facts: Facts, dice: Dice, *, is_large: bool) -> None:
    for kind in DOCUMENTS:
        made = dice.skewed(0, 30) if is_large and (kind == "normative_documents" or dice.chance(0.2)) else 0
        disclosed = dice.between(0, made)
        facts[f"proactive.{kind}.made"], facts[f"proactive.{kind}.newly_disclosed"] = made, disclosed
        facts[f"proactive.{kind}.disclosed_total"] = disclosed + (dice.skewed(0, 90) if made else 0)


def _items(facts: Facts, dice: Dice, decisions: int, before: Mapping[str, int | str]) -> None:
    """What last year ended with is what this year begins with."""
    for kind in ITEMS:
        change, last_year = f"proactive.{kind}.change", f"proactive.{kind}.items_last_year"
        drawn = dice.skewed(0, 180) if dice.chance(0.6) else 0
        items = int(before[last_year]) + int(before[change]) if last_year in before else drawn
        facts[last_year] = items
        facts[change] = dice.between(-min(3, items), 4) if items else 0
        if kind != "fees":
            facts[f"proactive.{kind}.decisions"] = _some(dice, decisions) if items else 0
    facts["proactive.procurement.projects"] = projects = _some(dice, 40)
    facts["proactive.procurement.amount"] = shifted(dice.between(100, 90_000 * projects), 2) if projects else 0


def _documents_2021(facts: Facts, dice: Dice, level: str, before: Mapping[str, int | str]) -> None:
    """Documents in force are last year's, and those issued, without those repealed."""
    for kind in DOCUMENTS:
        has_any = level == "prefecture" or (kind == "normative_documents" and level == "county") or dice.chance(0.1)
        drawn = dice.between(3, 80) if has_any and kind == "normative_documents" else (dice.between(1, 12) if has_any else 0)
        in_force = int(before.get(f"proactive.{kind}.in_force", drawn))
        issued = dice.skewed(0, 9) if in_force else 0
        repealed = dice.skewed(0, min(in_force, 6))
        facts[f"proactive.{kind}.issued"], facts[f"proactive.{kind}.repealed"] = issued, repealed
        facts[f"proactive.{kind}.in_force"] = in_force + issued - repealed
