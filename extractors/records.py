"""What extraction hands on: plain, typed records of one document.

Lives here: the record types that `extract()` returns. No frames, no keys of the warehouse, no units of the dictionary:
those are added by `orchestration.transforms`, which turns each record type into one staging table.
All offsets count code points of `Extraction.text`, the canonical text; `[start, end)` as in Python slices.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Outcome = Literal["read", "rejected"]
Basis = Literal["current", "part_year", "cumulative", "prior_year", "budget"]
Status = Literal["reported", "stated_zero", "blank", "not_applicable", "unreadable"]
Qualifier = Literal["exact", "approximate", "at_least", "at_most"]
SourceKind = Literal["table", "prose", "metadata"]
Role = Literal["lhs", "rhs", "numerator", "denominator"]
TextOrigin = Literal["native", "ocr"]
DocumentType = Literal["annual_report", "work_summary", "quarterly_report", "interpretation", "notice", "blank_form", "other"]
GovernmentLevel = Literal["province", "prefecture", "county", "township"]
# Where a sign of a report's identity stands: in the text, in the page around it (page_title), or with the file (file_name and below).
EvidenceSource = Literal[
    "metadata_block",
    "title",
    "period_sentence",
    "form_header",
    "form_footer",
    "signature",
    "compiled_by",
    "mention",
    "breadcrumb",
    "head",
    "text",
    "page_title",
    "file_name",
    "origin",
    "folder",
]
Stage = Literal["inbox", "read", "layout", "forms", "identity"]


@dataclass(slots=True)
class DocumentFacts:
    """What a file is, and whether it could be read. `pages` is None where the format has none (plain text)."""

    media_type: str
    reader: str | None
    outcome: Outcome
    encoding: str | None = None
    pages: int | None = None
    characters: int = 0
    reason: str | None = None


@dataclass(slots=True)
class Report:
    """What report a document is, as printed. A field that the document doesn't state is None.

    The places are those of the publisher, by the names of the report's year; `region_code` is None where the list of regions doesn't have
    its own place. `office` is the publisher behind its place, abbreviations written out; `agency_region_code` tells the place through
    renamings.
    """

    document_type: DocumentType
    title: str | None = None
    publisher: str | None = None
    region_code: str | None = None
    province: str | None = None
    prefecture: str | None = None
    county: str | None = None
    township: str | None = None
    government_level: GovernmentLevel | None = None
    office: str | None = None
    agency_region_code: str | None = None
    report_year: int | None = None
    period_start: date | None = None
    period_end: date | None = None
    signed_date: date | None = None
    filled_date: date | None = None
    published_date: date | None = None
    document_number: str | None = None
    index_number: str | None = None
    form_generations: list[str] = field(default_factory=list)
    numerals_total: int | None = None
    numerals_unexplained: int | None = None


@dataclass(slots=True)
class Evidence:
    """One sign for a field of the report. `value` is as printed (days: ISO); the sign that is chosen made the field.

    `start` and `end` are None where the sign stands outside the text: in the page's own title, in the file's name or folder, in what the
    origin sidecar states. `words` are then the words that hold it.
    """

    field: str
    value: str
    source: EvidenceSource
    start: int | None
    end: int | None
    is_chosen: bool = False
    words: str | None = None
    line: int | None = None
    page: int | None = None


@dataclass(slots=True)
class Observation:
    """One figure of a known indicator, in the printed unit (`number`), with the words that prove it.

    `number` is None for the statuses blank, not_applicable and unreadable. `qualifier` is None for a blank.
    `page` is 1-based, None for formats without pages; `line` is the 1-based line of the canonical text at `value_start`.
    `value_start`/`value_end` frame the printed number, or the empty cell at its place (then both are equal).
    Table coordinates are 0-based: `table_index` in the document, `row_index` and `column_index` in the rejoined table.
    """

    indicator_code: str
    basis: Basis
    status: Status
    qualifier: Qualifier | None
    number: Decimal | None
    value_printed: str | None
    unit_printed: str | None
    source_kind: SourceKind
    line: int
    char_start: int
    char_end: int
    value_start: int
    value_end: int
    quote: str
    recogniser_id: str
    confidence: float
    member_code: str | None = None
    member_label: str | None = None
    page: int | None = None
    table_index: int | None = None
    row_index: int | None = None
    column_index: int | None = None
    row_path: str | None = None
    column_path: str | None = None
    text_origin: TextOrigin = "native"


@dataclass(slots=True)
class Operand:
    """One number of a relation, in the printed unit, with the words before it (`label`) and as printed with its unit.

    Sums stand on the sides `lhs` and `rhs`; a share or rate on `lhs` is compared with `numerator` / `denominator` (in percent).
    `decimals` are the printed digits behind the point of a percentage. `value_start` tells which figure or quantity it is.
    """

    role: Role
    sign: int
    value: Decimal
    label: str
    value_printed: str
    decimals: int
    value_start: int


@dataclass(slots=True)
class Relation:
    """What the text says of its own figures: operands that a rule compares. `explanation` is a candidate for a cause where it fails."""

    rule_id: str
    operands: list[Operand]
    explanation: str | None = None
    line: int = 0


@dataclass(slots=True)
class Quantity:
    """A number with its unit that is no known indicator, or a number that is no quantity (`numeral_class` says what)."""

    numeral_class: str
    number: Decimal | None
    value_printed: str
    unit_printed: str | None
    noun: str | None
    heading_path: str | None
    line: int
    char_start: int
    char_end: int
    value_start: int
    value_end: int
    quote: str
    page: int | None = None


@dataclass(slots=True)
class NumeralCount:
    """How many numerals of the document have a class of numeral_classes.csv."""

    numeral_class: str
    numerals: int


@dataclass(slots=True)
class LedgerEntry:
    """One row of a printed ledger of income and expense."""

    entry_date: date | None
    description: str
    income: Decimal | None
    expense: Decimal | None
    currency: str
    line: int
    char_start: int
    char_end: int
    quote: str
    page: int | None = None


@dataclass(slots=True)
class Task:
    """One numbered work item."""

    number: str
    topic_path: str | None
    text: str
    line: int
    char_start: int
    char_end: int
    page: int | None = None


@dataclass(slots=True)
class Citation:
    """A policy document that the report cites; the report's own number is no citation."""

    document_number: str | None
    title: str | None
    line: int
    char_start: int
    char_end: int
    page: int | None = None


