"""citations: one row a policy document that a report cites."""

import polars as pl

from orchestration.transforms.batch import ORIGIN, Batch, identifier, per_record, table

KEY = "citation_id"
SCHEMA: dict[str, pl.DataType] = ORIGIN | {
    "report_id": pl.String(),
    "citation_id": pl.String(),
    "document_number": pl.String(),
    "title": pl.String(),
    "page": pl.Int32(),
    "line": pl.Int32(),
    "char_start": pl.Int32(),
    "char_end": pl.Int32(),
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by citation_id."""
    rows = [
        (
            *start,
            identifier("citation", document.report_id, citation.char_start, citation.char_end),
            citation.document_number,
            citation.title and document.shown_words(citation.title),
            citation.page,
            citation.line,
            citation.char_start,
            citation.char_end,
        )
        for document, citation, start in per_record(batch, lambda extraction: extraction.citations)
    ]
    return table(SCHEMA, rows, KEY)
