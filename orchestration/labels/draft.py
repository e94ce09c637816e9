"""Reports to labelled drafts.

Lives here: `draft()`, which writes the text of each report and a row for each figure that Gongkai reads in it, in the format of
passages.py, for a person to correct. What the rows are proved against is the text, so they are read from the text as it is written:
a fresh draft scores 100 %.
Elsewhere: the format (passages.py), the score (score.py), the worker processes with their limits of time and memory (../supervision.py).

Names and telephone numbers are covered as in all that is published. Beside the format's own columns, `name`, `confidence` and `words`
(the number in its surroundings) help whoever corrects; nothing reads them.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from extractors.extract import extract
from extractors.masking import cover, mask
from extractors.numerals import PERCENT, QUANTITY
from extractors.prose.wording import pattern_of
from extractors.records import Extraction, Observation, Quantity
from orchestration import bundles
from orchestration.errors import GongkaiError
from orchestration.inbox import is_ignored
from orchestration.labels.passages import HEAD, LABEL_COLUMNS, LABELS, NONE, PASSAGE_COLUMNS, PASSAGES, Passage, indicators
from orchestration.labels.score import NO_CLAIM, member_of, read, value_of
from orchestration.supervision import Watch, supervise, unwatched
from orchestration.workers import cores, fault_of

COLUMNS = (*LABEL_COLUMNS, "name", "confidence", "words")
# Each reading of a text may leave out what is no part of it (page numbers, closing tabs); then it stays as it is.
_MOST_READINGS = 4
_AROUND = 24
_OPENING, _CLOSING = "【", "】"
_ZERO_WORDS = re.compile(r"[^\s,;:。，；：、（）()]{1,6}")
_TO_FILL = "未能读出数值，请填写"


@dataclass(slots=True)
class Drafted:
    """How much was written, and what a person must know of single files: one line each."""

    reports: int = 0
    figures: int = 0
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Task:
    """One report for a worker: `reason` is why it is not to be read, because it killed one."""

    number: int
    path: Path
    name: str
    reason: str | None = None
    is_retry: bool = False

    def split(self, _index: int, reason: str | None) -> "list[Task]":
        return [replace(self, reason=reason, is_retry=reason is None)]


@dataclass(slots=True)
class Told:
    """What a worker tells of one report; no text where there is nothing to label."""

    number: int
    text: str | None = None
    described: dict[str, object] = field(default_factory=dict)
    rows: list[dict[str, object]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def passage_id(self) -> str:
        return f"r{self.number:03}"


def draft(source: Path, folder: Path) -> Drafted:
    """Writes drafts of the reports of `source` (a file, or a folder with all below it) to `folder`.

    Raises GongkaiError where nothing could be read, or `folder` holds labels already: corrected rows are never overwritten.
    """
    if (folder / LABELS).exists() or (folder / PASSAGES).exists():
        raise GongkaiError(f"{folder}: holds labels already; give a new folder, so that none is overwritten")
    paths = _files(source)
    if not paths:
        raise GongkaiError(f"{source}: there is no report; give a file, or a folder that holds some")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GongkaiError(f"{folder}: can't be made ({error.strerror}); give a folder that may be written to") from error
    names = [path.relative_to(source).as_posix() if source.is_dir() else path.name for path in paths]
    todo = [Task(number, path, name) for number, (path, name) in enumerate(zip(paths, names, strict=True), start=1)]
    done = Drafted()
    with (
        (folder / PASSAGES).open("w", encoding="utf-8-sig", newline="") as listed,
        (folder / LABELS).open("w", encoding="utf-8-sig", newline="") as labelled,
    ):
        passages = csv.DictWriter(listed, PASSAGE_COLUMNS, restval="", lineterminator="\n")
        labels = csv.DictWriter(labelled, COLUMNS, restval="", lineterminator="\n")
        passages.writeheader()
        labels.writeheader()
        for told in _in_order(supervise(todo, drafted, cores())):
            done.remarks += told.remarks
            if told.text is None:
                continue
            (folder / f"{told.passage_id}.txt").write_text(f"=== {told.passage_id}\n{told.text}", encoding="utf-8", newline="\n")
            passages.writerow(told.described)
            labels.writerows(told.rows or [{"id": told.passage_id, "indicator_code": NONE}])
            done.reports += 1
            done.figures += sum(row["indicator_code"] != "" for row in told.rows)
    if done.reports == 0:
        (folder / PASSAGES).unlink()
        (folder / LABELS).unlink()
        raise GongkaiError(f"{source}: nothing to label; {'; '.join(done.remarks)}")
    return done


def _files(source: Path) -> list[Path]:
    if source.is_file():
        return [source]
    return sorted(path for path in source.rglob("*") if path.is_file() and not is_ignored(path.relative_to(source).as_posix()))


def _in_order(found: Iterable[Told]) -> Iterator[Told]:
    """What comes as workers are done with it, in the order of the files."""
    waiting: dict[int, Told] = {}
    following = 1
    for told in found:
        waiting[told.number] = told
        while following in waiting:
            yield waiting.pop(following)
            following += 1


def drafted(task: Task, watch: Watch = unwatched) -> Told:
    """Reads one report. Runs in a worker; what goes wrong with a report costs that report, and is told."""
    told = Told(task.number)
    if task.reason is not None:
        told.remarks.append(f"{task.name}: can't be read ({task.reason})")
        return told
    try:
        with watch(0):
            _read(task, told)
    except Exception as error:
        return Told(task.number, remarks=[f"{task.name}: can't be read (reader_failed: {fault_of(error)})"])
    return told


def _read(task: Task, told: Told) -> None:
    """The report as a passage, with what is read of the passage, into `told`; nothing but remarks where the file gives no text."""
    name = task.name
    if bundles.is_bundle(task.path):
        told.remarks.append(f"{name}: is a bundle; unpack it first")
        return
    try:
        content = task.path.read_bytes()
    except OSError as error:
        told.remarks.append(f"{name}: can't be opened ({error.strerror})")
        return
    original = extract(task.path.name, content)
    if original.report is None:
        told.remarks.append(f"{name}: can't be read ({original.document.reason})")
        return
    text = mask(original.text) if original.personal is None else cover(original.text, original.personal.spans)
    for _ in range(_MOST_READINGS):
        # A line that looks like the opening of a passage is none.
        passage = Passage(told.passage_id, name, HEAD.sub(r"＝＝＝ \1", text.strip("\n")) + "\n", 0, ())
        extraction = read(passage)
        if extraction.report is None:
            told.remarks.append(f"{name}: its text alone can't be read ({extraction.document.reason}); left out")
            return
        if extraction.text.strip("\n") == passage.text.strip("\n"):
            break
        text = extraction.text
    else:
        told.remarks.append(f"{name}: its text is not read twice alike; left out")
        return
    of_file, of_text = len(original.observations), len(extraction.observations)
    if of_file != of_text:
        told.remarks.append(f"{name}: {of_file} figures are read from the file, {of_text} from its text")
    told.text, told.described, told.rows = passage.text, _described(passage, extraction), list(_rows(passage, extraction))


def _described(passage: Passage, extraction: Extraction) -> dict[str, object]:
    report = extraction.report
    assert report is not None
    return {
        "id": passage.passage_id,
        "file": f"{passage.passage_id}.txt",
        "theme": passage.theme,
        "year": report.report_year or "",
        "body": report.government_level or "",
        "style": report.document_type,
    }


def _rows(passage: Passage, extraction: Extraction) -> Iterator[dict[str, object]]:
    """What is read, in reading order; among it the numbers that are no figures, without a code."""
    found: list[Observation | Quantity] = [*extraction.observations]
    found += [quantity for quantity in extraction.quantities if quantity.numeral_class in (QUANTITY, PERCENT)]
    for record in sorted(found, key=lambda record: record.value_start):
        row = _quantity(record) if isinstance(record, Quantity) else _observation(record, extraction.text)
        yield {"id": passage.passage_id, **row, **_place(str(row["printed"]), record.value_start, extraction.text)}


def _observation(figure: Observation, text: str) -> dict[str, object]:
    indicator = indicators()[figure.indicator_code]
    value = value_of(figure)
    is_read = figure.status != NO_CLAIM and (value is not None or figure.number is None)
    printed = figure.value_printed or ("" if figure.status == "blank" else _zero_words(text, figure.value_start))
    return {
        "indicator_code": figure.indicator_code,
        "member_label": member_of(figure),
        "basis": figure.basis,
        "status": figure.status if is_read else "reported",
        "value": _plain(value) if is_read else "",
        "unit": indicator["unit"],
        "qualifier": figure.qualifier or "",
        "printed": printed,
        "required": "yes",
        "note": "" if is_read else _TO_FILL,
        "name": indicator["name_zh"],
        "confidence": f"{figure.confidence:.2f}",
    }


def _quantity(quantity: Quantity) -> dict[str, object]:
    return {
        "indicator_code": "",
        "value": _plain(quantity.number),
        "unit": quantity.unit_printed or "",
        "printed": quantity.value_printed,
        "required": "no",
        "name": quantity.noun or "",
    }


def _place(printed: str, start: int, text: str) -> dict[str, object]:
    """Which of the places of `printed` it is, and the number between the words around it."""
    end = start + len(printed)
    around = f"{text[max(0, start - _AROUND) : start]}{_OPENING}{printed}{_CLOSING}{text[end : end + _AROUND]}"
    occurrence = sum(1 for _ in re.finditer(f"(?={re.escape(printed)})", text[:end])) if printed else ""
    return {"printed": printed.replace("\n", "\\n"), "occurrence": occurrence, "words": " ".join(around.split())}


def _zero_words(text: str, start: int) -> str:
    """The words that say zero."""
    trigger = pattern_of("zero_trigger").match(text, start) or _ZERO_WORDS.match(text, start)
    return trigger[0] if trigger is not None else text[start : start + 1]


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
