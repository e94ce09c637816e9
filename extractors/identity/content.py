"""What a document's text itself shows of its kind, whatever its title says.

Lives here: the chapters of the reports (words/section_topics.csv), sentences that give an account, rules and instructions
(words/instruction_words.csv), the voice of news (words/news_words.csv), places left open, official tables and whether anything stands in
them, the sentence in which a report names itself. Each is found only when a question needs it: most reports have a title that says all.
Elsewhere: what the signs decide (kinds.py).
"""

import re
from functools import cached_property

from extractors.document import Document, Table
from extractors.identity import wording
from extractors.identity.evidence import Line, is_chrome
from extractors.identity.forms_header import YEAR_COLUMN, has_official_header

_NUMBERING = re.compile(
    r"^[\s#*]*(?:[一二三四五六七八九十\d]{1,3}\s*[、.．:：]|[（(][一二三四五六七八九十\d]{1,3}[）)][、.．]?|第[一二三四五六七八九十]+部分|[一二三四五六七八九十]\s)?\s*"
)
_TOPIC_OF = {row["words"]: row["topic"] for row in wording.rows("section_topics")}
_TOPIC = re.compile(wording.alternation(wording.words("section_topics", "words")))
_LONGEST_HEADING = 40
# The last two where a report is typed with Western punctuation.
_SENTENCE_END = re.compile(r"[。；]|[\u4e00-\u9fff\d];|\d[条件次份]\.(?=[\u4e00-\u9fff])|[\u4e00-\u9fff%％]\d{0,6}\.(?=\s|$)")
_SENTENCE_ENDS = re.compile("[。；！\n]")
_SPEAKER = r"[我本](?:省|市|县|区|旗|州|镇|乡|街|局|厅|委|办|院|校|处|所|站|中心|机关|单位|部门|级)|全(?:省|市|县|区|旗|州|镇|乡|街道|局)"
_COUNT = r"\d[\d,.]*[余多几]?\s*(?:万余?)?(?:条|件|次|份|篇|宗|期|人|名|项|元|%)"
_NOTHING = r"(?:没有|未|尚未|无)[^，。；]{0,6}(?:收到|发生|接到|收取|受理|产生|申请|行政|收费|出现)"
_COUNTED = re.compile(_COUNT)
_ENDS_IN_COUNT = re.compile(rf"(?:{_COUNT}|[（(][条件个人次]+[）)][:：]\s*\d+)[ \t]*(?:\n|$)")
_ACCOUNT = re.compile(rf"{_SPEAKER}|{_COUNT}|{_NOTHING}")
_ENDS_IN_NONE = re.compile(r"(?:复议|诉讼|申请|收费|减免|费用|投诉|举报|公开)(?:的)?(?:情况)?\s*[:：\n]\s*(?:无|零|没有)[ \t]*(?:\n|$)")
_SUBJECT = re.compile("公开|申请")
_SHORTEST_SENTENCE = 5
_INSTRUCTION = re.compile(wording.alternation(wording.words("instruction_words", "words")))
# A place that a form leaves open where a number is due.
_OPEN_NUMBER = re.compile(r"(?:[_＿]{2,}|[×xXＸ]{1,}|○○|[（(][\s_＿]*[）)])\s*(?:年|月|条|件|次|份|篇|人|名|万?元|%)")
# Words are looked for much faster than patterns, and most texts hold none of these.
_OPEN_MARKS = ("_", "＿", "×", "X", "x", "Ｘ", "○", "（）", "()", "（ ", "( ", "（\u3000", "(\u3000")
_NEWS_LEAD = tuple(row["words"] for row in wording.rows("news_words") if row["where"] == "lead")
_NEWS_ANY = (*_NEWS_LEAD, *(row["words"] for row in wording.rows("news_words") if row["where"] == "any"))
_NEWS_START = tuple(row["words"] for row in wording.rows("news_words") if row["where"] == "start")
_NEWS_DAY = re.compile(r"^(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬)(?:[上下]午|晚)?[，,]")
_NEWS_REACH = 400
_ARTICLE = re.compile(r"^\s*第[一二三四五六七八九十百\d]+条")
_SELF_NAMING = re.compile(
    r"(?:现将|现就|现把)[^。；\n]{0,30}?(?:(?P<year>\d{4})年度?)?[^。；\n]{0,12}?(?:信息公开|政务公开)[^。；\n]{0,16}?(?:报告|汇报|总结|公布|发布|公告)"
    r"(?:如下|于后|给你们)"
    r"|(?:现|特|兹)(?:予|制|向社会)?(?:公布|编制|编写|发布|制定)[^。；\n]{0,40}?(?:(?P<year2>\d{4})年度?)?[^。；\n]{0,16}?(?:信息公开|政务公开)"
    r"[^。；\n]{0,8}?(?:年度报告|年报)"
    r"|(?:根据|按照|依据|依照)[^。\n]{0,80}?[，,][^。；\n]{0,20}?(?:编制|公布|编写|形成|撰写|制定)[^。；\n]{0,24}?(?:(?P<year3>\d{4})年度?)?[^。；\n]{0,16}?"
    r"(?:信息公开|政务公开)[^。；\n]{0,8}?(?:年度报告|年报)"
    r"|本年度报告[由根按依共全]|本报告(?:由|是?根据|是?按照|是?依据|依照|所列|中所列|的?统计)"
    r"|(?:信息公开|政务公开)[^。；\n]{0,12}(?:年度报告|年报|情况)(?:报告|汇报)?如下"
)
_ASKING = re.compile("各(?:单位|部门|乡镇|镇|乡|县|区|局|地|级)|应当|应于|[须请]")
_OPENING = 1500
# Rows that only the official tables of these reports have.
_OFFICIAL_ROW = re.compile(
    r"本年新收\s*政府信息公开申请|本年制发\s*件数|本年新\s*制作数量|主动公开\s*政府信息数|主动公开文件数|受理政府信息公开申请总数|主动公开信息数"
)
# A number in a cell, with its unit or a remark; "3.其他" is a label.
_FIGURE = re.compile(r"[^\w（(]*[约近]?\d[\d,，]*(?:\.\d+)?\s*(?:[一-鿿]{0,3}|[（(].*[）)])[^\w]*")
# Columns and rows that number the others, in blank forms, too.
_NUMBERING_HEADS = frozenset(("代码", "序号", "行次", "编号"))
_ROWS_OF_NUMBERS = frozenset(("甲", "栏次", "栏目"))
_YEAR_OF_SENTENCE = re.compile(r"(?:^|[。；;\n])\s*(20\d\d)\s*年度?\s*[，,]?\s*(?=[我本全共在没未])")


