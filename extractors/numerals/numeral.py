"""One numeral, and the classes that the code tells apart.

Lives here: `Numeral`, names of classes. Elsewhere: the closed list of them (../numeral_classes.csv), how they are told
(arabic.py, chinese.py).
"""

from dataclasses import dataclass
from decimal import Decimal

from extractors.records import Qualifier

# Classes that account for a numeral by themselves; the others need a recogniser or a unit.
QUANTITY = "quantity"
BARE = "bare"
PERCENT = "percent"
RANGE = "range"
DAMAGED = "damaged"
# Classes that a recogniser gives.
CLAIMED = frozenset(("table_figure", "prose_figure", "form_label", "identity", "ledger", "citation"))
# A quantity that prose may read as a figure.
READABLE = frozenset((QUANTITY, BARE, PERCENT))
# What sentences count with: these part the words of one number from those of the next.
COUNTED = READABLE | {RANGE}


@dataclass(slots=True)
class Numeral:
    """One number with its class. `[start, end)` is the number (with 万, 亿 where they scale it), `close` the end of unit and qualifier.

    `count` is how many runs of digits the span holds (a date: three). `value` is None for all that is no quantity, and for ranges.
    """

    kind: str
    start: int
    end: int
    close: int
    value: Decimal | None = None
    unit: str | None = None
    qualifier: Qualifier = "exact"
    count: int = 1
    open: int = -1

    def __post_init__(self) -> None:
        if self.open < 0:
            self.open = self.start
