"""What numerals look like in a text, by class.

Lives here: the patterns of dates, document numbers, phones and the like (`special`), of numbers with scale, qualifier and unit in Arabic
(`plain`) and Chinese characters (`chinese`), made once with the units of numeral_units.csv.
Elsewhere: which pattern is tried where, and what a match means (arabic.py, chinese.py).
"""

import re
from functools import lru_cache

from extractors.csv_tables import records_of

_BLANK = "[^\\S\\n]*"
# Blanks with one line break at most: where a hard wrap tore an expression that nothing else looks like.
_TORN = "[^\\S\\n]*\\n?[^\\S\\n]*"
# A group of three behind a comma belongs to the number: with blanks or full-width commas only where grouped() says so.
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = "(?:百万|千万|万|亿|千|百)"
# Before a unit: not one of dates and ages.
_NOT_OF_TIME = "(?!年|月|日|号|岁|周|天|届)"
_DASH = "[-－—–~～至到]"
_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
CHINESE_DIGITS = "〇零一二三四五六七八九"
_CHINESE = f"[{CHINESE_DIGITS}十百千两几廿卅]"
_IN_TURN = re.compile(r"(?:分别|依次|各(?![类项种级界]))[^，。；\n]{0,12}$")
_LONGEST_TURN = 24


@lru_cache(maxsize=2)
def unit_pattern(chinese: bool = False) -> str:
    """One alternation of all units; the look-ahead spares trying each of them where none begins.

    A unit is none where it begins another word (`unless`: 条例, 处理); some stand behind Arabic digits only (五村 is a name).
    """
    rows = [row for row in records_of("numeral_units.csv") if not (chinese and row["script"] == "arabic")]
    rows.sort(key=lambda row: (-len(row["unit"]), row["unit"]))
    firsts = "".join(sorted({re.escape(row["unit"][0]) for row in rows}))
    return f"(?=[{firsts}])(?:{'|'.join(_one_unit(row['unit'], row['unless']) for row in rows)})"


def _one_unit(unit: str, unless: str) -> str:
    behind = [re.escape(word) for word in unless.split()]
    if unit[-1].isascii():
        behind.append("[A-Za-z]")
    return re.escape(unit) + (f"(?!{'|'.join(behind)})" if behind else "")


