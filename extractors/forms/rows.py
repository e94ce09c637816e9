"""Which printed lines are which row of a form.

Lives here: putting wrapped labels together, exact labels, labels that only their group tells apart, and labels that differ
by a slip or are shortened. The rule throughout: a line that might be two rows is none.
Elsewhere: which columns hold label, unit and values (columns.py); what becomes of a row (matcher.py).
"""

from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from extractors.forms.codes import code_of, match_codes, settle_codes
from extractors.forms.definitions import Form, notes
from extractors.forms.labels import folded, is_numbered, is_part, is_shortened, is_stub, label_key, ordinal
from extractors.forms.lines import Line
from extractors.forms.lookalikes import without_lookalikes
from extractors.forms.matches import Match, bounds, placed
from extractors.frames import is_frame_cell, resembles_frame
from extractors.numbers import units

# The longest wrapped label of a form runs over this many lines in the narrowest layouts seen.
MOST_WRAPPED_LINES = 6
# One wrong character in a label up to 15 long, then one more for every eight: where more are wrong, digits can't be trusted either.
CHARACTERS_PER_SLIP = 8
SHORTEST_FUZZY = 4
BY_GROUP, BY_SLIP = 0.95, 0.8
NEGATIONS = "不未非无無"


def match_rows(form: Form, lines: list[Line]) -> list[Match]:
    """Every line in exactly one Match, in printed order."""
    matches = _segments(form, lines)
    for match in matches:
        if len(match.candidates) == 1:
            match.position = match.candidates[0]
    if form.has_codes:
        settle_codes(form, matches)
    _reject_mistaken(form, matches)
    _reject_misplaced(form, matches)
    if any(match.position is None and not match.is_note for match in matches):
        if form.has_codes:
            match_codes(form, matches)
        _match_slips(form, matches)
        _match_by_group(form, matches)
        _reject_mistaken(form, matches)
        matches = _with_sentences(form, matches)
        _doubt_torn(form, matches)
    _doubt_doubles(matches)
    return matches


def _segments(form: Form, lines: list[Line]) -> list[Match]:
    """The way to cut the lines into rows that leaves the fewest lines without a row; a row has at most one line with values."""
    found = [form.find(line.label) if line.label else () for line in lines]
    is_note = [not hit and _is_note(line) for hit, line in zip(found, lines, strict=True)]
    known = [bool(hit) or note for hit, note in zip(found, is_note, strict=True)]
    if all(known):
        return [Match([line], hit, is_note=note) for line, hit, note in zip(lines, found, is_note, strict=True)]
    count = len(lines)
    # best[i]: score of the best cut of the lines from i on, its first piece's length, and the rows that piece can be.
    best: list[tuple[int, int, tuple[int, ...]]] = [(0, 0, ())] * (count + 1)
    for start in range(count - 1, -1, -1):
        best[start] = (best[start + 1][0] + (11 if known[start] else 0), 1, found[start])
        for end in range(start + 2, min(count, start + MOST_WRAPPED_LINES) + 1):
            if all(known[start:end]):
                continue
            if sum(line.has_value for line in lines[start:end]) > 1:
                break
            if any(line.is_bare for line in lines[start:end]) and not _are_whole(lines, start, end):
                continue
            score = best[end][0] + 10 * (end - start) + 1
            if score > best[start][0] and (rows := _joined(form, lines[start:end])):
                best[start] = (score, end - start, rows)
    matches = []
    start = 0
    while start < count:
        _, length, rows = best[start]
        matches.append(Match(lines[start : start + length], rows, is_note=length == 1 and is_note[start]))
        start += length
    return matches


def _is_note(line: Line) -> bool:
    if not line.label or line.has_value or line.unit in units():
        return False
    return notes().fullmatch(folded(line.label)) is not None or is_frame_cell(line.label) or resembles_frame(line.label)


def _are_whole(lines: list[Line], start: int, end: int) -> bool:
    """Whether bare figures among the lines can't be the rest of figures above: no line above has any, and no table that prints units."""
    if any(line.unit for line in lines):
        return False
    return not any(lines[index].is_bare and index > 0 and lines[index - 1].has_value for index in range(start, end))


