"""`gongkai label` and `gongkai score`: a draft is what is read, a corrected draft tells what is not.

Lives here: drafts of the samples, and labels corrected in every way that counts. Elsewhere: the passages of the repository
(tests/unit/test_labelled_passages.py).
"""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractors.extract import extract
from extractors.records import Extraction
from orchestration import cli
from orchestration.labels.draft import draft
from orchestration.labels.passages import LABEL_COLUMNS, PASSAGE_COLUMNS, passages
from orchestration.labels.score import Verdict, judge
from orchestration.supervision import supervise

SAMPLES = Path(cli.__file__).parent / "samples"
TITLE = "霁月县墨痕镇2012年政府信息公开工作年度报告"
BODY = "本镇全年主动公开政府信息96条。收到政府信息公开申请5件。全年没有发生行政复议。"
LABELS = (
    "p1,proactive.items,,current,reported,96,条,exact,96,1,yes,",
    "p1,application.received,,current,reported,5,件,exact,5,,yes,",
    "p1,review,,current,stated_zero,0,件,exact,没有,1,yes,",
)


def folder(home: Path, body: str, *labels: str) -> Path:
    """A folder with one passage."""
    (home / "p.txt").write_text(f"=== p1\n{body}\n", encoding="utf-8")
    (home / "passages.csv").write_text(
        ",".join(PASSAGE_COLUMNS) + f"\np1,p.txt,{TITLE},一、概述,mixed,2012,township,tiaoli\n", encoding="utf-8"
    )
    (home / "labels.csv").write_text("\n".join((",".join(LABEL_COLUMNS), *labels)) + "\n", encoding="utf-8")
    return home


def judged(home: Path, body: str, *labels: str) -> tuple[list[str], list[str], list[str]]:
    """The codes read rightly, read wrongly, and missing."""
    (verdict,) = (judge(passage) for passage in passages(folder(home, body, *labels)))
    return codes(verdict)


def codes(verdict: Verdict) -> tuple[list[str], list[str], list[str]]:
    return (
        sorted(figure.indicator_code for figure, _ in verdict.right),
        sorted(figure.indicator_code for figure in verdict.wrong),
        sorted(min(label.codes) for label in verdict.missing),
    )


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("drafts") / "labels"
    assert run("label", SAMPLES, home).exit_code == 0
    return home


def test_a_fresh_draft_is_read_as_it_was_drafted(drafted: Path) -> None:
    verdicts = [judge(passage) for passage in passages(drafted)]
    assert sum(len(verdict.right) for verdict in verdicts) > 700
    assert [(verdict.passage.theme, codes(verdict)[1:]) for verdict in verdicts if verdict.wrong or verdict.missing] == []


def test_every_report_of_any_format_is_drafted_and_what_is_none_is_told(tmp_path: Path) -> None:
    done = draft(SAMPLES, tmp_path / "labels")
    assert done.reports == 14
    assert done.remarks == ["更正/附件扫描.doc: can't be read (damaged_file)"]


def test_drafts_show_nobody_s_name_or_phone(drafted: Path) -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in drafted.iterdir())
    assert "█" in written
    assert [word for word in ("墨小满", "云不归", "鹿呦呦", "0000-0000101", "13000000000") if word in written] == []


def test_numbers_that_are_no_figures_stand_in_the_draft_without_a_code(drafted: Path) -> None:
    (row,) = [
        row
        for row in rows(drafted / "labels.csv")
        if row["words"].endswith("【三】类名单从“乡里贴一份”改为“乡、村、组各贴一份”") and row["id"] == "r001"
    ]
    assert (row["indicator_code"], row["value"], row["unit"], row["required"]) == ("", "3", "类", "no")


def test_corrected_labels_are_never_overwritten(drafted: Path) -> None:
    before = (drafted / "labels.csv").read_bytes()
    result = run("label", SAMPLES, drafted)
    assert (result.exit_code, "holds labels already" in result.output) == (1, True)
    assert (drafted / "labels.csv").read_bytes() == before


def test_a_report_that_takes_too_much_memory_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orchestration.labels.draft.supervise", supervise)
    monkeypatch.setenv("GONGKAI_MEGABYTES_A_DOCUMENT", "40")
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(f"{TITLE}\n\n" + f"{BODY}\n" * 40_000, encoding="utf-8")
    (reports / "b.txt").write_text(f"{TITLE}\n\n{BODY}\n", encoding="utf-8")
    done = draft(reports, tmp_path / "labels")
    assert (done.reports, done.remarks) == (1, ["a.txt: can't be read (reader_too_large)"])
    assert [row["id"] for row in rows(tmp_path / "labels" / "passages.csv")] == ["r002"]


def test_a_report_that_a_reader_fails_on_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str, content: bytes) -> Extraction:
        if name == "xianchan-xiang.md":
            raise RuntimeError("a fault")
        return extract(name, content)

    monkeypatch.setattr("orchestration.labels.draft.extract", broken)
    done = draft(SAMPLES, tmp_path / "labels")
    assert done.reports == 13
    told = [
        remark for remark in done.remarks if "xianchan-xiang.md: can't be read (reader_failed: RuntimeError at test_labels.py" in remark
    ]
    assert len(told) == 1


