"""Is our extraction sound?

Lives here: the Great Expectations suites, the gate that judges a load of a delivery, and the Data Docs.
Elsewhere: contradictions inside a report (those are findings, `dbt_project`); what becomes of a verdict (`orchestration`).
"""
