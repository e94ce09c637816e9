"""Valid files of every format, made of the sample reports: what is damaged.

Lives here: which formats there are, and some files of each. Elsewhere: the writers (tests/unit/extractors).
"""

import gzip
import io
import struct
import sys
import tarfile
import zipfile
import zlib
from email.message import EmailMessage
from functools import cache
from pathlib import Path

from tests.running import ROOT

# The writers stand beside the tests of the readers, which import them by their bare names.
sys.path.append(str(ROOT / "tests" / "unit" / "extractors"))

import drawn_pages
import office_files
import web_pages

REPORTS = (
    "wangshu-2017/mohen-zhen.txt",
    "wangshu-2017/xianchan-xiang.md",
    "历年补录/tongyin-zhen-2016.txt",
    "历年补录/yunji-jiaoyuju-2014.txt",
    "更正/归雁乡更正报告.txt",
)
SUFFIXES = ("txt", "md", "csv", "html", "mht", "docx", "doc", "wps", "xlsx", "xls", "et", "ofd", "pdf", "zip", "tar", "eml", "png", "tif", "")


@cache
def valid_files() -> dict[str, tuple[bytes, ...]]:
    """Some files of each format, by its name."""
    documents = [office_files.sample(name) for name in REPORTS]
    tabled = [document for document in documents if document.tables]
    raw = [(office_files.SAMPLES / name).read_bytes() for name in REPORTS]
    texts = [document.text for document in documents]
    found: dict[str, tuple[bytes, ...]] = {
        "text": (*raw, texts[0].encode("utf-16"), texts[2].encode("gb18030"), texts[2].encode("utf-16-be"), texts[3].encode("utf-8-sig")),
        "markdown": (raw[1], texts[1].encode("gb18030")),
        "csv": tuple(office_files.as_csv(document, codec) for document in tabled for codec in ("utf-8", "gb18030")),
        "html": tuple(site(document) for site, document in zip(web_pages.SITES, documents, strict=True)),
        "mhtml": tuple(_saved_page(site(documents[0])) for site in web_pages.SITES[:2]),
        "docx": (*map(office_files.as_docx, documents), *_fixtures("docx")),
        "doc": _fixtures("doc"),
        "xlsx": tuple(office_files.xlsx(office_files.as_sheets(document)) for document in documents),
        "xls": _fixtures("xls"),
        "ofd": tuple(drawn_pages.ofd(drawn_pages.set_report(document)) for document in documents[:3]),
        "pdf": (*(drawn_pages.pdf(drawn_pages.set_report(document)) for document in documents[:3]), drawn_pages.pdf([_scan()])),
        "image": (_png(), _tiff(), _jpeg_frame()),
    }
    inner = {"年度报告.txt": raw[0], "报表.xlsx": found["xlsx"][0], "附件/页面.html": found["html"][0], "报告.docx": found["docx"][0]}
    found["zip"] = (_zip(inner), _zip({"里.zip": _zip(inner), "外.txt": raw[2]}))
    found["tar"] = (_tar(inner), gzip.compress(_tar(inner), mtime=0))
    found["mail"] = (_mail(inner), _mail({"年报.zip": found["zip"][0]}))
    return found


def _fixtures(kind: str) -> tuple[bytes, ...]:
    return tuple(gzip.decompress(path.read_bytes()) for path in sorted(Path(office_files.FIXTURES).glob(f"*.{kind}.gz")))


def _saved_page(page: bytes) -> bytes:
    message = EmailMessage()
    message["Subject"] = "年度报告"
    message.set_content(page, "text", "html", cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png", cid="<a@example.org>")
    message.set_boundary("=_page")
    return message.as_bytes()


def _scan() -> drawn_pages.Canvas:
    canvas = drawn_pages.Canvas()
    canvas.pictures.append((0.0, 0.0, drawn_pages.WIDTH, drawn_pages.HEIGHT))
    return canvas


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _drawing() -> tuple[int, int, bytes]:
    """A grid of dark lines on white, as grey dots."""
    width, height = 240, 160
    return width, height, bytes(0 if x % 60 < 2 or y % 40 < 2 else 255 for y in range(height) for x in range(width))


def _png() -> bytes:
    width, height, dots = _drawing()
    lines = b"".join(b"\0" + dots[start : start + width] for start in range(0, len(dots), width))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(lines)) + _chunk(b"IEND", b"")


def _tiff() -> bytes:
    width, height, dots = _drawing()
    entries = {256: width, 257: height, 258: 8, 259: 1, 262: 1, 273: 8 + 2 + 9 * 12 + 4, 277: 1, 278: height, 279: len(dots)}
    directory = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries.items())
    return b"II*\0" + struct.pack("<I", 8) + directory + bytes(4) + dots


def _jpeg_frame() -> bytes:
    """The beginning of a JPEG: its size, and no dots."""
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + b"\xff\xc0\0\x0b\x08\x00\xa0\x00\xf0\1\1\x11\0" + b"\xff\xd9"


def _zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in files.items():
            bundle.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _tar(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as bundle:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            bundle.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def _mail(files: dict[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "年度报告"
    message.set_content("请查收附件。")
    for name, data in files.items():
        message.add_attachment(data, "application", "octet-stream", filename=name)
    message.set_boundary("=_mail")
    return message.as_bytes()
