"""What a kind of distortion is: a name, the rule of what stays readable, where it happens, and the function that does it.

Lives here: `Kind`, the registry and the families of formats. Elsewhere: the kinds themselves (distortions_*.py).
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.distorted.tables import Case

# Families of formats: cells with spans; cells without; columns by place; cells one after the other; pages.
MARKUP = frozenset(("html", "html pasted", "html nbsp", "mhtml", "docx", "doc", "wps", "xlsx", "xls", "et"))
PLAIN = frozenset(("bars", "markdown", "tabs", "csv"))
SPACED = frozenset(("aligned", "layout"))
LINES = frozenset(("lines", "lines with bars", "joined"))
DRAWN = frozenset(("pdf", "ofd"))
EVERY = MARKUP | PLAIN | SPACED | LINES | DRAWN
TEXT = PLAIN | SPACED | LINES
LISTS = frozenset(("national_2014", "fujian", "dingxi", "tiered"))
CROSSES = frozenset(("form_2019", "form_2021"))
ALL = LISTS | CROSSES


@dataclass(frozen=True)
class Kind:
    """`family`: of one family a mixture holds one kind only. `rule`: which cells stay readable, in words."""

    name: str
    family: str
    formats: frozenset[str]
    generations: frozenset[str]
    apply: Callable[[random.Random, Case], None]

    @property
    def rule(self) -> str:
        return (self.apply.__doc__ or "").strip()


KINDS: dict[str, Kind] = {}


def kind(
    family: str, formats: frozenset[str] = EVERY, generations: frozenset[str] = ALL
) -> Callable[[Callable[[random.Random, Case], None]], Callable[[random.Random, Case], None]]:
    """Registers a function as the kind of its name."""

    def registered(apply: Callable[[random.Random, Case], None]) -> Callable[[random.Random, Case], None]:
        KINDS[apply.__name__] = Kind(apply.__name__, family, formats, generations, apply)
        return apply

    return registered
