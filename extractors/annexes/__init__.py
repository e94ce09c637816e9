"""What reports carry beside figures of known indicators.

Lives here: the ledger (ledger.py), running work items (tasks.py), cited policy documents (citations.py), officials and contacts (roster.py),
numbering (sections.py), what of it all is personal (personal.py); wording as CSV beside the code.
Elsewhere: printed forms (../forms), sentences with figures, the covering of personal data itself (../masking.py).
"""
