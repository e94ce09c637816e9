"""Counts what is read rightly, by kind, for the confidence of figures in sentences.

    python -m tests.labelled.calibrate [--fresh NAME=FOLDER] [--forget NAME]

Without arguments generated reports (`gongkai sample`) are counted anew. `--fresh` counts a folder of labels that nobody had seen who wrote
the rules, under a name of its own: its first reading, before anything is mended by it (afterwards it tells nothing more, so `seen` is
never counted anew). `--forget` drops a source. All of them write extractors/prose/confidence.csv and CALIBRATION.md, and print the latter.

Lives here: counting, and the table that compares stated confidence with the share right. Elsewhere: what a kind is, and the confidence
made of the counts (`extractors.prose.confidence`); judging passages (`orchestration.labels`).
"""

import argparse
import csv
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from extractors.extract import extract
from extractors.prose.confidence import COLUMNS, RULE_WEIGHT, TABLE, Evidence, evidence, kind_of, measured
from extractors.records import Observation
from orchestration.labels.passages import passages, rows
from orchestration.labels.score import NO_CLAIM, PREFERRED_CONFIDENCE_MIN, is_same_label, judge, member_of, share, value_of
from orchestration.synthetic.generate import generate
from tests.distorted.cases import cases
from tests.distorted.file_writers import written
from tests.distorted.judge import fault

HOME = Path(__file__).parent
COUNTS = HOME.parents[1] / "extractors" / TABLE
REPORT = HOME / "CALIBRATION.md"
GENERATED, DISTORTED = "generated", "distorted tables"
REPORTS, TABLES, SEED = 600, 2000, 1
# No kind of sentence: what the form states of a cell is compared with what is right, and left as it is.
CELL = "cell of a table"
BINS = (0.0, PREFERRED_CONFIDENCE_MIN, 0.9, 0.94, 0.96, 0.98, 1.0)


class Read(NamedTuple):
    """One figure that was read: its kind, the confidence that its rule states, and whether it is right."""

    kind: str
    stated: float
    is_right: bool


def labelled(folder: Path) -> Iterator[Read]:
    """The figures of sentences read in a folder of labels."""
    for passage in passages(folder):
        verdict = judge(passage, counts=())
        for figure, is_right in [*((figure, True) for figure, _ in verdict.right), *((figure, False) for figure in verdict.wrong)]:
            if figure.source_kind == "prose":
                yield Read(kind_of(figure), figure.confidence, is_right)


def generated(folder: Path) -> Iterator[Read]:
    """The same of invented reports. A wording counts once, however many reports have it, and is right where all of them are."""
    truth = defaultdict(list)
    for row in rows(folder / "truth" / "figures.csv"):
        if row["source_kind"] == "prose":
            truth[row["file"]].append(row)
    wordings: dict[tuple[str, float, str, str], bool] = {}
    for file, stated in truth.items():
        extraction = extract(file, (folder / "inbox" / file).read_bytes(), counts=())
        for figure in extraction.observations:
            if figure.source_kind == "prose":
                key = (kind_of(figure), figure.confidence, figure.indicator_code, re.sub(r"\d+", "#", figure.quote))
                wordings[key] = wordings.get(key, True) and any(_says(row, figure) for row in stated)
    for (kind, confidence, *_), is_right in wordings.items():
        yield Read(kind, confidence, is_right)


def distorted() -> Iterator[Read]:
    """The figures of distorted tables, by the confidence with which the form placed them."""
    for case in cases(TABLES, SEED):
        truth = case.truth()
        for figure in extract(*written(case)).observations:
            if figure.source_kind == "table" and figure.status != NO_CLAIM:
                yield Read(CELL, figure.confidence, fault(case, truth, figure) == "")


def _says(row: dict[str, str], figure: Observation) -> bool:
    return (
        (figure.indicator_code, figure.basis, figure.status) == (row["indicator_code"], row["basis"], row["status"])
        and (row["value"] == "" or value_of(figure) == Decimal(row["value"]))
        and (figure.member_code == row["member_label"] or is_same_label(row["member_label"], member_of(figure)))
    )


def counted(source: str, is_fresh: bool, figures: Iterable[Read]) -> list[Evidence]:
    """The rows of a source."""
    read, right = Counter[tuple[str, float]](), Counter[tuple[str, float]]()
    for figure in figures:
        read[figure.kind, figure.stated] += 1
        right[figure.kind, figure.stated] += figure.is_right
    return [Evidence(kind, stated, source, is_fresh, count, right[kind, stated]) for (kind, stated), count in read.items()]


