"""Marts to published: the copy that readers open."""

import dagster as dg

from orchestration import progress
from orchestration.defs.warehouse import OWNERS, Warehouse
from orchestration.marts import built_basis
from orchestration.publish import publish


def asset(marts: dg.AssetsDefinition) -> dg.AssetsDefinition:
    """The published folder, downstream of every mart."""

    @dg.asset(
        key=["published", "marts"],
        deps=[key for key in marts.keys if key.path[0] == "marts"],
        group_name="published",
        description=(
            "What readers open: marts.duckdb, Parquet, the quality pages and a manifest with counts and hashes, in a new folder; "
            "one rename makes it the published one. The last five folders stay."
        ),
        owners=OWNERS,
        kinds={"duckdb", "parquet"},
    )
    def published_marts(context: dg.AssetExecutionContext, warehouse: Warehouse) -> dg.MaterializeResult:  # type: ignore[type-arg]
        with warehouse.writing(context) as home, progress.step("publishing"):
            manifest = publish(home, built_basis(home))
        return dg.MaterializeResult(
            metadata={
                "dagster/row_count": sum(manifest["rows"].values()),
                "publish_id": manifest["publish_id"],
                "rows": dg.MetadataValue.json(manifest["rows"]),
                "hashes": dg.MetadataValue.json(manifest["hashes"]),
            }
        )

    return published_marts
