"""What stands around a report's text, and how blocks become the lines of a file.

Lives here: titles, metadata blocks, navigation noise, signatures, wrapped lines, Markdown headings. Elsewhere: the text (`prose`,
`summary`), names and encodings of files (`files`).
"""

from datetime import date, timedelta
from typing import NamedTuple

from orchestration.synthetic.dice import Dice
from orchestration.synthetic.model import Report
from orchestration.synthetic.numbers import chinese_day
from orchestration.synthetic.page import Block, Page


class Identity(NamedTuple):
    """What the head and the foot of the file say of the report; empty where they don't."""

    title: str
    index_number: str
    document_number: str
    published_date: str
    signed_date: str


def frame(page: Page) -> Identity:
    """Put title, metadata and noise before the blocks of the page."""
    dice, report = page.dice, page.report
    head: list[Block] = []
    if dice.chance(0.3):
        head.append(Block("line", page.say("navigation")))
    index, number, published = _metadata(dice, report, head) if dice.chance(0.45) else ("", "", "")
    title = _title(dice, report)
    head += [Block("title", line) for line in title]
    if dice.chance(0.2):
        head.append(Block("line", f"来源：{report.name}　浏览次数：{dice.between(3, 4000)}　【字体：大 中 小】"))
    page.blocks[:0] = head
    return Identity("".join(title), index, number, published, "")


def sign(page: Page) -> str:
    """Name and day under the text; the day as ISO, if it is printed."""
    dice, report = page.dice, page.report
    if dice.chance(0.12):
        return ""
    page.line(report.name)
    page.line(_day(dice, report.signed))
    return report.signed.isoformat()


def _day(dice: Dice, day: date) -> str:
    return chinese_day(day) if dice.chance(0.2) else f"{day.year}年{day.month}月{day.day}日"


def _title(dice: Dice, report: Report) -> list[str]:
    owner = report.name if dice.chance(0.6) else report.publisher.place
    if report.kind == "summary":
        return [f"{owner}{report.year}年政务公开工作总结"]
    name = dice.pick(("政府信息公开工作年度报告", "政府信息公开年度报告", "政府信息公开工作年度报告"))
    if dice.chance(0.3):
        return [owner, f"{report.year}年{name}"]
    return [f"{owner}{report.year}年{name}"]


def _metadata(dice: Dice, report: Report, head: list[Block]) -> tuple[str, str, str]:
    """The block that a web site prints over a document."""
    published = report.signed + timedelta(days=dice.between(0, 20))
    index = f"{dice.between(100000, 999999)}-{dice.between(100, 999)}/{published.year}-{dice.between(1, 99999):05d}"
    number = f"{report.words['issuer']}政发〔{published.year}〕{dice.between(1, 120)}号" if dice.chance(0.5) else ""
    day = published.isoformat()
    style = dice.between(0, 3)
    pairs = [("索引号", index), ("文号", number or "无"), ("发布机构", report.name), ("发布日期", day)]
    if style == 0:
        head += [Block("line", f"{label}：{value}") for label, value in pairs]
    elif style == 1:
        head.append(Block("line", " ".join(f"{label}：{value}" for label, value in pairs)))
    elif style == 2:
        rows = [f"| {pairs[0][0]} | {pairs[0][1]} | {pairs[1][0]} | {pairs[1][1]} |", "|---|---|---|---|"]
        rows.append(f"| {pairs[2][0]} | {pairs[2][1]} | {pairs[3][0]} | {pairs[3][1]} |")
        head.append(Block("table", "\n".join(rows)))
    else:
        head.append(Block("line", f"索 引 号：{index}　　发布机构：{report.name}"))
        head.append(Block("line", f"文　　号：{number or '无'}　　发布日期：{day}"))
    return index, number, day


def text(page: Page, *, is_markdown: bool) -> str:
    """The blocks as the text of a file."""
    dice = page.dice
    width = dice.between(30, 44) if not is_markdown and dice.chance(0.12) else 0
    indent = "　　" if not is_markdown and dice.chance(0.5) else ""
    gap = "\n\n" if is_markdown or dice.chance(0.45) else "\n"
    parts = []
    for kind, words in page.blocks:
        if kind == "paragraph":
            parts.append(indent + (_wrapped(words, width) if width and len(words) > width else words))
        elif kind == "heading":
            parts.append(f"## {words}" if is_markdown else indent + words)
        elif kind == "title":
            parts.append(f"# {words}" if is_markdown else words)
        elif kind == "table":
            parts.append(f"\n{words}\n")
        else:
            parts.append(words)
    return gap.join(parts) + "\n"


_UNBREAKABLE = frozenset("0123456789.%余万约-@")


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
