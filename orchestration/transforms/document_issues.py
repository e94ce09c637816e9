"""document_issues: one row a thing that could not be read, with its remedy.

Lives here: the issues of the extractors, of the inbox (sources whose content could not be taken), and of units that don't fit.
Elsewhere: contradictions inside a report, which are findings (`dbt_project`).
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import polars as pl

from extractors.csv_tables import records_of
from extractors.masking import mask
from extractors.records import Issue, Observation
from orchestration.transforms.batch import (
    LARGEST_NUMBER,
    ORIGIN,
    PLACE,
    VALUE,
    Batch,
    ReadDocument,
    from_rows,
    identifier,
    per_record,
    place_of,
    storable,
    table,
)
from orchestration.transforms.dictionary import units_of_indicators
from orchestration.transforms.observations import (
    in_indicator_unit,
    is_impossibly_negative,
    is_unit_compatible,
    with_units,
)

KEY = "issue_id"
SCHEMA: dict[str, pl.DataType] = {
    **ORIGIN,
    "issue_id": pl.String(),
    "source_file": pl.String(),
    "stage": pl.String(),
    "reason": pl.String(),
    "detail": pl.String(),
    "remedy": pl.String(),
    **PLACE,
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by issue_id. `source_file` is the first name of the document in the delivery."""
    rows = {row[3]: row for row in (*_of_documents(batch), *_of_units(batch), *_of_inbox(batch))}
    return table(SCHEMA, list(rows.values()), KEY)


def _of_documents(batch: Batch) -> Iterator[tuple[object, ...]]:
    for document in batch.documents:
        name = min(source.path for source in document.sources)
        for issue in document.extraction.issues:
            yield _row(batch, document, name, issue)


def _of_units(batch: Batch) -> Iterator[tuple[object, ...]]:
    """Figures that the observations can't hold: in a unit of another kind, too large, or below zero where nothing can be."""
    records = [
        (document, record)
        for document, record, _ in per_record(batch, lambda extraction: extraction.observations)
        if record.number is not None and not _is_surely_held(record, record.number)
    ]
    printed = from_rows(
        {"index": pl.Int64(), "indicator_code": pl.String(), "unit_printed": pl.String(), "number": VALUE},
        [(index, record.indicator_code, record.unit_printed, storable(record.number)) for index, (_, record) in enumerate(records)],
    )
    known = with_units(printed)
    too_large = is_unit_compatible() & (in_indicator_unit(pl.col("number")).abs() >= LARGEST_NUMBER).fill_null(value=True)
    for reason, condition in (
        ("unit_mismatch", ~is_unit_compatible()),
        ("number_too_large", too_large),
        ("negative_number", is_impossibly_negative()),
    ):
        for index in known.filter(condition)["index"]:
            document, record = records[index]
            detail = f"{record.row_path or record.indicator_code}: {record.value_printed} {record.unit_printed or ''}".rstrip()
            issue = Issue("forms", reason, detail, record.page, record.line, record.char_start, record.char_end)
            yield _row(batch, document, min(source.path for source in document.sources), issue)


def _is_surely_held(record: Observation, number: Decimal) -> bool:
    """Whether a figure stands in its indicator's own unit and is no large or negative number, as nearly all: those need no look."""
    own = units_of_indicators().get(record.indicator_code)
    return own is not None and record.unit_printed in (None, own) and 0 <= number < LARGEST_NUMBER


def _of_inbox(batch: Batch) -> Iterator[tuple[object, ...]]:
    for source in batch.failures:
        yield _row(batch, None, source.path, Issue("inbox", source.reason or "unreadable_file", source.path))
    for document in batch.documents:
        for source in document.sources:
            if source.reason:
                yield _row(batch, document, source.path, Issue("inbox", source.reason, source.path))


def _row(batch: Batch, document: ReadDocument | None, source_file: str, issue: Issue) -> tuple[object, ...]:
    place = place_of(issue)
    document_id = document.document_id if document else None
    # What befell a file, and not its content, is named by delivery and path.
    owner = f"{batch.delivery}/{source_file}" if issue.stage == "inbox" else document_id
    issue_id = identifier("issue", owner, issue.stage, issue.reason, *place, issue.detail)
    detail = document.shown_words(issue.detail) if document else mask(issue.detail)
    return (*batch.origin(document_id), issue_id, source_file, issue.stage, issue.reason, detail, _remedies()[issue.reason], *place)


@cache
def _remedies() -> dict[str, str]:
    return {row["reason"]: row["remedy_zh"] for row in records_of("issue_reasons.csv")}
