"""A scanned page as a picture that can be read: grey on white, upright, no stamps.

Lives here: colours to grey without red seals, the ground to white, what is ink, straightening by up to some degrees.
Elsewhere: bytes to dots (unpack.py, ../pdf_scans.py, ../ofd_scans.py), pages that lie on their side (page.py).
"""

from dataclasses import dataclass
from math import radians, tan

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.readers.pages.scan import COARSEST, FINEST, MOST_DOTS

Dots = NDArray[np.uint8]

# One process a core does the work.
cv2.setNumThreads(1)

# Red that a seal is stamped in: this much more of it than of green and blue.
REDDER = 40
# Among red, print is at least as dark as this.
DARK_IN_RED = 120
# Grounds lighter than this are paper; on darker ones print is set in white, and not read.
DARKEST_GROUND = 90
# The darkest share of a page (percent: ten characters) is print; paler than this, nothing is.
DARKEST_SHARE, FAINTEST = 0.03, 200
# Ink is darker than the first, and what is darker than the second is ink; of 255, the ground. Between them, ink stands out from the
# noise of the paper by so many times its usual size.
LIGHTEST_INK, DARKEST_INK = 200, 110
NOISE = 4.0
# Sheets are fed in askew by up to this (degrees); less than the second is nothing.
MOST_ASKEW, LEAST_ASKEW = 6.0, 0.03
# Dots looked at for the angle.
ANGLE_DOTS = 30_000


@dataclass(slots=True)
class Picture:
    """`grey` with a white ground; `ink` is 255 where there is print, `dark` where it is certainly dark. `scale` is dots a point.

    `veil` is 255 where red was taken off; None where there was none.
    """

    grey: Dots
    ink: Dots
    dark: Dots
    scale: float
    veil: Dots | None = None


def prepared(dots: Dots, scale: float) -> Picture:
    """A picture (grey, or red-green-blue) of `scale` dots a point, made ready."""
    wanted = min(max(scale, COARSEST), FINEST, scale * (MOST_DOTS / (dots.shape[0] * dots.shape[1])) ** 0.5)
    if abs(wanted / scale - 1) > 0.02:
        size = max(round(dots.shape[1] * wanted / scale), 1), max(round(dots.shape[0] * wanted / scale), 1)
        dots = _dots(cv2.resize(dots, size, interpolation=cv2.INTER_AREA if wanted < scale else cv2.INTER_CUBIC))
        scale = wanted
    bare, veil = _without_seals(dots)
    grey = _on_white(bare, scale)
    angle = _angle(_dark(grey))
    if abs(angle) > LEAST_ASKEW:
        height, width = grey.shape
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        grey = _dots(cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255.0))
        veil = veil if veil is None else _dots(cv2.warpAffine(veil, turn, (width, height), flags=cv2.INTER_NEAREST))
    return Picture(grey, _ink(grey), _dark(grey), scale, veil)


def _dots(found: object) -> Dots:
    return np.ascontiguousarray(found, dtype=np.uint8)


def _without_seals(dots: Dots) -> tuple[Dots, Dots | None]:
    """Grey, with red as light as it looks through a red glass, and where that was.

    Red stays where nothing else is printed beside it: red titles are print.
    """
    if dots.ndim == 2:
        return dots, None
    red, green, blue = (dots[:, :, index] for index in range(3))
    grey = _dots(cv2.cvtColor(dots, cv2.COLOR_RGB2GRAY))
    is_red = red.astype(np.int16) - np.maximum(green, blue) > REDDER
    if not is_red.any():
        return grey, None
    through_red = np.maximum(red, grey)
    # JPEG keeps colours coarser than shades: the edges of red are grey, and not as dark as print.
    is_near = cv2.dilate(is_red.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    through_red = np.where(is_near & (through_red > DARK_IN_RED), 255, through_red)
    dark_rows = ((through_red < 128) & ~is_red).sum(axis=1) > 0.002 * dots.shape[1]
    # A line of print and what surrounds it.
    near = cv2.dilate(dark_rows.astype(np.uint8)[:, None], np.ones((15, 1), np.uint8))[:, 0] > 0
    keep = is_red & ~near[:, None]
    # A seal reaches over rows with print: all of it goes.
    count, labels, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(is_red.astype(np.uint8), np.ones((9, 9), np.uint8)))
    tops, heights = stats[1:count, cv2.CC_STAT_TOP], stats[1:count, cv2.CC_STAT_HEIGHT]
    rows_near = np.concatenate(([0], np.cumsum(near)))
    keep &= np.concatenate(([False], rows_near[tops + heights] == rows_near[tops]))[labels]
    return _dots(np.where(keep, grey, through_red)), _dots(np.where(is_near & ~keep, 255, 0))


