"""Totals behind their parts: "两项合计32件", "三者共计906条", "合计122条".

Lives here: which number sums up those before it, and which those are.
Elsewhere: totals before their parts (lists.py, unmarked.py), what a list states (parts.py).

Where the words tell how many parts there are, there must be just as many. Where they don't, what adds up is linked; what doesn't only if
no other choice of the numbers would.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.relations.counts import Count, CountedPassage
from extractors.relations.parts import PartList, summed, unit_of

_SUM = re.compile(
    "(?:全年|总共|以上|上述|前述|这|各|[,:])*(?:(?P<many>[二两三四五六七八九十]|[2-9]|10)(?:项|者|类|种|个(?:渠道|方式|平台|栏目)|部分|方面)|各项|各类)?"
    "(?:数据|数字|数量)?(?P<sum>合计|共计|总计)(?:主动)?(?:公开|发布|办理|受理|接待|解答|答复)?(?:政府|政务)?(?:信息)?(?:为|达|是|了)?"
)
_MANY = {"两": 2} | {digit: number for number, digit in enumerate("二三四五六七八九十", 2)}
_MANY |= {str(number): number for number in range(2, 11)}
# Longer lists have too many sums to tell which are meant.
_MOST_PARTS = 12
_OPENS = re.compile("其中|包括|分别|:|[(]")
# A dozen numbers have few sums; a list that has more is not looked through.
_MOST_SUMS = 1 << _MOST_PARTS


def is_sum(count: Count) -> bool:
    """Whether `count` sums up numbers before it, as far as its own words tell."""
    return count.part == "count" and "计" in count.words and _SUM.fullmatch(count.words) is not None


def sums(passages: Sequence[CountedPassage]) -> Iterator[PartList]:
    """Every total that stands behind its parts, with them."""
    for counted in passages:
        for place, count in enumerate(counted.counts):
            if is_sum(count):
                parts = _parts(count, counted.counts[max(0, place - _MOST_PARTS) : place])
                if parts:
                    yield PartList(count, False, items=parts, names_all=True)


def _parts(total: Count, before: Sequence[Count]) -> list[Count]:
    """The numbers of `before` that `total` sums up; none where that isn't plain."""
    match = _SUM.fullmatch(total.words)
    assert match is not None
    near = _near(total, before)
    if match["many"]:
        return _so_many(total, near, _MANY[match["many"]])
    exact = [start for start in range(len(near) - 1) if summed(near[start:]) == total.value]
    if exact:
        return near[exact[0] :]
    may_fail = match["sum"] != "共计" and len(near) > 1 and _is_one_list(near) and total.value >= max(item.value for item in near)
    return near if may_fail and not _has_other_sum(total, near) else []


def _near(total: Count, before: Sequence[Count]) -> list[Count]:
    """The numbers just before `total` that count the same, back to where their sentence or list begins."""
    found: list[Count] = []
    is_own_sentence = "。" in total.gap
    for count in reversed(before):
        if count.part == "percent":
            continue
        if count.part != "count" or unit_of(count) != unit_of(total) or is_sum(count):
            # A number that can't be compared makes the whole list one that can't.
            return [] if count.part in ("other", "base", "all_years", "average") and unit_of(count) == unit_of(total) else found
        found.insert(0, count)
        if "。" in count.gap or _OPENS.search(count.gap):
            break
    return found if not is_own_sentence or len(found) > 1 else []


def _so_many(total: Count, near: Sequence[Count], many: int) -> list[Count]:
    number, start = 0, len(near)
    while start > 0 and number < many:
        start -= 1
        number += max(len(near[start].names), 1)
    items = list(near[start:])
    if number != many:
        return []
    # More numbers before: only the sum can tell that the last ones are meant.
    return items if start == 0 or summed(items) == total.value else []


def _is_one_list(near: Sequence[Count]) -> bool:
    """Whether the numbers are set apart in the same way, and none opens a list of its own."""
    if "其中" in near[0].gap or "(" in near[0].gap:
        return False
    marks = {next((mark for mark in ";,、" if mark in count.gap), "") for count in near[1:]}
    return len(marks) == 1 and "" not in marks and len({count.code.partition(".")[0] for count in near if count.code}) < 2


def _has_other_sum(total: Count, near: Sequence[Count]) -> bool:
    """Whether some of the numbers add up to `total`, though not all do."""
    reached = {total.value - total.value}
    for count in near:
        reached |= {value + count.total for value in reached}
        if len(reached) > _MOST_SUMS:
            return True
    return total.value in reached
