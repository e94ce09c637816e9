"""Ledgers of income and expense in many shapes; and tables that are none. All places, persons and sums are invented."""

from datetime import date

import pytest

from extractors.annexes.ledger import Ledger, read_ledgers
from extractors.readers import read

# day, description, income, expense
Entry = tuple[date | None, str, str | None, str | None]


def ledger(text: str) -> Ledger:
    return read_ledgers(read("report.txt", text.encode()))


def entries(text: str) -> list[Entry]:
    return [
        (
            entry.entry_date,
            entry.description,
            None if entry.income is None else str(entry.income),
            None if entry.expense is None else str(entry.expense),
        )
        for entry in ledger(text).entries
    ]


def tabs(*rows: str) -> str:
    """Rows whose cells are written with bars, as a table of tabs."""
    return "\n".join(row.replace("|", "\t") for row in rows)


CASES: list[tuple[str, str, list[Entry]]] = [
    (
        "year, month and day in columns of their own, a title row and a row for the month",
        tabs("星渚村财务公开||||||", "年|月|日|摘要|收入|支出", "三月份|||||", "2016|3|4|收水库租金|1200.50|", "2016|3|9|付清淤费||88.00"),
        [(date(2016, 3, 4), "收水库租金", "1200.50", None), (date(2016, 3, 9), "付清淤费", None, "88.00")],
    ),
    (
        "one column for the day, bars as lines, digits in groups",
        "| 日期 | 事项 | 收入（元） | 支出（元） | 余额 |\n|---|---|---|---|---|\n| 2018-05-06 | 上级拨款 | 1,234,567.89 | | 9 |\n"
        "| 2018年5月7日 | 修路款 | | 300 | 8 |",
        [(date(2018, 5, 6), "上级拨款", "1234567.89", None), (date(2018, 5, 7), "修路款", None, "300")],
    ),
    (
        "amounts in ten thousands of the currency become the currency, exactly",
        tabs("日期|项目|收入（万元）|支出（万元）", "2015.1.2|征地补偿|12.345678|", "2015.1.3|办公费||0.05"),
        [(date(2015, 1, 2), "征地补偿", "123456.780000", None), (date(2015, 1, 3), "办公费", None, "500.00")],
    ),
    (
        "the unit stands above the table",
        "村级收支明细表\n单位：万元\n" + tabs("日期|摘要|收入|支出", "2015/1/2|征地补偿|3|", "2015/1/3|办公费||1.5"),
        [(date(2015, 1, 2), "征地补偿", "30000", None), (date(2015, 1, 3), "办公费", None, "15000.0")],
    ),
    (
        "month and day, the year in the header",
        tabs("2014年||摘要|收入金额|支出金额", "月|日|||", "7|1|结息|3.21|", "7|30|电费||45.6"),
        [(date(2014, 7, 1), "结息", "3.21", None), (date(2014, 7, 30), "电费", None, "45.6")],
    ),
    (
        "a header of two rows with a word above both columns of money",
        tabs("日期|摘要|金额|", "||收入|支出", "2014-07-01|结息|3.21|", "2014-07-02|电费||45.6"),
        [(date(2014, 7, 1), "结息", "3.21", None), (date(2014, 7, 2), "电费", None, "45.6")],
    ),
    (
        "the year stands in the caption",
        "墨痕镇2013年银行收支明细\n" + tabs("日期|摘要|收入|支出", "1.5|结息|3|", "2月6日|电费||4"),
        [(date(2013, 1, 5), "结息", "3", None), (date(2013, 2, 6), "电费", None, "4")],
    ),
    (
        "no year anywhere leaves the day open",
        "村级明细\n" + tabs("日期|摘要|收入|支出", "1.5|结息|3|", "2.6|电费||4"),
        [(None, "结息", "3", None), (None, "电费", None, "4")],
    ),
    (
        "an empty day is not the day above; a sign for the same is",
        tabs("日期|摘要|收入|支出", "2013-01-05|结息|3|", "|电费||4", "2013-01-06|水费||5", "〃|话费||6"),
        [
            (date(2013, 1, 5), "结息", "3", None),
            (None, "电费", None, "4"),
            (date(2013, 1, 6), "水费", None, "5"),
            (date(2013, 1, 6), "话费", None, "6"),
        ],
    ),
    (
        "sums, balances and what is carried over are no entries",
        tabs(
            "日期|摘要|收入|支出",
            "2013-01-01|上年结转|900|",
            "2013-01-05|结息|3|",
            "|本月合计|3|0",
            "|1月小计|3|0",
            "|承前页|3|",
            "|合计|3|",
            "2013-02-05|结息|4|",
        ),
        [(date(2013, 1, 5), "结息", "3", None), (date(2013, 2, 5), "结息", "4", None)],
    ),
    (
        "a header that is repeated on the next page",
        tabs("日期|摘要|收入|支出", "2013-01-05|结息|3|", "日期|摘要|收入|支出", "2013-02-05|电费||4"),
        [(date(2013, 1, 5), "结息", "3", None), (date(2013, 2, 5), "电费", None, "4")],
    ),
    (
        "a column that says in or out",
        tabs("日期|收支类型|事由|金额", "2013-01-05|收入|结息|3", "2013-01-06|支出|电费|4", "2013-01-07|调整|改账|5"),
        [(date(2013, 1, 5), "结息", "3", None), (date(2013, 1, 6), "电费", None, "4")],
    ),
    (
        "a caption that says that all went out",
        "归雁乡2013年支出明细表\n" + tabs("日期|用途|金额", "2013-01-05|电费|3", "2013-01-06|水费|¥4.50"),
        [(date(2013, 1, 5), "电费", None, "3"), (date(2013, 1, 6), "水费", None, "4.50")],
    ),
    (
        "a printed zero stays, a dash is nothing",
        tabs("日期|摘要|收入|支出", "2013-01-05|结息|3|0", "2013-01-06|电费|—|4"),
        [(date(2013, 1, 5), "结息", "3", "0"), (date(2013, 1, 6), "电费", None, "4")],
    ),
    (
        "a booking taken back",
        tabs("日期|摘要|收入|支出", "2013-01-05|冲回电费||-4.20", "2013-01-06|电费||4.20"),
        [(date(2013, 1, 5), "冲回电费", None, "-4.20"), (date(2013, 1, 6), "电费", None, "4.20")],
    ),
    (
        "full-width digits",
        tabs("日期|摘要|收入|支出", "２０１３年１月５日|结息|３．５０|", "2013-01-06|电费||４"),
        [(date(2013, 1, 5), "结息", "3.50", None), (date(2013, 1, 6), "电费", None, "4")],
    ),
    (
        "columns lined up with spaces",
        "日期          摘要        收入      支出\n2013-01-05    收利息      3.50      0\n2013-01-06    付电费      0         4.10\n",
        [(date(2013, 1, 5), "收利息", "3.50", "0"), (date(2013, 1, 6), "付电费", "0", "4.10")],
    ),
    (
        "a day that the calendar lacks is no day",
        tabs("日期|摘要|收入|支出", "2013-02-30|结息|3|", "2013-02-28|电费||4"),
        [(None, "结息", "3", None), (date(2013, 2, 28), "电费", None, "4")],
    ),
    # Tables that are no ledgers.
    ("a table of indicators", tabs("指标名称|计量单位|2017年|历年累计", "主动公开文件数|条|3|4", "收费金额|元|5|6"), []),
    ("a budget without days", tabs("项目|收入|支出", "税收|3|", "工资||4"), []),
    ("money of unknown direction", "明细表\n" + tabs("日期|摘要|金额", "2013-01-05|结息|3", "2013-01-06|电费|4"), []),
    ("days without money", tabs("日期|事项|地点", "2013-01-05|开会|会议室", "2013-01-06|培训|礼堂"), []),
    ("sums by month", tabs("月份|收入|支出", "1月|3|4", "2月|5|6"), []),
    ("a sentence about income and expense", "2013年1月5日，我镇收入3万元，支出4万元，余额5万元。", []),
]


