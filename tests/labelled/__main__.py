"""Precision and recall of sentences over labelled passages.

    python -m tests.labelled [FOLDER] [--by indicator|theme|rule] [--show]

FOLDER is `tests/labelled/seen` unless named. `--show` prints every wrong and missing figure.
"""

import argparse
from pathlib import Path

from extractors.records import Observation
from tests.labelled.passages import Label, passages
from tests.labelled.score import Verdict, judge, tally, value_of


def _figure(figure: Observation) -> str:
    return (
        f"{figure.indicator_code} [{figure.member_label or ''}] {figure.basis} {figure.status} {value_of(figure)} {figure.qualifier}"
        f" «{figure.value_printed or ''}» {figure.recogniser_id}"
    )


def _label(label: Label) -> str:
    codes, members = "|".join(sorted(label.codes)), "|".join(sorted(label.members))
    return f"{codes} [{members}] {label.basis} {label.status} {label.value} {label.qualifier} «{label.printed}»"


def show(verdict: Verdict) -> None:
    """The passage with what is wrong and what is missing."""
    passage = verdict.passage
    print(f"=== {passage.passage_id} ({passage.theme})")
    print(passage.text.strip())
    for figure in verdict.wrong:
        print(f"    wrong    {_figure(figure)}")
    for label in verdict.missing:
        print(f"    missing  {_label(label)}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.labelled", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent / "seen")
    parser.add_argument("--by", choices=("indicator", "theme", "rule"), default="theme")
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    verdicts = [judge(passage) for passage in passages(arguments.folder)]
    if arguments.show:
        for verdict in verdicts:
            if verdict.wrong or verdict.missing:
                show(verdict)
    sums = tally(verdicts, arguments.by)
    print(f"{arguments.by:48}{'read':>6}{'right':>7}{'precision':>10}{'asked':>8}{'found':>7}{'recall':>10}")
    for key in sorted(sums.read | sums.asked, key=lambda key: (key == "all", key)):
        print(sums.line(key))


if __name__ == "__main__":
    main()
