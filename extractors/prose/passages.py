"""The running text of a document: passages with the headings above them.

Lives here: joining the pieces of a paragraph that a page break tore, the path of headings over each passage (numbered lead-ins such as
"1. 公开目录公开信息的情况：" included), and leaving out what is not the report's own account: plans, problems, pasted documents.
Elsewhere: blocks and tables (../readers), what sentences say (figures.py, negations.py).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Block, Document
from extractors.prose.wording import HAN, pattern_of, squeezed

# A line that ends without any of these goes on behind the page break; titles and signatures are shorter than this.
_ENDS = "。;:!?…"
_SHORTEST_TORN = 20
# A short line goes on where these stand at its end, or a word (of those that reports are full of) is torn by it.
_LEADS_ON = re.compile(r"(?:[,、(《]|(?:19|20)\d\d年度?|[我本][局镇乡县市区办委院厅]|全年|共计?|达|(?<=[一-龥])[了为的])$")
_BEGINS_WITHIN = frozenset(",。、;:)》%")
_NUMBERED = re.compile(
    r"\s*(?:\(\s*[一二三四五六七八九十\d]{1,3}\s*\)|[一二三四五六七八九十]{1,3}\s*[、.．是]|\d{1,2}\s*[.、．)](?!\d)|第[一二三四五六七八九十\d]+(?:[,、]|部分|[章节])|[㈠-㈩])"
)
_PAGE_MARK = re.compile(r"\s*(?:[-—–~·]{1,3}\s*\d{1,3}\s*[-—–~·]{1,3}|第\s*\d{1,3}\s*页(?:[\s,/]*共\s*\d{1,3}\s*页)?)\s*")
_UNIT_FIRST = re.compile("[条件份篇次项万]")
# "收到申请" and in the next line "7件，".
_COUNT_FIRST = re.compile(r"\d+[余多]?(?:条|件|份|篇|宗|人次)")
_LONGEST_LEAD = 8
_LONGEST_PAGE_MARK = 16
# "第三部分", "一、", "（一）" or "㈠", "1.", "（1）" or "2.1".
_LEVELS = re.compile(
    r"\s*(?:(第[一二三四五六七八九十]{1,3}(?:部分|章))|([一二三四五六七八九十]{1,3}\s*[、.．](?!\d)|[壹贰叁肆伍陆柒捌玖拾]{1,2}\s*、|[Ⅰ-Ⅻ]\s*[、.．]|第[一二三四五六七八九十]{1,3}节)|(\(\s*[一二三四五六七八九十]{1,3}\s*\)|[㈠-㈩])"
    r"|(\d{1,2}\s*[.、．](?!\d{1,2}[.\s]))|(\(\s*\d{1,2}\s*\)|\d{1,2}\s*\)))"
)
# Outline levels of numbered lines come below those of marked headings (1 to 6), of which the highest is "一、".
_LEVEL_OF_NUMBERS = 7
_FIRST_NUMBER = 2
# A line with nothing but a number and a name: "一 概述", "3 依申请公开".
_SPACED = re.compile(
    r"\s*(?P<number>(?P<han>[一二三四五六七八九十]{1,3})|\d{1,2}(?:\.\d{1,2})?)\s+(?=[\u4e00-\u9fff])(?P<name>[^,。;:!?\d]{2,24})"
)
# "【依申请公开】", "◆收费情况".
_MARKS = "【】◆◇●■□▲△★☆▶►※◎"
_MARKED = re.compile(r"\s*(?:【[^\d,;:。!?【】]{2,24}】|[◆◇●■□▲△★☆▶►※◎]\s*[^\d,;:。!?()]{2,20})\s*")
_LONGEST_HEAD = 32
_HEADING_IN = re.compile(
    r"\s*(?P<head>(?:第[一二三四五六七八九十]{1,3}(?:部分|章)|[一二三四五六七八九十]{1,3}\s*、)\s*(?P<name>[^\s,。;:]{2,24}))"
    r"(?:[ \u00a0]{2,}|\u3000\s*)(?=\S{2})"
)
# Names of sections without a number stand below all that have one.
_LEVEL_OF_NAMES = 20
_HEAD_END = re.compile("[。,;]")
_ENDS_IN_FIGURE = re.compile(r"(?:\d\s*[\u4e00-\u9fff%]{1,2}|[无零0]|:\s*\d[\d.]*)$")
# "当面申请：3件", "培训：1期，24人次", "其中传真：无": a line of a form told in lines.
_LABELLED = re.compile(
    r"\s*(?:其中:)?[^\s\d:。;,][^:。;,]{1,27}:\s*(?:\d[\d.,]*[万亿]?[余多]?\s*[\u4e00-\u9fff%]{0,3}(?:[,、][^\d:。;,]{0,8}\d[\d.]*[万亿]?[\u4e00-\u9fff%]{1,3})?|[无零])\s*(?:\([^()\n]{0,40}\))?\s*"
)
# The name of a section is whole.
_NAME_END = ("情况", "数量")
_FEWEST_LINES = 3
_MAY_BE_FACT = re.compile(r"\d|[无零]$")


@dataclass(slots=True)
class Passage:
    """One stretch of running text. `heads` are the headings above it, outermost first; `is_account` is False for plans and pasted texts.

    `is_problem` is True where plans may stand beside what was done.
    `head_start` is where the heading right above it begins; -1 where other text stands between.
    `is_form` is True for one of several lines of a form ("当面申请：3件").
    """

    start: int
    end: int
    heads: tuple[str, ...]
    is_account: bool = True
    head_start: int = -1
    is_problem: bool = False
    is_form: bool = False


class _Sections:
    """The headings over the line at hand, and what they tell of the text under them."""

    def __init__(self) -> None:
        self._stack: list[tuple[int, str]] = []
        self._heads: tuple[str, ...] = ()
        self._is_account = True
        self._is_problem = False

    def enter(self, level: int, name: str | None) -> None:
        """Goes to a heading of this level, out of all of its level and below; `None` is one that no text stands under."""
        while self._stack and self._stack[-1][0] >= level:
            self._stack.pop()
        if name is not None:
            self._stack.append((level, name))
        self._heads = tuple(head for _, head in self._stack)
        self._is_account = not any(pattern_of("skipped_section").search(head) for head in self._heads)
        self._is_problem = any(pattern_of("problem_section").search(head) for head in self._heads)

    def passage(self, start: int, end: int, head_start: int = -1) -> Passage:
        return Passage(start, end, self._heads, self._is_account, head_start, self._is_problem)


def without_page_numbers(document: Document, text: str) -> str:
    """The text, with blanks of the same length in the place of page numbers that stand alone on a line ("- 3 -")."""
    pieces, last = [], 0
    for block in document.blocks:
        is_short = block.table is None and block.end - block.start <= _LONGEST_PAGE_MARK
        if is_short and _PAGE_MARK.fullmatch(text, block.start, block.end):
            pieces += [text[last : block.start], " " * (block.end - block.start)]
            last = block.end
    return "".join([*pieces, text[last:]]) if pieces else text


def mark_forms(text: str, found: list[Passage]) -> None:
    """Marks the passages that are lines of a form, where at least three of them stand together."""
    run: list[Passage] = []
    for passage in [*found, None]:
        if passage is not None and _LABELLED.fullmatch(text, passage.start, passage.end) and (not run or run[-1].heads == passage.heads):
            run.append(passage)
            continue
        for line in run if len(run) >= _FEWEST_LINES else ():
            line.is_form = True
        run = []


def passages(document: Document, text: str, title: str | None = None) -> Iterator[Passage]:
    """The passages in reading order. `text` is the canonical text with traditional characters folded.

    `title` is the report's: it heads no section, whether its format marks it as a heading or not.
    """
    title = squeezed(title) if title else ""
    sections = _Sections()
    is_marked = _is_marked(document, text)
    current: Passage | None = None
    last_end = -1
    head_start = -1
    over_page = False
    for index, block in enumerate(document.blocks):
        if block.table is not None:
            if current is not None:
                yield current
            current = None
            head_start = -1
            continue
        body = text[block.start : block.end]
        if current is not None and block.end - block.start <= _LONGEST_PAGE_MARK and not body.strip():
            # The number of a page, blanked: the sentence goes on behind it.
            over_page = True
            continue
        if title and block.end - block.start <= 2 * len(title) and squeezed(body) == title:
            # The title is no beginning of a sentence.
            if current is not None:
                yield current
                current = None
            last_end = block.end
            if block.kind != "heading":
                continue
        if (inline := _heading_in(body)) is not None and block.kind != "heading":
            # "第二部分  组织领导  我局由1名副局长分管…": as if the heading had a line of its own.
            if current is not None:
                yield current
            sections.enter(level_of_number(body) or _LEVEL_OF_NAMES, squeezed(inline["head"]))
            current = sections.passage(block.start + inline.end(), block.end, block.start)
            head_start, last_end = -1, block.end
            continue
        level = _heading_level(block, body, is_marked)
        if level is None and not is_marked and (current is None or text[last_end - 1] in _ENDS) and _is_name(body):
            level = _LEVEL_OF_NAMES
        if level is not None and not (not is_marked and _is_torn(text, block, document.blocks[index + 1 : index + 2])):
            if current is not None:
                yield current
                current = None
            sections.enter(level, None if squeezed(body) == title else _named(body))
            if _MAY_BE_FACT.search(body.rstrip()):
                yield sections.passage(block.start, block.end)
            head_start = block.start
            continue
        if current is not None and _goes_on(text, current.start, last_end, last_end + 1 if over_page else block.start, body):
            current.end = last_end = block.end
            over_page = False
            continue
        over_page = False
        if current is not None:
            yield current
        current = sections.passage(block.start, block.end, head_start)
        head_start = -1
        last_end = block.end
    if current is not None:
        yield current


def _is_marked(document: Document, text: str) -> bool:
    """Whether the headings bear levels of their own (markup), beyond those that the reader takes from their numbering."""
    for block in document.blocks:
        if block.kind == "heading":
            numbered = level_of_number(text[block.start : block.end])
            if numbered is None or numbered - _LEVEL_OF_NUMBERS + 1 != block.level:
                return True
    return False


def _heading_level(block: Block, body: str, is_marked: bool) -> int | None:
    if block.kind == "heading":
        return block.level if is_marked else level_of_number(body)
    if block.end - block.start > _LONGEST_HEAD or _HEAD_END.search(body):
        return None
    if (spaced := _spaced(body)) is not None:
        return _LEVEL_OF_NUMBERS + (0 if spaced["han"] else 3 if "." in spaced["number"] else 2)
    numbered = level_of_number(body)
    return None if numbered is None or _ENDS_IN_FIGURE.search(body.rstrip()) else numbered


def _is_name(body: str) -> bool:
    """Whether a line is no more than the name of a section ("依申请公开情况")."""
    if len(body) > _LONGEST_HEAD:
        return False
    marked = _MARKED.fullmatch(body)
    if marked is not None and pattern_of("section_words").search(marked[0]) is not None:
        return True
    return pattern_of("section_name").fullmatch(squeezed(body)) is not None


def level_of_number(body: str) -> int | None:
    """The outline level of a line by its numbering; None where it has none."""
    match = _LEVELS.match(body)
    return None if match is None or match.lastindex is None else _LEVEL_OF_NUMBERS + match.lastindex - _FIRST_NUMBER


def _spaced(body: str) -> re.Match[str] | None:
    """ "一 概述", "3 依申请公开": a number and the name of a section, with nothing but a space between."""
    match = _SPACED.fullmatch(body)
    if match is None or pattern_of("section_words").search(squeezed(match["name"])) is None:
        return None
    return match


def _named(body: str) -> str:
    """A heading without white space, and with a mark behind its number ("一 概述")."""
    if _MARKED.fullmatch(body) is not None:
        return squeezed(body).strip(_MARKS)
    match = _spaced(body)
    return squeezed(body) if match is None else f"{match['number']}、{squeezed(match['name'])}"


def _goes_on(text: str, start: int, end: int, begin: int, body: str) -> bool:
    """Whether what stands in [start, end) goes on with the line `body`, which begins at `begin`."""
    if text[end - 1] in _ENDS or _NUMBERED.match(body) is not None:
        return False
    if body[:1] not in _BEGINS_WITHIN and _LABELLED.fullmatch(text, max(start, text.rfind("\n", start, end) + 1), end):
        return False
    if _is_cut(text, end, begin, body):
        return True
    return end - start >= _SHORTEST_TORN and _LABELLED.fullmatch(body) is None


def _is_cut(text: str, end: int, begin: int, body: str) -> bool:
    """Whether a line that ends at `end` is cut short: the next one, `body`, begins at `begin` and goes on with its words or its number."""
    if begin - end != 1 or not body:
        return False
    last, first = text[end - 1], body[0]
    if (
        first in _BEGINS_WITHIN
        or pattern_of("torn_word").fullmatch(last + first)
        or (last.isdigit() and (first.isdigit() or _UNIT_FIRST.match(body)))
        or (HAN.match(last) and _COUNT_FIRST.match(body))
    ):
        return True
    return _LEADS_ON.search(text, max(0, end - _LONGEST_LEAD), end) is not None


def _heading_in(body: str) -> re.Match[str] | None:
    """The numbered heading that a line begins with, where a gap stands between it and the text."""
    match = _HEADING_IN.match(body)
    return match if match is not None and pattern_of("section_words").search(match["name"]) is not None else None


def _is_torn(text: str, block: Block, following: list[Block]) -> bool:
    """Whether a line with the number of a heading is the beginning of a sentence that a narrow page tore."""
    if not following or following[0].table is not None:
        return False
    if text.count("《", block.start, block.end) > text.count("》", block.start, block.end):
        # A name that the next line ends.
        return "》" in text[following[0].start : min(following[0].end, following[0].start + _LONGEST_HEAD)]
    is_whole = text.endswith(_NAME_END, block.start, block.end)
    return not is_whole and _is_cut(text, block.end, following[0].start, text[following[0].start : following[0].end])
