"""The cross tables of 2019 and later: a figure is what its row says of what its column says.

Lives here: rows (<crosstab>.csv) and headings (columns.csv) of the three tables as data; definitions.py (CSV to crosstab),
sections.py (which rows of a printed table are which crosstab: a sheet may hold all three), blocks.py (rows under one header), strips.py
(a printed row as words and figures), headings.py and layouts.py (which column is what), rows.py (which row is what), sums.py (the column
of a figure by the printed sums), reader.py (all of it).
Elsewhere: lists of one figure a row (../matcher.py); which line is which row of a form (../rows.py), for lists and crosstabs alike.
"""
