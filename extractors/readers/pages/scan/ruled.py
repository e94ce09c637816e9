"""The rules that a scanned page draws.

Lives here: long straight strokes of ink, which of them are borders and not strokes of characters, and the ink without them.
Elsewhere: rules to cells (../grid.py), print in the cells (ink.py).
"""

import cv2
import numpy as np

from extractors.readers.pages.grid import MOST_RULES, NEAR, THICKEST, Rule, grids
from extractors.readers.pages.scan.picture import Dots, Picture

# Longer than any stroke of a character of 16 points (lying), or of one of 9 that would reach from border to border (standing); points.
SHORTEST_LYING, SHORTEST_STANDING = 20.0, 9.0
# Gaps that wear or coarse dots leave in a rule (points), bridged along it only.
LONGEST_WEAR = 1.5
# Of its length, a rule is dark on this share at least, and at most this share has ink beside it, within so many points.
LEAST_DARK = 0.85
MOST_BESIDE, BESIDE = 0.3, 1.2
# A standing rule ends on lying ones; a stroke of a character keeps away from them (points).
REACH = 2.0
# The largest print of a title (points): a lone box no larger is a character.
SMALLEST = 40.0


def find_rules(picture: Picture) -> tuple[list[Rule], Dots]:
    """The rules of a page that draw tables, in points, and its ink without them."""
    scale = picture.scale
    lying = _strokes(picture.dark, scale, SHORTEST_LYING)
    standing = [_turned(stroke) for stroke in _strokes(_dots(picture.dark.T), scale, SHORTEST_STANDING)]
    if max(len(lying), len(standing)) > MOST_RULES:
        # Hatching, bricks: each stroke would be held against each.
        return [], picture.ink.copy()
    strokes = _borders(lying, standing, REACH * scale)
    rules = _of_tables([Rule(left / scale, top / scale, right / scale, bottom / scale) for left, top, right, bottom in strokes])
    ink = picture.ink.copy()
    for rule in rules:
        left, top, right, bottom = (round(edge * scale) for edge in rule)
        # With the blur of its edges.
        ink[max(top - 1, 0) : bottom + 1, max(left - 1, 0) : right + 1] = 0
    return rules, ink


def _of_tables(rules: list[Rule]) -> list[Rule]:
    """The rules without those of what is no larger than a character with a frame of its own (口, 回)."""
    boxes = [
        grid.box for grid in grids(rules) if min(grid.box[2] - grid.box[0], grid.box[3] - grid.box[1]) > SMALLEST or len(grid.regions) > 2
    ]
    return [
        rule
        for rule in rules
        if any(
            left - NEAR <= rule.left and top - NEAR <= rule.top and rule.right <= right + NEAR and rule.bottom <= bottom + NEAR
            for left, top, right, bottom in boxes
        )
    ]


_Stroke = tuple[int, int, int, int]  # left, top, right, bottom in dots


def _dots(found: object) -> Dots:
    return np.ascontiguousarray(found, dtype=np.uint8)


def _turned(stroke: _Stroke) -> _Stroke:
    left, top, right, bottom = stroke
    return top, left, bottom, right


def _strokes(dark: Dots, scale: float, shortest: float) -> list[_Stroke]:
    """Straight lying strokes of at least this length (points) that stand free."""
    wear = max(round(LONGEST_WEAR * scale), 2)
    # A rule a little askew, or wavy, goes on in the next row of dots.
    thicker = cv2.dilate(dark, np.ones((3, 1), np.uint8))
    whole = cv2.morphologyEx(thicker, cv2.MORPH_CLOSE, np.ones((1, wear), np.uint8))
    long = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((1, round(shortest * scale)), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(long, connectivity=8)
    found = []
    for left, top, width, height, _ in stats[1:count].tolist():
        # Without the dots that were added.
        top, bottom = top + 1, max(top + height - 1, top + 2)
        stroke = left, top, left + width, bottom
        if bottom - top <= THICKEST * scale and width > 3 * (bottom - top) and _is_rule(dark, stroke, scale):
            found.append(stroke)
    return found


def _is_rule(dark: Dots, stroke: _Stroke, scale: float) -> bool:
    """Whether a stroke is dark all along and has light on both sides: feet of characters in a row do not."""
    left, top, right, bottom = stroke
    if dark[top:bottom, left:right].any(axis=0).mean() < LEAST_DARK:
        return False
    reach = max(round(BESIDE * scale), 2)
    above, below = dark[max(top - 1 - reach, 0) : max(top - 1, 0), left:right], dark[bottom + 1 : bottom + 1 + reach, left:right]
    return all(not side.size or side.any(axis=0).mean() <= MOST_BESIDE for side in (above, below))


def _borders(lying: list[_Stroke], standing: list[_Stroke], reach: float) -> list[_Stroke]:
    """Strokes that hold one another: standing ones between lying ones, and lying ones that these touch."""
    while True:
        kept = [
            stroke
            for stroke in standing
            if any(_meets(other, stroke[0], stroke[1], reach) for other in lying)
            and any(_meets(other, stroke[0], stroke[3], reach) for other in lying)
        ]
        rest = [stroke for stroke in lying if any(_touch(stroke, other, reach) for other in kept)]
        if len(kept) == len(standing) and len(rest) == len(lying):
            return lying + standing
        lying, standing = rest, kept


def _meets(lying: _Stroke, x: float, y: float, reach: float) -> bool:
    return lying[0] - reach <= x <= lying[2] + reach and lying[1] - reach <= y <= lying[3] + reach


def _touch(lying: _Stroke, standing: _Stroke, reach: float) -> bool:
    return (
        standing[1] - reach <= lying[3]
        and lying[1] - reach <= standing[3]
        and lying[0] - reach <= standing[2]
        and standing[0] - reach <= lying[2]
    )
