"""The metadata block of a published page.

Lives here: finding labels such as 索引号, 发布机构, 文号, 成文日期 before the text, in all the ways in which pages print them (several
on one line, bullets, label and value as cells, a row of labels above a row of values, spaces inside a label, a label above its value),
and reading their values.
Elsewhere: how much a value is trusted against title and signature (__init__.py). The block may name the operator of the site.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractors.identity import dates, wording
from extractors.identity.evidence import Line

_FIELD_OF = {row["label"]: row["field"] for row in wording.rows("metadata_labels")}
# A reader takes the wide blanks of "文　　号：" for borders of cells.
_GAP = r"[^\S\n]*"
_LABEL = re.compile("|".join(_GAP.join(map(re.escape, label)) for label in wording.words("metadata_labels", "label")))
# Labels that are words of running text as well: only at the beginning of a line or cell.
_SHORT = 2
_BEFORE = wording.BLANKS + "|【[·•*-●■◆"
_COLON = ":："
_SPACES = wording.BLANKS.replace("\t", "")
# A colon further off than this doesn't belong to the label.
_WIDEST_GAP = 40
_EMPTY = frozenset(row["value"] for row in wording.rows("empty_values"))
_EDGE = wording.BLANKS + "|:：】];；,，*"
DOCUMENT_NUMBER = re.compile(r"[一-鿿]{1,14}(?:[〔\[［【（(]\s*\d{4}\s*[〕\]］】）)]\s*第?\s*\d{1,5}\s*号?|\d{4}年第\s*\d{1,4}\s*号)")
_INDEX_NUMBER = re.compile(r"(?=\S*\d)[0-9A-Za-z][0-9A-Za-z/_.()（）－-]{2,60}")
_INDEX_BROKEN = re.compile(r"(?i)none$|null$|[-/_]$")
_NAME = re.compile(r"[一-鿿][一-鿿（）()、·\s]{1,40}")


@dataclass(frozen=True, slots=True)
class Found:
    """A valid value of the block: `value` as printed, without typesetting spaces."""

    field: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Label:
    field: str
    start: int
    end: int
    has_colon: bool


# Each line of the head is asked for its labels by several.
@lru_cache(maxsize=256)
def _labels(text: str) -> tuple[_Label, ...]:
    found: list[_Label] = []
    for match in _LABEL.finditer(text):
        before = text[match.start() - 1] if match.start() else "\t"
        after = text[match.end() : match.end() + _WIDEST_GAP].lstrip(_SPACES)[:1]
        starts = before in _BEFORE
        name = re.sub(r"\s", "", match[0])
        if "\t" in match[0] and not (after and after in _COLON and min(len(piece.strip()) for piece in match[0].split("\t")) == 1):
            continue  # words of two cells
        if after and after in _COLON + "】]":
            accepted = starts or (len(name) > _SHORT and before not in "《“")
        else:
            accepted = starts and (not after or text[match.end()] in wording.BLANKS + "|")
        if accepted:
            found.append(_Label(_FIELD_OF[name], match.start(), match.end(), bool(after) and after in _COLON))
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def is_metadata(line: Line) -> bool:
    """Does the line belong to a metadata block: two labels, or one that it begins with?"""
    labels = _labels(line.text)
    return len(labels) >= 2 or (len(labels) == 1 and not line.text[: labels[0].start].strip(_BEFORE) and len(line.text) < 120)


def read_block(lines: list[Line]) -> list[Found]:
    """The valid values among `lines`, in reading order."""
    found: list[Found] = []
    skip = -1
    for index, line in enumerate(lines):
        if index == skip:
            continue
        labels = _labels(line.text)
        if not labels:
            continue
        spans = [
            _trimmed(line.text, label.end, nearest)
            for label, nearest in zip(labels, [*(x.start for x in labels[1:]), len(line.text)], strict=True)
        ]
        below = lines[index + 1] if index + 1 < len(lines) else None
        if all(start == end for start, end in spans) and below is not None and not _labels(below.text):
            found.extend(_from_below(labels, line, below))
            skip = index + 1
            continue
        for label, (start, end) in zip(labels, spans, strict=True):
            found.extend(_checked(label.field, line.text[start:end], line.start + start))
    return found


def _from_below(labels: tuple[_Label, ...], line: Line, below: Line) -> Iterator[Found]:
    """Values of a row of labels that stand in the row below it (or of one label, in the line below it)."""
    if len(labels) == 1:
        start, end = _trimmed(below.text, 0, len(below.text))
        yield from _checked(labels[0].field, below.text[start:end], below.start + start)
        return
    separator = r"\t" if "\t" in line.text and "\t" in below.text else r"\s+"
    cells = _cells(below.text, separator)
    positions = [start for start, _ in _cells(line.text, separator)] if separator == r"\t" else [label.start for label in labels]
    if len(positions) != len(cells):
        return
    by_start = dict(zip(positions, cells, strict=True))
    for label in labels:
        cell = by_start.get(label.start) or next((by_start[p] for p in sorted(positions, reverse=True) if p <= label.start), None)
        if cell is not None:
            start, end = _trimmed(below.text, *cell)
            yield from _checked(label.field, below.text[start:end], below.start + start)


def _cells(text: str, separator: str) -> list[tuple[int, int]]:
    cells, position = [], 0
    for match in re.finditer(separator, text):
        cells.append((position, match.start()))
        position = match.end()
    cells.append((position, len(text)))
    return cells if separator == r"\t" else [cell for cell in cells if cell[0] < cell[1]]


def _checked(field: str, printed: str, offset: int) -> Iterator[Found]:
    """The value, where it has the shape of its field."""
    if not field or printed in _EMPTY:
        return
    if field in ("published_date", "signed_date"):
        first = dates.first_day(printed)
        # A value begins with its date (a clock time may follow); a date further on belongs to something else.
        if first is not None and first[1] == 0:
            yield Found(field, first[0].isoformat(), offset, offset + first[2])
        return
    if field == "document_number":
        match = DOCUMENT_NUMBER.match(printed)
        if match and not re.match(r"[\d〔（(\[]", printed[match.end() :]):
            yield Found(field, re.sub(r"\s", "", match[0]), offset, offset + match.end())
    elif field == "index_number":
        match = _INDEX_NUMBER.match(printed)
        if match and not _INDEX_BROKEN.search(match[0]) and printed[match.end() : match.end() + 1] in wording.BLANKS + "|":
            yield Found(field, match[0], offset, offset + match.end())
    elif field == "publisher":
        match = _NAME.match(printed)
        if match:
            name = re.split(r"\s{2,}|\t|、", match[0])[0].strip()
            yield Found(field, wording.tidy(name), offset, offset + len(name))
    elif printed:
        yield Found(field, wording.tidy(printed), offset, offset + len(printed))
