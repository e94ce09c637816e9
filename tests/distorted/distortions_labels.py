"""What befalls the words of a table: labels, numbering, headers. Figures stay as they are.

Each docstring is the rule of what stays readable.
"""

import random
import re

from tests.distorted.forms_data import look_alikes, traditional, wordings
from tests.distorted.kinds import ALL, CROSSES, MARKUP, PLAIN, SPACED, TEXT, kind
from tests.distorted.tables import Case, Place, Spot, Table, covered, grid_rows, insert_row

WORDS = ("label", "group", "header", "filler")
HALF = str.maketrans("（）：，；“”．／", '():,;"".' + "/")
FULL_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


def _retext(place: Place, text: str) -> None:
    place.text = place.number + text


def _words(case: Case) -> list[Place]:
    return [place for table in case.tables for place in table.places() if place.role in WORDS and place.text]


@kind("none")
def plain(rng: random.Random, case: Case) -> None:
    """Nothing is distorted; every figure is readable."""


@kind("years", generations=CROSSES | {"national_2014"})
def wrong_year(rng: random.Random, case: Case) -> None:
    """The report is of a year that its form was not made for; the form is told from the table, so every figure is readable."""


@kind("years", generations=CROSSES)
def mixed_generations(rng: random.Random, case: Case) -> None:
    """Section 二 is of one form, 三 and 四 of the other; every figure is readable."""


@kind("wrap", formats=MARKUP | PLAIN | SPACED | {"lines"})
def wrapped_labels(rng: random.Random, case: Case) -> None:
    """Labels go over lines: in their cell, or in rows of their own above and below their figures. A row's figures stay on one line and
    between the halves of its label: readable."""
    case.style.add("narrow")
    for table in case.tables:
        for place in list(table.places()):
            if place.role in WORDS and len(place.text) >= 8 and rng.random() < 0.6:
                middle = rng.randint(3, len(place.text) - 3)
                place.text = place.text[:middle] + "\n" + place.text[middle:]


@kind("wording")
def shortened_labels(rng: random.Random, case: Case) -> None:
    """Labels in their short wordings, of which none is that of another row; readable."""
    short = wordings("short")
    for place in _words(case):
        options = short.get(place.label) or [
            text for label in short if label in wordings("other") for text in short[label] if place.label in wordings("other")[label]
        ]
        if options and rng.random() < 0.8:
            _retext(place, rng.choice(options))


@kind("punctuation")
def spaced_labels(rng: random.Random, case: Case) -> None:
    """Single spaces within labels; readable."""
    for place in _words(case):
        if rng.random() < 0.6:
            place.text = re.sub("(?<=[^0-9 ])(?=[^0-9 ])", lambda _: " " if rng.random() < 0.25 else "", place.text)


@kind("punctuation")
def other_punctuation(rng: random.Random, case: Case) -> None:
    """、 for . and the reverse, ， for 、 in the middle, quotes of another kind or none; readable."""
    swaps = [("1.", "1、"), ("（", "﹙"), ("、", "，"), ("“", "‘"), ("”", "’")]
    for place in _words(case):
        text = re.sub(r"^(其中：)?(\d)\.", lambda found: f"{found[1] or ''}{found[2]}{rng.choice('、．')}", place.text)
        for old, new in swaps[2:]:
            if rng.random() < 0.5:
                text = text[:2] + text[2:].replace(old, new)
        place.text = text


@kind("width")
def half_width(rng: random.Random, case: Case) -> None:
    """Punctuation of labels folded to ASCII; readable."""
    for place in _words(case):
        place.text = place.text.translate(HALF)


@kind("width")
def full_width(rng: random.Random, case: Case) -> None:
    """Digits of labels and figures in full width; readable."""
    for table in case.tables:
        for place in table.places():
            if place.role in (*WORDS, "value"):
                place.text = place.text.translate(FULL_DIGITS)


@kind("script")
def traditional_characters(rng: random.Random, case: Case) -> None:
    """The whole report in traditional characters; readable."""
    case.parts = [part if isinstance(part, Table) else part.translate(traditional()) for part in case.parts]
    for place in _words(case):
        place.text = place.text.translate(traditional())
    for table in case.tables:
        for place in table.places():
            if place.role == "unit":
                place.text = place.text.translate(traditional())


@kind("script")
def ocr_slips(rng: random.Random, case: Case) -> None:
    """One character of a label of five and more read as one that looks like it, never one of numbering or a digit; readable."""
    for place in _words(case):
        at = [index for index, character in enumerate(place.text) if character in look_alikes() and index >= len(place.number)]
        if len(place.label) >= 5 and at and rng.random() < 0.5:
            index = rng.choice(at)
            place.text = place.text[:index] + look_alikes()[place.text[index]] + place.text[index + 1 :]


