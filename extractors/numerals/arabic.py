"""Numbers in Arabic digits: which class one has.

Lives here: `arabic_at()`, which tries in turn numbering, names, dates and other special numbers, labels, and quantities.
Elsewhere: what each class looks like (patterns.py), value and unit (quantities.py), what neighbours tell (neighbours.py).
"""

import re
from functools import lru_cache

from extractors.numerals import patterns
from extractors.numerals.numeral import BARE, QUANTITY, RANGE, Numeral
from extractors.numerals.quantities import qualify, quantity

BLANKS = " \t\u3000\u00a0"
_DIGIT_RUN = re.compile("[0-9]+")
# A list goes on: 1.2012年 is item 1, 1.2 a number.
_LINE_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})*[^\S\n]*(?:[.、．)）](?!\d)|\t)|\d{1,2}[.、．](?=(?:19|20)\d\d[^\S\n]*年)|\d{1,2}是")
# An item in the middle of a line: "网站 2.公开栏".
_INNER_NUMBER = re.compile(r"\d{1,2}[.、．](?=[\u4e00-\u9fff“《])")
# A heading whose mark was lost: "2 主动公开", "1.2 公开情况"; a list item whose item was pulled to its year: 22012年.
_BLANK_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}[ \u3000\u00a0]+(?=[\u4e00-\u9fff])")
# One that is all of its line: "2.1 总数". A wrapped sentence goes on to a mark, or further.
_HEADING_NUMBER = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d){1,2})[ \u3000\u00a0]+(?P<words>(?!左右|上下|以[上下内])[\u4e00-\u9fff]{2,12})[^\S\n]*(?:\n|$)"
)
# "3级栏目", "2级等保": a place in an order.
_GRADE = re.compile("级(?![别数])")
_GLUED_NUMBER = re.compile(r"\d(?=(?:19|20)\d\d[^\S\n]*年)")
_DOTTED = re.compile(r"\d+(?:\.\d+){2,}")
# A number between dashes, alone on its line; a bare number on a line of its own may be a figure that lost its unit.
_PAGE_NUMBER = re.compile(r"[^\S\n]*[-—–－~·]+[^\S\n]*(?:\n|$)")
_DASHES = frozenset("-—–－~·")
_PAGE_NUMBER_BEFORE = re.compile(r"(?:^|\n)[^\S\n]*[-—–－~·]+[^\S\n]*$")
_LINE_START = re.compile(r"(?:^|\n)[^\S\n]*$")
PARAGRAPH_START = re.compile(r"(?:^|[\n。；：:;！？!?][^\S\n]*\n)[^\S\n]*$")
# （2017）3件; with 号 behind, it is the year of a decree.
_BRACKETED_YEAR = re.compile(r"(?:19|20)\d\d[)）](?![^\S\n]*(?:第[^\S\n]*)?\d+[^\S\n]*(?:号|[^\d\u4e00-\u9fff]))")
_CLOSING = re.compile(r"\d{1,3}[^\S\n]*[)）]")
# A figure in brackets: 当面申请（2），网络申请（5）.
_COUNT_BEHIND = frozenset("、，,。；;\n")
_SQUARE = re.compile(r"\d{1,2}[^\S\n]*[]］】]")
_ARTICLE = re.compile(r"[^\S\n]*[条款]")
# 第三项 is an item of a law behind its article only; elsewhere it is a place in an order.
_ITEM = re.compile(r"[^\S\n]*项")
_ARTICLE_BEFORE = re.compile(r"[条款][^\S\n]*第[^\S\n]*$")
_BRACKETED_ITEM = re.compile(r"[^\S\n]*[)）][^\S\n]*[条款项]")
_DECREE = re.compile(r"\d*[^\S\n]*号")
_DECREE_BEHIND = re.compile("令|公告|通告|文件")
_DECREE_BEFORE = re.compile(r"(?:令|公告|通告|文|字)[^\S\n]*第?[^\S\n]*$")
_RUN = re.compile(r"\d+")
_POSTCODE = re.compile(r"(?:邮编|邮政编码)\s*[:：]?\s*$")
# The frame of a web page counts its readers; a list counts its annexes.
_PAGE_COUNTER = re.compile(r"(?:浏览|点击|阅读|访问)(?:次数|量|数)?[^\S\n]*[:：][^\S\n]*[\[【(（]?$")
_ANNEX = re.compile(r"(?:附件|附表|附图|专栏|(?<![报图列])表|(?<![地])图|注)[^\S\n]*(?:\d{1,2}[-—、至和.])?$")
_PHONE_BEFORE = re.compile(
    r"(?:电话|传真|热线|拨打|手机|联系方式|QQ群?)[^\S\n]*[:：为是]?[^\S\n]*(?:[\u4e00-\u9fff]{2,4}[^\S\n:：]*[:：]?)?[“\"]?$"
)
# "电话28900人次": as many calls; no phone has so few digits and a unit.
_MOST_CALLS = 6
_CALLS = re.compile(r"[^\S\n]*[余多]?(?:人次|次|件|个(?!人))")
# 110 is a phone.
_SHORTEST_LABELLED = 3
_HOTLINE = re.compile(r"(?:12\d{3}|1[12]\d)$")
_HOTLINE_WORDS = re.compile("热线|电话|平台|举报|投诉|拨打|报警|急救|指挥中心")
_AREA_CODE = re.compile(r"0\d{2,3}[)）][^\S\n]*[-－—]?[^\S\n]*\d{7,8}")
_INDEX_BEFORE = re.compile(r"索[^\S\n]*引[^\S\n]*号[^\S\n]*[:：]?[^\S\n]*[A-Za-z0-9/-]*$|[A-Za-z\d]/$")
_BROKEN_DECREE = re.compile(r"(?:19|20)\d\d(?!年)\d{0,5}(?!\d|[^\S\n]*年)")
_LIST_BREAK = frozenset("；;：:。，,")
# Behind the digits of a date, a clock time, a range and so on stands one of these.
_SPECIAL_FOLLOWERS = frozenset("年月日号-－—–/.．:：时〕]】）)~～至到、转季点世代·•×xX*＊✕+楼室房会%万亿千百A#∶〉")
_PART_BEFORE = re.compile("[占近约过达的到]$")
_RATIO = re.compile(r"[\d.]+[:：∶]")
_NAME = re.compile(r"\d[\dA-Za-z.·-]*")


