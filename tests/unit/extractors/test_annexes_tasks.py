"""Running lists of work items, numbering that is none, and numbering that skips. All texts are invented."""

import pytest

from extractors.annexes.sections import read_outline
from extractors.annexes.tasks import read_tasks
from extractors.readers import read
from extractors.records import Task


def tasks(text: str) -> list[Task]:
    document = read("report.txt", text.encode())
    return read_tasks(document, read_outline(document))


def numbers(text: str) -> list[str]:
    return [task.number for task in tasks(text)]


def skips(text: str) -> list[tuple[int, int | None]]:
    """Numbers that don't follow the one before, with that one."""
    sections = read_outline(read("report.txt", text.encode())).sections
    return [(section.number, section.follows) for section in sections if section.follows is None or section.number != section.follows + 1]


RUNNING = """一、重点工作

（一）水库公开

1. 蓄水

(1) 公布水位。每周一次。

(2) 公布水质。

2. 放水

(3) 公布放水时间。

（二）道路公开

1. 修路

（4）公布工期。

（5）公布造价。

2. 养路

(6) 公布养护单位。

二、其他

没有其他事项。
"""


def test_items_that_run_on_across_headings_are_a_list() -> None:
    assert numbers(RUNNING) == ["1", "2", "3", "4", "5", "6"]


def test_an_item_has_its_words_and_the_headings_above_it() -> None:
    item = tasks(RUNNING)[0]
    assert (item.text, item.topic_path) == ("公布水位。每周一次。", "一、重点工作 > （一）水库公开 > 1.蓄水")
    assert RUNNING[item.char_start : item.char_end] == "(1) 公布水位。每周一次。"


@pytest.mark.parametrize(
    ("what", "text", "expected"),
    [
        (
            "under headings without number",
            "重点工作\n\n水库公开\n\n1. 公布水位。\n\n2. 公布水质。\n\n道路公开\n\n3. 公布工期。\n\n4. 公布造价。\n\n"
            "桥梁公开\n\n5. 公布桥名。\n",
            ["1", "2", "3", "4", "5"],
        ),
        (
            "under headings of Markdown",
            "# 工作台账\n\n## 水库\n\n1、公布水位。\n\n2、公布水质。\n\n## 道路\n\n3、公布工期。\n\n4、公布造价。\n\n5、公布单位。\n",
            ["1", "2", "3", "4", "5"],
        ),
        (
            "numbered with ready-made signs",
            "一、水库\n\n①公布水位。\n\n②公布水质。\n\n二、道路\n\n③公布工期。\n\n④公布造价。\n\n⑤公布单位。\n",
            ["1", "2", "3", "4", "5"],
        ),
        (
            "with a number that the report skips",
            "一、水库\n\n1. 公布水位。\n\n2. 公布水质。\n\n二、道路\n\n3. 公布工期。\n\n5. 公布造价。\n\n6. 公布单位。\n",
            ["1", "2", "3", "5", "6"],
        ),
        (
            "in a short list without gaps",
            "一、水库\n\n1. 公布水位。\n\n2. 公布水质。\n\n二、道路\n\n3. 公布工期。\n\n4. 公布造价。\n",
            ["1", "2", "3", "4"],
        ),
        (
            "with sub-points of their own",
            "一、水库\n\n1. 公布水位。\n\n①每周；\n\n②每月。\n\n2. 公布水质。\n\n二、道路\n\n3. 公布工期。\n\n4. 公布造价。\n\n"
            "5. 公布单位。\n",
            ["1", "2", "3", "4", "5"],
        ),
    ],
)
def test_running_items_are_found_in_other_shapes(what: str, text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("what", "text"),
    [
        (
            "a list under one heading, however long",
            "一、工作\n\n" + "\n\n".join(f"{number}. 公布第{number}项。" for number in range(1, 31)),
        ),
        (
            "lists that begin anew",
            "一、水库\n\n1. 公布水位。\n\n2. 公布水质。\n\n3. 公布水温。\n\n二、道路\n\n1. 公布工期。\n\n2. 公布造价。\n",
        ),
        (
            "a short list that skips",
            "一、水库\n\n1. 公布水位。\n\n2. 公布水质。\n\n二、道路\n\n3. 公布工期。\n\n5. 公布造价。\n",
        ),
        (
            "a short list with a single item under a heading",
            "一、水库\n\n1. 公布水位。\n\n2. 公布水质。\n\n3. 公布水温。\n\n二、道路\n\n4. 公布工期。\n",
        ),
        ("few items", "一、水库\n\n1. 公布水位。\n\n2. 公布水质。\n\n二、道路\n\n3. 公布工期。\n"),
        (
            "chapters that are numbered through the parts",
            "第一部分 水库\n\n一、蓄水\n\n（一）公布水位。\n\n二、放水\n\n（一）公布时间。\n\n三、清淤\n\n（一）公布次数。\n\n"
            "第二部分 道路\n\n四、修路\n\n（一）公布工期。\n\n五、养路\n\n（一）公布单位。\n",
        ),
        ("ordinals in sentences", "一、水库\n\n一是公布水位。二是公布水质。\n\n二、道路\n\n三是公布工期。四是公布造价。五是公布单位。\n"),
        ("rows of a table", "一、水库\n\n1. 水位\t条\t1\n2. 水质\t条\t2\n\n二、道路\n\n3. 工期\t条\t3\n4. 造价\t条\t4\n5. 单位\t条\t5\n"),
        ("figures with points", "一、水库\n\n1.5万元用于水位。\n\n2.5万元用于水质。\n\n二、道路\n\n3.5万元。\n\n4.5万元。\n\n5.5万元。\n"),
        ("no numbering", "我镇公布水位、水质、工期、造价和单位。\n"),
    ],
)
def test_other_numbering_is_no_list_of_work(what: str, text: str) -> None:
    assert numbers(text) == []