@pytest.mark.parametrize(("what", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_entries_are_read_as_printed(what: str, text: str, expected: list[Entry]) -> None:
    assert entries(text) == expected


def test_the_place_of_an_entry_is_its_row() -> None:
    text = "# 附表\n\n" + tabs("日期|摘要|收入|支出", "2013-01-05|结息|3|", "2013-01-06|电费||4")
    document = read("report.txt", text.encode())
    entry = read_ledgers(document).entries[1]
    assert (document.text[entry.char_start : entry.char_end], entry.quote, entry.line) == (
        "2013-01-06\t电费\t\t4",
        "2013-01-06\t电费\t\t4",
        5,
    )


def test_an_amount_that_cannot_be_read_is_told_not_guessed() -> None:
    read_ = ledger(tabs("日期|摘要|收入|支出", "2013-01-05|结息|1,23|", "2013-01-06|电费||约4", "2013-01-07|水费||5"))
    assert [entry.description for entry in read_.entries] == ["水费"]
    assert [issue.reason for issue in read_.issues] == ["unreadable_cell", "unreadable_cell"]


def test_a_row_whose_columns_are_unknown_is_told_not_guessed() -> None:
    read_ = ledger(tabs("日期|摘要|收入|支出", "2013-01-05|结息|3|", "2013-01-06|电费|4", "2013-01-07|水费||5"))
    assert [entry.description for entry in read_.entries] == ["结息", "水费"]
    assert [issue.reason for issue in read_.issues] == ["unknown_column_position"]


def test_another_currency_is_named() -> None:
    assert [
        entry.currency for entry in ledger(tabs("日期|摘要|收入（美元）|支出（美元）", "2013-01-05|捐款|3|", "2013-01-06|书费||4")).entries
    ] == [
        "USD",
        "USD",
    ]