def _joined(form: Form, lines: list[Line]) -> tuple[int, ...]:
    """The rows that several lines can be together; none if their units contradict each other or a bracket swallows a numbered line."""
    label = "".join(line.label for line in lines)
    if (not lines[0].label and not lines[-1].label) or is_stub(next((line.label for line in reversed(lines[1:]) if line.label), "")):
        return ()
    rows = form.find(label)
    if not rows:
        return ()
    if label.count("(") + label.count("（") != label.count(")") + label.count("）") and any(
        is_numbered(line.label) for line in lines[1:] if line.label
    ):
        return ()
    printed = [line.unit for line in lines if line.unit]
    if len(printed) > 1 and "".join(printed) not in units():
        return ()
    return rows


def _reject_misplaced(form: Form, matches: list[Match]) -> None:
    """A label that is also a piece of another row's label counts only at its own place: elsewhere it may be the rest of the other."""
    for index, match in enumerate(matches):
        if match.position in form.inside_others and len(match.candidates) == 1:
            below, above = bounds(matches, index, len(form.rows))
            if not below < match.position < above:
                match.position, match.candidates, match.doubt = None, (), "ambiguous_label"


def _reject_mistaken(form: Form, matches: list[Match]) -> None:
    """A label that lost a word may be that of another row: not believed where it stands in that row's place and nothing else does.

    The place tells by its number, where the table is numbered as the form is; by 其中; and by the rows around it.
    """
    has_numbers: bool | None = None
    claimed = {position for match in matches for position in (match.candidates or (match.position,))}
    for index, match in enumerate(matches):
        if match.position is None:
            continue
        others = [other for other in form.mistakable[match.position] if other not in claimed]
        if not others:
            continue
        if has_numbers is None:
            has_numbers = _has_numbers_of(form, matches)
        if any(
            _is_placed_as(form, matches, index, other) or (has_numbers and _is_numbered_as(form, matches, index, other)) for other in others
        ):
            match.position, match.candidates, match.doubt = None, (), "ambiguous_label"


def _has_numbers_of(form: Form, matches: list[Match]) -> bool:
    """Whether the numbers that the labels begin with are mostly those of the form (and not those of the office)."""
    agreeing = [form.ordinal(place) == number for at, place in placed(matches) if (number := ordinal(matches[at].label)) is not None]
    return 3 * sum(agreeing) > 2 * len(agreeing)


def _is_numbered_as(form: Form, matches: list[Match], index: int, other: int) -> bool:
    """Whether a match bears the number of the row `other` beside its own, or lost its own, in a table that is numbered as the form is."""
    position = matches[index].position
    assert position is not None
    parent, number = form.rows[position].parent, ordinal(matches[index].label)
    beside = [
        (place, ordinal(matches[at].label))
        for at, place in placed(matches)
        if at != index and place != position and form.rows[place].parent == parent
    ]
    if number is None:
        below, above = bounds(matches, index, len(form.rows))
        return below < other < above and 2 * sum(found is not None for _, found in beside) > len(beside)
    # Rows further down that are numbered otherwise: a row was left out, and the numbers closed up.
    return (parent, number) == (form.rows[other].parent, form.ordinal(other)) and all(
        found in (None, form.ordinal(place)) for place, found in beside if place > max(position, other)
    )


def _is_placed_as(form: Form, matches: list[Match], index: int, other: int) -> bool:
    """Whether a match stands where the row `other` belongs, by 其中 or by the rows around it, and can't be where its own belongs."""
    position = matches[index].position
    assert position is not None
    if is_part(matches[index].label) and form.is_first_part(other) and not form.is_first_part(position):
        return True
    below, above = bounds(matches, index, len(form.rows))
    return below != position != above and not below < position < above and below < other < above


def _match_slips(form: Form, matches: list[Match]) -> None:
    taken = {match.position for match in matches}
    for index, match in enumerate(matches):
        if match.position is not None or match.candidates or match.is_note or match.doubt:
            continue
        key = label_key(match.label) if match.label else ""
        if len(key) < SHORTEST_FUZZY:
            continue
        below, above = bounds(matches, index, len(form.rows))
        near = _nearest(form, key)
        code = code_of(match)
        fitting = [position for position in near if below < position < above and position not in taken]
        fitting = [position for position in fitting if code in ("", form.rows[position].row_code)]
        if len(fitting) == 1:
            match.position, match.confidence = fitting[0], BY_SLIP
            taken.add(fitting[0])


