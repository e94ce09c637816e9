"""A report while it is written: its blocks, and the truth about what was printed on it.

Lives here: saying a phrase, lists of figures, headings, paragraphs, tables. Elsewhere: what is true (`model`), how blocks become a file
(`layouts`).
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from orchestration.synthetic.dice import Dice
from orchestration.synthetic.model import Part, Report
from orchestration.synthetic.numbers import ordinal
from orchestration.synthetic.truth import Figure
from orchestration.synthetic.wording import Phrase, phrases, rows, units

# Topics that may be said more than once.
_REPEATED = frozenset({"overview.more", "citation", "interpret", "security", "supervise"})
_SEPARATORS = ("，", "，", "，", "、", "；")


class Contradiction(NamedTuple):
    """One that stands in the file: what is printed, what it should be by the other figures, and why."""

    kind: str
    lhs: str
    rhs: str
    statement: str


class Block(NamedTuple):
    """`kind`: title, heading, paragraph, item, table, line."""

    kind: str
    text: str


class Page:
    """What is written so far. `facts` are the figures that phrases print; `words` name the publisher, the year and so on."""

    def __init__(self, dice: Dice, report: Report) -> None:
        self.dice = dice
        self.report = report
        self.facts = report.facts
        self.words = report.words
        self.said: set[str] = set()
        self.period_ends: set[str] = set()
        self.part_code = ("", "")
        self.is_signed = True
        self.listed: tuple[Part, ...] = ()
        self.blocks: list[Block] = []
        self.figures: list[Figure] = []
        self.citations: list[tuple[str, str]] = []
        self.tasks: list[tuple[str, str, str]] = []
        self.ledger: list[tuple[str, str, str, str]] = []
        self.contradictions: list[Contradiction] = []
        self._phrases = phrases()
        self.units = units()

    def say(self, topic: str) -> str:
        """A phrase of the topic that the figures at hand can fill; nothing where there is none, or where the topic was said before."""
        if topic in self.said:
            return ""
        if topic not in _REPEATED:
            self.said.add(topic)
        phrase = self._choose(topic)
        return "" if phrase is None else self._written(phrase)

    def maybe(self, topic: str, probability: float) -> str:
        """The topic, if a planted contradiction needs it or chance will have it."""
        return self.say(topic) if topic in self.report.must or self.dice.roll() < probability else ""

    def _choose(self, topic: str) -> Phrase | None:
        choices = self._phrases[topic]
        start = int(self.dice.roll() * len(choices))
        facts = self.facts
        for phrase in choices[start:] + choices[:start]:
            if phrase.needs <= facts.keys() and not any(map(facts.get, phrase.zeros)):
                return phrase
        return None

    def _written(self, phrase: Phrase) -> str:
        return "".join([part if isinstance(part, str) else part.write(self) for part in phrase.parts])

    def parts(self, topic: str, code: str, members: Sequence[Part]) -> list[str]:
        """Figures of a list, each in the same words."""
        phrase = self.dice.pick(self._phrases[topic])
        self.part_code = (code, self.units[code])
        texts = []
        for member in members:
            self.words["label"] = member[0]
            self.listed = (member,)
            texts.append(self._written(phrase))
        return texts

    def together(self, topic: str, code: str, members: Sequence[Part]) -> str:
        """One phrase about two figures of a list."""
        self.part_code = (code, self.units[code])
        self.listed = tuple(members)
        self.words["label"], self.words["label2"] = members[0][0], members[1][0]
        return self._written(self.dice.pick(self._phrases[topic]))

    def list_of(self, lead: str, topic: str, code: str, members: Sequence[Part]) -> str:
        """A list of figures as a sentence, with what introduces it."""
        separator = self.dice.pick(_SEPARATORS)
        return f"{self.say(f'{lead}.lead')}{separator.join(self.parts(topic, code, members))}。"

    def headings(self, topics: Sequence[str], style: str, *, skips: bool) -> list[str]:
        """Numbered headings; with `skips`, one number is left out on the way, and noted."""
        skipped = self.dice.between(2, len(topics)) if skips else len(topics) + 1
        texts = []
        for at, topic in enumerate(topics, start=1):
            number = at + (at >= skipped)
            texts.append(numbered(number, style) + self.say(topic))
            if at == skipped:
                lhs, rhs = numbered(number, style), numbered(at, style)
                self.contradictions.append(Contradiction("numbering", lhs, rhs, f"标题“{texts[-1]}”之前缺“{rhs}”"))
        return texts

    def heading(self, text: str) -> None:
        self.blocks.append(Block("heading", text))

    def paragraph(self, *texts: str) -> None:
        text = "".join(texts)
        if text:
            self.blocks.append(Block("paragraph", text))

    def item(self, text: str) -> None:
        """A paragraph that is printed as it is, whatever the file does to others."""
        self.blocks.append(Block("item", text))

    def line(self, text: str) -> None:
        self.blocks.append(Block("line", text))

    def table(self, lines: Iterable[str]) -> None:
        self.blocks.append(Block("table", "\n".join(lines)))

    def cite(self) -> str:
        """A policy document that the report refers to: 《…》（…〔2016〕12号）."""
        row = self.dice.pick(rows("documents.csv"))
        title = row["title"].replace("{$year}", self.words["year"])
        issuer = "政发" if row["issuer"] == "government" else "政办发"
        number = f"{self.words['issuer']}{issuer}〔{self.words['year']}〕{self.dice.between(1, 98)}号"
        self.citations.append((number, title))
        return f"《{title}》（{number}）"

    def cite_regulation(self) -> str:
        self.citations.append(("", REGULATION))
        return f"《{REGULATION}》"


REGULATION = "中华人民共和国政府信息公开条例"


def numbered(number: int, style: str) -> str:
    """The number of a heading, in one of the styles 一、 （一） (1) 1. 1、"""
    if style == "一、":
        return f"{ordinal(number)}、"
    if style == "（一）":
        return f"（{ordinal(number)}）"
    if style == "(1)":
        return f"({number})"
    return f"{number}{style[1:]}"
