"""What befalls rows, columns, cells and whole tables.

Each docstring is the rule of what stays readable.
"""

import random
from decimal import Decimal

from tests.distorted.figures import SIZES
from tests.distorted.forms import applicants_table
from tests.distorted.kinds import CROSSES, DRAWN, EVERY, LINES, MARKUP, PLAIN, kind
from tests.distorted.tables import Case, Key, Place, Table, split

# What can be cut: below the header, above the last row.
CUT = ("list", "applicants", "stacked")
BLANK = ("/", "—", "——", "/")


def _in_pieces(rng: random.Random, case: Case, pieces: int, between: str, tears: bool, repeats: bool = False) -> None:
    """Each table of many rows in so many tables, `between` them what stands there."""
    parts: list[str | Table] = []
    for part in case.parts:
        if isinstance(part, str) or part.kind not in CUT:
            parts.append(part)
            continue
        table, header = part, part.rows[: part.header]
        made = []
        first = max(part.header + 1, 2)
        for left in range(pieces - 1, 0, -1):
            rows = len(table.rows)
            if rows - first < 2:
                break
            at = rng.randint(first, first + max(0, (rows - first) // left - 1))
            table, rest = split(table, at, tears)
            if repeats and header:
                rest.rows[:0] = [[Place(place.text, "header", place.down, place.across) for place in row] for row in header]
                rest.header = len(header)
            made.append(table)
            parts += [table, between.format(rng.randint(2, 9))]
            table, first = rest, rest.header + 1
        made.append(table)
        parts.append(table)
        for piece in made:
            piece.pieces = made
    case.parts = parts


@kind("pieces", formats=EVERY - DRAWN)
def torn(rng: random.Random, case: Case) -> None:
    """Torn over a page, also within a merged label (（四）无 / 法提供), a page number between; each row is whole: readable."""
    # Where cells stand on lines of their own nobody can tell a bare page number from a figure.
    marks = ("- {} -", "—{}—", "第{}页") if case.form in LINES else ("- {} -", "—{}—", "第{}页", "{}")
    _in_pieces(rng, case, 2, rng.choice(marks), tears=True)


@kind("pieces", formats=EVERY - DRAWN)
def continued_without_header(rng: random.Random, case: Case) -> None:
    """Goes on as another table, merged labels empty there; readable."""
    _in_pieces(rng, case, 2, "", tears=False)


@kind("pieces", formats=EVERY - DRAWN)
def continued_with_header(rng: random.Random, case: Case) -> None:
    """Goes on as another table that repeats the header; readable."""
    _in_pieces(rng, case, 2, "- {} -", tears=False, repeats=True)


@kind("pieces", formats=EVERY - DRAWN)
def three_pieces(rng: random.Random, case: Case) -> None:
    """One table as three; readable."""
    _in_pieces(rng, case, 3, "", tears=False)


@kind("pieces", formats=DRAWN)
def over_pages(rng: random.Random, case: Case) -> None:
    """Pages end wherever they do, also within merged cells, with page numbers; readable."""
    case.style.add("page numbers")
    at = next(index for index, part in enumerate(case.parts) if isinstance(part, Table))
    case.parts[at:at] = ["为便于查阅，现将有关数据列表如下。"] * rng.randint(0, 20)


@kind("pieces", formats=EVERY - DRAWN)
def narrative(rng: random.Random, case: Case) -> None:
    """Sentences between heading and table and between pieces of a table; readable."""
    sentences = ["具体数据如下表所示。", "其余情况见续表。", "本机关高度重视此项工作，按时办理。"]
    sentence = rng.choice([*sentences, "## 表：有关数据"] if case.form in PLAIN | LINES else sentences)
    if rng.random() < 0.5:
        _in_pieces(rng, case, 2, sentence, tears=False)
    case.parts = [piece for part in case.parts for piece in ((sentence, part) if isinstance(part, Table) and part.header else (part,))]


@kind("columns", generations=CROSSES | {"national_2014"})
def two_years(rng: random.Random, case: Case) -> None:
    """Two years side by side, 14 figures a line, the years above: the older is the year before; readable."""
    for table in case.tables:
        if table.kind == "applicants":
            _two_years_of_applicants(rng, case, table)
        elif table.kind == "list":
            table.rows[0][-1:] = [Place(f"{year}年", "header") for year in (case.year - 1, case.year)]
            for row in table.rows[1:]:
                new = row[-1]
                old = Place("", new.role, unit=new.unit, row=new.row)
                if new.key is not None:
                    old.key = Key(new.key.indicator_code, None, "prior_year")
                    old.value = None if new.value is None else Decimal(rng.randint(0, 2 * int(new.value) + 1))
                    old.text = "" if old.value is None else str(old.value)
                row.insert(len(row) - 1, old)
            table.values = 2


def _two_years_of_applicants(rng: random.Random, case: Case, table: Table) -> None:
    older = applicants_table(rng, table.generation, SIZES["county"], "prior_year")
    for row in range(table.header, len(table.rows)):
        figures = older.of_values(older.rows[row])
        at = len(table.rows[row]) - len(figures)
        table.rows[row][at:at] = figures
    heads = [[Place(place.text, "header", place.down, place.across) for place in row] for row in older.rows[:3]]
    table.rows[0][1:1] = heads[0][1:]
    for row in (1, 2):
        table.rows[row][:0] = heads[row]
    corner = table.rows[0].pop(0)
    corner.down = 4
    style = rng.choice(("{}年", "{}年度"))
    table.rows.insert(0, [corner, *(Place(style.format(year), "header", across=7) for year in (case.year - 1, case.year))])
    table.header, table.values = 4, 14


@kind("columns", formats=PLAIN - {"csv"}, generations=CROSSES)
def empty_columns_dropped(rng: random.Random, case: Case) -> None:
    """Columns of table 三 without any figure are gone, their headers are not: which column a figure was in can be told from the printed
    sums at most: right or missing. Not in CSV, where short rows are filled up and look like rows with blanks at their end."""
    for table in case.tables:
        if table.kind == "applicants" and _drop_columns(table):
            for place in table.figures():
                place.asked = "dropped" if place.asked == "asked" and place not in table.dropped else "open"
            table.is_ragged = True


@kind("columns", generations=CROSSES)
def columns_dropped_with_header(rng: random.Random, case: Case) -> None:
    """Columns of table 三 without any figure are gone with their headers; the others are readable."""
    for table in case.tables:
        if table.kind != "applicants":
            continue
        gone = _drop_columns(table)
        organisations = [
            "commercial_enterprise",
            "research_institution",
            "public_welfare_organisation",
            "legal_service_organisation",
            "other_organisation",
        ]
        table.rows[2] = [head for head, member in zip(table.rows[2], organisations, strict=True) if member not in gone]
        table.rows[0][1].across = table.values
        table.rows[1][1].across = len(table.rows[2])


def _drop_columns(table: Table) -> set[str]:
    """Takes out the organisations' columns of zeros, the last of all kept; they were left blank."""
    members = ["research_institution", "public_welfare_organisation", "legal_service_organisation", "other_organisation"]
    gone = {
        member for member in members if not any(place.value for place in table.figures() if place.key and place.key.member_code == member)
    }
    for index, row in enumerate(table.rows):
        for place in table.of_values(row):
            if place.key and place.key.member_code in gone:
                place.value, place.text, place.asked = None, "", "open"
                table.dropped.append(place)
        table.rows[index] = [place for place in row if not (place.key and place.key.member_code in gone)]
    table.values -= len(gone)
    return gone


@kind("vanish", formats=(PLAIN | LINES) - {"csv"})
def empty_cells_vanished(rng: random.Random, case: Case) -> None:
    """Blank cells (many zeros were left blank) are gone from their rows. Rows that keep all their figures are readable; of the others
    nobody can tell the columns."""
    _blank_zeros(rng, case, rng.choice((0.3, 0.7, 1.0)))
    for table in case.tables:
        for index, row in enumerate(table.rows):
            figures = table.of_values(row)
            gone = [place for place in figures if not place.text]
            if gone:
                for place in figures:
                    place.asked = "open"
                table.dropped += gone
                table.rows[index] = [place for place in row if place.text or place.role != "value"]
        table.is_ragged = True


def _blank_zeros(rng: random.Random, case: Case, share: float, mark: str = "") -> None:
    for table in case.tables:
        for place in table.figures():
            if (place.value is None or place.value == 0) and rng.random() < share:
                place.value, place.text = None, mark


@kind("cells")
def blanks(rng: random.Random, case: Case) -> None:
    """Zeros left blank, cells in their places; a blank is a blank: readable."""
    _blank_zeros(rng, case, rng.choice((0.3, 0.8, 1.0)))


@kind("cells")
def dashes(rng: random.Random, case: Case) -> None:
    """/ or — for zeros and blanks: no figure, in its place; readable."""
    _blank_zeros(rng, case, rng.choice((0.5, 1.0)), rng.choice(BLANK))


@kind("cells", formats=EVERY, generations=CROSSES)
def all_blank(rng: random.Random, case: Case) -> None:
    """One table of the report without any figure: blanks, readable where cells are. A report without any figure at all may as well be a
    blank form: open."""
    table = rng.choice(case.tables)
    for place in table.figures():
        place.value, place.text = None, ""
        place.asked = "asked" if len(case.tables) > 1 else "open"


@kind("cells", generations=CROSSES)
def single_zero(rng: random.Random, case: Case) -> None:
    """Of a row of zeros one is printed, the others left blank, all in their places; readable."""
    for table in case.tables:
        if table.kind != "applicants":
            continue
        for row in table.rows:
            figures = [place for place in table.of_values(row) if place.key]
            if figures and all(not place.value for place in figures):
                for place in figures:
                    place.value, place.text = None, ""
                kept = rng.choice(figures)
                kept.value, kept.text = Decimal(0), "0"


@kind("cells", generations=CROSSES)
def total_blank(rng: random.Random, case: Case) -> None:
    """总计 left blank except in rows 一, 二, （七）, 四; of table 四 sometimes as well; readable."""
    blank_codes = {"review", "litigation.direct", "litigation.after_review"} if rng.random() < 0.5 else set()
    for place in (place for table in case.tables for place in table.figures()):
        assert place.key is not None
        is_total = place.key.member_code == "total" and "." in place.row and place.row != "3.7"
        if is_total or place.key.indicator_code in blank_codes:
            place.value, place.text = None, ""


@kind("print")
def remarks(rng: random.Random, case: Case) -> None:
    """Remarks in cells (22（其中修订16件）): the figure is the one before; readable."""
    wordings = ("（其中修订{}件）", "（含自然失效{}件）", "(其中修订{}件)", "（含上年结转{}件）")
    for table in case.tables:
        for place in table.figures():
            share = 0.3 if table.kind != "applicants" else 0.03
            if place.value and place.value > 1 and place.text.isdigit() and rng.random() < share:
                place.text += rng.choice(wordings).format(rng.randint(1, int(place.value)))


@kind("print", generations=frozenset(("form_2019",)))
def signs(rng: random.Random, case: Case) -> None:
    """Changes with their signs (+126, -3, ＋4, －2); readable."""
    plus, minus = rng.choice((("+", "-"), ("＋", "－"), ("+", "−")))
    for place in (place for table in case.tables for place in table.figures()):
        if place.key and place.key.indicator_code.endswith(".change"):
            place.value = Decimal(rng.choice((rng.randint(-40, 126), 0, rng.randint(-3, 5))))
            sign = plus if place.value > 0 else minus if place.value < 0 else ""
            place.text = sign + str(abs(place.value))


@kind("print")
def thousands(rng: random.Random, case: Case) -> None:
    """Separators in figures of thousands; readable."""
    separator = rng.choice((",", ",", ",", ",", "，"))
    for place in (place for table in case.tables for place in table.figures()):
        if place.value is not None and place.value > 0 and rng.random() < 0.4:
            place.value *= 1000
            place.text = f"{place.value:,f}".replace(",", separator)
        elif place.value is not None and abs(place.value) >= 1000:
            place.text = f"{place.value:,f}".replace(",", separator)


@kind("print")
def cell_spaces(rng: random.Random, case: Case) -> None:
    """White space about figures and in blank cells, also no-break and wide spaces; readable."""
    for place in (place for table in case.tables for place in table.figures()):
        if rng.random() < 0.5:
            place.text = rng.choice((" ", "\u00a0", "\u3000")) + place.text + rng.choice(("", " ", "\u00a0"))


@kind("whole", generations=CROSSES)
def four_split(rng: random.Random, case: Case) -> None:
    """Table 四 as three tables of five columns; readable."""
    parts: list[str | Table] = []
    for part in case.parts:
        if isinstance(part, str) or part.kind != "disputes":
            parts.append(part)
            continue
        figures, names = part.rows[3], [place.text for place in part.rows[1][:5]]
        for index, group in enumerate(("行政复议", "未经复议直接起诉", "复议后起诉")):
            rows = [[Place(text, "header") for text in names], figures[index * 5 : index * 5 + 5]]
            rows.insert(0, [Place(group, "header", across=5)])
            if index:
                rows.insert(0, [Place("行政诉讼", "header", across=5)])
            parts += [Table(part.generation, "disputes", rows, len(rows) - 1, 5), ""]
    case.parts = parts


@kind("whole", formats=MARKUP | PLAIN | {"aligned"}, generations=CROSSES)
def one_grid(rng: random.Random, case: Case) -> None:
    """The three tables below each other in one grid, headings as rows of it; readable."""
    tables = case.tables
    width = max(table.width() for table in tables)
    rows: list[list[Place]] = []
    parts: list[str | Table] = []
    at = next(index for index, part in enumerate(case.parts) if isinstance(part, Table))
    for index, part in enumerate(case.parts):
        if isinstance(part, Table):
            heading = case.parts[index - 1]
            if index != at and isinstance(heading, str) and heading:
                rows.append([Place(heading, "title", across=width)])
                parts.pop()
            short = width - part.width()
            for line in part.rows:
                # Cells of the other tables' columns stand empty at the right.
                rows.append([*line, *(Place("", "filler") for _ in range(short))] if short else line)
        else:
            parts.append(part)
    whole = Table(case.generation, "grid", rows, 0, width, dropped=[place for table in tables for place in table.dropped])
    whole.is_ragged = any(table.is_ragged for table in tables)
    case.parts = [*parts[:at], whole, *parts[at:]]


@kind("spans", formats=frozenset(("html", "html nbsp", "html pasted", "mhtml")), generations=CROSSES)
def uneven_spans(rng: random.Random, case: Case) -> None:
    """Cells of section 二 cover more or fewer columns than those above; each row has its figures in the order of its header: readable."""
    for table in case.tables:
        if table.kind != "stacked":
            continue
        for row in table.rows:
            for place in row[-1:]:
                if len(row) < 4 and rng.random() < 0.6:
                    place.across = max(1, place.across + rng.choice((-2, -1, 1)))
