"""`make bench`: how long the work takes, and how much memory, written to RESULTS.md.

Times are of whole processes on this machine; they are measured, never asserted. The floor that rates are held against is reading and
decoding the same files, measured in the same run, since machines differ and are noisy. The reports are invented (`gongkai sample`).
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.extract import extract
from orchestration import workers
from orchestration.archive import Source, receive
from orchestration.home import Home
from orchestration.inbox import deliveries
from orchestration.synthetic.generate import generate
from tests.benchmarks import readers
from tests.running import SHARED, ask, command

RESULTS = Path(__file__).with_name("RESULTS.md")
SEED = 20260101
FEW, MANY = 1_000, 10_000


@dataclass(frozen=True)
class Row:
    what: str
    target: str
    seconds: float
    megabytes: int | None = None
    note: str = ""


def main() -> None:
    """Measure everything and write the table."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for row in _rows(Path(folder)):
            print(f"{row.what}: {row.seconds:.2f} s {row.note}", file=sys.stderr, flush=True)
            rows.append(row)
    lines = [
        "# Benchmarks",
        "",
        f"`make bench` on {workers.cores()} cores, Python {sys.version.split()[0]}. Whole processes; memory is the largest process's peak.",
        "",
        "| what | target | seconds | MB | |",
        "|---|---|---:|---:|---|",
        *(f"| {row.what} | {row.target} | {row.seconds:.2f} | {row.megabytes or ''} | {row.note} |" for row in rows),
        "",
        *readers.lines(),
    ]
    RESULTS.write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))


def _rows(folder: Path) -> Iterator[Row]:
    environment = {**os.environ, "GONGKAI_HOME": str(folder / "home")}
    load = [sys.executable, "-c", "from orchestration.definitions import build; from orchestration.home import Home; build(Home.at())"]
    _measure(load, environment)  # parses the dbt project once
    yield Row("definitions load (median of three)", "<= 5 s", *sorted(_measure(load, environment) for _ in range(3))[1])
    if (SHARED / "seeds").is_dir():
        yield Row("run over five real reports, new home", "", *_measure(command("run", SHARED / "seeds", "--home", folder / "home")))
    for number in (FEW, MANY):
        yield from _published(folder / str(number), number)
    yield from _extraction(folder / str(FEW) / "inbox", folder / "extracted")


def _published(folder: Path, number: int) -> Iterator[Row]:
    """Invented reports from the inbox to the published marts, again with nothing new, and once more with one new report."""
    started = time.perf_counter()
    generate(number, folder, SEED)
    yield Row(f"{number:,} reports invented", "", time.perf_counter() - started)
    run, home = command("run", folder / "inbox", "--home", folder / "home"), folder / "home"
    target = "<= 90 s, <= 2048 MB" if number == MANY else ""
    seconds, megabytes = _measure(run)
    figures = ask(home, "select count(*) from marts.fct_observation")[0][0]
    note = f"{number / seconds:,.0f} reports/s; {figures:,} figures"
    yield Row(f"{number:,} reports, inbox to published", target, seconds, megabytes, note)
    yield Row("the same again: nothing new", "<= 10 s", *_measure(run))
    delivery = sorted((folder / "inbox").iterdir())[0]
    (delivery / "one-more.txt").write_bytes(sorted(delivery.iterdir())[0].read_bytes() + b"\n")
    yield Row(f"one new report into the {number:,}", "<= 30 s", *_measure(run))


def _measure(arguments: Sequence[str], environment: dict[str, str] | None = None) -> tuple[float, int]:
    """Seconds, and the peak memory in MB of the largest process: this one or those that it waited for (workers, dbt)."""
    started = time.perf_counter()
    process = subprocess.Popen(arguments, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    assert status == 0, f"{arguments} ended with {status}"
    return seconds, usage.ru_maxrss // 1024


def _extraction(inbox: Path, folder: Path) -> Iterator[Row]:
    """Extraction alone, on one core and on all, against the floor: reading and decoding the same files."""
    files = [path for path in sorted(inbox.rglob("*")) if path.is_file()]
    contents = [path.read_bytes() for path in files]
    floor = _seconds(lambda: sum(len(path.read_bytes().decode("utf-8", "replace")) for path in files))
    extract(files[0].name, contents[0])  # reads the tables of wording
    one = _seconds(lambda: sum(extract(path.name, data).report is not None for path, data in zip(files, contents, strict=True)))
    note = f"{len(files) / one:,.0f} reports/s; {one / floor:,.0f} x the floor (read + decode: {len(files) / floor:,.0f}/s)"
    yield Row(f"extraction of {len(files):,} reports on one core", "", one, None, note)
    home = Home(folder).prepare()
    for name, found in deliveries(inbox, home).items():
        receive(home, name, found)
    documents = [(path.name, (Source("report.txt", path.name, 0),)) for path in sorted((folder / "archive").glob("??/*"))]
    list(workers.write_parts(workers.parts(home, "first", "000000", documents, ())))  # starts the server of the workers
    every = _seconds(lambda: list(workers.write_parts(workers.parts(home, "second", "000000", documents, ()))))
    cores = workers.cores()
    note = f"{len(documents) / every:,.0f} reports/s in all, {len(documents) / every / cores:,.0f} per core; to Parquet"
    yield Row(f"extraction of {len(documents):,} reports on {cores} cores", ">= 400/s, aim 800/s", every, None, note)


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
