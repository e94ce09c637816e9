"""Is our extraction sound?

Lives here: the Great Expectations suites, the gate that judges a load of a delivery, the Data Docs, and the fingerprint that says
whether an older verdict still stands. Importing this package is cheap: Great Expectations comes in when something is judged.
Elsewhere: contradictions inside a report (those are findings, `dbt_project`); what becomes of a verdict (`orchestration`).
"""

from expectations.fingerprint import fingerprint

__all__ = ["fingerprint"]
