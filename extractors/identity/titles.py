"""The title of a document, and what kind of document it announces.

Lives here: joining a title that is split over lines, telling a title from navigation, sentences and attachments, its kind by its last words
(words/title_endings.csv, longest first) and by marks anywhere in it (words/title_marks.csv), the year and the name that it holds.
Elsewhere: whether the document is what its title says (kinds.py), whose report it is (publishers.py).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.identity import dates, metadata, wording
from extractors.identity.evidence import Line, is_chrome
from extractors.identity.publishers import is_name
from extractors.records import DocumentType

_MAX_LENGTH = 70
_MAX_LINES = 4
# No title was seen further down than this, cover letters included.
_REACH = 160
_LONGEST_LINE = 2 * _MAX_LENGTH
_PIECE_LENGTH = 45
_SUBJECT = re.compile(wording.alternation(wording.words("disclosure_words", "word")))
_ENDINGS: dict[str, DocumentType] = {row["ending"]: row["document_type"] for row in wording.rows("title_endings")}  # type: ignore[misc]
_LONGEST_ENDING = max(map(len, _ENDINGS))
_TRAILING = wording.BLANKS + '#*》”"_＿'
# What the last line of a title ends with: an ending, a bracket, or the name of a file or a site behind it.
_LAST_CHARACTERS = frozenset("".join(ending[-1] for ending in _ENDINGS) + "）)站网府户cfxtlms划排算路点")
_MARKS: dict[str, DocumentType] = {row["mark"]: row["document_type"] for row in wording.rows("title_marks")}  # type: ignore[misc]
# "X公布…年度报告" tells of a report; "关于公布…" is the head of a letter.
_NEWS_VERB = re.compile(
    r"^(?!关于).{2,20}?(?:公布|发布|公开发布|出台|推出|晒出|亮出|完成|启动|部署|召开|举办|印发)(?:了|《|全?[县市区镇乡]|本|\d{4}|二[〇○零])"
)
# One month; a range of months is a quarter, half a year or the year.
_MONTH_ALONE = re.compile(
    r"(?<![\d\-—－~至到月、])(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|度)?(?![\d\-—－~至到、一二三四五六七八九十]|.{0,3}日)"
)
_MONTHS = re.compile(r"(\d{1,2})月?\s*[\-—－~至到]+\s*(?:\d{4}年)?(\d{1,2})月")
# Reports that are due in December run to October or November.
_LONG_PART = 10
_YEAR_BEHIND = re.compile(r"(?<=[告报结表])[（(]?(?:19|20)\d{2}年?度?[）)]?$")
_LAST_OF_YEAR = frozenset("0123456789年")
_COMPANY = re.compile("(?:公司|集团|厂)$")
# What separates the title of a page from the name of its site.
_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-—–]+\s+|[-—–]+(?=[一-鿿]{2,20}$)")
_SUMMARY_AND_PLAN = re.compile(r"(?:总结|小结)(?:报告)?(?:暨|及|和|与|、).*(?:计划|安排|打算|思路|要点)(?:的?报告)?$")
# A place left open in a form: ××局, ____年度, （  ）年, XX.
_OPEN_PLACE = re.compile(r"[×xXＸ]{2,}|[_＿]{2,}|[（(]\s*[）)]|○○|某某|\*\*")
_TAIL = re.compile(r"(?:[（(][^（）()]{0,25}[）)]|[-_—|].{0,20}(?:网|网站|门户|政府))+$|(?<=[一-鿿])\.(?:docx?|pdf|wps|xlsx?|html?)$")
_LEAD = re.compile(
    rf"^(?:(?:{wording.alternation(wording.words('title_prefixes', 'prefix'))})[:：]|[【\[（(][^】\]）)]{{1,6}}[】\]）)]|[★☆●◆■▲]+)"
)
_LEAD_LABEL = re.compile(rf"^(?:{wording.alternation(wording.words('title_prefixes', 'prefix'))})[:：]")
_NUMBERED = re.compile(r"[\s#*]*[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
_NOT_A_TITLE = re.compile(
    r"[。；;！？!?]"
    r"|^(?:\d{4}|[一二三四五六七八九〇零○]{4})年(?:度|来|以来)?[，,]"
    r"|^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]|\d+[.、．]|第[一二三四五六七八九十]+[部章节条])"
    r"|^(?:[本我](?![省市县区旗镇乡街局厅委办院校处站所机](?:道|关|员会)?(?:\d{4}|[二〇○零一二三四五六七八九]{4})年)|根据|按照|依据|依照|遵照|为了?[^，]{2,16}，|现将|以下)"
)
_TWO_TITLES = re.compile(
    r"(?:年度报告|年报|总结)(?!报告|书|暨|及|和|与|、|编制|工作|的|专栏|制度|公开|[（(])[一-鿿\d].*(?:年度报告|年报|总结)"
)
_YEAR_WORD = re.compile(r"(?<!\d)(\d{4}|[一二三四五六七八九〇零○Oo0-9]{4})年")
_YEAR_BARE = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_YEAR_RANGE = re.compile(r"(?<!\d)(?:\d{4})年?度?(?:[-—－~～至到])+(?:\d{4})")
_ONLY_YEAR = re.compile(r"^(?:\d{4}|[一二三四五六七八九〇零○]{4})年度?$")
_BEFORE_SUBJECT = re.compile(
    r"^(?:关于)?(?P<name>.*?)(?:关于|有关)?(?:(?:\d{4}|[一二三四五六七八九〇零○Oo0-9]{4})(?:年度?)?)(?:第[一二三四1-4]季度|[上下]半年)?"
    r"(?P<after>.*?)(?:关于|有关)?(?:政府|政务|的|府)*$"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed (`text`, pieces joined), its kind, and where it stands (`first` and `last` are indexes of lines)."""

    text: str
    document_type: DocumentType
    first: int
    last: int
    start: int
    end: int


