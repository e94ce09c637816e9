"""Totals with the parts that the text names behind them.

Lives here: finding where a list of parts opens (其中, a bracket, a colon, 分别) and closes.
Elsewhere: numbers and their part in a clause (counts.py), the sums and shares that a list states (parts.py), parts that no word or mark
ties to their total (unmarked.py), totals behind their parts (sums.py).

A list whose bounds aren't plain gives less: a number that can't be compared leaves only "the parts are within the total", and parts of
several dimensions (ways and kinds under one total) are each compared for themselves.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from extractors.prose.wording import pattern_of, squeezed
from extractors.relations.counts import Count, CountedPassage
from extractors.relations.parts import PartList, add, closed, dimension_of, note_rest, summed, unit_of
from extractors.relations.sums import is_sum

_NUMBERED = re.compile(r"(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、)])")
# From a total to its first part it is never further; hostile texts stay cheap.
_LONGEST_LEAD = 160
# Nobody lists the parts of more totals at once.
_MOST_BESIDE = 12
# 其中包括: and the like, at the end of a paragraph.
_LONGEST_OPENING = 8
# A part in a paragraph of its own says no more than that.
_LONGEST_ITEM = 40
# "网站、微信分别公开66条和131条", where the total is one of information 公开, too.
_IN_TURN = re.compile("分别(公开|发布|受理|收到|接待|解答|答复|办理|召开|举办)")
_SOME_PARTS = re.compile("其中|包括|主要")
# Behind parts that make up their total, a verb opens a statement of its own.
_NEW_STATEMENT = re.compile(
    "(?:全年|本年度?|当年|年内|已|共|并|另)*(?:关停|注销|结转|转下|办结|答复|收到|新增|撤销|召开|举办|印发|清理|整合|废止|开展|回访|回复|走访|转办|整改|参加|发放|查处|移交)"
)


def part_lists(text: str, passages: Sequence[CountedPassage], figures: Mapping[str, Count]) -> Iterator[PartList]:
    """Every list of parts. `figures` are the figures that the text gives one value, by indicator."""
    whole = figures.get("proactive.items")
    carried: PartList | None = None
    for counted in passages:
        if carried is not None:
            items = [count for count in counted.counts if count.part == "count"]
            lead = squeezed(text[counted.passage.start : counted.passage.start + 8])
            if len(items) == 1 and (_NUMBERED.match(lead) or _is_item(counted, items[0], carried)):
                # "其中：" and each part in a paragraph of its own.
                add(carried, items[0])
                continue
            if _NUMBERED.match(lead) and items and not carried.items:
                # The first paragraph lists all parts.
                yield from _Walk(carried, whole).through(counted)
                carried = None
                continue
            yield from closed(carried)
            carried = None
        if not counted.counts:
            continue
        walk = _Walk(None, whole)
        yield from walk.through(counted)
        if walk.last is not None and counted.tail.endswith(":") and pattern_of("parts_follow").search(counted.tail[-_LONGEST_OPENING:]):
            carried = PartList(walk.last, False)
    if carried is not None:
        yield from closed(carried)


def _is_item(counted: CountedPassage, item: Count, carried: PartList) -> bool:
    return counted.passage.end - counted.passage.start <= _LONGEST_ITEM and unit_of(item) == unit_of(carried.total)


class _Walk:
    """Through the numbers of one passage: which list is open, and what a list that opens next would be the parts of."""

    def __init__(self, current: PartList | None, whole: Count | None) -> None:
        self.current = current
        # What a list "by kind" divides where the passage itself has told no total: the information disclosed in all.
        self.whole = whole
        self.last: Count | None = None
        self._last_counted: Count | None = None
        # The nearest first: parts may be parts of the total and of those just before it.
        self._beside: deque[Count] = deque(maxlen=_MOST_BESIDE)
        # The words since `last`.
        self._words = ""
        # The parts of the list that closed last, and their total.
        self._divided: PartList | None = None

    def through(self, counted: CountedPassage) -> Iterator[PartList]:
        """The lists that close in this passage, each once for every dimension that it names."""
        for count in counted.counts:
            self._words = (self._words + count.gap)[:_LONGEST_LEAD]
            if self.current is not None and _ends(self.current, count):
                yield from self._close(count.gap)
            total = self._total_before() if count.part == "count" else None
            if total is not None:
                yield from self._leave(total)
                self.current = self._opened(total)
            if self.current is not None:
                if _continues(self.current, count):
                    add(self.current, count)
                else:
                    yield from self._close(count.gap)
            self._pass(count)
        yield from self._close(counted.tail)

    def _opened(self, total: Count) -> PartList:
        is_bracketed = self._words.startswith("(")
        divided = self._divided.items if self._divided is not None and self._divided.total is total else []
        is_marked = is_bracketed or ":" in self._words or "分别" in self._words or pattern_of("divided_by").search(self._words) is not None
        names_all = is_marked and _SOME_PARTS.search(self._words) is None
        return PartList(total, is_bracketed, _depth(self._words), list(self._beside), divided, names_all=names_all)

    def _total_before(self) -> Count | None:
        """The total of which the next count begins the list of parts; None where it begins none."""
        if pattern_of("divided_by").search(self._words) is not None:
            return self.whole if self._last_counted is None or self._is_ambiguous(self._last_counted) else self._last_counted
        if self.last is None or self.last.names or not (_opens(self._words) or self._opens_in_turn(self.last)):
            return None
        if self.current is not None and self.current.items and "分别" in self._words and "其中" not in self._words:
            # "人事类2条，财政类、规划类分别为3条和5条": the list goes on.
            return None
        return None if "。" in self._words and self._beside else self.last

    def _opens_in_turn(self, last: Count) -> bool:
        match = _IN_TURN.search(self._words) if self.current is None and self._words.startswith(",") else None
        return match is not None and "。" not in self._words and match[1] in last.words and dimension_of(last) != "channel"

    def _is_ambiguous(self, last: Count) -> bool:
        return self.current is None and bool(self._beside) and self.whole is not last

    def _close(self, behind: str) -> Iterator[PartList]:
        """Ends the list; `behind` are the words behind its last number."""
        if self.current is not None:
            note_rest(self.current, behind)
            self._divided = self.current
            yield from closed(self.current)
            # A second list, by another kind, divides the same total; behind "累计841条，其中本年67条" it divides this year's.
            total, items = self.current.total, self.current.items
            self.last = self._last_counted = items[0] if total.part == "all_years" and len(items) == 1 else total
            self._beside.clear()
            self.current = None

    def _leave(self, total: Count) -> Iterator[PartList]:
        """Ends a list inside which another one opens."""
        current = self.current
        if current is not None and current.items and current.items[-1] is total:
            if any(mark in total.gap for mark in "。;"):
                current.items.pop()
            else:
                current.is_complete = False
        if current is not None:
            yield from closed(current)
            self.current = None

    def _pass(self, count: Count) -> None:
        if count.part not in ("count", "all_years"):
            return
        if "。" in count.gap:
            self._beside.clear()
        elif self.last is not None and self.last.part == "count" and unit_of(self.last) == unit_of(count):
            self._beside.appendleft(self.last)
        self.last, self._words = count, ""
        if count.part == "count" and self.current is None:
            self._last_counted = count


def _depth(words: str) -> int:
    return words.count("(") - words.count(")")


def _opens(words: str) -> bool:
    """Whether the words between two counts make the second a part of the first."""
    before, stop, behind = words.rpartition("。")
    if stop:
        return before.count("。") == 0 and pattern_of("parts_follow").match(behind) is not None
    if words.startswith("("):
        return _depth(words) > 0
    return words.startswith(":") or pattern_of("parts_follow").search(words) is not None


def _ends(current: PartList, count: Count) -> bool:
    """Whether the words before `count` end the list."""
    if not current.items:
        return False
    current.depth += _depth(count.gap)
    if current.is_bracketed and current.depth < 1:
        return True
    if "。" in count.gap or "!" in count.gap or is_sum(count):
        return True
    if _NEW_STATEMENT.match(count.words) and (_is_larger(current.total, count) or summed(current.items) == current.total.value):
        return True
    if ";" in count.gap and _is_of_another(current.total, count):
        return True
    if ";" in count.gap and current.separator not in (None, ";"):
        # What stands behind the semicolon may be one more part, or a statement of its own where the parts are complete without it.
        current.is_complete = current.is_complete and sum(item.value for item in current.items) == current.total.value
        return True
    return False


def _is_of_another(total: Count, count: Count) -> bool:
    """Whether `count` can be no part of `total`: it is larger, or counts something else."""
    if _is_larger(total, count):
        return True
    return total.code is not None and count.code is not None and _family(total.code) != _family(count.code)


def _is_larger(total: Count, count: Count) -> bool:
    return count.part == "count" and unit_of(count) == unit_of(total) and count.value > total.value


def _family(code: str) -> str:
    theme, _, rest = code.partition(".")
    return theme if theme == "application" else f"{theme}.{rest.partition('.')[0]}"


def _continues(current: PartList, count: Count) -> bool:
    """A figure over all years or a comparison belongs to the total, not to a list that has begun."""
    if count.part == "change":
        return not current.items
    return count.part != "all_years" and pattern_of("no_part").search(count.gap if current.items else count.words) is None
