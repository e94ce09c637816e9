"""What a person at a terminal sees while a run works.

Lives here: progress bars and step lines on standard error. Where that is no terminal (the UI, a log), nothing is drawn.
Elsewhere: the closing summary (`summary`), and Dagster's own log.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


@cache
def _console() -> "Console":
    from rich.console import Console

    # The terminal itself: while Dagster works, `sys.stderr` is not.
    return Console(file=sys.__stderr__)


@contextmanager
def bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar that is told how many are done, of how many. It is drawn from the first call on."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_console(), disable=not _console().is_terminal) as progress:
        task = progress.add_task(label, total=None, visible=False)
        yield lambda done, total: progress.update(task, completed=done, total=total, visible=True)


@contextmanager
def step(label: str) -> Iterator[None]:
    """A line that says what is going on, while it does."""
    if not _console().is_terminal:
        yield
        return
    with _console().status(label):
        yield
