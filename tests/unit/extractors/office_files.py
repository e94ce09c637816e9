"""Office files made by hand for the tests: the XML and the records that the formats ask for, and nothing else.

Lives here: packages of parts, a document as DOCX, XLSX and CSV, a compound file with its streams.
Elsewhere: files that another program wrote (fixtures/).
"""

import csv
import io
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from extractors.document import Document
from extractors.readers import read

SAMPLES = Path(__file__).resolve().parents[3] / "orchestration" / "samples"
FIXTURES = Path(__file__).with_name("fixtures")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
Cell = str | int | float | tuple[str, str]


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.writestr("[Content_Types].xml", _content_types(parts))
    return buffer.getvalue()


def _content_types(parts: dict[str, str | bytes]) -> str:
    """What other programs want to know of each part; ours looks at the names."""
    word, sheet = ("application/vnd.openxmlformats-officedocument." + kind for kind in ("wordprocessingml", "spreadsheetml"))
    kinds = {"document": f"{word}.document.main", "workbook": f"{sheet}.sheet.main"}
    rows = ""
    for name in parts:
        stem = name.rpartition("/")[2].removesuffix(".xml")
        family = word if name.startswith("word/") else sheet
        kind = kinds.get(stem, f"{family}.worksheet" if stem.startswith("sheet") else f"{family}.{stem}")
        if name.endswith(".xml"):
            rows += f'<Override PartName="/{name}" ContentType="{kind}+xml"/>'
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{default}{rows}</Types>'


