"""What a user did, or can mend.

Lives here: the one exception whose message is meant for people: it names the place and the remedy in one line.
Elsewhere: faults of a document, which are rows (`extractors.records.Issue`), never exceptions.
"""


class GongkaiError(Exception):
    """One line for the user: what is wrong, where, and what to do. The command prints it and exits with 1."""
