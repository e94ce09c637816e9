"""How long the readers take, one row a format, written to RESULTS.md by `make bench`, or alone: `python -m tests.benchmarks.readers`.

Lives here: the documents that are read (the sample reports as the tests write them, files of another program among the fixtures, and the
labelled report where it lies beside the repository), and what each reading is held against: what its library needs for the raw text of
the same document, or another library. Machines differ and are noisy, so both are measured in turns, in one process, on one core, as CPU
time; what counts is the median of the ratios.

A format more is one more `Work` in `_works`.
"""

import gzip
import importlib
import io
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from statistics import median

import pypdfium2
from selectolax.lexbor import LexborHTMLParser

from extractors.readers import read
from extractors.readers.pages import scan
from tests.running import SAMPLES, SHARED
from tests.unit.extractors.formats import FORMATS
from tests.unit.extractors.office_files import FIXTURES
from tests.unit.extractors.report_parts import as_written
from tests.unit.extractors.web_pages import SITES, pasted

RESULTS = Path(__file__).with_name("RESULTS.md")
HEADING = "## Readers"
REAL_PDF = SHARED / "reports" / "huaian-2024.pdf"
ROUNDS = 9
# One reading takes a millisecond: so many together are far longer than a tick of the clock.
REPEATS = 5


@dataclass(frozen=True)
class Work:
    """`floor` is what the reading of a document is held against, `against` its name; a target in ms has none."""

    what: str
    target: str
    documents: list[bytes]
    against: str = ""
    floor: Callable[[bytes], object] | None = None
    repeats: int = REPEATS


@dataclass(frozen=True)
class Measured:
    work: Work
    milliseconds: float
    ratio: float | None

    def row(self) -> str:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} x {self.work.against}"
        return f"| {self.work.what} | {len(self.work.documents)} | {self.work.target} | {self.milliseconds:.2f} | {ratio} |"


def lines() -> Iterator[str]:
    """The section of RESULTS.md, measured anew."""
    yield HEADING
    yield ""
    yield "One core, CPU time, median of nine rounds; reader and what it is held against in turns. Milliseconds a document."
    yield ""
    yield "| what | documents | target | ms | |"
    yield "|---|---:|---|---:|---|"
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        for work in _works():
            measured = _measured(work)
            print(measured.row(), file=sys.stderr, flush=True)
            yield measured.row()
    finally:
        os.sched_setaffinity(0, cores)
    yield ""


def main() -> None:
    """Measure the readers alone, and put their section in the place of the one that is there."""
    before = RESULTS.read_text(encoding="utf-8").partition(HEADING)[0].rstrip("\n")
    RESULTS.write_text("\n".join([before, "", *lines()]), encoding="utf-8")


def _works() -> Iterator[Work]:
    texts = [path.read_bytes() for path in sorted(SAMPLES.rglob("*")) if path.suffix in (".txt", ".md")]
    reports = [as_written(read("a", data)) for data in texts]

    def written(kind: str) -> list[bytes]:
        return [FORMATS[kind](report) for report in reports]

    yield Work("text", "", texts, "decode", lambda data: data.decode("utf-8", "replace"))
    yield Work("PDF, samples", "<= 3 x raw text", written("pdf"), "raw text (pypdfium2)", _pdf_text, 1)
    yield from _real_pdf()
    # The pages of the tests hold next to nothing but their text. What sites publish has a style on every paragraph, cell and run.
    lean = [site(report) for site in SITES if site is not pasted for report in reports]
    yield Work("HTML, samples, bare", "<= 4 x parse + text", lean, "parse + text (lexbor)", _html_text)
    yield Work(
        "HTML, samples, pasted from a word processor",
        "<= 4 x parse + text",
        [pasted(report) for report in reports],
        "parse + text (lexbor)",
        _html_text,
    )
    yield Work("DOCX, samples", "<= 5 ms", written("docx"))
    yield Work("DOC, samples", "<= 3 ms", written("doc"))
    yield Work("DOC, files of LibreOffice", "<= 3 ms", _fixtures(".doc.gz"))
    yield Work("XLSX, samples", "<= 1 ms", written("xlsx"))
    yield Work("XLS, samples", "<= 1 ms", written("xls"))
    yield Work("XLS, files of LibreOffice", "<= 1 ms", _fixtures(".xls.gz"))
    yield Work("CSV, samples", "<= 1 ms", written("csv"))
    yield Work("OFD, samples", "<= 40 ms", written("ofd"))
    if scan.is_installed():
        yield Work("a scan of a sample, three pages", "", [(FIXTURES / "jingluo-zhen.tif").read_bytes()], repeats=1)
        yield from _real_scan()


def _real_scan() -> Iterator[Work]:
    if REAL_PDF.exists():
        tables = pypdfium2.PdfDocument(REAL_PDF)[4].render(scale=200 / 72).to_pil().convert("L")
        buffer = io.BytesIO()
        tables.save(buffer, "PNG", dpi=(200, 200))
        yield Work("a scan of a real page of tables", "<= 300 ms", [buffer.getvalue()], repeats=1)


def _real_pdf() -> Iterator[Work]:
    if not REAL_PDF.exists():
        return
    data = [REAL_PDF.read_bytes()]
    yield Work("PDF, a real report of six pages", "<= 3 x raw text", data, "raw text (pypdfium2)", _pdf_text, 1)
    pdfplumber = importlib.import_module("pdfplumber")

    def tables(data: bytes) -> object:
        with pdfplumber.open(io.BytesIO(data)) as file:
            return [page.extract_tables() for page in file.pages]

    yield Work("the same", "<= 1/6 of pdfplumber", data, "its tables (pdfplumber)", tables, 1)


def _fixtures(suffix: str) -> list[bytes]:
    return [gzip.decompress(path.read_bytes()) for path in sorted(FIXTURES.glob(f"*{suffix}"))]


def _pdf_text(data: bytes) -> object:
    file = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in file]
    finally:
        file.close()


def _html_text(data: bytes) -> object:
    body = LexborHTMLParser(data.decode(_encoding(data))).body
    return body and body.text()


@cache
def _encoding(data: bytes) -> str:
    """What a page is written in, known beforehand; those of the tests are in one of three encodings."""
    if data.startswith(b"\xff\xfe"):
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def _measured(work: Work) -> Measured:
    for data in work.documents:
        assert read("a", data).reason is None
    readings, ratios = [], []
    for _ in range(ROUNDS):
        reading = floor = 0.0
        for data in work.documents:
            reading += _seconds(partial(read, "a"), data, work.repeats)
            if work.floor is not None:
                floor += _seconds(work.floor, data, work.repeats)
        readings.append(reading / len(work.documents))
        if floor:
            ratios.append(reading / floor)
    return Measured(work, 1000 * median(readings), median(ratios) if ratios else None)


def _seconds(work: Callable[[bytes], object], data: bytes, repeats: int) -> float:
    """Of one call, after one that isn't counted, which brings everything into the caches."""
    work(data)
    started = time.process_time()
    for _ in range(repeats):
        work(data)
    return (time.process_time() - started) / repeats


if __name__ == "__main__":
    main()
