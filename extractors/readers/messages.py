"""Messages: mails, and pages saved as one, parsed within bounds.

Lives here: what no message that a program wrote has more of, looked at before the parser, which takes the square of some of it.
Elsewhere: the page among the parts (web/mhtml.py), attachments (`orchestration.bundles`).
"""

import email
import email.policy
import re
from email.message import Message

from extractors.readers.unreadable import UnreadableError

# Attachments of 64 MB have some 900,000 lines; a part costs the parser as much as a hundred lines.
MOST_LINES = 1_000_000
MOST_DELIMITERS = 20_000
# The name of a file, encoded and folded, takes some hundred characters.
_LONGEST_FIELD = 16 * 1024
_FIELD = re.compile(rb"^Content-(?:Type|Disposition)[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*", re.I | re.M)
_BOUNDARY = re.compile(rb"boundary[*0-9]*\s*=", re.I)


def parsed_message(data: bytes, most_boundaries: int) -> Message:
    """The message. Raises UnreadableError beyond the bounds, and what `email` does: MessageError, LookupError, ValueError, RecursionError.

    `most_boundaries`: how many parts may hold parts.
    """
    if data.count(b"\n") > MOST_LINES or data.count(b"\n--") > MOST_DELIMITERS:
        raise UnreadableError("document_too_large")
    if sum(1 for _ in _BOUNDARY.finditer(data)) > most_boundaries:
        raise UnreadableError("document_too_large")
    if any(len(field[0]) > _LONGEST_FIELD for field in _FIELD.finditer(data)):
        raise UnreadableError("damaged_file")
    return email.message_from_bytes(data, policy=email.policy.compat32)
