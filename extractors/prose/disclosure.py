"""Information disclosed: what the words before a count of pieces of information say.

Lives here: whether it is the whole, or a part by way, kind or field; the units that such counts have.
Elsewhere: names of kinds and fields (kinds.py), ways (ways.py), lists (lists.py), what earlier words say of it (told_before.py), the words
themselves (terms.csv, channels.csv), everything else that reports count (figures.csv).
"""

import re
from typing import TYPE_CHECKING

from extractors.prose import kinds, lists, told_before, ways
from extractors.prose.behind import kind_of_rest, turned
from extractors.prose.ways import Said
from extractors.prose.wording import HAN, pattern_of

if TYPE_CHECKING:
    from extractors.prose.writing import Sentence

UNITS = frozenset(("条", "件", "份", "篇", "次", "条次", "项", "则", "件次", "篇次", "條", "項"))
# What figures of these pieces may be told in, for a year and the one before.
COUNTED = UNITS | {"宗", "起", "封", "例"}
# What may stand before a count of pieces with no word between: "三大类46条".
GLUED = UNITS | {"类", "大类"}
# Of two counts glued together, these count the information itself.
PIECES = frozenset(("条", "条次"))
# "公开的210条政府信息中": behind what is counted.
_GOES_ON = frozenset("中里,")
_COUNTS_WAYS = re.compile(r"[\d余多](?:个|块|处|家|所)(?!类|大类|方面|领域|栏目)[^,;:。、]{0,24}$")
# "12个村公开栏共公开村务信息588条": all of them together.
_TOGETHER = re.compile(
    r"\d+(?:余|多)?(?:个|块|处)(?P<way>[^,;:。、\d]{2,12}?)(?:全年)?(?:共计?|累计|合计|总共)(?:主动)?(?:公开|更新|发布|张贴)(?:[村党财居校政]务|办事)+信息$"
)
_EVERY_OFFICE = re.compile(
    r"全[省市州县区旗](?:共有?)?\d+(?:余|多)?[个家](?:[^,;:。]{0,12}、\d+(?:余|多)?[个家])?(?:乡镇|镇|乡|街道|部门|单位|县直|市直|区直|行政机关)"
    r"[^,;:。网栏]{0,16}(?:共|累计|总共|合计)?(?:主动)?公开(?:各类)?(?:政府|政务)?信息$"
)
# "全乡共公开计生、低保、惠农等信息101条": examples of all that there is.
_KINDS_TOGETHER = re.compile("[^、,]{2,8}(?:、[^、,]{2,8})+等(?:方面)?(?:的)?(?:(?:各类|各项)[^、,]{0,4}?)?(?:政府|政务)?信息")
_ALTOGETHER = re.compile("[^、,通在利]{0,8}(?:共计?|累计|合计|总共)(?:主动|向社会)?(?:公开|公布|发布)")
# "公布抽检信息15期，行政处罚信息61条": the second leaves out the verb of the first.
_INFORMATION_ON = re.compile("(?P<kind>[^#,、]{2,12})信息")
_VERB_BEFORE = re.compile(r"(?:公开|公布|公示|发布)(?:了)?[^,;:。、\d]{2,12}信息\d+[^,;:。]{0,12}[,、]$")
# "我局自身形成并公开信息39条": whatever the section is about.
_PLATFORMS = re.compile("平台|新媒体|网站|渠道|公众号")
_OF_SITE = re.compile("^(?:更新|推送|上传)")
_OWN_MAKING = re.compile("自身|形成(?:并|和|或)")
_BARE_WAYS = frozenset(("网站", "政府网站", "微博", "微信", "政务微博", "政务微信"))
_OF_FIELD = re.compile("(?P<field>[^,]*领域)(?:的)?(?:(?:政府|政务)?信息)?")
# "“政策法规”栏目发布8条"; what stands under the whole column of disclosure is of no one kind.
_COLUMN = re.compile(
    '(?:我[局委办院厅镇乡街道]+)?(?:在)?"(?P<name>[^",#]{2,14})"栏目?(?:中|上|里|下|内)?(?:主动|共|新增)*(?:公开|发布|更新)?(?:政府)?(?:信息)?'
)
_NO_COLUMN = re.compile("信息公开|政务公开|公开栏|发布|在线")
_FIELD_THAT_LEADS = re.compile("(?:在|围绕)?(?P<field>[^,、等]{2,12}(?<!重点))领域(?:共|累计|主动)*")
# "各乡镇公开信息9120条": of a part of the offices, each of which has a report of its own.
_OF_TOWNSHIPS = re.compile("(?:其中)?各(?:乡镇|镇街|镇乡|乡|镇|街道|县区|区县|县市区|县|区|村|社区)[^、和及与部单]{0,4}")
_OFFICES = re.compile("(?:其中)?(?:[省市州县区]?(?:人民)?政府|[省市州县区]级)?各(?!类|种|项)")
# Beside 党务 and 财务 these are kinds, too.
# In a list of ways.
_OTHER_MATTERS = ("其他事项", "其它事项")
_OTHER_WAYS = ("其他", "其它")
_AMONG_KINDS = frozenset(("政务公开", "政务信息"))
# A count that is not followed by another kind.
_ALONE = re.compile(
    "$|[。;]|\\(含|,(?:内容|主要|涉及|涵盖|包括|网上|同比|比|较|与|占|增|其中|全文|全部|均|公开率|及时|受理|收到|接受|未|无|没有)"
)
# "通过网站、会议、简报等形式公开": none of these is what is counted.
WAYS_TOLD = re.compile("(?:通过|利用|采取|采用|借助|依托|以)[^,#]{1,40}?(?:形式|方式|途径|渠道|载体)")
# "政府网站共更新信息90条".
_THE_NET = re.compile("(?:互联网|网络|网站|政府网站|门户网站)(?:公开|发布)?")
# "向农户发送短信3万条".
_HANDED_OUT = re.compile("^[向给为]|发[送放]|群发")
# "印发明白纸3000份".
_PRINTED = re.compile("(?:印发|印制|制作|发放|散发|派发|分发|张贴悬挂|悬挂)(?:了)?[^,#]{2,10}$")
_MERE_VERB = re.compile("(?:全年|年内|本年度?|共|累计)*(?:更新|发布|上网|推送)")
# "公开惠企政策23条、招标采购16条": several kinds, all counted in pieces.
_LIST_OF_PIECES = re.compile(r"、[^\d,;:。、]{2,16}\d+条")
_POST = re.compile("(?:文章|图文|推文|消息|作品|短视频|视频)$")
_LEADS_ON = re.compile("(?:一年(?:来)?|年内|共计?|总共|累计|合计|及时|主动|全年|已|均|滚动|循环)+$")
# "线上信息公开15条": the way, then 信息 that belongs to 公开.
_OWN_INFORMATION = re.compile("(?:政府|政务)?信息$")
# "视频号发布作品63个".
POSTED = re.compile("(?:作品|视频)$")
WHOLES = ways.CHANNELS | {"proactive.items"}


