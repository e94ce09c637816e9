"""The sample reports: each in the encoding that it shows, in its own words, and read as it is printed.

`samples_truth.csv` holds the figures of their tables, written down from the tables.
"""

import csv
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from extractors.extract import extract
from extractors.masking import mask

SAMPLES = Path(__file__).resolve().parents[2] / "orchestration" / "samples"
TRUTH = Path(__file__).with_name("samples_truth.csv")
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

ENCODINGS = {
    "wangshu-2017/guiyan-xiang.txt": "gb18030",
    "wangshu-2017/jingluo-zhen.txt": "utf-8",
    "wangshu-2017/mohen-zhen.txt": "utf-8",
    "wangshu-2017/tongzhi.txt": "utf-8",
    "wangshu-2017/xianchan-xiang.md": "utf-8",
    "历年补录/jiyue-nongyeju-2022.html": "utf-8",
    "历年补录/liuying-zhen-2016.txt": "utf-8",
    "历年补录/shuying-jiedao-2015.txt": "utf-8",
    "历年补录/tongyin-zhen-2016.txt": "utf-8-sig",
    "历年补录/yunji-jiaoyuju-2014.txt": "utf-16",
    "历年补录/zhiyuan-danganju-2013.txt": "big5",
    "历年补录/zhujian-zhen-2018.txt": "utf-8",
    "更正/归雁乡更正报告.txt": "utf-8",
    "更正/墨痕镇再次报送.txt": "utf-8",
}
DAMAGED = "更正/附件扫描.doc"
WITH_CRLF = {"wangshu-2017/guiyan-xiang.txt", "历年补录/tongyin-zhen-2016.txt", "历年补录/zhiyuan-danganju-2013.txt"}
IDENTITIES = {
    "guiyan-xiang.txt": ("annual_report", "霁月县归雁乡人民政府", 2017),
    "jingluo-zhen.txt": ("annual_report", "鲸落镇人民政府", 2017),
    "mohen-zhen.txt": ("annual_report", "霁月县墨痕镇人民政府", 2017),
    "tongzhi.txt": ("notice", "霁月县人民政府办公室", 2017),
    "xianchan-xiang.md": ("annual_report", "衔蝉乡人民政府", 2017),
    "jiyue-nongyeju-2022.html": ("annual_report", "霁月县农业农村局", 2022),
    "liuying-zhen-2016.txt": ("annual_report", "星渚市云笈区流萤镇人民政府", 2016),
    "shuying-jiedao-2015.txt": ("annual_report", "疏影街道办事处", 2015),
    "tongyin-zhen-2016.txt": ("annual_report", "青鸾市桐音镇人民政府", 2016),
    "yunji-jiaoyuju-2014.txt": ("annual_report", "云笈区教育局", 2014),
    "zhiyuan-danganju-2013.txt": ("annual_report", "紙鳶縣檔案局", 2013),
    "zhujian-zhen-2018.txt": ("work_summary", "云笈区竹简镇人民政府", 2018),
    "归雁乡更正报告.txt": ("annual_report", "霁月县归雁乡人民政府", 2017),
    "墨痕镇再次报送.txt": ("annual_report", "霁月县墨痕镇人民政府", 2017),
}
# What any report says in the same words: official titles and headings, the law's name, labels of the official tables, days.
OFFICIAL = re.compile(
    r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|中华人民共和国政府信息公开条例|政府信息公开(?:工作)?年度报告|政府信息公开(?:工作)?"
    r"|政务公开工作总结|(?:附件：)?政府信息公开情况统计表|统计期限|填报日期：|镇?人民政府|[一二三四]、主动公开政府信息的情况|政府信息依申请公开办理情况"
)
TABLE_ROW = re.compile(
    r"^\||\t|^[（(一二三四五六七八九\d其涉危不法申].*[ ]{2,}(?:条|件|次|篇|个|人|人次|万元|——)(?:[ ]|$)"
    r"|^（四）申请公开的主要内容|^\s*主要侧重"
)


def sample_text(name: str) -> str:
    return (SAMPLES / name).read_bytes().decode(ENCODINGS[name])


