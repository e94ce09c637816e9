"""What identity hands on as a whole: proof, issues, and the acceptance reports."""

import csv
from pathlib import Path

import pytest
from invented_reports import BODY, read_identity

from extractors.identity import identify
from extractors.readers import read


def test_every_chosen_sign_stands_in_the_text() -> None:
    document = read("report.txt", f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}\n流萤镇人民政府\n\n2018年1月3日\n".encode())
    signs = {sign.field: document.text[sign.start : sign.end] for sign in identify(document).evidence if sign.is_chosen}

    title = "流萤镇2017年政府信息公开工作年度报告"
    named = {"document_type": title, "title": title, "report_year": title}
    assert signs == named | {"publisher": "流萤镇人民政府", "signed_date": "2018年1月3日"}


def test_what_is_no_report_has_one_issue_with_its_title() -> None:
    issues = read_identity(f"望舒县2017年政务公开工作要点\n{BODY}").issues

    assert [(issue.stage, issue.reason, issue.line) for issue in issues] == [("identity", "not_a_report", 1)]
    assert "望舒县2017年政务公开工作要点" in issues[0].detail


def test_a_report_has_no_issue() -> None:
    assert read_identity(f"流萤镇2017年政府信息公开工作年度报告\n\n{BODY}").issues == []


@pytest.mark.parametrize("text", ["", "\n\n", "。", "2018年1月3日", "索引号：", "|", "\t\t", "年度报告" * 500, "文号 " * 300])
def test_odd_texts_are_identified_without_an_error(text: str) -> None:
    assert read_identity(text).report.document_type in ("other", "annual_report")


GOLDEN = Path(__file__).resolve().parents[4] / "shared" / "contract" / "golden_metadata.csv"
SEEDS = GOLDEN.parents[1] / "seeds"
JUDGED = ("document_type", "report_year", "period_start", "period_end", "signed_date", "published_date", "document_number", "index_number")


@pytest.mark.skipif(not GOLDEN.exists(), reason="the acceptance data is not beside this repository")
def test_the_acceptance_reports_are_identified() -> None:
    with GOLDEN.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    wrong = []
    for row in rows:
        report = identify(read(row["source_file"], (SEEDS / row["source_file"]).read_bytes())).report
        for field in JUDGED:
            value = getattr(report, field)
            if ("" if value is None else str(value)) not in row[field].split("|"):
                wrong.append((row["source_file"], field, value))
        if not (report.publisher and row["township"] in report.publisher and row["publisher"].endswith(report.publisher)):
            wrong.append((row["source_file"], "publisher", report.publisher))
    assert wrong == []


def test_a_year_before_the_regulation_is_no_report_year_but_stays_a_sign() -> None:
    for year, stated in ((2007, None), (1998, None), (2008, 2008), (2018, 2018)):
        identity = read_identity(f"枕石镇{year}年政府信息公开工作年度报告\n\n" + BODY)
        assert identity.report.report_year == stated
        if stated is None:
            assert (str(year), False) in [(sign.value, sign.is_chosen) for sign in identity.evidence if sign.field == "report_year"]
