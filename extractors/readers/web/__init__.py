"""Web pages, also saved as one mail.

Lives here: a page to boxes, lines and grids (boxes.py, grids.py, kinds.py, items.py), what can be told from its markup at once (plain.py),
and which of it is the article (article.py, with the words of site frames in frame_names.csv and tool_lines.csv).
"""
