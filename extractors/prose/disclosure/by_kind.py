"""Counts of information of one kind or field: "政策解读类信息12条", "安全生产领域公开事故调查报告4份".

Lives here: rules that find the kind in the words of the count, in quotes, or right behind its number.
Elsewhere: which words name a kind (../kinds.py), a field before words that count information as such (wholes.py), items of a list of kinds
(in_list.py).
"""

import re

from extractors.prose import kinds, ways
from extractors.prose.disclosure.pieces import NONE_OF_OURS, PIECES, Answer, Pieces, PublishedKind
from extractors.prose.wording import pattern_of

_REST_OF_KIND = re.compile(
    "(?:信息)?(?:均|全部|都|皆|则)?(?:为|是|属于?|系)(?P<kind>[^,;:。、]{2,16}?)(?P<said>类(?:的)?(?:政府|政务)?(?:信息)?|信息)?(?=[,;。(]|$)"
)
# "预决算、“三公”经费等情况公开", "有关信息公开", "公开相关信息".
_OF_WHAT_IS_ANNOUNCED = re.compile(
    "(?!通过|在|利用|依托)(?:[^,#]{2,30}?(?:情况|等|事项|结果|明细|名单)|(?:有关|相关|各类|此类|该类)*(?:政府|政务)?信息|全[县市区镇乡]|全年|我[县市区镇乡局])?"
    "(?:共|累计|均|已|全年|及时|主动)*(?:公开|发布|公布)(?:了)?(?:有关|相关|各类|此类|该类|上述)*(?:(?:政府|政务)?信息)?"
)
# Nothing but the name of a field and 信息.
_OF_FIELD = re.compile("(?P<field>[^,]*领域)(?:的)?(?:(?:政府|政务)?信息)?")
_FIELD_THAT_LEADS = re.compile("(?:在|围绕)?(?P<field>[^,、等]{2,12}(?<!重点))领域(?:共|累计|主动)*")
# "“政策法规”栏目发布8条".
_COLUMN = re.compile(
    '(?:我[局委办院厅镇乡街道]+)?(?:在)?"(?P<name>[^",#]{2,14})"栏目?(?:中|上|里|下|内)?(?:主动|共|新增)*(?:公开|发布|更新)?(?:政府)?(?:信息)?'
)
# What stands under the whole column of disclosure is of no one kind.
_NO_COLUMN = re.compile("信息公开|政务公开|公开栏|发布|在线")
# Beside 党务 and 财务 these are kinds, too.
_AMONG_KINDS = frozenset(("政务公开", "政务信息"))
# "公布抽检信息15期，行政处罚信息61条": a kind without its verb, and the count before that has one.
_INFORMATION_ON = re.compile("(?P<kind>[^#,、]{2,12})信息")
_VERB_BEFORE = re.compile(r"(?:公开|公布|公示|发布)(?:了)?[^,;:。、\d]{2,12}信息\d+[^,;:。]{0,12}[,、]$")
# "公开环境质量月报12期，建设项目环评审批105条": named by what such information is about.
_ITEM_AFTER_VERB = re.compile(
    "[^#,、]{2,14}(?:情况|结果|公告|公示|审批|许可|处罚|验收|名单|清单|报告|数据|政策|文件|标准|案例|预决算|动态|月报|快报)"
)
_VERB_OF_ITEMS = re.compile(
    r"(?:公开|公布|公示|发布)(?:了)?(?!(?:各类)?(?:政府|政务)?信息\d)(?:[^,;:。\d]{2,16}\d+(?:条|期|件|份|篇)[,、]){1,12}$"
)
# "发布环境状况公报1份": a paper that comes out once a year.
_ONE_PAPER = re.compile("(?:公报|白皮书|蓝皮书|绿皮书|年鉴)$")
# "公开惠企政策23条、招标采购16条": several kinds, all counted in pieces.
_LIST_OF_PIECES = re.compile(r"、[^\d,;:。、]{2,16}\d+条")