def arabic_at(text: str, candidate: re.Match[str]) -> Numeral:
    start, end = candidate.span()
    before = text[start - 1] if start else "\n"
    lead = before if before not in BLANKS else text[max(0, start - 4) : start].rstrip(BLANKS)[-1:]
    if lead == "第":
        return nth(text, start, end)
    if lead and lead in "(（[［【":
        bracketed = _in_brackets(text, start, end, lead)
        if bracketed is not None:
            return bracketed
    if (before in _LIST_BREAK or before.isspace()) and (numbered := _numbering_at(text, start, before)) is not None:
        return numbered
    if before in "”）)】》>、 \u3000\u00a0" and _INNER_NUMBER.match(text, start):
        return Numeral("numbering", start, end, end)
    return (
        _named_by_letters(text, start, end, before)
        or _special_at(text, start, end, before, lead)
        or _labelled_at(text, start, end, lead)
        or _number_at(text, start, end, lead)
    )


def nth(text: str, start: int, end: int) -> Numeral:
    """A number behind 第: of a law's article, of a decree, or of anything else."""
    if _ARTICLE.match(text, end) or (_ITEM.match(text, end) and _ARTICLE_BEFORE.search(text, max(0, start - 6), start)):
        return Numeral("law_article", start, end, end)
    is_decree = _DECREE.match(text, end)
    if is_decree is not None and (_DECREE_BEFORE.search(text, max(0, start - 8), start) or _DECREE_BEHIND.match(text, is_decree.end())):
        return Numeral("document_number", start, end, end)
    return Numeral("ordinal", start, end, end)


def _in_brackets(text: str, start: int, end: int, lead: str) -> Numeral | None:
    """The number of an item, an area code, a decree whose bracket was not closed; None for a figure in brackets."""
    if lead in "(（":
        area = _AREA_CODE.match(text, start)
        if area is not None:
            return Numeral("phone", start, area.end(), area.end(), count=2)
        if _BRACKETED_YEAR.match(text, start):
            return Numeral("date", start, end, end)
        closing = _CLOSING.match(text, start)
        if closing is None:
            return None
        opening = text.rfind(lead, 0, start)
        counts = "\u4e00" <= text[opening - 1 : opening] <= "\u9fff" and text[closing.end() : closing.end() + 1] in _COUNT_BEHIND
        return None if counts else item_in_brackets(text, start, end, opening)
    if _SQUARE.match(text, start) and not _PAGE_COUNTER.search(text, max(0, start - 12), start):
        return Numeral("numbering", start, end, end)
    return None


