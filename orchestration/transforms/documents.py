"""documents: one row a content of the delivery: what the file is, and whether it could be read."""

import polars as pl

from orchestration.transforms.batch import ORIGIN, Batch, table

KEY = "document_id"
SCHEMA: dict[str, pl.DataType] = ORIGIN | {
    "media_type": pl.String(),
    "bytes": pl.Int64(),
    "encoding": pl.String(),
    "pages": pl.Int32(),
    "characters": pl.Int64(),
    "reader": pl.String(),
    "outcome": pl.String(),
    "reason": pl.String(),
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by document_id."""
    rows = []
    for document in batch.documents:
        facts = document.extraction.document
        rows.append(
            (
                *batch.origin(document.document_id),
                facts.media_type,
                document.bytes,
                facts.encoding,
                facts.pages,
                facts.characters,
                facts.reader,
                facts.outcome,
                facts.reason,
            )
        )
    return table(SCHEMA, rows, KEY)
