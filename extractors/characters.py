"""Characters that stand for others: traditional ones for simplified ones.

Lives here: folding them one for one, so that every offset stays.
Elsewhere: what else in a label says nothing (forms/labels.py), characters that scans confuse (forms/lookalikes.py).
"""

import re

from extractors.csv_tables import records_of

_SIMPLIFIED = str.maketrans({record["traditional"]: record["simplified"] for record in records_of("traditional.csv")})
_TRADITIONAL = re.compile(f"[{''.join(record['traditional'] for record in records_of('traditional.csv'))}]")


def simplified(text: str) -> str:
    """`text` with the traditional characters of traditional.csv replaced, of the same length."""
    return text.translate(_SIMPLIFIED) if _TRADITIONAL.search(text) else text
