"""observations: one row a figure of a known indicator, in the indicator's unit, with its proof.

Lives here: keys, `member_key`, the conversion of units by join with the dictionary, and the three checks of the proof against the
canonical text (they go to the gate as booleans, so that it need not load the texts).
Elsewhere: finding figures (`extractors`), preference among several (`dbt_project`).
"""

from dataclasses import fields
from operator import attrgetter

import polars as pl

from extractors.masking import BLOCK
from extractors.records import Observation
from orchestration.transforms import document_text
from orchestration.transforms.batch import LARGEST_NUMBER, ORIGIN, VALUE, Batch, from_rows, identifiers, per_record, storable
from orchestration.transforms.dictionary import indicator_units, units

KEY = "observation_id"
SCHEMA: dict[str, pl.DataType] = ORIGIN | {
    "report_id": pl.String(),
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
    "page": pl.Int32(),
    "line": pl.Int32(),
    "char_start": pl.Int32(),
    "char_end": pl.Int32(),
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
# Fields of the record that go into the row as they are.
_TAKEN_OVER = [field.name for field in fields(Observation) if field.name not in ("number", "confidence")]
_RECORD_SCHEMA: dict[str, pl.DataType] = (
    ORIGIN | {"report_id": pl.String(), "number": VALUE, "confidence": pl.Float64()} | {name: SCHEMA[name] for name in _TAKEN_OVER}
)


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by observation_id.

    A printed unit of another family than the indicator's leaves the value unreadable: NULL, never a guess.
    """
    converted = _in_dictionary_units(_with_proof(_records(batch), batch))
    return _with_keys(_masked(converted, batch)).select(SCHEMA.keys()).cast(SCHEMA).sort(KEY)  # type: ignore[arg-type]


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
    rest = attrgetter(*_TAKEN_OVER)
    rows = [
        (*start, storable(record.number), record.confidence, *rest(record))
        for _, record, start in per_record(batch, lambda extraction: extraction.observations)
    ]
    return from_rows(_RECORD_SCHEMA, rows)


def _with_proof(observations: pl.DataFrame, batch: Batch) -> pl.DataFrame:
    texts = document_text.frame(batch).select("document_id", "text")
    start, end, value_start, value_end = (pl.col(name) for name in ("char_start", "char_end", "value_start", "value_end"))
    # A span that ends before it begins is a fault for the gate to tell, not for a slice to stumble over.
    size, value_size = (pl.max_horizontal(last - first, 0) for first, last in ((start, end), (value_start, value_end)))
    length = pl.col("text").str.len_chars()
    printed = pl.col("value_printed").fill_null("")
    return (
        observations.join(texts, on="document_id", how="left")
        .with_columns(
            is_span_inside=((start >= 0) & (start <= end) & (end <= length)).fill_null(value=False),
            is_quote_text=(pl.col("text").str.slice(start, size) == pl.col("quote")).fill_null(value=False),
            is_value_in_quote=(
                (value_start >= start)
                & (value_start <= value_end)
                & (value_end <= end)
                & (pl.col("text").str.slice(value_start, value_size) == printed)
            ).fill_null(value=False),
        )
        .drop("text")
    )


def _in_dictionary_units(observations: pl.DataFrame) -> pl.DataFrame:
    has_number = pl.col("status").is_in(["reported", "stated_zero"])
    value = in_indicator_unit(pl.col("number"))
    readable = is_unit_compatible() & value.is_not_null() & (value.abs() < LARGEST_NUMBER) & ~is_impossibly_negative()
    return with_units(observations).with_columns(
        value=pl.when(readable & has_number).then(value),
        status=pl.when(readable | ~has_number).then("status").otherwise(pl.lit("unreadable")),
    )


def _masked(observations: pl.DataFrame, batch: Batch) -> pl.DataFrame:
    documents = {document.document_id: document for document in batch.documents}
    owners = [documents[document_id] for document_id in observations["document_id"].to_list()]
    shown = []
    for name, place in (("quote", "char_start"), ("value_printed", "value_start")):
        printed = zip(owners, observations[name].to_list(), observations[place].to_list(), strict=True)
        shown.append(pl.Series(name, [text and document.shown(text, start) for document, text, start in printed], dtype=pl.String))
    for name in ("member_label", "row_path", "column_path"):
        words = zip(owners, observations[name].to_list(), strict=True)
        shown.append(pl.Series(name, [text and document.shown_words(text) for document, text in words], dtype=pl.String))
    # A number that is personal is no figure.
    is_covered = pl.col("value_printed").str.contains(BLOCK, literal=True).fill_null(value=False)
    return observations.with_columns(shown).with_columns(
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
