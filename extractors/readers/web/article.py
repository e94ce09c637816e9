"""Which of a page is its article.

Lives here: leaving out lists of links, tools and counters, and what stands below the article. What stands above it (title, metadata
block) stays.
Elsewhere: the words that tell a frame, and parts named as such (frame.py), lines and boxes (boxes.py).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.readers.web.frame import is_footer, without_tools
from extractors.readers.web.items import Box, Grid, Item, Line

# The article is the smallest part with this share of the page's sentences and tables.
ARTICLE_SHARE = 0.9
# A list of fewer links within the article belongs to it.
LEAST_LIST = 4
# A line of tools is no longer than this; sentences are left alone.
LONGEST_TOOLS = 160
_SENTENCE = re.compile("[。；！？]")


@dataclass(slots=True)
class _Part:
    """What a box holds, with all boxes in it. `content` counts the characters of sentences and tables outside links."""

    box: Box
    parent: "_Part | None"
    characters: int = 0
    linked: int = 0
    content: int = 0
    is_footer: bool = False
    parts: list["_Part"] = field(default_factory=list)


def article(page: Box) -> Iterator[Line | Grid]:
    """The lines and tables of the article, with what stands above it, in order."""
    parts = _measured(page)
    inmost = root = parts[page]
    while inner := max(inmost.parts, key=lambda part: part.content, default=None):
        if not root.content or inner.content < ARTICLE_SHARE * inmost.content:
            break
        inmost = inner
    around = set()
    step: _Part | None = inmost
    while step is not None:
        around.add(step.box)
        step = step.parent
    yield from _told(page, parts, inmost.box, around)


def _told(page: Box, parts: dict[Box, _Part], inmost: Box, around: set[Box]) -> Iterator[Line | Grid]:
    """Walks the boxes in order; `inside` counts the open ones that are the article or stand in it, `is_past` that it lies behind."""
    waiting: list[Iterator[Item]] = [iter(page.items)]
    inside = int(inmost is page)
    is_past = False
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
            is_past = is_past or inside == 1
            inside = max(inside - 1, 0)
        elif isinstance(item, Box):
            if item in around or _is_kept(parts[item], is_inside=inside > 0, is_past=is_past):
                waiting.append(iter(item.items))
                inside += bool(inside) or item is inmost
        elif isinstance(item, Grid):
            if _is_kept_grid(item, is_inside=inside > 0, is_past=is_past):
                yield item
        elif (line := _without_tools(item)) is not None and (inside or _is_kept_line(line, is_past=is_past)):
            yield line


def _is_kept(part: _Part, *, is_inside: bool, is_past: bool) -> bool:
    if _is_linked(part.linked, part.characters) and not part.content and (not is_inside or len(part.box.items) >= LEAST_LIST):
        return False
    return is_inside or not is_past or (part.content > 0 and not part.is_footer)


def _is_kept_grid(grid: Grid, *, is_inside: bool, is_past: bool) -> bool:
    """Menus are no tables, as lists of links are no lists: within the article only those of a few cells, or with words beside the links."""
    if _is_linked(grid.linked, grid.characters) and (not is_inside or sum(map(len, grid.rows)) >= LEAST_LIST):
        return is_inside and grid.linked < grid.characters
    return is_inside or not is_past or not _is_footer_grid(grid)


def _is_kept_line(line: Line, *, is_past: bool) -> bool:
    if _is_linked(line.linked, len(line.text)):
        return False
    return not is_past or (_SENTENCE.search(line.text) is not None and not is_footer(line.text))


def _is_linked(linked: int, characters: int) -> bool:
    """More than half of it in links: links, not a text with a few."""
    return 2 * linked > characters


def _measured(page: Box) -> dict[Box, _Part]:
    """Every box with what it holds, however deep they are."""
    parts: dict[Box, _Part] = {page: _Part(page, None)}
    order = [parts[page]]
    for part in order:
        for item in part.box.items:
            if isinstance(item, Box):
                inner = parts[item] = _Part(item, part)
                part.parts.append(inner)
                order.append(inner)
                continue
            part.linked += item.linked
            if isinstance(item, Grid):
                part.characters += item.characters
                if not _is_linked(item.linked, item.characters):
                    part.content += item.characters - item.linked
                continue
            length = len(item.text)
            part.characters += length
            if length <= LONGEST_TOOLS and is_footer(item.text):
                part.is_footer = True
            elif not _is_linked(item.linked, length) and _SENTENCE.search(item.text):
                part.content += length - item.linked
    for part in reversed(order):
        if part.parent is not None:
            part.parent.characters += part.characters
            part.parent.linked += part.linked
            part.parent.content += part.content
            part.parent.is_footer = part.parent.is_footer or part.is_footer
    return parts


def _without_tools(line: Line) -> Line | None:
    """The line without tools; None where nothing else stands on it."""
    if len(line.text) > LONGEST_TOOLS or _SENTENCE.search(line.text):
        return line
    text = without_tools(line.text)
    if text == line.text:
        return line
    return Line(text, line.linked, line.level) if text else None


def _is_footer_grid(grid: Grid) -> bool:
    return any(is_footer(text) for row in grid.rows for text in row)
