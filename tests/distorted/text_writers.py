"""Tables as plain text: with bars, as Markdown, tabs, columns lined up by spaces, a page's layout, one cell a line.

Lives here: what text converters leave of a table. Elsewhere: files with cells (file_writers.py).
"""

import re
from collections.abc import Callable

from tests.distorted.tables import Case, Place, Spot, Table, covered, grid_rows, insert_row

Lines = list[list[str]]
PAGE_NUMBER = re.compile("(- |—|第)?[0-9]( -|—|页)?")


def width_of(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)


def padded(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))


def unwrapped(table: Table) -> None:
    """Labels that go over lines as rows of their own: the second half below the row of its figures, or the first above it as well, so that
    the figures stand on a line without a label.
    """
    for row in range(len(table.rows) - 1, -1, -1):
        for place in table.rows[row]:
            if "\n" not in place.text:
                continue
            first, _, second = place.text.partition("\n")
            if place.role != "label" or place.down > 1 or not table.of_values(table.rows[row]):
                place.text = first + second
                continue
            _insert_half(table, row + 1, row, place, second)
            is_first = all(other is place or other.role in ("value", "unit", "code") for other in table.rows[row])
            if is_first and len(first) % 3 == 0 and len(first) > 6:
                _insert_half(table, row, row, place, first)
                first = ""
            place.text = first


def _insert_half(table: Table, at: int, row: int, label: Place, half: str) -> None:
    """A row with a piece of a label at its place, and nothing else."""
    single = [other for other in table.rows[row] if other.down == 1]
    places = [Place(half if other is label else "", "filler", across=other.across) for other in single]
    insert_row(table, at, places, goes_on=at > row)


def as_rows(table: Table) -> Lines:
    """The text of each place of the grid, that of a merged cell at its first; rows that lost cells are shorter."""
    unwrapped(table)
    if not table.is_ragged:
        return [["" if place is None else place.text for place in row] for row in grid_rows(table)]
    spots = covered(table)
    rows: Lines = []
    for index in range(len(table.rows)):
        starts = {spot.column: spot.place for spot in spots if spot.row == index}
        within = {
            spot.column + across
            for spot in spots
            for across in range(spot.place.across)
            if spot.row <= index < spot.row + spot.place.down and (spot.row, across) != (index, 0)
        }
        last = max([*starts, *within], default=-1)
        rows.append([starts[column].text if column in starts else "" for column in range(last + 1)])
    return rows


def bars(table: Table) -> str:
    return "\n".join("|".join(("", *row, "")) for row in as_rows(table))


def spaced_bars(table: Table) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in as_rows(table))


def markdown(table: Table, is_headless: bool) -> str:
    rows = [[text.replace("|", "\\|").replace("*", "\\*") for text in row] for row in as_rows(table)]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    width = max(map(len, rows))
    if is_headless:
        lines.insert(0, "|" + " |" * width)
    lines.insert(1, "|" + " --- |" * width)
    return "\n".join(lines)


def _goes_on(table: Table, case: Case) -> bool:
    """A piece without a header, which some converters then give an empty one, and others its first row."""
    return bool(table.pieces) and table is not table.pieces[0] and not table.header and case.number % 2 == 0


def tabs(table: Table) -> str:
    return "\n".join("\t".join(row) for row in as_rows(table))


def aligned(table: Table) -> str:
    """Columns lined up: labels at the left, figures in the middle of theirs; a merged header where it begins."""
    for piece in table.pieces or [table]:
        unwrapped(piece)
    drawn = [(spot, float(spot.row), [spot.place.text]) for spot in covered(table)]
    return _drawn(drawn, _widths(table, None))


def layout(table: Table, is_narrow: bool) -> str:
    """As a page prints it: cells as wide as a page has room for, their text wrapped and centred between the rules, vertical labels down
    the left edge; each height of text is a line.
    """
    for piece in table.pieces or [table]:
        for place in piece.places():
            place.text = place.text.replace("\n", "")
    spots = covered(table)
    widths = _widths(table, _rooms(table, is_narrow))
    lines = {id(spot): _wrapped(spot.place, sum(widths[spot.column : spot.column + spot.place.across])) for spot in spots}
    heights = [1] * len(table.rows)
    for spot in sorted(spots, key=lambda spot: spot.place.down):
        last = spot.row + spot.place.down - 1
        short = len(lines[id(spot)]) - sum(heights[spot.row : last + 1])
        heights[last] += max(0, short)
    tops = [sum(heights[:row]) for row in range(len(heights) + 1)]
    drawn = []
    for spot in spots:
        texts = lines[id(spot)]
        room = tops[spot.row + spot.place.down] - tops[spot.row]
        drawn.append((spot, tops[spot.row] + (room - len(texts)) / 2, texts))
    return _drawn(drawn, widths)


