"""Web pages, also saved as one mail.

Lives here: a page to boxes, lines and grids (boxes.py, grids.py, plain.py), the article among its frame (article.py, frame.py).
"""
