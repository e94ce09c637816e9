"""What some reports carry besides their text: a ledger, numbered work items, a roster.

Lives here: drawing and printing them. Elsewhere: their wording (payments.csv, tasks.csv, persons.csv).
"""

from datetime import date, timedelta
from functools import cache

from orchestration.synthetic.numbers import shifted
from orchestration.synthetic.page import Contradiction, Page, numbered
from orchestration.synthetic.persons import mobile, person
from orchestration.synthetic.wording import rows


def write_ledger(page: Page) -> None:
    """Income and expense by day, the day in three columns or in one."""
    dice, year = page.dice, page.report.year
    payments = rows("payments.csv")
    day = date(year, 1, 1) + timedelta(days=dice.between(3, 200))
    is_split = dice.chance(0.5)
    lines = ["年\t月\t日\t摘要\t收入\t支出" if is_split else "日期\t摘要\t收入（元）\t支出（元）"]
    for _ in range(dice.between(5, 22)):
        day += timedelta(days=dice.between(0, 5))
        payment = dice.pick(payments)
        amount = shifted(dice.between(200, 60_000) * 100 + (dice.between(0, 99) if dice.chance(0.2) else 0), 2)
        income, expense = (amount, "") if payment["side"] == "income" else ("", amount)
        printed = f"{day.year}\t{day.month}\t{day.day}" if is_split else day.isoformat()
        lines.append(f"{printed}\t{payment['description']}\t{income}\t{expense}")
        page.ledger.append((day.isoformat(), payment["description"], income, expense))
    page.line(f"{year}年{dice.pick(('财务收支明细表', '银行收支明细', '经费收支明细表'))}")
    if dice.chance(0.3):
        columns = lines[0].count("\t") + 1
        lines = [f"| {' | '.join(line.split(chr(9)))} |" for line in lines]
        lines.insert(1, "|" + "---|" * columns)
    page.table(lines)


@cache
def _work_items() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows("tasks.csv"):
        found.setdefault(row["heading"], []).append(row["text"])
    return found


def write_tasks(page: Page, *, skips: bool) -> None:
    """Numbered work items under headings; the numbers run through all of them. With `skips`, one is left out."""
    dice = page.dice
    items = _work_items()
    number = 0
    form = dice.pick(("({}) {}", "（{}）{}"))
    for at, heading in enumerate(dice.several(list(items), dice.between(2, 4)), start=1):
        page.heading(numbered(at, "（一）") + heading)
        for text in dice.several(items[heading], dice.between(2, 4)):
            number += 1
            if skips and number == 3:
                page.contradictions.append(Contradiction("numbering", "4", "3", f"“{form.format(4, text)}”之前缺第 3 项"))
                number = 4
            page.tasks.append((str(number), heading, text))
            page.item(form.format(number, text))


def write_roster(page: Page) -> None:
    """Who answers for disclosure, with telephone numbers that can't exist."""
    dice = page.dice
    roles = ("组长", "副组长", "成员", "成员")[: dice.between(2, 4)]
    page.line(dice.pick(("政府信息公开工作人员名单", "政务公开工作领导小组成员名单", "政务公开联系方式")))
    if dice.chance(0.5):
        page.table(("姓名\t职务\t联系电话", *(f"{person(dice)}\t{role}\t{mobile(dice)}" for role in roles)))
    else:
        for role in roles:
            page.line(f"{role}：{person(dice)}")
