"""What came with a file and not in it: its name, its folder, what its origin sidecar states.

Lives here: `Origin`, the signs that it holds, and `settle()`, which fills publisher and year where the text says nothing of them.
Elsewhere: what the text says (__init__.py); which names a content came under (orchestration).

Order of trust, highest first: everything in the document; the file's name, where it reads as a report's title; the publisher that
the sidecar states; the folders, the nearest first. A body must be one that the text can speak as
(我局 is no town), and no site.
None of it changes the kind of a document nor any figure: figures are read before, and the same words give the same figures under any
name. What it fills depends on the set of names under which a delivery brought the content, never on their order: every name is heard,
and where two of one source differ none is taken. Of a content in several deliveries the marts show what the least delivery made of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.identity import disagreement, publishers, titles, wording
from extractors.records import Evidence, EvidenceSource, Issue, Report

_ORDER: tuple[EvidenceSource, ...] = ("file_name", "origin", "folder")
_YEARS = range(2008, 2101)
# Without one of these words the year of a folder may be that of the collection.
_REPORTS = re.compile("年报(?!送)|年度报告")


@dataclass(frozen=True, order=True, slots=True)
class Origin:
    """One name under which a content came (its path in the delivery), and the publisher that its sidecar states."""

    path: str
    publisher: str | None = None


def settle(report: Report, evidence: Sequence[Evidence], text: str, origins: Sequence[Origin]) -> tuple[list[Evidence], list[Issue]]:
    """Fills what the text leaves open of `report`. Returns the signs of the origins, and issues where they contradict the text."""
    signs = _nearest_folders([sign for origin in sorted(set(origins)) for sign in _signs(origin)])
    publisher_is_open = report.publisher is None and not any(s.field == "publisher" and s.source == "title" for s in evidence)
    if publisher_is_open and (sign := _publisher(signs, text)) is not None:
        report.publisher = sign.value
        signs = [replace(other, is_chosen=other == sign) for other in signs]
    if report.report_year is None and report.document_type in ("annual_report", "work_summary"):
        sign = _agreed([s for s in signs if s.field == "report_year"])
        if sign is not None:
            report.report_year = int(sign.value)
            signs = [replace(other, is_chosen=other.is_chosen or other == sign) for other in signs]
    every = [*evidence, *signs]
    chosen = next((s for s in every if s.field == "publisher" and s.is_chosen), None)
    heard = [sign for sign in signs if sign.source == "file_name"]
    issues = [*disagreement.of_publishers(report, chosen, heard), *disagreement.of_years(report, [*_chosen(every, "report_year"), *heard])]
    return signs, issues


def _chosen(evidence: Sequence[Evidence], field: str) -> list[Evidence]:
    return [sign for sign in evidence if sign.field == field and sign.is_chosen]


def _signs(origin: Origin) -> Iterator[Evidence]:
    *folders, name = origin.path.split("/")
    stem = wording.folded(wording.tidy(name.rpartition(".")[0] or name))
    if titles.kind_of(stem) is not None:
        yield from _of_words(stem, "file_name", origin.path)
    if origin.publisher is not None:
        body = wording.folded(wording.tidy(origin.publisher))
        if publishers.is_name(body):
            yield Evidence("publisher", body, "origin", None, None, words=origin.publisher)
    for folder in reversed(folders):
        words = wording.folded(wording.tidy(folder))
        if publishers.is_name(words):
            yield Evidence("publisher", words, "folder", None, None, words=origin.path)
        elif _REPORTS.search(words):
            yield from _of_words(words, "folder", origin.path)


def _of_words(words: str, source: EvidenceSource, path: str) -> Iterator[Evidence]:
    if publishers.is_name(name := titles.name_in(words)):
        yield Evidence("publisher", name, source, None, None, words=path)
    if (year := titles.year_of(words)) is not None and year in _YEARS:
        yield Evidence("report_year", str(year), source, None, None, words=path)


def _nearest_folders(signs: list[Evidence]) -> list[Evidence]:
    """Of the folders of one path only the nearest that names a body or a year."""
    seen: set[tuple[str, str | None]] = set()
    kept = []
    for sign in signs:
        key = (sign.field, sign.words)
        if sign.source != "folder" or key not in seen:
            kept.append(sign)
        if sign.source == "folder":
            seen.add(key)
    return kept


def _publisher(signs: list[Evidence], text: str) -> Evidence | None:
    able = [sign for sign in signs if sign.field == "publisher" and not publishers.is_operator(sign.value)]
    return _agreed([sign for sign in able if publishers.speaks_as(text, sign.value)])


def _agreed(signs: list[Evidence]) -> Evidence | None:
    """The value of the most trusted source that has any, if all its names agree."""
    for source in _ORDER:
        of_source = [sign for sign in signs if sign.source == source]
        if of_source:
            return min(of_source, key=lambda sign: sign.words or "") if len({sign.value for sign in of_source}) == 1 else None
    return None
