"""Policy documents that a report cites.

Lives here: document numbers (国办发〔2017〕42号) in any kind of bracket, numbers of decrees (国务院令第711号), the title 《…》 that
belongs to each, and titles cited without a number.
Elsewhere: the report's own number (../identity). Words that decide are CSV: citation_words (who cites, who issues), citation_leads
(what is no part of a number), citation_titles (what policy documents are called).

A number or title that the end of a line tore is read as one (../wraps.py). A number is given in one spelling (〔2017〕, no spaces,
with 号), so that it can be joined; the place says what is printed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from extractors.csv_tables import records_of
from extractors.document import Block, Document
from extractors.numbers import HALF_WIDTH
from extractors.records import Citation
from extractors.wraps import Unwrapped, torn_ends, unwrapped

_HAN = "\u4e00-\u9fff"
_GAP = r"[^\S\n]{0,3}"
_OPEN, _CLOSE = "〔［[【〖（(〈<«「{", "〕］]】〗）)〉>»」}"
_DIGITS = "0-9０-９"
# Round brackets hold all kinds of years: there the number needs its 号. 第 is no part of a number, but often printed.
_NUMBER = re.compile(
    rf"(?P<prefix>[{_HAN}]{{2,24}}){_GAP}"
    rf"(?:(?P<square>[〔［\[【〖]){_GAP}|(?P<round>[（(〈<«「{{]){_GAP})"
    rf"(?P<year>(?:19|20|１９|２０)[{_DIGITS}]{{2}}){_GAP}年?{_GAP}[{re.escape(_CLOSE)}]{_GAP}"
    rf"第?{_GAP}(?P<number>[{_DIGITS}]{{1,4}}(?:-[{_DIGITS}]{{1,3}})?)(?![{_DIGITS}.．％%]){_GAP}(?P<hao>号)?"
)
_MORE = re.compile(rf"{_GAP}[、和及]{_GAP}第?{_GAP}(?P<number>[{_DIGITS}]{{1,4}}){_GAP}号")
_DECREE = re.compile(
    rf"(?P<issuer>(?:中华人民共和国)?(?:国务院|主席|[{_HAN}]{{2,12}}(?:人民政府|委员会|部|总局|署)))令{_GAP}"
    rf"(?:第{_GAP}(?P<number>[{_DIGITS}]{{1,4}}){_GAP}号)"
)
_HINT = re.compile(rf"[{re.escape(_OPEN)}][^\S\n]{{0,3}}[12１２][90９０][{_DIGITS}]{{2}}|令[^\S\n]{{0,3}}第")
# The abbreviation of an issuing office and kind of document ends with the kind.
_LAST_OF_PREFIX = frozenset("发办函字令通规文委电批复改综告秘组党传示呈报请厅领议审法务管督监财建教人社农环卫民国公安信网")
_SHORTEST_PREFIX, _LONGEST_PREFIX = 2, 12
_DEFINED = re.compile(r"(?:以下)?(?:统称|简称|称为|下称)[为作]?[:：“\"]?$")
_JOINED = re.compile(r"[、，,和及与以\s]*(?:[（(][^（）()]{0,40}[）)])?[、，,和及与以\s]*")
_OWN_LABEL = re.compile(r"(?:文[^\S\n]*号|字[^\S\n]*号|文件编号|发文|编号)[^\S\n]*[:：\t|]?[^\S\n]*$")
_BETWEEN_TITLE_AND_NUMBER = re.compile(r"[\s“”\"]*(?:文件|公文)?[\s]*[（(\[【]?(?:以下简称[^（）()]{0,20}[，,；;])?[\s]*(?:文号)?[:：]?\s*")
_BETWEEN_NUMBER_AND_TITLE = re.compile(r"[\s）)\]】]*(?:文件|文|号文)?(?:印发|下发|转发|发布|公布)?(?:的)?[\s]*")
# No title of a policy document is longer; none that is cited is shorter.
_LONGEST_TITLE, _SHORTEST_TITLE = 120, 4
_CLAUSE_END = "。；;！!？?\n"


@cache
def _words(table: str, column: str, value: str | None = None) -> dict[str, str]:
    return {row[column]: row[value] if value else "" for row in records_of(f"annexes/{table}.csv")}


@cache
def _cues() -> re.Pattern[str]:
    words = sorted(_words("citation_words", "word", "role"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def _leads() -> re.Pattern[str]:
    words = [word for word, cut in _words("citation_leads", "word", "cut").items() if cut == "anywhere"]
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


def normalised(number: str) -> str:
    """A document number in the one spelling that citations use."""
    number = "".join(number.split()).translate(HALF_WIDTH)
    number = re.sub(rf"[{re.escape(_OPEN)}(]((?:19|20)\d\d)年?[{re.escape(_CLOSE)})]第?", r"〔\1〕", number)
    return number if number.endswith("号") else number + "号"


def read_citations(document: Document, own_number: str | None) -> list[Citation]:
    """Every mention of a policy document, in reading order.

    With a number: any number in running text that is not the report's own. `title` is the 《…》 right before or behind it.
    Without: a title of a kind of policy document (citation_titles.csv) in a clause that says that it is followed (根据《…》), not that the
    report's office made or published it (制定《…》). Names given in the text for short (以下简称《条例》) are no titles.
    """
    own = normalised(own_number) if own_number else None
    found: list[Citation] = []
    if "《" not in document.text and not _HINT.search(document.text):
        return found
    for block in document.tables:
        assert block.table is not None
        if not any(document.text.find(mark, block.start, block.end) >= 0 for mark in "《。"):
            continue
        for row in block.table.rows:
            for cell in row.cells:
                if "《" in cell.text or "。" in cell.text:
                    found.extend(_of_line(document, cell.start, Unwrapped(document.text[cell.start : cell.end]), block, own))
    for block, line in _paragraphs(document):
        found.extend(_of_line(document, block.start, line, block, own))
    return sorted(found, key=lambda citation: (citation.char_start, citation.char_end))


def _paragraphs(document: Document) -> Iterator[tuple[Block, Unwrapped]]:
    """The lines of text, those that the width of the page tore joined; with the block in which each begins."""
    ends = torn_ends(document, document.text)
    torn = set(ends)
    text = document.text
    first: Block | None = None
    for block in document.blocks:
        if block.table is not None:
            continue
        first = first or block
        if block.end in torn:
            continue
        if first is not block:
            yield first, unwrapped(text, ends[bisect_left(ends, first.start) : bisect_left(ends, block.end)], first.start, block.end)
        elif text.find("《", block.start, block.end) >= 0 or _HINT.search(text, block.start, block.end):
            yield block, Unwrapped(text[block.start : block.end])
        first = None


def _of_line(document: Document, offset: int, line: Unwrapped, block: Block, own: str | None) -> Iterator[Citation]:
    text = line.text
    if not ("《" in text or _HINT.search(text)):
        return
    titles = list(_titles(text))
    numbered: set[int] = set()
    for number, first, last in _numbers(text):
        # A line that is nothing but a number is the document's own, under its letterhead; so is one behind the label 文号.
        is_alone = not text[:first].strip(" （(") and not text[last:].strip(" ）)")
        is_own = (own is not None and number.endswith(own)) or is_alone or _OWN_LABEL.search(text[:first])
        place = _title_of(text, titles, first, last)
        if place is not None:
            numbered.add(place)
        if is_own:
            continue
        title = titles[place] if place is not None else None
        begin, stop = min(first, title[0]) if title else first, max(last, title[1]) if title else last
        printed = text[title[0] + 1 : title[1] - 1].strip() if title else None
        yield _citation(document, number, printed, offset, line.place(begin, stop), block)
    for index in _cited(text, titles):
        if index not in numbered:
            first, last = titles[index]
            yield _citation(document, None, text[first + 1 : last - 1].strip(), offset, line.place(first, last), block)


def _citation(document: Document, number: str | None, title: str | None, offset: int, place: tuple[int, int], block: Block) -> Citation:
    start, end = offset + place[0], offset + place[1]
    return Citation(number, title, document.line_of(start), start, end, block.page)


def _numbers(text: str) -> Iterator[tuple[str, int, int]]:
    """Every document number in one line: in its one spelling, with its place."""
    if not _HINT.search(text):
        return
    position = 0
    while (match := _NUMBER.search(text, position)) is not None:
        position = match.end()
        prefix = _prefix(text, match)
        if prefix is None or (match["round"] and not match["hao"]):
            position = match.end("prefix") + 1
            continue
        start = match.end("prefix") - len(prefix)
        year, number = match["year"].translate(HALF_WIDTH), match["number"].translate(HALF_WIDTH)
        end = match.end() if match["hao"] else match.end("number")
        yield f"{prefix}〔{year}〕{number}号", start, end
        while match["hao"] and (more := _MORE.match(text, position)) is not None:
            position = more.end()
            yield f"{prefix}〔{year}〕{more['number'].translate(HALF_WIDTH)}号", more.start("number"), more.end()
    for match in _DECREE.finditer(text):
        lead = [cut.end() for cut in _leads().finditer(match["issuer"]) if cut[0] not in ("政府", "委员会", "国务院", "办公厅", "办公室")]
        issuer = match["issuer"][max(lead, default=0) :]
        yield f"{issuer}令第{match['number'].translate(HALF_WIDTH)}号", match.start() + max(lead, default=0), match.end()


def _prefix(text: str, match: re.Match[str]) -> str | None:
    """The abbreviation before the bracket, without the words that lead to it; None where it can't be told apart."""
    run = match["prefix"]
    cut = max((lead.end() for lead in _leads().finditer(run) if len(run) - lead.end() >= _SHORTEST_PREFIX), default=0)
    before = text[match.start("prefix") + cut - 1] if match.start("prefix") + cut else ""
    prefix = run[cut:]
    starts = [word for word, kind in _words("citation_leads", "word", "cut").items() if kind == "start"]
    if prefix[0] in starts and (before in set("》〕］】）)号") or cut) and len(prefix) > _SHORTEST_PREFIX:
        prefix = prefix[1:]
    if not _SHORTEST_PREFIX <= len(prefix) <= _LONGEST_PREFIX or prefix[-1] not in _LAST_OF_PREFIX:
        return None
    return prefix


