"""The `gongkai` command: arguments, exit codes, and errors as one line."""

import errno
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from orchestration import cli
from orchestration.home import Home
from orchestration.locking import writing
from orchestration.publish import publish
from orchestration.run import Done
from orchestration.staging import Entry
from orchestration.summary import Summary

Make = Callable[..., Any]
GONGKAI = Path(sysconfig.get_path("scripts")) / "gongkai"
COMMANDS = ["run", "demo", "query", "explain", "hash", "rebuild", "docs", "ui", "sample", "label", "score"]


@pytest.fixture(autouse=True)
def _home_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_HOME", str(tmp_path / "home"))


def gongkai(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


def refusal(*arguments: object) -> str:
    """What a command that ends with 1 says, without its name."""
    result = gongkai(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    return result.stderr.removeprefix("gongkai: ")


def test_every_command_is_offered() -> None:
    assert sorted(cli.main.commands) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    result = gongkai(command, "--help")
    assert (result.exit_code, result.output.startswith(f"Usage: main {command}")) == (0, True)


@pytest.mark.parametrize(
    "arguments", [["run"], ["run", "a", "b"], ["query"], ["no-such-command"], ["hash", "--no-such-option"], ["ui", "--port", "x"]]
)
def test_wrong_usage_ends_with_two(arguments: list[str]) -> None:
    assert gongkai(*arguments).exit_code == 2


def test_a_file_as_home_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert gongkai("hash", "--home", tmp_path / "file").exit_code == 2


def test_a_missing_inbox_is_one_line(tmp_path: Path) -> None:
    assert refusal("run", tmp_path / "nowhere") == (
        f"{tmp_path}/nowhere: there is no such folder; give the folder that holds the reports\n"
    )


def test_an_empty_inbox_is_one_line(inbox: Path) -> None:
    assert refusal("run", inbox) == f"{inbox}: holds no files; put the reports there, one folder a delivery\n"


def test_a_missing_inbox_makes_no_home(tmp_path: Path) -> None:
    gongkai("run", tmp_path / "nowhere", "--home", tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_an_unwritable_home_is_one_line(inbox_file: Make, inbox: Path, tmp_path: Path) -> None:
    inbox_file("a.txt")
    (tmp_path / "file").write_text("", encoding="utf-8")
    home = tmp_path / "file" / "home"
    assert refusal("run", inbox, "--home", home) == f"{home}: cannot be written (Not a directory); give a folder of your own with --home\n"


def test_a_full_disk_at_the_start_is_one_line(inbox_file: Make, inbox: Path, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox_file("a.txt")
    monkeypatch.setattr("orchestration.home.LEAST_FREE_BYTES", 2**70)
    assert refusal("run", inbox).startswith(f"{home.root}: the disk is full (")


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        RuntimeError("IO Error: Could not write file: No space left on device"),
    ],
    ids=["disk", "quota", "in words"],
)
@pytest.mark.parametrize("wrapped", [False, True])
def test_a_full_disk_on_the_way_is_one_line(
    inbox: Path, home: Home, monkeypatch: pytest.MonkeyPatch, error: Exception, wrapped: bool
) -> None:
    def fail(home: Home, inbox: Path) -> Done:
        if wrapped:
            raise RuntimeError("a step failed") from error
        raise error

    monkeypatch.setattr("orchestration.run.run", fail)
    assert refusal("run", inbox) == f"{home.root}: the disk is full; make room and run again (nothing was published half-way)\n"


def test_what_a_user_can_mend_is_said_though_a_step_failed_over_it(inbox: Path, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(home: Home, inbox: Path) -> Done:
        raise RuntimeError("a step failed") from cli.GongkaiError("archive/ab: was damaged; run again")

    monkeypatch.setattr("orchestration.run.run", fail)
    assert refusal("run", inbox) == "archive/ab: was damaged; run again\n"


def test_a_fault_of_ours_is_one_line_that_names_its_traceback(inbox: Path, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(home: Home, inbox: Path) -> Done:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("orchestration.run.run", fail)
    assert refusal("run", inbox) == (
        f"ZeroDivisionError('a fault'); this is a fault of gongkai: please report it with {home.root}/last_error.txt\n"
    )


def test_the_traceback_of_a_fault_is_kept(inbox: Path, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(home: Home, inbox: Path) -> Done:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("orchestration.run.run", fail)
    gongkai("run", inbox)
    assert (home.root / "last_error.txt").read_text(encoding="utf-8").startswith("Traceback (most recent call last):\n")


@pytest.fixture
def held(home: Home) -> Iterator["subprocess.Popen[str]"]:
    """Another process that holds the home."""
    script = (
        "import sys; from orchestration.home import Home; from orchestration.locking import writing\n"
        f"with writing(Home.at({str(home.root)!r})): print('held', flush=True); sys.stdin.readline()"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.communicate("go\n")


def test_a_home_that_another_run_holds_is_one_line_with_its_process(
    held: "subprocess.Popen[str]", inbox_file: Make, inbox: Path, home: Home
) -> None:
    inbox_file("a.txt")
    assert refusal("run", inbox) == f"{home.root}: another run is working on this home (process {held.pid}); wait until it ends\n"


def test_a_held_home_is_not_rebuilt(held: "subprocess.Popen[str]", home: Home) -> None:
    home.warehouse.write_bytes(b"kept")
    refusal("rebuild")
    assert home.warehouse.read_bytes() == b"kept"


@pytest.mark.parametrize("arguments", [["query", "select 1"], ["hash"], ["docs"]])
def test_before_the_first_publish_the_remedy_is_told(home: Home, arguments: list[str]) -> None:
    assert refusal(*arguments) == f"{home.root}: nothing is published yet; run `gongkai run INBOX --home {home.root}` first\n"


def test_a_home_without_lake_is_not_rebuilt(tmp_path: Path) -> None:
    assert refusal("rebuild") == f"{tmp_path}/home: holds no lake to rebuild from; run `gongkai run INBOX` instead\n"


def test_a_query_prints_its_rows(marts: Home) -> None:
    publish(marts, {})
    assert gongkai("query", "select report_id from dim_report", "--csv").output == "report_id\nr1\n"


def test_hash_prints_one_line_a_table_and_one_for_the_figures(marts: Home) -> None:
    publish(marts, {})
    names = [line.split("  ")[1] for line in gongkai("hash").output.splitlines()]
    assert names == ["dim_document", "dim_report", "fct_finding", "fct_numeral_count", "fct_observation", "mart_unexplained", "figures"]


def test_readers_do_not_wait_for_a_run(marts: Home, held: "subprocess.Popen[str]") -> None:
    publish(marts, {})
    assert gongkai("query", "select 1 as n", "--csv").output == "n\n1\n"


def test_a_taken_port_is_one_line(home: Home) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        message = refusal("ui", "--port", port)
    assert message == f"port {port}: is taken on this machine (Address already in use); choose another with --port\n"


@pytest.fixture
def closing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A run that did nothing but end with a given summary."""

    def make(*held: Entry) -> Result:
        monkeypatch.setattr("orchestration.run.run", lambda home, inbox: Done(("A", "B"), published=True, held=held))
        classes = (("table_figure", 30000), ("numbering", 19900), ("date", 75), ("bare", 25))
        contexts = (("占分值N分", 12), ("面积\tN\t", 1))
        summary = Summary(1200, 34567, 8, 9, 50000, 25, 400, 30, classes, contexts)
        monkeypatch.setattr("orchestration.summary.summarise", lambda home: summary)
        return gongkai("run", "inbox")

    return make


HELD = Entry("A", "000002", "held", "扣留：某条规则", 1, 1, 1, 0, "f", "s")


def test_a_good_run_ends_with_zero(closing: Callable[..., Result]) -> None:
    assert closing().exit_code == 0


def test_a_run_with_a_held_delivery_ends_with_three(closing: Callable[..., Result]) -> None:
    assert closing(HELD).exit_code == 3


def test_the_summary_tells_why_a_delivery_is_held(closing: Callable[..., Result]) -> None:
    assert "    A: 扣留：某条规则\n" in closing(HELD).output


@pytest.mark.parametrize(
    "line",
    [
        "2 deliveries ingested, marts published in ",
        "reports                 1,200",
        "figures                34,567",
        "contradictions              8",
        "numbers                50,000   (table_figure 60.0%, numbering 39.8%)",
        "most of them: “占分值N分” 12, “面积 N” 1   (marts.mart_unexplained lists all)",
        "unexplained             0.05%   (of all numbers in the reports: 25 of 50,000)",
        "places not known        7.50%   (of all publishers: 30 of 400)",
        "rejected files              9",
        "held deliveries             0",
        "/home/published/marts.duckdb",
    ],
)
def test_the_summary_tells_what_there_is_and_where(closing: Callable[..., Result], line: str) -> None:
    assert line in closing().output


def test_the_summary_shows_quality_pages_that_know_the_held_delivery(closing: Callable[..., Result], home: Home) -> None:
    """A held delivery publishes nothing: the pages about it lie in the home, not in what was published before."""
    assert f" {home.root}/quality/index.html" in closing(HELD).output


def test_the_summary_counts_what_is_published(marts: Home) -> None:
    from orchestration.summary import summarise

    publish(marts, {})
    classes = (("table_figure", 30), ("date", 9), ("bare", 1))
    assert summarise(marts) == Summary(1, 2, 1, 2, 40, 1, publishers=1, unmatched=1, classes=classes, contexts=(("分值N", 1),))


def test_before_the_first_publish_the_summary_counts_nothing(home: Home) -> None:
    from orchestration.summary import summarise

    assert summarise(home) == Summary(0, 0, 0, 0, 0, 0, 0, 0)


def test_the_installed_command_says_one_line_and_no_traceback(tmp_path: Path) -> None:
    done = subprocess.run([GONGKAI, "run", tmp_path / "nowhere"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        f"gongkai: {tmp_path}/nowhere: there is no such folder; give the folder that holds the reports\n",
    )


def test_a_reader_that_had_enough_is_no_fault(marts: Home) -> None:
    """`gongkai query … | head` closes the pipe early."""
    publish(marts, {})
    with subprocess.Popen(
        [GONGKAI, "query", "--csv", "select * from range(1000000)"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""


def test_a_command_with_a_home_leaves_the_lock_free(home: Home, inbox: Path) -> None:
    gongkai("run", inbox, "--home", home.root)
    with writing(home, wait=False):
        assert home.lock.exists()
