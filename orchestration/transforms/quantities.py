"""quantities: one row a number that is no known indicator: a quantity with unit and noun, or a numeral of another class."""

import polars as pl

from extractors.masking import BLOCK
from orchestration.transforms.batch import OF_REPORT, PLACE, VALUE, Batch, identifier, per_record, place_of, storable, table

KEY = "quantity_id"
SCHEMA: dict[str, pl.DataType] = {
    **OF_REPORT,
    "quantity_id": pl.String(),
    "numeral_class": pl.String(),
    "value": VALUE,
    "value_printed": pl.String(),
    "unit_printed": pl.String(),
    "noun": pl.String(),
    "heading_path": pl.String(),
    **PLACE,
    "value_start": pl.Int32(),
    "value_end": pl.Int32(),
    "quote": pl.String(),
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by quantity_id. A number that is personal (a phone) has no value: only its place is told."""
    rows = []
    for document, quantity, start in per_record(batch, lambda extraction: extraction.quantities):
        quote = document.shown(quantity.quote, quantity.char_start)
        printed = quote[quantity.value_start - quantity.char_start : quantity.value_end - quantity.char_start]
        rows.append(
            (
                *start,
                identifier("quantity", document.report_id, quantity.value_start, quantity.value_end),
                quantity.numeral_class,
                None if BLOCK in printed else storable(quantity.number),
                printed,
                quantity.unit_printed,
                quantity.noun and document.shown_words(quantity.noun),
                quantity.heading_path and document.shown_words(quantity.heading_path),
                *place_of(quantity),
                quantity.value_start,
                quantity.value_end,
                quote,
            )
        )
    return table(SCHEMA, rows, KEY)
