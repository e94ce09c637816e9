"""Pages drawn by the tests, as PDF and as OFD: characters at places, rules, pictures; and reports set on such pages.

PDF text is in a Chinese font that the file names and doesn't carry (Adobe-GB1 with a predefined encoding), so no font is needed.
Coordinates are points from the top left corner; characters are as wide as they are high, those of ASCII half as wide.
"""

import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.unit.extractors.report_parts import Grid, Printed, Report

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP, BOTTOM = 75.0, 519.0, 90.0, 760.0
SIZE = 12.0
MOST_HEADER_ROWS = 3


@dataclass
class Canvas:
    """One page: (left, baseline, size, text), rules as (x0, y0, x1, y1), surfaces and pictures as boxes.

    Annotations are (kind, what their dictionary says beside, left, baseline, text); `crop` is the box of the page that is shown.
    """

    texts: list[tuple[float, float, float, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    surfaces: list[tuple[float, float, float, float]] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)
    annotations: list[tuple[str, str, float, float, str]] = field(default_factory=list)
    before: str = ""
    turn: int = 0
    crop: tuple[float, float, float, float] | None = None

    def text(self, left: float, baseline: float, text: str, size: float = SIZE) -> None:
        self.texts.append((left, baseline, size, text))

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        for y in ys:
            self.rules.append((xs[0], y, xs[-1], y))
        for x in xs:
            self.rules.append((x, ys[0], x, ys[-1]))


def width_of(text: str, size: float = SIZE) -> float:
    return sum(size / 2 if character.isascii() else size for character in text)


def wrapped(text: str, width: float, size: float = SIZE, indent: float = 0.0) -> list[str]:
    """A text in lines no wider than `width`; numbers and Latin words are not broken, as word processors don't."""
    lines, line, room = [], "", width - indent
    index = 0
    while index < len(text):
        end = index + 1
        if text[index].isascii() and text[index].isalnum():
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] in ".@-"):
                end += 1
        word = text[index:end]
        if line and width_of(line + word, size) > room:
            lines.append(line)
            line, room = "", width
        line += word
        index = end
    return [*lines, line]


def pdf(pages: Sequence[Canvas]) -> bytes:
    """A PDF of the pages."""
    objects: list[bytes] = [b"", b""]

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    descriptor = add(
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
    )
    descendant = add(
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
        b"/Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor %d 0 R >>" % descriptor
    )
    font = add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [%d 0 R] >>"
        % descendant
    )
    dot = zlib.compress(b"\x80")
    picture = add(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode "
        b"/Length %d >>\nstream\n%s\nendstream" % (len(dot), dot)
    )
    kids = []
    fields = b""
    for canvas in pages:
        content = zlib.compress(_content(canvas).encode("ascii"))
        stream = add(b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        annotations = b""
        for kind, more, left, baseline, text in canvas.annotations:
            shown = b"BT /F %d Tf 1 0 0 1 0 3 Tm <%s> Tj ET" % (SIZE, text.encode("utf-16-be").hex().encode())
            form = add(
                b"<< /Type /XObject /Subtype /Form /BBox [0 0 %d 20] /Resources << /Font << /F %d 0 R >> >> /Length %d >>\nstream\n%s\n"
                b"endstream" % (width_of(text), font, len(shown), shown)
            )
            box = b"%d %d %d %d" % (left, HEIGHT - baseline - 3, left + width_of(text), HEIGHT - baseline + 17)
            annotations += b"%d 0 R " % add(
                b"<< /Type /Annot /Subtype /%s /F 4 /Rect [%s] /AP << /N %d 0 R >> %s >>" % (kind.encode(), box, form, more.encode())
            )
        crop = b"" if canvas.crop is None else b"/CropBox [%d %d %d %d]" % canvas.crop
        kids.append(
            add(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] %s /Rotate %d /Contents %d 0 R /Resources << /Font << /F %d 0 R >> "
                b"/XObject << /I %d 0 R >> >> /Annots [%s] >>" % (WIDTH, HEIGHT, crop, canvas.turn, stream, font, picture, annotations)
            )
        )
        fields += annotations
    objects[0] = (
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [%s] >> >>" % fields if fields else b"<< /Type /Catalog /Pages 2 0 R >>"
    )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return _file(objects)


