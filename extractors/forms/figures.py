"""A cell of a printed table as an observation, or as an issue.

Lives here: the record of one figure with its proof, the unit that counts, and issues with their place. For lists and crosstabs alike.
Elsewhere: which row and column a cell is (rows.py, columns.py, crosstabs/), the content of a cell (../numbers.py).
"""

from functools import lru_cache

from extractors.document import Document
from extractors.forms.columns import unit_in_brackets
from extractors.forms.labels import folded
from extractors.masking import mask
from extractors.numbers import DASH, is_multiple_of_unit, units
from extractors.records import Issue

LONGEST_DETAIL = 200


def issue_at(document: Document, reason: str, detail: str, start: int, end: int) -> Issue:
    """An issue of the stage forms, personal data masked."""
    return Issue(
        "forms",
        reason,
        mask(" ".join(detail.split())[:LONGEST_DETAIL]),
        page=document.page_of(start),
        line=document.line_of(start),
        char_start=start,
        char_end=end,
    )


# What is printed around the numbers recurs in every report.
@lru_cache(maxsize=8192)
def printed_unit(behind: str | None, expected: str, joined: str, header: str | None, label: str) -> tuple[str | None, bool]:
    """The printed unit (`behind` the number, else in its column, the header, or the label's bracket), and whether it fits `expected`."""
    family = units()[expected]
    if joined in units() and behind is None:
        return joined, units()[joined] == family
    in_label = unit_in_brackets(folded(label))[1]
    for unit in (behind, joined if joined and not DASH.fullmatch(joined) else None, header, in_label):
        if unit is not None and unit in units():
            return unit, units()[unit] == family
        if unit is not None:
            # A unit that can't be read leaves a count what it is, but not an amount of money: 元 and 万元 differ.
            return None, family == "count" and not is_multiple_of_unit(unit)
    return None, True
