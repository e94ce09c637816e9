"""What kind of document this is, and which title is its own.

Lives here: weighing the titles that a document prints against what its text shows.
Elsewhere: finding titles and the kinds that they announce (titles.py), the signs of the text (content.py).

Order of trust, highest first: the lines before the text; a report behind its cover letter; the 标题 of a metadata block; the name of the
page (<title>); the text. File names have no say: the same words give the same figures under any name.
A title alone makes no report where the text speaks against it: a list of reports, a page that quotes many of them, news under the name
of a channel, a form that nobody filled in. Where nothing has a title, the text must be one of these reports beyond doubt: it names itself,
or has their chapters and tells what was done, or is their table, filled in. Both errors count, but a figure of a document that is no
report is the worse one.
"""

import re
from dataclasses import dataclass

from extractors.identity import metadata, publishers, titles
from extractors.identity.content import Content, topic_of
from extractors.identity.evidence import Line, is_chrome
from extractors.records import DocumentType

FIGURES: frozenset[DocumentType] = frozenset({"annual_report", "work_summary", "quarterly_report"})
_AFTER_LATE_TITLE = 400
_AFTER_COVER = 150
_REPORT_WORDS = re.compile("主动公开")
_LISTED = 3
_TEXT = re.compile("[。；…]")
# A chapter on disclosure stands in many other reports.
_OTHER_TITLE = re.compile(r"(?:总结|报告|公报|要点|汇报|白皮书|年鉴)$")
_ONLY_REPORT = re.compile(r"^(?:\d{4}年?度?)?(?:工作)?(?:年度报告|报告|年报)$")
_LONGEST_TITLE = 45
_SHORTEST_HEADLINE = 6
_NO_HEADLINE = re.compile(r"[。，；：:）)]\s*$|^[\s（(\d]|^20\d\d|年度?$|^第")
_QUARTER = re.compile(r"(?:第?[一二三四1-4]季度|[上下]半年)")
_MONTH = re.compile(r"^[\s（(]*(?:20\d\d年)?\d{1,2}月份?[\s）)]*$")
# Chapters that a report without a title must have, with the one on applications among them.
_CHAPTERS = 3
# A title that announces the table; others count and rank with such a title, too.
_TABLE_TITLE = ("统计表", "附表")
_ACCOUNTS = 2


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind, and the title that announced it. `page_title` is one that the page bears, but the text doesn't print."""

    document_type: DocumentType
    title: titles.Title | None = None
    page_title: str | None = None


def kind_of(text: str, lines: list[Line], head: int, content: Content, page_title: str | None) -> Kind:
    """The kind of a document and its own title: before the text the last one, since lists of other reports stand before it."""
    every = titles.find_titles(lines)
    before = [title for title in every if title.last < head and not lines[title.first].is_table]
    late = [title for title in every if title.last >= head and _starts_a_report(text, title, lines)]
    if _is_collection(every, text):
        return Kind("other", before[0] if before else None)
    if before:
        return _of_title(_own_title(before, lines), late, text, lines, content)
    if late and not (content.is_news or content.is_rule or _is_headed_otherwise(lines[: max(head, 1)])):
        return _of_title(late[0], late[1:], text, lines, content)
    for piece in titles.pieces_of_page(page_title) if page_title else ():
        if (named := titles.kind_of(piece)) is not None:
            is_filled = content.has_official_table and content.has_figures_in_tables
            is_borne_out = named in FIGURES and (content.tells_of_disclosure or is_filled) and not content.is_news
            return Kind(named if is_borne_out or named not in FIGURES else "other", page_title=piece)
    return Kind(_of_text(lines, content))


def of_title(title: titles.Title, content: Content) -> DocumentType:
    """The kind of a document whose title was found elsewhere than before its text."""
    kind = title.document_type
    return "other" if kind in FIGURES and not _is_borne_out(title, content) else kind


def is_left_empty(content: Content) -> bool:
    """Stands an official table there without a number? It is a form, unless an office gives an account of its year beside it."""
    return content.has_official_header and not content.has_figures_in_tables


def _of_title(title: titles.Title, late: list[titles.Title], text: str, lines: list[Line], content: Content) -> Kind:
    kind = title.document_type
    if kind in ("notice", "other") and (covered := _covered_report(late, text, content)) is not None:
        return Kind(covered.document_type, covered)
    if kind == "notice" and content.self_naming is not None and _has_chapters(content) and not late:
        return Kind("annual_report", title)
    if kind == "interpretation" and "解读" not in title.text and _is_whole_report(content):
        return Kind("annual_report", title)
    if kind in FIGURES and not (_is_borne_out(title, content) and (_is_full(title) or not _is_of_another(title, lines))):
        return Kind("other", title)
    return Kind(kind, title)


def _own_title(before: list[titles.Title], lines: list[Line]) -> titles.Title:
    # The name of a channel ("政府信息公开年度报告") reads like a title, but has neither a year nor a name.
    full = [title for title in before if _is_full(title)] or before
    headings = [title for title in full if lines[title.last].is_heading]
    return (headings or full)[-1]


def _is_full(title: titles.Title) -> bool:
    return titles.year_of(title.text) is not None or bool(titles.name_in(title.text))


