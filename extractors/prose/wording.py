"""The wording tables of prose, read once.

Lives here: terms.csv (names for pieces of patterns, used as {name}), figures.csv and zeros.csv (which words mean which indicator),
channels.csv (ways of publishing and their codes); marks that patterns of several modules look for. A row is one decision; its note says
why where that isn't plain.
Elsewhere: what is done with them (matching.py, negations.py, disclosure/, ways.py).

Patterns of figures.csv are matched against a key: the words before the number, `#`, the printed unit, the words behind it, all without
white space and half-width; of zeros.csv against the words from the negation to the end of the clause.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from extractors.csv_tables import records_of
from extractors.records import Status

# The same wording stands in thousands of reports: what is read off it alone is kept.
KEPT_WORDINGS = 1 << 14
HAN = re.compile("[\u4e00-\u9fff]")
DIGIT = re.compile(r"\d")
# What joins names that have one number together; 涉及 and 危及 join none.
JOINT = re.compile("[、和与或]|(?<![涉危])及")
_HALF_WIDTH = tuple(zip("（），：；％“”‘’？！", "(),:;%\"\"''?!", strict=True))
# A Western full stop behind Chinese words; "一.主动公开" is numbering.
_FULL_STOP = re.compile(r"\.(?=\s|$|[\u4e00-\u9fff])(?<=[\u4e00-\u9fff%)]\.)(?<![一二三四五六七八九十]\.)")


def half_width(text: str) -> str:
    """`text` with half-width punctuation and Chinese full stops, of the same length: web copies fold it or not."""
    for wide, narrow in _HALF_WIDTH:
        text = text.replace(wide, narrow)
    return _FULL_STOP.sub("。", text) if "." in text else text


def squeezed(text: str) -> str:
    """Without any white space: what patterns are matched against."""
    return "".join(text.split())


# How requests ended, in the words of the regulation of 2019.
_NEW_ONLY = "application.outcome."


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of figures.csv or zeros.csv. `new_code` goes with reports of 2019 and later; "-" means none there.

    `status` is what a negation means: a zero, or (zeros.csv says so) that there is nothing to count. `member` is the code of the group of
    applicants that a rule of figures.csv counts; "-" where it has none.
    """

    rule_id: str
    code: str
    cues: tuple[str, ...]
    new_code: str
    pattern: re.Pattern[str]
    context: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    confidence: float
    status: Status = "stated_zero"
    member: str | None = None

    def is_foreign(self, is_new: bool) -> bool:
        """Whether it tells how requests ended in the words of the regulation of 2019, and the report is older."""
        return not is_new and self.code.startswith(_NEW_ONLY)

    def indicator(self, is_new: bool) -> str | None:
        code = (self.new_code or self.code) if is_new else self.code
        if code == "-" or (code.startswith(_NEW_ONLY) and not is_new):
            return None
        return code


@lru_cache(maxsize=1)
def _terms() -> dict[str, str]:
    terms = {row["term"]: row["pattern"] for row in records_of("prose/terms.csv")}
    return {term: _expanded(pattern, terms) for term, pattern in terms.items()}


