"""Names of persons.

Lives here: what looks like a Chinese personal name (surnames.csv, and words that begin like one: not_names.csv), and the names that stand
in the description of a payment (payment_words.csv).
Elsewhere: where names are looked for (roster.py, personal.py), labels that a name follows (../masking.py).

A name is told by its surname, its length and its neighbours, never by itself: 温室 begins with a surname too. Where goods and a name can't
be told apart (付柴火), nothing is taken: names of villages and offices must stay readable.
"""

import re
from collections.abc import Iterator
from functools import cache

from extractors.csv_tables import records_of

_HAN = "\u4e00-\u9fff\u3400-\u4dbf"
# Characters that end the names of places, offices and things, and hardly ever stand in the name of a person.
_NOT_GIVEN = "村镇县乡局办所站组队户费款租厂司店校院部路渠沟闸的等及与年月日号元支付收交缴退还借领报购买们某各个次份条种等室棚费"
# What the name of a village ends with that is printed without its 村.
_PLACE_END = "湾庄屯堡寨坪岭洼塘坡坝圩营埠咀嘴桥"
_DOTTED = rf"[{_HAN}]{{1,7}}(?:[·•・．][{_HAN}]{{1,8}}?){{1,3}}"


@cache
def words_of(table: str, column: str, role: str | None = None) -> frozenset[str]:
    return frozenset(row[column] for row in records_of(f"annexes/{table}.csv") if role is None or row["role"] == role)


def alternation(words: frozenset[str]) -> str:
    """The words as one pattern, longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


@cache
def _surname() -> str:
    surnames = words_of("surnames", "surname")
    compound = "|".join(sorted(name for name in surnames if len(name) > 1))
    single = "".join(sorted(name for name in surnames if len(name) == 1))
    # A compound surname may be a single one with a given name, too; the longer reading covers more.
    return rf"(?!(?:{alternation(words_of('not_names', 'word') | words_of('positions', 'word'))}))(?:{compound}|[{single}])"


@cache
def name_pattern() -> str:
    """A name: surname and one or two characters, set apart by a space where it has but two; or a name in parts joined by dots."""
    given = rf"[{_HAN}](?<![{_NOT_GIVEN}])"
    return rf"(?:{_DOTTED}|{_surname()}(?:{given}{given}|{given}|[^\S\n\t]{{1,4}}{given}(?![{_HAN}])))"


@cache
def _whole_name() -> re.Pattern[str]:
    return re.compile(name_pattern())


def is_name(text: str) -> bool:
    """Is the whole text a name?"""
    return len(text) <= 30 and _whole_name().fullmatch(text.strip()) is not None


@cache
def _payment(*, in_cell: bool) -> re.Pattern[str]:
    before = alternation(words_of("payment_words", "word", "before"))
    verbs = words_of("payment_words", "word", "after")
    after = alternation(verbs)
    long_after = alternation(frozenset(word for word in verbs if len(word) > 1))
    things = words_of("payment_words", "word", "thing")
    thing = alternation(frozenset(word for word in things if len(word) > 1))
    any_thing = alternation(things)
    person = alternation(words_of("payment_words", "word", "person"))
    given = rf"[{_HAN}](?<![{_NOT_GIVEN}])"
    # 付 is a verb here, but for what was received from someone of that name.
    surname = rf"(?:(?!付)|(?<=收到)|(?<=村民)){_surname()}"
    three = rf"(?:{_DOTTED}|(?!.家[{_PLACE_END}]){surname}{given}{given})"
    two = rf"(?:{surname}(?:{given}|[^\S\n\t]{{1,4}}{given}))"
    stop = r"[，,（(。；;：:\s\d]|$"
    gap = r"[^\S\n\t]{0,4}"
    others = rf"[、，,和及]{name_pattern()}"
    begin = r"(?:^|(?<=[村组社队户、，,；;：:\s]))"
    place = rf"(?<![{_PLACE_END}])"
    if not in_cell:
        # In a sentence, only what was paid tells a name from the words around it.
        firsts = "".join(sorted({word[0] for role in ("before", "person") for word in words_of("payment_words", "word", role)}))
        return re.compile(rf"(?=[{firsts}])(?:{before}|{person}){gap}(?P<to>{three}|{two})(?={gap}(?:{thing}|{others}))")
    return re.compile(
        # paid to or by a name, and for what: 收到某某承包费
        rf"(?:{before}|{person}){gap}(?:(?P<to3>{three})(?={gap}(?:{thing}|{long_after}|{others}|{stop}))"
        rf"|(?P<to2>{two})(?={gap}(?:{thing}|{others}))|(?P<to1>{three})(?={gap}(?:{any_thing}|{after})))"
        rf"|(?:{person}){gap}(?P<of2>{two})(?={gap}(?:{after}|{stop}))"
        # a name that pays: 某某交来地租
        rf"|{begin}(?:(?P<by3>{three}){place}(?={after}|{thing})|(?P<by2>{two}){place}(?={after}|{thing}))"
    )


@cache
def _next_of_list() -> re.Pattern[str]:
    things = alternation(words_of("payment_words", "word", "thing") | words_of("payment_words", "word", "after"))
    return re.compile(rf"[、，,和及](?P<name>{name_pattern()})(?={things}|[、，,和及（(。；;：:\s\d]|$)")


def names_in_payment(text: str, *, in_cell: bool = True) -> Iterator[tuple[int, int]]:
    """The places of names in the description of a payment (a cell, or a sentence), lists of names (某某、某某承包费) included."""
    pattern, position = _payment(in_cell=in_cell), 0
    while (match := pattern.search(text, position)) is not None:
        group = next(name for name, value in match.groupdict().items() if value)
        yield match.span(group)
        position = match.end(group)
        while (more := _next_of_list().match(text, position)) is not None:
            yield more.span("name")
            position = more.end("name")