def _titles(text: str) -> Iterator[tuple[int, int]]:
    """The places of 《…》, the outer ones where they are nested. One that is never closed ends at the next opening."""
    depth, start = 0, 0
    for match in re.finditer("[《》]", text):
        if match[0] == "《":
            if depth == 0:
                start = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and match.end() - start <= _LONGEST_TITLE:
                yield start, match.end()


def _title_of(text: str, titles: list[tuple[int, int]], first: int, last: int) -> int | None:
    """The index of the title that a number belongs to: 《…》（number）, or number《…》."""
    for index, (start, end) in enumerate(titles):
        if end <= first and _BETWEEN_TITLE_AND_NUMBER.fullmatch(text, end, first):
            return index
        if start < first and last < end:
            return index
        if start >= last and _BETWEEN_NUMBER_AND_TITLE.fullmatch(text, last, start):
            return index
    return None


def _cited(text: str, titles: list[tuple[int, int]]) -> Iterator[int]:
    """The indices of titles that the text follows, by the last word of citing or issuing before each in its sentence.

    A title that only a comma or 和 parts from the one before is cited, or not, with it.
    """
    endings = tuple(_words("citation_titles", "ending"))
    before_is_cited = False
    last_end = 0
    for index, (start, end) in enumerate(titles):
        title = re.sub(r"[（(][^（）()]*[）)]$", "", text[start + 1 : end - 1].strip())
        if len(title) < _SHORTEST_TITLE or _DEFINED.search(text[max(0, start - 8) : start]):
            continue
        between = text[last_end:start]
        if last_end == 0 or not _JOINED.fullmatch(between):
            clause = max(between.rfind(mark) for mark in _CLAUSE_END) + 1
            cues = _cues().findall(between[clause:])
            role = _words("citation_words", "word", "role").get(cues[-1]) if cues else None
            before_is_cited = role == "cites"
        last_end = end
        if before_is_cited and title.endswith(endings):
            yield index
