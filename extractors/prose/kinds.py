"""Kinds and fields of information: their names.

Lives here: the words of a count, of a list's item or of a section's name as the name of a kind, and which words can be no name; the same
counts in a catalogue, or in a section that goes through the fields of weight, where they are columns or fields.
Elsewhere: whether a count is one of information at all (disclosure/), ways (ways.py), the words (terms.csv).
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from extractors.prose import ways
from extractors.prose.ways import Said
from extractors.prose.wording import KEPT_WORDINGS, pattern_of, squeezed

if TYPE_CHECKING:
    from extractors.prose.writing import Sentence

BY_CATALOGUE = "proactive.items.by_catalogue"
BY_CATEGORY = "proactive.items.by_category"
BY_FIELD = "proactive.items.by_field"
_LONGEST_LABEL = 26
SHORTEST_TOPIC = 2
_LONGEST_EXAMPLES = 18
_REST = re.compile("(?:其余|剩余|剩下|余下|另有|另|余)的?")
_OWN_KIND = re.compile("(?:工作|政务|系统)?(?:类)?(?:信息)?$")
_NAMES_KIND = re.compile("重点|领域|类|栏目|目录|方面")
_SITE = re.compile("(?:信息|政务)?网$")
# "二是社会救助公开。", "（二）财政信息公开": what the section makes public.
_MADE_PUBLIC = re.compile(
    "(?:(?:继续|持续|进一步|全面|深入|扎实|重点|积极|认真|大力|着力|切实)*(?:推进|做好|加强|加大|深化|抓好|强化|推动|落实|围绕|突出|规范|细化))?"
    "(?P<kind>[^,;:。、]{2,14}?)(?:领域)?(?:政府)?(?:信息)?公开(?:情况|工作|方面)?"
)
_NO_MATTER = re.compile(
    "主动|申请|信息|政府|政务|公开|重点|[省市州县区镇乡街]级?$|[基各]层|本级|栏目?|平台|网|线上|线下|渠道|形式|方式|途径|载体|内容|数量|总量|分类|多样|依法|及时|规范|全面|"
    "全文|持续|深化|创新|拓宽|推进|扩大|细化|扎实|积极|如实|有序|统一|集中|常态|广泛|不予|同意|部分|应当|对外|社会$|全程|阳光|有效|精准$|以|促"
)
_NAMED = frozenset(("文件", "政务", "图片", "视频"))


def item_label(stem: str) -> str:
    """A list item's words without 类, 信息 and the verbs that lead it."""
    words = pattern_of("item_start").sub("", stem[stem.rfind("分别") :] if "分别" in stem else stem)
    if len(words) > _LONGEST_EXAMPLES and words.endswith("信息") and len(alike := words[words.rfind("等") + 1 :]) > len("信息") + 1:
        # "安置方案、征收公告等征地信息": the name of what they have in common.
        words = alike
    name = ways.tidy(pattern_of("item_end").sub("", words))
    if len(name) <= SHORTEST_TOPIC and words.endswith(f"{name}政务信息"):
        return f"{name}政务"
    # "业务信息" is a name of its own, "机构概况信息" is information on 机构概况.
    return name if len(name) > SHORTEST_TOPIC or not words.endswith(name + "信息") else ways.tidy(words)


def shared_kind(label: str) -> str | None:
    """The kind of information whose share is told; None where it is none."""
    match = pattern_of("kind_shared").fullmatch(label)
    name = item_label(match["kind"]) if match is not None else ""
    return name if (is_rest(name) or is_label(name)) and ways.channel_code(name) is None else None


def field_of(body: str, heads: tuple[str, ...]) -> str | None:
    """The field that "该领域" points back to: named earlier in the passage, else in the heading."""
    named = pattern_of("named_field").findall(squeezed(body))
    if named:
        return str(named[-1])
    return None if not heads else pattern_of("head_numbering").sub("", heads[-1])[:_LONGEST_LABEL]


