"""observations: one row a figure of a known indicator, in the indicator's unit, with its proof.

Lives here: keys, `member_key`, the conversion of units by join with the dictionary, and the three checks of the proof against the
canonical text (they go to the gate as booleans, so that it need not load the texts).
Elsewhere: finding figures (`extractors`), preference among several (`dbt_project`).
"""

from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

import polars as pl

from extractors.masking import BLOCK
from extractors.records import Observation
from orchestration.transforms.batch import LARGEST_NUMBER, OF_REPORT, PLACE, VALUE, Batch, ReadDocument, identifiers, storable, values
from orchestration.transforms.dictionary import indicator_units, units

KEY = "observation_id"
SCHEMA: dict[str, pl.DataType] = {
    **OF_REPORT,
    "observation_id": pl.String(),
    "indicator_code": pl.String(),
    "member_code": pl.String(),
    "member_label": pl.String(),
    "member_key": pl.String(),
    "basis": pl.String(),
    "value": VALUE,
    "unit": pl.String(),
    "value_printed": pl.String(),
    "unit_printed": pl.String(),
    "qualifier": pl.String(),
    "status": pl.String(),
    "source_kind": pl.String(),
    **PLACE,
    "value_start": pl.Int32(),
    "value_end": pl.Int32(),
    "quote": pl.String(),
    "table_index": pl.Int32(),
    "row_index": pl.Int32(),
    "column_index": pl.Int32(),
    "row_path": pl.String(),
    "column_path": pl.String(),
    "text_origin": pl.String(),
    "recogniser_id": pl.String(),
    "confidence": pl.Decimal(4, 3),
    "is_span_inside": pl.Boolean(),
    "is_quote_text": pl.Boolean(),
    "is_value_in_quote": pl.Boolean(),
}
# Only a difference may be below zero; the codes of differences end so.
_DIFFERENCE = r"(change|yoy_rate)$"
_FIELDS = [field.name for field in fields(Observation)]
# Those that go into the row as they are.
_TAKEN_OVER = [name for name in _FIELDS if name not in ("number", "confidence")]
_PROOF = ("is_span_inside", "is_quote_text", "is_value_in_quote")
_RECORD_SCHEMA: dict[str, pl.DataType] = (
    OF_REPORT | {"number": VALUE, "confidence": pl.Float64()} | {name: SCHEMA[name] for name in (*_TAKEN_OVER, *_PROOF)}
)
_taken_apart = attrgetter(*_FIELDS)

Columns = dict[str, Sequence[Any]]


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by observation_id.

    A printed unit of another family than the indicator's leaves the value unreadable: NULL, never a guess.
    """
    converted = _without_covered(_in_dictionary_units(_records(batch)))
    return _with_keys(converted).select(SCHEMA.keys()).cast(SCHEMA).sort(KEY)  # type: ignore[arg-type]


def is_unit_compatible() -> pl.Expr:
    """Whether a figure's printed unit (none: the indicator's own) measures the same kind of thing as the indicator's unit."""
    return pl.col("unit_printed").is_null() | (pl.col("unit_family") == pl.col("indicator_family")).fill_null(value=False)


def in_indicator_unit(number: pl.Expr) -> pl.Expr:
    """A printed number in the indicator's unit, with room to spare: it may be too large to keep."""
    return number.cast(pl.Decimal(38, 6)) * pl.coalesce("factor", "indicator_factor") / pl.col("indicator_factor")


def is_impossibly_negative() -> pl.Expr:
    """Whether a count or an amount is printed below zero: then the sign, or the column, is not what it seems."""
    return (pl.col("number") < 0).fill_null(value=False) & ~pl.col("indicator_code").str.contains(_DIFFERENCE)


def with_units(observations: pl.DataFrame) -> pl.DataFrame:
    """Adds unit, indicator_family, indicator_factor, unit_family and factor by join with the dictionary."""
    return observations.join(indicator_units(), on="indicator_code", how="left").join(units(), on="unit_printed", how="left")


