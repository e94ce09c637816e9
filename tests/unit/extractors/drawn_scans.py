"""Pages drawn as a scanner would deliver them: dots, a little askew.

Digits and letters are in the font that Pillow carries. Chinese needs a font file, which tests can't count on: the scan of a sample report
that they read is kept in fixtures/, and was made with

    python -m tests.unit.extractors.drawn_scans FONT SAMPLE TARGET.tif
"""

import io
import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from extractors.readers import read
from tests.unit.extractors.drawn_pages import HEIGHT, WIDTH, Canvas, set_report

# Each sheet is fed in askew by another angle (degrees).
ANGLES = (0.4, -0.7, 0.2, -0.3, 0.9)
DPI = 200
ROW, COLUMN = 24.0, 70.0


def table(rows: Sequence[Sequence[str]], size: float = 12.0) -> Image.Image:
    """A page that holds a ruled table, its numbers in the middle of their cells."""
    scale = DPI / 72
    picture = Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
    pen = ImageDraw.Draw(picture)
    typeface = ImageFont.load_default(size * scale)
    left, top = 80.0, 100.0
    right, bottom = left + COLUMN * len(rows[0]), top + ROW * len(rows)
    for number in range(len(rows) + 1):
        pen.line([(left * scale, (top + number * ROW) * scale), (right * scale, (top + number * ROW) * scale)], fill=0, width=2)
    for number in range(len(rows[0]) + 1):
        pen.line([((left + number * COLUMN) * scale, top * scale), ((left + number * COLUMN) * scale, bottom * scale)], fill=0, width=2)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            middle = (left + (column + 0.5) * COLUMN) * scale, (top + (row + 0.5) * ROW) * scale
            pen.text(middle, text, font=typeface, fill=0, anchor="mm")
    return picture


def cell_box(row: int, column: int) -> tuple[int, int, int, int]:
    """Where a cell of `table` stands, in dots."""
    scale = DPI / 72
    left, top = (80.0 + column * COLUMN) * scale, (100.0 + row * ROW) * scale
    return round(left), round(top), round(left + COLUMN * scale), round(top + ROW * scale)


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    """The bytes of a picture, with its resolution."""
    buffer = io.BytesIO()
    picture.save(buffer, kind, **({"dpi": (DPI, DPI)} | options))
    return buffer.getvalue()


def askew(picture: Image.Image, angle: float) -> Image.Image:
    return picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor="white" if picture.mode == "RGB" else 255)


def _drawn(canvas: Canvas, font: str) -> Image.Image:
    scale = DPI / 72
    picture = Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
    pen = ImageDraw.Draw(picture)
    for x0, y0, x1, y1 in canvas.rules:
        pen.line([round(edge * scale) for edge in (x0, y0, x1, y1)], fill=0, width=2)
    for left, baseline, size, text in canvas.texts:
        typeface = ImageFont.truetype(font, round(size * scale))
        for character in text:
            pen.text((left * scale, baseline * scale), character, font=typeface, fill=0, anchor="ls")
            left += size / 2 if character.isascii() else size
    return picture


def main(font: str, sample: str, target: str) -> None:
    """The pages of a report as its office would set it, in black and white, each a little askew."""
    path = Path(sample)
    pages = set_report(read(path.name, path.read_bytes()))
    first, *rest = [
        askew(_drawn(page, font), ANGLES[number % len(ANGLES)]).point(lambda shade: 255 * (shade > 150)).convert("1")
        for number, page in enumerate(pages)
    ]
    Path(target).write_bytes(saved(first, "TIFF", compression="group4", save_all=True, append_images=rest))


if __name__ == "__main__":
    main(*sys.argv[1:])
