"""Text without markup, and Markdown.

Lives here: lines to blocks (plain_text.py), tables that are drawn with characters (text_tables.py and the modules that it names).
"""
