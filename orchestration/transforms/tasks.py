"""tasks: one row a numbered work item."""

import polars as pl

from orchestration.transforms.batch import ORIGIN, Batch, identifier, per_record, table

KEY = "task_id"
SCHEMA: dict[str, pl.DataType] = ORIGIN | {
    "report_id": pl.String(),
    "task_id": pl.String(),
    "number": pl.String(),
    "topic_path": pl.String(),
    "text": pl.String(),
    "page": pl.Int32(),
    "line": pl.Int32(),
    "char_start": pl.Int32(),
    "char_end": pl.Int32(),
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
            task.page,
            task.line,
            task.char_start,
            task.char_end,
        )
        for document, task, start in per_record(batch, lambda extraction: extraction.tasks)
    ]
    return table(SCHEMA, rows, KEY)
