"""Office packages: zip files whose members are XML.

Lives here: opening one, inflating its members within bounds, parsing XML with everything off that reaches outside or expands, and
following the relations from one part to another.
Elsewhere: what the parts mean (word/docx.py, sheets/xlsx.py …).
"""

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from extractors.readers.unreadable import UnreadableError

# The parts of the longest report seen inflate to under 3 MB; a tree of XML takes up to twenty times its bytes in memory.
MOST_MEMBER_BYTES = 16 * 1024 * 1024
MOST_PACKAGE_BYTES = 48 * 1024 * 1024
_IS_ENCRYPTED = 0x1
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Nothing outside is looked up, nothing expands, and libxml2 keeps its bounds on depth and length.
_PARSER = etree.XMLParser(
    resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, collect_ids=False
)
# What the strict variant of the standard calls its name spaces, and what everyone else does.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


@dataclass(slots=True)
class Relation:
    """`kind` is the last word of the relation's type (styles, footnotes, worksheet …)."""

    kind: str
    target: str


class Package:
    """Members by their path, whatever the writer made of slashes and case. `UnreadableError` for what is damaged or too large."""

    def __init__(self, data: bytes) -> None:
        self._left = MOST_PACKAGE_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = {_folded(info.filename): info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as error:
            raise UnreadableError("damaged_file") from error

    def bytes_of(self, path: str) -> bytes | None:
        """The content of a member; None where there is none."""
        info = self._members.get(_folded(path))
        if info is None:
            return None
        if info.flag_bits & _IS_ENCRYPTED:
            raise UnreadableError("encrypted_file")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableError("damaged_file")
        if info.file_size > min(MOST_MEMBER_BYTES, self._left):
            raise UnreadableError("document_too_large")
        self._left -= info.file_size
        try:
            # Never yields more than the size that was checked above; a member that holds more fails its check sum.
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error) as error:
            raise UnreadableError("damaged_file") from error

    def xml(self, path: str) -> etree._Element | None:
        """The root of an XML member; None where there is none."""
        data = self.bytes_of(path)
        return None if data is None else parsed(data)

    def main_part(self, usual: str) -> str:
        """The path of the part that the document begins with: as the package names it, else the usual one."""
        if _folded(usual) in self._members:
            return usual
        return next((relation.target for relation in self.relations("").values() if relation.kind == "officeDocument"), usual)

    def relations(self, path: str) -> dict[str, Relation]:
        """What a part refers to, by id; "" is the package itself."""
        folder, name = posixpath.split(path)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for element in () if root is None else root.iter(_RELATIONS):
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "").replace("\\", "/"))).lstrip("/")
                found[element.get("Id", "")] = Relation(element.get("Type", "").rpartition("/")[2], target)
        return found


def parsed(data: bytes) -> etree._Element:
    """The root of XML. A document type is refused: no office package has one, and entities are what it would bring."""
    if b"purl.oclc.org/ooxml" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("damaged_file") from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableError("damaged_file")
    return root


def _folded(path: str) -> str:
    return path.replace("\\", "/").lstrip("/").lower()
