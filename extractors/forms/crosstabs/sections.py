"""Which rows of a printed table are which crosstab.

Lives here: the cues (names of rows, of columns, captions), cutting a table where the cue changes, and whether a stretch is a crosstab.
Elsewhere: reading a stretch (reader.py).
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from extractors.characters import simplified
from extractors.forms.crosstabs.definitions import crosstabs
from extractors.forms.crosstabs.strips import Strip, strip_of
from extractors.forms.labels import folded, label_key, stem
from extractors.layout import WholeTable

CAPTION = re.compile(r"第?二十条第?[(]?[一二三四五六七八九十]{1,2}[)]?项?")
# Names that other tables print as well: they are no cue.
COMMON = frozenset(("其他", "其它", "总计", "合计", "总数", "数量", "件数", "案件数", "企业", "维持", "纠正", "公民", "总金额", "项目数量"))
REMEDIES = re.compile("未经复议|复议后起诉|尚未审结")
# In a row of words that are glued together or torn, only a long name is a cue.
LONGEST_GLUED = 6
# A table is a crosstab from this many cues on: fewer may stand in any table.
LEAST_CUES = 2


@dataclass(slots=True)
class Section:
    """A stretch of a printed table that is one crosstab."""

    crosstab: str
    strips: list[Strip]
    table: WholeTable
    table_index: int
    cues: int = 0


@lru_cache(maxsize=1)
def _cues() -> dict[str, str]:
    """The keys that tell a crosstab."""
    found: dict[str, set[str]] = {}
    for name, crosstab in crosstabs().items():
        for row in crosstab.form.rows if name != "remedies" else ():
            for key in row.keys:
                found.setdefault(key, set()).add(name)
        for key in crosstab.keys_of_columns:
            found.setdefault(key, set()).add(name)
    return {key: names.pop() for key, names in found.items() if len(names) == 1 and key not in COMMON}


@lru_cache(maxsize=1)
def _long_cues() -> re.Pattern[str]:
    """The keys that are cues within other words, too, longest first."""
    return re.compile("|".join(sorted((key for key in _cues() if len(key) >= LONGEST_GLUED), key=lambda key: (-len(key), key))))


@lru_cache(maxsize=8192)
def _cue_of(key: str) -> str | None:
    return _cues().get(key) or _cues().get(stem(key))


def cue(strip: Strip) -> str | None:
    """The crosstab that a row belongs to by its words; None where they say nothing."""
    votes = [name for key in strip.keys if (name := _cue_of(key)) is not None]
    votes += ["proactive" for _, cell in strip.texts if is_caption(cell.text)]
    if not votes:
        run = "".join(label_key(cell.text) for _, cell in strip.texts)
        if REMEDIES.search(run):
            return "remedies"
        votes = [_cues()[key] for key in _long_cues().findall(run)]
    if len(set(votes)) < 2:
        return votes[0] if votes else None
    (first, most), (_, second) = Counter(votes).most_common(2)
    return first if most > second else None


def is_caption(text: str) -> bool:
    """Whether a text names an article of the regulation, as the captions of the table on what was disclosed do."""
    return ("条" in text or "條" in text) and CAPTION.match(simplified(folded(text))) is not None


def sections_of(table: WholeTable, table_index: int, open_crosstab: str | None) -> list[Section]:
    """The crosstabs of a table, in printed order; `open_crosstab` is the one that the table before was, and may go on in this one."""
    sections: list[Section] = []
    waiting: list[Strip] = []
    for index, row in enumerate(table.rows):
        strip = strip_of(index, row)
        if not strip.texts and not strip.figures and not (sections and sections[-1].crosstab == "remedies" and row.is_aligned):
            continue
        name = cue(strip)
        if name is not None and (not sections or sections[-1].crosstab != name):
            sections.append(Section(name, waiting, table, table_index))
            waiting = []
        if sections:
            sections[-1].strips.append(strip)
            sections[-1].cues += name is not None
        else:
            waiting.append(strip)
    return [section for section in sections if section.cues >= (1 if section.crosstab in (open_crosstab, "remedies") else LEAST_CUES)]
