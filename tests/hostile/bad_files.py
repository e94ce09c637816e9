"""Files that nobody would send by mistake, and some that are sent every year: each with the reason that it must end with.

Lives here: `BAD_FILES`, by name. Elsewhere: reading each alone (test_files.py), all of them in one delivery (test_bad_delivery.py),
damage by chance (fuzz/).
"""

import gzip
import io
import random
import struct
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.unit.extractors.drawn_pages import NAMESPACE, Canvas, ofd, pdf
from tests.unit.extractors.excel_records import record
from tests.unit.extractors.office_files import FIXTURES, REL, SAMPLES, S, compound_file, docx, p, package, relations

REPORT = (SAMPLES / "wangshu-2017" / "mohen-zhen.txt").read_bytes()
MILLION = 1_000_000
# Ten entities, each ten times the one before: three gigabytes of text.
ENTITIES = "<!DOCTYPE {} [<!ENTITY a0 'haha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
WORKBOOK = {
    "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{REL}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": relations({"worksheet": "worksheets/sheet1.xml"}),
}
PAGE = "Doc_0/Pages/Page_0/Content.xml"


@dataclass(frozen=True)
class BadFile:
    """`issues` says for each issue on which member of a bundle ("": the file itself) it must be, and why."""

    make: Callable[[], bytes]
    issues: tuple[tuple[str, str], ...]


def _one(make: Callable[[], bytes], reason: str) -> BadFile:
    return BadFile(make, (("", reason),))


def _zip(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in members:
            bundle.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _locked_pdf() -> bytes:
    key = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"31" * 32, b"32" * 32)
    return pdf([Canvas(texts=[(75, 120, 12, "正文")])]).replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00><00>] /Encrypt %s" % key)


def _fixture(name: str) -> bytes:
    return gzip.decompress((FIXTURES / f"{name}.gz").read_bytes())


def _locked_doc() -> bytes:
    """The header of a Word file says that what follows is encrypted."""
    data = bytearray(_fixture("jingluo-zhen.doc"))
    head = data.index(b"\xec\xa5", 512)
    data[head + 11] |= 0x01
    return bytes(data)


def _locked_zip() -> bytes:
    data = bytearray(_zip(("年报.txt", REPORT)))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    return bytes(data)


def _escaping_zip() -> bytes:
    return _zip(("../../年报.txt", REPORT), ("/etc/a.txt", REPORT))


def _nested_zips() -> bytes:
    data = REPORT
    for level in range(12):
        data = _zip((f"{level}.zip", data))
    return data


def _tar(*infos: tuple[tarfile.TarInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as bundle:
        for info, data in infos:
            info.size = len(data)
            bundle.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def _links() -> bytes:
    link, hard, device = tarfile.TarInfo("link"), tarfile.TarInfo("hard"), tarfile.TarInfo("device")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    hard.type, hard.linkname = tarfile.LNKTYPE, "../../etc/passwd"
    device.type = tarfile.CHRTYPE
    return _tar((link, b""), (hard, b""), (device, b""), (tarfile.TarInfo("年报.txt"), REPORT))


def _endless_tar() -> bytes:
    """A header that claims more bytes than any disk holds."""
    data = bytearray(_tar((tarfile.TarInfo("a.txt"), REPORT)))
    data[124:136] = b"\x80" + (2**62).to_bytes(11)
    data[148:156] = b" " * 8
    data[148:156] = b"%06o\0 " % sum(data[:512])
    return gzip.compress(bytes(data), mtime=0)


def _nested_mail() -> bytes:
    head = b"From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\n"
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (level, level) for level in range(1000))
    return head + parts + b"Content-Type: text/plain\r\n\r\n" + REPORT


def _forwarded_mails() -> bytes:
    """A mail in a mail in a mail, five hundred times."""
    head = b"From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n"
    return head * 500 + head.replace(b"message/rfc822", b"text/plain") + REPORT


def _sheet_of(rows: str) -> bytes:
    return package({**WORKBOOK, "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}"><sheetData>{rows}</sheetData></worksheet>'})


def _million_cells() -> bytes:
    return docx("<w:tbl>" + ("<w:tr>" + "<w:tc/>" * 100 + "</w:tr>") * 10_000 + "</w:tbl>")


def _million_records() -> bytes:
    """A workbook of rows of 250 numbers each."""
    row_of = partial(struct.pack, "<HH")
    cells = b"".join(record(0xBD, row_of(row, 0) + struct.pack("<HI", 0, 6) * 250 + struct.pack("<H", 249)) for row in range(4000))
    book = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0)) + record(0xE0, bytes(20))
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 16, 0, 0, 0, 0)) + cells + record(0x0A)
    place = len(book) + 4 + 6 + 3 + 4
    return compound_file({"Workbook": book + record(0x85, struct.pack("<IBB", place, 0, 0) + b"\1\0a") + record(0x0A) + sheet})


