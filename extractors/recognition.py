"""Figures whose words were recognised on a scan.

Lives here: what the confidence of the recognised words does to the figures read from them.
Elsewhere: recognition, and the numbers that it gives up (readers/pages/scan/); how sure a wording or a label makes a figure (prose/,
forms/).
"""

from bisect import bisect_right

from extractors.document import Document
from extractors.records import Observation


def note_recognition(document: Document, observations: list[Observation]) -> None:
    """Marks the figures from recognised text, none of them surer than its sentence or cell.

    A number that could not be recognised surely has no digits left in the text (see readers/pages/scan/trust.py), so none is read from it.
    """
    if not any(block.text_origin == "ocr" for block in document.blocks):
        return
    starts = [block.start for block in document.blocks]
    for observation in observations:
        index = bisect_right(starts, observation.value_start) - 1
        block = document.blocks[index] if index >= 0 else None
        if block is not None and block.text_origin == "ocr" and observation.value_start <= block.end:
            observation.text_origin = "ocr"
            observation.confidence = min(observation.confidence, block.confidence)
