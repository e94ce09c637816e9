"""What is true of a report before a word of it is written.

Lives here: its publisher, year and days, its true figures and lists, and how it will look. Elsewhere: drawing figures (`facts`), planting
contradictions (`contradictions`), and every word (`prose`, `summary`, `tables`, `additions`).
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from orchestration.synthetic.dice import Dice
from orchestration.synthetic.facts import CHANNELS, Facts, add_annex, draw_facts
from orchestration.synthetic.form_facts import FORMS, draw_form
from orchestration.synthetic.numbers import percent
from orchestration.synthetic.persons import mobile, person, phone
from orchestration.synthetic.places import PROVINCE, Publisher
from orchestration.synthetic.wording import rows

# Kinds of report: how often each occurs, and in which years. The national table was asked for from 2014 to 2018, then three tables, whose
# form changed in 2021.
KINDS = (
    ("prose", 32, 2008, 2018),
    ("national", 30, 2014, 2018),
    ("annex", 16, 2008, 2018),
    ("summary", 22, 2008, 2018),
    ("form_2019", 100, 2019, 2020),
    ("form_2021", 100, 2021, 2100),
)
Part = tuple[str, int, str]


@dataclass(slots=True)
class Report:
    """One report. `table` are the figures of its table, where they differ from those of its prose: never, unless planted.

    `must` are topics that have to be said for a planted contradiction to stand in the file. `is_altered`: the tables asked for since 2019
    hold a planted contradiction.
    """

    number: int
    kind: str
    publisher: Publisher
    name: str
    year: int
    signed: date
    facts: Facts
    table: Facts
    categories: list[Part]
    channels: list[Part]
    catalogue: list[Part]
    fields: list[Part]
    subjects: list[Part]
    words: dict[str, str]
    must: set[str] = field(default_factory=set)
    skips_number: bool = False
    is_altered: bool = False

    @property
    def document_type(self) -> str:
        return "work_summary" if self.kind == "summary" else "annual_report"


def draw(dice: Dice, number: int, publisher: Publisher, year: int, before: Report | None = None) -> Report:
    """A consistent report of this publisher about this year; what it takes over from the year before stands in that report, `before`."""
    kind = _kind(dice, year)
    facts = draw_facts(dice, publisher.level, year)
    if kind in FORMS:
        # What older reports said of applications and appeals is counted otherwise.
        facts = {key: value for key, value in facts.items() if not key.startswith(("application.", "review", "litigation"))}
        facts |= draw_form(dice, publisher.level, kind, before.facts if before and before.kind in FORMS else {})
        facts["proactive.normative_documents.issued_total"] = 0
    if kind == "annex":
        add_annex(facts, dice, before.facts if before and before.kind == kind else {})
    items = int(facts["proactive.items"])
    listed = int(facts["proactive.items.website"]) if kind == "summary" else items
    first, days = (date(year, 12, 5), 26) if kind == "summary" else (date(year + 1, 1, 4), 85)
    labels = _labels()
    categories = _list(dice, labels["category"], dice.between(3, 9), listed, dice.pick((1, 2, 2)))
    other = int(facts["proactive.items.other_channel"])
    proposals = int(facts["proposal.deputy_suggestions"]) + int(facts["proposal.cppcc"])
    name = before.name if before else dice.pick(publisher.names)
    report = Report(
        number=number,
        kind=kind,
        publisher=publisher,
        name=name,
        year=year,
        signed=first + timedelta(days=dice.between(0, days)),
        facts=facts,
        table=facts,
        categories=categories,
        channels=_list(dice, labels["channel"], 2, other, 1) if other > 1 else [],
        catalogue=_list(dice, labels["catalogue"], dice.between(3, 6), dice.between(3, min(60, items)), 1),
        fields=_list(dice, labels["field"], dice.between(2, 4), dice.between(4, 4 + items // 3), 1),
        subjects=_list(dice, labels["subject"], dice.between(2, 4), proposals, 1),
        words={},
    )
    report.words = _words(dice, report)
    return report


def _kind(dice: Dice, year: int) -> str:
    kinds = [(kind, weight) for kind, weight, first, last in KINDS if first <= year <= last]
    left = dice.roll() * sum(weight for _, weight in kinds)
    for kind, weight in kinds:
        left -= weight
        if left < 0:
            return kind
    return kinds[-1][0]


_LABELS: dict[str, list[str]] = {}


def _labels() -> dict[str, list[str]]:
    if not _LABELS:
        for row in rows("members.csv"):
            _LABELS.setdefault(row["kind"], []).append(row["label"])
    return _LABELS


def _list(dice: Dice, labels: list[str], count: int, total: int, decimals: int) -> list[Part]:
    """Labels with numbers that add up to `total`, none of them zero, each with its share."""
    count = min(count, total)
    numbers = [1 + number for number in dice.split(total - count, count)]
    return [(label, number, percent(number, total, decimals)) for label, number in zip(dice.several(labels, count), numbers, strict=True)]


def channels_used(facts: Facts) -> list[str]:
    return [channel for channel in CHANNELS if facts[f"proactive.items.{channel}"]]


_LEADERS = {
    "镇": "镇长",
    "乡": "乡长",
    "街道": "街道办事处主任",
    "局": "局长",
    "办": "主任",
    "县": "县政府常务副县长",
    "区": "区政府常务副区长",
}


def _words(dice: Dice, report: Report) -> dict[str, str]:
    publisher, year = report.publisher, report.year
    scope = publisher.scope
    county_kind = publisher.county[-1:] or "市"
    upper = f"{county_kind}委、{county_kind}政府" if publisher.level in ("township", "bureau") else "市委、市政府"
    if publisher.level == "prefecture":
        upper = "省委、省政府"
    return {
        "year": str(year),
        "last_year": str(year - 1),
        "next_year": str(year + 1),
        "publisher": report.name,
        "place": publisher.place,
        "self": f"我{scope}",
        "scope": scope,
        "leader": _LEADERS.get(scope, "市政府秘书长"),
        "upper": upper,
        "units": "站所" if publisher.level == "township" else ("科室" if "bureau" in publisher.level else "部门"),
        "office": dice.pick(("党政办公室", "党政综合办公室")) if publisher.level == "township" else "办公室",
        "prefecture": publisher.prefecture,
        "province": PROVINCE,
        "address": f"{publisher.place}文汇路{dice.between(1, 260)}号",
        "postcode": "000000",
        "phone": phone(dice),
        "mobile": mobile(dice),
        "person": person(dice),
        "fax": phone(dice),
        "email": f"gk{dice.between(1, 999)}@example.com",
        "issuer": (publisher.county or publisher.prefecture)[0],
        "label": "",
        "label2": "",
        "owner": "",
    }