def test_the_text_of_an_item_goes_on_in_the_paragraphs_below_it() -> None:
    text = (
        "一、水库\n\n1. 公布水位。\n\n每周一次，贴在墙上。\n\n2. 公布水质。\n\n"
        "二、道路\n\n3. 公布工期。\n\n4. 公布造价。\n\n5. 公布单\n\n位名称。\n\n全镇上下共同努力。\n"
    )
    found = tasks(text)
    assert found[0].text == "公布水位。\n\n每周一次，贴在墙上。"
    assert found[1].text == "公布水质。"
    assert found[4].text == "公布单\n\n位名称。"


@pytest.mark.parametrize(
    ("what", "text", "expected"),
    [
        ("chapters", "一、概述\n\n二、水库\n\n四、道路\n", [(4, 2)]),
        ("ordinals in one line", "要求如下：一是公布水位。四是公布水质。五是公布水温。\n", [(4, 1)]),
        ("ordinals over paragraphs", "一是公布水位。\n\n二是公布水质。\n\n五是公布水温。\n", [(5, 2)]),
        ("a level below", "一、概述\n\n（一）水库\n\n（二）道路\n\n（四）桥梁\n\n二、其他\n\n（一）水塔\n", [(4, 2)]),
        ("a number that stands twice", "一、概述\n\n（一）水库\n\n（二）道路\n\n（二）桥梁\n\n（三）水塔\n", [(2, 2)]),
        ("a list that doesn't begin with one", "概述\n\n三、水库\n\n四、道路\n", [(3, None)]),
        ("brackets of two kinds are one numbering", "（一）水库\n\n(二)道路\n\n㈢桥梁\n", []),
        (
            "a part that is quoted numbers anew",
            "一、概述\n\n二、水库\n\n一、总体要求\n\n二、时间\n\n三、组织\n\n三、道路\n\n四、桥梁\n",
            [],
        ),
        (
            "a quoted outline in a later part",
            "一、概述\n\n二、水库\n\n（一）方案\n\n一、总体要求\n\n二、时间\n\n（二）办法\n\n三、道路\n",
            [],
        ),
        ("lists below each heading", "一、概述\n\n1. 水\n\n2. 路\n\n二、其他\n\n1. 桥\n\n2. 塔\n\n3. 井\n", []),
        ("words that hold a number", "全镇统一是要求，十二是约数，一致是结果。\n", []),
    ],
)
def test_numbering_that_skips_is_told_and_no_other(what: str, text: str, expected: list[tuple[int, int | None]]) -> None:
    assert skips(text) == expected


def test_numbering_that_only_ever_begins_does_not_pile_up() -> None:
    outline = read_outline(read("report.txt", ("（一）水库\n" * 3000).encode()))
    assert max(len(point.topics) for point in outline.points) == 1


def test_a_lost_full_stop_does_not_hide_the_next_ordinal() -> None:
    text = "一是公布水位二是公布水质三是公布水温。\n"
    assert [section.number for section in read_outline(read("report.txt", text.encode())).sections] == [1, 2, 3]
