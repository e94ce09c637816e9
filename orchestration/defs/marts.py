"""Staging to marts: the dbt project, one asset a model, its tests as asset checks."""

from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DbtCliResource, dbt_assets

from orchestration import marts, plan, progress, staging
from orchestration.defs.warehouse import OWNERS, Warehouse
from orchestration.home import Home

# The models' unit tests prove their SQL on made-up rows: that is for `make test`, not for every run.
# The log file tells what was done; with every detail, as dbt writes it by itself, it grows by 7 MB a build.
_BUILD = ["--log-level-file", "info", "build", "--exclude-resource-type", "unit_test"]
# The list of regions is long: seeds aren't loaded again where the warehouse has them as they are now. Models are made each time: what is
# published waits for an event of each of them.
_WITHOUT_SEEDS = ["--exclude-resource-type", "seed"]


class Translator(DagsterDbtTranslator):
    """Assets are named by their layer (the schema), as everywhere else: marts/dim_report, reference/indicators."""

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        return dg.AssetKey([dbt_resource_props["schema"], dbt_resource_props["name"]])

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        return str(dbt_resource_props["schema"])

    def get_owners(self, dbt_resource_props: Mapping[str, Any]) -> list[str]:  # noqa: ARG002  (the signature is dagster-dbt's)
        return OWNERS


def assets(home: Home) -> dg.AssetsDefinition:
    """The dbt assets as the manifest of the project has them."""

    @dbt_assets(manifest=marts.manifest(home), name="marts", dagster_dbt_translator=Translator())
    def dbt_models(context: dg.AssetExecutionContext, dbt: DbtCliResource, warehouse: Warehouse) -> Iterator[Any]:
        with warehouse.writing(context) as written, progress.step("building the marts"):
            marts.write_profile(written)
            basis = plan.publish_basis(written)
            # Chosen by hand in the UI, it may be a few models, or a seed: what was chosen is built, and the rest waits for the next run.
            is_whole = context.selected_asset_keys == dbt_models.keys
            # A warehouse that was thrown away and made anew holds only what was brought in since.
            has_seeds = marts.is_built(written) and ("reference", "regions") in staging.row_counts(written)
            build = _BUILD + (_WITHOUT_SEEDS if is_whole and has_seeds else [])
            marts.record_basis(written, None)
            events: list[Any] = []
            try:
                # dbt's own lines go to its log; the terminal shows progress, and the UI the events.
                with (written.dbt / "build.log").open("w", encoding="utf-8") as log, redirect_stdout(log):
                    events.extend(dbt.cli(build, context=context, target_path=marts.target(written)).stream())
            except Exception:
                yield from events  # which test failed
                raise
            if is_whole:
                marts.record_basis(written, basis)
            # Rows can be counted only now: DuckDB lets one process at a time open the warehouse.
            yield from _counted(context, events, staging.row_counts(written))

    return dbt_models


def _counted(context: dg.AssetExecutionContext, events: list[Any], rows: dict[tuple[str, str], int]) -> Iterator[Any]:
    for event in events:
        if isinstance(event, dg.Output):
            count = rows.get(tuple(context.asset_key_for_output(event.output_name).path))
            yield event if count is None else event.with_metadata({**event.metadata, "dagster/row_count": count})
        else:
            yield event


def resource(home: Home) -> DbtCliResource:
    """dbt in a process of its own, so that it lets the warehouse file go."""
    return DbtCliResource(project_dir=marts.PROJECT, profiles_dir=home.dbt, dbt_executable=marts.executable())
