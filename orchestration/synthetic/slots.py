"""The slots of phrases.csv: what stands between braces.

    {$year}                       a word of the report (who, where, when)
    {>topic}                      a phrase of another topic
    {#3-40}  {#1.1-9.8}           any number: a distractor, no figure
    {proactive.items}             a true figure, printed as it is
    {proactive.items@cumulative}  ... of another basis than the current year
    {response.consultations.by_channel:电话}  ... of a member
    {!citation}  {!regulation}    a policy document that is referred to; the Regulation
    {!from}  {!until}             nothing: what follows states the first or the last day of the period
    {part}  {share}               a figure of the list at hand, whose label is {$label}; {part2}, {share2}: of the next one, {$label2}
    {each}                        one number for both of them
    {0review+litigation=未发生…}   these words, which say that these indicators are zero

Marks behind a figure: ~ it may be vague (余, 约), ^ it may be written in Chinese, * it may be scaled (万), - it is negative and the words
say so.

Lives here: reading slots, and printing each while noting what was printed. Elsewhere: the page that they print on (`page`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from orchestration.synthetic import numbers
from orchestration.synthetic.truth import Figure

if TYPE_CHECKING:
    from orchestration.synthetic.page import Page

_SHARE = "proactive.items.share_by_category"
_FIGURE = re.compile(r"(?P<code>[a-z_.]+)(?:@(?P<basis>[a-z_]+))?(?::(?P<member>[^~^*-]+))?(?P<marks>[~^*-]*)")


@dataclass(frozen=True, slots=True)
class Word:
    name: str

    def write(self, page: "Page") -> str:
        return page.words[self.name]


@dataclass(frozen=True, slots=True)
class Topic:
    name: str

    def write(self, page: "Page") -> str:
        return page.say(self.name)


@dataclass(frozen=True, slots=True)
class AnyNumber:
    low: int
    high: int
    decimals: int

    def write(self, page: "Page") -> str:
        number = page.dice.between(self.low, self.high)
        return numbers.shifted(number, self.decimals) if self.decimals else str(number)


@dataclass(frozen=True, slots=True)
class FigureSlot:
    """`key` is how the model calls the figure: code, @basis unless current, :member if any."""

    key: str
    code: str
    basis: str
    member: str
    unit: str
    marks: str

    def write(self, page: "Page") -> str:
        value = page.facts[self.key]
        if not self.marks:
            printed = str(value)
            page.figures.append(Figure(self.code, self.member, self.basis, printed, self.unit, printed=printed))
            return printed
        number = numbers.printed(page.dice, value, self.marks)
        figure = Figure(self.code, self.member, self.basis, number.value, self.unit, number.qualifier, printed=number.printed)
        page.figures.append(figure)
        return number.printed


@dataclass(frozen=True, slots=True)
class Part:
    """A figure of the list at hand: its number, or its share; `at` says whose."""

    at: int
    is_share: bool

    def write(self, page: "Page") -> str:
        code, unit = page.part_code
        label, number, share = page.listed[self.at]
        if self.is_share:
            page.figures.append(Figure(_SHARE, label, "current", share, "%", printed=share))
            return share
        value = str(number)
        page.figures.append(Figure(code, label, "current", value, unit, printed=value))
        return value


@dataclass(frozen=True, slots=True)
class Each:
    def write(self, page: "Page") -> str:
        code, unit = page.part_code
        value = ""
        for label, number, _ in page.listed:
            value = str(number)
            page.figures.append(Figure(code, label, "current", value, unit, printed=value))
        return value


@dataclass(frozen=True, slots=True)
class Zero:
    codes: tuple[str, ...]
    units: tuple[str, ...]
    words: str

    def write(self, page: "Page") -> str:
        for code, unit in zip(self.codes, self.units, strict=True):
            page.figures.append(Figure(code, "", "current", "0", unit, status="stated_zero", printed=self.words))
        return self.words


@dataclass(frozen=True, slots=True)
class Citation:
    is_regulation: bool

    def write(self, page: "Page") -> str:
        return page.cite_regulation() if self.is_regulation else page.cite()


@dataclass(frozen=True, slots=True)
class PeriodEnd:
    """Which end of the period is stated: "from" or "until"."""

    name: str

    def write(self, page: "Page") -> str:
        page.period_ends.add(self.name)
        return ""


Slot = Word | Topic | AnyNumber | FigureSlot | Part | Each | Zero | Citation | PeriodEnd


def slot(text: str, units: Mapping[str, str]) -> Slot:
    """The slot that `text`, without its braces, describes. KeyError where it names no indicator of the dictionary."""
    if text.startswith("$"):
        return Word(text[1:])
    if text.startswith(">"):
        return Topic(text[1:])
    if text.startswith("#"):
        low, high = text[1:].split("-")
        return AnyNumber(int(low.replace(".", "")), int(high.replace(".", "")), len(low.partition(".")[2]))
    if text.startswith("0"):
        codes, words = text[1:].split("=")
        named = tuple(codes.split("+"))
        return Zero(named, tuple(units[code] for code in named), words)
    if text in ("!citation", "!regulation"):
        return Citation(text == "!regulation")
    if text in ("!from", "!until"):
        return PeriodEnd(text[1:])
    if text == "each":
        return Each()
    if text in ("part", "share", "part2", "share2"):
        return Part(int(text.endswith("2")), text.startswith("share"))
    return _figure(text, units)


def _figure(text: str, units: Mapping[str, str]) -> FigureSlot:
    match = _FIGURE.fullmatch(text)
    if match is None:
        raise ValueError(f"{{{text}}}: is no slot; see the list at the top of {__name__}")
    code, basis, member = match["code"], match["basis"] or "", match["member"] or ""
    key = code + (f"@{basis}" if basis else "") + (f":{member}" if member else "")
    return FigureSlot(key, code, basis or "current", member, units[code], match["marks"])
