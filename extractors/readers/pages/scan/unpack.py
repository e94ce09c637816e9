"""Bytes of a picture to dots.

Lives here: unpacking it, no more of it than may be; transparency, palettes, print colours and fine greys; pictures that are damaged.
Elsewhere: files that are pictures (../image.py), pictures within a file (../ofd_scans.py), pages that pdfium draws (../pdf_scans.py),
what a picture shows (page.py).
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from extractors.readers.pages.scan import MOST_DOTS, MOST_DOTS_OF_PICTURE, MOST_SCANNED_PAGES
from extractors.readers.pages.scan.picture import Dots
from extractors.readers.unreadable import UnreadableError

FORMATS = ("PNG", "JPEG", "TIFF", "MPO", "BMP")
# All that Pillow raises for a file that breaks off or contradicts itself.
FAULTS = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, OverflowError, TypeError, IndexError, KeyError)


def pictures(data: bytes) -> Iterator[tuple[Dots, float | None]]:
    """Every page of a picture as dots (grey, or red-green-blue), and the dots an inch that it states.

    What is damaged or unpacks to too much raises UnreadableError.
    """
    try:
        with _own_limits():
            picture: Image.Image = Image.open(io.BytesIO(data), formats=FORMATS)
            count = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
    except Image.DecompressionBombError as error:
        raise UnreadableError("document_too_large") from error
    except FAULTS as error:
        raise UnreadableError("damaged_file") from error
    if count > MOST_SCANNED_PAGES:
        raise UnreadableError("document_too_large")
    for index in range(count):
        try:
            with _own_limits():
                picture.seek(index)
                stated_dots = picture.width * picture.height
                if stated_dots > MOST_DOTS_OF_PICTURE:
                    raise UnreadableError("document_too_large")
                stated = picture.info.get("dpi")
                dots = _dots(picture)
            shrunk = (dots.shape[0] * dots.shape[1] / stated_dots) ** 0.5
            dpi = float(stated[0]) * shrunk if isinstance(stated, tuple) and stated else None
        except Image.DecompressionBombError as error:
            raise UnreadableError("document_too_large") from error
        except FAULTS as error:
            raise UnreadableError("damaged_file") from error
        yield dots, dpi


@contextmanager
def _own_limits() -> Iterator[None]:
    """Without Pillow's warnings of large pictures: the size that a header states is looked at here, before anything is unpacked."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        yield


def _dots(picture: Image.Image) -> Dots:
    """The picture as it is to be looked at, no finer than is read."""
    shrink = (picture.width * picture.height / MOST_DOTS) ** 0.5
    if shrink > 1:
        # JPEG unpacks to a half or a quarter right away.
        picture.draft(None, (int(picture.width / shrink), int(picture.height / shrink)))
    found = picture
    if found.mode in ("RGBA", "LA", "PA") or "transparency" in found.info:
        # What shows through is paper.
        over = _shrunk(found if found.mode == "RGBA" else found.convert("RGBA"))
        found = Image.new("RGB", over.size, "white")
        found.paste(over, mask=over.getchannel("A"))
    if found.mode.startswith("I") or found.mode == "F":
        # Greys finer than 256 shades.
        values = np.array(found, dtype=np.float32)
        np.nan_to_num(values, copy=False)
        values -= values.min()
        # In its place: of a large scan, each copy takes half a gigabyte.
        values *= 255.0 / (float(values.max()) or 1.0)
        found = Image.fromarray(values.astype(np.uint8))
    if found.mode not in ("L", "RGB"):
        found = found.convert("L" if found.mode == "1" else "RGB")
    return np.ascontiguousarray(ImageOps.exif_transpose(_shrunk(found)), dtype=np.uint8)


def _shrunk(picture: Image.Image) -> Image.Image:
    """The picture with no more dots than are read."""
    shrink = (picture.width * picture.height / MOST_DOTS) ** 0.5
    if shrink <= 1:
        return picture
    return picture.resize((max(int(picture.width / shrink), 1), max(int(picture.height / shrink), 1)), Image.Resampling.BOX)
