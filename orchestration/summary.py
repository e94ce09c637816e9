"""The closing words of a run.

Lives here: what a run ends with: how much is published, what was held or rejected, and where things lie.
Elsewhere: the numbers themselves (`marts`, `staging.delivery_ledger`).
"""

from dataclasses import dataclass

from orchestration.home import Home
from orchestration.query import published
from orchestration.run import Done


@dataclass(frozen=True)
class Summary:
    """What is published."""

    reports: int
    figures: int
    findings: int
    rejected: int


def summarise(home: Home) -> Summary:
    """Count what the published marts hold. `findings` are the contradictions: rules that don't hold."""
    row: tuple[int, int, int, int] | None = None
    if home.marts.exists():
        with published(home) as connection:
            row = connection.execute(
                """select (select count(*) from dim_report), (select count(*) from fct_observation),
                (select count(*) from fct_finding where not holds), (select count(*) from dim_document where outcome = 'rejected')"""
            ).fetchone()
    reports, figures, findings, rejected = row or (0, 0, 0, 0)
    return Summary(reports, figures, findings, rejected)


def lines(home: Home, summary: Summary, done: Done, seconds: float, command: str) -> list[str]:
    """The summary, line by line; `command` is what the user called us by, so that the next commands can be copied."""
    news = f"{len(done.deliveries)} deliveries ingested" if done.deliveries else "nothing new"
    text = [
        "",
        f"{news}{', marts published' if done.published else ''} in {seconds:.1f} s",
        "",
        f"  reports            {summary.reports:>10,}",
        f"  figures            {summary.figures:>10,}",
        f"  contradictions     {summary.findings:>10,}   (findings that don't hold)",
        f"  rejected files     {summary.rejected:>10,}   (marts.fct_document_issue says why)",
        f"  held deliveries    {len({entry.delivery for entry in done.held}):>10,}",
    ]
    text += [f"    {entry.delivery}: {entry.reason}" for entry in done.held]
    text += [
        "",
        f"  marts              {home.marts}",
        f"  quality pages      {home.quality / 'index.html'}",
        f'  ask                {command} query --home {home.root} "select * from mart_figure limit 10"',
        f"  look               {command} ui --home {home.root}",
    ]
    return text
