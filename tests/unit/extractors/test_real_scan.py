"""A real report as scans: no number of its tables is wrong, and hardly one unreadable. Skipped where the report isn't at hand."""

from pathlib import Path

import numpy as np
import pypdfium2
import pytest

pytest.importorskip("onnxruntime", reason="gongkai[ocr] is not installed")

from PIL import Image

from extractors.document import Document
from extractors.numbers import parse_cell
from extractors.readers import read
from tests.unit.extractors.drawn_scans import askew, saved

REPORT = Path(__file__).resolve().parents[4] / "shared" / "reports" / "huaian-2024.pdf"
pytestmark = pytest.mark.skipif(not REPORT.exists(), reason="the labelled report is not beside this repository")


@pytest.fixture(scope="module")
def printed() -> Document:
    return read(REPORT.name, REPORT.read_bytes())


def scan(page: int, dpi: int, angle: float, noise: float) -> bytes:
    """One page as a scanner delivers it."""
    with pypdfium2.PdfDocument(REPORT) as file:
        picture = askew(file[page - 1].render(scale=dpi / 72).to_pil().convert("L"), angle)
    grain = np.random.default_rng(page).normal(0, noise, (picture.height, picture.width)) if noise else 0.0
    dots = np.clip(np.asarray(picture, dtype=np.float64) + grain, 0, 255).astype(np.uint8)
    return saved(Image.fromarray(dots), "JPEG", quality=80, dpi=(dpi, dpi))


def cells_of(document: Document, page: int | None = None) -> list[str]:
    """What each distinct cell of the tables says, in reading order."""
    texts = []
    for block in document.tables:
        if block.table is not None and page in (None, block.page):
            for row in block.table.rows:
                texts += ["".join(cell.text.split()) for cell in {id(cell): cell for cell in row.cells if row.start <= cell.start}.values()]
    return texts


@pytest.mark.parametrize(("page", "dpi", "angle", "noise"), [(4, 150, 0.0, 0.0), (5, 200, -0.9, 20.0)])
def test_a_scanned_page_of_tables_has_no_wrong_number(printed: Document, page: int, dpi: int, angle: float, noise: float) -> None:
    expected, found = cells_of(printed, page), cells_of(read("scan.jpg", scan(page, dpi, angle, noise)))
    numbers = [
        (parse_cell(want).number, parse_cell(got))
        for want, got in zip(expected, found, strict=True)
        if parse_cell(want).status == "reported"
    ]
    read_right = [got.number == want for want, got in numbers if got.status != "unreadable"]

    assert len(numbers) > 90
    assert all(read_right)
    assert len(read_right) >= 0.99 * len(numbers)
