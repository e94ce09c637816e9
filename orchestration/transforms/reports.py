"""reports: one row a read document: what report it is, as printed."""

import polars as pl

from orchestration.transforms.batch import ORIGIN, Batch, table

KEY = "report_id"
SCHEMA: dict[str, pl.DataType] = ORIGIN | {
    "report_id": pl.String(),
    "title": pl.String(),
    "document_type": pl.String(),
    "publisher": pl.String(),
    "region_code": pl.String(),
    "province": pl.String(),
    "prefecture": pl.String(),
    "county": pl.String(),
    "township": pl.String(),
    "government_level": pl.String(),
    "office": pl.String(),
    "agency_region_code": pl.String(),
    "report_year": pl.Int32(),
    "period_start": pl.Date(),
    "period_end": pl.Date(),
    "signed_date": pl.Date(),
    "filled_date": pl.Date(),
    "published_date": pl.Date(),
    "document_number": pl.String(),
    "index_number": pl.String(),
    "form_generations": pl.String(),
    "numerals_total": pl.Int32(),
    "numerals_unexplained": pl.Int32(),
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by report_id. `form_generations` joins the codes with ", ", sorted; NULL where there is no form."""
    rows = []
    for document in batch.documents:
        report = document.extraction.report
        if report is None:
            continue
        rows.append(
            (
                *batch.origin(document.document_id),
                document.report_id,
                report.title and document.shown_words(report.title),
                report.document_type,
                report.publisher and document.shown_words(report.publisher),
                report.region_code,
                report.province,
                report.prefecture,
                report.county,
                report.township,
                report.government_level,
                report.office and document.shown_words(report.office),
                report.agency_region_code,
                report.report_year,
                report.period_start,
                report.period_end,
                report.signed_date,
                report.filled_date,
                report.published_date,
                report.document_number,
                report.index_number,
                ", ".join(sorted(report.form_generations)) or None,
                report.numerals_total,
                report.numerals_unexplained,
            )
        )
    return table(SCHEMA, rows, KEY)
