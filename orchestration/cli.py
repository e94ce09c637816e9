"""The `gongkai` command.

Lives here: arguments, exit codes, and errors as one line. Elsewhere: everything that a command does.
Exit codes: 0 done; 1 something to mend (one line says what); 2 wrong usage; 3 done, but a delivery is held back; 130 interrupted.
"""

import errno
import os
import shlex
import shutil
import socket
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orchestration.errors import GongkaiError
from orchestration.home import HOME_VARIABLE, Home

if TYPE_CHECKING:
    from orchestration.run import Done

HELD = 3
INTERRUPTED = 130
LOOPBACK = "127.0.0.1"


def _home_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--home",
        type=click.Path(file_okay=False, path_type=Path),
        help=f"Where the warehouse lies (default: ${HOME_VARIABLE}, else ./warehouse).",
    )(command)


def _one_line_errors(command: Callable[..., Any]) -> Callable[..., Any]:
    """Say in one line what went wrong; keep the traceback in the home, for whoever mends it."""

    @wraps(command)
    def guarded(*arguments: Any, home: Path | None, **options: Any) -> None:
        place = Home.at(home)
        os.environ[HOME_VARIABLE] = str(place.root)
        with _errors_told(place.root):
            command(*arguments, home=place, **options)

    return guarded


