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
from functools import lru_cache

from extractors.characters import simplified
from extractors.identity import disagreement, publishers, titles, wording
from extractors.records import Evidence, EvidenceSource, Issue, Report

_ORDER: tuple[EvidenceSource, ...] = ("file_name", "origin", "folder")
_OWN = frozenset(("title", "signature", "head", "form_header", "compiled_by"))
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
    if not signs:
        return [], []
    # Where the text's own names contradict each other, no file name decides.
    is_silent = report.publisher is None and not any(s.field == "publisher" and s.source in _OWN for s in evidence)
    if is_silent and (sign := _publisher(signs, text)) is not None:
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
    yield from _as_signs(_of_name(name.rpartition(".")[0] or name), "file_name", origin.path)
    if origin.publisher is not None:
        body, _ = _of_folder(origin.publisher)
        yield from _as_signs((body, None), "origin", origin.publisher)
    for folder in reversed(folders):
        yield from _as_signs(_of_folder(folder), "folder", origin.path)


def _as_signs(told: tuple[str | None, int | None], source: EvidenceSource, words: str) -> Iterator[Evidence]:
    publisher, year = told
    if publisher is not None:
        yield Evidence("publisher", publisher, source, None, None, words=words)
    if year is not None:
        yield Evidence("report_year", str(year), source, None, None, words=words)


def _of_name(stem: str) -> tuple[str | None, int | None]:
    """The publisher and the year of a file's name that reads as a report's title."""
    words = simplified(wording.tidy(stem))
    return _of_title(words) if titles.kind_of(words) is not None else (None, None)


# Folders and publishers of sidecars recur from file to file.
@lru_cache(maxsize=4096)
def _of_folder(name: str) -> tuple[str | None, int | None]:
    """The same of a folder that is a body's name, or speaks of reports."""
    words = simplified(wording.tidy(name))
    if publishers.is_name(words):
        return words, None
    return _of_title(words) if _REPORTS.search(words) else (None, None)


def _of_title(words: str) -> tuple[str | None, int | None]:
    name, year = titles.name_in(words), titles.year_of(words)
    return name if publishers.is_name(name) else None, year if year in _YEARS else None


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
