"""Totals told again: over all years, in parts of the year, summed.

Lives here: a number that says nothing of its own but goes on with the figure before ("历年累计574条", "一季度21条，二季度34条，合计55条").
Elsewhere: comparisons with the year before (changes.py), the first total of a sentence (counts.py, matching.py).
"""

import re
from decimal import Decimal

from extractors.prose import disclosure, lists, outcomes, ways
from extractors.prose.changes import Changes
from extractors.prose.clauses import Place
from extractors.prose.wording import DIGIT, pattern_of, squeezed
from extractors.prose.writing import LONGEST_REACH, Sentence
from extractors.records import Basis, Observation

_ALL_TOGETHER = re.compile("累计(?:已)?(?:主动)?(?:公开|发布)")
_PUBLISHED = re.compile("公开|发布|信息")
_SUM = re.compile("(?:信息)?总(?:数|量)(?:已)?(?:达|为)|累计(?:总数|总量)?(?:已|共)?(?:达|为|有)")
_PUBLISHED_IN = re.compile("(?<=.)(?:主动)?(?:公开|发布)(?:(?:政府)?信息)?$")
_ALTOGETHER = re.compile(
    "(?:以上|上述|各项|[两二三四五六七八九]者)*(?:合计|共计|总计|总共|(?:全年|本年度?)?共(?=[应需须待]))(?:[应需须待]?(?:办理|受理|处理))?(?:为|是)?"
)
# "…政策解读7条。以上合计124条".
_OF_ABOVE = re.compile("(?:以上|上述)(?:各[类项])?(?:信息)?(?:合计|共计|总计)")
_SHARE_FOLLOWS = re.compile("[,(](?:约)?占(?!比?100)")
_THIS_YEAR = re.compile(outcomes.OF_THIS_YEAR)
# "新收76件，加上上年结转2件，共78件".
_IN_ALL = ("共", "总", "共有", "总数为")
_WAY = "(?:网上|网络|网站|线上|在线|系统|平台|邮寄|信函|邮件|窗口|当面|现场)"
_TWO_WAYS = re.compile(
    rf"{_WAY}[^\d,、;。]{{0,8}}(?P<one>\d+)[件宗份][、,][^\d,、;。]{{0,6}}{_WAY}[^\d,、;。]{{0,8}}(?P<two>\d+)[件宗份],?(?:共计?|合计|总计)$"
)
_NEAR = 12
_MOST_PARTS = 24
_FEWEST_PARTS = 2
_SHARE = re.compile(r"[,(]占[^,;、\d]{0,8}\d[\d.]*%\)?")


