"""Contradictions planted on purpose, about one report in eight.

Lives here: altering the true figures of a report so that two of them can't both be right, and saying which. A plant counts only if both its
sides were printed; that is looked up on the finished page.
Elsewhere: figures that agree (`facts`); a skipped number in headings or lists (`page`, where they are numbered).
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from orchestration.synthetic import form_identities
from orchestration.synthetic.dice import Dice
from orchestration.synthetic.form_facts import APPLICANTS, DOCUMENTS, FORMS, ITEMS, RESULTS, TOTAL, WAYS, outcomes
from orchestration.synthetic.model import Report
from orchestration.synthetic.numbers import percent
from orchestration.synthetic.page import Contradiction, Page
from orchestration.synthetic.truth import Figure

SHARE = 0.13  # a few don't get printed; about one report in eight is left
Side = tuple[str, str, str, str]  # indicator_code, member_label, basis, source_kind


class Plant(NamedTuple):
    sides: tuple[Side, ...]
    contradiction: Contradiction


class Past(NamedTuple):
    """An office's report of the year before, and the numbers that its tables print."""

    report: Report
    printed: dict[str, Decimal]


_KINDS = {
    "prose": ("sum", "sum", "share", "share", "rate", "part", "numbering"),
    "summary": ("sum", "sum", "sum", "share", "numbering"),
    "national": ("sum", "share", "rate", "part", "numbering", "prose_table", "prose_table", "table_sum", "table_sum", "table_part"),
    "annex": ("sum", "share", "part", "numbering", "prose_table", "cumulative", "cumulative"),
    "form_2019": ("sum", "share", "part", "numbering", *(("form",) * 5)),
    "form_2021": ("sum", "share", "part", "numbering", *(("form",) * 5)),
}


def plant(dice: Dice, report: Report, past: Past | None) -> list[Plant]:
    """Alter `report`, if it is one of those, and say what doesn't fit any more."""
    if not dice.chance(SHARE):
        return []
    kind = dice.pick(_KINDS[report.kind])
    if kind == "form":
        _alter(dice, report, past)
        return []
    return _PLANTERS[kind](dice, report)


def settle(page: Page, plants: list[Plant], past: Past | None) -> None:
    """Note on the page which of the plants can be read off it."""
    table = printed_in_tables(page)
    page.contradictions += form_identities.across(table, past.printed if past else {})
    if page.report.kind in FORMS:
        page.contradictions += form_identities.within(table, page.report.kind)
        page.contradictions += _unlike_sums(page, table)
        if page.report.is_altered:
            page.contradictions += [contradiction for _, contradiction in _unlike(page)]
    if not plants:
        return
    printed = {(figure.indicator_code, figure.member_label, figure.basis, figure.source_kind) for figure in page.figures}
    page.contradictions += dict.fromkeys(plant.contradiction for plant in plants if printed.issuperset(plant.sides))
    named = {side for plant in plants for side in plant.sides}
    page.contradictions += [contradiction for code, contradiction in _unlike(page) if (code, "", "current", "prose") not in named]


def _unlike(page: Page) -> list[tuple[str, Contradiction]]:
    """What the prose says otherwise than the table: one altered figure of a table may contradict the prose too."""
    tables = {
        (figure.indicator_code, figure.basis): figure.value for figure in _reported_in_tables(page) if figure.member_label in ("", TOTAL)
    }
    found = {}
    for figure in page.figures:
        code, basis, value = figure.indicator_code, figure.basis, figure.value
        in_table = tables.get((code, basis))
        is_exact = figure.source_kind == "prose" and not figure.member_label and figure.qualifier == "exact"
        if is_exact and in_table is not None and in_table != value:
            found[code, basis] = (code, Contradiction("prose_table", value, in_table, f"{code}：正文为 {value}，表中为 {in_table}"))
    return list(found.values())


def printed_in_tables(page: Page) -> dict[str, Decimal]:
    """The numbers that the tables print, by code, with a colon and the kind of applicants, or with @cumulative for those of all years."""
    kinds = {name: f":{kind}" for kind, name in APPLICANTS.items()} | {"": "", TOTAL: ""}
    bases = {"current": "", "cumulative": "@cumulative"}
    return {
        figure.indicator_code + kinds[figure.member_label] + bases[figure.basis]: Decimal(figure.value)
        for figure in _reported_in_tables(page)
    }


def _reported_in_tables(page: Page) -> Iterator[Figure]:
    return (figure for figure in page.figures if figure.source_kind == "table" and figure.status == "reported")


