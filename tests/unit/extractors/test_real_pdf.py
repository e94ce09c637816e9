"""A real report as PDF: every cell of its three tables in its place, its prose in order. Skipped where the report isn't at hand."""

import io
from pathlib import Path

import pytest

from extractors.document import Document
from extractors.layout import WholeTable, whole_tables
from extractors.readers import read

REPORT = Path(__file__).resolve().parents[4] / "shared" / "reports" / "huaian-2024.pdf"
pytestmark = pytest.mark.skipif(not REPORT.exists(), reason="the labelled report is not beside this repository")

PUBLISHED = [
    ["规章", "1", "0", "11"],
    ["行政规范性文件", "8", "26", "66"],
    ["行政许可", "447228", "447228", "447228"],
    ["行政处罚", "3985758", "3985758", "3985758"],
    ["行政强制", "88283", "88283", "88283"],
    ["行政事业性收费", "96171.6", "96171.6", "96171.6"],
]
APPLICATIONS = """
一、本年新收政府信息公开申请数量 3001 53 0 0 61 4 3119
二、上年结转政府信息公开申请数量 34 0 0 0 0 0 34
三、本年度办理结果/（一）予以公开 1288 21 0 0 50 3 1362
三、本年度办理结果/（二）部分公开（区分处理的，只计这一情形，不计其他情形） 447 7 0 0 0 0 454
三、本年度办理结果/（三）不予公开/1.属于国家秘密 2 0 0 0 0 0 2
三、本年度办理结果/（三）不予公开/2.其他法律行政法规禁止公开 30 1 0 0 0 0 31
三、本年度办理结果/（三）不予公开/3.危及“三安全一稳定” 5 0 0 0 0 0 5
三、本年度办理结果/（三）不予公开/4.保护第三方合法权益 6 0 0 0 0 0 6
三、本年度办理结果/（三）不予公开/5.属于三类内部事务信息 7 1 0 0 0 0 8
三、本年度办理结果/（三）不予公开/6.属于四类过程性信息 12 0 0 0 0 0 12
三、本年度办理结果/（三）不予公开/7.属于行政执法案卷 9 0 0 0 0 0 9
三、本年度办理结果/（三）不予公开/8.属于行政查询事项 105 0 0 0 0 0 105
三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息 746 12 0 0 10 1 769
三、本年度办理结果/（四）无法提供/2.没有现成信息需要另行制作 11 0 0 0 0 0 11
三、本年度办理结果/（四）无法提供/3.补正后申请内容仍不明确 1 0 0 0 0 0 1
三、本年度办理结果/（五）不予处理/1.信访举报投诉类申请 56 6 0 0 0 0 62
三、本年度办理结果/（五）不予处理/2.重复申请 25 0 0 0 0 0 25
三、本年度办理结果/（五）不予处理/3.要求提供公开出版物 0 0 0 0 0 0 0
三、本年度办理结果/（五）不予处理/4.无正当理由大量反复申请 0 0 0 0 0 0 0
三、本年度办理结果/（五）不予处理/5.要求行政机关确认或重新出具已获取信息 1 0 0 0 0 0 1
三、本年度办理结果/（六）其他处理/1、申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 67 3 0 0 1 0 71
三、本年度办理结果/（六）其他处理/2、申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 6 0 0 0 0 0 6
三、本年度办理结果/（六）其他处理/3、其他 108 2 0 0 0 0 110
三、本年度办理结果/（七）总计 2932 53 0 0 61 4 3050
四、结转下年度继续办理 103 0 0 0 0 0 103
"""
REVIEWS = "72 64 178 37 351 13 4 8 1 26 12 1 1 6 20"


@pytest.fixture(scope="module")
def document() -> Document:
    return read(REPORT.name, REPORT.read_bytes())


@pytest.fixture(scope="module")
def tables(document: Document) -> list[WholeTable]:
    return whole_tables(document)


def distinct(texts: list[str]) -> str:
    return "/".join(dict.fromkeys("".join(text.split()) for text in texts))


def test_what_was_published(tables: list[WholeTable]) -> None:
    rows = [[cell.text for cell in row.cells] for row in tables[0].rows]
    assert [row for row in rows if row[1][0].isdigit()] == PUBLISHED
    assert rows[1] == ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    assert rows[6][1] == "447228"
    # A cell that covers three columns is one cell.
    assert tables[0].rows[9].cells[1] is tables[0].rows[9].cells[3]


def test_each_of_the_twenty_five_rows_of_applications(tables: list[WholeTable]) -> None:
    rows = [[cell.text for cell in row.cells] for row in tables[1].rows]
    found = [" ".join([distinct(row[:3]), *row[3:]]) for row in rows[3:]]
    assert found == APPLICATIONS.strip().splitlines()
    assert [distinct([row[column] for row in rows[:3]]) for column in range(3, 10)] == [
        "申请人情况/自然人",
        *(f"申请人情况/法人或其他组织/{kind}" for kind in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")),
        "申请人情况/总计",
    ]


def test_the_fifteen_reviews_and_suits(tables: list[WholeTable]) -> None:
    rows = [[cell.text for cell in row.cells] for row in tables[2].rows]
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    assert " ".join(rows[3]) == REVIEWS
    assert [distinct([row[column] for row in rows[:3]]) for column in range(15)] == [
        f"{way}/{outcome}" for way in ("行政复议", "行政诉讼/未经复议直接起诉", "行政诉讼/复议后起诉") for outcome in outcomes
    ]


def test_the_prose_is_in_order_and_without_page_numbers(document: Document) -> None:
    texts = [document.text[block.start : block.end] for block in document.blocks if block.table is None]
    beginnings = [
        "",
        "2024年政府",
        "本报告由",
        "一、总体情况",
        "2024年，我市",
        "（一）主动",
        "（二）依申",
        "（三）政府",
        "（四）政府",
        "（五）政府",
    ]
    beginnings += ["二、主动公", "三、收到和", "四、政府信", "五、存在的", "对照上级新", "针对存在问", "六、其他需", "2024年，市"]
    assert [text[: len(start)] for text, start in zip(texts, beginnings, strict=True)] == beginnings
    assert all(text[-1] in "。情况项府告" for text in texts)
    assert texts[5].endswith("舆论关切。")
    assert "合格率均为100%。" in texts[8]
    assert all(block.box is not None for block in document.blocks)


def test_pdfplumber_sees_the_same_numbers(document: Document) -> None:
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(io.BytesIO(REPORT.read_bytes())) as file:
        pieces = [piece for page in file.pages for piece in page.extract_tables()]
    theirs = [[["".join(text.split()) for text in row if text] for row in piece] for piece in pieces if max(map(len, piece)) > 1]
    ours = [
        [["".join(cell.text.split()) for cell in {id(cell): cell for cell in row.cells}.values()] for row in block.table.rows]
        for block in document.tables
        if block.table is not None
    ]
    assert numbers(theirs) == numbers(ours)


def numbers(pieces: list[list[list[str]]]) -> list[list[list[str]]]:
    return [[[text for text in row if text[:1].isdigit() and text[-1:].isdigit()] for row in piece] for piece in pieces]
