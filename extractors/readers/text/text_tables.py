"""Lines of plain text to paragraphs and tables of cells.

Lives here: which neighbouring lines form a table, and how a line is cut into cells: by bars, by tabs, or by runs of spaces whose
places line up. Widths are display widths (a Chinese character takes two places), as the tools that align such tables count them.
Elsewhere: tables of one cell a line (stacked_tables.py, figure_runs.py), or of cells with single spaces between (joined_tables.py);
emission with offsets (plain_text.py); joining pieces over page breaks (../../layout.py); what a cell means (../../forms).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from extractors.document import Drawing
from extractors.frames import opens_frame
from extractors.numbers import is_figure, parse_cell
from extractors.readers.text.figure_runs import HEADING, figure_runs
from extractors.readers.text.joined_tables import joined_tables
from extractors.readers.text.stacked_tables import stacked_tables

# Text tables of more columns than this aren't set with spaces: at 4 places each they would be wider than any page. Such lines are dumps.
MOST_SPACED_COLUMNS = 60
BARS = "|｜│┃"
BAR = re.compile(r"(?<!\\)[|｜│┃]")
UNUSUAL_BAR = re.compile(r"[\\｜│┃]")
# Lines that only draw: |---|:-:|, +----+, ├──┼──┤.
RULE_LINE = re.compile(r"[\s|｜│┃+:\-=_─━┄┈═┼├┤┌┐└┘┬┴╋┣┫┏┓┗┛┳┻╪╞╡╔╗╚╝╦╩╠╣╬║]+")
RULE_CELL = re.compile(r":?-+:?")
GAP = re.compile(r"[ \u00a0]{2,}|[ \u00a0]*\u3000[ \u00a0\u3000]*")
# "1.<tab>概述": a numbered line, as word processors export it, not a table row.
NUMBERING_CELL = re.compile(r"[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．]?")
SPACES = " \t\u00a0\u3000\u200b\ufeff"
# A line between rows that may be the rest of a wrapped label: longer ones are sentences.
WIDEST_FRAGMENT = 76
MOST_FRAGMENT_LINES = 6
# Labels beside narrow ones may be this wide.
WIDEST_LABEL = 32
# Conversions set up to this many blank lines between rows.
MOST_BLANK_LINES = 3
# A line of nothing but figures belongs to the header above it, however far above.
MOST_BLANK_BEFORE_FIGURES = 10
LEAST_FIGURES = 3
# The figures of so many columns and rows are needed to tell where columns are when words don't line up.
LEAST_COLUMNS = 5
LEAST_WHOLE_ROWS = 3
# Header and figures of one column are often set to different sides: places this near, never used by one line together, are one column.
WIDEST_DRIFT = 4


@dataclass(slots=True)
class Paragraph:
    text: str


@dataclass(slots=True)
class TableLines:
    """Rows of cell texts; the flag says whether the position of a cell tells its column."""

    drawing: Drawing
    rows: list[tuple[list[str], bool]]


Piece = tuple[str, int, int]  # text, first display place, place after the last


def group_lines(lines: list[str]) -> Iterator[Paragraph | TableLines]:
    """Paragraphs (a blank one for a blank line) and tables, in order. Lines that only draw vanish, all others come back exactly once."""
    tables = [*joined_tables(lines), *stacked_tables(lines)]
    tables += [run for run in figure_runs(lines) if all(run.end <= table.start or table.end <= run.start for table in tables)]
    stacked = {table.start: table for table in tables}
    kinds = [_kind(line) for line in lines]
    for index, kind in enumerate(kinds):
        # Tabs before a single cell indent a paragraph, but next to a table row they are its empty cells.
        if kind == "text" and "\t" in lines[index] and "tabs" in kinds[max(0, index - 1) : index + 2]:
            kinds[index] = "tabs"
    index, count = 0, len(lines)
    while index < count:
        kind = kinds[index]
        if index in stacked:
            yield TableLines("tabs", stacked[index].rows)
            index = stacked[index].end
            continue
        if kind == "text" or kind == "blank":
            yield Paragraph(lines[index])
            index += 1
            continue
        end = index + 1
        if kind == "spaces":
            end = _end_of_spaced(lines, kinds, index)
            yield from _spaced(lines[index:end])
        else:
            while end < count and kinds[end] == kind:
                end += 1
            if end == index + 1:
                end = _end_of_single(lines, kinds, index)
            rows = [line for line, found in zip(lines[index:end], kinds[index:end], strict=True) if found == kind]
            yield from _barred(rows) if kind == "pipes" else _tabbed(rows)
        index = end


def _kind(line: str) -> str:
    if "|" in line or "│" in line or "｜" in line or "┃" in line:
        return "pipes"
    text = line.strip(SPACES)
    if not text:
        return "blank"
    if "\t" in line and "\t" in line.lstrip(SPACES):
        return "text" if NUMBERING_CELL.fullmatch(text[: text.find("\t")].strip(SPACES)) and text.count("\t") == 1 else "tabs"
    if ("  " in text or "\u3000" in text or "\u00a0" in text) and GAP.search(text):
        # The frame of a form (填报单位：…    填报日期：…) has columns of its own, if any.
        is_row = next(islice(GAP.finditer(text), MOST_SPACED_COLUMNS, None), None) is None and not opens_frame(text)
        return "spaces" if is_row else "text"
    if text[0] in "+├┌└┼┏┣┗╔╠╚" and RULE_LINE.fullmatch(text):
        return "pipes"
    return "text"


def _barred(lines: list[str]) -> Iterator[Paragraph | TableLines]:
    drawn = [line.strip(SPACES) for line in lines]
    cut = [_at_bars(line) for line in drawn]
    bars = [len(pieces) - 1 for pieces in cut]
    if not any(count > 1 for count in bars) and not (len(lines) > 1 and all(bars)):
        yield from map(Paragraph, lines)
        return
    framed = [line for line in drawn if not RULE_LINE.fullmatch(line)]
    leading = 2 * sum(line[0] in BARS for line in framed) > len(framed)
    trailing = 2 * sum(line[-1] in BARS for line in framed) > len(framed)
    rows: list[tuple[list[str], bool]] = []
    for line, pieces in zip(drawn, cut, strict=True):
        if RULE_LINE.fullmatch(line) and _is_rule(pieces, len(rows)):
            continue
        cells = [cell.strip(SPACES) for cell in pieces]
        if "\\" in line or "\t" in line:
            cells = [cell.replace("\\|", "|").replace("\t", " ") for cell in cells]
        if cells and not cells[0] and line[0] in BARS and (leading or len(cells) == 2):
            del cells[0]
        if cells and not cells[-1] and line[-1] in BARS and (trailing or len(cells) == 2):
            del cells[-1]
        rows.append((cells or [""], True))
    if rows:
        yield TableLines("pipes", _levelled(rows))


def _at_bars(line: str) -> list[str]:
    """A line cut at its bars; without the pattern where they are all plain ones, as nearly always."""
    return BAR.split(line) if UNUSUAL_BAR.search(line) else line.split("|")


def _is_rule(pieces: list[str], rows_before: int) -> bool:
    """A line of dashes is a rule unless its cells are single dashes, which are values, anywhere but under the first row."""
    cells = [cell.strip(SPACES) for cell in pieces if cell.strip(SPACES)]
    if not cells:
        return False
    return rows_before == 1 or any(len(cell) > 2 or not RULE_CELL.fullmatch(cell) for cell in cells)


def _tabbed(lines: list[str]) -> Iterator[Paragraph | TableLines]:
    if len(lines) == 1 and lines[0].strip(SPACES).count("\t") < 2:
        yield Paragraph(lines[0])
        return
    rows = [([cell.strip(SPACES) for cell in line.rstrip("\n").split("\t")], True) for line in lines]
    # Tabs that all lines begin with only indent the table.
    while all(cells and not cells[0] for cells, _ in rows) and len(rows[0][0]) > 1:
        for cells, _ in rows:
            del cells[0]
    yield TableLines("tabs", _levelled(rows))


def _levelled(rows: list[tuple[list[str], bool]]) -> list[tuple[list[str], bool]]:
    """Rows without the empty cells beyond the commonest width. A row of fewer cells doesn't tell its columns."""
    widths: dict[int, int] = {}
    for cells, _ in rows:
        widths[len(cells)] = widths.get(len(cells), 0) + 1
    width = max(widths, key=lambda candidate: (widths[candidate], candidate))
    levelled = []
    for cells, _ in rows:
        while len(cells) > width and not cells[-1]:
            del cells[-1]
        levelled.append((cells, len(cells) == width or not any(cells[1:])))
    return levelled


