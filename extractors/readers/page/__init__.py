"""A web page between its bytes and its Document.

Lives here: what html.py works with: what each element is (kinds.py), those that are simple as a whole (plain.py), lines and boxes of a
page (boxes.py), its tables as grids (grids.py), and which of them are the article (article.py, with the words of site frames in
frame_names.csv and tool_lines.csv).
Elsewhere: bytes, parsing and emission (../html.py), pages saved as one mail (../mhtml.py).
"""
