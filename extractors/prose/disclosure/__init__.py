"""Information disclosed: what the words before a count of pieces of information say.

Lives here: `disclosed()`, which asks one rule after the other, and their order. A rule answers with what is counted, that it is none of
ours, or None where it has nothing to say.

- pieces.py: the words of a count, its units, the answers
- no_information.py: what is counted is no information; wholes.py: information as such; by_way.py: counts of one way; by_kind.py: of one
  kind or field; in_list.py: items of a list; told_before.py: what earlier words say of a count

Elsewhere: names of kinds and fields (../kinds.py), ways (../ways.py), what opens a list (../lists.py), the words themselves (terms.csv,
channels.csv), everything else that reports count (figures.csv).
"""

from extractors.prose.disclosure import by_kind, by_way, in_list, no_information, told_before, wholes
from extractors.prose.disclosure.no_information import WAYS_TOLD
from extractors.prose.disclosure.pieces import (
    COUNTED,
    GLUED,
    NONE_OF_OURS,
    PIECES,
    POSTED,
    UNITS,
    WHOLES,
    Answer,
    Pieces,
    PublishedKind,
    first_answer,
)
from extractors.prose.disclosure.wholes import means_all_years
from extractors.prose.ways import Said

__all__ = ["COUNTED", "GLUED", "PIECES", "POSTED", "UNITS", "WAYS_TOLD", "WHOLES", "Pieces", "disclosed", "means_all_years"]


def disclosed(count: Pieces) -> Said | None:
    """The indicator, the label of the member and the confidence of a count of pieces of information; None where it is none."""
    said = first_answer(_RULES, count)
    return None if said is NONE_OF_OURS else said


def _published_kind(count: Pieces) -> Answer:
    """ "公开财政预决算信息12条": a verb of publishing, and behind it a kind of information. What no rule knows is none."""
    kind = count.kind
    if kind is None:
        return None
    told = PublishedKind(count, count.stem[: kind.start()], kind[0], kind["kind"])
    return first_answer(_RULES_OF_KINDS, told) if by_kind.is_of_information(told) else None


# The first that answers decides. Words behind the number and places counted before it come first, then what is no information, kinds by
# wordings of their own, the way told before, information as such, a way before its verb, items of a list; last come words that only the
# section makes a count of information.
_RULES = (
    by_way.beside_total,
    by_way.named_behind,
    by_kind.of_rest,
    by_way.of_counted_ways,
    no_information.other_things,
    no_information.of_one_matter,
    no_information.matters,
    no_information.noun_behind,
    by_kind.announced,
    by_kind.concerning,
    by_kind.in_catalogue,
    by_kind.of_field,
    by_kind.named_before_verb,
    by_kind.affairs,
    by_way.posts,
    by_kind.in_column,
    by_way.other_ways,
    by_kind.among_kinds,
    told_before.way,
    wholes.information,
    by_way.published,
    by_way.published_what,
    wholes.new_of_all_years,
    in_list.item,
    wholes.updated,
    by_kind.with_share,
    by_kind.of_named_field,
    by_kind.named,
    by_kind.of_verb_before,
    by_way.bare_way,
    _published_kind,
)
_RULES_OF_KINDS = (
    by_kind.in_section_of_field,
    wholes.of_all_kinds,
    by_way.or_by_kind,
    by_kind.by_field_that_leads,
    by_way.of_medium,
    by_way.of_its_information,
    by_kind.in_section_of_kind,
    by_kind.by_name,
)