@contextmanager
def _errors_told(root: Path, keeps_traceback: bool = True) -> Iterator[None]:
    """The same for any block of work on the folder `root`. Where a folder is the user's own, nothing of ours is left in it."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output had enough (`| head`): no fault, and nobody to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        click.echo("gongkai: interrupted; run again to go on", err=True)
        sys.exit(INTERRUPTED)
    except Exception as error:
        click.echo(f"gongkai: {_explain(root, error, keeps_traceback)}", err=True)
        sys.exit(1)


@click.group()
@click.version_option(package_name="gongkai")
def main() -> None:
    """Folders of Chinese government-information-disclosure annual reports in, published marts out."""


@main.command()
@click.argument("inbox", type=click.Path(path_type=Path))
@_home_option
@_one_line_errors
def run(inbox: Path, home: Home) -> None:
    """Read what is new in INBOX and publish. Each subfolder of INBOX is a delivery; loose files form one of their own."""
    _run(inbox, home)


@main.command()
@_home_option
@_one_line_errors
def demo(home: Home) -> None:
    """Run the sample reports that come with Gongkai (about places that don't exist)."""
    _run(Path(str(files("orchestration") / "samples")), home)


@main.command()
@click.argument("sql")
@click.option("--csv", "as_csv", is_flag=True, help="Print all rows as CSV.")
@_home_option
@_one_line_errors
def query(sql: str, as_csv: bool, home: Home) -> None:
    """Ask the published marts. SQL can read them and nothing else."""
    from orchestration.query import show

    show(home, sql, as_csv=as_csv)


@main.command()
@click.argument("observation_id")
@_home_option
@_one_line_errors
def explain(observation_id: str, home: Home) -> None:
    """Explain a published figure: its words in their surroundings, its place, what else says it, the rules that use it."""
    from orchestration.explain import explain as explain_figure

    click.echo("\n".join(explain_figure(home, observation_id)))


@main.command("hash")
@_home_option
@_one_line_errors
def hash_(home: Home) -> None:
    """Print what the published marts hold as one hash a table. `figures` is the same for the same words under any name and encoding."""
    from orchestration.hashing import table_hashes
    from orchestration.query import published

    with published(home) as connection:
        for name, digest in table_hashes(connection).items():
            click.echo(f"{digest}  {name}")


@main.command()
@_home_option
@_one_line_errors
def rebuild(home: Home) -> None:
    """Make the working warehouse again from the lake, judge every load anew, and publish."""
    from orchestration.lake import delivery_names
    from orchestration.run import rebuild as rebuild_home

    if not delivery_names(home):
        raise GongkaiError(f"{home.root}: holds no lake to rebuild from; run `gongkai run INBOX` instead")
    started = time.monotonic()
    _close(home, rebuild_home(home), started)


@main.command()
@_home_option
@_one_line_errors
def docs(home: Home) -> None:
    """Write the dbt documentation of the marts (every table and column described) as one page."""
    from orchestration.locking import writing
    from orchestration.marts import write_docs

    if not home.marts.exists():
        raise GongkaiError(f"{home.root}: nothing is published yet; run `gongkai run INBOX --home {home.root}` first")
    with writing(home, wait=False):
        click.echo(write_docs(home))


@main.command()
@click.option("--port", default=3000, show_default=True, help="The port on this machine.")
@_home_option
@_one_line_errors
def ui(port: int, home: Home) -> None:
    """Open the Dagster UI on this machine only (127.0.0.1)."""
    from orchestration import run_history

    home.prepare()
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError as error:
            raise GongkaiError(f"port {port}: is taken on this machine ({error.strerror}); choose another with --port") from error
    run_history.configure(home)
    click.echo(f"http://{LOOPBACK}:{port}")
    arguments = ["-m", "dagster", "dev", "--host", LOOPBACK, "--port", str(port), "--module-name", "orchestration.definitions"]
    os.execv(sys.executable, [sys.executable, *arguments])


@main.command()
@click.argument("count", type=click.IntRange(min=1), metavar="N")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--seed", default=0, show_default=True, help="Another seed gives other reports; the same gives the same bytes.")
def sample(count: int, folder: Path, seed: int) -> None:
    """Invent N reports: DIR/inbox to run, and DIR/truth with their true figures and the contradictions planted in them."""
    from orchestration.synthetic.generate import generate

    with _errors_told(folder):
        done = generate(count, folder, seed)
        click.echo(
            f"{done.reports:,} reports in {done.deliveries:,} deliveries with {done.figures:,} figures "
            f"and {done.contradictions:,} planted contradictions"
        )
        click.echo(f"{_called_by()} run {shlex.quote(str(folder / 'inbox'))}")


@main.command()
@click.argument("reports", type=click.Path(exists=True, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def label(reports: Path, folder: Path) -> None:
    """Write what is read of REPORTS (a file or a folder) to FOLDER as drafts of labels, to be corrected by hand and scored."""
    from orchestration.labels.draft import draft

    with _errors_told(folder, keeps_traceback=False):
        done = draft(reports, folder)
        for remark in done.remarks:
            click.echo(f"gongkai: {remark}", err=True)
        click.echo(f"{done.reports:,} reports with {done.figures:,} figures; correct {folder / 'labels.csv'}, then")
        click.echo(f"{_called_by()} score {shlex.quote(str(folder))}")


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, exists=True, path_type=Path))
@click.option("--by", type=click.Choice(("indicator", "theme", "rule")), default="theme", show_default=True, help="What to add up by.")
@click.option("--show", "is_shown", is_flag=True, help="Print every wrong and missing figure.")
def score(folder: Path, by: str, is_shown: bool) -> None:
    """Precision and recall over the labelled reports and passages of FOLDER."""
    from orchestration.labels.passages import passages
    from orchestration.labels.score import judge, shown, tally

    with _errors_told(folder, keeps_traceback=False):
        verdicts = [judge(passage) for passage in passages(folder)]
        if is_shown:
            for verdict in verdicts:
                if verdict.wrong or verdict.missing:
                    click.echo("\n".join(shown(verdict)))
        click.echo("\n".join(tally(verdicts, by).lines(by)))


def _run(inbox: Path, home: Home) -> None:
    from orchestration.run import run as run_inbox

    started = time.monotonic()
    _close(home, run_inbox(home, inbox), started)


def _close(home: Home, done: "Done", started: float) -> None:
    from orchestration.summary import lines, summarise

    summary = summarise(home)
    click.echo("\n".join(lines(home, summary, done, time.monotonic() - started, _called_by())))
    if done.held:
        sys.exit(HELD)


def _called_by() -> str:
    """`gongkai`, or the path by which an environment that is not active was reached."""
    called = sys.argv[0]
    return called if Path(called).name == "gongkai" and os.sep in called and not Path(called).is_absolute() else "gongkai"


def _explain(root: Path, error: BaseException, keeps_traceback: bool) -> str:
    chain = _causes(error)
    for cause in chain:
        if isinstance(cause, GongkaiError):
            return str(cause)
    if any(_is_full_disk(cause) for cause in chain) or _has_no_room(root):
        return f"{root}: the disk is full; make room and run again (nothing was published half-way)"
    return f"{error!r}; this is a fault of gongkai: please report it with {_kept_traceback(root if keeps_traceback else None, error)}"


def _causes(error: BaseException) -> list[BaseException]:
    """The error, what it was raised from, and so on; each once, since wrapped errors may refer to each other."""
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or link.__context__
    return chain


def _is_full_disk(error: BaseException) -> bool:
    words = str(error).lower()
    return getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "no space left" in words or "disk is full" in words


def _has_no_room(root: Path) -> bool:
    """SQLite calls a full disk an "I/O error", so the disk itself is asked."""
    return root.is_dir() and shutil.disk_usage(root).free < 2**20


def _kept_traceback(root: Path | None, error: BaseException) -> str:
    """Keep the traceback in the home; where there is none (yet), or it can't be written, print it."""
    if root is not None:
        path = root / "last_error.txt"
        with suppress(OSError):
            path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
            return str(path)
    traceback.print_exception(error)
    return "the lines above"
