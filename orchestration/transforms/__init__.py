"""Records to typed frames: one module a staging table.

Lives here: `Batch` (what one part of a load holds), the list of tables, and `frames`, which runs every transform on a batch.
Each module has `SCHEMA` (columns in order, with types), `KEY` (the column that is unique within a load), and `frame(batch)`.
Transforms are pure: a batch in, a frame out, rows in a fixed order.
Elsewhere: reading documents (`extractors`), keeping frames (`orchestration.lake`), loading them (`orchestration.staging`).
"""

from types import ModuleType

import polars as pl

from orchestration.transforms import (
    citations,
    contacts,
    document_issues,
    document_sources,
    document_text,
    documents,
    identity_evidence,
    ledger_entries,
    numeral_counts,
    observations,
    operands,
    quantities,
    reports,
    sections,
    tasks,
)
from orchestration.transforms.batch import Batch

TABLES: dict[str, ModuleType] = {
    "documents": documents,
    "document_sources": document_sources,
    "reports": reports,
    "identity_evidence": identity_evidence,
    "observations": observations,
    "quantities": quantities,
    "numeral_counts": numeral_counts,
    "operands": operands,
    "ledger_entries": ledger_entries,
    "tasks": tasks,
    "citations": citations,
    "sections": sections,
    "contacts": contacts,
    "document_issues": document_issues,
}


def frames(batch: Batch) -> dict[str, pl.DataFrame]:
    """Every table's rows of a batch, the texts included (`document_text`, kept in the lake only)."""
    tables: dict[str, pl.DataFrame] = {name: module.frame(batch) for name, module in TABLES.items()}
    return tables | {"document_text": document_text.frame(batch)}