def _looping_sectors() -> bytes:
    """Every sector of the table leads to the one before."""
    data = bytearray(_fixture("jingluo-zhen.doc"))
    table = 512 * (1 + struct.unpack_from("<I", data, 76)[0])
    for index in range(128):
        struct.pack_into("<I", data, table + 4 * index, max(index - 1, 1))
    return bytes(data)


def _page_tree_loop() -> bytes:
    return pdf([Canvas(texts=[(75, 120, 12, "正文")])]).replace(b"/Kids [", b"/Kids [2 0 R ")


def _deep_arrays() -> bytes:
    return pdf([Canvas()]).replace(b"/Type /Catalog", b"/Type /Catalog /Deep " + b"[" * 200_000)


def _deep_page() -> bytes:
    """A page whose operators open without end."""
    return pdf([Canvas(before="q " * 200_000 + "[ " * 200_000 + "<< " * 200_000)])


def _blocks_in_blocks() -> bytes:
    text = '<ofd:TextObject Boundary="20 30 50 5" Size="4"><ofd:TextCode X="0" Y="4">深</ofd:TextCode></ofd:TextObject>'
    deep = "<ofd:PageBlock>" * 200 + text + "</ofd:PageBlock>" * 200
    return ofd([Canvas()], extra={PAGE: f"<ofd:Page {NAMESPACE}><ofd:Content><ofd:Layer>{deep}</ofd:Layer></ofd:Content></ofd:Page>"})


def _composites() -> bytes:
    """An object made of ten of itself, a thousand times on a page."""
    inner = '<ofd:CompositeObject ResourceID="5" Boundary="0 0 1 1"/>'
    unit = f'<ofd:CompositeGraphicUnit ID="5"><ofd:Content>{inner * 10}</ofd:Content></ofd:CompositeGraphicUnit>'
    resources = f"<ofd:Res {NAMESPACE}><ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits></ofd:Res>"
    document = (
        f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PublicRes>Res.xml</ofd:PublicRes></ofd:CommonData>"
        '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>'
    )
    page = f"<ofd:Page {NAMESPACE}><ofd:Content><ofd:Layer>{inner * 1000}</ofd:Layer></ofd:Content></ofd:Page>"
    return ofd([Canvas()], extra={"Doc_0/Document.xml": document, "Doc_0/Res.xml": resources, PAGE: page})


def _half_characters() -> bytes:
    return "青竹乡2016年度报告".encode() + b"\xed\xa0\x80" * 40 + "公开信息46条。".encode() + b"\xed\xbf\xbf" * 40


def _endless_numbers() -> bytes:
    """A line drawn of 一, and decimals without end: more digits than any column holds."""
    return f"青竹乡2016年政府信息公开工作年度报告\n{'一' * 60}\n公开率为0.{'3' * 60}%，发放资料{'9' * 60}份。\n".encode()


