"""One number of a sentence to a figure.

Lives here: whether a number counts anything of the reporter's, and what is tried to tell what, in which order: the year before, rules,
headings, outcomes, parts, totals, changes, information disclosed with its lists and shares.
Elsewhere: which numbers of a sentence are asked (figures.py), each of the things tried (matching.py, changes.py, totals.py, headings.py,
disclosure/), whose figures a sentence tells (subjects.py), cases of another matter (other_cases.py), pieces that are no information
disclosed (not_disclosed.py), numbers for several names (distribution.py).
"""

import re
from dataclasses import replace

from extractors.document import Document
from extractors.numerals import BARE, PERCENT, Numeral
from extractors.prose import disclosure, kinds, lists, not_disclosed, other_cases, outcomes, together, ways
from extractors.prose.basis import THIS_YEAR, basis_of, is_other_year, years_in
from extractors.prose.clauses import Place, is_asked, place_of, stem_of
from extractors.prose.distribution import Distribution, names_of
from extractors.prose.headings import Headings
from extractors.prose.subjects import is_of_system, tells_of_others
from extractors.prose.ways import Said
from extractors.prose.wording import pattern_of, squeezed
from extractors.prose.writing import LONGEST_REACH, Sentence
from extractors.records import Basis, Report

# "政策法规类180条，新增31条": all years, then this one.
_NEW = re.compile(rf"{THIS_YEAR}?新增(?:政府)?(?:信息)?")
_NEW_AMONG = re.compile(rf"[,(](?:其中)?[:,]?{THIS_YEAR}?新增(?:政府)?(?:信息)?\d")
# Behind requests or answers a number of pieces of information says so itself.
_SAYS_INFORMATION = re.compile("信息|主动公开|发布|推送")
# A number without a unit ends its item: "22.5分" counts what no table names.
_BEHIND_BARE = ("", *",;:()。、.!?")
# Joins two names, or stands within one.
_AND = re.compile("[和与及]")
_PARTS = re.compile("其中|含|包括|分别|:")
_UP_TO_NOW = re.compile(r"(?:截[至止]|到)(?:目前|今|(?:20\d\d)?年[底末]),?[^,;。]{0,10}总[数量][^,;。]{0,3}$")
# "网站公开信息412条，其中新增198条".
_OF_WHICH_NEW = re.compile(r"\s*条[,(]其中[:,]?\s*(?:本年度?|今年|当年|年内)?新增(?:(?:政府)?信息)?\s*")
# How far behind the last figure the next line of a list begins.
_NEXT_LINE = 4
# "计划公开信息50条，培训2次": a plan goes on behind its first number, unless words tell what was done (_WAS_DONE).
_PLANS = re.compile("计划|力争|争取|拟|目标|将")
# What bills and suggestions are counted in.
_OF_PROPOSALS = ("件", "项", "个", None)
_WAS_DONE = re.compile("实际|已|全年|完成|实现|其中|上半年|截[至止]")
# "机构职能52.政策法规8": a point behind the digits, then the name of an item.
_NEXT_ITEM = re.compile("[.．][\u4e00-\u9fff]")
# "全县国土资源系统共…": whose figure it is, where it is not the reporter's own.
_WHOLE = re.compile(
    "^.*?(?:系统|全(?:国|省|自治区|市|州|县|区|旗|镇|乡|街道))(?:各(?:县市区|县区|区县|乡镇|镇街|部门|单位|县|区|镇|乡|、|和|及)+(?:单位|部门)?)*"
)
# "政务动态类信息占42%".
_SHARE_OF_KIND = re.compile("类(?:的)?(?:政府|政务)?(?:信息)?(?:数量)?(?:约|近)?占")
_FURTHER_SHARES = re.compile(r"(?:\s*(?:[、和与及]|以及)\s*\d+(?:\.\d+)?\s*%)+")
# "主动公开信息不少于600条": what a bound is of, unless it was asked for.
_SAYS_PUBLISHED = re.compile("(?:公开|发布|公布|公示)")
# "政府信息共六大类104条：": the units that kinds are counted in.
_KINDS = ("类", "大类")
# "信息共分5类87条": what stands between what is counted and its two numbers.
_DIVIDED = re.compile("(?:共|总共)?分(?:为|成)?(?:共)?$")
# What a list that begins with no more than 内容 goes on with, and what it is of then.
_OF_CONTENT = re.compile("[,;。]?(?:主要)?内容")
_ASKED = ("application.", "response.", "complaints", "proposal.")
# What stands behind a count whose parts are named next.
_NAMES_FOLLOW = re.compile(r"\s*[,:;(]")
# Who asks for a bound, or of whom.
_ASKED_OF_ALL = re.compile("要求|规定|目标|任务|计划|考核|原则|标准|各(?![类种项])|[每应须需拟]|争取|力争|确保")
# A word of a list item is never longer: what is longer is a sentence.
_LONGEST_LABEL = 28
# A publisher that is an office for one matter, no place and no committee that governs one.
_BUREAU = re.compile("(?:局|厅|(?<!管理)委员会|大队|支队|中心|站|院|学校)$")


