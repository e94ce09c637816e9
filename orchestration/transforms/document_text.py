"""document_text: the canonical text of every read document, against which each quote is proved. Kept in the lake only.

`personal` says what of it must be covered before it is shown: start, end, start, end …"""

import polars as pl

from orchestration.transforms.batch import ORIGIN, Batch, table

KEY = "document_id"
SCHEMA: dict[str, pl.DataType] = ORIGIN | {"text": pl.String(), "personal": pl.List(pl.Int32())}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by document_id; rejected documents have no row."""
    rows = [
        (
            *batch.origin(document.document_id),
            document.extraction.text,
            None if personal is None else [offset for span in personal.spans for offset in span],
        )
        for document in batch.documents
        for personal in (document.extraction.personal,)
        if document.extraction.document.outcome == "read"
    ]
    return table(SCHEMA, rows, KEY)
