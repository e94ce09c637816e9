"""Whatever a conversion does to a table, no figure comes out wrong; and where nothing is lost, none is missing.

Every distortion is applied to complete tables of both forms in four ways of printing; `printed_tables.py` holds labels and truth.
"""

import random
import re
from collections.abc import Callable

import pytest
from printed_tables import PRINTERS, Cells, Figures, coastal_figures, coastal_rows, national_figures, national_rows

from extractors.forms.matcher import read_forms
from extractors.readers import read

Rows = list[Cells]
NUMBERING = re.compile(r"^(?:其中：)?(?:（[一二三四五六七八九]）|[一二三四五六七八九]、|\d\.)?")
FORMS = {"national": (national_rows, national_figures), "coastal": (coastal_rows, coastal_figures)}


def judged(text: str, truth: Figures) -> tuple[set[tuple[str, str]], list[tuple[str, str, str | None]]]:
    """The keys of the right figures, and the wrong ones."""
    document = read("a.txt", text.encode())
    right, wrong = set(), []
    for each in read_forms(document).observations:
        assert document.text[each.char_start : each.char_end] == each.quote
        assert each.char_start <= each.value_start <= each.value_end <= each.char_end
        if each.status == "unreadable":
            continue
        key = (each.indicator_code, each.basis)
        number = None if each.number is None else str(each.number)
        if each.status in ("reported", "blank") and key in truth and truth[key] == number:
            right.add(key)
        else:
            wrong.append((each.indicator_code, each.quote, number))
    return right, wrong


def without_numbering(rows: Rows) -> Rows:
    return [rows[0], *([NUMBERING.sub("", row[0]), *row[1:]] for row in rows[1:])]


def renumbered(rows: Rows) -> Rows:
    return [rows[0], *([f"{index}、{NUMBERING.sub('', row[0])}", *row[1:]] for index, row in enumerate(rows[1:], start=1))]


def without_groups(rows: Rows) -> Rows:
    return [row for row in rows if row[1] != "——"]


def without_units(rows: Rows) -> Rows:
    return [[row[0], *row[2:]] for row in rows]


def wrapped(rows: Rows, place: int, manner: str) -> Rows:
    """Labels broken at `place`: the figures stand beside the first part, the second, a middle one, or between the parts."""
    result = [rows[0]]
    for label, *rest in rows[1:]:
        empty = [""] * len(rest)
        if len(label) <= (2 * place if manner == "beside the middle" else place):
            result.append([label, *rest])
        elif manner == "beside the first":
            result += [[label[:place], *rest], [label[place:], *empty]]
        elif manner == "beside the second":
            result += [[label[:place], *empty], [label[place:], *rest]]
        elif manner == "beside the middle":
            result += [[label[:place], *empty], [label[place : 2 * place], *rest], [label[2 * place :], *empty]]
        else:
            result += [[label[:place], *empty], ["", *rest], [label[place:], *empty]]
    return result