def _is_borne_out(title: titles.Title, content: Content) -> bool:
    """Is a title that announces figures followed by a report? One with a name or a year needs a sentence or a table; the bare words, which
    may be those of a channel, need the text of a report."""
    # A table under a full title may be one that a conversion left in pieces; under the bare words it may be a list of reports.
    is_followed = content.says_something(title.end) or (_is_full(title) and content.has_tables)
    if not is_followed or content.is_reported(title.end):
        return False
    if title.text.endswith(_TABLE_TITLE) and not content.prints_official_rows:
        return False
    # News, too, speak of "our county".
    if _is_full(title) and not title.text.startswith(("我", "本")):
        return True
    if content.is_rule or content.is_news:
        return False
    return (
        bool(content.topics - {"overview"}) or content.self_naming is not None or content.has_official_header or content.tells_of_disclosure
    )


def _is_of_another(title: titles.Title, lines: list[Line]) -> bool:
    """Are the bare words the name of a channel, followed by the headline of another document, or a chapter of one?"""
    if _is_headed_otherwise(lines[: title.first]):
        return True
    for line in lines[title.last + 1 : title.last + 4]:
        text = line.text.strip(" #*\u3000")
        if line.is_table or is_chrome(text) or metadata.is_metadata(line):
            continue
        is_short = _SHORTEST_HEADLINE <= len(text) <= _LONGEST_TITLE
        return is_short and not _NO_HEADLINE.search(text) and topic_of(text) is None and not publishers.is_name(text)
    return False


def _is_collection(every: list[titles.Title], text: str) -> bool:
    """Do the titles of several reports stand apart, each with text of its own: a page of excerpts, or reports bound together?"""
    told = [title for title in every if title.document_type in FIGURES]
    if len(told) < _LISTED:
        return False
    ends = [*(title.start for title in told[1:]), len(text)]
    follows = [title for title, end in zip(told, ends, strict=False) if _is_full(title) and _TEXT.search(text, title.end, end)]
    return len({(titles.name_in(title.text), titles.year_of(title.text)) for title in follows}) >= _LISTED


def _starts_a_report(text: str, title: titles.Title, lines: list[Line]) -> bool:
    following = len(text) - title.end
    is_long = following >= (_AFTER_COVER if _is_full(title) else _AFTER_LATE_TITLE)
    return not lines[title.last].is_table and is_long and _REPORT_WORDS.search(text, title.end) is not None


def _is_headed_otherwise(head: list[Line]) -> bool:
    """Is the document headed as a report on something else?"""
    return any(
        len(line.text) <= _LONGEST_TITLE
        and not line.is_table
        and _OTHER_TITLE.search(line.text.strip(" #*\u3000")) is not None
        and not _ONLY_REPORT.match(line.text.strip(" #*\u3000"))
        and not titles.has_subject(line.text)
        for line in head
    )


def _covered_report(late: list[titles.Title], text: str, content: Content) -> titles.Title | None:
    """The report that follows its cover letter in the same file."""
    for title in late:
        if title.document_type in FIGURES and _is_full(title) and len(text) - title.end >= _AFTER_COVER:
            return title if content.accounts >= _ACCOUNTS and len(content.topics) >= _ACCOUNTS else None
    return None


def _is_whole_report(content: Content) -> bool:
    """Is the text the whole report though its title speaks of pictures: its chapters, and its tables or what it says of itself?"""
    is_official = content.self_naming is not None or (content.has_official_table and content.has_figures_in_tables)
    return len(content.topics) > _CHAPTERS and is_official and content.accounts >= _ACCOUNTS


def _has_chapters(content: Content) -> bool:
    """Has the text the chapters of these reports, and does it tell what was done?"""
    is_such = len(content.topics) >= _CHAPTERS and "application" in content.topics and bool(content.topics & {"fees", "review"})
    return is_such and content.accounts >= _ACCOUNTS


def _of_text(lines: list[Line], content: Content) -> DocumentType:
    """The kind of a document without any title."""
    if content.is_news or content.is_rule or _is_headed_otherwise(lines[:3]) or _is_of_other_headline(lines, content):
        return "other"
    if content.has_official_table and not content.has_figures_in_tables and not content.accounts:
        return "blank_form"
    is_named = content.self_naming is not None and content.tells_of_disclosure
    is_table = content.has_official_table and content.has_figures_in_tables
    if not (is_named or _has_chapters(content) or is_table):
        return "other"
    heads = [line.text for line in lines if not line.is_table and len(line.text) <= _LONGEST_TITLE]
    if any(_MONTH.match(text) for text in heads):
        return "other"
    return "quarterly_report" if any(_QUARTER.search(text) for text in heads[:5]) else "annual_report"


def _is_of_other_headline(lines: list[Line], content: Content) -> bool:
    """Does the document open with a headline of its own, which no report has: neither a chapter, nor an office, nor an address?"""
    first = next((line for line in lines if not line.is_table), None)
    if first is None or content.self_naming is not None:
        return False
    text = first.text.strip(" #*\u3000")
    return first.is_heading and not publishers.is_name(text) and topic_of(text) is None