class Totals(Changes):
    """Reads numbers that go on with the figure before."""

    def _sum(self, sentence: Sentence, place: Place) -> bool:
        """ "一季度21条，二季度34条，合计55条": the whole, behind its parts."""
        last = self.observations[-1] if self.observations else None
        if last is None or not last.indicator_code.startswith("proactive.") or last.number is None or last.basis == "cumulative":
            return False
        if place.numeral.unit not in disclosure.UNITS:
            return False
        if sentence.last_code == "proactive.category_count" and not place.stem:
            # "公开信息分六大类，共96条：".
            sentence.last_total = self._add(sentence, "proactive.items", place.numeral, 0.9, "current")
            self._open_list(sentence, place, "category")
            return True
        if pattern_of("sum_of_parts").fullmatch(place.label) is None:
            return False
        if _SHARE_FOLLOWS.match(place.behind) is not None:
            # "三类合计26条，占总数的20.8%": of some of them.
            return True
        if (
            not last.indicator_code.startswith("proactive.items")
            or (place.numeral.value or Decimal(0)) < last.number
            or not (sentence.list_kind or last.value_start >= sentence.start or _OF_ABOVE.match(place.label))
        ):
            return False
        way = self._way_of_part(sentence)
        code, label = ("proactive.items", None) if way is None else (way.indicator_code, way.member_label)
        sentence.last_total = self._add(sentence, code, place.numeral, 0.9, "current", label)
        return True

    def _way_of_part(self, sentence: Sentence) -> Observation | None:
        """The last figure, where it is of one way over a part of the year, in a report of the whole."""
        last = self.observations[-1] if self.observations else None
        if last is None or self.is_part or last.value_start < sentence.start or last.basis != "part_year":
            return None
        return last if last.indicator_code in ways.CHANNELS else None

    def _part(self, sentence: Sentence, place: Place, before: str) -> bool:
        """ "主动公开政府信息：一季度21条，二季度34条": parts of the year in a list."""
        stem = _PUBLISHED_IN.sub("", place.stem)
        if place.numeral.unit not in disclosure.UNITS | outcomes.UNITS or pattern_of("period").fullmatch(stem) is None:
            return False
        if (way := self._way_of_part(sentence)) is not None:
            # "1—6月在网站公开28条，7—12月公开45条".
            self._add(sentence, way.indicator_code, place.numeral, 0.9, "part_year", way.member_label)
            return True
        if stem != place.stem:
            return False
        last = self.observations[-1].indicator_code if self.observations else None
        if last in outcomes.REQUESTS:
            self._add(sentence, last, place.numeral, 0.9, "part_year")
        elif sentence.list_kind in lists.OF_INFORMATION or last == "proactive.items" or pattern_of("about_disclosure").search(before):
            self._add(sentence, "proactive.items", place.numeral, 0.9, "part_year")
        return True

    def _again(self, sentence: Sentence, place: Place, basis: Basis) -> bool:
        """ "历年累计574条": the same thing once more, on another basis."""
        last = self.observations[-1] if self.observations else None
        is_all_years = last is not None and last.value_start >= sentence.start and last.basis == "cumulative"
        if last is not None and is_all_years and last.indicator_code in outcomes.REQUESTS and _THIS_YEAR.fullmatch(place.stem):
            # "累计受理9件，其中本年度3件".
            self._add(sentence, last.indicator_code, place.numeral, 0.9, "current")
            return True
        code = sentence.last_total.indicator_code if sentence.last_total is not None else sentence.last_code
        if basis != "cumulative" or code is None or pattern_of("bare_total").fullmatch(place.stem) is None:
            return False
        if code.startswith("proactive.") and not code.startswith("proactive.items") and _PUBLISHED.search(place.stem):
            # "新增规范性文件2条。历年累计公开信息367条".
            code = "proactive.items"
        self._add(sentence, code, place.numeral, 0.9, "cumulative")
        return True

    def _rest(self, sentence: Sentence, place: Place) -> bool:
        """ "同意公开8件，不予公开2件，其他4件": what is left of the parts just told."""
        last = self.observations[-1] if self.observations else None
        if place.stem == "结转" and last is not None and place.numeral.unit in outcomes.UNITS:
            # "办结60件，其中予以公开60件。结转1件": behind what was done, to the next year.
            total = "application.outcome.total"
            is_done = last.indicator_code == total or _whole_of(last.indicator_code) == total
            if not is_done or place.clause_start - last.value_end > _NEAR:
                return False
            self._add(sentence, "application.carried_forward", place.numeral, 0.9, last.basis)
            return True
        rest = outcomes.REST.fullmatch(place.stem)
        if rest is None or last is None or place.numeral.unit not in outcomes.UNITS or last.value_start < sentence.start:
            return False
        between = _SHARE.sub("", self.text[last.value_end : place.numeral.open])
        if DIGIT.search(between) is not None:
            return False
        told = {figure.indicator_code for figure in self.observations[-_MOST_PARTS:] if figure.value_start >= sentence.start}
        code = outcomes.rest_of(last.indicator_code, rest["what"] or "", between, told)
        if code is None or last.number is None or last.status != "reported":
            return False
        self._add(sentence, code, place.numeral, 0.9, last.basis)
        return True

    def _sums_up(self, sentence: Sentence, place: Place, basis: Basis) -> bool:
        """ "分别答复咨询42人次、9人次，合计51人次": the whole, where it is the sum of the parts that the sentence has told."""
        is_sum = _ALTOGETHER.fullmatch(place.label) is not None
        if not is_sum and place.label not in _IN_ALL:
            return False
        if sentence.matter == "application" and self._sums_up_ways(sentence, place):
            code = "application.new" if self.is_new else "application.received"
            self._add(sentence, code, place.numeral, 0.9, basis)
            return True
        parts: list[Observation] = []
        whole: str | None = None
        for told in reversed(self.observations):
            is_near = told.value_start >= sentence.start or place.numeral.open - told.value_start <= LONGEST_REACH
            of = _whole_of(told.indicator_code)
            whole = whole or of
            if not is_near or of is None or of != whole:
                break
            if told.member_label is None or told.indicator_code not in outcomes.REQUESTS:
                # Applicants are parts of one of the parts.
                parts.append(told)
        codes = {part.indicator_code for part in parts}
        parts = [part for part in parts if not outcomes.is_within(part.indicator_code, codes)]
        if not is_sum and whole != "application.received_incl_carried_over":
            return False
        if whole is None or len(parts) < _FEWEST_PARTS or sum(part.number or 0 for part in parts) != place.numeral.value:
            return False
        if whole == "application.received_incl_carried_over" and "application.carried_over" not in codes:
            # "一季度2件，二季度3件，合计5件": of the same thing, over the parts of the year.
            if len(codes) > 1 or any(part.basis != "part_year" for part in parts):
                return False
            whole, basis = parts[0].indicator_code, "current"
        self._add(sentence, whole, place.numeral, 0.95, basis)
        return True

    def _sums_up_ways(self, sentence: Sentence, place: Place) -> bool:
        """ "线上收到4件、邮寄1件，共5件": the sum of two ways, be it that they have no indicator."""
        start = max(sentence.start, place.numeral.open - LONGEST_REACH)
        ways_told = _TWO_WAYS.search(squeezed(self.text[start : place.numeral.open]))
        return ways_told is not None and Decimal(ways_told["one"]) + Decimal(ways_told["two"]) == place.numeral.value

    def _all_years(self, sentence: Sentence, place: Place, basis: Basis) -> Basis:
        """ "2015年公开政府信息96条，累计公开740条": more than the year's own can only be those of all years."""
        total = sentence.last_total or sentence.list_total
        if basis != "current" or total is None or total.basis != "current" or (total.value_start < sentence.start and not sentence.items):
            return basis
        is_more = (place.numeral.value or Decimal(0)) > (total.number or Decimal(0))
        is_all = _ALL_TOGETHER.match(place.label) or ("新增" in sentence.before and _SUM.match(place.label))
        return "cumulative" if is_more and is_all else basis


def _whole_of(code: str) -> str | None:
    return ways.whole_of(code) or outcomes.whole_of(code)