def item_in_brackets(text: str, start: int, end: int, opening: int) -> Numeral:
    """（三） numbers an item, 第（三）项 tells one of a law. `opening` is the place of the bracket."""
    is_of_law = text[max(0, opening - 2) : opening].rstrip(BLANKS).endswith("第") and _BRACKETED_ITEM.match(text, end) is not None
    return Numeral("law_article" if is_of_law else "numbering", start, end, end)


def _numbering_at(text: str, start: int, before: str) -> Numeral | None:
    """The number of an item or heading, at the beginning of a line or of a clause."""
    at_line = _LINE_START.search(text, max(0, start - 16), start) is not None
    numbered = _LINE_NUMBER.match(text, start)
    if numbered is not None and (before in _LIST_BREAK or before == "\t" or at_line):
        if _PAGE_COUNTER.search(text, max(0, start - 12), start):
            return None
        if text[numbered.end() - 1] == "\t" and not at_line:
            return None
        close = start + len(numbered[0].rstrip(".、．)）\t是").rstrip())
        return Numeral("numbering", start, close, close, count=len(_RUN.findall(text, start, close)))
    if at_line and (match := _BLANK_NUMBER.match(text, start) or _GLUED_NUMBER.match(text, start)):
        close = match.end() if match.re is _GLUED_NUMBER else start + len(match[0].rstrip())
        is_item = match.re is _GLUED_NUMBER or not _starts_with_unit(text, match.end())
        if is_item and PARAGRAPH_START.search(text, max(0, start - 16), start):
            return Numeral("numbering", start, close, close, count=len(_RUN.findall(text, start, close)))
    heading = _HEADING_NUMBER.match(text, start) if at_line else None
    if heading is not None and not _starts_with_unit(text, heading.start("words")):
        close = heading.end("number")
        return Numeral("numbering", start, close, close, count=len(_RUN.findall(text, start, close)))
    return None


@lru_cache(maxsize=1)
def _unit_at() -> re.Pattern[str]:
    return re.compile(f"[余多万亿千百%]|{patterns.unit_pattern()}")


@lru_cache(maxsize=1)
def _unit_before() -> re.Pattern[str]:
    """The unit of a label: 主动公开数（条）：58."""
    return re.compile(rf"[\u4e00-\u9fff][(（](?:单位[:：])?(?P<unit>{patterns.unit_pattern()})[)）][^\S\n]*(?:[:：]|为)[^\S\n]*$")


def _starts_with_unit(text: str, place: int) -> bool:
    return _unit_at().match(text, place) is not None


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _named_by_letters(text: str, start: int, end: int, before: str) -> Numeral | None:
    """Digits of a name: PM2.5, 5G, A4. Letters that are a unit (10kV) make a quantity."""
    behind = text[end : end + 1]
    if (
        _is_letter(before)
        or (before == "-" and _is_letter(text[start - 2 : start - 1]))
        or (_is_letter(behind) and not _starts_with_unit(text, end))
    ):
        match = patterns.special().match(text, start)
        if match is not None and match.lastgroup in ("index_number", "formula"):
            return Numeral(match.lastgroup, start, match.end(), match.end(), count=len(_RUN.findall(match[0])))
        name = _NAME.match(text, start)
        assert name is not None
        close = start + len(name[0].rstrip(".-·"))
        return Numeral("name", start, close, close, count=len(_RUN.findall(text, start, close)))
    return None


