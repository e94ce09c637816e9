"""What of a document is personal.

Lives here: bringing together what may not be shown: numbers, addresses and signatures by their shape (../masking.py), persons of rosters
(roster.py), private persons in payments (ledger.py, persons.py), and every other place where one of these names stands.
Elsewhere: covering it (`masking.cover`), which everything does that shows a piece of a document.
"""

import re
from functools import cache

from extractors.annexes.ledger import Ledger
from extractors.annexes.persons import alternation, is_name, names_in_payment, words_of
from extractors.annexes.roster import Roster
from extractors.document import Cell, Document
from extractors.masking import Found
from extractors.records import Personal

_MONEY_LINE = re.compile(r"\d[^\n]{0,12}元")
_HAN = "\u4e00-\u9fff"
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
    """The other places of names: long ones anywhere, short ones where they stand apart or beside a title."""
    spans: list[tuple[int, int]] = []
    long = frozenset(name for name in names if len(name) >= _LEAST_SURE)
    short = frozenset(name for name in names if len(name) == 2)
    if long:
        spans += [match.span() for match in re.finditer(alternation(long), text)]
    if short:
        spaced = "|".join(sorted(rf"{re.escape(name[0])}[^\S\n\t]{{0,4}}{re.escape(name[1])}" for name in short))
        pattern = rf"(?<![{_HAN}])(?:{spaced})(?![{_HAN}])|{_behind_title()}(?:{spaced})|(?:{spaced})(?={_title()})"
        spans += [match.span() for match in re.finditer(pattern, text)]
    return spans


@cache
def _behind_title() -> str:
    # The last two characters tell a title: 副镇长, 镇长.
    return "(?:" + "|".join(sorted({f"(?<={word[-2:]})" for word in words_of("positions", "word")})) + ")"


@cache
def _title() -> str:
    return alternation(words_of("positions", "word"))
