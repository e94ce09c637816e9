"""The effort that a file costs grows with its length, whatever it holds: no line, row or table makes a worker hang.

Times of a text and of one four times as long are compared, the shorter one long enough to be measured. Effort that grows with
the square of the length gives sixteen, a little noise is allowed for.
"""

import gc
import time

import pytest

from extractors.extract import extract

HEAD = "听松镇2016年政府信息公开工作年度报告\n\n一、概述\n\n现将我镇2016年政府信息公开工作情况报告如下。\n\n"
TABLE = (
    "| 统计指标 | 单位 | 统计数 |\n|---|---|---|\n"
    "| （一）主动公开政府信息数 | 条 | 1 |\n| 1.政府公报公开政府信息数 | 条 | 2 |\n"
    "| （一）收到申请数 | 件 | 3 |\n| 1.当面申请数 | 件 | 4 |\n"
)
SHORT = 12_000
# Below this many seconds clocks and other processes say more than the text does.
MEASURABLE = 0.15
MOST_GROWTH = 10
REPEATED = [
    " ", "\t", "|", "| ", "1", "-", "一", "年", "月", "日", "、", "（", "(", "〔", "。", ".", "局", "镇", "年1", "2016年1月1日", "甲  乙",
    "填报单位：", "单位负责人：张某、", "索引号：", "统 计 ", "政府信息公开", "<!---->", "a@", "**a", "&lt;", "1 ", "其中：", "一、", "1.",
    "一亿", "1亿", "占5%1条（分别1条复议", "收到申请1件，", "网站1条、", "分别增长1%和2%，", "《甲》1条（其中",
]  # fmt: skip
LINES = [
    "甲", "甲\t1", "a  b\n  c   d", "青竹局\n2016年1月1日", "青竹乡2016年政府信息公开年度报告", "| 当面申请数 | 件 | 1 |",
    "| 当面申请数 | 件 | 1 |\n\n甲乙丙丁。", "| 当面申 |  |  |\n| 请数 | 件 | 1 |", "| （三）其他情形数 | 件 | 1 |", "| | | 1 |", "- 1 -",
    "1.1.1.1.1.1 当面申请数", "审核人：甲    填报人：乙", "当面申请数  件  1\n\n",
]  # fmt: skip


def seconds(text: str) -> float:
    data = text.encode()
    gc.disable()
    try:
        begin = time.process_time()
        extract("a.txt", data)
        return time.process_time() - begin
    finally:
        gc.enable()


def grows_too_fast(short: str, long: str) -> bool:
    """Whether the best of three tries is still out of proportion."""
    for _ in range(3):
        spent = seconds(long)
        if spent < MEASURABLE or spent < MOST_GROWTH * seconds(short):
            return False
    return True


@pytest.mark.parametrize("unit", REPEATED)
def test_one_long_line_costs_no_more_than_its_length(unit: str) -> None:
    for frame in ("{}\n" + HEAD, HEAD + "甲{}乙\n", HEAD + TABLE + "| 甲{}乙 | 件 | 3 |\n", HEAD + TABLE + "| 网络申请数 | 件 | 3{}4 |\n"):
        short, long = (frame.format(unit * (length // len(unit))) for length in (SHORT, 4 * SHORT))
        assert not grows_too_fast(short, long), frame


@pytest.mark.parametrize("line", LINES)
def test_many_lines_cost_no_more_than_their_number(line: str) -> None:
    for head in (HEAD, HEAD + TABLE):
        short, long = (head + (line + "\n") * (length // len(line)) for length in (SHORT, 4 * SHORT))
        assert not grows_too_fast(short, long)


def test_a_row_of_thousands_of_cells_and_nested_brackets_cost_no_more_than_their_length() -> None:
    for made in (
        lambda size: "| 统计指标 | 单位 |" + " 2016年 |" * size + "\n" + TABLE,
        lambda size: "a  " * size + "\n" + "b   " * size + "\n",
        lambda size: TABLE + "| " + "(" * size + ")" * size + " | 件 | 1 |\n",
    ):
        assert not grows_too_fast(HEAD + made(4_000), HEAD + made(16_000))


def test_names_without_end_and_headings_without_end_cost_no_more_than_their_length() -> None:
    for made in (
        lambda size: "甲类、" * size + "分别为" + "1条、" * size + "。\n",
        lambda size: "甲类、乙类分别为1条、2条，" * size + "\n",
        lambda size: "政策（" * size + "12条）" * size + "\n",
        lambda size: "发布信息" + "3项4条" * size + "\n",
        lambda size: "# " + "行政复议行政诉讼" * size + "\n\n" + "2件已撤销，维持3件。" * 100 + "\n",
        lambda size: "# " + "行政复议行政诉讼" * size + "\n\n无。\n",
    ):
        assert not grows_too_fast(HEAD + made(1_000), HEAD + made(4_000))


def test_a_long_word_before_an_at_sign_costs_no_more_than_its_length() -> None:
    for unit in ("abc", "ab+"):
        assert not grows_too_fast(f"{HEAD}{unit * SHORT} @\n", f"{HEAD}{unit * SHORT * 4} @\n"), unit


def test_lists_in_lists_and_changes_without_figures_cost_no_more_than_their_length() -> None:
    for unit in ("公开信息64条，其中甲类24条，网站公开信息30条，占5%，", "公开信息8条，其中1条，", "同比增加5条。"):
        assert not grows_too_fast(f"{HEAD}{unit * 1_000}\n", f"{HEAD}{unit * 4_000}\n"), unit
