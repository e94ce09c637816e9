"""A report says the same as a web page as it says as text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from web_pages import SITES, document_of

from extractors.document import Document
from extractors.extract import extract

SAMPLES = Path(__file__).resolve().parents[3] / "orchestration" / "samples"
REPORTS = sorted(path for path in SAMPLES.rglob("*.*") if path.suffix in (".txt", ".md"))


def figures(data: bytes) -> list[tuple[object, ...]]:
    observations = extract("a", data).observations
    return sorted(
        ((o.indicator_code, o.member_code, o.basis, o.value_printed, o.number, o.status, o.source_kind) for o in observations), key=str
    )


def identity(data: bytes) -> dict[str, object]:
    report = extract("a", data).report
    assert report is not None
    return {
        field: getattr(report, field)
        for field in ("document_type", "publisher", "report_year", "signed_date", "published_date", "document_number", "index_number")
    }


@pytest.mark.parametrize("report", REPORTS, ids=[path.stem for path in REPORTS])
@pytest.mark.parametrize("site", SITES, ids=[site.__name__ for site in SITES])
def test_a_page_gives_the_figures_of_its_text(site: Callable[[Document], bytes], report: Path) -> None:
    data = report.read_bytes()
    page = site(document_of(data))
    assert extract("a", page).document.reader == "html"
    assert figures(page) == figures(data)
    assert identity(page) == identity(data)
