"""What must hold of a load, as data.

Lives here: a suite a staging table, one for the columns of them all, and one for the load as a whole. A suite is two files: the .sql says
what one row of the judged frame shows, the .toml which expectation of Great Expectations each rule of the registry
(`dbt_project/seeds/rules.csv`) becomes. columns.csv is staging as the gate knows it. This module reads them.
Elsewhere: wording, severity and rationale of a rule (the registry); running a suite over a load (../evaluation.py).

Great Expectations passes over NULL in sets, ranges and pairs. A condition that must not be unknown is therefore coalesced in the .sql,
and what must be there at all is the business of each table's `required` rule.
"""

import csv
import html
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from expectations import reference

FOLDER = Path(__file__).parent
# `schema` opens the way for the others; then from the whole to the part.
NAMES = ("schema", "load", "documents", "reports", "observations")


@dataclass(frozen=True, slots=True)
class Expectation:
    """One rule and the expectation that implements it: `type` and `arguments` are those of Great Expectations."""

    rule: reference.Rule
    type: str
    arguments: Mapping[str, Any]

    @property
    def holds_back(self) -> bool:
        return self.rule.severity != "warning"


@dataclass(frozen=True, slots=True)
class Suite:
    """The expectations of one staging table. `sql` yields the frame; `subject` is what one row is, in Chinese."""

    name: str
    title: str
    subject: str
    sql: str
    expectations: tuple[Expectation, ...]


def parameters(delivery: str, load_id: str) -> dict[str, object]:
    """Every parameter that the .sql files may name."""
    units = reference.indicator_units()
    with (FOLDER / "columns.csv").open(encoding="utf-8", newline="") as file:
        columns = list(csv.DictReader(file))
    return {
        "delivery": delivery,
        "load_id": load_id,
        "indicator_codes": list(units),
        "indicator_units": list(units.values()),
        "declared_tables": [row["table_name"] for row in columns],
        "declared_columns": [row["column_name"] for row in columns],
        "declared_types": [row["data_type"] for row in columns],
    }


def load_suites() -> tuple[Suite, ...]:
    """The suites in the order in which they are judged. KeyError: an expectation names a rule that the registry lacks."""
    rules = reference.rules()
    lists: dict[str, list[str]] = {"indicator_codes": list(reference.indicator_units()), "member_codes": reference.member_codes()}
    return tuple(_load(name, rules, lists) for name in NAMES)


def _load(name: str, rules: Mapping[str, reference.Rule], lists: Mapping[str, list[str]]) -> Suite:
    stated = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    expectations = []
    for entry in stated["expect"]:
        arguments = dict(entry)
        rule, type_ = rules[arguments.pop("rule")], arguments.pop("type")
        if "value_set_of" in arguments:
            arguments["value_set"] = lists[arguments.pop("value_set_of")]
        expectations.append(Expectation(rule, type_, arguments))
    sql = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    return Suite(name, stated["title"], stated["subject"], sql, tuple(expectations))


def build(suite: Suite) -> Any:
    """`suite` as a `great_expectations.ExpectationSuite`. Each expectation carries its rule_id, and shows the rule's Chinese statement."""
    import great_expectations as gx
    from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

    built = gx.ExpectationSuite(name=f"extraction.{suite.name}")
    for expectation in suite.expectations:
        configuration = ExpectationConfiguration(
            type=expectation.type,
            kwargs=dict(expectation.arguments),
            meta={"rule_id": expectation.rule.rule_id},
            # Data Docs print a description as HTML and fill in $names.
            description=html.escape(expectation.rule.statement).replace("$", "$$"),
            severity="critical" if expectation.holds_back else "warning",
        )
        built.add_expectation_configuration(configuration)
    return built
