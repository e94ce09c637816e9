"""What some reports carry besides their text: a ledger, numbered work items, a roster.

Lives here: drawing and printing them. Elsewhere: their wording (payments.csv, tasks.csv, persons.csv).
"""

from datetime import date, timedelta

from orchestration.synthetic.dice import Dice
from orchestration.synthetic.numbers import shifted
from orchestration.synthetic.page import Page, numbered
from orchestration.synthetic.wording import rows


def write_ledger(page: Page) -> None:
    """Income and expense by day, either the day in three columns or in one."""
    dice = page.dice
    payments = rows("payments.csv")
    day = date(page.report.year, 1, 1) + timedelta(days=dice.between(3, 200))
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
    page.line(f"{page.report.year}年财务收支明细表")
    page.table(lines)


def write_tasks(page: Page) -> None:
    """Numbered work items under headings; the numbers run through all of them."""
    dice = page.dice
    by_heading: dict[str, list[str]] = {}
    for row in rows("tasks.csv"):
        by_heading.setdefault(row["heading"], []).append(row["text"])
    number = 0
    style = dice.pick(("(1)", "（一）"))
    for at, heading in enumerate(dice.several(list(by_heading), dice.between(2, 4)), start=1):
        title = numbered(at, "（一）") + heading
        page.heading(title)
        for text in dice.several(by_heading[heading], dice.between(2, 4)):
            number += 1
            page.tasks.append((str(number), heading, text))
            page.paragraph(f"({number}) {text}" if style == "(1)" else f"（{number}）{text}")


def write_roster(page: Page) -> None:
    """Who answers for disclosure, with telephone numbers that can't exist."""
    dice = page.dice
    lines = ["姓名\t职务\t联系电话"]
    for role in ("组长", "副组长", "成员", "成员")[: dice.between(2, 4)]:
        lines.append(f"{person(dice)}\t{role}\t1300000{dice.between(0, 9999):04d}")
    page.line("政府信息公开工作人员名单")
    page.table(lines)


def person(dice: Dice) -> str:
    """A name that is put together by chance."""
    names = rows("persons.csv")
    surnames = [row["character"] for row in names if row["part"] == "surname"]
    given = [row["character"] for row in names if row["part"] == "given"]
    return dice.pick(surnames) + "".join(dice.several(given, dice.between(1, 2)))
