"""Documents that hang, crash or eat memory cost themselves: real worker processes, planted deeds."""

import os
import signal
import time
from pathlib import Path

import psutil
import pytest

from orchestration import supervision
from orchestration.errors import GongkaiError
from orchestration.supervision import Limits, supervise
from tests.unit.orchestration.faulty_readers import Deeds, do


@pytest.fixture(autouse=True)
def _limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_SECONDS_A_DOCUMENT", "1")
    monkeypatch.setenv("GONGKAI_MEGABYTES_A_DOCUMENT", "200")


def _done(folder: Path, *parts: tuple[str, ...]) -> list[list[str]]:
    """What became of each deed of each part."""
    todo = [Deeds(names, folder / str(number)) for number, names in enumerate(parts)]
    assert sum(supervise(todo, do, 2)) == sum(map(len, parts))
    return [part.done.read_text(encoding="utf-8").splitlines() for part in todo]


@pytest.mark.parametrize(
    ("deed", "reason"),
    [("hang", "reader_too_slow"), ("gobble", "reader_too_large"), ("crash", "reader_died"), ("leave", "reader_died")],
)
def test_a_document_that_kills_its_worker_costs_itself(deed: str, reason: str, tmp_path: Path) -> None:
    bad, good = _done(tmp_path, ("work", deed, "work"), ("work", "work"))
    assert (sorted(bad), good) == ([reason, "work", "work"], ["work", "work"])


def test_each_document_that_kills_its_worker_is_told_of(tmp_path: Path) -> None:
    (done,) = _done(tmp_path, ("work", "crash", "hang", "work", "crash"))
    assert sorted(done) == ["reader_died", "reader_died", "reader_too_slow", "work", "work"]


def test_what_the_work_raises_is_raised_here_and_no_worker_is_left(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a deed failed") as error:
        _done(tmp_path, ("hang",), ("work", "fail"), ("work",))
    assert any("in _fail" in note for note in error.value.__notes__)
    assert _workers() == []


@pytest.mark.parametrize(("deed", "told"), [("fail unsendably", "_Unsendable: a deed: failed"), ("panic", "_Panic: a deed failed")])
def test_what_can_not_be_sent_is_told_in_words(deed: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=told) as error:
        _done(tmp_path, ("work", deed))
    assert any("faulty_readers" in note for note in error.value.__notes__)


def test_a_document_that_ends_as_its_worker_is_killed_for_it_is_blamed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The look at the memory comes late: the document is done by then."""
    part = Deeds(("work", "linger", "linger on"), tmp_path / "done")
    looks = iter([0])

    def late(worker: supervision._Worker) -> None:
        if worker._state[0] == 1 and next(looks, None) is not None:
            while worker._state[0] == 1:
                time.sleep(0.01)
            worker._too_large = 1
            worker._process.kill()

    monkeypatch.setattr(supervision._Worker, "end_if_too_large", late)
    assert sum(supervise([part], do, 1)) == len(part.names)
    assert sorted(part.done.read_text(encoding="utf-8").splitlines()) == ["linger on", "reader_too_large", "work"]


def test_a_part_that_is_done_as_its_worker_is_killed_is_done(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    looks = iter([0])

    def late(worker: supervision._Worker) -> None:
        if worker._state[0] == 0 and next(looks, None) is not None:
            while not worker.connection.poll():
                time.sleep(0.01)
            worker._too_large = 0
            worker._process.kill()

    monkeypatch.setattr(supervision._Worker, "end_if_too_large", late)
    todo = [Deeds(("linger",), tmp_path / "first"), Deeds(("work", "work"), tmp_path / "second")]
    assert list(supervise(todo, do, 1)) == [1, 2]
    assert [part.done.read_text(encoding="utf-8").split() for part in todo] == [["linger"], ["work", "work"]]
    assert next(looks, None) is None


def test_a_worker_that_dies_outside_any_document_blames_none(tmp_path: Path) -> None:
    with pytest.raises(GongkaiError, match="free some and run again"):
        _done(tmp_path, ("work", "work on"))


def test_a_death_that_comes_once_is_no_fault_of_the_document(tmp_path: Path) -> None:
    flag = tmp_path / "flag"
    parts = supervise([Deeds(("work", "work"), tmp_path / "done")], _killed_once(flag), 1)
    assert list(parts) == [2]
    assert (tmp_path / "done").read_text(encoding="utf-8") == "work\nwork\n"
    assert flag.exists()


def test_nothing_to_do_starts_nothing() -> None:
    started = time.monotonic()
    assert list(supervise([], do, 2)) == []
    assert time.monotonic() - started < 0.2


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "many"])
def test_a_limit_that_is_no_number_is_told_with_its_remedy(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_SECONDS_A_DOCUMENT", value)
    with pytest.raises(GongkaiError, match=f"GONGKAI_SECONDS_A_DOCUMENT={value}: .* unset it"):
        Limits.of_environment()


class _killed_once:  # noqa: N801  (a function that can be pickled)
    """Does the deeds, but the first time the process is killed in the midst of the first document, as by a system short of memory."""

    def __init__(self, flag: Path) -> None:
        self.flag = flag

    def __call__(self, part: Deeds, watch: supervision.Watch) -> int:
        with watch(0):
            if not self.flag.exists():
                self.flag.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return do(part, watch)


def _workers() -> list[psutil.Process]:
    """Children that run, but for the server that they come from and the tracker of its resources."""
    children = psutil.Process().children(recursive=True)
    return [child for child in children if child.ppid() != os.getpid() and child.status() != psutil.STATUS_ZOMBIE]