def _content(canvas: Canvas) -> str:
    parts = [canvas.before]
    for left, top, right, bottom in canvas.surfaces:
        parts.append(f"0.9 g {left} {HEIGHT - bottom} {right - left} {bottom - top} re f 0 g")
    for left, top, right, bottom in canvas.pictures:
        parts.append(f"q {right - left} 0 0 {bottom - top} {left} {HEIGHT - bottom} cm /I Do Q")
    for x0, y0, x1, y1 in canvas.rules:
        parts.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
    for left, baseline, size, text in canvas.texts:
        parts.append(f"BT /F {size} Tf 1 0 0 1 {left} {HEIGHT - baseline} Tm <{text.encode('utf-16-be').hex()}> Tj ET")
    return "\n".join(parts)


def _file(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


MM = 25.4 / 72
NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd(pages: Sequence[Canvas], template: Canvas | None = None, extra: dict[str, str] | None = None, annotations: str = "") -> bytes:
    """An OFD file of the pages, each on the template; `extra` adds or replaces members, one of which `annotations` may name."""
    area = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {WIDTH * MM} {HEIGHT * MM}</ofd:PhysicalBox></ofd:PageArea>"
    kids = "".join(f'<ofd:Page ID="{100 + number}" BaseLoc="Pages/Page_{number}/Content.xml"/>' for number in range(len(pages)))
    below = '<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
    members = {
        "OFD.xml": f"<ofd:OFD {NAMESPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NAMESPACE}><ofd:CommonData>{area}{below}</ofd:CommonData>"
        f"<ofd:Pages>{kids}</ofd:Pages>{f'<ofd:Annotations>{annotations}</ofd:Annotations>' if annotations else ''}</ofd:Document>",
    }
    if template:
        members["Doc_0/Tpls/Tpl_0/Content.xml"] = _layer(template, "")
    for number, canvas in enumerate(pages):
        use = '<ofd:Template TemplateID="9"/>' if template else ""
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = _layer(canvas, use)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (members | (extra or {})).items():
            package.writestr(name, text)
    return buffer.getvalue()


def _layer(canvas: Canvas, before: str) -> str:
    parts = []
    for left, top, right, bottom in canvas.pictures:
        parts.append(f'<ofd:ImageObject Boundary="{left * MM} {top * MM} {(right - left) * MM} {(bottom - top) * MM}"/>')
    for x0, y0, x1, y1 in canvas.rules:
        box = f"{x0 * MM} {y0 * MM} {(x1 - x0) * MM} {(y1 - y0) * MM}"
        line = f"M 0 0 L {(x1 - x0) * MM} {(y1 - y0) * MM}"
        parts.append(f'<ofd:PathObject Boundary="{box}"><ofd:AbbreviatedData>{line}</ofd:AbbreviatedData></ofd:PathObject>')
    for left, baseline, size, text in canvas.texts:
        box = f"{left * MM} {(baseline - size) * MM} {width_of(text, size) * MM} {1.2 * size * MM}"
        code = f'<ofd:TextCode X="0" Y="{size * MM}" DeltaX="{_deltas(text, size)}">{escape(text)}</ofd:TextCode>'
        parts.append(f'<ofd:TextObject Boundary="{box}" Size="{size * MM}">{code}</ofd:TextObject>')
    return f"<ofd:Page {NAMESPACE}>{before}<ofd:Content><ofd:Layer>{''.join(parts)}</ofd:Layer></ofd:Content></ofd:Page>"


def _deltas(text: str, size: float) -> str:
    """The steps between characters, runs of equal ones as "g n d"."""
    steps = [width_of(character, size) * MM for character in text[:-1]]
    parts: list[str] = []
    index = 0
    while index < len(steps):
        end = index
        while end < len(steps) and steps[end] == steps[index]:
            end += 1
        parts.append(f"g {end - index} {steps[index]}" if end - index > 2 else " ".join([str(steps[index])] * (end - index)))
        index = end
    return " ".join(parts)


class Typesetter:
    """Sets headings, paragraphs and ruled tables on as many pages as they take, with page numbers below."""

    def __init__(self, leading: float = 20.0) -> None:
        self.pages: list[Canvas] = []
        self.leading = leading
        self.y = BOTTOM
        self._room(1.0)

    def _room(self, height: float) -> Canvas:
        if self.y + height > BOTTOM:
            self.pages.append(Canvas())
            number = f"- {len(self.pages)} -"
            self.pages[-1].text((WIDTH - width_of(number)) / 2, HEIGHT - 40, number)
            self.y = TOP
        return self.pages[-1]

    def centred(self, text: str, size: float = 16.0) -> None:
        for line in wrapped(text, RIGHT - LEFT, size):
            page = self._room(self.leading)
            page.text((LEFT + RIGHT - width_of(line, size)) / 2, self.y + size, line, size)
            self.y += self.leading * 1.4

    def at_right(self, text: str) -> None:
        page = self._room(self.leading)
        page.text(RIGHT - width_of(text) - SIZE, self.y + SIZE, text)
        self.y += self.leading

    def paragraph(self, text: str) -> None:
        for index, line in enumerate(wrapped(text, RIGHT - LEFT, indent=2 * SIZE)):
            page = self._room(self.leading)
            page.text(LEFT + (0 if index else 2 * SIZE), self.y + SIZE, line)
            self.y += self.leading

    def table(self, grid: Grid) -> None:
        """Cells with borders. A row that no longer fits begins a page; there merged cells go on, with what is left of their text."""
        xs = _columns(grid)
        lines = {cell: wrapped(cell.text, xs[cell.column + cell.column_span] - xs[cell.column] - 10) for cell in grid.cells}
        heights = [22.0] * grid.height
        for cell in sorted(grid.cells, key=lambda cell: cell.row_span):
            covered = range(cell.row, cell.row + cell.row_span)
            heights[covered[-1]] += max(0.0, 16.0 * len(lines[cell]) + 6 - sum(heights[row] for row in covered))
        # A header is kept together with what it heads.
        self._room(sum(heights[:MOST_HEADER_ROWS]))
        first, ys = 0, [self.y]
        for row, height in enumerate(heights):
            if self.y + height > BOTTOM:
                _draw(self.pages[-1], grid, lines, xs, first, ys)
                self._room(height)
                first, ys = row, [self.y]
            self.y += height
            ys.append(self.y)
        _draw(self.pages[-1], grid, lines, xs, first, ys)
        self.y += self.leading


def _columns(grid: Grid) -> list[float]:
    """The borders of columns, by the longest text of each."""
    widest = max(8, 48 // grid.width)
    shares = [
        min(widest, max((len(cell.text) for cell in grid.cells if cell.column == column and cell.column_span == 1), default=0) + 2)
        for column in range(grid.width)
    ]
    xs = [LEFT]
    for share in shares:
        xs.append(xs[-1] + share * (RIGHT - LEFT) / sum(shares))
    return xs


def _draw(page: Canvas, grid: Grid, lines: dict[Printed, list[str]], xs: list[float], first: int, ys: list[float]) -> None:
    """The rows from `first` on, between `ys`. What is printed of a cell is taken off its `lines`."""
    end = first + len(ys) - 1
    rules = set()
    for cell in grid.cells:
        top, bottom = max(cell.row, first), min(cell.row + cell.row_span, end)
        if top >= bottom:
            continue
        left, right, upper, lower = xs[cell.column], xs[cell.column + cell.column_span], ys[top - first], ys[bottom - first]
        rules |= {(left, upper, right, upper), (left, lower, right, lower), (left, upper, left, lower), (right, upper, right, lower)}
        room = int((lower - upper - 6) // 16) if bottom < cell.row + cell.row_span else len(lines[cell])
        for index, line in enumerate(lines[cell][:room]):
            page.text(left + 5, upper + 16 * (index + 1), line)
        del lines[cell][:room]
    page.rules += sorted(rules)


def set_report(report: Report) -> list[Canvas]:
    """A report set as its office would have: title in the middle, paragraphs, whole tables with borders."""
    setter = Typesetter()
    for index, part in enumerate(report.parts):
        if isinstance(part, Grid):
            setter.table(part)
        elif index < 2 and len(part.text) < 40 and part.text[-1] not in "。：":
            setter.centred(part.text)
        else:
            setter.paragraph(part.text)
    return setter.pages
