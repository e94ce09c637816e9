"""Lines that a fixed width tore, put together again.

Lives here: at which line ends of running text a sentence goes on, and the text without these line ends, with the way back to the
canonical one: a number, a title or a day that was torn (霭 / 政办发〔2017〕8号) can be read in it and proved in the canonical text.
Elsewhere: joining tables and labels (layout.py), the passages of prose (prose/passages.py), what is read in the joined text.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from extractors.document import Document

# Text is set at least this wide; titles, signatures and labels are shorter, or have no mark of a sentence.
_SHORTEST_TORN = 20
_SENTENCE_MARK = re.compile("[，,。；;、《（(]")
# No line that may go on stands right above: no line begins behind this offset.
_NONE = -2
_LAST_MARK = frozenset("。；;！!？?：:…")
_BEGINS_ANEW = re.compile(
    r"\s*(?:[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[）)]|[一二三四五六七八九十]{1,3}\s*[、.．是要]|\d{1,2}\s*[、．)）]|\d{1,2}\.(?!\d)|附件|附表|注[:：]"
    r"|[①-⑳⑴-⒇㈠-㈩]|第[一二三四五六七八九十]{1,3}[部章节编篇]|[\u4e00-\u9fff]{1,14}[〔\[［【（(]\s*\d{4}\s*[〕\]］】）)]\s*第?\s*\d{1,5}\s*号$)"
)


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """`text` is the text of the document without the torn line ends; `cuts` are the places in it where one stood."""

    text: str
    cuts: list[int] = field(default_factory=list)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the stretch [start, end) of `text` stands in the text of the document."""
        if not self.cuts:
            return start, end
        return start + bisect_right(self.cuts, start), end + bisect_right(self.cuts, end - 1)


def torn_ends(document: Document, text: str) -> list[int]:
    """The offsets of the line ends at which a sentence goes on; `text` is the canonical text, folded or not."""
    ends: list[int] = []
    above = _NONE
    for block in document.blocks:
        if block.table is not None or block.kind == "heading":
            above = _NONE
            continue
        start, end = block.start, block.end
        goes_on = above == start - 1 and not _BEGINS_ANEW.match(text[start:end])
        if goes_on:
            ends.append(above)
        is_torn = end - start >= _SHORTEST_TORN and text[end - 1] not in _LAST_MARK
        above = end if is_torn and (goes_on or _SENTENCE_MARK.search(text, start, end)) else _NONE
    return ends


def unwrapped(text: str, ends: list[int], start: int = 0, end: int | None = None) -> Unwrapped:
    """`text[start:end]` without the line ends at `ends` (ascending, all within); places of the result count from `start`."""
    if not ends:
        return Unwrapped(text[start:end])
    pieces, last = [], start
    for place in ends:
        pieces.append(text[last:place])
        last = place + 1
    pieces.append(text[last:end])
    return Unwrapped("".join(pieces), [place - start - count for count, place in enumerate(ends)])
