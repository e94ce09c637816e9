"""What is true of the reports, as tables beside the inbox.

Lives here: the columns of truth/*.csv and writing them as reports are made. Elsewhere: what goes into them (`page`, `generate`).

`printed` stands in the file as it is, but for hard line breaks within a sentence. A blank cell has no value and nothing printed.
"""

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

COLUMNS = {
    "reports": (
        "file,delivery,kind,document_type,publisher,level,prefecture,county,township,report_year,period_start,period_end,signed_date,"
        "published_date,document_number,index_number,encoding,line_ending"
    ),
    "figures": "file,indicator_code,member_label,basis,value,unit,qualifier,status,source_kind,printed",
    "ledger": "file,entry_date,description,income,expense",
    "tasks": "file,number,heading,text",
    "citations": "file,document_number,title",
    "contradictions": "file,kind,lhs,rhs,statement",
}


class Figure(NamedTuple):
    """A row of figures.csv, but for its file; a blank cell has neither value nor qualifier."""

    indicator_code: str
    member_label: str
    basis: str
    value: str
    unit: str
    qualifier: str = "exact"
    status: str = "reported"
    source_kind: str = "prose"
    printed: str = ""


class Truth:
    """The open tables; `with` closes them."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._files = ExitStack()
        self._tables = {}
        for name, columns in COLUMNS.items():
            handle = self._files.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            self._tables[name] = csv.writer(handle, lineterminator="\n")
            self._tables[name].writerow(columns.split(","))

    def __enter__(self) -> "Truth":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._files.close()

    def write(self, table: str, file: str, rows: Iterable[tuple[str, ...]]) -> None:
        self._tables[table].writerows([(file, *row) for row in rows])
