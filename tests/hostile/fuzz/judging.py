"""What must hold of whatever comes back from a file, however bad.

Lives here: reading one file as a run does (bundle or document, facts, frames), and the judgement of what came back.
Elsewhere: limits of time and memory, death of the process (watched_workers.py).
"""

import hashlib
import re
import tempfile
import traceback
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unittest.mock import patch

import polars as pl

from extractors import extract as extraction_module
from extractors.document import Document
from extractors.readers import MOST_BYTES, read
from extractors.records import Extraction
from orchestration import bundles
from orchestration.archive import Source
from orchestration.transforms import frames
from orchestration.transforms.batch import Batch, ReadDocument
from tests.running import ROOT

# Half the characters of the largest text that is read: nothing that expands comes near.
MOST_CHARACTERS = 16 * 1024 * 1024
# Members of one bundle that are read as documents: each of the others is judged by its name and reason.
MOST_READ = 20
_NO_TEXT = re.compile("[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@cache
def reasons() -> frozenset[str]:
    """The closed list."""
    return frozenset(pl.read_csv(ROOT / "extractors" / "issue_reasons.csv")["reason"])


def judged(name: str, data: bytes) -> tuple[str, list[str]]:
    """How a file ended in one word (read, bundle, or the reason it was refused), and everything that must not be."""
    try:
        with tempfile.NamedTemporaryFile(suffix=".received") as kept:
            kept.write(data)
            kept.flush()
            path = Path(kept.name)
            if bundles.is_bundle(path):
                return "bundle", list(_of_bundle(name, path))
        return _of_file(name, data)
    except Exception as error:
        places = traceback.extract_tb(error.__traceback__)[-3:]
        where = " < ".join(f"{Path(place.filename).name}:{place.lineno}" for place in reversed(places))
        return "raised", [f"{type(error).__name__} at {where}: {str(error)[:200]}"]


def _of_bundle(name: str, path: Path) -> Iterator[str]:
    count = 0
    for member in bundles.members(path):
        count += 1
        if (member.data is None) == (member.reason is None):
            yield f"member {member.path!r} with data and reason, or neither"
        if member.reason is not None and member.reason not in reasons():
            yield f"member with the unknown reason {member.reason}"
        yield from _of_path(member)
        if member.data is not None and count <= MOST_READ:
            yield from _of_file(f"{name}/{member.path}", member.data)[1]
    if not count:
        yield "a bundle that gives nothing, not even a reason"


def _of_path(member: bundles.Member) -> Iterator[str]:
    path = member.path
    if len(path) > 3 * (bundles.LONGEST_PATH + 1) or not unicodedata.is_normalized("NFC", path) or "\\" in path:
        yield f"member path {path[:80]!r} is too long or not canonical"
    if any(ord(character) < 32 or 0xD800 <= ord(character) < 0xE000 for character in path):
        yield f"member path {path[:80]!r} holds what no path may"
    if member.data is not None and (path.startswith("/") or ".." in path.split("/") or not path):
        yield f"member path {path[:80]!r} leads out of the bundle"


def _of_file(name: str, data: bytes) -> tuple[str, list[str]]:
    documents: list[Document] = []

    def kept(name: str, data: bytes) -> Document:
        documents.append(read(name, data))
        return documents[-1]

    with patch.object(extraction_module, "read", kept):
        extraction = extraction_module.extract(name, data)
    facts = extraction.document
    wrong = [*_of_outcome(extraction, data), *_of_document(documents[0]), *_of_facts(extraction)]
    if not wrong:
        sha256 = hashlib.sha256(data).hexdigest()
        source = Source(name, sha256, len(data))
        frames(Batch("fuzz", "000001", (ReadDocument(sha256, len(data), (source,), extraction),), ()))
    return facts.reason or facts.outcome, wrong


def _of_outcome(extraction: Extraction, data: bytes) -> Iterator[str]:
    facts = extraction.document
    yield from (f"the unknown reason {issue.reason}" for issue in extraction.issues if issue.reason not in reasons())
    if facts.outcome == "rejected":
        if facts.reason not in reasons() or len(extraction.issues) != 1 or extraction.text or extraction.observations:
            yield f"refused, but not with one reason alone: {facts.reason}, {len(extraction.issues)} issues"
    elif facts.reason is not None or not extraction.text.strip():
        yield f"read, but with reason {facts.reason} or without text"
    if len(data) > MOST_BYTES and facts.outcome == "read":
        yield "read, though larger than anything that is read"


def _of_document(document: Document) -> Iterator[str]:
    text = document.text
    if not unicodedata.is_normalized("NFC", text):
        yield "the text is not NFC"
    if bad := sorted(set(_NO_TEXT.findall(text))):
        yield f"the text holds {bad[:5]!r}"
    if len(text) > MOST_CHARACTERS:
        yield f"{len(text)} characters"
    if document.page_starts != sorted(document.page_starts) or not all(0 <= start <= len(text) for start in document.page_starts):
        yield "pages don't ascend within the text"
    end = 0
    for block in document.blocks:
        if not end <= block.start <= block.end <= len(text):
            yield f"a {block.kind} at [{block.start}, {block.end}) after {end}"
        end = block.end
        if block.table is None and ("\n" in text[block.start : block.end] or "\t" in text[block.start : block.end]):
            yield "a paragraph over several lines, or with a tab"
        if block.page is not None and not 1 <= block.page <= len(document.page_starts):
            yield f"a block on page {block.page} of {len(document.page_starts)}"
        if block.table is not None:
            for row in block.table.rows:
                if "\n" in text[row.start : row.end] or not block.start <= row.start <= row.end <= block.end:
                    yield f"a row at [{row.start}, {row.end}) of a table at [{block.start}, {block.end})"
                for cell in row.cells:
                    if "".join(text[piece.start : piece.end] for piece in cell.pieces) != cell.text:
                        yield f"a cell says {cell.text[:40]!r}, its place {text[cell.start : cell.end][:40]!r}"


def _of_facts(extraction: Extraction) -> Iterator[str]:
    text = extraction.text
    breaks = [match.start() for match in re.finditer("\n", text)]
    for observation in extraction.observations:
        place = f"{observation.indicator_code} at {observation.value_start}"
        if text[observation.char_start : observation.char_end] != observation.quote:
            yield f"{place}: the quote is not what stands there"
        if not 0 <= observation.value_start <= observation.value_end <= len(text):
            yield f"{place}: outside the text"
        if observation.number is not None and not observation.number.is_finite():
            yield f"{place}: the number {observation.number}"
        if observation.status == "reported" and not observation.value_printed:
            yield f"{place}: the number {observation.number} is not printed"
        if observation.line != bisect_left(breaks, observation.value_start) + 1:
            yield f"{place}: not on line {observation.line}"
    records = (*extraction.quantities, *extraction.ledger_entries, *extraction.tasks, *extraction.citations)
    yield from (
        f"a {type(record).__name__} outside the text" for record in records if not 0 <= record.char_start <= record.char_end <= len(text)
    )
    for sign in extraction.evidence:
        if sign.start is not None and not (sign.end is not None and 0 <= sign.start <= sign.end <= len(text)):
            yield f"a sign of {sign.field} outside the text"
    if extraction.personal is not None and any(not 0 <= start <= end <= len(text) for start, end in extraction.personal.spans):
        yield "personal data outside the text"
