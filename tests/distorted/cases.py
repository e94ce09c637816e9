"""Drawing cases: generation, format, kinds of distortion; every case from its seed and number alone.

Lives here: which kinds go together, in which order they befall a table, and what a format itself makes unreadable.
"""

import random
from collections.abc import Callable, Iterator

from tests.distorted import distortions_labels, distortions_strange, distortions_tables
from tests.distorted.file_writers import FORMATS, fits_the_page
from tests.distorted.forms import GENERATIONS
from tests.distorted.kinds import DRAWN, KINDS, SPACED, Kind
from tests.distorted.reports import report
from tests.distorted.tables import Case

MIXED = "mixed"
# Cells first, words then, pieces last: each kind finds a table that it can still take apart.
ORDER = [
    *("none", "years", "cells", "columns", "vanish", "print", "units", "wording", "numbers", "punctuation", "script", "width", "strange"),
    *("header", "groups", "wrap", "spans", "rows", "whole", "pieces"),
]
# Families of which two leave nobody able to tell what is what, or cut what the other has already taken apart.
APART = [
    {"columns", "header", "vanish"},
    {"vanish", "groups"},
    {"vanish", "wrap"},
    {"vanish", "whole"},
    {"vanish", "rows"},
    {"columns", "whole"},
    {"columns", "strange"},
    {"header", "strange"},
    {"vanish", "strange"},
    {"groups", "wrap"},
    {"groups", "wording", "numbers"},
    {"wording", "script"},
    {"whole", "header"},
    {"whole", "pieces"},
    {"whole", "rows", "spans"},
    # Columns are told by full rows or by headers.
    {"cells", "header"},
]
# A row of empty cells leaves nothing that could be read.
NOTHING_IS_WRITTEN = frozenset(("aligned", "layout", "tabs", "csv", "xlsx", "xls", "et"))
MODULES = (distortions_labels, distortions_strange, distortions_tables)
Maker = Callable[[random.Random, int, str, tuple[str, ...]], Case]


def possible(kind: Kind, generation: str, format_name: str) -> bool:
    return generation in kind.generations and format_name in kind.formats


def _can(kind: Kind, format_name: str | None, generation: str | None) -> bool:
    return (format_name is None or format_name in kind.formats) and (generation is None or generation in kind.generations)


def draw(
    seed: int, number: int, kind: str | None = None, format_name: str | None = None, generation: str | None = None, make: Maker = report
) -> Case:
    """Case `number` of a seed. What isn't given is drawn, kinds in turn so that each gets its share."""
    rng = random.Random(f"{seed} {number}")
    names = [name for name in sorted(KINDS) if _can(KINDS[name], format_name, generation)]
    turns = [*names, *[MIXED] * (1 + len(names) // 5)]
    for _ in range(1000):
        wanted = kind or turns[number % len(turns)]
        form = generation or rng.choice((*GENERATIONS, "form_2019", "form_2021", "form_2021", "national_2014"))
        name = format_name or rng.choice(sorted(FORMATS))
        kinds = _mixture(rng, form, name) if wanted == MIXED else [KINDS[wanted]]
        if all(possible(one, form, name) for one in kinds):
            case = distorted(rng, number, form, name, kinds, wanted, make)
            if name not in DRAWN or fits_the_page(case):
                return case
    raise ValueError(f"{kind} does not befall {generation} in {format_name}")


def distorted(rng: random.Random, number: int, generation: str, name: str, kinds: list[Kind], label: str, make: Maker) -> Case:
    """A report that these kinds have befallen, to be written in that format."""
    kinds = sorted(kinds, key=lambda one: ORDER.index(one.family))
    case = make(rng, number, generation, tuple(one.name for one in kinds))
    case.form = name
    for one in kinds:
        one.apply(rng, case)
    settle(case)
    if label == MIXED:
        case.kinds = (MIXED, *case.kinds)
    return case


def _mixture(rng: random.Random, generation: str, name: str) -> list[Kind]:
    chosen: list[Kind] = []
    most = rng.choice((2, 2, 3, 4))
    for one in rng.sample(sorted(KINDS.values(), key=lambda one: one.name), len(KINDS)):
        families = {other.family for other in chosen}
        clash = one.family in families or any(one.family in pair and families & pair for pair in APART)
        if one.family != "none" and possible(one, generation, name) and not clash:
            chosen.append(one)
        if len(chosen) == most:
            break
    return chosen


def settle(case: Case) -> None:
    """One cell a line, or a row on a line with single blanks: blank cells are gone, so of their rows only whole ones are readable. In
    formats that write no empty cells a row without any text isn't there; where only spaces tell columns, a line with a label and nothing
    else may be a heading or a piece of a label as well.
    """
    for table in case.tables:
        for row in table.rows:
            figures = table.of_values(row)
            is_gone = case.form in ("lines", "joined") and any(not place.text.strip() for place in figures)
            is_nothing = case.form in NOTHING_IS_WRITTEN and not any(place.text.strip() for place in row)
            is_label = case.form in SPACED and not any(place.text.strip() for place in row if place.role in ("value", "unit"))
            if is_gone or is_nothing or is_label:
                for place in figures:
                    place.asked = "open"


def sample(seed: int, make: Maker = report) -> Iterator[Case]:
    """Every kind in every generation that it befalls, and as many mixtures; the formats in turn."""
    number = 0
    for generation in GENERATIONS:
        for kind in [*sorted(KINDS), *[MIXED] * 10]:
            formats = sorted(FORMATS if kind == MIXED else KINDS[kind].formats)
            if kind == MIXED or generation in KINDS[kind].generations:
                yield draw(seed, number, kind, formats[number % len(formats)], generation, make)
                number += 1


def cases(
    tables: int, seed: int, kind: str | None = None, format_name: str | None = None, generation: str | None = None, make: Maker = report
) -> Iterator[Case]:
    """Cases until so many tables are drawn."""
    drawn = number = 0
    while drawn < tables:
        case = draw(seed, number, kind, format_name, generation, make)
        drawn += max(1, len({table.kind for table in case.tables}))
        number += 1
        yield case
