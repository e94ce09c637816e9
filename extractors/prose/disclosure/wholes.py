"""Information as such, of no one kind: "主动公开政府信息126条".

Lives here: words that count information as such, and what stands before them: whose it is, a field, a way, or nothing, which makes it the
whole; other words that mean the whole, and a whole over all years.
Elsewhere: counts of one way (by_way.py) or one kind (by_kind.py), the field or way named by earlier words (told_before.py).
"""

import re
from dataclasses import dataclass

from extractors.prose import kinds, lists, ways
from extractors.prose.disclosure import in_list
from extractors.prose.disclosure.pieces import (
    ALL,
    LEADS_ON,
    NONE_OF_OURS,
    OWN_INFORMATION,
    PIECES,
    Answer,
    Pieces,
    PublishedKind,
    first_answer,
)
from extractors.prose.disclosure.told_before import topic_of
from extractors.prose.ways import Said
from extractors.prose.wording import pattern_of

# "各乡镇公开信息9120条": of a part of the offices, each of which has a report of its own.
_OF_TOWNSHIPS = re.compile("(?:其中)?各(?:乡镇|镇街|镇乡|乡|镇|街道|县区|区县|县市区|县|区|村|社区)[^、和与及部单]{0,4}")
# "其中各部门公开1.2万条": whose they are, not what.
_OFFICES = re.compile("(?:其中)?(?:[省市州县区]?(?:人民)?政府|[省市州县区]级)?各(?!类|种|项)")
# "我局自身形成并公开信息39条": whatever the section is about.
_OWN_MAKING = re.compile("自身|形成(?:并|和|或)")
# "全年更新信息14820条": verbs for what a site does, in a section on platforms.
_OF_SITE = ("更新", "推送", "上传")
_PLATFORMS = re.compile("平台|新媒体|网站|渠道|公众号")
# "互联网。在信息公开专栏公开…": a topic that is the site.
_THE_NET = re.compile("(?:互联网|网络|网站|政府网站|门户网站)(?:公开|发布)?")
# "通过网上公开22条": no more than where.
_ON_THE_NET = ("通过网上", "在网上", "利用网上")
_MERE_VERB = re.compile("(?:全年|年内|本年度?|共|累计)*(?:更新|发布|上网|推送)")
# "全乡共公开计生、低保、惠农等信息101条": examples of all that there is.
_KINDS_TOGETHER = re.compile("[^、,]{2,8}(?:、[^、,]{2,8})+等(?:方面)?(?:的)?(?:(?:各类|各项)[^、,]{0,4}?)?(?:政府|政务)?信息")
_ALTOGETHER = re.compile("[^、,通在利]{0,8}(?:共计?|累计|合计|总共)(?:主动|向社会)?(?:公开|公布|发布)")
# A count that is not followed by another kind.
_ALONE = re.compile(
    "$|[。;]|\\(含|,(?:内容|主要|涉及|涵盖|包括|网上|同比|比|较|与|占|增|其中|全文|全部|均|公开率|及时|受理|收到|接受|未|无|没有)"
)


@dataclass(slots=True)
class _Information:
    """A count whose words end with those for information as such: of "今年我局公开信息" `whole` is "公开信息".

    `lead` are the words before, without the reporter and the year.
    """

    count: Pieces
    lead: str
    whole: str


def means_all_years(behind: str, label: str) -> bool:
    """ "累计公开1280条，其中今年新增96条": a total over all years."""
    if pattern_of("new_again").match(behind) is not None:
        return True
    # "共公开1032条，其中2015年公开186条": unless the year's own are told twice.
    is_of_year = pattern_of("this_year").search(label) is not None
    return ("累计" in label or (not is_of_year and "其中" in behind[:3])) and pattern_of("of_which_this_year").match(behind) is not None


def information(count: Pieces) -> Answer:
    """ "公开政府信息126条", "在网站公开信息40条", "教育领域公开信息12条": what the words before those for information make of it."""
    whole = count.whole
    if whole is None or (count.unit in ("次", None) and "信息" not in whole[0] and not whole[0].startswith("主动公开")):
        return None
    words = count.stem[: whole.start()]
    if _is_of_others(count, words):
        return NONE_OF_OURS
    return first_answer(_BY_LEAD, _Information(count, pattern_of("subject").sub("", words), whole[0])) or NONE_OF_OURS


def new_of_all_years(count: Pieces) -> Answer:
    """ "历年累计公开1280条，本年新增96条": this year's part of those of all years."""
    total = count.sentence.last_total
    is_new = total is not None and total.basis == "cumulative" and pattern_of("new_this_year").fullmatch(count.stem)
    return (ALL, None, 0.9) if is_new else None


def updated(count: Pieces) -> Answer:
    """ "全年更新276条，其中…": a verb alone that opens a list, in a section on disclosure."""
    if count.unit not in PIECES or _MERE_VERB.fullmatch(count.stem) is None or pattern_of("list_opens").search(count.behind) is None:
        return None
    return (ALL, None, 0.85) if lists.under(count.sentence.heads[-1:]) else None


