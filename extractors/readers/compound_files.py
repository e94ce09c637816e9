"""OLE compound files: the container of DOC, XLS, WPS and ET, and of office packages under a password.

Lives here: opening one and taking out its streams; saying why one can't be read.
Elsewhere: what the streams hold (word/doc.py, sheets/xls.py).
"""

import struct

import olefile

from extractors.document import Document
from extractors.readers.unreadable import UnreadableError

MOST_STREAM_BYTES = 32 * 1024 * 1024
# A package under a password is one stream of a compound file, whatever program wrote it.
_ENCRYPTED = "EncryptedPackage"


class CompoundFile:
    """The streams of a compound file. Raises `UnreadableError` where its tables are damaged."""

    def __init__(self, data: bytes) -> None:
        try:
            self._file = olefile.OleFileIO(data)
        except (OSError, struct.error, ValueError, IndexError, OverflowError, RecursionError) as error:
            # A directory is a balanced tree: one so deep that olefile can't follow it leads in circles, or to nothing that a program wrote.
            raise UnreadableError("damaged_file") from error
        if not self._file.root.kids:
            raise UnreadableError("damaged_file")
        if self._file.exists(_ENCRYPTED):
            raise UnreadableError("encrypted_file")

    def has(self, *names: str) -> bool:
        """Whether one of these streams is there."""
        return any(map(self._is_stream, names))

    def stream(self, *names: str) -> bytes | None:
        """The content of the first of these streams that is there; None where none is."""
        name = next(filter(self._is_stream, names), None)
        if name is None:
            return None
        try:
            if self._file.get_size(name) > MOST_STREAM_BYTES:
                raise UnreadableError("document_too_large")
            content: bytes = self._file.openstream(name).read()
        except (OSError, struct.error, ValueError, IndexError) as error:
            raise UnreadableError("damaged_file") from error
        return content

    def _is_stream(self, name: str) -> bool:
        # A folder of streams may have the name, too.
        return bool(self._file.get_type(name) == olefile.STGTY_STREAM)


def read(_name: str, data: bytes) -> Document:
    """No document: a compound file of no known kind is told from one that is damaged or encrypted."""
    CompoundFile(data)
    raise UnreadableError("unsupported_format")


def has_stream(data: bytes, *names: str) -> bool:
    """Whether one of these streams stands at the root of a compound file."""
    try:
        return CompoundFile(data).has(*names)
    except UnreadableError:
        return False
