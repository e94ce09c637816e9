"""Sentences with numbers to figures.

Lives here: walking through the numerals and negations of a passage in reading order, with what the sentence has said so far (its last
total, the list that it is in), and making observations of them.
Elsewhere: the clause of a number (clauses.py), which words mean which indicator (matching.py, figures.csv), zeros in words
(negations.py), numbers for several names (distribution.py), information disclosed and its channels and kinds (disclosure.py), the basis
of a figure (basis.py), numerals (../numerals.py).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Document
from extractors.numerals import BARE, PERCENT, READABLE, Numeral
from extractors.prose import disclosure, outcomes, ways
from extractors.prose.basis import basis_of, is_other_year, years_in
from extractors.prose.clauses import WEAK_START, Place, is_asked, place_of, stem_of, words_end
from extractors.prose.distribution import Distribution, distribution_at, names_of
from extractors.prose.headings import Headings
from extractors.prose.passages import Passage
from extractors.prose.subjects import MAY_TURN, is_of_system, tells_of_others
from extractors.prose.ways import Said
from extractors.prose.wording import pattern_of, squeezed
from extractors.prose.writing import LONGEST_BEFORE, LONGEST_REACH, Sentence
from extractors.records import Basis, Observation, Report

_OF_WHICH = re.compile(r"\s*(?:其中|按|(?:主要|具体)?(?:包括|[为是有])\s*:|分别[为是])")
_KIND = "proactive.items.by_category"
# "政策法规类180条，新增31条": all years, then this one.
_NEW = re.compile(r"(?:本年度?|今年|当年|(?:19|20)\d\d年度?)?新增(?:政府)?(?:信息)?")
_NEW_AMONG = re.compile(r"[,(](?:其中)?[:,]?(?:本年度?|今年|当年|(?:19|20)\d\d年度?)?新增(?:政府)?(?:信息)?\d")
_SAYS_INFORMATION = re.compile("信息|主动公开|发布|推送")
# "1.机构职能5;2.政策法规100": a list of counts without units.
_BARE_ITEM = re.compile(r"(?:^|[;,。\s])\d{1,2}[.、][^\d;,。]{2,20}\d+(?=[;,。\s]|$)|[^\d,;。()]{2,16}\(\d+条\)")
# A number without a unit ends its item: "22.5分" counts what no table names.
_BEHIND_BARE = ("", *",;:()。、.!?")
_AND = re.compile("[和与及]")
_LONGEST_GLUE = 3
_SENT = re.compile("(?:微信|公众号|订阅号|手机报|抖音)[^,;。]{0,12}$")
_PIECES_OF = re.compile("[,、]?(?:共计?|合计)?")
# "1、政策法规：12条；2、规划计划：8条。": nothing but items.
_ITEMS_ONLY = re.compile(r"(?:\s*[(（]?\d{1,2}[)）、.．]\s*[^\d,;:。()]{2,16}[:]?\s*\d+\s*条\s*[;。]?)+\s*")
# "机构职能11，法规文件26，规划计划4": a paragraph that begins with items.
_BARE_LIST = re.compile(r"(?:\s*[^\d\s,;:。、()]{2,12}\d{1,5}[,;、。]){3}")
# "计划生育40条": a line that is an item.
_ITEM_LINE = re.compile(r"[^\d,;:。()]{2,16}:?\s*\d+\s*条次?\s*[;。]?\s*")
_NEXT_ITEM = re.compile("[.．][\u4e00-\u9fff]")
# "全县国土资源系统共…": whose figure it is, where it is not the reporter's own.
_WHOLE = re.compile("^.*?(?:系统|全(?:国|省|自治区|市|州|县|区|旗|镇|乡|街道))")
_IS_DENIED = re.compile("[发生收到接受理出现过]{0,4}")
# A line of a list: nothing follows its number.
_ENDS_IN_NUMBER = re.compile(r"[:\d]\s*\d+\s*[件宗条起]?[,;]?$")
_LONGEST_END = 12
_NOT_ONE = re.compile(r"\s*[也都]\s*(?:没有|未|无)")
_SENTENCE = re.compile("[^。!?]+[。!?]?")
# "政务动态类信息占42%".
_SHARE_OF_KIND = re.compile("类(?:的)?(?:政府|政务)?(?:信息)?(?:数量)?(?:约|近)?占")
_SAYS_PUBLISHED = re.compile("(?:公开|发布|公布|公示)")
_ASKED_OF_ALL = re.compile("要求|规定|目标|任务|计划|考核|原则|标准|各(?![类种项])|[每应须需拟]|争取|力争|确保")
_WHAT_WAS_ASKED = re.compile("申请(?:公开)?的?(?:信息)?(?:内容|类别|类型|领域)")
# A word of a list item is never longer: what is longer is a sentence.
_LONGEST_LABEL = 28
_LONGEST_LEAD = 44
_LONGEST_TOPIC = 20
_NUMBERING = re.compile(r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．])+")
# What a heading says of its section it says sooner; longer ones are paragraphs that markup made headings.
_LONGEST_HEADING = 80


class ProseReader(Headings):
    """Reads the passages of one report."""

    def __init__(self, document: Document, text: str, report: Report, is_new: bool) -> None:
        super().__init__(document, text)
        self.year = report.report_year
        self.publisher = squeezed(report.publisher or "")
        self.is_new = is_new
        self.is_part = report.document_type == "quarterly_report" or pattern_of("part_of_year").search(report.title or "") is not None
        self._carried: str | None = None
        self._carried_total: Observation | None = None
        self._matter: str | None = None
        self._matter_heads: tuple[str, ...] = ()
        self._field: str | None = None
        self._catalogue = False
        self._is_of_weight = False

    def read(self, passage: Passage, numerals: list[Numeral], zeros: list[re.Match[str]]) -> None:
        """Adds the figures of one passage. `numerals` and `zeros` are those that stand in it."""
        if passage.head_start >= 0:
            self._empty_section(passage)
        first = len(self.observations)
        body = self.text[passage.start : passage.end]
        if not (numerals or zeros or self._carried) and body[-1:] != ":":
            return
        lead, heads = _lead_in(body, passage.heads)
        if any(len(head) > _LONGEST_HEADING for head in heads):
            heads = tuple(head[:_LONGEST_HEADING] for head in heads)
        if lead is None and (opening := _opening_name(body)):
            heads = (*heads, opening)
        kind = disclosure.list_of(lead) if lead else None
        is_item = _ITEM_LINE.fullmatch(body) is not None
        numbered = lead is not None or is_item or WEAK_START.match(squeezed(body[:6])) is not None
        carried = kind or (self._carried if numbered or (self._carried and not lead) else None)
        if carried is None and heads and (numbered or "条)" in body):
            listed = disclosure.list_of(heads[-1])
            carried = listed if listed is not None and len(_BARE_ITEM.findall(body)) > 1 else None
        if carried is None and passage.heads and _BARE_LIST.match(body):
            carried = disclosure.list_of(passage.heads[-1])
        if (
            carried is None
            and (is_item or _ITEMS_ONLY.fullmatch(body))
            and passage.heads
            and pattern_of("about_disclosure").search(passage.heads[-1])
        ):
            carried = "category"
        last_code: str | None = None
        # "行政复议数量：1", and in the next line "维持数：1".
        matter = (outcomes.matter_of(heads[-1]) if heads else None) or (self._matter if self._matter_heads == heads else None)
        total = self._carried_total if carried and kind != "catalogue" else None
        self._field = None
        self._catalogue = False
        self._is_of_weight = lead is None and _is_of_weight(passage.heads)
        is_under_head = passage.head_start >= 0 or heads != passage.heads
        at_numeral = at_zero = 0
        names_fields = "领域" in body
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
                topic = _topic_in(body, match.start(), match.end())
                continue
            if carried is None and _OF_WHICH.match(body, match.start()):
                carried = disclosure.LISTS.get(total.indicator_code) if total is not None else disclosure.list_under(heads)
            if topic and (of_topic := outcomes.matter_of(topic)) is not None:
                # "（二）依申请公开。收到1件": a heading within the passage.
                matter, heads = of_topic, (*heads, topic)
            sentence = Sentence(start, end, heads, carried, last_code, matter, list_total=total if carried else None, topic=topic)
            sentence.is_under_head = is_under_head or bool(topic)
            sentence.passage_end = passage.end
            topic = ""
            if names_fields:
                self._field = disclosure.field_of(body[max(0, match.start() - LONGEST_BEFORE) : match.start()], heads)
            told, denied = numerals[first_numeral:at_numeral], zeros[first_zero:at_zero]
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
        if body.rstrip()[-1:] == ":":
            # "…96条。其中：" and the list follows in paragraphs of its own.
            self._carried = carried or (disclosure.LISTS.get(total.indicator_code) if total is not None else None)
            self._carried = self._carried or disclosure.list_of(squeezed(body[-_LONGEST_LEAD:]).rpartition("。")[2])
            self._carried_total = total
        elif body.rstrip()[-1:] == ";" and last_list in disclosure.LISTED:
            # "部门文件24条；", and the list goes on in the next paragraph.
            self._carried, self._carried_total = "catalogue" if self._catalogue else last_list, total
        elif not (self._carried and numbered):
            self._carried = self._carried_total = None

    def _sentence(self, sentence: Sentence, numerals: list[Numeral], zeros: list[re.Match[str]]) -> None:
        if pattern_of("looking_ahead").match(self.text, sentence.start, sentence.end):
            return
        events: list[Numeral | re.Match[str]] = [*numerals, *zeros]
        if numerals and zeros:
            events.sort(key=lambda event: event.start if isinstance(event, Numeral) else event.start())
        previous = sentence.start
        may_quote = self.text.find("《", max(0, sentence.start - LONGEST_REACH), sentence.end) >= 0
        shares_out = self.text.find("分别", sentence.start, sentence.end) >= 0
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
                    if shares_out and event.start >= told and (found := distribution_at(self.text, sentence, events, at)) is not None:
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
            sentence.list_kind = disclosure.LISTS.get(sentence.last_total.indicator_code)

    def _was_done(self, start: int, place: int, end: int) -> bool:
        """Whether what stands at `place`, among problems and plans, tells of the year, and not of what is to be."""
        text = self.text
        start = max(start, text.rfind(";", max(start, place - LONGEST_REACH), place))
        stop = text.find(";", place, end)
        end = stop if stop >= 0 else end
        return pattern_of("told_of_year").search(text, start, end) is not None and not pattern_of("requirement").search(text, start, end)

    def _is_quoted(self, sentence: Sentence, position: int) -> bool:
        start = max(sentence.start, position - LONGEST_REACH)
        return self.text.rfind("《", start, position) > self.text.rfind("》", start, position)

    def _counts_by_rule(self, sentence: Sentence, numeral: Numeral) -> bool:
        """ "主动公开政府信息数（不同渠道公开相同信息计1条）": the number only tells how to count."""
        last = self.text[numeral.open - 1 : numeral.open]
        since = max(sentence.start, numeral.start - _LONGEST_LABEL)
        return last == "计" and pattern_of("counting_rule").search(self.text, since, numeral.start) is not None

    def _numeral(self, sentence: Sentence, numeral: Numeral, previous: int, until: int) -> None:
        """Reads one number, whose words stand between `previous` and `until`."""
        place = place_of(self.text, sentence, numeral, previous)
        before = sentence.read_on(self.text, numeral.open)
        if numeral.kind == BARE and _NEXT_ITEM.match(self.text, numeral.close):
            # "机构职能52.政策法规8": 52, or 5 and the number of the next item?
            return
        if (sentence.may_turn and tells_of_others(before, self.publisher)) or is_of_system(self.text, sentence, place):
            sentence.of_others = sentence.of_others or place
            return
        if sentence.of_others is not None and pattern_of("own_part").fullmatch(place.stem):
            # "全县共公开信息3562条，我镇占其中的87条".
            label = _WHOLE.sub("", sentence.of_others.label)
            place = replace(place, label=label, stem=stem_of(label))
        if is_asked(place.label) or (is_asked(self.text[numeral.open : numeral.start]) and not self._was_reached(sentence, place, before)):
            return
        own = years_in(place.label)
        if is_other_year(sentence.years, own, self.year):
            return
        since = squeezed(self.text[previous : numeral.open])
        if sentence.last_code == _KIND and since.startswith("(其中") and "新" not in since:
            # "政策文件12条（其中规范性文件3条）": a part of a part.
            return
        self._open(sentence, since)
        basis = basis_of(before, since, place.label, own, self.year)
        if numeral.kind == PERCENT and previous != sentence.item_end and pattern_of("share").fullmatch(place.label):
            # The share of an item that gave no figure is nobody's.
            return
        self._tell(sentence, place, basis, before, min(until, numeral.close + LONGEST_REACH))

    def _was_reached(self, sentence: Sentence, place: Place, before: str) -> bool:
        """ "我局主动公开信息不少于600条": a bound of what was done, where nothing else says that it was asked for."""
        is_own = pattern_of("own_subject").search(before) is not None or (sentence.last_code or "").startswith("proactive.items")
        is_published = place.numeral.unit in disclosure.PIECES and _SAYS_PUBLISHED.search(place.label) is not None
        return is_own and is_published and _ASKED_OF_ALL.search(before) is None

    def _open(self, sentence: Sentence, since: str) -> None:
        """Notes the list that the words behind the last number open, if they do."""
        about_proposals = (sentence.last_code or "").startswith("proposal.") or bool(
            sentence.heads and pattern_of("about_proposals").search(sentence.heads[-1])
        )
        opened = disclosure.list_opened(since, about_proposals)
        if opened is None and sentence.list_kind is None and sentence.last_code is None and "其中" in since:
            # "重点公开了…，其中招生信息18条": under a heading on disclosure.
            opened = disclosure.list_under(sentence.heads)
        if opened is not None:
            sentence.list_kind = opened
            sentence.list_total = sentence.last_total

    def _glued(self, sentence: Sentence, numerals: list[Numeral], previous: int) -> None:
        """ "发布信息20项135条": the words before belong to the one that counts pieces of information; nothing where both or neither do."""
        pieces = [numeral for numeral in numerals if numeral.unit in disclosure.PIECES]
        if len(pieces) == 1:
            self._numeral(sentence, replace(pieces[0], open=numerals[0].open), previous, numerals[-1].close)

    def _distributed(self, sentence: Sentence, found: Distribution) -> None:
        """Numbers told for several names in turn; nothing where it is not plain which number is whose."""
        before = sentence.read_on(self.text, found.start)
        if found.is_share:
            items = sentence.items if found.names == [] else [disclosure.item_label(name) for name in found.names or ()]
            if len(items) == len(found.numerals):
                for item, numeral in zip(items, found.numerals, strict=True):
                    self._share(sentence, item, numeral, "current")
            return
        for place in found.places():
            own = years_in(place.label)
            if not is_other_year(sentence.years, own, self.year):
                self._tell(sentence, place, basis_of(before, place.label, place.label, own, self.year), before, found.end)

    def _tell(self, sentence: Sentence, place: Place, basis: Basis, before: str, until: int) -> None:
        if place.numeral.kind == PERCENT:
            self._percent(sentence, place, basis)
            return
        if "各" in place.label and self._each(sentence, place, basis, before):
            return
        if self._year_before(sentence, place) or self._finance(sentence, place):
            return
        is_led = sentence.matter in outcomes.MATTERS and place.label != "" and self.text.endswith((":", ","), 0, place.numeral.open)
        if is_led and self._fate(sentence, place, basis, before, until, is_led=True):
            return
        if self._by_rule(sentence, place, basis, before) or self._of_heading(sentence, place, basis, before):
            self._fate_of_all(sentence, place, basis, before, until)
            return
        if sentence.matter in outcomes.MATTERS and self._fate(sentence, place, basis, before, until):
            return
        if self._sum(sentence, place) or self._part(sentence, place, before):
            return
        if self._again(sentence, place, self._all_years(sentence, place, basis)) or self._change(sentence, place):
            return
        if self._sums_up(sentence, place, basis):
            return
        self._disclosed(sentence, place, basis, before)

    def _finance(self, sentence: Sentence, place: Place) -> bool:
        if not place.numeral.unit or not place.numeral.unit.endswith("元") or sentence.finance is None:
            return False
        basis: Basis | None = None
        if pattern_of("budget").search(place.label):
            basis = "budget"
        elif pattern_of("year_before").search(place.label):
            basis = "prior_year"
        if basis is None or pattern_of("difference").search(place.stem[-4:]):
            return False
        self._add(sentence, sentence.finance, place.numeral, f"prose:{sentence.finance}", 0.9, basis)
        return True

    def _percent(self, sentence: Sentence, place: Place, basis: Basis) -> None:
        if self._change(sentence, place):
            return
        if sentence.items and pattern_of("share").fullmatch(place.label):
            if place.label[0] != "占":
                place.numeral.qualifier = "approximate"
            self._share(sentence, sentence.items[-1], place.numeral, basis)
            return
        is_kind = "类" in place.label and pattern_of("about_disclosure").search(sentence.before) is not None
        if _SHARE_OF_KIND.search(place.label) and sentence.heads:
            is_kind = is_kind or pattern_of("about_disclosure").search(sentence.heads[-1]) is not None
        if (sentence.list_kind == "category" or is_kind) and (item := disclosure.shared_kind(place.label)) is not None:
            # "机构职能类信息占0.8%": the share alone.
            self._share(sentence, item, place.numeral, basis)
            sentence.list_kind = "category"
            return
        self._by_rule(sentence, place, basis, sentence.before)

    def _share(self, sentence: Sentence, item: str, numeral: Numeral, basis: Basis) -> None:
        self._add(sentence, "proactive.items.share_by_category", numeral, "prose:share", 0.9, basis, item, keep_last=True)

    def _disclosed(self, sentence: Sentence, place: Place, basis: Basis, before: str) -> None:
        unit = place.numeral.unit
        if sentence.items and sentence.last_code == _KIND and _NEW.fullmatch(place.stem):
            self._add(sentence, _KIND, place.numeral, f"prose:{_KIND}", 0.9, basis, sentence.items[-1])
            return
        if sentence.list_kind == "request":
            return
        if sentence.list_kind in ("consult", "subject"):
            self._item(sentence, place, basis)
            return
        if unit == "个" and disclosure.POSTED.search(place.stem):
            unit = "条"
        if unit not in disclosure.UNITS and (unit is not None or place.behind[:1] not in _BEHIND_BARE):
            return
        if _WHAT_WAS_ASKED.search(before):
            # "从申请内容看，项目审批类20件": what requests were about.
            return
        is_of_others = sentence.matter in outcomes.MATTERS or self._is_of_answers(sentence, place)
        if is_of_others and _SAYS_INFORMATION.search(place.stem) is None:
            # "收到申请9件，其中公开8件": of the applications.
            return
        if sentence.last_code == "proactive.normative_documents.disclosed" and sentence.list_kind is None and place.stem.endswith("文件"):
            # "公开规范性文件33件，人事任免文件21件".
            sentence.list_kind = "category"
        says = disclosure.disclosed(place.stem, place.label, unit, sentence, self.publisher, self._field, before, place.behind)
        if "目录" in before or self._catalogue or (sentence.heads and "目录" in sentence.heads[-1]):
            says = self._in_catalogue(sentence, place, before, says)
        if self._is_of_weight:
            says = disclosure.in_field(says, sentence, before)
            if says is not None and says[0] == "proactive.items.by_field":
                sentence.list_kind = sentence.list_kind or "field"
        if says is None:
            return
        code, label, confidence = says
        if code == _KIND and _NEW_AMONG.match(place.behind):
            basis = "cumulative"
        if code in disclosure.WHOLES and disclosure.means_all_years(place.behind, place.label):
            basis = "cumulative"
        elif code == "proactive.items" and basis == "current" and "累计" in place.label:
            confidence = min(confidence, 0.9 if pattern_of("this_year").search(before) else 0.6)
        added = self._add(sentence, code, place.numeral, f"prose:{code}", confidence, basis, label)
        if code in disclosure.LISTS:
            sentence.last_total = added
            self._open_list(sentence, place, disclosure.LISTS[code])
        if code == _KIND:
            sentence.items.append(label or "")
            sentence.item_end = place.numeral.close
            sentence.list_kind = sentence.list_kind or "category"

    def _in_catalogue(self, sentence: Sentence, place: Place, before: str, says: Said | None) -> Said | None:
        """ "在公开目录“工作动态”栏目公开64条，“政策法规”栏目8条": by its columns, until the passage speaks of something else."""
        head = sentence.heads[-1] if sentence.heads else ""
        if pattern_of("by_catalogue").search(before):
            self._catalogue = True
        elif not (pattern_of("catalogue_head").search(head) or (self._catalogue and (place.stem[:1] == '"' or before.startswith("其中")))):
            return says
        return disclosure.in_catalogue(says, place.stem)

    def _is_of_answers(self, sentence: Sentence, place: Place) -> bool:
        """ "发布解读稿件60篇，其中图文28篇": of what the last figure counts, which is no information disclosed as such."""
        last = self.observations[-1] if self.observations else None
        if last is None or last.value_start < sentence.start or not last.indicator_code.startswith("response."):
            return False
        return "其中" in self.text[last.value_end : place.numeral.open]

    def _each(self, sentence: Sentence, place: Place, basis: Basis, before: str) -> bool:
        """ "网站、公示栏各公开46条": so many by each way, or of each kind of a list; nothing where one of the names is neither."""
        match = pattern_of("each").search(place.label)
        words = place.label[: match.start()] if match is not None else ""
        # "公共资源配置、价格和收费信息各9条": two fields, or three?
        names = [] if sentence.list_kind == "field" and _AND.search(words) else names_of(words)
        if match is None or len(names) < 2 or place.numeral.unit not in disclosure.UNITS:
            return False
        verb = match["verb"] or ("公开" if all(ways.channel_code(name) for name in names) else "")
        labels = [name + verb for name in names]
        said = [
            disclosure.disclosed(stem_of(label), label, place.numeral.unit, sentence, self.publisher, self._field, before)
            for label in labels
        ]
        if None in said or len(set(said)) < len(said) or any(pattern_of("office").search(name) for name in names):
            return False
        for code, label, confidence in (says for says in said if says is not None):
            self._add(sentence, code, place.numeral, f"prose:{code}", confidence, basis, label)
        return True

    def _item(self, sentence: Sentence, place: Place, basis: Basis) -> None:
        if sentence.list_kind == "consult":
            code, label = "response.consultations.by_channel", ways.channel_of_item(place.stem)
        else:
            opened = pattern_of("lead_of_subjects").search(place.stem)
            subject = place.stem if opened is None else place.stem[opened.end() :].lstrip("为")
            code, label = "proposal.by_subject", disclosure.item_label(subject)
            if pattern_of("no_subject").search(label):
                return
        if not label or len(label) > _LONGEST_LABEL:
            return
        if sentence.list_kind == "consult" and "信访" in self.text[sentence.start : place.numeral.open].rpartition(";")[2]:
            # "信访来信18件、来访7批次": petitions, not questions.
            return
        self._add(sentence, code, place.numeral, f"prose:{code}", 0.9, basis, label)


def _glued(text: str, events: Sequence[Numeral | re.Match[str]], at: int) -> list[Numeral] | None:
    """Two counts with no word between them ("20项135条"); None where the number stands alone."""
    first, second = events[at], events[at + 1] if at + 1 < len(events) else None
    if not isinstance(first, Numeral) or not isinstance(second, Numeral) or second.open - first.close > _LONGEST_GLUE:
        return None
    if first.unit == "期" and second.unit in ("条", "篇"):
        # "公众号推送298期912条": sendings, and the pieces in them.
        is_sent = _SENT.search(text, max(0, first.open - _LONGEST_LEAD), first.open) is not None
        return [first, replace(second, unit="条")] if is_sent and _PIECES_OF.fullmatch(text, first.close, second.open) else None
    if (
        first.unit not in disclosure.GLUED
        or second.unit not in disclosure.UNITS
        or second.open - first.close > 1
        or text[first.close : second.open].strip()
    ):
        return None
    return [first, second]


def _is_of_weight(heads: tuple[str, ...]) -> bool:
    """Whether the section goes through the fields of weight."""
    return any("重点" in head and pattern_of("fields_head").search(head) is not None for head in heads[-2:])


def _topic_in(body: str, start: int, end: int) -> str:
    """What a short sentence names, if it is no more than a name ("一是政府网站。")."""
    if end - start > _LONGEST_TOPIC:
        return ""
    words = WEAK_START.sub("", _NUMBERING.sub("", squeezed(body[start:end]))).rstrip("。")
    return "" if any(mark in words for mark in ",:;!?") else words


def _opening_name(body: str) -> str:
    """ "（一）主动公开情况。全年…": the numbered name that a paragraph begins with, as if it were its heading."""
    end = body.find("。", 0, _LONGEST_TOPIC + 4)
    if end < 0 or _NUMBERING.match(squeezed(body[:end])) is None:
        return ""
    words = _topic_in(body, 0, end + 1)
    return "" if ways.channel_code(words) or words.endswith(("类", "领域")) or any(mark.isdigit() for mark in words) else words


def _lead_in(body: str, heads: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The words of "（一）主动公开数量：…" before the colon, and the headings with them."""
    match = pattern_of("lead_in").match(body) if ":" in body[:_LONGEST_LEAD] else None
    if match is None:
        return None, heads
    lead = squeezed(match["lead"] or match["plain"])
    return lead, (*heads, lead)