def of_all_kinds(told: PublishedKind) -> Answer:
    """ "公开政务、财务信息204条", in the report of an office for 文旅 "公开文旅信息36条": all that there is."""
    count = told.count
    if count.sentence.list_kind is not None or count.sentence.last_total is not None:
        return None
    name = kinds.item_label(told.name)
    if name.startswith("政务、"):
        return ALL, None, 0.85
    if _ALONE.match(count.behind) is None:
        return None
    is_of_office = kinds.is_own(name, count.publisher) and not told.words.startswith("公示") and "领域" not in count.stem
    return (ALL, None, 0.85) if is_of_office or _are_examples(told) else None


def _are_examples(told: PublishedKind) -> bool:
    """ "全乡共公开计生、低保、惠农等信息101条": whether the kinds are named only as examples of all that was published."""
    count = told.count
    if count.unit not in PIECES or _KINDS_TOGETHER.fullmatch(told.name) is None:
        return False
    return _ALTOGETHER.match(count.stem) is not None or kinds.are_examples_of_all(told.name, count.sentence)


def _is_of_others(count: Pieces, words: str) -> bool:
    """ "其中各部门公开1.2万条", "各乡镇公开信息9120条": whose they are, unless the words name a way ("各村公开栏")."""
    total = count.sentence.last_total or count.sentence.list_total
    names_offices = (total is not None and _OFFICES.match(count.stem) is not None) or _OF_TOWNSHIPS.fullmatch(words) is not None
    return names_offices and ways.channel_code(words) is None


def _of_field_before(told: _Information) -> Answer:
    """ "在环境保护领域，公开信息24条": the field stands in the clause before."""
    named = pattern_of("field_before").search(told.count.before) if not told.lead else None
    if named is None or (named["aspect"] and not kinds.is_of_fields(told.count.sentence)):
        return None
    return kinds.BY_FIELD, ways.tidy(named["field"]), 0.9


def _of_field(told: _Information) -> Answer:
    """ "环境保护领域公开信息24条", "该领域公开信息24条"."""
    count, lead = told.count, told.lead
    if "领域" not in lead:
        return None
    named = pattern_of("in_field").search(lead)
    name = named["field"] if named is not None else count.field_name if "该领域" in lead or "本领域" in lead else None
    name = name.removesuffix("重点") if name is not None else None
    if name == "":
        # "重点领域公开信息86条：": of no one field, but what follows are its parts.
        count.sentence.list_kind = count.sentence.list_kind or "category"
    return (kinds.BY_FIELD, ways.tidy(name), 0.9) if name else NONE_OF_OURS


def _by_way_to_publish(told: _Information) -> Answer:
    """ "在县政府网站公开信息40条"."""
    if pattern_of("way_to_publish").search(told.lead) is None:
        return None
    sentence = told.count.sentence
    said = ways.by_way(told.lead, sentence, told.count.behind)
    if said is None:
        return NONE_OF_OURS
    if said[0] == ways.BY_CHANNEL and ways.channel_code(sentence.topic) == said[0] and pattern_of("several").search(said[1] or ""):
        # "公开栏。在镇政府院内及各村公开栏张贴…": the name that leads to it, where there are several.
        said = (said[0], sentence.topic, said[2])
    if _is_part_of_site(said, sentence.topic):
        # "互联网。在信息公开专栏公开…".
        return ways.SITE, None, 0.9
    return said


def _as_such(told: _Information) -> Answer:
    """ "我局公开信息126条": the whole, unless the passage is about a way, a kind or a field."""
    count, own = told.count, LEADS_ON.sub("", told.lead)
    if len(own) == 1 or (own not in count.publisher and not (count.publisher and own.startswith(count.publisher))):
        # "县政府办公开1206条": of one mark nobody knows whose it is.
        return None
    if _OWN_MAKING.search(count.stem):
        return ALL, None, 0.9
    heads = count.sentence.heads
    topic = topic_of(count)
    if topic is None and told.whole.startswith(_OF_SITE) and heads and _PLATFORMS.search(heads[-1]):
        # "区政府网站设专栏32个，全年更新信息14820条": in a section on platforms, of one that is named before or not at all.
        return NONE_OF_OURS
    return topic or (ALL, None, 0.95)


def _by_name_before(told: _Information) -> Answer:
    """ "政府网站公开信息40条", "政府信息公开目录公开信息40条", in a list of information any name."""
    count, lead = told.count, LEADS_ON.sub("", told.lead)
    lead = OWN_INFORMATION.sub("", lead) or lead
    if lead in _ON_THE_NET:
        lead = "网上"
    if len(lead) > kinds.SHORTEST_TOPIC and lead.endswith("上") and not lead.startswith(("通过", "在")):
        # "政府信息公开网上公开95条".
        lead = lead[:-1]
    if lead.endswith("信息公开目录"):
        return ALL, None, 0.85
    if code := ways.channel_code(lead):
        return ways.by_channel(ways.listed_code(code, lead) if count.sentence.list_kind else code, lead)
    if lead.endswith("信息公开专栏"):
        return ALL, None, 0.85
    if count.sentence.list_kind not in lists.OF_INFORMATION:
        return None
    item = pattern_of("listed_publishing").search(count.stem)
    return in_list.named(count.stem if item is None else count.stem[: item.end()], count.sentence)


def _is_part_of_site(said: Said, topic: str) -> bool:
    return said[0] == ways.BY_CHANNEL and (said[1] or "").endswith("专栏") and _THE_NET.fullmatch(topic) is not None


_BY_LEAD = (_of_field_before, _of_field, _by_way_to_publish, _as_such, _by_name_before)
