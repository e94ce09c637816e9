"""Office documents as one file of XML: what they change, hide and number is read as it is shown."""

import pytest

from extractors.document import Document
from extractors.readers import read
from tests.unit.extractors.xml_files import OLD, PACKAGE, SPREADSHEET

WORD_NAMES = (
    f'xmlns:w="{OLD}" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" '
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core"'
)


def word(body: str, declaration: str = '<?xml version="1.0"?>') -> str:
    return f"{declaration}<w:wordDocument {WORD_NAMES}><w:body>{body}</w:body></w:wordDocument>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def excel(rows: str, before: str = "", styles: str = "") -> Document:
    names = f'xmlns="{SPREADSHEET}" xmlns:ss="{SPREADSHEET}" xmlns:x="urn:schemas-microsoft-com:office:excel"'
    return read(
        "a.xls", f'<?xml version="1.0"?><Workbook {names}>{styles}{before}<Worksheet><Table>{rows}</Table></Worksheet></Workbook>'.encode()
    )


def cells(*texts: str) -> str:
    return "".join(f'<Cell><Data ss:Type="String">{text}</Data></Cell>' for text in texts)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f'<aml:annotation w:type="Word.Deletion"><aml:content>{run("9")}</aml:content></aml:annotation>{run("公开7条")}', "公开7条"),
        (f'{run("公开")}<aml:annotation w:type="Word.Insertion"><aml:content>{run("7条")}</aml:content></aml:annotation>', "公开7条"),
        (f'<w:pPr><w:listPr><w:ilvl w:val="0"/><wx:t wx:val="一、"/></w:listPr></w:pPr>{run("概述")}', "一、 概述"),
        (f"{run('公开7条')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>", "公开7条"),
        (f'{run("甲")}<w:r><w:br w:type="text-wrapping"/></w:r>{run("乙")}', "甲\n乙"),
        (f'{run("甲")}<w:r><w:br w:type="page"/></w:r>{run("乙")}', "甲乙"),
    ],
)
def test_a_paragraph_of_word_2003_is_what_it_shows(content: str, text: str) -> None:
    document = read("a.doc", word(f"<w:p>{content}</w:p>").encode())

    assert (document.media_type, document.text) == ("application/x-word-xml", text)


def test_the_encoding_that_a_file_has_counts_not_the_one_it_declares() -> None:
    data = word(f"<w:p>{run('公开信息七条')}</w:p>", '<?xml version="1.0" encoding="UTF-8"?>').encode("gb18030")

    assert read("a.doc", data).text == "公开信息七条"


def test_formats_hidden_rows_and_hidden_sheets_are_as_they_are_shown() -> None:
    percent = '<Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>'
    date = '<Style ss:ID="d"><NumberFormat ss:Format="Long Date"/></Style>'
    hidden = (
        f"<Worksheet><Table><Row>{cells('隐藏表', '9')}</Row></Table>"
        "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>"
    )
    rows = (
        f"<Row>{cells('项', '数')}</Row><Row>{cells('占比')}<Cell ss:StyleID='p'><Data ss:Type='Number'>0.5</Data></Cell></Row>"
        f"<Row ss:Hidden='1'>{cells('隐', '9')}</Row>"
        f"<Row>{cells('日期')}<Cell ss:StyleID='d'><Data ss:Type='DateTime'>2018-01-09T00:00:00.000</Data></Cell></Row>"
        f"<Row>{cells('公开')}<Cell ss:Formula='=1+2'><Data ss:Type='Number'>3</Data></Cell></Row>"
    )
    document = excel(rows, hidden, f"<Styles>{percent}{date}</Styles>")

    assert document.media_type == "application/x-excel-xml"
    assert document.text.split("\n") == ["项\t数", "占比\t50.00%", "日期\t2018年1月9日", "公开\t3"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (word("<w:p>") + "<", "damaged_file"),
        (f'<?xml version="1.0"?><pkg:package xmlns:pkg="{PACKAGE}"/>', "damaged_file"),
        (f'<?xml version="1.0"?><w:wordDocument xmlns:w="{OLD}"/>', "damaged_file"),
        (word(""), "no_text"),
        (f'<!DOCTYPE a [<!ENTITY b "c">]>{word("&b;", "")}', "damaged_file"),
        (f'<?xml version="1.0"?><Workbook xmlns="{SPREADSHEET}"/>', "no_text"),
        (f'<?xml version="1.0"?><a xmlns="{SPREADSHEET}"/>', "unsupported_format"),
    ],
)
def test_what_is_no_readable_file_is_refused(text: str, reason: str) -> None:
    assert read("a", text.encode()).reason == reason


@pytest.mark.parametrize("place", ['ss:Index="9999999"', 'ss:Index="x"', 'ss:Index="0"', 'ss:Span="-1"'])
def test_places_that_no_sheet_has_are_refused(place: str) -> None:
    assert excel(f"<Row {place}>{cells('甲', '1')}</Row>").reason == "damaged_file"


@pytest.mark.parametrize("place", ["1", "2"])
def test_rows_that_go_back_are_refused(place: str) -> None:
    assert excel(f"<Row ss:Index='2'>{cells('甲', '1')}</Row><Row ss:Index='{place}'>{cells('乙', '2')}</Row>").reason == "damaged_file"


@pytest.mark.parametrize(("name", "text"), [("Currency", "1,234.50"), ("Euro Currency", "€1,234.50"), ("Long Time", "12:00:00")])
def test_a_format_that_has_a_name_is_no_pattern(name: str, text: str) -> None:
    style = f'<Styles><Style ss:ID="n"><NumberFormat ss:Format="{name}"/></Style></Styles>'
    row = f"<Row>{cells('收费')}<Cell ss:StyleID='n'><Data ss:Type='Number'>1234.5</Data></Cell></Row>"

    assert excel(f"<Row>{cells('项', '数')}</Row>{row}", styles=style).text == f"项\t数\n收费\t{text}"


def test_a_character_that_a_workbook_lost_is_told() -> None:
    document = excel(f"<Row>{cells('公开信�数', '7')}</Row>")

    assert [(issue.reason, issue.char_start) for issue in document.issues] == [("damaged_characters", document.text.index("�"))]
