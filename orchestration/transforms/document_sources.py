"""document_sources: one row a name under which the delivery brought a content, with the stated origin."""

import polars as pl

from orchestration.inbox import instant
from orchestration.transforms.batch import ORIGIN, Batch, table

KEY = "source_file"
SCHEMA: dict[str, pl.DataType] = ORIGIN | {
    "source_file": pl.String(),
    "origin_url": pl.String(),
    "origin_publisher": pl.String(),
    "retrieved_at": pl.Datetime("us"),
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by source_file and document. `retrieved_at` is in UTC."""
    rows = [
        (*batch.origin(document.document_id), source.path, source.url, source.publisher, instant(source.retrieved_at))
        for document in batch.documents
        for source in document.sources
    ]
    return table(SCHEMA, rows, KEY).sort(KEY, "document_id")
