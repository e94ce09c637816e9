"""The resource that every asset works on, and the partition that ingest runs by."""

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from orchestration import run_history
from orchestration.home import Home
from orchestration.locking import writing

OWNERS = ["team:gongkai"]
DELIVERIES = dg.DynamicPartitionsDefinition(name="deliveries")


class Warehouse(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The home of the warehouse, as a path on this machine."""

    home_path: str

    @property
    def home(self) -> Home:
        return Home.at(self.home_path)

    @contextmanager
    def writing(self, context: dg.AssetExecutionContext) -> Iterator[Home]:
        """Hold the home while an asset writes, and sign the run with this process, so that a killed run can be told from a living one."""
        context.instance.add_run_tags(context.run_id, run_history.process_tag())
        with writing(self.home):
            yield self.home.prepare()


def column_schema(columns: dict[str, str]) -> dg.TableSchema:
    return dg.TableSchema(columns=[dg.TableColumn(name, kind) for name, kind in columns.items()])
