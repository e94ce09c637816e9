"""Bytes to typed facts.

Lives here: everything that reads a report: the readers of file formats, the layout of torn pages, the printed forms,
the identity of a report. Pure functions of their input: nothing here knows Dagster, dbt, DuckDB or Great Expectations.
Elsewhere: what becomes of the facts (`orchestration`), whether our reading is sound (`expectations`), what they mean together (`dbt_project`).
"""
