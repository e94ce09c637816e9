"""Archive to lake: what extraction found, one table a record type, as Parquet."""

from collections.abc import Iterator

import dagster as dg

from orchestration import ingest, lake, progress
from orchestration.defs.archive import archive_sources
from orchestration.defs.warehouse import DELIVERIES, OWNERS, Warehouse, column_schema
from orchestration.transforms import TABLES, document_text

MODULES = TABLES | {lake.TEXT_TABLE: document_text}


def _spec(table: str) -> dg.AssetSpec:
    module = MODULES[table]
    return dg.AssetSpec(
        ["lake", table],
        partitions_def=DELIVERIES,
        deps=[archive_sources],
        group_name="lake",
        description=(module.__doc__ or "").split("\n\n")[0],
        owners=OWNERS,
        kinds={"polars", "parquet"},
        metadata={"dagster/column_schema": column_schema({name: str(kind) for name, kind in module.SCHEMA.items()})},
    )


@dg.multi_asset(name="lake", specs=[_spec(table) for table in MODULES])
def lake_tables(context: dg.AssetExecutionContext, warehouse: Warehouse) -> Iterator[dg.MaterializeResult]:  # type: ignore[type-arg]
    """Read the delivery's outstanding documents into one new load."""
    delivery = context.partition_key
    with warehouse.writing(context) as home:
        with progress.bar(f"{delivery}: reading") as advance:
            read = ingest.read_outstanding(home, delivery, advance)
        rows = {table: lake.count_rows(home, table, delivery) for table in MODULES}
    for table, count in rows.items():
        yield dg.MaterializeResult(asset_key=["lake", table], metadata={"dagster/row_count": count, "documents_read": read})
