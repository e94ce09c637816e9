"""Signs of one report that contradict each other.

Lives here: naming the publishers and years beside the chosen ones that can't both be right, as issues. They block nothing: the order of
trust has decided, and readers of the warehouse may look.
Elsewhere: all signs with their places (`Identity.evidence`); what the reports' figures contradict (findings, dbt).
"""

from collections.abc import Iterable, Iterator

from extractors.identity import periods, publishers, signatures, titles
from extractors.records import Evidence, Issue, Report

# A breadcrumb names all bodies of a site; a mention or the folder of a delivery need not speak of the author.
_NO_SAY = frozenset(("breadcrumb", "mention", "folder"))


def of_text(
    report: Report,
    evidence: list[Evidence],
    period: periods.Period | None,
    signature: signatures.Signature | None,
    title: titles.Title | None,
) -> list[Issue]:
    """What the document's own signs contradict."""
    chosen = {sign.field: sign for sign in evidence if sign.is_chosen}
    issues = [*of_publishers(report, chosen.get("publisher"), evidence)]
    if report.publisher is None:
        issues += _of_undecided(title, evidence)
    year = report.report_year
    if year is None:
        return issues
    by = chosen.get("report_year")
    others = [
        sign for sign in evidence if sign.field == "report_year" and not sign.is_chosen and sign.source in ("form_header", "page_title")
    ]
    issues += [_issue("report_year", str(year), by, sign) for sign in others if sign.value != str(year)]
    if period is not None and year not in {day.year for day in (period.start_day, period.end_day) if day is not None}:
        sign = Evidence("report_year", str((period.end_day or period.start_day).year), "period_sentence", period.start, period.end)  # type: ignore[union-attr]
        issues.append(_issue("report_year", str(year), by, sign))
    if signature is not None and signature.day is not None and signature.day.year not in (year, year + 1):
        sign = Evidence("report_year", str(signature.day.year), "signature", signature.day_start, signature.day_end)
        issues.append(_issue("report_year", str(year), by, sign))
    return issues


def of_publishers(report: Report, chosen: Evidence | None, evidence: Iterable[Evidence]) -> Iterator[Issue]:
    """Other bodies than the chosen one. Its own places, offices, and the governments above it don't contradict it."""
    name = report.publisher
    if name is None:
        return
    seen: set[str] = set()
    for sign in evidence:
        if sign.field != "publisher" or sign.is_chosen or sign.source in _NO_SAY or sign.value in seen:
            continue
        seen.add(sign.value)
        if publishers.is_name(sign.value) and not publishers.is_compatible(sign.value, name):
            yield _issue("publisher", name, chosen, sign)


def _of_undecided(title: titles.Title | None, evidence: list[Evidence]) -> list[Issue]:
    """The first two bodies that contradict each other, where none was chosen."""
    signs = [sign for sign in evidence if sign.field == "publisher" and sign.source not in _NO_SAY and publishers.is_name(sign.value)]
    if title is not None and publishers.is_name(name := titles.name_in(title.text)):
        signs.insert(0, Evidence("publisher", name, "title", title.start, title.end))
    others = [sign for sign in signs[1:] if not publishers.is_compatible(sign.value, signs[0].value)]
    return [_issue("publisher", signs[0].value, signs[0], others[0])] if others else []


def of_years(report: Report, evidence: Iterable[Evidence]) -> Iterator[Issue]:
    """Other years than the chosen one."""
    signs = [sign for sign in evidence if sign.field == "report_year"]
    chosen = next((sign for sign in signs if sign.is_chosen), None)
    if report.report_year is not None:
        others = {sign.value: sign for sign in signs if sign.value != str(report.report_year)}
        yield from (_issue("report_year", str(report.report_year), chosen, others[value]) for value in sorted(others))


def _issue(field: str, value: str, chosen: Evidence | None, other: Evidence) -> Issue:
    by = f"（{chosen.source}）" if chosen is not None else ""
    detail = f"{field}: {value}{by} ≠ {other.value}（{other.source}）"
    return Issue("identity", "identity_disagrees", detail, other.page, other.line, other.start, other.end)
