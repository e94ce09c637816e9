"""The gate: is one load sound, and if not, why not?

Lives here: the verdict on a load of a delivery, and its reason in one line that a person understands.
Elsewhere: what is expected (suites/), how it is evaluated (evaluation.py), the pages about it (docs.py);
writing the verdict to staging.delivery_ledger and what follows from it (`orchestration`).
"""

from dataclasses import dataclass, field
from typing import Any

import duckdb

from expectations import suites
from expectations.evaluation import Evaluation, evaluate, exception_of

CHUNK_ROWS = 500_000
# The suites whose rows a reader wants to see counted.
COUNTED = ("documents", "reports", "observations")


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that doesn't hold. `exception` says why it could not be evaluated at all; `places` never hold what a document says."""

    rule_id: str
    statement: str
    unexpected: int
    rows: int
    holds_back: bool
    places: tuple[str, ...] = ()
    exception: str | None = None


@dataclass(frozen=True, slots=True)
class SuiteResult:
    """One suite over one load. `validation` holds Great Expectations' own results, by rule_id, in the order of the suite."""

    name: str
    title: str
    subject: str
    success: bool
    rows: int
    evaluated: int
    unsuccessful: int
    failures: tuple[Failure, ...]
    validation: dict[str, Any] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a load may go on to dbt. `reason` is one line in Chinese."""

    delivery: str
    load_id: str
    accepted: bool
    reason: str
    suites: tuple[SuiteResult, ...]


def judge(
    connection: duckdb.DuckDBPyConnection,
    delivery: str,
    load_id: str,
    *,
    chunk_rows: int = CHUNK_ROWS,
) -> Verdict:
    """Judge what staging holds of a load; nothing is written to the database, and no page: that is for `DataDocs.add`.

    An expectation that raises, a missing column and an empty load are held, never accepted. Errors of DuckDB itself are raised.
    """
    results: list[SuiteResult] = []
    parameters = suites.parameters(delivery, load_id)
    for suite in suites.load_suites():
        results.append(_result(suite, evaluate(connection, suite, parameters, chunk_rows)))
        # Without the columns that it reads, no further suite can be asked.
        if suite.name == "schema" and not results[-1].success:
            break
    accepted = all(not failure.holds_back for result in results for failure in result.failures)
    return Verdict(delivery, load_id, accepted, _reason(accepted, results), tuple(results))


def _result(suite: suites.Suite, evaluation: Evaluation) -> SuiteResult:
    failures = []
    for expectation in suite.expectations:
        rule = expectation.rule
        result = evaluation.results[rule.rule_id]
        if not result.success:
            failures.append(
                Failure(
                    rule.rule_id,
                    rule.statement,
                    unexpected=int(result.result.get("unexpected_count", 0)),
                    rows=evaluation.rows,
                    holds_back=expectation.holds_back,
                    places=tuple(evaluation.places.get(rule.rule_id, ())),
                    exception=exception_of(result),
                )
            )
    return SuiteResult(
        suite.name,
        suite.title,
        suite.subject,
        success=not failures,
        rows=evaluation.rows,
        evaluated=len(evaluation.results),
        unsuccessful=len(failures),
        failures=tuple(failures),
        validation=evaluation.results,
    )


def _reason(accepted: bool, results: list[SuiteResult]) -> str:
    failures = [(result, failure) for result in results for failure in result.failures]
    if not failures:
        counts = "、".join(f"{result.subject} {result.rows} 行" for result in results if result.name in COUNTED)
        return f"放行：{counts}，{sum(result.evaluated for result in results)} 条规则全部符合"
    # What holds the load back comes first, then the order of the suites.
    failures.sort(key=lambda pair: not pair[1].holds_back)
    result, failure = failures[0]
    if failure.exception:
        detail = f"无法检查（{failure.exception}）"
    else:
        detail = f"{result.subject} {failure.rows} 行中 {failure.unexpected} 行不符"
    places = f"，如 {'、'.join(failure.places)}" if failure.places else ""
    others = f"；另有 {len(failures) - 1} 条规则不符" if len(failures) > 1 else ""
    return f"{'放行，但有提示' if accepted else '扣留'}：「{failure.statement}」（{failure.rule_id}）{detail}{places}{others}"