SIMPLE: dict[str, Callable[[Rows], Rows]] = {
    "as printed": lambda rows: rows,
    "without numbering": without_numbering,
    "renumbered": renumbered,
    "without groups": without_groups,
    "without units": without_units,
    "spaced out": lambda rows: [rows[0], *([" ".join(row[0]), *row[1:]] for row in rows[1:])],
    "half width": lambda rows: [[cell.translate(str.maketrans("（）：，", "():,")) for cell in row] for row in rows],
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("printer", ["bars", "tabs", "lined up"])
@pytest.mark.parametrize("distortion", SIMPLE)
def test_nothing_is_lost_where_all_cells_are_left(form: str, printer: str, distortion: str) -> None:
    rows, truth = FORMS[form][0](), FORMS[form][1]()
    right, wrong = judged(PRINTERS[printer](SIMPLE[distortion](rows)), truth)
    assert (wrong, truth.keys() - right) == ([], set())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("distortion", SIMPLE)
def test_where_empty_cells_leave_no_trace_only_rows_with_all_figures_are_read(form: str, distortion: str) -> None:
    rows, truth = FORMS[form][0](), FORMS[form][1]()
    right, wrong = judged(PRINTERS["two spaces"](SIMPLE[distortion](rows)), truth)
    whole = {code for code, basis in truth if all(truth[key] is not None for key in truth if key[0] == code)}
    assert (wrong, whole - {code for code, _ in right}) == ([], set())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("manner", ["beside the first", "beside the second", "beside the middle", "between"])
@pytest.mark.parametrize("place", range(1, 14))
def test_labels_may_wrap_anywhere(form: str, manner: str, place: int) -> None:
    rows, truth = FORMS[form][0](), FORMS[form][1]()
    for printer, text in ((name, printer(wrapped(rows, place, manner))) for name, printer in PRINTERS.items()):
        right, wrong = judged(text, truth)
        assert wrong == [], printer
        # Bars and tabs keep every cell in its place, so nothing need be lost.
        if printer in ("bars", "tabs"):
            assert truth.keys() - right == set(), printer


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("gap", ["\n\n", "\n- 4 -\n", "\n\n第3页\n\n", "\n\n4\n\n", "\n\f"])
@pytest.mark.parametrize("header", ["none", "repeated", "empty"])
def test_a_page_may_end_after_any_row(form: str, gap: str, header: str) -> None:
    rows, truth = FORMS[form][0](), FORMS[form][1]()
    for printer in ("bars", "tabs"):
        for end in range(3, len(rows) - 2, 5):
            above = {"none": [], "repeated": [rows[0]], "empty": [[""] * len(rows[0])]}[header]
            text = PRINTERS[printer](rows[:end]) + gap + PRINTERS[printer](above + rows[end:])
            right, wrong = judged(text, truth)
            assert (wrong, truth.keys() - right) == ([], set()), (printer, end)


SLIPS = "的一木未末土士日曰目且贝见己已巳网冈徽微"
STRANGE_ROWS = ["7.政务抖音公开政府信息数", "（五）归档数", "其他", "政务客户端公开政府信息数", "合计", "信息数", "申请数"]


def with_slips(rows: Rows, chance: random.Random) -> Rows:
    """One character wrong, lost or too many in every seventh label. 部 and 分 stay: without them one label is another."""
    result = [rows[0]]
    for label, *rest in rows[1:]:
        place = chance.randrange(len(label))
        if chance.random() < 0.15 and len(label) > 3 and "部分" not in label:
            kind = chance.randrange(3)
            label = label[:place] + ("" if kind == 0 else chance.choice(SLIPS)) + label[place + (kind != 2) :]
        result.append([label, *rest])
    return result


def with_rows_lost(rows: Rows, chance: random.Random) -> Rows:
    return [rows[0], *(row for row in rows[1:] if chance.random() > 0.1)]


def with_strange_rows(rows: Rows, chance: random.Random) -> Rows:
    result = list(rows)
    for label in chance.sample(STRANGE_ROWS, 3):
        result.insert(chance.randrange(1, len(result)), [label, "件", *["907"] * (len(rows[0]) - 2)])
    return result


def with_some_wrapped(rows: Rows, chance: random.Random) -> Rows:
    result = [rows[0]]
    for row in rows[1:]:
        manner = chance.choice(["beside the first", "beside the second", "between", "not at all"])
        if manner == "not at all" or len(row[0]) < 3:
            result.append(row)
        else:
            result += wrapped([rows[0], row], chance.randrange(1, len(row[0])), manner)[1:]
    return result


def with_figures_torn(rows: Rows, chance: random.Random) -> Rows:
    result = [rows[0]]
    for row in rows[1:]:
        if len(row[-1]) > 1 and chance.random() < 0.2:
            result += [[*row[:-1], row[-1][:1]], [*[""] * (len(row) - 1), row[-1][1:]]]
        else:
            result.append(row)
    return result


def with_cells_lost(rows: Rows, chance: random.Random) -> Rows:
    return [[cell for cell in row if cell or chance.random() < 0.5] or [""] for row in rows]


def without_header(rows: Rows, chance: random.Random) -> Rows:
    return rows[1:] if chance.random() < 0.5 else rows


MIXED = [with_rows_lost, with_slips, with_strange_rows, with_some_wrapped, with_figures_torn, with_cells_lost, without_header]


@pytest.mark.parametrize("seed", range(120))
def test_no_figure_is_wrong_whatever_is_distorted_together(seed: int) -> None:
    chance = random.Random(seed)
    rows, truth = (made() for made in FORMS[chance.choice(list(FORMS))])
    for distortion in MIXED:
        if chance.random() < 0.4:
            rows = distortion(rows, chance)
    # A row that lost a cell no longer lines up; printed as if it did, the table itself would be wrong.
    printer = chance.choice(["bars", "tabs", "two spaces"])
    text = "某乡政府信息公开情况统计表\n（2016年度）\n\n" + PRINTERS[printer](rows) + "\n\n单位负责人：某某\n"
    _, wrong = judged(text, truth)
    assert wrong == []
