"""ledger_entries: one row an entry of a printed ledger of income and expense."""

import polars as pl

from extractors.records import LedgerEntry
from orchestration.transforms.batch import OF_REPORT, PLACE, VALUE, Batch, identifier, per_record, place_of, storable, table

KEY = "ledger_entry_id"
SCHEMA: dict[str, pl.DataType] = {
    **OF_REPORT,
    "ledger_entry_id": pl.String(),
    "entry_date": pl.Date(),
    "description": pl.String(),
    "income": VALUE,
    "expense": VALUE,
    "currency": pl.String(),
    **PLACE,
    "quote": pl.String(),
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by ledger_entry_id."""
    rows = [
        (
            *start,
            identifier("ledger_entry", document.report_id, entry.char_start, entry.char_end),
            entry.entry_date,
            document.shown(entry.description, _start_of(entry)),
            storable(entry.income),
            storable(entry.expense),
            entry.currency,
            *place_of(entry),
            document.shown(entry.quote, entry.char_start),
        )
        for document, entry, start in per_record(batch, lambda extraction: extraction.ledger_entries)
    ]
    return table(SCHEMA, rows, KEY)


def _start_of(entry: LedgerEntry) -> int:
    """Where the description stands: it is one cell of the row that the quote is."""
    return entry.char_start + max(entry.quote.find(entry.description), 0)
