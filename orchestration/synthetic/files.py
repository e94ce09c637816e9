"""How a report lies in the inbox.

Lives here: names of deliveries and files, encodings, line endings. Elsewhere: the text (`layouts`).
"""

from typing import NamedTuple

from orchestration.synthetic.dice import Dice
from orchestration.synthetic.model import Report
from orchestration.synthetic.places import prefecture_name

_ENCODINGS = (*["utf-8"] * 16, "utf-8-sig", *["gb18030"] * 3)


class Form(NamedTuple):
    name: str
    encoding: str
    line_ending: str
    is_markdown: bool


def delivery_folder(dice: Dice, prefecture: int, year: int) -> str:
    name, pinyin = prefecture_name(prefecture)
    return dice.pick((f"{name}{year}年", f"{pinyin}-{year}", f"{year}年度_{name}", f"{pinyin}{year}"))


def draw_form(dice: Dice, report: Report, taken: set[str]) -> Form:
    """A name that no other file of the delivery has, and how the file is written."""
    year, publisher = report.year, report.publisher
    kind = "政务公开工作总结" if report.kind == "summary" else "政府信息公开年度报告"
    stem = dice.pick(
        (
            f"{publisher.place}{year}年{kind}",
            f"{publisher.place}{kind}",
            f"{year}{publisher.place}",
            f"{publisher.pinyin}-{year}",
            publisher.pinyin,
            f"{year}_{publisher.pinyin}",
        )
    )
    is_markdown = dice.chance(0.1)
    suffix = ".md" if is_markdown else ".txt"
    if stem + suffix in taken:
        stem = f"{stem}_{report.number}"
    taken.add(stem + suffix)
    return Form(stem + suffix, dice.pick(_ENCODINGS), "\r\n" if dice.chance(0.2) else "\n", is_markdown)


def encoded(text: str, form: Form) -> bytes:
    return (text.replace("\n", form.line_ending) if form.line_ending != "\n" else text).encode(form.encoding)
