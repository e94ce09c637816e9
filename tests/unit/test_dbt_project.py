"""The dbt project's data and conventions, without running dbt.

Lives here: what the seeds promise each other, the contract and the other stages. Elsewhere: what dbt itself proves (contracts, keys,
relationships, unit tests of the models) and what the expectations prove.
"""

import csv
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from extractors import relations
from orchestration import marts
from orchestration.labels.score import PREFERRED_CONFIDENCE_MIN

ROOT = Path(__file__).resolve().parents[2]
PROJECT = ROOT / "dbt_project"
CONTRACT = ROOT.parent / "shared" / "contract"
KEYS = {
    "agency_changes": ["office", "successor_office"],
    "indicators": ["indicator_code"],
    "members": ["dimension", "member_code"],
    "regions": ["region_code", "name_zh"],
    "rule_causes": ["rule_id", "position"],
    "rule_parts": ["rule_id", "side", "position"],
    "rule_relations": ["rule_id"],
    "rules": ["rule_id"],
    "topics": ["topic"],
    "units": ["unit"],
}

needs_contract = pytest.mark.skipif(
    not CONTRACT.is_dir(), reason="the contract folder lies beside the repository only where it is developed"
)


def seed(name: str) -> list[dict[str, str]]:
    with (PROJECT / "seeds" / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def properties(folder: str) -> dict[str, dict]:
    """Models of a folder, by name, as their properties files describe them."""
    files = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in (PROJECT / "models" / folder).glob("*.yml"))
    return {model["name"]: model for file in files for model in file.get("models", [])}


@needs_contract
def test_every_indicator_of_the_contract_keeps_its_code_unit_and_topic() -> None:
    with (CONTRACT / "indicators.csv").open(encoding="utf-8", newline="") as handle:
        promised = {row["indicator_code"]: (row["unit"], row["topic"]) for row in csv.DictReader(handle)}
    kept = {row["indicator_code"]: (row["unit"], row["topic"]) for row in seed("indicators")}
    assert {code: kept.get(code) for code in promised} == promised


@needs_contract
def test_every_member_of_the_contract_is_kept() -> None:
    with (CONTRACT / "members.csv").open(encoding="utf-8", newline="") as handle:
        promised = {(row["dimension"], row["member_code"], row["name_zh"]) for row in csv.DictReader(handle)}
    assert promised <= {(row["dimension"], row["member_code"], row["name_zh"]) for row in seed("members")}


@needs_contract
def test_every_mart_of_the_contract_has_a_model() -> None:
    text = (CONTRACT / "warehouse.md").read_text(encoding="utf-8").split("## Schema `marts`")[1].split("## Meaning")[0]
    promised = set(re.findall(r"`((?:dim|fct|mart|bridge)_\w+)`", text))
    assert promised
    assert promised <= set(properties("marts"))


@needs_contract
def test_every_column_that_the_contract_lists_for_reports_and_figures_is_promised() -> None:
    text = (CONTRACT / "warehouse.md").read_text(encoding="utf-8")
    marts = properties("marts")
    for mart in ("dim_report", "fct_observation", "fct_finding", "fct_document_issue"):
        listing = re.search(rf"^`{mart}` —(.*?)^(?:`|\n|#)", text, re.MULTILINE | re.DOTALL)
        assert listing, mart
        words = set(
            re.findall(
                r"\b[a-z]+(?:_[a-z]+)+\b|\b(?:basis|value|unit|status|quote|page|line|lhs|rhs|holds|stage|reason|remedy)\b", listing[1]
            )
        )
        prose_and_codes = {mart, "part_year", "prior_year", "stated_zero", "not_applicable", "at_least", "at_most"}
        columns = {column["name"] for column in marts[mart]["columns"]}
        assert words - prose_and_codes <= columns, mart


@pytest.mark.parametrize("name", sorted(KEYS))
def test_seed_rows_are_sorted_and_unique(name: str) -> None:
    keys = [tuple(int(row[key]) if key == "position" else row[key] for key in KEYS[name]) for row in seed(name)]
    assert [key for key, copies in Counter(keys).items() if copies > 1] == []
    if name != "members":  # members keep the order of the printed columns
        assert keys == sorted(keys)


