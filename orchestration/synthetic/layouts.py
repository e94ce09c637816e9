"""What stands around a report's text, and how blocks become the lines of a file.

Lives here: titles, metadata blocks, navigation noise, signatures; wrapped lines, blanks, punctuation and page numbers as copies have them.
Elsewhere: the text (`prose`, `summary`), names and encodings of files (`files`).
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from orchestration.synthetic.dice import Dice
from orchestration.synthetic.numbers import chinese_day
from orchestration.synthetic.page import Block, Page


class Identity(NamedTuple):
    """What the head and the foot of the file say of the report; empty where they don't."""

    index_number: str
    document_number: str
    published_date: str
    signed_date: str


def frame(page: Page) -> Identity:
    """Put title, metadata and noise around the blocks of the page."""
    dice = page.dice
    signed = page.report.signed.isoformat() if page.is_signed else ""
    text = page.blocks
    page.blocks = []
    if dice.chance(0.3):
        page.line(page.say("navigation.summary" if page.report.kind == "summary" and dice.chance(0.5) else "navigation"))
    index, number, published = _metadata(page) if dice.chance(0.45) else ("", "", "")
    for line in _title(page):
        page.blocks.append(Block("title", line))
    if dice.chance(0.25):
        page.line(page.say("noise.head"))
    page.blocks += text
    if dice.chance(0.15):
        page.line(page.say("noise.tail"))
    return Identity(index, number, published, signed)


def sign(page: Page) -> None:
    """Name and day under the text; a few reports are not signed."""
    dice, report = page.dice, page.report
    page.is_signed = not dice.chance(0.12)
    if not page.is_signed:
        return
    page.line(report.name)
    page.line(chinese_day(report.signed) if dice.chance(0.2) else _day(report.signed))


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _title(page: Page) -> list[str]:
    dice, report = page.dice, page.report
    # Without a signature the title is where the publisher is named.
    owner = page.words["owner"] = report.name if not page.is_signed or dice.chance(0.6) else report.publisher.place
    if report.kind == "summary":
        return [page.say("title.summary")]
    if dice.chance(0.25):
        return [owner, page.say("title.annual.tail")]
    return [page.say("title.annual")]


def _metadata(page: Page) -> tuple[str, str, str]:
    """The block that a web site prints over a document: index number, document number, day of publication."""
    dice, report = page.dice, page.report
    published = report.signed + timedelta(days=dice.between(0, 20))
    index = f"{dice.between(100_000, 999_999)}-{dice.between(100, 999)}/{published.year}-{dice.between(1, 99_999):05d}"
    number = f"{report.words['issuer']}政发〔{published.year}〕{dice.between(1, 120)}号" if dice.chance(0.5) else ""
    day = published.isoformat() if dice.chance(0.7) else _day(published)
    pairs = [("索引号", index), ("文号", number or dice.pick(("无", "无文号", ""))), ("发布机构", report.name), ("发布日期", day)]
    _METADATA[dice.between(0, len(_METADATA) - 1)](page, pairs)
    return index, number, published.isoformat()


Pairs = list[tuple[str, str]]


def _metadata_lines(page: Page, pairs: Pairs) -> None:
    for label, value in pairs:
        page.line(f"{label}：{value}")


def _metadata_line(page: Page, pairs: Pairs) -> None:
    page.line(" ".join(f"{label}：{value}" for label, value in pairs))


def _metadata_two_lines(page: Page, pairs: Pairs) -> None:
    (_, index), (_, number), (_, name), (_, day) = pairs
    page.line(f"索 引 号：{index}　　发布机构：{name}")
    page.line(f"文　　号：{number}　　发布日期：{day}")


def _metadata_bullets(page: Page, pairs: Pairs) -> None:
    (_, index), (_, number), (_, name), (_, day) = pairs
    for text in (f"索 引 号：{index}", f"备注/文号：{number}", f"发布机构：{name}", f"发布日期：{day}"):
        page.line(f"· {text}")


def _metadata_grid(page: Page, pairs: Pairs) -> None:
    rows = [f"| {pairs[0][0]} | {pairs[0][1]} | {pairs[1][0]} | {pairs[1][1]} |", "|---|---|---|---|"]
    rows.append(f"| {pairs[2][0]} | {pairs[2][1]} | {pairs[3][0]} | {pairs[3][1]} |")
    page.table(rows)


def _metadata_columns(page: Page, pairs: Pairs) -> None:
    page.table(("\t".join(label for label, _ in pairs), "\t".join(value for _, value in pairs)))


_METADATA = (_metadata_lines, _metadata_line, _metadata_two_lines, _metadata_bullets, _metadata_grid, _metadata_columns)


class Look(NamedTuple):
    """How a file prints its paragraphs. `width` 0: a paragraph is a line."""

    is_markdown: bool
    width: int
    indent: str
    gap: str
    is_spaced: bool
    is_half_width: bool
    is_bold: bool
    page_number: str


def draw_look(dice: Dice, *, is_markdown: bool) -> Look:
    return Look(
        is_markdown=is_markdown,
        width=dice.between(30, 44) if not is_markdown and dice.chance(0.12) else 0,
        indent="　　" if not is_markdown and dice.chance(0.5) else "",
        gap="\n\n" if is_markdown or dice.chance(0.45) else "\n",
        is_spaced=dice.chance(0.1),
        is_half_width=dice.chance(0.06),
        is_bold=is_markdown and dice.chance(0.3),
        page_number=dice.pick(("- {} -", "第 {} 页", "— {} —")) if dice.chance(0.06) else "",
    )


def text(page: Page, look: Look) -> str:
    """The blocks as the text of a file."""
    parts = []
    for number, (kind, words) in enumerate(page.blocks):
        if kind == "paragraph":
            parts.append(look.indent + _paragraph(words, look))
            if look.page_number and number % 7 == 6:
                parts.append(look.page_number.format(number // 7 + 1))
        elif kind == "item":
            parts.append(look.indent + words)
        elif kind == "heading":
            parts.append(f"## {words}" if look.is_markdown else look.indent + words)
        elif kind == "title":
            parts.append(f"# {words}" if look.is_markdown else words)
        elif kind == "table":
            parts.append(f"\n{words}\n")
        else:
            parts.append(words)
    return look.gap.join(parts) + "\n"


# A number between Chinese words, which typists like to set off with blanks. Not where a title or a hotline's name would be torn.
_NUMBER = re.compile(r"(?<=[一-龥])(\d[\d.]*)(?=[一-龥%])(?![万余])")
_KEPT_TOGETHER = re.compile(r"《|约\d|热线")
_HALF_WIDTH = str.maketrans("，：；（）", ",:;()")
_FIRSTLY = re.compile(r"([一二三四]是)")


def _paragraph(words: str, look: Look) -> str:
    if look.is_spaced and not _KEPT_TOGETHER.search(words):
        words = _NUMBER.sub(r" \1 ", words)
    if look.is_half_width:
        words = words.translate(_HALF_WIDTH)
    if look.is_bold:
        words = _FIRSTLY.sub(r"**\1**", words)
    return _wrapped(words, look.width) if look.width and len(words) > look.width else words


_UNBREAKABLE = frozenset("0123456789.%余万约-@ ")


def _wrapped(words: str, width: int) -> str:
    """Hard line breaks, as copies from PDF have them; never within a number, which no reader could tell from two."""
    lines = []
    start = 0
    while len(words) - start > width:
        end = start + width
        while words[end] in _UNBREAKABLE and end > start + 1:
            end -= 1
        lines.append(words[start:end])
        start = end
    lines.append(words[start:])
    return "\n".join(lines)
