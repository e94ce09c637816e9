"""Characters that were lost before the file came.

Lives here: the issue that names them. Elsewhere: what stands for a lost character (encoding.py).
"""

from extractors.document import Document
from extractors.readers.encoding import REPLACEMENT
from extractors.records import Issue


def note_damage(document: Document) -> None:
    """Adds an issue at the first lost character of a finished document; none where nothing was lost."""
    first_lost = document.text.find(REPLACEMENT)
    if first_lost < 0:
        return
    document.issues.append(
        Issue(
            "read",
            "damaged_characters",
            f"{document.text.count(REPLACEMENT)} 处字符损坏",
            page=document.page_of(first_lost),
            line=document.line_of(first_lost),
            char_start=first_lost,
            char_end=first_lost + 1,
        )
    )
