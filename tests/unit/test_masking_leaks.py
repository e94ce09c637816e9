"""Personal data in many shapes, planted in one document: nothing of it leaves the transforms, in any column of any table that is published.

Lives here: the way of the rows of one document. Elsewhere: the bytes that a whole run publishes (tests/pipeline/test_leaks.py), what is
personal at all (tests/unit/extractors/test_masking.py, test_annexes_persons.py). All persons and numbers are invented.
"""

import re

import polars as pl
import pytest

from extractors.extract import extract
from extractors.masking import BLOCK
from extractors.records import Extraction, Observation, Quantity
from orchestration.archive import Source
from orchestration.transforms import frames
from orchestration.transforms.batch import Batch, ReadDocument

# Kept in the home: nothing that is published reads them (tests/pipeline/test_leaks.py sees to that).
NOT_PUBLISHED = {"contacts", "document_text"}

REPORT = """# 长桥乡2016年政府信息公开工作年度报告

索引号：0101-2016-00012

本报告由长桥乡人民政府编制。如有疑问，请联系：夏满星，手机：13000000001，电话：0000-0000101，邮箱：xmx_01@example.com，便民热线12345。

## 一、概述

2016年，本乡主动公开政府信息30条。根据《水库公开办法》（桥政发〔2015〕9号）开展工作，乡长金不换同志带队。

成立领导小组，组长：金不换（乡长），副组长：云 归（副乡长），成员：江听雪、白小寒、各村书记。

（一）值班电话13000000002，主动公开20条；身份证号110000190001010009的申请人1名，卡号4000000000000002。

（二）向金不换支付差旅费300元，村民白小寒领取补助500元。

## 二、重点工作

### 水库

1. 由夏满星负责公布水位，电话 0000-0000303。

2. 公布水质。

### 道路

3. 金不换负责公布工期。

4. 公布造价。

5. 公布单位，联系人：欧阳远山，QQ：100000001。

## 三、收支

2016年长桥村收支明细

| 日期 | 摘要 | 收入 | 支出 | 经手人 |
|---|---|---|---|---|
| 2016-01-02 | 收到鹿小满承包费 | 300.00 | | 谷雨声 |
| 2016-01-03 | 付给路遥远劳务费 | | 40.00 | 谷雨声 |
| 2016-01-04 | 高庄村交来地租 | 50.00 | | 谷雨声 |

## 四、附表

政府信息公开情况统计表

(2016 年度)

填报单位：长桥乡人民政府

| 统计指标 | 单位 | 统计数 |
|----|----|----|
| 一、主动公开情况 | —— | |
| (一) 主动公开政府信息数 (不同渠道和方式公开相同信息计 1 条) | 条 | 30 |
| 其中：主动公开规范性文件数 | 条 | 2 |
| 制发规范性文件总数 | 件 | 2 |
| 鹿小满13000000003咨询数 | 件 | 1 |

单位负责人：夏满星 审核人：金不换 填报人：疏月白

联系电话：0000-0000101 填报日期：2017年1月3日

长桥乡人民政府

2017年1月3日
"""
PERSONAL = """
    夏满星 金不换 江听雪 白小寒 欧阳远山 鹿小满 路遥远 谷雨声 疏月白 13000000001 13000000002 13000000003 0000-0000101 0000-0000303
    xmx_01@example.com 110000190001010009 4000000000000002 100000001
""".split()  # noqa: SIM905


def read_document(extraction: Extraction) -> ReadDocument:
    return ReadDocument("a" * 64, 1, (Source("report.txt", "a" * 64, 1),), extraction)


def tables(extraction: Extraction) -> dict[str, pl.DataFrame]:
    made = frames(Batch("A", "000001", (read_document(extraction),)))
    return {name: frame for name, frame in made.items() if name not in NOT_PUBLISHED}


def words(frame: pl.DataFrame) -> str:
    return "\n".join(str(value) for row in frame.iter_rows() for value in row)


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return extract("report.txt", REPORT.encode())


def test_the_planted_document_fills_every_table(extraction: Extraction) -> None:
    """Else the other tests would look at nothing."""
    filled = {name for name, frame in tables(extraction).items() if not frame.is_empty()}
    assert filled >= {"documents", "reports", "observations", "ledger_entries", "tasks", "citations", "sections", "document_issues"}


