"""One line of print on a scanned page to characters.

Lives here: cutting the line out as the recogniser wants it, a second look at another size, and whether both say the same.
Elsewhere: where lines stand (ink.py), the recogniser (models.py), which readings stand (trust.py).
"""

import cv2
import numpy as np

from extractors.readers.pages.scan.ink import Box
from extractors.readers.pages.scan.models import HEIGHT, Reading, read_line
from extractors.readers.pages.scan.picture import Dots, Picture

# White around the print, in parts of its height: at both ends, and above and below. With less above, digits are read better, and the small
# print of labels a little worse and with more effort: lines of a cell longer than so many times their height are labels.
BESIDE, ABOVE, ABOVE_LABEL = 0.3, 0.1, 0.35
LABEL = 5.0
# The second look shows numbers smaller.
ABOVE_AGAIN = 0.35
# A dash is no line of its height.
LEAST_HEIGHT = 0.7
MARKS = {mark: pair for pair in ("：:", "，,", "；;", "、、", "。。") for mark in pair}
# The longest line: 100 characters.
LONGEST = 100 * HEIGHT


def cut_out(grey: Dots, line: Box, within: Box, size: float, above: float = ABOVE) -> Dots:
    """The line on white, HEIGHT dots high; nothing from beyond `within` (its cell). `size` is the usual height of print.

    `above` is the white above and below, in parts of its height.
    """
    left, top, right, bottom = line
    height = max(bottom - top, LEAST_HEIGHT * size)
    middle = (top + bottom) / 2
    pad_y, pad_x = above * height, BESIDE * height
    outer = (
        round(left - pad_x),
        round(middle - height / 2 - pad_y),
        max(round(right + pad_x), round(left - pad_x) + 1),
        max(round(middle + height / 2 + pad_y), round(middle - height / 2 - pad_y) + 1),
    )
    canvas = np.full((outer[3] - outer[1], outer[2] - outer[0]), 255, np.uint8)
    x0, y0 = max(outer[0], within[0], 0), max(outer[1], within[1], 0)
    x1, y1 = min(outer[2], within[2], grey.shape[1]), min(outer[3], within[3], grey.shape[0])
    if x1 > x0 and y1 > y0:
        canvas[y0 - outer[1] : y1 - outer[1], x0 - outer[0] : x1 - outer[0]] = grey[y0:y1, x0:x1]
    width = min(max(round(canvas.shape[1] * HEIGHT / canvas.shape[0] / 8), 2) * 8, LONGEST)
    shrinks = canvas.shape[0] > HEIGHT
    return np.ascontiguousarray(
        cv2.resize(canvas, (width, HEIGHT), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC), dtype=np.uint8
    )


def read(picture: Picture, line: Box, within: Box, size: float, is_in_cell: bool) -> Reading:
    """What a line says, without blanks at its ends."""
    is_label = is_in_cell and line[2] - line[0] > LABEL * max(line[3] - line[1], LEAST_HEIGHT * size)
    reading = read_line(cut_out(picture.grey, line, within, size, ABOVE_LABEL if is_label else ABOVE))
    text = reading.text
    kept = [index for index, character in enumerate(text) if not (index and _is_one_mark(text[index - 1], character))]
    while kept and text[kept[0]].isspace():
        del kept[0]
    while kept and text[kept[-1]].isspace():
        del kept[-1]
    return Reading(
        "".join(text[index] for index in kept), [reading.sureness[index] for index in kept], [reading.places[index] for index in kept]
    )


def _is_one_mark(before: str, mark: str) -> bool:
    """A wide mark is sometimes seen twice, once as its narrow twin: no text has two of them."""
    return mark in MARKS and MARKS[mark] == MARKS.get(before)


def look_again(picture: Picture, line: Box, within: Box, size: float) -> list[Reading]:
    """Two more looks at a line: smaller, and only what is certainly dark."""
    return [
        read_line(cut_out(picture.grey, line, within, size, ABOVE_AGAIN)),
        read_line(cut_out(np.ascontiguousarray(255 - picture.dark), line, within, size)),
    ]
