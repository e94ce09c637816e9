"""Lake to staging, and the gate: rows in DuckDB, and the verdict on each load."""

from collections.abc import Iterator

import dagster as dg

from expectations.fingerprint import fingerprint as suite_fingerprint
from expectations.gate import SuiteResult
from expectations.suites import NAMES as SUITES
from orchestration import ingest, progress, staging
from orchestration.defs.warehouse import DELIVERIES, OWNERS, Warehouse, column_schema
from orchestration.transforms import TABLES

LEDGER_KEY = dg.AssetKey(["staging", "delivery_ledger"])


def _spec(table: str) -> dg.AssetSpec:
    module = TABLES[table]
    return dg.AssetSpec(
        ["staging", table],
        partitions_def=DELIVERIES,
        deps=[dg.AssetKey(["lake", table])],
        group_name="staging",
        description=(module.__doc__ or "").split("\n\n")[0],
        owners=OWNERS,
        kinds={"duckdb"},
        metadata={"dagster/column_schema": column_schema({name: str(kind) for name, kind in module.SCHEMA.items()})},
    )


@dg.multi_asset(name="staging", specs=[_spec(table) for table in TABLES])
def staging_tables(context: dg.AssetExecutionContext, warehouse: Warehouse) -> Iterator[dg.MaterializeResult]:  # type: ignore[type-arg]
    """Load the delivery's loads into DuckDB, in one transaction."""
    with warehouse.writing(context) as home, staging.warehouse(home) as connection:
        rows = staging.bring(connection, home, context.partition_key)
    for table, count in rows.items():
        yield dg.MaterializeResult(asset_key=["staging", table], metadata={"dagster/row_count": count})


@dg.asset(
    key=LEDGER_KEY,
    partitions_def=DELIVERIES,
    deps=[dg.AssetKey(["staging", table]) for table in TABLES],
    group_name="staging",
    description=(
        "The verdict on every load of a delivery: accepted or held, with the reason. Only accepted rows reach the marts; "
        "while a new load is held, the delivery's earlier accepted rows stay."
    ),
    owners=OWNERS,
    kinds={"greatexpectations", "duckdb"},
    metadata={"dagster/column_schema": column_schema(staging.LEDGER)},
    check_specs=[
        dg.AssetCheckSpec(suite, asset=LEDGER_KEY, description=f"The expectations on {suite}: is our reading of this delivery sound?")
        for suite in SUITES
    ],
)
def delivery_ledger(context: dg.AssetExecutionContext, warehouse: Warehouse) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Judge what has no verdict of the present suites yet."""
    delivery = context.partition_key
    with warehouse.writing(context) as home, progress.step(f"{delivery}: checking"):
        verdicts = ingest.judge_outstanding(home, delivery, suite_fingerprint())
        entries = [entry for entry in staging.ledger(home) if entry.delivery == delivery]
    results = [result for verdict in verdicts for result in verdict.suites]
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": len(entries),
            "verdicts": dg.MetadataValue.json({entry.load_id: f"{entry.verdict}: {entry.reason}" for entry in entries}),
        },
        check_results=[_check(suite, [result for result in results if result.name == suite]) for suite in SUITES],
    )


def _check(suite: str, results: list[SuiteResult]) -> dg.AssetCheckResult:
    """One suite over all loads that were judged just now. A suite that no load needed, or that a broken schema cut short, has no result:
    the schema suite then says so."""
    found = [failure for result in results for failure in result.failures]
    return dg.AssetCheckResult(
        asset_key=LEDGER_KEY,
        check_name=suite,
        passed=all(result.success for result in results),
        severity=dg.AssetCheckSeverity.ERROR if any(failure.holds_back for failure in found) else dg.AssetCheckSeverity.WARN,
        metadata={
            "failures": dg.MetadataValue.json([f"{failure.rule_id}: {failure.statement} ({failure.unexpected})" for failure in found]),
            "rows": sum(result.rows for result in results),
        },
    )