def _end_of_single(lines: list[str], kinds: list[str], start: int) -> int:
    """One past the last line of a table whose rows all stand alone between blank lines; such rows have the same number of borders."""
    kind, end = kinds[start], start + 1
    borders = _borders(lines[start])
    while borders > 1:
        after = end
        while after < len(lines) and kinds[after] == "blank" and after - end < MOST_BLANK_LINES:
            after += 1
        if (
            not end < after < len(lines)
            or kinds[after] != kind
            or kinds[after + 1 : after + 2] == [kind]
            or _borders(lines[after]) != borders
        ):
            break
        end = after + 1
    return end


def _borders(line: str) -> int:
    return len(BAR.findall(line)) or line.count("\t")


def _end_of_spaced(lines: list[str], kinds: list[str], start: int) -> int:
    """One past the last line of the run: rows with gaps, blank lines between them, and a few short lines without a gap.

    There may be one blank line, or as many as between the first two rows.
    """
    end = start + 1
    spacing = next((place for place in range(MOST_BLANK_LINES + 1) if kinds[end + place : end + place + 1] == ["spaces"]), 0)
    most_blanks = max(1, spacing if all(kind == "blank" for kind in kinds[end : end + spacing]) else 0)
    index, fragments, blanks = end, 0, 0
    widest = max(WIDEST_LABEL, _first_width(lines[start]))
    while index < len(lines):
        kind = kinds[index]
        if kind == "spaces":
            end, fragments, blanks = index + 1, 0, 0
            widest = max(widest, _first_width(lines[index]))
        elif kind == "blank" and (blanks < most_blanks or _are_figures_next(lines, kinds, index)):
            blanks += 1
        elif (
            kind == "text"
            and HEADING.match(lines[index]) is None
            and fragments < MOST_FRAGMENT_LINES
            and len(lines[index].strip()) * 2 <= WIDEST_FRAGMENT
            and "。" not in lines[index]
            and _is_label(lines[index], widest)
        ):
            fragments, blanks = fragments + 1, 0
        else:
            break
        index += 1
    return end


