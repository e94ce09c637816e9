"""The printed statistics forms since 2008: rows and columns as data, and one way from printed labels to rows for all of them.

Lives here, as data: lists of one figure a row, a CSV a generation (national_2014.csv, with it the form of three columns; fujian.csv;
dingxi.csv), their columns (columns.csv), units (units.csv), remarks in cells (remarks.csv) and among rows (notes.csv), characters that
are mistaken for others (lookalikes.csv).
As code: labels.py (printed label to key), definitions.py (CSV to form), columns.py (which column is what), codes.py (printed codes of
rows), side_by_side.py and periods.py (which part of a table is which year, or part of one), lines.py and rows.py (which lines are which
row), matches.py, figures.py (a cell as a figure), matcher.py (all of it: the tables of a document to observations).
In crosstabs/: the tables of 2019 and 2021, where row and column together make a figure.
Elsewhere: cutting and rejoining tables (../readers, ../layout.py); the content of a cell (../numbers.py).
"""
