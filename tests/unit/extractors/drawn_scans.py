"""Pages drawn as a scanner would deliver them: dots, a little askew, in black and white.

Needs a font file with Chinese characters, which tests can't count on: the scans that tests read are kept in fixtures/, and were made with

    python -m tests.unit.extractors.drawn_scans FONT SAMPLE TARGET.tif
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from extractors.readers import read
from tests.unit.extractors.drawn_pages import HEIGHT, WIDTH, Canvas, set_report

# Each sheet is fed in askew by another angle (degrees).
ANGLES = (0.4, -0.7, 0.2, -0.3, 0.9)


def drawn(canvas: Canvas, font: str, dpi: int) -> Image.Image:
    """A page as dots, in shades of grey."""
    scale = dpi / 72
    picture = Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
    pen = ImageDraw.Draw(picture)
    for x0, y0, x1, y1 in canvas.rules:
        pen.line([round(edge * scale) for edge in (x0, y0, x1, y1)], fill=0, width=max(round(0.6 * scale), 1))
    for left, baseline, size, text in canvas.texts:
        typeface = ImageFont.truetype(font, round(size * scale))
        for character in text:
            pen.text((left * scale, baseline * scale), character, font=typeface, fill=0, anchor="ls")
            left += size / 2 if character.isascii() else size
    return picture


def scanned(pages: Sequence[Canvas], font: str, dpi: int = 200) -> list[Image.Image]:
    """The pages in black and white, each a little askew."""
    return [
        drawn(page, font, dpi)
        .rotate(ANGLES[number % len(ANGLES)], Image.Resampling.BICUBIC, fillcolor=255)
        .point(lambda v: 255 * (v > 150))
        .convert("1")
        for number, page in enumerate(pages)
    ]


def main(font: str, sample: str, target: str) -> None:
    path = Path(sample)
    first, *rest = scanned(set_report(read(path.name, path.read_bytes())), font)
    first.save(target, compression="group4", dpi=(200, 200), save_all=True, append_images=rest)


if __name__ == "__main__":
    main(*sys.argv[1:])
