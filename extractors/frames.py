"""The printed frame of a form: who filled it in, who answers for it, when, how to reach them.

Lives here: telling such lines and cells by the labels of frame_labels.csv. They stand above and below the rows of a form and are none.
Elsewhere: reading the name and the day that they hold (identity/forms_header.py), covering the names (masking.py).
"""

import re
import unicodedata
from functools import lru_cache

from extractors.characters import simplified
from extractors.csv_tables import records_of

# The longest label with the blanks that spread it and its bracket ("单　位　负　责　人　（签　章）：") is shorter than this.
REACH = 60


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    records = records_of("frame_labels.csv")
    bracket = r"(?:\([^()]{0,12}\))?"
    every, alone = (
        "|".join(re.escape(record["label"]) for record in sorted(found, key=lambda each: -len(each["label"])))
        for found in (records, [record for record in records if record["stands_alone"] == "yes"])
    )
    return re.compile(rf"(?:{every}){bracket}:"), re.compile(rf"(?:{alone}){bracket}_*"), re.compile(rf"(?:{alone})")


def _squeezed(text: str) -> str:
    return simplified("".join(unicodedata.normalize("NFKC", text[:REACH]).split()))


def opens_frame(text: str) -> bool:
    """Whether a line or cell begins with a label of the frame and its colon."""
    return _patterns()[0].match(_squeezed(text)) is not None


def is_frame_cell(text: str) -> bool:
    """Whether a cell belongs to the frame: a label with its colon, or nothing but a label."""
    return _is_frame_cell(text[:REACH], len(text) <= REACH)


# Most cells that are looked at are labels of forms, which recur in every report.
@lru_cache(maxsize=8192)
def _is_frame_cell(beginning: str, is_whole: bool) -> bool:
    squeezed = _squeezed(beginning)
    return _patterns()[0].match(squeezed) is not None or (is_whole and _patterns()[1].fullmatch(squeezed) is not None)


def resembles_frame(text: str) -> bool:
    """Whether a text begins like a label of the frame, colon or not: of use only where nothing in its row speaks against it."""
    return _patterns()[2].match(_squeezed(text)) is not None
