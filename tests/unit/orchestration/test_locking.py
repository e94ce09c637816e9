"""One writer a home."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from threading import Thread

import pytest

from orchestration.errors import GongkaiError
from orchestration.home import Home
from orchestration.locking import writing

HOLDER = """
import sys
from orchestration.home import Home
from orchestration.locking import writing
with writing(Home.at(sys.argv[1]), wait=False):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(home: Home) -> Iterator[Callable[[], "subprocess.Popen[str]"]]:
    """Another process that holds the home until it is told a line."""
    processes: list[subprocess.Popen[str]] = []

    def start() -> "subprocess.Popen[str]":
        process = subprocess.Popen([sys.executable, "-c", HOLDER, str(home.root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        processes.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def test_another_run_is_named_by_its_process(home: Home, holder: Callable[[], "subprocess.Popen[str]"]) -> None:
    process = holder()
    with pytest.raises(GongkaiError) as refused, writing(home, wait=False):
        pass
    assert str(refused.value) == f"{home.root}: another run is working on this home (process {process.pid}); wait until it ends"


def test_a_killed_holder_frees_the_home(home: Home, holder: Callable[[], "subprocess.Popen[str]"]) -> None:
    process = holder()
    process.send_signal(signal.SIGKILL)
    process.wait()
    with writing(home, wait=False):
        assert home.lock.with_suffix(".pid").exists()


def test_a_waiting_run_goes_on_when_the_home_is_free(home: Home, holder: Callable[[], "subprocess.Popen[str]"]) -> None:
    process = holder()
    taken: list[bool] = []

    def wait() -> None:
        with writing(home):
            taken.append(True)

    thread = Thread(target=wait)
    thread.start()
    process.communicate("go\n")
    thread.join(timeout=10)
    assert taken == [True]


def test_a_holder_can_take_the_home_again(home: Home) -> None:
    with writing(home, wait=False), writing(home, wait=False):
        assert home.lock.with_suffix(".pid").exists()


def test_leaving_the_inner_hold_keeps_the_outer_one(home: Home) -> None:
    with writing(home, wait=False):
        with writing(home, wait=False):
            pass
        second = subprocess.run([sys.executable, "-c", HOLDER, str(home.root)], input="go\n", capture_output=True, text=True, check=False)
    assert "another run is working on this home" in second.stderr


def test_an_error_frees_the_home(home: Home, holder: Callable[[], "subprocess.Popen[str]"]) -> None:
    with pytest.raises(ValueError, match="a fault"), writing(home, wait=False):
        raise ValueError("a fault")
    assert holder().poll() is None


def test_two_homes_do_not_wait_for_each_other(home: Home, holder: Callable[[], "subprocess.Popen[str]"]) -> None:
    holder()
    other = Home(home.root.with_name("other")).prepare()
    with writing(other, wait=False):
        assert other.lock.with_suffix(".pid").exists()
