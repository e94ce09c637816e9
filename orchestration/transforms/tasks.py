"""tasks: one row a numbered work item."""

import polars as pl

from orchestration.transforms.batch import OF_REPORT, PLACE, Batch, identifier, per_record, place_of, table

KEY = "task_id"
SCHEMA: dict[str, pl.DataType] = {
    **OF_REPORT,
    "task_id": pl.String(),
    "number": pl.String(),
    "topic_path": pl.String(),
    "text": pl.String(),
    **PLACE,
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by task_id."""
    rows = [
        (
            *start,
            identifier("task", document.report_id, task.char_start, task.char_end),
            task.number,
            task.topic_path and document.shown_words(task.topic_path),
            document.shown(task.text, task.char_end - len(task.text)),
            *place_of(task),
        )
        for document, task, start in per_record(batch, lambda extraction: extraction.tasks)
    ]
    return table(SCHEMA, rows, KEY)
