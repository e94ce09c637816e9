"""Every numeral of a document, once: where it stands, what kind of number it is, and who explained it.

Lives here: `tokenise()`, which finds all numerals (Arabic, full-width, Chinese) and gives each a class of numeral_classes.csv, and
`explain()`, which counts those that neither a recogniser nor a class accounts for. Words that merely hold a numeral (统一, 第一时间) are
rows of numeral_words.csv, units are rows of numeral_units.csv.
Elsewhere: what a quantity means (prose/), cells of printed forms (numbers.py, forms/).

A numeral is one run of digits with its separators, or of Chinese number characters; a date or a phone number holds several, and all
of them share its class. A Chinese digit alone is a numeral only where a unit, 第 or the numbering of a list makes it one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extractors.csv_tables import records_of
from extractors.readers.encoding import REPLACEMENT
from extractors.records import Qualifier

WIDE_DIGIT = re.compile("[０-９％]")
_TO_HALF_WIDTH = {ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９％", "0123456789%", strict=True)}
_CANDIDATE = re.compile("[0-9]+|[〇零一二三四五六七八九十百千两几]+|[\u2460-\u2473\u3220-\u3229]")
# What one begins with: a set of characters is looked for faster than one of three runs.
_CANDIDATE_START = re.compile("[0-9〇零一二三四五六七八九十百千两几\u2460-\u2473\u3220-\u3229]")
_DIGIT_RUN = re.compile("[0-9]+")
# A name before an @ is tried from its beginning only: from each of its letters, a long word would cost the square of its length.
_WEB = re.compile(r"(?:https?://|www\.)[^\s，。；）)>》]+|(?<![A-Za-z0-9._-])[A-Za-z0-9._-]++@[A-Za-z0-9.-]+")
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}
_CHINESE_DIGITS = frozenset("〇零一二三四五六七八九十百千两几")
# “三公”经费, “两微一端”: a quoted name that begins with a numeral.
_QUOTED_NAME = re.compile("[^”\\n\\d]{2,9}”")
_BEFORE = re.compile(r"(?:(大约|约为|约|将近|接近|近|左右)|(不足|不到|至多|最多|不超过)|(突破|超过|逾|超|至少|不少于|不低于))[^\S\n]*$")
# The last characters of its words: where neither one of these nor a blank stands, the pattern needn't be tried.
_BEFORE_ENDS = frozenset("约为近右足到多过破逾超少于")
_BLANK = "[^\\S\\n]*"
# Blanks with one line break at most: where a hard wrap tore an expression that nothing else looks like.
_TORN = "[^\\S\\n]*\\n?[^\\S\\n]*"

# Classes that account for a numeral by themselves; the others need a recogniser or a unit.
QUANTITY = "quantity"
BARE = "bare"
PERCENT = "percent"
RANGE = "range"
DAMAGED = "damaged"
# A quantity that prose may read as a figure.
READABLE = frozenset((QUANTITY, BARE, PERCENT))
# What sentences count with: these part the words of one number from those of the next.
COUNTED = READABLE | {RANGE}


@dataclass(slots=True)
class Numeral:
    """One number with its class. `[start, end)` is the number (with 万, 亿 where they scale it), `close` the end of unit and qualifier.

    `count` is how many runs of digits the span holds (a date: three). `value` is None for all that is no quantity, and for ranges.
    """

    kind: str
    start: int
    end: int
    close: int
    value: Decimal | None = None
    unit: str | None = None
    qualifier: Qualifier = "exact"
    count: int = 1
    open: int = -1

    def __post_init__(self) -> None:
        if self.open < 0:
            self.open = self.start


def _column(name: str, column: str) -> list[str]:
    return sorted((row[column] for row in records_of(name)), key=lambda word: (-len(word), word))


@lru_cache(maxsize=1)
def _words() -> dict[str, list[tuple[str, int]]]:
    """Words that hold a numeral and are none, by the two characters around it, each with the place of the numeral in the word."""
    table: dict[str, list[tuple[str, int]]] = {}
    for word in _column("numeral_words.csv", "word"):
        place = next(index for index, character in enumerate(word) if character in _CHINESE_DIGITS)
        key = word[place : place + 2] if place + 1 < len(word) else word[place - 1 : place + 1]
        table.setdefault(key, []).append((word, place))
    return table


def _end_of_word(text: str, start: int) -> int:
    """Where the word ends that the Chinese numeral at `start` is part of; 0 if it is part of none."""
    words = _words()
    for key in (text[start : start + 2], text[start - 1 : start + 1]):
        for word, place in words.get(key, ()):
            if text.startswith(word, start - place):
                return start - place + len(word)
    if text[start - 1 : start] == "“":
        quoted = _QUOTED_NAME.match(text, start)
        return quoted.end() if quoted else 0
    return 0


@lru_cache(maxsize=1)
def classes() -> tuple[str, ...]:
    """The closed list of classes."""
    return tuple(sorted(_column("numeral_classes.csv", "numeral_class")))


def _unit() -> str:
    """One alternation of all units; the look-ahead spares trying each of them where none begins."""
    units = _column("numeral_units.csv", "unit")
    return f"(?=[{''.join(sorted({unit[0] for unit in units}))}])(?:{'|'.join(map(re.escape, units))})"


_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = "(?:百万|千万|万|亿|千|百)"


@lru_cache(maxsize=1)
def _special() -> re.Pattern[str]:
    """What a number may be that is no plain quantity; tried only where the character behind the digits allows one of them."""
    b, number, torn = _BLANK, _NUMBER, _TORN
    return re.compile(
        rf"(?P<date>(?:19|20)\d\d{b}年{b}(?:度|初|底|末)?{b}(?:[-—至到]{b}(?:19|20)?\d\d{b}年度?"
        rf"|{torn}(?:1[0-2]|0?\d){torn}月份?(?:{torn}[0-3]?\d{torn}[日号])?)?"
        rf"|(?:19|20)\d\d{b}[-/.．]{b}\d{{1,2}}(?:{b}[-/.．]{b}\d{{1,2}})?(?![\d-])(?:{b}\d{{1,2}}:\d\d(?::\d\d)?)?"
        rf"|(?:1[0-2]|0?\d){b}(?:[-—－~至到、]{b}(?:1[0-2]|\d){b})?月份?(?:{b}(?:[0-3]?\d{b}[日号]|[上中下]旬|[初末底]))?(?:{b}[-—至到]{b}[0-3]?\d{b}[日号])?"
        rf"|[0-3]?\d{b}日)"
        rf"|(?P<document_number>(?:19|20)?\d\d{torn}[〕\]】）)\]]{torn}(?:第{b})?\d+{b}号?)"
        rf"|(?P<phone>0\d{{2,3}}{b}[-－—–]{b}\d{{7,8}}(?:-\d+)?|1[3-9]\d{{9}}(?!\d)|[48]00-?\d{{3,4}}-?\d{{3,4}}(?!\d)|\d{{7,8}}(?=转)"
        rf"|(?:12\d{{3}}|\d{{5}})(?!\d)(?={b}[”\"]?{b}[\u4e00-\u9fff]{{0,8}}?(?:热线|电话|平台)))"
        rf"|(?P<clock>\d{{1,2}}[:：]\d\d(?::\d\d)?(?!\d)|\d{{1,2}}时(?:\d{{1,2}}分)?)"
        rf"|(?P<house_number>\d{{1,4}}(?:-\d+)?{b}号)"
        rf"|(?P<index_number>\d+(?:[-/－]\d+){{2,}}|\d{{5,}}[-/－]\d+(?:[-/－]\d+)*|\d{{9,}}|\d{{1,4}}[A-Z][0-9A-Z]{{6,}})"
        rf"|(?P<range>{number}{b}(?:{_SCALE}{b})?[-－—–~～至到]{b}{number}{b}(?:{_SCALE})?{b}(?P<range_unit>[%]|{_unit()}))"
    )


@lru_cache(maxsize=1)
def _plain() -> re.Pattern[str]:
    b, number = _BLANK, _NUMBER
    return re.compile(
        rf"(?P<number>{number}(?:{b}(?P<scale>{_SCALE})(?!元))?)(?P<over>{b}[余餘多])?(?P<late>{b}(?:万|亿|千|百)(?!元))?"
        rf"(?:{b}(?P<rate_unit>%|‰|个百分点|百分点)|(?:{b}|\s*(?={_unit()}[，。；、,;)）]))(?P<unit>{_unit()})"
        rf"(?P<over_unit>[余餘]|多(?=[，。；、）)]|$)|{b}以上|{b}左右|{b}以内)?)?"
    )


@lru_cache(maxsize=1)
def _chinese() -> re.Pattern[str]:
    unit = _unit()
    digits = "〇零一二三四五六七八九"
    b = _BLANK
    return re.compile(
        rf"(?P<date>(?:[{digits}O○]{{4}}|[{digits}0-9]{{4}}){b}年(?:度|底|初)?(?:[一二三四五六七八九十]{{1,2}}月(?:份|底)?(?:[一二三四五六七八九十]{{1,3}}日)?)?"
        r"|[一二三四五六七八九十]{1,2}月(?:份|[一二三四五六七八九十]{1,3}日|(?=[底初中，,、。和至到]|上旬|下旬))|[一二三四]季度)"
        rf"|(?P<quantity>(?P<number>[{digits}十百千两几]+)(?P<late>[万亿](?!元))?(?P<over>[余餘多])?{b}(?P<unit>{unit})(?P<over_unit>[余餘]|以上)?)"
        rf"|(?P<bare>[{digits}十百千]{{2,}})"
    )


def tokenise(text: str) -> list[Numeral]:
    """Every numeral of `text`, in reading order, with its class; offsets count characters of `text`."""
    if WIDE_DIGIT.search(text):
        text = text.translate(_TO_HALF_WIDTH)
    chinese = _chinese()
    web = [match.span() for match in _WEB.finditer(text)] if "www." in text or "://" in text or "@" in text else []
    found: list[Numeral] = []
    done = 0
    site = 0
    while (first := _CANDIDATE_START.search(text, done)) is not None:
        start = first.start()
        while site < len(web) and web[site][1] <= start:
            site += 1
        if site < len(web) and web[site][0] <= start:
            done = web[site][1]
            found.append(Numeral("web", start, done, done, count=len(_DIGIT_RUN.findall(text, start, done))))
            continue
        candidate = _CANDIDATE.match(text, start)
        assert candidate is not None
        character = text[start]
        if character in _CHINESE_DIGITS:
            if end_of_word := _end_of_word(text, start):
                done = end_of_word
                continue
            numeral = _chinese_at(text, candidate, chinese)
        elif character in "0123456789":
            numeral = _arabic_at(text, candidate)
        else:
            numeral = Numeral("numbering", start, start + 1, start + 1)
        if numeral is not None:
            found.append(numeral)
            done = numeral.close
        else:
            done = candidate.end()
    if REPLACEMENT in text:
        for numeral in found:
            # A digit may be among the characters that were lost before the file came, or that could not be read on a scan.
            if REPLACEMENT in (text[numeral.start - 1 : numeral.start], text[numeral.end : numeral.end + 1]):
                numeral.kind, numeral.value = DAMAGED, None
    return found


_LINE_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})*[^\S\n]*(?:[.、．)）](?!\d)|\t)")
# A number between dashes, alone on its line; a bare number on a line of its own may be a figure that lost its unit.
_PAGE_NUMBER = re.compile(r"[^\S\n]*[-—–－~·]+[^\S\n]*(?:\n|$)")
_DASHES = frozenset("-—–－~·")
_PAGE_NUMBER_BEFORE = re.compile(r"(?:^|\n)[^\S\n]*[-—–－~·]+[^\S\n]*$")
_LINE_START = re.compile(r"(?:^|\n)[^\S\n]*$")
_CLOSING = re.compile(r"\d{1,3}[^\S\n]*[)）]")
_ARTICLE = re.compile(r"[^\S\n]*[条款项]")
_RUN = re.compile(r"\d+")
_POSTCODE = re.compile(r"(?:邮编|邮政编码)\s*[:：]?\s*$")
# The frame of a web page counts its readers; a list counts its annexes.
_PAGE_COUNTER = re.compile(r"(?:浏览|点击|阅读)(?:次数|量|数)?[^\S\n]*[:：][^\S\n]*$")
_ANNEX = re.compile(r"(?:附件|附表|附图)[^\S\n]*$")
_PHONE_BEFORE = re.compile(r"(?:电话|传真|热线|拨打|QQ群?)[^\S\n]*[:：为是]?[^\S\n]*[“\"]?$")
_LIST_BREAK = frozenset("；;：:。，,")
# Behind the digits of a date, a clock time, a range and so on stands one of these.
_SPECIAL_FOLLOWERS = frozenset("年月日号-－—–/.．:：时〕]】）)~～至到、转")


def _arabic_at(text: str, candidate: re.Match[str]) -> Numeral:
    start, end = candidate.span()
    before = text[start - 1] if start else "\n"
    if before == "第":
        return Numeral("law_article" if _ARTICLE.match(text, end) else "ordinal", start, end, end)
    if before in "(（" and _CLOSING.match(text, start):
        return Numeral("numbering", start, end, end)
    if before in _LIST_BREAK or before.isspace():
        numbered = _LINE_NUMBER.match(text, start)
        if numbered is not None and (before in _LIST_BREAK or _LINE_START.search(text, max(0, start - 16), start)):
            return Numeral("numbering", start, end, end)
    following = text[end : end + 2].lstrip()[:1]
    if following in _SPECIAL_FOLLOWERS or end - start >= 5:
        match = _special().match(text, start)
        kind = match.lastgroup if match is not None else None
        if match is not None and match["range"] is not None:
            close = match.start("range_unit")
            return Numeral(RANGE, start, close, match.end(), None, match["range_unit"], count=2)
        if match is not None and kind is not None and _is_special(text, kind, before, start):
            return Numeral(kind, start, match.end(), match.end(), count=len(_RUN.findall(match[0])))
        if end - start >= 5:
            near = text[max(0, start - 12) : start]
            if end - start == 6 and _POSTCODE.search(near):
                return Numeral("postcode", start, end, end)
            if _PHONE_BEFORE.search(near):
                return Numeral("phone", start, end, end)
    if (
        (not following or following in _DASHES)
        and _PAGE_NUMBER.match(text, end)
        and _PAGE_NUMBER_BEFORE.search(text, max(0, start - 8), start)
    ):
        return Numeral("page_number", start, end, end)
    plain = _plain().match(text, start)
    assert plain is not None
    return _unless_bare_in_a_frame(text, _quantity(text, plain))


def _unless_bare_in_a_frame(text: str, numeral: Numeral) -> Numeral:
    """A number without unit whose label says that it counts no work of the office."""
    if numeral.kind != BARE:
        return numeral
    near = text[max(0, numeral.start - 12) : numeral.start]
    kind = "page_counter" if _PAGE_COUNTER.search(near) else "numbering" if _ANNEX.search(near) else None
    return Numeral(kind, numeral.start, numeral.end, numeral.close) if kind is not None else numeral


def _is_special(text: str, kind: str, before: str, start: int) -> bool:
    """Whether what looks like a number of this class stands where one may stand."""
    if kind == "document_number":
        return before in "〔[【（("
    if kind == "house_number":
        return text[max(0, start - 1) : start].strip() == "" or before in "路街巷道村组弄段幢栋园区"
    return True


def _chinese_at(text: str, candidate: re.Match[str], pattern: re.Pattern[str]) -> Numeral | None:
    start, end = candidate.span()
    before = text[start - 1] if start else "\n"
    following = text[end : end + 1]
    if before == "第":
        return Numeral("law_article" if _ARTICLE.match(text, end) else "ordinal", start, end, end)
    if before in "(（" and following and following in ")）":
        return Numeral("numbering", start, end, end)
    if following and following in "、.．是要" and (before in "\n。；;：:，,” \u3000\u00a0其“" or following == "是"):
        return Numeral("numbering", start, end, end)
    match = pattern.match(text, start)
    if match is None:
        return None
    if match["date"] is not None:
        return Numeral("date", start, match.end(), match.end())
    if match["bare"] is not None:
        return Numeral(BARE, start, match.end(), match.end(), chinese_number(match["bare"]))
    return _quantity(text, match)


def _quantity(text: str, match: re.Match[str]) -> Numeral:
    """A number of `_plain` or `_chinese` with its unit, or a bare one."""
    start, close = match.span()
    printed, over, late, unit, over_unit = match.group("number", "over", "late", "unit", "over_unit")
    rate = None
    value: Decimal | None
    if printed[0] in "0123456789":
        scale, rate = match.group("scale", "rate_unit")
        value = _decimal(printed.removesuffix(scale).strip()) * _SCALES[scale] if scale else _decimal(printed)
    else:
        value = chinese_number(printed)
    end = match.end("number")
    if late and (late := late.strip()):
        value = value * _SCALES[late] if value is not None else None
        end = match.end("late") if not over else end
    over = over or over_unit
    numeral = Numeral(PERCENT if rate else QUANTITY if unit else BARE, start, end, close, value, unit or rate, "exact", 1, start)
    before = text[start - 1 : start]
    if over or before in _BEFORE_ENDS or before.isspace():
        _qualify(text, numeral, over.strip() if over else None)
    return numeral


def _qualify(text: str, numeral: Numeral, behind: str | None) -> None:
    """Sets the qualifier from the words before and behind; `open` moves to where the expression begins."""
    before = _BEFORE.search(text, max(0, numeral.start - 5), numeral.start)
    if before is not None:
        numeral.open = before.start()
        numeral.qualifier = "approximate" if before[1] else "at_most" if before[2] else "at_least"
    elif behind in ("左右",):
        numeral.qualifier = "approximate"
    elif behind == "以内":
        numeral.qualifier = "at_most"
    elif behind:
        numeral.qualifier = "at_least"


def _decimal(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))


def chinese_number(printed: str) -> Decimal | None:
    """二十九 -> 29, 二〇一六 -> 2016, 一百零五 -> 105; None for 几 and for what is no number."""
    if "几" in printed:
        return None
    if not any(character in _PLACES for character in printed):
        return Decimal("".join(str(_DIGITS[character]) for character in printed))
    total, digit = 0, -1
    for character in printed:
        if character in _PLACES:
            total += (1 if digit < 0 else digit) * _PLACES[character]
            digit = -1
        else:
            digit = _DIGITS[character]
    return Decimal(total + max(digit, 0))


def explain(numerals: list[Numeral], claims: Iterable[tuple[int, int]]) -> list[Numeral]:
    """Marks those inside a claimed span as `claimed`; returns those that nothing explains."""
    spans = sorted(set(claims))
    unexplained: list[Numeral] = []
    index, reach = 0, -1
    for numeral in numerals:
        while index < len(spans) and spans[index][0] <= numeral.start:
            reach = max(reach, spans[index][1])
            index += 1
        if numeral.end <= reach:
            numeral.kind = "claimed"
        elif numeral.kind == BARE:
            unexplained.append(numeral)
    return unexplained
