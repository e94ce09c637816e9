"""The printed statistics forms: a CSV a generation, and one matcher for all of them.

Lives here: rows (<generation>.csv), columns (columns.csv), units (units.csv) and remarks that stand among rows (notes.csv) as data;
labels.py (printed label to key), definitions.py (CSV to form), columns.py (which column is what), rows.py (which lines are which row),
matcher.py (all of it: tables to observations).
Elsewhere: cutting and rejoining tables (../readers, ../layout.py); the content of a cell (../numbers.py).
"""
