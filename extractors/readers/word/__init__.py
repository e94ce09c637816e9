"""Word processors: DOCX, DOC and WPS, and their documents as one file of XML.

Lives here: a module a format; tables (word_tables.py) and numbers of paragraphs (numbering.py) as all of them have them.
"""
