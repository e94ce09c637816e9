"""The codes that a form prints beside its labels, as evidence of which row is which.

Lives here: reading a code, whether the codes of a table are the form's at all, rows whose label and code contradict each other, and
rows whose label is damaged but whose code stands in its place.
Elsewhere: labels (labels.py, rows.py); which column holds the codes (columns.py).
"""

from rapidfuzz.distance import LCSseq

from extractors.forms.definitions import Form
from extractors.forms.labels import label_key
from extractors.forms.lookalikes import without_lookalikes
from extractors.forms.matches import Match, bounds

BY_CODE = 0.85
# A damaged label still shares this much with the one that it was.
LEAST_ALIKE = 0.5


def code_of(match: Match) -> str:
    return next((line.code for line in match.lines if line.code), "")


def settle_codes(form: Form, matches: list[Match]) -> None:
    """Compares the codes with the labels that are known, and drops them all where they are mostly not the form's."""
    coded = [(match, code_of(match)) for match in matches if match.position is not None and code_of(match)]
    contradicted = [match for match, code in coded if match.position is not None and form.rows[match.position].row_code != code]
    if 3 * len(contradicted) > len(coded):
        for match in matches:
            for line in match.lines:
                line.code = ""
        return
    for match in contradicted:
        match.position, match.candidates, match.doubt = None, (), "ambiguous_label"


def match_codes(form: Form, matches: list[Match]) -> None:
    """Gives rows with a damaged label the place that their code names, if it lies between the rows around them and the label allows it."""
    codes = {row.row_code: row.position for row in form.rows}
    taken = {match.position for match in matches}
    for index, match in enumerate(matches):
        position = codes.get(code_of(match))
        if match.position is not None or match.is_note or match.doubt or position is None or position in taken:
            continue
        below, above = bounds(matches, index, len(form.rows))
        if below < position < above and _may_be(form, match, position):
            match.position, match.confidence = position, BY_CODE
            taken.add(position)


def _may_be(form: Form, match: Match, position: int) -> bool:
    key = without_lookalikes(label_key(match.label)) if match.label else ""
    if not key:
        return False
    alike = {row.position: max(LCSseq.normalized_similarity(key, own) for own in row.blurred) for row in form.rows}
    return alike[position] >= LEAST_ALIKE and alike[position] == max(alike.values())
