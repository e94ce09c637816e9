"""The tables of every generation, filled with invented figures.

Lives here: each form as its office issued it, as a `Table` whose figures know what they are; the slips of the office (a sum that doesn't
hold: what is printed is true). Elsewhere: labels (the CSVs), figures (figures.py), what befalls tables (distortions*.py).
"""

import random
from decimal import Decimal

from tests.distorted.figures import applications, disputes, listed, stacked
from tests.distorted.forms_data import APPLICANTS, DISPUTES, application_rows, list_rows, stacked_cells, wordings
from tests.distorted.tables import Key, Place, Table

GENERATIONS = ("national_2014", "fujian", "dingxi", "tiered", "form_2019", "form_2021")
CROSS = ("form_2019", "form_2021")
TIERS = (("district_government", "区政府统计数"), ("district_departments", "区直单位统计数"), ("townships", "乡镇街道统计数"))
MORE_OF_TIERED = (
    "主动公开机构领导、机构设置及人事信息",
    "主动公开行政执法信息",
    "主动公开规划计划、统计信息",
    "主动公开财务预决算、财政专项经费管理使用和“三公”经费信息",
)
DEPTH = {"3": "group", "3.3": "group", "3.4": "group", "3.5": "group"}


def worded(rng: random.Random, label: str, share: float = 0.25) -> str:
    """A label as it is mostly printed, or in one of its other wordings."""
    others = wordings("other").get(label)
    return rng.choice(others) if others and rng.random() < share else label


def printed(figure: Decimal | None, is_change: bool = False) -> str:
    if figure is None:
        return ""
    return f"+{figure}" if is_change and figure > 0 else str(figure)


def figure(
    code: str, amount: Decimal | None, row: str, unit: str, member: str | None = None, basis: str = "current", across: int = 1
) -> Place:
    return Place(printed(amount), "value", across=across, key=Key(code, member, basis) if code else None, value=amount, unit=unit, row=row)


def list_table(rng: random.Random, generation: str, year: int, size: int) -> Table:
    """A form of one line an indicator."""
    columns = {
        "national_2014": ["统计指标", "单位", "统计数"],
        "fujian": ["指标名称", "计量单位", f"{year}年", "历年累计"],
        "dingxi": ["指标名称", "计量单位", "代码", "本期实际", "本年累计"],
        "tiered": ["序号", "统计指标", "单位", *(label for _, label in TIERS)],
    }[generation]
    rows = [[Place(text, "header") for text in columns]]
    if generation == "dingxi":
        rows.append([Place(text, "header") for text in ("甲", "乙", "丙", "1", "2")])
    header = len(rows)
    values = {"national_2014": 1, "fujian": 2, "dingxi": 2, "tiered": 3}[generation]
    base = "national_2014" if generation == "tiered" else generation
    drawn = [listed(rng, base, size if tier == 0 or generation == "tiered" else size * 5) for tier in range(values)]
    if generation in ("fujian", "dingxi"):
        drawn[1] = {row: None if now is None else now + (drawn[1][row] or Decimal(0)) for row, now in drawn[0].items()}
    by_generation: dict[str, list[tuple[str | None, str]]] = {
        "national_2014": [(None, "current")],
        "fujian": [(None, "current"), (None, "cumulative")],
        "dingxi": [(None, "current"), (None, "skipped")],
        "tiered": [(member, "current") for member, _ in TIERS],
    }
    keys = by_generation[generation]
    for row in list_rows(generation):
        places = []
        if generation == "tiered":
            places.append(Place(str(len(rows)), "code"))
        is_group = not row.code
        number = row.number
        text = number + worded(rng, row.label)
        places.append(Place(text, "group" if is_group else "label", row=row.row, number=number))
        places.append(Place(row.unit, "unit", row=row.row))
        if generation == "dingxi":
            places.append(Place(row.row, "code", row=row.row))
        for (member, basis), figures in zip(keys, drawn, strict=True):
            code = "" if is_group or row.code == "?" or basis == "skipped" else row.code
            places.append(figure(code, figures.get(row.row), row.row, row.unit, member, basis))
        rows.append(places)
        if row.row == "1.1.2" and generation == "tiered":
            for label in rng.sample(MORE_OF_TIERED, rng.randint(0, 4)):
                extra = [figure("", Decimal(rng.randint(0, 20)), "", "条") for _ in TIERS]
                rows.append([Place(str(len(rows)), "code"), Place(label, "filler"), Place("条", "unit"), *extra])
    if base == "national_2014" and rng.random() < 0.5:
        _add_main_contents(rows, values, generation)
    return Table(generation, "list", rows, header, values)


def _add_main_contents(rows: list[list[Place]], values: int, generation: str) -> None:
    """The lines to be filled in with the main subjects."""
    at = next(index for index, row in enumerate(rows) if any(place.row == "4" for place in row))
    blank = "主要侧重_____、_____、_____等几个方面，其中_____占比___%、_____占比___%。"
    lead = [Place("", "filler")] if generation == "tiered" else []
    made = [
        [*(Place("", "filler") for _ in lead), Place(text, "filler"), Place(unit, "unit")]
        for text, unit in (("（四）申请公开的主要内容", ""), (blank, "——"))
    ]
    rows[at:at] = [[*row, *(Place("", "filler") for _ in range(values))] for row in made]


