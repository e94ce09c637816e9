"""The names that a document prints where its author's name is due.

Lives here: gathering them, each with its place. Elsewhere: choosing the author among them (publishers.py).
"""

import re

from extractors.identity import metadata, publishers, signatures, titles, wording
from extractors.identity.evidence import Line
from extractors.identity.publishers import Candidate
from extractors.records import Evidence

_CRUMBS = re.compile("[>»›＞→]")


def gather(
    compiled: Candidate | None,
    head: list[Line],
    under_title: list[Line],
    block: dict[str, metadata.Found],
    form: list[Evidence],
    signature: signatures.Signature | None,
    page_title: str | None,
    site: str | None,
) -> list[Candidate]:
    """All candidates, those inside the text first. `site` is all that the page is titled with: its site's name, too."""
    found: list[Candidate] = []
    if signature is not None and signature.name is not None:
        found.append(Candidate(signature.name, "signature", signature.name_start, signature.name_end))
    found.extend(Candidate(e.value, "form_header", e.start, e.end) for e in form if e.field == "publisher")
    if compiled is not None:
        found.append(compiled)
    if "publisher" in block:
        item = block["publisher"]
        found.append(Candidate(item.value, "metadata_block", item.start, item.end))
    if under_title and publishers.is_organisation(name := wording.tidy(under_title[0].text)):
        line = under_title[0]
        start = line.start + line.text.index(name[0])
        found.append(Candidate(name, "head", start, line.start + len(line.text.rstrip(wording.BLANKS + "#*"))))
    for line in head:
        if _CRUMBS.search(line.text):
            for piece in re.finditer(r"[^>»›＞→/\s]+", line.text):
                if publishers.is_name(piece[0]):
                    found.append(Candidate(piece[0], "breadcrumb", line.start + piece.start(), line.start + piece.end()))
    for words in titles.pieces_of_page(site) if site else ():
        if publishers.is_organisation(words):
            found.append(Candidate(words, "breadcrumb", None, None, site))
    if page_title is not None and publishers.is_name(name := titles.name_in(page_title)):
        found.append(Candidate(name, "page_title", None, None, page_title))
    return found
