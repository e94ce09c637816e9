"""OFD: what stands on its pages comes out as from a PDF of the same pages."""

import io
import zipfile

import pytest

from extractors.document import Document
from extractors.readers import read
from tests.unit.extractors.drawn_pages import HEIGHT, NAMESPACE, SIZE, WIDTH, Canvas, ofd, pdf, set_report
from tests.unit.extractors.report_parts import as_written
from tests.unit.test_samples import ENCODINGS, sample_text

PAGE = "Doc_0/Pages/Page_0/Content.xml"


def paragraphs(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.table is None]


def content(objects: str) -> dict[str, str]:
    return {PAGE: f"<ofd:Page {NAMESPACE}><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"}


@pytest.mark.parametrize("name", sorted(ENCODINGS))
def test_a_sample_set_as_ofd_reads_as_its_pdf(name: str) -> None:
    pages = set_report(as_written(read(name, sample_text(name).encode())))
    as_pdf, as_ofd = read(name, pdf(pages)), read(name, ofd(pages))

    assert as_ofd.reader == "ofd"
    # How wide a typed blank is depends on the font.
    assert [line.replace(" ", "") for line in as_ofd.text.split("\n")] == [line.replace(" ", "") for line in as_pdf.text.split("\n")]
    assert [(block.kind, block.page) for block in as_ofd.blocks] == [(block.kind, block.page) for block in as_pdf.blocks]


def test_borders_of_a_template_frame_the_cells_of_the_page() -> None:
    template, page = Canvas(), Canvas()
    template.grid([75, 175, 275], [100, 120])
    page.text(80, 115, "收到申请数")
    page.text(180, 115, "12")
    (block,) = read("a.ofd", ofd([page], template)).tables
    assert block.table is not None

    assert [cell.text for cell in block.table.rows[0].cells] == ["收到申请数", "12"]
    assert block.table.rows[0].cells[1].box == pytest.approx((175, 100, 275, 120), abs=0.5)


def test_the_matrix_of_an_object_places_and_scales_its_text() -> None:
    text = (
        '<ofd:TextObject Boundary="20 30 100 10" CTM="2 0 0 2 5 5" Size="2">'
        '<ofd:TextCode X="0" Y="2" DeltaX="g 4 2">政府信息公</ofd:TextCode></ofd:TextObject>'
    )
    document = read("a.ofd", ofd([Canvas()], extra=content(text)))
    (block,) = document.blocks
    assert document.text == "政府信息公"
    assert block.box == pytest.approx((25 * 72 / 25.4, (39 - 0.88 * 4) * 72 / 25.4, 45 * 72 / 25.4, (39 + 0.12 * 4) * 72 / 25.4), abs=0.1)


HIDDEN = [
    ('<ofd:TextObject Alpha="0" {}</ofd:TextObject>', True),
    ('<ofd:TextObject Fill="false" {}</ofd:TextObject>', True),
    ('<ofd:TextObject {}<ofd:FillColor Alpha="0"/></ofd:TextObject>', True),
    ('<ofd:TextObject Alpha="255" {}<ofd:FillColor Value="9 9 9"/></ofd:TextObject>', False),
    ('<ofd:TextObject Fill="false" Stroke="true" {}</ofd:TextObject>', False),
]


@pytest.mark.parametrize(("element", "is_hidden"), HIDDEN)
def test_text_that_is_not_seen_is_not_believed(element: str, is_hidden: bool) -> None:
    code = 'Boundary="20 30 90 5" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g 9 4">受理申请173件</ofd:TextCode>'
    document = read("a.ofd", ofd([Canvas()], extra=content(element.format(code))))

    assert document.text == ("" if is_hidden else "受理申请173件")


