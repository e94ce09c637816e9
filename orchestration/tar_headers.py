"""Headers of TAR archives, read with suspicion.

Lives here: refusing a header that lies, where tarfile would skip backwards for ever, fill the memory with names, or take damage in the
middle of an archive for its end. Elsewhere: walking the members (`bundles`).
"""

import tarfile

# A name of a thousand characters with its attributes takes some kilobytes.
_LARGEST_HEADER_BYTES = 1024 * 1024
# What describes the next member instead of being one: tarfile reads it whole.
_DESCRIBING = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)


class SuspiciousHeader(tarfile.TarInfo):
    """To be given as `tarinfo` to tarfile.open(); raises tarfile.ReadError for what no program writes."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "SuspiciousHeader":
        if not buf.strip(b"\0"):
            # The end, with or without its mark.
            return super().frombuf(buf, encoding, errors)
        try:
            header = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            raise tarfile.ReadError(str(error)) from error
        if header.size < 0 or (header.type in _DESCRIBING and header.size > _LARGEST_HEADER_BYTES):
            raise tarfile.ReadError(f"a header of type {header.type!r} claims {header.size} bytes")
        return header
