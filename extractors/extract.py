"""One file to everything that it says.

Lives here: extract(), the one function that the worker pool calls: bytes to Document to identity, place, figures of tables, annexes,
figures of sentences, and what is left of the numerals, in that order.
Elsewhere: each step (readers/, identity/, places/, forms/, annexes/, prose/, numerals/); frames, keys and units
(`orchestration.transforms`).
"""

import re
from collections.abc import Iterator, Sequence

from extractors.annexes import read_annexes, read_persons
from extractors.characters import simplified
from extractors.document import Document
from extractors.forms.matcher import read_forms
from extractors.identity import Identity, identify
from extractors.identity.origins import Origin, settle
from extractors.numerals import counts_by_class, explain, tokenise
from extractors.places import state as state_place
from extractors.prose import confidence, read_prose
from extractors.prose.quantities import quantities
from extractors.prose.wording import half_width
from extractors.readers import read
from extractors.recognition import note_recognition
from extractors.records import DocumentFacts, Evidence, Extraction, Issue
from extractors.relations import read_relations

_LABEL = re.compile(r"\s*(?:\d{1,2}\s*[.、．)）]|[^\d\s])[^\n]*[\u4e00-\u9fff]")
# Other types (notices, interpretations, blank forms) may print figures, but they are not theirs.
TYPES_WITH_FIGURES = frozenset(("annual_report", "work_summary", "quarterly_report"))


def extract(name: str, data: bytes, origins: Sequence[Origin] = (), counts: Sequence[confidence.Evidence] | None = None) -> Extraction:
    """All facts of one file, with their places in `Extraction.text`.

    A pure function of `data` and `origins`, in any order; `name` only names the document. `origins` (the names under which the file came)
    fill the report's publisher and year where the text leaves them open, after all figures are read. Bad input doesn't raise: it comes
    back as outcome "rejected" with its reason, or as issues. `counts` (instead of confidence.csv) say how sure
    figures of sentences are: by none at all they are as sure as their rules say, which counting anew needs.
    """
    document = read(name, data)
    if document.reason is not None:
        return _rejected(document)
    identity = identify(document)
    report = identity.report
    extraction = Extraction(_facts(document), document.text, report, issues=[*document.issues, *identity.issues])
    persons = read_persons(document)
    extraction.contacts, extraction.personal = persons.contacts, persons.personal
    if report.document_type not in TYPES_WITH_FIGURES:
        if not any(issue.reason == "not_a_report" for issue in extraction.issues):
            extraction.issues.append(Issue("identity", "not_a_report", f"文件类型：{report.document_type}"))
        extraction.evidence = _placed(identity.evidence, document)
        extraction.issues += state_place(report, identity.evidence, document.text, _names(origins))
        return extraction
    reading = read_forms(document)
    report.form_generations = reading.generations
    extraction.issues += reading.issues
    annexes = read_annexes(document, report, persons)
    extraction.ledger_entries, extraction.tasks = annexes.ledger_entries, annexes.tasks
    extraction.citations, extraction.sections = annexes.citations, annexes.sections
    extraction.issues += annexes.issues
    text = simplified(document.text)
    numerals = tokenise(text)
    text = half_width(text)
    prose, passages = read_prose(document, text, report, numerals, counts)
    extraction.observations = reading.observations + prose
    note_recognition(document, extraction.observations)
    extraction.relations = read_relations(document, text, passages, numerals, prose)
    report.numerals_total = sum(numeral.count for numeral in numerals)
    report.numerals_unexplained = sum(numeral.count for numeral in explain(numerals, _claims(extraction, identity)))
    extraction.quantities = quantities(document, numerals, passages)
    extraction.numeral_counts = counts_by_class(numerals)
    signs, issues = settle(report, identity.evidence, text, origins) if origins else ([], [])
    extraction.evidence = _placed([*identity.evidence, *signs], document)
    extraction.issues += issues
    extraction.issues += state_place(report, [*identity.evidence, *signs], document.text, _names(origins))
    return extraction


def _names(origins: Sequence[Origin]) -> list[str]:
    """All paths under which the file came, in an order of their own."""
    return sorted({origin.path for origin in origins})


def _claims(extraction: Extraction, identity: Identity) -> list[tuple[int, int, str]]:
    """The stretches of text that a recogniser has read, with the class that their numerals get.

    Of the rows of forms these are the cells that gave a figure, and the words that label them: a number in another cell stays unexplained.
    """
    spans: list[tuple[int, int, str]] = []
    for observation in extraction.observations:
        if observation.source_kind == "table":
            spans.append((observation.value_start, observation.value_end, "table_figure"))
        else:
            spans.append((observation.value_start, observation.value_end, "prose_figure"))
    rows = {(o.char_start, o.char_end) for o in extraction.observations if o.source_kind == "table"}
    spans += [(*label, "form_label") for row in rows for label in _labels(extraction.text, *row)]
    spans += [
        (sign.start, sign.end, "identity")
        for sign in identity.evidence
        if sign.start is not None and sign.end is not None and _is_claim(sign)
    ]
    spans += [(entry.char_start, entry.char_end, "ledger") for entry in extraction.ledger_entries]
    spans += [(citation.char_start, citation.char_end, "citation") for citation in extraction.citations]
    return spans


def _labels(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The cells of a row that hold words: those that begin with a figure (22（其中修订16件）) are no labels."""
    place = start
    for cell in text[start:end].replace("\n", "\t").split("\t"):
        if not cell.isdecimal() and _LABEL.match(cell):
            yield place, place + len(cell)
        place += len(cell) + 1


def _placed(signs: list[Evidence], document: Document) -> list[Evidence]:
    """The signs with their lines and pages."""
    for sign in signs:
        if sign.start is not None:
            sign.line, sign.page = document.line_of(sign.start), document.page_of(sign.start)
    return signs


def _is_claim(sign: Evidence) -> bool:
    """A sentence that tells what kind of document it is was read for that word alone."""
    return sign.field != "document_type" or sign.source == "title"


def _facts(document: Document) -> DocumentFacts:
    return DocumentFacts(document.media_type, document.reader, "read", document.encoding, document.pages, len(document.text))


def _rejected(document: Document) -> Extraction:
    reason = document.reason or "unsupported_format"
    facts = DocumentFacts(document.media_type, None, "rejected", document.encoding, reason=reason)
    return Extraction(facts, issues=[Issue("read", reason, document.media_type)])
