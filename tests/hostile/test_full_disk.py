"""A disk that fills up: one clear line, readers keep what they had, and with room again a run needs no help.

The disk is real: a small tmpfs that the test mounts, with the home on it and a file beside the home that takes all room at a given
moment. Elsewhere: each place that writes, alone and with a made-up error (tests/unit/orchestration).
"""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.running import SAMPLES, TIMEOUT_SECONDS, Result, ask, command, gongkai, hashes, run, run_statuses

pytestmark = pytest.mark.hostile

# Room for the home (about 100 MB with its older publishes) beside the 200 MB that a run asks for at its start.
DISK = "400m"
FIRST_DELIVERY = "历年补录"


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A file system of its own, unmounted at the end whatever happened."""
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    folder = tmp_path_factory.mktemp("disk")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", folder], capture_output=True, text=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"this machine mounts no small disk: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        # Lazily, so that a process that hangs on the disk can't keep it.
        subprocess.run(["umount", "--lazy", folder], check=True)


class Filler:
    """The file that takes the room."""

    def __init__(self, disk: Path) -> None:
        self.path = disk / "filler"

    def take(self, leave_bytes: int = 0) -> None:
        """Take all room that there is now, but for `leave_bytes`."""
        free = shutil.disk_usage(self.path.parent).free - leave_bytes
        with self.path.open("ab") as file:
            if free > 0:
                try:
                    os.posix_fallocate(file.fileno(), file.tell(), free)
                except OSError:  # others wrote meanwhile: the next call takes what they left
                    return

    def give_back(self) -> None:
        self.path.unlink(missing_ok=True)


def _run_on_a_filling_disk(inbox: Path, home: Path, filler: Filler, has_come: Callable[[], bool]) -> Result:
    """A run whose disk is full from the moment on that `has_come` tells."""
    process = subprocess.Popen(command("run", inbox, "--home", home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + TIMEOUT_SECONDS
    is_full = False
    while process.poll() is None and time.monotonic() < deadline:
        is_full = is_full or has_come()
        if is_full:
            filler.take()
        time.sleep(0.005)
    process.kill()
    out, err = process.communicate()
    assert is_full, f"the run ended before the moment came: {err}{out}"
    return Result(process.returncode, out, err)


@dataclass(frozen=True)
class Attempt:
    """A run on a disk without room: how it ended, and what readers then find."""

    result: Result
    link: str
    figures: int


@dataclass(frozen=True)
class Story:
    """A published home, runs that die of a full disk further and further on, and the run after there was room again."""

    link: str
    figures: int
    attempts: dict[str, Attempt]
    statuses: list[str]
    leftovers: list[str]
    hashes: dict[str, str]


@pytest.fixture(scope="module")
def story(disk: Path, tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("beside")
    inbox, home = folder / "inbox", disk / "home"
    filler = Filler(disk)
    shutil.copytree(SAMPLES / FIRST_DELIVERY, inbox / FIRST_DELIVERY)
    run(inbox, home)
    shutil.copytree(SAMPLES, inbox, dirs_exist_ok=True)

    def state() -> tuple[str, int]:
        return str((home / "published").readlink()), ask(home, "select count(*) from marts.fct_observation")[0][0]

    link, figures = state()
    build_log = home / "dbt" / "build.log"
    built_at = build_log.stat().st_mtime_ns
    filler.take(leave_bytes=100 * 2**20)
    attempts = {"before the start": Attempt(gongkai("run", inbox, "--home", home), *state())}
    filler.give_back()
    moments: dict[str, Callable[[], bool]] = {
        "while reading": lambda: (home / "dagster" / "running").exists(),
        "while building the marts": lambda: build_log.stat().st_mtime_ns != built_at,
        "while publishing": lambda: any((home / "publishes").glob(".*.tmp")),
    }
    for name, has_come in moments.items():
        attempts[name] = Attempt(_run_on_a_filling_disk(inbox, home, filler, has_come), *state())
        filler.give_back()
    run(inbox, home)
    leftovers = [str(path.relative_to(home)) for path in home.rglob("*.tmp*")]
    return Story(link, figures, attempts, run_statuses(home), leftovers, hashes(home))


MOMENTS = ["before the start", "while reading", "while building the marts", "while publishing"]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_full_disk_is_one_line_with_its_remedy(story: Story, moment: str) -> None:
    result = story.attempts[moment].result
    assert result.code == 1, result
    (line,) = result.err.splitlines()
    assert "the disk is full" in line
    assert "make room and run again" in line


def test_too_little_room_at_the_start_is_said_in_numbers(story: Story) -> None:
    assert re.search(r"\((9\d|100) MB free, 200 MB needed\)", story.attempts["before the start"].result.err)


@pytest.mark.parametrize("moment", MOMENTS)
def test_readers_keep_what_they_had(story: Story, moment: str) -> None:
    attempt = story.attempts[moment]
    assert (attempt.link, attempt.figures) == (story.link, story.figures)


def test_with_room_again_a_run_gives_what_an_undisturbed_one_gives(story: Story, undisturbed: tuple[dict[str, str], float]) -> None:
    assert story.hashes == undisturbed[0]


def test_no_run_is_left_hanging(story: Story) -> None:
    assert set(story.statuses) == {"SUCCESS", "FAILURE"}


def test_nothing_half_written_stays(story: Story) -> None:
    assert story.leftovers == []
