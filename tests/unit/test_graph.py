"""The graph that the UI shows: a change of it is meant, not an accident.

After a change that is meant: `python -m tests.unit.test_graph` writes graph.txt anew; read its difference before you commit it.
"""

from pathlib import Path

import dagster as dg
import pytest

from orchestration.definitions import build
from orchestration.home import Home

SNAPSHOT = Path(__file__).with_name("graph.txt")


def _graph(definitions: dg.Definitions) -> str:
    """One line an asset (its upstream, group, kinds, partitions), a check, a job."""
    lines = []
    graph = definitions.resolve_asset_graph()
    for key in sorted(graph.get_all_asset_keys(), key=lambda key: key.path):
        node = graph.get(key)
        upstream = ", ".join(sorted(parent.to_user_string() for parent in node.parent_keys))
        partitions = "by delivery" if node.partitions_def else "whole"
        lines.append(f"asset {key.to_user_string()} [{node.group_name}; {', '.join(sorted(node.kinds))}; {partitions}] <- {upstream}")
    lines += sorted(f"check {key.asset_key.to_user_string()}: {key.name}" for key in graph.asset_check_keys)
    lines += sorted(f"job {job.name}" for job in definitions.resolve_all_job_defs() if not job.name.startswith("__"))
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def definitions(tmp_path_factory: pytest.TempPathFactory) -> dg.Definitions:
    return build(Home.at(tmp_path_factory.mktemp("home")))


def test_the_graph_is_the_one_that_was_agreed(definitions: dg.Definitions) -> None:
    assert _graph(definitions) == SNAPSHOT.read_text(encoding="utf-8")


def test_every_asset_tells_the_ui_what_it_is(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    silent = [
        key for key in graph.get_all_asset_keys() if not (graph.get(key).description and graph.get(key).owners and graph.get(key).kinds)
    ]
    assert silent == []


def test_one_lineage_leads_from_the_inbox_to_what_is_published(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    reached = {dg.AssetKey(["inbox", "reports"])}
    waiting = list(reached)
    while waiting:
        for child in graph.get(waiting.pop()).child_keys - reached:
            reached.add(child)
            waiting.append(child)
    unreached = {key.to_user_string() for key in graph.get_all_asset_keys() - reached}
    # The registry (dbt seeds) enters from the side; so do the two dimensions that hold no rows yet.
    assert {name for name in unreached if not name.startswith("reference/")} <= {
        "marts/dim_agency",
        "marts/dim_indicator",
        "marts/dim_region",
        "marts/dim_rule",
    }
    assert dg.AssetKey(["published", "marts"]) in reached


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        SNAPSHOT.write_text(_graph(build(Home.at(folder))), encoding="utf-8")