class Content:
    """The signs of one document; `lines` are its non-empty lines, `text` the folded canonical text."""

    def __init__(self, document: Document, text: str, lines: list[Line]) -> None:
        self._document = document
        self._text = text
        self._lines = lines

    @cached_property
    def topics(self) -> frozenset[str]:
        """The chapters of such a report that are headings here."""
        found = set()
        for line in self._lines:
            if line.is_table or len(line.text) > _LONGEST_HEADING or line.text.rstrip(wording.BLANKS).endswith(("。", "；", "，")):
                continue
            match = topic_of(line.text)
            if match:
                found.add(_TOPIC_OF[match[0]])
        return frozenset(found)

    @cached_property
    def _sentences(self) -> list[str]:
        found = []
        for line in self._lines:
            if not line.is_table and not is_chrome(line.text):
                found += [piece.strip() for piece in _SENTENCE_ENDS.split(line.text)]
        return [piece for piece in found if len(piece) >= _SHORTEST_SENTENCE]

    @cached_property
    def _accounts(self) -> list[str]:
        no_account = (_INSTRUCTION, _OPEN_NUMBER, _SELF_NAMING)
        return [s for s in self._sentences if _ACCOUNT.search(s) and not any(other.search(s) for other in no_account)]

    @property
    def accounts(self) -> int:
        """How many sentences tell what was done or counted, and neither say what is to be done nor name the report itself."""
        return len(self._accounts)

    @property
    def tells_of_disclosure(self) -> bool:
        """Does one of them speak of what these reports are about?"""
        return any(_SUBJECT.search(sentence) for sentence in self._accounts)

    @cached_property
    def has_open_numbers(self) -> bool:
        """Are numbers left open in sentences, and none given, there or in a table?"""
        if self.has_figures_in_tables or not any(mark in self._text for mark in _OPEN_MARKS) or not _OPEN_NUMBER.search(self._text):
            return False
        is_open = {sentence: bool(_OPEN_NUMBER.search(sentence)) for sentence in self._sentences}
        return any(is_open.values()) and not any(_COUNTED.search(sentence) for sentence, left in is_open.items() if not left)

    @cached_property
    def is_news(self) -> bool:
        """Does the text speak of a report as news do?"""
        opening = [line for line in self._lines[:_OPENING] if not line.is_table and not is_chrome(line.text)]
        reach = 0
        for line in opening:
            stripped = line.text.strip(wording.BLANKS)
            if reach < _NEWS_REACH and (stripped.startswith(_NEWS_START) or _NEWS_DAY.match(stripped)):
                return True
            if any(words in stripped for words in _NEWS_ANY):
                return True
            reach += len(stripped)
        return False

    def is_reported(self, start: int) -> bool:
        """Does what follows `start` open as a reporter's piece, even under the title of a report?"""
        opening = self._text[start : start + _NEWS_REACH]
        return any(words in opening for words in _NEWS_LEAD)

    @cached_property
    def is_rule(self) -> bool:
        """Is the text made of articles?"""
        return sum(bool(_ARTICLE.match(line.text)) for line in self._lines if not line.is_table) > 1

    @cached_property
    def self_naming(self) -> re.Match[str] | None:
        """The words with which the document calls itself a report on disclosure; not those that ask others for one."""
        for match in _SELF_NAMING.finditer(self._text, 0, _OPENING):
            begin = max(self._text.rfind(mark, 0, match.start()) for mark in "。\n") + 1
            if not _ASKING.search(self._text, begin, match.end()):
                return match
        return None

    @cached_property
    def told_years(self) -> dict[int, tuple[int, int]]:
        """The years that sentences of the account begin with, and the one of the self-naming sentence, each with its first place."""
        years: dict[int, tuple[int, int]] = {}
        named = self.self_naming
        group = next((name for name in ("year", "year2", "year3") if named[name]), None) if named is not None else None
        if named is not None and group is not None:
            years[int(named[group])] = named.span(group)
        for match in _YEAR_OF_SENTENCE.finditer(self._text):
            years.setdefault(int(match[1]), match.span(1))
        return years

    @property
    def has_tables(self) -> bool:
        return bool(self._document.tables)

    @cached_property
    def has_official_table(self) -> bool:
        return any(line.is_table and _OFFICIAL_ROW.search(line.text) for line in self._lines)

    @cached_property
    def prints_official_rows(self) -> bool:
        """The same, also where the cells of the table have become lines."""
        return any(_OFFICIAL_ROW.search(line.text) or has_official_header(line.text) for line in self._lines)

    @cached_property
    def has_official_header(self) -> bool:
        if not self._document.tables:
            return False
        return any(line.is_table and has_official_header(line.text) for line in self._lines) or self.has_official_table

    @cached_property
    def has_figures_in_tables(self) -> bool:
        """Stands a number in any cell beside a label, the years and numbers of rows and columns aside?"""
        return any(_has_figures(block.table) for block in self._document.tables if block.table)

    def says_something(self, start: int) -> bool:
        """Does a sentence, a line that ends in a count or in 无, or a table of figures follow `start`? Lists of documents have none."""
        ends = (_SENTENCE_END, _ENDS_IN_COUNT, _ENDS_IN_NONE)
        return any(sign.search(self._text, start) is not None for sign in ends) or self.has_official_header


def topic_of(heading: str) -> re.Match[str] | None:
    """The words with which a heading opens a chapter of such a report."""
    return _TOPIC.match(wording.tidy(_NUMBERING.sub("", heading, count=1)))


def _has_figures(table: Table) -> bool:
    numbered: set[int] = {0}
    for row in table.rows:
        if row.cells and row.cells[0].text.strip() in _ROWS_OF_NUMBERS:
            continue
        for column, cell in enumerate(row.cells):
            text = cell.text.strip()
            if text in _NUMBERING_HEADS:
                numbered.add(column)
            elif text and column not in numbered and _FIGURE.fullmatch(text) and not YEAR_COLUMN.match(f"\t{text}\t"):
                return True
    return False