def test_every_parent_is_an_indicator_and_names_its_breakdown() -> None:
    rows = {row["indicator_code"]: row for row in seed("indicators")}
    wrong = [code for code, row in rows.items() if row["parent"] and (row["parent"] not in rows or row["parent"] == code)]
    wrong += [code for code, row in rows.items() if bool(row["parent"]) != bool(row["breakdown"])]
    assert wrong == []


def test_no_indicator_is_its_own_ancestor() -> None:
    parents = {row["indicator_code"]: row["parent"] for row in seed("indicators")}
    for code in parents:
        chain = [code]
        while parents[chain[-1]]:
            chain.append(parents[chain[-1]])
            assert len(chain) == len(set(chain)), chain


def test_a_leaf_is_an_indicator_that_nothing_names_as_parent() -> None:
    rows = seed("indicators")
    parents = {row["parent"] for row in rows}
    assert [row["indicator_code"] for row in rows if (row["is_leaf"] == "true") != (row["indicator_code"] not in parents)] == []


def test_rates_and_changes_are_never_added_up() -> None:
    rows = seed("indicators")
    assert {row["aggregation"] for row in rows} == {"sum", "last", "none"}
    assert [row["indicator_code"] for row in rows if row["unit"] == "%" and row["aggregation"] != "none"] == []


def test_every_indicator_says_in_a_sentence_of_its_own_what_is_counted() -> None:
    descriptions = Counter(row["description"] for row in seed("indicators"))
    assert [text for text, copies in descriptions.items() if copies > 1 or len(text) < 10 or not text.endswith("。")] == []
    assert [row["indicator_code"] for row in seed("indicators") if not row["scope"]] == []


def test_every_unit_of_an_indicator_converts() -> None:
    units = {row["unit"]: row for row in seed("units")}
    assert {row["unit"] for row in seed("indicators")} - set(units) == set()
    assert {row["unit_family"] for row in units.values()} == {"count", "money", "percent"}
    assert [unit for unit, row in units.items() if Decimal(row["factor"]) <= 0] == []


@pytest.mark.parametrize(
    ("printed", "family", "factor"),
    [
        ("条", "count", "1"),
        ("万条", "count", "10000"),
        ("人次", "count", "1"),
        ("亿元", "money", "100000000"),
        ("千元", "money", "1000"),
        ("％", "percent", "1"),
    ],
)
def test_a_printed_unit_has_its_family_and_factor(printed: str, family: str, factor: str) -> None:
    row = next(row for row in seed("units") if row["unit"] == printed)
    assert (row["unit_family"], Decimal(row["factor"])) == (family, Decimal(factor))


def test_every_rule_names_its_boundary_severity_statement_and_reason() -> None:
    for row in seed("rules"):
        assert row["boundary"] in {"extraction", "report", "warehouse"}, row["rule_id"]
        assert row["rule_id"].startswith(row["boundary"] + "."), row["rule_id"]
        assert row["severity"] in {"error", "warning"}, row["rule_id"]
        assert row["statement_zh"], row["rule_id"]
        assert row["rationale"], row["rule_id"]


def test_every_rule_is_implemented_exactly_once() -> None:
    sources = [path.read_text(encoding="utf-8") for ext in ("py", "toml", "sql") for path in (ROOT / "expectations").rglob(f"*.{ext}")]
    expected = Counter(rule for text in sources for rule in re.findall(r"""["'](extraction\.[a-z0-9_.]+)["']""", text))
    tested = Counter(
        rule
        for path in [*(PROJECT / "tests").rglob("*.sql"), *(PROJECT / "models").rglob("*.yml")]
        for rule in re.findall(r"""rule_id["']?: ["']?(warehouse\.[a-z0-9_.]+)""", path.read_text(encoding="utf-8"))
    )
    compared = Counter(row["rule_id"] for row in seed("rule_relations"))
    implemented = expected + tested + compared
    registered = {row["rule_id"] for row in seed("rules")}
    assert {rule: implemented[rule] for rule in registered if implemented[rule] != 1} == {}
    assert set(implemented) - registered == set()


