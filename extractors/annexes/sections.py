"""The numbering of a document: which numbers run on from which, and under which headings they stand.

Lives here: reading 一、（一）1. （1）① 第一部分 at the beginning of a line and 一是…二是… inside it, and finding the run that each number
belongs to.
Elsewhere: which runs are work items (tasks.py); which skips are worth a finding (`dbt_project`). Numbers inside tables are rows of forms.

Numbering is nested in whatever order a report likes, and outlines of documents that a report quotes begin anew in its middle. So levels are
not fixed: a number belongs to the innermost open run of its style that it continues; a 1 opens a run below all that is open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from extractors.csv_tables import records_of
from extractors.document import Block, Document
from extractors.identity import dates
from extractors.records import Section

_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_DIGITS = r"[0-9０-９]{1,3}"
# A number with a point that a year or a word follows is numbering; one that another digit follows is a decimal.
_AFTER_POINT = r"(?![0-9０-９])|(?=(?:19|20)\d{2}\s*年)"
_MARKER = re.compile(
    rf"(?P<part>第\s*(?P<part_number>{_HAN_NUMBER}|{_DIGITS})\s*[部章节编篇][分]?)(?=[\s、：:]|[\u4e00-\u9fff])"
    rf"|(?P<han_bracket>[（(〔【]\s*(?P<han_bracket_number>{_HAN_NUMBER})\s*[）)〕】])"
    rf"|(?P<bracket>[（(]\s*(?P<bracket_number>{_DIGITS})\s*[）)])"
    rf"|(?P<han>(?P<han_number>{_HAN_NUMBER})\s*[、．.])"
    rf"|(?P<comma>(?P<comma_number>{_DIGITS})\s*、)"
    rf"|(?P<point>(?P<point_number>{_DIGITS})\s*[.．](?:{_AFTER_POINT}))"
    rf"|(?P<half_bracket>(?P<half_bracket_number>{_DIGITS})\s*[）)])"
    r"|(?P<circled>(?P<circled_number>[①-⑳]))"
    r"|(?P<enclosed>(?P<enclosed_number>[⑴-⒇]))"
    r"|(?P<enclosed_han>(?P<enclosed_han_number>[㈠-㈩]))"
)
_FIRST_OF = {"circled": "①", "enclosed": "⑴", "enclosed_han": "㈠"}
# The ready-made signs are other ways to print a bracketed number.
_SAME_STYLE = {"enclosed": "bracket", "enclosed_han": "han_bracket"}
# 一是, 二要: numbers before these words. Searched for by the word: it is rarer than the characters of numbers.
_ORDINAL = re.compile(rf"(?P<number>{_HAN_NUMBER})(?P<word>[是要])")
_ANY_ORDINAL = re.compile("[一二三四五六七八九十][是要]")
_HAN_DIGITS = frozenset("一二三四五六七八九十")
_LONGEST_NUMBER = 3
_NUMBER_AT_END = re.compile(rf"[。；;：:！!？?，,、”）) \t](?P<number>{_HAN_NUMBER})$")
_BOUNDARY = frozenset("。；;：:！!？?，,、”）)》*　 \t\n")
_SENTENCE_END = frozenset("。；;！!？?：:")
# The end of a heading inside a numbered line: what follows is its text.
_TITLE_END = re.compile(r"[。；;：:！!？?]")
LONGEST_TITLE = 60
# A line without numbering that heads others: longer ones are text.
LONGEST_PLAIN_HEADING = 30
SEPARATOR = " > "
# A report's own outline and one that it quotes; a third beginning ends the second.
MOST_NESTED = 2


@dataclass(slots=True, eq=False)
class Run:
    """One list: numbers of one style that continue each other."""

    style: str
    index: int
    last: int


@dataclass(slots=True, eq=False)
class Level:
    """One open level of the outline. `run` is None for a heading without number."""

    style: str
    title: str
    is_heading: bool
    run: Run | None = None


@dataclass(slots=True, eq=False)
class Point:
    """A numbered line with the headings above it; `block` is its index in `Document.blocks`, `text_start` where its own words begin."""

    section: Section
    run: Run
    block: int
    text_start: int
    topics: tuple[str, ...]


@dataclass(slots=True)
class Outline:
    """All numbering of a document, in reading order. `points` are the numbered lines; ordinals inside a line are in `sections` only."""

    sections: list[Section] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    # Indices of the blocks that are headings without number.
    plain_headings: set[int] = field(default_factory=set)


@cache
def not_headings() -> tuple[str, ...]:
    """What a short line ends with that is no heading (not_headings.csv)."""
    return tuple(row["ending"] for row in records_of("annexes/not_headings.csv"))


def read_outline(document: Document) -> Outline:
    """Every number of the document's own numbering, each with the run that it belongs to."""
    return _Reader(document).read()


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.outline = Outline()
        self.levels: list[Level] = []
        self.closed: dict[str, Run] = {}
        self.runs = 0

    def read(self) -> Outline:
        blocks = self.document.blocks
        for index, block in enumerate(blocks):
            if block.table is not None:
                continue
            text = self.document.text[block.start : block.end]
            match = _MARKER.match(text)
            if match is not None and text[match.end() :].strip():
                self._point(index, block, text, match)
                self._ordinals(block, text, match.end())
                continue
            if block.kind == "heading":
                self._hash_heading(index, block, text)
            elif self._is_plain_heading(index, text):
                self._plain_heading(index, text)
            self._ordinals(block, text, 0, self._torn_off(index, text))
        return self.outline

    def _torn_off(self, index: int, text: str) -> str:
        """The number that ends the line above where this one begins with its word ("…。二" / "是健全制度")."""
        above = self.document.blocks[index - 1] if index else None
        if above is None or above.table is not None or text[:1] not in ("是", "要"):
            return ""
        match = _NUMBER_AT_END.search(self.document.text, max(above.start, above.end - _LONGEST_NUMBER - 1), above.end)
        return match["number"] if match is not None else ""

    def _point(self, index: int, block: Block, text: str, match: re.Match[str]) -> None:
        kind = match.lastgroup or ""  # the outer group, which closes last
        number = _value(kind, match[f"{kind}_number"])
        if number is None or number == 0:
            return
        style = _SAME_STYLE.get(kind, kind)
        body = text[match.end() :]
        text_start = block.start + match.end() + len(body) - len(body.lstrip())
        title = _title(body)
        is_heading = not _TITLE_END.search(body) and len(text) <= LONGEST_TITLE
        run, follows = self._place(style, number, f"{match[0].strip()}{title}", is_heading)
        topics = self._topics()
        section = self._section(style, number, match[0].strip(), title, topics, run, follows, block.start, block.end)
        self.outline.points.append(Point(section, run, index, text_start, topics))

    def _ordinals(self, block: Block, text: str, start: int, torn_off: str = "") -> None:
        """一是…二是… of one line. Inside a word (统一是) they are none; a later one may follow a lost full stop."""
        if not torn_off and _ANY_ORDINAL.search(text) is None:
            return
        here: dict[str, Run] = {}
        text = torn_off + text
        for match in _ordinals(text, start):
            number = dates.number(match["number"])
            word = match["word"]
            at_boundary = match.start() == start or text[match.start() - 1] in _BOUNDARY
            runs_on = word == "是" and word in here and here[word].last + 1 == number and number > 1
            if number is None or not (at_boundary or runs_on):
                continue
            # 十二是约数: a later ordinal needs an earlier one, or the beginning of its line.
            if number > 1 and match.start() > start and word not in self.closed and not self._open(word):
                continue
            rest = text[match.end() :]
            run, follows = self._place(word, number, f"{match[0]}{_title(rest)}", False)
            here[word] = run
            topics = self._topics()
            position = block.start + max(0, match.start() - len(torn_off))
            end = block.start + match.end() - len(torn_off) + len(_title(rest))
            self._section(word, number, match[0], _title(rest), topics, run, follows, position, end, is_inline=True)

    def _place(self, style: str, number: int, title: str, is_heading: bool) -> tuple[Run, int | None]:
        """Opens the level of a number, closing what it ends. Returns its run and the number that it follows there."""
        run: Run | None = None
        depth = next((d for d, level in self._open(style) if level.run is not None and level.run.last + 1 == number), None)
        if depth is None and number > 1:
            # A skip, or a number given twice, in the innermost run: better than another run that happens to fit.
            depth = next((d for d, level in self._open(style) if level.run is not None and level.run.last <= number), None)
            if depth is None:
                depth = next((d for d, _ in self._open(style)), None)
        if depth is not None:
            run = self.levels[depth].run
            self._close(depth)
        elif len(nested := self._open(style)) >= MOST_NESTED:
            self._close(nested[0][0])
        if depth is None and number > 1 and style in self.closed and self.closed[style].last + 1 == number:
            run = self.closed[style]  # the run goes on under another heading
        follows = run.last if run is not None else 0 if number == 1 else None
        if run is None:
            run = Run(style, self.runs, number)
            self.runs += 1
        run.last = number
        self.levels.append(Level(style, title, is_heading, run))
        return run, follows

    def _topics(self) -> tuple[str, ...]:
        """The headings above the innermost level, without the title of the whole document."""
        above = self.levels[:-1]
        if above and above[0].style == "#1":
            above = above[1:]
        return tuple(level.title for level in above if level.style not in ("是", "要"))

    def _open(self, style: str) -> list[tuple[int, Level]]:
        return [(depth, level) for depth, level in reversed(list(enumerate(self.levels))) if level.style == style]

    def _close(self, depth: int) -> None:
        """Closes the levels from `depth` on. Of several runs of one style the outermost is the one that may be resumed."""
        for level in reversed(self.levels[depth:]):
            if level.run is not None:
                self.closed[level.style] = level.run
        del self.levels[depth:]

    def _hash_heading(self, index: int, block: Block, text: str) -> None:
        style = f"#{block.level}"
        depth = next((d for d, _ in self._open(style)), None)
        if depth is not None:
            self._close(depth)
        self._push_heading(index, style, text)

    def _plain_heading(self, index: int, text: str) -> None:
        depth = next((d for d, _ in self._open("plain")), None)
        if depth is not None:
            self._close(depth)
        self._push_heading(index, "plain", text)

    def _push_heading(self, index: int, style: str, text: str) -> None:
        # Items that are sentences end where a heading stands; headings above it stay.
        first_item = next((depth for depth, level in enumerate(self.levels) if not level.is_heading), None)
        if first_item is not None:
            self._close(first_item)
        self.levels.append(Level(style, _title(text), True))
        self.outline.plain_headings.add(index)

    def _is_plain_heading(self, index: int, text: str) -> bool:
        """A short line that ends like no sentence, right above a numbered line and below the end of a sentence or another heading."""
        blocks, whole = self.document.blocks, self.document.text
        if len(text) > LONGEST_PLAIN_HEADING or text[-1] in _SENTENCE_END or text[-1] in "，,、" or text.endswith(not_headings()):
            return False
        if not re.search(r"[\u4e00-\u9fff]{2}", text) or index + 1 >= len(blocks) or blocks[index + 1].table is not None:
            return False
        below = whole[blocks[index + 1].start : blocks[index + 1].end]
        if _MARKER.match(below) is None:
            return False
        if index == 0 or blocks[index - 1].table is not None:
            return True
        above = whole[blocks[index - 1].start : blocks[index - 1].end].rstrip()
        return above[-1:] in _SENTENCE_END or (_MARKER.match(above) is not None and len(above) <= LONGEST_PLAIN_HEADING)

    def _section(
        self,
        style: str,
        number: int,
        printed: str,
        title: str,
        topics: tuple[str, ...],
        run: Run,
        follows: int | None,
        start: int,
        end: int,
        *,
        is_inline: bool = False,
    ) -> Section:
        document = self.document
        path = SEPARATOR.join(topics) or None
        place = (document.line_of(start), start, end, document.page_of(start))
        section = Section(style, number, printed, title, path, run.index, follows, is_inline, *place)
        self.outline.sections.append(section)
        return section


def _ordinals(text: str, start: int) -> Iterator[re.Match[str]]:
    last = start
    for position in sorted(_behind_numbers(text, "是", start) + _behind_numbers(text, "要", start)):
        first = position
        while first > last and position - first < _LONGEST_NUMBER and text[first - 1] in _HAN_DIGITS:
            first -= 1
        match = _ORDINAL.match(text, first)
        if match is not None:
            last = match.end()
            yield match


def _behind_numbers(text: str, word: str, start: int) -> list[int]:
    """Where a word stands right behind a number."""
    places: list[int] = []
    position = text.find(word, start + 1)
    while position >= 0:
        if text[position - 1] in _HAN_DIGITS:
            places.append(position)
        position = text.find(word, position + 1)
    return places


def _value(kind: str, printed: str) -> int | None:
    if kind in _FIRST_OF:
        return ord(printed) - ord(_FIRST_OF[kind]) + 1
    return dates.number(printed)


def _title(text: str) -> str:
    """The words of a heading, or the first clause of a numbered line."""
    text = text.strip()
    end = _TITLE_END.search(text)
    return (text[: end.start()] if end else text)[:LONGEST_TITLE]
