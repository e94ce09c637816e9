"""Codes of known members: a printed label keeps its words and gets a code where it is a known one."""

import csv
from importlib.resources import files

import pytest
from test_prose import report

from extractors.extract import extract
from extractors.prose.members import bare, code_of


def rows(package: str, path: str) -> list[dict[str, str]]:
    with files(package).joinpath(path).open(encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


def codes(text: str, year: int = 2016) -> dict[str, str | None]:
    found = extract("members.txt", report(year, "二、主动公开政府信息情况", text)).observations
    return {each.member_label: each.member_code for each in found if each.member_label}


@pytest.mark.parametrize(
    ("dimension", "label", "code"),
    [
        ("channel", "镇政务公开栏", "notice_board"),
        ("channel", "公示栏", "notice_board"),
        ("channel", "村务公开栏", None),
        ("channel", "LED显示屏", "screens"),
        ("channel", "服务大厅电子屏", "screens"),
        ("channel", "抖音号", "douyin"),
        ("channel", "档案馆、图书馆", "archives_and_libraries"),
        ("content", "机构职能类", "organisation"),
        ("content", "政策法规类信息", "regulations"),
        ("content", "“三公”经费", "three_public_expenses"),
        ("content", "重大建设项目领域", "projects"),
        ("content", "政策法规及规划计划", None),
        ("content", "粮食直补", None),
        ("content", "信息", None),
        ("consultation_way", "咨询电话", "by_phone"),
        ("consultation_way", "当面", "on_site"),
        ("consultation_way", "低保中心", None),
    ],
)
def test_a_label_has_the_code_of_what_it_names(dimension: str, label: str, code: str | None) -> None:
    assert code_of(dimension, bare(label)) == code


def test_a_figure_keeps_its_printed_label_beside_the_code() -> None:
    text = "主动公开政府信息50条，其中机构职能类12条，粮食直补30条，其他类信息8条。"
    assert codes(text) == {"机构职能": "organisation", "粮食直补": None, "其他": "other_content"}


def test_a_share_has_the_code_of_its_kind() -> None:
    found = extract("members.txt", report(2016, "二、主动公开政府信息情况", "政策法规类20条，占40%。")).observations
    assert {(each.indicator_code, each.member_code) for each in found} == {
        ("proactive.items.by_category", "regulations"),
        ("proactive.items.share_by_category", "regulations"),
    }


def test_two_labels_that_would_share_a_code_have_none() -> None:
    text = "通过公示栏公开30条，通过公告栏公开12条，通过短信公开5条。"
    assert codes(text) == {"公示栏": None, "公告栏": None, "短信": "mobile_messages"}


def test_every_code_stands_once_and_is_in_the_dictionary() -> None:
    patterns = [(row["dimension"], row["member_code"]) for row in rows("extractors", "prose/members.csv")]
    named = [(row["dimension"], row["member_code"]) for row in rows("dbt_project", "seeds/members.csv")]
    assert patterns == sorted(patterns)
    assert set(patterns) <= set(named)
    assert len({code for _, code in named}) == len(named)


def test_the_name_of_a_code_is_one_of_its_labels() -> None:
    names = {row["member_code"]: row["name_zh"] for row in rows("dbt_project", "seeds/members.csv")}
    of_code = [(row["dimension"], row["member_code"]) for row in rows("extractors", "prose/members.csv")]
    unknown = [code for dimension, code in of_code if code_of(dimension, bare(names[code].split("、")[0])) != code]
    assert unknown == []
