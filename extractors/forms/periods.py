"""Whether a form counts a whole year or a part of one.

Lives here: reading that from the words right above the rows ("第三季度", "1-6月"), and what it makes of the bases of columns.
Elsewhere: the period of the report (../identity/periods.py), which columns there are (columns.py).
"""

import re
from dataclasses import replace
from typing import Literal

from extractors.characters import simplified
from extractors.forms.columns import Columns
from extractors.forms.labels import folded

Period = Literal["year", "part", "last part"]
# Titles are shorter; a longer line is a sentence, which may speak of quarters for other reasons.
LONGEST_TITLE = 40
TITLE_LINES = 4
LAST_PART = re.compile(r"第?[四4]季度|下半年|(?<!\d)\d{1,2}月?(?:份)?[-—–~至到]12月(?!\d{1,2}日)|(?<!\d)12月份")
PART = re.compile(r"季度|季报|[上下]半年|月报|月份|(?<!\d)(?:\d{1,2})月?(?:份)?[-—–~至到](?:\d{1,2})月(?!\d{1,2}日)")
WHOLE = re.compile(r"(?<!\d)0?1月?(?:份)?[-—–~至到]12月(?!\d{1,2}日)")


def period_of(titles: list[str]) -> Period:
    """What the titles of a table say of its period; the year where they say nothing."""
    for title in titles:
        text = WHOLE.sub("", simplified(folded(title)))
        if len(text) > LONGEST_TITLE or text.endswith(("。", ";")):
            continue
        if LAST_PART.search(text):
            return "last part"
        if PART.search(text):
            return "part"
    return "year"


def titles_above(text: str, start: int) -> list[str]:
    """The lines right above a table that begins at `start`."""
    lines = text[max(0, start - 10 * LONGEST_TITLE) : start].split("\n")
    return [line for line in lines if line.strip()][-TITLE_LINES:]


def for_period(columns: Columns, period: Period) -> Columns:
    """The columns with the bases that the period gives them; those that are left with none are silent.

    A column that counts from the beginning of the year gives the year's figures where the period only ends it. Where the period is the
    year, it says the same as its neighbour again (or something that no basis fits: totals over years); elsewhere it counts another part
    of the year than its neighbour, and one part is all that a basis can hold.
    """
    # A lone figure column is the year's; beside another, named or not, it is the other that counts the period.
    counts_period = columns.figure_columns > 1
    values = []
    for column in columns.values:
        if column.is_to_date:
            values.append(replace(column, is_silent=counts_period and period != "last part"))
        elif period == "year":
            values.append(column)
        elif column.basis == "prior_year":
            values.append(replace(column, is_silent=True))
        else:
            values.append(replace(column, basis="part_year") if column.basis == "current" else column)
    return replace(columns, values=values)
