"""extract() reads whole files, refuses what is no report, and never raises."""

import random

import pytest
from printed_tables import coastal_rows, national_figures, national_rows, with_bars, with_tabs

import extractors
from extractors.extract import extract

REPORT = (
    "青竹乡2016年政府信息公开工作年度报告\n\n一、概述\n\n现将我乡2016年政府信息公开工作情况报告如下。\n\n附件：政府信息公开情况统计表\n\n"
)


def test_a_report_with_its_table_gives_all_figures() -> None:
    extraction = extract("任意.txt", (REPORT + with_bars(national_rows())).encode())
    assert (extraction.document.outcome, extraction.document.reader, extraction.document.encoding) == ("read", "text", "utf-8")
    assert extraction.document.characters == len(extraction.text)
    assert extraction.report is not None
    assert (extraction.report.document_type, extraction.report.form_generations) == ("annual_report", ["national_2014"])
    assert len(extraction.observations) == len(national_figures())


@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030", "utf-16"])
def test_encoding_and_line_ends_change_no_figure(codec: str) -> None:
    text = REPORT + with_tabs(coastal_rows()) + "\n"
    plain = extract("a.txt", text.encode())
    other = extract("b.md", text.replace("\n", "\r\n").encode(codec))
    assert len(plain.observations) == 32
    assert (other.text, other.observations, other.report) == (plain.text, plain.observations, plain.report)


def test_what_is_no_report_gives_no_figures() -> None:
    notice = "关于报送2016年政府信息公开工作年度报告的通知\n\n各村：\n\n请于1月10日前报送，统计表样式如下。\n\n"
    extraction = extract("a.txt", (notice + with_bars(national_rows())).encode())
    assert extraction.observations == []
    assert "not_a_report" in [issue.reason for issue in extraction.issues]


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "empty_file"), (b"%PDF-1.7\n", "damaged_file"), (bytes(range(256)) * 9, "undecodable_text")]
)
def test_a_bad_file_is_rejected_with_one_issue(data: bytes, reason: str) -> None:
    extraction = extract("a.txt", data)
    assert (extraction.document.outcome, extraction.document.reason, extraction.report, extraction.text) == ("rejected", reason, None, "")
    assert [issue.reason for issue in extraction.issues] == [reason]


def test_the_issue_of_a_bad_file_does_not_depend_on_its_name() -> None:
    assert extract("甲/乙.doc", bytes(range(256)) * 9) == extract("丙.txt", bytes(range(256)) * 9)


def test_names_behind_an_unknown_row_are_masked() -> None:
    rows = [*national_rows(), ["联络电话 13900000000", "件", "3"]]
    extraction = extract("a.txt", (REPORT + with_bars(rows)).encode())
    details = [issue.detail for issue in extraction.issues if issue.reason == "unmatched_label"]
    assert len(details) == 1
    assert "13900000000" not in details[0]


def test_random_bytes_never_raise() -> None:
    chance = random.Random(20)
    for _ in range(300):
        extraction = extract("a.txt", chance.randbytes(chance.randrange(0, 400)))
        assert extraction.document.outcome in ("read", "rejected")


def test_damaged_reports_never_raise_and_keep_their_spans() -> None:
    chance = random.Random(21)
    whole = (REPORT + with_bars(national_rows()) + "\n\n" + with_tabs(coastal_rows())).encode("gb18030")
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 5, 60])):
            place = chance.randrange(len(data))
            if chance.random() < 0.5:
                data[place] = chance.randrange(256)
            else:
                del data[place : place + chance.randrange(1, 30)]
        extraction = extract("a.txt", bytes(data))
        for each in extraction.observations:
            assert extraction.text[each.char_start : each.char_end] == each.quote
            assert extraction.text[each.value_start : each.value_end] == (each.value_printed or "")
            assert each.char_start <= each.value_start <= each.value_end <= each.char_end


@pytest.mark.parametrize(
    "unit", ["|", "\t", "  甲", "| |\n", "a  b\n", "（", "**", "\f", "1\n", "甲\t1\n", "| 当面申请数 | 件 | 1 |\n", "\ufffd"]
)
def test_endless_repetition_is_read(unit: str) -> None:
    assert extract("a.txt", (unit * 5_000).encode()).document.outcome in ("read", "rejected")


def test_extraction_is_a_function_of_the_content_alone() -> None:
    data = (REPORT + with_bars(national_rows())).encode()
    assert extract("a.txt", data) == extract("目录/b.pdf", data)


def test_the_fingerprint_is_a_sha256() -> None:
    assert extractors.fingerprint() == extractors.fingerprint()
    assert set(extractors.fingerprint()) <= set("0123456789abcdef")
    assert len(extractors.fingerprint()) == 64
