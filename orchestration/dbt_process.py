"""The dbt command, as the pipeline runs it: it ends with its parent, doesn't look for garbage, and asks nobody on the network which
version is newest.

Lives here: the entry point `gongkai-dbt`, which Dagster starts instead of `dbt`. Elsewhere: with which arguments (`marts`).
"""

import gc
import os
import sys
import threading
import time


def main() -> None:
    """Run dbt with the given arguments and exit with its status."""
    if sys.argv[1:] == ["--version"]:  # dbt itself would look up the newest release on the network
        from importlib.metadata import version

        print(f"Core:\n  - installed: {version('dbt-core')}")
        return
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    # What dbt parses lives until it ends, some seconds later: looking for garbage among it took a seventh of its time.
    gc.disable()
    from dbt.cli.main import cli

    cli()


def _end_with(parent: int) -> None:
    """A dbt whose run was killed would go on writing the warehouse under the next run's hands."""
    while os.getppid() == parent:
        time.sleep(0.1)
    os._exit(1)
