"""The crosstabs as data: CSV files to rows, headings and their columns, read once.

Lives here: Column, Heading, Crosstab and their loading. The next generation is more lines in these files.
Elsewhere: matching them with what is printed (headings.py, ../rows.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.csv_tables import records_of
from extractors.forms.definitions import Form, form_of
from extractors.forms.labels import label_key

CROSSTABS = ("proactive", "applications", "remedies")


@dataclass(slots=True, frozen=True)
class Column:
    """One column of a heading, of which it has `generation` and `rows`.

    `measure` completes the indicator of the row; `keys` are the ways in which its label is printed.
    """

    generation: str | None
    rows: frozenset[int]
    position: int
    label: str
    keys: tuple[str, ...]
    measure: str
    member_code: str | None
    unit: str

    def stands_over(self, position: int) -> bool:
        """Whether the column may stand over a row of the form."""
        return not self.rows or position in self.rows


@dataclass(slots=True, frozen=True)
class Heading:
    """The columns that are printed over some rows, from left to right. `rows` are positions of the form, empty for all.

    `key` is what is printed above all of its columns, where anything is.
    """

    name: str
    key: str
    rows: frozenset[int]
    columns: tuple[Column, ...]


@dataclass(slots=True, frozen=True)
class Crosstab:
    """`generations` gives the generation of the rows that only one of them prints.

    `keys_of_columns` are all that a column is called, `keys_of_header` these and what is printed above several columns.
    """

    name: str
    form: Form
    headings: tuple[Heading, ...]
    generations: dict[int, str]
    keys_of_columns: frozenset[str]
    keys_of_header: frozenset[str]


@lru_cache(maxsize=1)
def crosstabs() -> dict[str, Crosstab]:
    """Every crosstab by its name, in the order of CROSSTABS."""
    return {name: _crosstab(name) for name in CROSSTABS}


def _crosstab(name: str) -> Crosstab:
    records = records_of(f"forms/crosstabs/{name}.csv")
    positions = {record["row_code"]: position for position, record in enumerate(records)}
    columns = [record for record in records_of("forms/crosstabs/columns.csv") if record["crosstab"] == name]
    headings = [
        _heading(heading, [record for record in columns if record["heading"] == heading], positions)
        for heading in dict.fromkeys(record["heading"] for record in columns)
    ]
    generations = {position: record["generation"] for position, record in enumerate(records) if record["generation"]}
    keys = frozenset(key for heading in headings for column in heading.columns for key in column.keys)
    return Crosstab(name, form_of(name, records, []), tuple(headings), generations, keys, keys | {heading.key for heading in headings})


def _heading(name: str, records: Sequence[dict[str, str]], positions: dict[str, int]) -> Heading:
    generation = records[0]["generation"] or None
    rows = frozenset(positions[code] for record in records for code in record["rows"].split("|") if code)
    columns = tuple(
        Column(
            generation,
            rows,
            int(record["position"]) - 1,
            record["label"],
            tuple(dict.fromkeys(label_key(label) for label in (record["label"], *record["aliases"].split("|")) if label)),
            record["measure"],
            record["member_code"] or None,
            record["unit"],
        )
        for record in records
    )
    return Heading(name, label_key(records[0]["heading_label"]), rows, columns)