def _expanded(pattern: str, terms: dict[str, str]) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda match: f"(?:{_expanded(terms[match[1]], terms)})", pattern)


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, with a look-ahead for the characters that it may begin with: it spares trying each of many words at each place."""
    first = _first_characters(pattern)
    return re.compile(f"(?=[{''.join(sorted(first))}])(?:{pattern})" if first else pattern)


def _first_characters(pattern: str) -> set[str] | None:
    """The Han characters that a match begins with; None where it may begin with anything else."""
    found: set[str] = set()
    for word in _alternatives(pattern):
        if match := _OPENING_GROUP.match(word):
            close = _closing(word, match.end())
            inside = _first_characters(word[match.end() : close])
            if inside is None or word[close + 1 : close + 2] in ("?", "*", "{"):
                return None
            found |= inside
        elif re.match("[\u4e00-\u9fff](?![?*{])", word):
            found.add(word[0])
        else:
            return None
    return found


_OPENING_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)")
# An escaped character, a class, or what patterns are divided by, with how many brackets it opens.
_MARK = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[()|]", re.S)
_OPENS = {"(": 1, ")": -1, "|": 0}


def _marks(pattern: str, start: int = 0) -> Iterator[re.Match[str]]:
    """The brackets and bars of a pattern that are neither escaped nor in a class."""
    return (match for match in _MARK.finditer(pattern, start) if match[0] in _OPENS)


def _closing(pattern: str, start: int) -> int:
    """The place of the bracket that closes the group open at `start`."""
    depth = 0
    for mark in _marks(pattern, start):
        if mark[0] == ")" and depth == 0:
            return mark.start()
        depth += _OPENS[mark[0]]
    return len(pattern)


def _alternatives(pattern: str) -> list[str]:
    """The words of an alternation, split where no bracket is open."""
    found, depth, last = [], 0, 0
    for mark in _marks(pattern):
        if mark[0] == "|" and depth == 0:
            found.append(pattern[last : mark.start()])
            last = mark.end()
        depth += _OPENS[mark[0]]
    return [*found, pattern[last:]]


@cache
def pattern_of(term: str) -> re.Pattern[str]:
    """The compiled pattern of a term."""
    return compiled(_terms()[term])


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """The rules of a table by rank: of two that match, the first wins."""
    terms = _terms()

    def optional(pattern: str) -> re.Pattern[str] | None:
        return compiled(_expanded(pattern, terms)) if pattern else None

    found = []
    for row in sorted(records_of(f"prose/{name}"), key=lambda row: (int(row["rank"]), row["indicator_code"], row["pattern"])):
        pattern = optional(row["pattern"])
        assert pattern is not None
        found.append(
            Rule(
                f"prose:{row['indicator_code']}",
                row["indicator_code"],
                tuple(row.get("cues", "").split()),
                row["new_code"],
                pattern,
                optional(row["context"]),
                optional(row["unless"]),
                float(row["confidence"] or "0.95"),
                status="not_applicable" if row.get("status") == "not_applicable" else "stated_zero",
                member=row.get("member_code") or None,
            )
        )
    return tuple(found)


@cache
def _cues(name: str) -> tuple[re.Pattern[str], dict[str, tuple[int, ...]]]:
    """One pattern of all cue words of a table, and the places of the rules that each allows."""
    places: dict[str, list[int]] = {}
    for place, rule in enumerate(rules(name)):
        for cue in rule.cues:
            places.setdefault(cue, []).append(place)
    first = "".join(sorted({cue[0] for cue in places}))
    # Cues may overlap ("提起诉讼": 起诉, 诉讼): a look-ahead leaves the second one to be found.
    pattern = re.compile(f"(?=[{first}])(?=({'|'.join(sorted(places))}))")
    return pattern, {cue: tuple(found) for cue, found in places.items()}


@lru_cache(maxsize=KEPT_WORDINGS)
def _allowed(name: str, cues: frozenset[str]) -> tuple[Rule, ...]:
    places = _cues(name)[1]
    every = rules(name)
    return tuple(every[place] for place in sorted({place for cue in cues for place in places[cue]}))


@lru_cache(maxsize=KEPT_WORDINGS)
def candidates(name: str, words: str) -> tuple[Rule, ...]:
    """The rules of a table that the cue words in `words` allow, by rank. No cue begins with another, so one pass finds all."""
    found = _cues(name)[0].findall(words)
    return _allowed(name, frozenset(found)) if found else ()


@lru_cache(maxsize=1)
def any_channel() -> re.Pattern[str]:
    """Matches where one of `channels` does: most words name none, and one search tells that."""
    return re.compile("|".join(pattern.pattern for pattern, _ in channels()))


@lru_cache(maxsize=1)
def channels() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of ways of publishing, each with its indicator; the first that matches wins."""
    terms = _terms()
    rows = sorted(records_of("prose/channels.csv"), key=lambda row: (int(row["rank"]), row["pattern"]))
    return tuple((re.compile(f"(?:{_expanded(row['pattern'], terms)})$"), row["indicator_code"]) for row in rows)
