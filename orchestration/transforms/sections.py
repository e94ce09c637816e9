"""sections: one row a number of a document's own numbering: a heading, a numbered line, an ordinal inside a line."""

import polars as pl

from orchestration.transforms.batch import OF_REPORT, PLACE, Batch, identifier, per_record, place_of, table

KEY = "section_id"
SCHEMA: dict[str, pl.DataType] = {
    **OF_REPORT,
    "section_id": pl.String(),
    "style": pl.String(),
    "number": pl.Int32(),
    "printed": pl.String(),
    "title": pl.String(),
    "path": pl.String(),
    "run": pl.Int32(),
    "follows": pl.Int32(),
    "is_inline": pl.Boolean(),
    **PLACE,
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by section_id."""
    rows = [
        (
            *start,
            identifier("section", document.report_id, section.char_start, section.char_end),
            section.style,
            section.number,
            section.printed,
            document.shown_words(section.title),
            section.path and document.shown_words(section.path),
            section.run,
            section.follows,
            section.is_inline,
            *place_of(section),
        )
        for document, section, start in per_record(batch, lambda extraction: extraction.sections)
    ]
    return table(SCHEMA, rows, KEY)
