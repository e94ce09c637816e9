"""The dbt command, as the pipeline runs it: it ends with its parent, and asks nobody on the network which version is newest.

Lives here: the entry point `gongkai-dbt`, which Dagster starts instead of `dbt`. Elsewhere: with which arguments (`marts`).
"""

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
    from dbt.cli.main import cli

    cli()


def _end_with(parent: int) -> None:
    """A dbt whose run was killed would go on writing the warehouse under the next run's hands."""
    while os.getppid() == parent:
        time.sleep(0.1)
    os._exit(1)
