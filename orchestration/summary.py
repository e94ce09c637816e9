"""The closing words of a run.

Lives here: what a run ends with: how much is published, what was held or rejected, and where things lie.
Elsewhere: the numbers themselves (`marts`, `staging.delivery_ledger`).
"""

import shlex
from dataclasses import dataclass
from typing import Any

from orchestration.home import Home
from orchestration.query import published
from orchestration.run import Done

# Rarer classes are left to marts.fct_numeral_count.
LEAST_SHARE_SHOWN = 0.01
CONTEXTS_SHOWN = 3


@dataclass(frozen=True)
class Summary:
    """What is published."""

    reports: int
    figures: int
    findings: int
    rejected: int
    numerals: int
    unexplained: int
    publishers: int
    unmatched: int
    # The classes of all numbers, and what stands around those that nothing explains: the commonest first, with how many there are.
    classes: tuple[tuple[str, int], ...] = ()
    contexts: tuple[tuple[str, int], ...] = ()

    @property
    def unexplained_share(self) -> str:
        """The numbers of all reports that nothing explains, in percent of all: the measure of what is not understood."""
        return f"{self.unexplained / self.numerals:.2%}" if self.numerals else "-"

    @property
    def class_shares(self) -> str:
        """What the numbers are, in percent of all: a class that took everything would show."""
        shown = [(name, count) for name, count in self.classes if count >= self.numerals * LEAST_SHARE_SHOWN]
        return ", ".join(f"{name} {count / self.numerals:.1%}" for name, count in shown)

    @property
    def unmatched_share(self) -> str:
        """The publishers that no agency is known for, in percent of all."""
        return f"{self.unmatched / self.publishers:.2%}" if self.publishers else "-"


def summarise(home: Home) -> Summary:
    """Count what the published marts hold. `findings` are the contradictions: rules that don't hold."""
    row: tuple[int, ...] | None = None
    classes: list[Any] = []
    contexts: list[Any] = []
    if home.marts.exists():
        with published(home) as connection:
            row = connection.execute(
                """select (select count(*) from dim_report), (select count(*) from fct_observation),
                (select count(*) from fct_finding where not holds), (select count(*) from dim_document where outcome = 'rejected'),
                (select coalesce(sum(numerals_total), 0) from dim_report),
                (select coalesce(sum(numerals_unexplained), 0) from dim_report),
                (select count(distinct publisher) from dim_report),
                (select count(distinct publisher) from dim_report where agency_id is null)"""
            ).fetchone()
            classes = connection.execute(
                "select numeral_class, sum(numerals)::bigint as counted from fct_numeral_count group by all order by counted desc, 1"
            ).fetchall()
            contexts = connection.execute(
                # A bound parameter would make DuckDB import pandas.
                f"select context, numerals from mart_unexplained where frequency_rank <= {CONTEXTS_SHOWN} order by frequency_rank"
            ).fetchall()
    reports, figures, findings, rejected, numerals, unexplained, publishers, unmatched = map(int, row or [0] * 8)
    return Summary(
        *(reports, figures, findings, rejected, numerals, unexplained, publishers, unmatched),
        classes=tuple(classes),
        contexts=tuple(contexts),
    )


def _contexts(summary: Summary) -> list[str]:
    """One line for what stands around the unexplained numbers; none where there is none."""
    if not summary.contexts:
        return []
    shown = ", ".join(f"“{' '.join(context.split())}” {count:,}" for context, count in summary.contexts)
    return [f"    most of them: {shown}   (marts.mart_unexplained lists all)"]


def lines(home: Home, summary: Summary, done: Done, seconds: float, command: str) -> list[str]:
    """The summary, line by line; `command` is what the user called us by, so that the next commands can be copied."""
    count = len(done.deliveries)
    news = f"{count} {'delivery' if count == 1 else 'deliveries'} ingested" if done.deliveries else "nothing new"
    unexplained = f"{summary.unexplained:,} of {summary.numerals:,}"
    place = shlex.quote(str(home.root))
    text = [
        "",
        f"{news}{', marts published' if done.published else ''} in {seconds:.1f} s",
        "",
        f"  reports            {summary.reports:>10,}",
        f"  figures            {summary.figures:>10,}",
        f"  contradictions     {summary.findings:>10,}   (findings that don't hold)",
        f"  numbers            {summary.numerals:>10,}   ({summary.class_shares or 'none'})",
        f"  unexplained        {summary.unexplained_share:>10}   (of all numbers in the reports: {unexplained})",
        *_contexts(summary),
        f"  places not known   {summary.unmatched_share:>10}   (of all publishers: {summary.unmatched:,} of {summary.publishers:,})",
        f"  rejected files     {summary.rejected:>10,}   (marts.fct_document_issue says why)",
        f"  held deliveries    {len({entry.delivery for entry in done.held}):>10,}",
    ]
    text += [f"    {entry.delivery}: {entry.reason}" for entry in done.held]
    text += [
        "",
        f"  marts              {home.marts}",
        f"  quality pages      {home.quality / 'index.html'}",
        f'  ask                {command} query --home {place} "select * from mart_figure limit 10"',
        f"  look               {command} ui --home {place}",
    ]
    return text
