"""document_text: the canonical text of every read document, against which each quote is proved. Kept in the lake only."""

import polars as pl

from orchestration.transforms.batch import ORIGIN, Batch, table

KEY = "document_id"
SCHEMA: dict[str, pl.DataType] = ORIGIN | {"text": pl.String()}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by document_id; rejected documents have no row."""
    rows = [
        (*batch.origin(document.document_id), document.extraction.text)
        for document in batch.documents
        if document.extraction.document.outcome == "read"
    ]
    return table(SCHEMA, rows, KEY)
