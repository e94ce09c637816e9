"""Labelled text: what a careful reader takes from a report, beside what Gongkai reads.

- passages.py is the format: a folder of texts, `passages.csv` and `labels.csv`. A passage is a small report, a report a long passage.
- draft.py writes such a folder from reports, filled with what Gongkai reads, to be corrected by hand (`gongkai label`).
- score.py compares the labels with what is read: precision and recall (`gongkai score`).

The format is documented for users in tests/labelled/README.md. Elsewhere: reading (`extractors`), the passages that come with the
repository (tests/labelled).
"""
