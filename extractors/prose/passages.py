"""The running text of a document: passages with the headings above them.

Lives here: joining the pieces of a paragraph that a page break tore, the path of headings over each passage (numbered lead-ins such as
"1. 公开目录公开信息的情况：" included), and leaving out what is not the report's own account: plans, problems, pasted documents.
Elsewhere: blocks and tables (../readers), what sentences say (figures.py, zeros.py).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Block, Document
from extractors.prose.wording import pattern_of, squeezed

# A line that ends without any of these goes on behind the page break; titles and signatures are shorter than this.
_ENDS = "。；;：:！!？?…"
_SHORTEST_TORN = 20
_NUMBERED = re.compile(r"\s*(?:[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[）)]|[一二三四五六七八九十]{1,3}\s*[、.．是]|\d{1,2}\s*[.、．)）](?!\d)|第[一二三四五六七八九十\d]+[，,、])")
_LEVELS = (
    re.compile(r"\s*[一二三四五六七八九十]{1,3}\s*、"),
    re.compile(r"\s*[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]"),
    re.compile(r"\s*\d{1,2}\s*[.、．]"),
    re.compile(r"\s*[（(]\s*\d{1,2}\s*[）)]"),
)
# Outline levels of numbered lines come below those of marked headings (1 to 6).
_LEVEL_OF_NUMBERS = 7
_LONGEST_HEAD = 32
_HEAD_END = "。，,；;"


@dataclass(slots=True)
class Passage:
    """One stretch of running text. `heads` are the headings above it, outermost first; `is_account` is False for plans and pasted texts."""

    start: int
    end: int
    heads: tuple[str, ...]
    is_account: bool = True


def passages(document: Document, text: str) -> Iterator[Passage]:
    """The passages in reading order. `text` is the canonical text with traditional characters folded."""
    stack: list[tuple[int, str]] = []
    is_marked = _is_marked(document, text)
    current: Passage | None = None
    last_end = -1
    for block in document.blocks:
        if block.table is not None:
            if current is not None:
                yield current
            current = None
            continue
        body = text[block.start : block.end]
        level = _heading_level(block, body, is_marked)
        if level is not None:
            if current is not None:
                yield current
                current = None
            while stack and stack[-1][0] >= level:
                stack.pop()
            stack.append((level, squeezed(body)))
            if any(map(str.isdigit, body)) or body.rstrip()[-1:] in "无零":
                heads = tuple(head for _, head in stack)
                yield Passage(block.start, block.end, heads, _is_account(heads))
            continue
        if current is not None and _goes_on(text[current.start : last_end], body):
            current.end = last_end = block.end
            continue
        if current is not None:
            yield current
        heads = tuple(head for _, head in stack)
        current = Passage(block.start, block.end, heads, _is_account(heads))
        last_end = block.end
    if current is not None:
        yield current


def _is_marked(document: Document, text: str) -> bool:
    """Whether the headings bear levels of their own (markup), beyond those that the reader takes from their numbering."""
    for block in document.blocks:
        if block.kind == "heading":
            numbered = _level_of_number(text[block.start : block.end])
            if numbered is None or numbered - _LEVEL_OF_NUMBERS + 1 != block.level:
                return True
    return False


def _heading_level(block: Block, body: str, is_marked: bool) -> int | None:
    if block.kind == "heading":
        return block.level if is_marked else _level_of_number(body)
    if block.end - block.start > _LONGEST_HEAD:
        return None
    numbered = _level_of_number(body)
    if numbered is None or any(character in body for character in _HEAD_END):
        return None
    stripped = body.rstrip()
    return None if re.search(r"\d\s*[\u4e00-\u9fff%]{1,2}$", stripped) or stripped.endswith(("无", "零", "0")) else numbered


def _level_of_number(body: str) -> int | None:
    for depth, pattern in enumerate(_LEVELS):
        if pattern.match(body):
            return _LEVEL_OF_NUMBERS + depth
    return None


def _goes_on(before: str, body: str) -> bool:
    before = before.rstrip()
    return len(before) >= _SHORTEST_TORN and before[-1] not in _ENDS and _NUMBERED.match(body) is None


def _is_account(heads: tuple[str, ...]) -> bool:
    skipped = pattern_of("skipped_section")
    return not any(skipped.search(head) for head in heads)
