"""Tables of one report that print the same figure differently.

Lives here: which figures are not believed for that, and their issues.
Elsewhere: two rows of one table that claim the same row of a form (rows.py); contradictions as findings on a report (dbt, rules).
"""

from extractors.document import Document
from extractors.forms.figures import issue_at
from extractors.numbers import units
from extractors.records import Issue, Observation

# A form and the index of a printed table.
Place = tuple[str, int | None]


def without_contradictions(document: Document, observations: list[Observation]) -> tuple[list[Observation], list[Issue]]:
    """The figures that no other table contradicts, and an issue for each of the others. A blank gives way to what another table prints.

    Tables of one form that differ in numbers count different things (a county and its offices, this year and the last): what stands in
    one of them alone is not taken, either, since nothing tells which of them is the report's.
    """
    by_figure: dict[tuple[str, str, str | None], list[Observation]] = {}
    for observation in observations:
        member = observation.member_code or observation.member_label
        by_figure.setdefault((observation.indicator_code, observation.basis, member), []).append(observation)
    told_again = [group for group in by_figure.values() if len(group) > 1]
    rivals = _rivals(told_again)
    dropped: set[int] = set()
    issues: list[Issue] = []
    # A figure that is told once is contradicted only where its table has a rival.
    for group in by_figure.values() if rivals else told_again:
        filled = [observation for observation in group if observation.status != "blank"]
        if filled:
            dropped.update(id(observation) for observation in group if observation.status == "blank")
        is_told_once = len({observation.table_index for observation in filled}) == 1
        is_of_rival = is_told_once and any((_form_of(observation), observation.table_index) in rivals for observation in filled)
        if is_of_rival or len({(observation.status, observation.number, _money(observation.unit_printed)) for observation in filled}) > 1:
            for observation in filled:
                dropped.add(id(observation))
                issues.append(issue_at(document, "ambiguous_label", observation.quote, observation.value_start, observation.value_end))
    return [observation for observation in observations if id(observation) not in dropped], issues


def _rivals(groups: list[list[Observation]]) -> set[Place]:
    """The tables of which another table of the same form gives another number for the same figure."""
    found: set[Place] = set()
    for group in groups:
        by_form: dict[str, list[Observation]] = {}
        for observation in group:
            if observation.number is not None:
                by_form.setdefault(_form_of(observation), []).append(observation)
        for form, read in by_form.items():
            tables = {observation.table_index for observation in read}
            if len(tables) > 1 and len({observation.number for observation in read}) > 1:
                found.update((form, table) for table in tables)
    return found


def _form_of(observation: Observation) -> str:
    """The list, or the crosstab of whatever generation, that a figure of a table is from."""
    generation, _, place = observation.recogniser_id.partition(":")
    return place.partition(".")[0] if place[:1].isalpha() else generation


def _money(unit: str | None) -> str | None:
    """The unit of an amount of money; None for counts, which 条 and 件 count alike."""
    return unit if unit is not None and units()[unit] == "money" else None
