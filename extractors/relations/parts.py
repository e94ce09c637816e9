"""A total with what is named as its parts, and the relations of the two.

Lives here: `PartList`; whether it names all parts; parts within the total, parts that make up the total, shares of the total, shares
that make 100.
Elsewhere: finding the total and the parts in the text (lists.py, sums.py, unmarked.py), causes of a sum that fails (causes.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.prose.wording import pattern_of
from extractors.records import Relation
from extractors.relations.causes import cause_of_failure, lost_unit, wording
from extractors.relations.counts import Count

# Units that count the same pieces.
_SAME_UNIT = {"条次": "条", "则": "条", "件次": "件", "宗": "件", "例": "件", "份次": "份", "篇次": "篇", "名": "人", "位": "人"}
_HUNDRED = Decimal(100)
# Of these kinds reports name the main ones only: their sum is below the total without any slip.
_OPEN_DIMENSIONS = frozenset(("application.outcome", "application.outcome.refused", "application.replied", "application.replied.refused"))
_REST = re.compile("[^。;]{0,12}?(?:其[余他它]|剩余|余下)(?:的)?(?:均|都|皆|全部)*(?:为|是|属)|等(?![级候])")
_LAST_OF_ALL = re.compile("^(?:其[他它余]|剩余|余下|另外)")
_KIND = re.compile("(?:类(?:别)?|方面)(?:的)?(?:政府|政务)?(?:信息)?$")
# Matters of which people have several at once: a party member may be a woman.
_TRAITS = {
    "party": re.compile("党员|团员"),
    "sex": re.compile("[女男](?:性|同志|职工|干部|$)"),
    "schooling": re.compile("学历|本科|专科|大专|硕士|研究生"),
    "age": re.compile("[岁周]|退休"),
    "nation": re.compile("少数民族|[汉回藏满]族"),
}
_SOME = re.compile("涉及|主要|重点|关于")
_EACH_SHARE = re.compile("^(?:比例|比重|各自|各)*各(?:自)?占")
_SHARES_IN_ORDER = re.compile("分别占|占[^,;]{0,8}分别")


@dataclass(slots=True)
class PartList:
    """A total and what is named as its parts, in reading order."""

    total: Count
    # `depth`: how many brackets are open inside the list; a list in brackets begins with one of its own.
    # `beside`: counts before the total in its sentence, of which the parts may be parts as well.
    # `divided`: parts of the total told before, one of which the list may divide further.
    is_bracketed: bool
    depth: int = 0
    beside: list[Count] = field(default_factory=list)
    divided: list[Count] = field(default_factory=list)
    items: list[Count] = field(default_factory=list)
    shares: list[tuple[Count, Count]] = field(default_factory=list)
    # Shares that were told one behind the other, for the parts in their order.
    told_together: list[Count] = field(default_factory=list)
    is_complete: bool = True
    # Whether words say that these are all parts: "两项合计", "按类别分".
    names_all: bool = False
    separator: str | None = None


def unit_of(count: Count) -> str:
    """What `count` counts, the same for all units of the same pieces."""
    unit = count.numeral.unit or ""
    return _SAME_UNIT.get(unit, unit)


def summed(items: Sequence[Count]) -> Decimal:
    """What `items` add up to."""
    return sum((item.total for item in items), Decimal(0))


def add(current: PartList, count: Count) -> None:
    """Takes the next number of the list: a part, its share, or something that can't be compared."""
    if count.part == "percent":
        _add_share(current, count)
        return
    if count.part == "change":
        return
    if count.part != "count" or unit_of(count) != unit_of(current.total) or _skips_number(count):
        current.is_complete = False
    if count.part != "count" or unit_of(count) != unit_of(current.total):
        return
    if len(current.items) == 1:
        current.separator = next((mark for mark in ";,、" if mark in count.gap), None)
    current.items.append(count)


def _skips_number(count: Count) -> bool:
    """Whether a number with the unit of the parts stands before `count`, but was not taken for one (as a telephone number, say)."""
    unit = count.numeral.unit
    return unit is not None and unit in count.gap and re.search(rf"\d{re.escape(unit)}", count.gap) is not None


def _add_share(current: PartList, share: Count) -> None:
    if not current.items:
        return
    if _EACH_SHARE.match(share.words):
        alike = [item for item in current.items if item.value == current.items[-1].value]
        if len(alike) == len(current.items) and not current.shares:
            current.shares += [(item, share) for item in alike]
    elif current.told_together and not share.words:
        current.told_together.append(share)
    elif _SHARES_IN_ORDER.search(share.words) and not current.shares:
        current.told_together = [share]
    elif pattern_of("share").fullmatch(share.words):
        current.shares.append((current.items[-1], share))


def note_rest(current: PartList, behind: str) -> None:
    """Whether the words behind the last part name a rest without its number, or the list goes on where nobody has followed it."""
    is_cut_off = behind.endswith((";", ",", "、")) and summed(current.items) != current.total.value
    if is_cut_off or _REST.match(behind):
        current.is_complete = False


