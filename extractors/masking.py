"""Personal data to blocks.

Lives here: finding mobile and private phone numbers, e-mail addresses, identity and bank card numbers, and the names behind the labels of a
signature (单位负责人, 审核人, 填报人, 联系人 …), and covering each character with U+2588, so that every offset stays right.
Elsewhere: what is published or shown (it must pass through `mask`, or be cut from a covered text); lists of persons and ledgers, which
need the table's columns (annexes/personal.py).

Public hotlines (five digits and 400/800 numbers), document and index numbers, dates, counts and amounts stay.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from extractors.csv_tables import records_of

BLOCK = "\u2588"
# One for one, so that offsets stay.
HALF_WIDTH_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}
_FULL_WIDTH = re.compile("[０-９]")
# Line ends and cell borders are no personal data; covering them would change the lines and cells of the text.
_COVERED = re.compile(r"[^\n\t]")

_LABELS = tuple(
    sorted(
        (record["label"] for record in records_of("masking_labels.csv")),
        key=len,
    )
)[::-1]
_LABEL = "|".join(r"[^\S\n]*".join(map(re.escape, label)) for label in _LABELS)
_FIRST_OF_LABELS = "".join(sorted({label[0] for label in _LABELS}))
_HAN = "\u4e00-\u9fff\u3400-\u4dbf"
# A Chinese name has two to four characters, often set apart where it has two; a name of another people may be longer, in parts
# joined by a dot. The next label may follow at once, where a format lost the blanks between them.
_NAME_END = rf"(?=[^{_HAN}：:]|$|(?:{_LABEL})[^\S\n]*[:：])"
_PERSON = rf"(?:[{_HAN}]{{1,7}}(?:[·•・．][{_HAN}]{{1,8}}){{1,3}}|[{_HAN}][^\S\n\t]{{1,4}}[{_HAN}]|[{_HAN}]{{2,4}}){_NAME_END}"
_NAMES = re.compile(rf"(?P<name>{_PERSON})(?:[^\S\n]*[、，,/][^\S\n]*(?P<second>{_PERSON}))?")
# One alternation finds every place that might hold personal data; what stands there is judged by `_judge`.
_CANDIDATE = re.compile(
    # What any of the alternatives begins with: most characters begin none.
    rf"(?=[{_FIRST_OF_LABELS}0-9A-Za-z+(（电传手账帐卡])(?:"
    rf"(?P<label>(?:{_LABEL})(?:[（(][^）)\n]{{0,8}}[）)])?[^\S\n]*[:：|\t][^\S\n|]*)"
    # Bounded: tried from behind each + and %, a name without end would cost the square of its length.
    r"|(?<![0-9A-Za-z._-])(?P<mail>[A-Za-z0-9][A-Za-z0-9._%+-]{0,200}[^\S\n]?[@＠][^\S\n]?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|\d{5,11}qq\.com)"
    r"|(?<![0-9A-Za-z.])(?P<number>\d{17}[\dXx]|\d{19}|\d{16}|\d{15}|(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2})(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z/〔\[［-])(?P<landline>(?:0\d{2,3}[^\S\n]?[-－—–][^\S\n]?|[（(]0\d{2,3}[）)][^\S\n]?[-－]?)"
    r"\d{7,8}(?:[-－—转]\d{1,5})?)(?![0-9A-Za-z/-])"
    r"|(?:电[^\S\n]{0,4}话|传[^\S\n]{0,4}真|手机|[Tt][Ee][Ll]|QQ)(?:号码?|群)?[^\S\n]*[:：为是\t]?[^\S\n|]*(?P<phone>0\d{9,11}|[1-9]\d{6,10})(?![0-9A-Za-z])"
    r"|(?:[账帐]号|[账帐]户|卡号)[^\S\n]*[:：为是\t]?[^\S\n|]*(?P<account>\d(?:[ -]?\d){9,24})(?![0-9A-Za-z]))"
)
# Cheap to find; a line without one of these holds nothing to cover.
_HINT = re.compile(
    rf"\d(?:\d{{6}}|\d{{2}}[^\S\n]?[-－—– ）)][^\S\n]?\d{{3}}|(?:[ -]?\d){{9}})|[@＠]|qq\.com"
    rf"|[{''.join(sorted({label[-1] for label in _LABELS}))}][^\S\n]*(?:[（(][^）)\n]{{0,8}}[）)][^\S\n]*)?[:：|\t]"
)


def _column(table: str, column: str, where: str | None = None) -> list[str]:
    return [row[column] for row in records_of(table) if where is None or row["where"] == where]


def _any_of(where: str) -> str:
    return "|".join(map(re.escape, _column("masking_no_names.csv", "word", where)))


# What follows such a label is no name where it is a role, an office (作者：办公室) or another label (masking_no_names.csv).
_NO_NAME = frozenset(
    (
        *_LABELS,
        *_column("masking_no_names.csv", "word", "whole"),
        *_column("annexes/positions.csv", "word"),
        *_column("annexes/roster_roles.csv", "role"),
    )
)
_NO_NAME_SHAPE = re.compile(rf"(?:{_any_of('beginning')})|.*(?:{_any_of('ending')})$|..+(?:{_any_of('office')})$")
_UNIT_BEHIND = re.compile(r"[^\S\n]*[元万亿条件人次份吨亩%％]")
_NUMBER_LABEL = re.compile(r"(?:索[^\S\n]*引[^\S\n]*号|文[^\S\n]*号|编号|代码)[^\S\n]*[:：\t]?[^\S\n]*$")


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of personal data in a text. `kind`: name, mail, number (mobile, identity, card), landline, phone, account.

    `label` is what stood before a name, without spaces.
    """

    kind: str
    start: int
    end: int
    label: str | None = None