@kind("groups", generations=ALL - {"fujian", "dingxi"})
def groups_missing(rng: random.Random, case: Case) -> None:
    """Labels of groups are gone (rows that hold nothing else go with them); labels and their order are left: readable."""
    for table in case.tables:
        for place in table.places():
            if place.role == "group":
                place.text = ""
        table.rows = [
            row
            for row in table.rows
            if table.kind == "applicants" or any(place.text for place in row if place.role not in ("unit", "code"))
        ]


@kind("groups", formats=PLAIN | {"aligned"}, generations=CROSSES)
def group_label_middle(rng: random.Random, case: Case) -> None:
    """A group's label stands on the middle row of those it is for; readable."""
    for table in case.tables:
        if table.kind != "applicants":
            continue
        spots = covered(table)
        for spot in sorted((spot for spot in spots if spot.place.role == "group" and spot.place.down > 1), key=lambda spot: -spot.column):
            group, middle = spot.place, spot.row + spot.place.down // 2
            for row in range(spot.row, spot.row + group.down):
                if row != spot.row:
                    table.rows[row].insert(
                        _index(spots, row, spot.column), Place(group.text if row == middle else "", "group", row=group.row)
                    )
            group.down, group.text = 1, group.text if middle == spot.row else ""


def _index(spots: list[Spot], row: int, column: int) -> int:
    """Where in a row's list a place for `column` goes: before the first that begins further right."""
    starts = [spot.column for spot in spots if spot.row == row]
    return sum(1 for start in starts if start < column)


@kind("numbers", generations=ALL - {"dingxi"})
def numbers_lost(rng: random.Random, case: Case) -> None:
    """The numbers before labels are gone; labels and their order are left: readable."""
    for place in _words(case):
        if place.number and place.number != "其中：":
            place.text, place.number = place.label, ""


@kind("numbers", generations=ALL - {"dingxi"})
def numbers_of_other_style(rng: random.Random, case: Case) -> None:
    """Numbers in another style: （1）, ①, 1．, (一), 一. ; readable."""
    style = rng.choice(("（{}）", "({})", "circle", "{}．", "{} "))
    for place in _words(case):
        found = re.match(r"(其中：)?(\d)\.$", place.number)
        if found:
            digit = int(found[2])
            number = chr(0x245F + digit) if style == "circle" else style.format(digit)
            place.text, place.number = (found[1] or "") + number + place.label, (found[1] or "") + number


@kind("numbers", generations=ALL - {"dingxi"})
def numbers_wrong(rng: random.Random, case: Case) -> None:
    """Numbers skip or are typed twice (（一）（二）（二）（四）, 1. 1. 3.): the label says which row it is; readable."""
    for place in _words(case):
        if re.fullmatch(r"\d\.", place.number) and rng.random() < 0.2:
            number = f"{rng.randint(1, 8)}."
            place.text, place.number = number + place.label, number


@kind("header", formats=TEXT)
def header_lost(rng: random.Random, case: Case) -> None:
    """No header. Seven figures of table 三 and the one column of the national form keep their order: readable. Elsewhere nobody can tell
    which column is which."""
    for table in case.tables:
        table.rows = [row for row in table.rows if not row or row[0].role != "header"]
        table.header = 0
        if table.kind in ("stacked", "disputes") or table.generation in ("fujian", "dingxi", "tiered"):
            table.open()


@kind("header")
def header_half_lost(rng: random.Random, case: Case) -> None:
    """Second lines of header words are lost (本年新 twice), or one header of several: the order is left; readable."""
    for table in case.tables:
        heads = [place for place in table.places() if place.role == "header"]
        for place in heads:
            if place.text.startswith("本年新"):
                place.text = "本年新"
        if table.kind == "applicants":
            rng.choice(heads[1:]).text = ""
        if table.kind == "disputes":
            for place in rng.sample(heads[-10:], rng.randint(1, 10)):
                place.text = ""
        if table.kind == "list":
            rng.choice(table.rows[0][-table.values :]).text = ""


@kind("header", generations=frozenset(("form_2019",)))
def header_of_another_item(rng: random.Random, case: Case) -> None:
    """The last item of section 二 has the header of the item above: what its two figures are nobody can tell; the others are readable."""
    for table in case.tables:
        heads = [row for row in table.rows if row and row[0].role == "header" and row[0].row in ("八", "九")]
        if table.kind == "stacked":
            for place, other in zip(heads[1][1:], heads[0][1:], strict=True):
                place.text = other.text
            for place in table.figures():
                place.asked = "open" if place.row == "九" else place.asked


