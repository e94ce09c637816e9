"""One number in its clause: the words before it and behind it.

Lives here: where the clause of a number begins, its words with and without what only leads to a number (数, 共计, 达 …), asides in
brackets, and names that stand together before one number ("行政复议、行政诉讼案件").
Elsewhere: what the words mean (matching.py, disclosure/), several numbers for several names (distribution.py).
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.numerals import Numeral
from extractors.prose.wording import KEPT_WORDINGS, pattern_of, squeezed
from extractors.prose.writing import BEHIND, LONGEST_REACH, Sentence, last_boundary

AND = ("和", "及", "与", "、")
WEAK_START = re.compile(
    r"^(?:[、和]|—+|及(?!时)|与(?!去年|上年|上一年|同期|20)|以及|其中(?:包括)?[:,]?|包括|[①-⑳]|\d{1,2}[.．、)]|[一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]是|[一二三四五六七八九十]、(?![一二三四五六七八九十]))+"
)
# What numbers a heading, or a name that a paragraph begins with: "（一）", "1.", "第二，".
NUMBERING = re.compile(r"^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.．]|第[一二三四五六七八九十]+(?:[,、]|部分|[章节])|[㈠-㈩])+")
_TELLS_BACK = ("其中", "均", "都", "全部")
_OF_WHICH = re.compile("\\s*其中")
_UNIT_IN_LABEL = re.compile(r"\(\s*(?:单位:)?(?P<unit>条次?|[件份篇次个处所人名期场项类元%]|人次|万元)\s*\)\s*:?\s*$")
_LONGEST_UNIT = 12
# What did not happen, or is wanting, does not lead to the number behind the next comma.
_DENIED = re.compile("未|没有|无(?!偿|法|线|论)|(?<!信息)不存在|不足|不够|缺乏|短缺|紧缺|偏少")
_LINE_END = re.compile(r"[^\S\n]*\n")
_MARKS = ",;:、("
# "专（兼）职人员": both, where the bracket stands inside a word.
_INSIDE_A_WORD = re.compile(r"[\u4e00-\u9fff]\(([\u4e00-\u9fff])\)[\u4e00-\u9fff]")
_NUMBERED = re.compile(r"^\(?\d{1,2}[.．、)]")
# "(含办公室,下同)".
_LONGEST_ASIDE = 30


@dataclass(slots=True)
class Place:
    """One number in its clause: the words before it, with and without what only leads to a number, and the words behind it."""

    numeral: Numeral
    label: str
    stem: str
    behind: str
    clause_start: int

    def key(self, stem: str | None = None) -> str:
        unit = self.numeral.unit or ""
        return f"{self.stem if stem is None else stem}#{unit}{self.behind}"


def place_of(text: str, sentence: Sentence, numeral: Numeral, previous: int) -> Place:
    """The clause of `numeral`. `previous` is the end of the number or negation before it."""
    previous = max(previous, numeral.open - LONGEST_REACH)
    unit = _UNIT_IN_LABEL.search(text, max(previous, numeral.open - _LONGEST_UNIT), numeral.open)
    if unit is not None:
        # "主动公开政府信息数(条):58".
        start, words = clause_before(text, previous, unit.start())
        label, stem = leading(_NUMBERED.sub("", squeezed(words)))
        numeral = replace(numeral, unit=numeral.unit or unit["unit"])
        return Place(numeral, label, stem, _behind(text, sentence, numeral), start)
    start, words = clause_before(text, previous, numeral.open)
    label, stem = leading(words)
    if not stem and start > previous and text[start - 1] in ",:(":
        # "收到申请，共7件": the words before the comma lead to the number.
        earlier = last_boundary(text, previous, start - 1)
        before = squeezed(text[earlier : start - 1])
        if before.startswith(")"):
            # "政策法规（12条）、规划计划（3条）": the bracket of the number before is closed.
            before, earlier = WEAK_START.sub("", before[1:]), earlier + 1
        before = WEAK_START.sub("", _NUMBERED.sub("", before))
        leads = bool(before) and not before.startswith(_TELLS_BACK) and _DENIED.search(before) is None
        if _OF_WHICH.match(words) and previous > sentence.start:
            # "均为网上申请，其中一件": of what was counted before.
            leads = False
        # Words right behind the number before belong to that one ("一名专职，两名兼职").
        if leads and (earlier > previous or previous == sentence.start or _LINE_END.match(text, previous)):
            label, start = before + label, earlier
            stem = stem_of(label)
    behind = _behind(text, sentence, numeral)
    if label.endswith("的") and (noun := pattern_of("counted_noun").match(behind)) is not None:
        # "收到的25份申请": as if it said "收到申请25份".
        stem, behind = stem + noun[0], behind[noun.end() :]
    return Place(numeral, label, stem, behind, start)


def _behind(text: str, sentence: Sentence, numeral: Numeral) -> str:
    """The words behind a number; none where it ends a line of its own ("网络申请数：6")."""
    if _LINE_END.match(text, numeral.close) and text.endswith(":", 0, numeral.open):
        return ""
    return squeezed(text[numeral.close : min(numeral.close + BEHIND, sentence.end)])


def words_end(text: str, close: int, following: Numeral | re.Match[str]) -> int:
    """Where the words behind a number end: the last clause before the next number or negation is that one's."""
    start = following.open if isinstance(following, Numeral) else following.start()
    return max(close, *(text.rfind(mark, close, start) for mark in _MARKS))


def clause_before(text: str, since: int, end: int) -> tuple[int, str]:
    """Where the clause that ends at `end` begins, and its words without an aside in brackets ("网站（含转发）35条", "（一）收费情况")."""
    start = last_boundary(text, since, end)
    words = text[start:end]
    if start > since and ")" in words and (opening := _opening_of(text, since, start, words)) is not None:
        start = last_boundary(text, since, opening)
        kept = match[1] if (match := _INSIDE_A_WORD.match(text, opening - 1, end)) is not None and opening > start else ""
        words = text[start:opening] + kept + words[words.rindex(")") + 1 :]
    return start, words


def _opening_of(text: str, since: int, start: int, words: str) -> int | None:
    """Where the bracket opens that closes in `words`, which begin at `start`: right before them, or before a comma within it."""
    if text[start - 1] == "(":
        return start - 1
    opening = text.rfind("(", max(since, start - _LONGEST_ASIDE), start)
    is_open = opening >= 0 and "(" not in words and text.find(")", opening, start) < 0 and "。" not in text[opening:start]
    return opening if is_open and words.count(")") == 1 else None


@lru_cache(maxsize=KEPT_WORDINGS)
def leading(words: str) -> tuple[str, str]:
    """The label and the stem of the words that stand before a number in its clause."""
    label = WEAK_START.sub("", squeezed(words).removeprefix(")"))
    if label.endswith(AND) and not label.endswith("参与"):
        # "2名专职人员和3名…": what stands before "和" belongs to the number before.
        label = ""
    return label, stem_of(label)


@lru_cache(maxsize=KEPT_WORDINGS)
def stem_of(label: str) -> str:
    """The words before a number without those that only lead to it (数, 共计, 达 …)."""
    return pattern_of("aside").sub("", pattern_of("tail").sub("", label))


@lru_cache(maxsize=KEPT_WORDINGS)
def is_asked(label: str) -> bool:
    """Whether the words ask for a number, or plan it: it is nothing that was done."""
    return pattern_of("requirement").search(label) is not None


@lru_cache(maxsize=KEPT_WORDINGS)
def change_in(label: str) -> str | None:
    """The words that make a number a change ("增长了"), if they do."""
    match = pattern_of("change").search(label)
    return None if match is None else match[0]