@dataclass(slots=True)
class Section:
    """One number of the document's own numbering: a heading, a numbered line, or an ordinal inside a line (一是 …, `is_inline`).

    Numbers that continue each other share `run`. `follows` is the number before this one in its run, 0 for the 1 that opens a run, None
    for a run that opens with another number: numbering skips or repeats where `number` isn't `follows` + 1.
    `style` names how the number is printed (han 一、 han_bracket （一） comma 1、 point 1. bracket （1） …), `path` the headings above.
    """

    style: str
    number: int
    printed: str
    title: str
    path: str | None
    run: int
    follows: int | None
    is_inline: bool
    line: int
    char_start: int
    char_end: int
    page: int | None = None


@dataclass(slots=True)
class Contact:
    """A person of a roster or behind a signature, or a way to reach someone. Personal data: kept in the home, never published."""

    role: str | None
    name: str | None
    position: str | None
    phone: str | None
    email: str | None
    line: int
    char_start: int
    char_end: int
    page: int | None = None


@dataclass(slots=True)
class Issue:
    """Something that could not be read. `reason` is a code of `extractors/issue_reasons.csv`, which holds the remedy in words."""

    stage: Stage
    reason: str
    detail: str
    page: int | None = None
    line: int | None = None
    char_start: int | None = None
    char_end: int | None = None


@dataclass(slots=True)
class Personal:
    """What of a document is personal: the `spans` of its text to cover before anything is shown, and the `names` found in them."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Extraction:
    """All that one document says. `report` is None where the document could not be read, `personal` where nobody looked for it."""

    document: DocumentFacts
    text: str = ""
    report: Report | None = None
    evidence: list[Evidence] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    numeral_counts: list[NumeralCount] = field(default_factory=list)
    ledger_entries: list[LedgerEntry] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    personal: Personal | None = None
    issues: list[Issue] = field(default_factory=list)
