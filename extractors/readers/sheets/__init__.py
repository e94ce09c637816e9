"""Sheets of cells: XLSX, XLS and ET, workbooks as one file of XML, comma-separated values.

Lives here: a module a format; cells to tables and paragraphs (sheet.py), numbers as they are shown (number_formats.py).
"""
