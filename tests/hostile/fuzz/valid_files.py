"""Valid files of every format, made of the sample reports: what is damaged.

Lives here: which formats there are, and some files of each. Elsewhere: the writers (tests/unit/extractors).
"""

import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from email.message import EmailMessage
from functools import cache

from extractors.readers import read
from tests.unit.extractors import drawn_pages
from tests.unit.extractors.formats import FORMATS
from tests.unit.extractors.office_files import FIXTURES, SAMPLES
from tests.unit.extractors.report_parts import as_written

REPORTS = (
    "wangshu-2017/mohen-zhen.txt",
    "wangshu-2017/xianchan-xiang.md",
    "历年补录/tongyin-zhen-2016.txt",
    "历年补录/yunji-jiaoyuju-2014.txt",
    "更正/归雁乡更正报告.txt",
)
SUFFIXES = (
    "txt",
    "md",
    "csv",
    "html",
    "mht",
    "docx",
    "doc",
    "wps",
    "xlsx",
    "xls",
    "et",
    "ofd",
    "pdf",
    "zip",
    "tar",
    "eml",
    "png",
    "tif",
    "",
)


@cache
def valid_files() -> dict[str, tuple[bytes, ...]]:
    """Some files of each format, by its name."""
    raw = [(SAMPLES / name).read_bytes() for name in REPORTS]
    reports = [as_written(read(name, data)) for name, data in zip(REPORTS, raw, strict=True)]
    text = read(REPORTS[0], raw[0]).text
    found = {name: tuple(map(write, reports)) for name, write in FORMATS.items()}
    for kind in ("doc", "docx", "xls"):
        found[kind] += tuple(gzip.decompress(path.read_bytes()) for path in sorted(FIXTURES.glob(f"*.{kind}.gz")))
    found["pdf"] += (drawn_pages.pdf([_scan()]),)
    found["ofd"] += (drawn_pages.ofd([_scan()]),)
    found["text"] = (*raw, *(text.encode(codec) for codec in ("utf-16", "utf-16-be", "gb18030", "utf-8-sig", "utf-32")))
    found["image"] = (_png(), _tiff(), _jpeg_frame())
    inner = {name: found[kind][0] for name, kind in (("年度报告.txt", "text"), ("报表.xlsx", "xlsx"), ("附件/报告.docx", "docx"))}
    found["zip"] = (_zip(inner), _zip({"里.zip": _zip(inner), "外.txt": raw[2]}))
    found["tar"] = (_tar(inner), gzip.compress(_tar(inner), mtime=0))
    found["mail"] = (_mail(inner), _mail({"年报.zip": found["zip"][0]}))
    return found


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