@pytest.mark.parametrize(("signature", "is_covered"), [(b"\xff\xd8\xff\xe0", True), (b"\x89PNG\r\n\x1a\n", False)])
def test_text_under_a_picture_of_the_page_is_not_believed(signature: bytes, is_covered: bool) -> None:
    area = f"0 0 {WIDTH * 25.4 / 72} {HEIGHT * 25.4 / 72}"
    code = f'<ofd:TextCode X="0" Y="4" DeltaX="g 60 3">{"受理申请173件。" * 6}</ofd:TextCode>'
    page = f'<ofd:TextObject Boundary="10 30 190 5" Size="3">{code}</ofd:TextObject><ofd:ImageObject Boundary="{area}" ResourceID="7"/>'
    media = '<ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>page.jpg</ofd:MediaFile></ofd:MultiMedia>'
    extra = content(page) | {
        "Doc_0/Document.xml": (
            f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>{area}</ofd:PhysicalBox></ofd:PageArea>"
            "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData>"
            '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>'
        ),
        "Doc_0/DocumentRes.xml": f"<ofd:Res {NAMESPACE}><ofd:MultiMedias>{media}</ofd:MultiMedias></ofd:Res>",
    }
    buffer = io.BytesIO(ofd([Canvas()], extra=extra))
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("Doc_0/page.jpg", signature)
    document = read("a.ofd", buffer.getvalue())

    assert ("173" in document.text) is not is_covered
    assert (document.reason is not None) is is_covered


def test_text_of_composite_objects_is_read() -> None:
    unit = '<ofd:TextObject Boundary="0 0 50 5" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="4">组合</ofd:TextCode></ofd:TextObject>'
    members = content('<ofd:CompositeObject Boundary="20 30 50 5" ResourceID="7"/>')
    members["Doc_0/Res.xml"] = (
        f'<ofd:Res {NAMESPACE}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7" Width="50" Height="5"><ofd:Content>{unit}'
        "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    members["Doc_0/Document.xml"] = (
        f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:DocumentRes>Res.xml</ofd:DocumentRes></ofd:CommonData>"
        '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>'
    )
    assert read("a.ofd", ofd([Canvas()], extra=members)).text == "组合"


def test_a_leaning_watermark_is_no_text() -> None:
    def text(matrix: str, words: str) -> str:
        code = f'<ofd:TextCode X="0" Y="4" DeltaX="g 3 4">{words}</ofd:TextCode>'
        return f'<ofd:TextObject Boundary="20 30 50 5" {matrix} Size="4">{code}</ofd:TextObject>'

    objects = text("", "正文四字") + text('CTM="0.7 0.7 -0.7 0.7 0 0"', "内部使用")
    assert read("a.ofd", ofd([Canvas()], extra=content(objects))).text == "正文四字"


def test_remarks_are_read_in_their_place_and_stamps_are_not() -> None:
    def remark(kind: str, words: str, more: str = "") -> str:
        text = f'<ofd:TextObject Boundary="0 0 50 5" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="4">{words}</ofd:TextCode></ofd:TextObject>'
        return f'<ofd:Annot Type="{kind}" {more}><ofd:Appearance Boundary="80 36 50 5">{text}</ofd:Appearance></ofd:Annot>'

    page = Canvas()
    page.grid([75, 175, 475], [100, 120])
    page.text(80, 115, "收到申请数")
    kinds = remark("Path", "12") + remark("Stamp", "77") + remark("Watermark", "88") + remark("Path", "99", 'Visible="false"')
    members = {
        "Doc_0/Annots/Annotations.xml": f"<ofd:Annotations {NAMESPACE}><ofd:Page PageID='100'><ofd:FileLoc>P/Annotation.xml</ofd:FileLoc>"
        "</ofd:Page></ofd:Annotations>",
        "Doc_0/Annots/P/Annotation.xml": f"<ofd:PageAnnot {NAMESPACE}>{kinds}</ofd:PageAnnot>",
        "Doc_0/Signs/Sign_0/Signature.xml": f"<ofd:Signature {NAMESPACE}><ofd:StampAnnot PageRef='100'/></ofd:Signature>",
    }
    whole = ofd([page], extra=members, annotations="Annots/Annotations.xml")
    (block,) = read("a.ofd", whole).tables
    assert block.table is not None

    assert [cell.text for cell in block.table.rows[0].cells] == ["收到申请数", "12"]


