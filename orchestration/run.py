"""One run: a folder of reports in, published marts out.

Lives here: executing the plan with the same jobs that the UI shows, in this process. Elsewhere: what is to be done (`plan`), how a
step does it (`defs`), what is said at the end (`summary`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from orchestration import lake, plan, run_history
from orchestration.home import Home
from orchestration.locking import writing
from orchestration.transforms import TABLES

if TYPE_CHECKING:
    from dagster import AssetKey, DagsterInstance, Definitions

# Errors are reported by the command, in one line; Dagster's own log of the run is in the UI.
_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True)
class Done:
    """What a run did: the deliveries that it ingested, and whether it published."""

    deliveries: tuple[str, ...]
    published: bool


def run(home: Home, inbox: Path) -> Done:
    """Bring what is new in `inbox` into the published marts. Raises GongkaiError for what a user can mend."""
    home.prepare()
    with writing(home, wait=False):
        todo = plan.make(home, inbox)
        home.remember_inbox(inbox)
        return _execute(home, todo, ingest_selection=None)


def rebuild(home: Home) -> Done:
    """Make the warehouse again from the lake, and publish it. Nothing is read anew; every load is judged anew."""
    home.prepare()
    with writing(home, wait=False):
        for path in (home.warehouse, home.warehouse.with_name(f"{home.warehouse.name}.wal")):
            path.unlink(missing_ok=True)
        from dagster import AssetKey

        tables = [AssetKey(["staging", table]) for table in TABLES]
        todo = plan.Plan(tuple(lake.delivery_names(home)), publish=True)
        return _execute(home, todo, ingest_selection=[*tables, AssetKey(["staging", "delivery_ledger"])])


def _execute(home: Home, todo: plan.Plan, ingest_selection: "list[AssetKey] | None") -> Done:
    was_killed = run_history.was_killed(home)
    if todo.is_empty and not was_killed:
        return Done((), published=False)
    with _history(home) as instance:
        if todo.is_empty:
            return Done((), published=False)
        from orchestration.definitions import INGEST, PUBLISH, build

        definitions = build(home)
        instance.add_dynamic_partitions("deliveries", list(todo.deliveries))
        for delivery in todo.deliveries:
            _job(definitions, INGEST, instance, delivery, ingest_selection)
        # Held deliveries may leave the accepted loads as they were: then the marts are what they are.
        if plan.publish_is_due(home):
            _job(definitions, PUBLISH, instance, None, None)
            return Done(todo.deliveries, published=True)
        return Done(todo.deliveries, published=False)


def _job(
    definitions: "Definitions", name: str, instance: "DagsterInstance", partition: str | None, selection: "list[AssetKey] | None"
) -> None:
    definitions.resolve_job_def(name).execute_in_process(
        run_config=_QUIET,
        instance=instance,
        partition_key=partition,
        asset_selection=selection,
        tags=run_history.process_tag(),
    )


@contextmanager
def _history(home: Home) -> Iterator["DagsterInstance"]:
    """The run history, with the books closed on runs that were killed before this one."""
    run_history.configure(home)
    from dagster import DagsterInstance

    with DagsterInstance.get() as instance:
        run_history.close_dead_runs(instance)
        with run_history.marked(home):
            yield instance