@lru_cache(maxsize=KEPT_WORDINGS)
def made_public(head: str, publisher: str) -> str | None:
    """The kind of information that a heading or a short sentence announces ("二是社会救助公开。"); None where it announces no one kind."""
    named = _MADE_PUBLIC.fullmatch(head)
    if named is None or _NO_MATTER.search(named["kind"]) is not None or pattern_of("office").search(named["kind"]) is not None:
        return None
    return named["kind"] if is_label(named["kind"]) and not is_own(named["kind"], publisher) else None


def category(words: str, confidence: float = 0.9) -> Said | None:
    """A count of the kind that these words name; None where they are no name."""
    name = item_label(words)
    return (BY_CATEGORY, name, confidence) if is_label(name) else None


def kind_of(name: str) -> Said | None:
    """A kind of information, or a field where the words say so."""
    if not is_label(name):
        return None
    if name.endswith("领域") and name != "重点领域":
        return BY_FIELD, name.removesuffix("领域"), 0.85
    return BY_CATEGORY, name, 0.85


def in_catalogue(said: Said | None, stem: str) -> Said | None:
    """What `disclosed` takes for a kind, a way or nothing, where the sentence counts by the columns of the catalogue."""
    column = pattern_of("column_words").search(stem)
    if column is not None:
        name = item_label((column["quoted"] or column["name"]).strip('"'))
        return (BY_CATALOGUE, name, 0.9) if is_label(name) else None
    if said is None:
        return None
    code, label, confidence = said
    if code == BY_CATEGORY:
        return BY_CATALOGUE, label, confidence
    if label is not None and "目录" in label:
        # "在目录中新增公开信息205条": the whole; "在县政府网站信息公开目录公开67条": what stands there.
        return (ways.SITE, None, 0.85) if "网" in label else ("proactive.items", None, 0.85)
    return said


def in_field(said: Said | None, sentence: "Sentence", before: str) -> Said | None:
    """What `disclosed` takes for a kind or the whole, in a section that goes through the fields of weight one by one."""
    if said is None or said[0] not in ("proactive.items", BY_CATEGORY) or sentence.list_total is not None:
        return said
    if said[0] == BY_CATEGORY:
        return BY_FIELD, said[1], 0.9
    led = pattern_of("field_led").search(before)
    name = ways.tidy(item_label((led["field"] if led is not None else "") or sentence.topic))
    return (BY_FIELD, name, 0.9) if is_label(name) else said


def is_label(name: str) -> bool:
    return 1 < len(name) <= _LONGEST_LABEL and pattern_of("no_label").search(name) is None


def is_own(name: str, publisher: str) -> bool:
    """Whether a kind of information is what the office is about: "文旅信息" of an office for 文化和旅游."""
    name = _OWN_KIND.sub("", name)
    if name in ("部门", "本部门", "单位", "本单位"):
        return True
    place = -1
    for character in name:
        place = publisher.find(character, place + 1)
        if place < 0:
            return False
    return len(name) > 1


def are_examples_of_all(words: str, sentence: "Sentence") -> bool:
    """Whether "医疗服务价格、药品目录等信息" are examples of all that is published: nothing before names a kind, and none has been told."""
    told = (sentence.last_code or "").startswith("proactive.items")
    named = sentence.topic or (sentence.heads[-1] if sentence.heads else "")
    return "领域" not in words and not told and not _NAMES_KIND.search(named) and pattern_of("about_disclosure").search(named) is not None


def is_own_site(said: Said, publisher: str) -> bool:
    """Whether a site that bears a name is the reporter's: "霁梧民政网" of 霁梧县民政局."""
    code, label, _ = said
    return code == ways.BY_CHANNEL and label is not None and label.endswith("网") and is_own(_SITE.sub("", label), publisher)


def is_named(stem: str, name: str) -> bool:
    """Whether 类 makes a kind of a word that alone is none: "文件类信息"."""
    return name in _NAMED and f"{name}类" in stem


def is_of_fields(sentence: "Sentence") -> bool:
    return sentence.last_code == BY_FIELD or (bool(sentence.heads) and "领域" in sentence.heads[-1])


def is_rest(name: str) -> bool:
    """Whether a name is none, but what is left of a whole ("其余")."""
    return _REST.fullmatch(name) is not None