class Counts(Headings):
    """Reads the numbers of one report, each with the words around it."""

    def __init__(self, document: Document, text: str, report: Report, is_new: bool) -> None:
        super().__init__(document, text)
        self.year = report.report_year
        self.publisher = squeezed(report.publisher or "")
        self.is_new = is_new
        self.is_bureau = _BUREAU.search(self.publisher) is not None
        self.is_part = report.document_type == "quarterly_report" or pattern_of("part_of_year").search(report.title or "") is not None
        # The field of the passage, whether its counts go by the columns of the catalogue, and whether it goes through the fields of weight.
        self._field: str | None = None
        self._catalogue = False
        self._is_of_weight = False

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
        if not_disclosed.is_over_years(before):
            return
        if is_asked(place.label) or (is_asked(self.text[numeral.open : numeral.start]) and not self._was_reached(sentence, place, before)):
            if numeral.open >= sentence.planned_to and _PLANS.search(place.label) is not None:
                stop = self.text.find(";", numeral.close, sentence.end)
                sentence.planned_to = stop if stop >= 0 else sentence.end
            return
        if numeral.open < sentence.planned_to and _WAS_DONE.search(place.label) is None:
            # "下半年计划公开信息50条，培训2次".
            return
        own = years_in(place.label)
        is_of_all_years = not own and pattern_of("all_years").search(place.label) is not None
        if is_other_year(sentence.years, own, self.year) and not is_of_all_years and pattern_of("risen_to").fullmatch(place.label) is None:
            return
        since = squeezed(self.text[previous : numeral.open])
        if numeral.open < sentence.within_to or self._is_within_part(sentence, place, since):
            return
        self._open(sentence, since)
        basis = basis_of(before, since, place.label, own, self.year)
        if numeral.kind == PERCENT and previous != sentence.item_end and pattern_of("share").fullmatch(place.label):
            # The share of an item that gave no figure is nobody's.
            return
        self._tell(sentence, place, basis, before, min(until, numeral.close + LONGEST_REACH))

    def _is_within_part(self, sentence: Sentence, place: Place, since: str) -> bool:
        """Whether a number, with all in its brackets, is a part of a part.

        "政策文件12条（其中规范性文件3条）", "网站140条（其中县政府网站118条、镇网站22条）".
        """
        if not since.startswith("(") or "新" in since:
            return False
        is_within = sentence.last_code == kinds.BY_CATEGORY and since.startswith("(其中")
        is_within = is_within or (sentence.last_code in ways.CHANNELS and ways.channel_code(place.stem) == sentence.last_code)
        if is_within and (closed := self.text.find(")", place.numeral.close, sentence.end)) >= 0:
            sentence.within_to = closed
        return is_within

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
        opened = lists.opened(since, about_proposals)
        if opened is None and sentence.list_kind is None and sentence.last_code is None and "其中" in since:
            # "重点公开了…，其中招生信息18条": under a heading on disclosure.
            opened = lists.under(sentence.heads)
        if opened == "category" and (sentence.last_code or "").startswith(_ASKED) and _OF_CONTENT.match(since):
            # "收到申请9件。内容包括：社保2件": what was asked for.
            return
        if opened is not None:
            sentence.list_kind = opened
            sentence.list_total = sentence.last_total

    def _glued(self, sentence: Sentence, numerals: list[Numeral], previous: int) -> None:
        """ "发布信息20项135条": the words before belong to the one that counts pieces of information; nothing where both or neither do."""
        pieces = [numeral for numeral in numerals if numeral.unit in disclosure.PIECES]
        if len(pieces) != 1:
            return
        divided = _DIVIDED.search(self.text, max(previous, numerals[0].open - _LONGEST_LABEL), numerals[0].open)
        told = len(self.observations)
        begin = divided.start() if divided is not None and divided.start() > previous else numerals[0].open
        self._numeral(sentence, replace(pieces[0], open=begin), previous, numerals[-1].close)
        is_whole = [figure.indicator_code for figure in self.observations[told:]] == ["proactive.items"]
        if is_whole and numerals[0].unit in _KINDS and _NAMES_FOLLOW.match(self.text, numerals[-1].close):
            # "政府信息共六大类104条：", and their names follow.
            count = "proactive.category_count"
            self._add(sentence, count, numerals[0], 0.9, self.observations[-1].basis, keep_last=True)

    def _distributed(self, sentence: Sentence, found: Distribution) -> None:
        """Numbers told for several names in turn; nothing where it is not plain which number is whose."""
        before = sentence.read_on(self.text, found.start)
        if found.is_share:
            items = sentence.items if found.names == [] else [kinds.item_label(name) for name in found.names or ()]
            if len(items) == len(found.numerals):
                for item, numeral in zip(items, found.numerals, strict=True):
                    self._share(sentence, item, numeral, "current")
            return
        self._open(sentence, squeezed(self.text[found.clause_start : found.start]))
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
        if other_cases.are_told_on(self.text, sentence, place, before):
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
        sentence.others.note(place, is_first=not self._has_told(sentence))
        if self._rest(sentence, place) or (basis != "cumulative" and self._sum(sentence, place)) or self._part(sentence, place, before):
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
        self._add(sentence, sentence.finance, place.numeral, 0.9, basis)
        return True

    def _percent(self, sentence: Sentence, place: Place, basis: Basis) -> None:
        if self._change(sentence, place):
            return
        if sentence.shared and not place.stem:
            self._share(sentence, sentence.shared.pop(0), place.numeral, basis)
            return
        if sentence.items and pattern_of("share").fullmatch(place.label):
            if place.label[0] != "占":
                place.numeral.qualifier = "approximate"
            items = self._shared_by(sentence, place)
            if items:
                self._share(sentence, items[0], place.numeral, basis)
                sentence.shared = items[1:]
            return
        is_kind = "类" in place.label and pattern_of("about_disclosure").search(sentence.before) is not None
        if _SHARE_OF_KIND.search(place.label) and sentence.heads:
            is_kind = is_kind or pattern_of("about_disclosure").search(sentence.heads[-1]) is not None
        if (sentence.list_kind == "category" or is_kind) and (item := kinds.shared_kind(place.label)) is not None:
            # "机构职能类信息占0.8%": the share alone.
            self._share(sentence, item, place.numeral, basis)
            sentence.list_kind = "category"
            return
        self._by_rule(sentence, place, basis, sentence.before)

    def _shared_by(self, sentence: Sentence, place: Place) -> list[str]:
        """The items that the shares from here on are of, in turn: "7条和4条，占12.3%和7.0%"; none where they are too few."""
        further = _FURTHER_SHARES.match(self.text, place.numeral.close)
        count = 1 + (further[0].count("%") if further is not None else 0)
        return sentence.items[-count:] if len(sentence.items) >= count else []

    def _share(self, sentence: Sentence, item: str, numeral: Numeral, basis: Basis) -> None:
        self._add(sentence, "proactive.items.share_by_category", numeral, 0.9, basis, item, keep_last=True, recogniser="prose:share")

    def _disclosed(self, sentence: Sentence, place: Place, basis: Basis, before: str) -> None:
        unit = place.numeral.unit
        if sentence.items and sentence.last_code == kinds.BY_CATEGORY and _NEW.fullmatch(place.stem):
            self._add(sentence, kinds.BY_CATEGORY, place.numeral, 0.9, basis, sentence.items[-1])
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
        if not_disclosed.is_of_others(sentence, place, unit, before):
            return
        is_of_others = sentence.matter in outcomes.MATTERS or self._is_of_answers(sentence, place)
        if is_of_others and _SAYS_INFORMATION.search(place.stem) is None:
            # "收到申请9件，其中公开8件": of the applications.
            return
        if sentence.last_code == "proactive.normative_documents.disclosed" and sentence.list_kind is None and place.stem.endswith("文件"):
            # "公开规范性文件33件，人事任免文件21件".
            sentence.list_kind = "category"
        several, what = together.named_in(place.stem)
        if several:
            says = together.count_of(several, what, sentence, place.behind)
        else:
            count = disclosure.Pieces(place.stem, place.label, unit, sentence, self.publisher, self._field, before, place.behind)
            says = disclosure.disclosed(count)
        if "目录" in before or self._catalogue or (sentence.heads and "目录" in sentence.heads[-1]):
            says = self._in_catalogue(sentence, place, before, says)
        if self._is_of_weight:
            says = kinds.in_field(says, sentence, before)
            if says is not None and says[0] == "proactive.items.by_field":
                sentence.list_kind = sentence.list_kind or "field"
        if says is None:
            return
        is_own_site = kinds.is_own_site(says, self.publisher) and not self._is_site_told(sentence)
        code, label, confidence = (ways.SITE, None, 0.9) if is_own_site else says
        if code == "proactive.items":
            code = self._way_of_all_years(sentence, place) or code
        if code == ways.SITE and (platform := ways.bare_platform(place.stem)) and self._is_site_told(sentence):
            code, label = ways.BY_CHANNEL, kinds.item_label(platform)
        if not_disclosed.is_no_member(code, label, place):
            return
        if code == kinds.BY_CATEGORY and _NEW_AMONG.match(place.behind):
            basis = "cumulative"
        if (code in disclosure.WHOLES and disclosure.means_all_years(place.behind, place.label)) or (
            code == "proactive.items"
            and basis == "current"
            and _UP_TO_NOW.search(before[-_LONGEST_LABEL:])
            and self._is_more_than_told(place)
        ):
            basis = "cumulative"
        elif code == "proactive.items" and basis == "current" and "累计" in place.label:
            confidence = min(confidence, 0.9 if pattern_of("this_year").search(before) else 0.6)
        added = self._add(sentence, code, place.numeral, confidence, basis, label)
        if code in lists.BEHIND:
            sentence.last_total = added
            if code != kinds.BY_FIELD or not self._is_of_weight or _PARTS.search(place.behind) is not None:
                # "公开扶贫资金信息42条，扶贫项目信息66条，涉及资金1.2亿元": the next field, no part of this one.
                self._open_list(sentence, place, lists.BEHIND[code])
        if code == kinds.BY_CATEGORY:
            sentence.items.append(label or "")
            sentence.item_end = place.numeral.close
            sentence.list_kind = sentence.list_kind or "category"

    def _is_more_than_told(self, place: Place) -> bool:
        """ "2015年公开信息178条。截至目前公开信息总数1126条": whether the year's own has been told, and is less."""
        told = [figure for figure in self.observations if (figure.indicator_code, figure.basis) == ("proactive.items", "current")]
        return bool(told) and all((figure.number or 0) < (place.numeral.value or 0) for figure in told)

    def _is_site_told(self, sentence: Sentence) -> bool:
        """ "中心网站212条；市政府信息公开平台68条": whether a site has been told right before, in the same list."""
        last = self.observations[-1] if self.observations else None
        if last is None or sentence.start - last.value_end > _NEXT_LINE:
            return False
        return (last.indicator_code, last.basis) == (ways.SITE, "current")

    def _way_of_all_years(self, sentence: Sentence, place: Place) -> str | None:
        """ "县政府网站累计发布4.6万条，其中2020年发布8213条": the way of which a number is this year's part; None where it is of none."""
        total = sentence.last_total
        if total is None or total.indicator_code not in ways.CHANNELS - {ways.BY_CHANNEL} or total.value_start < sentence.start:
            return None
        is_part = total.basis == "cumulative" or _OF_WHICH_NEW.fullmatch(self.text, total.value_end, place.numeral.open) is not None
        return total.indicator_code if is_part and pattern_of("new_this_year").fullmatch(place.stem) is not None else None

    def _in_catalogue(self, sentence: Sentence, place: Place, before: str, says: Said | None) -> Said | None:
        """ "在公开目录“工作动态”栏目公开64条，“政策法规”栏目8条": by its columns, until the passage speaks of something else."""
        head = sentence.heads[-1] if sentence.heads else ""
        if pattern_of("by_catalogue").search(before):
            self._catalogue = True
        elif not (pattern_of("catalogue_head").search(head) or (self._catalogue and (place.stem[:1] == '"' or before.startswith("其中")))):
            return says
        return kinds.in_catalogue(says, place.stem)

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
        unit = place.numeral.unit
        pieces = [disclosure.Pieces(stem_of(label), label, unit, sentence, self.publisher, self._field, before) for label in labels]
        said = [disclosure.disclosed(count) for count in pieces]
        if None in said or len(set(said)) < len(said) or any(pattern_of("office").search(name) for name in names):
            return False
        for code, label, confidence in (says for says in said if says is not None):
            self._add(sentence, code, place.numeral, confidence, basis, label)
        return True

    def _item(self, sentence: Sentence, place: Place, basis: Basis) -> None:
        if sentence.list_kind == "consult":
            code, label = "response.consultations.by_channel", ways.channel_of_item(place.stem)
        else:
            if place.numeral.unit not in _OF_PROPOSALS:
                return
            opened = pattern_of("lead_of_subjects").search(place.stem)
            subject = place.stem if opened is None else place.stem[opened.end() :].lstrip("为")
            code, label = "proposal.by_subject", kinds.item_label(subject)
            if pattern_of("no_subject").search(label):
                return
        if not label or len(label) > _LONGEST_LABEL:
            return
        if sentence.list_kind == "consult" and "信访" in self.text[sentence.start : place.numeral.open].rpartition(";")[2]:
            # "信访来信18件、来访7批次": petitions, not questions.
            return
        self._add(sentence, code, place.numeral, 0.9, basis, label)
