"""What a file's name, folder and sidecar add to what its text says: publisher and year where the text is silent, and nothing else."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from extractors.extract import extract
from extractors.identity.origins import Origin
from extractors.records import Extraction

# A report whose text names neither its author nor its year.
SILENT = """政府信息公开工作年度报告

一、主动公开情况

我局主动公开政府信息120条，其中通过网站公开100条。

二、依申请公开情况

我局没有收到政府信息公开申请。

三、收费及减免情况

我局没有收取任何费用。

四、行政复议、行政诉讼情况

没有发生行政复议和行政诉讼。
"""
TOWN = SILENT.replace("我局", "我镇")
NAMED = "望舒县水务局2017年政府信息公开工作年度报告\n\n" + SILENT.partition("\n\n")[2]
REPORT = "2017年政府信息公开工作年度报告"


def read(text: str, *origins: Origin) -> Extraction:
    return extract("a", text.encode(), origins)


def identity(found: Extraction) -> tuple[str | None, int | None]:
    assert found.report is not None
    return found.report.publisher, found.report.report_year


@pytest.mark.parametrize(
    ("text", "origins", "expected"),
    [
        (SILENT, [Origin("01.txt")], (None, None)),
        (SILENT, [Origin(f"望舒县水务局{REPORT}.txt")], ("望舒县水务局", 2017)),
        (SILENT, [Origin(f"{REPORT}（望舒县水务局）.doc")], (None, 2017)),
        (SILENT, [Origin(f"年报/望舒县水务局/{REPORT}.txt")], ("望舒县水务局", 2017)),
        (SILENT, [Origin("望舒县水务局/2017年政府信息公开年报/01.txt")], ("望舒县水务局", 2017)),
        (SILENT, [Origin("01.txt", "望舒县水务局")], ("望舒县水务局", None)),
        # An order of trust: the name, the sidecar, the folder.
        (SILENT, [Origin(f"望舒县农业局/望舒县水务局{REPORT}.txt", "望舒县林业局")], ("望舒县水务局", 2017)),
        (SILENT, [Origin("望舒县农业局/01.txt", "望舒县林业局")], ("望舒县林业局", None)),
        (SILENT, [Origin("望舒县农业局/望舒县林业局/01.txt")], ("望舒县林业局", None)),
        # A body that the text can't speak as, and the operator of a site, are not the author.
        (TOWN, [Origin("01.txt", "望舒县水务局")], (None, None)),
        (SILENT, [Origin("流萤镇/01.txt")], (None, None)),
        (SILENT, [Origin("01.txt", "望舒县政务网站信息中心")], (None, None)),
        (TOWN, [Origin("流萤镇/01.txt")], ("流萤镇", None)),
        # Names in the text that contradict each other are not decided by a file's.
        (
            f"流萤镇2017年政府信息公开年报\n\n{TOWN}\n墨痕镇人民政府\n2018年1月3日\n",
            [Origin("墨痕镇/墨痕镇2017年政府信息公开年报.txt")],
            (None, 2017),
        ),
        # A year alone may be that of the collection.
        (SILENT, [Origin("2018/望舒县水务局.txt")], (None, None)),
        (SILENT, [Origin("2018年报送/01.txt")], (None, None)),
        # Names that say different things say nothing; those that agree say it once.
        (SILENT, [Origin(f"望舒县水务局{REPORT}.txt"), Origin(f"望舒县农业局{REPORT}.txt")], (None, 2017)),
        (SILENT, [Origin(f"望舒县水务局{REPORT}.txt"), Origin(f"备份/望舒县水务局{REPORT}.txt")], ("望舒县水务局", 2017)),
        (SILENT, [Origin(f"望舒县水务局{REPORT}.txt"), Origin("copy.txt")], ("望舒县水务局", 2017)),
    ],
)
def test_what_the_text_leaves_open_is_filled_by_trust(
    text: str, origins: Sequence[Origin], expected: tuple[str | None, int | None]
) -> None:
    assert identity(read(text, *origins)) == expected


def test_the_text_goes_before_every_name() -> None:
    found = read(NAMED, Origin("望舒县农业局/墨痕镇2016年政府信息公开工作年度报告.txt", "望舒县林业局"))

    assert identity(found) == ("望舒县水务局", 2017)
    assert [issue.detail for issue in found.issues if issue.reason == "identity_disagrees"] == [
        "publisher: 望舒县水务局（title） ≠ 墨痕镇（file_name）",
        "report_year: 2017（title） ≠ 2016（file_name）",
    ]


def test_names_that_agree_with_the_text_are_no_issue() -> None:
    found = read(NAMED, Origin(f"水务局{REPORT}.txt", "望舒县人民政府"))

    assert [issue for issue in found.issues if issue.reason == "identity_disagrees"] == []


@pytest.mark.parametrize("text", [SILENT, TOWN, NAMED])
def test_no_name_changes_a_figure_or_the_kind_of_a_document(text: str) -> None:
    plain, named = read(text), read(text, Origin(f"流萤镇{REPORT}.txt", "望舒县水务局"), Origin("关于报送年报的通知.txt"))

    assert plain.report is not None
    assert named.report is not None
    assert plain.report.document_type == named.report.document_type
    for table in ("text", "observations", "quantities", "relations", "citations", "sections"):
        assert getattr(plain, table) == getattr(named, table)


def test_a_name_makes_no_report() -> None:
    found = read("我局召开会议，公布了120条消息。", Origin(f"望舒县水务局{REPORT}.txt"))

    assert found.report is not None
    assert (found.report.document_type, found.observations) == ("other", [])


def test_the_order_of_names_changes_nothing() -> None:
    names = [
        Origin(f"望舒县水务局{REPORT}.txt", "望舒县水务局"),
        Origin("望舒县农业局/01.txt"),
        Origin(f"备份/望舒县水务局{REPORT}.txt", "望舒县林业局"),
    ]

    assert len({repr(read(SILENT, *order)) for order in permutations(names)}) == 1
    assert repr(read(SILENT, *names, *names)) == repr(read(SILENT, *names))


def test_the_chosen_sign_shows_the_words_of_the_name() -> None:
    path = f"年报/望舒县水务局{REPORT}.txt"
    signs = [sign for sign in read(SILENT, Origin(path)).evidence if sign.is_chosen and sign.field in ("publisher", "report_year")]

    assert [(sign.field, sign.value, sign.source, sign.words, sign.start) for sign in signs] == [
        ("publisher", "望舒县水务局", "file_name", path, None),
        ("report_year", "2017", "file_name", path, None),
    ]
