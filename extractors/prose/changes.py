"""The year beside the one before.

Lives here: changes ("比上年减少10件，下降16.7%"), the number of the year before told beside this year's ("比上年的183条增加29条"), and
"与上年持平", which is a change of zero. A change is of the figure told last, or of the one that its words name.
Elsewhere: the words (terms.csv), figures of the year before in sentences of their own (basis.py).
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from extractors.numerals import PERCENT, Numeral
from extractors.prose import disclosure, lists, ways
from extractors.prose.basis import years_in
from extractors.prose.clauses import Place, change_in
from extractors.prose.negations import Negations, zero_at
from extractors.prose.wording import pattern_of, squeezed
from extractors.prose.writing import LONGEST_REACH, Sentence, last_boundary
from extractors.records import Observation

# Which figure a change is of, by the figure told before it.
_CHANGES = {
    "proactive.items": "proactive.items.yoy_",
    "proactive.licensing.items_last_year": "proactive.licensing.",
    "proactive.other_services.items_last_year": "proactive.other_services.",
    "proactive.penalties.items_last_year": "proactive.penalties.",
    "proactive.compulsion.items_last_year": "proactive.compulsion.",
    "proactive.fees.items_last_year": "proactive.fees.",
    "application.received": "application.yoy_",
    "application.new": "application.yoy_",
}
_COMPARED = re.compile("(?:与|和|同|比|较)(?:去年|上年|上一年)度?(?:同期)?(?:相比|比较)?,[^,]*$")
# A count of something else.
_UNREAD = re.compile(
    r"(?:申请|咨询|投诉|建议|提案|留言)[^,;。]{0,6}\d[\d.]*[万余多]*[件条份次]|(?:总值|产值|收入|投资|面积|产量)[^,;。]{0,6}\d[\d.]*[万亿]*(?:元|亩|吨|平方米)"
)
_MOST_CHANNELS = 8
_PIECE = "条"
_OTHER_NUMBER = re.compile(r"\d(?![\d.]|年|月|季)")
_COMPARING = re.compile(r"(?:总量|总数)?(?:[与和同比较](?:去年|上年|上一年|20\d\d年)|同比)")
_DISCLOSED_BY = re.compile(
    "(?:通过|在|依托|利用)[^,]{2,24}(?:主动)?(?:公开|发布)(?:了)?(?:各类|各种)?(?:(?:政府|政务)?信息)?(?:共|共计|累计|总计)?$"
)
_NEXT_WAY = re.compile(r"[,;](?:在|通过|利用|依托)?[^,;:。\d]{2,20}(?:公开|发布|更新|推送|张贴)[^,;:。\d]{0,8}\d")
_WITH_YEAR = re.compile(r"[比较与同跟](20\d\d)年")
_NEITHER = ("百分点", "倍")
_LONGEST_COMPARISON = 32
_CHANGED = re.compile("增长|增加|上升|提高|多|下降|减少|降低|少")
_COMPARED_WITH = "(?:同比|[与和同比较](?:去年|上年|上一年|(?P<{name}>20\\d\\d)年)度?(?:同期)?(?:相比)?)"
_AMOUNT = r"\d[\d.,]*\s*[万余]*\s*(?:%|[条件份次宗])"
# "较上年分别增长8.5%和35.3%", "同比分别增长8.5%、下降35.3%".
_IN_TURN = re.compile(
    rf"(?:{_COMPARED_WITH.format(name='year')},?\s*分别|分别{_COMPARED_WITH.format(name='other')})\s*(?P<word>{_CHANGED.pattern})了?\s*"
    rf"(?P<first>{_AMOUNT})(?:\s*(?:[、,和及与]|以及)\s*(?:(?:{_CHANGED.pattern})了?\s*)?{_AMOUNT}){{1,4}}"
)


class Changes(Negations):
    """Reads the comparisons of a report. `year` is the report's."""

    def _changes_in_turn(self, sentence: Sentence, numeral: Numeral, behind: Iterable[Numeral]) -> int | None:
        """ "公开信息1378条，收到申请92件，较上年分别增长8.5%和35.3%": where the changes end that begin with `numeral`; None if none do.

        `behind` are the numbers of the sentence behind it. Where they are not as many as the figures told, nobody knows whose they are.
        """
        begin = max(sentence.start, numeral.open - _LONGEST_COMPARISON)
        comparison = next(
            (
                found
                for found in _IN_TURN.finditer(self.text, begin, min(sentence.end, numeral.close + LONGEST_REACH))
                if found.start("first") == numeral.start
            ),
            None,
        )
        if comparison is None:
            return None
        told = [figure for figure in self.observations if figure.value_start >= sentence.start and figure.indicator_code in _CHANGES]
        codes = [figure.indicator_code for figure in told if figure.basis == "current" and figure.member_label is None]
        changes = [numeral, *takewhile(lambda number: number.start < comparison.end(), behind)]
        year = comparison["year"] or comparison["other"]
        if len(codes) == len(set(codes)) == len(changes) and (year is None or (self.year is not None and int(year) == self.year - 1)):
            for code, number in zip(codes, changes, strict=True):
                word = _CHANGED.findall(self.text, comparison.start("word"), number.open)[-1]
                is_rate = number.kind == PERCENT
                value = (number.value or Decimal(0)) * (-1 if pattern_of("less").search(word) else 1)
                if _CHANGES[code].endswith("yoy_"):
                    kind = "rate" if is_rate else "change"
                    self._add(sentence, _CHANGES[code] + kind, replace(number, value=value), 0.9, "current", keep_last=True)
        return comparison.end()

    def _change(self, sentence: Sentence, place: Place) -> bool:
        change = change_in(place.label)
        if change is None:
            return False
        if (place.numeral.unit or "").endswith(_NEITHER):
            # The change of a share, of which nobody tells a code; "增长一倍" is no number of things, nor of per cent.
            return True
        names_items = pattern_of("items_change").search(place.stem) is not None
        named = "application.received" if pattern_of("requests_change").search(place.stem) else None
        code = _CHANGES.get("proactive.items" if names_items else named or self._of_whole(sentence) or "")
        compared = sentence.is_compared or pattern_of("year_on_year").search(sentence.before)
        if code is None or not (compared or (names_items and _COMPARED.search(sentence.before))):
            return True
        if self._is_of_earlier_year(sentence):
            return True
        is_named = names_items or named
        if not is_named and (self._is_of_others(sentence) or self._is_of_unread(sentence, place)):
            return True
        if not self.is_part and self.observations and self.observations[-1].basis == "part_year":
            # "前三季度48条，比上年同期增加6条": the change of a part of the year.
            return True
        if names_items:
            sentence.last_code = "proactive.items"
        sentence.is_compared = True
        kind = "rate" if place.numeral.kind == PERCENT else "change"
        if kind == "rate" and not code.endswith("yoy_"):
            # Of licences the form asks for the change alone.
            return True
        sign = -1 if pattern_of("less").search(change) else 1
        numeral = replace(place.numeral, value=(place.numeral.value or Decimal(0)) * sign)
        self._add(sentence, code + kind, numeral, 0.9, "current", keep_last=True)
        return True

    def _is_of_earlier_year(self, sentence: Sentence) -> bool:
        """ "较2014年增长44.4%" in the report of 2016: the year that the sentence compares with last is not the one before."""
        compared = _WITH_YEAR.findall(sentence.before)
        return self.year is not None and bool(compared) and int(compared[-1]) < self.year - 1

    def _year_before(self, sentence: Sentence, place: Place) -> bool:
        """ "比上年的183条增加29条", "由上年的80条增加到120条": what the year before had, and what this year has in its stead."""
        if place.numeral.kind == PERCENT or self.year is None:
            return False
        if sentence.prior is not None and pattern_of("risen_to").fullmatch(place.label):
            self._add(sentence, sentence.prior, place.numeral, 0.9, "current")
            return True
        match = pattern_of("prior_value").fullmatch(place.label)
        if match is None or (match["year"] and int(match["year"]) != self.year - 1) or place.numeral.unit not in disclosure.COUNTED:
            return False
        code = self._of_whole(sentence)
        if code is None and sentence.matter == "application":
            # Channels of requests, which reports of 2019 and later have no code for, stand between.
            code = self._whole_told(sentence)
        if match["requests"]:
            code = "application.new" if self.is_new else "application.received"
        elif match["items"] or (code is None and (match["published"] or self._is_about_items(sentence))):
            code = "proactive.items"
        elif code not in _CHANGES and place.numeral.unit == _PIECE and self._is_behind_items(sentence):
            # "公开信息182条，其中规范性文件35件。与上年的160条相比": of the whole, which alone is counted so.
            code = "proactive.items"
        if sentence.last_code in ways.CHANNELS and code == "proactive.items" and sentence.last_code == self._of_one_way():
            # "在网站公开97条，较上年的71条增加26条": the number before is of the way, the change of all that there is.
            code = sentence.last_code
        is_of_way = code in ways.CHANNELS and code != ways.BY_CHANNEL
        if code not in _CHANGES and not is_of_way:
            return False
        assert code is not None
        self._add(sentence, code, place.numeral, 0.9, "prior_year", keep_last=True)
        sentence.last_code = sentence.prior = code
        if is_of_way and self.text.endswith("(", 0, place.clause_start) and place.behind.startswith("),其中"):
            # "网站公开89条（2021年102条），其中…": the list is of this year's.
            sentence.years.discard(self.year - 1)
            sentence.list_kind, sentence.list_total = lists.BEHIND.get(code), sentence.last_total
        sentence.is_compared = True
        return True

    @staticmethod
    def _is_about_items(sentence: Sentence) -> bool:
        return bool(sentence.heads) and pattern_of("about_disclosure").search(sentence.heads[-1]) is not None

    def _is_behind_items(self, sentence: Sentence) -> bool:
        """Whether a figure of documents stands last, and a total of information right before it."""
        if not (sentence.last_code or "").startswith("proactive.normative_documents"):
            return False
        told = [figure for figure in self.observations[-_MOST_CHANNELS:] if sentence.start - figure.value_start <= LONGEST_REACH]
        total = next((figure for figure in told if figure.indicator_code == "proactive.items"), None)
        return total is not None and (total.basis, total.unit_printed) == ("current", _PIECE)

    def _of_whole(self, sentence: Sentence) -> str | None:
        """The figure told last; of applications the whole, where its channels have been told since."""
        code = sentence.last_code
        if code is not None and code.startswith("proactive.items.") and self._are_all_parts(sentence):
            # "共263条，其中网站198条，微信65条，比去年多31条": the parts are complete.
            code = sentence.last_code = "proactive.items"
        if code is not None and code.startswith("proactive.items.") and self._opens_comparing(sentence):
            # "…公示栏32条。与上年相比，增加47条": a sentence of its own is about the whole.
            code = sentence.last_code = "proactive.items"
        if code == ways.SITE and not self.is_part and self._of_one_way() == code and self._is_all_by_it(sentence):
            return "proactive.items"
        if code is not None and not code.startswith("application.received."):
            return code
        return self._whole_told(sentence) or code

    def _are_all_parts(self, sentence: Sentence) -> bool:
        """Whether the parts told since the whole of the sentence make it up."""
        total = sentence.list_total
        if total is None or total.indicator_code != "proactive.items" or total.value_start < sentence.start:
            return False
        parts = [
            figure for figure in self.observations if figure.value_start > total.value_start and figure.unit_printed == total.unit_printed
        ]
        return len(parts) > 1 and sum(part.number or 0 for part in parts) == total.number

    def _is_all_by_it(self, sentence: Sentence) -> bool:
        """ "通过门户网站公开政府信息318条，较上年减少41条": whether the way told last is that of all."""
        told = (figure for figure in reversed(self.observations) if figure.basis != "prior_year" and not _is_change(figure))
        start = next(figure.value_start for figure in told)
        words = squeezed(self.text[last_boundary(self.text, max(sentence.start, start - LONGEST_REACH), start) : start])
        behind = squeezed(self.text[start : min(sentence.end, start + LONGEST_REACH)])
        return _DISCLOSED_BY.search(words) is not None and _NEXT_WAY.search(behind) is None

    def _of_one_way(self) -> str | None:
        """The way of the last figure, where no other figure of information disclosed has been told."""
        told = [figure for figure in self.observations if figure.indicator_code.startswith("proactive.items") and not _is_change(figure)]
        return told[0].indicator_code if len({(figure.indicator_code, figure.member_label) for figure in told}) == 1 else None

    def _whole_told(self, sentence: Sentence) -> str | None:
        told = [figure.indicator_code for figure in self.observations[-_MOST_CHANNELS:] if figure.value_start >= sentence.start]
        return next((whole for whole in reversed(told) if whole in _CHANGES), None)

    def _opens_comparing(self, sentence: Sentence) -> bool:
        """Whether a sentence that has told no figure begins with the comparison: "与上年相比，增加47条"."""
        return self.observations[-1].value_start < sentence.start and _COMPARING.match(sentence.before) is not None

    def _is_of_others(self, sentence: Sentence) -> bool:
        """ "主动公开120条。地区生产总值2186亿元，同比增长5.6%": whether the sentence has counted nothing that is read."""
        return not self._has_told(sentence) and _OTHER_NUMBER.search(sentence.before) is not None

    def _is_of_unread(self, sentence: Sentence, place: Place) -> bool:
        """ "公开28条。收到申请17件，同比增长…": whether words of requests, of which nothing was read, stand since the last figure."""
        last = self.observations[-1].value_end if self.observations else sentence.start
        return last < place.clause_start and _UNREAD.search(self.text, max(last, sentence.start), place.clause_start) is not None

    def _has_whole(self) -> bool:
        """Whether a total of information has been told: a channel's figure is none then."""
        return any(told.indicator_code == "proactive.items" for told in self.observations)

    def _level(self, sentence: Sentence, match: re.Match[str]) -> None:
        """ "与上年持平": no change."""
        last = "proactive.items" if sentence.last_code in ways.CHANNELS and not self._has_whole() else sentence.last_code
        code = _CHANGES.get(last or "")
        clause = self.text[last_boundary(self.text, max(sentence.start, match.start() - LONGEST_REACH), match.start()) : match.start()]
        words = squeezed(clause)
        if code is None or self.year is None or pattern_of("as_before").fullmatch(words) is None or years_in(words) - {self.year - 1}:
            return
        zero = zero_at(match.start())
        self._add(sentence, f"{code}change", zero, 0.9, "current", status="stated_zero", keep_last=True)


def _is_change(figure: Observation) -> bool:
    return ".yoy_" in figure.indicator_code
