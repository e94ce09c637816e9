"""What can't be true in the tables asked for since 2019, and in any table beside that of a year before.

Lives here: adding up a printed table, and holding it against the table of a year before. Written for the truth of the sample alone: it
shares nothing with the rules of the warehouse, so that one can be held against the other.
Elsewhere: altering figures so that they don't agree (`contradictions`).
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from orchestration.synthetic.form_facts import APPLICANTS, DOCUMENTS, ITEMS, RESULTS, WAYS, outcomes
from orchestration.synthetic.page import Contradiction

Printed = Mapping[str, Decimal]
# A copied table is noted where its different numbers have so many digits together: below that two years may be alike by chance.
_DIGITS = 6
_OF_A_DAY = ("in_force", "disclosed_total", "items_last_year", "carried_over", "carried_forward", "pending")
_TOPICS = ("application.", "proactive.", "review", "litigation")


def within(table: Printed, form: str) -> Iterator[Contradiction]:
    """Sums of one report that its tables themselves disprove."""
    kinds = outcomes(form)
    rows = ("application.new", "application.carried_over", *kinds, "application.outcome.total", "application.carried_forward")
    for code in rows:
        yield from _sum(table, [f"{code}:{member}" for member in APPLICANTS], code, code)
    for member in ("", *(f":{member}" for member in APPLICANTS)):
        yield from _sum(table, [code + member for code in kinds], f"application.outcome.total{member}", f"各项办理结果{member}")
        sides = [f"application.{name}{member}" for name in ("new", "carried_over", "outcome.total", "carried_forward")]
        if all(code in table for code in sides):
            new, over, done, left = (table[code] for code in sides)
            if new + over != done + left:
                yield Contradiction(
                    "balance", f"{new + over}", f"{done + left}", f"新收加结转 {new + over}，办结加结转 {done + left}{member}"
                )
    for way in WAYS:
        yield from _sum(table, [f"{way}.{result}" for result in RESULTS], way, way)


def _sum(table: Printed, parts: list[str], total: str, what: str) -> Iterator[Contradiction]:
    if total in table and all(code in table for code in parts):
        found = sum(table[code] for code in parts)
        if found != table[total]:
            yield Contradiction("sum_of_parts", f"{found}", f"{table[total]}", f"{what} 各项之和 {found} 不等于总计 {table[total]}")


def across(table: Printed, last: Printed) -> Iterator[Contradiction]:
    """What this report takes over from the year before, and last year's report says otherwise."""
    for member in ("", *(f":{member}" for member in APPLICANTS)):
        yield from _same(table, last, f"application.carried_over{member}", {f"application.carried_forward{member}": 1}, {}, "carried_over")
    for kind in DOCUMENTS:
        stock = f"proactive.{kind}.in_force"
        yield from _same(table, last, stock, {stock: 1}, {f"proactive.{kind}.issued": 1, f"proactive.{kind}.repealed": -1}, "in_force")
    for kind in ITEMS:
        items = f"proactive.{kind}.items_last_year"
        yield from _same(table, last, items, {items: 1, f"proactive.{kind}.change": 1}, {}, "items_last_year")
    for code in sorted(code for code in table if code.endswith("@cumulative")):
        yield from _same(table, last, code, {code: 1}, {code.removesuffix("@cumulative"): 1}, "cumulative")
    yield from _copied(table, last)


def _same(table: Printed, last: Printed, code: str, of_last: dict[str, int], of_this: dict[str, int], kind: str) -> Iterator[Contradiction]:
    if code not in table or not of_last.keys() <= last.keys() or not of_this.keys() <= table.keys():
        return
    expected = sum(last[name] * sign for name, sign in of_last.items()) + sum(table[name] * sign for name, sign in of_this.items())
    if table[code] != expected:
        yield Contradiction(kind, f"{table[code]}", f"{expected}", f"{code} 印为 {table[code]}，按上年报告应为 {expected}")


def _copied(table: Printed, last: Printed) -> Iterator[Contradiction]:
    for topic in _TOPICS:
        here = {code: value for code, value in table.items() if code.startswith(topic) and value and "@" not in code}
        there = {code: value for code, value in last.items() if code.startswith(topic) and value and "@" not in code}
        different = {abs(value) for code, value in here.items() if code.partition(":")[0].rpartition(".")[2] not in _OF_A_DAY}
        if here == there and sum(len(str(int(value))) for value in different) >= _DIGITS:
            number = str(len(here))
            yield Contradiction("copied", number, "0", f"{topic.rstrip('.')} 的 {number} 个数与上年报告全部相同")
