"""operands: one row a number of a relation: something that a report's own text says of its figures, and that a rule compares."""

import polars as pl

from extractors.masking import BLOCK
from orchestration.transforms.batch import OF_REPORT, VALUE, Batch, identifier, per_record, storable, table

KEY = "operand_id"
SCHEMA: dict[str, pl.DataType] = {
    **OF_REPORT,
    "operand_id": pl.String(),
    "relation_id": pl.String(),
    "rule_id": pl.String(),
    "role": pl.String(),
    "position": pl.Int32(),
    "sign": pl.Int32(),
    "value": VALUE,
    "decimals": pl.Int32(),
    "label": pl.String(),
    "value_printed": pl.String(),
    "value_start": pl.Int32(),
    "line": pl.Int32(),
    "explanation": pl.String(),
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by operand_id. A relation with a number that is personal, or too large to be kept, is left out."""
    rows = []
    for document, relation, start in per_record(batch, lambda extraction: extraction.relations):
        shown = document.shown_text
        if any(BLOCK in shown[one.value_start : one.value_start + len(one.value_printed)] for one in relation.operands):
            continue
        if any(storable(one.value) is None for one in relation.operands):
            continue
        places = [f"{one.role}{one.value_start}" for one in relation.operands]
        relation_id = identifier("relation", document.report_id, relation.rule_id, *places)
        for position, one in enumerate(relation.operands, 1):
            rows.append(
                (
                    *start,
                    identifier("operand", relation_id, position),
                    relation_id,
                    relation.rule_id,
                    one.role,
                    position,
                    one.sign,
                    storable(one.value),
                    one.decimals,
                    document.shown_words(one.label),
                    one.value_printed,
                    one.value_start,
                    relation.line,
                    relation.explanation,
                )
            )
    return table(SCHEMA, rows, KEY)