def _records(batch: Batch) -> pl.DataFrame:
    """The records with their proof, and what of their words may be shown.

    They are many, so they are taken apart column by column, and never made into rows.
    """
    columns: dict[str, list[Any]] = {name: [] for name in _RECORD_SCHEMA}
    for document in batch.documents:
        if not (records := document.extraction.observations):
            continue
        own: Columns = dict(zip(_FIELDS, zip(*map(_taken_apart, records), strict=True), strict=True))
        own |= _proofs(document.extraction.text, own)
        own |= _shown(document, own)
        for name, value in zip(OF_REPORT, (*batch.origin(document.document_id), document.report_id), strict=True):
            own[name] = [value] * len(records)
        for name, column in columns.items():
            column += own[name]
    return pl.DataFrame(columns | {"number": values(map(storable, columns["number"]))}, _RECORD_SCHEMA)


def _proofs(text: str, own: Columns) -> Columns:
    """Whether the span of the quote lies in the text, the quote is what stands there, and the printed value stands in the quote."""
    quotes = list(zip(own["quote"], own["char_start"], own["char_end"], strict=True))
    printed = zip(own["value_printed"], own["value_start"], own["value_end"], strict=True)
    return {
        "is_span_inside": [0 <= start <= end <= len(text) for _, start, end in quotes],
        "is_quote_text": [text[start:end] == quote for quote, start, end in quotes],
        "is_value_in_quote": [
            start <= value_start <= value_end <= end and text[value_start:value_end] == (value or "")
            for (_, start, end), (value, value_start, value_end) in zip(quotes, printed, strict=True)
        ],
    }


def _shown(document: ReadDocument, own: Columns) -> Columns:
    """What may be shown of the words of figures. Those around them are the same for all figures of a row or column."""
    found: Columns = {}
    quotes = list(zip(own["quote"], own["char_start"], strict=True))
    shown = {quote: document.shown(*quote) for quote in set(quotes)}
    found["quote"] = [shown[quote] for quote in quotes]
    printed = zip(own["value_printed"], own["value_start"], strict=True)
    found["value_printed"] = [value and document.shown(value, start) for value, start in printed]
    for name in ("member_label", "row_path", "column_path"):
        labels = {label: label and document.shown_words(label) for label in set(own[name])}
        found[name] = [labels[label] for label in own[name]]
    return found


def _in_dictionary_units(observations: pl.DataFrame) -> pl.DataFrame:
    has_number = pl.col("status").is_in(["reported", "stated_zero"])
    value = in_indicator_unit(pl.col("number"))
    readable = is_unit_compatible() & value.is_not_null() & (value.abs() < LARGEST_NUMBER) & ~is_impossibly_negative()
    return with_units(observations).with_columns(
        value=pl.when(readable & has_number).then(value),
        status=pl.when(readable | ~has_number).then("status").otherwise(pl.lit("unreadable")),
    )


def _without_covered(observations: pl.DataFrame) -> pl.DataFrame:
    """A number that is personal is no figure."""
    is_covered = pl.col("value_printed").str.contains(BLOCK, literal=True).fill_null(value=False)
    return observations.with_columns(
        value=pl.when(~is_covered).then("value"), status=pl.when(is_covered).then(pl.lit("unreadable")).otherwise("status")
    )


def _with_keys(observations: pl.DataFrame) -> pl.DataFrame:
    keyed = observations.with_columns(
        member_key=pl.coalesce("member_code", normalised_label(pl.col("member_label")), pl.lit("total")),
        confidence=pl.col("confidence").round(3),
    )
    parts = keyed.select("report_id", "indicator_code", "member_key", "basis", "source_kind", "value_start", "value_end")
    return keyed.with_columns(observation_id=identifiers("observation", parts))


def normalised_label(label: pl.Expr) -> pl.Expr:
    """A printed label without what only its typing varies: width forms, spaces, punctuation."""
    return label.str.normalize("NFKC").str.replace_all(r"[\s\p{P}]+", "").replace("", None)
