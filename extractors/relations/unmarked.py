"""Parts that no word or mark ties to the total before them: "公开信息64条，机构职能类16条，占25%，人事任免类48条，占75%。"

Lives here: when numbers behind a total are its parts all the same: their shares say so, all are kinds of the information disclosed, or
they make up the total exactly. Else nothing is linked: what follows a number is mostly a matter of its own.
Elsewhere: parts behind 其中, brackets and colons (lists.py), totals behind their parts (sums.py), what a list states (parts.py).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.prose.wording import pattern_of
from extractors.relations.counts import Count, CountedPassage
from extractors.relations.parts import PartList, add, closed, dimension_of, note_rest, summed, unit_of
from extractors.relations.sums import is_sum

# Small numbers add up by chance.
_LEAST_TOTAL = Decimal(4)
_MOST_PARTS = 40
# Words by which a total is told as one: something was done, or is there in all.
_WHOLE = re.compile(
    "共|总|合计|全[年镇乡县市区局街系]|现有|配备|公开|发布|收到|受理|接到|办理|办结|接待|答复|解答|形成|产生|编发|召开|举办|开展|被"
)
# Numbers whose words end alike are of one list.
_ALIKE = 4
_KINDS = "proactive.items.by_category"


def unmarked_lists(passages: Sequence[CountedPassage], taken: set[int]) -> Iterator[PartList]:
    """Every such list. `taken` tells where the numbers start that are totals or parts of other lists."""
    for counted in passages:
        place = 0
        while place < len(counted.counts) - 1:
            found, place = _list_behind(counted.counts, place, taken)
            if found is not None:
                note_rest(
                    found,
                    next(
                        (count.gap for count in counted.counts[place + 1 : place + 1 + _MOST_PARTS] if count.part != "percent"),
                        counted.tail,
                    ),
                )
                yield from closed(found)


def _list_behind(counts: Sequence[Count], place: int, taken: set[int]) -> tuple[PartList | None, int]:
    """What might be the parts of the number at `place`, and the place of the next number that may be a total."""
    total = counts[place]
    if total.part != "count" or total.names or total.numeral.start in taken or total.value < _LEAST_TOTAL:
        return None, place + 1
    found, reached, last, is_in_sentences = PartList(total, False), Decimal(0), place, False
    for at in range(place + 1, min(place + 1 + _MOST_PARTS, len(counts))):
        count = counts[at]
        if not found.items and _is_aside(count):
            continue
        if not _goes_on(found, count, taken, is_in_sentences):
            break
        if not found.items:
            is_in_sentences = "。" in count.gap
        add(found, count)
        if count.part == "count":
            reached, last = reached + count.total, at
        if reached == total.value and not (at + 1 < len(counts) and counts[at + 1].part == "percent"):
            break
    return (found, last) if len(found.items) > 1 and _is_of_parts(found) else (None, place + 1)


def _is_aside(count: Count) -> bool:
    """ "同比增长3%", between the total and its parts."""
    return count.part in ("change", "percent") and "。" not in count.gap and pattern_of("share").match(count.words) is None


def _goes_on(found: PartList, count: Count, taken: set[int], is_in_sentences: bool) -> bool:
    if count.part == "percent":
        return bool(found.items) and "。" not in count.gap
    if count.part != "count" or unit_of(count) != unit_of(found.total) or count.numeral.start in taken or is_sum(count):
        return False
    if pattern_of("no_part").search(count.gap) is not None:
        return False
    return "。" not in count.gap or is_in_sentences or not found.items


def _is_of_parts(found: PartList) -> bool:
    items = found.items
    if summed(items) == found.total.value:
        return _may_be_whole(found.total, items)
    shares = found.shares or list(zip(items, found.told_together, strict=False))
    if len(shares) == len(items):
        # Shares of another total agree with this one by chance only.
        return 2 * sum(_agrees(share, item, found.total) for item, share in shares) >= len(shares)
    return found.total.code == "proactive.items" and all(item.code == _KINDS for item in items)


def _may_be_whole(total: Count, items: Sequence[Count]) -> bool:
    """Whether what adds up is no accident: the total is told as one, and counts no part itself as the others do."""
    if total.code is not None and (dimension_of(total) == "channel" or ".by_" in total.code):
        return False
    is_alike = any(item.label[-_ALIKE:] == total.label[-_ALIKE:] for item in items)
    return not is_alike and _WHOLE.search(total.words) is not None


def _agrees(share: Count, item: Count, total: Count) -> bool:
    return abs(share.value - 100 * item.value / total.value) < 1