@pytest.mark.parametrize("secret", PERSONAL)
def test_no_published_table_holds_personal_data(extraction: Extraction, secret: str) -> None:
    found = {name: re.findall(f".*{re.escape(secret)}.*", words(frame)) for name, frame in tables(extraction).items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_what_is_public_stays(extraction: Extraction) -> None:
    made = tables(extraction)
    assert made["ledger_entries"].sort("line")["description"].to_list() == ["收到███承包费", "付给███劳务费", "高庄村交来地租"]
    assert made["citations"]["document_number"].to_list() == ["桥政发〔2015〕9号"]
    assert made["reports"]["publisher"].to_list() == ["长桥乡人民政府"]


def test_spans_keep_their_length_under_the_cover(extraction: Extraction) -> None:
    for name in ("observations", "ledger_entries", "quantities"):
        for row in tables(extraction)[name].iter_rows(named=True):
            assert len(row["quote"]) == row["char_end"] - row["char_start"]


def test_the_whole_text_can_be_shown_covered(extraction: Extraction) -> None:
    shown = read_document(extraction).shown_text
    assert [secret for secret in [*PERSONAL, "云 归"] if secret in shown] == []
    assert len(shown) == len(extraction.text)


@pytest.mark.parametrize("secret", ["夏满星", "13000000001", "110000190001010009", "xmx_01@example.com"])
def test_a_quote_is_covered_though_its_label_stands_outside(extraction: Extraction, secret: str) -> None:
    """A recogniser may quote a clause without the words that tell the name: 联系：夏满星."""
    start = extraction.text.index(secret)
    quantity = Quantity("quantity", None, "1", None, secret, secret, 1, start, start + len(secret), start, start + 1, secret)
    with_quote = Extraction(extraction.document, extraction.text, extraction.report, quantities=[quantity], personal=extraction.personal)
    row = tables(with_quote)["quantities"].row(0, named=True)
    assert (row["quote"], row["noun"], row["heading_path"]) == (BLOCK * len(secret),) * 3


def test_labels_and_paths_are_covered(extraction: Extraction) -> None:
    start = extraction.text.index("主动公开政府信息30条")
    figure = Observation(
        "proactive.items", "current", "reported", "exact", None, "30", "条", "prose", 9, start, start + 13, start + 8, start + 10,
        extraction.text[start : start + 13], "by_hand", 1.0, member_label="夏满星", row_path="金不换 > 13000000001",
        column_path="电话：0000-0000101",
    )  # fmt: skip
    with_figure = Extraction(extraction.document, extraction.text, extraction.report, observations=[figure], personal=extraction.personal)
    row = tables(with_figure)["observations"].row(0, named=True)
    assert (row["member_label"], row["row_path"], row["column_path"]) == ("███", "███ > ███████████", "电话：████████████")
    assert BLOCK not in row["quote"]


@pytest.mark.parametrize(
    "planted",
    [
        "手机号码：１３０００００００４５",
        "手机：130-0000-0006",
        "手机（微信同号）13000000007",
        "+86 13000000008",
        "电话：（0000）0000909",
        "传真：0000－0000808",
        "邮箱：a.b-c@mail.example.com",
        "邮箱：someone＠example.com",
        "身份证：11000019000101000X",
        "身份证号码：110000600101001",
        "银行账号：0000 1111 2222 3333 444",
        "开户行账户：000011112222333344",
        "经办人：柳如烟",
        "经办人:柳如烟、江上月",
        "填 报 人：柳如烟",
        "审核人（签字）：柳如烟",
        "联系人\t柳如烟\t电话\t0000-0000707",
        "姓名：柳如烟",
        "户主：柳如烟",
        "网格员：柳如烟",
        "组长：柳如烟",
        "由镇长柳如烟任组长",
        "柳如烟同志",
        "组 长：\t柳如烟\t镇长",
        "姓名\t职务\n柳如烟\t镇长",
        "负责人：阿依·努尔兰",
        "收到柳如烟承包费300元",
    ],
)
def test_personal_data_of_any_shape_is_covered_in_what_is_shown(planted: str) -> None:
    body = f"长桥乡2016年政府信息公开工作年度报告\n\n一、概述\n\n主动公开政府信息30条。\n\n{planted}\n\n长桥乡人民政府\n\n2017年1月3日\n"
    shown = read_document(extract("report.txt", body.encode())).shown_text
    digits = re.sub(r"\D", "", shown.split("30条。")[1].split("长桥乡")[0])
    assert re.findall(r"柳如烟|江上月|努尔兰|@|＠|someone|example", shown) == []
    assert digits in ("", "300", "86")
