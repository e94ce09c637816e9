"""What the transforms work on, and what all their tables share.

Lives here: the batch of read documents, identifiers, and the columns that tables have in common.
Elsewhere: the columns of one table (its own module).
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any, TypeVar

import polars as pl

from extractors.masking import cover, mask
from extractors.records import Extraction
from orchestration.archive import Source

# Columns that begin every staging table: which load brought the row, and of which document it speaks.
ORIGIN: dict[str, pl.DataType] = {"delivery": pl.String(), "load_id": pl.String(), "document_id": pl.String()}
OF_REPORT = ORIGIN | {"report_id": pl.String()}
# Where the words of a row stand, and the same of a record.
PLACE: dict[str, pl.DataType] = {"page": pl.Int32(), "line": pl.Int32(), "char_start": pl.Int32(), "char_end": pl.Int32()}
place_of = attrgetter(*PLACE)
VALUE = pl.Decimal(20, 6)
# Printed numbers are kept with up to 6 decimals and 14 digits before them; a longer run of digits is no figure of a report.
LARGEST_NUMBER = 10**14
# Stands in no text: between the parts of an identifier.
SEPARATOR = "\x1f"
# Polars rounds to the 6 decimals itself, but dies of a number with more than 38 digits in all.
_MOST_DECIMALS = Decimal("1E-12")

Record = TypeVar("Record")


# Labels of printed forms are the same in most reports.
_masked = lru_cache(maxsize=20_000)(mask)


def storable(number: Decimal | None) -> Decimal | None:
    """A printed number, if it is one that a column can hold."""
    return None if number is None else _storable(number)


# Most figures are small counts. Numbers that are equal are stored alike, however many zeros they end with.
@lru_cache(maxsize=20_000)
def _storable(number: Decimal) -> Decimal | None:
    if abs(number) >= LARGEST_NUMBER:
        return None
    return number.quantize(_MOST_DECIMALS) if int(number.as_tuple().exponent) < _MOST_DECIMALS.adjusted() else number


@dataclass(frozen=True)
class ReadDocument:
    """One content of a delivery, all names under which the delivery brought it, and what it says."""

    document_id: str
    bytes: int
    sources: tuple[Source, ...]
    extraction: Extraction

    @cached_property
    def report_id(self) -> str:
        """One report a document: the same content is the same version of a report, wherever it came from."""
        return identifier("report", self.document_id)

    @cached_property
    def shown_text(self) -> str:
        """The canonical text with all personal data covered: what is shown of a document is cut from it."""
        personal = self.extraction.personal
        return mask(self.extraction.text) if personal is None else cover(self.extraction.text, personal.spans)

    def shown(self, printed: str, start: int) -> str:
        """What may be shown of words that stand at `start` of the text; words that were put together are judged by themselves."""
        is_there = self.extraction.text.startswith(printed, start)
        return self.shown_text[start : start + len(printed)] if is_there else self.shown_words(printed)

    def shown_words(self, words: str) -> str:
        """What may be shown of words that don't stand in the text as they are: labels, paths, titles."""
        shown = self._shown_words.get(words)
        if shown is None:
            masked, personal = _masked(words), self.extraction.personal
            names = [name for name in personal.names if name in words] if personal is not None else []
            shown = cover(masked, [match.span() for name in names for match in re.finditer(re.escape(name), words)]) if names else masked
            self._shown_words[words] = shown
        return shown

    @cached_property
    def _shown_words(self) -> dict[str, str]:
        """What was judged before: the path of a row or column is that of all figures in it."""
        return {}


@dataclass(frozen=True)
class Batch:
    """A part of a load. `failures` are sources whose content could not be taken into the archive."""

    delivery: str
    load_id: str
    documents: tuple[ReadDocument, ...]
    failures: tuple[Source, ...] = field(default=())

    def origin(self, document_id: str | None) -> tuple[str, str, str | None]:
        return (self.delivery, self.load_id, document_id)


def identifier(*parts: object) -> str:
    """A key that depends on nothing but `parts`: 20 hexadecimal digits of a SHA-256 (80 bits: no clash among billions of rows)."""
    return _hashed(SEPARATOR.join(["" if part is None else str(part) for part in parts]))


def identifiers(kind: str, parts: pl.DataFrame) -> pl.Series:
    """The `identifier` of each row: of `kind` and the row's columns."""
    columns = [pl.col(name).cast(pl.String).fill_null("") for name in parts.columns]
    texts = parts.select(pl.concat_str(pl.lit(kind), *columns, separator=SEPARATOR)).to_series()
    return pl.Series([_hashed(text) for text in texts.to_list()], dtype=pl.String)


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def from_rows(schema: dict[str, pl.DataType], rows: Sequence[tuple[Any, ...]]) -> pl.DataFrame:
    """Rows as a frame of `schema`. Polars takes in whole columns several times as fast as it does rows."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    kinds = schema.items()
    return pl.DataFrame(
        {name: values(column) if kind == VALUE else column for (name, kind), column in zip(kinds, columns, strict=True)}, schema
    )


def values(numbers: Iterable[Decimal | None]) -> pl.Series:
    """Storable numbers as a column. Polars takes in their digits several times as fast as it does decimals."""
    return pl.Series([None if number is None else format(number, "f") for number in numbers], dtype=pl.String).cast(VALUE)


def table(schema: dict[str, pl.DataType], rows: Sequence[tuple[Any, ...]], key: str) -> pl.DataFrame:
    """Rows as a frame of `schema`, ordered by `key`: equal rows give equal files."""
    return from_rows(schema, rows).sort(key)


def per_record(
    batch: Batch, records: Callable[[Extraction], Sequence[Record]]
) -> Iterator[tuple[ReadDocument, Record, tuple[str | None, ...]]]:
    """Each record of the batch with its document and the columns that begin its row (origin and report)."""
    for document in batch.documents:
        start = (*batch.origin(document.document_id), document.report_id)
        for record in records(document.extraction):
            yield document, record, start
