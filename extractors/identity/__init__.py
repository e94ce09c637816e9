"""What report a document is: kind, title, publisher, year, period, days and numbers, each with the words that prove it.

Lives here: `identify()`, which gathers the signs of all the modules beside it and weighs them.
Elsewhere: the signs themselves, one module a topic (metadata.py, titles.py, publishers.py, periods.py, signatures.py,
forms_header.py, content.py), their wording (words/*.csv), what kind it all makes (kinds.py), what the file's name and origin add to that
(origins.py), the table generations of a report (../forms), resolving publishers to agencies (dbt).

Order of trust, highest first. A field without a trusted sign is None; nothing is computed to fill it.
- kind, title: see kinds.py
- publisher: see publishers.py
- report_year: title; the page's own title; header of the table; period; the signature or the day on the table (to June: the year before;
  December: that year; not for quarterly reports); without a title the one year whose work the text tells; with one too, where the page
  was published in the half year after it. A year before 2008 is none
- period: the sentence on the period; the days that the year's figure of disclosure begins with, where they are the report's year; for
  summaries also 截至 with a day of the report's year
- signed_date: the signature; 成文日期 of the block. published_date: 发布日期 of the block. filled_date: the day on the table, where its
  tables agree
- document_number: the block; a line of its own before the text. index_number: the block
Signs that were not chosen stay beside the chosen ones; where they name another publisher or year, an issue says so. It blocks nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from extractors import wraps
from extractors.characters import simplified
from extractors.document import Document
from extractors.identity import candidates, disagreement, forms_header, kinds, metadata, periods, publishers, signatures, titles, wording
from extractors.identity.content import Content
from extractors.identity.evidence import Identity, Line, head_length, is_chrome, lines_of
from extractors.records import DocumentType, Evidence, Issue, Report

__all__ = ["Evidence", "Identity", "identify"]

# The regulation that asks for these reports is in force since May 2008. Another year is a slip, or the report is none of these.
_YEARS = range(2008, 2101)
# Reports are due in January or March of the year after; pages that were moved bear any later date.
_REPORTING_MONTHS = 6
_SENTENCE = re.compile("[，。]")


def identify(document: Document) -> Identity:
    """The identity of a read document. Never raises for what a document says; a document that is no report has one issue."""
    text = simplified(document.text)
    lines = lines_of(document, text)
    head = head_length(lines, metadata.is_metadata)
    content = Content(document, text, lines)
    site = simplified(document.page_title) if document.page_title else None
    found_kind = kinds.kind_of(text, lines, head, content, site)
    title, kind, page_title = found_kind.title, found_kind.document_type, found_kind.page_title
    if title is not None or head == len(lines):
        head = _end_of_head(lines, title.last + 1 if title is not None and title.last < head else 0, head)
    found = metadata.read_block(lines[:head])
    block = {item.field: item for item in reversed(found)}
    if title is None and "title" in block and (announced := titles.kind_of(block["title"].value)):
        title = titles.Title(block["title"].value, announced, 0, 0, block["title"].start, block["title"].end)
        kind = kinds.of_title(title, content)

    form = list(forms_header.read_form(lines))
    under_title = [line for line in lines[:head] if title is not None and title.last < head and line.start > title.end]
    signature = _signature(signatures.find_signatures(lines, head), title) or signatures.day_under_title(under_title)
    if kind in kinds.FIGURES or (title is None and kind == "other"):
        is_empty = kinds.is_left_empty(content)
        if content.has_open_numbers or (is_empty and not (content.accounts and _is_told(title, page_title, form, signature, content))):
            kind = "blank_form"
    running = wraps.unwrapped(text, wraps.torn_ends(document, text))
    period, ranges = periods.find_period(running.text) if kind in kinds.FIGURES else (None, [])
    period = _placed(period, running)
    years = list(_year_signs(title, page_title, form, period, signature))
    if not years and kind in kinds.FIGURES and kind != "quarterly_report":
        told = _year_of_account(content, title, signature, block)
        years = [Evidence("report_year", str(told), "text", *content.told_years[told])] if told is not None else []
    stated = int(years[0].value) if years else None
    if period is None and kind in ("annual_report", "work_summary"):
        period = _placed(periods.of_figures(running.text, ranges, stated), running)
    report = Report(document_type=kind, title=_printed(document.text, title), report_year=stated if stated in _YEARS else None)
    if kind == "work_summary" and period is None:
        period = _placed(periods.until(running.text, report.report_year), running)
    evidence = [*_state_kind(report, title, page_title, content), *_state_year(report, years)]
    evidence += [
        *_state_period(report, period),
        *_state_days(report, block, signature, form),
        *_state_numbers(document.text, report, block, lines[:head]),
    ]

    compiled = publishers.compiled_by(running.text)
    if compiled is not None and compiled.start is not None and compiled.end is not None:
        start, end = running.place(compiled.start, compiled.end)
        compiled = replace(compiled, start=start, end=end)
    names = candidates.gather(compiled, lines[:head], under_title, block, form, signature, page_title, site)
    chosen = publishers.choose(titles.name_in(title.text) if title else "", title.start if title else 0, names, text)
    if chosen is not None:
        report.publisher = _name_as_printed(document.text, chosen)
    evidence += publishers.evidence_of(names, chosen, report.publisher)

    made = {(e.field, e.start) for e in evidence}
    evidence += [Evidence(i.field, i.value, "metadata_block", i.start, i.end) for i in found if (i.field, i.start) not in made]
    issues = [] if kind in kinds.FIGURES else [_no_report(kind, title, document)]
    if kind in kinds.FIGURES:
        issues += disagreement.of_text(report, evidence, period, signature, title)
    return Identity(report, evidence, issues)


def _is_told(
    title: titles.Title | None, page_title: str | None, form: list[Evidence], signature: signatures.Signature | None, content: Content
) -> bool:
    """Does any name of an author, or any year, tell a report from a form that nobody filled in?"""
    named = [titles.name_in(title.text) if title else "", titles.name_in(page_title) if page_title else ""]
    named += [signature.name or "" if signature else "", *(sign.value for sign in form if sign.field == "publisher")]
    if any(publishers.is_name(name) for name in named) or content.told_years:
        return True
    return next(_year_signs(title, page_title, form, None, signature), None) is not None


def _placed(period: periods.Period | None, running: wraps.Unwrapped) -> periods.Period | None:
    """A period of the running text with its place in the canonical one."""
    if period is None:
        return None
    start, end = running.place(period.start, period.end)
    return replace(period, start=start, end=end)


def _state_kind(report: Report, title: titles.Title | None, page_title: str | None, content: Content) -> Iterator[Evidence]:
    if title is not None:
        yield Evidence("document_type", report.document_type, "title", title.start, title.end, True)
        yield Evidence("title", report.title or "", "title", title.start, title.end, True)
    elif page_title is not None:
        yield Evidence("document_type", report.document_type, "page_title", None, None, True, page_title)
    elif report.document_type in kinds.FIGURES and (named := content.self_naming) is not None:
        yield Evidence("document_type", report.document_type, "text", named.start(), named.end(), True)


def _state_year(report: Report, years: list[Evidence]) -> Iterator[Evidence]:
    for index, sign in enumerate(years):
        is_chosen = index == 0 and report.report_year is not None
        yield Evidence("report_year", sign.value, sign.source, sign.start, sign.end, is_chosen, sign.words)


def _state_period(report: Report, period: periods.Period | None) -> Iterator[Evidence]:
    if period is None:
        return
    report.period_start, report.period_end = period.start_day, period.end_day
    for field, day in (("period_start", period.start_day), ("period_end", period.end_day)):
        if day is not None:
            yield Evidence(field, day.isoformat(), "period_sentence", period.start, period.end, True)


def _state_days(
    report: Report, block: dict[str, metadata.Found], signature: signatures.Signature | None, form: list[Evidence]
) -> Iterator[Evidence]:
    if signature is not None and signature.day is not None:
        report.signed_date = signature.day
        yield Evidence("signed_date", signature.day.isoformat(), "signature", signature.day_start, signature.day_end, True)
    elif (item := block.get("signed_date")) is not None:
        report.signed_date = date.fromisoformat(item.value)
        yield Evidence("signed_date", item.value, "metadata_block", item.start, item.end, True)
    if (item := block.get("published_date")) is not None:
        report.published_date = date.fromisoformat(item.value)
        yield Evidence("published_date", item.value, "metadata_block", item.start, item.end, True)
    filled = [sign for sign in form if sign.field == "filled_date"]
    if len({sign.value for sign in filled}) == 1:
        report.filled_date = date.fromisoformat(filled[0].value)
    for sign in filled:
        yield replace(sign, is_chosen=sign is filled[0] and report.filled_date is not None)


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


def _end_of_head(lines: list[Line], first: int, head: int) -> int:
    """Where the text begins, also if its lines are cut short: at the first line with a comma or a full stop that is no part of a page."""
    for index in range(first, head):
        line = lines[index]
        if not line.is_table and _SENTENCE.search(line.text) and not is_chrome(line.text) and not metadata.is_metadata(line):
            return index
    return head


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


def _year_of_account(
    content: Content, title: titles.Title | None, signature: signatures.Signature | None, block: dict[str, metadata.Found]
) -> int | None:
    """The only year that sentences begin with ("2010年，我局…"), where nothing speaks against it.

    With a title that has no year, the page must have been published in the half year after it; without any title, a signature in the year
    itself or the next must not contradict it.
    """
    published = date.fromisoformat(block["published_date"].value) if "published_date" in block else None
    if title is not None:
        told = {year for year in content.told_years if published and year < published.year}
        is_due = published is not None and told == {published.year - 1} and published.month <= _REPORTING_MONTHS
        return told.pop() if is_due else None
    if len(content.told_years) != 1:
        return None
    year = min(content.told_years)
    signed = signature.day if signature else None
    return year if signed is None or signed.year - year in (0, 1) else None


def _year_signs(
    title: titles.Title | None,
    page_title: str | None,
    form: list[Evidence],
    period: periods.Period | None,
    signature: signatures.Signature | None,
) -> Iterator[Evidence]:
    """What tells the report's year, most trusted first."""
    if title is not None and (year := titles.year_of(title.text)) is not None:
        yield Evidence("report_year", str(year), "title", title.start, title.end)
    if page_title is not None and (year := titles.year_of(page_title)) is not None:
        yield Evidence("report_year", str(year), "page_title", None, None, words=page_title)
    printed = [sign for sign in form if sign.field == "report_year"]
    if len({sign.value for sign in printed}) == 1:
        yield printed[0]
    if period is not None and (last := period.end_day or period.start_day) is not None:
        yield Evidence("report_year", str(last.year), "period_sentence", period.start, period.end)
    if (title is None and page_title is None) or (title is not None and title.document_type == "quarterly_report"):
        return
    days = [(signature.day, signature.day_start, signature.day_end, "signature")] if signature and signature.day else []
    filled = next((sign for sign in form if sign.field == "filled_date"), None)
    if not days and filled is not None and filled.start is not None and filled.end is not None:
        days = [(date.fromisoformat(filled.value), filled.start, filled.end, "form_footer")]
    for day, start, end, source in days:
        if day.month <= _REPORTING_MONTHS or day.month == 12:
            year = day.year if day.month == 12 else day.year - 1
            yield Evidence("report_year", str(year), "signature" if source == "signature" else "form_footer", start, end)


def _printed(printed: str, title: titles.Title | None) -> str | None:
    if title is None:
        return None
    text = wording.tidy("".join(wording.tidy(piece) for piece in printed[title.start : title.end].split("\n")))
    return text if simplified(text).endswith(title.text[-4:]) else title.text


def _name_as_printed(printed: str, chosen: publishers.Candidate) -> str:
    """The printed characters (not the folded ones), without typesetting spaces. A title's name need not stand at the title's beginning."""
    name = re.sub(r"\s", "", printed[chosen.start : chosen.end]) if chosen.start is not None else ""
    if simplified(name) == chosen.name:
        return name
    return chosen.name
