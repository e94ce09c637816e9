"""The balance of the applications as sentences tell it: new ones and those carried over are those closed and those carried forward.

Lives here: which numbers of a passage are the four.
Elsewhere: the same of the official table (`dbt_project/seeds/rule_parts.csv`).

All four must be told in one passage, each once, as exact numbers of the year: a passage that tells of several offices, or that tells
apart what was closed in time and late, states no balance of its own.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.records import Relation
from extractors.relations.counts import Count, CountedPassage
from extractors.relations.parts import unit_of

# In reports since 2019, and before.
_NEW = ("application.new", "application.received")
_COMES_IN = re.compile("新收|收到|接到|接收|受理")
_ROLES = ("new", "carried_over", "closed", "carried_forward")
_CARRIED = re.compile("结转|顺延|延至|转至|转入|转到|转下|遗留")
_NEXT = re.compile("(?:下|次|明|翌)(?:一)?(?:年|个?年度)|20\\d\\d年")
_BEFORE = re.compile("(?:上|去|往|前)(?:一)?年度?")
_CLOSED = re.compile(
    "(?:全年|本年度?|当年|年内|已|共|总|均|合计)*(?:办结|办理|答复)(?:了)?(?:(?:政府)?信息公开)?(?:申请)?(?:总计|总数|事项)?"
)
# Requests that end without an answer: then those answered are not all those closed.
_ENDED_OTHERWISE = re.compile("撤回|撤销|撤诉|终止|放弃|不再处理|不予处理|视为|补正|注销|未予答复|其他处理")


def balances(passages: Sequence[CountedPassage]) -> Iterator[Relation]:
    """The balance of each passage that tells one."""
    for counted in passages:
        if not any(count.code in _NEW and count.member is None for count in counted.counts):
            continue
        told: dict[str, list[Count]] = {role: [] for role in _ROLES}
        for count, behind in zip(counted.counts, [*(one.gap for one in counted.counts[1:]), counted.tail], strict=True):
            role = _role(count, behind) if count.part == "count" else None
            if role is not None:
                told[role].append(count)
        if all(len(numbers) == 1 for numbers in told.values()):
            yield from _balance(counted, *(told[role][0] for role in _ROLES))


def _balance(counted: CountedPassage, new: Count, over: Count, closed: Count, forward: Count) -> Iterator[Relation]:
    places = [new.numeral.start, over.numeral.start, closed.numeral.start, forward.numeral.start]
    is_alike = len({unit_of(count) for count in (new, over, closed, forward)}) == 1
    if not is_alike or places[0] > places[2] or len(set(places)) < len(places):
        return
    if "答复" in closed.words and any(_ENDED_OTHERWISE.search(words) for words in (*(count.gap for count in counted.counts), counted.tail)):
        return
    yield Relation(
        "report.application.balance.as_told",
        [new.operand("lhs"), over.operand("lhs"), closed.operand("rhs"), forward.operand("rhs")],
    )


def _role(count: Count, behind: str) -> str | None:
    """Which of the four a number is, by its words and those behind it up to the next mark."""
    around = f"{count.words} {re.split('[,;:。()]', behind, maxsplit=1)[0]}"
    if _CARRIED.search(around):
        if _NEXT.search(around) and not _BEFORE.search(around):
            return "carried_forward"
        return "carried_over" if _BEFORE.search(around) and not _NEXT.search(around) else None
    if count.member is None and (count.code in _NEW or (count.code is None and _COMES_IN.search(count.words))):
        return "new"
    return "closed" if _CLOSED.fullmatch(count.words) else None