def closed(current: PartList) -> Iterator[PartList]:
    """A list that has ended, by dimension: ways and kinds under one total are lists of their own."""
    if not current.items or _is_of_several(current):
        return
    if len(current.told_together) == len(current.items) and not any(item.names for item in current.items):
        current.shares = list(zip(current.items, current.told_together, strict=True))
    dimensions: dict[str, list[Count]] = {}
    for item in current.items:
        dimensions.setdefault(dimension_of(item), []).append(item)
    if any(_theme(item) not in ("", _theme(current.total)) for item in current.items) and current.total.code is not None:
        return
    if len(dimensions) == 1 or (len(dimensions) == 2 and "" in dimensions and not _TRAITS.keys() & dimensions):
        # Parts of which no indicator tells the kind are of the kind of the others.
        yield current
        return
    for dimension, items in dimensions.items():
        shares = [(item, share) for item, share in current.shares if dimension_of(item) == dimension]
        yield PartList(current.total, current.is_bracketed, items=items, shares=shares, is_complete=False)


def _is_of_several(current: PartList) -> bool:
    """ "网站276条，微博154条，其中…": parts that add up to both totals are no parts of the second; nor those of one part of the total."""
    whole = summed(current.items)
    if whole != current.total.value and any(whole == count.total for count in current.divided):
        return True
    reached = current.total.value
    for count in current.beside:
        reached += count.value
        if whole == reached:
            return True
    return False


def dimension_of(item: Count) -> str:
    """What the parts divide the total by; "" where no indicator tells."""
    if item.code is None:
        is_of_people = unit_of(item) == "人"
        return next((trait for trait, pattern in _TRAITS.items() if is_of_people and pattern.search(item.words)), "")
    if ".by_" in item.code:
        return "channel" if item.code.endswith("by_channel") else item.code
    parent = item.code.rpartition(".")[0]
    return "channel" if parent in ("proactive.items", "response.consultations") else parent


def _theme(count: Count) -> str:
    return (count.code or "").partition(".")[0]


def relations_of(found: PartList) -> Iterator[Relation]:
    """The sums and shares that a list states."""
    yield from _sums(found)
    yield from _shares(found)


def _sums(found: PartList) -> Iterator[Relation]:
    total, items = found.total, found.items
    dimension = max(dimension_of(item) for item in items)
    is_several = len(items) > 1 or bool(items[0].names)
    is_equation = found.is_complete and is_several and (found.names_all or dimension not in _OPEN_DIMENSIONS)
    is_plain = not any(item.names for item in items)
    if is_equation and summed(items) < total.value and not _names_all(found):
        is_equation = is_plain and lost_unit(total, items) is not None
    cause = cause_of_failure(total, items) if is_equation and is_plain else None
    within = "report.list.channels_counted_once" if dimension == "channel" else "report.list.parts_within_total"
    yield Relation(within, [*(one for item in items for one in item.operands("lhs")), total.operand("rhs")], cause)
    if is_equation:
        covering = [one for item in items for one in item.operands("rhs")]
        yield Relation("report.list.parts_cover_total", [total.operand("lhs"), *covering], cause)


def _names_all(found: PartList) -> bool:
    """Whether a list that falls short of its total says in any way that nothing is left out: "其中" often names the main parts only."""
    items = found.items
    if found.names_all or _LAST_OF_ALL.match(items[-1].words):
        return True
    if any(_SOME.search(item.words) for item in items):
        return False
    return len(found.shares) == len(items) or all(_KIND.search(item.label) for item in items) or _is_of_full_kinds(items)


def _is_of_full_kinds(items: Sequence[Count]) -> bool:
    """Full-time and part-time staff: there are no others."""
    return {item.code for item in items} == {"resource.staff.full_time", "resource.staff.part_time"}


def _shares(found: PartList) -> Iterator[Relation]:
    if found.total.value == 0:
        return
    is_whole = found.is_complete and len(found.shares) == len(found.items) > 1 and not any(item.names for item in found.items)
    makes_100 = sum(share.value for _, share in found.shares) == _HUNDRED
    for item, share in found.shares:
        operands = [share.operand("lhs"), item.operand("numerator"), found.total.operand("denominator")]
        last_digit = Decimal(1).scaleb(-share.decimals)
        exact = item.value * _HUNDRED / found.total.value
        is_forced = is_whole and makes_100 and last_digit / 2 < abs(share.value - exact) < 2 * last_digit
        yield Relation("report.ratio.share", operands, wording("forced_to_100") if is_forced else None)
    is_each_told = len({share.numeral.start for _, share in found.shares}) == len(found.shares)
    if is_whole and is_each_told and summed(found.items) == found.total.value:
        yield Relation("report.list.shares_make_100", [share.operand("lhs") for _, share in found.shares])
