"""Characters that scans and typists take for one another (未 and 末, 已 and 巳), each group folded to one of them.

Lives here: the fold, by lookalikes.csv. Two labels that are the same after it may differ by any number of such slips; they are never
taken for the same without the rows around them agreeing (rows.py).
Elsewhere: characters that stand for others by rule (../characters.py).
"""

from functools import lru_cache

from extractors.csv_tables import records_of

# The keys of labels recur in every report, longer texts don't.
LONGEST_KEPT = 40


@lru_cache(maxsize=1)
def _fold() -> dict[int, str]:
    return str.maketrans({record["character"]: record["stands_for"] for record in records_of("forms/lookalikes.csv")})


def without_lookalikes(key: str) -> str:
    """A label key with every character that is easily mistaken replaced by the one of its group, of the same length."""
    return _short(key) if len(key) <= LONGEST_KEPT else key.translate(_fold())


@lru_cache(maxsize=8192)
def _short(key: str) -> str:
    return key.translate(_fold())
