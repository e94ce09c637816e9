"""citations: one row a policy document that a report cites."""

import polars as pl

from orchestration.transforms.batch import OF_REPORT, PLACE, Batch, identifier, per_record, place_of, table

KEY = "citation_id"
SCHEMA: dict[str, pl.DataType] = {
    **OF_REPORT,
    "citation_id": pl.String(),
    "document_number": pl.String(),
    "title": pl.String(),
    **PLACE,
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by citation_id."""
    rows = [
        (
            *start,
            identifier("citation", document.report_id, citation.char_start, citation.char_end),
            citation.document_number,
            citation.title and document.shown_words(citation.title),
            *place_of(citation),
        )
        for document, citation, start in per_record(batch, lambda extraction: extraction.citations)
    ]
    return table(SCHEMA, rows, KEY)
