"""Numbers that no equal number answers: what excuses them, and which of the two sides belong together as a fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from tqa.analysis.number_pairs import FaultKind, comparable, is_near, misdated, misranked, paired
from tqa.text.dates.chinese import LUNAR_MONTHS
from tqa.text.numbers.approximation import is_rounding, rounds
from tqa.text.numbers.chinese import is_plan
from tqa.text.numbers.dress import (
    currency_span,
    in_period,
    is_by_hectare,
    is_by_jin,
    is_by_kilogram,
    is_by_mu,
    months_after,
    period_after,
    spans_from_january,
    unit_after,
    whole_periods,
)
from tqa.text.numbers.english import loose_groups
from tqa.text.numbers.measures import converted, units
from tqa.text.numbers.quantity import Quantity, Reading
from tqa.text.numbers.roman import roman_numerals
from tqa.text.numbers.words import is_five_of_plan
from tqa.text.readings import spells
from tqa.text.regex import regex

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis

MOST = 100
"""Numbers without an answer in one pair that are looked at; a pair with more is no translation."""
_SPARE = Decimal("0.03")
"""What a converted and rounded value may be off."""
_MU_IN_HECTARE = 15
_MOST_NAMED = 4
_MOST_ROMAN = 20
_WORD = regex("[a-z]{4,}")
_INITIALS = dict(zip("二三四五六七八九十百千万两双", "esswlqbjsbqwls", strict=True))
"""With what the pinyin of a numeral begins."""
_MOST_SYLLABLES, _SHORT = 4, 2
_FaultRow = tuple[FaultKind, Quantity | None, Quantity | None, bool, bool]


class Leftovers:
    """What is left of one pair; `target`: article offsets of its English; `beside`: answers, missing and extra numbers of the pairs beside."""

    def __init__(
        self,
        facts: Analysis,
        target: tuple[int, int],
        answers: Sequence[tuple[Quantity, Quantity]],
        missing: list[Quantity],
        extra: list[Quantity],
        beside: Sequence[tuple[Sequence[tuple[Quantity, Quantity]], list[Quantity], list[Quantity]]],
    ):
        self._facts = facts
        self._target = target
        self._matched = answers
        self.answered: list[tuple[Quantity, Quantity]] = []
        self._spare: list[Quantity] = []
        self._near = [one for _, left, _ in beside for one in left], [one for _, _, left in beside for one in left]
        self._missing = [one for one in missing if one.values][:MOST]
        self._extra = [one for one in extra if one.values][:MOST]

    def faults(self) -> Iterator[_FaultRow]:
        """Kind, source, target, whether sure, whether it stands elsewhere; the best founded pairs first."""
        self._excuse()
        missing = [one for one in self._missing if one.weight]
        extra = [one for one in self._extra if one.weight]
        for kind, source, target, sure in paired(missing, extra):
            missing.remove(source)
            extra.remove(target)
            yield kind, source, target, sure, False
        for kind, source, target, sure in paired([one for one in self._spare if one.weight], extra):
            # Said once already; what is nearly the same is a second time gone wrong.
            if kind == "magnitude" or (
                kind == "mismatch" and len(source.reading.digits) > 1 and is_near(source.reading.digits, target.reading.digits)
            ):
                extra.remove(target)
                yield kind, source, target, sure, False
        texts = self._facts.simplified_source, self._facts.article.lower
        for source, target in (*misdated(self._missing, extra, *texts), *misranked(self._missing, extra, *texts)):
            extra.remove(target)
            yield "mismatch", source, target, False, False
        if not missing and not extra:
            return
        known, said = self._facts.quantities.values
        for one in missing:
            if is_asked_for(one.reading):
                yield "missing", one, None, True, any(value in said for value in one.values)
        for one in extra:
            yield "extra", None, one, True, any(value in known for value in one.values)

    def _excuse(self) -> None:
        """Take out what is right after all."""
        self._in_parts_of_years()
        if self._missing:
            self._say_again()
            self._in_other_time()
            self._in_other_unit()
            self._in_roman_numerals()
            self._read_out()
        if self._extra:
            self._in_names_of_plans()
            self._in_lunar_months()
            self._as_they_are()
            self._besides_one_named()
            self._rounded()
            self._composed()
            self._converted()
            self._rounded_by_a_word()
            self._bracketed()
        self._beside()

    def _say_again(self) -> None:
        """A number that the source says twice and the target once is said; not by the Thousand of 千人计划, and 50公里 not by a half."""
        said = [target for source, target in self._matched if source.weight or target.weight or target.kind == "moment"]

        def is_said(one: Quantity) -> bool:
            return any(
                not set(target.values[:1] if target.kind == "moment" else target.values).isdisjoint(one.values)
                and (target.kind != "frac" or comparable(one, target))
                for target in said
            )

        self._spare = [one for one in self._missing if is_said(one)]
        self._missing = [one for one in self._missing if one not in self._spare]

    def _in_other_time(self) -> None:
        """36个月 as three years, 72小时 as three days, 29天 as about a month, 三年零六个月 as three and a half years."""
        chinese, lowered = self._facts.simplified_source, self._facts.article.lower
        for source in list(self._missing):
            period = period_after(chinese, source.end)
            if not period:
                continue
            exact = source.values[0]
            years, joined = self._with_years(source) if period == "个月" else (None, exact)
            if any(one is years and target.values[0] in (joined, joined / 12) for one, target in self._matched):
                self._missing = [one for one in self._missing if one is not source]
                continue
            target = next((one for one in self._extra if abs(in_period(lowered, one, period) - joined) <= joined * _SPARE), None)
            if target is not None:
                self._answer(source, target)
            elif any(said in lowered for said in whole_periods(exact, period)):
                self._missing = [one for one in self._missing if one is not source]

    def _in_parts_of_years(self) -> None:
        """前11个月 as January to November, 前三季度 as the first nine months, 一季度 as three months, 上半年 as six."""
        chinese, lowered = self._facts.simplified_source, self._facts.article.lower
        for source in list(self._missing):
            months = source.values[0] * months_after(chinese, source.start, source.end)
            if not months:
                continue
            target = next((one for one in self._extra if one.values[0] == months and lowered.startswith(_MONTHS, one.end)), None)
            if target is not None:
                self._answer(source, target)
            elif months in spans_from_january(lowered[slice(*self._target)]):
                self._missing = [one for one in self._missing if one is not source]
        known = {months for name, months in _PARTS_OF_YEARS if name in chinese} if self._extra else set()
        if known:
            self._extra = [one for one in self._extra if one.values[0] not in known or not lowered.startswith(_MONTHS, one.end)]

    def _in_roman_numerals(self) -> None:
        """第四条 as Article IV, 第三版 as Basel III, 流浪地球2 as II."""
        small = [one for one in self._missing if one.reading.spelled or one.values[0] <= _MOST_ROMAN]
        said = roman_numerals(self._facts.article.text, *self._target) if small else {}
        # Each answers one number, the fourth rather than four.
        for one in sorted(small if said else (), key=lambda one: one.kind != "ordinal"):
            value = next((value for value in one.values if said.get(value)), None)
            if value is not None:
                said[value] -= 1
                self._missing = [other for other in self._missing if other is not one]

    def _read_out(self) -> None:
        """三元桥 as Sanyuanqiao, 赵九章 as Zhao Jiuzhang: the numeral is a part of what a word reads out in pinyin."""
        short = [one for one in self._missing if one.end - one.start <= _SHORT and one.reading.spelled]
        if short:
            chinese = self._facts.simplified_source
            words = _WORD.findall(self._facts.article.lower, *self._target)

            def is_read(one: Quantity) -> bool:
                initial = _INITIALS.get(chinese[one.start], "")
                return any(spells(word, chinese, one.start, _MOST_SYLLABLES) > 1 for word in words if word[0] == initial)

            self._missing = [one for one in self._missing if one not in short or not is_read(one)]

    def _in_names_of_plans(self) -> None:
        """The five of the 14th Five-Year Plan, which “十四五”规划 leaves out."""
        sources = [*self._missing, *(source for source, _ in self._matched)]
        if any(is_plan(one) for one in sources):
            lowered = self._facts.article.lower
            self._extra = [one for one in self._extra if not is_five_of_plan(lowered, one)]

    def _in_lunar_months(self) -> None:
        """腊月 as the twelfth lunar month."""
        chinese, lowered = self._facts.simplified_source, self._facts.article.lower
        months = {Decimal(number) for name, number in LUNAR_MONTHS.items() if f"{name}月" in chinese}
        if months:
            self._extra = [one for one in self._extra if one.values[0] not in months or not lowered.startswith(_LUNAR, one.end)]

    def _as_they_are(self) -> None:
        """4K as 4K: what stands in the source letter for letter."""
        text, chinese = self._facts.article.text, self._facts.simplified_source
        self._extra = [one for one in self._extra if text[one.end - 1].isdecimal() or text[one.start : one.end] not in chinese]

    def _besides_one_named(self) -> None:
        """耶鲁等3所 as Yale and two others; several may be named."""
        chinese, lowered = self._facts.simplified_source, self._facts.article.lower
        for source in [one for one in self._missing if chinese[one.start - 1 : one.start] == "等"]:
            others = [one for one in self._extra if 0 < source.values[0] - one.values[0] <= _MOST_NAMED and lowered.startswith(" other", one.end)]
            if others:
                self._answer(source, others[0])

    def _with_years(self, months: Quantity) -> tuple[Quantity | None, Decimal]:
        """The years that stand right before months (三年零六个月), and both together in months."""
        chinese = self._facts.simplified_source
        for years in (*(source for source, _ in self._matched), *self._missing):
            if 0 <= months.start - years.end <= 2 and "年" in chinese[years.end - 1 : months.start]:
                return years, 12 * years.values[0] + months.values[0]
        return None, months.values[0]

    def _in_other_unit(self) -> None:
        """15亩 as one hectare, where the one was taken for 一 of another word."""
        measures, text = units(), self._facts.article.text
        for source in [one for one in self._missing if one.unit in measures]:
            for other, target in self._matched:
                unit = unit_after(text, target.end) if not other.unit else ""
                value = converted(source.values[0], source.unit, unit) if unit and unit != source.unit else None
                if value is not None and abs(value - target.values[0]) <= max(abs(value) * _SPARE, target.reading.half):
                    self._missing = [one for one in self._missing if one is not source]
                    break

    def _rounded(self) -> None:
        """62.3 million for 6234万; the source may have been used already."""
        sources = [*self._missing, *(source for source, _ in self._matched)]
        for target in list(self._extra):
            half = target.reading.half
            if half:
                value = target.values[0]
                match = next((one for one in sources for exact in one.values if abs(exact - value) <= half), None)
                if match is not None:
                    self._answer(match, target)

    def _composed(self) -> None:
        """Several English numbers that together are one: 1, 500,000; 300 ten thousand; 3 million 500 thousand."""
        text = self._facts.article.text
        for first, second in pairwise(list(self._extra)):
            if second.start - first.end > 5 or first not in self._extra or first.kind in _NEVER_ROUND or second.kind in _NEVER_ROUND:
                continue
            between = text[first.end : second.start].strip().lower()
            if between not in ("", "and", ",", "-"):
                continue
            parts = (first.values[0] * second.values[0], first.values[0] + second.values[0])
            match = next((one for one in self._missing if one.values[0] in parts), None)
            if match is None and "," not in between:
                continue
            if match is None:
                segment, span = self._facts.article.place(first.start, second.end)
                for loose in loose_groups(segment.text):
                    if loose.start <= span.start < loose.end:
                        match = next((one for one in self._missing if loose.values[0] in one.values), None)
            if match is not None:
                self._answer(match, first)
                self._extra = [one for one in self._extra if one is not second]
        for first in list(self._extra):
            # 30 000: the zeros are no number of their own.
            segment, span = self._facts.article.place(first.start, first.end)
            if text[first.end : first.end + 1] == " " and text[first.end + 1 : first.end + 4].isdigit():
                for loose in loose_groups(segment.text):
                    if loose.start <= span.start < loose.end:
                        match = next((one for one in self._missing if loose.values[0] in one.values), None)
                        if match is not None:
                            self._answer(match, first)
                            end = first.start - span.start + loose.end
                            self._extra = [one for one in self._extra if not first.start < one.start < end]

    def _converted(self) -> None:
        """亩 as hectares, 公里 as miles, 斤 as kilograms; a price by 斤 doubles by the kilogram, a yield by 亩 is 15 times that by the hectare."""
        text = self._facts.article.text
        chinese = self._facts.simplified_source
        if "斤" in chinese:
            prices = [one for one in [*self._missing, *(source for source, _ in self._matched)] if one.kind == "money" and is_by_jin(chinese, one)]
            for target in list(self._extra if prices else ()):
                if is_by_kilogram(text, target):
                    price = next((one for one in prices if 2 * one.values[0] == target.values[0]), None)
                    if price is not None:
                        self._answer(price, target)
        measures = units()
        sources = [one for one in [*self._missing, *(source for source, _ in self._matched)] if one.unit in measures]
        if not sources:
            return
        for target in list(self._extra):
            unit = unit_after(text, target.end)
            if not unit:
                continue
            for source in sources:
                value = converted(source.values[0], source.unit, unit)
                if value is not None and is_by_mu(chinese, source) and is_by_hectare(text, target):
                    value *= _MU_IN_HECTARE
                elif unit == source.unit:
                    continue
                if value is not None and abs(value - target.values[0]) <= max(abs(value) * _SPARE, target.reading.half):
                    self._answer(source, target)
                    break

    def _rounded_by_a_word(self) -> None:
        """Nearly 200,000 for 19.6万, more than 1,000 for 1036, about a third for 33.1%: rounder than the source, as the word says."""
        lowered = self._facts.article.lower
        for target in list(self._extra if self._missing else ()):
            way = rounds(lowered, target.start, target.end) if target.kind != "moment" else ""
            if not way:
                continue
            for source in self._missing:
                if source.kind not in _NEVER_ROUND and comparable(source, target) and _is_rounded(source, target, way):
                    self._answer(source, target)
                    break

    def _bracketed(self) -> None:
        """An amount in another currency, in brackets behind the right one: the translator's help."""
        lowered = self._facts.article.lower
        if "(" in lowered and any(source.kind == "money" for source, _ in self._matched):
            self._extra = [
                one for one in self._extra if not ("(" in lowered[max(0, one.start - 24) : one.start] and currency_span(lowered, one.start, one.end))
            ]

    def _beside(self) -> None:
        """What the segment beside says: a sentence moved across the border."""
        missing, extra = self._near
        if self._extra and missing:
            values = _values(missing)
            self._extra = [one for one in self._extra if values.isdisjoint(one.values) or not _is_telling(one)]
        if self._missing and extra:
            values = _values(extra)
            self._missing = [one for one in self._missing if values.isdisjoint(one.values) or not _is_telling(one)]

    def _answer(self, source: Quantity, target: Quantity) -> None:
        self.answered.append((source, target))
        self._missing = [one for one in self._missing if one is not source]
        self._extra = [one for one in self._extra if one is not target]


