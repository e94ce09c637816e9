"""Inbox to archive: every received content once, with every name under which it came."""

import dagster as dg

from orchestration import archive, inbox
from orchestration.defs.warehouse import DELIVERIES, OWNERS, Warehouse, column_schema
from orchestration.errors import GongkaiError

INBOX = dg.AssetSpec(
    ["inbox", "reports"],
    group_name="inbox",
    description="The reports as offices deliver them: a direct subfolder of the inbox is a delivery; loose files form one of their own.",
    owners=OWNERS,
    kinds={"file"},
)


@dg.asset(
    key=["archive", "sources"],
    partitions_def=DELIVERIES,
    deps=[INBOX],
    group_name="archive",
    description="Every received content once (SHA-256), never changed, with every name and stated origin under which it came.",
    owners=OWNERS,
    kinds={"file"},
    metadata={
        "dagster/column_schema": column_schema(
            dict.fromkeys(("path", "sha256", "reason", "url", "publisher", "retrieved_at"), "string") | {"bytes": "int"}
        )
    },
)
def archive_sources(context: dg.AssetExecutionContext, warehouse: Warehouse) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Take the delivery's new files into the archive."""
    delivery = context.partition_key
    with warehouse.writing(context) as home:
        folder = home.inbox()
        if folder is None:
            raise GongkaiError(f"{home.root}: no inbox is known yet; run `gongkai run INBOX` once")
        new = archive.receive(home, delivery, inbox.delivery(folder, home, delivery))
        total = len(archive.origins(home, delivery))
    return dg.MaterializeResult(metadata={"dagster/row_count": total, "new_sources": new})
