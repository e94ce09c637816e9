"""Lines of plain text to paragraphs and tables of cells.

Lives here: which neighbouring lines form a table, and how a line is cut into cells by bars or by tabs.
Elsewhere: cells told apart by runs of spaces (spaced_tables.py), tables of one cell a line (stacked_tables.py, figure_runs.py), or of cells
with single spaces between (joined_tables.py); emission with offsets (plain_text.py); joining pieces over page breaks (../../layout.py);
what a cell means (../../forms).
"""

import re
from collections.abc import Iterator
from itertools import islice

from extractors.frames import opens_frame
from extractors.numbers import parse_cell
from extractors.readers.text.figure_runs import HEADING, figure_runs
from extractors.readers.text.groups import SPACES, Paragraph, TableLines
from extractors.readers.text.joined_tables import joined_tables
from extractors.readers.text.spaced_tables import GAP, MOST_SPACED_COLUMNS, WIDEST_DRIFT, spaced, width
from extractors.readers.text.stacked_tables import stacked_tables

BARS = "|｜│┃"
BAR = re.compile(r"(?<!\\)[|｜│┃]")
UNUSUAL_BAR = re.compile(r"[\\｜│┃]")
# Lines that only draw: |---|:-:|, +----+, ├──┼──┤.
RULE_LINE = re.compile(r"[\s|｜│┃+:\-=_─━┄┈═┼├┤┌┐└┘┬┴╋┣┫┏┓┗┛┳┻╪╞╡╔╗╚╝╦╩╠╣╬║]+")
RULE_CELL = re.compile(r":?-+:?")
# "1.<tab>概述": a numbered line, as word processors export it, not a table row.
NUMBERING_CELL = re.compile(r"[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．]?")
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
            yield from spaced(lines[index:end])
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
    commonest = max(widths, key=lambda candidate: (widths[candidate], candidate))
    levelled = []
    for cells, _ in rows:
        while len(cells) > commonest and not cells[-1]:
            del cells[-1]
        levelled.append((cells, len(cells) == commonest or not any(cells[1:])))
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
    return width(row.strip(SPACES)[: gap.start()]) if gap is not None else 0


def _is_label(fragment: str, widest: int) -> bool:
    """The rest of a wrapped label is no wider than the labels; an indented one belongs to another column. A title between rows is wider."""
    return fragment[:1] in SPACES or width(fragment.strip(SPACES)) <= widest + WIDEST_DRIFT
