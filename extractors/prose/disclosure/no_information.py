"""Counts that are none of information, although their unit may be: "收到意见12条", "公示事项3项".

Lives here: rules that end the list, and the words that tell what is counted.
Elsewhere: rules for what is information (wholes.py, by_way.py, by_kind.py, in_list.py), the words (terms.csv).
"""

import re

from extractors.prose import lists, ways
from extractors.prose.disclosure.pieces import NONE_OF_OURS, PIECES, Answer, Pieces
from extractors.prose.wording import HAN, pattern_of

# "通过网站、会议、简报等形式公开": none of these is what is counted.
WAYS_TOLD = re.compile("(?:通过|利用|采取|采用|借助|依托|以)[^,#]{1,40}?(?:形式|方式|途径|渠道|载体)")
_OTHER_MATTERS = ("其他事项", "其它事项")
# "网站设疫情防控专栏，累计发布相关信息1103条": of one matter, which no kind is named for.
_OF_SPECIAL_COLUMN = re.compile(
    "(?:专栏|专题|专区|专版|专页)[^,;。]{0,12},[^,;。]{0,10}(?:发布|公开|更新|推送|刊发)(?:了)?(?:相关|有关)(?:政府|政务)?信息$"
)
# "颁发产权证书1.93万本、登记证明1.2万份": the second leaves out the verb.
_OF_A_DEED = re.compile(
    r"(?:颁发|核发|发放|签发|换发|补发|办理|受理|审批|查处|处理|调解|征收|收缴|走访|排查)(?:了)?[^,;:。、\d]{1,14}\d[\d.万千百余多]*[^\d,;:。、]{1,3}[、和及]$"
)
_OF_PAPERS = ("件", "份", "项")
# "公开的210条政府信息中": behind what is counted.
_GOES_ON = frozenset("中里,")


def other_things(count: Pieces) -> Answer:
    """ "收到意见建议12条", "张贴横幅30条": words that name no information; in a list of information fewer of them tell that."""
    if not count.label:
        return NONE_OF_OURS
    is_item = count.sentence.list_kind in lists.OF_INFORMATION and count.unit == "条"
    is_listed = is_item or ((count.unit is None or count.unit in PIECES) and count.is_of_ways and ways.channel_code(count.stem) is not None)
    is_other = pattern_of("listed_other" if is_listed else "not_information").search(_what_is_counted(count.stem, count.whole))
    return NONE_OF_OURS if is_other else None


def of_one_matter(count: Pieces) -> Answer:
    """ "网站设疫情防控专栏，累计发布相关信息1103条", "颁发产权证书1.93万本、登记证明1.2万份"."""
    is_of_column = _OF_SPECIAL_COLUMN.search(count.before) is not None and count.announced is None
    is_of_deed = count.unit in _OF_PAPERS and _OF_A_DEED.search(count.before.removesuffix(count.label)) is not None
    return NONE_OF_OURS if is_of_column or is_of_deed else None


def matters(count: Pieces) -> Answer:
    """ "公开审批事项45项": matters of work, unless they stand among kinds of information."""
    if count.unit in PIECES or pattern_of("matters").search(count.stem) is None:
        return None
    return None if count.sentence.items and count.stem in _OTHER_MATTERS else NONE_OF_OURS


def noun_behind(count: Pieces) -> Answer:
    """ "出台的4件制度": what is counted stands behind."""
    is_cut = count.label.endswith("的") and len(count.stem) < len(count.label)
    return NONE_OF_OURS if is_cut and HAN.match(count.behind) and count.behind[0] not in _GOES_ON else None


def _what_is_counted(stem: str, whole: re.Match[str] | None) -> str:
    """The words that tell what is counted: without the ways told, and without a means of publishing right before the verb."""
    words = WAYS_TOLD.sub("", stem)
    if whole is None or not words.endswith(whole[0]):
        return words
    lead = words.removesuffix(whole[0])
    if "信息" in whole[0] and (way := pattern_of("way_to_publish").search(lead)) is not None:
        return lead[: way.start()] + whole[0]
    is_told = "信息" in whole[0] or pattern_of("way_to_publish").search(lead) is not None
    return pattern_of("means").sub("", lead) + whole[0] if is_told else words