def _special_at(text: str, start: int, end: int, before: str, lead: str) -> Numeral | None:
    """A date, a phone, an index number and so on; None where the digits are a plain number or nothing that one can tell."""
    following = text[end : end + 2].lstrip()[:1]
    if following in _SPECIAL_FOLLOWERS or end - start >= 5 or text[start] == "0" or (following == "" and text[end : end + 2].strip() == ""):
        match = patterns.special().match(text, start)
        kind = match.lastgroup if match is not None else None
        if match is not None and match["range"] is not None:
            close = match.start("range_unit")
            return Numeral(RANGE, start, close, match.end(), None, match["range_unit"], count=2)
        if match is not None and kind is not None and _is_special(text, kind, before, lead, start):
            return Numeral(kind, start, match.end(), match.end(), count=len(_RUN.findall(match[0])))
        dotted = _DOTTED.match(text, start)
        if dotted is not None:
            return Numeral("index_number", start, dotted.end(), dotted.end(), count=len(_RUN.findall(dotted[0])))
    if (
        (not following or following in _DASHES)
        and _PAGE_NUMBER.match(text, end)
        and _PAGE_NUMBER_BEFORE.search(text, max(0, start - 8), start)
    ):
        return Numeral("page_number", start, end, end)
    return None


def _is_special(text: str, kind: str, before: str, lead: str, start: int) -> bool:
    """Whether what looks like a number of this class stands where one may stand."""
    if kind == "document_number":
        return (lead != "" and lead in "〔[【（(〈") or (_DIGIT_RUN.match(text, start) is not None and "号" in text[start : start + 8])
    if kind == "fraction":
        return _PART_BEFORE.search(text, max(0, start - 3), start) is not None
    if kind == "formula" and _RATIO.match(text, start):
        return "比" in text[max(0, start - 6) : start]
    if kind == "house_number":
        if _DECREE_BEFORE.search(text, max(0, start - 8), start):
            return False
        return text[max(0, start - 1) : start].strip() == "" or before in "路街巷道村组弄段幢栋园区楼座厦院口角侧场号、，"
    return True


def _labelled_at(text: str, start: int, end: int, lead: str) -> Numeral | None:
    """A number that the words before it name: a postal code, a phone, an index number, a decree."""
    length = end - start
    is_numbered = text[end : end + 3].lstrip()[:1] == "号"
    if length < _SHORTEST_LABELLED and not is_numbered:
        return None
    near = text[max(0, start - 16) : start]
    if length >= 5:
        if length == 6 and _POSTCODE.search(near):
            return Numeral("postcode", start, end, end)
        is_of_calls = length <= _MOST_CALLS and _CALLS.match(text, end) is not None
        if not is_of_calls and _PHONE_BEFORE.search(near):
            return Numeral("phone", start, end, end)
    if lead in ("〔", "〖", "[", "【") and length >= 4 and _BROKEN_DECREE.match(text, start):
        return Numeral("document_number", start, end, end)
    if lead and lead in "办发函字政" and length >= 5 and _BROKEN_DECREE.match(text, start) and not _starts_with_unit(text, end):
        return Numeral("document_number", start, end, end)
    if is_numbered and _DECREE_BEFORE.search(near):
        close = text.index("号", end) + 1
        return Numeral("document_number", start, close, close)
    if length >= 4 and _INDEX_BEFORE.search(text, max(0, start - 32), start):
        return Numeral("index_number", start, end, end)
    if length in (3, 5) and _HOTLINE.match(text[start:end]) and not _starts_with_unit(text, end):
        around = text[max(0, start - 12) : end + 12]
        if _HOTLINE_WORDS.search(around):
            return Numeral("phone", start, end, end)
    return None


_HAN = re.compile("[\u4e00-\u9fff]")
_SIGN_BEFORE = re.compile(r"(?:^|[:：(（为是\t\n]|同比|环比|增减|增幅|增速|增长率?|变化率?)[^\S\n]*[-－−+＋]$")
_YEN = {"￥": "元", "¥": "元", "$": "美元"}


def _number_at(text: str, start: int, end: int, lead: str) -> Numeral:
    """A plain number with its unit; one whose digits are parted by blanks or by a line break; or a bare one."""
    behind = text[end : end + 1]
    numeral = None
    if behind and (behind in " ，\u00a0\u2009\u202f"):
        numeral = _grouped_at(text, start, lead) or _spaced_at(text, start, end, lead)
    elif behind and (behind in "\n,." or behind.isspace()):
        numeral = _torn_at(text, start) or _spaced_at(text, start, end, lead)
    if numeral is None:
        plain = patterns.plain().match(text, start)
        assert plain is not None
        numeral = quantity(text, plain)
    if numeral.kind == BARE and numeral.end == end and _GRADE.match(text, end):
        return Numeral("ordinal", start, numeral.end, numeral.end)
    if numeral.kind == BARE:
        _unit_over_the_line(text, numeral, lead)
    _sign(text, numeral)
    return _unless_bare_in_a_frame(text, numeral) if numeral.kind == BARE else numeral


