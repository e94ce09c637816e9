"""Recognition of distorted tables, by kind of distortion, generation and format.

    python -m tests.distorted 2000 --seed 1 [--kind K] [--format F] [--generation G]
        [--show-wrong N] [--show-missing N] [--keep DIR] [--case N] [--jobs N] [--real] [--rules]

Exits 0 where nothing is wrong and the share found is not below FLOOR.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable
from multiprocessing import Pool
from pathlib import Path

from tests.distorted.cases import MIXED, cases, draw, settle
from tests.distorted.file_writers import FORMATS, written
from tests.distorted.forms import GENERATIONS
from tests.distorted.huaian import refilled
from tests.distorted.judge import FLOOR, Verdict, judge
from tests.distorted.kinds import KINDS
from tests.distorted.reports import report
from tests.distorted.tables import Case


class Tally:
    """Sums of verdicts."""

    def __init__(self) -> None:
        self.tables = self.asked = self.found = self.wrong = self.dropped = self.placed = 0

    def add(self, case: Case, verdict: Verdict) -> None:
        self.tables += len({table.kind for table in case.tables})
        self.asked += verdict.asked
        self.found += verdict.found
        self.wrong += len(verdict.wrong)
        self.dropped += verdict.dropped
        self.placed += verdict.placed

    @property
    def share(self) -> float:
        return self.found / self.asked if self.asked else 1.0

    def line(self, name: str) -> str:
        placed = f"  {self.placed}/{self.dropped} placed by sums" if self.dropped else ""
        return f"{name:32}{self.tables:8}{self.asked:10}{self.found:10}{self.share:10.2%}{self.wrong:8}{placed}"


def judged(case: Case) -> tuple[Case, Verdict]:
    return case, judge(case, *written(case))


def tallied(results: Iterable[tuple[Case, Verdict]], arguments: argparse.Namespace) -> Tally:
    """Adds up, shows and keeps what failed."""
    whole = Tally()
    by: dict[str, dict[str, Tally]] = {name: defaultdict(Tally) for name in ("kind", "generation", "format")}
    shown = {"wrong": arguments.show_wrong, "missing": arguments.show_missing}
    for case, verdict in results:
        whole.add(case, verdict)
        by["kind"][case.kinds[0]].add(case, verdict)
        by["generation"][case.generation].add(case, verdict)
        by["format"][case.form].add(case, verdict)
        for what, lines in (("wrong", verdict.wrong), ("missing", verdict.missing)):
            if lines and shown[what] > 0:
                shown[what] -= 1
                print(f"{what} in case {case.number} ({case.generation}, {case.form}, {' + '.join(case.kinds)}): {len(lines)}")
                print("".join(f"    {line}\n" for line in lines[:6]), end="")
        if arguments.keep and (verdict.wrong or verdict.missing):
            _keep(case, verdict, arguments.keep)
    for name, tallies in by.items():
        print(f"\n{'by ' + name:32}{'tables':>8}{'readable':>10}{'found':>10}{'share':>10}{'wrong':>8}")
        for value in sorted(tallies):
            print(tallies[value].line(value))
    print("\n" + whole.line("all"))
    return whole


def _keep(case: Case, verdict: Verdict, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{case.number:05}-{'wrong' if verdict.wrong else 'missing'}-{case.generation}-{'-'.join(case.kinds)}"
    suffix = FORMATS[case.form][0]
    (folder / f"{stem}{suffix}").write_bytes(verdict.data)
    (folder / f"{stem}.verdict").write_text("\n".join(["wrong:", *verdict.wrong, "missing:", *verdict.missing]) + "\n", encoding="utf-8")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.distorted", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tables", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=[*sorted(KINDS), MIXED])
    parser.add_argument("--format", choices=sorted(FORMATS))
    parser.add_argument("--generation", choices=GENERATIONS)
    parser.add_argument("--show-wrong", type=int, default=5)
    parser.add_argument("--show-missing", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--case", type=int, help="only this one of the cases that the other arguments draw")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--real", action="store_true", help="the tables of the real PDF, with its 222 figures")
    parser.add_argument("--rules", action="store_true", help="say what stays readable of each kind, and stop")
    arguments = parser.parse_args(argv)
    if arguments.rules:
        for name, kind in sorted(KINDS.items()):
            print(f"{name}: {' '.join(kind.rule.split())}")
        print(f"in every kind: {' '.join((settle.__doc__ or '').split())}")
        return 0
    make = refilled() if arguments.real else report
    generation = "form_2021" if arguments.real else arguments.generation
    wanted = (arguments.kind, arguments.format, generation, make)
    drawn: Iterable[Case] = cases(arguments.tables, arguments.seed, *wanted)
    if arguments.case is not None:
        drawn = [draw(arguments.seed, arguments.case, *wanted)]
    if arguments.jobs > 1:
        with Pool(arguments.jobs) as pool:
            whole = tallied(pool.imap(judged, drawn, chunksize=4), arguments)
    else:
        whole = tallied(map(judged, drawn), arguments)
    return int(whole.wrong > 0 or whole.share < FLOOR)


if __name__ == "__main__":
    sys.exit(main())
