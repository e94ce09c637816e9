"""numeral_counts: one row a report and class of numerals: how many of its numbers are dates, figures, numbering and so on."""

import polars as pl

from orchestration.transforms.batch import OF_REPORT, Batch, identifier, per_record, table

KEY = "numeral_count_id"
SCHEMA: dict[str, pl.DataType] = {
    **OF_REPORT,
    "numeral_count_id": pl.String(),
    "numeral_class": pl.String(),
    "numerals": pl.Int32(),
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by numeral_count_id."""
    rows = [
        (*start, identifier("numerals", document.report_id, counted.numeral_class), counted.numeral_class, counted.numerals)
        for document, counted, start in per_record(batch, lambda extraction: extraction.numeral_counts)
    ]
    return table(SCHEMA, rows, KEY)