def _implemented_in(model: str) -> set[str]:
    return {row["rule_id"] for row in seed("rule_relations") if row["implemented_in"] == model}


def test_every_rule_about_reports_has_a_model_that_evaluates_it() -> None:
    assert {row["rule_id"] for row in seed("rule_relations")} == {row["rule_id"] for row in seed("rules") if row["boundary"] == "report"}
    models = {row["implemented_in"] for row in seed("rule_relations")}
    evaluated = {
        path.stem: re.findall(r"rules_of\('(\w+)'\)", path.read_text(encoding="utf-8"))
        for path in (PROJECT / "models" / "intermediate").glob("*.sql")
    }
    assert {model: names for model, names in evaluated.items() if names} == {model: [model] for model in models}
    assert {kind for row in seed("rule_relations") for kind in row["source_kinds"].split()} == {"table", "prose"}


# What text and tables say of one figure needs no parts, whichever figure it is.
OF_ONE_FIGURE = {"report.figure.text_and_table", "report.figure.year_within_all_years"}


def _rules_with_parts() -> set[str]:
    within, across = _implemented_in("int_arithmetic_findings"), _implemented_in("int_across_years_findings")
    return within | across | (_implemented_in("int_agreement_findings") - OF_ONE_FIGURE)


def test_every_rule_on_figures_has_both_sides_and_no_other_has_parts() -> None:
    sides = {(row["rule_id"], row["side"]) for row in seed("rule_parts") if row["presence"] == "required"}
    assert {(rule, side) for rule in _rules_with_parts() for side in ("lhs", "rhs")} == sides


def test_only_rules_across_years_reach_back_and_name_a_basis() -> None:
    across = _implemented_in("int_across_years_findings")
    parts = seed("rule_parts")
    assert {row["rule_id"] for row in parts if row["years_back"] != "0"} == across
    assert {row["rule_id"] for row in parts if row["basis"]} == {row["rule_id"] for row in parts if row["rule_id"] in across}
    assert {row["years_back"] for row in parts} == {"0", "1"}
    # the model counts a figure of last year, too
    assert {(row["basis"], row["presence"]) for row in parts if row["rule_id"] in across} <= {
        ("current", "required"),
        ("cumulative", "required"),
    }


def test_every_cause_belongs_to_a_rule_and_has_a_condition_that_its_model_knows() -> None:
    known = {
        "": {"one_part"},
        "int_across_years_findings": {"one_part", "left_zero", "left_less", "left_equals"},
        "int_copied_table_findings": {"always"},
    }
    models = {row["rule_id"]: row["implemented_in"] for row in seed("rule_relations")}
    places = {(row["rule_id"], row["position"]) for row in seed("rule_parts") if row["side"] == "rhs"}
    for row in seed("rule_causes"):
        assert row["condition"] in known[models[row["rule_id"]] if row["rule_id"] else ""], row
        assert ("{part}" in row["text_zh"]) == (row["condition"] == "one_part"), row
        assert bool(row["part_position"]) == (row["condition"] == "left_equals"), row
        assert not row["part_position"] or (row["rule_id"], row["part_position"]) in places, row


def test_every_topic_of_an_indicator_has_a_name() -> None:
    assert {row["topic"] for row in seed("topics")} == {row["topic"] for row in seed("indicators")}


def test_the_reason_of_the_copied_table_tells_the_bound_of_its_model() -> None:
    bound = yaml.safe_load((PROJECT / "dbt_project.yml").read_text(encoding="utf-8"))["vars"]["copied_digits_min"]
    reason = next(row["rationale"] for row in seed("rules") if row["rule_id"] == "report.years.table_copied")
    assert f"达到 {bound} 位" in reason


def test_the_score_is_told_by_the_bound_of_the_marts() -> None:
    bound = yaml.safe_load((PROJECT / "dbt_project.yml").read_text(encoding="utf-8"))["vars"]["preferred_confidence_min"]
    assert bound == PREFERRED_CONFIDENCE_MIN


def test_relations_of_texts_are_found_for_just_the_rules_of_their_model() -> None:
    assert _implemented_in("int_relation_findings") == relations.RULES


