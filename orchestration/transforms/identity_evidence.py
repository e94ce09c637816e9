"""identity_evidence: one row a sign of what a report is: title, publisher, year, days and numbers, each with the words that prove it."""

import polars as pl

from orchestration.transforms.batch import OF_REPORT, PLACE, Batch, identifier, per_record, table

KEY = "evidence_id"
# The values of other fields are days, years, codes and numbers of documents, as the table of reports has them.
_WORDS = frozenset(("publisher", "title"))
SCHEMA: dict[str, pl.DataType] = {
    **OF_REPORT,
    "evidence_id": pl.String(),
    "field": pl.String(),
    "stated_value": pl.String(),
    "source": pl.String(),
    "is_chosen": pl.Boolean(),
    "quote": pl.String(),
    **PLACE,
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by evidence_id. A sign outside the text (in a file's name, say) has words, and no place."""
    rows = {}
    for document, sign, start in per_record(batch, lambda extraction: extraction.evidence):
        place = (sign.page, sign.line, sign.start, sign.end)
        words = sign.words and document.shown_words(sign.words)
        quote = words if sign.start is None else document.shown_text[sign.start : sign.end]
        evidence_id = identifier("evidence", document.report_id, sign.field, sign.source, sign.value, sign.words, sign.start, sign.end)
        value = document.shown_words(sign.value) if sign.field in _WORDS else sign.value
        rows[evidence_id] = (*start, evidence_id, sign.field, value, sign.source, sign.is_chosen, quote, *place)
    return table(SCHEMA, list(rows.values()), KEY)
