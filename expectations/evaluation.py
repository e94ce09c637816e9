"""A suite over a load, in chunks.

Lives here: everything that touches frames and Great Expectations' engine: the context, batches, validation chunk by chunk, the sum of the
chunks' results as one validation result, and the places of the first rows that don't conform.
Elsewhere: what is expected (suites/); what follows from it (gate.py); how it is shown (docs.py).

Great Expectations has no DuckDB engine, so it gets pandas frames: numbers as doubles (decimals and masked integers are slow), no long text.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import duckdb

from expectations.suites import Expectation, Suite, build

# Counts, and no sampled values: those would carry printed text into the Data Docs. SUMMARY would say no more, and take longer.
RESULT_FORMAT = {"result_format": "BASIC", "partial_unexpected_count": 0}
PLACES_FORMAT = {
    "result_format": "COMPLETE",
    "partial_unexpected_count": 0,
    "exclude_unexpected_values": True,
    "return_unexpected_index_query": False,
}
# DuckDB hands out frames in vectors of this many rows.
VECTOR_ROWS = 2048
# Places are looked for in slices of this many rows, so that a load where every row is wrong costs no more than one slice.
SLICE_ROWS = 10_000
PLACES_SHOWN = 3
RULES_WITH_PLACES = 3


@dataclass(slots=True)
class Evaluation:
    """What a suite found: one GX result a rule, in the order of the suite, and the first places of the first failing rules."""

    rows: int
    results: dict[str, Any]
    places: dict[str, list[str]] = field(default_factory=dict)


@cache
def _batch_definition() -> Any:
    # Read by Great Expectations when it is imported.
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations as gx

    # In memory: leaves no project files behind.
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    return context.data_sources.add_pandas("staging").add_dataframe_asset("load").add_batch_definition_whole_dataframe("load")


def evaluate(connection: duckdb.DuckDBPyConnection, suite: Suite, parameters: Mapping[str, object], chunk_rows: int) -> Evaluation:
    """`suite` over the rows that its SQL yields, at most `chunk_rows` of them in memory at a time (rounded down to whole vectors).

    An expectation that raised is in `results` with success = False and its exception. Errors of DuckDB are raised.
    """
    batches = _batch_definition()
    evaluation = Evaluation(0, {})
    for frame in _frames(connection, suite.sql, parameters, chunk_rows):
        batch = batches.get_batch(batch_parameters={"dataframe": frame})
        validation = batch.validate(build(suite), result_format=RESULT_FORMAT)
        results = {result.expectation_config.meta["rule_id"]: result for result in validation.results}
        for expectation in suite.expectations:
            rule_id = expectation.rule.rule_id
            result = results[rule_id]
            if rule_id in evaluation.results:
                _add(evaluation.results[rule_id], result)
            else:
                evaluation.results[rule_id] = result
            is_placed = rule_id in evaluation.places or len(evaluation.places) >= RULES_WITH_PLACES
            if not result.success and exception_of(result) is None and not is_placed:
                evaluation.places[rule_id] = _places(frame, expectation)
        evaluation.rows += len(frame)
    return evaluation


def exception_of(result: Any) -> str | None:
    """The message of the exception that kept an expectation from being evaluated, else None."""
    info = result.exception_info or {}
    # Two shapes: the exception's own fields, or those fields by the id of the metric that raised.
    for entry in [info] if "raised_exception" in info else info.values():
        if entry["raised_exception"]:
            return " ".join(str(entry["exception_message"]).split())
    return None


def _frames(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Mapping[str, object], chunk_rows: int) -> Iterator[Any]:
    """At least one frame; an empty one where there are no rows, since the suite must be asked all the same."""
    named = {name: value for name, value in parameters.items() if f"${name}" in sql}
    # The caller's own connection, not a cursor: a cursor would not see what an open transaction has loaded.
    query = connection.execute(sql, named)
    vectors = max(1, chunk_rows // VECTOR_ROWS)
    yield query.fetch_df_chunk(vectors)
    while len(frame := query.fetch_df_chunk(vectors)):
        yield frame


def _add(total: Any, part: Any) -> None:
    """Add the result of a further chunk to `total`, in place."""
    total.success = total.success and part.success
    if exception_of(total) is None and exception_of(part) is not None:
        total.exception_info = part.exception_info
    sums, counts = total.result, part.result
    for name in ("element_count", "unexpected_count", "missing_count"):
        if name in sums and name in counts:
            sums[name] += counts[name]
    rows = sums.get("element_count", 0)
    filled = rows - sums.get("missing_count", 0)
    unexpected = sums.get("unexpected_count", 0)
    # The percentages that Great Expectations states: of the filled rows, of all rows.
    for name, count, base in (
        ("unexpected_percent", unexpected, filled),
        ("unexpected_percent_nonmissing", unexpected, filled),
        ("unexpected_percent_total", unexpected, rows),
        ("missing_percent", sums.get("missing_count", 0), rows),
    ):
        if name in sums:
            sums[name] = 100 * count / base if base else None


def _places(frame: Any, expectation: Expectation) -> list[str]:
    """Where the first rows stand that don't conform: table.column, or the start of the document's hash and the line, never the text."""
    from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

    for start in range(0, len(frame), SLICE_ROWS):
        part = frame.iloc[start : start + SLICE_ROWS].reset_index(drop=True)
        configuration = ExpectationConfiguration(type=expectation.type, kwargs=dict(expectation.arguments))
        result = (
            _batch_definition()
            .get_batch(batch_parameters={"dataframe": part})
            .validate(configuration.to_domain_obj(), result_format=PLACES_FORMAT)
        )
        found = result.result.get("unexpected_index_list")
        if not result.success and found:
            return list(dict.fromkeys(_place(part, row) for row in sorted(found)))[:PLACES_SHOWN]
    return []


def _place(frame: Any, row: int) -> str:
    place = str(frame["place"].iloc[row])
    # Twelve digits of a hash are enough to find its file in the archive.
    place = place if "." in place else place[:12]
    line = frame["line"].iloc[row] if "line" in frame else None
    return place if line is None or line != line else f"{place} 第 {line:.0f} 行"
