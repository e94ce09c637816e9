"""Killed at any moment, a run is mended by the next one: same rows, no help, no run left hanging.

The moments are spread evenly over the length of an undisturbed run; $GONGKAI_KILLS says how many (`make kill`: twenty).
"""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import psutil
import pytest

from tests.running import SAMPLES, command, hashes, run, run_statuses

pytestmark = pytest.mark.hostile

MOMENTS = int(os.environ.get("GONGKAI_KILLS", "2"))


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_a_run_after_a_kill_gives_what_an_undisturbed_run_gives(
    undisturbed: tuple[dict[str, str], float], tmp_path: Path, moment: int
) -> None:
    expected, seconds = undisturbed
    home = tmp_path / "home"
    process = subprocess.Popen(command("run", SAMPLES, "--home", home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds * (moment + 0.5) / MOMENTS)
    children = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    process.send_signal(signal.SIGKILL)
    process.wait()
    run(SAMPLES, home)
    assert hashes(home) == expected
    assert set(run_statuses(home)) <= {"SUCCESS", "FAILURE"}
    _, alive = psutil.wait_procs(children, timeout=10)
    assert alive == [], "a child of the killed run goes on"
    shutil.rmtree(home)