def kind_of(text: str) -> DocumentType | None:
    """The kind that a title announces; None where `text` is no title of a disclosure document."""
    if not _SUBJECT.search(text):
        return None
    core = _LEAD.sub("", text).strip('《》“”"　 ')
    if len(core) > _MAX_LENGTH or _NOT_A_TITLE.search(core) or _TWO_TITLES.search(core) or not _SUBJECT.search(core) or _is_cut(text):
        return None
    bare = _TAIL.sub("", core)
    if bare != core:
        bare = _TAIL.sub("", bare)
    bare = _YEAR_BEHIND.sub("", bare).strip('《》“”"')
    found: DocumentType | None = None
    if _SUMMARY_AND_PLAN.search(bare):
        found = "work_summary"
    else:
        for length in range(min(_LONGEST_ENDING, len(bare)), 0, -1):
            if bare[-length:] in _ENDINGS:
                found = _ENDINGS[bare[-length:]]
                break
    if found is None or found in ("notice", "other"):
        return found
    if _NEWS_VERB.search(core):
        return "other"
    for mark, kind in _MARKS.items():
        if mark in text:
            return kind
    if _OPEN_PLACE.search(text):
        return "blank_form"
    if "环境信息公开" in text and _COMPANY.search(name_in(text)):
        return "other"
    return ("月" in core and _of_part(core)) or found


def _of_part(title: str) -> DocumentType | None:
    """The kind of a report on a part of the year, as months say it; a single month is none."""
    months = _MONTHS.search(title)
    if months is not None:
        return "quarterly_report" if (int(months[2]) - int(months[1])) % 12 + 1 < _LONG_PART else None
    return "other" if _MONTH_ALONE.search(title) else None


def has_subject(text: str) -> bool:
    """Is it about disclosure?"""
    return _SUBJECT.search(text) is not None


def pieces_of_page(page_title: str) -> list[str]:
    """The title of a page, and the names of channel and site that stand beside it."""
    return [piece for piece in _SITE.split(page_title) if piece]


def _is_cut(text: str) -> bool:
    """Is a 《 inside the text never closed? Then the end of the line cut a sentence."""
    return text.count("《") - text.startswith("《") > text.count("》")


