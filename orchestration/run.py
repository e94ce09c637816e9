"""One run: a folder of reports in, published marts out.

Lives here: executing the plan with the same jobs that the UI shows, in this process. Elsewhere: what is to be done (`plan`), how a
step does it (`defs`), what is said at the end (`summary`).
"""

from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from orchestration import lake, plan, run_history, staging
from orchestration.errors import GongkaiError
from orchestration.home import Home
from orchestration.inbox import deliveries
from orchestration.locking import writing
from orchestration.marts import record_basis
from orchestration.transforms import TABLES

if TYPE_CHECKING:
    from dagster import AssetKey, DagsterInstance, Definitions

# Errors are reported by the command, in one line; Dagster's own log of the run is in the UI.
_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True)
class Done:
    """What a run did: the deliveries that it ingested, whether it published, and which loads are held back now."""

    deliveries: tuple[str, ...]
    published: bool
    held: tuple[staging.Entry, ...] = ()


def run(home: Home, inbox: Path) -> Done:
    """Bring what is new in `inbox` into the published marts. Raises GongkaiError for what a user can mend."""
    found = deliveries(inbox, home)  # before a home is made for an inbox that isn't there
    home.prepare()
    with writing(home, wait=False):
        home.remember_inbox(inbox)
        return _execute(home, plan.make(home, found), ingest_selection=None)


def rebuild(home: Home) -> Done:
    """Make the warehouse again from the lake, and publish it. Nothing is read anew, and what was accepted stays accepted."""
    home.prepare()
    with writing(home, wait=False):
        record_basis(home, None)
        for path in (home.warehouse, home.warehouse.with_name(f"{home.warehouse.name}.wal")):
            path.unlink(missing_ok=True)
        from dagster import AssetKey

        tables = [AssetKey(["staging", table]) for table in TABLES]
        todo = plan.Plan(tuple(lake.delivery_names(home)), publish=True)
        return _execute(home, todo, ingest_selection=[*tables, AssetKey(["staging", "delivery_ledger"])])


def _execute(home: Home, todo: plan.Plan, ingest_selection: "list[AssetKey] | None") -> Done:
    is_published = False
    if not todo.is_empty or run_history.was_killed(home):
        with _history(home) as instance:
            is_published = not todo.is_empty and _run_jobs(home, todo, instance, ingest_selection)
    held = tuple(entry for entry in staging.ledger(home) if entry.verdict == "held")
    return Done(todo.deliveries, is_published, held)


def _run_jobs(home: Home, todo: plan.Plan, instance: "DagsterInstance", ingest_selection: "list[AssetKey] | None") -> bool:
    """Ingest every delivery, then publish. Returns whether it published: where all that is new was held, the marts are what they are."""
    from orchestration.definitions import INGEST, PUBLISH, build

    definitions = build(home)
    instance.add_dynamic_partitions("deliveries", list(todo.deliveries))
    failures: list[GongkaiError] = []
    for delivery in todo.deliveries:
        try:
            _job(definitions, INGEST, instance, delivery, ingest_selection)
        except GongkaiError as failure:  # one delivery's trouble; the others go on
            failures.append(failure)
    is_due = todo.publish or plan.publish_is_due(home)
    if is_due:
        _job(definitions, PUBLISH, instance, None, None)
    if failures:
        raise GongkaiError("; ".join(str(failure) for failure in failures))
    return is_due


def _job(
    definitions: "Definitions", name: str, instance: "DagsterInstance", partition: str | None, selection: "list[AssetKey] | None"
) -> None:
    from dagster import DagsterExecutionInterruptedError

    # Where Dagster can't write an event (a full disk), it complains on standard error by itself, before the error that it then raises.
    with redirect_stderr(StringIO()) as complaints:
        try:
            definitions.resolve_job_def(name).execute_in_process(
                run_config=_QUIET,
                instance=instance,
                partition_key=partition,
                asset_selection=selection,
                tags=run_history.process_tag(),
            )
        except Exception as error:
            error.add_note(complaints.getvalue())
            raise
        except DagsterExecutionInterruptedError as error:
            raise KeyboardInterrupt from error


@contextmanager
def _history(home: Home) -> Iterator["DagsterInstance"]:
    """The run history, with the books closed on runs that were killed before this one."""
    run_history.configure(home)
    from dagster import DagsterInstance

    run_history.keep_engines()
    with DagsterInstance.get() as instance:
        run_history.close_dead_runs(instance)
        with run_history.marked(home):
            yield instance