def relations(targets: dict[str, str]) -> str:
    """A relations part: kind to target; ids are rId1, rId2 …"""
    rows = "".join(
        f'<Relationship Id="rId{index}" Type="{REL}/{kind.split("#")[0]}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def docx(body: str, **parts: str) -> bytes:
    """A DOCX of this body; `parts` are the contents of styles, numbering, footnotes …"""
    members: dict[str, str | bytes] = {
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relations({kind: f"{kind}.xml" for kind in parts}),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
    }
    for kind, content in parts.items():
        members[f"word/{kind}.xml"] = f"<w:{kind} {NAMES}>{content}</w:{kind}>"
    return package(members)


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def tc(content: str, properties: str = "") -> str:
    """A cell: text, or paragraphs where it begins with markup."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<w:') else p(content)}</w:tc>"


def tbl(rows: Sequence[Sequence[str]], widths: Sequence[int] = ()) -> str:
    """A table; cells are markup (`tc`) or text."""
    lines = "".join(f"<w:tr>{''.join(cell if cell.startswith('<w:tc>') else tc(cell) for cell in row)}</w:tr>" for row in rows)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def sample(name: str) -> Document:
    """A sample report, as its text reads."""
    return read(name, (SAMPLES / name).read_bytes())


def as_docx(document: Document) -> bytes:
    """The same words as a DOCX: headings by their style, tables as tables."""
    body = ""
    for block in document.blocks:
        if block.table is None:
            body += p(document.text[block.start : block.end], f'<w:pStyle w:val="h{block.level}"/>' if block.level else "")
        else:
            body += tbl(_padded(document, block.start)) + p("")
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="h{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in range(1, 7)
    )
    return docx(body, styles=styles)


def _padded(document: Document, start: int) -> list[list[str]]:
    table = next(block.table for block in document.tables if block.start == start)
    assert table is not None
    return [[cell.text for cell in row.cells] + [""] * (table.width - len(row.cells)) for row in table.rows]


def as_sheets(document: Document) -> list[list[list[Cell]]]:
    """The same words as the rows of one sheet: paragraphs in its first column, numbers as numbers."""
    rows: list[list[Cell]] = []
    for block in document.blocks:
        if block.table is None:
            rows.append([document.text[block.start : block.end]])
        else:
            rows += [[], *([_number(text) for text in row] for row in _padded(document, block.start)), []]
    return [rows]


def _number(text: str) -> Cell:
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return text


def as_csv(document: Document, encoding: str = "utf-8") -> bytes:
    """The tables alone, as one file of comma-separated values, every row as wide as the widest."""
    rows = [row for block in document.tables for row in _padded(document, block.start)]
    width = max(map(len, rows))
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([*row, *[""] * (width - len(row))] for row in rows)
    return buffer.getvalue().encode(encoding)


def letters(column: int) -> str:
    """The name of a column."""
    return chr(ord("A") + column) if column < 26 else letters(column // 26 - 1) + letters(column % 26)


def xlsx(
    sheets: Sequence[Sequence[Sequence[Cell]]], tails: Sequence[str] = (), formats: Sequence[str] = (), heads: Sequence[str] = ()
) -> bytes:
    """An XLSX of these sheets. A cell (value, style) has the style of that number: formats[0] is style 1.

    `heads` and `tails` stand in the sheet before and after its rows (columns, merges).
    """
    shared: list[str] = []
    members: dict[str, str | bytes] = {}
    for index, rows in enumerate(sheets):
        lines = "".join(_line(number, row, shared) for number, row in enumerate(rows, 1))
        head = heads[index] if index < len(heads) else ""
        tail = tails[index] if index < len(tails) else ""
        members[f"xl/worksheets/sheet{index + 1}.xml"] = f'<worksheet xmlns="{S}">{head}<sheetData>{lines}</sheetData>{tail}</worksheet>'
    names = "".join(f'<sheet name="Sheet{index + 1}" sheetId="{index + 1}" r:id="rId{index + 1}"/>' for index in range(len(sheets)))
    targets = {f"worksheet#{index}": f"worksheets/sheet{index + 1}.xml" for index in range(len(sheets))}
    codes = "".join(
        f'<numFmt numFmtId="{164 + index}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>' for index, code in enumerate(formats)
    )
    styles = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{164 + index}"/>' for index in range(len(formats)))
    strings = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in shared)
    return package(
        {
            "_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}),
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{REL}"><sheets>{names}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations({**targets, "sharedStrings": "sharedStrings.xml", "styles": "styles.xml"}),
            "xl/sharedStrings.xml": f'<sst xmlns="{S}">{strings}</sst>',
            "xl/styles.xml": f'<styleSheet xmlns="{S}"><numFmts>{codes}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>',
            **members,
        }
    )


def _line(number: int, row: Sequence[Cell], shared: list[str]) -> str:
    cells = ""
    for column, value in enumerate(row):
        reference = f"{letters(column)}{number}"
        if isinstance(value, tuple):
            cells += f'<c r="{reference}" s="{value[1]}"><v>{value[0]}</v></c>'
        elif isinstance(value, str):
            if value:
                shared.append(value)
                cells += f'<c r="{reference}" t="s"><v>{len(shared) - 1}</v></c>'
        else:
            cells += f'<c r="{reference}"><v>{value!r}</v></c>'
    return f'<row r="{number}">{cells}</row>'


def compound_file(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file with these streams at its root, each of 4,096 bytes or more so that all stand in whole sectors."""
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    padded = {name: content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0") for name, content in streams.items()}
    table: list[int] = []
    starts = {}
    for name, content in padded.items():
        count = len(content) // 512
        starts[name] = len(table)
        table += [*range(len(table) + 1, len(table) + count), end]
    entries = [_entry("Root Entry", 5, 1 if streams else free, end, 0)]
    for index, (name, content) in enumerate(padded.items(), 1):
        following = index + 1 if index < len(padded) else free
        entries.append(_entry(name, 2, free, starts[name], len(content), following))
    while len(entries) % 4:
        entries.append(bytes(128))
    directory = len(table)
    table += [*range(directory + 1, directory + len(entries) // 4), end]
    tables = 1
    while tables * 128 < len(table) + tables:
        tables += 1
    first = len(table)
    table += [0xFFFFFFFD] * tables
    table += [free] * (tables * 128 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<IIIIIIIII", tables, directory, 0, 4096, end, 0, end, 0, first)
    header += b"".join(struct.pack("<I", first + index if index < tables else free) for index in range(1, 109))
    return header + b"".join(padded.values()) + b"".join(entries) + struct.pack(f"<{len(table)}I", *table)


def _entry(name: str, kind: int, child: int, start: int, size: int, right: int = 0xFFFFFFFF) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(encoded), kind, 1, 0xFFFFFFFF, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
