"""What a run has to do, found out before anything heavy is imported.

Lives here: comparing the inbox, the archive, the lake, the ledger and what is published. With nothing new, neither Dagster, nor
Great Expectations, nor dbt starts.
Elsewhere: doing it (`run`).
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from expectations.fingerprint import fingerprint as suite_fingerprint
from orchestration import archive, ingest, lake, marts, staging
from orchestration.home import Home
from orchestration.inbox import InboxFile
from orchestration.publish import manifest


@dataclass(frozen=True)
class Plan:
    """The deliveries to ingest, sorted, and whether the marts are to be published even where no delivery is."""

    deliveries: tuple[str, ...]
    publish: bool

    @property
    def is_empty(self) -> bool:
        return not self.deliveries and not self.publish


def make(home: Home, found: Mapping[str, Sequence[InboxFile]]) -> Plan:
    """What a run has to do for the files `found` in the inbox, by delivery, and for what HOME already holds."""
    entries = staging.ledger(home)
    names = sorted({*found, *archive.delivery_names(home), *lake.delivery_names(home)})
    todo = tuple(name for name in names if archive.unknown_files(home, name, found.get(name, [])) or is_unfinished(home, name, entries))
    return Plan(todo, publish=publish_is_due(home))


def publish_is_due(home: Home) -> bool:
    """Whether the published marts were made of other loads, or by another dbt project, than there are now."""
    return manifest(home).get("basis") != publish_basis(home)


def is_unfinished(home: Home, delivery: str, entries: list[staging.Entry]) -> bool:
    """Whether a delivery has sources to read, loads to bring into staging, or loads to judge. A load that was held, and would be
    held again, is finished."""
    own = {entry.load_id: entry for entry in entries if entry.delivery == delivery}
    sources = ingest.outstanding(home, delivery, entries)
    held = ingest.held_load(home, delivery, sources)
    if (sources and held is None) or ingest.stale_loads(home, delivery, entries, held):
        return True
    if own.keys() != {load.load_id for load in lake.loads(home, delivery)}:
        return True
    return any(
        entry.verdict == "pending" or (entry.verdict == "held" and entry.suite_fingerprint != suite_fingerprint()) for entry in own.values()
    )


def publish_basis(home: Home) -> dict[str, str]:
    """What the marts are made of: the accepted loads and the dbt project. Equal bases give equal marts."""
    accepted = [entry for entry in staging.ledger(home) if entry.verdict == "accepted"]
    loads = "\n".join(f"{entry.delivery}\0{entry.load_id}\0{entry.extractor_fingerprint}" for entry in accepted)
    return {"accepted_loads": hashlib.sha256(loads.encode()).hexdigest(), "dbt_project": marts.fingerprint()}
