"""The wording tables of prose, read once.

Lives here: terms.csv (names for pieces of patterns, used as {name}), figures.csv and zeros.csv (which words mean which indicator),
channels.csv (ways of publishing and their codes). A row is one decision; its note says why where that isn't plain.
Elsewhere: what is done with them (figures.py, disclosure.py, zeros.py).

Patterns of figures.csv are matched against a key: the words before the number, `#`, the printed unit, the words behind it, all without
white space and half-width; of zeros.csv against the words from the negation to the end of the clause.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_HALF_WIDTH = tuple(zip("（），：；％“”‘’？！", "(),:;%\"\"''?!", strict=True))


def half_width(text: str) -> str:
    """`text` with half-width punctuation, of the same length: web copies fold it or not."""
    for wide, narrow in _HALF_WIDTH:
        text = text.replace(wide, narrow)
    return text


def squeezed(text: str) -> str:
    """Without any white space: what patterns are matched against."""
    return "".join(text.split())


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of figures.csv or zeros.csv. `new_code` goes with reports of 2019 and later; "-" means none there."""

    rule_id: str
    code: str
    cues: tuple[str, ...]
    new_code: str
    pattern: re.Pattern[str]
    context: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    confidence: float

    def indicator(self, is_new: bool) -> str | None:
        code = (self.new_code or self.code) if is_new else self.code
        return None if code in ("-", "") else code


def _rows(name: str) -> list[dict[str, str]]:
    with (files("extractors.prose") / name).open(encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


@lru_cache(maxsize=1)
def _terms() -> dict[str, str]:
    terms = {row["term"]: row["pattern"] for row in _rows("terms.csv")}
    return {term: _expanded(pattern, terms) for term, pattern in terms.items()}


def _expanded(pattern: str, terms: dict[str, str]) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda match: f"(?:{_expanded(terms[match[1]], terms)})", pattern)


@cache
def pattern_of(term: str) -> re.Pattern[str]:
    """The compiled pattern of a term."""
    return re.compile(_terms()[term])


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """The rules of a table by rank: of two that match, the first wins."""
    terms = _terms()

    def compiled(pattern: str) -> re.Pattern[str] | None:
        return re.compile(_expanded(pattern, terms)) if pattern else None

    found = []
    for row in sorted(_rows(name), key=lambda row: (int(row["rank"]), row["indicator_code"], row["pattern"])):
        pattern = compiled(row["pattern"])
        assert pattern is not None
        found.append(
            Rule(
                f"prose:{row['indicator_code']}",
                row["indicator_code"],
                tuple(row.get("cues", "").split()),
                row["new_code"],
                pattern,
                compiled(row["context"]),
                compiled(row["unless"]),
                float(row["confidence"] or "0.95"),
            )
        )
    return tuple(found)


@lru_cache(maxsize=1)
def _cues() -> tuple[re.Pattern[str], dict[str, tuple[int, ...]]]:
    """One pattern of all cue words of figures.csv, and the places of the rules that each allows."""
    places: dict[str, list[int]] = {}
    for place, rule in enumerate(rules("figures.csv")):
        for cue in rule.cues:
            places.setdefault(cue, []).append(place)
    first = "".join(sorted({cue[0] for cue in places}))
    pattern = re.compile(f"(?=[{first}])(?:{'|'.join(sorted(places))})")
    return pattern, {cue: tuple(found) for cue, found in places.items()}


def candidates(key: str) -> list[Rule]:
    """The rules of figures.csv that the cue words in `key` allow, by rank. No cue is part of another, so one pass finds all."""
    pattern, places = _cues()
    found: set[int] = set()
    for cue in pattern.findall(key):
        found.update(places[cue])
    if not found:
        return []
    every = rules("figures.csv")
    return [every[place] for place in sorted(found)]


@lru_cache(maxsize=1)
def channels() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of ways of publishing, each with its indicator; the first that matches wins."""
    terms = _terms()
    rows = sorted(_rows("channels.csv"), key=lambda row: (int(row["rank"]), row["pattern"]))
    return tuple((re.compile(f"(?:{_expanded(row['pattern'], terms)})$"), row["indicator_code"]) for row in rows)