def test_the_folder_holds_these_reports_and_nothing_else() -> None:
    assert {path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*") if path.is_file()} == {*ENCODINGS, DAMAGED}


@pytest.mark.parametrize("name", sorted(ENCODINGS))
def test_a_sample_is_in_the_encoding_that_it_shows(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    others = {"utf-8": ["utf-16"], "utf-8-sig": [], "utf-16": ["utf-8"], "gb18030": ["utf-8"], "big5": ["utf-8"]}[ENCODINGS[name]]
    refused = 0
    for other in others:
        try:
            refused += "政府" not in data.decode(other)
        except UnicodeDecodeError:
            refused += 1

    assert "公" in sample_text(name)
    assert refused == len(others)
    assert data.startswith(b"\xef\xbb\xbf") == (ENCODINGS[name] == "utf-8-sig")
    assert (b"\r\n" in data) == (name in WITH_CRLF)


def runs(text: str, length: int = 12) -> set[str]:
    """All runs of characters of a report's own prose: without tables, blanks and what is official."""
    prose = "\n".join(line for line in text.splitlines() if not TABLE_ROW.search(line))
    flat = OFFICIAL.sub("\n", re.sub(r"[\s*#]", "", prose))
    return {part[i : i + length] for part in flat.split("\n") for i in range(len(part) - length + 1)}


@pytest.mark.skipif(not SEEDS.exists(), reason="the acceptance reports are not beside this repository")
@pytest.mark.parametrize("name", sorted(ENCODINGS))
def test_a_sample_copies_no_words_from_a_real_report(name: str) -> None:
    real = re.sub(r"[\s*#]", "", "\n".join(path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")))

    assert {run for run in runs(sample_text(name)) if run in real} == set()


@pytest.mark.parametrize("name", sorted(ENCODINGS))
def test_a_sample_is_identified(name: str) -> None:
    extraction = extract(name, (SAMPLES / name).read_bytes())

    assert extraction.report is not None
    report = extraction.report
    assert (report.document_type, report.publisher, report.report_year) == IDENTITIES[Path(name).name]


def truth() -> dict[str, Counter[tuple[str, str, Decimal | None, str]]]:
    figures: dict[str, Counter[tuple[str, str, Decimal | None, str]]] = {Path(name).name: Counter() for name in ENCODINGS}
    with TRUTH.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            value = Decimal(row["value"]) if row["value"] else None
            figures[row["source_file"]][row["indicator_code"], row["basis"], value, row["status"]] += 1
    figures["墨痕镇再次报送.txt"] = figures["mohen-zhen.txt"]
    return figures


@pytest.mark.parametrize("name", sorted(ENCODINGS))
def test_the_tables_of_a_sample_give_exactly_their_figures(name: str) -> None:
    found = extract(name, (SAMPLES / name).read_bytes()).observations

    in_tables = Counter((o.indicator_code, o.basis, o.number, o.status) for o in found if o.source_kind == "table")
    assert in_tables == truth()[Path(name).name]


def test_the_damaged_sample_is_rejected_with_its_reason() -> None:
    facts = extract(DAMAGED, (SAMPLES / DAMAGED).read_bytes()).document

    assert (facts.outcome, facts.reason) == ("rejected", "damaged_file")


def test_one_content_is_delivered_twice() -> None:
    assert (SAMPLES / "wangshu-2017/mohen-zhen.txt").read_bytes() == (SAMPLES / "更正/墨痕镇再次报送.txt").read_bytes()


def test_the_corrected_version_is_signed_later() -> None:
    first, second = (
        extract(name, (SAMPLES / name).read_bytes()).report for name in ("wangshu-2017/guiyan-xiang.txt", "更正/归雁乡更正报告.txt")
    )

    assert first is not None
    assert second is not None
    assert first.signed_date is not None
    assert second.signed_date is not None
    assert (first.publisher, first.report_year) == (second.publisher, second.report_year)
    assert first.signed_date < second.signed_date


@pytest.mark.parametrize("name", sorted(ENCODINGS))
def test_the_phones_of_a_sample_are_masked(name: str) -> None:
    assert re.search(r"0000-?0000\d{3}|1300000|@example", mask(sample_text(name))) is None