def find_titles(lines: list[Line]) -> list[Title]:
    """All titles among the first lines, in reading order, each with the lines before it that belong to it."""
    titles: list[Title] = []
    public = -_MAX_LINES
    for last, line in enumerate(lines[:_REACH]):
        # Every subject of words/disclosure_words.csv holds this character; most short lines don't.
        if "公" in line.text:
            public = last
        elif last - public >= _MAX_LINES:
            continue
        if len(line.text) > _LONGEST_LINE:
            continue
        ending = line.text.rstrip(_TRAILING)
        if ending[-1:] not in _LAST_CHARACTERS and not (ending[-1:] in _LAST_OF_YEAR and _YEAR_BEHIND.search(ending)):
            continue
        if _NUMBERED.match(line.text) or is_chrome(line.text) or metadata.is_metadata(line):
            continue
        barrier = titles[-1].last if titles else -1
        # A title holds its subject: shorter joints than those that reach it are none.
        for first in range(last, max(barrier, last - _MAX_LINES), -1):
            if first < last and not _can_go_on(lines[first]):
                break
            if first > public:
                continue
            text = _joined(lines[first : last + 1])
            kind = kind_of(text)
            if kind is not None:
                first, text = _with_lines_before(lines, first, text, barrier)
                start = lines[first].start + len(lines[first].text) - len(lines[first].text.lstrip(wording.BLANKS + "#*"))
                titles.append(Title(_LEAD_LABEL.sub("", text), kind, first, last, start, line.start + len(line.text.rstrip(_TRAILING))))
                break
    return titles


def _joined(pieces: list[Line]) -> str:
    return wording.tidy("".join(wording.tidy(piece.text) for piece in pieces))


def _can_go_on(line: Line) -> bool:
    """May a title go on from this line: short, no table row, no sentence, no numbering, nothing of the page around it?"""
    if line.is_table or len(line.text) > _LONGEST_LINE or is_chrome(line.text) or metadata.is_metadata(line):
        return False
    text = wording.tidy(line.text)
    return len(text) <= _PIECE_LENGTH and not _NOT_A_TITLE.search(text) and not text.startswith(("（", "(", "★"))


def _with_lines_before(lines: list[Line], first: int, text: str, barrier: int) -> tuple[int, str]:
    """Takes in a publisher's line and a year's line that stand above the words of the title."""
    while first - 1 > barrier and _can_go_on(lines[first - 1]):
        piece = wording.tidy(lines[first - 1].text)
        name = name_in(text)
        is_year = bool(_ONLY_YEAR.match(piece)) and year_of(text) is None
        is_publisher = is_name(piece) and (not name or piece == name) and not text.startswith(piece)
        if not (is_year or is_publisher) or len(text) + len(piece) > _MAX_LENGTH:
            break
        first, text = first - 1, piece + text
    return first, text


@lru_cache(maxsize=1024)
def year_of(title: str) -> int | None:
    """The year that a title names first; None for a range of years."""
    if _YEAR_RANGE.search(title):
        return None
    for pattern in (_YEAR_WORD, _YEAR_BARE):
        match = pattern.search(title)
        if match:
            year = dates.number(match[1])
            if year is not None and 1990 <= year <= 2099:
                return year
    return None


@lru_cache(maxsize=1024)
def name_in(title: str) -> str:
    """The name that a title begins with, or that follows its year: 'X县Y局2017年…' and '2017年X县Y局…' give 'X县Y局'; else ''."""
    core = _LEAD.sub("", title).strip('《》“”"　 ')
    match = _SUBJECT.search(core)
    if match is None:
        return ""
    before = core[: match.start()]
    parts = _BEFORE_SUBJECT.match(before)
    if parts is None:
        name = re.sub(r"(?:政府|政务|关于|有关|的|府)+$", "", before)
        # "X县人民政府信息公开": the words of the subject may have taken the end of the name.
        candidates = [name + "政府" if name.endswith("人民") else name]
    else:
        candidates = [parts["name"], parts["after"]]
    for candidate in candidates:
        name = re.sub(
            r"^(?:关于|中共)|(?:关于|有关)(?:报送|上报|呈报|印发|公布|发布)$|(?:关于|有关|的|在|全面)+$",
            "",
            candidate.strip("《》“”:：,， "),
        )
        if name.endswith("人民"):
            name += "政府"
        if name:
            return name
    return ""