def _unlike_sums(page: Page, table: dict[str, Decimal]) -> list[Contradiction]:
    """What the prose gives as one number and the tables in parts."""
    parts = [table.get("litigation.direct"), table.get("litigation.after_review")]
    if None in parts:
        return []
    found = sum(part for part in parts if part is not None)
    said = [figure.value for figure in page.figures if figure.indicator_code == "litigation" and figure.source_kind == "prose"]
    return [
        Contradiction("prose_table", value, f"{found}", f"litigation：正文为 {value}，表中合计 {found}")
        for value in said
        if Decimal(value) != found
    ]


def _alter(dice: Dice, report: Report, past: Past | None) -> None:
    """Tables as asked for since 2019 that can't be true; what that breaks is looked up on the page."""
    report.is_altered = True
    table = report.table = dict(report.facts)

    def add(number: int, *codes: str) -> None:
        for code in codes:
            table[code] = int(table[code]) + number

    more, member = dice.between(1, 4), f":{dice.pick(tuple(APPLICANTS))}"
    code = dice.pick(("application.new", "application.outcome.granted", *outcomes(report.kind)))
    of_applications = "application.carried_over", "application.outcome.granted", "application.outcome.total"
    way = dice.pick(WAYS)
    choices: list[tuple[str, ...]] = [
        (code + member,),
        (code,),
        ("application.carried_forward", f"application.carried_forward{member}"),
        (f"{way}.{dice.pick(RESULTS)}",),
    ]
    if past and past.report.kind == report.kind:
        choices.append((*of_applications, *(code + member for code in of_applications)))
        stocks = [f"proactive.{kind}.in_force" for kind in DOCUMENTS] if report.kind == "form_2021" else []
        choices.append((dice.pick(stocks or [f"proactive.{kind}.items_last_year" for kind in ITEMS]),))
        if dice.chance(0.3):
            report.table = dict(past.report.table)
            return
    add(more, *dice.pick(choices))


def _parent(report: Report) -> str:
    return "proactive.items.website" if report.kind == "summary" else "proactive.items"


