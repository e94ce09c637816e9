"""What reports carry beside figures of known indicators.

Lives here: the two calls that read them: `read_persons` (of any document: who may not be shown) and `read_annexes` (of reports).
The ledger is in ledger.py, running work items in tasks.py, cited policy documents in citations.py, officials and contacts in roster.py,
numbering in sections.py, what a name is in persons.py, what of it all is personal in personal.py; wording is CSV beside the code.
Elsewhere: printed forms (../forms), sentences with figures, the covering of personal data itself (../masking.py).
"""

from dataclasses import dataclass, field

from extractors import masking
from extractors.annexes.citations import read_citations
from extractors.annexes.ledger import Ledger, read_ledgers
from extractors.annexes.personal import read_personal
from extractors.annexes.roster import read_roster
from extractors.annexes.sections import read_outline
from extractors.annexes.tasks import read_tasks
from extractors.document import Document
from extractors.records import Citation, Contact, Issue, LedgerEntry, Personal, Report, Section, Task


@dataclass(slots=True)
class Persons:
    """Who stands in a document. `ledger` was read on the way: names stand in its descriptions."""

    contacts: list[Contact]
    personal: Personal
    ledger: Ledger


@dataclass(slots=True)
class Annexes:
    """What a report carries beside its figures."""

    ledger_entries: list[LedgerEntry] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def read_persons(document: Document) -> Persons:
    """The contacts of a document, and all of it that must be covered before it is shown."""
    found = masking.find(document.text)
    ledger = read_ledgers(document)
    roster = read_roster(document, found)
    return Persons(roster.contacts, read_personal(document, found, roster, ledger), ledger)


def read_annexes(document: Document, report: Report, persons: Persons) -> Annexes:
    """The annexes of a report; `report.document_number` is its own, and no citation."""
    outline = read_outline(document)
    citations = read_citations(document, report.document_number)
    ledger = persons.ledger
    return Annexes(ledger.entries, read_tasks(document, outline), citations, outline.sections, ledger.issues)
