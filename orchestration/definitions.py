"""The definitions that Dagster loads: `dagster dev -m orchestration.definitions`, and what `gongkai run` executes.

Lives here: putting the stages together. They are named one by one, since a folder scan needs the project's pyproject.toml, which a wheel
doesn't carry, and silently passes over what a module doesn't export.
"""

import dagster as dg

from orchestration import run_history
from orchestration.defs import archive, lake, marts, published, staging
from orchestration.defs.warehouse import Warehouse
from orchestration.home import Home

INGEST = "ingest"
PUBLISH = "publish"


def build(home: Home) -> dg.Definitions:
    """Assets, jobs and resources for one home."""
    run_history.configure(home)
    models = marts.assets(home)
    publication = published.asset(models)
    by_delivery = [archive.archive_sources, lake.lake_tables, staging.staging_tables, staging.delivery_ledger]
    return dg.Definitions(
        assets=[archive.INBOX, *by_delivery, models, publication],
        jobs=[
            dg.define_asset_job(
                INGEST,
                selection=dg.AssetSelection.assets(*by_delivery),
                description="One delivery: archive, extraction, lake, staging, and the gate's verdict.",
            ),
            dg.define_asset_job(
                PUBLISH,
                selection=dg.AssetSelection.assets(models, publication),
                description="Once a run: dbt builds the marts from accepted deliveries, then they are published.",
            ),
        ],
        resources={"warehouse": Warehouse(home_path=str(home.root)), "dbt": marts.resource(home)},
        # One process for a whole run: a process a step would import everything again.
        executor=dg.in_process_executor,
    )


@dg.definitions
def defs() -> dg.Definitions:
    return build(Home.at())
