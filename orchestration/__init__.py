"""The way of a delivery from the inbox to published marts.

Lives here: Dagster definitions (`defs/`, by stage), the Polars transforms (`transforms/`, one file a staging table),
the home of a warehouse on disk, and the `gongkai` command.
Elsewhere: reading a report (`extractors`), judging our reading (`expectations`), marts (`dbt_project`).
"""