def of_rest(count: Pieces) -> Answer:
    """ "其余30条均为工作动态类": the kind that what is left of the whole is of."""
    sentence = count.sentence
    kind = _REST_OF_KIND.match(count.behind) if sentence.items and kinds.is_rest(count.stem) else None
    if kind is None or (kind["said"] is None and sentence.list_total is None):
        return None
    said = kinds.category(kind["kind"])
    if said is None or ways.channel_code(said[1] or "") is not None or pattern_of("doing").search(said[1] or ""):
        return None
    return said


def concerning(count: Pieces) -> Answer:
    """ "涉及民生方面的信息18条"."""
    concerned = pattern_of("kind_concerned").search(count.stem) if count.sentence.list_kind in (None, "category") else None
    return None if concerned is None else kinds.category(concerned["kind"]) or NONE_OF_OURS


def in_catalogue(count: Pieces) -> Answer:
    """ "从公开目录看，“工作动态”栏目公开64条": in a list of columns of the catalogue."""
    column = pattern_of("in_column").fullmatch(count.stem) if count.sentence.list_kind == "catalogue" else None
    if column is None:
        return None
    name = kinds.item_label(column["name"])
    return (kinds.BY_CATALOGUE, name, 0.9) if kinds.is_label(name) else NONE_OF_OURS


def of_field(count: Pieces) -> Answer:
    """ "教育领域信息24条": in a section on fields, or behind the count of one."""
    field = _OF_FIELD.fullmatch(count.stem) if kinds.is_of_fields(count.sentence) else None
    if field is None or not kinds.is_label(field["field"]):
        return None
    return kinds.kind_of(kinds.item_label(field["field"])) or NONE_OF_OURS


def named_before_verb(count: Pieces) -> Answer:
    """ "机构职能类公开12条", "环境保护信息公开30条"."""
    kind = pattern_of("kind_published").search(count.stem)
    if kind is None or ways.channel_code(kind["kind"]) is not None:
        return None
    name = kinds.item_label(pattern_of("subject").sub("", kind["kind"]))
    if not kinds.is_label(name) or pattern_of("office").search(name):
        return None
    return kinds.BY_FIELD if count.sentence.list_kind == "field" else kinds.BY_CATEGORY, name, 0.9


def affairs(count: Pieces) -> Answer:
    """ "党务公开12条、村务公开108条"; other words before them are no name of a kind."""
    named = pattern_of("affairs").search(count.stem) if count.unit in PIECES else None
    said = None if named is None else kinds.category(count.stem, 0.85)
    if named is None or said is None:
        return None
    return said if named.start() == 0 else NONE_OF_OURS


def announced(count: Pieces) -> Answer:
    """ "二是社会救助公开。发放救助金18万元，有关信息公开45条": of the kind that the short sentence before, or the heading, announces."""
    sentence = count.sentence
    if count.unit not in PIECES or sentence.list_kind is not None or _OF_WHAT_IS_ANNOUNCED.fullmatch(count.stem) is None:
        return None
    kind = count.announced
    return None if kind is None or ways.channel_code(kind) is not None else (kinds.BY_CATEGORY, kind, 0.85)


def in_column(count: Pieces) -> Answer:
    """ "“政策法规”栏目发布8条": on the office's own site."""
    column = _COLUMN.fullmatch(count.stem) if count.unit in PIECES else None
    if column is None or _NO_COLUMN.search(column["name"]) is not None:
        return None
    is_of_site = count.is_about or "网" in count.before
    return (kinds.category(column["name"], 0.85) if is_of_site else None) or NONE_OF_OURS


def among_kinds(count: Pieces) -> Answer:
    """ "党务公开12条，政务公开30条": what elsewhere is a word for all of it."""
    return (kinds.BY_CATEGORY, count.stem, 0.85) if count.sentence.items and count.stem in _AMONG_KINDS else None