@lru_cache(maxsize=1)
def special() -> re.Pattern[str]:
    """What a number may be that is no plain quantity; tried only where the character behind the digits allows one of them."""
    b, number, torn, unit = _BLANK, _NUMBER, _TORN, unit_pattern()
    return re.compile(
        rf"(?P<date>{_YEAR}{b}{_DASH}{{1,2}}{b}(?:19|20)?\d\d{b}学?年度?"
        rf"|{_YEAR}{b}年{b}(?:度|初|底|末)?{b}(?:[-—至到]{b}(?:19|20)?\d\d{b}年度?"
        rf"|{torn}(?:1[0-2]|0?\d){torn}月份?(?:{torn}[0-3]?\d{torn}[日号])?)?"
        # 20185月: the character 年 was lost.
        rf"|{_YEAR}{_MONTH}月份?(?:{b}{_DAY}{b}日)?"
        rf"|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d|{b}(?:{_SCALE}|(?!日){unit}))日?|{_YEAR}\d{{2,4}}日"
        rf"|{_YEAR}{b}[-/.．]{b}\d{{1,2}}(?:{b}[-/.．]{b}\d{{1,2}})(?![\d-])(?:{b}\d{{1,2}}:\d\d(?::\d\d)?)?"
        rf"|{_YEAR}{b}[-/.．]{b}\d{{1,2}}(?!\d|-(?!{_YEAR})|{b}(?:%|{_SCALE}|{unit}))"
        rf"|(?:0\d|[0-2]\d(?={b}年{b}(?:度|底|末|初|[上下]半年|{_MONTH}{b}月|第|我|全[年县市区镇乡局])))"
        rf"{b}年{b}(?:度|底|末|初|{_MONTH}{b}月份?(?:{b}{_DAY}{b}[日号])?)?"
        rf"|(?:1[0-2]|0?\d){b}(?:[-—－~至到、]{b}(?:1[0-2]|\d){b})?月份?(?:{b}(?:[0-3]?\d{b}[日号]|[上中下]旬|[初末底]))?(?:{b}[-—至到]{b}[0-3]?\d{b}[日号])?"
        rf"|[0-3]?\d{b}日(?!{b}[之以]?内)"
        rf"|[0-3]?\d号(?=[之以]?前|起|至|到)"
        rf"|[1-4](?:{_DASH}[1-4])?季度|\d\d年代|\d\d世纪"
        # “12·4”国家宪法日
        rf"|{_MONTH}[·•]{_DAY}(?!\d)|{_MONTH}\.{_DAY}(?=[”\"’]?[\u4e00-\u9fff]{{0,8}}?(?:日|宣传|晚会)))"
        rf"|(?P<document_number>(?:19|20)?\d\d{torn}[〕\]】）)〉]{torn}(?:第{b})?\d+{b}(?:号|(?!\d|{unit}))|\d+{b}号(?:令|文|公告|通告))"
        rf"|(?P<phone>0\d{{2,3}}{b}[-－—– ]{b}\d{{7,8}}(?:-\d+)?|1[3-9]\d{{9}}(?!\d|{b}万?元)|[48]00-?\d{{3,4}}-?\d{{3,4}}(?!\d)"
        rf"|\d{{7,8}}(?=转)"
        rf"|(?:12\d{{3}}|\d{{5}}|1[12]\d(?=[”\"]))(?!\d)(?={b}[”\"]?{b}[\u4e00-\u9fff]{{0,8}}?(?:热线|电话|平台)))"
        rf"|(?P<clock>(?:[01]?\d|2[0-4])[:：][0-5]\d(?::[0-5]\d)?(?!\d)|\d{{1,2}}时(?:\d{{1,2}}分)?|\d{{1,2}}点(?:\d{{1,2}}分|半|钟|整))"
        rf"|(?P<house_number>\d{{1,2}}#|\d{{1,4}}(?:-\d+)?{b}号(?:楼|院|门|窗口|室|厅|柜|线)?|\d{{3,4}}(?:室|房间|会议室)|\d{{1,2}}楼)"
        # 125000000元 is a sum of money.
        rf"|(?P<index_number>\d+(?:[-/－]\d+){{2,}}|\d{{5,}}[-/－]\d+(?:[-/－]\d+)*|{_YEAR}[-－]\d{{4,}}|\d{{15,}}|\d{{9,14}}(?!\d|\.\d|{b}{unit})|\d{{1,4}}[A-Z][0-9A-Z]{{6,}}"
        rf"|\d{{4,}}[A-Z]{{1,3}}\d{{4,}}[0-9A-Z/-]*)"
        rf"|(?P<formula>\d+(?:\.\d+)?(?:{b}[×xX*＊✕]{b}\d+)+|\d+(?:\+(?:\d+|[A-Za-z]+))+|\d+(?:\.\d+)?[:：∶]\d+(?:\.\d+)?(?![:：\d]))"
        rf"|(?P<fraction>\d{{1,2}}/\d{{1,2}}(?![\d/]))"
        rf"|(?P<range>{number}{b}(?:{_SCALE}{b})?%?{_DASH}{{1,2}}{b}{number}{b}(?:{_SCALE})?{b}(?P<range_unit>%|{unit}))"
    )


@lru_cache(maxsize=1)
def plain() -> re.Pattern[str]:
    """A number in Arabic digits, with its scale, qualifier and unit (or that of a share)."""
    b, unit = _BLANK, unit_pattern()
    no_unit = r"(?!(?<!百)元|分[之点]|(?<=千)[瓦伏克卡])"
    return re.compile(
        # Behind a scale more of the number may stand: 3万5千, 2亿3,000万, 1千零5. 5百元 are 500, of 5万元 the unit has the scale.
        rf"(?P<number>{_NUMBER}(?:{b}(?P<scale>{_SCALE}){no_unit}"
        rf"(?P<rest>(?:[零〇]?(?:\d,\d{{3}}|\d{{1,4}}){_SCALE}{no_unit}){{0,4}}(?:[零〇]?(?:\d,\d{{3}}|\d{{1,4}})(?![\d.,:：/％%-]|{b}[年月日]))?))?)"
        rf"(?P<over>{b}(?:[余餘多]|来(?={unit})))?(?P<late>{b}(?:万|亿|千|百)(?!元|分|(?<=千)[瓦伏克卡]))?"
        rf"(?:(?:{b}(?P<rate_unit>%|‰|个百分点|百分点)|(?:{b}|\s*(?={unit}[，。；、,;)）]))(?P<unit>{unit})|{b}[(（](?P<bracketed>{unit})[)）])"
        rf"(?P<over_unit>[余餘]|多(?=[，。；、）)]|$)|{b}(?:[(（]含[)）])?以[上下内]|{b}左右|{b}上下(?!级))?)?"
    )


@lru_cache(maxsize=1)
def grouped() -> re.Pattern[str]:
    """A number whose groups of three are parted by blanks or full-width commas: 1 206条, １，２０５条."""
    return re.compile(
        rf"[1-9]\d{{0,2}}(?:(?:[ \u00a0\u2009\u202f]\d{{3}})+|(?:，\d{{3}})+)(?!\d|，\d|、\d)(?:\.\d+)?"
        rf"(?={_BLANK}(?:{_SCALE}|[余多])?{_BLANK}{unit_pattern()})"
    )


