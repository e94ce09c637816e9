"""Formats that place print on pages: PDF, OFD, pictures.

Lives here: a module a format, and the moves that two of them write (matrices.py); then, the same for all of them: characters to lines
(lines.py), rules to grids (grid.py), lines to columns and paragraphs (flow.py), what repeats on every page (furniture.py), a page to
blocks (page.py); scanned pages (scan/).
"""
