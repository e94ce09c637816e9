"""Word documents in one file of XML to a Document: those of Word 2003, and packages written flat.

Systems that fill in templates write such files, and mostly name them .doc.

Lives here: taking a flat package apart, and turning the XML of Word 2003 into what Word 2007 would have written.
Elsewhere: reading the package (docx.py).
"""

import io
import zipfile

from lxml import etree

from extractors.document import Document
from extractors.readers import media_types
from extractors.readers.encoding import Decoded
from extractors.readers.packages import parsed
from extractors.readers.unreadable import UnreadableError
from extractors.readers.word import docx
from extractors.readers.word.docx_styles import VAL, W

_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_OLD = "http://schemas.microsoft.com/office/word/2003/wordml"
_HINTS = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_CHANGES = "{http://schemas.microsoft.com/aml/2001/core}"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STYLES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
# What only wraps what it holds has one name for all here.
_WRAPPER = f"{W}customXml"
_RENAMED = {
    f"{W}vmerge": f"{W}vMerge",
    f"{W}hmerge": f"{W}hMerge",
    f"{_HINTS}sect": _WRAPPER,
    f"{_HINTS}sub-section": _WRAPPER,
    f"{_CHANGES}content": _WRAPPER,
}
_CHANGED = {"Word.Insertion": f"{W}ins", "Word.Deletion": f"{W}del"}


def read_decoded(name: str, decoded: Decoded) -> Document:
    """The Document of a Word document in XML. Raises `UnreadableError` for what is damaged or too large."""
    # The declaration may name another encoding than the file has. Most names of Word 2003 are those of today in another space.
    text = media_types.XML_DECLARATION.sub("", decoded.text.lstrip("\ufeff"), count=1)
    root = parsed(text.replace(_OLD, W[1:-1]).encode())
    if root.tag == f"{_PACKAGE}package":
        parts = _parts(root)
    elif root.tag == f"{W}wordDocument":
        parts = _modern(root)
    else:
        raise UnreadableError("unsupported_format")
    document = docx.read(name, _zipped(parts))
    document.media_type = media_types.WORD_XML
    return document


def _parts(root: etree._Element) -> dict[str, bytes]:
    """The parts of a flat package by their path; pictures and fonts are left out."""
    found = {}
    for part in root.iterchildren(f"{_PACKAGE}part"):
        content = part.find(f"{_PACKAGE}xmlData")
        if content is not None and len(content):
            found[part.get(f"{_PACKAGE}name", "").lstrip("/")] = etree.tostring(content[0], encoding="utf-8")
    if docx.MAIN_PART not in found:
        raise UnreadableError("damaged_file")
    return found


def _modern(root: etree._Element) -> dict[str, bytes]:
    """The document of Word 2003 and its styles as parts."""
    for element in list(root.iter(*_RENAMED, f"{_CHANGES}annotation", f"{W}br")):
        _rename(element)
    for properties in list(root.iter(f"{W}pPr")):
        _write_label(properties)
    body = root.find(f"{W}body")
    if body is None:
        raise UnreadableError("damaged_file")
    document = etree.Element(f"{W}document")
    document.append(body)
    parts = {docx.MAIN_PART: etree.tostring(document, encoding="utf-8")}
    styles = root.find(f"{W}styles")
    if styles is not None:
        parts["word/styles.xml"] = etree.tostring(styles, encoding="utf-8")
        relation = f'<Relationship Id="rId1" Type="{_STYLES}" Target="styles.xml"/>'
        parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'.encode()
    return parts


def _rename(element: etree._Element) -> None:
    tag = element.tag
    if tag == f"{_CHANGES}annotation":
        element.tag = _CHANGED.get(element.get(f"{W}type", ""), tag)
    elif tag != f"{W}br":
        element.tag = _RENAMED[tag]
    elif element.get(f"{W}type") == "text-wrapping":
        element.set(f"{W}type", "textWrapping")


def _write_label(properties: etree._Element) -> None:
    """Puts the number that a list gave a paragraph, which the file tells in words, before its text."""
    listed = properties.find(f"{W}listPr")
    hint = None if listed is None else listed.find(f"{_HINTS}t")
    if hint is None or not hint.get(f"{_HINTS}val"):
        return
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}t").text = f"{hint.get(f'{_HINTS}val')} "
    properties.addnext(run)
    # Lists of styles would number it once more.
    number = etree.SubElement(etree.SubElement(properties, f"{W}numPr"), f"{W}numId")
    number.set(VAL, "0")


def _zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for path, content in parts.items():
            package.writestr(path, content)
    return buffer.getvalue()
