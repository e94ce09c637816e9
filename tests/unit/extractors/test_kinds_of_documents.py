"""What is no report gives no figure, whatever it says of disclosure; and a report of any form gives its own."""

from datetime import date
from functools import cache

import pytest

from extractors.extract import TYPES_WITH_FIGURES, extract
from extractors.readers import read
from tests.unit.extractors.documents_about_disclosure import NOT_REPORTS
from tests.unit.extractors.formats import FORMATS
from tests.unit.extractors.report_parts import Report, as_written
from tests.unit.extractors.unusual_reports import UNUSUAL, Truth


@cache
def written(text: str) -> Report:
    return as_written(read("a", text.encode()))


def test_there_are_enough_of_both() -> None:
    """Else the other tests would say little."""
    assert (len(NOT_REPORTS), len(UNUSUAL)) >= (120, 50)


@pytest.mark.parametrize("name", sorted(NOT_REPORTS))
def test_what_is_no_report_gives_nothing(name: str) -> None:
    found = extract("a", NOT_REPORTS[name].encode())

    assert found.report is not None
    assert found.report.document_type not in TYPES_WITH_FIGURES
    assert "not_a_report" in [issue.reason for issue in found.issues]
    assert [*found.observations, *found.quantities, *found.ledger_entries, *found.tasks, *found.citations, *found.relations] == []


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_what_is_no_report_gives_no_figure_in_any_format(kind: str) -> None:
    wrong = {}
    for name, text in NOT_REPORTS.items():
        report = written(text)
        found = extract("a", FORMATS[kind](report)) if report.lines else None
        if found is not None and (found.observations or found.report is None or found.report.document_type in TYPES_WITH_FIGURES):
            wrong[name] = found.report

    assert wrong == {}


def stated(text: bytes, truth: Truth) -> Truth:
    report = extract("a", text).report
    values = {field: getattr(report, field) for field in truth}
    return {field: value.isoformat() if isinstance(value, date) else value for field, value in values.items()}


@pytest.mark.parametrize("name", sorted(UNUSUAL))
def test_a_report_of_unusual_form_is_a_report(name: str) -> None:
    text, truth = UNUSUAL[name]

    assert stated(text.encode(), truth) == truth


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_a_report_of_unusual_form_is_a_report_in_every_format(kind: str) -> None:
    wrong = {}
    for name, (text, truth) in UNUSUAL.items():
        report = written(text)
        found = stated(FORMATS[kind](report), truth) if report.lines else truth
        if found != truth:
            wrong[name] = found

    assert wrong == {}


def test_blank_cells_of_a_report_are_blank_figures() -> None:
    found = extract("a", UNUSUAL["blank tables, but an office, a year and sentences"][0].encode())

    assert {o.status for o in found.observations if o.source_kind == "table"} <= {"blank"}


PAGES: dict[str, tuple[str, Truth]] = {
    "the title of the page is the report's": (
        "<html><head><title>望舒县水务局2017年政府信息公开工作年度报告-望舒县人民政府网</title></head><body><p>2017年，我局认真做好公开工作，"
        "主动公开政府信息120条，没有收到申请。</p><p>没有发生行政复议、行政诉讼。</p></body></html>",
        {"document_type": "annual_report", "publisher": "望舒县水务局", "report_year": 2017, "title": None},
    ),
    "the site is the author's, as the text speaks": (
        "<html><head><title>2017年度政府信息公开年报_望舒县水务局</title></head><body><p>2017年，我局认真做好公开工作，主动公开政府信息120条，"
        "没有收到申请。</p></body></html>",
        {"document_type": "annual_report", "publisher": "望舒县水务局", "report_year": 2017},
    ),
    "the site is the county's, the text a bureau's": (
        "<html><head><title>2017年度政府信息公开年报_望舒县人民政府</title></head><body><p>2017年，我局认真做好公开工作，主动公开政府信息120条，"
        "没有收到申请。</p></body></html>",
        {"document_type": "annual_report", "publisher": None, "report_year": 2017},
    ),
    "news under the title of a report": (
        "<html><head><title>望舒县2017年政府信息公开工作年度报告_望舒新闻</title></head><body><p>本报讯 日前，县政府办公布了年度报告，"
        "全县主动公开政府信息5200条，收到申请23件。</p></body></html>",
        {"document_type": "other"},
    ),
    "a page that bears a title and nothing else": (
        "<html><head><title>望舒县水务局2017年政府信息公开工作年度报告</title></head><body><p>附件下载</p></body></html>",
        {"document_type": "other"},
    ),
    "a notice's page": (
        "<html><head><title>关于做好2017年政府信息公开年度报告工作的通知</title></head><body><p>2017年全县主动公开政府信息120条，"
        "收到申请3件。</p></body></html>",
        {"document_type": "notice"},
    ),
    "the printed title goes before the page's": (
        "<html><head><title>墨痕镇2016年政府信息公开年报</title></head><body><h1>流萤镇2017年政府信息公开年报</h1><p>2017年，我镇主动公开"
        "政府信息120条。</p></body></html>",
        {"document_type": "annual_report", "publisher": "流萤镇", "report_year": 2017},
    ),
}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_title_of_a_page_is_evidence(name: str) -> None:
    page, truth = PAGES[name]

    assert stated(page.encode(), truth) == truth
