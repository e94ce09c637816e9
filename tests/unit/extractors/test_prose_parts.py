"""Parts of requests, reviews and lawsuits: "其他4件" behind them, their sums, and the headings that tell of what they are."""

import pytest
from prose_parts import PARTS
from test_prose import figures


@pytest.mark.parametrize(("year", "heading", "text", "facts"), PARTS, ids=[case[2][:30] for case in PARTS])
def test_parts_of_cases_tell_of_each_other(year: int, heading: str, text: str, facts: tuple[str, ...]) -> None:
    assert figures(year, heading, text) == sorted(facts)
