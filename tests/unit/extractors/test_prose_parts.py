"""Parts of requests, reviews and lawsuits: "其他4件" behind them, their sums, and the headings that tell of what they are."""

import pytest
from prose_parts import PARTS
from prose_parts_more import MORE_PARTS
from prose_parts_others import OTHER_PARTS
from test_prose import figures, told

from extractors.extract import extract


@pytest.mark.parametrize(
    ("year", "heading", "text", "facts"), PARTS + MORE_PARTS + OTHER_PARTS, ids=[case[2][:30] for case in PARTS + MORE_PARTS + OTHER_PARTS]
)
def test_parts_of_cases_tell_of_each_other(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)


@pytest.mark.parametrize(
    ("publisher", "facts"),
    [
        ("逐月市教育局", ["application.received 12", "application.replied.granted 10"]),
        ("逐月市人民政府", ["application.received 1260", "application.received.in_person 300"]),
    ],
)
def test_what_a_whole_city_received_is_no_office_s(publisher: str, facts: list[str]) -> None:
    whole = "2016年，全市共受理政府信息公开申请1260件，其中当面申请300件。"
    own = "全市共受理政府信息公开申请1260件，我局受理12件，均已答复，其中同意公开10件。"
    text = own if publisher.endswith("局") else whole
    extraction = extract("report.txt", f"{publisher}2016年政府信息公开工作年度报告\n\n三、依申请公开政府信息情况\n\n{text}\n".encode())
    assert [told(observation) for observation in extraction.observations] == facts