def test_a_picture_that_is_not_in_the_package_is_an_unreadable_page() -> None:
    scan, page = Canvas(pictures=[(0, 0, WIDTH, HEIGHT)]), Canvas(texts=[(75, 120, SIZE, "一段文字。")])

    assert read("a.ofd", ofd([scan])).reason == "unreadable_scan"
    document = read("a.ofd", ofd([page, scan]))
    assert paragraphs(document) == ["一段文字。"]
    assert [(issue.reason, issue.page) for issue in document.issues] == [("unreadable_scan", 2)]


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        ({"OFD.xml": "<broken"}, "damaged_file"),
        ({"OFD.xml": "<a/>"}, "damaged_file"),
        ({"Doc_0/Document.xml": "not xml"}, "damaged_file"),
        ({"Doc_0/Document.xml": f"<ofd:Document {NAMESPACE}/>"}, "damaged_file"),
        ({"Doc_0/Document.xml": "\x01\x02", "Doc_0/Encryptions.xml": "<a/>"}, "encrypted_file"),
        ({PAGE: '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'}, "empty_file"),
        ({PAGE: "<a>" * 400 + "</a>" * 400}, "damaged_file"),
        ({PAGE: "<a>" + " " * 40_000_000 + "</a>"}, "document_too_large"),
    ],
)
def test_what_is_no_readable_file_is_refused(extra: dict[str, str], reason: str) -> None:
    assert read("a.ofd", ofd([Canvas()], extra=extra)).reason == reason


def test_an_unusual_compression_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("OFD.xml", "<a/>")

    assert read("a.ofd", buffer.getvalue()).reason == "damaged_file"


def test_a_member_before_the_beginning_of_the_file_is_refused() -> None:
    whole = ofd([Canvas(texts=[(75, 120, SIZE, "正文")])])
    start, end = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")

    # The file lost its beginning, so that all places in its directory lead before it.
    assert read("a.ofd", b"PK\x03\x04" + whole[start:end] + whole[end:]).reason == "damaged_file"


def test_five_thousand_pages_are_refused() -> None:
    pages = '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>' * 5000
    extra = {"Doc_0/Document.xml": f"<ofd:Document {NAMESPACE}><ofd:Pages>{pages}</ofd:Pages></ofd:Document>"}
    assert read("a.ofd", ofd([Canvas()], extra=extra)).reason == "document_too_large"


def test_a_step_repeated_a_billion_times_ends_with_the_text() -> None:
    code = '<ofd:TextCode X="0" Y="4" DeltaX="g 999999999999 4">数字</ofd:TextCode>'
    text = f'<ofd:TextObject Boundary="20 30 50 5" Size="4">{code}</ofd:TextObject>'
    assert read("a.ofd", ofd([Canvas()], extra=content(text))).text == "数字"


@pytest.mark.parametrize("number", ["1e999", "-1e308", "nan", "99999999", ""])
def test_numbers_beyond_any_page_do_no_harm(number: str) -> None:
    code = f'<ofd:TextCode X="{number}" Y="4" DeltaX="{number} 4">数字</ofd:TextCode>'
    text = f'<ofd:TextObject Boundary="20 30 {number} 5" CTM="{number} 0 0 1 0 0" Size="4">{code}</ofd:TextObject>'
    path = f'<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 L {number} 0 L 5 5</ofd:AbbreviatedData></ofd:PathObject>'
    document = read("a.ofd", ofd([Canvas(texts=[(75, 120, SIZE, "正文")]), Canvas()], extra=content(text + path)))
    assert document.reason in (None, "empty_file")
