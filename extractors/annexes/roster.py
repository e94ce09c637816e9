"""Officials' rosters and contacts.

Lives here: who is 组长, 副组长, 成员 of a leading group (lines, lists and tables), tables of persons (姓名 | 职务 | 电话), persons
behind the labels of a signature, telephone numbers and addresses.
Elsewhere: what a name is (persons.py), labels, numbers and addresses by their shape (../masking.py). What is found here is kept in the
home; nothing of it is published.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from extractors.annexes.persons import alternation, is_name, name_pattern, words_of
from extractors.document import Cell, Document, Row
from extractors.layout import squeezed
from extractors.masking import Found
from extractors.records import Contact

_GAP = r"[^\S\n\t]{0,4}"
# Header words of tables of persons.
_NAME_HEADERS = frozenset(
    ("姓名", "名字", "户主", "户主姓名", "负责人", "联系人", "责任人", "姓名（户主）", "人员姓名", "联络员", "信息员", "网格员")
)
_POSITION_HEADERS = frozenset(("职务", "职位", "职称", "单位及职务", "单位职务", "职务职称", "单位", "部门", "岗位", "分工", "工作分工"))
_HAN = "\u4e00-\u9fff"
LONGEST_LINE = 400
# A line of a roster holds a name and a position.
LONGEST_ENTRY = 60


@dataclass(slots=True)
class Roster:
    """`contacts`, and in `names` the places of all names: those in lists of private persons are no contacts."""

    contacts: list[Contact] = field(default_factory=list)
    names: list[tuple[int, int]] = field(default_factory=list)


@cache
def _role() -> str:
    """A role as printed, its characters set apart or not."""
    roles = words_of("roster_roles", "role")
    spaced = ["".join(re.escape(c) + r"\s{0,4}" for c in role[:-1]) + re.escape(role[-1]) for role in roles]
    return "|".join(sorted(spaced, key=lambda pattern: (-len(pattern), pattern)))


@cache
def _role_of_line() -> re.Pattern[str]:
    # With a colon anywhere in a line; without one only where the line begins with it.
    return re.compile(
        rf"(?:(?<![{_HAN}])|(?<=小组)|(?<=领导))(?P<role>{_role()})(?:[（(][^（）()\n]{{0,12}}[）)])?\s{{0,4}}[:：]"
        rf"|^(?P<first>{_role()})[\t \u3000]+(?=\S)"
    )


@cache
def _end_of_role() -> re.Pattern[str]:
    """What stands in every line that has a role with a colon, cheaper to look for."""
    last = "".join(sorted({role[-1] for role in words_of("roster_roles", "role")}))
    return re.compile(rf"[{last}](?:[（(][^（）()\n]{{0,12}}[）)])?\s{{0,4}}[:：]")


@cache
def _first_name() -> re.Pattern[str]:
    return re.compile(rf"\s*{name_pattern()}(?=[\s（(，,：:]|$)")


@cache
def _first_characters() -> frozenset[str]:
    return frozenset(role[0] for role in words_of("roster_roles", "role"))


@cache
def _appointed() -> re.Pattern[str]:
    positions = alternation(words_of("positions", "word"))
    return re.compile(rf"(?:{positions}){_GAP}(?P<name>{name_pattern()})(?:同志)?(?:任|担任|为|兼任|兼)(?P<role>{_role()})")


@cache
def _appointment() -> re.Pattern[str]:
    """The words that make someone something: what `_appointed` ends with, cheaper to look for."""
    return re.compile(rf"[任为兼](?:{_role()})")


@cache
def _comrade() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{name_pattern()})(?:等\S{{0,2}})?同志")


@cache
def _person() -> re.Pattern[str]:
    positions = alternation(words_of("positions", "word"))
    return re.compile(
        rf"(?:(?<![{_HAN}])|(?<=长)|(?<=书记)|(?<=主任)|(?<=委员))(?P<name>{name_pattern()})(?=[^{_HAN}]|$|(?:镇|乡|县|区|市|村|党委|政府|人大)?(?:{positions}))"
    )


def read_roster(document: Document, found: list[Found]) -> Roster:
    """Every person of a roster or a signature, and every telephone number and address, in reading order.

    `found` is what `masking.find` found in the text. A number or an address belongs to the last person before it in its line.
    """
    roster = Roster()
    _read_lines(document, roster)
    for block in document.tables:
        assert block.table is not None
        _read_columns(document, block.table.rows, roster)
    known = {(contact.char_start, contact.char_end) for contact in roster.contacts}
    for piece in found:
        if piece.kind == "name" and (piece.start, piece.end) not in known and not any(s <= piece.start < e for s, e in roster.names):
            roster.contacts.append(_contact(document, piece.start, piece.end, role=piece.label))
    _add_ways(document, roster, found)
    roster.contacts.sort(key=lambda contact: (contact.char_start, contact.char_end))
    return roster


def _read_lines(document: Document, roster: Roster) -> None:
    """Lines and table rows with a role; those below that begin with a name (or a blank first cell) go on with the role above."""
    role: str | None = None
    for start, end in _lines(document):
        text = document.text[start:end]
        if len(text) > LONGEST_LINE and "组长" not in text and "同志" not in text:
            role = None
            continue
        has_role = text[:1] in _first_characters() or ((":" in text or "：" in text) and _end_of_role().search(text) is not None)
        marks = list(_role_of_line().finditer(text)) if has_role else []
        if marks:
            for index, mark in enumerate(marks):
                stop = marks[index + 1].start() if index + 1 < len(marks) else len(text)
                role = re.sub(r"\s", "", mark["role"] or mark["first"])
                _read_persons(document, start, text, mark.end(), stop, role, roster)
        elif role is not None and len(text) <= LONGEST_ENTRY and _first_name().match(text):
            _read_persons(document, start, text, 0, len(text), role, roster)
        else:
            role = None
        for match in _appointed().finditer(text) if ("任" in text or "为" in text) and _appointment().search(text) else ():
            place = (start + match.start("name"), start + match.end("name"))
            roster.names.append(place)
            roster.contacts.append(_contact(document, *place, role=re.sub(r"\s", "", match["role"])))
        if "同志" in text:
            roster.names += [(start + m.start("name"), start + m.end("name")) for m in _comrade().finditer(text)]


def _lines(document: Document) -> Iterator[tuple[int, int]]:
    for block in document.blocks:
        if block.table is None:
            yield block.start, block.end
        else:
            yield from ((row.start, row.end) for row in block.table.rows)


def _read_persons(document: Document, offset: int, text: str, start: int, stop: int, role: str, roster: Roster) -> None:
    """The names in a stretch of a line, each with the words behind it, up to the next name, as its position."""
    sentence = re.search("[。；;]", text[start:stop])
    stop = start + sentence.start() if sentence else stop
    matches = list(_person().finditer(text, start, stop))
    for index, match in enumerate(matches):
        behind = text[match.end() : matches[index + 1].start() if index + 1 < len(matches) else stop]
        position = re.split(r"[、，,；;]", behind)[0].strip(" \t\u3000（()）:：")
        position = re.split(r"[\t ]*(?:电话|手机|联系|邮箱|\d{3})", position)[0].strip(" \t\u3000（()）:：")
        place = (offset + match.start(), offset + match.end())
        roster.names.append(place)
        roster.contacts.append(replace(_contact(document, *place, role=role), position=position or None))


def _read_columns(document: Document, rows: list[Row], roster: Roster) -> None:
    """Tables with a column of names. Only where there are positions or telephone numbers beside them are the persons contacts."""
    words = squeezed("".join(cell.text for row in rows for cell in row.cells))
    if not any(header in words for header in _NAME_HEADERS):
        return
    names: list[int] = []
    positions: list[int] = []
    for row in rows:
        header = [index for index, cell in enumerate(row.cells) if squeezed(cell.text) in _NAME_HEADERS]
        if header and len(row.cells) > 1 and not any(any(map(str.isdigit, cell.text)) for cell in row.cells):
            names, positions = header, [i for i, cell in enumerate(row.cells) if squeezed(cell.text) in _POSITION_HEADERS]
            continue
        for index in names:
            if index < len(row.cells) and is_name(row.cells[index].text):
                place = _inside(row.cells[index])
                if any(start <= place[0] < end for start, end in roster.names):
                    continue
                roster.names.append(place)
                position = next((row.cells[p].text for p in positions if p < len(row.cells) and row.cells[p].text), None)
                if position:
                    roster.contacts.append(replace(_contact(document, *place, role=None), position=position))


def _inside(cell: Cell) -> tuple[int, int]:
    return cell.start + len(cell.text) - len(cell.text.lstrip()), cell.start + len(cell.text.rstrip())


def _contact(document: Document, start: int, end: int, *, role: str | None) -> Contact:
    name = document.text[start:end]
    return Contact(role, name, None, None, None, document.line_of(start), start, end, document.page_of(start))


def _add_ways(document: Document, roster: Roster, found: list[Found]) -> None:
    """Numbers and addresses: to the last person before them in the same line, else contacts of their own."""
    persons = sorted(roster.contacts, key=lambda contact: contact.char_start)
    for piece in found:
        if piece.kind not in ("landline", "phone", "mail", "number"):
            continue
        printed = document.text[piece.start : piece.end]
        digits = re.sub(r"\D", "", printed)
        if piece.kind == "number" and len(digits) not in (11, 13):
            continue
        line = document.line_of(piece.start)
        owner = next((person for person in reversed(persons) if person.line == line and person.char_start < piece.start), None)
        if owner is None or (owner.email if piece.kind == "mail" else owner.phone):
            owner = Contact(None, None, None, None, None, line, piece.start, piece.end, document.page_of(piece.start))
            roster.contacts.append(owner)
        if piece.kind == "mail":
            owner.email = printed
        else:
            owner.phone = printed