def _grouped_at(text: str, start: int, lead: str) -> Numeral | None:
    """1 206条: only where the number can't be two, behind a word and before a unit."""
    if not (_HAN.match(lead) or lead in ("：", ":", "“", "")) or _ANNEX.search(text, max(0, start - 8), start):
        return None
    match = patterns.grouped().match(text, start)
    if match is None or patterns.is_in_turn(text, start):
        return None
    return _pieced(text, start, match.end(), re.sub(r"[^\d.]", "", match[0]))


def _spaced_at(text: str, start: int, end: int, lead: str) -> Numeral | None:
    """收到 1 2 件: each digit alone, behind a word and before a unit; a line may end among them."""
    if end - start > 1 or not _HAN.match(lead) or _ANNEX.search(text, max(0, start - 8), start):
        return None
    match = patterns.spaced().match(text, start)
    if match is None or patterns.is_in_turn(text, start):
        return None
    return _pieced(text, start, match.end(), "".join(match[0].split()))


def _torn_at(text: str, start: int) -> Numeral | None:
    """Digits that a line break tore: 信息7⏎6条. Only right behind a word and before a unit; a line that begins a list is another number."""
    if not _HAN.match(text[start - 1 : start]) or _ANNEX.search(text, max(0, start - 8), start):
        return None
    match = patterns.torn_number().match(text, start)
    return None if match is None else _pieced(text, start, match.end(), (match["first"] + match["rest"]))


def _pieced(text: str, start: int, end: int, digits: str) -> Numeral | None:
    """The quantity of a number whose digits stand in pieces up to `end`: read as if they stood together."""
    joined = digits + text[end : end + 24]
    match = patterns.plain().match(joined)
    if match is None or match.end("number") < len(digits):
        return None
    numeral = quantity(joined, match)
    shift = end - len(digits)
    numeral.start, numeral.end, numeral.close, numeral.open = start, numeral.end + shift, numeral.close + shift, start
    qualify(text, numeral, None) if numeral.qualifier == "exact" else None
    return numeral


def _unit_over_the_line(text: str, numeral: Numeral, lead: str) -> None:
    """The unit of a number at the end of a line: on the next one, or torn by the break."""
    if "\n" not in text[numeral.end : numeral.end + 5] or not _HAN.match(lead):
        return
    match = patterns.torn_unit().match(text, numeral.end)
    if match is None or (match["unit"] or "").endswith(("年", "日", "月")):
        return
    numeral.kind, numeral.unit, numeral.close = QUANTITY, (match["torn"] or match["unit"]).replace("\n", ""), match.end()
    if match["over"]:
        numeral.qualifier = "at_least"


def _sign(text: str, numeral: Numeral) -> None:
    """A sign before the number: 同比-3.2%, （+126条）. A dash between a word and its number is none."""
    before = text[numeral.start - 1 : numeral.start]
    if before and before in "-－−+＋" and numeral.value is not None and _SIGN_BEFORE.search(text, max(0, numeral.start - 8), numeral.start):
        numeral.start -= 1
        numeral.open = min(numeral.open, numeral.start)
        if before not in "+＋":
            numeral.value = -numeral.value


def _unless_bare_in_a_frame(text: str, numeral: Numeral) -> Numeral:
    """A number without unit whose label says that it counts no work of the office."""
    near = text[max(0, numeral.start - 12) : numeral.start]
    kind = None
    if _PAGE_COUNTER.search(near):
        kind = "page_counter"
    elif _ANNEX.search(near):
        kind = "numbering"
    elif (label := _unit_before().search(near)) is not None:
        numeral.kind, numeral.unit = QUANTITY, label["unit"]
    elif near[-1:] == "前":
        kind = "ordinal"
    elif near[-1:] in _YEN:
        numeral.kind, numeral.unit = QUANTITY, _YEN[near[-1]]
    elif (near[-1:] in ("“", "‘", "「", "『") and "”" in text[numeral.end : numeral.end + 12]) or (
        near[-1:] == "双" and numeral.value in (11, 12)
    ):
        kind = "name"
    return Numeral(kind, numeral.start, numeral.end, numeral.close) if kind is not None else numeral
