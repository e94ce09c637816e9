"""What of a document is personal.

Lives here: bringing together what may not be shown: numbers, addresses and signatures by their shape (../masking.py), persons of rosters
(roster.py), private persons in payments (ledger.py, persons.py), and every other place where one of these names stands.
Elsewhere: covering it (`masking.cover`), which everything does that shows a piece of a document.
"""

import re
from collections.abc import Iterator
from functools import cache

from extractors.annexes.ledger import Ledger
from extractors.annexes.persons import is_name, names_in_payment, words_of
from extractors.annexes.roster import Roster
from extractors.document import Cell, Document
from extractors.masking import Found
from extractors.records import Personal

_MONEY_LINE = re.compile(r"\d[^\n]{0,12}元")
_IS_HAN = re.compile("[\u4e00-\u9fff]")
_BLANKS = re.compile(r"[^\S\n\t]{1,4}")
# A name of two characters may be a word elsewhere: only beside a title it is surely the person.
_LEAST_SURE = 3


def read_personal(document: Document, found: list[Found], roster: Roster, ledger: Ledger) -> Personal:
    """Every span to cover, in order, and the names in them (without the spaces inside)."""
    text = document.text
    spans = {(piece.start, piece.end) for piece in found}
    names = {(piece.start, piece.end) for piece in found if piece.kind == "name"} | set(roster.names)
    for cell in ledger.descriptions:
        names.update(_in_cell(cell))
    names.update((cell.start, cell.end) for cell in ledger.persons if is_name(cell.text))
    for block in document.blocks:
        # 元 is cheap to find; most paragraphs have none.
        if block.table is None and text.find("元", block.start, block.end) >= 0 and _MONEY_LINE.search(text, block.start, block.end):
            names.update((block.start + a, block.start + b) for a, b in names_in_payment(text[block.start : block.end], in_cell=False))
    known = {re.sub(r"\s", "", text[start:end]) for start, end in names}
    names.update(_elsewhere(text, known))
    return Personal(sorted(spans | names), sorted(name for name in known if len(name) > 1))


def _in_cell(cell: Cell) -> list[tuple[int, int]]:
    if len(cell.pieces) > 1:
        return []
    return [(cell.start + start, cell.start + end) for start, end in names_in_payment(cell.text)]


def _elsewhere(text: str, names: set[str]) -> list[tuple[int, int]]:
    """The other places of names: long ones anywhere, short ones where they stand apart or beside a title.

    Looked for name by name: a pattern of the names of one document would be compiled for it alone, which takes longer than all the rest.
    """
    long = [place for name in names if len(name) >= _LEAST_SURE for place in _places(text, name)]
    short = [place for name in names if len(name) == 2 for place in _spaced(text, name) if _is_person(text, *place)]
    return [*_apart(long), *_apart(short)]


def _apart(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places that don't overlap, from the left; of several that begin together the longest."""
    last = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= last:
            yield start, end
            last = end


def _places(text: str, name: str) -> Iterator[tuple[int, int]]:
    start = text.find(name)
    while start >= 0:
        yield start, start + len(name)
        start = text.find(name, start + 1)


def _spaced(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name of two characters stands, set apart by blanks or not."""
    start = text.find(name[0])
    while start >= 0:
        end = start + 1
        if text[end : end + 1] != name[1]:
            blanks = _BLANKS.match(text, end)
            end = blanks.end() if blanks is not None else end
        if text[end : end + 1] == name[1]:
            yield start, end + 1
        start = text.find(name[0], start + 1)


def _is_person(text: str, start: int, end: int) -> bool:
    """Does a name of two characters stand alone, behind a title or before one?"""
    if text[max(0, start - 2) : start] in _title_ends() or text.startswith(_titles(), end):
        return True
    return not (start and _IS_HAN.match(text, start - 1)) and not _IS_HAN.match(text, end)


@cache
def _title_ends() -> frozenset[str]:
    # The last two characters tell a title: 副镇长, 镇长.
    return frozenset(word[-2:] for word in words_of("positions", "word"))


@cache
def _titles() -> tuple[str, ...]:
    return tuple(words_of("positions", "word"))
