"""What the text of a report says about its own figures, and arithmetic can check.

Lives here: `read_relations()`; counts.py (the numbers of running text with the part that each plays in its clause), lists.py, sums.py,
unmarked.py (totals with their parts behind them, before them, and without a word that says so), parts.py (the sums and shares of these),
balance.py (applications that came in and went out),
changes.py (differences, rates and ratios between figures), causes.py (what may have made a sum fail).
Elsewhere: the arithmetic itself and its verdict (`dbt_project`, int_relation_findings); relations between the rows of printed forms
(`dbt_project/seeds/rule_parts.csv`); wording (../prose/terms.csv).

Nothing is judged here, and no number is changed: a relation names its operands, and whether it holds is computed from what is printed.
Only exact numbers become operands: "20余件" and "约20件" neither prove nor break a sum.
"""

from collections.abc import Iterable, Sequence

from extractors.document import Document
from extractors.numerals import Numeral
from extractors.prose.passages import Passage
from extractors.records import Observation, Relation
from extractors.relations.balance import balances
from extractors.relations.changes import changes
from extractors.relations.counts import by_passage, the_figures
from extractors.relations.lists import part_lists
from extractors.relations.parts import relations_of
from extractors.relations.sums import sums
from extractors.relations.unmarked import unmarked_lists

# The rules of which this package finds instances; each is a row of dbt_project/seeds/rules.csv.
RULES = frozenset(
    (
        "report.application.balance.as_told",
        "report.list.channels_counted_once",
        "report.list.parts_cover_total",
        "report.list.parts_within_total",
        "report.list.shares_make_100",
        "report.change.amount",
        "report.change.rate",
        "report.ratio.share",
        "report.ratio.completion",
    )
)


def read_relations(
    document: Document, text: str, passages: Sequence[Passage], numerals: Sequence[Numeral], observations: Iterable[Observation]
) -> list[Relation]:
    """Every relation that the running text states, in reading order.

    `text` is the canonical text, folded and half-width, of the same length; `numerals` are those of the text in reading order.
    `observations`, the figures of the text, tell what numbers are: parts of one list count the same kind of thing.
    """
    figures = {observation.value_start: observation for observation in observations}
    counted = by_passage(text, passages, numerals, figures)
    told = the_figures(counted)
    lists = [*part_lists(text, counted, told), *sums(counted)]
    lists += unmarked_lists(counted, {count.numeral.start for one in lists for count in (one.total, *one.items)})
    found = [*(relation for one in lists for relation in relations_of(one)), *balances(counted), *changes(counted, told)]
    for relation in found:
        relation.line = document.line_of(relation.operands[0].value_start)
    return sorted(found, key=lambda relation: (relation.operands[0].value_start, relation.rule_id))