@kind("header", formats=PLAIN, generations=CROSSES | {"national_2014"})
def header_invented(rng: random.Random, case: Case) -> None:
    """A converter heads the columns 数据1, 数据2 …: the order of table 三, the one column of the national form, and the inner headers of
    section 二 are left: readable. Table 四 isn't."""
    for table in case.tables:
        width = table.width()
        if table.kind != "stacked":
            table.rows = table.rows[table.header :]
        lead = width - table.values
        heads = ["项目", *[""] * (lead - 1)][:lead]
        table.rows.insert(0, [Place(text, "header") for text in (*heads, *(f"数据{number}" for number in range(1, width - lead + 1)))])
        table.header = 1
        if table.kind == "disputes":
            table.open()


@kind("header", formats=PLAIN | SPACED, generations=CROSSES)
def vertical_header(rng: random.Random, case: Case) -> None:
    """Header words of table 四 in pieces, on two to four lines; each piece stands in its column: readable."""
    case.style.add("narrow")
    for table in case.tables:
        if table.kind != "disputes":
            continue
        names = [place.text for place in table.rows[1][:5]] + [place.text for place in table.rows[2]]
        pieces = rng.choice((2, 4))
        cut = [[text[: len(text) // 2], text[len(text) // 2 :]] if pieces == 2 else [*text.ljust(4)] for text in names]
        rows = [[Place(texts[line].strip(), "header") for texts in cut] for line in range(pieces)]
        middle = [Place("", "header", across=5), *table.rows[1][5:]]
        table.rows = [table.rows[0], middle, *rows, *table.rows[3:]]
        table.header = 2 + pieces


@kind("groups", formats=PLAIN, generations=CROSSES)
def glued_fragments(rng: random.Random, case: Case) -> None:
    """Pieces of the vertical labels of groups stand before the labels of rows (三、本法提供); the labels of rows are whole: readable."""
    for table in case.tables:
        if table.kind != "applicants":
            continue
        grid = grid_rows(table)
        pieces: dict[int, str] = {}
        for spot in covered(table):
            group = spot.place
            if group.role == "group" and group.down > 1:
                size = -(-len(group.text) // group.down)
                for index in range(group.down):
                    pieces[spot.row + index] = pieces.get(spot.row + index, "") + group.text[index * size : (index + 1) * size]
        for index, row in enumerate(grid):
            if index < table.header:
                continue
            label = next(place for place in row if place is not None and place.role == "label")
            label.text, label.number = pieces.get(index, "") + label.text, pieces.get(index, "") + label.number
            label.across = 1
            table.rows[index] = [label, *(place for place in row if place is not None and place.role == "value")]
        table.rows[0][0].across = 1


@kind("units")
def units_in_header(rng: random.Random, case: Case) -> None:
    """Units stand in the label or in the header, not in a column; fees may be in 元. The printed unit is the figure's; readable."""
    for table in case.tables:
        if table.kind == "list":
            for row in table.rows:
                unit = next((place for place in row if place.role == "unit"), None)
                label = next((place for place in row if place.role == "label"), None)
                if label is not None and unit is not None and unit.text:
                    label.text += f"（{unit.text}）"
            at = next(index for index, place in enumerate(table.rows[table.header]) if place.role == "unit")
            for row in table.rows:
                del row[at]
        for place in table.places():
            if table.kind == "stacked" and place.role == "header" and "件数" in place.text and rng.random() < 0.6:
                place.text += "（件）"
        _fees_in_yuan(rng, table)


def _fees_in_yuan(rng: random.Random, table: Table) -> None:
    if table.kind != "stacked" or table.generation != "form_2021" or rng.random() < 0.5:
        return
    for place in table.places():
        if place.role == "header" and "万元" in place.text:
            place.text = place.text.replace("万元", "元")
        if place.role == "value" and place.unit == "万元" and place.value is not None:
            place.unit, place.value = "元", place.value * 10_000
            place.text = f"{place.value.normalize():f}"


@kind("rows")
def caption_rows(rng: random.Random, case: Case) -> None:
    """A row with the title of the table, over its whole width; readable."""
    captions = {
        "stacked": "主动公开政府信息情况",
        "applicants": "收到和处理政府信息公开申请情况",
        "disputes": "政府信息公开行政复议、行政诉讼情况",
    }
    for table in case.tables:
        caption = captions.get(table.kind, "政府信息公开情况统计表")
        insert_row(table, 0, [Place(caption, "title", across=table.width())])
        table.header += 1 if table.header else 0


@kind("rows")
def notes(rng: random.Random, case: Case) -> None:
    """A row with a note below the figures; readable."""
    for table in case.tables:
        text = (
            "注：行政复议、行政诉讼数量含上年度结转数量。"
            if table.kind == "disputes"
            else rng.choice(("注：以上数据由各科室提供。", "备注：表内数据截至年末。"))
        )
        table.rows.append([Place(text, "filler", across=table.width())])