def mask(text: str) -> str:
    """`text` with personal data covered, character by character; its length never changes."""
    return cover(text, ((found.start, found.end) for found in find(text)))


def find(text: str) -> list[Found]:
    """Every piece of personal data that its own shape or the label before it gives away, in reading order."""
    everything: list[Found] = []
    if _FULL_WIDTH.search(text):
        text = text.translate(HALF_WIDTH_DIGITS)
    done = 0
    for hint in _HINT.finditer(text):
        if hint.start() < done:
            continue
        position = max(done, text.rfind("\n", 0, hint.start()) + 1)
        done = text.find("\n", hint.end())
        done = len(text) if done < 0 else done
        while (match := _CANDIDATE.search(text, position, done)) is not None:
            found = _judge(text, match)
            everything.extend(found)
            position = max(match.end(), found[-1].end if found else 0)
    return everything


def cover(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with the spans covered; they may touch, overlap and come in any order."""
    pieces: list[str] = []
    last = 0
    for start, end in sorted(spans):
        start = max(start, last)
        if start < end:
            pieces.append(text[last:start])
            pieces.append(_COVERED.sub(BLOCK, text[start:end]))
            last = end
    return "".join(pieces) + text[last:] if pieces else text


def _judge(text: str, match: re.Match[str]) -> list[Found]:
    """What is personal at a candidate."""
    kind = match.lastgroup
    if kind == "label":
        names = _NAMES.match(text, match.end())
        if names is None:
            return []
        label = re.sub(r"[\s:：|]", "", match["label"])
        found = [group for group in ("name", "second") if names[group] and _may_be_name("".join(names[group].split()))]
        return [Found("name", *names.span(group), label) for group in found]
    assert kind is not None
    if kind == "number" and (_UNIT_BEHIND.match(text, match.end()) or not _is_personal(match["number"])):
        return []
    if kind in ("number", "landline") and _NUMBER_LABEL.search(text, max(0, match.start() - 12), match.start()):
        return []
    return [Found(kind, *match.span(kind))]


def _may_be_name(word: str) -> bool:
    """Is what follows a label anything but a role, an office or another label? When in doubt it is a name: names must not be shown."""
    return word not in _NO_NAME and _NO_NAME_SHAPE.match(word) is None


def _is_personal(printed: str) -> bool:
    """Is a long number one of a person: a mobile phone, an identity number, a bank card?"""
    digits = re.sub(r"[^\dXx]", "", printed)
    if len(digits) in (11, 13):
        return True
    if len(digits) == 18 and _is_identity(digits):
        return True
    if len(digits) == 15 and _is_day(1900 + int(digits[6:8]), digits[8:10], digits[10:12]):
        return True
    return digits.isdecimal() and len(digits) in (16, 19) and _luhn(digits)


def _is_identity(digits: str) -> bool:
    """An 18-digit number with a possible day of birth. A wrong check digit may be a slip in a real number, so it doesn't matter."""
    return digits[0] != "0" and digits[:17].isdecimal() and _is_day(int(digits[6:10]), digits[10:12], digits[12:14])


def _is_day(year: int, month: str, day: str) -> bool:
    try:
        return date(year, int(month), int(day)).year >= 1900
    except ValueError:
        return False


def _luhn(digits: str) -> bool:
    total = 0
    for index, character in enumerate(reversed(digits)):
        value = int(character) * (1 + index % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
