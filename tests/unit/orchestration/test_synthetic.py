"""`gongkai sample`: the same bytes anywhere, and a truth that is true."""

import ast
import csv
import hashlib
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from extractors.records import Basis, Qualifier, Status
from orchestration import cli
from orchestration.errors import GongkaiError
from orchestration.synthetic import numbers
from orchestration.synthetic.dice import Dice
from orchestration.synthetic.generate import generate
from orchestration.synthetic.truth import COLUMNS
from orchestration.synthetic.wording import phrases, rows

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "orchestration" / "synthetic"
SEEDS = ROOT.parent / "shared" / "seeds"
COUNT = 600
Row = dict[str, str]


def digest(folder: Path) -> str:
    """One hash over the names and bytes of all files."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    generate(COUNT, folder, seed=7)
    return folder


def table(sample: Path, name: str) -> list[Row]:
    with (sample / "truth" / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def reports(sample: Path) -> dict[str, Row]:
    return {row["file"]: row for row in table(sample, "reports")}


@pytest.fixture(scope="module")
def texts(sample: Path, reports: dict[str, Row]) -> dict[str, str]:
    """What every file says, without line breaks: some files break lines within a sentence."""
    return {
        file: (sample / "inbox" / file).read_bytes().decode(row["encoding"]).replace("\r\n", "\n").replace("\n", "")
        for file, row in reports.items()
    }


@pytest.fixture(scope="module")
def figures(sample: Path) -> dict[str, list[Row]]:
    found = defaultdict(list)
    for row in table(sample, "figures"):
        found[row["file"]].append(row)
    return found


@pytest.fixture(scope="module")
def contradictory(sample: Path) -> set[str]:
    return {row["file"] for row in table(sample, "contradictions")}


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    generate(60, tmp_path / "a", seed=3)
    generate(60, tmp_path / "b", seed=3)
    assert digest(tmp_path / "a") == digest(tmp_path / "b")


def test_another_seed_gives_other_reports(tmp_path: Path) -> None:
    generate(20, tmp_path / "a", seed=3)
    generate(20, tmp_path / "b", seed=4)
    assert digest(tmp_path / "a") != digest(tmp_path / "b")


def test_locale_and_hash_seed_change_nothing(tmp_path: Path) -> None:
    generate(40, tmp_path / "here", seed=1)
    script = (
        "import sys; from pathlib import Path; from orchestration.synthetic.generate import generate; "
        "generate(40, Path(sys.argv[1]), seed=1)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "99", "LC_ALL": "C", "TZ": "UTC+11"}
    subprocess.run([sys.executable, "-P", "-c", script, tmp_path / "there"], env=environment, check=True, cwd=ROOT)
    assert digest(tmp_path / "here") == digest(tmp_path / "there")


def test_every_report_lies_where_the_truth_says(sample: Path, reports: dict[str, Row]) -> None:
    inbox = sample / "inbox"
    found = {path.relative_to(inbox).as_posix() for path in inbox.rglob("*") if path.is_file()}
    assert found == set(reports)
    assert len(found) == COUNT
    assert {file.split("/")[0] for file in found} == {row["delivery"] for row in reports.values()}
    assert len({row["delivery"] for row in reports.values()}) == 6


def test_every_figure_stands_in_its_file(figures: dict[str, list[Row]], texts: dict[str, str]) -> None:
    missing = [row for file, found in figures.items() for row in found if row["printed"] not in texts[file]]
    assert missing == []


def test_every_member_is_named_in_its_file(figures: dict[str, list[Row]], texts: dict[str, str]) -> None:
    assert [row for file, found in figures.items() for row in found if row["member_label"] not in texts[file]] == []


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("reports", ["publisher", "document_number", "index_number"]),
        ("ledger", ["description", "income", "expense"]),
        ("tasks", ["number", "text"]),
        ("citations", ["document_number", "title"]),
    ],
)
def test_what_else_the_truth_says_stands_in_the_file(sample: Path, texts: dict[str, str], name: str, columns: list[str]) -> None:
    found = table(sample, name)
    assert len(found) > 100
    assert [row for row in found if any(row[column] not in texts[row["file"]] for column in columns)] == []


def test_figures_use_the_words_of_the_contract(figures: dict[str, list[Row]]) -> None:
    every = [row for found in figures.values() for row in found]
    with (ROOT / "dbt_project" / "seeds" / "indicators.csv").open(encoding="utf-8", newline="") as handle:
        units = {row["indicator_code"]: row["unit"] for row in csv.DictReader(handle)}
    assert {(row["indicator_code"], row["unit"]) for row in every} <= set(units.items())
    assert {row["basis"] for row in every} <= set(get_args(Basis))
    assert {row["status"] for row in every} <= set(get_args(Status))
    assert {row["qualifier"] for row in every} - {""} == {"exact", "approximate", "at_least"}
    assert {"exact", "approximate", "at_least"} <= set(get_args(Qualifier))


def test_only_figures_with_a_value_have_one(figures: dict[str, list[Row]]) -> None:
    every = [row for found in figures.values() for row in found]
    assert {row["status"] for row in every if row["value"] == ""} == {"blank", "not_applicable"}
    assert {row["status"] for row in every if row["value"] != ""} == {"reported", "stated_zero"}
    assert {Decimal(row["value"]) for row in every if row["status"] == "stated_zero"} == {Decimal(0)}


def test_about_one_report_in_eight_contradicts_itself(contradictory: set[str]) -> None:
    assert 0.09 * COUNT < len(contradictory) < 0.17 * COUNT


def test_every_kind_of_contradiction_is_planted(sample: Path) -> None:
    kinds = {row["kind"] for row in table(sample, "contradictions")}
    within = {"sum_of_parts", "share", "rate", "part_exceeds_total", "prose_table", "numbering", "balance"}
    assert kinds - {"in_force", "copied", "cumulative"} == within | {"carried_over", "items_last_year"}


def clean(figures: dict[str, list[Row]], contradictory: set[str]) -> list[list[Row]]:
    return [found for file, found in figures.items() if file not in contradictory]


def test_reports_without_a_planted_contradiction_say_each_figure_one_way(figures: dict[str, list[Row]], contradictory: set[str]) -> None:
    for found in clean(figures, contradictory):
        values = defaultdict(set)
        for row in found:
            if row["qualifier"] == "exact" and row["value"] and "万" not in row["printed"] and not row["member_label"]:
                values[row["indicator_code"], row["basis"]].add(Decimal(row["value"]))
        assert {key: said for key, said in values.items() if len(said) > 1} == {}


# What is part of what, wherever both are printed.
PARTS = [
    ("application.received", ["in_person", "fax", "online", "letter"]),
    ("application.closed", ["on_time", "extended"]),
    ("review", ["upheld", "corrected", "other", "pending"]),
    ("litigation.direct", ["upheld", "corrected", "other", "pending"]),
    ("litigation", ["upheld", "corrected", "other"]),
    ("resource.staff", ["full_time", "part_time"]),
]


@pytest.mark.parametrize(("total", "parts"), PARTS)
def test_parts_add_up_unless_planted(figures: dict[str, list[Row]], contradictory: set[str], total: str, parts: list[str]) -> None:
    checked = 0
    for found in clean(figures, contradictory):
        values = {row["indicator_code"]: int(row["value"]) for row in found if row["basis"] == "current" and row["value"].isdigit()}
        # older tables have no column for cases that are not decided yet
        codes = [code for part in parts if (code := f"{total}.{part}") in values or part != "pending"]
        if total in values and all(code in values for code in codes):
            checked += 1
            assert values[total] == sum(values[code] for code in codes)
    assert checked > 10


def test_categories_add_up_and_their_shares_fit_unless_planted(figures: dict[str, list[Row]], contradictory: set[str]) -> None:
    checked = 0
    for found in clean(figures, contradictory):
        listed = {row["member_label"]: int(row["value"]) for row in found if row["indicator_code"] == "proactive.items.by_category"}
        shares = {row["member_label"]: row["value"] for row in found if row["indicator_code"] == "proactive.items.share_by_category"}
        totals = {int(row["value"]) for row in found if row["indicator_code"] in ("proactive.items", "proactive.items.website")}
        if listed:
            checked += 1
            assert sum(listed.values()) in totals
        for label, share in shares.items():
            exact = Decimal(100 * listed[label]) / sum(listed.values())
            assert abs(Decimal(share) - exact) <= Decimal(1).scaleb(Decimal(share).as_tuple().exponent) / 2  # type: ignore[arg-type]
    assert checked > 50


def test_a_planted_contradiction_has_two_sides(sample: Path) -> None:
    assert [row for row in table(sample, "contradictions") if row["lhs"] == row["rhs"] or not row["statement"]] == []


def test_kinds_levels_and_forms_vary(reports: dict[str, Row]) -> None:
    assert {row["kind"] for row in reports.values()} == {"prose", "national", "annex", "summary", "form_2019", "form_2021"}
    assert {row["level"] for row in reports.values()} == {"township", "bureau", "prefecture_bureau", "county", "prefecture"}
    assert {row["encoding"] for row in reports.values()} == {"utf-8", "utf-8-sig", "gb18030"}
    assert {row["line_ending"] for row in reports.values()} == {"LF", "CRLF"}
    assert Counter(row["encoding"] for row in reports.values()).most_common(1)[0][0] == "utf-8"


def test_the_national_table_is_of_2014_to_2018(reports: dict[str, Row]) -> None:
    years = {int(row["report_year"]) for row in reports.values() if row["kind"] == "national"}
    assert years
    assert years <= set(range(2014, 2019))


def test_each_form_is_of_its_years(reports: dict[str, Row]) -> None:
    years = {kind: {int(row["report_year"]) for row in reports.values() if row["kind"] == kind} for kind in ("form_2019", "form_2021")}
    assert years["form_2019"] == {2019, 2020}
    assert min(years["form_2021"]) == 2021


def tables(found: list[Row]) -> dict[tuple[str, str], Decimal]:
    """The numbers that the tables of a report print, by code and kind of applicants."""
    return {
        (row["indicator_code"], row["member_label"]): Decimal(row["value"])
        for row in found
        if row["source_kind"] == "table" and row["value"]
    }


def test_applications_balance_unless_planted(figures: dict[str, list[Row]], reports: dict[str, Row], contradictory: set[str]) -> None:
    checked = 0
    for file, found in figures.items():
        if reports[file]["kind"].startswith("form") and file not in contradictory:
            values = tables(found)
            sides = [
                values.get((f"application.{code}", "总计"), Decimal(0))
                for code in ("new", "carried_over", "outcome.total", "carried_forward")
            ]
            assert sides[0] + sides[1] == sides[2] + sides[3]
            checked += sides[0] > 0
    assert checked > 50


def test_an_office_takes_over_what_it_carried_forward(
    figures: dict[str, list[Row]], reports: dict[str, Row], contradictory: set[str]
) -> None:
    printed = {(row["publisher"], int(row["report_year"])): file for file, row in reports.items() if row["kind"].startswith("form")}
    checked = 0
    for (publisher, year), file in printed.items():
        before = printed.get((publisher, year - 1))
        if before and not {file, before} & contradictory:
            left = tables(figures[before])["application.carried_forward", "总计"]
            assert tables(figures[file])["application.carried_over", "总计"] == left
            checked += left > 0
    assert checked > 5


def test_nobody_reports_twice_about_a_year(reports: dict[str, Row]) -> None:
    said = Counter((row["delivery"], row["prefecture"], row["county"], row["publisher"], row["report_year"]) for row in reports.values())
    assert [key for key, times in said.items() if times > 1] == []


def test_telephones_and_mail_reach_nobody(texts: dict[str, str]) -> None:
    for text in texts.values():
        assert {phone[:9] for phone in re.findall(r"(?<!\d)\d{4}-\d{7}(?!\d)", text)} <= {"0000-0000"}
        assert {mobile[:7] for mobile in re.findall(r"(?<!\d)1\d{10}(?!\d)", text)} <= {"1300000"}
        assert set(re.findall(r"@([\w.]+)", text)) <= {"example.com"}


def test_a_folder_with_a_sample_is_left_alone(tmp_path: Path) -> None:
    generate(2, tmp_path, seed=1)
    before = digest(tmp_path)
    with pytest.raises(GongkaiError, match="already holds a sample"):
        generate(2, tmp_path, seed=2)
    assert digest(tmp_path) == before


@pytest.mark.parametrize("count", [1, 3, 5])
def test_a_few_reports_are_few(tmp_path: Path, count: int) -> None:
    assert generate(count, tmp_path, seed=1)[:2] == (count, min(count, 6))
    assert sum(path.is_file() for path in (tmp_path / "inbox").rglob("*")) == count


def test_the_command_says_what_it_made(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli.main, ["sample", "5", str(tmp_path / "s"), "--seed", "2"])
    assert (result.exit_code, result.output.splitlines()[0].split(" with ")[0]) == (0, "5 reports in 5 deliveries")
    assert {path.name for path in (tmp_path / "s" / "truth").iterdir()} == {f"{name}.csv" for name in COLUMNS}


def test_no_reports_are_wrong_usage(tmp_path: Path) -> None:
    assert CliRunner().invoke(cli.main, ["sample", "0", str(tmp_path)]).exit_code == 2


def test_a_second_sample_in_one_folder_is_one_line(tmp_path: Path) -> None:
    generate(1, tmp_path, seed=1)
    result = CliRunner().invoke(cli.main, ["sample", "1", str(tmp_path)])
    assert (result.exit_code, result.stderr) == (
        1,
        f"gongkai: {tmp_path}: already holds a sample; give a new folder, or remove this one\n",
    )


def test_the_generator_knows_nothing_of_the_recognisers() -> None:
    imported = set()
    for path in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module)
            elif isinstance(node, ast.Import):
                imported.update(alias.name for alias in node.names)
    assert [name for name in imported if name.startswith(("extractors", "expectations"))] == []
    assert [path.name for path in PACKAGE.glob("*.py") if "extractors/" in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("name", ["members.csv", "payments.csv", "phrases.csv", "stems.csv"])
def test_wording_is_sorted_and_says_nothing_twice(name: str) -> None:
    lines = [tuple(row.values()) for row in rows(name)]
    assert lines == sorted(set(lines))


def test_every_topic_has_a_phrase_for_any_figures() -> None:
    """Topics that the code names exist; each of their phrases was compiled."""
    named = set()
    for path in PACKAGE.glob("*.py"):
        named |= set(re.findall(r"\.(?:say|maybe)\(\s*\"([a-z.]+)\"", path.read_text(encoding="utf-8")))
    assert len(named) > 20
    assert named - set(phrases()) == set()


@pytest.mark.skipif(not SEEDS.exists(), reason="the acceptance reports are not beside this repository")
def test_wording_is_not_copied_from_a_real_report() -> None:
    real = re.sub(r"[\s*#]", "", "\n".join(path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")))
    # The law's own words, the labels of the official tables, and titles that every office gives.
    official = re.compile(
        r"\{[^{}]*\}|因政府信息公开申请行政复议(?:、提起行政诉讼的情况)?|政府信息公开的收费及减免情况|政府信息依申请公开办理情况"
        r"|政府信息公开工作专门机构|政府信息公开机构建设和保障经费情况|依申请公开信息收取的费用|回应公众关注热点或重大舆情"
        r"|年?政府信息公开工作年度报告|存在的主要问题及改进措施|推进重点领域政府信息公开|本报告所列数据的统计期限|年政务公开工作要点的通知"
    )
    copied = set()
    for name, column in (("phrases.csv", "text"), ("tasks.csv", "text"), ("documents.csv", "title"), ("payments.csv", "description")):
        for row in rows(name):
            for part in official.sub("\n", row[column]).split("\n"):
                copied |= {part[i : i + 12] for i in range(len(part) - 11) if part[i : i + 12] in real}
    assert copied == set()


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (31, "三十一")])
def test_ordinals_are_chinese(number: int, text: str) -> None:
    assert numbers.ordinal(number) == text


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "text"),
    [(1, 3, 2, "33.33"), (2, 3, 1, "66.7"), (1, 8, 2, "12.50"), (1, 2, 0, "50"), (-1, 8, 1, "-12.5"), (0, 9, 2, "0.00"), (1, 1000, 0, "0")],
)
def test_shares_are_rounded_half_up(part: int, whole: int, decimals: int, text: str) -> None:
    assert numbers.percent(part, whole, decimals) == text


def test_a_vague_number_says_what_it_prints() -> None:
    dice = Dice("vague")
    said = {numbers.printed(dice, 12_345, "~*") for _ in range(200)}
    assert said == {
        ("12345", "12345", "exact"),
        ("12000余", "12000", "at_least"),
        ("约12000", "12000", "approximate"),
        ("1.2万", "12000", "exact"),
        ("1.2万余", "12000", "at_least"),
    }


def test_a_split_adds_up() -> None:
    dice = Dice("split")
    for total in (0, 1, 7, 900):
        parts = dice.split(total, 5)
        assert (len(parts), sum(parts), min(parts) >= 0) == (5, total, True)
