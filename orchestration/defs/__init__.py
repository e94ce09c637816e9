"""Dagster's view of the pipeline, one module a stage, in the order of the way of a delivery.

Lives here: assets, their checks, jobs and resources: each body is a few calls. Elsewhere: the work itself (`orchestration`, `extractors`,
`expectations`).
"""
