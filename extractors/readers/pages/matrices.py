"""Moves of drawn things from one space to another, as PDF and OFD write them: (a, b, c, d, e, f).

Lives here: moving a point, and two moves in one. Elsewhere: which moves a page makes (pdf_objects.py, ofd.py).
"""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """A point of the inner space in the outer one."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def within(inner: Matrix, outer: Matrix) -> Matrix:
    """Both moves in one: the inner first."""
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od, e * oa + f * oc + oe, e * ob + f * od + of