def with_share(count: Pieces) -> Answer:
    """ "政策文件12条（占10%）": its share tells that it is a part."""
    if not count.is_about or pattern_of("shared_behind").match(count.behind) is None or ways.channel_code(count.stem) is not None:
        return None
    return kinds.category(count.stem)


def of_named_field(count: Pieces) -> Answer:
    """ "民政领域信息12条": in a section on information disclosed."""
    field = _OF_FIELD.fullmatch(count.stem) if count.stem.endswith("信息") and "公开" not in count.stem else None
    return None if field is None or not count.is_about else kinds.kind_of(kinds.item_label(field["field"])) or NONE_OF_OURS


def named(count: Pieces) -> Answer:
    """ "政策解读类信息12条": in a section on information disclosed."""
    kind = pattern_of("kind_named").search(count.stem) if count.is_about else None
    return None if kind is None else kinds.category(pattern_of("subject").sub("", kind["kind"])) or NONE_OF_OURS


def of_verb_before(count: Pieces) -> Answer:
    """ "公布抽检信息15期，行政处罚信息61条": the second leaves out the verb of the first."""
    if count.kind is not None or count.unit not in PIECES or not count.is_about:
        return None
    earlier = count.before[: -len(count.label)]
    kind = _INFORMATION_ON.fullmatch(count.stem)
    if kind is None:
        is_item = _ITEM_AFTER_VERB.fullmatch(count.stem) is not None and _VERB_OF_ITEMS.search(earlier) is not None
        return kinds.category(count.stem, 0.85) if is_item and ways.channel_code(count.stem) is None else None
    if _VERB_BEFORE.search(earlier) is None:
        return None
    return (kinds.category(kind[0]) if ways.channel_code(kind["kind"]) is None else None) or NONE_OF_OURS


def is_of_information(told: PublishedKind) -> bool:
    """Whether the kind is one of information disclosed: the section, the words before or the count itself say so."""
    count = told.count
    if count.unit in (None, "次") or (count.unit not in PIECES and _ONE_PAPER.search(told.name) is not None):
        return False
    if count.is_about or pattern_of("about_disclosure").search(count.before) is not None:
        return True
    if count.unit != "条":
        return False
    is_of_several = told.words.startswith("公开") and _LIST_OF_PIECES.match(count.behind) is not None
    return is_of_several or pattern_of("made_public").search(count.stem) is not None


def in_section_of_field(told: PublishedKind) -> Answer:
    """ "教育领域。公开招生简章12条": by the field that the passage is about."""
    topic = told.count.sentence.topic
    if topic == "重点领域":
        # "重点领域。公开住房保障信息218条": each kind that is named is one of them.
        name = kinds.item_label(told.name)
        told.count.sentence.list_kind = told.count.sentence.list_kind or "field"
        return (kinds.BY_FIELD, name, 0.85) if kinds.is_label(name) else NONE_OF_OURS
    return (kinds.kind_of(topic) or NONE_OF_OURS) if topic.endswith("领域") else None


def by_field_that_leads(told: PublishedKind) -> Answer:
    """ "安全生产领域公开事故调查报告4份": by its field."""
    led = _FIELD_THAT_LEADS.fullmatch(told.lead)
    return None if led is None else (kinds.BY_FIELD, led["field"], 0.85)


def in_section_of_kind(told: PublishedKind) -> Answer:
    """ "机构职能类。公开领导简介、内设机构等信息14条。"."""
    topic = told.count.sentence.topic
    return kinds.category(topic) if topic.endswith("类") and "、" in told.name else None


def by_name(told: PublishedKind) -> Answer:
    """ "公开财政预决算信息12条"."""
    name = kinds.item_label(told.name)
    return (kinds.BY_CATEGORY, name, 0.9) if kinds.is_named(told.count.stem, name) else kinds.kind_of(name)
