"""Office files made by hand for the tests: the XML and the records that the formats ask for, and nothing else.

Lives here: packages of parts, a document as DOCX, XLSX and CSV, a compound file with its streams.
Elsewhere: files that another program wrote (fixtures/).
"""

import csv
import io
import struct
import zipfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from extractors.document import Document
from extractors.readers import read
from tests.unit.extractors.report_parts import Grid, Report, Text

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
    sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    borders = f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{borders}<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def sample(name: str) -> Document:
    """A sample report, as its text reads."""
    return read(name, (SAMPLES / name).read_bytes())


def as_docx(report: Report) -> bytes:
    """A report as a DOCX: headings by their style, merged cells as Word merges them."""
    body = ""
    for part in report.parts:
        if isinstance(part, Text):
            body += p(part.text, f'<w:pStyle w:val="h{part.level}"/>' if part.level else "")
        else:
            body += tbl([_cells(part, row) for row in range(part.height)], [9000 // part.width] * part.width) + p("")
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="h{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in range(1, 7)
    )
    return docx(body, styles=styles)


def _cells(grid: Grid, row: int) -> list[str]:
    """The cells that stand in a row: those that begin in it, and the lower parts of others."""
    made = []
    for cell in sorted(grid.cells, key=lambda cell: cell.column):
        if cell.row <= row < cell.row + cell.row_span:
            down = "" if cell.row_span == 1 else '<w:vMerge w:val="restart"/>' if cell.row == row else "<w:vMerge/>"
            across = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
            made.append(tc(p(cell.text if cell.row == row else ""), across + down))
    return made


@dataclass
class Sheet:
    """Rows, merged cells (first row, first column, last row, last column), and which rows have borders."""

    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    framed: set[int] = field(default_factory=set)


def as_sheet(report: Report) -> Sheet:
    """A report as one sheet: paragraphs in the first column, numbers as numbers, borders about the cells of tables."""
    sheet = Sheet()
    rows = sheet.rows
    for part in report.parts:
        if isinstance(part, Text):
            rows.append([part.text])
            continue
        rows.append([])
        sheet.framed |= set(range(len(rows), len(rows) + part.height))
        sheet.merges += [
            (len(rows) + cell.row, cell.column, len(rows) + cell.row + cell.row_span - 1, cell.column + cell.column_span - 1)
            for cell in part.cells
            if cell.row_span > 1 or cell.column_span > 1
        ]
        rows += [*([_number(text) for text in row] for row in part.texts()), []]
    return sheet


def as_xlsx(report: Report) -> bytes:
    """A report as a workbook of one sheet."""
    sheet = as_sheet(report)
    areas = "".join(
        f'<mergeCell ref="{letters(left)}{top + 1}:{letters(right)}{bottom + 1}"/>' for top, left, bottom, right in sheet.merges
    )
    return xlsx([sheet.rows], tails=[f"<mergeCells>{areas}</mergeCells>" if areas else ""], framed=sheet.framed)


def _number(text: str) -> Cell:
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return text


def as_csv(report: Report, encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """The same sheet as separated values, every row as wide as the widest, as spreadsheets save it."""
    rows = as_sheet(report).rows
    width = max(map(len, rows))
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows([*row, *[""] * (width - len(row))] for row in rows)
    return buffer.getvalue().encode(encoding)


def letters(column: int) -> str:
    """The name of a column."""
    return chr(ord("A") + column) if column < 26 else letters(column // 26 - 1) + letters(column % 26)


def xlsx(
    sheets: Sequence[Sequence[Sequence[Cell]]],
    tails: Sequence[str] = (),
    formats: Sequence[str] = (),
    heads: Sequence[str] = (),
    framed: Collection[int] = (),
) -> bytes:
    """An XLSX of these sheets. A cell (value, style) has the style of that number: formats[0] is style 1.

    `heads` and `tails` stand in the sheet before and after its rows (columns, merges). The rows `framed`, counted from 0, have borders.
    """
    shared: list[str] = []
    members: dict[str, str | bytes] = {}
    for index, rows in enumerate(sheets):
        border = str(len(formats) + 1)
        lines = "".join(_line(number, row, shared, border if number - 1 in framed else "0") for number, row in enumerate(rows, 1))
        head = heads[index] if index < len(heads) else ""
        tail = tails[index] if index < len(tails) else ""
        members[f"xl/worksheets/sheet{index + 1}.xml"] = f'<worksheet xmlns="{S}">{head}<sheetData>{lines}</sheetData>{tail}</worksheet>'
    names = "".join(f'<sheet name="Sheet{index + 1}" sheetId="{index + 1}" r:id="rId{index + 1}"/>' for index in range(len(sheets)))
    targets = {f"worksheet#{index}": f"worksheets/sheet{index + 1}.xml" for index in range(len(sheets))}
    codes = "".join(
        f'<numFmt numFmtId="{164 + index}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>' for index, code in enumerate(formats)
    )
    styles = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{164 + index}"/>' for index in range(len(formats)))
    styles += '<xf numFmtId="0" borderId="1"/>'
    line = "".join(f'<{side} style="thin"/>' for side in ("left", "right", "top", "bottom"))
    borders = f"<borders><border><left/><right/><top/><bottom/></border><border>{line}</border></borders>"
    strings = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in shared)
    return package(
        {
            "_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}),
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{REL}"><sheets>{names}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations({**targets, "sharedStrings": "sharedStrings.xml", "styles": "styles.xml"}),
            "xl/sharedStrings.xml": f'<sst xmlns="{S}">{strings}</sst>',
            "xl/styles.xml": f'<styleSheet xmlns="{S}"><numFmts>{codes}</numFmts>{borders}<cellXfs>{styles}</cellXfs></styleSheet>',
            **members,
        }
    )


def _line(number: int, row: Sequence[Cell], shared: list[str], style: str) -> str:
    cells = ""
    for column, value in enumerate(row):
        reference = f"{letters(column)}{number}"
        if isinstance(value, tuple):
            cells += f'<c r="{reference}" s="{value[1]}"><v>{value[0]}</v></c>'
        elif isinstance(value, str):
            if value:
                shared.append(value)
                cells += f'<c r="{reference}" s="{style}" t="s"><v>{len(shared) - 1}</v></c>'
        else:
            cells += f'<c r="{reference}" s="{style}"><v>{value!r}</v></c>'
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
