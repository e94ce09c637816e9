"""`make bench`: how long the work takes, and how much memory, written to RESULTS.md.

Times are of whole processes on this machine; they are measured, never asserted. The floor that rates are held against is reading and
decoding the same files, measured in the same run, since machines differ and are noisy.
"""

import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.extract import extract
from tests.running import SAMPLES, SHARED, ask, command

RESULTS = Path(__file__).with_name("RESULTS.md")
COPIES = 1000
# A number that fills a cell of a text table.
_CELL = re.compile(r"(?<=[|\t] )\d+(?= [|\t\n])|(?<=[|\t])\d+(?=[|\t\n])")


@dataclass(frozen=True)
class Row:
    what: str
    target: str
    seconds: float
    megabytes: int | None = None
    note: str = ""


def main() -> None:
    """Measure everything and write the table."""
    with tempfile.TemporaryDirectory() as folder:
        rows = list(_rows(Path(folder)))
    lines = [
        "# Benchmarks",
        "",
        f"`make bench` on {len(os.sched_getaffinity(0))} cores, Python {sys.version.split()[0]}. Whole processes; memory is the largest "
        "process's peak.",
        "",
        "| what | target | seconds | MB | |",
        "|---|---|---:|---:|---|",
        *(f"| {row.what} | {row.target} | {row.seconds:.2f} | {row.megabytes or ''} | {row.note} |" for row in rows),
        "",
    ]
    RESULTS.write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))


def _rows(folder: Path) -> list[Row]:
    rows = []
    home = folder / "home"
    environment = {**os.environ, "GONGKAI_HOME": str(home)}
    load = [sys.executable, "-c", "from orchestration.definitions import build; from orchestration.home import Home; build(Home.at())"]
    _measure(load, environment)  # parses the dbt project once
    rows.append(Row("definitions load (median of three)", "<= 5 s", *sorted(_measure(load, environment) for _ in range(3))[1]))
    if (SHARED / "seeds").is_dir():
        rows.append(Row("run over five real reports, new home", "", *_measure(command("run", SHARED / "seeds", "--home", home))))
        rows.append(Row("the same again: nothing new", "<= 10 s", *_measure(command("run", SHARED / "seeds", "--home", home))))
    copies = folder / "copies"
    _copy_samples(copies)
    many = folder / "many"
    seconds, megabytes = _measure(command("run", copies, "--home", many))
    figures = ask(many, "select count(*) from marts.fct_observation")[0][0]
    rows.append(Row(f"run over {COPIES} copies of the samples", "", seconds, megabytes, f"{figures:,} figures"))
    rows.append(Row("the same again: nothing new", "<= 10 s", *_measure(command("run", copies, "--home", many))))
    (copies / "one-more.txt").write_text((copies / "00000.txt").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    rows.append(Row(f"one new report into the {COPIES}", "<= 30 s", *_measure(command("run", copies, "--home", many))))
    return rows + _extraction(copies)


def _measure(arguments: Sequence[str], environment: dict[str, str] | None = None) -> tuple[float, int]:
    """Seconds, and the peak memory in MB of the process (dbt and workers, its children, are smaller)."""
    started = time.perf_counter()
    process = subprocess.Popen(arguments, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    assert status == 0, f"{arguments} ended with {status}"
    return seconds, usage.ru_maxrss // 1024


def _copy_samples(folder: Path) -> None:
    """Copies of the sample texts, each with other figures in its tables."""
    chance = random.Random(20260101)
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.rglob("*")) if path.suffix in (".txt", ".md") and _is_utf8(path)]
    folder.mkdir()
    for number in range(COPIES):
        text = _CELL.sub(lambda cell: str(chance.randrange(10 ** len(cell[0]))), texts[number % len(texts)])
        (folder / f"{number:05d}.txt").write_text(f"{text}\n", encoding="utf-8")


def _is_utf8(path: Path) -> bool:
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _extraction(folder: Path) -> list[Row]:
    """Extraction alone, on one core, against the floor: reading and decoding the same files."""
    files = sorted(folder.glob("*.txt"))
    started = time.perf_counter()
    contents = [path.read_bytes() for path in files]
    for content in contents:
        content.decode("utf-8")
    floor = time.perf_counter() - started
    started = time.perf_counter()
    for path, content in zip(files, contents, strict=True):
        extract(path.name, content)
    seconds = time.perf_counter() - started
    note = f"{len(files) / seconds:,.0f} reports/s; {seconds / floor:,.0f} x the floor (read + decode: {len(files) / floor:,.0f}/s)"
    return [Row(f"extraction of {len(files)} reports on one core", ">= 400/s on two", seconds, None, note)]


if __name__ == "__main__":
    main()
