"""Items of a list of information: "公开信息90条，其中政策文件60条，网站30条".

Lives here: what an item counts, by the kind of list it stands in.
Elsewhere: what opens a list (../lists.py), names of kinds (../kinds.py), which words are ways (../ways.py).
"""

from extractors.prose import kinds, lists, ways
from extractors.prose.disclosure.pieces import ALL, NONE_OF_OURS, Answer, Pieces
from extractors.prose.disclosure.told_before import one_of_ways
from extractors.prose.ways import Said
from extractors.prose.wording import pattern_of
from extractors.prose.writing import Sentence


def item(count: Pieces) -> Answer:
    """ "按内容分：机构职能12条，…": in a list of information nothing else is counted."""
    if count.sentence.list_kind not in lists.OF_INFORMATION:
        return None
    return named(count.stem, count.sentence, count.before) or NONE_OF_OURS


def named(stem: str, sentence: Sentence, before: str = "") -> Said | None:
    """What an item with these words counts; None where its words are no name."""
    if sentence.list_kind == "category" and (way := one_of_ways(stem, before)) is not None:
        return way
    if pattern_of("new_this_year").fullmatch(stem):
        return ALL, None, 0.9
    if stem == "文件" and sentence.list_kind == "category":
        # A kind, or a way?
        return None
    return _way(stem, sentence) or _kind(stem, sentence)


def _way(stem: str, sentence: Sentence) -> Said | None:
    """ "网站30条", "公开栏12条": an item that names a way, in a list of ways or of kinds; in one of ways "其他5条", too."""
    if sentence.list_kind == "way" and stem in ways.OTHER:
        return ways.OTHER_CHANNEL, None, 0.9
    if sentence.list_kind not in ("category", "way") or pattern_of("affairs").search(stem):
        return None
    words = pattern_of("disclosed_information").sub("", stem)
    code = ways.channel_code(words)
    if code is None:
        return None
    code = ways.listed_code(code, stem)
    return code, kinds.item_label(words) if code == ways.BY_CHANNEL else None, 0.9


def _kind(stem: str, sentence: Sentence) -> Said | None:
    """ "机构职能类12条": an item that names a kind, a column or a field; in a list of ways "村级群聊12条", which no table knows for one."""
    name = kinds.item_label(stem)
    if not kinds.is_label(name) and not kinds.is_named(stem, name):
        return None
    if name.endswith("领域"):
        return kinds.kind_of(name)
    return ways.BY_CHANNEL if sentence.list_kind == "way" else f"{ALL}.by_{sentence.list_kind}", name, 0.9
