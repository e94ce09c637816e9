"""What a reader raises for a file that it can't read."""


class UnreadableError(Exception):
    """`reason` is a code of issue_reasons.csv: encrypted_file, damaged_file, document_too_large, no_text …"""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
