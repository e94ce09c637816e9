"""Whose place a report is of: a publisher's name, as printed, to an administrative region and a kind of office.

Lives here: reading a name as a path of regions (paths.py), the list of regions and their history (regions.py, from
`dbt_project/seeds/regions.csv`), what stands in a name behind the places (offices.py, offices.csv), and weighing what else the document
says where the name alone doesn't tell (resolver.py).
Elsewhere: finding the publisher's name (../identity); agencies over the years and their mergers (dbt: `dim_agency`).

Precision first. A town counts only with its county, even where its name stands once in the list: the list begins in 2015, and a town that
merged before may have had the same name. A name that several places bear stays open, with its candidates, until something else of the
document decides. A slip of one character is mended only where the list of the year is known and one name alone is so near.
"""

from extractors.places.resolver import Place, resolve, state

__all__ = ["Place", "resolve", "state"]