def _rooms(table: Table, is_narrow: bool) -> Callable[[int], int]:
    """How wide a column may be, in half characters."""
    total = table.width()
    first = total - table.values
    if table.kind == "applicants":
        labels = {3: (4, 8, 24 if is_narrow else 60), 2: (8, 40), 1: (40,)}.get(first, (40,))
        return lambda column: labels[column] if column < len(labels) else 8
    if table.kind == "disputes":
        return lambda column: 4 if is_narrow else 8
    if table.kind == "list":
        return lambda column: (28 if is_narrow else 70) if column < first else 14
    return lambda column: 24


def _widths(table: Table, room: Callable[[int], int] | None) -> list[int]:
    """The width of each column, that of all pieces of a table."""
    widths = [2] * table.width()
    pieces = [piece for piece in table.pieces or [table] if piece.width() == len(widths)]
    spots = [spot for piece in pieces for spot in covered(piece)]
    for spot in spots:
        if spot.place.across == 1:
            wanted = width_of(spot.place.text.replace("\n", ""))
            least = wanted if spot.place.role == "value" else 0
            most = wanted if room is None else max(least, min(wanted, room(spot.column)))
            widths[spot.column] = max(widths[spot.column], most)
    for spot in spots:
        inner = range(spot.column, spot.column + spot.place.across)
        if spot.place.across > 1 and room is None and spot.place.role == "label":
            widths[inner[0]] += max(0, width_of(spot.place.text) - sum(widths[column] for column in inner))
    return widths


def _wrapped(place: Place, width: int) -> list[str]:
    lines, line = [], ""
    if place.role == "value":
        return [place.text]
    for character in place.text:
        if line and width_of(line + character) > max(2, width):
            lines.append(line)
            line = ""
        line += character
    return [*lines, line]


def _drawn(drawn: list[tuple[Spot, float, list[str]]], widths: list[int]) -> str:
    """Texts at their heights, each in its column, three blanks between columns."""
    gap = 3
    lefts = [sum(widths[:column]) + gap * column for column in range(len(widths) + 1)]
    by_height: dict[float, list[tuple[int, str]]] = {}
    for spot, top, texts in drawn:
        left, right = lefts[spot.column], lefts[spot.column + spot.place.across] - gap
        for index, text in enumerate(texts):
            if text:
                is_centred = spot.place.role in ("value", "header")
                start = left + max(0, (right - left - width_of(text)) // 2) if is_centred else left
                by_height.setdefault(top + index, []).append((start, text))
    lines = []
    for height in sorted(by_height):
        line = ""
        for start, text in sorted(by_height[height]):
            line = padded(line, max(start, width_of(line) + (gap if line else 0))) + text
        lines.append(line)
    return "\n".join(lines)


def one_a_line(table: Table) -> str:
    """The cells in order of the page's source, empty ones left out."""
    return "\n".join(line for row in table.rows for place in row for line in place.text.split("\n") if line.strip())


def one_a_line_with_bars(table: Table) -> str:
    """The same, a bar behind each cell, a bar more for each column that it covers."""
    lines = []
    for row in table.rows:
        for place in row:
            lines.append(f"{place.text} |" + "|" * (place.across - 1))
        lines.append("")
    return "\n".join(lines)


def joined(table: Table) -> str:
    """A row on one line, a blank between its cells; empty cells are gone."""
    return "\n".join(" ".join(place.text.replace("\n", "") for place in row if place.text.strip()) for row in table.rows)


WRITERS: dict[str, Callable[[Table, Case], str]] = {
    "bars": lambda table, case: spaced_bars(table) if case.number % 2 else bars(table),
    "markdown": lambda table, case: markdown(table, _goes_on(table, case)),
    "tabs": lambda table, case: tabs(table),
    "aligned": lambda table, case: aligned(table),
    "layout": lambda table, case: layout(table, "narrow" in case.style),
    "lines": lambda table, case: one_a_line(table),
    "lines with bars": lambda table, case: one_a_line_with_bars(table),
    "joined": lambda table, case: joined(table),
}


def text_of(case: Case, name: str) -> bytes:
    """The whole report in one of these manners."""
    write = WRITERS[name]
    gap = "\n" if case.number % 3 == 0 and name not in ("markdown",) else "\n\n"
    # pdftotext ends a page, below its number, with a form feed.
    end = "\n\f" if name == "layout" else ""
    lines = [f"{part}{end if re.fullmatch(PAGE_NUMBER, part) else ''}" if isinstance(part, str) else part for part in case.parts]
    parts = [part if isinstance(part, str) else "\n" + write(part, case) + "\n" for part in lines]
    return gap.join(parts).encode()