@pytest.mark.parametrize("command", ["label", "score"])
def test_a_fault_leaves_nothing_among_the_labels(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a fault")

    home = folder(tmp_path, BODY, *LABELS)
    before = sorted(home.iterdir())
    monkeypatch.setattr("orchestration.labels.draft.draft", fail)
    monkeypatch.setattr("orchestration.labels.score.judge", fail)
    result = run(command, SAMPLES, home) if command == "label" else run(command, home)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "ZeroDivisionError('a fault'); this is a fault of gongkai: please report it with the lines above" in result.stderr
    assert sorted(home.iterdir()) == before


def test_where_nothing_can_be_read_nothing_is_left_behind(tmp_path: Path) -> None:
    result = run("label", SAMPLES / "更正" / "附件扫描.doc", tmp_path / "labels")
    assert (result.exit_code, "附件扫描.doc: can't be read (damaged_file)" in result.output) == (1, True)
    assert list((tmp_path / "labels").iterdir()) == []


def test_what_the_labels_say_is_right(tmp_path: Path) -> None:
    assert judged(tmp_path, BODY, *LABELS) == (["application.received", "proactive.items", "review"], [], [])


@pytest.mark.parametrize(
    "changed",
    [
        LABELS[0].replace(",96,条", ",97,条"),
        LABELS[0].replace("current", "cumulative"),
        LABELS[0].replace("exact", "at_least"),
        LABELS[0].replace("items,,", "items,网站,"),
        LABELS[0].replace("items", "items.website"),
        LABELS[0].replace("exact,96,1", "exact,5,1"),
    ],
)
def test_a_figure_that_differs_in_anything_is_wrong_and_its_label_missing(tmp_path: Path, changed: str) -> None:
    _, wrong, missing = judged(tmp_path, BODY, changed, *LABELS[1:])
    assert (wrong, len(missing)) == (["proactive.items"], 1)


def test_a_figure_that_no_label_has_is_wrong(tmp_path: Path) -> None:
    assert judged(tmp_path, BODY, *LABELS[1:])[1:] == (["proactive.items"], [])


def test_a_figure_that_is_not_asked_for_may_be_missing(tmp_path: Path) -> None:
    more = LABELS[2].replace("review", "litigation")
    assert judged(tmp_path, BODY, *LABELS, more)[2] == ["litigation"]
    assert judged(tmp_path, BODY, *LABELS, more.replace("yes", "no"))[2] == []


def test_a_number_without_a_code_asks_for_nothing(tmp_path: Path) -> None:
    assert judged(tmp_path, BODY, *LABELS, "p1,,,,,96,条,,96,1,no,")[1:] == ([], [])


def test_cells_between_bars_are_placed(tmp_path: Path) -> None:
    table = "| 项目 | 单位 | 数量 |\n|---|---|---|\n" + BODY
    assert judged(tmp_path, table.replace("|---|---|---|\n", ""), *LABELS)[1:] == ([], [])


@pytest.mark.parametrize(
    ("label", "told"),
    [
        (LABELS[0].replace("proactive.items", "proactive.item"), "line 2: 'proactive.item' is no code of the dictionary"),
        (LABELS[0].replace("exact,96,1", "exact,96,2"), "line 2: '96' stands there 1 times, so not at place 2"),
        (LABELS[0].replace("exact,96,1", "exact,96,first"), "line 2: occurrence 'first' is no number"),
        (LABELS[0].replace(",96,条", ",many,条"), "line 2: 'many' is no number"),
        (LABELS[0].replace(",96,条", ",NaN,条"), "line 2: 'NaN' is no number"),
        (LABELS[0].replace("current", "Current"), "line 2: basis 'Current' is none of current, part_year"),
        (LABELS[0].replace("reported", "report"), "line 2: status 'report' is none of reported, stated_zero"),
        (LABELS[0].replace("exact", "about"), "line 2: qualifier 'about' is none of exact, approximate"),
        (LABELS[0].replace(",yes,", ",YES,"), "line 2: required 'YES' is none of yes, no"),
        (LABELS[0] + '\np1,"' + "条" * 200_000, "labels.csv: is no CSV"),
        (LABELS[0].replace("p1", "p2"), "p2 has labels, but no row in passages.csv"),
    ],
)
def test_a_label_that_cannot_be_used_is_named_with_its_line(tmp_path: Path, label: str, told: str) -> None:
    result = run("score", folder(tmp_path, BODY, label))
    assert (result.exit_code, told in result.output) == (1, True), result.output


def test_a_passage_that_is_listed_twice_is_not_counted_twice(tmp_path: Path) -> None:
    listed = folder(tmp_path, BODY, *LABELS) / "passages.csv"
    listed.write_text(listed.read_text(encoding="utf-8") + listed.read_text(encoding="utf-8").splitlines()[1] + "\n", encoding="utf-8")
    result = run("score", tmp_path)
    assert (result.exit_code, "p1 stands there twice" in result.output) == (1, True), result.output


def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run("label", SAMPLES, tmp_path / "file" / "labels")
    assert (result.exit_code, len(result.output.splitlines())) == (1, 1), result.output
    assert "can't be made (Not a directory)" in result.output


def test_the_score_adds_up_by_what_is_asked_for(tmp_path: Path) -> None:
    home = folder(tmp_path, BODY, *LABELS[1:], LABELS[2].replace("review", "litigation"))
    lines = [line.split() for line in run("score", home, "--by", "indicator").output.splitlines()]
    assert lines[0] == ["indicator", "read", "right", "precision", "asked", "found", "recall"]
    assert lines[-2] == ["all", "3", "2", "66.7%", "3", "2", "66.7%"]
    assert ["proactive.items", "1", "0", "0.0%", "0", "0", "-"] in lines
    by_rule = [line.split() for line in run("score", home, "--by", "rule").output.splitlines()]
    assert ["prose:application.received", "1", "1", "100.0%", "1", "1", "100.0%"] in by_rule
    assert ["prose:litigation", "0", "0", "-", "1", "0", "0.0%"] in by_rule
    shown = run("score", home, "--show").output
    assert "wrong    proactive.items [] current reported 96 exact «96»" in shown
    assert "missing  litigation [] current stated_zero 0 exact «没有»" in shown
