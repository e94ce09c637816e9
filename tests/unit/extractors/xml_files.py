"""Office documents as one file of XML, as systems that fill in templates write them.

Lives here: a package written flat, the XML of Word 2003, the XML of Excel 2003.
Elsewhere: the package and the sheet that they are made of (office_files.py).
"""

import io
import re
import zipfile
from xml.sax.saxutils import escape

from tests.unit.extractors.office_files import Sheet, W

PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"
OLD = "http://schemas.microsoft.com/office/word/2003/wordml"
SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"


def flat(docx: bytes) -> bytes:
    """A DOCX as one file."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        parts = "".join(
            f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{package.read(name).decode()}</pkg:xmlData></pkg:part>'
            for name in package.namelist()
            if name != "[Content_Types].xml"
        )
    head = '<?xml version="1.0" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
    return f'{head}<pkg:package xmlns:pkg="{PACKAGE}">{parts}</pkg:package>'.encode()


def word_2003(docx: bytes) -> bytes:
    """A DOCX in the words of Word 2003: one name space, merges in small letters, sections about the text."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        document = package.read("word/document.xml").decode()
        styles = package.read("word/styles.xml").decode()
    body = document[document.index("<w:body>") + len("<w:body>") : document.index("</w:body>")].replace("w:vMerge", "w:vmerge")
    rules = re.sub(r"^<w:styles[^>]*>", "<w:styles>", styles)
    hints = 'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>'
    text = f'{head}<w:wordDocument xmlns:w="{W}" {hints}>{rules}<w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>'
    return text.replace(W, OLD).encode()


def excel_2003(sheet: Sheet) -> bytes:
    """A sheet in the words of Excel 2003."""
    merges = {(top, left): f' ss:MergeAcross="{right - left}" ss:MergeDown="{bottom - top}"' for top, left, bottom, right in sheet.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in sheet.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    lines = ""
    for row, values in enumerate(sheet.rows):
        if not values:
            continue
        style = ' ss:StyleID="framed"' if row in sheet.framed else ""
        cells = ""
        for column, value in enumerate(values):
            if (row, column) in covered:
                continue
            kind, text = ("String", escape(value)) if isinstance(value, str) else ("Number", repr(value))
            content = f'<Data ss:Type="{kind}">{text}</Data>' if value != "" else ""
            cells += f'<Cell ss:Index="{column + 1}"{style}{merges.get((row, column), "")}>{content}</Cell>'
        lines += f'<Row ss:Index="{row + 1}">{cells}</Row>'
    borders = "".join(f'<Border ss:Position="{side}" ss:LineStyle="Continuous"/>' for side in ("Left", "Top", "Right", "Bottom"))
    styles = f'<Styles><Style ss:ID="framed"><Borders>{borders}</Borders></Style></Styles>'
    head = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    names = f'xmlns="{SPREADSHEET}" xmlns:ss="{SPREADSHEET}"'
    return f'{head}<Workbook {names}>{styles}<Worksheet ss:Name="表"><Table>{lines}</Table></Worksheet></Workbook>'.encode()
