"""The words of a site's frame: what stands around an article on every page.

Lives here: names of elements (frame_names.csv), lines of tools, counters and paths (tool_lines.csv), words of footers (footer_words.csv).
Elsewhere: what is left out for them (boxes.py, article.py).
"""

import re
from functools import lru_cache

from extractors.csv_tables import records_of

FRAME_TAGS = frozenset(("nav", "footer", "aside"))
_WORDS_OF_A_NAME = re.compile("[A-Z]?[a-z]+|[A-Z]+")
_NOTHING = re.compile(r"[\s|｜/·•\[\]【】（）()<>《》:：、，,-]*")


@lru_cache(maxsize=4096)
def is_frame(tag: str, name: str) -> bool:
    """Whether an element's tag, or a word of its class and id, says that it belongs to the frame."""
    if tag in FRAME_TAGS:
        return True
    return len(name) > 1 and not _frame_names().isdisjoint(word.lower() for word in _WORDS_OF_A_NAME.findall(name))


def is_footer(text: str) -> bool:
    return _footer_words().search(text) is not None


def without_tools(text: str) -> str:
    """A short line without the tools on it; empty where nothing else stands there."""
    whole, part = _tools()
    if whole.fullmatch(text):
        return ""
    rest = part.sub("", text)
    return text if rest == text else "" if _NOTHING.fullmatch(rest) else rest.strip()


@lru_cache(maxsize=1)
def _frame_names() -> frozenset[str]:
    return frozenset(row["name"] for row in records_of("readers/web/frame_names.csv"))


@lru_cache(maxsize=1)
def _footer_words() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(row["word"]) for row in records_of("readers/web/footer_words.csv")))


@lru_cache(maxsize=1)
def _tools() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = records_of("readers/web/tool_lines.csv")
    whole, part = ("|".join(row["pattern"] for row in rows if row["kind"] == kind) for kind in ("line", "part"))
    return re.compile(whole), re.compile(part)
