"""Small reports about places that don't exist, around the tables.

Lives here: title, headings, sentences, signature; which tables of which generation a report holds. Elsewhere: the tables (forms.py).
"""

import random

from tests.distorted.figures import SIZES
from tests.distorted.forms import CROSS, applicants_table, disputes_table, list_table, slip_of_the_office, stacked_table
from tests.distorted.tables import Case, Table

TOWNS = {
    "town": ("望舒县云栖镇人民政府", "青蘅县浮槎乡人民政府", "扶光区照夜街道办事处"),
    "county": ("望舒县人民政府办公室", "青蘅县自然资源局", "扶光区住房和城乡建设局"),
    "city": ("沧溟市人民政府办公室", "沧溟市公安局"),
    "province": ("云麓省人民政府办公厅",),
}
YEARS = {
    "national_2014": (2014, 2018),
    "fujian": (2009, 2017),
    "dingxi": (2012, 2017),
    "tiered": (2014, 2018),
    "form_2019": (2019, 2020),
    "form_2021": (2021, 2025),
}
SENTENCES = (
    "坚持以公开为常态、不公开为例外，不断扩大公开范围，规范公开内容。",
    "进一步完善信息发布审核制度，明确专人负责，做到应公开尽公开。",
    "加强平台建设，及时更新栏目内容，方便群众查阅。",
    "定期开展自查，对发现的问题及时整改。",
)
PROBLEMS = (
    "存在的问题：信息更新不够及时，解读形式较为单一，业务能力有待加强。",
    "改进措施：加强学习培训，健全工作机制，提高公开质量。",
)
SECTION_TITLES = {
    "stacked": ("二、主动公开政府信息情况", "二、行政机关主动公开政府信息情况", "二、主动公开政府信息的情况"),
    "applicants": ("三、收到和处理政府信息公开申请情况", "三、收到的处理政府信息公开申请情况"),
    "disputes": ("四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议提起行政诉讼情况"),
}


def report(rng: random.Random, number: int, generation: str, kinds: tuple[str, ...]) -> Case:
    """A report with the tables of a generation, nothing distorted but what `kinds` say of years and mixtures."""
    place = rng.choices(tuple(SIZES), (5, 4, 2, 1))[0]
    town = rng.choice(TOWNS[place])
    year = rng.randint(*YEARS[generation])
    if "wrong_year" in kinds:
        year = rng.choice([other for other in range(2012, 2026) if not YEARS[generation][0] <= other <= YEARS[generation][1]])
    case = Case(number, generation, "", kinds, year, town)
    case.parts = _cross(rng, case, SIZES[place]) if generation in CROSS else _listed(rng, case, SIZES[place])
    if rng.random() < 0.1:
        case.slip = slip_of_the_office(rng, case.tables)
    return case


def _head(rng: random.Random, case: Case) -> list[str | Table]:
    short = case.town.replace("人民政府", "") if case.town.endswith("镇人民政府") else case.town
    title = rng.choice((f"{case.town}{case.year}年政府信息公开工作年度报告", f"{short}{case.year}年度政府信息公开工作年度报告"))
    basis = "根据《中华人民共和国政府信息公开条例》的规定，编制本年度报告。"
    return [title, f"{basis}所列数据的统计期限自{case.year}年1月1日起至{case.year}年12月31日止。"]


def _end(rng: random.Random, case: Case) -> list[str | Table]:
    return [case.town, f"{case.year + 1}年{rng.randint(1, 3)}月{rng.randint(1, 28)}日"]


def _cross(rng: random.Random, case: Case, size: int) -> list[str | Table]:
    other = "form_2021" if case.generation == "form_2019" else "form_2019"
    is_mixed = "mixed_generations" in case.kinds
    second = case.generation if not is_mixed or rng.random() < 0.5 else other
    first = other if is_mixed and second == case.generation else case.generation
    tables = {
        "stacked": stacked_table(rng, first, size),
        "applicants": applicants_table(rng, second, size),
        "disputes": disputes_table(rng, second, size),
    }
    wanted = rng.choice(
        (["stacked", "applicants", "disputes"],) * 3 + (["stacked"], ["applicants"], ["disputes"], ["applicants", "disputes"])
    )
    if is_mixed or "one_grid" in case.kinds or "all_tables" in case.kinds:
        wanted = ["stacked", "applicants", "disputes"]
    wanted = wanted if _fits(case.kinds, wanted) else list(tables)
    parts = [*_head(rng, case), "一、总体情况", *rng.sample(SENTENCES, 2)]
    for name, table in tables.items():
        parts.append(rng.choice(SECTION_TITLES[name]))
        parts += [table] if name in wanted else ["具体情况已在门户网站公布。"]
    return [*parts, "五、存在的主要问题及改进情况", *PROBLEMS, "六、其他需要报告的事项", "无其他需要报告的事项。", *_end(rng, case)]


# Kinds that befall one table of the three only.
NEEDS = {
    "glued_fragments": "applicants",
    "group_label_middle": "applicants",
    "two_years": "applicants",
    "empty_columns_dropped": "applicants",
    "columns_dropped_with_header": "applicants",
    "total_blank": "applicants",
    "single_zero": "applicants",
    "vertical_header": "disputes",
    "four_split": "disputes",
    "signs": "stacked",
    "units_in_header": "stacked",
    "remarks": "stacked",
    "uneven_spans": "stacked",
    "header_of_another_item": "stacked",
    "shortened_labels": "applicants",
}


def _fits(kinds: tuple[str, ...], wanted: list[str]) -> bool:
    return all(NEEDS.get(kind, wanted[0]) in wanted for kind in kinds)


def _listed(rng: random.Random, case: Case, size: int) -> list[str | Table]:
    names = {
        "national_2014": "政府信息公开情况统计表",
        "fujian": "政府信息公开情况统计表",
        "dingxi": "政府信息公开情况统计报表",
        "tiered": "政府信息公开情况统计表",
    }
    sections: list[str | Table] = [
        "一、概述",
        SENTENCES[0],
        "二、主动公开政府信息情况",
        rng.choice(SENTENCES),
        "三、存在的主要问题和改进措施",
        *PROBLEMS,
    ]
    table = list_table(rng, case.generation, case.year, size)
    head: list[str | Table] = [
        rng.choice(("附件：", "附表", "附件")),
        names[case.generation],
        f"（{case.year}年度）",
        f"填报单位：{case.town}",
    ]
    foot: list[str | Table] = [] if rng.random() < 0.5 else ["单位负责人：　　　审核人：　　　填报人：　　　填报日期："]
    if rng.random() < 0.5:
        return [*_head(rng, case), *sections, *_end(rng, case), *head, table, *foot]
    return [*_head(rng, case), *sections, "四、其他需要报告的事项", *head[1:], table, *_end(rng, case)]
