"""Whose report it is, as printed.

Lives here: recognising names of organisations and places by their endings (words/organisation_endings.csv, words/places.csv), and
choosing among the names that a document prints for its own author: in its title, its signature, the header of its table, the sentence
on who compiled it, the metadata block.
Elsewhere: resolving a name to an agency or a region (dbt). There is no list of places here.

Order of trust: the name in the title; the signature; a line under the title; the table's header; the sentence on who compiled it; the
page's own title; the metadata block (it may name the site's operator); the breadcrumb, where the text calls its author by such a word
(我局). Only where all of them say nothing: the file's name, its origin, its folder (origins.py). A name that only adds the places above
it is the same name, and the longest printed form is kept. Where title and signature name different bodies, the one that the text names
more often is taken, else none.
"""

import re
from dataclasses import dataclass

from extractors.identity import wording
from extractors.records import Evidence, EvidenceSource

_ENDINGS = tuple(row["ending"] for row in wording.rows("organisation_endings"))
_UNITS = tuple(row["unit"] for row in wording.rows("places"))
_NO_PLACES = wording.words("not_places", "words")
_GOVERNMENT_OF = {row["unit"]: row["government"] for row in wording.rows("places")}
_NAME = re.compile(r"^[一-鿿][一-鿿（）()·]{1,38}$")
_NOT_IN_NAME = re.compile(
    r"^(?:[我各该由]|[本全](?:省|市|县|区|旗|州|镇|乡|街|局|厅|委|办|院|校|机关|部门|单位)|县级|上级|以下|现将)|[一二三四五六七八九十〇零○][年月日]"
    r"|工作(?!委员会|局|站|中心)|公开|情况|领导小组|报告|总结|活动(?!中心)|通知"
)
# A street office is a 街道 too; without these words it is no place any more (`_place`).
_STEM_TAIL = re.compile(r"(?:人民政府街道办事处|街道办事处|人民政府|政府|街道办|办事处|管理委员会|管委会|街道?)$")
_GOVERNMENT_TAIL = re.compile(r"(?:人民政府|政府|(?<=街道)办事处|(?<=街道)办|办事处|管理委员会|管委会)$")
_OFFICE = re.compile(r"(?:党政综合|党政|党建|综合|政务公开|信息公开)?(?:办公室|办公厅|办)$")
_COMPILED = re.compile(r"由\s*([一-鿿（）()]{2,30}?)\s*(?:负责|组织|牵头|统一)?\s*(?:编制|编写|撰写|起草|[，,]?\s*(?:根据|依据|依照|按照))")
_OPERATORS = tuple(row["words"] for row in wording.rows("site_operators"))
_SELF = {row["word"]: (row["kinds"], tuple(row["endings"].split("|"))) for row in wording.rows("self_words")}
_SELF_WORD = re.compile(wording.alternation(wording.words("self_words", "word")))
_SPEAKER_TEXT = 4000
# They tell of the page, not of the text; the page's own title (page_title) tells of the text.
_ABOUT_THE_PAGE = frozenset(("metadata_block", "breadcrumb"))
_PLACE_ENDS = "省市县区旗州盟镇乡"
_TOWNS = ("镇", "乡", "街道", "街", "苏木")
_ABOVE_TOWNS = ("省", "自治区", "市", "州", "盟", "县", "区", "旗")
# The party committee beside a government signs with it.
_COMMITTEE = re.compile("^中共|党委$|(?<=[省市县区旗州盟镇乡])委员会$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name as printed, where it stands, and what kind of place that is."""

    name: str
    source: EvidenceSource
    start: int | None
    end: int | None
    words: str | None = None

    @property
    def place(self) -> int:
        """Of two equally long names the earlier one goes first."""
        return -1 if self.start is None else -self.start


def is_organisation(name: str) -> bool:
    """Does the whole of `name` read as the name of an organisation?"""
    return bool(_NAME.match(name)) and name.endswith(_ENDINGS) and not _NOT_IN_NAME.search(name) and name not in _ENDINGS


def is_place(name: str) -> bool:
    return (
        bool(_NAME.match(name)) and name.endswith(_UNITS) and not (name in _UNITS or name.endswith(_NO_PLACES) or _NOT_IN_NAME.search(name))
    )


def is_name(name: str) -> bool:
    return is_organisation(name) or is_place(name)


def stem(name: str) -> str:
    """The name without the words for government: 'X镇人民政府' and 'X镇' are the same author."""
    return _STEM_TAIL.sub("", name)


def _place(name: str) -> str:
    """The name without the words for its government, the place that it governs: 'X街道办事处' gives 'X街道'."""
    return _GOVERNMENT_TAIL.sub("", name)


def is_same(name: str, other: str) -> bool:
    """Do two printed names mean the same author: equal but for the places above it and the words for government?"""
    first, second = stem(name), stem(other)
    if not first or not second:
        return False
    return first == second or (min(len(first), len(second)) >= 2 and (first.endswith(second) or second.endswith(first)))


def compiled_by(text: str, limit: int = 1500) -> Candidate | None:
    """The body of 'compiled by X' in the opening of the text."""
    for match in _COMPILED.finditer(text, 0, min(limit, len(text))):
        name = match[1]
        if is_organisation(name):
            return Candidate(name, "compiled_by", match.start(1), match.end(1))
    return None


def choose(title_name: str, title_start: int, candidates: list[Candidate], text: str) -> Candidate | None:
    """The author among the printed names; None where they contradict each other or none is one."""
    title_name = title_name if is_name(title_name) else ""
    own = [candidate for candidate in candidates if candidate.source not in _ABOUT_THE_PAGE]
    if not title_name:
        return _without_title(own, candidates, text)
    agreeing = [c for c in candidates if c.start is not None and is_same(c.name, title_name) and is_organisation(c.name)]
    signature = next((c for c in own if c.source == "signature"), None)
    if (
        signature is not None
        and not agreeing
        and not _belongs_to(signature.name, title_name)
        and not _share_place(signature.name, title_name)
    ):
        mentions = [text.count(stem(title_name)), text.count(stem(signature.name))]
        if mentions[1] > mentions[0]:
            return signature
        if mentions[0] <= mentions[1] + 1:
            return None
    if is_organisation(title_name):
        agreeing.append(Candidate(title_name, "title", title_start, title_start + len(title_name)))
    if agreeing:
        return max(agreeing, key=lambda c: (len(c.name), c.source == "signature", c.place))
    printed = _government_of_place(title_name, text)
    return printed or Candidate(title_name, "title", title_start, title_start + len(title_name))


def _share_place(name: str, other: str) -> bool:
    """Do two names begin with the same place (an abbreviated or renamed bureau of one county), and aren't both towns?"""
    common = next((i for i, (a, b) in enumerate(zip(name, other, strict=False)) if a != b), min(len(name), len(other)))
    return any(character in _PLACE_ENDS for character in name[1:common]) and not (is_place(_place(name)) or is_place(_place(other)))


def _belongs_to(name: str, subject: str) -> bool:
    """Is `name` an office inside the subject ('X县人民政府办公室' for 'X县')?"""
    outer = stem(_OFFICE.sub("", name))
    return bool(outer) and outer != name and is_same(outer, subject)


def _without_title(own: list[Candidate], candidates: list[Candidate], text: str) -> Candidate | None:
    """No name in the title: the signature, the table, the compiling sentence, the page's title; the block, or at last the site's
    breadcrumb, only where the text speaks as such a body."""
    for source in ("signature", "head", "form_header", "compiled_by", "page_title"):
        may_be_place = source in ("signature", "page_title")
        named = [c for c in own if c.source == source and (is_organisation(c.name) or (may_be_place and is_place(c.name)))]
        if source == "compiled_by":
            # The sentence that templates bring along: another town in it is not the author.
            named = [c for c in named if not _calls_itself_otherwise(c.name, speaker(text))]
            if named and any(_is_other_town(c.name, named[0].name) for c in candidates):
                return None
        chosen = _outer_body(named[0], text) if named and source == "compiled_by" else named[0] if named else None
        if chosen is not None:
            chosen = _government_or_itself(chosen, text)
            agreeing = [c for c in candidates if c.start is not None and is_same(c.name, chosen.name) and is_organisation(c.name)]
            return max([*agreeing, chosen], key=lambda c: (len(c.name), c.place))
    spoken = speaker(text)
    for candidate in candidates:
        if candidate.source == "metadata_block" and is_name(candidate.name) and not is_operator(candidate.name):
            if spoken is None or candidate.name.endswith(_SELF[spoken][1]):
                return _government_or_itself(candidate, text)
            return None
    crumbs = [c for c in candidates if c.source == "breadcrumb" and spoken is not None and c.name.endswith(_SELF[spoken][1])]
    return crumbs[-1] if len({c.name for c in crumbs}) == 1 else None


def speaks_as(text: str, name: str) -> bool:
    """May a body of this name be the author of a text that calls its author 我局 or 我镇?"""
    spoken = speaker(text)
    return spoken is None or name.endswith(_SELF[spoken][1])


def is_operator(name: str) -> bool:
    """Is it the name of a site or of who runs it?"""
    return any(words in name for words in _OPERATORS)


def is_compatible(name: str, other: str) -> bool:
    """Can both be the author: the same body, a shorter form of its name, an office inside it, a government above it, its committee?"""
    if is_same(name, other) or is_operator(name) or _belongs_to(name, other) or _belongs_to(other, name):
        return True
    if _COMMITTEE.search(name) or _abbreviates(name, other) or _abbreviates(other, name):
        return True
    outer = _place(_OFFICE.sub("", name))
    is_above = is_place(outer) and outer.endswith(_ABOVE_TOWNS)
    return is_above and (other.startswith(outer) or not any(unit in other[1:] for unit in _ABOVE_TOWNS))


def _abbreviates(name: str, other: str) -> bool:
    """'X县卫计局' for 'X县卫生和计划生育局': the same place, then characters of the other name in order, its first and last among them."""
    common = next((i for i, (a, b) in enumerate(zip(name, other, strict=False)) if a != b), min(len(name), len(other)))
    start = max((i + 1 for i in range(1, common) if name[i] in _PLACE_ENDS), default=0)
    if not start or name[start : start + 1] != other[start : start + 1] or name[-1:] != other[-1:]:
        return False
    rest = iter(other[start:])
    return all(character in rest for character in name[start:])


def _is_other_town(name: str, other: str) -> bool:
    """Are both towns (or streets), and not the same one?"""
    places = _place(_OFFICE.sub("", name)), _place(_OFFICE.sub("", other))
    return all(is_place(place) and place.endswith(_TOWNS) for place in places) and not is_same(*places)


def _calls_itself_otherwise(name: str, spoken: str | None) -> bool:
    """Is it a town where the text says 我乡, or the like?"""
    place = _place(_OFFICE.sub("", name))
    return spoken is not None and spoken[1:] in _TOWNS and place.endswith(_TOWNS) and not place.endswith(spoken[1:])


def _government_or_itself(candidate: Candidate, text: str) -> Candidate:
    return (_government_of_place(candidate.name, text) if is_place(candidate.name) else None) or candidate


def _outer_body(office: Candidate, text: str) -> Candidate | None:
    """The bureau or the town whose inner office compiled the report; a government's own office is a body of its own."""
    outer = _OFFICE.sub("", office.name)
    if outer == office.name or _place(outer) != outer:
        return office
    if is_organisation(outer):
        return Candidate(outer, office.source, office.start, None if office.start is None else office.start + len(outer))
    return _government_of_place(outer, text) if is_place(outer) else office


def speaker(text: str) -> str | None:
    """How the text calls its author (我局, 我镇), where it keeps to one such word."""
    found = _SELF_WORD.findall(text, 0, _SPEAKER_TEXT)
    if not found:
        return None
    commonest = max(sorted(set(found)), key=found.count)
    return commonest if 2 * found.count(commonest) > len(found) else None


def _government_of_place(place: str, text: str) -> Candidate | None:
    """The government of a place that the title names without it, where the text prints it: the longest form of the name that occurs."""
    if not is_place(place):
        return None
    unit = next(unit for unit in sorted(_UNITS, key=len, reverse=True) if place.endswith(unit))
    start = 0
    while start < len(place) - len(unit):
        for government in (_GOVERNMENT_OF[unit], "人民政府"):
            position = text.find(place[start:] + government)
            if position >= 0:
                return Candidate(place[start:] + government, "mention", position, position + len(place) - start + len(government))
        start = next((i + 1 for i in range(start, len(place) - len(unit)) if place[i] in "省市县区旗州盟" and i > start), len(place))
    return None


def evidence_of(candidates: list[Candidate], chosen: Candidate | None, printed: str | None) -> list[Evidence]:
    """Every candidate as a sign. The chosen one (`printed` as it stands there) may be found elsewhere: in the title, in the text."""
    signs = [Evidence("publisher", c.name, c.source, c.start, c.end, words=c.words) for c in candidates if c != chosen]
    if chosen is not None:
        signs.insert(0, Evidence("publisher", printed or chosen.name, chosen.source, chosen.start, chosen.end, True, chosen.words))
    return signs