def _are_figures_next(lines: list[str], kinds: list[str], index: int) -> bool:
    """Whether the next line behind some blank ones holds figures and nothing else."""
    after = next((place for place in range(index, min(len(lines), index + MOST_BLANK_BEFORE_FIGURES)) if kinds[place] != "blank"), index)
    pieces = GAP.split(lines[after].strip(SPACES))
    return kinds[after] == "spaces" and len(pieces) >= LEAST_FIGURES and all(parse_cell(piece).status == "reported" for piece in pieces)


def _first_width(row: str) -> int:
    gap = GAP.search(row.strip(SPACES))
    return _width(row.strip(SPACES)[: gap.start()]) if gap is not None else 0


def _is_label(fragment: str, widest: int) -> bool:
    """The rest of a wrapped label is no wider than the labels; an indented one belongs to another column. A title between rows is wider."""
    return fragment[:1] in SPACES or _width(fragment.strip(SPACES)) <= widest + WIDEST_DRIFT


def _width(text: str) -> int:
    return sum(map(_place_width, text))


@lru_cache(maxsize=4096)
def _place_width(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Cf") else 1


def _pieces(line: str) -> list[Piece]:
    pieces: list[Piece] = []
    place = offset = 0
    body = line.rstrip(SPACES)
    for gap in GAP.finditer(body):
        if gap.start() > offset:
            start = place
            place += sum(map(_place_width, body[offset : gap.start()]))
            pieces.append((body[offset : gap.start()].strip(SPACES), start, place))
        place += sum(map(_place_width, gap[0]))
        offset = gap.end()
    text = body[offset:]
    stripped = text.lstrip(SPACES)
    place += len(text) - len(stripped)
    if stripped:
        pieces.append((stripped, place, place + sum(map(_place_width, stripped))))
    return [cut for piece in pieces if piece[0] for cut in _without_figures_behind(piece)]


def _without_figures_behind(piece: Piece) -> Iterator[Piece]:
    """A piece cut where figures stand behind its words, or behind each other, with one blank between ("上年结转 0 3")."""
    text, start, end = piece
    if " " not in text or is_figure(text):
        yield piece
        return
    words = text.split(" ")
    count = len(words)
    while count and is_figure(words[count - 1]):
        count -= 1
    label = " ".join(words[:count])
    if not label and not all(word[-1:].isdigit() for word in words):
        # Dashes around a number: that of a page.
        yield piece
        return
    if label:
        yield label, start, end if count == len(words) else start + _width(label)
    place = start + (_width(label) + 1 if label else 0)
    for word in words[count:]:
        yield word, place, place + _width(word)
        place += _width(word) + 1


def _spaced(lines: list[str]) -> Iterator[Paragraph | TableLines]:
    cut = [_pieces(line) for line in lines]
    if sum(len(pieces) > 1 for pieces in cut) < 2:
        yield from map(Paragraph, lines)
        return
    cut[_first_row(cut)] = _closed_up(cut[_first_row(cut)])
    if by_figures := _rows_by_figures(cut):
        yield TableLines("spaces", by_figures)
        return
    columns = _columns(cut)
    rows: list[tuple[list[str], bool]] = []
    for line, pieces in zip(lines, cut, strict=True):
        if not pieces:
            continue
        if columns:
            places = [_column_of(piece, columns) for piece in pieces]
            if None not in places:
                cells = [""] * len(columns)
                for (text, _, _), place in zip(pieces, places, strict=True):
                    cells[place or 0] = text
                rows.append((cells, True))
                continue
        if len(pieces) == 1 and columns:
            if rows:
                yield TableLines("spaces", rows)
                rows = []
            yield Paragraph(line)
            continue
        rows.append(([text for text, _, _ in pieces], False))
    if rows:
        if not columns:
            width = max(len(cells) for cells, _ in rows)
            rows = [(cells, len(cells) == width) for cells, _ in rows]
        yield TableLines("spaces", rows)


def _rows_by_figures(cut: list[list[Piece]]) -> list[tuple[list[str], bool]]:
    """The rows of a table of many figures: labels to the left, each figure in its column, as far as the figures of whole rows line up.

    Where they don't, no row tells its columns. Empty where there are few figures.
    """
    figures = [_figures_behind(pieces) for pieces in cut]
    most = max(map(len, figures))
    whole = [found for found in figures if len(found) == most]
    if most < LEAST_COLUMNS or len(whole) < LEAST_WHOLE_ROWS:
        return []
    columns = [(min(row[index][1] for row in whole), max(row[index][2] for row in whole)) for index in range(most)]
    if any(left[1] > right[0] for left, right in pairwise(columns)):
        return [([text for text, _, _ in pieces], False) for pieces in cut if pieces]
    labels = max(len(pieces) - len(found) for pieces, found in zip(cut, figures, strict=True) if found)
    rows: list[tuple[list[str], bool]] = []
    for pieces, found in zip(cut, figures, strict=True):
        texts = [text for text, _, _ in pieces[: len(pieces) - len(found)]]
        places = [_column_of(piece, columns) for piece in found]
        if not pieces:
            continue
        if not found or None in places or len(set(places)) < len(places):
            rows.append(([text for text, _, _ in pieces], False))
            continue
        cells = [""] * (labels - len(texts)) + texts + [""] * most
        for (text, _, _), place in zip(found, places, strict=True):
            cells[labels + (place or 0)] = text
        rows.append((cells, True))
    return rows


def _figures_behind(pieces: list[Piece]) -> list[Piece]:
    """The figures that a line ends with."""
    start = len(pieces)
    while start and is_figure(pieces[start - 1][0]):
        start -= 1
    return pieces[start:]


def _first_row(cut: list[list[Piece]]) -> int:
    return next(index for index, pieces in enumerate(cut) if len(pieces) > 1)


def _closed_up(pieces: list[Piece]) -> list[Piece]:
    """A header line whose words are spaced out ("单　位") with single characters put back together."""
    closed: list[Piece] = []
    for text, start, end in pieces:
        if closed and len(text) == 1 and not text.isascii() and start - closed[-1][2] <= 2:
            before, before_start, _ = closed[-1]
            if len(before) == 1 or "\u3000" in before:
                closed[-1] = (before + "\u3000" + text, before_start, end)
                continue
        closed.append((text, start, end))
    return closed if len(closed) > 1 else pieces


def _columns(cut: list[list[Piece]]) -> list[tuple[int, int]]:
    """The places of the columns; empty where the lines don't line up."""
    intervals = sorted((start, end) for pieces in cut if len(pieces) > 1 for _, start, end in pieces)
    columns: list[tuple[int, int]] = []
    for start, end in intervals:
        if columns and start < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    widest = max(map(len, cut))
    if len(columns) > 2 * MOST_SPACED_COLUMNS:
        return []
    rows = [pieces for pieces in cut if len(pieces) > 1]
    index = 0
    while len(columns) > widest and index + 1 < len(columns):
        left, right = columns[index], columns[index + 1]
        joint = (left[0], right[1])
        is_near = right[0] - left[1] <= WIDEST_DRIFT or any(_heads_only(rows, column) for column in (left, right))
        if is_near and all(sum(joint[0] <= start < joint[1] for _, start, _ in pieces) <= 1 for pieces in rows):
            columns[index : index + 2] = [joint]
        else:
            index += 1
    for pieces in cut:
        if len(pieces) > 1 and len({_column_of(piece, columns) for piece in pieces}) < len(pieces):
            return []
    return columns if len(columns) > 1 else []


def _heads_only(rows: list[list[Piece]], column: tuple[int, int]) -> bool:
    """Whether a column holds the word of a header, set to the middle of it, and nothing else."""
    inside = [(index, text) for index, pieces in enumerate(rows) for text, start, _ in pieces if column[0] <= start < column[1]]
    return len(inside) == 1 and inside[0][0] == 0 and not any(map(str.isdigit, inside[0][1]))


def _column_of(piece: Piece, columns: list[tuple[int, int]]) -> int | None:
    """The one column that a piece overlaps; None where it overlaps none or several."""
    found = [index for index, (start, end) in enumerate(columns) if piece[1] < end and piece[2] > start]
    return found[0] if len(found) == 1 else None