def _sum(dice: Dice, report: Report) -> list[Plant]:
    total = sum(number for _, number, _ in report.categories)
    at = dice.between(0, len(report.categories) - 1)
    label, number, share = report.categories[at]
    wrong = number + dice.pick((-1, 1)) * dice.between(1, 1 + min(50, total // 6))
    wrong = wrong if wrong > 0 else number + 2
    decimals = len(share.partition(".")[2])
    report.categories[at] = (label, wrong, percent(wrong, total, decimals))
    report.must |= {"items.total", "categories"}
    found = sum(number for _, number, _ in report.categories)
    sides = tuple(("proactive.items.by_category", label, "current", "prose") for label, _, _ in report.categories)
    statement = f"各类信息之和 {found} 不等于总数 {total}"
    return [Plant((*sides, (_parent(report), "", "current", "prose")), Contradiction("sum_of_parts", str(found), str(total), statement))]


def _share(dice: Dice, report: Report) -> list[Plant]:
    at = dice.between(0, len(report.categories) - 1)
    label, number, share = report.categories[at]
    total = sum(number for _, number, _ in report.categories)
    # As if carried over from a larger or smaller number: at least one whole point off.
    off = number + dice.pick((-1, 1)) * (1 + total // 50 + dice.between(0, 1 + total // 20))
    off = off if off > 0 else number + 1 + total // 40
    wrong = percent(off, total, len(share.partition(".")[2]))
    report.categories[at] = (label, number, wrong)
    report.must |= {"items.total", "categories", "categories.share"}
    sides = (
        ("proactive.items.by_category", label, "current", "prose"),
        ("proactive.items.share_by_category", label, "current", "prose"),
        (_parent(report), "", "current", "prose"),
    )
    return [Plant(sides, Contradiction("share", wrong, share, f"{label}印为占 {wrong}%，按件数应为 {share}%"))]


def _rate(dice: Dice, report: Report) -> list[Plant]:
    facts = report.facts
    change, prior = int(facts["proactive.items.yoy_change"]), int(facts["proactive.items@prior_year"])
    right = str(facts["proactive.items.yoy_rate"])
    off = (1 if change >= 0 else -1) * (abs(change) + prior // 20 + dice.between(1, 1 + prior // 10))
    wrong = percent(off, prior, len(right.partition(".")[2]))
    facts["proactive.items.yoy_rate"] = wrong
    report.must |= {"items.total", "yoy"}
    codes = ("proactive.items", "proactive.items.yoy_change", "proactive.items.yoy_rate")
    sides = tuple((code, "", "current", "prose") for code in codes)
    return [Plant(sides, Contradiction("rate", wrong, right, f"同比印为 {wrong}%，按增减量应为 {right}%"))]


def _part(dice: Dice, report: Report) -> list[Plant]:
    """A part that is larger than its total."""
    if dice.chance(0.5):
        code, total = "response.messages_answered", "response.messages_received"
        report.must.add("messages")
    else:
        code, total = "resource.staff.part_time", "resource.staff"
        report.must.add("staff")
    value = int(report.facts[total])
    report.facts[code] = value + dice.between(1, 9)
    # The table, if there is one, repeats the wrong part; it may be the only place that prints the total.
    return [plant for source in ("prose", "table") for plant in _exceeds(report.facts[code], code, value, total, source)]


def _exceeds(value: int | str, code: str, total_value: int | str, total: str, source: str) -> list[Plant]:
    sides = ((code, "", "current", source), (total, "", "current", source))
    statement = f"{code} {value} 大于 {total} {total_value}"
    return [Plant(sides, Contradiction("part_exceeds_total", str(value), str(total_value), statement))]


def _numbering(_dice: Dice, report: Report) -> list[Plant]:
    report.skips_number = True
    return []


def _prose_table(dice: Dice, report: Report) -> list[Plant]:
    """The table repeats a figure of the prose, but not its number."""
    choices = [("proactive.items", "items.total")]
    if report.kind == "national":
        choices += [("training.meetings", "training"), ("resource.reading_points", "units"), ("response.policy_interpretations", "press")]
    code, topic = dice.pick(choices)
    off = dice.between(1, 3) if code != "proactive.items" else dice.between(1, 40)
    report.table = dict(report.facts)
    report.table[code] = int(report.facts[code]) + off
    if code == "proactive.items":  # the table agrees with itself
        report.table["proactive.items.website"] = int(report.facts["proactive.items.website"]) + off
    report.must.add(topic)
    sides = ((code, "", "current", "prose"), (code, "", "current", "table"))
    lhs, rhs = str(report.facts[code]), str(report.table[code])
    return [Plant(sides, Contradiction("prose_table", lhs, rhs, f"{code}：正文为 {lhs}，表中为 {rhs}"))]


def _table_sum(dice: Dice, report: Report) -> list[Plant]:
    """Parts of the table that don't add up to its total."""
    table = report.table = dict(report.facts)
    if int(table["application.received"]) > 0 and dice.chance(0.6):
        total, part = "application.received", dice.pick(("online", "in_person", "letter"))
        codes = tuple(f"{total}.{way}" for way in ("in_person", "fax", "online", "letter"))
        table[f"{total}.{part}"] = int(table[f"{total}.{part}"]) + dice.between(1, 5)
    else:
        total = "resource.staff"
        codes = (f"{total}.full_time", f"{total}.part_time")
        table[codes[1]] = int(table[codes[1]]) + dice.between(1, 4)
    found = sum(int(table[code]) for code in codes)
    sides = tuple((code, "", "current", "table") for code in (total, *codes))
    statement = f"{total} 各项之和 {found} 不等于总数 {table[total]}"
    return [Plant(sides, Contradiction("sum_of_parts", str(found), str(table[total]), statement))]


def _table_part(dice: Dice, report: Report) -> list[Plant]:
    table = report.table = dict(report.facts)
    if dice.chance(0.5):
        code, total = "proactive.normative_documents.disclosed", "proactive.normative_documents.issued_total"
    else:
        total = dice.pick(("response.press_conferences", "response.online_interviews"))
        code = f"{total}.led"
    table[code] = int(table[total]) + dice.between(1, 4)
    return _exceeds(table[code], code, table[total], total, "table")


def _cumulative(dice: Dice, report: Report) -> list[Plant]:
    items = int(report.facts["proactive.items"])
    less = items - dice.between(1, 1 + items // 5)
    report.facts["proactive.items@cumulative"] = less
    sides = (("proactive.items", "", "current", "table"), ("proactive.items", "", "cumulative", "table"))
    return [Plant(sides, Contradiction("part_exceeds_total", str(items), str(less), f"本年 {items} 大于历年累计 {less}"))]


_PLANTERS = {
    "sum": _sum,
    "share": _share,
    "rate": _rate,
    "part": _part,
    "numbering": _numbering,
    "prose_table": _prose_table,
    "table_sum": _table_sum,
    "table_part": _table_part,
    "cumulative": _cumulative,
}
