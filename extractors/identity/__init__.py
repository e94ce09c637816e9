"""What report a document is: kind, title, publisher, year, period, days and numbers, each with the words that prove it.

Lives here: `identify()`, which gathers the signs of all the modules beside it and weighs them.
Elsewhere: the signs themselves, one module a topic (metadata.py, titles.py, publishers.py, periods.py, signatures.py,
forms_header.py), their wording (words/*.csv), the table generations of a report (../forms), resolving publishers to agencies (dbt).

Order of trust, highest first. A field without a trusted sign is None; nothing is computed to fill it.
- kind, title: the lines before the text; the 标题 of a metadata block; a sentence in which the report names itself (kind only)
- publisher: see publishers.py
- report_year: title; header of the table; period; the signature or the day on the table (to June: the year before; December: that
  year; not for quarterly reports); the one year whose work the text tells, where the page was published in the half year after it.
  A year before 2008 is none
- period: the sentence on the period; the days that the year's figure of disclosure begins with, where they are the report's year; for
  summaries also 截至 with a day of the report's year
- signed_date: the signature; 成文日期 of the block. published_date: 发布日期 of the block
- document_number: the block; a line of its own before the text. index_number: the block
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from extractors import wraps
from extractors.document import Document
from extractors.identity import forms_header, metadata, periods, publishers, signatures, titles, wording
from extractors.identity.evidence import Evidence, Identity, Line, head_length, is_chrome, lines_of
from extractors.records import DocumentType, Issue, Report

__all__ = ["Evidence", "Identity", "identify"]

_FIGURES: frozenset[DocumentType] = frozenset({"annual_report", "work_summary", "quarterly_report"})
_SELF_NAMING = re.compile(
    r"(?:公布|编制|编写|形成|发布|撰写|现将)[^。；\n]{0,60}?(?:信息公开|政务公开)(?:工作)?(?:年度)?(?:工作)?(?:年度报告|年报)"
    r"|本年度报告[由根按依共全]|(?:信息公开|政务公开)[^。；\n]{0,12}(?:年度报告|年报)如下"
)
# The regulation that asks for these reports is in force since May 2008. Another year is a slip, or the report is none of these.
_YEARS = range(2008, 2101)
_OPENING = 1500
_YEAR_OF_SENTENCE = re.compile(r"(?:^|[。；;\n])\s*(20\d\d)\s*年度?\s*[，,]?\s*(?=[我本全共])")
# Reports are due in January or March of the year after; pages that were moved bear any later date.
_REPORTING_MONTHS = 6
_AFTER_COVER = 800
_AFTER_LATE_TITLE = 400
_REPORT_WORDS = re.compile("主动公开")
_SENTENCE = re.compile("[，。]")


def identify(document: Document) -> Identity:
    """The identity of a read document. Never raises for what a document says; a document that is no report has one issue."""
    text = wording.folded(document.text)
    lines = lines_of(document, text)
    head = head_length(lines, metadata.is_metadata)
    title, kind = _title_and_kind(text, lines, head)
    if title is not None or head == len(lines):
        head = _end_of_head(lines, title.last + 1 if title is not None and title.last < head else 0, head)
    found = metadata.read_block(lines[:head])
    block = {item.field: item for item in reversed(found)}
    if title is None and "title" in block and (announced := titles.kind_of(block["title"].value)):
        kind = announced
        title = titles.Title(block["title"].value, announced, 0, 0, block["title"].start, block["title"].end)
    if kind != "notice" and forms_header.is_blank_form(document, lines):
        kind = "blank_form"

    form = list(forms_header.read_form(lines))
    under_title = [line for line in lines[:head] if title is not None and title.last < head and line.start > title.end]
    signature = _signature(signatures.find_signatures(lines, head), title) or signatures.day_under_title(under_title)
    running = wraps.unwrapped(text, wraps.torn_ends(document, text))
    period = periods.find_period(running.text) if kind in _FIGURES else None
    stated = _year(title, form, period, signature)
    if stated is None and kind in ("annual_report", "work_summary") and "published_date" in block:
        stated = _year_of_account(running.text, date.fromisoformat(block["published_date"].value))
    if period is None and kind in ("annual_report", "work_summary"):
        period = periods.of_figures(running.text, stated)
    report = Report(document_type=kind, title=_printed(document.text, title), report_year=stated if stated in _YEARS else None)
    if kind == "work_summary" and period is None:
        period = periods.until(running.text, report.report_year)
    if period is not None:
        start, end = running.place(period.start, period.end)
        period = replace(period, start=start, end=end)
    evidence = [*form, *_state_period(document.text, report, period), *_state_days(report, block, signature)]
    evidence.extend(_state_numbers(document.text, report, block, lines[:head]))
    if title is not None:
        evidence.append(Evidence("title", report.title or "", "title", title.start, title.end, True))
        if stated is not None and report.report_year is None:
            evidence.append(Evidence("report_year", str(stated), "title", title.start, title.end))

    compiled = publishers.compiled_by(running.text)
    if compiled is not None:
        start, end = running.place(compiled.start, compiled.end)
        compiled = replace(compiled, start=start, end=end)
    candidates = _publisher_candidates(compiled, lines[:head], under_title, block, form, signature)
    chosen = publishers.choose(titles.name_in(title.text) if title else "", title.start if title else 0, candidates, text)
    if chosen is not None:
        report.publisher = _name_as_printed(document.text, chosen)
    evidence.extend(publishers.evidence_of(candidates, chosen))

    made = {(e.field, e.start) for e in evidence}
    evidence.extend(Evidence(i.field, i.value, "metadata_block", i.start, i.end) for i in found if (i.field, i.start) not in made)
    issues = [] if kind in _FIGURES else [_no_report(kind, title, document)]
    return Identity(report, evidence, issues)


def _state_period(printed: str, report: Report, period: periods.Period | None) -> Iterator[Evidence]:
    if period is not None:
        report.period_start, report.period_end = period.start_day, period.end_day
        yield Evidence("period", printed[period.start : period.end], "period_sentence", period.start, period.end, True)


def _state_days(report: Report, block: dict[str, metadata.Found], signature: signatures.Signature | None) -> Iterator[Evidence]:
    if signature is not None and signature.day is not None:
        report.signed_date = signature.day
        yield Evidence("signed_date", signature.day.isoformat(), "signature", signature.day_start, signature.day_end, True)
    elif (item := block.get("signed_date")) is not None:
        report.signed_date = date.fromisoformat(item.value)
        yield Evidence("signed_date", item.value, "metadata_block", item.start, item.end, True)
    if (item := block.get("published_date")) is not None:
        report.published_date = date.fromisoformat(item.value)
        yield Evidence("published_date", item.value, "metadata_block", item.start, item.end, True)


def _state_numbers(printed: str, report: Report, block: dict[str, metadata.Found], head: list[Line]) -> Iterator[Evidence]:
    if (item := block.get("index_number")) is not None:
        report.index_number = re.sub(r"\s", "", printed[item.start : item.end])
        yield Evidence("index_number", report.index_number, "metadata_block", item.start, item.end, True)
    if (item := block.get("document_number")) is not None:
        report.document_number = re.sub(r"\s", "", printed[item.start : item.end])
        yield Evidence("document_number", report.document_number, "metadata_block", item.start, item.end, True)
        return
    for line in head:
        text = line.text.strip(wording.BLANKS + "#*")
        if metadata.DOCUMENT_NUMBER.fullmatch(text) and not is_chrome(text):
            start = line.start + line.text.index(text)
            report.document_number = re.sub(r"\s", "", printed[start : start + len(text)])
            yield Evidence("document_number", report.document_number, "head", start, start + len(text), True)
            return


def _no_report(kind: DocumentType, title: titles.Title | None, document: Document) -> Issue:
    start, end = (title.start, title.end) if title else (None, None)
    return Issue(
        stage="identity",
        reason="not_a_report",
        detail=f"{kind}: {title.text if title else '没有年度报告的标题'}",
        page=document.page_of(start) if start is not None else None,
        line=document.line_of(start) if start is not None else None,
        char_start=start,
        char_end=end,
    )


def _title_and_kind(text: str, lines: list[Line], head: int) -> tuple[titles.Title | None, DocumentType]:
    """The title before the text (the last one, since lists of other reports stand before it), else one that the text follows."""
    every = titles.find_titles(lines)
    before = [title for title in every if title.last < head and not lines[title.first].is_table]
    late = [title for title in every if title.last >= head and _starts_a_report(text, title, lines)]
    if before:
        # The name of a channel ("政府信息公开年度报告") reads like a title, but has neither a year nor a name.
        full = [title for title in before if titles.year_of(title.text) or titles.name_in(title.text)] or before
        headings = [title for title in full if lines[title.last].is_heading]
        chosen = (headings or full)[-1]
        if chosen.document_type in ("notice", "other") and (covered := _covered_report(late, text)):
            return covered, covered.document_type
        return chosen, chosen.document_type
    if late:
        return late[0], late[0].document_type
    if _SELF_NAMING.search(text, 0, _OPENING):
        return None, "annual_report"
    return None, "other"


def _end_of_head(lines: list[Line], first: int, head: int) -> int:
    """Where the text begins, also if its lines are cut short: at the first line with a comma or a full stop that is no part of a page."""
    for index in range(first, head):
        line = lines[index]
        if not line.is_table and _SENTENCE.search(line.text) and not is_chrome(line.text) and not metadata.is_metadata(line):
            return index
    return head


def _starts_a_report(text: str, title: titles.Title, lines: list[Line]) -> bool:
    following = len(text) - title.end
    return not lines[title.last].is_table and following >= _AFTER_LATE_TITLE and _REPORT_WORDS.search(text, title.end) is not None


def _covered_report(late: list[titles.Title], text: str) -> titles.Title | None:
    """The report that follows its cover letter in the same file."""
    return next((t for t in late if t.document_type in _FIGURES and len(text) - t.end >= _AFTER_COVER), None)


def _signature(found: list[signatures.Signature], title: titles.Title | None) -> signatures.Signature | None:
    """The last signature whose name is the title's; else the last with a name; else the last day alone.

    Annexes may be signed too: where the title has a year, a day near its end or after it goes before others.
    """
    name = titles.name_in(title.text) if title else ""
    named = [s for s in found if s.name is not None]
    own = [s for s in named if s.name is not None and name and publishers.is_same(s.name, name)]
    ranked = own or named or found
    year = titles.year_of(title.text) if title else None
    if year is not None and title is not None and title.document_type in ("annual_report", "work_summary"):
        ranked = [s for s in ranked if s.day is not None and s.day >= date(year, 11, 1)] or ranked
    return ranked[-1] if ranked else None


def _year_of_account(text: str, published: date) -> int | None:
    """The only year that sentences begin with, up to the year of publication ("2010年，我局…"); None where it isn't the year before."""
    years = {int(match[1]) for match in _YEAR_OF_SENTENCE.finditer(text)}
    told = {year for year in years if year < published.year}
    return told.pop() if told == {published.year - 1} and published.month <= _REPORTING_MONTHS else None