def _on_white(grey: Dots, scale: float) -> Dots:
    """The same with the ground made white: what is lightest round about (shadows, grey paper, shaded cells) counts as paper."""
    size = max(grey.shape[1] // 4, 1), max(grey.shape[0] // 4, 1)
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    # Wider than strokes and rules, narrower than a shaded cell.
    reach = max(round(scale * 4 / 4) | 1, 3)
    ground = cv2.medianBlur(cv2.dilate(small, np.ones((reach, reach), np.uint8)), 2 * reach + 1)
    ground = cv2.resize(np.maximum(ground, DARKEST_GROUND), (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    light = _dots(cv2.divide(grey, ground, scale=255))
    # Faded print is made as dark as print is, unless the page holds none.
    darkest = float(np.percentile(cv2.GaussianBlur(light, (3, 3), 0)[::2, ::2], DARKEST_SHARE))
    if not 0 < darkest <= FAINTEST:
        return light
    return _dots(np.clip((light.astype(np.float32) - darkest) * (255.0 / (255.0 - darkest)), 0, 255))


def _parting(grey: Dots) -> float:
    """The shade that parts print from paper best."""
    return min(max(float(cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)[0]), DARKEST_INK), LIGHTEST_INK)


def _dark(grey: Dots) -> Dots:
    return _dots(cv2.threshold(grey, _parting(grey), 255, cv2.THRESH_BINARY_INV)[1])


def _ink(grey: Dots) -> Dots:
    """All that is darker than the noise of the paper: thin strokes are no darker than that in a coarse scan."""
    # Noise differs from dot to dot, strokes don't.
    grey = _dots(cv2.GaussianBlur(grey, (3, 3), 0))
    parting = _parting(grey)
    paper = grey[::4, ::4]
    paper = paper[paper > parting]
    noise = float(np.sqrt(((255.0 - paper) ** 2).mean())) if paper.size else 0.0
    return _dots(cv2.threshold(grey, max(min(255.0 - NOISE * noise, LIGHTEST_INK), parting), 255, cv2.THRESH_BINARY_INV)[1])


def _angle(ink: Dots) -> float:
    """By how many degrees the lines of a page fall to the right: at this angle, rows of dots are fullest and emptiest."""
    ys, xs = np.nonzero(ink)
    if len(ys) < 200:
        return 0.0
    if len(ys) > ANGLE_DOTS:
        chosen = np.linspace(0, len(ys) - 1, ANGLE_DOTS).astype(np.int64)
        ys, xs = ys[chosen], xs[chosen]
    xs = xs - ink.shape[1] / 2

    def contrast(degrees: float) -> float:
        rows = np.round(ys - xs * tan(radians(degrees))).astype(np.int64)
        counts = np.bincount(rows - rows.min()).astype(np.float64)
        return float((counts**2).sum())

    best, width = 0.0, MOST_ASKEW
    for step in (0.5, 0.1, 0.02):
        angles = np.arange(best - width, best + width + step / 2, step)
        best = float(max(angles, key=lambda angle: (contrast(angle), -abs(angle))))
        width = step
    return best
