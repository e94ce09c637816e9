"""Office files that another program wrote give the figures of their text; merged cells cover their places."""

import gzip
import re

import pytest

from extractors.extract import extract
from extractors.readers import read
from tests.unit.extractors.office_files import FIXTURES, sample

# Written by LibreOffice 7.4 from our own words; fixtures/README.md says how.
WRITTEN = {"jingluo-zhen.doc.gz": "wangshu-2017/jingluo-zhen.txt", "jingluo-zhen.xls.gz": "wangshu-2017/jingluo-zhen.txt"}
Figure = tuple[str, str | None, str, str, str]


def figures(data: bytes, kinds: tuple[str, ...] = ("table", "prose")) -> list[Figure]:
    found = extract("a", data).observations
    return sorted((o.indicator_code, o.member_code, o.basis, str(o.number), o.status) for o in found if o.source_kind in kinds)  # type: ignore[type-var]


def plain(name: str) -> bytes:
    """The text without marks of headings: a sheet has none."""
    return re.sub(r"(?m)^#+ ", "", sample(name).text).encode()


@pytest.mark.parametrize(("fixture", "name"), WRITTEN.items())
def test_a_file_of_another_program_gives_the_figures_of_the_text(fixture: str, name: str) -> None:
    data = gzip.decompress((FIXTURES / fixture).read_bytes())

    assert read("a", data).reason is None
    assert figures(data) == figures(plain(name))


@pytest.mark.parametrize("kind", ["doc", "docx", "html", "sheet.html", "xls"])
def test_merged_cells_of_another_program_cover_their_places(kind: str) -> None:
    document = read("a", gzip.decompress((FIXTURES / f"applications.{kind}.gz").read_bytes()))

    (block,) = document.tables
    assert block.table is not None
    texts = [[cell.text for cell in row.cells] for row in block.table.rows]
    assert [len(row) for row in texts] == [10] * 10
    assert texts[1] == ["本列数据的勾稽关系"] * 3 + ["自然人", *["法人或其他组织"] * 5, "总计"]
    assert texts[2][3:] == ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    assert [row[:3] for row in texts[5:8]] == [
        ["三、本年度办理结果", "（一）予以公开", "（一）予以公开"],
        ["三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"],
        ["三、本年度办理结果", "（三）不予公开", "2.其他情形"],
    ]
    assert [row[3:] for row in texts[3:]] == [[str(10 * line + place) for place in range(7)] for line in range(1, 8)]
    assert block.table.rows[5].cells[0] is block.table.rows[8].cells[0]
    assert [document.text[row.start : row.end].count("法人或其他组织") for row in block.table.rows] == [0, 1] + [0] * 8