def means_all_years(behind: str, label: str) -> bool:
    """ "累计公开1280条，其中今年新增96条": a total over all years."""
    if pattern_of("new_again").match(behind) is not None:
        return True
    # "共公开1032条，其中2015年公开186条": unless the year's own are told twice.
    is_of_year = pattern_of("this_year").search(label) is not None
    return ("累计" in label or (not is_of_year and "其中" in behind[:3])) and pattern_of("of_which_this_year").match(behind) is not None


def disclosed(
    stem: str, label: str, unit: str | None, sentence: "Sentence", publisher: str, field_name: str | None, before: str, behind: str = ""
) -> Said | None:
    """The indicator, the label of the member and the confidence of a count of pieces of information; None where it is none."""
    if unit in PIECES and (what := turned(stem, behind)) is not None:
        stem, label = stem + what, label + what
    means = pattern_of("means").search(stem) is not None
    if (
        sentence.list_kind == "category"
        and sentence.list_total is not None
        and unit in PIECES
        and not means
        and (code := ways.channel_code(stem))
    ):
        # "公开信息90条，其中网站60条，简报30条": beside a total of information even these are ways.
        return code, kinds.item_label(stem) if code == ways.BY_CHANNEL else None, 0.9
    whole = None if pattern_of("affairs").search(stem) else pattern_of("disclosed_information").search(stem)
    concerned = pattern_of("kind_concerned").search(stem)
    put = None
    is_rest = kinds.is_rest(stem)
    if (sentence.list_kind == "category" and not stem) or (not stem and behind.startswith("信息")) or (is_rest and sentence.last_code):
        put = pattern_of("put_on").match(behind) or pattern_of("put_by").match(behind)
    if put is not None:
        # "余下30条发布在县政府网站".
        return ways.by_channel(code, put["way"]) if (code := ways.channel_code(put["way"])) is not None else None
    if is_rest and (of_rest := kind_of_rest(sentence, behind)) is not None:
        return of_rest
    if _COUNTS_WAYS.search(before):
        # "8个社区公开栏共更新96次", "14个村公开信息420条": each of them; "全县18个部门共公开政府信息420条" is the whole.
        if whole is not None and _EVERY_OFFICE.search(before):
            return "proactive.items", None, 0.85
        if unit in PIECES and (together := _TOGETHER.search(before)) and (code := ways.channel_code(together["way"])):
            return ways.by_channel(code, together["way"])
        is_told = sentence.topic and unit in PIECES and (whole is not None or pattern_of("published_what").search(stem))
        return ways.by_channel(code, sentence.topic) if is_told and (code := ways.channel_code(sentence.topic)) else None
    is_item = sentence.list_kind in lists.OF_INFORMATION and unit == "条"
    is_of_ways = sentence.last_code in ways.CHANNELS or any(pattern_of("about_ways").search(head) for head in sentence.heads[-2:])
    is_way = (unit is None or unit in PIECES) and is_of_ways and ways.channel_code(stem) is not None
    if not label or pattern_of("listed_other" if is_item or is_way else "not_information").search(_without_means(stem, whole)):
        return None
    if unit not in PIECES and pattern_of("matters").search(stem) and not (sentence.items and stem in _OTHER_MATTERS):
        return None
    if label.endswith("的") and len(stem) < len(label) and HAN.match(behind) and behind[0] not in _GOES_ON:
        # "出台的4件制度": what is counted stands behind.
        return None
    if concerned is not None and sentence.list_kind in (None, "category"):
        return ("proactive.items.by_category", name, 0.9) if kinds.is_label(name := kinds.item_label(concerned["kind"])) else None
    if sentence.list_kind == "catalogue" and (column := pattern_of("in_column").fullmatch(stem)) is not None:
        return ("proactive.items.by_catalogue", name, 0.9) if kinds.is_label(name := kinds.item_label(column["name"])) else None
    if (of_field := _OF_FIELD.fullmatch(stem)) is not None and kinds.is_of_fields(sentence) and kinds.is_label(of_field["field"]):
        return kinds.kind_of(kinds.item_label(of_field["field"]))
    if (kind := pattern_of("kind_published").search(stem)) is not None and ways.channel_code(kind["kind"]) is None:
        name = kinds.item_label(pattern_of("subject").sub("", kind["kind"]))
        if kinds.is_label(name) and not pattern_of("office").search(name):
            return "proactive.items.by_field" if sentence.list_kind == "field" else "proactive.items.by_category", name, 0.9
    if (affairs := pattern_of("affairs").search(stem)) and unit in PIECES and kinds.is_label(name := kinds.item_label(stem)):
        # "党务公开12条、村务公开108条".
        return ("proactive.items.by_category", name, 0.85) if affairs.start() == 0 else None
    if sentence.last_code in ways.CHANNELS and (post := _POST.search(stem)) and (code := ways.channel_code(stem[: post.start()])):
        # "发布微博320条、微信公众号文章215篇".
        return ways.by_channel(code, stem[: post.start()])
    if unit in PIECES and (column := _COLUMN.fullmatch(stem)) is not None and _NO_COLUMN.search(column["name"]) is None:
        heads = "\n".join(sentence.heads[-2:])
        is_of_site = pattern_of("about_disclosure").search(heads) or pattern_of("about_ways").search(heads) or "网" in before
        name = kinds.item_label(column["name"])
        return ("proactive.items.by_category", name, 0.85) if is_of_site and kinds.is_label(name) else None
    if stem in _OTHER_WAYS and is_of_ways and sentence.last_code in ways.CHANNELS:
        return "proactive.items.other_channel", None, 0.9
    if sentence.items and stem in _AMONG_KINDS:
        return "proactive.items.by_category", stem, 0.85
    if unit != "次" and (said := told_before.way_of(stem, label, before, sentence)) is not None:
        return said
    if whole is not None and (unit not in ("次", None) or "信息" in whole[0] or whole[0].startswith("主动公开")):
        return _information(stem, whole, sentence, publisher, field_name, before, behind)
    for words in ("published", "published_what"):
        verb = pattern_of(words).search(stem)
        said = ways.by_way(_LEADS_ON.sub("", pattern_of("subject").sub("", stem[: verb.start()])), sentence) if verb else None
        if verb is not None and said is None and not pattern_of("subject").sub("", stem[: verb.start()]):
            topic = told_before.topic_of(sentence, before[: before.rfind(stem)])
            said = topic if topic is not None and topic[0] in ways.CHANNELS else None
        if said is not None and (words == "published" or _is_way_of_kind(said, stem[verb.start() :] if verb else "", publisher)):
            return said
        if said is not None and verb is not None and said[0] != ways.BY_CHANNEL and "、" in stem[verb.start() :]:
            # "在网站公示许可、处罚等信息40条": by the way, or of several kinds?
            return None
    total = sentence.last_total
    if total is not None and total.basis == "cumulative" and pattern_of("new_this_year").fullmatch(stem):
        return "proactive.items", None, 0.9
    if sentence.list_kind in lists.OF_INFORMATION:
        return _listed(stem, sentence, before)
    if unit in PIECES and _MERE_VERB.fullmatch(stem) and pattern_of("list_opens").search(behind) and lists.under(sentence.heads[-1:]):
        # "全年更新276条，其中…" in a section on disclosure.
        return "proactive.items", None, 0.85
    heads = "\n".join(sentence.heads[-2:])
    is_about = pattern_of("about_disclosure").search(heads) is not None or pattern_of("about_ways").search(heads) is not None
    if (
        is_about
        and pattern_of("shared_behind").match(behind)
        and ways.channel_code(stem) is None
        and kinds.is_label(name := kinds.item_label(stem))
    ):
        # "政策文件12条（占10%）": its share tells that it is a part.
        return "proactive.items.by_category", name, 0.9
    if is_about and of_field is not None and of_field[0].endswith("信息") and "公开" not in stem:
        # "民政领域信息12条" in a section on information disclosed.
        return kinds.kind_of(kinds.item_label(of_field["field"]))
    if is_about and (named := pattern_of("kind_named").search(stem)):
        name = kinds.item_label(pattern_of("subject").sub("", named["kind"]))
        return ("proactive.items.by_category", name, 0.9) if kinds.is_label(name) else None
    kind = pattern_of("disclosed_kind").search(stem)
    if kind is not None and stem.count('"', 0, kind.start()) % 2:
        # "“双随机、一公开”抽查结果": no verb.
        kind = pattern_of("disclosed_kind").search(stem, stem.rfind('"') + 1)
    if (
        kind is None
        and is_about
        and unit in PIECES
        and (named := _INFORMATION_ON.fullmatch(stem))
        and _VERB_BEFORE.search(before[: -len(label)])
    ):
        name = kinds.item_label(named[0])
        return ("proactive.items.by_category", name, 0.9) if kinds.is_label(name) and ways.channel_code(named["kind"]) is None else None
    if kind is None and unit is not None and (code := ways.channel_code(stem)) is not None:
        # "网站35条" where the section is about information disclosed, or the sentence about ways.
        is_of_ways = sentence.last_code in ways.CHANNELS or pattern_of("about_ways").search(heads) is not None
        # "主动公开信息17条，网站17条，微博0条": right behind the whole.
        is_about = is_about or (unit == "条" and sentence.last_code in WHOLES and stem in _BARE_WAYS)
        if _HANDED_OUT.search(stem) or _PRINTED.search(stem):
            return None
        return ways.by_channel(code, stem) if (is_about if code != ways.BY_CHANNEL else is_of_ways) else None
    is_about = is_about or pattern_of("about_disclosure").search(before) is not None
    if (
        kind is None
        or unit in (None, "次")
        or not (
            is_about
            or (unit == "条" and (pattern_of("made_public").search(stem) or (kind[0].startswith("公开") and _LIST_OF_PIECES.match(behind))))
        )
    ):
        return None
    if sentence.topic.endswith("领域"):
        return kinds.kind_of(sentence.topic)
    if sentence.list_kind is None and total is None:
        name = kinds.item_label(kind["kind"])
        is_of_all = _KINDS_TOGETHER.fullmatch(kind["kind"]) is not None and unit in PIECES
        is_of_all = is_of_all and (_ALTOGETHER.match(stem) is not None or kinds.are_examples_of_all(kind["kind"], sentence))
        if (
            name.startswith("政务、")
            or (is_of_all and _ALONE.match(behind))
            or (_ALONE.match(behind) and kinds.is_own(name, publisher) and not kind[0].startswith("公示") and "领域" not in stem)
        ):
            # "公开政务、财务信息204条": all that there is.
            return "proactive.items", None, 0.85
    lead = stem[: kind.start()]
    if lead and "、" in kind["kind"] and not kind["kind"].endswith("信息") and ways.channel_code(lead) is not None:
        # "电子屏公开药品价格、服务价格2600项".
        return None
    if "、" in lead and ways.channel_code(_LEADS_ON.sub("", lead)) is not None and pattern_of("way_to_publish").search(lead) is None:
        # "微博、微信共发布气象信息1420条": by what way, and of what kind?
        return None
    if (led := _FIELD_THAT_LEADS.fullmatch(lead)) is not None:
        # "安全生产领域公开事故调查报告4份": by its field.
        return "proactive.items.by_field", led["field"], 0.85
    if (code := ways.channel_code(kind["kind"])) in ways.MEDIA:
        # "发布微博320条、微信215条".
        return ways.by_channel(code, kind["kind"])
    if kind["kind"].endswith("信息") and (code := ways.channel_code(_OWN_INFORMATION.sub("", kind["kind"]))) is not None:
        # "更新网站信息156条".
        return ways.by_channel(code, _OWN_INFORMATION.sub("", kind["kind"]))
    if sentence.topic.endswith("类") and "、" in kind["kind"] and kinds.is_label(name := kinds.item_label(sentence.topic)):
        # "机构职能类。公开领导简介、内设机构等信息14条。"
        return "proactive.items.by_category", name, 0.9
    if kinds.is_named(stem, name := kinds.item_label(kind["kind"])):
        return "proactive.items.by_category", name, 0.9
    return kinds.kind_of(name)