BAD_FILES: dict[str, BadFile] = {
    "空.txt": _one(bytes, "empty_file"),
    "空白.txt": _one(lambda: b" \r\n\0\t" * 100, "empty_file"),
    "截断.pdf": _one(lambda: pdf([Canvas(texts=[(75, 120, 12, "正文")])])[:60], "damaged_file"),
    "截断.docx": _one(lambda: docx(p("正文"))[:300], "damaged_bundle"),
    "截断.doc": _one(lambda: _fixture("jingluo-zhen.doc")[:3000], "damaged_file"),
    "截断.xls": _one(lambda: _fixture("jingluo-zhen.xls")[:1500], "damaged_file"),
    "截断.ofd": _one(lambda: ofd([Canvas()])[:200], "damaged_bundle"),
    "密码.pdf": _one(_locked_pdf, "encrypted_file"),
    "密码.docx": _one(lambda: compound_file({"EncryptedPackage": b"\1" * 5000, "EncryptionInfo": b"\2" * 5000}), "encrypted_file"),
    "密码.doc": _one(_locked_doc, "encrypted_file"),
    "密码.zip": BadFile(_locked_zip, (("年报.txt", "encrypted_file"),)),
    "错名.docx": _one(lambda: b"GIF89a" + bytes(64), "unsupported_format"),
    "炸弹.zip": BadFile(lambda: _zip(("0.txt", bytes(50_000_000))), (("0.txt", "expands_too_much"),)),
    "炸弹.txt.gz": _one(lambda: gzip.compress(bytes(50_000_000), mtime=0), "expands_too_much"),
    "层层.zip": BadFile(_nested_zips, (("11.zip/10.zip/9.zip", "nested_too_deep"),)),
    "外逃.zip": BadFile(_escaping_zip, (("../../年报.txt", "unsafe_path"), ("etc/a.txt", "unsafe_path"))),
    "链接.tar": BadFile(_links, (("device", "unreadable_file"), ("hard", "symbolic_link"), ("link", "symbolic_link"))),
    "无尽.tar.gz": BadFile(_endless_tar, (("", "damaged_bundle"), ("a.txt", "damaged_member"))),
    "嵌套.eml": _one(_forwarded_mails, "damaged_bundle"),
    "实体.docx": _one(lambda: package({"word/document.xml": ENTITIES.format("a") + "<a>&a9;</a>"}), "damaged_file"),
    "实体.xlsx": _one(lambda: package({"xl/workbook.xml": ENTITIES.format("a") + "<a>&a9;</a>"}), "damaged_file"),
    "实体.ofd": _one(lambda: ofd([Canvas()], extra={PAGE: ENTITIES.format("a") + "<a>&a9;</a>"}), "damaged_file"),
    "实体.xhtml": _one(lambda: f"<?xml version='1.0'?>{ENTITIES.format('html')}<html><body>&a9;</body></html>".encode(), "not_a_report"),
    "实体.xml": _one(lambda: f"<?xml version='1.0'?>{ENTITIES.format('a')}<a>&a9;</a>".encode(), "unsupported_format"),
    "五千页.pdf": _one(lambda: pdf([Canvas()] * 5000), "document_too_large"),
    "二亿字.txt": _one(lambda: "公开信息。".encode() * (200 * MILLION // 15), "file_too_large"),
    "百万格.html": _one(lambda: ("<table>" + ("<tr>" + "<td>1" * 100) * 10_000).encode(), "document_too_large"),
    "百万格.xlsx": _one(lambda: _sheet_of(("<row>" + "<c><v>1</v></c>" * 100 + "</row>") * 10_000), "document_too_large"),
    "百万格.csv": _one(lambda: ("1," * 99 + "1\n").encode() * 10_000, "document_too_large"),
    "百万格.docx": _one(lambda: docx("<w:tbl>" + ("<w:tr>" + "<w:tc/>" * 100 + "</w:tr>") * 10_000 + "</w:tbl>"), "document_too_large"),
    "百万格.xls": _one(_million_records, "document_too_large"),
    "百万格.txt": _one(lambda: ("|1" * 100 + "|\n").encode() * 10_000, "document_too_large"),
    "深.html": _one(lambda: b"<html>" + b"<div>" * 100_000 + b"a", "document_too_large"),
    "深表.html": _one(lambda: b"<table><tr><td>" * 100_000 + b"a", "document_too_large"),
    "深.docx": _one(lambda: docx("<w:tbl><w:tr><w:tc>" * 5_000), "damaged_file"),
    "深.ofd": _one(_blocks_in_blocks, "empty_file"),
    "深.eml": _one(_nested_mail, "damaged_bundle"),
    "深页.pdf": _one(_deep_page, "empty_file"),
    "深组.pdf": _one(_deep_arrays, "damaged_file"),
    "环.ofd": _one(_composites, "document_too_large"),
    "环.doc": _one(_looping_sectors, "damaged_file"),
    "半字.txt": _one(_half_characters, "undecodable_text"),
    "零.txt": _one(lambda: "青竹乡2016年政府信息公开工作年度报告\n公开信息4\x006条。\n".encode(), "damaged_characters"),
    "长数.txt": BadFile(_endless_numbers, ()),
    "乱码.txt": _one(lambda: random.Random(4).randbytes(20_000), "undecodable_text"),
    "乱码.pdf": _one(lambda: b"%PDF-1.7\n" + random.Random(4).randbytes(20_000), "damaged_file"),
    "乱码.doc": _one(lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(4).randbytes(20_000), "damaged_file"),
    "乱码.zip": _one(lambda: b"PK\x03\x04" + random.Random(4).randbytes(20_000), "damaged_bundle"),
    "改名.pdf": BadFile(lambda: docx(p("青竹乡2016年政府信息公开工作年度报告") + p("2016年，我乡主动公开政府信息12条。")), ()),
    "合集.rar": _one(lambda: b"Rar!\x1a\x07\x01\0" + bytes(100), "unsupported_bundle"),
}
