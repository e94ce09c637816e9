"""The command: so many damaged files, or as many as the time allows, and what was found.

`python -m tests.hostile.fuzz --files 10000 --seconds 300 --seed 1`; `--only 123` reads one of them again and says what is wrong with it;
`--keep FOLDER` is where files that something is wrong with are kept, with a line of findings.txt each.
"""

import argparse
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from tests.hostile.fuzz.damaged_files import make
from tests.hostile.fuzz.judging import judged
from tests.hostile.fuzz.watched_workers import Case, Limits, Result, run

# A report takes some milliseconds, a megabyte of text up to five seconds: what takes more grows faster than its length.
# A page that shows as a picture is recognised in a second or two, and looked at from all sides where nothing is.
SECONDS_OF = dict.fromkeys(("image", "ofd", "pdf"), 10.0)
LIMITS = Limits(1.5, seconds_a_megabyte=6.0, most_seconds=60.0, bytes=1024 * 1024 * 1024, seconds_of=SECONDS_OF)
# More of the same tells nothing; all are kept.
MOST_SHOWN = 20


def main() -> int:
    arguments = _arguments()
    maker = partial(make, seed=arguments.seed)
    numbers = iter([arguments.only]) if arguments.only is not None else iter(range(arguments.files))
    deadline = time.monotonic() + arguments.seconds
    found: list[Result] = []
    keeper = _Keeper(arguments.keep)
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console, transient=True
    ) as progress:
        task = progress.add_task("reading", total=1 if arguments.only is not None else arguments.files)
        until = (number for number in numbers if time.monotonic() < deadline)
        for result in run(maker, judged, until, arguments.workers, LIMITS):
            found.append(result)
            progress.update(task, advance=1, description=f"{sum(bool(one.wrong) for one in found)} found")
            if result.wrong:
                case = maker(result.number)
                result.format = case.format
                keeper.keep(case, result)
                if keeper.count <= MOST_SHOWN:
                    progress.console.print(f"{result.number} {case.format} ({', '.join(case.damage)}): {result.wrong[0]}", markup=False)
    _report(found, arguments.seed)
    return 1 if any(result.wrong for result in found) else 0


class _Keeper:
    """Keeps the files that something is wrong with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0

    def keep(self, case: Case, result: Result) -> None:
        self.count += 1
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{case.number}-{case.format}").write_bytes(case.data)
        with (self.folder / "findings.txt").open("a", encoding="utf-8", errors="backslashreplace") as told:
            told.writelines(f"{case.number}-{case.format} ({', '.join(case.damage)}): {line}\n" for line in result.wrong)


def _report(found: list[Result], seed: int) -> None:
    counts = Counter(result.format for result in found)
    wrong = Counter(result.format for result in found if result.wrong)
    outcomes = Counter(result.outcome for result in found)
    print("outcomes: " + ", ".join(f"{name} {count}" for name, count in outcomes.most_common()))
    if found:
        slowest, largest = max(found, key=lambda one: one.seconds), max(found, key=lambda one: one.peak_bytes)
        print(
            f"slowest: {slowest.number} ({slowest.format}) {slowest.seconds:.2f} s; "
            f"most memory: {largest.number} ({largest.format}) {largest.peak_bytes >> 20} MB over the process's own"
        )
    told = ", ".join(f"{name} {counts[name]}" + (f" ({wrong[name]} found)" if wrong[name] else "") for name in sorted(counts))
    print(f"seed {seed}: {len(found):,} files, {sum(wrong.values())} found: {told}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz", description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", type=int, help="read the file of this number alone")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-findings"))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
