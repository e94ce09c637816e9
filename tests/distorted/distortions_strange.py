"""What a table holds beside its form, or lacks of it: rows and columns of no form, units that are gone.

Each docstring is the rule of what stays readable.
"""

import random
from decimal import Decimal

from tests.distorted.kinds import EVERY, LINES, LISTS, kind
from tests.distorted.tables import Case, Place, Table, insert_row

# No row of any form, and no indicator of the dictionary.
ROWS = ("编发工作简报期数", "新增栏目数量", "受理热线工单数量", "开展满意度测评次数", "更新办事指南数量")
REMARKS = ("", "", "", "由办公室填报", "见附件", "口径同上年")


@kind("strange")
def foreign_rows(rng: random.Random, case: Case) -> None:
    """Rows of no form, with figures that are no known indicator's; those of the form are readable."""
    for table in case.tables:
        if table.kind == "disputes":
            continue
        for label in rng.sample(ROWS, rng.randint(1, 2)):
            _insert_foreign(rng, table, label)


def _insert_foreign(rng: random.Random, table: Table, label: str) -> None:
    """Below a row that holds the labels of no group, with as many figures as that row."""
    rows = [index for index, row in enumerate(table.rows) if index >= table.header and all(place.down == 1 for place in row)]
    rows = [index for index in rows if any(place.role == "label" for place in table.rows[index])]
    if table.kind == "applicants":
        # Only below 一 and 二: within the groups it would be a row of theirs.
        rows = [index for index in rows if any(place.row in ("1", "2") for place in table.rows[index])]
    if not rows:
        return
    at = rng.choice(rows)
    made = []
    for place in table.rows[at]:
        copy = Place("", "filler", place.down, place.across)
        if place.role == "label":
            copy.text = label
        elif place.role == "unit":
            copy.text, copy.role = rng.choice(("期", "次", "件", "个")), "unit"
        elif place.role == "value":
            figure = Decimal(rng.randint(0, 60))
            copy.text, copy.role, copy.value = str(figure), "value", figure
        elif place.role == "code":
            copy.role = "code"
        made.append(copy)
    insert_row(table, at + 1, made)


@kind("strange", formats=EVERY - LINES, generations=LISTS)
def foreign_columns(rng: random.Random, case: Case) -> None:
    """A column of remarks at the right, or of running numbers at the left; those of the form are readable."""
    for table in case.tables:
        is_left = rng.random() < 0.5 and table.generation in ("national_2014", "fujian")
        for index, row in enumerate(table.rows):
            if index < table.header:
                extra = Place(("序号" if is_left else "备注") if index == 0 else "", "header")
            elif is_left:
                extra = Place(str(index - table.header + 1), "code")
            else:
                extra = Place(rng.choice(REMARKS), "filler")
            row.insert(0 if is_left else len(row), extra)


@kind("units", formats=EVERY - LINES, generations=LISTS)
def units_lost(rng: random.Random, case: Case) -> None:
    """The cells of units are empty; figures are readable, their units aren't asked for. A row with a label and nothing else may be a
    heading or a piece of a label as well: open."""
    for row in (row for table in case.tables for row in table.rows):
        is_empty = not any(place.text.strip() for place in row if place.role == "value")
        for place in row:
            if place.role == "unit":
                place.text = ""
            if place.role == "value":
                place.unit = "?"
                place.asked = "open" if is_empty else place.asked