def stacked_table(rng: random.Random, generation: str, size: int) -> Table:
    """Section 二: a table for each item of the article, one below the other in a grid of four columns."""
    drawn = stacked(rng, generation, size)
    cells = stacked_cells(generation)
    rows: list[list[Place]] = []
    unit = rng.choice(("（单位：万元）", "（单位：万元）", "(单位：万元)", "（万元）"))
    clause_form = rng.choice(("第二十条第（{}）项", "第二十条第（{}）项", "第二十条 第（{}）项", "第二十条第({})项"))
    for clause in dict.fromkeys(cell.clause for cell in cells):
        of_clause = [cell for cell in cells if cell.clause == clause]
        columns = list(dict.fromkeys(cell.column_label for cell in of_clause))
        spans = {1: [3], 2: [1, 2], 3: [1, 1, 1]}[len(columns)]
        rows.append([Place(clause_form.format(clause), "group", across=4, row=clause)])
        heads = []
        for column, span in zip(columns, spans, strict=True):
            is_money = any(cell.unit == "万元" for cell in of_clause if cell.column_label == column)
            suffix = unit if is_money and (generation == "form_2021" or rng.random() < 0.5) else ""
            heads.append(Place(worded(rng, column) + suffix, "header", across=span, row=clause))
        rows.append([Place("信息内容", "header", row=clause), *heads])
        for label in dict.fromkeys(cell.row_label for cell in of_clause):
            places = [Place(worded(rng, label), "label", row=clause)]
            for cell, span in zip((cell for cell in of_clause if cell.row_label == label), spans, strict=True):
                place = figure(cell.code, drawn[cell.code], clause, cell.unit, across=span)
                place.text = printed(drawn[cell.code], cell.code.endswith(".change") and rng.random() < 0.3)
                places.append(place)
            rows.append(places)
    return Table(generation, "stacked", rows, 0, 3)


def applicants_table(rng: random.Random, generation: str, size: int, basis: str = "current") -> Table:
    """Table 三: rows by outcome, columns by applicant."""
    drawn = applications(rng, generation, size)
    corner = rng.choice(
        (
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            "（本列数据的钩稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            "本列数据的勾稽关系为：第一项加第二项之和,等于第三项加第四项之和",
        )
    )
    organisations = [Place(worded(rng, label), "header") for member, label in APPLICANTS[1:-1]]
    rows = [
        [Place(corner, "header", down=3, across=3), Place("申请人情况", "header", across=7)],
        [Place("自然人", "header", down=2), Place("法人或其他组织", "header", across=5), Place("总计", "header", down=2)],
        organisations,
    ]
    listed_rows = application_rows(generation)
    pending: list[Place] = []
    for row in listed_rows:
        parts = [part for part in listed_rows if part.row.startswith(row.row + ".")]
        lead = Place(row.number + worded(rng, row.label), "label" if row.code else "group", row=row.row, number=row.number)
        if parts:
            lead.down = sum(1 for part in parts if part.code)
            pending = [*pending, lead] if row.row != "3" else [lead]
            continue
        lead.across = {1: 3, 2: 2, 3: 1}[row.row.count(".") + 1]
        places = [*pending, lead] if "." in row.row else [lead]
        pending = []
        places += [figure(row.code, drawn[row.code, member], row.row, "件", member, basis) for member, _ in APPLICANTS]
        rows.append(places)
    return Table(generation, "applicants", rows, 3, 7)


def disputes_table(rng: random.Random, generation: str, size: int) -> Table:
    """Table 四: one row of 15 figures."""
    leaves = [Place(column.label, "header") for column in DISPUTES]
    for leaf in leaves[:5]:
        leaf.down = 2
    middle = [Place(sub, "header", across=5) for sub in ("未经复议直接起诉", "复议后起诉")]
    drawn = disputes(rng, size)
    rows = [
        [Place("行政复议", "header", across=5), Place("行政诉讼", "header", across=10)],
        [*leaves[:5], *middle],
        leaves[5:],
        [figure(column.code, amount, "", "件") for column, amount in zip(DISPUTES, drawn, strict=True)],
    ]
    return Table(generation, "disputes", rows, 3, 15)


def slip_of_the_office(rng: random.Random, tables: list[Table]) -> str:
    """One sum is off by some: printed so, hence true. Returns which."""
    sums = [place for table in tables for place in table.figures() if place.key and _is_sum(place.key) and place.value is not None]
    if not sums:
        return ""
    place = rng.choice(sums)
    assert place.value is not None
    place.value += rng.randint(1, 5)
    place.text = printed(place.value)
    return str(place.key)


def _is_sum(key: Key) -> bool:
    sums = (
        "application.outcome.total",
        "review",
        "litigation.direct",
        "litigation.after_review",
        "application.received",
        "application.replied",
    )
    return key.member_code == "total" or key.indicator_code in sums