def foretold(counts: Iterable[Evidence], known: list[Evidence]) -> Iterator[tuple[float, int, int]]:
    """Confidence, read, right: the counts of fresh sources, each foretold without its own."""
    for row in counts:
        if row.is_fresh:
            yield measured(row.kind, row.stated, [other for other in known if other.source != row.source]), row.read, row.right


def report(known: list[Evidence]) -> str:
    """CALIBRATION.md."""
    cells = [row for row in known if row.kind == CELL]
    known = [row for row in known if row.kind != CELL]
    sources = sorted({(not row.is_fresh, row.source) for row in known})
    return "\n".join(
        [
            "# How sure a figure is",
            "",
            "Written by `make calibrate`. How confidence is made of the counts, tells `extractors/prose/confidence.py`.",
            "",
            "## Sentences: confidence and the share right",
            "",
            "Figures of fresh text, by the confidence that the *other* fresh sources give them, so that none foretells itself.",
            f"Below {PREFERRED_CONFIDENCE_MIN} (`preferred_confidence_min`) a figure waits for review (`fct_observation.needs_review`),"
            " never preferred.",
            "",
            "| confidence | figures | mean confidence | share right |",
            "|---|---|---|---|",
            *_bins(list(foretold(known, known))),
            "",
            "## Sentences by kind",
            "",
            "Right of read, and the confidence of a figure whose rule states 0.95.",
            "",
            f"| kind | confidence | {' | '.join(name + ('' if is_familiar else ' (fresh)') for is_familiar, name in sources)} |",
            "|---" * (len(sources) + 2) + "|",
            *_kinds(known, [name for _, name in sources]),
            "",
            "## Cells of tables",
            "",
            "Figures of distorted tables (`make distort`), by the confidence that the form states. It is left as it is: of cells below the",
            "bound only the printed sums tell the column; they are never preferred, however often the sums are right.",
            "",
            "| stated | figures | share right |",
            "|---|---|---|",
            *(f"| {row.stated} | {row.read:,} | {share(row.right, row.read)} |" for row in sorted(cells, key=lambda row: row.stated)),
            "",
        ]
    )


def _bins(figures: list[tuple[float, int, int]]) -> Iterator[str]:
    for least, most in zip(BINS, (*BINS[1:], 2.0), strict=True):
        inside = [figure for figure in figures if least <= figure[0] < most]
        if inside:
            yield _bin(f"{min(figure[0] for figure in inside):.3f} - {max(figure[0] for figure in inside):.3f}", inside)
    if figures:
        yield _bin("all", figures)


def _bin(name: str, inside: list[tuple[float, int, int]]) -> str:
    read = sum(figure[1] for figure in inside)
    return f"| {name} | {read} | {sum(figure[0] * figure[1] for figure in inside) / read:.1%} | {share(sum(f[2] for f in inside), read)} |"


def _kinds(known: list[Evidence], sources: list[str]) -> Iterator[str]:
    for kind in sorted({row.kind for row in known}):
        stated = 0.95 if kind not in ("guess", "unsure") else max(row.stated for row in known if row.kind == kind)
        cells = []
        for source in sources:
            mine = [row for row in known if (row.kind, row.source) == (kind, source)]
            cells.append(f"{sum(row.right for row in mine)} of {sum(row.read for row in mine)}" if mine else "-")
        yield f"| {kind} | {measured(kind, stated, known):.3f} | {' | '.join(cells)} |"


def write(known: list[Evidence]) -> None:
    """Both files."""
    with COUNTS.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(
            (row.kind, row.stated, row.source, "yes" if row.is_fresh else "no", row.read, row.right)
            for row in sorted(known, key=lambda row: (row.kind, row.stated, row.source))
        )
    REPORT.write_text(report(known), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.labelled.calibrate", description="Renew the confidence of figures in sentences.")
    parser.add_argument("--fresh", metavar="NAME=FOLDER", help="count labels that the rules were not written with")
    parser.add_argument("--forget", metavar="NAME", help="drop a source")
    arguments = parser.parse_args()
    if arguments.fresh:
        name, _, folder = arguments.fresh.partition("=")
        new = counted(name, True, labelled(Path(folder)))
    elif arguments.forget:
        name, new = arguments.forget, []
    else:
        with tempfile.TemporaryDirectory() as folder:
            generate(REPORTS, Path(folder) / "sample", SEED)
            new = [*counted(GENERATED, False, generated(Path(folder) / "sample")), *counted(DISTORTED, False, distorted())]
    replaced = {row.source for row in new} | ({name} if arguments.fresh or arguments.forget else set())
    known = [*(row for row in evidence() if row.source not in replaced), *new]
    write(known)
    print(report(known))
    print(f"weight of the rule's word: {RULE_WEIGHT} figures")


if __name__ == "__main__":
    main()
