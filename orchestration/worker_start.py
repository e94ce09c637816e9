"""What every worker needs, loaded once: imported by the fork server, before it forks any worker.

Lives here: reading one sample report, so that the tables of wording are read and their patterns compiled when workers start.
Elsewhere: the workers (`workers`). Nothing here may start a thread (no frame, no query): a fork would inherit it half.
"""

from importlib.resources import files

from extractors.extract import extract
from orchestration import workers

__all__ = ["workers"]

for _sample in sorted((files("orchestration") / "samples").iterdir(), key=lambda folder: folder.name):
    if _sample.is_dir():
        for _report in _sample.iterdir():
            extract(_report.name, _report.read_bytes())