def _nearest(form: Form, key: str) -> list[int]:
    """The rows with the one label that `key` is a slip or a shortening of; none if a second label is as near."""
    allowed = max(1, len(key) // CHARACTERS_PER_SLIP)
    key = without_lookalikes(key)
    distances: dict[int, int] = {}
    shortened: list[int] = []
    for row in form.rows:
        if row.kind == "text":
            continue
        distances[row.position] = min(Levenshtein.distance(key, own, score_cutoff=allowed + 1) for own in row.blurred)
        if any(len(key) < len(own) <= 2 * len(key) and is_shortened(key, own) for own in row.blurred):
            shortened.append(row.position)
    least = min(distances.values())
    found = [position for position, distance in distances.items() if distance == least] if least <= allowed else shortened
    labels = {form.rows[position].label for position in found}
    if len(labels) != 1:
        return []
    label = without_lookalikes(label_key(form.rows[found[0]].label))
    return [] if any((word in key) != (word in label) for word in NEGATIONS) else found


def _match_by_group(form: Form, matches: list[Match]) -> None:
    """Labels that stand under several groups: by the rows around them, else by the nearest group above with nothing unread in between."""
    for index, match in enumerate(matches):
        if match.position is not None or len(match.candidates) < 2:
            continue
        below, above = bounds(matches, index, len(form.rows))
        fitting = [position for position in match.candidates if below < position < above]
        if len(fitting) > 1 and below >= 0:
            before = next(found for found in range(index - 1, -1, -1) if matches[found].position is not None)
            lineage = {below, *form.ancestors(below)}
            if all(between.is_note for between in matches[before + 1 : index]):
                fitting = [position for position in fitting if form.rows[position].parent in lineage]
        if len(fitting) > 1 and (number := ordinal(match.label)) is not None:
            fitting = [position for position in fitting if form.ordinal(position) == number] or fitting
        if len(fitting) == 1 and not (below < 0 and above == len(form.rows)):
            match.position, match.confidence = fitting[0], BY_GROUP
        else:
            match.doubt = "ambiguous_label"


def _with_sentences(form: Form, matches: list[Match]) -> list[Match]:
    """A sentence row (blanks to fill in) takes in the lines on which it goes on."""
    joined: list[Match] = []
    for match in matches:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.position is not None
            and form.rows[last.position].kind == "text"
            and match.position is None
            and not match.candidates
            and not match.has_value
        ):
            last.lines.extend(match.lines)
        else:
            joined.append(match)
    return joined


def _neighbours(matches: list[Match], index: int) -> Iterator[tuple[Match, bool]]:
    """The matches right before (False) and right after (True)."""
    if index > 0:
        yield matches[index - 1], False
    if index + 1 < len(matches):
        yield matches[index + 1], True


def _doubt_torn(form: Form, matches: list[Match]) -> None:
    """Doubts rows next to leftovers that may belong to them: figures without label, or pieces of label without figures."""
    has_units = any(line.unit for match in matches for line in match.lines)
    for index, match in enumerate(matches):
        if match.position is not None:
            _doubt_contested(form, matches, index)
            continue
        if match.is_note or (match.candidates and match.doubt is None):
            continue
        has_value = match.has_value
        is_label_only = bool(match.label) and not has_value and not any(line.unit for line in match.lines)
        for neighbour, is_below in _neighbours(matches, index):
            if neighbour.position is None:
                continue
            if has_value:
                is_hollow = not any(line.has_value or line.unit for line in neighbour.lines)
                is_rest = not match.label or (has_units and not match.lines[0].unit) or bool(form.find(neighbour.label + match.label))
                if is_hollow or (is_rest and not is_below):
                    neighbour.doubt = "unreadable_cell"
            elif is_label_only and neighbour.position in form.inside_others:
                lower = neighbour if is_below else match
                if not is_numbered(lower.lines[0].label):
                    neighbour.doubt = "ambiguous_label"


def _doubt_contested(form: Form, matches: list[Match], index: int) -> None:
    """A line of figures without label between two labels without figures belongs to either."""
    match = matches[index]
    if len(match.lines) < 2:
        return
    for neighbour, is_below in _neighbours(matches, index):
        edge = match.lines[-1 if is_below else 0]
        if (
            edge.has_value
            and not edge.label
            and neighbour.position is not None
            and form.rows[neighbour.position].kind == "data"
            and not any(line.has_value or line.unit for line in neighbour.lines[:: -1 if not is_below else 1][:1])
            and not neighbour.has_value
        ):
            match.doubt = neighbour.doubt = "unreadable_cell"


def _doubt_doubles(matches: list[Match]) -> None:
    """Two rows that claim the same row of the form: neither is believed."""
    claims = Counter(match.position for match in matches if match.position is not None)
    for match in matches:
        if match.position is not None and claims[match.position] > 1:
            match.doubt = "ambiguous_label"
