"""A count of pieces of information: its words, and what rules answer to them.

Lives here: the units that such counts have, `Pieces` (the words around one number, and what several rules ask of them), the answers of a
rule, and trying rules in their order.
Elsewhere: the rules and their order (__init__.py names the modules), finding the words (../clauses.py).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import Final, Literal, TypeVar

from extractors.prose import kinds, ways
from extractors.prose.clauses import NUMBERING
from extractors.prose.ways import Said
from extractors.prose.wording import KEPT_WORDINGS, pattern_of
from extractors.prose.writing import Sentence

UNITS = frozenset(("条", "件", "份", "篇", "次", "条次", "项", "则", "件次", "篇次", "條", "項"))
# What figures of these pieces may be told in, for a year and the one before.
COUNTED = UNITS | {"宗", "起", "封", "例"}
# What may stand before a count of pieces with no word between: "三大类46条".
GLUED = UNITS | {"类", "大类"}
# Of two counts glued together, these count the information itself.
PIECES = frozenset(("条", "条次"))
# "视频号发布作品63个".
POSTED = re.compile("(?:作品|视频)$")
ALL = "proactive.items"
# What may be told over all years, and be divided by what follows.
WHOLES = ways.CHANNELS | {ALL}
# Words that only lead from who publishes to the verb.
LEADS_ON = re.compile("(?:一年(?:来)?|年内|共计?|总共|累计|合计|及时|主动|全年|已|均|滚动|循环)+$")
# "线上信息公开15条": the way, then 信息 that belongs to 公开.
OWN_INFORMATION = re.compile("(?:政府|政务)?信息$")
_PLACE = re.compile("(?:统一|网络|发布)*(?:平台|专栏|专网|网站|网页|系统)")
_NAMED_BEHIND = re.compile("(?:的)?(?P<what>(?:[^,;:。、()#\\d的]{0,14}(?<!等))(?:信息|公告|公示))(?=[,;。、(]|$)")


class Nothing(Enum):
    """The answer of a rule that knows that the number is no figure of information: no later rule is asked."""

    OF_OURS = "none of ours"


NONE_OF_OURS: Final = Nothing.OF_OURS
# None where a rule has nothing to say.
Answer = Said | Literal[Nothing.OF_OURS] | None
Words = TypeVar("Words")


@dataclass(slots=True)
class Pieces:
    """One count, with the words around it.

    `label` are the words of its clause before the number, `stem` the same without what only leads to it, `before` those since the sentence
    began, `behind` those after the number. `field_name` is the field that "该领域" means.
    """

    stem: str
    label: str
    unit: str | None
    sentence: Sentence
    publisher: str
    field_name: str | None
    before: str
    behind: str = ""
    # The words that count information as such ("公开信息"), with which the stem ends.
    whole: re.Match[str] | None = field(init=False)
    _heads_tell_ways: bool | None = field(default=None, init=False)
    _is_about: bool | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        if self.unit in PIECES and (what := _named_behind(self.stem, self.behind)) is not None:
            self.stem += what
            self.label += what
        self.whole = None if pattern_of("affairs").search(self.stem) else pattern_of("disclosed_information").search(self.stem)

    @property
    def is_about(self) -> bool:
        """Whether the section is about information disclosed."""
        if self._is_about is None:
            heads = "\n".join(self.sentence.heads[-2:])
            self._is_about = pattern_of("about_disclosure").search(heads) is not None or self.heads_tell_ways or self.announced is not None
        return self._is_about

    @property
    def announced(self) -> str | None:
        """The kind of information that the short sentence before announces, or the heading ("二是社会救助公开。")."""
        heads = self.sentence.heads
        head = self.sentence.topic or (NUMBERING.sub("", heads[-1]) if heads else "")
        return kinds.made_public(head, self.publisher)

    @property
    def is_of_ways(self) -> bool:
        """Whether the section is about ways, or the last figure counts by one."""
        return self.sentence.last_code in ways.CHANNELS or self.heads_tell_ways

    @property
    def heads_tell_ways(self) -> bool:
        if self._heads_tell_ways is None:
            about_ways = pattern_of("about_ways")
            self._heads_tell_ways = any(about_ways.search(head) is not None for head in self.sentence.heads[-2:])
        return self._heads_tell_ways

    @property
    def kind(self) -> re.Match[str] | None:
        """A verb of publishing that ends the words, with the kind of information behind it."""
        return _kind_published(self.stem)


@dataclass(slots=True)
class PublishedKind:
    """A count whose words end with a verb of publishing and a kind of information.

    Of "财政局公开预算信息" `lead` is "财政局", `words` the rest and `name` "预算信息".
    """

    count: Pieces
    lead: str
    words: str
    name: str


def first_answer(rules: Iterable[Callable[[Words], Answer]], words: Words) -> Answer:
    """What the first rule answers that has anything to say of these words."""
    for rule in rules:
        answer = rule(words)
        if answer is not None:
            return answer
    return None


def _named_behind(stem: str, behind: str) -> str | None:
    """ "发布74条信息", "公开12条财政信息": what is counted, where a verb of publishing ends before the number."""
    if pattern_of("verb_at_end").search(stem) is None or (match := _NAMED_BEHIND.match(behind)) is None:
        return None
    return match["what"]


@lru_cache(maxsize=KEPT_WORDINGS)
def _kind_published(stem: str) -> re.Match[str] | None:
    kind = pattern_of("disclosed_kind").search(stem)
    if kind is not None and stem.count('"', 0, kind.start()) % 2:
        # "“双随机、一公开”抽查结果": no verb.
        kind = pattern_of("disclosed_kind").search(stem, stem.rfind('"') + 1)
    # "政府信息公开平台": no verb, either.
    return None if kind is not None and _PLACE.fullmatch(kind["kind"]) else kind