@pytest.mark.parametrize(
    ("model", "known"),
    [
        ("int_arithmetic_findings", {"equals", "at_most", "requires"}),
        ("int_relation_findings", {"equals", "at_most", "is_percentage", "makes_100"}),
        ("int_across_years_findings", {"equals"}),
        ("int_copied_table_findings", {"differs"}),
    ],
)
def test_every_relation_is_one_that_its_model_knows(model: str, known: set[str]) -> None:
    assert {row["relation"] for row in seed("rule_relations") if row["implemented_in"] == model} == known


def test_every_part_of_a_rule_is_one_known_indicator_or_one_known_member() -> None:
    indicators = {row["indicator_code"] for row in seed("indicators")}
    members = {row["member_code"] for row in seed("members")}
    of_any_figure = {"report.years.cumulative_grows_by_year"}
    for row in seed("rule_parts"):
        if row["rule_id"] in of_any_figure:
            assert (row["indicator_code"], row["member_key"]) == ("", ""), row
            continue
        assert bool(row["indicator_code"]) != bool(row["member_key"]), row
        assert (row["indicator_code"] or row["member_key"]) in indicators | members, row
        assert row["presence"] in {"required", "optional", "absent"}, row
        assert row["sign"] in {"1", "-1"}, row


def test_both_sides_of_a_rule_count_in_one_family_of_units() -> None:
    families = {row["unit"]: row["unit_family"] for row in seed("units")}
    units = {row["indicator_code"]: families[row["unit"]] for row in seed("indicators")}
    used: dict[str, set[str]] = {}
    for row in seed("rule_parts"):
        if row["indicator_code"]:
            used.setdefault(row["rule_id"], set()).add(units[row["indicator_code"]])
    assert {rule: kinds for rule, kinds in used.items() if len(kinds) > 1} == {}


def test_models_depend_on_nothing_but_their_rows_and_keep_to_common_sql() -> None:
    runs = r"current_timestamp|current_date|\bnow\(|\brandom\(|\buuid\(|any_value|invocation_id|run_started_at"
    one_engine = r"\bvarchar\b|\barg_max\b|\blist\(|strftime|regexp_matches|starts_with|json_extract_string|\bexclude\b|string_agg"
    found = {
        str(path.relative_to(PROJECT)): hits
        for folder in ("models", "tests")
        for path in (PROJECT / folder).rglob("*.sql")
        if (hits := re.findall(f"{runs}|{one_engine}", path.read_text(encoding="utf-8"), re.IGNORECASE))
    }
    assert found == {}


def test_every_mart_promises_types_and_describes_every_column() -> None:
    models = properties("marts")
    assert set(models) == {path.stem for path in (PROJECT / "models" / "marts").glob("*.sql")}
    for name, model in models.items():
        assert model["description"], name
        for column in model["columns"]:
            assert column.get("description"), (name, column["name"])
            assert column.get("data_type"), (name, column["name"])


def test_no_seed_but_the_list_of_regions_names_places() -> None:
    place = re.compile(r"[一-鿿]{2,}(?:省|自治区|自治州|市|县|区|乡|镇|街道)")
    named = {
        path.name: sum(bool(place.fullmatch(cell)) for row in csv.reader(path.open(encoding="utf-8", newline="")) for cell in row)
        for path in (PROJECT / "seeds").glob("*.csv")
    }
    assert {name for name, count in named.items() if count} == {"regions.csv"}


def test_the_fingerprint_changes_with_a_seed_and_not_with_what_installing_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marts, "PROJECT", tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "regions.csv").write_text("region_code\n990000\n", encoding="utf-8")
    first = marts.fingerprint.__wrapped__()
    (tmp_path / "seed_sources" / "__pycache__").mkdir(parents=True)
    (tmp_path / "seed_sources" / "__pycache__" / "regions.cpython-311.pyc").write_bytes(b"\0")
    assert marts.fingerprint.__wrapped__() == first
    (tmp_path / "seeds" / "regions.csv").write_text("region_code\n990001\n", encoding="utf-8")
    assert marts.fingerprint.__wrapped__() != first