def _year(
    title: titles.Title | None, form: list[Evidence], period: periods.Period | None, signature: signatures.Signature | None
) -> int | None:
    if title is not None and (year := titles.year_of(title.text)) is not None:
        return year
    years = {int(e.value) for e in form if e.field == "report_year"}
    if len(years) == 1:
        return years.pop()
    if period is not None and (period.end_day or period.start_day):
        return (period.end_day or period.start_day).year  # type: ignore[union-attr]
    day = signature.day if signature else None
    day = day or next((date.fromisoformat(e.value) for e in form if e.field == "filled_date"), None)
    if title is None or day is None or title.document_type == "quarterly_report":
        return None
    if day.month <= 6:
        return day.year - 1
    return day.year if day.month == 12 else None


def _printed(printed: str, title: titles.Title | None) -> str | None:
    if title is None:
        return None
    text = wording.tidy("".join(wording.tidy(piece) for piece in printed[title.start : title.end].split("\n")))
    return text if wording.folded(text).endswith(title.text[-4:]) else title.text


def _publisher_candidates(
    compiled: publishers.Candidate | None,
    head: list[Line],
    under_title: list[Line],
    block: dict[str, metadata.Found],
    form: list[Evidence],
    signature: signatures.Signature | None,
) -> list[publishers.Candidate]:
    candidates: list[publishers.Candidate] = []
    if signature is not None and signature.name is not None:
        candidates.append(publishers.Candidate(signature.name, "signature", signature.name_start, signature.name_end))
    candidates.extend(publishers.Candidate(e.value, "form_header", e.start, e.end) for e in form if e.field == "publisher")
    if compiled is not None:
        candidates.append(compiled)
    if "publisher" in block:
        item = block["publisher"]
        candidates.append(publishers.Candidate(item.value, "metadata_block", item.start, item.end))
    if under_title and publishers.is_organisation(name := wording.tidy(under_title[0].text)):
        start = under_title[0].start + under_title[0].text.index(name[0])
        candidates.append(
            publishers.Candidate(name, "head", start, under_title[0].start + len(under_title[0].text.rstrip(wording.BLANKS + "#*")))
        )
    for line in head:
        for piece in re.finditer(r"[^>»›＞→/\s]+", line.text if re.search("[>»›＞→]", line.text) else ""):
            if publishers.is_organisation(piece[0]):
                candidates.append(publishers.Candidate(piece[0], "breadcrumb", line.start + piece.start(), line.start + piece.end()))
    return candidates


def _name_as_printed(printed: str, chosen: publishers.Candidate) -> str:
    """The printed characters (not the folded ones), without typesetting spaces. A title's name need not stand at the title's beginning."""
    name = re.sub(r"\s", "", printed[chosen.start : chosen.end])
    if wording.folded(name) == chosen.name:
        return name
    return chosen.name