def _information(
    stem: str, whole: re.Match[str], sentence: "Sentence", publisher: str, field_name: str | None, before: str, behind: str
) -> Said | None:
    if (
        (sentence.last_total or sentence.list_total) is not None
        and _OFFICES.match(stem)
        and ways.channel_code(stem[: whole.start()]) is None
    ):
        # "其中各部门公开1.2万条": whose they are, not what.
        return None
    if _OF_TOWNSHIPS.fullmatch(stem[: whole.start()]) and ways.channel_code(stem[: whole.start()]) is None:
        return None
    lead = pattern_of("subject").sub("", stem[: whole.start()])
    if not lead and (named := pattern_of("field_before").search(before)) and (not named["aspect"] or kinds.is_of_fields(sentence)):
        return "proactive.items.by_field", ways.tidy(named["field"]), 0.9
    if "领域" in lead:
        named = pattern_of("in_field").search(lead)
        name = named["field"] if named is not None else field_name if "该领域" in lead or "本领域" in lead else None
        name = name.removesuffix("重点") if name is not None else None
        if name == "":
            # "重点领域公开信息86条：": of no one field, but what follows are its parts.
            sentence.list_kind = sentence.list_kind or "category"
            return None
        return ("proactive.items.by_field", ways.tidy(name), 0.9) if name else None
    if pattern_of("way_to_publish").search(lead) is not None:
        said = ways.by_way(lead, sentence, behind)
        if said is not None and said[0] == ways.BY_CHANNEL and ways.channel_code(sentence.topic) == said[0]:
            # "公开栏。在镇政府院内及各村公开栏张贴…": the name that leads to it, where there are several.
            said = (said[0], sentence.topic, said[2]) if pattern_of("several").search(said[1] or "") else said
        # "互联网。在信息公开专栏公开…": a part of the site.
        return ("proactive.items.website", None, 0.9) if said is not None and _is_part_of_site(said, sentence) else said
    if not lead or (own := _LEADS_ON.sub("", lead)) in publisher or (publisher and own.startswith(publisher)):
        if _OWN_MAKING.search(stem):
            return "proactive.items", None, 0.9
        if _OF_SITE.search(whole[0]) and sentence.heads and _PLATFORMS.search(sentence.heads[-1]):
            # "区政府网站设专栏32个，全年更新信息14820条": in a section on platforms, of one that is named before or not at all.
            return told_before.topic_of(sentence, before[: before.rfind(stem)])
        return told_before.topic_of(sentence, before[: before.rfind(stem)]) or ("proactive.items", None, 0.95)
    lead = _LEADS_ON.sub("", lead)
    lead = _OWN_INFORMATION.sub("", lead) or lead
    if len(lead) > kinds.SHORTEST_TOPIC and lead.endswith("上") and not lead.startswith(("通过", "在")):
        # "政府信息公开网上公开95条".
        lead = lead[:-1]
    if lead.endswith("信息公开目录"):
        return "proactive.items", None, 0.85
    if code := ways.channel_code(lead):
        return ways.by_channel(ways.listed_code(code, lead) if sentence.list_kind else code, lead)
    if lead.endswith("信息公开专栏"):
        return "proactive.items", None, 0.85
    if sentence.list_kind in lists.OF_INFORMATION:
        named = pattern_of("listed_publishing").search(stem)
        return _listed(stem if named is None else stem[: named.end()], sentence)
    return None


