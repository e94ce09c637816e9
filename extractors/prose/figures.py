"""Sentences with numbers to figures.

Lives here: walking through the numerals and negations of a passage in reading order, with what the sentences before have said (their last
total, the list that they are in), and which numbers of a sentence are counts at all.
Elsewhere: what a passage opens with (openings.py), one number to a figure (counts.py), zeros in words (negations.py), numerals
(../numerals).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.document import Document
from extractors.numerals import READABLE, Numeral
from extractors.prose import disclosure, kinds, lists, outcomes
from extractors.prose.clauses import words_end
from extractors.prose.counts import Counts
from extractors.prose.distribution import RESPECTIVELY, distribution_at
from extractors.prose.openings import LONGEST_LEAD, is_further_way, is_numbered, items_from, list_in, opening_of, topic_in
from extractors.prose.passages import Passage, level_of_number
from extractors.prose.subjects import MAY_TURN
from extractors.prose.wording import pattern_of, squeezed
from extractors.prose.writing import LONGEST_BEFORE, LONGEST_REACH, Sentence
from extractors.records import Observation, Report

_OF_WHICH = re.compile(r"\s*(?:其中|按|(?:主要|具体)?(?:包括|[为是有])\s*:|分别[为是])")
_LONGEST_GLUE = 3
_SENT = re.compile("(?:微信|公众号|订阅号|手机报|抖音)[^,;。]{0,12}$")
_PIECES_OF = re.compile("[,、]?(?:共计?|合计)?")
_IS_DENIED = re.compile("[发生收到接受理出现过]{0,4}")
# A line of a list: nothing follows its number.
_ENDS_IN_NUMBER = re.compile(r"[:\d]\s*\d+\s*[件宗条起]?[,;]?$")
_LONGEST_END = 12
# "专职人员：2人", "其中传真：无": a line of a form.
_LABEL_LINE = re.compile(r"\s*[^\s\d:。;,][^:。;,]{1,27}:\s*(?:\d|[无零])")
_LONGEST_LED_BY = 60
# "现将2015年工作情况报告如下：": what follows is the report, and no list.
_REPORT_FOLLOWS = re.compile("(?:报告|汇报|总结|通报|公布|说明|报送)如下(?:,请审阅|,请审议)?:$")
_NOT_ONE = re.compile(r"\s*[也都]\s*(?:没有|未|无)")
# A paragraph that turns to ways of publishing, or training, is below no heading on requests.
_TURNS = re.compile(
    "(?:(?!申请)[^,;。]){0,16}(?:网站|微信|微博|公众号|公开栏|公示栏|新媒体|平台|发布会|解读|培训)(?:(?!申请)[^,;。]){0,16}"
)
_DASHES = ("—", "－", "-")
_REASON_BEHIND = re.compile("[三四34]类(?:过程性|内部事务|内部管理)")
_SCOPE = "免予公开范围"
_NOTHING_READY = "没有现成"
# What heads a form: its labels are short.
_FORM = "指标统计"
_SENTENCE = re.compile("[^。!?]+[。!?]?")
# "主动公开政府信息数（不同渠道公开相同信息计1条）".
_LONGEST_RULE = 28


class ProseReader(Counts):
    """Reads the passages of one report."""

    def __init__(self, document: Document, text: str, report: Report, is_new: bool) -> None:
        super().__init__(document, text, report, is_new)
        # The list that the passage before began, its total, and what the count in its last line was about.
        self._carried: str | None = None
        self._carried_total: Observation | None = None
        self._item_end = ""
        # What the lines behind a dash are parts of, by the figure in the line before them.
        self._parts: str | None = None
        self._matter: str | None = None
        self._matter_heads: tuple[str, ...] = ()
        # The words before the colon that the lines since stand behind ("人员情况如下：").
        self._led_by = ""
        self._led_above: tuple[str, ...] = ()
        # The headings that the last passage stood under which opened with a name of its own, and those above it.
        self._opened: tuple[str, ...] = ()
        self._above: tuple[str, ...] = ()
        self._opened_level = 0

    def read(self, passage: Passage, numerals: list[Numeral], zeros: list[re.Match[str]]) -> None:
        """Adds the figures of one passage. `numerals` and `zeros` are those that stand in it."""
        if passage.head_start >= 0:
            self._empty_section(passage)
        first = len(self.observations)
        body = self.text[passage.start : passage.end]
        lead, heads = opening_of(body, passage.heads)
        is_under_head = passage.head_start >= 0 or heads != passage.heads
        heads = self._below(body, passage.heads, heads)
        if passage.is_form:
            heads = (_FORM, *heads)
        if not (numerals or zeros or self._carried) and body[-1:] != ":":
            return
        kind = lists.headed(lead) if lead else None
        if self._led_above != passage.heads:
            # The words led to lines of the section before.
            self._led_by, self._led_above = "", passage.heads
        heads = self._led(body, heads)
        numbered = is_numbered(body, lead)
        carried = kind or (self._carried if numbered or (self._carried and not lead) else None)
        carried = carried or list_in(body, numbered, heads, passage.heads)
        is_dashed = body.lstrip()[:1] in _DASHES
        # "接受咨询：317人次" and in the next lines "——现场：208", "——电话：97".
        carried = carried or (self._parts if is_dashed else None)
        last_code: str | None = None
        # "行政复议数量：1", and in the next line "维持数：1".
        matter = (outcomes.matter_of(heads[-1]) if heads else None) or (self._matter if self._matter_heads == heads else None)
        total = self._carried_total if carried and kind != "catalogue" else None
        self._field = None
        self._catalogue = False
        self._is_of_weight = lead is None and _is_of_weight(heads)
        at_numeral = at_zero = 0
        names_fields = "领域" in body
        is_further = is_further_way(body, passage.heads)
        topic = ""
        last_list: str | None = None
        for match in _SENTENCE.finditer(body) if numerals or zeros else ():
            start, end = passage.start + match.start(), passage.start + match.end()
            first_numeral, first_zero = at_numeral, at_zero
            while at_numeral < len(numerals) and numerals[at_numeral].start < end:
                at_numeral += 1
            while at_zero < len(zeros) and zeros[at_zero].start() < end:
                at_zero += 1
            if at_numeral == first_numeral and at_zero == first_zero:
                topic = topic_in(body, match.start(), match.end())
                continue
            if carried is None and _OF_WHICH.match(body, match.start()):
                carried = lists.BEHIND.get(total.indicator_code) if total is not None else lists.under(heads)
            if carried is None and items_from(body, match.start(), match.end(), heads):
                carried = "category"
            if topic and (of_topic := outcomes.matter_of(topic)) is not None:
                # "（二）依申请公开。收到1件": a heading within the passage.
                matter, heads = of_topic, (*heads, topic)
            sentence = Sentence(start, end, heads, carried, last_code, matter, list_total=total if carried else None, topic=topic)
            if sentence.matter is None and outcomes.AMONG_REQUESTS.match(body, match.start()) is not None:
                sentence.matter = "application"
            sentence.is_under_head = is_under_head or bool(topic)
            sentence.is_further = is_further
            sentence.passage_end = passage.end
            topic = ""
            if names_fields:
                self._field = kinds.field_of(body[max(0, match.start() - LONGEST_BEFORE) : match.start()], heads)
            told, denied = numerals[first_numeral:at_numeral], zeros[first_zero:at_zero]
            told = [numeral for numeral in told if not _is_named(self.text, numeral)]
            # "均为没有现成信息": a reason, no denial.
            denied = [zero for zero in denied if not self.text.startswith(_NOTHING_READY, zero.start())]
            if passage.is_problem:
                told = [numeral for numeral in told if self._was_done(start, numeral.start, end)]
                denied = [zero for zero in denied if self._was_done(start, zero.start(), end)]
            self._sentence(sentence, told, denied)
            last_code, matter = sentence.last_code, sentence.matter
            total = sentence.last_total or sentence.list_total
            carried = kind or (sentence.list_kind if sentence.closes else None)
            last_list = sentence.list_kind
        is_line = _ENDS_IN_NUMBER.search(body.rstrip()[-_LONGEST_END:]) is not None
        self._matter, self._matter_heads = matter if is_line else None, heads
        if self._not_applicable:
            self._settle(first)
        if body.rstrip()[-1:] == ":" and not self._led_by:
            led_by = squeezed(body[-_LONGEST_LED_BY:]).rpartition("。")[2]
            self._led_by = led_by[:-1] if len(led_by) < _LONGEST_LED_BY else ""
        if _REPORT_FOLLOWS.search(body.rstrip()[-_LONGEST_END:]) is not None:
            self._carried = self._carried_total = None
        elif body.rstrip()[-1:] == ":":
            # "…96条。其中：" and the list follows in paragraphs of its own.
            self._carried = carried or (lists.BEHIND.get(total.indicator_code) if total is not None else None)
            self._carried = self._carried or lists.headed(squeezed(body[-LONGEST_LEAD:]).rpartition("。")[2].rstrip(":"))
            self._carried_total = total
        elif body.rstrip()[-1:] == ";" and last_list in lists.OF_INFORMATION:
            # "部门文件24条；", and the list goes on in the next paragraph.
            self._carried, self._carried_total = "catalogue" if self._catalogue else last_list, total
        elif not (self._carried and numbered) or (self._item_end == ";" and body.rstrip()[-1:] == "。"):
            # "——微信：148条；" and in the next line "——其他：36条。": the last item.
            self._carried = self._carried_total = None
        self._item_end = body.rstrip()[-1:]
        self._parts = lists.BEHIND.get(last_code or "") if not is_dashed else self._parts

    def _below(self, body: str, above: tuple[str, ...], heads: tuple[str, ...]) -> tuple[str, ...]:
        """ "（二）依申请公开。办结408件，其中：" heads the paragraphs behind it, too, until the next of its numbering."""
        level = level_of_number(body)
        if heads != above:
            self._opened, self._above, self._opened_level = heads, above, level or 0
        elif self._opened:
            is_left = above != self._above or (level is not None and level <= self._opened_level)
            if is_left or (outcomes.matter_of(self._opened[-1]) is not None and _TURNS.match(body)):
                self._opened = ()
        return self._opened or heads

    def _led(self, body: str, heads: tuple[str, ...]) -> tuple[str, ...]:
        """The headings, for the lines of a form with the words that led to them: "工作机构情况如下：", and then "专职人员：2人"."""
        if not self._led_by:
            return heads
        if _LABEL_LINE.match(body) is None:
            self._led_by = ""
            return heads
        return (*heads, self._led_by)

    def _sentence(self, sentence: Sentence, numerals: list[Numeral], zeros: list[re.Match[str]]) -> None:
        if pattern_of("looking_ahead").match(self.text, sentence.start, sentence.end):
            return
        events: list[Numeral | re.Match[str]] = [*numerals, *zeros]
        if numerals and zeros:
            events.sort(key=lambda event: event.start if isinstance(event, Numeral) else event.start())
        previous = sentence.start
        may_quote = self.text.find("《", max(0, sentence.start - LONGEST_REACH), sentence.end) >= 0
        shares_out = any(self.text.find(said, sentence.start, sentence.end) >= 0 for said in RESPECTIVELY)
        sentence.may_turn = MAY_TURN.search(self.text, sentence.start, sentence.end) is not None
        told, denied = sentence.start, sentence.end
        for at, event in enumerate(events):
            if isinstance(event, Numeral):
                if self._counts_by_rule(sentence, event):
                    continue
                if event.value == 1 and (_IS_DENIED.fullmatch(self.text, denied, event.open) or _NOT_ONE.match(self.text, event.close)):
                    # "未发生一起", "一件也没有": the negation says it.
                    continue
                if event.kind in READABLE and event.value is not None and not (may_quote and self._is_quoted(sentence, event.start)):
                    if (
                        shares_out
                        and event.start >= told
                        and (changed := self._changes_in_turn(sentence, event, _numerals_behind(events, at)))
                    ):
                        told = changed
                    elif shares_out and event.start >= told and (found := distribution_at(self.text, sentence, events, at)) is not None:
                        self._distributed(sentence, found)
                        told = found.end
                    elif event.start >= told:
                        glued = _glued(self.text, events, at)
                        until = words_end(self.text, event.close, events[at + 1]) if at + 1 < len(events) else sentence.end
                        if glued is None:
                            self._numeral(sentence, event, previous, until)
                        else:
                            told = glued[-1].close
                            self._glued(sentence, glued, previous)
                previous = event.close
            elif event.lastgroup == "level":
                self._level(sentence, event)
            elif not (may_quote and self._is_quoted(sentence, event.start())):
                self._zero(sentence, event, previous)
                denied = event.end() if event[0][0] in "未没无" else sentence.end
        tail = self.text[previous : sentence.end]
        sentence.closes = tail.rstrip()[-1:] in "：:" or "其中" in tail[-8:]
        if sentence.closes and sentence.last_total is not None and sentence.list_kind is None:
            sentence.list_kind = lists.BEHIND.get(sentence.last_total.indicator_code)

    def _was_done(self, start: int, place: int, end: int) -> bool:
        """Whether what stands at `place`, among problems and plans, tells of the year, and not of what is to be."""
        text = self.text
        opening = start
        start = max(start, text.rfind(";", max(start, place - LONGEST_REACH), place))
        stop = text.find(";", place, end)
        end = stop if stop >= 0 else end
        told, asked = pattern_of("told_of_year"), pattern_of("requirement")
        if asked.search(text, start, end) is not None:
            return False
        if told.search(text, start, end) is not None:
            return True
        # "全年举办培训2场；召开推进会1次": the year stands in the part before.
        opening = max(opening, start - LONGEST_REACH)
        return told.search(text, opening, start) is not None and asked.search(text, opening, start) is None

    def _is_quoted(self, sentence: Sentence, position: int) -> bool:
        start = max(sentence.start, position - LONGEST_REACH)
        return self.text.rfind("《", start, position) > self.text.rfind("》", start, position)

    def _counts_by_rule(self, sentence: Sentence, numeral: Numeral) -> bool:
        """ "主动公开政府信息数（不同渠道公开相同信息计1条）": the number only tells how to count."""
        last = self.text[numeral.open - 1 : numeral.open]
        since = max(sentence.start, numeral.start - _LONGEST_RULE)
        return last == "计" and pattern_of("counting_rule").search(self.text, since, numeral.start) is not None


def _is_named(text: str, numeral: Numeral) -> bool:
    """ "属于四类过程性信息", "免予公开范围3": a number that is a part of the name of a reason to refuse."""
    if numeral.unit in ("类", None) and _REASON_BEHIND.match(text, numeral.start) is not None:
        return True
    return numeral.unit is None and text.endswith(_SCOPE, 0, numeral.open)


def _glued(text: str, events: Sequence[Numeral | re.Match[str]], at: int) -> list[Numeral] | None:
    """Two counts with no word between them ("20项135条"); None where the number stands alone."""
    first, second = events[at], events[at + 1] if at + 1 < len(events) else None
    if not isinstance(first, Numeral) or not isinstance(second, Numeral) or second.open - first.close > _LONGEST_GLUE:
        return None
    if first.unit == "期" and second.unit in ("条", "篇"):
        # "公众号推送298期912条": sendings, and the pieces in them.
        is_sent = _SENT.search(text, max(0, first.open - LONGEST_LEAD), first.open) is not None
        return [first, replace(second, unit="条")] if is_sent and _PIECES_OF.fullmatch(text, first.close, second.open) else None
    if (
        first.unit not in disclosure.GLUED
        or second.unit not in disclosure.UNITS
        or second.open - first.close > 1
        or text[first.close : second.open].strip()
    ):
        return None
    return [first, second]


def _numerals_behind(events: Sequence[Numeral | re.Match[str]], at: int) -> Iterator[Numeral]:
    """The numbers of a sentence behind one of its events, each looked for only when asked: a sentence may hold thousands."""
    for index in range(at + 1, len(events)):
        if isinstance(event := events[index], Numeral):
            yield event


def _is_of_weight(heads: tuple[str, ...]) -> bool:
    """Whether the section goes through the fields of weight."""
    return any("重点" in head and pattern_of("fields_head").search(head) is not None for head in heads[-2:])