_MONTHS = (" month", "-month")
_PARTS_OF_YEARS = (("季度", 3), ("三季度", 9), ("半年", 6))
"""A part of a year and its months, or the months up to its end."""
_LUNAR = (" lunar month", " month of the", " month on the", " month in the")


def is_asked_for(reading: Reading) -> bool:
    """Whether a number of the source is missing where nothing says it: 1名 is "a", 两国 "the countries" as often as not."""
    if not reading.weight or not reading.values:
        return False
    return not ((reading.values[0] == 1 and reading.weight < 2) or (reading.spelled and reading.values[0] == 2))


_NEVER_ROUND = frozenset(("moment", "ordinal", "code"))


def _is_rounded(source: Quantity, target: Quantity, way: str) -> bool:
    exact = source.values[0]
    if target.kind == "frac":
        # A third is as round as can be.
        gaps = [value - exact for value in target.values[:2]]
        return any(abs(gap) <= exact * _SPARE and (way == "either" or (gap > 0) == (way == "up")) for gap in gaps)
    values = target.values if target.kind == "times" else target.values[:1]
    return any(is_rounding(exact, value, way) for value in values)


def _is_telling(quantity: Quantity) -> bool:
    """Whether the number is long enough to be known again: an equal small one is another."""
    return len(quantity.reading.digits) > 1 or quantity.values[0] >= 100


def _values(quantities: Iterable[Quantity]) -> set[Decimal]:
    return {value for one in quantities for value in one.values[:2]}