def _listed(stem: str, sentence: "Sentence", before: str = "") -> Said | None:
    if sentence.list_kind == "category" and (named := told_before.one_of_ways(stem, before)) is not None:
        return named
    if pattern_of("new_this_year").fullmatch(stem):
        return "proactive.items", None, 0.9
    code = None if pattern_of("affairs").search(stem) else ways.channel_code(pattern_of("disclosed_information").sub("", stem))
    if stem == "文件" and sentence.list_kind == "category":
        # A kind, or a way?
        return None
    if sentence.list_kind == "way" and stem in _OTHER_WAYS:
        return "proactive.items.other_channel", None, 0.9
    if code is not None and sentence.list_kind in ("category", "way"):
        code = ways.listed_code(code, stem)
        name = kinds.item_label(pattern_of("disclosed_information").sub("", stem))
        return code, name if code == ways.BY_CHANNEL else None, 0.9
    name = kinds.item_label(stem)
    if not kinds.is_label(name) and not kinds.is_named(stem, name):
        return None
    if name.endswith("领域"):
        return kinds.kind_of(name)
    return ways.BY_CHANNEL if sentence.list_kind == "way" else f"proactive.items.by_{sentence.list_kind}", name, 0.9


def _without_means(stem: str, whole: re.Match[str] | None) -> str:
    """The words that tell what is counted: without the ways told, and without a means of publishing right before the verb."""
    words = WAYS_TOLD.sub("", stem)
    if whole is None or not words.endswith(whole[0]):
        return words
    lead = words.removesuffix(whole[0])
    if "信息" in whole[0] and (way := pattern_of("way_to_publish").search(lead)) is not None:
        return lead[: way.start()] + whole[0]
    is_told = "信息" in whole[0] or pattern_of("way_to_publish").search(lead) is not None
    return pattern_of("means").sub("", lead) + whole[0] if is_told else words


def _is_part_of_site(said: Said, sentence: "Sentence") -> bool:
    return said[0] == ways.BY_CHANNEL and (said[1] or "").endswith("专栏") and _THE_NET.fullmatch(sentence.topic) is not None


def _is_way_of_kind(said: Said, words: str, publisher: str) -> bool:
    """Whether "在显示屏播放政策信息30条" counts by its way: of a site it counts the kind, unless that is all that the office has."""
    if said[0] in ways.MEDIA:
        return True
    if said[0] == ways.BY_CHANNEL:
        return ways.channel_code(said[1] or "") is not None
    verb = pattern_of("verb_of_ways").match(words)
    return kinds.is_own(words[verb.end() :] if verb is not None else words, publisher)
