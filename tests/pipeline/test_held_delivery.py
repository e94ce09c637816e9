"""The gate at work: a fault of our extraction holds back the delivery that shows it, and only that one."""

import shutil
from pathlib import Path

import pytest

from tests.running import ROOT, Result, ask, gongkai, run, run_statuses

pytestmark = pytest.mark.pipeline

ROW = "| {label} | 条 | {value} |\n"
REPORT = """\
{place}人民政府{year}年政府信息公开工作年度报告

现将{year}年政府信息公开工作情况报告如下。本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。

政府信息公开情况统计表
({year}年度)

| 统计指标 | 单位 | 统计数 |
|---|---|---|
| 一、主动公开情况 | —— | |
| (一) 主动公开政府信息数 | 条 | {items} |
| (二) 通过不同渠道和方式公开政府信息的情况 | —— | |
| 1. 政府公报公开政府信息数 | 条 | 0 |
| 2. 政府网站公开政府信息数 | 条 | {items} |

{place}人民政府
{next_year}年1月9日
"""
# The planted fault: where the report's year is 2016, each value is said to stand one character further on.
FAULT = """

_sound_extract = extract


def extract(name, data, origins=()):
    extraction = _sound_extract(name, data, origins)
    if extraction.report is not None and extraction.report.report_year == 2016:
        for observation in extraction.observations:
            observation.value_start += 1
            observation.value_end += 1
    return extraction
"""


def _write(inbox: Path, delivery: str, name: str, place: str, year: int, items: int) -> None:
    folder = inbox / delivery
    folder.mkdir(parents=True, exist_ok=True)
    text = REPORT.format(place=place, year=year, next_year=year + 1, items=items)
    (folder / name).write_text(text, encoding="utf-8")


def _broken_extractors(folder: Path) -> dict[str, str]:
    """An environment in which the project's extractors have the planted fault."""
    shutil.copytree(ROOT / "extractors", folder / "extractors", ignore=shutil.ignore_patterns("__pycache__"))
    # The list of places, which they read, lies beside them.
    (folder / "dbt_project").symlink_to(ROOT / "dbt_project", target_is_directory=True)
    with (folder / "extractors" / "extract.py").open("a", encoding="utf-8") as module:
        module.write(FAULT)
    return {"PYTHONPATH": str(folder)}


def _items(home: Path) -> list[tuple[str, int, int]]:
    return ask(
        home,
        """select delivery, report_year, cast(value as integer) from marts.fct_observation join marts.dim_report using (report_id)
        where indicator_code = 'proactive.items' order by all""",
    )


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Result, list[tuple[str, int, int]], list[tuple[str, str]]]]:
    """Three runs: all is well; the extractors break and two reports arrive; the extractors are mended."""
    folder = tmp_path_factory.mktemp("held")
    inbox, home = folder / "inbox", folder / "home"

    def state() -> tuple[list[tuple[str, int, int]], list[tuple[str, str]]]:
        return _items(home), ask(home, "select source_file, reason from marts.fct_document_issue order by all")

    _write(inbox, "A", "甲2015.txt", "望舒县栖霞岭镇", 2015, 41)
    chapters = {"well": (run(inbox, home), *state())}
    _write(inbox, "A", "甲2016.txt", "望舒县栖霞岭镇", 2016, 52)
    _write(inbox, "B", "乙2017.txt", "望舒县听潮镇", 2017, 63)
    broken = _broken_extractors(folder / "broken")
    chapters["broken"] = (gongkai("run", inbox, "--home", home, environment=broken), *state())
    chapters["again"] = (gongkai("run", inbox, "--home", home, environment=broken), *state())
    pages = sorted(path.name for path in (home / "published" / "quality").rglob("*.html"))
    chapters["pages"] = (Result(0, "\n".join(pages), ""), [], [])
    chapters["mended"] = (run(inbox, home), *state())
    chapters["history"] = (Result(0, " ".join(run_statuses(home)), ""), [], [])
    return chapters


def test_a_fault_of_extraction_holds_its_delivery(story: dict) -> None:  # type: ignore[type-arg]
    result, items, _ = story["broken"]
    assert result.code == 3
    assert "held deliveries" in result.out
    assert "A: 扣留" in result.out
    assert ("A", 2016, 52) not in items


def test_a_good_delivery_is_published_while_another_is_held(story: dict) -> None:  # type: ignore[type-arg]
    assert ("B", 2017, 63) in story["broken"][1]


def test_accepted_rows_of_a_held_delivery_stay(story: dict) -> None:  # type: ignore[type-arg]
    assert ("A", 2015, 41) in story["broken"][1]


def test_a_held_delivery_is_not_read_again_as_long_as_nothing_changed(story: dict) -> None:  # type: ignore[type-arg]
    result, items, _ = story["again"]
    assert result.code == 3
    assert "nothing new" in result.out
    assert items == story["broken"][1]


def test_mended_extractors_publish_the_held_delivery(story: dict) -> None:  # type: ignore[type-arg]
    result, items, _ = story["mended"]
    assert result.code == 0
    assert items == [("A", 2015, 41), ("A", 2016, 52), ("B", 2017, 63)]


def test_a_held_delivery_leaves_no_failed_run(story: dict) -> None:  # type: ignore[type-arg]
    assert set(story["history"][0].out.split()) == {"SUCCESS"}