@lru_cache(maxsize=1)
def spaced() -> re.Pattern[str]:
    """Digits that stand apart, and a unit behind them (that of a year is none): 1 2 件."""
    return re.compile(rf"\d(?:[ \u00a0\u2009\u202f]{{0,2}}\n?(?<=\s)\d){{1,6}}(?!\d)(?={_BLANK}{_NOT_OF_TIME}{unit_pattern()})")


@lru_cache(maxsize=1)
def torn_number() -> re.Pattern[str]:
    """Digits that a line break tore: `first`, `rest` and a unit right behind (that of a year is none)."""
    return re.compile(
        rf"(?P<first>\d{{1,4}}[,.]?)[^\S\n]*\n[^\S\n]*(?P<rest>\d{{1,4}}(?:,\d{{3}})*(?:\.\d+)?)"
        rf"(?=[余多]?(?:%|个百分点|{_NOT_OF_TIME}{unit_pattern()}))"
    )


@lru_cache(maxsize=1)
def torn_unit() -> re.Pattern[str]:
    """A unit of the next line, or one that the line break tore, behind a number at the end of a line."""
    wrapped = "|".join(
        rf"{re.escape(unit[:cut])}\n{re.escape(unit[cut:])}"
        for unit in sorted((row["unit"] for row in records_of("numeral_units.csv")), key=lambda unit: (-len(unit), unit))
        for cut in range(1, len(unit))
        if not unit.isascii()
    )
    return re.compile(
        rf"{_BLANK}(?:(?P<torn>{wrapped})|\n{_BLANK}(?P<over>[余多])?(?P<unit>{unit_pattern()})(?=[\u4e00-\u9fff，。；、,;（(]))"
    )


@lru_cache(maxsize=1)
def chinese() -> re.Pattern[str]:
    """A number in Chinese characters: a date, a share, a fraction, bounds, a number with its unit, or two characters and more without."""
    unit, digits, b, c = unit_pattern(chinese=True), CHINESE_DIGITS, _BLANK, _CHINESE
    # Longer ones are no numbers: 一亿一亿一亿… would be looked through again from each of its characters.
    number = rf"{c}{{1,12}}(?:[万亿](?!元){c}{{1,12}}){{0,3}}(?:点[{digits}]+(?=[万亿]|{unit}|个?百分点))?"
    over, late = "[余餘多来]", "[万亿](?!元)"
    return re.compile(
        rf"(?P<date>(?:[{digits}O○]{{4}}|[{digits}0-9]{{4}}){b}年(?:度|底|初)?(?:[一二三四五六七八九十]{{1,2}}月(?:份|底)?(?:[一二三四五六七八九十廿卅]{{1,3}}日)?)?"
        r"|[一二三四五六七八九十]{1,2}月(?:份|[一二三四五六七八九十廿卅]{1,3}日|(?=[底初中，,、。和至到]|上旬|下旬))|[一二三四]季度"
        r"|(?:二[〇零○]|一九)[〇零一二三四五六七八九]{2}(?![〇零一二三四五六七八九十百千])|[一二三四五六七八九]十年代|[一二][十〇零]?[一二]?世纪|(?:[一二三]?十?|[廿卅])[一二三四五六七八九十廿卅]日(?![之以]?内))"
        rf"|(?P<share>[百千万]分之(?P<rate>百|{_NUMBER}|[{digits}十百两]+(?:点[{digits}]+)?)|百分百)(?P<over_share>以[上下]|左右)?"
        rf"|(?P<fraction>[{digits}十百两]+分之[{digits}十百两]+)"
        rf"|(?P<bounds>{c}+(?:{_DASH}|、(?=[二三四五六七八九][^\S\n]*(?:{unit}))){c}+{b}(?P<bounds_unit>{unit}))"
        rf"|(?P<quantity>(?P<number>{number})(?P<over>{over})?(?P<late>{late})?(?P<over_late>{over})?"
        rf"{b}(?:(?P<rate_unit>个?百分点)|(?P<unit>{unit}))(?P<over_unit>[余餘]|以[上下]|左右|上下)?)"
        rf"|(?P<tenths>[一二三四五六七八九])成(?=[，。；、,;.以左多的]|$)"
        rf"|(?P<myriads>[万亿](?P<myriads_over>[余多])?(?P<myriads_unit>{unit}))"
        rf"|(?P<bare>[{digits}十百千]{{2,}})"
    )


def is_in_turn(text: str, start: int) -> bool:
    """Whether the number at `start` is one of several in turn, in one clause: 分别为120，130条 holds two."""
    return _IN_TURN.search(text, max(0, start - _LONGEST_TURN), start) is not None
